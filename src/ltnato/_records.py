"""The immutable collection that every query returns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

from . import _codec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, NoReturn

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from ._export._flat import Flat
    from ._tables import Tables

__all__ = ["Records"]

T_co = TypeVar("T_co", covariant=True)

#: So many records show themselves in full; of more, the first and the last.
_SHOWN = 60


class Records(Sequence[T_co]):
    """Hold the records that a query found, in their order.

    It behaves as a tuple does: length, index, slices, equality and hash by what it holds.  In a
    terminal and in a notebook it shows itself as a table.

    Example:
        >>> import ltnato
        >>> found = ltnato.events(category="accession", on="2004-03-29")
        >>> len(found), found.ids
        (1, ('lithuania-joins-nato',))
        >>> found.where(lambda event: event.key)[0].title.lt
        'Lietuva įstoja į NATO'
    """

    __slots__ = ("_items", "_kind", "_tables")

    _items: tuple[T_co, ...]
    _tables: Tables
    #: What an empty answer would hold, so that its frame has the columns of any other.
    _kind: type[T_co] | None

    def __init__(
        self, items: Iterable[T_co], tables: Tables, kind: type[T_co] | None = None
    ) -> None:
        object.__setattr__(self, "_items", tuple(items))
        object.__setattr__(self, "_tables", tables)
        object.__setattr__(self, "_kind", kind)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse any change."""
        message = f"Records can not be changed (setting {name!r})"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse any change."""
        message = f"Records can not be changed (deleting {name!r})"
        raise AttributeError(message)

    def __reduce__(
        self,
    ) -> tuple[type[Records[T_co]], tuple[tuple[T_co, ...], Tables, type[T_co] | None]]:
        """Pickle the records, and the dataset in which their names resolve."""
        return (type(self), (self._items, self._tables, self._kind))

    def __len__(self) -> int:
        """Give the number of records."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Records[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Records[T_co]:
        """Give a record, or the records of a slice."""
        if isinstance(index, slice):
            return Records(self._items[index], self._tables, self._kind)
        return self._items[index]

    def __iter__(self) -> Iterator[T_co]:
        """Go through the records."""
        return iter(self._items)

    def __contains__(self, item: object) -> bool:
        """Tell whether a record is among these."""
        return item in self._items

    def __eq__(self, other: object) -> bool:
        """Compare by the records and their order."""
        return self._items == other._items if isinstance(other, Records) else NotImplemented

    def __hash__(self) -> int:
        """Hash by the records and their order."""
        return hash(self._items)

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the identifiers of the records; of participations, those of their actors."""
        return tuple(_identifier(item) for item in self._items)

    def where(self, predicate: Callable[[T_co], object]) -> Records[T_co]:
        """Keep the records for which a function holds.

        Args:
            predicate: Called with each record.

        Returns:
            The records for which it gave a true value.

        Example:
            >>> import ltnato
            >>> ltnato.events(category="summit").where(lambda event: "remote" in event.manner).ids
            ('virtual-summit-2022',)
        """
        found = (item for item in self._items if predicate(item))
        return Records(found, self._tables, self._kind)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the records in the form of the data files: plain values, empty fields left out.

        Returns:
            A list with one dictionary a record.

        Example:
            >>> import ltnato
            >>> ltnato.events(on="2004-03-29", category="accession").to_dicts()[0]["when"]
            '2004-03-29'
        """
        return [_codec.unstructure(item) for item in self._items]

    def to_ics(self, *, lang: str = "en", anniversaries: bool = False) -> bytes:
        """Give events as a calendar in iCalendar (RFC 5545), which the extra ``calendar`` brings.

        It holds the events that are known to the day, each on all its days: what is known to the
        month or year, goes on or has only a reach stands on no day of a calendar.  An entry keeps
        its UID from release to release, and the same data give the same bytes.

        Args:
            lang: Language of wordings and names, ``"en"`` or ``"lt"``.
            anniversaries: Whether each event also comes back every year on its first day, as an
                entry of its own; one of 29 February in leap years only.

        Returns:
            The content of a file ``.ics``.

        Raises:
            MissingExtraError: icalendar is not installed.
            InvalidQueryError: The records are no events, or there is no such language.
            InvalidDataError: A wording made by hand holds a character that is no text.
        """
        from . import _calendar

        return _calendar.to_ics(self, self._tables, lang=lang, anniversaries=anniversaries)

    def to_pandas(self) -> pd.DataFrame:
        """Give the records as a data frame of pandas, which the extra ``pandas`` brings.

        The frame is flat: a date has the columns ``start_date`` and ``end_date`` (the first and the
        last possible day, ``datetime64``, empty where open or unknown), ``date_precision`` and
        ``date_edtf`` (the date as the data have it); a wording has a column for each language; what
        may be several is a tuple.  An empty answer has the same columns and types.

        Returns:
            The frame, one row a record.

        Raises:
            MissingExtraError: pandas is not installed.
            InvalidDataError: A text of records made by hand holds NUL or half a surrogate pair.
        """
        from ._export import _frames

        return _frames.to_pandas(self._flat())

    def to_polars(self) -> pl.DataFrame:
        """Give the records as a data frame of polars, which the extra ``polars`` brings.

        The columns are those of `to_pandas`; what may be several is a list.  Records are a
        sequence, so ``polars.DataFrame(records)`` would make one column of objects.

        Returns:
            The frame, one row a record.

        Raises:
            MissingExtraError: polars is not installed.
            InvalidDataError: A text of records made by hand holds NUL or half a surrogate pair.
        """
        from ._export import _frames

        return _frames.to_polars(self._flat())

    def to_arrow(self) -> pa.Table:
        """Give the records as a table of arrow, which the extra ``arrow`` (pyarrow) brings.

        The columns are those of `to_pandas`; what may be several is a list.

        Returns:
            The table, one row a record.

        Raises:
            MissingExtraError: pyarrow is not installed.
            InvalidDataError: A text of records made by hand holds NUL or half a surrogate pair.
        """
        from ._export import _frames

        return _frames.to_arrow(self._flat())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the table of `to_arrow` to what takes arrow's stream.

        DuckDB asks records by the name of their variable; ``polars.from_dataframe``,
        ``pandas.DataFrame.from_arrow`` and ``pyarrow.table`` take them as they are.
        """
        table: Any = self.to_arrow()
        return table.__arrow_c_stream__(requested_schema)

    def _flat(self) -> Flat:
        """Give the records as a flat table."""
        from ._export import _frames

        return _frames.flat(self._items, self._kind, self._tables)

    def to_text(self, *, lang: str = "en", width: int | None = None) -> str:
        """Give the records as an aligned table.

        Args:
            lang: Language of wordings and names, ``"en"`` or ``"lt"``.
            width: Columns of the terminal; by default as wide as it is.

        Returns:
            The table, one line a record, without a last newline.

        Raises:
            InvalidQueryError: There is no such language.

        Example:
            >>> import ltnato
            >>> print(ltnato.actors(kind="programme")[2:].to_text(width=80))
            id                      kind       name
            ----------------------  ---------  ----------------------
            membership-action-plan  programme  Membership Action Plan
            partnership-for-peace   programme  Partnership for Peace
        """
        from . import _display

        return _display.table_text(self._items, self._tables, lang=lang, width=width)

    def __repr__(self) -> str:
        """Show the records as a table that fits the terminal, long ones by their ends."""
        from . import _display

        return _display.table_text(self._items, self._tables, limit=_SHOWN)

    def _repr_html_(self) -> str:
        """Show the records as a table in a notebook."""
        from . import _display

        return _display.table_html(self._items, self._tables, limit=_SHOWN)


def _identifier(item: Any) -> str:
    found: str = item.id if hasattr(item, "id") else item.actor
    return found
