"""What each filter of events, participations and outcomes finds, alone and with others."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from builders import TABLES
from ltnato import (
    Category,
    Dataset,
    Event,
    InvalidDataError,
    InvalidPeriodError,
    InvalidQueryError,
    Period,
    Role,
    Topic,
    UnknownRecordError,
    _loading,
)
from strategies import period_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ltnato import Outcome, Participation

LETTER, SUMMIT, TALK = "letter-to-the-pact", "riga-summit", "talk-in-riga"
GROUP, EXERCISE, LAW = (
    "group-meets",
    "exercise-amber-shield",
    "seimas-ratifies-the-charter",
)
ACCESSION, ENVOY, ANNIVERSARY = "accession-day", "envoy-appointed", "five-years-in-the-pact"
UNDATED = "undated-meeting"
ALL = (LETTER, SUMMIT, TALK, GROUP, EXERCISE, LAW, ACCESSION, ENVOY, ANNIVERSARY, UNDATED)

MEETING_OF_A_GROUP = {
    "id": GROUP,
    "when": "2000-05-19",
    "category": "conference",
    "title": {"en": "A group meets", "lt": "Renkasi grupė"},
    "summary": {"en": "Its members stay unnamed.", "lt": "Narės neįvardijamos."},
    "participants": [{"actor": "amber-group", "role": "participant"}],
    "citations": [{"source": "pact-archive"}],
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset, with a meeting of a group."""
    folder = tmp_path_factory.mktemp("queries")
    return builders.dataset(folder, events=[*TABLES["events"], MEETING_OF_A_GROUP])


def found(data: Dataset, **filters: Any) -> tuple[str, ...]:
    """Give the identifiers of the events that filters find."""
    return data.events(**filters).ids


class TestDates:
    """Filters by time."""

    def test_all_in_order(self, data: Dataset) -> None:
        """Without a filter all events come, in order of time, the undated one last."""
        assert found(data) == ALL

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("1999-04-24", (SUMMIT, TALK)),
            ("1999-04-23", (SUMMIT,)),
            ("1999-04-26", ()),
            ("2004-03", (LAW, ACCESSION, ENVOY)),
            ("2004", (LAW, ACCESSION, ENVOY)),
            ("2009-03-15", (ANNIVERSARY,)),
            ("2009-04", ()),
            ("1999-04-25/2001-09-14", (SUMMIT, GROUP, EXERCISE)),
        ],
    )
    def test_on(self, data: Dataset, on: str, expected: tuple[str, ...]) -> None:
        """``on`` finds what may share a day, where either side is coarse or a span."""
        assert found(data, on=on) == expected

    @pytest.mark.parametrize("on", ["2001-09-14", "2001-09-14?", "2001-09-14~", "2001-09"])
    def test_marks_move_nothing(self, data: Dataset, on: str) -> None:
        """A day that lacks confirmation is found as that day, whatever marks the question has."""
        assert found(data, on=on) == (EXERCISE,)
        assert found(data, on="2001-09-15") == ()

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("1994-01-04", (LETTER,)),
            ("1980", (LETTER,)),
            ("[..1994-01-04]", (LETTER,)),
            ("1994-01-05", ()),
        ],
    )
    def test_reach(self, data: Dataset, on: str, expected: tuple[str, ...]) -> None:
        """One unknown day within a reach may be any of its days, and none beyond."""
        assert found(data, on=on) == expected

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"since": "2004-03-29"}, (ACCESSION, ENVOY, ANNIVERSARY)),
            ({"since": "2004-03"}, (LAW, ACCESSION, ENVOY, ANNIVERSARY)),
            ({"since": "2009-03-31"}, (ANNIVERSARY,)),
            ({"since": "2009-04"}, ()),
            ({"until": "1999-04-22"}, (LETTER,)),
            ({"until": "1999-04-23"}, (LETTER, SUMMIT)),
            ({"until": "2001"}, (LETTER, SUMMIT, TALK, GROUP, EXERCISE)),
            ({"since": "1994-01-04", "until": "1994-01-04"}, (LETTER,)),
            ({"since": "1994-01-05", "until": "2000"}, (SUMMIT, TALK, GROUP)),
            ({"since": "2004", "until": "2004"}, (LAW, ACCESSION, ENVOY)),
            ({"since": "2004-03-29", "until": "2004"}, (ACCESSION, ENVOY)),
            ({"since": "1999/2004", "until": "1999/2004"}, ALL[1:8]),
            ({"since": "../2000"}, ALL[:9]),
            ({"on": "1999-04", "since": "1999-04-25"}, (SUMMIT,)),
            ({"on": "2004", "until": "2004-03-28"}, (LAW,)),
            ({"on": "1999-04-23", "since": "1999-04-25"}, (SUMMIT,)),
        ],
    )
    def test_ranges(
        self, data: Dataset, filters: dict[str, str], expected: tuple[str, ...]
    ) -> None:
        """``since`` and ``until`` are inclusive, take coarse dates whole and join with ``on``."""
        assert found(data, **filters) == expected

    @pytest.mark.parametrize("name", ["on", "since", "until"])
    def test_undated_never(self, data: Dataset, name: str) -> None:
        """An event without a date is found by no filter of time."""
        assert UNDATED not in found(data, **{name: "0001/9999"})

    @pytest.mark.parametrize(
        ("since", "until"), [("2005", "2004"), ("2004-03-30", "2004-03-29"), ("2004-04", "2004-03")]
    )
    def test_reversed_range(self, data: Dataset, since: str, until: str) -> None:
        """A range that ends before it begins is refused, and the message says both ends."""
        with pytest.raises(InvalidQueryError, match=f"reversed: since {since} .* until {until}"):
            data.events(since=since, until=until)

    @pytest.mark.parametrize(
        "day",
        [
            "1999-04-24",
            date(1999, 4, 24),
            pendulum.Date(1999, 4, 24),
            Period("1999-04-24"),
        ],
        ids=lambda day: type(day).__name__,
    )
    @pytest.mark.parametrize(
        ("name", "expected"), [("on", ALL[1:3]), ("since", ALL[1:9]), ("until", ALL[:3])]
    )
    def test_types_of_dates(
        self, data: Dataset, name: str, day: Any, expected: tuple[str, ...]
    ) -> None:
        """A date may be a text, a date of the library or of pendulum, or a period."""
        assert found(data, **{name: day}) == expected

    @pytest.mark.parametrize(
        "day",
        [
            datetime(1999, 4, 24),
            datetime(1999, 4, 24, tzinfo=UTC),
            pendulum.datetime(1999, 4, 24),
            1999,
            1999.5,
            True,
            b"1999",
            ["1999", "2004"],
        ],
        ids=str,
    )
    @pytest.mark.parametrize("name", ["on", "since", "until"])
    def test_wrong_types_of_dates(self, data: Dataset, name: str, day: Any) -> None:
        """A datetime, a number or a list is no date."""
        with pytest.raises(TypeError, match="expected EDTF text"):
            data.events(**{name: day})

    @pytest.mark.parametrize("text", ["", "yesterday", "2004-02-30", "2004/2003", " 2004"])
    def test_no_dates(self, data: Dataset, text: str) -> None:
        """A text that is no period is refused as such."""
        with pytest.raises(InvalidPeriodError):
            data.events(on=text)


