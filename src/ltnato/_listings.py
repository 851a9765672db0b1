"""What each filter of a query about the other tables means."""

from __future__ import annotations

from typing import TypeVar

from ._arguments import (
    citing,
    date_order,
    each,
    ids_of,
    keep,
    meets,
    needle_of,
    places_within,
    window_of,
    words_of,
)
from ._errors import InvalidQueryError, OutsideCoverageError
from ._indexes import actor_texts, document_texts, observations_by_actor, relations_by_object
from ._models import (
    Actor,
    Discrepancy,
    Document,
    Observation,
    Place,
    Pledge,
    Relation,
)
from ._period import Period, as_period, span
from ._records import Records
from ._tables import KINDS, time_order
from ._trust import citations_of, support_of
from ._vocabulary import (
    ActorKind,
    DocumentKind,
    Indicator,
    PlaceKind,
    RelationKind,
    Status,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._arguments import Check
    from ._parts import Coverage
    from ._tables import Tables

R = TypeVar("R", Relation, Observation)


def actors(tables: Tables, *, kind: object = None, text: object = None) -> Records[Actor]:
    """Find actors; see `Dataset.actors`."""
    checks: list[Check] = []
    if kind is not None:
        kinds = words_of(kind, ActorKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if text is not None:
        needle = needle_of(text)
        texts = actor_texts(tables)
        checks.append(lambda one: needle in texts[one.id])
    return keep(tables.get(Actor), checks, tables, Actor)


def places(tables: Tables, *, kind: object = None, within: object = None) -> Records[Place]:
    """Find places; see `Dataset.places`."""
    checks: list[Check] = []
    if kind is not None:
        kinds = words_of(kind, PlaceKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if within is not None:
        inside = places_within(tables, within)
        checks.append(lambda one: one.id in inside)
    return keep(tables.get(Place), checks, tables, Place)


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
    window = window_of(None, since, until)
    if window is not None:
        checks.append(lambda one: meets(one.adopted, window))
    if kind is not None:
        kinds = words_of(kind, DocumentKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if actor is not None:
        parties = ids_of(tables, actor, "actor", Actor)
        checks.append(lambda one: not parties.isdisjoint(one.parties))
    if in_force is not None:
        day = span(as_period(in_force))
        checks.append(lambda one: meets(one.in_force, day))
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one: cited(citations_of(one)))
    if text is not None:
        needle = needle_of(text)
        texts = document_texts(tables)
        checks.append(lambda one: needle in texts[one.id])
    return keep(tables.get(Document), checks, tables, Document)


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
        checks.append(lambda one: meets(one.in_force, day))
    if actor is not None:
        pledged = ids_of(tables, actor, "actor", Actor)
        checks.append(lambda one: not pledged.isdisjoint((*one.by, one.of)))
    if document is not None:
        inside = ids_of(tables, document, "document", Document)
        checks.append(lambda one: one.document in inside)
    if indicator is not None:
        indicators = words_of(indicator, Indicator, "indicator")
        checks.append(lambda one: one.indicator in indicators)
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one: cited(support_of(tables, one)))
    adopted = tables.by_id(Document)
    return keep(
        sorted(
            tables.get(Pledge),
            key=lambda one: (*date_order(adopted[one.document].adopted), one.id),
        ),
        checks,
        tables,
        Pledge,
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
    found: Iterable[Relation] = tables.get(Relation)
    if object is not None:
        found = _of_any(relations_by_object(tables), ids_of(tables, object, "object", Actor))
    window = window_of(on, since, until)
    if window is not None:
        checks.append(lambda one: one.when is None or meets(one.when, window))
    if kind is not None:
        kinds = words_of(kind, RelationKind, "kind")
        checks.append(lambda one: one.kind in kinds)
    if subject is not None:
        subjects = ids_of(tables, subject, "subject", Actor)
        checks.append(lambda one: one.subject in subjects)
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one: cited(one.citations))
    return keep(found, checks, tables, Relation)


def related(tables: Tables, kind: RelationKind, asked: object, on: object) -> Records[Actor]:
    """Give who stood in a relation to an actor on a day; see `Dataset.members`."""
    target: Actor = tables.find(asked, Actor)
    day = tables.info.as_of if on is None else as_period(on)
    if not is_covered(tables, kind, target.id, day):
        spans = ", ".join(str(one) for one in _covered(tables, kind, target.id))
        known = f"they cover {spans}" if spans else "they claim to be complete for no time"
        what = f"{kind.label.en} {target.name.en}"
        message = f"the data do not cover '{what}' on {day}; {known}"
        raise OutsideCoverageError(message)
    return standing(tables, kind, target.id, day)


def standing(tables: Tables, kind: RelationKind, target: str, day: Period) -> Records[Actor]:
    """Give who is known to have stood in a relation to an actor on a day, the earliest first."""
    people = tables.by_id(Actor)
    found = dict.fromkeys(one.subject for one in ties(tables, kind, target, day))
    return Records([people[one] for one in found], tables, Actor)


def ties(tables: Tables, kind: RelationKind, target: str, day: Period) -> Records[Relation]:
    """Give the relations of a kind to an actor that may have held on a day."""
    window = span(day)
    held = relations_by_object(tables).get(target, ())
    return Records(
        [one for one in held if one.kind is kind and (one.when is None or meets(one.when, window))],
        tables,
        Relation,
    )


def _of_any(index: Mapping[str, list[R]], actors: frozenset[str]) -> list[R]:
    """Give the records of any of some actors, in order."""
    found = [record for one in actors for record in index.get(one, ())]
    return sorted(found, key=time_order) if len(actors) > 1 else found


def is_covered(tables: Tables, kind: RelationKind, target: str, day: Period) -> bool:
    """Tell whether the data hold every such relation on a day."""
    held = [one for one in relations_by_object(tables).get(target, ()) if one.kind is kind]
    if held and all(one.when is None for one in held):
        return True
    low, high = span(day)
    spans = map(span, _covered(tables, kind, target))
    return any(first <= low and high <= last for first, last in spans)


def _covered(tables: Tables, kind: RelationKind, target: str) -> list[Period]:
    """Give the times for which the data hold every such relation."""
    return [one.period for one in coverage(tables) if one.relation is kind and one.object == target]


def coverage(tables: Tables) -> tuple[Coverage, ...]:
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
    indicators = words_of(indicator, Indicator, "indicator")
    checks: list[Check] = [lambda one: one.indicator in indicators]
    window = window_of(None, since, until)
    if window is not None:
        checks.append(lambda one: meets(Period(f"{one.year:04}"), window))
    known: Iterable[Observation] = tables.get(Observation)
    if actor is not None:
        known = _of_any(observations_by_actor(tables), ids_of(tables, actor, "actor", Actor))
    found = keep(known, checks, tables, Observation)
    if edition == "all":
        return found
    if edition == "preferred":
        # Of several editions of a year the last one stays.
        newest = {(one.indicator, one.actor, one.year): one for one in found}
        return Records(newest.values(), tables, Observation)
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
        records = ids_of(tables, record, "record", *KINDS)
        checks.append(lambda one: one.record in records)
    if field is not None:
        paths = [_path(item) for item in each(field, "field")]
        checks.append(lambda one: any(_leads_to(one.field, path) for path in paths))
    if source is not None:
        cited = citing(tables, source)
        checks.append(lambda one: cited(one.stated_by))
    if status is not None:
        statuses = words_of(status, Status, "status")
        checks.append(lambda one: one.status in statuses)
    return keep(tables.get(Discrepancy), checks, tables, Discrepancy)


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
