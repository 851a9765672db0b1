"""Calendars in iCalendar: which events, on which days, in which words, in which bytes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
import ltnato
from builders import INFO, TABLES
from ltnato import InvalidDataError, InvalidQueryError, Period, Records
from ltnato._text import Bilingual

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset, Event

#: Characters that no calendar carries, by a category each.
REFUSED = ["\x00", "\x07", "\x1b", "\x85", "\ud800", "\udfff", "\ufffe", "\ue000"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("calendar"))


def entries(raw: bytes) -> list[Any]:
    """Give the entries of a calendar."""
    calendar: Any = icalendar.Calendar.from_ical(raw)
    return list(calendar.walk("VEVENT"))


def on(data: Dataset, when: str | None, **changes: Any) -> Records[Event]:
    """Give the summit, held at another time and otherwise changed, as a collection of its own."""
    event = attrs.evolve(data.event("riga-summit"), when=Period(when) if when else None, **changes)
    return Records([event], data._tables)


class TestDays:
    """Which events, and on which days."""

    @pytest.mark.parametrize(
        ("when", "first", "after"),
        [
            ("1999-04-23", date(1999, 4, 23), date(1999, 4, 24)),
            ("1999-04-23/1999-04-25", date(1999, 4, 23), date(1999, 4, 26)),
            ("1999-12-31?", date(1999, 12, 31), date(2000, 1, 1)),
            ("0033-04-03", date(33, 4, 3), date(33, 4, 4)),
        ],
    )
    def test_known(self, data: Dataset, when: str, first: date, after: date) -> None:
        """An event lasts all day, and its end is the day after the last."""
        raw = on(data, when).to_ics()
        (entry,) = entries(raw)
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (first, after)
        assert f"DTSTART;VALUE=DATE:{first.year:04}{first:%m%d}\r\n".encode() in raw

    @pytest.mark.parametrize(
        "when",
        [
            *("1999-04", "1999", "1999-04-23~", "1999-04-23%", "1999-04-23/1999-05"),
            *("1999-04-23/..", "1999-04-23/", "[..1999-04-23]", "[1999-04-23..1999-04-25]"),
            *("9999-12-31", None),
        ],
    )
    def test_unknown(self, data: Dataset, when: str | None) -> None:
        """What no day is known of stands on none."""
        assert not entries(on(data, when).to_ics(anniversaries=True))

    def test_anniversary(self, data: Dataset) -> None:
        """An anniversary is an entry of its own, on the first day, every year from the next on."""
        event, entry = entries(on(data, "1999-04-23/1999-04-25").to_ics(anniversaries=True))
        assert event["uid"] == "riga-summit@amber"
        assert "rrule" not in event
        assert entry["uid"] == "riga-summit-anniversary@amber"
        assert entry["related-to"] == "riga-summit@amber"
        assert entry["summary"] == "Anniversary: Riga summit (23–25 April 1999)"
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2000, 4, 23), date(2000, 4, 24))
        assert entry["rrule"].to_ical() == b"FREQ=YEARLY"

    @pytest.mark.parametrize(("when", "year"), [("1996-02-29", 2000), ("1896-02-29", 1904)])
    def test_leap_day(self, data: Dataset, when: str, year: int) -> None:
        """The anniversary of 29 February waits for a year that has the day."""
        assert entries(on(data, when).to_ics(anniversaries=True))[1]["dtstart"].dt == date(
            year, 2, 29
        )

    def test_choice(self, data: Dataset) -> None:
        """Of all events, those known to the day are there, in order."""
        assert [str(one["uid"]) for one in entries(data.events().to_ics())] == [
            f"{one.id}@amber" for one in data.events() if one.when and one.when.days
        ]

    def test_empty(self, data: Dataset) -> None:
        """Nothing found is a calendar without entries."""
        assert not entries(data.events(on="2020").to_ics())


class TestWords:
    """What an entry says."""

    def test_english(self, data: Dataset) -> None:
        """Names, outcomes and sources are resolved."""
        (entry,) = entries(data.events(on="1999-04", category="summit").to_ics())
        assert entry["summary"] == "Riga summit"
        assert entry["location"] == "Riga Castle"
        assert entry["transp"] == "TRANSPARENT"
        assert [str(one) for one in entry["categories"].cats] == [
            "summit",
            "enlargement",
            "open door",
        ]
        said = str(entry["description"]).split("\n")
        assert said[0] == "23–25 April 1999"
        assert "The members meet and invite three countries." in said
        assert "– 24 April 1999: Three countries are invited to talks." in said
        assert said[said.index("Sources:") + 1].startswith("– ")
        assert "Trust: corroborated" in said

    def test_backslash(self, data: Dataset) -> None:
        """A backslash before a letter stays one, and makes no line break."""
        event = attrs.evolve(data.event("riga-summit"), title=Bilingual(en="C:\\News", lt="-"))
        raw = Records([event], data._tables).to_ics()
        assert b"SUMMARY:C:\\\\News\r\n" in raw

    def test_lithuanian(self, data: Dataset) -> None:
        """All of it is in Lithuanian."""
        raw = data.events(on="1999-04", category="summit").to_ics(lang="lt", anniversaries=True)
        entry, anniversary = entries(raw)
        assert entry["summary"] == "Rygos viršūnių susitikimas"
        assert str(entry["description"]).startswith("1999 m. balandžio 23–25 d.\n\nNarės")
        assert "Rezultatai:" in str(entry["description"])
        assert anniversary["summary"].startswith("Sukaktis: Rygos viršūnių susitikimas (1999 m.")
        assert "Lietuva Gintaro pakte" in raw.decode()

    def test_bare(self, data: Dataset) -> None:
        """What an event has not is left out."""
        bare = {"places": (), "outcomes": (), "citations": (), "participants": ()}
        (entry,) = entries(on(data, "1999-04-23", **bare).to_ics())
        assert "location" not in entry
        assert "url" not in entry
        assert "Sources" not in str(entry["description"])

    def test_address(self, data: Dataset) -> None:
        """The address is that of the first source that has one."""
        assert [str(one["url"]) for one in entries(data.events().to_ics()) if "url" in one]

    @pytest.mark.parametrize("records", ["actors", "outcomes"])
    def test_no_events(self, data: Dataset, records: str) -> None:
        """Other records are refused."""
        with pytest.raises(InvalidQueryError, match="a calendar holds events"):
            getattr(data, records)().to_ics()

    def test_language(self, data: Dataset) -> None:
        """There are two languages."""
        with pytest.raises(InvalidQueryError, match="no language"):
            data.events().to_ics(lang="de")


class TestBytes:
    """What stands in the file."""

    def test_deterministic(self, data: Dataset) -> None:
        """The same data give the same bytes, stamped by the data."""
        raw = data.events().to_ics(anniversaries=True)
        assert raw == data.events().to_ics(anniversaries=True)
        assert {one for one in raw.split(b"\r\n") if one.startswith(b"DTSTAMP")} == {
            b"DTSTAMP:20100630T000000Z"
        }

    @pytest.mark.parametrize(
        ("as_of", "stamp"), [("2010", "20100101"), ("../2010-06-30", "20100630")]
    )
    def test_coarse_stamp(self, tmp_path: Path, as_of: str, stamp: str) -> None:
        """A dataset that tells up to a year or an end is stamped by what it says."""
        info = INFO | {"as_of": "2010-06-30"}
        data = builders.dataset(tmp_path, info)
        data._tables._done["info"] = attrs.evolve(data._tables.info, as_of=Period(as_of))
        assert f"DTSTAMP:{stamp}T000000Z".encode() in data.events().to_ics()

    def test_base(self, data: Dataset, tmp_path: Path) -> None:
        """An event keeps its UID in a dataset that builds on its own."""
        none: dict[str, Any] = dict.fromkeys(TABLES)
        event = {**TABLES["events"][1], "id": "our-summit", "links": [], "outcomes": []}
        info = INFO | {"name": "ours", "redirects": [], "coverage": []}
        ours = builders.dataset(tmp_path, info, extends=data, **(none | {"events": [event]}))
        uids = {str(one["uid"]) for one in entries(ours.events().to_ics())}
        assert {"riga-summit@amber", "our-summit@ours"} <= uids

    @given(
        text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])),
        breaks=st.sampled_from(["", "\n", "\r\n", "\r", "\t", ";", ",", "\\", "\\n", "</script>"]),
    )
    def test_any_text(self, text: str, breaks: str) -> None:
        """Any text comes back as it was, in lines of 75 octets that no letter is cut by."""
        said = Bilingual(en=f"{text}{breaks}{text}.", lt="-")
        event = attrs.evolve(ltnato.event("lithuania-joins-nato"), title=said, summary=said)
        raw = Records([event], ltnato.dataset()._tables).to_ics()
        assert not {13, 10} & set(raw.replace(b"\r\n", b""))
        for line in raw.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()
        (entry,) = entries(raw)
        assert entry["summary"] == " ".join(said.en.split())
        expected = said.en.replace("\r\n", "\n").replace("\r", "\n")
        assert f"\n\n{expected}\n\n" in str(entry["description"])

    @pytest.mark.parametrize("char", REFUSED, ids=ascii)
    @pytest.mark.parametrize("field", ["title", "summary"])
    def test_refused(self, data: Dataset, field: str, char: str) -> None:
        """A character that is no text is refused, with the record and its number."""
        said = {field: Bilingual(en=f"a{char}b", lt="-")}
        with pytest.raises(InvalidDataError, match=rf"riga-summit.*U\+{ord(char):04X}"):
            on(data, "1999-04-23", **said).to_ics()
