"""Rules on people and bodies in time: each fires on a minimal fault, and not on its neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, Plain, dataset

if TYPE_CHECKING:
    from pathlib import Path

WORDING = {"en": "A", "lt": "Ą"}

#: An alliance and its countries, two offices, two people.
ACTORS: list[Plain] = [
    {"id": identifier, "kind": kind, "name": {"en": name, "lt": name}}
    for identifier, kind, name in (
        ("battlegroup", "unit", "Battlegroup"),
        ("coast", "country", "Coast"),
        ("council", "body", "Council"),
        ("force", "force", "Force"),
        ("hills", "country", "Hills"),
        ("ieva", "person", "Ieva"),
        ("jonas", "person", "Jonas"),
        ("minister", "office", "Minister"),
        ("pact", "organisation", "Pact"),
        ("president", "office", "President"),
        ("union", "organisation", "Union"),
    )
]

#: All memberships of the pact are recorded from 1990 on, all Presidents from 1995 on.
COVERAGE: list[Plain] = [
    {"relation": "member-of", "object": "pact", "period": "1990/2010"},
    {"relation": "holds-office", "object": "president", "period": "1995/2010"},
]


def actors(identifier: str, **fields: Any) -> list[Plain]:
    """Change an actor."""
    return [one | fields if one["id"] == identifier else one for one in ACTORS]


def event(when: str | None, *participants: Plain, **fields: Any) -> Plain:
    """Give an event with participants."""
    dated = {"when": when} if when else {}
    base = {"id": "meeting", "category": "summit", "title": WORDING, "summary": WORDING}
    return base | dated | {"participants": list(participants)} | fields


def outcome(when: str | None, *participants: Plain) -> Plain:
    """Give an outcome with participants."""
    dated = {"when": when} if when else {}
    base = {"id": "deed", "kind": "decision", "text": WORDING}
    return base | dated | {"participants": list(participants)}


def relation(subject: str, kind: str, to: str, when: str | None, **fields: Any) -> Plain:
    """Give a relation."""
    dated = {"when": when} if when else {}
    name = f"{subject}-{kind}-{to}-{(when or 'ever').strip('./[')[:4]}"
    return {"id": name, "kind": kind, "subject": subject, "object": to} | dated | fields


def told(
    folder: Path,
    code: str,
    *,
    events: list[Plain] | None = None,
    relations: list[Plain] | None = None,
    people: list[Plain] | None = None,
    coverage: list[Plain] | None = None,
    documents: list[Plain] | None = None,
) -> list[str]:
    """Write a small dataset, and give the findings of one rule as lines."""
    data = dataset(
        folder,
        INFO | {"coverage": COVERAGE if coverage is None else coverage, "redirects": []},
        actors=people or ACTORS,
        events=events or [],
        relations=relations or [],
        documents=documents or [],
        **dict.fromkeys(("places", "pledges", "observations", "sources", "discrepancies")),
    )
    return [str(one) for one in ltnato.check(data, select=code)]


def acting(actor: str = "jonas", capacity: str = "president", **fields: Any) -> Plain:
    """Give a participation in a capacity."""
    return {"actor": actor, "role": "speaker", "capacity": capacity} | fields


TERMS = [
    relation("ieva", "holds-office", "president", "2000-03-01/.."),
    relation("jonas", "holds-office", "president", "1995-03-01/2000-03-01"),
]


class TestCapacityNotHeld:
    """P101: who acts in an office held it, where all its holders are recorded."""

    def test_fires(self, tmp_path: Path) -> None:
        """Somebody acts as President after the term, and the successor is named."""
        found = told(tmp_path, "P101", events=[event("2004-05", acting())], relations=TERMS)

        assert found == [
            (
                "events.json: meeting: participants[jonas].capacity: 'president' was held on "
                "2004-05 "
                "by ieva, not by jonas (jonas held it 1995-03-01/2000-03-01)"
            )
        ]

    def test_fires_without_any_term(self, tmp_path: Path) -> None:
        """Somebody with no term acts in an outcome on a day when nobody held the office."""
        deed = outcome("1995-02", acting("ieva"))
        found = told(tmp_path, "P101", events=[event(None, outcomes=[deed])], relations=[TERMS[1]])

        assert found == [
            (
                "events.json: meeting: outcomes[deed].participants[ieva].capacity: 'president' was "
                "held on 1995-02 by nobody, not by ieva"
            )
        ]

    @pytest.mark.parametrize(
        ("when", "part"),
        [
            pytest.param("2000-03-01", acting(), id="the day of the handover"),
            pytest.param("2000-03", acting(), id="a month within which it was handed over"),
            pytest.param("2000", acting(), id="a year within which it was handed over"),
            pytest.param("2000-02-29/2000-03-05", acting(), id="a span that begins in the term"),
            pytest.param("1994-12-31", acting("ieva"), id="a day before all holders are recorded"),
            pytest.param("1994/1996", acting("ieva"), id="a span that is partly before"),
            pytest.param(None, acting("ieva"), id="no date"),
            pytest.param("1996", acting("ieva", "minister"), id="an office of unknown holders"),
            pytest.param("1996", acting("council"), id="a body in a capacity"),
            pytest.param("1996", acting("minister"), id="an office in a second capacity"),
            pytest.param("1996", {"actor": "ieva", "role": "guest"}, id="no capacity"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str | None, part: Plain) -> None:
        """What may be right, and what is not known, is not reported."""
        assert told(tmp_path, "P101", events=[event(when, part)], relations=TERMS) == []

    def test_term_without_dates(self, tmp_path: Path) -> None:
        """A term without a date holds always."""
        always = [relation("ieva", "holds-office", "president", None)]
        fires = told(tmp_path, "P101", events=[event("2004", acting())], relations=always)
        silent = told(tmp_path, "P101", events=[event("2004", acting("ieva"))], relations=always)

        assert fires == [
            (
                "events.json: meeting: participants[jonas].capacity: 'president' was held on 2004 "
                "by ieva, not by jonas"
            )
        ]
        assert silent == []

    def test_provisions(self, tmp_path: Path) -> None:
        """A provision of a document says what is to be, not who acts on its day."""
        law: Plain = {"id": "law", "kind": "law", "title": WORDING, "adopted": "2004"}
        law["provisions"] = [outcome(None, acting())]

        assert told(tmp_path, "P101", documents=[law], relations=TERMS) == []


class TestCapacityOutsideTerm:
    """P102: who has terms in an office acts in it within one of them."""

    def test_fires(self, tmp_path: Path) -> None:
        """Somebody acts as minister between two terms, and no others are recorded."""
        terms = [
            relation("jonas", "holds-office", "minister", "1990/1992-05-01"),
            relation("jonas", "holds-office", "minister", "1996-04/.."),
        ]
        found = told(
            tmp_path,
            "P102",
            events=[event("1993-01-01", acting(capacity="minister"))],
            relations=terms,
        )

        assert found == [
            (
                "events.json: meeting: participants[jonas].capacity: 'minister' was held by jonas "
                "1990/1992-05-01 and 1996-04/.., not on 1993-01-01 "
                "(was there a further term? record it)"
            )
        ]

    @pytest.mark.parametrize(
        ("when", "term", "actor"),
        [
            pytest.param("1992-05-01", "1990/1992-05-01", "jonas", id="the last day"),
            pytest.param("1999-01-01", "1990/", "jonas", id="an end that nobody knows"),
            pytest.param("1990-01-01", "1990/1992", "jonas", id="the year in which it began"),
            pytest.param("1999-01-01", "1990/1992", "ieva", id="somebody without a term"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str, term: str, actor: str) -> None:
        """A day that may lie within a term is right, and without a term nothing is known."""
        found = told(
            tmp_path,
            "P102",
            events=[event(when, acting(actor, "minister"))],
            relations=[relation("jonas", "holds-office", "minister", term)],
        )

        assert found == []

    def test_covered_is_told_once(self, tmp_path: Path) -> None:
        """Where all holders are recorded, the other rule reports it."""
        assert told(tmp_path, "P102", events=[event("2004", acting())], relations=TERMS) == []


APPOINTED: Plain = {"actor": "jonas", "role": "appointee", "post": "minister"}


class TestAppointmentNotTheStart:
    """P103: an appointment and the term that it begins tell the same day."""

    def test_fires_on_a_term_that_the_event_began(self, tmp_path: Path) -> None:
        """The term that the event is said to begin starts a day later, even with a note."""
        term = relation("jonas", "holds-office", "minister", "1996-04-02?/1999", begun_by="meeting")
        found = told(
            tmp_path,
            "P103",
            events=[event("1996-04-01", APPOINTED | {"note": "an ambassador by rank"})],
            relations=[term],
        )

        assert found == [
            (
                "events.json: meeting: participants[jonas].post: 'minister' is given on "
                "1996-04-01, "
                "but the term of jonas is 1996-04-02?/1999 (jonas-holds-office-minister-1996)"
            )
        ]

    @pytest.mark.parametrize("when", ["1996-04-03", "1995-04-01"])
    def test_fires_on_another_term(self, tmp_path: Path, when: str) -> None:
        """A term begins the day before, or more than a year later."""
        term = relation("jonas", "holds-office", "minister", "1996-04-02/1999")
        deed = outcome(None, APPOINTED)
        found = told(tmp_path, "P103", events=[event(when, outcomes=[deed])], relations=[term])

        assert found == [
            (
                f"events.json: meeting: outcomes[deed].participants[jonas].post: 'minister' is "
                f"given "
                f"on {when}, but the term of jonas is 1996-04-02/1999 "
                "(jonas-holds-office-minister-1996)"
            )
        ]

    @pytest.mark.parametrize(
        ("when", "part", "term"),
        [
            pytest.param("1996-04-02?", {}, "1996-04-02/1999", id="the same day"),
            pytest.param("1996-04", {}, "1996-04-02/1999", id="the month in which it begins"),
            pytest.param("1996-04-02", {}, "1996/1999", id="the year in which it begins"),
            pytest.param("1996-04-02", {}, "[1996-01..1996-06]", id="a day within a reach"),
            pytest.param("1996-01-01", {}, "1996-04-02/1999", id="named some months before"),
            pytest.param("1997", {"note": "again"}, "1996/1999", id="a note says why"),
            pytest.param("1996", {}, "/1995", id="a start that nobody knows"),
            pytest.param("1996", {}, None, id="a term without a date"),
            pytest.param("1997", {"role": "appointer"}, "1996/1999", id="who appoints"),
            pytest.param("1997", {"post": "president"}, "1996/1999", id="another post"),
            pytest.param("1997", {"actor": "ieva"}, "1996/1999", id="another person"),
            pytest.param(None, {}, "1996/1999", id="no date"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str | None, part: Plain, term: str | None) -> None:
        """What agrees, or is not recorded on both sides, is not reported."""
        found = told(
            tmp_path,
            "P103",
            events=[event(when, APPOINTED | part)],
            relations=[relation("jonas", "holds-office", "minister", term)],
        )

        assert found == []

    def test_silent_without_a_post(self, tmp_path: Path) -> None:
        """Who is appointed to nothing in particular is not reported."""
        events = [event("1997", {"actor": "jonas", "role": "appointee"})]

        assert told(tmp_path, "P103", events=events, relations=TERMS) == []


class TestOverlappingTerms:
    """P104: two do not hold one office at a time."""

    def test_fires(self, tmp_path: Path) -> None:
        """A successor begins two days before the predecessor's last day."""
        terms = [
            relation("ieva", "holds-office", "president", "2000-02-28/.."),
            relation("jonas", "holds-office", "president", "1995-03-01/2000-03-01"),
        ]

        assert told(tmp_path, "P104", relations=terms) == [
            (
                "relations.json: ieva-holds-office-president-2000: when: '2000-02-28/..' overlaps "
                "the "
                "term of jonas in president: 1995-03-01/2000-03-01 "
                "(jonas-holds-office-president-1995)"
                " (mark one as acting, or add a note that says why)"
            )
        ]

    def test_fires_once_a_term(self, tmp_path: Path) -> None:
        """Each later term is told against the one that goes on longest."""
        terms = [
            relation("ieva", "holds-office", "president", "1995/2009"),
            relation("ieva", "holds-office", "president", "1999-01-01/1999-12-31"),
            relation("jonas", "holds-office", "president", "1997-01-01/1998-01-01"),
        ]
        found = told(tmp_path, "P104", relations=terms)

        assert [line.partition(" (mark")[0] for line in found] == [
            (
                "relations.json: ieva-holds-office-president-1999: when: '1999-01-01/1999-12-31' "
                "overlaps the term of ieva in president: 1995/2009 "
                "(ieva-holds-office-president-1995)"
            ),
            (
                "relations.json: jonas-holds-office-president-1997: when: '1997-01-01/1998-01-01' "
                "overlaps the term of ieva in president: 1995/2009 "
                "(ieva-holds-office-president-1995)"
            ),
        ]

    @pytest.mark.parametrize(
        ("first", "second", "fields", "office"),
        [
            pytest.param("1995-03-01/2000-03-01", "2000-03-01/..", {}, "president", id="a day"),
            pytest.param("1995/2000-03", "2000-03/..", {}, "president", id="a month"),
            pytest.param("1995/2000", "2000/..", {}, "president", id="a year"),
            pytest.param("1995/2000-03-20", "2000-03/..", {}, "president", id="mixed"),
            pytest.param("1995/", "2000/..", {}, "president", id="an end that nobody knows"),
            pytest.param("1995/2001", "2000/..", {"role": "acting"}, "president", id="acting"),
            pytest.param("1995/2001", "2000/..", {"note": "two seats"}, "president", id="noted"),
            pytest.param("1995/2001", "2000/..", {}, "council", id="no office"),
        ],
    )
    def test_silent(
        self, tmp_path: Path, first: str, second: str, fields: Plain, office: str
    ) -> None:
        """Terms may share the day, month or year in which they meet, and be acting or noted."""
        terms = [
            relation("ieva", "holds-office", office, second, **fields),
            relation("jonas", "holds-office", office, first),
        ]

        assert told(tmp_path, "P104", relations=terms) == []

    def test_silent_on_other_relations(self, tmp_path: Path) -> None:
        """Several may be members at a time."""
        members = [
            relation("coast", "member-of", "pact", "1990/.."),
            relation("hills", "member-of", "pact", "1990/.."),
        ]

        assert told(tmp_path, "P104", relations=members) == []


