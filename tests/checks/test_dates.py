"""Rules on dates: each fires on a minimal fault, and is silent on the nearest valid neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, TABLES, Plain, changed, dataset

if TYPE_CHECKING:
    from pathlib import Path

WORDING = {"en": "A", "lt": "Ą"}
AS_OF = "the day up to which the data tell"


def told(folder: Path, code: str, info: Plain | None = None, **tables: Any) -> list[str]:
    """Write the base dataset with these changes, and give the findings of one rule as lines."""
    return [str(one) for one in ltnato.check(dataset(folder, info, **tables), select=code)]


def outcomes(**fields: Any) -> list[Plain]:
    """Change the invitation of the summit; ``...`` leaves a field out."""
    records = changed("events", "riga-summit")
    summit = next(one for one in records if one["id"] == "riga-summit")
    summit["outcomes"][0] |= fields
    for name in [name for name, value in fields.items() if value is ...]:
        del summit["outcomes"][0][name]
    return records


def provisions(**fields: Any) -> list[Plain]:
    """Change a provision of the charter."""
    records = changed("documents", "amber-charter")
    records[0]["provisions"][1] |= fields
    return records


def discrepancy(record: str, field: str | None, adopted: str | None) -> list[Plain]:
    """Give one discrepancy."""
    one = {
        "id": "doubt",
        "record": record,
        "stated": "another day",
        "status": "resolved",
        "reason": WORDING,
        "field": field,
        "adopted": adopted,
    }
    return [{name: value for name, value in one.items() if value is not None}]


@pytest.mark.parametrize("family", ["dates", "order", "use"])
def test_base(tmp_path: Path, family: str) -> None:
    """The base dataset has no finding above a note."""
    found = ltnato.check(dataset(tmp_path), select=family)

    assert [str(one) for one in found if one.severity != "note"] == []


class TestLaterThanAsOf:
    """D101: nothing that starts after the day of the data is told as past."""

    @pytest.mark.parametrize(
        ("tables", "place", "value"),
        [
            (
                {"events": changed("events", "five-years-in-the-pact", when="2010-07")},
                "events.json: five-years-in-the-pact: when",
                "2010-07",
            ),
            (
                {"events": outcomes(when="2011")},
                "events.json: riga-summit: outcomes[invitation].when",
                "2011",
            ),
            (
                {"documents": changed("documents", "riga-pledge", adopted="2010-07-01")},
                "documents.json: riga-pledge: adopted",
                "2010-07-01",
            ),
            (
                {"documents": provisions(when="2010-12")},
                "documents.json: amber-charter: provisions[accession-of-others].when",
                "2010-12",
            ),
            (
                {"relations": changed("relations", "president-acting", when="2010-07/..")},
                "relations.json: president-acting: when",
                "2010-07/..",
            ),
            (
                {"actors": changed("actors", "fourteenth-government", existed="2010-07-01/..")},
                "actors.json: fourteenth-government: existed",
                "2010-07-01/..",
            ),
            (
                {
                    "actors": changed(
                        "actors", "seimas", names=[{"text": "S", "kind": "by-name", "when": "2011"}]
                    )
                },
                "actors.json: seimas: names[S].when",
                "2011",
            ),
            (
                {
                    "observations": changed(
                        "observations", "lithuania-share-2008-second", edition="2010-12"
                    )
                },
                "observations.json: lithuania-share-2008-second: edition",
                "2010-12",
            ),
        ],
    )
    def test_fires(self, tmp_path: Path, tables: Plain, place: str, value: str) -> None:
        """Every date of what is told as past is looked at."""
        assert told(tmp_path, "D101", **tables) == [
            f"{place}: '{value}' starts after 2010-06-30, {AS_OF}"
        ]

    @pytest.mark.parametrize(
        "tables",
        [
            {"events": changed("events", "five-years-in-the-pact", when="2010-06-30")},
            {"events": changed("events", "five-years-in-the-pact", when="2010")},
            {"events": outcomes(due="2020")},
            {"events": outcomes(kind="announcement", when="2011")},
            {"pledges": changed("pledges", "riga-pledge-level", deadline="2030")},
            {"documents": changed("documents", "riga-pledge", in_force="2011/2020")},
        ],
    )
    def test_silent(self, tmp_path: Path, tables: Plain) -> None:
        """The day itself is past, a coarse date may be; what is due or announced may be to come."""
        assert told(tmp_path, "D101", **tables) == []

    def test_announced(self, tmp_path: Path) -> None:
        """An event that another one announces may be to come, with its outcomes."""
        coming: Plain = {
            "id": "coming-summit",
            "category": "summit",
            "title": WORDING,
            "summary": WORDING,
            "when": "2011-05-01",
            "outcomes": [{"id": "end", "kind": "aim", "text": WORDING, "when": "2011-05-01"}],
        }
        links = [{"event": "coming-summit", "kind": "announces"}]

        silent = [*changed("events", "five-years-in-the-pact", links=links), coming]
        loud = [*TABLES["events"], coming]

        assert told(tmp_path, "D101", events=silent) == []
        assert told(tmp_path, "D101", events=loud) == [
            (
                "events.json: coming-summit: outcomes[end].when: '2011-05-01' starts after"
                f" 2010-06-30, {AS_OF}"
            ),
            f"events.json: coming-summit: when: '2011-05-01' starts after 2010-06-30, {AS_OF}",
        ]


class TestCoverage:
    """D102: the coverage ends with the data."""

    def test_fires(self, tmp_path: Path) -> None:
        """A coverage that surely ends later than the data is a fault of the description."""
        info = INFO | {"as_of": "2009-12-31"}

        assert told(tmp_path, "D102", info) == [
            (
                f"dataset.json: coverage[amber-pact].period: '1994/2010-06-30' reaches beyond"
                f" 2009-12-31, {AS_OF}"
            ),
            (
                f"dataset.json: coverage[president-of-lithuania].period: '1998/2010' reaches beyond"
                f" 2009-12-31, {AS_OF}"
            ),
        ]

    def test_silent(self, tmp_path: Path) -> None:
        """One that ends on that day, or in the course of that year, is fine."""
        assert told(tmp_path, "D102") == []


class TestPart:
    """D103: a part lies in its whole, or within three days of it."""

    @pytest.mark.parametrize("when", ["1999-04-19", "1999-04-29", "1999-04-24/1999-05", "2000"])
    def test_fires(self, tmp_path: Path, when: str) -> None:
        """A part that surely reaches further is no part."""
        events = changed("events", "talk-in-riga", when=when)

        assert told(tmp_path, "D103", events=events) == [
            (
                f"events.json: talk-in-riga: when: '{when}' lies more than 3 days outside its"
                " whole, riga-summit, 1999-04-23/1999-04-25"
                " (a link would tie it to an event that comes before or after)"
            )
        ]

    @pytest.mark.parametrize(
        "when",
        ["1999-04-20", "1999-04-28", "1999-04", "1999", "1999-04-28/", "[..1999-05-30]", ...],
    )
    def test_silent(self, tmp_path: Path, when: str) -> None:
        """The eve and the way home belong to the margins, and a coarse date may lie inside."""
        events = changed("events", "talk-in-riga", when=when)

        assert told(tmp_path, "D103", events=events) == []

    def test_undated_whole(self, tmp_path: Path) -> None:
        """An undated whole has no outside."""
        events = changed("events", "talk-in-riga", part_of="undated-meeting")

        assert told(tmp_path, "D103", events=events) == []


class TestOutcome:
    """D104 and D105: an outcome's own dates fit its event."""

    def test_outside(self, tmp_path: Path) -> None:
        """An outcome with a date outside its event is an event of its own."""
        assert told(tmp_path, "D104", events=outcomes(when="1999-05")) == [
            (
                "events.json: riga-summit: outcomes[invitation].when: '1999-05' lies outside its"
                " event, 1999-04-23/1999-04-25 (enter it as an event of its own, with a link)"
            )
        ]

    @pytest.mark.parametrize("when", ["1999-04-23", "1999-04", "1995/1999-04-23", ...])
    def test_within(self, tmp_path: Path, when: str) -> None:
        """An outcome may have a day in common with its event, or no date."""
        assert told(tmp_path, "D104", events=outcomes(when=when)) == []

    def test_of_an_undated_event(self, tmp_path: Path) -> None:
        """An outcome of an undated event may have a date."""
        events = changed(
            "events",
            "undated-meeting",
            outcomes=[{"id": "a", "kind": "aim", "text": WORDING, "when": "2004", "due": "2003"}],
        )

        assert told(tmp_path, "D104", events=events) == []

    def test_due_before(self, tmp_path: Path) -> None:
        """What was due before it was decided is a fault, in an event and in a document."""
        assert told(tmp_path, "D105", events=outcomes(due="1999-04-23")) == [
            (
                "events.json: riga-summit: outcomes[invitation].due: '1999-04-23' is over before it"
                " was decided, 1999-04-24"
            )
        ]
        assert told(tmp_path, "D105", documents=provisions(due="1948")) == [
            (
                "documents.json: amber-charter: provisions[accession-of-others].due: '1948' is over"
                " before it was decided, 1949-04-04"
            )
        ]

    @pytest.mark.parametrize("due", ["1999-04-24", "1999", "..", ...])
    def test_due_later(self, tmp_path: Path, due: str) -> None:
        """What is due on the day, in the year or later is fine."""
        events = outcomes(due="1999-04-24/.." if due == ".." else due)

        assert told(tmp_path, "D105", events=events) == []

    def test_due_without_a_day(self, tmp_path: Path) -> None:
        """Where no day of the decision is known, nothing is said."""
        events = changed(
            "events",
            "undated-meeting",
            outcomes=[{"id": "a", "kind": "aim", "text": WORDING, "due": "1900"}],
        )

        assert told(tmp_path, "D105", events=events) == []


