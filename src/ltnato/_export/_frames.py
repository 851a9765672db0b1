"""Flat tables as data frames of pandas, polars and arrow, with types that the content can not sway.

Each library is imported where it is called, and an empty table has the columns and types of a full
one.
"""

from __future__ import annotations

from ltnato._errors import InvalidQueryError
from ltnato._extras import optional

from ._columns import BY_KIND
from ._flat import BOOLEAN, DATE, INTEGER, LIST, NUMBER, TEXT, flatten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from ltnato._tables import Tables

    from ._flat import Flat


def flat(items: Sequence[Any], kind: type[Any] | None, tables: Tables) -> Flat:
    """Fill the table of the records of a query."""
    if kind is None and not items:
        message = "of an empty collection made by hand nobody can tell what columns it has"
        raise InvalidQueryError(message)
    return flatten(BY_KIND[kind or type(items[0])], items, tables)


def to_pandas(made: Flat) -> pd.DataFrame:
    """Make a frame of pandas; see `Records.to_pandas`."""
    pandas = optional("pandas", "pandas")
    import numpy as np  # pandas needs it

    # The type that pandas itself gives to texts: another one from 3.0 on.
    text = "string" if pandas.__version__.startswith("2.") else "str"
    dtypes = {TEXT: text, INTEGER: "Int64", NUMBER: "float64", BOOLEAN: "bool", LIST: "object"}
    columns = {}
    for column, cells in zip(made.table.columns, made.cells, strict=True):
        if column.kind == DATE:
            # By way of numpy, since an empty or an undated list tells pandas nothing.
            columns[column.name] = pandas.Series(np.array(cells, dtype="datetime64[s]"))
        elif column.kind == LIST:
            # Tuples, since a list can be neither grouped nor told apart.
            columns[column.name] = pandas.Series(list(map(tuple, cells)), dtype="object")
        else:
            columns[column.name] = pandas.Series(cells, dtype=dtypes[column.kind])
    frame: pd.DataFrame = pandas.DataFrame(columns)
    return frame


def to_polars(made: Flat) -> pl.DataFrame:
    """Make a frame of polars; see `Records.to_polars`."""
    polars = optional("polars", "polars")
    types = {
        TEXT: polars.String,
        INTEGER: polars.Int64,
        NUMBER: polars.Float64,
        BOOLEAN: polars.Boolean,
        DATE: polars.Date,
        LIST: polars.List(polars.String),
    }
    columns = {}
    for column, cells in zip(made.table.columns, made.cells, strict=True):
        # A whole number among decimal ones is one of them, but only where it is told so.
        told = [cell and float(cell) for cell in cells] if column.kind == NUMBER else cells
        columns[column.name] = polars.Series(column.name, told, dtype=types[column.kind])
    frame: pl.DataFrame = polars.DataFrame(columns)
    return frame


def to_arrow(made: Flat) -> pa.Table:
    """Make a table of arrow; see `Records.to_arrow`."""
    arrow = optional("pyarrow", "arrow")
    types = {
        TEXT: arrow.string(),
        INTEGER: arrow.int64(),
        NUMBER: arrow.float64(),
        BOOLEAN: arrow.bool_(),
        DATE: arrow.date32(),
        LIST: arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(column.name, types[column.kind]) for column in made.table.columns])
    table: pa.Table = arrow.Table.from_arrays(
        [
            arrow.array(cells, types[column.kind])
            for column, cells in zip(made.table.columns, made.cells, strict=True)
        ],
        schema=schema,
    )
    return table