MEMBERSHIP = [relation("coast", "member-of", "pact", "2004-03-29/..")]
PARTS = [
    relation("battlegroup", "part-of", "force", None),
    relation("force", "part-of", "pact", None),
]
FRAMEWORK: Plain = {"actor": "coast", "role": "framework-nation"}
FOR_PACT: Plain = {"actor": "coast", "role": "participant", "on_behalf_of": "pact"}


class TestAllyBeforeAccession:
    """P105: a country acts as an Ally only while it is a member."""

    def test_fires_on_framework_nation(self, tmp_path: Path) -> None:
        """A country is a framework nation the day before its accession."""
        found = told(
            tmp_path, "P105", events=[event("2004-03-28", FRAMEWORK)], relations=MEMBERSHIP
        )

        assert found == [
            (
                "events.json: meeting: participants[coast]: 'coast' is a framework nation on "
                "2004-03-28, but is no member of pact then (it is one 2004-03-29/..)"
            )
        ]

    def test_fires_on_who_stands_for_the_alliance(self, tmp_path: Path) -> None:
        """A country that never joined acts for the alliance in an outcome."""
        deed = outcome(None, FOR_PACT | {"actor": "hills"})
        found = told(
            tmp_path, "P105", events=[event("2005", outcomes=[deed])], relations=MEMBERSHIP
        )

        assert found == [
            (
                "events.json: meeting: outcomes[deed].participants[hills]: 'hills' acts on 2005, "
                "but "
                "is no member of pact then"
            )
        ]

    def test_fires_on_relations(self, tmp_path: Path) -> None:
        """A country begins to lead a part of the alliance, or to frame a unit, too early."""
        ties = [
            relation("coast", "framework-nation-of", "battlegroup", "2003/.."),
            relation("hills", "framework-nation-of", "council", "2003/.."),
            relation("hills", "leads", "battlegroup", "1999-01-01/"),
        ]
        found = told(tmp_path, "P105", relations=[*MEMBERSHIP, *ties, *PARTS])

        assert found == [
            (
                "relations.json: coast-framework-nation-of-battlegroup-2003: when: '2003/..' "
                "begins "
                "while coast is no member of pact (it is one 2004-03-29/..)"
            ),
            (
                "relations.json: hills-framework-nation-of-council-2003: when: '2003/..' begins "
                "while "
                "hills is no member of pact"
            ),
            (
                "relations.json: hills-leads-battlegroup-1999: when: '1999-01-01/' begins while "
                "hills "
                "is no member of pact"
            ),
        ]

    @pytest.mark.parametrize(
        ("when", "part"),
        [
            pytest.param("2004-03-29", FRAMEWORK, id="the day of the accession"),
            pytest.param("2004", FRAMEWORK, id="the year of the accession"),
            pytest.param("2003", FRAMEWORK | {"note": "of another union"}, id="a note"),
            pytest.param("2003", FRAMEWORK | {"on_behalf_of": "union"}, id="for another body"),
            pytest.param("2003", FRAMEWORK | {"role": "contributor"}, id="a contributor"),
            pytest.param("2003", FRAMEWORK | {"actor": "council"}, id="no country"),
            pytest.param("1989", FOR_PACT | {"actor": "hills"}, id="before all are recorded"),
            pytest.param(None, FRAMEWORK, id="no date"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str | None, part: Plain) -> None:
        """What may be right, is noted, or is open to partners is not reported."""
        found = told(tmp_path, "P105", events=[event(when, part)], relations=MEMBERSHIP)

        assert found == []

    @pytest.mark.parametrize(
        "tie",
        [
            relation("coast", "framework-nation-of", "battlegroup", "2004/.."),
            relation("coast", "framework-nation-of", "battlegroup", "2003/..", note="planned"),
            relation("coast", "framework-nation-of", "battlegroup", None),
            relation("coast", "leads", "battlegroup", "/2003"),
            relation("coast", "leads", "council", "2003/.."),
            relation("jonas", "leads", "battlegroup", "2003/.."),
            relation("coast", "contributes-to", "battlegroup", "2003/.."),
        ],
        ids=["year", "note", "always", "no start", "no part", "no country", "contributes"],
    )
    def test_silent_on_relations(self, tmp_path: Path, tie: Plain) -> None:
        """A relation that may begin in time, is noted or tells nothing is not reported."""
        assert told(tmp_path, "P105", relations=[*MEMBERSHIP, tie, *PARTS]) == []

    def test_silent_without_alliance(self, tmp_path: Path) -> None:
        """Where no members are said to be recorded, a framework nation may be anyone."""
        group = [{"relation": "member-of", "object": "force", "period": "1990/2010"}]
        found = told(
            tmp_path,
            "P105",
            events=[event("2003", FRAMEWORK)],
            relations=MEMBERSHIP,
            coverage=group,
        )

        assert found == []


OLD: Plain = {"text": "Old Coast", "kind": "former", "when": "/2019-02"}


class TestLaterName:
    """P106: an actor is told under a name that it bore later."""

    def test_fires_once_an_event(self, tmp_path: Path) -> None:
        """The former name is told, for the actor itself or for whom it stands."""
        found = told(
            tmp_path,
            "P106",
            people=actors("coast", names=[OLD]),
            events=[
                event(
                    "2008-04",
                    {"actor": "jonas", "role": "speaker", "on_behalf_of": "coast"},
                    {"actor": "coast", "role": "subject"},
                )
            ],
        )

        assert found == [
            (
                "events.json: meeting: participants[jonas]: 'Coast' is a later name: on 2008-04 it "
                "was Old Coast (a note on the participation may say so)"
            )
        ]

    @pytest.mark.parametrize(
        ("when", "name", "part"),
        [
            pytest.param("2019-02-01", {}, {}, id="the month of the change"),
            pytest.param("2020", {}, {}, id="after the change"),
            pytest.param("2000", {"when": "2001/2019-02"}, {}, id="before the former name"),
            pytest.param("2008", {"kind": "by-name"}, {}, id="another name"),
            pytest.param("2008", {}, {"note": "then Old Coast"}, id="a note"),
            pytest.param("2008", {}, {"actor": "hills"}, id="another actor"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str, name: Plain, part: Plain) -> None:
        """A day that may be after the change, and a participation that says so, are right."""
        found = told(
            tmp_path,
            "P106",
            people=actors("coast", names=[OLD | name]),
            events=[event(when, {"actor": "coast", "role": "subject"} | part)],
        )

        assert found == []

    def test_silent_on_a_name_without_time(self, tmp_path: Path) -> None:
        """A former name that was borne at an unknown time tells nothing."""
        found = told(
            tmp_path,
            "P106",
            people=actors("coast", names=[{"text": "Old Coast", "kind": "former"}]),
            events=[event("2008", {"actor": "coast", "role": "subject"})],
        )

        assert found == []


class TestActsOutsideLife:
    """P107: a person acts only while alive."""

    @pytest.mark.parametrize("when", ["1930-01-01", "2008"])
    def test_fires_on_participations(self, tmp_path: Path, when: str) -> None:
        """Somebody speaks before birth, and after death."""
        found = told(
            tmp_path,
            "P107",
            people=actors("jonas", existed="1932-09-22/2007"),
            events=[event(when, {"actor": "jonas", "role": "speaker"})],
        )

        assert found == [
            (
                f"events.json: meeting: participants[jonas]: 'jonas' acts on {when}, but lived "
                "1932-09-22/2007"
            )
        ]

    @pytest.mark.parametrize(
        "when", ["1930/1950", "1990/2008-01", "1990/..", "2008/", "[2008-01..2009]"]
    )
    def test_fires_on_relations(self, tmp_path: Path, when: str) -> None:
        """A term begins before birth, goes on after death, or lies wholly outside."""
        found = told(
            tmp_path,
            "P107",
            people=actors("jonas", existed="1932-09-22/2007"),
            relations=[relation("jonas", "holds-office", "minister", when)],
        )

        name = f"jonas-holds-office-minister-{when.strip('[')[:4]}"
        assert found == [
            f"relations.json: {name}: when: {when!r} exceeds the life of jonas: 1932-09-22/2007"
        ]

    @pytest.mark.parametrize(
        ("when", "role", "existed"),
        [
            ("2007-12-31", "speaker", "1932/2007"),
            ("2008", "subject", "1932/2007"),
            ("2008", "recipient", "1932/2007"),
            ("2008", "speaker", "1932/.."),
            ("2008", "speaker", "1932/"),
            (None, "speaker", "1932/2007"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str | None, role: str, existed: str) -> None:
        """The year of death, a life of unknown end, and what is done to the dead are right."""
        found = told(
            tmp_path,
            "P107",
            people=actors("jonas", existed=existed),
            events=[event(when, {"actor": "jonas", "role": role})],
        )

        assert found == []

    @pytest.mark.parametrize(
        ("tie", "existed"),
        [
            (relation("jonas", "holds-office", "minister", "1990/2007"), "1932/2007"),
            (relation("jonas", "holds-office", "minister", "1990/"), "1932/2007"),
            (relation("jonas", "holds-office", "minister", "1990/.."), "1932/.."),
            (relation("jonas", "holds-office", "minister", "[2007..2009]"), "1932/2007"),
            (relation("jonas", "holds-office", "minister", None), "1932/2007"),
            (relation("jonas", "member-of", "council", "2008/.."), "1932/2007"),
            (relation("ieva", "holds-office", "minister", "2008/.."), "1932/2007"),
        ],
        ids=["year", "unknown end", "alive", "reach", "always", "member", "another"],
    )
    def test_silent_on_relations(self, tmp_path: Path, tie: Plain, existed: str) -> None:
        """A term that may end with the life is right."""
        people = actors("jonas", existed=existed)

        assert told(tmp_path, "P107", people=people, relations=[tie]) == []

    def test_silent_on_other_actors(self, tmp_path: Path) -> None:
        """The time of a body is the matter of other rules."""
        found = told(
            tmp_path,
            "P107",
            people=actors("council", existed="1990/2000"),
            events=[event("2008", {"actor": "council", "role": "adopter"})],
        )

        assert found == []


def test_shipped() -> None:
    """The shipped data have no finding above a note."""
    found = ltnato.check(select="people")

    assert [str(one) for one in found if one.severity != "note"] == []
