"""The bounds of a period: dates in EDTF, read strictly, and the words for what is wrong with them.

Days are kept as proleptic ordinals, so that comparing needs no date objects.
"""

# The classes of this module share their inner slots.

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from ._errors import InvalidPeriodError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, Self

    import pendulum

__all__ = ["Bound", "BoundState", "Precision"]

# No day has these ordinals; all real ones lie between them, so unbounded sides compare as they are.
NO_START = -1
NO_END = 1 << 40

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%])?\Z", re.ASCII)
_LAST_MONTH = 12
_SEASONS = range(21, 42)
_SHOWN = 80

# What curators write by habit, most telling first; compiled only when a text is refused.
_HINTS = (
    (r"^\Z", "it is empty"),
    (r"^\s|\s\Z", "a blank or a line break stands before or after it"),
    (r"[^\x00-\x7f]", "{0!r} is not one of the plain digits and signs of EDTF"),
    (r"[0-9]T[0-9]|[0-9]:[0-9]", "a time of day is not kept, write the day alone"),
    (r"(?i)\b(?:now|today|present)\b", "{0!r} names no day, write '..' for still going on"),
    (r"(?i)[0-9]-?W[0-9]", "week dates are not read, write YYYY-MM-DD"),
    (r"^[0-9]{4}-?[0-9]{3}\Z", "days counted within a year are not read, write YYYY-MM-DD"),
    (r"[,{}]", "sets are not read, write one day, one interval A/B or one reach [A..B]"),
    (r"(?i)[0-9-][XU]|X[0-9X]", "unknown digits are not read, write YYYY, YYYY-MM or [A..B]"),
    (r"[?~%]{2}", "a date has one mark, write % for ? and ~ together"),
    (r"^[?~%]|[?~%][0-9-]", "a mark (? ~ %) stands only at the end of a date"),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})\Z", "write {1}-{2}-{3}"),
    (r"^([0-9]{4})-([0-9]{4})\Z", "write {1}/{2}"),
    (r"^[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}\Z", "the year stands first, write YYYY-MM-DD"),
    (r"[\[\]]", "a reach is written [..A], [A..] or [A..B] with A and B dates"),
    (r"^\.\.\Z", "at least one side must be a date"),
    (
        r"^[^/]{0,30}(?:[0-9?~%]\.\.|\.\.[0-9])[^/]{0,30}\Z",
        "write [{0}] for one unknown day, or an interval with /",
    ),
    (r"/.*/", "an interval has one slash, write A/B"),
    (r"^[-+Y][0-9]|^[0-9]{5}", "a year has four digits and no sign"),
)
_FORMS = (
    "write YYYY, YYYY-MM or YYYY-MM-DD, an interval A/B ('..' for open, nothing for unknown), "
    "or [A..B] for one unknown day"
)


