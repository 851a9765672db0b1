"""Calendars read back by icalendar and by a second parser, and asked what is on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

import ltnato
from ltnato import Bilingual, Category, Event, Period, Records

if TYPE_CHECKING:
    from ical.calendar import Calendar

DAY = timedelta(days=1)


def read(raw: bytes) -> Calendar:
    """Read a calendar with the second parser."""
    return IcsCalendarStream.calendar_from_ics(raw.decode())


def exact(events: Records[Event]) -> Records[Event]:
    """Keep what a calendar can hold: events known to the day."""
    return events.where(
        lambda one: one.when is not None and one.when.days and not one.when.approximate
    )


@pytest.fixture(scope="module", params=["en", "lt"])
def lang(request: pytest.FixtureRequest) -> str:
    """Give a language."""
    return str(request.param)


@pytest.fixture(scope="module")
def calendar() -> Any:
    """Give the calendar of all events, with anniversaries."""
    return icalendar.Calendar.from_ical(ltnato.events().to_ics(anniversaries=True))


class TestReadBack:
    """What is written is what is read."""

    def test_second_parser(self, lang: str) -> None:
        """The second parser finds each event with its days, title, place, category and address."""
        events = exact(ltnato.events())
        found = read(ltnato.events().to_ics(lang=lang)).events
        assert [one.uid for one in found] == [f"{one.id}@ltnato" for one in events]
        for one, event in zip(found, events, strict=True):
            assert event.when is not None
            assert event.when.end is not None
            assert (one.dtstart, one.dtend) == (event.when.start, event.when.end + DAY)
            assert one.summary == event.title.get(lang)
            assert one.categories[0] == event.category.label.get(lang)
            assert event.summary.get(lang) in (one.description or "")
            assert all(each.text.get(lang) in (one.description or "") for each in event.outcomes)
            assert (one.location is None) == (not event.places)
            assert str(one.transparency) == "TRANSPARENT"

    def test_both_parsers_agree(self, lang: str) -> None:
        """Both parsers read the same texts."""
        raw = ltnato.events().to_ics(lang=lang, anniversaries=True)
        first: Any = icalendar.Calendar.from_ical(raw)
        ours = [
            (str(one["uid"]), str(one["summary"]), str(one["description"]))
            for one in first.walk("VEVENT")
        ]
        assert ours == [(one.uid, one.summary, one.description) for one in read(raw).events]

    def test_empty(self) -> None:
        """A calendar without events is read too."""
        assert not read(ltnato.events(on="1900").to_ics()).events

    @given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1))
    @settings(max_examples=150)
    def test_any_text(self, text: str) -> None:
        """Both parsers read any text as it was."""
        event = Event(
            id="any",
            when=Period("2004-03-29"),
            category=Category.SUMMIT,
            title=Bilingual(en=text, lt=text),
            summary=Bilingual(en=text, lt=text),
        )
        raw = Records([event], ltnato.dataset()._tables).to_ics()
        first: Any = icalendar.Calendar.from_ical(raw)
        (entry,) = first.walk("VEVENT")
        (other,) = read(raw).events
        assert other.summary == " ".join(text.split())
        assert f"\n\n{text}\n\n" in (other.description or "")
        # icalendar 7.3 reads a backslash, rightly escaped, before a capital N as a line break.
        if "\\N" not in text:
            assert str(entry["summary"]) == other.summary
            assert f"\n\n{text}\n\n" in str(entry["description"])


class TestDays:
    """What is on a day."""

    @pytest.mark.parametrize(
        ("day", "there"),
        [("1997-07-07", False), ("1997-07-08", True), ("1997-07-09", True), ("1997-07-10", False)],
    )
    def test_exclusive_end(self, calendar: Any, day: str, there: bool) -> None:  # noqa: FBT001
        """A meeting of two days is on both, and not on the third."""
        found = recurring_ical_events.of(calendar).at(date.fromisoformat(day))
        assert ("madrid-summit-1997@ltnato" in {str(one["uid"]) for one in found}) is there

    @pytest.mark.parametrize("year", [2005, 2024, 2050])
    def test_anniversary(self, calendar: Any, year: int) -> None:
        """An anniversary comes back on its day, each year after the event."""
        found = recurring_ical_events.of(calendar).at(date(year, 3, 29))
        uids = {str(one["uid"]) for one in found}
        assert "lithuania-joins-nato-anniversary@ltnato" in uids
        assert "lithuania-joins-nato@ltnato" not in uids

    def test_first_day(self, calendar: Any) -> None:
        """On the day itself the event is there, and no anniversary of it."""
        found = recurring_ical_events.of(calendar).at(date(2004, 3, 29))
        uids = {str(one["uid"]) for one in found}
        assert "lithuania-joins-nato@ltnato" in uids
        assert "lithuania-joins-nato-anniversary@ltnato" not in uids

    def test_leap_day(self) -> None:
        """An event of 29 February comes back in leap years."""
        event = Event(
            id="leap",
            when=Period("1896-02-29"),
            category=Category.SUMMIT,
            title=Bilingual(en="a", lt="a"),
            summary=Bilingual(en="a", lt="a"),
        )
        raw = Records([event], ltnato.dataset()._tables).to_ics(anniversaries=True)
        calendar: Any = icalendar.Calendar.from_ical(raw)
        years = [
            year
            for year in range(1897, 1913)
            if recurring_ical_events.of(calendar).at(date(year, 2, 28))
            or recurring_ical_events.of(calendar).at(date(year, 2, 28) + DAY)
        ]
        assert years == [1904, 1908, 1912]
