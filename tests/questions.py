"""Short ways to ask the shipped data through the public contract, for tests of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import ltnato

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    #: A question, how it is asked, and the true answer.
    Row: TypeAlias = tuple[str, Callable[[], object], object]

PAGE = "mfa-membership-page"


def asked(rows: Sequence[Row]) -> pytest.MarkDecorator:
    """Ask each question in a test of its own, named after it."""
    return pytest.mark.parametrize(
        ("ask", "answer"), [row[1:] for row in rows], ids=[row[0] for row in rows]
    )


def known(period: ltnato.Period | None) -> ltnato.Period:
    """Give a date that must be there."""
    assert period is not None
    return period


def when(event: str | None) -> ltnato.Period:
    """Give the date of an event that has one."""
    return known(ltnato.event(event or "").when)


def day(event: str) -> str:
    """Give the date of an event as text."""
    return str(when(event))


def dates(events: Iterable[ltnato.Event]) -> list[str]:
    """Give the dates of events as texts."""
    return [str(event.when) for event in events]


def where(event: str) -> tuple[str, ...]:
    """Give the places of an event."""
    return ltnato.event(event).places


def who(event: str, role: str, outcome: str | None = None) -> list[str]:
    """Give who stands in a role in an event, or in an outcome of it."""
    parts = ltnato.participations(event=event, role=role)
    return list(parts.where(lambda part: part.outcome == outcome).ids)


def offices(event: str, role: str) -> list[str | None]:
    """Give in which capacity those in a role acted in an event."""
    parts = ltnato.participations(event=event, role=role)
    return [part.capacity for part in parts if part.outcome is None]


def posts(event: str) -> list[tuple[str, str | None]]:
    """Give whom an event appoints to what."""
    parts = ltnato.participations(event=event, role="appointee")
    return [(part.actor, part.post) for part in parts if part.outcome is None]


def result(owner: str, id: str) -> ltnato.Outcome:
    """Give an outcome of an event, or a provision of a document."""
    (found,) = ltnato.outcomes(of=owner).where(lambda one: one.id == id)
    return found


def party(owner: str, id: str, role: str) -> list[str]:
    """Give who stands in a role in an outcome or a provision."""
    return [one.actor for one in result(owner, id).participants if one.role == role]


def told(sentence: str) -> list[tuple[str | None, str, str]]:
    """Give owner, name and kind of the outcomes and provisions that cite a sentence of the page."""
    found = ltnato.outcomes(source=f"{PAGE}/{sentence}")
    return [(one.of, one.id, one.kind.value) for one in found]


def numbers(holder: ltnato.Event | ltnato.Outcome) -> list[tuple[float, str, str]]:
    """Give the figures of an event or an outcome as number, unit and bound."""
    return [(one.value, one.unit.value, one.bound.value) for one in holder.figures]


def acts(holder: ltnato.Event | ltnato.Outcome | ltnato.Relation) -> list[tuple[str, str]]:
    """Give what was done with which document."""
    return [(one.act.value, one.document) for one in holder.documents]


def links(event: str) -> list[tuple[str, str]]:
    """Give how an event stands to others."""
    return [(one.kind.value, one.event) for one in ltnato.event(event).links]


def related(document: str) -> list[tuple[str, str]]:
    """Give how a document stands to others."""
    return [(one.kind.value, one.document) for one in ltnato.document(document).related]


def stated(record: str, field: str | None) -> list[tuple[str, str | None]]:
    """Give what the ledger keeps of the page about a field, with what was adopted."""
    found = ltnato.discrepancies(record=record, source=PAGE)
    return [(one.stated, one.adopted) for one in found if one.field == field]


def adopted(record: str, field: str | None) -> list[str | None]:
    """Give what was adopted in place of what the page states of a field."""
    return [one for _, one in stated(record, field)]


def tie(kind: str, subject: str, object: str) -> tuple[str, str | None, str | None]:
    """Give when a relation holds, where, and what began it."""
    (found,) = ltnato.relations(kind=kind, subject=subject, object=object)
    return str(found.when), found.place, found.begun_by


def entries(outcomes: Iterable[ltnato.Outcome]) -> list[str]:
    """Give the dates of the page's entries that outcomes cite, in the page's order."""
    cited = {
        (one.locator or "").split(":")[0]
        for outcome in outcomes
        for one in outcome.citations
        if one.source == PAGE
    }
    return [str(one.when) for one in ltnato.source(PAGE).outline if one.locator in cited]
