"""Periods of time that keep the precision of their source.

The text form is the part of EDTF (ISO 8601-2:2019, Extended Date/Time Format) that history needs:
days, months and years, intervals with open or unknown ends, marks for doubt, and one unknown day
within a reach.
"""

# A period and its bounds share their inner slots.
# ruff: noqa: SLF001

from __future__ import annotations

from datetime import date, datetime

from ._edtf import (
    COARSENESS,
    NO_END,
    NO_START,
    Bound,
    BoundState,
    Precision,
    Written,
    read_text,
    refuse,
    set_slot,
    to_date,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self, TypeAlias

    import pendulum

    _PeriodLike: TypeAlias = "str | date | Period"

__all__ = ["Period", "Span"]


class Span(tuple[int, int, int]):
    """Count the years, months and days between two days by the calendar.

    Args:
        years: Whole years.
        months: Whole months beyond the years.
        days: Days beyond the months.

    Raises:
        ValueError: Some parts are above and some below zero.

    Example:
        >>> from ltnato import Period
        >>> span = Period("1949-04-04").until("2004-03-29")
        >>> span.years, str(span)
        (54, '54 years, 11 months, 25 days')
    """

    __slots__ = ()
    __match_args__ = ("years", "months", "days")

    def __new__(cls, years: int, months: int, days: int) -> Self:
        if min(years, months, days) < 0 < max(years, months, days):
            msg = f"a span runs one way, got {years} years, {months} months, {days} days"
            raise ValueError(msg)
        return super().__new__(cls, (years, months, days))

    @property
    def years(self) -> int:
        """Give the whole years."""
        return self[0]

    @property
    def months(self) -> int:
        """Give the whole months beyond the years."""
        return self[1]

    @property
    def days(self) -> int:
        """Give the days beyond the months."""
        return self[2]

    def __getnewargs__(self) -> tuple[int, int, int]:
        return (self[0], self[1], self[2])

    def __repr__(self) -> str:
        return f"Span(years={self[0]}, months={self[1]}, days={self[2]})"

    def __str__(self) -> str:
        parts = [
            f"{abs(count)} {unit}{'' if abs(count) == 1 else 's'}"
            for count, unit in zip(self, ("year", "month", "day"), strict=True)
            if count
        ]
        return f"{', '.join(parts) or '0 days'}{' earlier' if min(self) < 0 else ''}"


class Period(Written):
    """Hold a time in history as exactly as its source tells it.

    The text form is EDTF (ISO 8601-2:2019), and reading and writing are exact inverses. Accepted
    are one date (``2004``, ``2004-03``, ``2004-03-29``), an interval ``A/B`` whose sides are dates,
    ``..`` (open: still going on) or empty (unknown), and one unknown day within a reach
    (``[..A]``, ``[A..]``, ``[A..B]``). A date may end in ``?`` (uncertain), ``~`` (approximate) or
    ``%`` (both). Marks say how well a date is confirmed; they never move it.

    Periods are sorted by start, then end, then text. A start without a limit is placed by the one
    day it has, its end; an end without a limit comes after all others of the same start.

    Args:
        text: The EDTF text.

    Raises:
        InvalidPeriodError: The text has another form, names a day that no calendar has, or ends
            before it starts.
        TypeError: The text is no ``str``.

    Example:
        >>> from ltnato import Period
        >>> period = Period("2004-10/2005-01-12~")
        >>> period.first.precision.value, period.last.approximate
        ('month', True)
        >>> print(period.start, period.end)
        2004-10-01 2005-01-12
    """

    # _lo.._hi is the widest and _sure_lo.._sure_hi the surest reading, as ordinals; the latter is
    # empty (lo above hi) where no day is sure. Sides without a limit lie beyond all real days.
    __slots__ = ("_first", "_hi", "_key", "_last", "_lo", "_one_of", "_sure_hi", "_sure_lo")

    _first: Bound
    _last: Bound
    _one_of: bool
    _lo: int
    _hi: int
    _sure_lo: int
    _sure_hi: int
    _key: tuple[int, int, str]

    def __new__(cls, text: str, /) -> Self:
        text = read_text(text)
        first, last, one_of = _sides(text)
        lo, hi = first._lo, last._hi
        if hi < lo:
            refuse(text, f"its end {last} comes before its start {first}")
        if one_of:
            sure_lo, sure_hi = hi, lo
        else:
            # A side that is unknown or coarse still can not pass the other side.
            opens, goes_on = first._text == "..", last._text == ".."
            sure_lo = NO_START if opens else min(first._hi, hi)
            sure_hi = NO_END if goes_on else max(last._lo, lo)
        self = object.__new__(cls)
        set_slot(self, "_text", text)
        set_slot(self, "_first", first)
        set_slot(self, "_last", last)
        set_slot(self, "_one_of", one_of)
        set_slot(self, "_lo", lo)
        set_slot(self, "_hi", hi)
        set_slot(self, "_sure_lo", sure_lo)
        set_slot(self, "_sure_hi", sure_hi)
        set_slot(self, "_key", (hi if lo == NO_START else lo, hi, text))
        return self

    @property
    def first(self) -> Bound:
        """Give the bound it starts with; a single date has the same bound on both sides."""
        return self._first

    @property
    def last(self) -> Bound:
        """Give the bound it ends with; a single date has the same bound on both sides."""
        return self._last

    @property
    def one_of(self) -> bool:
        """Say whether it is one unknown day within a reach, as in ``[..1994-01-04]``."""
        return self._one_of

    @property
    def start(self) -> pendulum.Date | None:
        """Give the earliest possible day, or None where the start is open or unknown."""
        return to_date(self._lo)

    @property
    def end(self) -> pendulum.Date | None:
        """Give the latest possible day, or None where the end is open or unknown."""
        return to_date(self._hi)

    @property
    def precision(self) -> Precision:
        """Say how exactly it is known, by the coarser of its known bounds."""
        known = (bound.precision for bound in (self._first, self._last))
        return max((each for each in known if each), key=COARSENESS.index)

    @property
    def uncertain(self) -> bool:
        """Say whether a bound is uncertain."""
        return self._first.uncertain or self._last.uncertain

    @property
    def approximate(self) -> bool:
        """Say whether a bound is approximate."""
        return self._first.approximate or self._last.approximate

    @property
    def is_ongoing(self) -> bool:
        """Say whether it is still going on, its end open and not just unknown."""
        return self._last.state is BoundState.OPEN

    @property
    def days(self) -> int | None:
        """Count its days, both ends included, or give None unless both are known to the day."""
        bounds = (self._first, self._last)
        if self._one_of or any(bound.precision is not Precision.DAY for bound in bounds):
            return None
        return self._hi - self._lo + 1

    def contains(self, day: _PeriodLike, /) -> bool:
        """Say whether a day, or every possible day of a period, surely lies within.

        Sure are the days from the latest possible start to the earliest possible end. Open sides
        set no limit. A side that is unknown may lie as near as the other one. A single month or
        year has no sure day, and a reach only if it holds one day. Marks change nothing.

        Args:
            day: A date, a period or EDTF text.

        Returns:
            True if it surely lies within, else False.

        Raises:
            InvalidPeriodError: The text is no period.
            TypeError: The argument is something else, such as a datetime or a number.

        Example:
            >>> from ltnato import Period
            >>> term = Period("2004-07/2004-10")
            >>> term.contains("2004-08"), term.contains("2004-07-15")
            (True, False)
        """
        other = as_period(day)
        return self._sure_lo <= other._lo and other._hi <= self._sure_hi

    def overlaps(self, other: _PeriodLike, /) -> bool:
        """Say whether it possibly shares a day with another time.

        Args:
            other: A date, a period or EDTF text.

        Returns:
            True if some reading of both shares a day, else False.

        Raises:
            InvalidPeriodError: The text is no period.
            TypeError: The argument is something else, such as a datetime or a number.

        Example:
            >>> from ltnato import Period
            >>> Period("2004-07/2004-10").overlaps("2004-07-15")
            True
        """
        other = as_period(other)
        return self._lo <= other._hi and other._lo <= self._hi

    def gap(self, other: _PeriodLike, /) -> int | None:
        """Count the days from the end of this time to the start of another.

        Args:
            other: A date, a period or EDTF text.

        Returns:
            The difference of the two days, which is 1 for the next day, 0 if both surely share a
            day, and below zero if the other came before. None unless the order is sure and the two
            days are known as days; always None for a reach.

        Raises:
            InvalidPeriodError: The text is no period.
            TypeError: The argument is something else, such as a datetime or a number.

        Example:
            >>> from ltnato import Period
            >>> Period("2016-07-08/2016-07-09").gap("2017-02-07")
            213
        """
        ends = self._facing(as_period(other))
        return None if ends is None else ends[1] - ends[0]

    def until(self, other: _PeriodLike, /) -> Span | None:
        """Count the years, months and days from the end of this time to the start of another.

        Args:
            other: A date, a period or EDTF text.

        Returns:
            The span by the calendar, which is zero if both surely share a day, and below zero if
            the other came before. None where ``gap`` is None.

        Raises:
            InvalidPeriodError: The text is no period.
            TypeError: The argument is something else, such as a datetime or a number.

        Example:
            >>> from ltnato import Period
            >>> Period("1996-12-19").until("2021-12-16")
            Span(years=24, months=11, days=27)
        """
        ends = self._facing(as_period(other))
        if ends is None:
            return None
        years, months, days = _calendar_span(min(ends), max(ends))
        sign = 1 if ends[0] <= ends[1] else -1
        return Span(sign * years, sign * months, sign * days)

    def _facing(self, other: Period) -> tuple[int, int] | None:
        """Give the days, as ordinals, at which this and the other face each other."""
        if self._one_of or other._one_of:
            return None
        if self._sure_lo <= other._sure_hi and other._sure_lo <= self._sure_hi:
            return (1, 1)  # they share a day, whichever it is
        if self._hi < other._lo:
            mine, theirs, ends = self._last, other._first, (self._hi, other._lo)
        elif other._hi < self._lo:
            mine, theirs, ends = self._first, other._last, (self._lo, other._hi)
        else:
            return None
        return ends if mine.precision is theirs.precision is Precision.DAY else None

    def to_text(self, lang: str = "en") -> str:
        """Give the period in words, as precise as its EDTF text.

        A date in doubt is called unconfirmed (``?``), an approximate one begins with about (``~``).

        Args:
            lang: The language, ``"en"`` or ``"lt"``.

        Returns:
            The words; for sorting and for other programs, take ``str()``.

        Raises:
            InvalidQueryError: There is no such language.

        Example:
            >>> from ltnato import Period
            >>> period = Period("1999-04-23/1999-04-25")
            >>> period.to_text(), period.to_text("lt")
            ('23–25 April 1999', '1999 m. balandžio 23–25 d.')
        """
        from ._language import worded  # most answers need no words

        return worded(self._first, self._last, lang, one_of=self._one_of)

    # Written out: functools.total_ordering would cost a call more in every comparison of a sort.
    # Checkers know of periods alone, and so refuse a text; at run time anything may come.
    def __lt__(self, other: Period) -> bool:
        return self._key < other._key if isinstance(other, Period) else NotImplemented  # type: ignore[redundant-expr]

    def __le__(self, other: Period) -> bool:
        return self._key <= other._key if isinstance(other, Period) else NotImplemented  # type: ignore[redundant-expr]

    def __gt__(self, other: Period) -> bool:
        return self._key > other._key if isinstance(other, Period) else NotImplemented  # type: ignore[redundant-expr]

    def __ge__(self, other: Period) -> bool:
        return self._key >= other._key if isinstance(other, Period) else NotImplemented  # type: ignore[redundant-expr]


def _sides(text: str) -> tuple[Bound, Bound, bool]:
    """Split a text into its bounds, and say whether it is a reach."""
    if one_of := text.startswith("[") and text.endswith("]"):
        before, separator, after = text[1:-1].partition("..")
        limits: tuple[str, ...] = ("",)
    else:
        before, separator, after = text.partition("/")
        limits = ("", "..")
    if not separator:
        bound = Bound._read(text, text, limit=False)
        return bound, bound, False
    if before in limits and after in limits:
        refuse(text, "at least one side must be a date")
    first = Bound._read(before, text, limit=before in limits)
    last = Bound._read(after, text, limit=after in limits)
    return first, last, one_of


def _calendar_span(start: int, end: int) -> tuple[int, int, int]:
    # Months are added, not read off a pendulum.Interval: pendulum 3.3 loses days there, such as
    # 1 year, 1 month, 0 days from 1981-05-29 to 1982-06-28.
    import pendulum  # costs more than all the rest, so it waits until asked for

    first, last = pendulum.Date.fromordinal(start), pendulum.Date.fromordinal(end)
    months = (last.year - first.year) * 12 + last.month - first.month
    if first.add(months=months) > last:
        months -= 1
    return (*divmod(months, 12), end - first.add(months=months).toordinal())


def as_period(value: object) -> Period:
    """Turn what queries accept as a time into a period.

    Args:
        value: EDTF text, a ``datetime.date``, a ``pendulum.Date`` or a ``Period``.

    Returns:
        The period itself, or a new one of the text or the day.

    Raises:
        InvalidPeriodError: The text is no period.
        TypeError: The value is something else, such as a datetime or a number.
    """
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        return Period(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return Period(date.isoformat(value))
    hint = ", take its .date()" if isinstance(value, datetime) else ""
    msg = (
        "expected EDTF text, a datetime.date, a pendulum.Date or a Period, "
        f"got {type(value).__name__}{hint}"
    )
    raise TypeError(msg)


def span(when: Period | None) -> tuple[int, int]:
    """Give the earliest and latest possible day as ordinals; None limits nothing."""
    return (when._lo, when._hi) if when is not None else (NO_START, NO_END)
