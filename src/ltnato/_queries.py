"""What each filter of a query about events, participations and outcomes means."""

from __future__ import annotations

from datetime import date
from itertools import chain

from ._arguments import (
    citing,
    flag_of,
    ids_of,
    keep,
    meets,
    needle_of,
    places_within,
    sift,
    window_of,
    words_of,
)
from ._errors import InvalidQueryError
from ._indexes import (
    anniversaries,
    event_citations,
    event_texts,
    named,
    result_texts,
    results,
    stands,
    stands_by_actor,
    stands_by_role,
    stands_in,
)
from ._models import (
    Actor,
    Document,
    Event,
)
from ._parts import Outcome, Participation
from ._period import as_period, span
from ._records import Records
from ._trust import trust_of
from ._vocabulary import (
    Act,
    Category,
    Manner,
    OutcomeKind,
    Role,
    Topic,
    Trust,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from ._arguments import Check
    from ._indexes import Result, Stand
    from ._tables import Tables

#: So few events are looked through one by one, which spares the decoding of all others.
_FEW = 30


class _Asked:
    """What a participation must be to be asked for: all of it of the same one."""

    __slots__ = ("_actors", "_capacities", "_cited", "_roles")

    def __init__(
        self,
        tables: Tables,
        *,
        actor: object,
        role: object,
        capacity: object,
        source: object,
        known: Container[object] = (),
    ) -> None:
        self._actors = None if actor is None else ids_of(tables, actor, "actor", Actor, known=known)
        self._roles = None if role is None else words_of(role, Role, "role")
        self._capacities = (
            None if capacity is None else ids_of(tables, capacity, "capacity", Actor, known=known)
        )
        self._cited = None if source is None else citing(tables, source)

    def holds(self, stand: Stand) -> bool:
        """Tell whether it is asked for."""
        part = stand.part
        return (
            (self._actors is None or not self._actors.isdisjoint(named(part)))
            and (self._roles is None or part.role in self._roles)
            and (self._capacities is None or part.capacity in self._capacities)
            and (self._cited is None or self._cited(stand.citations))
        )

    def candidates(self, tables: Tables) -> Iterable[Stand]:
        """Give the participations that may be asked for, in order, by the narrowest index."""
        everywhere = stands(tables)
        actors = self._actors if self._actors is not None else self._capacities
        if actors is not None:
            by_actor = stands_by_actor(tables)
            places = {place for one in actors for place in by_actor.get(one, ())}
        elif self._roles is not None:
            by_role = stands_by_role(tables)
            places = {place for one in self._roles for place in by_role.get(one, ())}
        else:
            return everywhere
        return [everywhere[place] for place in sorted(places)]


def _taking_part(
    tables: Tables,
    found: Sequence[Event],
    *,
    few: bool,
    actor: object,
    role: object,
    capacity: object,
    source: object,
) -> list[Event]:
    """Keep the events in which somebody takes part as asked."""
    # An identifier that events name is an actor's, without a look into that table.
    near = [stand for event in found for stand in stands_in(event)] if few else []
    known: Container[object] = (
        frozenset(chain.from_iterable(named(stand.part) for stand in near))
        if few
        else stands_by_actor(tables)
    )
    asked = _Asked(tables, actor=actor, role=role, capacity=capacity, source=source, known=known)
    candidates = near if few else asked.candidates(tables)
    kept = {stand.event.id for stand in candidates if asked.holds(stand)}
    return [event for event in found if event.id in kept]


def events(  # noqa: C901 - one branch a filter
    tables: Tables,
    *,
    on: object = None,
    since: object = None,
    until: object = None,
    actor: object = None,
    role: object = None,
    capacity: object = None,
    category: object = None,
    manner: object = None,
    topic: object = None,
    place: object = None,
    document: object = None,
    act: object = None,
    source: object = None,
    part_of: object = None,
    key: object = None,
    trust: object = None,
    text: object = None,
) -> Records[Event]:
    """Find events; see `Dataset.events`."""
    checks: list[Check] = []
    window = window_of(on, since, until)
    found: Sequence[Event] = tables.during(*window) if window else tables.get(Event)
    if actor is not None or role is not None or capacity is not None:
        few = window is not None and len(found) <= _FEW
        found = _taking_part(
            tables, found, few=few, actor=actor, role=role, capacity=capacity, source=source
        )
    elif source is not None:
        cited = citing(tables, source)
        by_event = event_citations(tables)
        found = [
            event
            for event in found
            if not cited.sources.isdisjoint(by_event[event.id][0]) and cited(by_event[event.id][1])
        ]
    if category is not None:
        categories = words_of(category, Category, "category")
        checks.append(lambda event: event.category in categories)
    if manner is not None:
        manners = words_of(manner, Manner, "manner")
        checks.append(lambda event: not manners.isdisjoint(event.manner))
    if topic is not None:
        topics = words_of(topic, Topic, "topic")
        checks.append(lambda event: _looks_in(event, lambda one: not topics.isdisjoint(one.topics)))
    if place is not None:
        places = places_within(tables, place)
        checks.append(lambda event: _looks_in(event, lambda one: not places.isdisjoint(one.places)))
    if document is not None or act is not None:
        uses = _use_check(tables, document, act)
        checks.append(lambda event: _looks_in(event, uses))
    if part_of is not None:
        wholes = ids_of(tables, part_of, "part_of", Event)
        checks.append(lambda event: event.part_of in wholes)
    if key is not None:
        flag = flag_of(key, "key")
        checks.append(lambda event: event.key is flag)
    if trust is not None:
        levels = words_of(trust, Trust, "trust")
        checks.append(lambda event: trust_of(tables, event) in levels)
    if text is not None:
        needle = needle_of(text)
        found = keep(found, checks, tables, Event)
        texts = event_texts(tables, found)
        return keep(found, [lambda event: needle in texts[event.id]], tables, Event)
    return keep(found, checks, tables, Event)


def _looks_in(event: Event, holds: Check) -> bool:
    """Tell whether a check holds of an event or of one of its outcomes."""
    return holds(event) or any(holds(outcome) for outcome in event.outcomes)


def _use_check(tables: Tables, document: object, act: object) -> Check:
    """Make the check that one use of a document fits both filters."""
    documents = None if document is None else ids_of(tables, document, "document", Document)
    acts = None if act is None else words_of(act, Act, "act")
    return lambda one: any(
        (documents is None or use.document in documents) and (acts is None or use.act in acts)
        for use in one.documents
    )


def on_this_day(tables: Tables, day: object, found: Iterable[Event]) -> Records[Event]:
    """Keep the events of a day of the year; see `Dataset.on_this_day`."""
    kept = anniversaries(tables).get(_month_day(day), frozenset())
    return Records([event for event in found if event.id in kept], tables, Event)


def _month_day(day: object) -> tuple[int, int]:
    """Take a day of the year: ``"03-29"``, or any date."""
    if day is None:
        today = date.today()  # noqa: DTZ011 - the user's own day is meant
        return today.month, today.day
    if isinstance(day, str) and len(day) == len("03-29"):
        period = as_period(f"2000-{day}")  # a leap year, so that 29 February is a day
    else:
        period = as_period(day)
    if period.days != 1:
        message = f"on_this_day takes one day, not {str(period)!r}"
        raise InvalidQueryError(message)
    found = date.fromordinal(span(period)[0])
    return found.month, found.day


# --- participations and outcomes ---------------------------------------------------------------


def participations(
    tables: Tables,
    *,
    actor: object = None,
    role: object = None,
    capacity: object = None,
    event: object = None,
    since: object = None,
    until: object = None,
    source: object = None,
) -> Records[Participation]:
    """Find participations; see `Dataset.participations`."""
    asked = _Asked(tables, actor=actor, role=role, capacity=capacity, source=source)
    owners = None if event is None else ids_of(tables, event, "event", Event)
    window = window_of(None, since, until)
    found = [
        stand.part
        for stand in asked.candidates(tables)
        if (owners is None or stand.event.id in owners)
        and (window is None or meets(stand.event.when, window))
        and asked.holds(stand)
    ]
    return Records(found, tables, Participation)


def outcomes(
    tables: Tables,
    *,
    of: object = None,
    kind: object = None,
    actor: object = None,
    role: object = None,
    topic: object = None,
    document: object = None,
    on: object = None,
    since: object = None,
    until: object = None,
    source: object = None,
    text: object = None,
) -> Records[Outcome]:
    """Find outcomes; see `Dataset.outcomes`."""
    checks: list[Callable[[Result], bool]] = []
    if of is not None:
        owners = ids_of(tables, of, "of", Event, Document)
        checks.append(lambda one: one.owner.id in owners)
    window = window_of(on, since, until)
    if window is not None:
        checks.append(lambda one: meets(one.when, window))
    if kind is not None:
        kinds = words_of(kind, OutcomeKind, "kind")
        checks.append(lambda one: one.outcome.kind in kinds)
    actors = None if actor is None else ids_of(tables, actor, "actor", Actor)
    if actors is not None:
        checks.append(lambda one: not actors.isdisjoint(one.actors))
    if role is not None:
        roles = words_of(role, Role, "role")
        checks.append(
            lambda one: any(
                part.role in roles and (actors is None or not actors.isdisjoint(named(part)))
                for part in one.outcome.participants
            ),
        )
    if topic is not None:
        topics = words_of(topic, Topic, "topic")
        checks.append(lambda one: not topics.isdisjoint(one.outcome.topics))
    if document is not None:
        uses = _use_check(tables, document, None)
        checks.append(lambda one: uses(one.outcome))
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one: cited(one.outcome.citations or one.owner.citations))
    found: Iterable[Result] = results(tables)
    if text is not None:
        needle = needle_of(text)
        texts = zip(found, result_texts(tables), strict=True)
        found = [one for one, folded in texts if needle in folded]
    return Records([one.outcome for one in sift(found, checks)], tables, Outcome)