class TestFinerThanEvidence:
    """D106: a date says no more than a discrepancy adopted."""

    @pytest.mark.parametrize(
        ("record", "field", "adopted", "line"),
        [
            (
                "accession-day",
                "when",
                "2004-03",
                (
                    "events.json: accession-day: when: '2004-03-29' is told more exactly than"
                    " '2004-03', which doubt adopted"
                ),
            ),
            (
                "accession-day",
                "when",
                "2004-03-29?",
                (
                    "events.json: accession-day: when: '2004-03-29' is told more surely than"
                    " '2004-03-29?', which doubt adopted"
                ),
            ),
            (
                "accession-day",
                "when",
                "2004-03-29~",
                (
                    "events.json: accession-day: when: '2004-03-29' is told more surely than"
                    " '2004-03-29~', which doubt adopted"
                ),
            ),
            (
                "riga-summit",
                "outcomes[invitation].when",
                "1999",
                (
                    "events.json: riga-summit: outcomes[invitation].when: '1999-04-24' is told more"
                    " exactly than '1999', which doubt adopted"
                ),
            ),
            (
                "amber-charter",
                "adopted",
                "1949",
                (
                    "documents.json: amber-charter: adopted: '1949-04-04' is told more exactly than"
                    " '1949', which doubt adopted"
                ),
            ),
            (
                "amber-pact",
                "names[Pact of the Amber Coast].when",
                "1950?/1961",
                (
                    "actors.json: amber-pact: names[Pact of the Amber Coast].when: '1950/1961' is"
                    " told more surely than '1950?/1961', which doubt adopted"
                ),
            ),
            (
                "president-acting",
                "when",
                "2004-04/2004-07",
                (
                    "relations.json: president-acting: when: '2004-04-06/2004-07-12' is told more"
                    " exactly than '2004-04/2004-07', which doubt adopted"
                ),
            ),
            (
                "riga-pledge-level",
                "deadline",
                "2008?",
                (
                    "pledges.json: riga-pledge-level: deadline: '2008' is told more surely than"
                    " '2008?', which doubt adopted"
                ),
            ),
        ],
    )
    def test_fires(self, tmp_path: Path, record: str, field: str, adopted: str, line: str) -> None:
        """A date that is finer than the adopted one, or lacks its mark, is reported."""
        ledger = discrepancy(record, field, adopted)

        assert told(tmp_path, "D106", discrepancies=ledger) == [line]

    @pytest.mark.parametrize(
        ("record", "field", "adopted"),
        [
            ("accession-day", "when", "2004-03-29"),
            ("exercise-amber-shield", "when", "2001-09-14"),
            ("exercise-amber-shield", "when", "2001-09-14?"),
            ("five-years-in-the-pact", "when", "2009-03-29"),
            ("accession-day", "when", None),
            ("accession-day", None, "2004"),
            ("accession-day", "title.en", "2004"),
            ("accession-day", "when", "in the spring"),
            ("accession-day", "category", "a ceremony"),
            ("riga-summit", "outcomes[none].when", "1999"),
            ("riga", "name.en", "2004"),
        ],
    )
    def test_silent(self, tmp_path: Path, record: str, field: str | None, adopted: str) -> None:
        """A date that says as much or less is fine, and so is what is no date."""
        ledger = discrepancy(record, field, adopted)

        assert told(tmp_path, "D106", discrepancies=ledger) == []


