"""Behaviour of periods: the accepted texts, what they mean, and the laws that hold for all."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import combinations, product
from typing import Any

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import ltnato._period as period_module
from ltnato._edtf import Bound, BoundState, Precision
from ltnato._errors import InvalidPeriodError, LtnatoError
from ltnato._period import Period, Span, as_period
from strategies import days, period_texts, periods

# The headings of the base page, in its order: heading, EDTF text, days.
HEADINGS = [
    ("17 November 1990", "1990-11-17", 1),
    ("31 May 1991", "1991-05-31", 1),
    ("20 December 1991", "1991-12-20", 1),
    ("13 January 1992", "1992-01-13", 1),
    ("5 October 1993", "1993-10-05", 1),
    ("29 November 1993", "1993-11-29", 1),
    ("4 January 1994", "1994-01-04", 1),
    ("27 January 1994", "1994-01-27", 1),
    ("19 December 1996", "1996-12-19", 1),
    ("8-9 July 1997", "1997-07-08/1997-07-09", 2),
    ("1 August 1997", "1997-08-01", 1),
    ("9 October 1997", "1997-10-09", 1),
    ("23-25 April 1999", "1999-04-23/1999-04-25", 3),
    ("18-19 May 2000", "2000-05-18/2000-05-19", 2),
    ("17 November 2000", "2000-11-17", 1),
    ("25 January 2001", "2001-01-25", 1),
    ("27-31 May 2001", "2001-05-27/2001-05-31", 5),
    ("21 November 2002", "2002-11-21", 1),
    ("26 March 2003", "2003-03-26", 1),
    ("10 March 2004", "2004-03-10", 1),
    ("29 March 2004", "2004-03-29", 1),
    ("29 March 2004", "2004-03-29", 1),
    ("2 April 2004", "2004-04-02", 1),
    ("22 February 2005", "2005-02-22", 1),
    ("20-21 April 2005", "2005-04-20/2005-04-21", 2),
    ("28-29 November 2006", "2006-11-28/2006-11-29", 2),
    ("7-8 February 2008", "2008-02-07/2008-02-08", 2),
    ("2-4 April 2008", "2008-04-02/2008-04-04", 3),
    ("3-4 April 2009", "2009-04-03/2009-04-04", 2),
    ("19 November 2010", "2010-11-19", 1),
    ("20-21 May 2012", "2012-05-20/2012-05-21", 2),
    ("4-5 September 2014", "2014-09-04/2014-09-05", 2),
    ("3 September 2015", "2015-09-03", 1),
    ("23-24 March 2016", "2016-03-23/2016-03-24", 2),
    ("8-9 July 2016", "2016-07-08/2016-07-09", 2),
    ("7 February 2017", "2017-02-07", 1),
    ("24-25 May 2017", "2017-05-24/2017-05-25", 2),
    ("11-12 July 2018", "2018-07-11/2018-07-12", 2),
    ("3-4 April 2019", "2019-04-03/2019-04-04", 2),
    ("3-4 December 2019", "2019-12-03/2019-12-04", 2),
    ("14 June 2021", "2021-06-14", 1),
    ("25 February 2022", "2022-02-25", 1),
    ("27-30 June 2022", "2022-06-27/2022-06-30", 4),
]

# Start and end cells as curators write them in tables, with every form that was found there, and
# the period that the two make.
CELLS = [
    ("2004-03-29", "2004-07~", "2004-03-29/2004-07~"),
    ("2004-07~", "2004-10~", "2004-07~/2004-10~"),
    ("2004-10", "2005-01-12", "2004-10/2005-01-12"),
    ("2005-01-12", "2005-03-31", "2005-01-12/2005-03-31"),
    ("2005-03-31", "2005-06", "2005-03-31/2005-06"),
    ("2005-07", "2005-09", "2005-07/2005-09"),
    ("2008-03~", "2008-06-30", "2008-03~/2008-06-30"),
    ("2011-04", "2011-09~", "2011-04/2011-09~"),
    ("2017-01~", "2017-05-02~", "2017-01~/2017-05-02~"),
    ("2020-09-01~", "2020-12-31", "2020-09-01~/2020-12-31"),
    ("2022-03-31~", "2022-08~", "2022-03-31~/2022-08~"),
    ("2022-07-15", "", "2022-07-15/"),
    ("2026-05-19~", "", "2026-05-19~/"),
    ("2015-09-01", "..", "2015-09-01/.."),
    ("2016-09", "..", "2016-09/.."),
    ("2017", "..", "2017/.."),
    ("2022", "2024", "2022/2024"),
    ("1991-01-13", "1993", "1991-01-13/1993"),
    ("1993", "1996-12-10", "1993/1996-12-10"),
    ("2007~", "2012", "2007~/2012"),
    ("1997-05", "", "1997-05/"),
    ("1955", "", "1955/"),
    ("", "2020", "/2020"),
]

# Refused texts with a part of the reason.
REFUSED = [
    # No calendar has them.
    ("2003-02-29", "no calendar has the day 2003-02-29"),
    ("1900-02-29", "no calendar has the day 1900-02-29"),
    ("2004-04-31", "no calendar has the day 2004-04-31"),
    ("2004-01-00", "no calendar has the day 2004-01-00"),
    ("2004-03-29/2004-04-31~", "no calendar has the day 2004-04-31"),
    ("[2003-02-29..]", "no calendar has the day 2003-02-29"),
    ("0000", "no calendar has the year 0000"),
    ("0000-01-01", "no calendar has the year 0000"),
    ("2004-00", "no calendar has the month 00"),
    ("2004-13-01", "no calendar has the month 13"),
    ("2004-99", "no calendar has the month 99"),
    # No side, or no date.
    ("", "it is empty"),
    ("..", "at least one side must be a date"),
    ("/", "at least one side must be a date"),
    ("../..", "at least one side must be a date"),
    ("../", "at least one side must be a date"),
    ("/..", "at least one side must be a date"),
    ("[..]", "at least one side must be a date"),
    ("?", "a mark (? ~ %) stands only at the end"),
    # Reversed.
    ("2005/2004", "its end 2004 comes before its start 2005"),
    ("2004-03-29/2004-03-28", "its end 2004-03-28 comes before its start 2004-03-29"),
    ("2004-03-29~/2004-02?", "its end 2004-02? comes before its start 2004-03-29~"),
    ("[2004-04..2004-03-31]", "its end 2004-03-31 comes before its start 2004-04"),
    # Other ways to write dates.
    ("2004/03/29", "write 2004-03-29"),
    ("2004/3/9?", "write 2004-03-09?"),
    ("2004.03.29", "write 2004-03-29"),
    ("2004-3-9", "write 2004-03-09"),
    ("2004/03", "write 2004-03"),
    ("2004-3", "write 2004-03"),
    ("2004-3-9/2004-05-01", "'2004-3-9' is no date, write 2004-03-09"),
    ("20040329", "write 2004-03-29"),
    ("2004-2005", "write 2004/2005"),
    ("29-03-2004", "the year stands first"),
    ("29/03/2004", "the year stands first"),
    ("29.03.2004", "the year stands first"),
    ("2004/2005/2006", "an interval has one slash"),
    ("12004", "a year has four digits and no sign"),
    ("-0044", "a year has four digits and no sign"),
    ("Y12004", "a year has four digits and no sign"),
    ("summer", "write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("29 March 2004", "write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("204", "write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("2004-03-29/29", "'29' is no date, write YYYY"),
    ("2004--03", "write YYYY"),
    ("2004-03-", "write YYYY"),
    # Forms of EDTF and ISO 8601 that are not read.
    ("2004-03-29T10:00", "a time of day is not kept"),
    ("2004-03-29T10:00Z", "a time of day is not kept"),
    ("2004-03-29 10:00", "a time of day is not kept"),
    ("2004-03-29T10", "a time of day is not kept"),
    ("2004-W13", "week dates are not read"),
    ("2004-W13-1", "week dates are not read"),
    ("2004W131", "week dates are not read"),
    ("2004-089", "days counted within a year are not read"),
    ("2004089", "days counted within a year are not read"),
    ("2004-21", "seasons (month 21) are not read"),
    ("2004-41", "seasons (month 41) are not read"),
    ("200X", "unknown digits are not read"),
    ("20XX", "unknown digits are not read"),
    ("2004-XX", "unknown digits are not read"),
    ("2004-03-XX", "unknown digits are not read"),
    ("XXXX-03", "unknown digits are not read"),
    ("199u", "unknown digits are not read"),
    ("{2004,2005}", "sets are not read"),
    ("[2004,2005]", "sets are not read"),
    ("2004,2005", "sets are not read"),
    ("{2004..2005}", "sets are not read"),
    # Marks.
    ("2004?~", "a date has one mark"),
    ("2004-03??", "a date has one mark"),
    ("?2004", "a mark (? ~ %) stands only at the end"),
    ("2004?-03", "a mark (? ~ %) stands only at the end"),
    ("2004-~03", "a mark (? ~ %) stands only at the end"),
    # Reaches.
    ("..2004", "write [..2004]"),
    ("2004..", "write [2004..]"),
    ("2004..2005", "write [2004..2005]"),
    ("[2004]", "a reach is written"),
    ("[]", "a reach is written"),
    ("[2004..", "a reach is written"),
    ("2004..]", "a reach is written"),
    ("[2004/2005]", "a reach is written"),
    ("[..2004..]", "a reach is written"),
    ("[....2004]", "a reach is written"),
    ("[2004..2005]?", "a reach is written"),
    ("[../2004]", "a reach is written"),
    # Words, blanks and look-alikes.
    ("now", "'now' names no day, write '..'"),
    ("Today", "'Today' names no day, write '..'"),
    ("2004-03-29/now", "'now' names no day, write '..'"),
    ("2004-03-29/present", "'present' names no day, write '..'"),
    (" 2004", "a blank or a line break"),
    ("2004 ", "a blank or a line break"),
    ("2004\n", "a blank or a line break"),
    ("2004-03-29\n", "a blank or a line break"),
    ("2004/2005\n", "a blank or a line break"),
    ("\t2004", "a blank or a line break"),
    ("2004 / 2005", "'2004 ' is no date, a blank or a line break"),
    ("[2004.. 2005]", "a reach is written"),
    ("２００４", "'２' is not one of the plain digits"),
    ("٢٠٠٤-٠٣", "'٢' is not one of the plain digits"),
    ("2004–2005", "'–' is not one of the plain digits"),
    ("2004\N{NO-BREAK SPACE}", r"'\xa0' is not one of the plain digits"),
    ("2004-03-2९", "'९' is not one of the plain digits"),
    ("2004\x00", "write YYYY"),
]

# One of every form, and pairs that meet, touch and part.
SAMPLE = [
    "2003",
    "2003/2004-02",
    "../2004-01-20",
    "/2004-01-20",
    "/2004-01",
    "[..2004-01-10]",
    "2004-01",
    "2004-01/2004-01",
    "2004-01/2004-02",
    "2004-01-05",
    "2004-01-05?",
    "2004-01-05/2004-01-20",
    "2004-01-05/2004-01",
    "2004-01/2004-01-20~",
    "2004-01-05/..",
    "2004-01-05/",
    "2004-01/..",
    "2004-01/",
    "[2004-01-05..2004-01-05]",
    "[2004-01-05..2004-02]",
    "[2004-01-05..]",
    "2004-02-01",
]


@cache
def _worlds(period: Period) -> set[tuple[date, date]]:
    """Enumerate what a period may have been: every start and end that its text leaves open.

    Time is taken to run from the middle of December 2003 to the end of February 2004 only.
    """
    world = [date(2003, 12, 15) + timedelta(count) for count in range(77)]

    def choices(bound: Bound) -> list[date]:
        if bound.state is BoundState.OPEN:
            return [world[0]] if bound is period.first else [world[-1]]
        if bound.state is BoundState.UNKNOWN:
            return world
        assert bound.earliest is not None
        assert bound.latest is not None
        return [day for day in world if bound.earliest <= day <= bound.latest]

    firsts, lasts = choices(period.first), choices(period.last)
    if period.one_of:
        return {(day, day) for day in world if min(firsts) <= day <= max(lasts)}
    return {(first, last) for first, last in product(firsts, lasts) if first <= last}


class TestForms:
    """Which texts are read, and as what."""

    @pytest.mark.parametrize(
        ("text", "precision", "start", "end"),
        [
            ("2004", Precision.YEAR, "2004-01-01", "2004-12-31"),
            ("2004-02", Precision.MONTH, "2004-02-01", "2004-02-29"),
            ("2003-02", Precision.MONTH, "2003-02-01", "2003-02-28"),
            ("2004-12", Precision.MONTH, "2004-12-01", "2004-12-31"),
            ("2004-02-29", Precision.DAY, "2004-02-29", "2004-02-29"),
            ("0001", Precision.YEAR, "0001-01-01", "0001-12-31"),
            ("9999-12", Precision.MONTH, "9999-12-01", "9999-12-31"),
        ],
    )
    def test_date(self, text: str, precision: Precision, start: str, end: str) -> None:
        """A single date covers its possible days and has one bound on both sides."""
        period = Period(text)
        assert period.precision is precision
        assert str(period.start) == start
        assert str(period.end) == end
        assert period.first is period.last
        assert period.first.state is BoundState.KNOWN
        assert not period.one_of
        assert not period.is_ongoing

    @pytest.mark.parametrize(
        ("text", "uncertain", "approximate"),
        [
            ("2004-03", False, False),
            ("2004-03?", True, False),
            ("2004-03~", False, True),
            ("2004-03%", True, True),
            ("2004?/2005", True, False),
            ("2004/2005~", False, True),
            ("2004?/2005~", True, True),
            ("2004/..", False, False),
            ("[..2005%]", True, True),
            ("[2004~..2005]", False, True),
        ],
    )
    def test_marks(self, text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001
        """A period is uncertain or approximate if one of its bounds is."""
        period = Period(text)
        assert period.uncertain is uncertain
        assert period.approximate is approximate

    def test_marks_belong_to_their_bound(self) -> None:
        """A mark stays with the side that bears it."""
        period = Period("2004-10?/2005-01-12~")
        assert (period.first.uncertain, period.first.approximate) == (True, False)
        assert (period.last.uncertain, period.last.approximate) == (False, True)

    @pytest.mark.parametrize("mark", ["?", "~", "%"])
    def test_marks_move_nothing(self, mark: str) -> None:
        """A mark changes neither days nor answers."""
        plain, marked = Period("2004-03-29"), Period(f"2004-03-29{mark}")
        assert (marked.start, marked.end, marked.days) == (plain.start, plain.end, plain.days)
        assert marked.contains(plain)
        assert plain.gap("2004-04-02") == marked.gap("2004-04-02")

    @pytest.mark.parametrize(
        ("text", "first", "last", "start", "end"),
        [
            ("2004-10/2005-01-12~", "known", "known", "2004-10-01", "2005-01-12"),
            ("2004-03-29/2004", "known", "known", "2004-03-29", "2004-12-31"),
            ("2004/2004-03-29", "known", "known", "2004-01-01", "2004-03-29"),
            ("2004-03-29/2004-03-29", "known", "known", "2004-03-29", "2004-03-29"),
            ("2004-03-29/..", "known", "open", "2004-03-29", "None"),
            ("2004-03-29/", "known", "unknown", "2004-03-29", "None"),
            ("../2004-03", "open", "known", "None", "2004-03-31"),
            ("/2004", "unknown", "known", "None", "2004-12-31"),
        ],
    )
    def test_interval(self, text: str, first: str, last: str, start: str, end: str) -> None:
        """An interval has two bounds, and no start or end day where one is open or unknown."""
        period = Period(text)
        assert (period.first.state, period.last.state) == (first, last)
        assert (str(period.start), str(period.end)) == (start, end)
        assert period.is_ongoing is (last == "open")
        assert not period.one_of

    @pytest.mark.parametrize(
        ("text", "first", "last", "start", "end"),
        [
            ("[..1994-01-04]", "unknown", "known", "None", "1994-01-04"),
            ("[2000-05-18..]", "known", "unknown", "2000-05-18", "None"),
            ("[2000-05..2001~]", "known", "known", "2000-05-01", "2001-12-31"),
            ("[2000-05-18..2000-05]", "known", "known", "2000-05-18", "2000-05-31"),
        ],
    )
    def test_reach(self, text: str, first: str, last: str, start: str, end: str) -> None:
        """A reach is one unknown day: a side without a date is unknown, never open."""
        period = Period(text)
        assert period.one_of
        assert (period.first.state, period.last.state) == (first, last)
        assert (str(period.start), str(period.end)) == (start, end)
        assert not period.is_ongoing

    @pytest.mark.parametrize(
        ("text", "precision"),
        [
            ("2004-10/2005-01-12", Precision.MONTH),
            ("2004-10-01/2005", Precision.YEAR),
            ("2004-10/..", Precision.MONTH),
            ("/2004-10-01", Precision.DAY),
            ("[2004..2005-01]", Precision.YEAR),
            ("[..2005-01]", Precision.MONTH),
        ],
    )
    def test_precision(self, text: str, precision: Precision) -> None:
        """The precision of a period is that of its coarser known bound."""
        assert Period(text).precision is precision

    @pytest.mark.parametrize(("text", "reason"), REFUSED)
    def test_refused(self, text: str, reason: str) -> None:
        """Any other text is refused with the text and a reason that a curator understands."""
        with pytest.raises(InvalidPeriodError) as caught:
            Period(text)
        assert str(caught.value).startswith(f"{text!r} is no period: ")
        assert reason in str(caught.value)

    def test_refusal_is_a_value_error(self) -> None:
        """The error is one of the package and also the built-in one."""
        assert issubclass(InvalidPeriodError, LtnatoError)
        assert issubclass(InvalidPeriodError, ValueError)

    @pytest.mark.parametrize("text", ["q" * 5000, "2004/" + "q" * 5000, "/" * 5000, "." * 5000])
    def test_refusal_of_a_long_text_is_short(self, text: str) -> None:
        """A long text is cut in the message."""
        with pytest.raises(InvalidPeriodError, match=r"\.\.\. is no period") as caught:
            Period(text)
        assert len(str(caught.value)) < 400

    @pytest.mark.parametrize(
        "value", [None, 2004, 2004.0, b"2004", date(2004, 3, 29), Period("2004"), ["2004"]]
    )
    def test_only_text_makes_a_period(self, value: object) -> None:
        """Anything but a str is a type error, a period too."""
        with pytest.raises(TypeError, match="expected EDTF text as a str, got"):
            Period(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def test_argument_is_positional_and_alone(self) -> None:
        """The text is the one argument, without a name."""
        with pytest.raises(TypeError):
            Period(text="2004")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        with pytest.raises(TypeError):
            Period("2004", "2005")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        with pytest.raises(TypeError):
            Period()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    def test_text_is_a_plain_string(self) -> None:
        """A subclass of str is read, and its plain text is kept."""

        class Loud(str):
            __slots__ = ()

            def __str__(self) -> str:
                return "LOUD"

        assert type(Period(Loud("2004")).text) is str
        assert Period(Loud("2004")).text == "2004"


class TestBound:
    """One side of a period."""

    def test_known(self) -> None:
        """A known bound tells its parts and its days."""
        bound = Period("2004-10/2005-01-12~").first
        assert (bound.year, bound.month, bound.day) == (2004, 10, None)
        assert bound.precision is Precision.MONTH
        assert bound.text == "2004-10"
        assert (bound.earliest, bound.latest) == (date(2004, 10, 1), date(2004, 10, 31))
        assert type(bound.earliest) is pendulum.Date

    def test_year(self) -> None:
        """A year has neither month nor day."""
        bound = Period("2004~").first
        assert (bound.year, bound.month, bound.day) == (2004, None, None)
        assert bound.precision is Precision.YEAR
        assert bound.text == "2004~"

    @pytest.mark.parametrize(("text", "state"), [("..", BoundState.OPEN), ("", BoundState.UNKNOWN)])
    def test_limit(self, text: str, state: BoundState) -> None:
        """An open or unknown bound has no parts, days or marks."""
        bound = Period(f"2004/{text}").last
        assert bound.state is state
        assert bound.text == text
        assert (bound.year, bound.month, bound.day, bound.precision) == (None, None, None, None)
        assert (bound.earliest, bound.latest) == (None, None)
        assert not bound.uncertain
        assert not bound.approximate

    @pytest.mark.parametrize("text", ["", "..", "2004", "2004-03?", "2004-03-29%"])
    def test_value(self, text: str) -> None:
        """A bound is a value by its text, and copies are equal."""
        bound = Bound(text)
        assert bound == Bound(text)
        assert hash(bound) == hash(Bound(text))
        assert repr(bound) == f"Bound({text!r})"
        assert str(bound) == text
        assert copy.deepcopy(bound) == bound
        assert pickle.loads(pickle.dumps(bound)) == bound

    def test_is_no_period(self) -> None:
        """A bound never equals a period or a text."""
        assert Bound("2004") != Period("2004")
        assert Bound("2004") != "2004"

    @pytest.mark.parametrize("text", ["2004/2005", "[..2004]", "2004-13", "/", "now"])
    def test_refused(self, text: str) -> None:
        """A text that is no side is refused."""
        with pytest.raises(InvalidPeriodError, match=re.escape(text)):
            Bound(text)

    def test_only_text_makes_a_bound(self) -> None:
        """Anything but a str is a type error."""
        with pytest.raises(TypeError, match="got int"):
            Bound(2004)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def test_never_changes(self) -> None:
        """Nothing of a bound can be set or deleted."""
        bound = Bound("2004")
        with pytest.raises(AttributeError, match="a Bound never changes"):
            bound.year = 2005  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(AttributeError, match="a Bound never changes"):
            del bound.year  # pyright: ignore[reportAttributeAccessIssue]


class TestContains:
    """What surely lies within."""

    @pytest.mark.parametrize(
        ("period", "day"),
        [
            ("2004-03-29", "2004-03-29"),
            ("2004-03-29?", "2004-03-29%"),
            ("2004-07/2004-10", "2004-07-31"),
            ("2004-07/2004-10", "2004-10-01"),
            ("2004-07/2004-10", "2004-08"),
            ("2003/2005", "2004"),
            ("2003/2005", "[2004-01..2004-03]"),
            ("2003/2005", "2004-03/2004-05"),
            ("2004-03-29/2004", "2004-03-29"),
            ("2004/2004-03-29", "2004-03-29"),
            ("2022-07-15/", "2022-07-15"),
            ("/2022-07-15", "2022-07-15"),
            ("2022-07-15/..", "2022-07-15"),
            ("2022-07-15/..", "9999-12-31"),
            ("2022-07-15/..", "2022-07-15/.."),
            ("2022-07-15/..", "2023/"),
            ("2022-07-15/..", "[2023..]"),
            ("../2022-07-15", "0001-01-01"),
            ("../2022-07-15", "[..2021]"),
            ("[2004-03-29..2004-03-29]", "2004-03-29"),
        ],
    )
    def test_surely(self, period: str, day: str) -> None:
        """Every possible day of the argument lies within, however the period is read."""
        assert Period(period).contains(day)

    @pytest.mark.parametrize(
        ("period", "day"),
        [
            ("2004-03-29", "2004-03-28"),
            ("2004-03-29", "2004-03"),
            ("2004-03", "2004-03-29"),
            ("2004", "2004-03"),
            ("2004", "2004"),
            ("2004-07/2004-10", "2004-07-30"),
            ("2004-07/2004-10", "2004-10-02"),
            ("2004-07/2004-10", "2004-07"),
            ("2004-07/2004-07", "2004-07-15"),
            ("2004-03-29/2004", "2004-03-30"),
            ("2022-07-15/", "2022-07-16"),
            ("2022-07-15/", "2022-07-14"),
            ("2022-07-15/", "2022-07-15/"),
            ("2022-07/", "2022-07-31"),
            ("/2022-07-15", "2022-07-14"),
            ("2022-07-15/..", "2022-07-14"),
            ("2022-07/..", "2022-07-30"),
            ("2004/2022", "2005/.."),
            ("2004/2022", "../2005"),
            ("[2004-03-28..2004-03-29]", "2004-03-29"),
            ("[..2004-03-29]", "2004-03-29"),
            ("[2004-03-29..]", "2004-03-29"),
        ],
    )
    def test_not_surely(self, period: str, day: str) -> None:
        """One reading in which a day lies outside is enough for no."""
        assert not Period(period).contains(day)

    @pytest.mark.parametrize("text", SAMPLE)
    def test_agrees_with_all_readings(self, text: str) -> None:
        """A day is surely within if it is so in every reading of the text."""
        period = Period(text)
        worlds = _worlds(period)
        for count in range(-5, 40):
            day = date(2004, 1, 1) + timedelta(count)
            surely = all(first <= day <= last for first, last in worlds)
            assert period.contains(day) is surely, day


class TestOverlaps:
    """What possibly shares a day."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2004-03-29", "2004-03-29", True),
            ("2004-03-29", "2004-03-30", False),
            ("2004-03", "2004-03-29?", True),
            ("2004/2005", "2005-12-31/..", True),
            ("2004/2005", "2006", False),
            ("2004/", "2020", True),
            ("2004/", "2003-12-31", False),
            ("/2004", "1990", True),
            ("../2004", "2005/..", False),
            ("[..1994-01-04]", "1990", True),
            ("[2000-05-18..]", "2000-05-17", False),
        ],
    )
    def test_possibly(self, one: str, other: str, expected: bool) -> None:  # noqa: FBT001
        """Two times overlap if some reading of both shares a day."""
        assert Period(one).overlaps(other) is expected
        assert Period(other).overlaps(Period(one)) is expected

    @pytest.mark.parametrize(("one", "other"), [*combinations(SAMPLE, 2)])
    def test_agrees_with_all_readings(self, one: str, other: str) -> None:
        """Times overlap if a day of some reading of the one is one of the other."""
        period, another = Period(one), Period(other)

        def reached(worlds: set[tuple[date, date]]) -> tuple[date, date]:
            return min(first for first, _ in worlds), max(last for _, last in worlds)

        (first, last), (start, end) = reached(_worlds(period)), reached(_worlds(another))
        assert period.overlaps(another) is (first <= end and start <= last)


