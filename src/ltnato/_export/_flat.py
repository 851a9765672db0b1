"""Records as flat tables: typed columns that are read off the classes of the models.

A period becomes the first and the last possible day, its precision and its EDTF text; a wording
becomes two columns; a tuple becomes a list.  Every format is written from these tables.
"""

from __future__ import annotations

import re
from datetime import date
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

import attrs

from ltnato._display import name as name_of
from ltnato._edtf import NO_END, NO_START
from ltnato._errors import InvalidDataError
from ltnato._models import Finding
from ltnato._period import Period, span
from ltnato._text import Bilingual, OfficialTitle, shorten
from ltnato._vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ltnato._tables import Tables

    #: Reads a cell off an item.
    Read = Callable[[Any, Tables], Any]

TEXT, INTEGER, NUMBER, BOOLEAN, DATE, LIST = (
    "text",
    "integer",
    "number",
    "boolean",
    "date",
    "list",
)
#: NUL ends a text in many programs, and half a surrogate pair is no letter.
_UNFIT = re.compile("[\0\ud800-\udfff]")
_PLAIN = {str: TEXT, int: INTEGER, float: NUMBER, bool: BOOLEAN}


class Column(NamedTuple):
    """Describe a column.

    Args:
        name: Its name.
        read: Reads its cell off an item.
        kind: Text, integer, number, boolean, date, or list of texts.
        required: Whether each cell says something.
        words: The vocabulary of which its cells, or their items, are words.
        refers: The table whose key its cells are.
    """

    name: str
    read: Read
    kind: str = TEXT
    required: bool = False
    words: type[Vocabulary] | None = None
    refers: str | None = None


class Table(NamedTuple):
    """Describe a table.

    Args:
        name: Its name.
        about: What a row of it is.
        columns: Its columns, the key first where there is one.
        key: Whether the first column tells the rows apart.
        indexed: Columns by which it is searched, besides those that refer to a table.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: bool = True
    indexed: tuple[str, ...] = ()


class Flat(NamedTuple):
    """Hold a table with its content.

    Args:
        table: The table.
        cells: The cells of each column, in the order of the rows.
    """

    table: Table
    cells: tuple[list[Any], ...]

    @property
    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Go through the rows."""
        return zip(*self.cells, strict=True)


def flatten(table: Table, items: Sequence[Any], tables: Tables) -> Flat:
    """Fill a table.

    Args:
        table: The table.
        items: What its rows are read off.
        tables: Where names resolve.

    Returns:
        The table with its content.

    Raises:
        InvalidDataError: A text holds what no file can carry; loading refuses such a text already.
    """
    made = Flat(
        table,
        tuple([column.read(item, tables) for item in items] for column in table.columns),
    )
    for column, cells in zip(table.columns, made.cells, strict=True):
        if column.kind in {TEXT, LIST}:
            _require_texts(made, column, cells)
    return made


def require_text(text: str, record: str | None, field: str) -> None:
    """Refuse a text that neither a file nor a frame can carry; loading refuses it already."""
    found = _UNFIT.search(text)
    if found is not None:
        message = f"holds the character U+{ord(found[0]):04X}, which no file can carry"
        raise refusal(record, field, text, message)


def refusal(record: str | None, field: str, text: str, message: str) -> InvalidDataError:
    """Word a text that can not be carried."""
    found = Finding(record=record, field=field, value=shorten(text), message=message)
    return InvalidDataError([found])


def _require_texts(made: Flat, column: Column, cells: Sequence[Any]) -> None:
    """Refuse a text of a column that can not be carried, with its row."""
    for index, cell in enumerate(cells):
        for text in cell if column.kind == LIST else (cell,):
            if text is not None:
                # The row is told by its first cell that says something: an event, a document.
                row = (each[index] for each in made.cells)
                require_text(text, next(filter(None, row), None), column.name)


# --- columns that are read off a class ---------------------------------------------------------