class TestExistence:
    """D107 to D109: relations and names fit the time in which an actor existed."""

    @pytest.mark.parametrize(
        ("when", "how"),
        [
            ("1999/2004-03-29", "begins before"),
            ("2000-05-18/", "begins before"),
            ("2000-05-19/2004-04", "goes on after"),
            ("2000-05-19/..", "goes on after"),
        ],
    )
    def test_relation(self, tmp_path: Path, when: str, how: str) -> None:
        """A membership surely before or after its body existed is a fault."""
        relations = changed("relations", "lithuania-in-the-amber-group", when=when)

        assert told(tmp_path, "D107", relations=relations) == [
            (
                f"relations.json: lithuania-in-the-amber-group: when: '{when}' {how} amber-group"
                " existed, 2000-05-19/2004-03-29"
            )
        ]

    @pytest.mark.parametrize(
        "when", ["2000-05-19/2004-03-29", "2000/2004", "2000-05/", "/2004-03-29", "2002", ...]
    )
    def test_relation_within(self, tmp_path: Path, when: str) -> None:
        """One that lies within, or may do so, is fine."""
        relations = changed("relations", "lithuania-in-the-amber-group", when=when)

        assert told(tmp_path, "D107", relations=relations) == []

    @pytest.mark.parametrize(("kind", "count"), [("succeeds", 0), ("part-of", 1)])
    def test_successor(self, tmp_path: Path, kind: str, count: int) -> None:
        """Who succeeds another begins where that one has ended."""
        relations = changed("relations", "programme-of-the-pact", kind=kind, when="2005-01-01")
        relations[-1] |= {"object": "amber-group"}

        assert len(told(tmp_path, "D107", relations=relations)) == count

    @pytest.mark.parametrize("when", ["1990/1998", "2000-05-17", "2004-03-31"])
    def test_name(self, tmp_path: Path, when: str) -> None:
        """A name borne wholly at another time is worth a look."""
        names = [{"text": "AG", "kind": "abbreviation", "when": when}]
        actors = changed("actors", "amber-group", names=names)

        assert told(tmp_path, "D108", actors=actors) == [
            (
                f"actors.json: amber-group: names[AG].when: '{when}' lies outside the time in which"
                " its bearer existed, 2000-05-19/2004-03-29"
            )
        ]

    @pytest.mark.parametrize("when", ["1990/2000", "2000-05-18", "2004-03-30", None])
    def test_name_within(self, tmp_path: Path, when: str | None) -> None:
        """A name that touches the time, or has none, is fine."""
        name = {"text": "AG", "kind": "abbreviation"} | ({"when": when} if when else {})
        actors = changed("actors", "amber-group", names=[name])

        assert told(tmp_path, "D108", actors=actors) == []

    @pytest.mark.parametrize("when", ["1990/..", "1990/", "1990/1995", None])
    @pytest.mark.parametrize("kind", ["former", "by-name"])
    def test_former(self, tmp_path: Path, kind: str, when: str | None) -> None:
        """Only a former name that is said to go on is a fault."""
        name = {"text": "Diet", "kind": kind} | ({"when": when} if when else {})
        actors = changed("actors", "seimas", names=[name])
        line = (
            "actors.json: seimas: names[Diet].when: '1990/..' goes on, yet the name is a former one"
        )

        expected = [line] if (kind, when) == ("former", "1990/..") else []
        assert told(tmp_path, "D109", actors=actors) == expected


