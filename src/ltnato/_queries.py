"""What each filter of a query about events, participations and outcomes means."""

from __future__ import annotations

from datetime import date

from ._arguments import (
    citing,
    date_order,
    flag_of,
    ids_of,
    keep,
    meets,
    name_text,
    needle_of,
    places_within,
    window_of,
    words_of,
)
from ._errors import InvalidQueryError
from ._models import (
    Actor,
    Document,
    Event,
)
from ._parts import Outcome, Participation
from ._period import Period, as_period, span
from ._records import Records
from ._text import fold
from ._trust import citations_of, trust_of
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
    from collections.abc import Callable, Container, Iterable, Iterator

    from ._arguments import Check
    from ._tables import Tables

#: A span has at most this many days to be found by the day of the year.
LONGEST_ANNIVERSARY = 31


def _parts(event: Event) -> Iterator[tuple[Outcome | None, Participation]]:
    """Give every participation of an event with the outcome, if any, in which it stands."""
    for part in event.participants:
        yield None, part
    for outcome in event.outcomes:
        for part in outcome.participants:
            yield outcome, part


def _involved(part: Participation) -> tuple[str | None, ...]:
    """Give every actor that a participation names."""
    return (part.actor, part.capacity, part.post, part.on_behalf_of)


def _actors_of(tables: Tables, event: Event) -> frozenset[str | None]:
    """Give the identifiers of all actors that an event and its outcomes name."""
    return tables.memo(
        ("actors of", event.id),
        lambda: frozenset(one for _, part in _parts(event) for one in _involved(part)),
    )


def _part_check(
    tables: Tables,
    *,
    actor: object,
    role: object,
    capacity: object,
    source: object,
    known: Container[object] = (),
) -> Callable[[Event, Outcome | None, Participation], bool]:
    """Make the check that all filters of a participation hold of the same one."""
    actors = None if actor is None else ids_of(tables, actor, "actor", Actor, known=known)
    roles = None if role is None else words_of(role, Role, "role")
    capacities = (
        None if capacity is None else ids_of(tables, capacity, "capacity", Actor, known=known)
    )
    cited = None if source is None else citing(tables, source)

    def holds(event: Event, outcome: Outcome | None, part: Participation) -> bool:
        if actors is not None and actors.isdisjoint(_involved(part)):
            return False
        if roles is not None and part.role not in roles:
            return False
        if capacities is not None and part.capacity not in capacities:
            return False
        own = part.citations or (outcome.citations if outcome else ()) or event.citations
        return cited is None or cited(own)

    return holds


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
    found: Iterable[Event] = tables.during(*window) if window else tables.get(Event)
    # An identifier that these events name is an actor's, without a look into that table.
    known: frozenset[str | None] = frozenset()
    if actor is not None:
        known = known.union(*(_actors_of(tables, event) for event in found))
        actor = ids_of(tables, actor, "actor", Actor, known=known)
        asked = actor
        found = [event for event in found if not asked.isdisjoint(_actors_of(tables, event))]
    if role is not None or capacity is not None or (actor is not None and source is not None):
        holds = _part_check(
            tables, actor=actor, role=role, capacity=capacity, source=source, known=known
        )
        found = [
            event
            for event in found
            if any(holds(event, outcome, part) for outcome, part in _parts(event))
        ]
    elif source is not None:
        cited = citing(tables, source)
        checks.append(lambda event: cited(citations_of(event)))
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
        checks.append(lambda event: needle in _event_text(tables, event))
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


def _event_text(tables: Tables, event: Event) -> str:
    """Give the folded text of an event: its wordings, and all names of what it involves."""

    def make() -> str:
        parts = [event.title.en, event.title.lt, event.summary.en, event.summary.lt]
        ids: set[str | None] = {*event.places}
        for outcome in event.outcomes:
            parts += [outcome.text.en, outcome.text.lt]
        holders: tuple[Event | Outcome, ...] = (event, *event.outcomes)
        for one in holders:
            ids.update(one.places, (use.document for use in one.documents))
            ids.update(*(_involved(part) for part in one.participants))
        return "\n".join((fold("\n".join(parts)), *(name_text(tables, one) for one in ids if one)))

    return tables.memo(("text", event.id), make)


def on_this_day(tables: Tables, day: object, found: Iterable[Event]) -> Records[Event]:
    """Keep the events of a day of the year; see `Dataset.on_this_day`."""
    month, number = _month_day(day)
    fitting = [event for event in found if _falls_on(event.when, month, number)]
    return Records(fitting, tables, Event)


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


def _falls_on(when: Period | None, month: int, day: int) -> bool:
    """Tell whether a dated span of at most a month holds a day of the year."""
    if when is None or when.days is None or when.days > LONGEST_ANNIVERSARY:
        return False
    low, high = span(when)
    return any(
        (one.month, one.day) == (month, day) for one in map(date.fromordinal, range(low, high + 1))
    )


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
    holds = _part_check(tables, actor=actor, role=role, capacity=capacity, source=source)
    owners = None if event is None else ids_of(tables, event, "event", Event)
    window = window_of(None, since, until)
    found = [
        part
        for one in (tables.during(*window) if window else tables.get(Event))
        if owners is None or one.id in owners
        for outcome, part in _parts(one)
        if holds(one, outcome, part)
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
    checks: list[Callable[[Outcome, Event | Document], bool]] = []
    owners = None if of is None else ids_of(tables, of, "of", Event, Document)
    window = window_of(on, since, until)
    if window is not None:
        checks.append(lambda one, owner: meets(one.when or _date(owner), window))
    if kind is not None:
        kinds = words_of(kind, OutcomeKind, "kind")
        checks.append(lambda one, _: one.kind in kinds)
    if actor is not None or role is not None:
        actors = None if actor is None else ids_of(tables, actor, "actor", Actor)
        roles = None if role is None else words_of(role, Role, "role")
        checks.append(
            lambda one, _: any(
                (actors is None or not actors.isdisjoint(_involved(part)))
                and (roles is None or part.role in roles)
                for part in one.participants
            ),
        )
    if topic is not None:
        topics = words_of(topic, Topic, "topic")
        checks.append(lambda one, _: not topics.isdisjoint(one.topics))
    if document is not None:
        uses = _use_check(tables, document, None)
        checks.append(lambda one, _: uses(one))
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one, owner: cited(one.citations or owner.citations))
    if text is not None:
        needle = needle_of(text)
        checks.append(lambda one, _: needle in fold(f"{one.text.en}\n{one.text.lt}"))
    found = [
        one
        for one, owner in _all_outcomes(tables)
        if (owners is None or owner.id in owners) and all(check(one, owner) for check in checks)
    ]
    return Records(found, tables, Outcome)


def _all_outcomes(tables: Tables) -> tuple[tuple[Outcome, Event | Document], ...]:
    """Give every outcome and provision with its owner, in order of time."""

    def make() -> tuple[tuple[Outcome, Event | Document], ...]:
        pairs: list[tuple[Outcome, Event | Document]] = [
            (one, event) for event in tables.get(Event) for one in event.outcomes
        ]
        pairs += [
            (one, document) for document in tables.get(Document) for one in document.provisions
        ]
        # The sort is stable: outcomes of one date keep the order of their event.
        pairs.sort(key=lambda pair: date_order(pair[0].when or _date(pair[1])))
        return tuple(pairs)

    return tables.memo("outcomes", make)


def _date(owner: Event | Document) -> Period | None:
    return owner.when if isinstance(owner, Event) else owner.adopted