def of(kind: type[Any], *fields: str) -> Iterator[Column]:
    """Give the columns of fields of a class.

    Args:
        kind: The class.
        fields: The names of the fields; ``"id as event_id"`` names the column otherwise.

    Yields:
        One column a field; of a wording two, of a period four.
    """
    for one in fields:
        field, _, named = one.partition(" as ")
        yield from _columns(attrs.fields_dict(kind)[field], named or field)


def named(kind: type[Any], *fields: str) -> Iterator[Column]:
    """Give the columns of fields that name a record: its identifier and its name, twice."""
    for field in fields:
        yield from of(kind, f"{field} as {field}_id")
        for lang in ("en", "lt"):
            yield Column(f"{field}_name_{lang}", _name(field, lang))


def _columns(field: attrs.Attribute[Any], name: str) -> Iterator[Column]:
    kind, required = _taken(field.type)
    read = _attribute(field.name)
    if kind is Bilingual or kind is OfficialTitle:
        for lang in ("en", "lt"):
            yield Column(f"{name}_{lang}", _wording(field.name, lang), TEXT, kind is Bilingual)
    elif kind is Period:
        yield from period("" if name == "when" else f"{name}_", read)
    elif get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        words = inner if issubclass(inner, Vocabulary) else None
        yield Column(name, _list(field.name), LIST, required=True, words=words)
    elif issubclass(kind, Vocabulary):
        yield Column(name, _word(read), TEXT, required, words=kind)
    else:
        homes = ["actors" if one == "countries" else one for one in _homes(field)]
        refers = homes[0] if len(homes) == 1 else None
        yield Column(name, read, _PLAIN[kind], required, refers=refers)


def _taken(kind: Any) -> tuple[Any, bool]:
    """Give the type of a field without None, and whether None is no value of it."""
    if get_origin(kind) not in {UnionType, Union}:
        return kind, True
    inner = [one for one in get_args(kind) if one is not type(None)]
    # The only union in the models is that of whole and decimal numbers.
    return (inner[0] if len(inner) == 1 else float), len(inner) == len(get_args(kind))


def _homes(field: attrs.Attribute[Any]) -> tuple[str, ...]:
    found: tuple[str, ...] = field.metadata.get("refers_to", ())
    return found


def period(prefix: str, read: Read) -> Iterator[Column]:
    """Give the columns of a period; an end that is open or unknown is empty."""
    yield Column(f"{prefix}start_date", lambda one, tables: _day(read(one, tables), 0), DATE)
    yield Column(f"{prefix}end_date", lambda one, tables: _day(read(one, tables), 1), DATE)
    yield Column(f"{prefix}date_precision", lambda one, tables: _precision(read(one, tables)))
    yield Column(f"{prefix}date_edtf", lambda one, tables: _edtf(read(one, tables)))


def _day(when: Period | None, side: int) -> date | None:
    if when is None or (day := span(when)[side]) in {NO_START, NO_END}:
        return None
    return date.fromordinal(day)


def _precision(when: Period | None) -> str | None:
    return when.precision.value if when is not None else None


def _edtf(when: Period | None) -> str | None:
    return str(when) if when is not None else None


def _attribute(field: str) -> Read:
    return lambda one, _tables: getattr(one, field)


def _wording(field: str, lang: str) -> Read:
    def read(one: object, _tables: Tables) -> Any:
        wording = getattr(one, field)
        return getattr(wording, lang) if wording is not None else None

    return read


def _word(read: Read) -> Read:
    def plain(one: object, tables: Tables) -> Any:
        word = read(one, tables)
        return word.value if word is not None else None

    return plain


def _list(field: str) -> Read:
    return lambda one, _tables: [
        item.value if isinstance(item, Vocabulary) else item for item in getattr(one, field)
    ]


def _name(field: str, lang: str) -> Read:
    def read(one: object, tables: Tables) -> str | None:
        identifier = getattr(one, field)
        return name_of(tables, identifier, lang) if identifier is not None else None

    return read