class TestAccepted:
    """What stands for a time in questions."""

    @pytest.mark.parametrize(
        "value",
        ["2004-03-29", date(2004, 3, 29), pendulum.Date(2004, 3, 29), Period("2004-03-29")],
    )
    def test_kinds(self, value: str | date | Period) -> None:
        """Text, both kinds of date and periods are understood alike."""
        period = Period("2004-03-29")
        assert as_period(value) == period
        assert period.contains(value)
        assert period.overlaps(value)
        assert period.gap(value) == 0
        assert period.until(value) == Span(0, 0, 0)

    def test_period_is_itself(self) -> None:
        """A period is not copied."""
        period = Period("2004")
        assert as_period(period) is period

    def test_early_date(self) -> None:
        """The year of a date is written with four digits."""
        assert as_period(date(44, 3, 15)) == Period("0044-03-15")

    def test_bad_text(self) -> None:
        """Text that is no period is refused everywhere."""
        with pytest.raises(InvalidPeriodError, match="write 2004-03-29"):
            Period("2004").contains("2004/03/29")

    @pytest.mark.parametrize(
        "value",
        [
            datetime(2004, 3, 29, tzinfo=UTC),
            pendulum.datetime(2004, 3, 29),
            2004,
            20040329.0,
            True,
            None,
            b"2004",
            ("2004", "2005"),
            timedelta(1),
            Bound("2004"),
        ],
    )
    def test_other_types(self, value: object) -> None:
        """A datetime, a number or anything else is a type error that names what is accepted."""
        period = Period("2004")
        name = type(value).__name__
        for ask in (period.contains, period.overlaps, period.gap, period.until, as_period):
            with pytest.raises(TypeError, match=rf"EDTF text, .* a Period, got {name}"):
                ask(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def test_datetime_gets_a_hint(self) -> None:
        """A datetime is told how to become a date."""
        with pytest.raises(TypeError, match=r"take its \.date\(\)"):
            as_period(datetime(2004, 3, 29, tzinfo=UTC))


class TestCounting:
    """Days, gaps and spans."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2004-03-29", 1),
            ("2004-03-29~", 1),
            ("1999-04-23/1999-04-25", 3),
            ("2004-01-01/2004-12-31", 366),
            ("2004-03", None),
            ("2004-03-01/2004-03", None),
            ("2004-03-29/..", None),
            ("/2004-03-29", None),
            ("[2004-03-28..2004-03-29]", None),
            ("[2004-03-29..2004-03-29]", None),
        ],
    )
    def test_days(self, text: str, expected: int | None) -> None:
        """Days are counted with both ends, if both are known to the day."""
        assert Period(text).days == expected

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("1994-01-04", "1994-01-27", 23),
            ("2016-07-08/2016-07-09", "2017-02-07", 213),
            ("2004-03-29", "2004-03-30", 1),
            ("2004-03-29", "2004-03-29?", 0),
            ("2016-07-08/2016-07-09", "2016-07-09/2016-07-12", 0),
            ("2004/2004-03-29", "2004-04-02/2005", 4),
            ("/2004-03-29", "2004-04-02/..", 4),
            # They surely share a day, though not all is known to the day.
            ("2004-03-29/..", "2022", 0),
            ("2003/2005", "2004-03", 0),
            ("2022-07-15/", "/2022-07-15", 0),
            # The order or the days are not sure.
            ("2004", "2005", None),
            ("2004-03", "2005-01-01", None),
            ("2004-01-01", "2005", None),
            ("2004", "2004", None),
            ("2004-03-29/", "2022-01-01", None),
            ("/2004-03-29", "2004-03-01/", None),
            ("2004-03", "2004-03-29", None),
            ("[2004-01-01..2004-01-02]", "2005-01-01", None),
            ("2005-01-01", "[..2004-01-02]", None),
            ("[2004-01-01..2004-01-01]", "2004-01-01", None),
        ],
    )
    def test_gap(self, one: str, other: str, expected: int | None) -> None:
        """The gap runs from the end of the one to the start of the other, and back below zero."""
        back = None if expected is None else -expected
        assert Period(one).gap(other) == expected
        assert Period(other).gap(one) == back

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("1996-12-19", "2021-12-16", (24, 11, 27)),
            ("1997-10-09", "2001-01-25", (3, 3, 16)),
            ("1949-04-04", "2004-03-29", (54, 11, 25)),
            ("2004-03-29", "2014-03-29", (10, 0, 0)),
            ("2016-07-08/2016-07-09", "2017-02-07/2017-02-09", (0, 6, 29)),
            ("2004-01-31", "2004-02-29", (0, 1, 0)),
            ("2004-01-31", "2004-03-01", (0, 1, 1)),
            ("2004-02-29", "2005-02-28", (1, 0, 0)),
            ("2004-12-31", "2005-01-01", (0, 0, 1)),
            ("9999-12-30", "9999-12-31", (0, 0, 1)),
            ("2004/2006", "2005-03-29", (0, 0, 0)),
            # pendulum 3.3 reads 1 year, 1 month, 0 days and 4 years, 0 days off its intervals.
            ("1981-05-29", "1982-06-28", (1, 0, 30)),
            ("1977-06-25", "1981-06-24", (3, 11, 30)),
        ],
    )
    def test_until(self, one: str, other: str, expected: tuple[int, int, int]) -> None:
        """The span is counted by the calendar, and back with all parts below zero."""
        span = Period(one).until(other)
        assert span == Span(*expected)
        back = Period(other).until(one)
        assert back == tuple(-part for part in expected)

    @pytest.mark.parametrize(
        ("one", "other"), [("2004", "2005"), ("[..2004-01-01]", "2005-01-01"), ("2004/", "2020")]
    )
    def test_until_unknown(self, one: str, other: str) -> None:
        """There is no span where there is no gap."""
        assert Period(one).until(other) is None


class TestSpan:
    """Years, months and days."""

    @pytest.mark.parametrize(
        ("parts", "expected"),
        [
            ((24, 11, 27), "24 years, 11 months, 27 days"),
            ((1, 1, 1), "1 year, 1 month, 1 day"),
            ((10, 0, 0), "10 years"),
            ((3, 0, 16), "3 years, 16 days"),
            ((0, 0, 0), "0 days"),
            ((-24, -11, -27), "24 years, 11 months, 27 days earlier"),
            ((0, 0, -1), "1 day earlier"),
        ],
    )
    def test_text(self, parts: tuple[int, int, int], expected: str) -> None:
        """A span reads as one says it, without empty parts."""
        assert str(Span(*parts)) == expected

    def test_value(self) -> None:
        """A span is a tuple with names."""
        span = Span(24, 11, 27)
        assert (span.years, span.months, span.days) == (24, 11, 27)
        assert span == (24, 11, 27)
        assert repr(span) == "Span(years=24, months=11, days=27)"
        assert Span(days=1, months=2, years=3) > Span(3, 2, 0)
        assert len({span, Span(24, 11, 27)}) == 1
        match span:
            case Span(years, months, days):
                assert (years, months, days) == span

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_copies(self, protocol: int) -> None:
        """A span survives pickling and copying with its type."""
        span = Span(24, 11, 27)
        for twin in (pickle.loads(pickle.dumps(span, protocol)), copy.deepcopy(span)):
            assert twin == span
            assert type(twin) is Span

    def test_never_changes(self) -> None:
        """Nothing of a span can be set."""
        span = Span(24, 11, 27)
        for name in ("years", "other"):
            with pytest.raises(AttributeError):
                setattr(span, name, 1)

    def test_runs_one_way(self) -> None:
        """Parts above and below zero do not go together."""
        with pytest.raises(ValueError, match="runs one way"):
            Span(1, -1, 0)


class TestOrder:
    """The total order."""

    def test_example(self) -> None:
        """Periods sort by start, end and text; those without a start by their end."""
        ordered = [
            "1993",
            "1994-01-03",
            "[..1994-01-04]",
            "1994-01-04",
            "1994-01-04?",
            "[1994-01-04..1994-01-04]",
            "1994-01-04/1994-01-05",
            "1994-01-04/1994-01",
            "1994-01-04/",
            "1994-01-04/..",
            "[1994-01-04..]",
            "/1994-01-05",
            "1994-01-05",
            "1994-01-27",
            "/1994-01",
            "[..1994-01]",
        ]
        ordered[2:6] = sorted(ordered[2:6])  # of equal days, by text
        assert [str(each) for each in sorted(map(Period, reversed(ordered)))] == ordered

    def test_comparisons(self) -> None:
        """All four comparisons agree."""
        early, late = Period("2004-03-29"), Period("2004-03-30")
        assert early < late
        assert early <= late
        assert late > early
        assert late >= early
        assert early <= Period("2004-03-29")
        assert early >= Period("2004-03-29")
        assert not late < early
        assert not early > late

    @pytest.mark.parametrize("other", ["2004", date(2004, 1, 1), 2004, None, Bound("2004")])
    def test_other_types(self, other: Any) -> None:
        """A period is neither equal to nor comparable with anything else."""
        period = Period("2004")
        assert period != other
        for name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
            assert getattr(period, name)(other) is NotImplemented
        with pytest.raises(TypeError):
            _ = period < other

    def test_equality_is_by_text(self) -> None:
        """Texts that mean the same days are still different periods."""
        assert Period("2004-03-29") != Period("2004-03-29/2004-03-29")
        assert len({Period("2004"), Period("2004"), Period("2004?")}) == 2


class TestValue:
    """What makes a period a good value."""

    def test_texts(self) -> None:
        """A period shows itself by its text."""
        period = Period("2004-03-29")
        assert repr(period) == "Period('2004-03-29')"
        assert str(period) == "2004-03-29"
        assert period.text == "2004-03-29"
        assert format(period) == "2004-03-29"
        assert f"{period:>12}|" == "  2004-03-29|"

    def test_dates_are_pendulum_dates(self) -> None:
        """Start and end are dates of pendulum, never datetimes."""
        period = Period("2004-03")
        assert type(period.start) is pendulum.Date
        assert type(period.end) is pendulum.Date

    def test_match(self) -> None:
        """A period can be taken apart in a match statement."""
        match Period("2004-03-29/.."):
            case Period(text, is_ongoing=True):
                assert text == "2004-03-29/.."
            case _:
                pytest.fail("no match")

    @pytest.mark.parametrize("name", ["text", "first", "start", "_lo", "other"])
    def test_never_changes(self, name: str) -> None:
        """Nothing of a period can be set or deleted."""
        period = Period("2004")
        with pytest.raises(AttributeError, match=f"can not set '{name}': a Period never changes"):
            setattr(period, name, 1)
        with pytest.raises(AttributeError, match=f"can not delete '{name}': a Period never"):
            delattr(period, name)
        assert not hasattr(period, "__dict__")

    def test_init_changes_nothing(self) -> None:
        """Calling the initialiser again leaves the value as it is."""
        period = Period("2004")
        period.__init__("2005")  # type: ignore[misc]  # pyright: ignore[reportCallIssue]
        assert period.text == "2004"

    @pytest.mark.parametrize("text", SAMPLE)
    def test_copies(self, text: str) -> None:
        """Copies are equal in all that they tell."""
        period = Period(text)
        for twin in (copy.copy(period), copy.deepcopy(period)):
            assert twin == period
            assert type(twin) is Period
            assert (twin.start, twin.end, twin.first) == (period.start, period.end, period.first)

    def test_public_names(self) -> None:
        """The module gives these names away."""
        assert period_module.__all__ == ["Period", "Span"]

    def test_vocabularies(self) -> None:
        """Precision and state are plain strings too."""
        assert [*Precision] == ["day", "month", "year"]
        assert [*BoundState] == ["known", "open", "unknown"]

    def test_pendulum_waits(self) -> None:
        """Reading, asking and sorting import neither pendulum nor typing."""
        code = (
            "import sys; from ltnato._period import Period\n"
            "p = Period('2004'); p.contains('2004'); p.overlaps('2004'); p.gap('2005'); p < p\n"
            "p.days; p.precision; p.first.state; hash(p)\n"
            "assert 'pendulum' not in sys.modules\n"
            "p.start\n"
            "assert 'pendulum' in sys.modules\n"
        )
        subprocess.run([sys.executable, "-c", code], check=True)


class TestSources:
    """The dates that the data come from."""

    @pytest.mark.parametrize(("heading", "text", "days"), HEADINGS)
    def test_heading(self, heading: str, text: str, days: int) -> None:
        """Every heading of the base page is a period of whole known days."""
        period = Period(text)
        assert period.precision is Precision.DAY
        assert period.days == days
        numbers = re.findall(r"\d+", heading)
        assert period.first.day == int(numbers[0])
        assert period.last.day == int(numbers[-2])
        assert period.last.year == int(numbers[-1])
        assert period.end is not None
        assert period.end.strftime("%B") in heading

    def test_headings_are_in_order(self) -> None:
        """The base page goes through all of its headings in the order of time."""
        read = [Period(text) for _, text, _ in HEADINGS]
        assert len(read) == 43
        assert read == sorted(read)

    @pytest.mark.parametrize(("start", "end", "text"), CELLS)
    def test_cells(self, start: str, end: str, text: str) -> None:
        """The start and end cells of a table row make an interval with a slash between."""
        period = Period(f"{start}/{end}")
        assert period.text == text
        assert (period.first.text, period.last.text) == (start, end)
        assert period.first == Bound(start)
        assert period.last == Bound(end)

    @pytest.mark.parametrize("cell", ["..", ""])
    def test_cells_that_are_no_period(self, cell: str) -> None:
        """A cell for an open or unknown end is one side, and no period by itself."""
        with pytest.raises(InvalidPeriodError):
            Period(cell)
        assert Period(f"2015-09-01/{cell}").last == Bound(cell)


class TestLaws:
    """What holds for all periods."""

    @given(text=period_texts())
    def test_round_trip(self, text: str) -> None:
        """Reading and writing are inverses."""
        period = Period(text)
        assert period.text == text
        assert str(period) == text
        assert Period(str(period)) == period
        assert hash(Period(str(period))) == hash(period)

    @given(period=periods(), other=periods())
    def test_order_is_total(self, period: Period, other: Period) -> None:
        """Exactly one of less, greater and equal holds, and the other signs follow."""
        assert (period < other) + (period > other) + (period == other) == 1
        assert (period <= other) is (period < other or period == other)
        assert (period >= other) is (period > other or period == other)
        assert (period < other) is (other > period)

    @given(drawn=st.lists(periods(), max_size=8))
    def test_order_is_transitive(self, drawn: list[Period]) -> None:
        """In a sorted list each goes before all that follow, whatever the order was."""
        ordered = sorted(drawn)
        assert all(one <= other for one, other in combinations(ordered, 2))
        drawn.reverse()
        assert sorted(drawn) == ordered

    @given(period=periods())
    def test_start_before_end(self, period: Period) -> None:
        """A period never ends before it starts."""
        assert period.start is None or period.end is None or period.start <= period.end

    @given(period=periods(), other=periods())
    @example(period=Period("2004/2005"), other=Period("2004-12-31/2005-01-01"))
    def test_contains_implies_overlaps(self, period: Period, other: Period) -> None:
        """What surely lies within possibly shares a day."""
        assert not period.contains(other) or period.overlaps(other)

    @given(period=periods(), day=days())
    def test_contains_by_days(self, period: Period, day: date) -> None:
        """A date lies within as its text does, and never outside start and end."""
        assert period.contains(day) is period.contains(day.isoformat())
        if period.contains(day):
            assert period.start is None or period.start <= day
            assert period.end is None or day <= period.end

    @given(period=periods(), other=periods())
    def test_overlaps_is_symmetric(self, period: Period, other: Period) -> None:
        """Sharing a day goes both ways, and with itself always."""
        assert period.overlaps(other) is other.overlaps(period)
        assert period.overlaps(period)

    @given(period=periods())
    def test_marks_are_kept(self, period: Period) -> None:
        """As many marks as the text has stand on the bounds."""
        bounds = {id(bound): bound for bound in (period.first, period.last)}.values()
        on_bounds = sum(bound.uncertain or bound.approximate for bound in bounds)
        assert on_bounds == sum(map(period.text.count, "?~%"))
        assert period.uncertain is bool(set("?%") & set(period.text))
        assert period.approximate is bool(set("~%") & set(period.text))

    @given(period=periods(), protocol=st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_pickling(self, period: Period, protocol: int) -> None:
        """Pickling by any protocol gives an equal period."""
        twin = pickle.loads(pickle.dumps(period, protocol))
        assert twin == period
        assert type(twin) is Period
        assert (twin.start, twin.end, twin.last) == (period.start, period.end, period.last)

    @given(period=periods(), other=periods())
    @example(period=Period("2004-03-29"), other=Period("2005-03-29"))
    def test_gap_is_antisymmetric(self, period: Period, other: Period) -> None:
        """The gap back is the gap with the other sign, and times with a gap share no day."""
        gap, back = period.gap(other), other.gap(period)
        assert (gap is None) is (back is None)
        if gap is not None and back is not None:
            assert gap == -back
            assert bool(gap) is not period.overlaps(other)

    @given(start=days(), end=days())
    def test_span_leads_to_the_end(self, start: date, end: date) -> None:
        """Adding the span to the first day gives the other day."""
        start, end = sorted([start, end])
        span = as_period(start).until(end)
        assert span is not None
        first = pendulum.Date.fromordinal(start.toordinal())
        assert first.add(years=span.years, months=span.months, days=span.days) == end
        assert 0 <= span.months < 12
        assert 0 <= span.days < 31

    @given(text=st.one_of(st.text(), st.text("0123456789-/.[]?~%X T:,{}\n", max_size=24)))
    @example(text="2004-03-29\n")
    def test_random_text(self, text: str) -> None:
        """Any text is either read as it stands or refused with the one error."""
        try:
            period = Period(text)
        except InvalidPeriodError:
            return
        assert period.text == text

    @given(text=period_texts(), at=st.integers(0, 30), sign=st.sampled_from("0129-/.[]?~% X\n"))
    def test_damaged_text(self, text: str, at: int, sign: str) -> None:
        """A period with a slip of the pen is either another period or refused."""
        try:
            period = Period(text[:at] + sign + text[at:])
        except InvalidPeriodError:
            return
        assert period.text == text[:at] + sign + text[at:]
