"""Order: what follows comes later, and each step of a path after the one before.

Every rule asks what is sure: an order is flagged where no reading of the dates can be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ltnato._models import Actor, Document, Event, Finding, Pledge, Relation
from ltnato._text import shorten
from ltnato._vocabulary import (
    Act,
    Category,
    DocumentLinkKind,
    LinkKind,
    OutcomeKind,
    Role,
    Severity,
)

from ._accession import STEPS, Step, paths
from ._rule import rule
from ._scenes import before, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ltnato._dataset import Dataset
    from ltnato._parts import DocumentUse, Link
    from ltnato._period import Period

#: An election or a decision lies ahead of the term that it begins or ends, by half a year at most.
AHEAD_DAYS = 183

#: What is done with a document that is not there yet: it is asked for, or spoken of.
_EARLY = frozenset({Act.COMMISSIONS, Act.REFERS_TO, Act.APPROVES})
_MAKING = frozenset({Act.ADOPTS, Act.APPROVES, Act.ISSUES, Act.SIGNS})
#: Those of whom it is only told, and who need not be there.
_ABSENT = frozenset({Role.SUBJECT, Role.BENEFICIARY, Role.TARGET})
#: An annex may be older, and an older document may name one that is being written.
_LATER = frozenset(DocumentLinkKind) - {DocumentLinkKind.ANNEXED_TO, DocumentLinkKind.REFERS_TO}


@rule(
    "O101",
    "link-back-in-time",
    Severity.ERROR,
    "What follows, marks, carries out or answers another event comes after it.",
)
def _link_back(data: Dataset) -> Iterable[Finding]:
    """Report events that were over before the event they come after, by their links."""
    for event, when, link, other in _links(data):
        if link.kind is not LinkKind.ANNOUNCES and before(when, other):
            yield _misplaced(event, when, link, f"lies before {other}")


@rule(
    "O102",
    "announced-too-late",
    Severity.ERROR,
    "What is announced has not yet taken place.",
)
def _announced_late(data: Dataset) -> Iterable[Finding]:
    """Report events that announce what was over before them."""
    for event, when, link, other in _links(data):
        if link.kind is LinkKind.ANNOUNCES and before(other, when):
            yield _misplaced(event, when, link, f"lies after {other}")


def _links(data: Dataset) -> Iterator[tuple[str, Period, Link, Period]]:
    """Give the links between dated events: the event, its date, the link, the other date."""
    events = data._tables.by_id(Event)
    for event in events.values():
        for link in event.links:
            other = events[link.event].when
            if event.when is not None and other is not None:
                yield event.id, event.when, link, other


def _misplaced(event: str, when: Period, link: Link, how: str) -> Finding:
    """Report a link whose events lie in the wrong order."""
    return Finding(
        record=event,
        field=f"links[{link.event}]",
        value=shorten(str(when)),
        message=f"{how}, yet {link.kind} {link.event}",
    )


@rule(
    "O103",
    "accession-path",
    Severity.WARNING,
    "A country is invited, protocols are signed, the treaty is ratified, and then it accedes.",
)
def _accession_path(data: Dataset) -> Iterable[Finding]:
    """Report steps of a country's accession that lie before all steps of an earlier kind."""
    told: dict[tuple[Step, Step], list[str]] = {}
    for (country, _), steps in paths(data).items():
        firsts: dict[int, Step] = {}  # of each kind the one that may be the earliest
        for step in steps:
            first = firsts.setdefault(step.rank, step)
            if step.earliest < first.earliest:
                firsts[step.rank] = step
        for step in steps:
            for rank in range(step.rank - 1, -1, -1):
                if rank in firsts and step.latest < firsts[rank].earliest:
                    told.setdefault((step, firsts[rank]), []).append(country)
                    break
    for (step, first), countries in told.items():
        yield Finding(
            record=step.record,
            field=step.field,
            value=shorten(str(step.when)),
            message=(
                f"puts the {STEPS[step.rank]} of {', '.join(sorted(countries))} before the"
                f" {STEPS[first.rank]}, {first.record}, {first.when}"
            ),
        )


# --- documents ---------------------------------------------------------------------------------


@rule(
    "O104",
    "promise-before-adoption",
    Severity.WARNING,
    "A text binds from its adoption on, and for a time to come.",
)
def _promise_before(data: Dataset) -> Iterable[Finding]:
    """Report deadlines and times in force that begin before the document was adopted."""
    documents = data._tables.by_id(Document)
    for document in documents.values():
        yield from _too_early(document, document.id, "in_force", document.in_force)
    for pledge in data._tables.get(Pledge):
        document = documents[pledge.document]
        yield from _too_early(document, pledge.id, "in_force", pledge.in_force)
        due, adopted = pledge.deadline, document.adopted
        if due is not None and adopted is not None and before(due, adopted):
            yield Finding(
                record=pledge.id,
                field="deadline",
                value=shorten(str(due)),
                message=f"is over before {document.id} was adopted, {adopted}",
            )


def _too_early(
    document: Document, record: str, field: str, in_force: Period | None
) -> Iterator[Finding]:
    """Report a time in force that surely begins before the adoption."""
    adopted = document.adopted
    if in_force is not None and adopted is not None and in_force._sure_lo < adopted._lo:
        yield Finding(
            record=record,
            field=field,
            value=shorten(str(in_force)),
            message=f"begins before {document.id} was adopted, {adopted}",
        )


