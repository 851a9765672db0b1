"""Cross-check of the accepted texts against the ``edtf`` package, on what both can read.

Where edtf 5.0.2 is known to be wrong or means something else, texts are left out by construction:

* it accepts intervals that end before they start, the month 00, the year 0000, the 29th of February
  of any year, and ``../..``;
* it strips blanks and a final newline;
* it pads an unknown end by ten years and has no day for an open one: only known sides are compared;
* it reads seasons, unknown digits and sets, which are refused here on purpose;
* it can not read a reach between two dates, and gives no days for one with an open side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from ltnato._edtf import Bound, BoundState
from ltnato._errors import InvalidPeriodError
from ltnato._period import Period
from strategies import period_texts

if TYPE_CHECKING:
    from datetime import date
    from time import struct_time

edtf: Any = pytest.importorskip("edtf")

BOTH_READ = [
    "2004",
    "2004-03",
    "2004-03-29",
    "2004-02-29",
    "2000-02",
    "1900-02",
    "1999-12",
    "9999-12-31",
    "2004?",
    "2004~",
    "2004%",
    "2004-03?",
    "2004-03~",
    "2004-03%",
    "2004-03-29?",
    "2004-03-29~",
    "2004-03-29%",
    "1999-04-23/1999-04-25",
    "2004-07~/2004-10~",
    "2004/2005-01-12",
    "2004-03-29/2004",
    "2004-10/2005-01-12~",
    "2004-10%/2005?",
    "2004-03-29/..",
    "2004-03~/..",
    "../2004-03-29",
    "2004-03-29/",
    "/2004-03-29?",
]

BOTH_REFUSE = [
    "",
    "/",
    "..",
    "[]",
    "now",
    "today",
    "2004/03/29",
    "2004.03.29",
    "20040329",
    "2004-3-9",
    "29-03-2004",
    "2004-13",
    "2004-04-31",
    "2004-02-30",
    "2004-01-32",
    "2004-01-00",
    "2004-W13",
    "2004-W13-1",
    "2004-089",
    "2004-03-29T10:00",
    "2004?~",
    "2004-03-29/2004-02-30",
    "2004/2005/2006",
    "2004-2005",
    "24",
    "x2004",
    "２００４",
    "2004–2005",
]


def _day(parts: struct_time) -> tuple[int, int, int]:
    return (parts.tm_year, parts.tm_mon, parts.tm_mday)


def _ymd(day: date | None) -> tuple[int, int, int] | None:
    return None if day is None else (day.year, day.month, day.day)


def _edtf_marks(bound: Any) -> tuple[bool, bool]:
    # edtf has an attribute of its own for % and leaves the two others unset.
    both = bool(getattr(bound, "is_uncertain_and_approximate", False))
    return (bool(bound.is_uncertain) or both, bool(bound.is_approximate) or both)


def _assert_agree(text: str) -> None:
    period = Period(text)
    theirs = edtf.parse_edtf(text)
    assert str(theirs) == str(period)
    sides: list[tuple[Bound, Any]] = (
        [(period.first, theirs.lower), (period.last, theirs.upper)]
        if "/" in text
        else [(period.first, theirs)]
    )
    for bound, side in sides:
        if bound.state is not BoundState.KNOWN:
            continue
        assert _day(side.lower_strict()) == _ymd(bound.earliest)
        assert _day(side.upper_strict()) == _ymd(bound.latest)
        assert _edtf_marks(side) == (bound.uncertain, bound.approximate)


class TestAgreement:
    """What both read means the same, and what both refuse is refused."""

    @pytest.mark.parametrize("text", BOTH_READ)
    def test_both_read_alike(self, text: str) -> None:
        """A text that both accept has the same days and marks."""
        _assert_agree(text)

    @pytest.mark.parametrize("text", BOTH_REFUSE)
    def test_both_refuse(self, text: str) -> None:
        """A text that is no EDTF at all is refused by both."""
        with pytest.raises(edtf.EDTFParseException):
            edtf.parse_edtf(text)
        with pytest.raises(InvalidPeriodError):
            Period(text)

    @pytest.mark.parametrize("text", ["[..1994-01-04]", "[2000-05-18..]"])
    def test_both_read_a_reach(self, text: str) -> None:
        """A reach with one date is EDTF to both."""
        assert str(edtf.parse_edtf(text)) == str(Period(text))

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(text=period_texts())
    def test_drawn_texts_are_read_alike(self, text: str) -> None:
        """A drawn text without a reach has the same days and marks for both."""
        assume("[" not in text)
        _assert_agree(text)
