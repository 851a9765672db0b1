"""All tables as a database of SQLite: keys, indexes, full-text search, views for common questions.

Dates are ISO texts, booleans 0 and 1, and lists JSON arrays, which `json_each` opens and Datasette
counts.  Every value is bound as a parameter.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from ._all_tables import all_tables
from ._flat import BOOLEAN, DATE, INTEGER, LIST, NUMBER, TEXT
from ._views import VIEWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ._flat import Column, Flat, Table
    from ._selection import Selection

_TYPES = {
    TEXT: "TEXT",
    INTEGER: "INTEGER",
    NUMBER: "REAL",
    BOOLEAN: "INTEGER",
    DATE: "TEXT",
    LIST: "TEXT",
}
#: The texts that are searched, of each table that is.
_SEARCHED = {
    "events": ("title_en", "title_lt", "summary_en", "summary_lt"),
    "outcomes": ("text_en", "text_lt"),
}


def encode(chosen: Selection, _lang: str) -> bytes:
    """Make the database in memory, and give its file."""
    filled = all_tables(chosen)
    keys = {flat.table.name: flat.table.columns[0].name for flat in filled if flat.table.key}
    # Not by a cache of statements, nor in steps: one transaction, and a page size that is our own.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("BEGIN")
        for flat in filled:
            database.execute(_create(flat.table, keys))
        # Once all are made: a table may refer to itself, and rows to later ones.
        database.execute("PRAGMA defer_foreign_keys = ON")
        for flat in filled:
            marks = ", ".join("?" * len(flat.table.columns))
            database.executemany(
                f"INSERT INTO {flat.table.name} VALUES ({marks})",  # noqa: S608 - our own names
                _rows(flat),
            )
            for statement in _indexes(flat.table):
                database.execute(statement)
        for table, columns in _SEARCHED.items():
            for statement in _search(table, columns):
                database.execute(statement)
        for name, query in VIEWS.items():
            database.execute(f"CREATE VIEW {name} AS\n{query.strip()}")
        database.execute("COMMIT")
        return database.serialize()


def _create(table: Table, keys: dict[str, str]) -> str:
    """Word the statement that makes a table."""
    lines = []
    for index, column in enumerate(table.columns):
        line = f'"{column.name}" {_TYPES[column.kind]}'
        if table.key and index == 0:
            line += " PRIMARY KEY"
        if column.required:
            line += " NOT NULL"
        if column.refers:
            line += f' REFERENCES {column.refers} ("{keys[column.refers]}")'
        check = _check(column)
        lines.append(line + (f" CHECK ({check})" if check else ""))
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)"


def _check(column: Column) -> str | None:
    """Word what each cell of a column must be."""
    if column.kind == BOOLEAN:
        return f'"{column.name}" IN (0, 1)'
    if column.kind == LIST:
        return f'json_valid("{column.name}")'
    if column.words is not None:
        words = ", ".join(f"'{word.value}'" for word in column.words)
        return f'"{column.name}" IN ({words})'
    return None


def _rows(flat: Flat) -> Iterator[list[Any]]:
    """Give the rows in what SQLite holds."""
    types = [column.kind for column in flat.table.columns]
    for row in flat.rows:
        yield [
            value if value is None or kind not in _PLAIN else _PLAIN[kind](value)
            for value, kind in zip(row, types, strict=True)
        ]


_PLAIN: dict[str, Callable[[Any], str]] = {
    DATE: lambda value: value.isoformat(),
    LIST: lambda value: json.dumps(value, ensure_ascii=False),
}


def _indexes(table: Table) -> Iterator[str]:
    """Word the indexes of a table: what refers to another one, and what it is searched by."""
    asked = [column.name for column in table.columns if column.refers]
    for name in (*asked, *table.indexed):
        yield f'CREATE INDEX {table.name}_{name} ON {table.name} ("{name}")'


def _search(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    """Word the full-text search of a table, blind to case and accents."""
    listed = ", ".join(columns)
    yield (
        f'CREATE VIRTUAL TABLE {table}_fts USING fts5({listed}, content="{table}", '
        "tokenize='unicode61 remove_diacritics 2')"
    )
    yield f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')"  # noqa: S608 - our own name