class TestHeading:
    """D110: an event has the date of the entry that it cites."""

    @staticmethod
    def cited(when: str, *locators: str) -> list[Plain]:
        """Give the base events, the summit with a date and citations of the chronicle."""
        citations = [{"source": "pact-chronicle", "locator": one} for one in locators]
        return changed("events", "riga-summit", when=when, citations=citations)

    def test_fires(self, tmp_path: Path) -> None:
        """A date that no cited heading has is reported, with all headings."""
        events = self.cited("1998-04-23", "summits/1999", "members/2004-03-29#1")

        assert told(tmp_path, "D110", events=events, discrepancies=[]) == [
            (
                "events.json: riga-summit: when: '1998-04-23' shares no day with the heading it"
                " cites: summits/1999 (1999-04-23/1999-04-25), members/2004-03-29#1 (2004-03-29)"
                " (a discrepancy on 'when' would say why)"
            )
        ]

    @pytest.mark.parametrize(
        "events",
        [
            cited("1999", "summits/1999"),
            cited("2004-03-29", "summits/1999", "members/2004-03-29#1"),
            cited("1998-04-23", "summits/1999:1"),
            cited("1998-04-23", "introduction/p1"),
            changed("events", "riga-summit", citations=[{"source": "pact-chronicle"}]),
            changed("events", "undated-meeting", citations=[{"source": "pact-chronicle"}]),
        ],
    )
    def test_silent(self, tmp_path: Path, events: list[Plain]) -> None:
        """One heading is enough, and a sentence or an undated entry says nothing of the day."""
        assert told(tmp_path, "D110", events=events, discrepancies=[]) == []

    @pytest.mark.parametrize(("field", "count"), [("when", 0), (None, 0), ("title.en", 1)])
    def test_weighed(self, tmp_path: Path, field: str | None, count: int) -> None:
        """A discrepancy on the date, or on the whole event, says why."""
        ledger = discrepancy("riga-summit", field, "1998-04-23")
        events = self.cited("1998-04-23", "summits/1999")

        assert len(told(tmp_path, "D110", events=events, discrepancies=ledger)) == count


