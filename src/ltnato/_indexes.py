"""What queries look up again and again, made once a dataset: who stands where, and folded texts."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TypeVar

from ._arguments import date_order
from ._models import Actor, Document, Event, Observation, Relation
from ._period import span
from ._text import fold
from ._trust import citations_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ._parts import Citation, Outcome, Participation
    from ._period import Period
    from ._tables import Tables
    from ._vocabulary import Role

K = TypeVar("K")
T = TypeVar("T")

#: A span has at most this many days to be found by the day of the year.
LONGEST_ANNIVERSARY = 31


# Plain classes: named tuples would be written and compiled anew in every process.
class Stand:
    """Where somebody takes part: the event, the outcome if it stands in one, the participation."""

    __slots__ = ("event", "outcome", "part")

    def __init__(self, event: Event, outcome: Outcome | None, part: Participation) -> None:
        self.event = event
        self.outcome = outcome
        self.part = part

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Give what supports the participation: its own citations, else those around it."""
        around = self.outcome.citations if self.outcome is not None else ()
        return self.part.citations or around or self.event.citations


class Result:
    """An outcome or a provision: to what it belongs, its date, and the actors that stand in it."""

    __slots__ = ("actors", "outcome", "owner", "when")

    def __init__(
        self,
        outcome: Outcome,
        owner: Event | Document,
        when: Period | None,
        actors: frozenset[str | None],
    ) -> None:
        self.outcome = outcome
        self.owner = owner
        self.when = when
        self.actors = actors


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Group items by a key, each group in their order."""
    found: dict[K, list[T]] = {}
    for one in items:
        found.setdefault(key(one), []).append(one)
    return found


def stands_in(event: Event) -> Iterator[Stand]:
    """Give every participation of an event and of its outcomes."""
    for part in event.participants:
        yield Stand(event, None, part)
    for outcome in event.outcomes:
        for part in outcome.participants:
            yield Stand(event, outcome, part)


def named(part: Participation) -> tuple[str | None, ...]:
    """Give every actor that a participation names."""
    return (part.actor, part.capacity, part.post, part.on_behalf_of)


def stands(tables: Tables) -> tuple[Stand, ...]:
    """Give every participation of a dataset, in order of time."""
    return tables.memo(
        "stands",
        lambda: tuple(chain.from_iterable(stands_in(one) for one in tables.get(Event))),
    )


def stands_by_actor(tables: Tables) -> Mapping[str | None, list[int]]:
    """Give the places of an actor among all participations, by its identifier."""

    def make() -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = {}
        for place, stand in enumerate(stands(tables)):
            for one in {*named(stand.part)} - {None}:
                found.setdefault(one, []).append(place)
        return found

    return tables.memo("stands by actor", make)


def stands_by_role(tables: Tables) -> Mapping[Role, list[int]]:
    """Give the places of a role among all participations."""

    def make() -> dict[Role, list[int]]:
        found: dict[Role, list[int]] = {}
        for place, stand in enumerate(stands(tables)):
            found.setdefault(stand.part.role, []).append(place)
        return found

    return tables.memo("stands by role", make)


def results(tables: Tables) -> tuple[Result, ...]:
    """Give every outcome and provision, in order of time."""

    def make() -> tuple[Result, ...]:
        found = [
            Result(one, event, one.when or event.when, _actors(one))
            for event in tables.get(Event)
            for one in event.outcomes
        ]
        found += [
            Result(one, document, one.when or document.adopted, _actors(one))
            for document in tables.get(Document)
            for one in document.provisions
        ]
        # The sort is stable: outcomes of one date keep the order of their event.
        found.sort(key=lambda one: date_order(one.when))
        return tuple(found)

    return tables.memo("results", make)


def _actors(outcome: Outcome) -> frozenset[str | None]:
    return frozenset(chain.from_iterable(named(part) for part in outcome.participants))


def result_texts(tables: Tables) -> tuple[str, ...]:
    """Give the folded text of every outcome and provision, in the same order."""
    return tables.memo(
        "result texts",
        lambda: tuple(
            fold(f"{one.outcome.text.en}\n{one.outcome.text.lt}") for one in results(tables)
        ),
    )


def relations_by_object(tables: Tables) -> Mapping[str, list[Relation]]:
    """Give the relations to an actor, by its identifier."""
    return tables.memo(
        "relations by object", lambda: grouped(tables.get(Relation), lambda one: one.object)
    )


def observations_by_actor(tables: Tables) -> Mapping[str, list[Observation]]:
    """Give the observations of an actor, by its identifier."""
    return tables.memo(
        "observations by actor", lambda: grouped(tables.get(Observation), lambda one: one.actor)
    )


def name_text(tables: Tables, identifier: str) -> str:
    """Give the folded names of an actor, a place or a document."""
    return tables.memo(("names", identifier), lambda: fold("\n".join(tables.spellings(identifier))))


def actor_texts(tables: Tables) -> Mapping[str, str]:
    """Give the folded names of every actor."""
    return tables.memo(
        "actor texts",
        lambda: {one.id: name_text(tables, one.id) for one in tables.get(Actor)},
    )


def document_texts(tables: Tables) -> Mapping[str, str]:
    """Give the folded text of every document: its titles, names, number and provisions."""

    def make() -> dict[str, str]:
        found = {}
        for one in tables.get(Document):
            parts = [one.number or ""]
            for provision in one.provisions:
                parts += [provision.text.en, provision.text.lt]
            found[one.id] = "\n".join((name_text(tables, one.id), fold("\n".join(parts))))
        return found

    return tables.memo("document texts", make)


def event_texts(tables: Tables, events: Iterable[Event]) -> Mapping[str, str]:
    """Give the folded text of events: their wordings, and all names of what they involve."""
    found: dict[str, str] = tables.memo("event texts", dict)
    for event in events:
        if event.id not in found:
            found[event.id] = _event_text(tables, event)
    return found


def _event_text(tables: Tables, event: Event) -> str:
    parts = [event.title.en, event.title.lt, event.summary.en, event.summary.lt]
    ids: set[str | None] = set()
    for outcome in event.outcomes:
        parts += [outcome.text.en, outcome.text.lt]
    holders: tuple[Event | Outcome, ...] = (event, *event.outcomes)
    for one in holders:
        ids.update(one.places, (use.document for use in one.documents))
        ids.update(*(named(part) for part in one.participants))
    return "\n".join((fold("\n".join(parts)), *(name_text(tables, one) for one in ids if one)))


def event_citations(tables: Tables) -> Mapping[str, tuple[frozenset[str], tuple[Citation, ...]]]:
    """Give the sources of every event, and its citations, those of its parts included."""

    def make() -> dict[str, tuple[frozenset[str], tuple[Citation, ...]]]:
        found = {}
        for one in tables.get(Event):
            cited = tuple(citations_of(one))
            found[one.id] = (frozenset(each.source for each in cited), cited)
        return found

    return tables.memo("event citations", make)


def anniversaries(tables: Tables) -> Mapping[tuple[int, int], frozenset[str]]:
    """Give the events of each day of the year: those known to the day, of at most a month."""

    def make() -> dict[tuple[int, int], frozenset[str]]:
        found: dict[tuple[int, int], set[str]] = {}
        for event in tables.get(Event):
            when = event.when
            if when is None or when.days is None or when.days > LONGEST_ANNIVERSARY:
                continue
            low, high = span(when)
            for day in map(date.fromordinal, range(low, high + 1)):
                found.setdefault((day.month, day.day), set()).add(event.id)
        return {day: frozenset(ids) for day, ids in found.items()}

    return tables.memo("anniversaries", make)
