"""What an export holds: all records, or events of one's choice with what they refer to."""

from __future__ import annotations

from typing import TypeVar

import attrs

from ltnato._codec import TABLES
from ltnato._models import BaseRecord, Discrepancy, Event
from ltnato._structure import references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from ltnato._models import DatasetInfo
    from ltnato._tables import Tables

R = TypeVar("R", bound=BaseRecord)


class Selection:
    """Hold the records of an export; whatever one of them refers to is among them.

    Args:
        tables: The dataset.
        events: The events of one's choice; all records of the dataset if None.
    """

    tables: Tables
    info: DatasetInfo

    def __init__(self, tables: Tables, events: Sequence[Event] | None = None) -> None:
        self.tables = tables
        if events is None:
            self.info = _merged(tables)
            self._records: dict[Any, tuple[Any, ...]] = {
                kind: tables.get(kind) for kind in TABLES.values()
            }
        else:
            # A part of the data covers nothing, and no retired name leads out of it.
            self.info = attrs.evolve(tables.info, coverage=(), redirects=())
            self._records = _closed(tables, events)

    def of(self, kind: type[R]) -> Sequence[R]:
        """Give the records of a kind."""
        found: tuple[R, ...] = self._records[kind]
        return found

    def all(self) -> Iterator[Any]:
        """Give all records, table by table."""
        for records in self._records.values():
            yield from records


def _merged(tables: Tables) -> DatasetInfo:
    """Describe a dataset together with those that it builds on, for it holds their records."""
    if tables.base is None:
        return tables.info
    below = _merged(tables.base)
    return attrs.evolve(
        tables.info,
        coverage=(*below.coverage, *tables.info.coverage),
        redirects=(*below.redirects, *tables.info.redirects),
    )


def _closed(tables: Tables, events: Sequence[Event]) -> dict[Any, tuple[Any, ...]]:
    """Give events, the discrepancies about them, and step by step all that is referred to.

    A tie to an event that was not chosen is left out: it would lead nowhere, or to all events.
    """
    chosen = {one.id: None for one in events}
    cut = [_cut(one, chosen) for one in events]
    about = [one for one in tables.get(Discrepancy) if one.record in chosen]
    found: dict[str, dict[str, None]] = {table: {} for table in TABLES}
    waiting: list[Any] = [*cut, *about]
    while waiting:
        for _, identifier, homes in references(waiting.pop()):
            for home in homes:
                table = "actors" if home == "countries" else home
                # A role, which a figure may name, stands in no table.
                if table in found and table != "events" and identifier not in found[table]:
                    record = tables.by_id(TABLES[table]).get(identifier)
                    if record is not None:
                        found[table][identifier] = None
                        waiting.append(record)
    kept: dict[Any, tuple[Any, ...]] = {
        kind: tuple(one for one in tables.get(kind) if one.id in found[table])
        for table, kind in TABLES.items()
    }
    return kept | {Event: tuple(cut), Discrepancy: tuple(about)}


def _cut(event: Event, chosen: dict[str, None]) -> Event:
    """Cut the ties of an event to those not chosen."""
    links = tuple(one for one in event.links if one.event in chosen)
    whole = event.part_of if event.part_of in chosen else None
    if links == event.links and whole == event.part_of:
        return event
    return attrs.evolve(event, links=links, part_of=whole)
