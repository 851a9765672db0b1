"""Hypothesis strategies for the values of the package, shared by the tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from ltnato._period import Period

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["dates", "days", "marks", "period_texts", "periods"]

_BUSY = date(2003, 12, 15)
_DAYS = st.one_of(
    st.integers(0, 50).map(lambda count: _BUSY + timedelta(count)),
    st.dates(date(1990, 1, 1), date(2026, 12, 31)),
    st.dates(),
)
_MARKS = st.sampled_from(["", "", "?", "~", "%"])
_PRECISIONS = st.sampled_from([4, 7, 10, 10])
_FORMS = st.sampled_from(
    [
        "{first}",
        "{first}/{last}",
        "{first}/..",
        "{first}/",
        "../{last}",
        "/{last}",
        "[..{last}]",
        "[{first}..]",
        "[{first}..{last}]",
    ]
)


def days() -> SearchStrategy[date]:
    """Draw days: mostly of a few weeks, where periods meet, else of any time."""
    return _DAYS


def marks() -> SearchStrategy[str]:
    """Draw a mark of doubt, or none."""
    return _MARKS


def _written(day: date, precision: int, mark: str) -> str:
    return day.isoformat()[:precision] + mark


def dates() -> SearchStrategy[str]:
    """Draw a written date of any precision and mark."""
    return st.builds(_written, days(), _PRECISIONS, marks())


@st.composite
def period_texts(draw: DrawFn) -> str:
    """Draw the text of a period, of every accepted form."""
    # Coarsening two days in order can not reverse them, and it reaches every valid interval.
    start, end = sorted(draw(st.tuples(days(), days())))
    first = _written(start, draw(_PRECISIONS), draw(marks()))
    last = _written(end, draw(_PRECISIONS), draw(marks()))
    return draw(_FORMS).format(first=first, last=last)


def periods() -> SearchStrategy[Period]:
    """Draw a period of any accepted form."""
    return period_texts().map(Period)