class TestParticipants:
    """Filters by who took part, and as what."""

    @pytest.mark.parametrize(
        ("actor", "expected"),
        [
            ("latvia", (SUMMIT,)),
            ("president-of-lithuania", (LETTER, SUMMIT, ENVOY)),
            ("envoy-of-lithuania-to-the-pact", (ENVOY,)),
            ("lithuania", (LETTER, SUMMIT, ACCESSION)),
            ("amber-pact", (LETTER, SUMMIT)),
            ("amber-group", (GROUP,)),
            ("ieva-simkuniene", ()),
        ],
    )
    def test_actor(self, data: Dataset, actor: str, expected: tuple[str, ...]) -> None:
        """An actor is found as such, in an office, as a post, behind another, and in outcomes.

        The members of a group are not found by its participation.
        """
        assert found(data, actor=actor) == expected

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"role": "invitee"}, (SUMMIT,)),
            ({"role": "sender"}, (LETTER,)),
            ({"role": ["sender", "acceding"]}, (LETTER, ACCESSION)),
            ({"role": Role.HOST}, (SUMMIT,)),
            ({"actor": "latvia", "role": "host"}, (SUMMIT,)),
            ({"actor": "lithuania", "role": "host"}, ()),
            ({"actor": "amber-pact", "role": "inviter"}, (SUMMIT,)),
            ({"actor": "amber-pact", "role": ["inviter", "addressee"]}, (LETTER, SUMMIT)),
            ({"actor": ["latvia", "jurate-zvirblyte"]}, (SUMMIT, ACCESSION, ENVOY)),
            ({"capacity": "president-of-lithuania"}, (SUMMIT, ENVOY)),
            ({"capacity": "president-of-lithuania", "role": "appointer"}, (ENVOY,)),
            ({"capacity": "president-of-lithuania", "role": "appointee"}, ()),
            ({"capacity": "president-of-lithuania", "actor": "azuolas-simkunas"}, (SUMMIT, ENVOY)),
            ({"capacity": "president-of-lithuania", "actor": "jurate-zvirblyte"}, ()),
            ({"capacity": "seimas"}, ()),
            (
                {"actor": "lithuania", "role": "guest", "capacity": "president-of-lithuania"},
                (SUMMIT,),
            ),
        ],
    )
    def test_same_participation(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """Role and capacity hold of the participation by which the actor is found."""
        assert found(data, **filters) == expected

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"actor": "jurate-zvirblyte", "source": "vilnius-daily"}, (ACCESSION,)),
            ({"actor": "jurate-zvirblyte", "source": "pact-chronicle"}, (ENVOY,)),
            ({"actor": "lithuania", "source": "pact-chronicle"}, (SUMMIT, ACCESSION)),
            ({"role": "invitee", "source": "vilnius-daily"}, ()),
            ({"role": "invitee", "source": "pact-chronicle/summits"}, (SUMMIT,)),
            ({"role": "acceding", "source": "pact-chronicle/members"}, (ACCESSION,)),
            ({"role": "host", "source": ["pact-archive", "vilnius-daily"]}, (SUMMIT,)),
        ],
    )
    def test_source_of_a_participation(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """A source must support that same participation: its own, its outcome's or its event's."""
        assert found(data, **filters) == expected

    def test_iterator(self, data: Dataset) -> None:
        """A list may be an iterator that can be read but once."""
        actors = (one for one in ("latvia", "amber-pact"))
        assert found(data, actor=actors, role=iter(["host", "inviter"])) == (SUMMIT,)

    def test_records(self, data: Dataset) -> None:
        """A record, a list of records and an answer stand for their identifiers."""
        latvia, zvirblyte = data.actor("latvia"), data.actor("jurate-zvirblyte")
        assert found(data, actor=latvia) == (SUMMIT,)
        assert found(data, actor={latvia, zvirblyte}) == (SUMMIT, ACCESSION, ENVOY)
        assert found(data, actor=data.actors(kind="person")) == (SUMMIT, ACCESSION, ENVOY)


class TestOtherFilters:
    """Filters by what an event is, where it was, on what it rests."""

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"category": "accession"}, (ACCESSION,)),
            ({"category": Category.SUMMIT}, (SUMMIT,)),
            ({"category": ("visit", "summit")}, (SUMMIT, TALK)),
            ({"category": " Summit"}, (SUMMIT,)),
            ({"category": "mission"}, ()),
            ({"manner": "informal"}, (TALK,)),
            ({"manner": ["joint", "ceremonial"]}, (SUMMIT, ACCESSION)),
            ({"topic": "enlargement"}, (LETTER, SUMMIT, ACCESSION)),
            ({"topic": "diplomacy"}, (SUMMIT, ENVOY)),
            ({"topic": "open door"}, (SUMMIT,)),
            ({"topic": "Open_Door"}, (SUMMIT,)),
            ({"topic": {Topic.EXERCISES, Topic.NATIONAL_LAW}}, (EXERCISE, LAW)),
            ({"part_of": "riga-summit"}, (TALK,)),
            ({"part_of": "Rygos viršūnių susitikimas"}, (TALK,)),
            ({"part_of": ["accession-day", "talk-in-riga"]}, ()),
            ({"key": True}, (SUMMIT, ACCESSION)),
            ({"key": False}, tuple(one for one in ALL if one not in {SUMMIT, ACCESSION})),
            ({"trust": "disputed"}, (EXERCISE,)),
            ({"trust": "corroborated"}, (SUMMIT, LAW)),
            ({"trust": ["corroborated", "disputed"]}, (SUMMIT, EXERCISE, LAW)),
        ],
    )
    def test_words(self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]) -> None:
        """A word, or any word of a list, must fit; topics of outcomes count."""
        assert found(data, **filters) == expected

    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            ("riga-castle", (SUMMIT,)),
            ("riga", (SUMMIT, ACCESSION)),
            ("Ryga", (SUMMIT, ACCESSION)),
            ("latvia", (SUMMIT, TALK, ACCESSION)),
            ("LVA", (SUMMIT, TALK, ACCESSION)),
            ("Lietuva", (EXERCISE, ANNIVERSARY)),
            ("baltic-coast", (EXERCISE,)),
            ("Memel", (EXERCISE,)),
            (["vilnius", "riga-castle"], (SUMMIT, ANNIVERSARY)),
        ],
    )
    def test_place(self, data: Dataset, place: object, expected: tuple[str, ...]) -> None:
        """A place stands for what lies within it, a country for all its places, outcomes count."""
        assert found(data, place=place) == expected

    def test_place_of_an_outcome(self, tmp_path: Path) -> None:
        """The place of an outcome alone is enough."""
        events = builders.changed("events", SUMMIT, places=...)
        data = builders.dataset(tmp_path, events=events)
        assert found(data, place="riga") == (SUMMIT, ACCESSION)

    def test_place_as_record(self, data: Dataset) -> None:
        """A place or a country may be given as its record."""
        assert found(data, place=data.place("riga-castle")) == (SUMMIT,)
        assert found(data, place=[data.actor("lithuania")]) == (EXERCISE, ANNIVERSARY)

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"document": "amber-charter"}, (SUMMIT, LAW, ACCESSION)),
            ({"document": "AP/1949/1"}, (SUMMIT, LAW, ACCESSION)),
            ({"document": ["letter-of-application", "Riga Treaty"]}, ALL[:2] + ALL[5:7]),
            ({"document": "riga-pledge"}, ()),
            ({"act": "ratifies"}, (LAW,)),
            ({"act": "refers-to"}, (SUMMIT,)),
            ({"act": ["sends", "deposits"]}, (LETTER, ACCESSION)),
            ({"document": "instrument-of-accession", "act": "deposits"}, (ACCESSION,)),
            ({"document": "amber-charter", "act": "deposits"}, ()),
        ],
    )
    def test_document(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """What is done is done with that same document; outcomes count."""
        assert found(data, **filters) == expected

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("vilnius-daily", (SUMMIT, TALK, EXERCISE, ACCESSION, ANNIVERSARY)),
            ("Vilniaus dienraštis", (SUMMIT, TALK, EXERCISE, ACCESSION, ANNIVERSARY)),
            ("pact-chronicle", (SUMMIT, ACCESSION, ENVOY)),
            ("pact-chronicle/", (SUMMIT, ACCESSION, ENVOY)),
            ("pact-chronicle/members", (ACCESSION, ENVOY)),
            ("pact-chronicle/members/", (ACCESSION, ENVOY)),
            ("pact-chronicle/members/2004-03-29", (ACCESSION, ENVOY)),
            ("pact-chronicle/members/2004-03-29#1", (ACCESSION,)),
            ("pact-chronicle/members/2004-03-29#2", (ENVOY,)),
            ("pact-chronicle/summits/1999", (SUMMIT,)),
            ("pact-chronicle/summits/1999:2", (SUMMIT,)),
            ("pact-chronicle/summits/1999:3", ()),
            ("A chronicle of the Pact/members", (ACCESSION, ENVOY)),
            (["pact-chronicle/members", "amber-charter-text"], (LAW, ACCESSION, ENVOY)),
            ("vilnius-daily/p. 1", (EXERCISE,)),
        ],
    )
    def test_source(self, data: Dataset, source: object, expected: tuple[str, ...]) -> None:
        """A source is found in an event and its parts, and may be narrowed: part, entry, sentence.

        A participation that cites for itself counts: the paper tells who acceded.
        """
        assert found(data, source=source) == expected

    def test_source_without_such_a_part(self, data: Dataset) -> None:
        """A part that an outline does not have is refused with what may have been meant."""
        with pytest.raises(InvalidQueryError, match=r"no part 'summit'; did you mean 'summits'"):
            data.events(source="pact-chronicle/summit")
        with pytest.raises(InvalidQueryError, match=r"no part 'x'; one of introduction, summits"):
            data.events(source="pact-chronicle/x")

    def test_source_as_record(self, data: Dataset) -> None:
        """A source may be given as its record."""
        assert found(data, source=data.source("amber-charter-text")) == (LAW,)

    def test_source_with_a_stroke_in_its_title(self, tmp_path: Path) -> None:
        """A title with a stroke is a title, and narrows nothing."""
        sources = builders.changed("sources", "vilnius-daily", title="Vilnius/Daily")
        data = builders.dataset(tmp_path, sources=sources)
        assert TALK in found(data, source="vilnius/daily")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("invite three countries", (SUMMIT,)),
            ("Trys šalys pakviečiamos", (SUMMIT,)),
            ("KLAIPEDA", (EXERCISE,)),
            ("Memel", (EXERCISE,)),
            ("gintaro skydas", (EXERCISE,)),
            ('"Gintaro skydas"', (EXERCISE,)),
            ("«gintaro  SKYDAS»", (EXERCISE,)),
            ("shimkunas", (SUMMIT, ENVOY)),
            ("prisijungimo rastas", (ACCESSION,)),
            ("envoy of", (ENVOY,)),
            ("box 3", ()),
        ],
    )
    def test_text(self, data: Dataset, text: str, expected: tuple[str, ...]) -> None:
        """A text is sought in both languages and all names, blind to case, accents and quotes."""
        assert found(data, text=text) == expected

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"category": "summit", "topic": "open-door", "key": True}, (SUMMIT,)),
            ({"actor": "lithuania", "place": "latvia", "since": "2000"}, (ACCESSION,)),
            ({"document": "amber-charter", "source": "vilnius-daily", "on": "1999"}, (SUMMIT,)),
            ({"text": "riga", "manner": "informal", "part_of": "riga-summit"}, (TALK,)),
            ({"trust": "single-source", "role": "appointee", "until": "2004-03"}, (ENVOY,)),
            ({"category": "summit", "manner": "informal"}, ()),
        ],
    )
    def test_combined(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """Different filters must all hold."""
        assert found(data, **filters) == expected


class TestRefused:
    """Filters that can not be meant."""

    @pytest.mark.parametrize(
        ("filters", "hint"),
        [
            ({"category": "sumit"}, "'sumit' is no category; did you mean 'summit'"),
            ({"category": ["summit", "nonsense"]}, "'nonsense' is no category; one of summit, "),
            ({"category": ""}, "'' is no category; one of summit, "),
            ({"role": "hosts"}, "did you mean 'host'"),
            ({"manner": "informl"}, "did you mean 'informal'"),
            ({"topic": "enlargment"}, "did you mean 'enlargement'"),
            ({"act": "sign"}, "did you mean 'signs'"),
            ({"document": "amber-charter", "act": "xyzzy"}, "one of signs, adopts"),
            ({"trust": "proven"}, "one of corroborated, single-source, disputed"),
            ({"text": ""}, "leave it out"),
            ({"text": " \n"}, "leave it out"),
            ({"actor": ""}, "an empty text names no actor"),
            ({"capacity": " "}, "an empty text names no actor"),
            ({"place": ""}, "an empty text names no place or country"),
            ({"document": ""}, "an empty text names no document"),
            ({"source": ""}, "an empty text names no source"),
            ({"source": "/members"}, "an empty text names no source"),
            ({"part_of": ""}, "an empty text names no event"),
            *(
                ({name: []}, f"{name} is an empty list")
                for name in (
                    "actor",
                    "role",
                    "capacity",
                    "category",
                    "manner",
                    "topic",
                    "place",
                    "document",
                    "act",
                    "source",
                    "part_of",
                    "trust",
                )
            ),
        ],
        ids=str,
    )
    def test_no_meaning(self, data: Dataset, filters: dict[str, Any], hint: str) -> None:
        """An unknown word, an empty text and an empty list are refused, with a hint."""
        with pytest.raises(InvalidQueryError) as caught:
            data.events(**filters)
        assert hint in str(caught.value)

    @pytest.mark.parametrize(
        "filters",
        [
            {"text": True},
            {"text": 5},
            {"text": ["Riga"]},
            {"key": 1},
            {"key": "yes"},
            *({name: 5} for name in ("actor", "role", "capacity", "category", "manner", "topic")),
            *({name: True} for name in ("place", "document", "act", "source", "part_of", "trust")),
            {"category": [5]},
            {"actor": [None]},
            {"source": [5]},
            {"place": 5.5},
        ],
        ids=str,
    )
    def test_wrong_type(self, data: Dataset, filters: dict[str, Any]) -> None:
        """A number or a truth value is neither a text nor a name."""
        with pytest.raises(TypeError):
            data.events(**filters)

    @pytest.mark.parametrize("name", ["actor", "place", "document", "source", "part_of"])
    def test_wrong_record(self, data: Dataset, name: str) -> None:
        """A record of another kind is refused by its class."""
        pledge: Any = data.pledges()[0]
        with pytest.raises(TypeError, match="got Pledge"):
            data.events(**{name: pledge})

    @pytest.mark.parametrize(
        ("filters", "hint"),
        [
            ({"actor": "lithunia"}, "did you mean 'Lithuania'"),
            ({"place": "Lithuana"}, "did you mean 'Lithuania'"),
            ({"place": "Klaipda"}, "did you mean 'Klaipėda'"),
            ({"place": "seimas"}, "no place or country is named 'seimas'"),
            ({"document": "amber-chart"}, "did you mean 'amber-charter'"),
            ({"source": "pact-chronicles"}, "did you mean 'pact-chronicle'"),
            ({"source": "pact-chronicles/members"}, "did you mean 'pact-chronicle'"),
            ({"part_of": "riga-sumit"}, "did you mean"),
            ({"capacity": "president"}, "did you mean"),
        ],
        ids=str,
    )
    def test_unknown_name(self, data: Dataset, filters: dict[str, Any], hint: str) -> None:
        """A name that nothing bears is refused, with the nearest names."""
        with pytest.raises(UnknownRecordError) as caught:
            data.events(**filters)
        assert hint in str(caught.value)

    def test_whatever_else_is_found(self, data: Dataset) -> None:
        """A filter is checked though another one leaves nothing to it."""
        with pytest.raises(InvalidQueryError):
            data.events(on="0001", category="nonsense")
        with pytest.raises(UnknownRecordError):
            data.events(category="mission", place="nowhere")


class TestOnThisDay:
    """Events of a day of the year."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("03-29", (ACCESSION, ENVOY)),
            ("1950-03-29", (ACCESSION, ENVOY)),
            (date(2026, 3, 29), (ACCESSION, ENVOY)),
            (pendulum.Date(2026, 3, 29), (ACCESSION, ENVOY)),
            (Period("2026-03-29?"), (ACCESSION, ENVOY)),
            ("04-23", (SUMMIT,)),
            ("04-24", (SUMMIT, TALK)),
            ("04-26", ()),
            ("09-14", (EXERCISE,)),
            ("03-15", ()),
            ("01-04", ()),
        ],
        ids=str,
    )
    def test_day(self, data: Dataset, day: Any, expected: tuple[str, ...]) -> None:
        """A day is found in any year and in a short span, not in a month and not in a reach."""
        assert data.on_this_day(day).ids == expected

    def test_filters(self, data: Dataset) -> None:
        """The filters of events hold too."""
        assert data.on_this_day("03-29", category="accession").ids == (ACCESSION,)
        assert data.on_this_day("03-29", until="2003").ids == ()

    def test_today(self, tmp_path: Path) -> None:
        """Without a day, today's events are found, even if the day ends meanwhile."""
        today = date.today()
        dated = [
            {**TABLES["events"][3], "id": f"day-{shift + 1}", "when": f"{when}"}
            for shift in (-1, 0, 1)
            for when in [today + timedelta(shift)]
        ]
        data = builders.dataset(
            tmp_path,
            events=[*TABLES["events"], *dated],
            discrepancies=None,
        )
        ours = ("day-0", "day-1", "day-2")
        found = [one for one in data.on_this_day().ids if one in ours]
        later = ["day-1"] if today == date.today() else ["day-1", "day-2"]
        assert found in ([one] for one in later)

    @pytest.mark.parametrize(
        ("when", "day", "hit"),
        [
            ("2000-02-29", "02-29", True),
            ("2000-02-28/2000-03-01", "02-29", True),
            ("2001-02-28/2001-03-01", "02-29", False),
            ("2003-12-30/2004-01-02", "01-01", True),
            ("2004-01-01/2004-01-31", "01-17", True),
            ("2004-01-01/2004-02-01", "01-17", False),
            ("2004-01-17/..", "01-17", False),
            ("2004-01-17/2004-01", "01-17", False),
        ],
    )
    def test_spans(self, tmp_path: Path, when: str, day: str, *, hit: bool) -> None:
        """Of a span of at most 31 known days each one counts, 29 February where it was a day."""
        events = builders.changed("events", TALK, when=when)
        data = builders.dataset(tmp_path, events=events)
        assert (TALK in data.on_this_day(day).ids) is hit

    @pytest.mark.parametrize(
        "day", ["2004", "2004-03", "2004-03-29/2004-03-30", "[..1994-01-04]", "2004-03-29/.."]
    )
    def test_more_than_a_day(self, data: Dataset, day: str) -> None:
        """A month, a span and a reach are refused."""
        with pytest.raises(InvalidQueryError, match="one day"):
            data.on_this_day(day)

    @pytest.mark.parametrize("day", ["02-30", "13-01", "2-29", "", "today", "03-29?"])
    def test_no_day(self, data: Dataset, day: str) -> None:
        """A day that no calendar has is refused."""
        with pytest.raises(InvalidPeriodError):
            data.on_this_day(day)

    def test_no_datetime(self, data: Dataset) -> None:
        """A datetime is no day."""
        with pytest.raises(TypeError):
            data.on_this_day(datetime(2004, 3, 29))

    def test_unknown_filter(self, data: Dataset) -> None:
        """A filter that events do not have is refused by its name."""
        with pytest.raises(TypeError, match="wher"):
            data.on_this_day("03-29", wher="riga")  # type: ignore[call-arg]


def who(parts: Iterable[Participation]) -> list[tuple[str | None, str | None, str, str]]:
    """Give event, outcome, actor and role of participations."""
    return [(one.event, one.outcome, one.actor, one.role.value) for one in parts]


class TestParticipations:
    """Who took part in what."""

    def test_all(self, data: Dataset) -> None:
        """All of them come in order of time, those of an event before those of its outcomes."""
        found = data.participations()
        assert len(found) == 13
        assert who(found)[2:7] == [
            (SUMMIT, None, "latvia", "host"),
            (SUMMIT, None, "amber-pact", "organiser"),
            (SUMMIT, None, "azuolas-simkunas", "guest"),
            (SUMMIT, "invitation", "amber-pact", "inviter"),
            (SUMMIT, "invitation", "lithuania", "invitee"),
        ]
        assert found.ids[:2] == ("president-of-lithuania", "amber-pact")

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"actor": "latvia"}, [(SUMMIT, "latvia")]),
            (
                {"actor": "president-of-lithuania"},
                [
                    (LETTER, "president-of-lithuania"),
                    (SUMMIT, "azuolas-simkunas"),
                    (ENVOY, "azuolas-simkunas"),
                ],
            ),
            ({"role": ["host", "acceding"]}, [(SUMMIT, "latvia"), (ACCESSION, "lithuania")]),
            (
                {"capacity": "minister-of-foreign-affairs-of-lithuania"},
                [(ACCESSION, "jurate-zvirblyte")],
            ),
            ({"event": ["talk-in-riga", LETTER], "role": "addressee"}, [(LETTER, "amber-pact")]),
            (
                {"event": "lithuania-enters-the-pact"},
                [(ACCESSION, "jurate-zvirblyte"), (ACCESSION, "lithuania")],
            ),
            ({"until": "1994"}, [(LETTER, "president-of-lithuania"), (LETTER, "amber-pact")]),
            (
                {"since": "2004", "role": ["presenter", "appointee"]},
                [(ACCESSION, "jurate-zvirblyte"), (ENVOY, "jurate-zvirblyte")],
            ),
            ({"source": "vilnius-daily", "since": "2004"}, [(ACCESSION, "jurate-zvirblyte")]),
            (
                {"source": "pact-chronicle/members/2004-03-29#1"},
                [(ACCESSION, "lithuania")],
            ),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: list[tuple[str, str]]
    ) -> None:
        """All filters hold of one participation; its own source comes before its event's."""
        assert [(one.event, one.actor) for one in data.participations(**filters)] == expected

    def test_refused(self, data: Dataset) -> None:
        """What events refuse is refused here too."""
        with pytest.raises(InvalidQueryError):
            data.participations(since="2005", until="2004")
        with pytest.raises(InvalidQueryError):
            data.participations(role="hosts")
        with pytest.raises(UnknownRecordError):
            data.participations(event="nothing")


