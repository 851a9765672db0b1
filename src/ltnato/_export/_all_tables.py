"""All tables of a file of many: those of records, and those of their parts."""

from __future__ import annotations

from typing import Any, NamedTuple

from ltnato._models import (
    Actor,
    DatasetInfo,
    Discrepancy,
    Document,
    Event,
    Observation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ltnato._parts import (
    Citation,
    Coverage,
    DocumentLink,
    DocumentUse,
    Figure,
    Link,
    Name,
    Outcome,
    OutlineEntry,
)
from ltnato._vocabulary import Vocabulary

from ._columns import (
    ACTORS,
    DISCREPANCIES,
    DOCUMENTS,
    EVENTS,
    OBSERVATIONS,
    OUTCOMES,
    PARTICIPATIONS,
    PLACES,
    PLEDGES,
    RELATIONS,
    SOURCES,
    outcome_key,
)
from ._flat import Column, Table, flatten, of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from ltnato._tables import Tables

    from ._flat import Flat, Read
    from ._selection import Selection

    Items: TypeAlias = Callable[[Selection], Iterable[Any]]


class Part(NamedTuple):
    """Hold a part of a record with that to which it belongs.

    Args:
        part: The part.
        record: The record.
        outcome: The outcome or provision in which it stands.
        actor: The actor of the participation in which it stands.
        place: The field in which it stands.
    """

    part: Any
    record: Any
    outcome: Outcome | None = None
    actor: str | None = None
    place: str | None = None


def _record_id(kind: type[Any], name: str, refers: str) -> Column:
    """Make the column of the record to which a part belongs, if that is of a kind."""
    return Column(
        name, lambda one, _: one.record.id if isinstance(one.record, kind) else None, refers=refers
    )


def _outcome_id() -> Column:
    def read(one: Part, _tables: Tables) -> str | None:
        return outcome_key(one.record.id, one.outcome.id) if one.outcome else None

    return Column("outcome_id", read, refers="outcomes")


def _of_part(kind: type[Any], *fields: str) -> Iterator[Column]:
    """Give the columns of fields of a part; see `of`."""
    for column in of(kind, *fields):
        yield column._replace(read=_through(column.read))


def _through(read: Read) -> Read:
    return lambda one, tables: read(one.part, tables)


def _records(kind: type[Any]) -> Items:
    return lambda chosen: chosen.of(kind)


def _parts(kind: type[Any], field: str) -> Items:
    """Give the parts in a field of all records of a kind."""
    return lambda chosen: (
        Part(one, record) for record in chosen.of(kind) for one in getattr(record, field)
    )


def _outcomes(chosen: Selection) -> Iterator[Part]:
    """Give all outcomes and provisions."""
    for kind, field in ((Event, "outcomes"), (Document, "provisions")):
        yield from (one._replace(outcome=one.part) for one in _parts(kind, field)(chosen))


def _participations(chosen: Selection) -> Iterator[Part]:
    """Give the participations of events, then those of outcomes and provisions."""
    yield from _parts(Event, "participants")(chosen)
    for owner in _outcomes(chosen):
        yield from (owner._replace(part=one) for one in owner.part.participants)


def _figures(chosen: Selection) -> Iterator[Part]:
    for kind in (Event, Relation):
        yield from _parts(kind, "figures")(chosen)
    for owner in _outcomes(chosen):
        yield from (owner._replace(part=one) for one in owner.part.figures)


def _document_uses(chosen: Selection) -> Iterator[Part]:
    for kind in (Event, Relation):
        yield from _parts(kind, "documents")(chosen)
    for owner in _outcomes(chosen):
        yield from (owner._replace(part=one) for one in owner.part.documents)


def _citations(chosen: Selection) -> Iterator[Part]:
    for record in chosen.all():
        for place in ("citations", "stated_by", "evidence"):
            for one in getattr(record, place, ()):
                yield Part(one, record, place=place)
    for owner in _outcomes(chosen):
        yield from (owner._replace(part=one, place="citations") for one in owner.part.citations)
    for owner in _participations(chosen):
        yield from (
            owner._replace(part=one, actor=owner.part.actor, place="citations")
            for one in owner.part.citations
        )


def _words(_chosen: Selection) -> Iterator[Vocabulary]:
    for kind in sorted(Vocabulary.__subclasses__(), key=lambda one: one.__name__):
        yield from kind


_OWNERS = (
    _record_id(Event, "event_id", "events"),
    _record_id(Document, "provision_of", "documents"),
    _outcome_id(),
    _record_id(Relation, "relation_id", "relations"),
)

FIGURES = Table(
    "figures",
    "A number that a source states",
    (*_OWNERS, *_of_part(Figure, "value", "unit", "bound", "of", "when")),
    key=False,
)
DOCUMENT_USES = Table(
    "document_uses",
    "What an event, an outcome, a provision or a relation did with a document",
    (*_OWNERS, *_of_part(DocumentUse, "document as document_id", "act")),
    key=False,
)
EVENT_PLACES = Table(
    "event_places",
    "A place of an event, or the country where no nearer place is known",
    (
        _record_id(Event, "event_id", "events"),
        Column(
            "place_id",
            lambda one, tables: one.part if one.part in tables.by_id(Place) else None,
            refers="places",
        ),
        Column(
            "country_id",
            lambda one, tables: None if one.part in tables.by_id(Place) else one.part,
            refers="actors",
        ),
    ),
    key=False,
)
EVENT_LINKS = Table(
    "event_links",
    "A tie of an event to another one",
    (
        _record_id(Event, "event_id", "events"),
        *_of_part(Link, "event as linked_event_id", "kind"),
    ),
    key=False,
)
DOCUMENT_LINKS = Table(
    "document_links",
    "A tie of a document to another one",
    (
        _record_id(Document, "document_id", "documents"),
        *_of_part(DocumentLink, "document as linked_document_id", "kind"),
    ),
    key=False,
)
NAMES = Table(
    "names",
    "A further name by which an actor, a place or a document is found",
    (
        _record_id(Actor, "actor_id", "actors"),
        _record_id(Place, "place_id", "places"),
        _record_id(Document, "document_id", "documents"),
        *_of_part(Name, "text", "kind", "when"),
    ),
    key=False,
)
OUTLINES = Table(
    "outlines",
    "An entry of a source, where citations point into it",
    (
        _record_id(Source, "source_id", "sources"),
        *_of_part(OutlineEntry, "locator", "part", "position", "heading", "when"),
    ),
    key=False,
)
CITATIONS = Table(
    "citations",
    "A source of a record, or of an outcome or a participation of it",
    (
        Column("record_id", lambda one, _: one.record.id, required=True),
        _outcome_id(),
        Column("actor_id", lambda one, _: one.actor, refers="actors"),
        Column("field", lambda one, _: one.place, required=True),
        *_of_part(Citation, "source as source_id", "locator"),
    ),
    key=False,
    indexed=("record_id",),
)
DATASET = Table(
    "dataset",
    "The dataset, a single row",
    tuple(of(DatasetInfo, "name", "title", "version", "as_of", "licence", "author", "url")),
    key=False,
)
COVERAGE = Table(
    "coverage",
    "A time for which the data hold every relation of a kind",
    tuple(of(Coverage, "relation", "object as object_id", "period as when")),
    key=False,
)
WORDS = Table(
    "words",
    "A word of a closed vocabulary, with its label",
    (
        Column("vocabulary", lambda one, _: type(one).__name__, required=True),
        Column("word", lambda one, _: one.value, required=True),
        Column("label_en", lambda one, _: one.label.en, required=True),
        Column("label_lt", lambda one, _: one.label.lt, required=True),
        Column("use", lambda one, _: one.use, required=True),
    ),
    key=False,
)


def _named_records(chosen: Selection) -> Iterator[Part]:
    for kind in (Actor, Place, Document):
        yield from _parts(kind, "names")(chosen)


#: The tables of a file of many, those that others refer to first, and what they are read off.
_FILES: tuple[tuple[Table, Items], ...] = (
    (SOURCES, _records(Source)),
    (ACTORS, _records(Actor)),
    (PLACES, _records(Place)),
    (DOCUMENTS, _records(Document)),
    (EVENTS, _records(Event)),
    (OUTCOMES, lambda chosen: (one.part for one in _outcomes(chosen))),
    (PARTICIPATIONS, lambda chosen: (one.part for one in _participations(chosen))),
    (PLEDGES, _records(Pledge)),
    (RELATIONS, _records(Relation)),
    (OBSERVATIONS, _records(Observation)),
    (DISCREPANCIES, _records(Discrepancy)),
    (EVENT_PLACES, _parts(Event, "places")),
    (EVENT_LINKS, _parts(Event, "links")),
    (DOCUMENT_USES, _document_uses),
    (DOCUMENT_LINKS, _parts(Document, "related")),
    (FIGURES, _figures),
    (NAMES, _named_records),
    (OUTLINES, _parts(Source, "outline")),
    (CITATIONS, _citations),
    (DATASET, lambda chosen: (chosen.info,)),
    (COVERAGE, lambda chosen: chosen.info.coverage),
    (WORDS, _words),
)


def all_tables(chosen: Selection) -> list[Flat]:
    """Fill every table with what was selected."""
    return [flatten(table, list(items(chosen)), chosen.tables) for table, items in _FILES]
