"""What the queries about actors, places, documents and the other tables find."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

import builders
from builders import INFO, TABLES
from ltnato import (
    InvalidPeriodError,
    InvalidQueryError,
    OutsideCoverageError,
    Period,
    RelationKind,
    UnknownRecordError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

SHARE = {
    "indicator": "defence-expenditure-share",
    "actor": "latvia",
    "unit": "percent-of-gdp",
    "edition": "2009-12",
}
OBSERVATIONS = [
    *TABLES["observations"],
    SHARE | {"id": "latvia-share-2007", "year": 2007, "value": 1.5},
    SHARE | {"id": "latvia-share-2009", "year": 2009, "value": 1.2},
    SHARE
    | {"id": "latvia-spending-2009", "year": 2009, "value": 3}
    | {"indicator": "defence-expenditure"},
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset, with some more observations."""
    return builders.dataset(tmp_path_factory.mktemp("listings"), observations=OBSERVATIONS)


class TestActors:
    """Actors by kind and text."""

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"kind": "country"}, ("latvia", "lithuania")),
            ({"kind": ["programme", "group"]}, ("amber-group", "pact-readiness-programme")),
            ({"kind": "party"}, ()),
            ({"text": "azhuolas"}, ("azuolas-simkunas",)),
            ({"text": "SIMKUN"}, ("azuolas-simkunas", "ieva-simkuniene")),
            ({"text": "lietuvos pasiuntinys"}, ("envoy-of-lithuania-to-the-pact",)),
            ({"text": "lithuania", "kind": "country"}, ("lithuania",)),
        ],
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """Both filters must hold; a text is sought in all names of both languages."""
        assert data.actors(**filters).ids == expected

    def test_all(self, data: Dataset) -> None:
        """Without a filter all come, by identifier."""
        ids = data.actors().ids
        assert len(ids) == len(TABLES["actors"])
        assert list(ids) == sorted(ids)

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"kind": "countries"}, InvalidQueryError),
            ({"kind": []}, InvalidQueryError),
            ({"text": ""}, InvalidQueryError),
            ({"text": 5}, TypeError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """A word that is no kind, an empty text and a number are refused."""
        with pytest.raises(error):
            data.actors(**filters)


class TestPlaces:
    """Places by kind and by what they lie in."""

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, ("baltic-coast", "klaipeda", "riga", "riga-castle", "vilnius")),
            ({"kind": "city"}, ("klaipeda", "riga", "vilnius")),
            ({"within": "latvia"}, ("riga", "riga-castle")),
            ({"within": "Ryga"}, ("riga", "riga-castle")),
            ({"within": "baltic-coast"}, ("baltic-coast", "klaipeda")),
            ({"within": ["riga-castle", "LT"], "kind": "city"}, ("klaipeda", "vilnius")),
        ],
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """A place lies within itself, within what that lies in, and in a country."""
        assert data.places(**filters).ids == expected

    def test_refused(self, data: Dataset) -> None:
        """A body is nothing that a place lies in, and a word must be a kind."""
        with pytest.raises(UnknownRecordError, match="no place or country is named 'seimas'"):
            data.places(within="seimas")
        with pytest.raises(InvalidQueryError, match="no kind"):
            data.places(kind="village")


