"""Hypothesis strategies for the values of the package, shared by the tests."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from ltnato._period import Period

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["Plain", "dates", "days", "json_values", "marks", "period_texts", "periods", "values"]

#: What JSON can hold.
Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

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


# What a text may hold: all but control characters, surrogates and what has no meaning of its own.
_TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=12
)
# The greatest number that JSON carries exactly everywhere.
_MOST = 2**53
_INTEGERS = st.integers(-_MOST, _MOST)
_NUMBERS = _INTEGERS | st.floats(-_MOST, _MOST, allow_nan=False)


@cache
def _of(kind: Any) -> SearchStrategy[Any]:
    """Draw a value of the type of a field."""
    if get_origin(kind) is tuple:
        return st.lists(_of(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) in {UnionType, Union}:
        inner = [one for one in get_args(kind) if one is not type(None)]
        drawn = _of(inner[0]) if len(inner) == 1 else _NUMBERS
        return drawn if len(inner) == len(get_args(kind)) else st.none() | drawn
    if attrs.has(kind):
        return values(kind)
    simple = {str: _TEXTS, int: _INTEGERS, float: _NUMBERS, bool: st.booleans(), Period: periods()}
    return simple[kind] if kind in simple else st.sampled_from(kind)


@cache
def values(kind: Any) -> SearchStrategy[Any]:
    """Draw a record, or a part of one, of a class: any values that the types of its fields allow.

    Identifiers are any texts, and references lead nowhere: it is for the codec, not for loading.
    """
    fields: dict[str, SearchStrategy[Any]] = {}
    for one in attrs.fields(kind):
        if one.init:
            drawn = _of(one.type)
            # Most records leave most fields out.
            left_out = one.default is not attrs.NOTHING
            fields[one.name] = st.just(one.default) | drawn if left_out else drawn
    return st.builds(kind, **fields)


def json_values() -> SearchStrategy[Plain]:
    """Draw what a file of JSON may hold, with the keys and words of the records among the texts."""
    words = st.sampled_from(["id", "when", "title", "en", "lt", "kind", "2004-03-29", "summit"])
    texts = st.text(max_size=4) | words
    scalars = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts
    )
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )
