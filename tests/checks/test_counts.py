"""Rules on counts and derived values: each fires on a minimal fault, and not on its neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, Plain, dataset

if TYPE_CHECKING:
    from pathlib import Path

WORDING = {"en": "A", "lt": "Ą"}

ACTORS: list[Plain] = [
    {"id": identifier, "kind": kind, "name": {"en": name, "lt": name}}
    for identifier, kind, name in (
        ("alba", "country", "Alba"),
        ("blue", "party", "Blue Party"),
        ("borea", "country", "Borea"),
        ("coast", "country", "Coast"),
        ("council", "body", "Council"),
        ("first-unit", "unit", "First Unit"),
        ("force", "force", "Force"),
        ("jonas", "person", "Jonas"),
        ("pact", "organisation", "Pact"),
        ("president", "office", "President"),
        ("red", "party", "Red Party"),
        ("second-unit", "unit", "Second Unit"),
        ("seimas", "body", "Seimas"),
        ("three-states", "group", "Three States"),
    )
]

COVERAGE: list[Plain] = [{"relation": "member-of", "object": "pact", "period": "1990/2010"}]


def figure(value: float, unit: str, of: str | None = None, **fields: Any) -> Plain:
    """Give a figure."""
    return {"value": value, "unit": unit} | ({"of": of} if of else {}) | fields


def event(when: str | None, *figures: Plain, **fields: Any) -> Plain:
    """Give an event with figures."""
    base = {"id": "meeting", "category": "summit", "title": WORDING, "summary": WORDING}
    dated = {"when": when} if when else {}
    return base | dated | ({"figures": list(figures)} if figures else {}) | fields


def outcome(*figures: Plain, **fields: Any) -> Plain:
    """Give an outcome with figures."""
    base: Plain = {"id": "deed", "kind": "decision", "text": WORDING}
    return base | {"figures": list(figures)} | fields


def document(identifier: str, **fields: Any) -> Plain:
    """Give a document."""
    return {"id": identifier, "kind": "strategy", "title": WORDING} | fields


def parts(role: str, *names: str) -> list[Plain]:
    """Give participants in a role."""
    return [{"actor": name, "role": role} for name in names]


def relation(subject: str, kind: str, to: str, when: str | None, **fields: Any) -> Plain:
    """Give a relation."""
    dated = {"when": when} if when else {}
    name = f"{subject}-{kind}-{to}-{(when or 'ever').strip('./[')[:4]}"
    return {"id": name, "kind": kind, "subject": subject, "object": to} | dated | fields


def told(
    folder: Path,
    code: str,
    *events: Plain,
    coverage: list[Plain] | None = None,
    **tables: list[Plain],
) -> list[str]:
    """Write a small dataset, and give the findings of one rule as lines."""
    empty = ("places", "documents", "pledges", "relations", "observations", "sources")
    data = dataset(
        folder,
        INFO | {"coverage": COVERAGE if coverage is None else coverage, "redirects": []},
        actors=ACTORS,
        events=list(events),
        **dict.fromkeys((*empty, "discrepancies")) | tables,  # type: ignore[arg-type]
    )
    return [str(one) for one in ltnato.check(data, select=code)]


MEMBERS = [
    relation("alba", "member-of", "pact", "1990/.."),
    relation("borea", "member-of", "pact", "1995/2003-06"),
    relation("coast", "member-of", "pact", "2004-03-29/.."),
    relation("council", "member-of", "pact", "1990/.."),
]


class TestMembersDiffer:
    """C101: a stated number of members is that of the memberships."""

    def test_fires(self, tmp_path: Path) -> None:
        """A day has more members than the figure, and its countries are counted apart."""
        found = told(
            tmp_path,
            "C101",
            event("2004-03-29", figure(4, "members", "pact"), figure(3, "countries", "pact")),
            relations=MEMBERS,
        )

        assert found == [
            (
                "events.json: meeting: figures: 4 members of pact on 2004-03-29; the memberships "
                "make "
                "3"
            ),
            (
                "events.json: meeting: figures: 3 countries of pact on 2004-03-29; the memberships "
                "make 2"
            ),
        ]

    def test_fires_on_a_span(self, tmp_path: Path) -> None:
        """No day of a year that its figure names has so many."""
        deed = outcome(figure(5, "members", "pact", when="2003"))
        found = told(tmp_path, "C101", event("2009", outcomes=[deed]), relations=MEMBERS)

        assert found == [
            (
                "events.json: meeting: outcomes[deed].figures: 5 members of pact on 2003; "
                "the memberships make 2 to 3"
            )
        ]

    def test_fires_on_lasting_members(self, tmp_path: Path) -> None:
        """Members without dates are counted at all times, even without a date."""
        lasting = [relation(one, "member-of", "three-states", None) for one in ("alba", "coast")]
        found = told(
            tmp_path, "C101", event(None, figure(3, "countries", "three-states")), relations=lasting
        )

        assert found == [
            "events.json: meeting: figures: 3 countries of three-states; the memberships make 2"
        ]

    @pytest.mark.parametrize(
        ("when", "one"),
        [
            pytest.param("2004-03-29", figure(3, "members", "pact"), id="the day"),
            pytest.param("2004-03-28", figure(2, "members", "pact"), id="the day before"),
            pytest.param("2004", figure(2, "members", "pact"), id="a year, before"),
            pytest.param("2004", figure(3, "members", "pact"), id="a year, after"),
            pytest.param("2003-06-15", figure(2, "members", "pact"), id="perhaps gone"),
            pytest.param("2003-06-15", figure(3, "members", "pact"), id="perhaps not yet gone"),
            pytest.param("2004-04", figure(9, "members", "pact", bound="about"), id="about"),
            pytest.param("2004-04", figure(2, "members", "pact", bound="at-least"), id="at least"),
            pytest.param("2004-04", figure(9, "members", "pact", bound="at-most"), id="at most"),
            pytest.param("2004-04", figure(9, "members", "pact", bound="up-to"), id="up to"),
            pytest.param("1989", figure(9, "members", "pact"), id="before the coverage"),
            pytest.param("1989/1991", figure(9, "members", "pact"), id="partly before"),
            pytest.param(None, figure(9, "members", "pact"), id="no date"),
            pytest.param("2004", figure(9, "members", "seimas"), id="members unknown"),
            pytest.param("2004", figure(9, "members"), id="of nothing"),
            pytest.param("2004", figure(9, "people", "pact"), id="another unit"),
        ],
    )
    def test_silent(self, tmp_path: Path, when: str | None, one: Plain) -> None:
        """A number that some day of the date has, or that nobody can count, is right."""
        assert told(tmp_path, "C101", event(when, one), relations=MEMBERS) == []

    @pytest.mark.parametrize("value", [1, 2])
    def test_last_day(self, tmp_path: Path, value: int) -> None:
        """On the day on which one leaves, it counts or does not."""
        members = [
            relation("alba", "member-of", "pact", "1990/.."),
            relation("coast", "member-of", "pact", "1990/2004-03-29"),
        ]
        one = event("2004-03-29", figure(value, "members", "pact"))

        assert told(tmp_path, "C101", one, relations=members) == []

    @pytest.mark.parametrize(("bound", "value"), [("at-least", 4), ("at-most", 2), ("up-to", 2)])
    def test_bounds(self, tmp_path: Path, bound: str, value: int) -> None:
        """A bound that the memberships break is reported."""
        one = event("2004-04", figure(value, "members", "pact", bound=bound))

        assert told(tmp_path, "C101", one, relations=MEMBERS) == [
            (
                f"events.json: meeting: figures: {value} members of pact on 2004-04; "
                "the memberships make 3"
            )
        ]

    def test_one_lasting_member(self, tmp_path: Path) -> None:
        """A single member without a date is no list of all."""
        lone = [relation("alba", "member-of", "three-states", None)]
        one = event("2004", figure(3, "countries", "three-states"))

        assert told(tmp_path, "C101", one, relations=lone) == []


def numbered(*rows: tuple[str, str | None, int | None], **fields: Any) -> list[Plain]:
    """Give memberships of the pact: country, time and number."""
    return [
        relation(
            who, "member-of", "pact", when, **({"ordinal": number} if number else {}), **fields
        )
        for who, when, number in sorted(rows)
    ]


class TestNumberOutOfOrder:
    """C102: members are numbered as they came."""

    def test_fires_on_a_double(self, tmp_path: Path) -> None:
        """Two have one number."""
        rows = numbered(("alba", "1990/..", 1), ("borea", "1995/..", 1))

        assert told(tmp_path, "C102", relations=rows) == [
            (
                "relations.json: borea-member-of-pact-1995: ordinal: 1 is also the number of alba "
                "in "
                "pact (alba-member-of-pact-1990)"
            )
        ]

    def test_fires_on_the_order(self, tmp_path: Path) -> None:
        """The third came before the first, whatever is known of the second."""
        rows = numbered(("alba", "1995/..", 1), ("borea", None, 2), ("coast", "1994/..", 3))

        assert told(tmp_path, "C102", relations=rows) == [
            (
                "relations.json: coast-member-of-pact-1994: ordinal: 3 is against the order of "
                "time: "
                "alba, number 1 in pact, came later (1995/..)"
            )
        ]

    def test_fires_on_a_gap(self, tmp_path: Path) -> None:
        """The second of those whom the data cover whole has the number three."""
        rows = numbered(("alba", "1990/..", 1), ("borea", "1995/..", 3))

        assert told(tmp_path, "C102", relations=rows) == [
            (
                "relations.json: borea-member-of-pact-1995: ordinal: 3 leaves a gap in pact: "
                "before it "
                "comes 1 (alba-member-of-pact-1990)"
            )
        ]

    @pytest.mark.parametrize(
        "rows",
        [
            pytest.param([("alba", "1990/..", 1), ("borea", "1990/..", 2)], id="the same day"),
            pytest.param([("alba", "1990/..", 2), ("borea", "1990-05/..", 1)], id="may be right"),
            pytest.param([("alba", "1989/..", 1), ("borea", "1995/..", 3)], id="not covered"),
            pytest.param(
                [("alba", "1990/..", 1), ("borea", "1995/..", 3), ("coast", "1992/..", None)],
                id="one without a number",
            ),
            pytest.param([("alba", "[1990..1991]", 1), ("borea", "1990-02/..", 2)], id="a reach"),
            pytest.param([("alba", "1990/1992", 1), ("alba", "1996/..", 1)], id="a second term"),
            pytest.param(
                [("alba", "1990/1992", 1), ("alba", "1999/..", 1), ("borea", "1995/..", 2)],
                id="back after the second",
            ),
            pytest.param([("alba", "1990/..", None)], id="no numbers"),
        ],
    )
    def test_silent(self, tmp_path: Path, rows: list[tuple[str, str | None, int | None]]) -> None:
        """Numbers that may be in the order of time, and gaps that may be filled, are right."""
        assert told(tmp_path, "C102", relations=numbered(*rows)) == []

    def test_offices(self, tmp_path: Path) -> None:
        """Holders are numbered too; who was only acting has no number."""
        terms = [
            relation("alba", "hosts", "president", "1998/..", ordinal=1),
            relation("coast", "hosts", "president", "1990/..", ordinal=2),
            relation("jonas", "holds-office", "president", "1990/1995", ordinal=1),
            relation("red", "holds-office", "president", "1995/1996", role="acting"),
            relation("seimas", "holds-office", "president", "1996/..", ordinal=3),
        ]
        covered = [{"relation": "holds-office", "object": "president", "period": "1990/2010"}]

        assert told(tmp_path, "C102", relations=terms, coverage=covered) == [
            (
                "relations.json: seimas-holds-office-president-1996: ordinal: 3 leaves a gap in "
                "president: before it comes 1 (jonas-holds-office-president-1990)"
            )
        ]
        assert told(tmp_path, "C102", relations=terms) == []


class TestRoleCountDiffers:
    """C103: a figure of those in a role is the number of actors in it."""

    def test_fires(self, tmp_path: Path) -> None:
        """Seven invitees are stated, and six stand there."""
        deed = outcome(
            figure(3, "countries", "invitee"), participants=parts("invitee", "alba", "coast")
        )

        assert told(tmp_path, "C103", event("2002", outcomes=[deed])) == [
            (
                "events.json: meeting: outcomes[deed].figures: 3 countries are stated as invitee; "
                "2 stand there in that role"
            )
        ]

    def test_fires_on_the_event_and_on_nobody(self, tmp_path: Path) -> None:
        """An outcome without anyone in the role counts its event; none at all is a fault."""
        deed = outcome(figure(2, "countries", "host"), figure(1, "people", "witness"))
        one = event("2002", outcomes=[deed], participants=parts("host", "alba", "jonas"))

        assert told(tmp_path, "C103", one) == [
            (
                "events.json: meeting: outcomes[deed].figures: 2 countries are stated as host; "
                "1 stands there in that role"
            ),
            (
                "events.json: meeting: outcomes[deed].figures: 1 people are stated as witness; "
                "none stand there in that role"
            ),
        ]

    def test_fires_on_a_provision(self, tmp_path: Path) -> None:
        """The provisions of a document have figures too."""
        clause = outcome(figure(2, "countries", "invitee"), participants=parts("invitee", "alba"))

        assert told(tmp_path, "C103", documents=[document("paper", provisions=[clause])]) == [
            (
                "documents.json: paper: provisions[deed].figures: 2 countries are stated as "
                "invitee; "
                "1 stands there in that role"
            )
        ]

    @pytest.mark.parametrize(
        ("one", "participants"),
        [
            pytest.param(
                figure(2, "countries", "guest"),
                parts("guest", "alba", "coast", "coast", "jonas"),
                id="distinct countries",
            ),
            pytest.param(
                figure(2, "countries", "guest"),
                [*parts("guest", "alba"), {**parts("guest", "jonas")[0], "on_behalf_of": "coast"}],
                id="a person for a country",
            ),
            pytest.param(
                figure(2, "parties", "guest"), parts("guest", "blue", "red", "jonas"), id="parties"
            ),
            pytest.param(
                figure(2, "people", "guest"),
                parts("guest", "president", "jonas", "red"),
                id="people and offices",
            ),
            pytest.param(
                figure(2, "members", "guest"), parts("guest", "blue", "jonas"), id="any unit"
            ),
            pytest.param(
                figure(7, "countries", "guest"), parts("guest", "alba", "three-states"), id="group"
            ),
            pytest.param(
                figure(7, "countries", "guest", bound="about"), parts("guest", "alba"), id="about"
            ),
            pytest.param(figure(7, "countries", "pact"), parts("guest", "alba"), id="an actor"),
        ],
    )
    def test_silent(self, tmp_path: Path, one: Plain, participants: list[Plain]) -> None:
        """The actors that a unit counts make the number, or it can not be counted."""
        assert told(tmp_path, "C103", event("2002", one, participants=participants)) == []

    def test_relations(self, tmp_path: Path) -> None:
        """A relation has nobody in a role."""
        tie = relation("alba", "leads", "force", "2004", figures=[figure(2, "countries", "host")])

        assert told(tmp_path, "C103", relations=[tie]) == []


UNITS = [
    relation("first-unit", "part-of", "force", "2015-09-01/.."),
    relation("second-unit", "part-of", "force", "2016/.."),
]


def strategy(*names: str, **fields: Any) -> Plain:
    """Give a strategy with provisions."""
    clauses = [{"id": name, "kind": "aim", "text": WORDING} for name in names]
    return document("strategy", **({"provisions": clauses} if clauses else {}), **fields)


class TestListLengthDiffers:
    """C104: a list whose length is stated has it."""

    @pytest.mark.parametrize(
        ("unit", "names"),
        [
            ("pillars", ("pillar-of-state", "pillar-two")),
            ("initiatives", ("an-initiative", "initiative-b")),
        ],
    )
    def test_fires_on_provisions(self, tmp_path: Path, unit: str, names: tuple[str, ...]) -> None:
        """Three pillars are stated, and the strategy has two."""
        one = event("2021", figure(3, unit, "strategy"))

        assert told(tmp_path, "C104", one, documents=[strategy("other", *names)]) == [
            (
                f"events.json: meeting: figures: 3 {unit} are stated; 2 provisions of strategy are "
                "called so"
            )
        ]

    def test_fires_on_a_documents_own_figure(self, tmp_path: Path) -> None:
        """A provision that counts the pillars of its own document counts them right."""
        paper = strategy("pillar-one", "pillar-two")
        paper["provisions"].append(outcome(figure(3, "pillars")))

        assert told(tmp_path, "C104", documents=[paper]) == [
            (
                "documents.json: strategy: provisions[deed].figures: 3 pillars are stated; "
                "2 provisions of strategy are called so"
            )
        ]

    def test_fires_on_parties(self, tmp_path: Path) -> None:
        """An agreement of three parties names two, and a country that is none."""
        one = event("2012", figure(3, "parties", "strategy"))
        paper = strategy(parties=["alba", "blue", "red"])

        assert told(tmp_path, "C104", one, documents=[paper]) == [
            "events.json: meeting: figures: 3 parties are stated; 2 are parties of strategy"
        ]

    def test_fires_on_signatories(self, tmp_path: Path) -> None:
        """Three parties are stated, and two sign beside a person and a decliner."""
        signed = [*parts("signatory", "blue", "red", "jonas"), *parts("decliner", "council")]
        wrong, right = (
            event("2012", figure(value, "parties"), participants=signed) for value in (3, 2)
        )

        assert told(tmp_path, "C104", wrong) == [
            "events.json: meeting: figures: 3 parties are stated; 2 sign there"
        ]
        assert told(tmp_path, "C104", right) == []

    def test_fires_on_documents(self, tmp_path: Path) -> None:
        """An outcome signs two documents of three, and refers to a third."""
        uses = [
            {"document": "first", "act": "signs"},
            {"document": "second", "act": "signs"},
            {"document": "third", "act": "refers-to"},
        ]
        papers = [document(one) for one in ("first", "second", "third")]
        four, three, two = (
            event("2003", outcomes=[outcome(figure(value, "documents"), documents=uses)])
            for value in (4, 3, 2)
        )

        assert told(tmp_path, "C104", four, documents=papers) == [
            (
                "events.json: meeting: outcomes[deed].figures: 4 documents are stated; 1 to 3 are "
                "listed there"
            )
        ]
        assert told(tmp_path, "C104", three, documents=papers) == []
        assert told(tmp_path, "C104", two, documents=papers) == []

    @pytest.mark.parametrize("when", ["2017-01-01", "2014"])
    def test_fires_on_parts(self, tmp_path: Path, when: str) -> None:
        """Six headquarters are stated, and the force never has more than two."""
        one = event(when, figure(6, "headquarters", "force"))
        count = "2" if when > "2016" else "1 to 2"

        assert told(tmp_path, "C104", one, relations=UNITS) == [
            (
                f"events.json: meeting: figures: 6 headquarters are stated; {count} are recorded "
                f"as "
                "parts of force"
            )
        ]

    @pytest.mark.parametrize(
        ("when", "value"),
        [
            pytest.param("2015-10", 1, id="one of them began"),
            pytest.param("2016-05", 1, id="perhaps not yet"),
            pytest.param("2016-05", 2, id="perhaps already"),
            pytest.param("2014", 2, id="decided before they began"),
            pytest.param(None, 2, id="no date"),
        ],
    )
    def test_parts(self, tmp_path: Path, when: str | None, value: int) -> None:
        """Parts count on a day of the date, and later where there are none yet."""
        one = event(when, figure(value, "battlegroups", "force"))

        assert told(tmp_path, "C104", one, relations=UNITS) == []

    @pytest.mark.parametrize(
        "one",
        [
            pytest.param(figure(3, "pillars", "strategy"), id="a document that names none"),
            pytest.param(figure(3, "pillars"), id="pillars of nothing"),
            pytest.param(figure(3, "pillars", "force"), id="pillars of an actor"),
            pytest.param(figure(3, "parties"), id="parties of nothing"),
            pytest.param(figure(3, "countries", "strategy"), id="one party is no list"),
            pytest.param(figure(3, "documents"), id="the documents of an event"),
            pytest.param(figure(3, "headquarters"), id="headquarters of nothing"),
            pytest.param(figure(3, "headquarters", "council"), id="no parts recorded"),
            pytest.param(figure(3, "headquarters", "pact"), id="parts of an organisation"),
            pytest.param(figure(3, "troops", "force"), id="a unit without a list"),
        ],
    )
    def test_silent(self, tmp_path: Path, one: Plain) -> None:
        """What is no list of several is not counted."""
        uses = [{"document": "strategy", "act": act} for act in ("signs", "sends")]
        found = told(
            tmp_path,
            "C104",
            event("2017", one, documents=uses),
            documents=[strategy("pillar-one", parties=["alba", "blue"])],
            relations=[
                *(relation(part, "part-of", "pact", "2015/..") for part in ("council", "force"))
            ],
        )

        assert found == []

    def test_relations(self, tmp_path: Path) -> None:
        """A relation may have a figure of nothing in particular."""
        tie = relation("alba", "leads", "force", "2004", figures=[figure(2, "pillars")])

        assert told(tmp_path, "C104", relations=[tie]) == []


def anniversary(when: str | None, *years: int, **fields: Any) -> Plain:
    """Give an anniversary of the meeting."""
    figures = [figure(each, "years") for each in years]
    links = [{"event": "meeting", "kind": "marks"}]
    other: Plain = {"id": "feast", "category": "anniversary", "links": links}
    return event(when, *figures) | other | fields


class TestAnniversaryOfAnotherYear:
    """C105: an anniversary falls as many years later as it states."""

    def test_fires(self, tmp_path: Path) -> None:
        """The tenth anniversary is held after eleven years."""
        found = told(tmp_path, "C105", event("2004-03-29"), anniversary("2015-03-29", 10))

        assert found == [
            (
                "events.json: feast: figures: 10 years are stated; from meeting (2004-03-29) to "
                "2015-03-29 it is 11"
            )
        ]

    def test_fires_on_spans(self, tmp_path: Path) -> None:
        """Between two spans lie more years than one, and another number is stated."""
        found = told(tmp_path, "C105", event("2004/2005"), anniversary("2015", 9))

        assert found == [
            (
                "events.json: feast: figures: 9 years are stated; from meeting (2004/2005) to "
                "2015 it "
                "is 10 to 11"
            )
        ]

    @pytest.mark.parametrize(
        ("marked", "feast"),
        [
            pytest.param("2004-03-29", anniversary("2014-03-29", 10), id="the day"),
            pytest.param("2004-03-29", anniversary("2014-04-03", 10), id="days after"),
            pytest.param("2004-03-29", anniversary("2014", 10), id="a year"),
            pytest.param("2004-03-29", anniversary("2014"), id="no years"),
            pytest.param("2004-03-29", anniversary(None, 99), id="no date"),
            pytest.param("2004/", anniversary("2014", 99), id="an end that nobody knows"),
            pytest.param(None, anniversary("2014", 99), id="marks an undated event"),
            pytest.param("2004", anniversary("2014", 99, category="summit"), id="a summit"),
            pytest.param("2004", anniversary("2014", 99, links=[]), id="marks nothing"),
            pytest.param(
                "2004",
                anniversary("2014", 99, links=[{"event": "meeting", "kind": "follows"}]),
                id="follows",
            ),
        ],
    )
    def test_silent(self, tmp_path: Path, marked: str | None, feast: Plain) -> None:
        """The right years are right, and unknown ones are not counted."""
        assert told(tmp_path, "C105", event(marked), feast) == []

    def test_marks_two(self, tmp_path: Path) -> None:
        """The years may count from any of the events that it marks."""
        older = event("1949-04-04") | {"id": "older"}
        links = [{"event": one, "kind": "marks"} for one in ("meeting", "older")]
        feast = anniversary("2019-04-04", 70, links=links)

        assert told(tmp_path, "C105", event("2004-03-29"), older, feast) == []


class TestAnniversaryOnAnotherDay:
    """C106: an anniversary has the day and month of what it marks."""

    def test_fires(self, tmp_path: Path) -> None:
        """The tenth anniversary is dated a day early."""
        found = told(tmp_path, "C106", event("2004-03-29"), anniversary("2014-03-28", 10))

        assert found == [
            (
                "events.json: feast: when: '2014-03-28' is not the day: 10 years after meeting it "
                "was "
                "2014-03-29 (what is held near the day states no years of its own)"
            )
        ]

    @pytest.mark.parametrize(
        ("marked", "feast"),
        [
            pytest.param("2004-03-29", anniversary("2014-03-29", 10), id="the day"),
            pytest.param("2004-02-29", anniversary("2014-02-28", 10), id="no leap year"),
            pytest.param("2004-03-29", anniversary("2014-03-28"), id="held near the day"),
            pytest.param("2004-03-29", anniversary("2014-03-28", 11), id="another year"),
            pytest.param("2004-03-29", anniversary("2014-04", 10), id="a month"),
            pytest.param("2004-03", anniversary("2014-04-01", 10), id="marks a month"),
        ],
    )
    def test_silent(self, tmp_path: Path, marked: str, feast: Plain) -> None:
        """The day itself, and what is not known to the day, is right."""
        assert told(tmp_path, "C106", event(marked), feast) == []


SIZE = event("2016", figure(141, "members", "seimas")) | {"id": "count"}


class TestMoreVotesThanMembers:
    """C107: a body casts no more votes than it has members."""

    def test_fires(self, tmp_path: Path) -> None:
        """Votes for, against and abstentions make more than the members of the adopter."""
        vote = event(
            "2004",
            figure(100, "votes-for"),
            figure(40, "votes-against", bound="at-least"),
            figure(2, "abstentions"),
            participants=parts("adopter", "seimas", "council"),
        )

        assert told(tmp_path, "C107", vote, SIZE) == [
            "events.json: meeting: figures: 142 votes are cast, more than the 141 members of seimas"
        ]

    def test_fires_on_the_body_of_the_figure(self, tmp_path: Path) -> None:
        """A figure may say whose votes it counts, in an outcome and in a relation."""
        one = figure(142, "votes-for", "seimas")
        vote = event("2004", outcomes=[outcome(one)])
        tie = relation("alba", "leads", "force", "2004", figures=[one])

        assert told(tmp_path, "C107", vote, SIZE, relations=[tie]) == [
            (
                "events.json: meeting: outcomes[deed].figures: 142 votes are cast, more than the "
                "141 "
                "members of seimas"
            ),
            (
                "relations.json: alba-leads-force-2004: figures: 142 votes are cast, more than "
                "the 141 "
                "members of seimas"
            ),
        ]

    @pytest.mark.parametrize(
        ("figures", "role", "actor"),
        [
            pytest.param([figure(141, "votes-for")], "ratifier", "seimas", id="all members"),
            pytest.param(
                [figure(100, "votes-for"), figure(90, "votes-for")], "adopter", "seimas", id="twice"
            ),
            pytest.param(
                [figure(150, "votes-for", bound="up-to")], "adopter", "seimas", id="a bound"
            ),
            pytest.param([figure(150, "votes-for")], "adopter", "council", id="unknown size"),
            pytest.param([figure(150, "votes-for")], "speaker", "seimas", id="no voter"),
        ],
    )
    def test_silent(self, tmp_path: Path, figures: list[Plain], role: str, actor: str) -> None:
        """Votes within the members, of several ballots, or of an unknown body are right."""
        vote = event("2004", *figures, participants=parts(role, actor))

        assert told(tmp_path, "C107", vote, SIZE) == []

    def test_silent_on_a_least_size(self, tmp_path: Path) -> None:
        """A body of at least so many members may have more; a document and a relation vote not."""
        size = event("2016", figure(141, "members", "seimas", bound="at-least")) | {"id": "count"}
        vote = event("2004", figure(150, "votes-for"), participants=parts("adopter", "seimas"))
        paper = strategy()
        paper["provisions"] = [outcome(figure(150, "votes-for"))]
        tie = relation("alba", "leads", "force", "2004", figures=[figure(150, "votes-for")])

        assert told(tmp_path, "C107", vote, size, documents=[paper], relations=[tie]) == []


def pledge(value: float | None, unit: str | None, **fields: Any) -> Plain:
    """Give a pledge of a share."""
    base: Plain = {
        "id": "pledge",
        "document": "strategy",
        "kind": "level",
        "indicator": "equipment-expenditure-share",
        "text": WORDING,
    }
    stated = {"value": value, "unit": unit}
    return base | {name: one for name, one in stated.items() if one is not None} | fields


def observed(identifier: str, value: float = 1, **fields: Any) -> Plain:
    """Give an observation."""
    base: Plain = {
        "id": identifier,
        "indicator": "defence-expenditure-share",
        "actor": "alba",
        "year": 2008,
        "value": value,
        "unit": "percent-of-gdp",
        "edition": "2009",
    }
    return base | fields


class TestValueOutOfRange:
    """C108: values lie where they can."""

    @pytest.mark.parametrize(
        ("one", "message"),
        [
            (figure(120, "percent-of-gdp"), "120 percent-of-gdp; it can only be 0 to 100"),
            (figure(-0.5, "percent-of-gdp"), "-0.5 percent-of-gdp; it can only be 0 to 100"),
            (figure(25, "hours-per-day"), "25 hours-per-day; it can only be 0 to 24"),
            (figure(8, "days-per-week"), "8 days-per-week; it can only be 0 to 7"),
            (figure(-1, "votes-for"), "-1 votes-for; it can only be 0 or more"),
        ],
    )
    def test_fires_on_figures(self, tmp_path: Path, one: Plain, message: str) -> None:
        """A figure that nothing can have is reported."""
        assert told(tmp_path, "C108", event("2008", one)) == [
            f"events.json: meeting: figures: {message}"
        ]

    @pytest.mark.parametrize(
        "one",
        [
            figure(100, "percent-of-gdp"),
            figure(0, "votes-against"),
            figure(24, "hours-per-day"),
            figure(-30, "percent"),
            figure(250, "percent"),
        ],
        ids=str,
    )
    def test_silent_on_figures(self, tmp_path: Path, one: Plain) -> None:
        """The ends of a range are right, and a growth in per cent may be anything."""
        assert told(tmp_path, "C108", event("2008", one)) == []

    def test_fires_on_pledges_and_observations(self, tmp_path: Path) -> None:
        """A share of anything is between 0 and 100."""
        found = told(
            tmp_path,
            "C108",
            documents=[strategy()],
            pledges=[pledge(200, "percent")],
            observations=[observed("seen", 111)],
        )

        assert found == [
            "observations.json: seen: value: 111 percent-of-gdp; it can only be 0 to 100",
            "pledges.json: pledge: value: 200 percent; it can only be 0 to 100",
        ]

    @pytest.mark.parametrize(
        "one",
        [
            pledge(20, "percent"),
            pledge(None, "percent"),
            pledge(200, None),
            pledge(200, "percent", kind="growth"),
            pledge(200, "percent", indicator="defence-expenditure"),
        ],
        ids=["share", "no value", "no unit", "growth", "no share"],
    )
    def test_silent_on_pledges(self, tmp_path: Path, one: Plain) -> None:
        """A promised growth may be of any size, and what has no measure is not checked."""
        found = told(
            tmp_path,
            "C108",
            documents=[strategy()],
            pledges=[one],
            observations=[observed("seen", 2.5)],
        )

        assert found == []


class TestObservedTwice:
    """C109: an edition has one value a year, indicator and actor."""

    def test_fires(self, tmp_path: Path) -> None:
        """Two further values of the same edition are told against the first."""
        seen = [observed("a-first"), observed("b-second", 2), observed("c-third", 3)]

        assert told(tmp_path, "C109", observations=seen) == [
            (
                "observations.json: b-second: edition: '2009' gives alba a second value of 2008, "
                "beside a-first"
            ),
            (
                "observations.json: c-third: edition: '2009' gives alba a second value of 2008, "
                "beside a-first"
            ),
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"edition": "2010"},
            {"year": 2009},
            {"actor": "coast"},
            {"indicator": "equipment-expenditure-share"},
        ],
        ids=["edition", "year", "actor", "indicator"],
    )
    def test_silent(self, tmp_path: Path, fields: Plain) -> None:
        """Another edition, year, actor or indicator has a value of its own."""
        seen = [observed("a-first"), observed("b-second") | fields]

        assert told(tmp_path, "C109", observations=seen) == []


def test_shipped() -> None:
    """The shipped data have no finding above a note."""
    found = ltnato.check(select="counts")

    assert [str(one) for one in found if one.severity != "note"] == []