class TestYear:
    """D111: the year at the end of an identifier is that of the date."""

    @pytest.mark.parametrize(
        ("identifier", "when", "count"),
        [
            ("meeting-2005", "2006-01", 1),
            ("meeting-2005", "2005-12/2006-01", 0),
            ("meeting-2005", None, 0),
            ("meeting-of-2005-again", "2006", 0),
            ("meeting-of-1000", "2006", 0),
        ],
    )
    def test_event(self, tmp_path: Path, identifier: str, when: str | None, count: int) -> None:
        """An event that does not touch the year is worth a look."""
        event = {"id": identifier, "category": "summit", "title": WORDING, "summary": WORDING}
        if when is not None:
            event["when"] = when

        expected = [
            (
                f"events.json: {identifier}: when: '{when}' does not touch 2005, the year in its"
                " identifier"
            )
        ]
        found = told(tmp_path, "D111", events=[*TABLES["events"], event])
        assert found == expected * count

    def test_relation(self, tmp_path: Path) -> None:
        """So is a relation."""
        relations = [
            *TABLES["relations"],
            {
                "id": "envoy-2001",
                "kind": "holds-office",
                "subject": "jurate-zvirblyte",
                "object": "envoy-of-lithuania-to-the-pact",
                "when": "2002/2003",
            },
        ]

        assert told(tmp_path, "D111", relations=relations) == [
            (
                "relations.json: envoy-2001: when: '2002/2003' does not touch 2001, the year in its"
                " identifier"
            )
        ]