@rule(
    "O105",
    "document-used-too-early",
    Severity.WARNING,
    "A document that is not yet adopted is not signed, ratified, deposited or carried out.",
)
def _used_early(data: Dataset) -> Iterable[Finding]:
    """Report uses of documents that were over before the document was adopted."""
    documents = data._tables.by_id(Document)
    for record, field, when, use in _uses(data):
        adopted = documents[use.document].adopted
        if use.act not in _EARLY and adopted is not None and before(when, adopted):
            yield Finding(
                record=record,
                field=field,
                value=shorten(use.document),
                message=f"{use.act} on {when} what was adopted later, {adopted}",
            )


@rule(
    "O106",
    "adopted-on-another-day",
    Severity.NOTE,
    "A document is adopted when it is first signed, adopted, approved or issued.",
)
def _adopted_elsewhere(data: Dataset) -> Iterable[Finding]:
    """Report what makes a document on another day than that of its adoption, where nothing fits."""
    documents, events = data._tables.by_id(Document), data._tables.by_id(Event)
    makings: dict[str, list[tuple[str, str, Period, DocumentUse]]] = {}
    for record, field, when, use in _uses(data):
        # Who joins later signs what others made.
        joins = record in events and events[record].category is Category.ACCESSION
        if use.act in _MAKING and not joins:
            makings.setdefault(use.document, []).append((record, field, when, use))
    for document, made in makings.items():
        adopted = documents[document].adopted
        if adopted is None or any(when.overlaps(adopted) for _, _, when, _ in made):
            continue
        for record, field, when, use in made:
            how = "before" if before(adopted, when) else "later"
            if how == "before" or use.act in _EARLY:  # the others are those of O105
                yield Finding(
                    record=record,
                    field=field,
                    value=shorten(document),
                    message=f"{use.act} on {when} what was adopted {how}, {adopted}",
                )


def _uses(data: Dataset) -> Iterator[tuple[str, str, Period, DocumentUse]]:
    """Give every dated use of a document once: its record, its path and when it was made.

    What was decided on the first day of a meeting may stand in a text of the last, so that an
    outcome counts with the date of its whole event.
    """
    for event in data._tables.get(Event):
        seen = set()
        for path, part, when in parts_of(event):
            made = event.when or when
            for use in part.documents:
                if made is not None and use not in seen:
                    seen.add(use)
                    yield event.id, f"{path}documents[{use.document}]", made, use
    for document in data._tables.get(Document):
        made = document.adopted
        for outcome in document.provisions:
            for use in outcome.documents:
                if made is not None:
                    path = f"provisions[{outcome.id}].documents[{use.document}]"
                    yield document.id, path, made, use


@rule(
    "O107",
    "change-older-than-original",
    Severity.WARNING,
    "What changes, replaces or rests on a document is no older than that.",
)
def _change_older(data: Dataset) -> Iterable[Finding]:
    """Report documents that are older than what they change, replace or rest on."""
    documents = data._tables.by_id(Document)
    for document in documents.values():
        for tie in document.related:
            other = documents[tie.document]
            if tie.kind not in _LATER or document.adopted is None or other.adopted is None:
                continue
            if before(document.adopted, other.adopted):
                yield Finding(
                    record=document.id,
                    field=f"related[{other.id}]",
                    value=shorten(str(document.adopted)),
                    message=f"lies before {other.adopted}, the adoption of {other.id} ({tie.kind})",
                )


# --- bodies and relations ----------------------------------------------------------------------


@rule(
    "O108",
    "acts-outside-existence",
    Severity.WARNING,
    "Nobody acts before birth or founding, nor after the end.",
)
def _acts_outside(data: Dataset) -> Iterable[Finding]:
    """Report participants that act when they, their office or their body did not exist.

    Those of whom it is only told are let pass, and so is what an outcome launches.
    """
    existed = {one.id: one.existed for one in data._tables.get(Actor) if one.existed is not None}
    for event in data._tables.get(Event):
        for path, part, when in parts_of(event):
            if when is None or getattr(part, "kind", None) is OutcomeKind.LAUNCH:
                continue
            for one in part.participants:
                for field in ("actor", "capacity", "on_behalf_of"):
                    name = getattr(one, field)
                    time = existed.get(name)
                    if time is None or one.role in _ABSENT or time.overlaps(when):
                        continue
                    how = "before" if before(when, time) else "after"
                    yield Finding(
                        record=event.id,
                        field=f"{path}participants[{one.actor}].{field}",
                        value=shorten(name),
                        message=f"acts on {when}, {how} it existed, {time}",
                    )


@rule(
    "O109",
    "bound-against-cause",
    Severity.WARNING,
    "What begins or ends a relation lies at its bound, or not long before.",
)
def _bound_against_cause(data: Dataset) -> Iterable[Finding]:
    """Report relations whose bounds lie before, or long after, what begins or ends them."""
    for relation in data._tables.get(Relation):
        when = relation.when
        if when is None:
            continue
        sides = (
            ("begun_by", relation.begun_by, when._lo, when._sure_lo, "begins"),
            ("ended_by", relation.ended_by, when._sure_hi, when._hi, "ends"),
        )
        for field, name, earliest, latest, verb in sides:
            cause, is_event = _cause(data, name)
            if cause is None:
                continue
            if cause._lo > latest:
                how = f"comes after {when}, which it {verb}"
            elif is_event and cause._hi + AHEAD_DAYS < earliest:
                how = f"comes more than half a year before {when}, which it {verb}"
            else:
                continue
            yield Finding(
                record=relation.id,
                field=field,
                value=shorten(name),
                message=f"{how}: {cause}",
            )


def _cause(data: Dataset, name: str | None) -> tuple[Period | None, bool]:
    """Give the date of an event or a document, and whether it is an event.

    A document may be adopted long before what it begins.
    """
    event = data._tables.by_id(Event).get(name or "")
    if event is not None:
        return event.when, True
    document = data._tables.by_id(Document).get(name or "")
    return (document.adopted if document is not None else None), False
