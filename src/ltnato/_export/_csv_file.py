"""The events as a table for a spreadsheet: comma-separated values in UTF-8.

A text that a spreadsheet would take for a formula gets an apostrophe in front, as one types it
there; a text that begins with an apostrophe gets one too, so that taking one away from each text
that begins with one gives back every text.
"""

from __future__ import annotations

import csv
import io
import re

from ._columns import events_table
from ._flat import BOOLEAN, DATE, LIST, TEXT, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._flat import Column, Flat
    from ._selection import Selection

#: What stands between the items of a list.
SEPARATOR = "|"
#: What begins a formula, in some places in its full-width form; a control character before it is
#: passed over.
_FORMULA = re.compile(r"['=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f-\x9f]")


def encode(chosen: Selection, _lang: str) -> bytes:
    """Write the table of events."""
    return written(events_table(chosen))


def written(made: Flat) -> bytes:
    """Write a table."""
    table = made.table
    cells = [_WRITERS.get(column.kind) for column in table.columns]
    out = io.StringIO(newline="")
    # Lines end as RFC 4180 has it; a cell that holds either character is quoted then.
    writer = csv.writer(out)
    writer.writerow(column.name for column in table.columns)
    for row in made.rows:
        writer.writerow(
            value if value is None or write is None else write(value, column, row[0])
            for value, column, write in zip(row, table.columns, cells, strict=True)
        )
    return out.getvalue().encode()


def _text(value: str, _column: Column, _record: str) -> str:
    return f"'{value}" if _FORMULA.match(value) else value


def _joined(value: list[str], column: Column, record: str) -> str:
    for one in value:
        if SEPARATOR in one:
            message = f"holds {SEPARATOR!r}, which stands between the items of a list"
            raise refusal(record, column.name, one, message)
    return _text(SEPARATOR.join(value), column, record)


_WRITERS: dict[str, Callable[[Any, Column, str], str]] = {
    TEXT: _text,
    LIST: _joined,
    DATE: lambda value, _column, _record: value.isoformat(),
    BOOLEAN: lambda value, _column, _record: "true" if value else "false",
}