class TestOutcomes:
    """What came of meetings and acts, and what documents provide."""

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (
                {},
                [
                    "mutual-aid",
                    "accession-of-others",
                    "aim-of-readiness",
                    "invitation",
                    "accession",
                ],
            ),
            ({"of": SUMMIT}, ["aim-of-readiness", "invitation"]),
            ({"of": "Riga Treaty"}, ["mutual-aid", "accession-of-others"]),
            (
                {"of": ["lithuania-enters-the-pact", "amber-charter"], "kind": "aim"},
                ["accession-of-others"],
            ),
            ({"kind": ["invitation", "accession"]}, ["invitation", "accession"]),
            ({"actor": "lithuania"}, ["invitation", "accession"]),
            ({"actor": "lithuania", "role": "inviter"}, []),
            ({"actor": "lithuania", "role": ["inviter", "invitee"]}, ["invitation"]),
            ({"role": "lead"}, ["accession-of-others"]),
            ({"topic": "diplomacy"}, ["invitation"]),
            ({"topic": "enlargement"}, []),
            ({"document": "amber-charter"}, ["aim-of-readiness"]),
            ({"on": "1999-04-24"}, ["aim-of-readiness", "invitation"]),
            ({"on": "1999-04-25"}, ["aim-of-readiness"]),
            ({"on": "1949"}, ["mutual-aid", "accession-of-others"]),
            ({"since": "1999-04-25"}, ["aim-of-readiness", "accession"]),
            ({"until": "1999-04-23", "since": "1950"}, ["aim-of-readiness"]),
            ({"source": "pact-chronicle"}, ["aim-of-readiness", "invitation", "accession"]),
            ({"source": "vilnius-daily"}, ["aim-of-readiness"]),
            ({"source": "amber-charter-text/art. 5"}, ["mutual-aid", "accession-of-others"]),
            ({"text": "visu uzpuolimas"}, ["mutual-aid"]),
            ({"text": "TALKS"}, ["invitation"]),
            ({"text": "talks", "kind": "aim"}, []),
        ],
        ids=str,
    )
    def test_filters(self, data: Dataset, filters: dict[str, Any], expected: list[str]) -> None:
        """Outcomes come by their own date, else by that of what they belong to, and say to what."""
        found = data.outcomes(**filters)
        assert [one.id for one in found] == expected
        assert all(one.of in {SUMMIT, ACCESSION, "amber-charter"} for one in found)

    def test_undated_last(self, tmp_path: Path) -> None:
        """An outcome of an undated event comes last, and by no filter of time."""
        outcomes = [{"id": "plan", "kind": "decision", "text": {"en": "A plan", "lt": "Planas"}}]
        events = builders.changed("events", UNDATED, outcomes=outcomes)
        data = builders.dataset(tmp_path, events=events)
        assert data.outcomes()[-1].of == UNDATED
        assert "plan" not in data.outcomes(on="0001/9999").ids

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"kind": "invite"}, InvalidQueryError),
            ({"text": ""}, InvalidQueryError),
            ({"since": "2005", "until": "2004"}, InvalidQueryError),
            ({"of": "lithuania"}, UnknownRecordError),
            ({"on": 1999}, TypeError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """What can not be meant is refused."""
        with pytest.raises(error):
            data.outcomes(**filters)


# --- laws: a plain reimplementation, over generated events --------------------------------------

ACTORS = ("lithuania", "latvia", "seimas", "azuolas-simkunas", "president-of-lithuania")
ROLES = ("host", "guest", "speaker")
CATEGORIES = ("summit", "visit", "session")
TOPICS = ("russia", "climate", "enlargement")
PLACES = ("lithuania", "latvia", "riga", "riga-castle", "vilnius", "klaipeda", "baltic-coast")
WHENS = (
    "{0}",
    "{0}",
    "{0}?",
    "{0}/{1}",
    "{0}/{1}~",
    "{0}/..",
    "{0}/",
    "/{0}",
    "[..{0}]",
    "[{0}..{1}]",
    "{0:%Y-%m}",
    "{0:%Y}",
    "{0:%Y}/{1:%Y-%m}",
)
WORDING = {"en": "Words", "lt": "Žodžiai"}


def generated(count: int) -> Iterator[builders.Plain]:
    """Make events of every form of date, busy in a few weeks, with parts in outcomes."""
    chance = random.Random(2004)  # noqa: S311 - data of a test

    def some(words: tuple[str, ...], most: int) -> list[str]:
        return chance.sample(words, chance.randint(0, most))

    def parts() -> list[builders.Plain]:
        return [
            {"actor": actor, "role": chance.choice(ROLES)}
            | ({"capacity": "president-of-lithuania"} if chance.random() < 0.3 else {})
            | ({"on_behalf_of": "latvia"} if chance.random() < 0.2 else {})
            for actor in some(ACTORS, 2)
        ]

    for number in range(count):
        start = date(2003, 12, 15) + timedelta(chance.randint(0, 50))
        when = chance.choice(WHENS).format(start, start + timedelta(chance.randint(0, 40)))
        yield {
            "id": f"event-{number}",
            "category": chance.choice(CATEGORIES),
            "title": WORDING,
            "summary": WORDING,
            "topics": some(TOPICS, 2),
            "places": some(PLACES, 2),
            "participants": parts(),
            "outcomes": [
                {
                    "id": "outcome",
                    "kind": "decision",
                    "text": WORDING,
                    "topics": some(TOPICS, 1),
                    "places": some(PLACES, 1),
                    "participants": parts(),
                }
            ],
            "order": chance.randint(0, 2),
        } | ({"when": when} if chance.random() < 0.9 else {})


#: Without what names the events of the base dataset.
BARE: dict[str, Any] = {
    "info": builders.INFO | {"redirects": []},
    "discrepancies": [],
    "relations": [],
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a dataset with generated events."""
    folder = tmp_path_factory.mktemp("laws")
    return builders.dataset(folder, events=list(generated(120)), **BARE)


def any_of(words: tuple[str, ...]) -> st.SearchStrategy[object]:
    """Draw one of some words, or a list of them."""
    return st.sampled_from(words) | st.lists(st.sampled_from(words), min_size=1, max_size=3)


DATED = {"on": period_texts(), "since": period_texts(), "until": period_texts()}
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        **DATED,
        "actor": any_of(ACTORS),
        "role": any_of(ROLES),
        "category": any_of(CATEGORIES),
        "topic": any_of(TOPICS),
        "place": any_of(PLACES),
    },
)


def listed(value: str | Iterable[str]) -> set[str]:
    """Give the items that a filter lists."""
    return {value} if isinstance(value, str) else set(value)


def around(data: Dataset, identifier: str) -> set[str]:
    """Give a place or a country with all in which it lies, step by step."""
    inside = {identifier}
    for place in data.places():
        if place.id == identifier:
            for outer in (place.within, place.country):
                inside |= around(data, outer) if outer else set()
    return inside


def parts_of(event: Event) -> list[Participation]:
    """Give all participations of an event and its outcomes."""
    return [*event.participants, *(part for one in event.outcomes for part in one.participants)]


def holders(event: Event) -> list[Event | Outcome]:
    """Give an event and its outcomes."""
    return [event, *event.outcomes]


def fits(data: Dataset, event: Event, filters: dict[str, Any]) -> bool:
    """Tell, as plainly as can be, whether all filters hold of an event."""
    when = event.when
    for name in ("on", "since", "until"):
        if name not in filters:
            continue
        asked = Period(filters[name])
        reach = {
            "on": asked,
            "since": Period(f"{asked.start or '0001-01-01'}/.."),
            "until": Period(f"../{asked.end or '9999-12-31'}"),
        }
        if when is None or not when.overlaps(reach[name]):
            return False
    actors, roles = listed(filters.get("actor", ())), listed(filters.get("role", ()))
    if (actors or roles) and not any(
        (not actors or actors & {one.actor, one.capacity, one.post, one.on_behalf_of})
        and (not roles or one.role.value in roles)
        for one in parts_of(event)
    ):
        return False
    if "category" in filters and event.category.value not in listed(filters["category"]):
        return False
    topics = {topic.value for one in holders(event) for topic in one.topics}
    if "topic" in filters and not topics & listed(filters["topic"]):
        return False
    places = {
        outer for one in holders(event) for place in one.places for outer in around(data, place)
    }
    return "place" not in filters or bool(places & listed(filters["place"]))


def backwards(filters: dict[str, Any]) -> bool:
    """Tell whether the range of some filters ends before it begins."""
    if not {"since", "until"} <= set(filters):
        return False
    start, end = Period(filters["since"]).start, Period(filters["until"]).end
    return start is not None and end is not None and start > end


class TestLaws:
    """What holds for all filters."""

    @given(filters=FILTERS)
    def test_as_plainly_told(self, many: Dataset, filters: dict[str, Any]) -> None:
        """Any combination finds what a plain reading of the contract finds, in order of time."""
        if backwards(filters):
            with pytest.raises(InvalidQueryError, match="reversed"):
                many.events(**filters)
            return
        expected = [one for one in many.events() if fits(many, one, filters)]
        assert list(many.events(**filters)) == expected

    @given(filters=FILTERS)
    def test_filters_narrow(self, many: Dataset, filters: dict[str, Any]) -> None:
        """With one filter less, nothing is lost."""
        if backwards(filters):
            return
        found = set(many.events(**filters).ids)
        for name in filters:
            fewer = {key: value for key, value in filters.items() if key != name}
            assert found <= set(many.events(**fewer).ids)

    @given(filters=FILTERS)
    def test_order(self, many: Dataset, filters: dict[str, Any]) -> None:
        """Answers are sorted by time, then place in the day, then identifier, undated ones last."""
        if backwards(filters):
            return
        found = list(many.events(**filters))
        dated = [one for one in found if one.when is not None]
        assert found[: len(dated)] == dated
        keys = [(one.when, one.order, one.id) for one in dated]
        assert keys == sorted(keys)

    @given(on=period_texts())
    def test_on_and_periods(self, many: Dataset, on: str) -> None:
        """``on`` finds just the events whose time overlaps, those that surely contain it too."""
        found = set(many.events(on=on).ids)
        for event in many.events():
            overlaps = event.when is not None and event.when.overlaps(on)
            assert (event.id in found) is overlaps
            if event.when is not None and event.when.contains(on):
                assert event.id in found

    @given(actor=any_of(ACTORS), role=any_of(ROLES))
    def test_events_of_participations(self, many: Dataset, actor: Any, role: Any) -> None:
        """Events by participant are those of the participations that the same filters find."""
        parts = many.participations(actor=actor, role=role)
        assert many.events(actor=actor, role=role).ids == tuple(
            dict.fromkeys(one.event for one in parts)
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that could ship, with generated events."""
    folder = tmp_path_factory.mktemp("cold")
    builders.write(folder / "data", events=list(generated(120)), **BARE)
    return folder


class TestCold:
    """The shipped dataset decodes only what a question admits, and answers the same."""

    @staticmethod
    def opened(folder: Path) -> Dataset:
        """Open a folder as if it shipped, with nothing decoded."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_loading, "__file__", str(folder / "_loading.py"))
            return Dataset(_loading._open_shipped())

    @settings(max_examples=40)
    @given(filters=FILTERS, again=FILTERS)
    def test_same_answers(
        self, many: Dataset, folder: Path, filters: dict[str, Any], again: dict[str, Any]
    ) -> None:
        """A first and a second question are answered as by a dataset that is all decoded."""
        cold = self.opened(folder)
        for asked in (filters, again):
            if not backwards(asked):
                assert cold.events(**asked) == many.events(**asked)
                assert cold.on_this_day("01-06", **asked) == many.on_this_day("01-06", **asked)
        parts = {name: filters[name] for name in ("since", "actor", "role") if name in filters}
        assert cold.participations(**parts) == many.participations(**parts)

    def test_same_records(self, folder: Path) -> None:
        """An event that a date admitted first is the same one later."""
        cold = self.opened(folder)
        early = {one.id: one for one in cold.events(on="2004-01")}
        assert early
        assert all(cold.event(name) is one for name, one in early.items())
        assert all(one is early[one.id] for one in cold.events(on="2004-01"))

    def test_faults(self, tmp_path: Path) -> None:
        """An event with a fault is reported by the question that admits it."""
        events = builders.changed("events", TALK, category="chat")
        builders.write(tmp_path / "data", events=events)
        cold = self.opened(tmp_path)
        assert cold.events(on="2004-03-29").ids == (ACCESSION, ENVOY)
        with pytest.raises(InvalidDataError, match="chat"):
            cold.events(on="1999-04-24")
        with pytest.raises(InvalidDataError, match="chat"):
            cold.events()
