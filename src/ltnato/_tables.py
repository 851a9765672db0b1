"""The tables of a dataset, decoded on first use, and the lookup of a record by its names."""

from __future__ import annotations

import threading
from itertools import groupby
from typing import TypeVar

from ._codec import TABLES
from ._errors import AmbiguousNameError, InvalidDataError, InvalidQueryError, UnknownRecordError
from ._models import (
    Actor,
    BaseRecord,
    Discrepancy,
    Document,
    Event,
    Observation,
    Place,
    Pledge,
    Record,
    Relation,
    Source,
)
from ._period import span
from ._rows import Row, decoded
from ._text import fold, nearest, shorten, suggest
from ._vocabulary import ActorKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from ._models import DatasetInfo

T = TypeVar("T")
R = TypeVar("R", bound=BaseRecord)

#: What a record of a table is called in a message.
SINGULAR = {table: table.removesuffix("s") for table in TABLES} | {
    "countries": "country",
    "discrepancies": "discrepancy",
}


class Tables:
    """Hold the records of a dataset, and of the one that it builds on.

    Args:
        describe: Gives the description of the dataset; called once, on its first use.
        read: Gives the records of a table, or its rows; called once a table, on its first use.
        base: The tables of the dataset that this one builds on.
        recall: Gives these same tables anywhere, so that a pickle need not hold them.
    """

    __slots__ = ("_describe", "_done", "_lock", "_read", "_recall", "base")

    base: Tables | None

    def __init__(
        self,
        describe: Callable[[], DatasetInfo],
        read: Callable[[str], Sequence[Any]],
        base: Tables | None = None,
        recall: Callable[[], Tables] | None = None,
    ) -> None:
        self._describe = describe
        self.base = base
        self._read = read
        self._recall = recall
        self._done: dict[Any, Any] = {}
        self._lock = threading.RLock()

    def __reduce__(self) -> tuple[Callable[..., Tables], tuple[Any, ...]]:
        """Pickle by reference where that can be recalled, else with all records."""
        if self._recall is not None:
            return (self._recall, ())
        own = {table: list(self.own(kind)) for table, kind in TABLES.items()}
        return (held, (self.info, own, self.base, self.files))

    def renew_lock(self) -> None:
        """Take a free lock: in a forked process, the thread that held the old one is gone."""
        self._lock = threading.RLock()

    @property
    def info(self) -> DatasetInfo:
        """Give the description of the dataset."""
        return self.memo("info", self._describe)

    @property
    def files(self) -> Mapping[str, str]:
        """Give the file in which each record stands; that of its table by default."""
        return self.memo(
            "files",
            lambda: {
                one.id: f"{table}.json" for table, kind in TABLES.items() for one in self.own(kind)
            },
        )

    def memo(self, key: object, make: Callable[[], T]) -> T:
        """Make a value once and keep it; threads that ask at the same time get the same one."""
        try:
            kept: T = self._done[key]
        except KeyError:
            with self._lock:
                if key not in self._done:
                    self._done[key] = make()
                kept = self._done[key]
        return kept

    def get(self, kind: type[R]) -> tuple[R, ...]:
        """Give all records of a kind, the dated ones in order of time, others by identifier."""
        return self.memo(kind, lambda: self._sorted(kind))

    def _sorted(self, kind: type[R]) -> tuple[R, ...]:
        records: list[R] = [*(self.base.get(kind) if self.base else ())]
        rows = self._rows(kind)
        if any(isinstance(row, Row) for row in rows):
            rows, faults = decoded(rows)
            if faults:
                raise InvalidDataError(faults)
        records += rows
        records.sort(key=time_order)
        return tuple(records)

    def _rows(self, kind: type[Any]) -> Sequence[Any]:
        """Give the records of a table, or its rows, read once."""
        return self.memo(("rows", kind), lambda: self._read(_table(kind)))

    def during(self, low: int, high: int) -> list[Event]:
        """Give the events that may share a day with a window, and decode no others."""
        if self._recall is None or Event in self._done:
            spans = self.memo("spans", lambda: _spans(self.get(Event)))
            return [event for first, last, event in spans if first <= high and low <= last]
        rows = self.memo("row spans", lambda: _spans(self._rows(Event)))
        with self._lock:
            found, faults = decoded(
                row for first, last, row in rows if first <= high and low <= last
            )
        if faults:
            raise InvalidDataError(faults)
        return found

    def own(self, kind: type[R]) -> tuple[R, ...]:
        """Give the records of a kind that are not those of the base."""
        theirs = self.base.by_id(kind) if self.base else {}
        return tuple(record for record in self.get(kind) if record.id not in theirs)

    def by_id(self, kind: type[R]) -> Mapping[str, R]:
        """Give the records of a kind by their identifiers."""
        return self.memo(("id", kind), lambda: {one.id: one for one in self.get(kind)})

    def names(self, kind: type[Any]) -> Mapping[str, tuple[str, ...]]:
        """Give the identifiers of the records of a kind by their folded names."""
        return self.memo(("names", kind), lambda: _index(self.get(kind), _names))

    def surnames(self) -> Mapping[str, tuple[str, ...]]:
        """Give the identifiers of persons by the folded last words of their names."""
        return self.memo("surnames", lambda: _index(self.get(Actor), _surnames))

    def redirect(self, identifier: str) -> str:
        """Give the identifier that took the place of a retired one, else the same."""
        for one in self.info.redirects:
            if one.old == identifier:
                return one.new
        return self.base.redirect(identifier) if self.base else identifier

    def identified(self, name: str, *kinds: type[R]) -> R | None:
        """Give the record of these kinds that bears a name as its identifier, now or once."""
        for look in (str, self.redirect):
            identifier = look(name)
            for kind in kinds:
                record = self.by_id(kind).get(identifier)
                if record is not None:
                    return record
        return None

    def named(self, kind: type[R], name: str) -> tuple[R, ...]:
        """Give the records of a kind that bear a name: one that is its identifier comes alone."""
        exact = self.identified(name, kind)
        if exact is not None:
            return (exact,)
        folded = fold(name)
        found = self.names(kind).get(folded, ())
        if not found and kind is Actor:
            found = self.surnames().get(folded, ())
        return tuple(self.by_id(kind)[one] for one in found)

    def find(
        self,
        asked: object,
        *kinds: type[R],
        only: Callable[[R], bool] = lambda _: True,
        what: str = "",
    ) -> R:
        """Find the one record that a query means; an exact identifier beats every name.

        Args:
            asked: An identifier, name, alias, code or the record itself.
            kinds: The kinds of record that it may be.
            only: Tells which records of these kinds can be meant.
            what: What a message calls them.

        Returns:
            The record.

        Raises:
            TypeError: It is neither a text nor a record of these kinds.
            InvalidQueryError: The text is empty.
            UnknownRecordError: No record bears the name.
            AmbiguousNameError: Several do.
        """
        what = what or (
            " or ".join(SINGULAR[_table(kind)] for kind in kinds)
            if len(kinds) < len(TABLES)
            else "record"
        )
        if isinstance(asked, kinds):
            name: object = asked.id
        else:
            name = asked
        if not isinstance(name, str):
            message = f"expected a name or a record ({what}), got {type(asked).__name__}"
            raise TypeError(message)
        if not name.strip():
            message = f"an empty text names no {what}"
            raise InvalidQueryError(message)
        exact = self.identified(name, *kinds)
        if exact is not None and only(exact):
            return exact
        found = {
            record.id: record for kind in kinds for record in self.named(kind, name) if only(record)
        }
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            message = f"several records are named {name!r}: {', '.join(sorted(found))}"
            raise AmbiguousNameError(message)
        hint = suggest(nearest(name, self._spellings(kinds, only)))
        message = f"no {what} is named {shorten(name)}" + (f"; {hint}" if hint else "")
        raise UnknownRecordError(message)

    def _spellings(
        self, kinds: tuple[type[Any], ...], only: Callable[[Any], bool]
    ) -> Iterator[str]:
        """Give every spelling by which a record of these kinds is found."""
        for kind in kinds:
            for record in filter(only, self.get(kind)):
                yield from _names(record)

    def spellings(self, identifier: str) -> tuple[str, ...]:
        """Give every name of an actor, a place or a document, none where it is no such record."""
        kinds: tuple[type[Any], ...] = (Actor, Place, Document)
        found = (self.by_id(kind).get(identifier) for kind in kinds)
        return tuple(name for record in found if record is not None for name in _names(record))

    def within(self, identifier: str) -> frozenset[str]:
        """Give a place or a country with all places that lie within it."""
        return self.memo(("within", identifier), lambda: frozenset(self._within(identifier)))

    def _within(self, identifier: str) -> set[str]:
        inside = {identifier}
        grew = True
        while grew:
            grew = False
            for place in self.get(Place):
                if place.id not in inside and {place.within, place.country} & inside:
                    inside.add(place.id)
                    grew = True
        return inside