class TestDocuments:
    """Documents by what they are, and when."""

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (
                {},
                (
                    "amber-charter",
                    "riga-pledge",
                    "instrument-of-accession",
                    "letter-of-application",
                ),
            ),
            ({"kind": "treaty"}, ("amber-charter",)),
            (
                {"kind": ["letter", "instrument"]},
                (
                    "instrument-of-accession",
                    "letter-of-application",
                ),
            ),
            ({"actor": "Latvia"}, ("amber-charter",)),
            ({"actor": ["amber-pact", "lithuania"]}, ("amber-charter", "riga-pledge")),
            ({"since": "1999-04-25"}, ("riga-pledge", "instrument-of-accession")),
            ({"until": "1999-04-24"}, ("amber-charter",)),
            ({"since": "2004-03-31", "until": "2004"}, ("instrument-of-accession",)),
            ({"in_force": "1949-08-23"}, ()),
            ({"in_force": "1949-08-24"}, ("amber-charter",)),
            ({"in_force": "2008"}, ("amber-charter", "riga-pledge")),
            ({"in_force": Period("2009")}, ("amber-charter",)),
            ({"in_force": date(1999, 1, 1)}, ("amber-charter", "riga-pledge")),
            ({"source": "amber-charter-text/art. 5"}, ("amber-charter",)),
            ({"source": "pact-archive"}, ("riga-pledge",)),
            ({"text": "isipareigojimas"}, ("riga-pledge",)),
            ({"text": "attack on all"}, ("amber-charter",)),
            ({"text": "ap/1949"}, ("amber-charter",)),
            ({"text": "prisijungimo raštas"}, ("instrument-of-accession",)),
            ({"text": "riga", "kind": "declaration"}, ("riga-pledge",)),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """All filters must hold, by order of adoption; in force is what its own text states."""
        assert data.documents(**filters).ids == expected

    def test_source_of_a_provision(self, tmp_path: Path) -> None:
        """A source that a provision alone cites is a source of the document."""
        provision = {
            "id": "aid",
            "kind": "aim",
            "text": {"en": "Aid", "lt": "Pagalba"},
            "citations": [{"source": "vilnius-daily"}],
        }
        documents = builders.changed("documents", "amber-charter", provisions=[provision])
        data = builders.dataset(tmp_path, documents=documents)
        assert data.documents(source="vilnius-daily").ids == ("amber-charter",)

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"kind": "treaties"}, InvalidQueryError),
            ({"text": " "}, InvalidQueryError),
            ({"since": "2005", "until": "2004"}, InvalidQueryError),
            ({"in_force": "always"}, InvalidPeriodError),
            ({"in_force": 2004}, TypeError),
            ({"in_force": datetime(2004, 3, 29)}, TypeError),
            ({"actor": "nobody"}, UnknownRecordError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """What can not be meant is refused."""
        with pytest.raises(error):
            data.documents(**filters)


class TestPledges:
    """Pledges by who pledged what, and for when."""

    GROWTH, LEVEL = "riga-pledge-growth", "riga-pledge-level"

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, (GROWTH, LEVEL)),
            ({"in_force": "1999"}, (LEVEL,)),
            ({"in_force": "2008-12-31"}, (LEVEL,)),
            ({"in_force": "2009"}, ()),
            ({"actor": "amber-pact"}, (GROWTH,)),
            ({"actor": "latvia"}, (LEVEL,)),
            ({"document": "Rygos įsipareigojimas"}, (GROWTH, LEVEL)),
            ({"document": "amber-charter"}, ()),
            ({"indicator": "defence-expenditure"}, (GROWTH,)),
            ({"indicator": ["defence-expenditure", "defence expenditure share"]}, (GROWTH, LEVEL)),
            ({"source": "pact-archive"}, (GROWTH, LEVEL)),
            ({"source": "pact-archive/box 7"}, (LEVEL,)),
            ({"source": "vilnius-daily"}, ()),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """In force is what the clause states; a clause without sources has its document's."""
        assert data.pledges(**filters).ids == expected

    def test_whose_indicator(self, tmp_path: Path) -> None:
        """An actor is found by its indicator though others pledged."""
        pledges = builders.changed("pledges", self.GROWTH, of="seimas")
        assert builders.dataset(tmp_path, pledges=pledges).pledges(actor="seimas").ids == (
            self.GROWTH,
        )

    def test_order(self, tmp_path: Path) -> None:
        """Pledges come in order of their documents, those of undated ones last."""
        pledges = [
            *builders.changed("pledges", self.GROWTH, document="letter-of-application"),
            {**TABLES["pledges"][0], "id": "z", "document": "amber-charter"},
        ]
        found = builders.dataset(tmp_path, pledges=pledges).pledges()
        assert found.ids == ("z", self.LEVEL, self.GROWTH)

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"indicator": "gdp"}, InvalidQueryError),
            ({"in_force": True}, TypeError),
            ({"document": "riga"}, UnknownRecordError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """What can not be meant is refused."""
        with pytest.raises(error):
            data.pledges(**filters)


class TestRelations:
    """How actors stood to one another."""

    ALWAYS = "programme-of-the-pact"

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (
                {},
                (
                    "latvia-in-the-pact",
                    "president-simkunas",
                    "lithuania-in-the-amber-group",
                    "lithuania-in-the-pact",
                    "president-acting",
                    "president-zvirblyte",
                    ALWAYS,
                ),
            ),
            ({"kind": "part-of"}, (ALWAYS,)),
            (
                {"kind": RelationKind.HOLDS_OFFICE, "until": "2004-04"},
                ("president-simkunas", "president-acting"),
            ),
            ({"kind": ["part-of", "leads"]}, (ALWAYS,)),
            (
                {"subject": "Lietuva"},
                ("lithuania-in-the-amber-group", "lithuania-in-the-pact"),
            ),
            ({"object": "AP"}, ("latvia-in-the-pact", "lithuania-in-the-pact", ALWAYS)),
            ({"subject": "latvia", "object": "amber-group"}, ()),
            ({"on": "1960"}, ("latvia-in-the-pact", ALWAYS)),
            ({"on": "1800"}, (ALWAYS,)),
            (
                {"since": "2004-07-13"},
                (
                    "latvia-in-the-pact",
                    "lithuania-in-the-pact",
                    "president-zvirblyte",
                    ALWAYS,
                ),
            ),
            ({"until": "1949-08-23"}, (ALWAYS,)),
            ({"source": "vilnius-daily"}, ("president-acting",)),
            ({"source": "pact-chronicle/members"}, ("lithuania-in-the-pact",)),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """All filters must hold; what has no date holds always."""
        assert data.relations(**filters).ids == expected

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"kind": "marries"}, InvalidQueryError),
            ({"since": "2005", "until": "2004"}, InvalidQueryError),
            ({"subject": "riga"}, UnknownRecordError),
            ({"object": 5}, TypeError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """What can not be meant is refused."""
        with pytest.raises(error):
            data.relations(**filters)


class TestMembersAndHolders:
    """Who was a member, and who held an office."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("1994", ("latvia",)),
            ("2004-03-28", ("latvia",)),
            ("2004-03-29", ("latvia", "lithuania")),
            ("2004-03", ("latvia", "lithuania")),
            (None, ("latvia", "lithuania")),
            (date(2010, 6, 30), ("latvia", "lithuania")),
        ],
        ids=str,
    )
    def test_members(self, data: Dataset, on: Any, expected: tuple[str, ...]) -> None:
        """Members come the earliest first; of a month or year, any day counts."""
        assert data.members("amber-pact", on=on).ids == expected
        assert data.members(data.actor("AP"), on=on).ids == expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2000", ("azuolas-simkunas",)),
            ("2004-04-05", ("azuolas-simkunas",)),
            ("2004-04-06", ("azuolas-simkunas", "ieva-simkuniene")),
            ("2004-07-12", ("ieva-simkuniene", "jurate-zvirblyte")),
            ("2004", ("azuolas-simkunas", "ieva-simkuniene", "jurate-zvirblyte")),
            (None, ("jurate-zvirblyte",)),
        ],
        ids=str,
    )
    def test_holders(self, data: Dataset, on: Any, expected: tuple[str, ...]) -> None:
        """On a day of handover both held the office, the earlier first."""
        assert data.holders("President of Lithuania", on=on).ids == expected

    @pytest.mark.parametrize("on", ["1993-12-31", "1993/1994", "2010-07-01", "2010", "1960"])
    def test_outside_coverage(self, data: Dataset, on: str) -> None:
        """A day that the data do not cover is refused, and the message says what they cover."""
        with pytest.raises(OutsideCoverageError) as caught:
            data.members("amber-pact", on=on)
        assert str(caught.value) == (
            f"the data do not cover 'member of Amber Pact' on {on}; they cover 1994/2010-06-30"
        )

    def test_never_complete(self, data: Dataset) -> None:
        """Without any coverage the data claim nothing, also about what no relation names."""
        for of in ("amber-group", "seimas"):
            with pytest.raises(OutsideCoverageError, match="complete for no time"):
                data.members(of, on="2002")

    def test_several_spans(self, tmp_path: Path) -> None:
        """A day may lie in any of several covered times, and all are told."""
        more = {**INFO["coverage"][0], "period": "1949-08-24/1961"}
        data = builders.dataset(tmp_path, INFO | {"coverage": [more, *INFO["coverage"]]})
        assert data.members("amber-pact", on="1950").ids == ("latvia",)
        with pytest.raises(OutsideCoverageError, match="1949-08-24/1961, 1994/2010-06-30"):
            data.members("amber-pact", on="1970")

    def test_without_dates(self, tmp_path: Path) -> None:
        """Membership that holds always needs no coverage."""
        relations = builders.changed("relations", "lithuania-in-the-amber-group", when=...)
        data = builders.dataset(tmp_path, relations=relations)
        assert data.members("amber-group", on="1900").ids == ("lithuania",)

    def test_once(self, tmp_path: Path) -> None:
        """Who holds an office twice within the time asked about is given once."""
        relations = builders.changed("relations", "president-acting", subject="azuolas-simkunas")
        data = builders.dataset(tmp_path, relations=relations)
        assert data.holders("president-of-lithuania", on="2004").ids == (
            "azuolas-simkunas",
            "jurate-zvirblyte",
        )

    def test_coverage_of_the_base(self, data: Dataset, tmp_path: Path) -> None:
        """A dataset that builds on another covers what that covers."""
        none: dict[str, Any] = dict.fromkeys(TABLES)
        info = INFO | {"coverage": [], "redirects": []}
        ours = builders.dataset(tmp_path, info, extends=data, **none)
        assert ours.coverage == data.coverage
        assert ours.members("amber-pact", on="1994").ids == ("latvia",)

    @pytest.mark.parametrize(
        ("of", "on", "error"),
        [
            ("nobody", None, UnknownRecordError),
            ("amber-pact", "soon", InvalidPeriodError),
            ("amber-pact", 2004, TypeError),
            ("amber-pact", datetime(2004, 3, 29), TypeError),
            (5, None, TypeError),
        ],
    )
    def test_refused(self, data: Dataset, of: Any, on: Any, error: type[Exception]) -> None:
        """What is no actor or no day is refused."""
        with pytest.raises(error):
            data.members(of, on=on)
        with pytest.raises(error):
            data.holders(of, on=on)


class TestObservations:
    """Yearly values."""

    FIRST, SECOND = "lithuania-share-2008-first", "lithuania-share-2008-second"
    SHARE = "defence-expenditure-share"

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, ("latvia-share-2007", "latvia-share-2009", SECOND)),
            ({"edition": "preferred"}, ("latvia-share-2007", "latvia-share-2009", SECOND)),
            ({"edition": "all"}, ("latvia-share-2007", "latvia-share-2009", FIRST, SECOND)),
            ({"edition": "2008-12"}, (FIRST,)),
            ({"edition": Period("2009-12"), "actor": "lithuania"}, (SECOND,)),
            ({"edition": "2001"}, ()),
            ({"actor": "LV"}, ("latvia-share-2007", "latvia-share-2009")),
            ({"since": "2008"}, ("latvia-share-2009", SECOND)),
            ({"until": "2008-01-01"}, ("latvia-share-2007", SECOND)),
            ({"since": "2008-06", "until": "2008", "edition": "all"}, (FIRST, SECOND)),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """Values come by actor and year; of several editions the newest is preferred."""
        assert data.observations(self.SHARE, **filters).ids == expected

    def test_several_indicators(self, data: Dataset) -> None:
        """A list of indicators means any of them."""
        found = data.observations(["defence-expenditure", self.SHARE], since="2009")
        assert found.ids == ("latvia-spending-2009", "latvia-share-2009")

    @pytest.mark.parametrize(
        ("indicator", "filters", "error"),
        [
            ("gdp", {}, InvalidQueryError),
            ([], {}, InvalidQueryError),
            (5, {}, TypeError),
            ("defence-expenditure", {"edition": "newest"}, InvalidPeriodError),
            ("defence-expenditure", {"edition": 2009}, TypeError),
            ("defence-expenditure", {"since": 2009}, TypeError),
        ],
    )
    def test_refused(
        self,
        data: Dataset,
        indicator: Any,
        filters: dict[str, Any],
        error: type[Exception],
    ) -> None:
        """What is no indicator, no edition or no year is refused."""
        with pytest.raises(error):
            data.observations(indicator, **filters)


class TestDiscrepancies:
    """Where sources disagree."""

    DAY, INSTRUMENT, SUMMIT = (
        "day-of-amber-shield",
        "instrument-not-of-ratification",
        "no-second-summit",
    )

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, (DAY, INSTRUMENT, SUMMIT)),
            ({"record": "riga-summit"}, (SUMMIT,)),
            ({"record": "lithuania-enters-the-pact"}, (INSTRUMENT,)),
            ({"record": ["Exercise Amber Shield", "accession-day"]}, (DAY, INSTRUMENT)),
            ({"record": "lithuania"}, ()),
            ({"field": "when"}, (DAY,)),
            ({"field": "outcomes"}, (INSTRUMENT,)),
            ({"field": "outcomes[accession]"}, (INSTRUMENT,)),
            ({"field": "outcomes[accession].kind"}, (INSTRUMENT,)),
            ({"field": "outcomes[accession].kind.en"}, ()),
            ({"field": "out"}, ()),
            ({"field": ["when", "outcomes"]}, (DAY, INSTRUMENT)),
            ({"source": "vilnius-daily"}, (INSTRUMENT, SUMMIT)),
            ({"source": "pact-chronicle/introduction"}, (DAY,)),
            ({"source": "pact-chronicle/members"}, ()),
            ({"source": "amber-charter-text"}, ()),
            ({"status": "open"}, (DAY,)),
            ({"status": ["open", "resolved"]}, (DAY, INSTRUMENT, SUMMIT)),
            ({"status": "resolved", "field": "when"}, ()),
        ],
        ids=str,
    )
    def test_filters(
        self, data: Dataset, filters: dict[str, Any], expected: tuple[str, ...]
    ) -> None:
        """A field finds what lies in it; a source is one that states what was not adopted."""
        assert data.discrepancies(**filters).ids == expected

    def test_record_itself(self, data: Dataset) -> None:
        """A record may be given as itself."""
        assert data.discrepancies(record=data.event("riga-summit")).ids == (self.SUMMIT,)

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"status": "closed"}, InvalidQueryError),
            ({"field": ""}, InvalidQueryError),
            ({"field": []}, InvalidQueryError),
            ({"field": 5}, TypeError),
            ({"record": "nothing-of-the-kind"}, UnknownRecordError),
            ({"record": ""}, InvalidQueryError),
            ({"source": "nothing-of-the-kind"}, UnknownRecordError),
        ],
    )
    def test_refused(self, data: Dataset, filters: dict[str, Any], error: type[Exception]) -> None:
        """What can not be meant is refused."""
        with pytest.raises(error):
            data.discrepancies(**filters)


class TestSources:
    """All sources."""

    def test_by_identifier(self, data: Dataset) -> None:
        """Sources come by identifier, with their outline."""
        assert data.sources().ids == tuple(one["id"] for one in TABLES["sources"])
        assert [one.locator for one in data.source("pact-chronicle").outline][:2] == [
            "introduction/p1",
            "summits/1999",
        ]


class TestTrust:
    """How well its sources support an event."""

    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            ("riga-summit", "corroborated"),
            ("seimas-ratifies-the-charter", "corroborated"),
            ("exercise-amber-shield", "disputed"),
            ("accession-day", "single-source"),
        ],
    )
    def test_levels(self, data: Dataset, event: str, expected: str) -> None:
        """Two families or the act itself corroborate; an open discrepancy on the day disputes."""
        assert data.trust(event) == expected
        assert data.trust(data.event(event)) == expected

    @pytest.mark.parametrize(
        ("field", "status", "expected"),
        [
            ("when", "open", "disputed"),
            (..., "open", "disputed"),
            ("title.en", "open", "disputed"),
            ("outcomes[accession].kind", "open", "disputed"),
            ("topics", "open", "single-source"),
            ("topics[enlargement]", "open", "single-source"),
            ("citations[pact-chronicle].locator", "open", "single-source"),
            ("when", "resolved", "single-source"),
        ],
    )
    def test_discrepancies(self, tmp_path: Path, field: object, status: str, expected: str) -> None:
        """Only an open one that touches the date or what happened lowers the trust."""
        discrepancies = builders.changed(
            "discrepancies", "instrument-not-of-ratification", field=field, status=status
        )
        data = builders.dataset(tmp_path, discrepancies=discrepancies)
        assert data.trust("accession-day") == expected

    def test_one_family(self, tmp_path: Path) -> None:
        """Two sources of one family count once, and no source at all is not two."""
        both = [{"source": "pact-archive"}, {"source": "pact-chronicle"}]
        events = builders.changed("events", "undated-meeting", citations=both)
        data = builders.dataset(tmp_path, events=events)
        assert data.trust("undated-meeting") == "single-source"

    def test_unknown(self, data: Dataset) -> None:
        """A name that no event bears is refused."""
        with pytest.raises(UnknownRecordError):
            data.trust("lithuania")
