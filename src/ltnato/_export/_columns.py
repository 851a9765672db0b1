"""The flat tables: what stands in which column."""

from __future__ import annotations

from typing import Any

from ltnato._display import name as name_of
from ltnato._models import (
    Actor,
    Discrepancy,
    Document,
    Event,
    Fulfilment,
    Observation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ltnato._parts import Outcome, Participation
from ltnato._trust import trust_of
from ltnato._vocabulary import Trust

from ._flat import LIST, TEXT, Column, Table, flatten, named, of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from ltnato._tables import Tables

    from ._flat import Flat, Read
    from ._selection import Selection

    Items: TypeAlias = Callable[[Selection], Iterable[Any]]


def outcome_key(owner: str | None, outcome: str | None) -> str | None:
    """Give the identifier of an outcome among all outcomes: ``"prague-summit-2002/invitation"``."""
    return f"{owner}/{outcome}" if owner is not None and outcome is not None else outcome


def _is_event(identifier: str | None, tables: Tables) -> bool:
    return identifier in tables.by_id(Event)


def _owner(read: Read) -> Iterator[Column]:
    """Give the columns of an owner, which is an event or a document."""

    def event(one: object, tables: Tables) -> Any:
        owner = read(one, tables)
        return owner if _is_event(owner, tables) else None

    def document(one: object, tables: Tables) -> Any:
        owner = read(one, tables)
        return None if _is_event(owner, tables) else owner

    yield Column("event_id", event, refers="events")
    yield Column("provision_of", document, refers="documents")


def _place_names(lang: str) -> Column:
    def read(one: Event, tables: Tables) -> list[str]:
        return [name_of(tables, place, lang) for place in one.places]

    return Column(f"place_names_{lang}", read, LIST, required=True)


def _sources(one: Event, _tables: Tables) -> list[str]:
    return list(dict.fromkeys(citation.source for citation in one.citations))


EVENTS = Table(
    "events",
    "What a chronology prints on a line of its own",
    (
        *of(Event, "id as event_id", "when", "category", "manner", "topics", "title", "summary"),
        *of(Event, "places"),
        *map(_place_names, ("en", "lt")),
        *of(Event, "part_of", "key as is_key", "order as day_order"),
        Column(
            "trust",
            lambda one, tables: trust_of(tables, one).value,
            TEXT,
            required=True,
            words=Trust,
        ),
        Column("sources", _sources, LIST, required=True),
        *of(Event, "note"),
    ),
    indexed=("start_date", "category"),
)
PARTICIPATIONS = Table(
    "participations",
    "What an actor did in an event, an outcome of an event or a provision of a document",
    (
        *_owner(lambda one, _: one.event),
        Column("outcome_id", lambda one, _: outcome_key(one.event, one.outcome), refers="outcomes"),
        *named(Participation, "actor"),
        *of(Participation, "role"),
        *named(Participation, "capacity", "post", "on_behalf_of"),
        *of(Participation, "note"),
    ),
    key=False,
    indexed=("role",),
)
OUTCOMES = Table(
    "outcomes",
    "What an event decided, stated, launched or led to, or what a document provides",
    (
        Column("outcome_id", lambda one, _: outcome_key(one.of, one.id), required=True),
        *_owner(lambda one, _: one.of),
        *of(Outcome, "kind", "text", "when", "due", "places", "topics"),
    ),
    indexed=("kind",),
)
ACTORS = Table(
    "actors",
    "A person, country, body, office or anything else that acts or is joined",
    tuple(
        of(
            Actor,
            *("id as actor_id", "kind", "name", "country as country_id", "existed", "ordinal"),
            *("iso2", "iso3", "wikidata", "note"),
        )
    ),
    indexed=("kind",),
)
PLACES = Table(
    "places",
    "A place",
    tuple(
        of(
            Place,
            *("id as place_id", "kind", "name", "within", "country as country_id"),
            *("latitude", "longitude"),
        )
    ),
)
DOCUMENTS = Table(
    "documents",
    "What is adopted, signed, sent or read",
    tuple(
        of(
            Document,
            *("id as document_id", "kind", "title", "official_title", "number", "url", "parties"),
            *("adopted", "in_force", "note"),
        )
    ),
    indexed=("kind", "adopted_start_date"),
)
PLEDGES = Table(
    "pledges",
    "One measured clause of a commitment",
    tuple(
        of(
            Pledge,
            *("id as pledge_id", "document as document_id", "by", "of as of_id", "kind"),
            *("indicator", "value", "unit", "bound", "deadline", "in_force", "text", "note"),
        )
    ),
)
RELATIONS = Table(
    "relations",
    "How one actor stood to another, and when",
    (
        *of(Relation, "id as relation_id", "kind"),
        *named(Relation, "subject", "object"),
        *of(Relation, "when", "role", "ordinal"),
        *named(Relation, "place"),
        *of(Relation, "equipment", "begun_by", "ended_by", "note"),
    ),
    indexed=("kind",),
)
OBSERVATIONS = Table(
    "observations",
    "A measured value of one year",
    (
        *of(Observation, "id as observation_id", "indicator"),
        *named(Observation, "actor"),
        *of(Observation, "year", "value", "unit", "estimate as is_estimate", "edition"),
    ),
    indexed=("indicator",),
)
FULFILMENTS = Table(
    "fulfilments",
    "What became of a pledge",
    (
        *of(Fulfilment, "pledge as pledge_id"),
        *named(Fulfilment, "actor"),
        *of(Fulfilment, "verdict", "reason"),
    ),
    key=False,
)
SOURCES = Table(
    "sources",
    "A source",
    tuple(of(Source, "id as source_id", "kind", "title", "publisher", "family", "url", "accessed")),
)
DISCREPANCIES = Table(
    "discrepancies",
    "Where sources disagree, and what was adopted",
    tuple(
        of(
            Discrepancy,
            *("id as discrepancy_id", "record as record_id", "field", "stated", "adopted"),
            *("status", "reason"),
        )
    ),
    indexed=("record_id",),
)

#: The table of each kind of records that a query returns.
BY_KIND: dict[type[Any], Table] = {
    Event: EVENTS,
    Participation: PARTICIPATIONS,
    Outcome: OUTCOMES,
    Actor: ACTORS,
    Place: PLACES,
    Document: DOCUMENTS,
    Pledge: PLEDGES,
    Relation: RELATIONS,
    Observation: OBSERVATIONS,
    Fulfilment: FULFILMENTS,
    Source: SOURCES,
    Discrepancy: DISCREPANCIES,
}


def events_table(chosen: Selection) -> Flat:
    """Fill the table of events with those selected."""
    return flatten(EVENTS, chosen.of(Event), chosen.tables)