class Precision(StrEnum):
    """Say how exactly a date is known, from the finest to the coarsest."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class BoundState(StrEnum):
    """Say what is known of a bound.

    ``open`` is the ``..`` of EDTF: without a limit, or still going on; ``unknown`` is its empty
    side: there is a limit, and no source names it.
    """

    KNOWN = "known"
    OPEN = "open"
    UNKNOWN = "unknown"


COARSENESS = tuple(Precision)


def _shown(text: str) -> str:
    shown = repr(text)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 3]}..."


def refuse(text: str, reason: str) -> NoReturn:
    msg = f"{_shown(text)} is no period: {reason}"
    raise InvalidPeriodError(msg)


def _refuse_date(text: str, whole: str) -> NoReturn:
    """Explain by the whole text first: a side of ``2004/03/29`` tells less than all of it."""
    reason = _reason(whole)
    if reason is None and text != whole:
        reason = f"{_shown(text)} is no date, {_reason(text) or _FORMS}"
    refuse(whole, reason or _FORMS)


def _reason(piece: str) -> str | None:
    """Explain a piece that is no date, if it is of a known habit."""
    if re.match(r"[0-9]{4}([-/.])[0-9]{1,2}(?:\1[0-9]{1,2})?[?~%]?\Z", piece):
        fixed = "-".join(number.zfill(2) for number in re.findall(r"[0-9]+", piece))
        mark = piece[-1] if piece[-1] in "?~%" else ""
        return f"write {fixed}{mark}"
    for pattern, reason in _HINTS:
        if match := re.search(pattern, piece, re.ASCII):
            return reason.format(match[0], *match.groups())
    return None


def _ordinals(text: str, year: int, month: int | None, day: int | None) -> tuple[int, int]:
    """Give the first and last day that a written date may mean."""
    if year == 0:
        refuse(text, "no calendar has the year 0000")
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, _LAST_MONTH, 31).toordinal()
    if month in _SEASONS:
        refuse(text, f"seasons (month {month}) are not read, write months as in YYYY-MM/YYYY-MM")
    if not 1 <= month <= _LAST_MONTH:
        refuse(text, f"no calendar has the month {month:02}")
    if day is None:
        first = date(year, month, 1).toordinal()
        if month == _LAST_MONTH:
            return first, first + 30
        return first, date(year, month + 1, 1).toordinal() - 1
    try:
        ordinal = date(year, month, day).toordinal()
    except ValueError:
        refuse(text, f"no calendar has the day {year:04}-{month:02}-{day:02}")
    return ordinal, ordinal


def to_date(ordinal: int) -> pendulum.Date | None:
    if ordinal in (NO_START, NO_END):
        return None
    import pendulum  # costs more than all the rest, so it waits until asked for

    return pendulum.Date.fromordinal(ordinal)


class Written:
    """Be an immutable value that is all said by its text."""

    __slots__ = ("_text",)
    __match_args__ = ("text",)

    _text: str

    @property
    def text(self) -> str:
        """Give the EDTF text, exactly as it was written."""
        return self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._text!r})"

    def __str__(self) -> str:
        return self._text

    def __format__(self, spec: str, /) -> str:
        return format(self._text, spec)

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        # The text says all: a copy is read anew and can not disagree with it.
        return (type(self), (self._text,))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        msg = f"can not set {name!r}: a {type(self).__name__} never changes, make a new one"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        msg = f"can not delete {name!r}: a {type(self).__name__} never changes, make a new one"
        raise AttributeError(msg)


set_slot = object.__setattr__


def read_text(text: object) -> str:
    if not isinstance(text, str):
        msg = f"expected EDTF text as a str, got {type(text).__name__}"
        raise TypeError(msg)
    return str.__str__(text)  # a str, whatever subclass of it came in


class Bound(Written):
    """Hold one side of a period: a date, an open or an unknown limit.

    Bounds are read off a period. Bounds of equal text are equal.

    Args:
        text: A date of EDTF (ISO 8601-2:2019) such as ``2004-10`` or ``2005-01-12~``, ``..`` for
            open, or nothing for unknown.

    Raises:
        InvalidPeriodError: The text is none of these.
        TypeError: The text is no ``str``.

    Example:
        >>> from ltnato import Period
        >>> bound = Period("2004-10/2005-01-12~").last
        >>> bound.year, bound.month, bound.day, bound.approximate
        (2005, 1, 12, True)
    """

    __slots__ = ("_day", "_hi", "_lo", "_month", "_year")

    _year: int | None
    _month: int | None
    _day: int | None
    _lo: int
    _hi: int

    def __new__(cls, text: str, /) -> Self:
        side = read_text(text)
        return cls._read(side, side, limit=side in ("", ".."))

    @classmethod
    def _read(cls, text: str, whole: str, *, limit: bool) -> Self:
        """Read a side and speak of the whole text where it is none; a limit is open or unknown."""
        year: int | None = None
        month: int | None = None
        day: int | None = None
        lo, hi = NO_START, NO_END
        if not limit:
            match = _DATE.match(text)
            if match is None:
                _refuse_date(text, whole)
            year = int(match[1])
            month = int(match[2]) if match[2] else None
            day = int(match[3]) if match[3] else None
            lo, hi = _ordinals(whole, year, month, day)
        self = object.__new__(cls)
        set_slot(self, "_text", text)
        set_slot(self, "_year", year)
        set_slot(self, "_month", month)
        set_slot(self, "_day", day)
        set_slot(self, "_lo", lo)
        set_slot(self, "_hi", hi)
        return self

    @property
    def state(self) -> BoundState:
        """Say whether the bound is known, open or unknown."""
        if self._year is not None:
            return BoundState.KNOWN
        return BoundState.OPEN if self._text else BoundState.UNKNOWN

    @property
    def year(self) -> int | None:
        """Give the year, or None where the bound is not known."""
        return self._year

    @property
    def month(self) -> int | None:
        """Give the month, or None where it is not known."""
        return self._month

    @property
    def day(self) -> int | None:
        """Give the day of the month, or None where it is not known."""
        return self._day

    @property
    def precision(self) -> Precision | None:
        """Say how exactly the bound is known, or None where it is not."""
        if self._year is None:
            return None
        if self._month is None:
            return Precision.YEAR
        return Precision.MONTH if self._day is None else Precision.DAY

    @property
    def uncertain(self) -> bool:
        """Say whether the date bears ``?`` or ``%``: its source is in doubt."""
        return self._text.endswith(("?", "%"))

    @property
    def approximate(self) -> bool:
        """Say whether the date bears ``~`` or ``%``: it is about right."""
        return self._text.endswith(("~", "%"))

    @property
    def earliest(self) -> pendulum.Date | None:
        """Give the earliest day that the date may mean, or None where the bound is not known."""
        return to_date(self._lo)

    @property
    def latest(self) -> pendulum.Date | None:
        """Give the latest day that the date may mean, or None where the bound is not known."""
        return to_date(self._hi)