def held(
    info: DatasetInfo,
    records: Mapping[str, list[Any]],
    base: Tables | None,
    files: Mapping[str, str],
) -> Tables:
    """Make tables of records that are decoded already, with the file of each."""
    made = Tables(lambda: info, records.__getitem__, base)
    made.memo("files", lambda: files)
    return made


def _table(kind: type[Any]) -> str:
    return next(name for name, one in TABLES.items() if one is kind)


def _spans(events: Iterable[Any]) -> list[tuple[int, int, Any]]:
    """Give dated events, or their rows, in order of time, with their first and last days."""
    dated = sorted(
        ((when, one) for one in events if (when := one.when) is not None),
        key=lambda pair: pair[0],
    )
    found = []
    for when, pairs in groupby(dated, key=lambda pair: pair[0]):
        same = [one for _, one in pairs]
        if len(same) > 1:  # else a row need not look for what it lies on
            same.sort(key=lambda one: (one.order, one.id))
        found += [(*span(when), one) for one in same]
    return found


def time_order(record: Any) -> tuple[Any, ...]:
    """Give the key that puts records in order of time, undated ones last, ties by identifier."""
    if isinstance(record, Event):
        return (record.when is None, record.when, record.order, record.id)
    if isinstance(record, Document):
        return (record.adopted is None, record.adopted, record.id)
    if isinstance(record, Relation):
        ordinal = record.ordinal if record.ordinal is not None else 0
        return (record.when is None, record.when, ordinal, record.id)
    if isinstance(record, Observation):
        return (record.indicator, record.actor, record.year, record.edition, record.id)
    return (record.id,)


