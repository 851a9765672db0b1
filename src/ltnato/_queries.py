"""What each filter of a query means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

import attrs

from ._errors import InvalidQueryError, OutsideCoverageError
from ._models import (
    Actor,
    Citation,
    Discrepancy,
    Document,
    Event,
    Observation,
    Outcome,
    Participation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ._period import Period, as_period, span
from ._records import Records
from ._tables import KINDS, Tables
from ._text import fold, nearest, shorten, suggest
from ._trust import trust_of
from ._vocabulary import (
    Act,
    ActorKind,
    Category,
    DocumentKind,
    Indicator,
    Manner,
    OutcomeKind,
    PlaceKind,
    RelationKind,
    Role,
    Status,
    Topic,
    Trust,
    Vocabulary,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    #: A day, month or year, or a span of them: text, date or `Period`.
    Day: TypeAlias = "str | date | Period"

    Check: TypeAlias = Callable[[Any], bool]

T = TypeVar("T")
V = TypeVar("V", bound=Vocabulary)

#: A span has at most this many days to be found by the day of the year.
LONGEST_ANNIVERSARY = 31


# --- arguments ---------------------------------------------------------------------------------


def _each(value: object, name: str) -> tuple[Any, ...]:
    """Take one item, or a list of which any may hold."""
    if isinstance(value, str | Period) or attrs.has(type(value)) or not isinstance(value, Iterable):
        return (value,)
    items = tuple(value)
    if not items:
        message = f"{name} is an empty list; leave it out to filter by nothing"
        raise InvalidQueryError(message)
    return items


def _words(value: object, kind: type[V], name: str) -> frozenset[V]:
    """Take words of a vocabulary."""
    known = {word.value: word for word in kind}
    found = set()
    for item in _each(value, name):
        if not isinstance(item, str):
            message = f"{name} takes a text, not {type(item).__name__}"
            raise TypeError(message)
        word = known.get("-".join(fold(item).replace("_", " ").split()))
        if word is None:
            hint = suggest(nearest(item, known)) or f"one of {', '.join(known)}"
            message = f"{shorten(item)} is no {name}; {hint}"
            raise InvalidQueryError(message)
        found.add(word)
    return frozenset(found)


def _found(tables: Tables, value: object, name: str, *kinds: type[Any]) -> frozenset[str]:
    """Take records by what they are called, and give their identifiers."""
    return frozenset(tables.find(item, *kinds).id for item in _each(value, name))


def _needle(value: object) -> str:
    """Take a text to search for."""
    if not isinstance(value, str):
        message = f"text takes a text, not {type(value).__name__}"
        raise TypeError(message)
    if not value.strip():
        message = "text is empty; leave it out to filter by nothing"
        raise InvalidQueryError(message)
    return fold(value)


def _flag(value: object, name: str) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        message = f"{name} takes True or False, not {type(value).__name__}"
        raise TypeError(message)
    return value


def _window(on: object, since: object, until: object) -> tuple[int, int] | None:
    """Take the dates of a query as the first and last day that it admits, None where it names none."""
    if on is None and since is None and until is None:
        return None
    low, high = span(as_period(on)) if on is not None else span(None)
    if since is not None:
        low = max(low, span(as_period(since))[0])
    if until is not None:
        high = min(high, span(as_period(until))[1])
    if (
        since is not None
        and until is not None
        and span(as_period(since))[0] > span(as_period(until))[1]
    ):
        message = f"the range is reversed: since {since} is later than until {until}"
        raise InvalidQueryError(message)
    return low, high


def _meets(when: Period | None, window: tuple[int, int]) -> bool:
    """Tell whether a period may share a day with a window; no date, no day."""
    if when is None:
        return False
    low, high = span(when)
    return low <= window[1] and window[0] <= high


def _cited(tables: Tables, value: object) -> Callable[[Iterable[Citation]], bool]:
    """Take sources, each perhaps narrowed to a part: ``"mfa-membership-page/activities"``."""
    asked: list[tuple[str, str | None]] = []
    for item in _each(value, "source"):
        name, narrowed = item, None
        if isinstance(item, str) and "/" in item and not tables.named(Source, item):
            name, _, narrowed = item.partition("/")
        asked.append((tables.find(name, Source).id, narrowed))

    def holds(citations: Iterable[Citation]) -> bool:
        return any(
            one.source == source and (narrowed is None or _inside(one.locator or "", narrowed))
            for one in citations
            for source, narrowed in asked
        )

    return holds


def _inside(locator: str, part: str) -> bool:
    """Tell whether a locator is a part of a source, or lies in it."""
    return locator == part or (locator.startswith(part) and locator[len(part)] in "/#:")


def _all(records: Iterable[T], checks: list[Check], tables: Tables) -> Records[T]:
    """Keep the records for which every check holds."""
    return Records([one for one in records if all(check(one) for check in checks)], tables)


# --- events ------------------------------------------------------------------------------------


def _parts(tables: Tables) -> tuple[tuple[Event, Outcome | None, Participation], ...]:
    """Give every participation with the event, and the outcome if any, in which it stands."""

    def make() -> tuple[tuple[Event, Outcome | None, Participation], ...]:
        return tuple(
            (event, outcome, part)
            for event in tables.get(Event)
            for outcome, parts in (
                (None, event.participants),
                *((outcome, outcome.participants) for outcome in event.outcomes),
            )
            for part in parts
        )

    return tables.memo("parts", make)


def _involved(part: Participation) -> tuple[str | None, ...]:
    """Give every actor that a participation names."""
    return (part.actor, part.capacity, part.post, part.on_behalf_of)


def _events_of(tables: Tables) -> dict[str, set[str]]:
    """Give the events of each actor, by identifiers."""

    def make() -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for event, _, part in _parts(tables):
            for actor in _involved(part):
                if actor is not None:
                    index.setdefault(actor, set()).add(event.id)
        return index

    return tables.memo("events of", make)


def _part_check(
    tables: Tables,
    *,
    actor: object,
    role: object,
    capacity: object,
    source: object,
) -> Callable[[Event, Outcome | None, Participation], bool]:
    """Make the check that all filters of a participation hold of the same one."""
    actors = None if actor is None else _found(tables, actor, "actor", Actor)
    roles = None if role is None else _words(role, Role, "role")
    capacities = None if capacity is None else _found(tables, capacity, "capacity", Actor)
    cited = None if source is None else _cited(tables, source)

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


def _citations(event: Event) -> Iterator[Citation]:
    """Give the citations of an event and of its parts."""
    yield from event.citations
    for part in event.participants:
        yield from part.citations
    for outcome in event.outcomes:
        yield from outcome.citations
        for part in outcome.participants:
            yield from part.citations


def events(  # noqa: C901, PLR0912 - one branch a filter
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
    found: Iterable[Event] = tables.get(Event)
    window = _window(on, since, until)
    if window is not None:
        low, high = window
        found = [
            event for event in found if event.when is not None and _meets(event.when, (low, high))
        ]
    if actor is not None:
        index = _events_of(tables)
        ids: set[str] = set().union(
            *(index.get(one, ()) for one in _found(tables, actor, "actor", Actor)),
        )
        found = [event for event in found if event.id in ids]
    if role is not None or capacity is not None or (actor is not None and source is not None):
        holds = _part_check(tables, actor=actor, role=role, capacity=capacity, source=source)
        ids = {event.id for event, outcome, part in _parts(tables) if holds(event, outcome, part)}
        found = [event for event in found if event.id in ids]
    elif source is not None:
        cited = _cited(tables, source)
        checks.append(lambda event: cited(_citations(event)))
    if category is not None:
        categories = _words(category, Category, "category")
        checks.append(lambda event: event.category in categories)
    if manner is not None:
        manners = _words(manner, Manner, "manner")
        checks.append(lambda event: not manners.isdisjoint(event.manner))
    if topic is not None:
        topics = _words(topic, Topic, "topic")
        checks.append(lambda event: _looks_in(event, lambda one: not topics.isdisjoint(one.topics)))
    if place is not None:
        places = _places_within(tables, place)
        checks.append(lambda event: _looks_in(event, lambda one: not places.isdisjoint(one.places)))
    if document is not None or act is not None:
        uses = _use_check(tables, document, act)
        checks.append(lambda event: _looks_in(event, uses))
    if part_of is not None:
        wholes = _found(tables, part_of, "part_of", Event)
        checks.append(lambda event: event.part_of in wholes)
    if key is not None:
        flag = _flag(key, "key")
        checks.append(lambda event: event.key is flag)
    if trust is not None:
        levels = _words(trust, Trust, "trust")
        checks.append(lambda event: trust_of(tables, event) in levels)
    if text is not None:
        needle = _needle(text)
        checks.append(lambda event: needle in _event_text(tables, event))
    return _all(found, checks, tables)


def _looks_in(event: Event, holds: Check) -> bool:
    """Tell whether a check holds of an event or of one of its outcomes."""
    return holds(event) or any(holds(outcome) for outcome in event.outcomes)


def _places_within(tables: Tables, value: object) -> frozenset[str]:
    """Take places or countries, with what lies within them."""
    return frozenset().union(
        *(tables.within(_place_or_country(tables, item).id) for item in _each(value, "place")),
    )


def _place_or_country(tables: Tables, asked: object) -> Place | Actor:
    """Find a place, or a country that stands for all places in it."""
    if isinstance(asked, str) and not tables.named(Place, asked):
        countries = [one for one in tables.named(Actor, asked) if one.kind is ActorKind.COUNTRY]
        if countries:
            return countries[0]
    elif isinstance(asked, Actor) and asked.kind is ActorKind.COUNTRY:
        country: Actor = tables.find(asked, Actor)
        return country
    place: Place = tables.find(asked, Place)
    return place


def _use_check(tables: Tables, document: object, act: object) -> Check:
    """Make the check that one use of a document fits both filters."""
    documents = None if document is None else _found(tables, document, "document", Document)
    acts = None if act is None else _words(act, Act, "act")
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
        return "\n".join((fold("\n".join(parts)), *(_name_text(tables, one) for one in ids if one)))

    return tables.memo(("text", event.id), make)


def _name_text(tables: Tables, identifier: str) -> str:
    """Give the folded names of an actor, a place or a document."""

    def make() -> str:
        return fold("\n".join(tables.spellings(identifier)))

    return tables.memo(("names", identifier), make)


def on_this_day(tables: Tables, day: object, found: Iterable[Event]) -> Records[Event]:
    """Keep the events of a day of the year; see `Dataset.on_this_day`."""
    month, number = _month_day(day)
    return Records([event for event in found if _falls_on(event.when, month, number)], tables)


def _month_day(day: object) -> tuple[int, int]:
    """Take a day of the year: ``"03-29"``, or any date."""
    if day is None:
        today = date.today()  # noqa: DTZ011 - the user's own day is meant
        return today.month, today.day
    if isinstance(day, str) and len(day) == len("03-29"):
        period = as_period(f"2000-{day}")  # a leap year, so that 29 February is a day
    else:
        period = as_period(day)
    if period.days != 1 or period.start is None:
        message = f"on_this_day takes one day, not {str(period)!r}"
        raise InvalidQueryError(message)
    return period.start.month, period.start.day


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
    owners = None if event is None else _found(tables, event, "event", Event)
    window = _window(None, since, until)
    found = [
        part
        for one, outcome, part in _parts(tables)
        if (owners is None or one.id in owners)
        and (window is None or _meets(one.when, window))
        and holds(one, outcome, part)
    ]
    return Records(found, tables)


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
    owners = None if of is None else _found(tables, of, "of", Event, Document)
    window = _window(on, since, until)
    if window is not None:
        checks.append(lambda one, owner: _meets(one.when or _date(owner), window))
    if kind is not None:
        kinds = _words(kind, OutcomeKind, "kind")
        checks.append(lambda one, _: one.kind in kinds)
    if actor is not None or role is not None:
        actors = None if actor is None else _found(tables, actor, "actor", Actor)
        roles = None if role is None else _words(role, Role, "role")
        checks.append(
            lambda one, _: any(
                (actors is None or not actors.isdisjoint(_involved(part)))
                and (roles is None or part.role in roles)
                for part in one.participants
            ),
        )
    if topic is not None:
        topics = _words(topic, Topic, "topic")
        checks.append(lambda one, _: not topics.isdisjoint(one.topics))
    if document is not None:
        uses = _use_check(tables, document, None)
        checks.append(lambda one, _: uses(one))
    if source is not None:
        cited = _cited(tables, source)
        checks.append(lambda one, owner: cited(one.citations or owner.citations))
    if text is not None:
        needle = _needle(text)
        checks.append(lambda one, _: needle in fold(f"{one.text.en}\n{one.text.lt}"))
    found = [
        one
        for one, owner in _all_outcomes(tables)
        if (owners is None or owner.id in owners) and all(check(one, owner) for check in checks)
    ]
    return Records(found, tables)


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
        pairs.sort(key=lambda pair: _date_order(pair[0].when or _date(pair[1])))
        return tuple(pairs)

    return tables.memo("outcomes", make)


def _date(owner: Event | Document) -> Period | None:
    return owner.when if isinstance(owner, Event) else owner.adopted


def _date_order(when: Period | None) -> tuple[bool, Any]:
    return (when is None, when)


# --- the other tables --------------------------------------------------------------------------


def actors(tables: Tables, *, kind: object = None, text: object = None) -> Records[Actor]:
    """Find actors; see `Dataset.actors`."""
    checks: list[Check] = []
    if kind is not None:
        kinds = _words(kind, ActorKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if text is not None:
        needle = _needle(text)
        checks.append(lambda one: needle in _name_text(tables, one.id))
    return _all(tables.get(Actor), checks, tables)


def places(tables: Tables, *, kind: object = None, within: object = None) -> Records[Place]:
    """Find places; see `Dataset.places`."""
    checks: list[Check] = []
    if kind is not None:
        kinds = _words(kind, PlaceKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if within is not None:
        inside = _places_within(tables, within)
        checks.append(lambda one: one.id in inside)
    return _all(tables.get(Place), checks, tables)


def documents(
    tables: Tables,
    *,
    kind: object = None,
    actor: object = None,
    since: object = None,
    until: object = None,
    in_force: object = None,
    source: object = None,
    text: object = None,
) -> Records[Document]:
    """Find documents; see `Dataset.documents`."""
    checks: list[Check] = []
    window = _window(None, since, until)
    if window is not None:
        checks.append(lambda one: _meets(one.adopted, window))
    if kind is not None:
        kinds = _words(kind, DocumentKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if actor is not None:
        parties = _found(tables, actor, "actor", Actor)
        checks.append(lambda one: not parties.isdisjoint(one.parties))
    if in_force is not None:
        day = span(as_period(in_force))
        checks.append(lambda one: _meets(one.in_force, day))
    if source is not None:
        cited = _cited(tables, source)
        checks.append(lambda one: cited(one.citations))
    if text is not None:
        needle = _needle(text)
        checks.append(lambda one: needle in _document_text(tables, one))
    return _all(tables.get(Document), checks, tables)


def _document_text(tables: Tables, document: Document) -> str:
    """Give the folded text of a document: its titles, names, number and provisions."""
    parts = [document.number or ""]
    for one in document.provisions:
        parts += [one.text.en, one.text.lt]
    return "\n".join((_name_text(tables, document.id), fold("\n".join(parts))))


def pledges(
    tables: Tables,
    *,
    in_force: object = None,
    actor: object = None,
    document: object = None,
    indicator: object = None,
    source: object = None,
) -> Records[Pledge]:
    """Find pledges; see `Dataset.pledges`."""
    checks: list[Check] = []
    if in_force is not None:
        day = span(as_period(in_force))
        checks.append(lambda one: _meets(one.in_force, day))
    if actor is not None:
        pledged = _found(tables, actor, "actor", Actor)
        checks.append(lambda one: not pledged.isdisjoint((*one.by, one.of)))
    if document is not None:
        inside = _found(tables, document, "document", Document)
        checks.append(lambda one: one.document in inside)
    if indicator is not None:
        indicators = _words(indicator, Indicator, "indicator")
        checks.append(lambda one: one.indicator in indicators)
    if source is not None:
        cited = _cited(tables, source)
        checks.append(lambda one: cited(one.citations))
    adopted = tables.by_id(Document)
    return _all(
        sorted(
            tables.get(Pledge),
            key=lambda one: (*_date_order(adopted[one.document].adopted), one.id),
        ),
        checks,
        tables,
    )


def relations(
    tables: Tables,
    *,
    kind: object = None,
    subject: object = None,
    object: object = None,
    on: object = None,
    since: object = None,
    until: object = None,
    source: object = None,
) -> Records[Relation]:
    """Find relations; see `Dataset.relations`."""
    checks: list[Check] = []
    window = _window(on, since, until)
    if window is not None:
        checks.append(lambda one: one.when is None or _meets(one.when, window))
    if kind is not None:
        kinds = _words(kind, RelationKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if subject is not None:
        subjects = _found(tables, subject, "subject", Actor)
        checks.append(lambda one: one.subject in subjects)
    if object is not None:
        objects = _found(tables, object, "object", Actor)
        checks.append(lambda one: one.object in objects)
    if source is not None:
        cited = _cited(tables, source)
        checks.append(lambda one: cited(one.citations))
    return _all(tables.get(Relation), checks, tables)


def related(tables: Tables, kind: RelationKind, asked: object, on: object) -> Records[Actor]:
    """Give who stood in a relation to an actor on a day; see `Dataset.members` and `Dataset.holders`."""
    target: Actor = tables.find(asked, Actor)
    day = tables.info.as_of if on is None else as_period(on)
    held = [one for one in tables.get(Relation) if one.kind is kind and one.object == target.id]
    if not held or any(one.when is not None for one in held):
        _covered(tables, kind, target, day)
    people = tables.by_id(Actor)
    window = span(day)
    found = dict.fromkeys(
        one.subject for one in held if one.when is None or _meets(one.when, window)
    )
    return Records([people[one] for one in found], tables)


def _covered(tables: Tables, kind: RelationKind, target: Actor, day: Period) -> None:
    """Refuse a day for which the data do not hold every such relation."""
    spans = [
        one.period for one in coverage(tables) if one.relation is kind and one.object == target.id
    ]
    low, high = span(day)
    if any(first <= low and high <= last for first, last in map(span, spans)):
        return
    what = f"{kind.label.en} {target.name.en}"
    covered = ", ".join(str(one) for one in spans)
    known = f"they cover {covered}" if spans else "they claim to be complete for no time"
    message = f"the data do not cover '{what}' on {day}; {known}"
    raise OutsideCoverageError(message)


def coverage(tables: Tables) -> tuple[Any, ...]:
    """Give the coverage of a dataset, that of its base included."""
    return (*(coverage(tables.base) if tables.base else ()), *tables.info.coverage)


def observations(
    tables: Tables,
    indicator: object,
    *,
    actor: object = None,
    since: object = None,
    until: object = None,
    edition: object = "preferred",
) -> Records[Observation]:
    """Find observations; see `Dataset.observations`."""
    indicators = _words(indicator, Indicator, "indicator")
    checks: list[Check] = [lambda one: one.indicator in indicators]
    window = _window(None, since, until)
    if window is not None:
        checks.append(lambda one: _meets(Period(f"{one.year:04}"), window))
    if actor is not None:
        observed = _found(tables, actor, "actor", Actor)
        checks.append(lambda one: one.actor in observed)
    found = _all(tables.get(Observation), checks, tables)
    if edition == "all":
        return found
    if edition == "preferred":
        newest = {
            (one.indicator, one.actor, one.year): one for one in found
        }  # the last edition wins
        return Records(newest.values(), tables)
    asked = as_period(edition)
    return found.where(lambda one: one.edition == asked)


def discrepancies(
    tables: Tables,
    *,
    record: object = None,
    field: object = None,
    source: object = None,
    status: object = None,
) -> Records[Discrepancy]:
    """Find discrepancies; see `Dataset.discrepancies`."""
    checks: list[Check] = []
    if record is not None:
        records = _found(tables, record, "record", *KINDS)
        checks.append(lambda one: one.record in records)
    if field is not None:
        paths = [_path(item) for item in _each(field, "field")]
        checks.append(lambda one: any(_leads_to(one.field, path) for path in paths))
    if source is not None:
        cited = _cited(tables, source)
        checks.append(lambda one: cited(one.stated_by))
    if status is not None:
        statuses = _words(status, Status, "status")
        checks.append(lambda one: one.status in statuses)
    return _all(tables.get(Discrepancy), checks, tables)


def _path(value: object) -> str:
    """Take the path of a field."""
    if not isinstance(value, str):
        message = f"field takes a text, not {type(value).__name__}"
        raise TypeError(message)
    if not value.strip():
        message = "field is empty; leave it out to filter by nothing"
        raise InvalidQueryError(message)
    return value


def _leads_to(path: str | None, asked: str) -> bool:
    """Tell whether a path is the asked one or leads into it."""
    return path is not None and (
        path == asked or (path.startswith(asked) and path[len(asked)] in ".[")
    )
