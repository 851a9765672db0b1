"""Events, outcomes and provisions with their dates, and the relations of each actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ltnato._edtf import NO_END, NO_START
from ltnato._indexes import grouped
from ltnato._listings import coverage
from ltnato._models import Document, Event, Relation
from ltnato._period import span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ltnato._dataset import Dataset
    from ltnato._parts import Outcome, Participation
    from ltnato._period import Period
    from ltnato._vocabulary import RelationKind

__all__ = [
    "Scene",
    "before",
    "begins",
    "covers",
    "own",
    "parts",
    "parts_of",
    "scenes",
    "sure",
    "ties",
]


class Scene(NamedTuple):
    """Hold an event, an outcome or a provision, and its date.

    Args:
        owner: The record in which it stands.
        path: Path to it within the record, with a dot at the end; empty for an event.
        when: Its own date, else that of its record.
        holder: The event, outcome or provision.
    """

    owner: Event | Document
    path: str
    when: Period | None
    holder: Event | Outcome


def scenes(data: Dataset) -> tuple[Scene, ...]:
    """Give every event and outcome, and every provision of a document."""

    def make() -> tuple[Scene, ...]:
        found = [
            Scene(event, path, when, holder)
            for event in data._tables.get(Event)
            for path, holder, when in parts_of(event)
        ]
        for document in data._tables.get(Document):
            found += [
                Scene(document, f"provisions[{one.id}].", one.when or document.adopted, one)
                for one in document.provisions
            ]
        return tuple(found)

    return data._tables.memo(scenes, make)


def parts(data: Dataset) -> Iterator[tuple[Scene, Period, Participation]]:
    """Give who took part in a dated event or outcome.

    Provisions are left out: they say what is to be, not who acts on the day of the document.
    """
    for scene in scenes(data):
        if scene.when is not None and isinstance(scene.owner, Event):
            for part in scene.holder.participants:
                yield scene, scene.when, part


def ties(data: Dataset) -> Mapping[tuple[RelationKind, str], Sequence[Relation]]:
    """Give the relations of each kind to each object, in order of time."""
    return data._tables.memo(
        ties, lambda: grouped(data._tables.get(Relation), lambda one: (one.kind, one.object))
    )


def own(data: Dataset, subject: str, kind: RelationKind, target: str) -> Sequence[Relation]:
    """Give the relations of one actor to another of a kind, in order of time."""

    def make() -> dict[tuple[str, RelationKind, str], list[Relation]]:
        relations = data._tables.get(Relation)
        return grouped(relations, lambda one: (one.subject, one.kind, one.object))

    return data._tables.memo(own, make).get((subject, kind, target), ())


def covers(data: Dataset, kind: RelationKind, target: str, days: tuple[int, int]) -> bool:
    """Tell whether the data hold every relation of a kind to an object from one day to another."""

    def make() -> dict[tuple[RelationKind, str], list[tuple[int, int]]]:
        found: dict[tuple[RelationKind, str], list[tuple[int, int]]] = {}
        for one in coverage(data._tables):
            found.setdefault((one.relation, one.object), []).append(span(one.period))
        return found

    known = data._tables.memo(covers, make).get((kind, target), ())
    return any(first <= days[0] and days[1] <= last for first, last in known)


def sure(when: Period | None) -> tuple[int, int]:
    """Give the first and last day that surely lie within, reversed where there is none."""
    return (NO_START, NO_END) if when is None else (when._sure_lo, when._sure_hi)


def begins(when: Period | None) -> tuple[int, int]:
    """Give the first and last day on which a time may begin; what no source tells has no limit."""
    if when is None:
        return (NO_START, NO_END)
    low, high = span(when) if when.one_of else (when.first._lo, when.first._hi)
    return (low, min(high, when._hi))


def parts_of(event: Event) -> Iterator[tuple[str, Event | Outcome, Period | None]]:
    """Give an event and its outcomes, each with the start of its path and its date."""
    yield "", event, event.when
    for outcome in event.outcomes:
        yield f"outcomes[{outcome.id}].", outcome, outcome.when or event.when


def before(one: Period, other: Period) -> bool:
    """Tell whether a time is surely over before another begins."""
    return one._hi < other._lo