def _index(
    records: tuple[Any, ...],
    names: Callable[[Any], Iterator[str]],
) -> dict[str, tuple[str, ...]]:
    """Index records by the folded form of their names."""
    index: dict[str, dict[str, None]] = {}
    for record in records:
        for name in names(record):
            index.setdefault(fold(name), {})[record.id] = None
    return {name: tuple(found) for name, found in index.items()}


def _names(record: Any) -> Iterator[str]:
    """Give every name that a record bears."""
    yield record.id
    if isinstance(record, Actor | Place):
        yield from (record.name.en, record.name.lt)
        yield from (name.text for name in record.names)
    if isinstance(record, Actor):
        yield from (code for code in (record.iso2, record.iso3, record.wikidata) if code)
    elif isinstance(record, Event | Document):
        yield from (record.title.en, record.title.lt)
    elif isinstance(record, Source):
        yield record.title
    if isinstance(record, Document):
        yield from (name.text for name in record.names)
        official = record.official_title
        if official is not None:
            yield from (title for title in (official.en, official.lt) if title)
        if record.number is not None:
            yield record.number


def _surnames(record: Any) -> Iterator[str]:
    """Give the last words of a person's names: ``Hoop Scheffer``, ``Scheffer``."""
    if record.kind is ActorKind.PERSON:
        for name in (record.name.en, record.name.lt, *(one.text for one in record.names)):
            words = name.split()
            for start in range(1, len(words)):
                yield " ".join(words[start:])


#: Every kind of record, in the order in which `record` looks.
KINDS: tuple[type[Record], ...] = (
    Event,
    Actor,
    Place,
    Document,
    Pledge,
    Relation,
    Observation,
    Source,
    Discrepancy,
)
