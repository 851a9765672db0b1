"""Dates: inside the coverage, their whole, their event, and what was known.

Every rule asks what is sure: a date is flagged where no reading of it can be right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ltnato._codec import INFO_FILE
from ltnato._edtf import COARSENESS
from ltnato._errors import InvalidPeriodError
from ltnato._models import (
    Actor,
    Discrepancy,
    Document,
    Event,
    Finding,
    Observation,
    Relation,
    Source,
)
from ltnato._period import Period
from ltnato._text import shorten
from ltnato._vocabulary import LinkKind, NameKind, OutcomeKind, RelationKind, Severity

from ._rule import rule
from ._scenes import before
from ._walk import followed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ltnato._dataset import Dataset
    from ltnato._parts import Outcome

#: A talk on the eve of a meeting, or on the way home, is still held in its margins.
MARGIN_DAYS = 3

_SENTENCE = re.compile(r":[1-9][0-9]*\Z", re.ASCII)
_YEAR = re.compile(r"-((?:1[89]|20)[0-9]{2})\Z", re.ASCII)


@rule(
    "D101",
    "later-than-as-of",
    Severity.ERROR,
    "Data that tell up to a day can not tell as past what comes after it.",
)
def _later_than_as_of(data: Dataset) -> Iterable[Finding]:
    """Report what starts after the day up to which the data tell."""
    last = data.as_of
    for record, field, when in _told_as_past(data):
        if when is not None and before(last, when):
            yield Finding(
                record=record,
                field=field,
                value=shorten(str(when)),
                message=f"starts after {last}, the day up to which the data tell",
            )


def _told_as_past(data: Dataset) -> Iterator[tuple[str, str, Period | None]]:
    """Give every date of what is told as past, with its record and its path.

    An announced event may be still to come, and so may what an outcome announces.
    """
    tables = data._tables
    announced = {
        link.event
        for event in tables.get(Event)
        for link in event.links
        if link.kind is LinkKind.ANNOUNCES
    }
    for event in tables.get(Event):
        if event.id not in announced:
            yield event.id, "when", event.when
            yield from _own_dates(event.id, "outcomes", event.outcomes)
    for document in tables.get(Document):
        yield document.id, "adopted", document.adopted
        yield from _own_dates(document.id, "provisions", document.provisions)
    for relation in tables.get(Relation):
        yield relation.id, "when", relation.when
    for actor in tables.get(Actor):
        yield actor.id, "existed", actor.existed
        for name in actor.names:
            yield actor.id, f"names[{name.text}].when", name.when
    for one in tables.get(Observation):
        yield one.id, "edition", one.edition


def _own_dates(
    record: str, field: str, outcomes: Iterable[Outcome]
) -> Iterator[tuple[str, str, Period | None]]:
    for outcome in outcomes:
        if outcome.kind is not OutcomeKind.ANNOUNCEMENT:
            yield record, f"{field}[{outcome.id}].when", outcome.when


@rule(
    "D102",
    "coverage-beyond-as-of",
    Severity.ERROR,
    "Nothing is complete for a time of which the data do not tell.",
)
def _coverage_beyond(data: Dataset) -> Iterable[Finding]:
    """Report coverage that reaches beyond the day up to which the data tell."""
    last = data.as_of
    for one in data._tables.info.coverage:
        if one.period._sure_hi > last._hi:
            yield Finding(
                file=INFO_FILE,
                field=f"coverage[{one.object}].period",
                value=shorten(str(one.period)),
                message=f"reaches beyond {last}, the day up to which the data tell",
            )


@rule(
    "D103",
    "part-outside-whole",
    Severity.WARNING,
    f"A part lies inside its whole, or within {MARGIN_DAYS} days of it.",
)
def _part_outside(data: Dataset) -> Iterable[Finding]:
    """Report events that surely reach beyond the margins of the event they are part of."""
    events = data._tables.by_id(Event)
    for event in events.values():
        whole = events.get(event.part_of or "")
        if whole is None or whole.when is None or event.when is None:
            continue
        first, last = whole.when._lo - MARGIN_DAYS, whole.when._hi + MARGIN_DAYS
        if event.when._sure_lo < first or event.when._sure_hi > last:
            yield Finding(
                record=event.id,
                field="when",
                value=shorten(str(event.when)),
                message=(
                    f"lies more than {MARGIN_DAYS} days outside its whole, {whole.id}, {whole.when}"
                ),
                hint="a link would tie it to an event that comes before or after",
            )


@rule(
    "D104",
    "outcome-outside-event",
    Severity.WARNING,
    "What has a date outside its event is an event of its own.",
)
def _outcome_outside(data: Dataset) -> Iterable[Finding]:
    """Report outcomes whose own date shares no day with their event."""
    for event in data._tables.get(Event):
        for outcome in event.outcomes:
            if event.when and outcome.when and not outcome.when.overlaps(event.when):
                yield Finding(
                    record=event.id,
                    field=f"outcomes[{outcome.id}].when",
                    value=shorten(str(outcome.when)),
                    message=f"lies outside its event, {event.when}",
                    hint="enter it as an event of its own, with a link",
                )


@rule(
    "D105",
    "due-before-event",
    Severity.WARNING,
    "What is decided is to be done later.",
)
def _due_before(data: Dataset) -> Iterable[Finding]:
    """Report outcomes and provisions that were due before they were made."""
    wholes = [
        ("outcomes", event.id, event.outcomes, event.when) for event in data._tables.get(Event)
    ] + [
        ("provisions", document.id, document.provisions, document.adopted)
        for document in data._tables.get(Document)
    ]
    for field, record, outcomes, day in wholes:
        for outcome in outcomes:
            made = outcome.when or day
            if outcome.due is not None and made is not None and before(outcome.due, made):
                yield Finding(
                    record=record,
                    field=f"{field}[{outcome.id}].due",
                    value=shorten(str(outcome.due)),
                    message=f"is over before it was decided, {made}",
                )


@rule(
    "D106",
    "finer-than-evidence",
    Severity.WARNING,
    "A date is not told more exactly, or more surely, than the evidence that was weighed allows.",
)
def _finer_than_evidence(data: Dataset) -> Iterable[Finding]:
    """Report dates that say more than the discrepancy on them adopted."""
    for one, values, _ in followed(data):
        value = values[0] if values else None
        adopted = _as_date(one.adopted)
        if not isinstance(value, Period) or adopted is None:
            continue
        finer = COARSENESS.index(value.precision) < COARSENESS.index(adopted.precision)
        surer = (adopted.uncertain and not value.uncertain) or (
            adopted.approximate and not value.approximate
        )
        if finer or surer:
            yield Finding(
                record=one.record,
                field=one.field,
                value=shorten(str(value)),
                message=(
                    f"is told more {'exactly' if finer else 'surely'} than {str(adopted)!r},"
                    f" which {one.id} adopted"
                ),
            )


def _as_date(text: str | None) -> Period | None:
    """Read what was adopted, if it is a date."""
    try:
        return Period(text) if text is not None else None
    except InvalidPeriodError:
        return None


@rule(
    "D107",
    "relation-outside-existence",
    Severity.WARNING,
    "Nobody is a member, a part or the head of what does not exist.",
)
def _relation_outside(data: Dataset) -> Iterable[Finding]:
    """Report relations that begin before, or go on after, one of their sides existed."""
    actors = data._tables.by_id(Actor)
    for relation in data._tables.get(Relation):
        when = relation.when
        if when is None:
            continue
        # Who succeeds another begins where that one has ended.
        succeeds = relation.kind is RelationKind.SUCCEEDS
        for side in (relation.subject,) if succeeds else (relation.subject, relation.object):
            existed = actors[side].existed
            if existed is None:
                continue
            if when._sure_lo < existed._lo:
                how = "begins before"
            elif when._sure_hi > existed._hi:
                how = "goes on after"
            else:
                continue
            yield Finding(
                record=relation.id,
                field="when",
                value=shorten(str(when)),
                message=f"{how} {side} existed, {existed}",
            )


@rule(
    "D108",
    "name-outside-existence",
    Severity.NOTE,
    "A name belongs to the time in which its bearer existed, or to the days beside it.",
)
def _name_outside(data: Dataset) -> Iterable[Finding]:
    """Report names of actors that were borne wholly before or after these existed."""
    for actor in data._tables.get(Actor):
        existed = actor.existed
        for name in actor.names:
            when = name.when
            # A body may be named when it is decided on: times that touch are let pass.
            if when is None or existed is None or _touch(when, existed):
                continue
            yield Finding(
                record=actor.id,
                field=f"names[{name.text}].when",
                value=shorten(str(when)),
                message=f"lies outside the time in which its bearer existed, {existed}",
            )


def _touch(one: Period, other: Period) -> bool:
    """Tell whether two times may share a day, or follow each other without a gap."""
    return one._lo <= other._hi + 1 and other._lo <= one._hi + 1


@rule(
    "D109",
    "former-name-in-use",
    Severity.WARNING,
    "A former name was given up.",
)
def _former_in_use(data: Dataset) -> Iterable[Finding]:
    """Report former names that are said to be borne still."""
    for actor in data._tables.get(Actor):
        for name in actor.names:
            if name.kind is NameKind.FORMER and name.when is not None and name.when.is_ongoing:
                yield Finding(
                    record=actor.id,
                    field=f"names[{name.text}].when",
                    value=shorten(str(name.when)),
                    message="goes on, yet the name is a former one",
                )


@rule(
    "D110",
    "date-against-heading",
    Severity.WARNING,
    "An event that cites a dated entry has its date, or a discrepancy says why it has another.",
)
def _against_heading(data: Dataset) -> Iterable[Finding]:
    """Report events that cite dated entries as wholes, none of which has their date."""
    tables = data._tables
    headings = {
        (source.id, entry.locator): entry.when
        for source in tables.get(Source)
        for entry in source.outline
        if entry.when is not None
    }
    weighed = {one.record for one in tables.get(Discrepancy) if one.field in ("when", None)}
    for event in tables.get(Event):
        if event.when is None or event.id in weighed:
            continue
        # A sentence of an entry may tell of another day than its heading.
        cited = {
            one.locator: when
            for one in event.citations
            if one.locator is not None
            and not _SENTENCE.search(one.locator)
            and (when := headings.get((one.source, one.locator))) is not None
        }
        if cited and not any(event.when.overlaps(when) for when in cited.values()):
            told = ", ".join(f"{locator} ({when})" for locator, when in cited.items())
            yield Finding(
                record=event.id,
                field="when",
                value=shorten(str(event.when)),
                message=f"shares no day with the heading it cites: {told}",
                hint="a discrepancy on 'when' would say why",
            )


@rule(
    "D111",
    "year-in-identifier",
    Severity.NOTE,
    "The year at the end of an identifier is, as a rule, that of its date.",
)
def _year_in_identifier(data: Dataset) -> Iterable[Finding]:
    """Report events and relations whose identifier ends in a year that they do not touch."""
    records: tuple[Event | Relation, ...] = (
        *data._tables.get(Event),
        *data._tables.get(Relation),
    )
    for record in records:
        match = _YEAR.search(record.id)
        if match and record.when is not None and not record.when.overlaps(match[1]):
            yield Finding(
                record=record.id,
                field="when",
                value=shorten(str(record.when)),
                message=f"does not touch {match[1]}, the year in its identifier",
            )
