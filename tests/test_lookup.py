"""How a record is found by what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import builders
from builders import INFO, TABLES
from ltnato import (
    Actor,
    AmbiguousNameError,
    Document,
    Event,
    InvalidQueryError,
    LtnatoError,
    Place,
    Source,
    UnknownRecordError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

ACTORS = [
    {
        "id": "giedrius-cekuolis",
        "kind": "person",
        "name": {"en": "Giedrius Čekuolis", "lt": "Giedrius Čekuolis"},
    },
    {
        "id": "jaap-de-hoop-scheffer",
        "kind": "person",
        "name": {"en": "Jaap de Hoop Scheffer", "lt": "Jaapas de Hoopas Schefferis"},
    },
    {
        "id": "petras-simkunas",
        "kind": "person",
        "name": {"en": "Petras Šimkūnas", "lt": "Petras Šimkūnas"},
    },
    {
        "id": "jonas-seimas",
        "kind": "person",
        "name": {"en": "Jonas Seimas", "lt": "Jonas Seimas"},
    },
    {
        "id": "iron-wolf-brigade",
        "kind": "unit",
        "name": {"en": "“Iron Wolf” Brigade", "lt": "Brigada „Geležinis vilkas“"},
        "names": [{"text": "„Geležinis vilkas“", "kind": "by-name"}],
    },
    # Bodies that go by the names of places.
    {
        "id": "city-council",
        "kind": "body",
        "name": {"en": "City Council", "lt": "Miesto taryba"},
        "names": [{"text": "Vilnius", "kind": "by-name"}],
    },
    {
        "id": "manor-guard",
        "kind": "unit",
        "name": {"en": "Manor Guard", "lt": "Dvaro sargyba"},
        "names": [{"text": "Lithuania", "kind": "by-name"}],
    },
]
PLACES = [
    {
        "id": "lithuania-manor",
        "kind": "building",
        "name": {"en": "Lithuania", "lt": "Lietuvos dvaras"},
    },
]
TITLE = {"en": "riga-pledge", "lt": "Potvarkis"}
RIGA_ORDER = {
    "id": "riga-order",
    "kind": "law",
    "title": {"en": "Riga Treaty", "lt": "Rygos potvarkis"},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset with names that are easily confused."""
    return builders.dataset(
        tmp_path_factory.mktemp("lookup"),
        actors=[*TABLES["actors"], *ACTORS],
        places=[*TABLES["places"], *PLACES],
        documents=[*TABLES["documents"], RIGA_ORDER],
    )


class TestNames:
    """One record by its identifier, names and codes."""

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ("lithuania", "lithuania"),
            ("LIETUVA", "lithuania"),
            ("Lietuva", "lithuania"),
            ("  republic of   Lithuania ", "lithuania"),
            ("LT", "lithuania"),
            ("ltu", "lithuania"),
            ("Q37", "lithuania"),
            ("q4242", "jurate-zvirblyte"),
            ("AP", "amber-pact"),
            ("Pact of the Amber Coast", "amber-pact"),
            ("Azhuolas Shimkunas", "azuolas-simkunas"),
            ("ąžuolas šimkūnas", "azuolas-simkunas"),
            ("Cekuolis", "giedrius-cekuolis"),
            ("Čekuolis", "giedrius-cekuolis"),
            ("C\u030cekuolis", "giedrius-cekuolis"),
            ("ČEKUOLIS", "giedrius-cekuolis"),
            ("Zvirblyte", "jurate-zvirblyte"),
            ("Uozolas", "janis-ozols"),
            ("de Hoop Scheffer", "jaap-de-hoop-scheffer"),
            ("Hoop Scheffer", "jaap-de-hoop-scheffer"),
            ("scheffer", "jaap-de-hoop-scheffer"),
            ("Seimas", "seimas"),
            ('"Gelezinis vilkas"', "iron-wolf-brigade"),
            ("«Geležinis Vilkas»", "iron-wolf-brigade"),
            ("'geležinis vilkas'", "iron-wolf-brigade"),
            ('"Iron Wolf" brigade', "iron-wolf-brigade"),
            ("Vilnius", "city-council"),
        ],
    )
    def test_actor(self, data: Dataset, asked: str, expected: str) -> None:
        """Case, accents, blanks and kinds of quotation mark do not count; a surname is enough.

        What bears the whole text as its name comes before a person of that surname.
        """
        assert data.actor(asked).id == expected

    @pytest.mark.parametrize(
        ("kind", "asked", "expected"),
        [
            ("event", "riga-summit", "riga-summit"),
            ("event", "Rygos viršūnių susitikimas", "riga-summit"),
            ("event", "pratybos 'gintaro skydas'", "exercise-amber-shield"),
            ("event", "lithuania-enters-the-pact", "accession-day"),
            ("place", "Klaipeda", "klaipeda"),
            ("place", "Memel", "klaipeda"),
            ("place", "rygos pilis", "riga-castle"),
            ("place", "Lithuania", "lithuania-manor"),
            ("document", "Gintaro chartija", "amber-charter"),
            ("document", "the charter of the amber pact", "amber-charter"),
            ("document", "Lietuvos prisijungimo raštas", "instrument-of-accession"),
            ("document", "ap/1949/1", "amber-charter"),
            ("source", "vilniaus dienrastis", "vilnius-daily"),
            ("source", "pact-archive", "pact-archive"),
        ],
    )
    def test_other_kinds(self, data: Dataset, kind: str, asked: str, expected: str) -> None:
        """Titles, official titles, numbers, former names and retired identifiers are names too."""
        assert getattr(data, kind)(asked).id == expected

    @pytest.mark.parametrize(
        ("kind", "asked", "expected"),
        [
            ("actor", "latvia", Actor),
            ("event", "riga-summit", Event),
            ("place", "vilnius", Place),
            ("document", "amber-charter", Document),
            ("source", "pact-archive", Source),
        ],
    )
    def test_record_for_itself(
        self, data: Dataset, kind: str, asked: str, expected: type[object]
    ) -> None:
        """A record stands for itself."""
        record = getattr(data, kind)(asked)
        assert type(record) is expected
        assert getattr(data, kind)(record) is record

    def test_identifier_beats_names(self, tmp_path: Path) -> None:
        """What has the text as its identifier is meant, whoever bears it as a name."""
        documents = [*TABLES["documents"], RIGA_ORDER | {"title": TITLE}]
        data = builders.dataset(tmp_path, documents=documents)
        assert data.document("riga-pledge").id == "riga-pledge"
        with pytest.raises(AmbiguousNameError, match="riga-order, riga-pledge"):
            data.document("Riga-Pledge")


class TestAnyKind:
    """One record of whatever kind."""

    @pytest.mark.parametrize("table", TABLES)
    def test_identifier(self, data: Dataset, table: str) -> None:
        """Every record of every table is found by its identifier, and stands for itself."""
        for plain in TABLES[table]:
            record = data.record(plain["id"])
            assert record.id == plain["id"]
            assert data.record(record) is record

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ("vilnius", "vilnius"),
            ("lithuania", "lithuania"),
            ("lithuania-enters-the-pact", "accession-day"),
            ("Pratybos „Gintaro skydas“", "exercise-amber-shield"),
            ("Čekuolis", "giedrius-cekuolis"),
            ("LVA", "latvia"),
        ],
    )
    def test_names(self, data: Dataset, asked: str, expected: str) -> None:
        """An exact identifier beats the names of other kinds; else the only bearer is found."""
        assert data.record(asked).id == expected

    def test_ambiguous(self, data: Dataset) -> None:
        """A name that records of two kinds bear is ambiguous where any kind is asked for."""
        with pytest.raises(AmbiguousNameError, match="'Vilnius': city-council, vilnius"):
            data.record("Vilnius")


class TestPlaceOrCountry:
    """Where a country stands for all its places."""

    def test_identifier(self, data: Dataset) -> None:
        """An identifier of a country is the country, though a place has it as a name."""
        assert "vilnius" in data.places(within="lithuania").ids
        assert data.places(within="lithuania-manor").ids == ("lithuania-manor",)

    def test_ambiguous(self, data: Dataset) -> None:
        """A name of a place and of a country is ambiguous; bodies of that name do not count."""
        with pytest.raises(AmbiguousNameError, match="'Lithuania': lithuania, lithuania-manor"):
            data.places(within="Lithuania")
        assert "vilnius" in data.places(within="Lietuva").ids

    def test_body(self, data: Dataset) -> None:
        """A body of the same name as a place is not meant."""
        assert data.places(within="Vilnius").ids == ("vilnius",)

    def test_record_of_a_body(self, data: Dataset) -> None:
        """A body is no place, also as a record."""
        with pytest.raises(UnknownRecordError, match="no place or country is named 'seimas'"):
            data.events(place=data.actor("seimas"))


class TestAmbiguous:
    """Names that several records bear."""

    @pytest.mark.parametrize(
        ("kind", "asked", "candidates"),
        [
            ("actor", "Simkunas", "azuolas-simkunas, petras-simkunas"),
            ("document", "Riga Treaty", "amber-charter, riga-order"),
        ],
    )
    def test_candidates(self, data: Dataset, kind: str, asked: str, candidates: str) -> None:
        """The error names all candidates, and is a failed lookup."""
        with pytest.raises(AmbiguousNameError) as caught:
            getattr(data, kind)(asked)
        assert str(caught.value) == f"several records are named {asked!r}: {candidates}"
        assert isinstance(caught.value, LookupError)
        assert isinstance(caught.value, LtnatoError)


class TestUnknown:
    """Names that nothing bears."""

    @pytest.mark.parametrize(
        ("kind", "asked", "message"),
        [
            ("event", "riga-sumit", "no event is named 'riga-sumit'; did you mean 'riga-summit'"),
            ("actor", "Lithunia", "did you mean 'Lithuania'"),
            ("actor", "cekuolus", "no actor is named 'cekuolus'"),
            ("place", "Klaipda", "did you mean 'Klaipėda'"),
            ("document", "Amber Chartre", "did you mean"),
            ("source", "daily", "did you mean 'vilnius-daily'"),
            ("record", "vilnus", "no record is named 'vilnus'; did you mean"),
            ("event", "lithuania", "no event is named 'lithuania'"),
        ],
    )
    def test_nearest(self, data: Dataset, kind: str, asked: str, message: str) -> None:
        """The error says what was sought and the nearest names, and is a failed lookup."""
        with pytest.raises(UnknownRecordError) as caught:
            getattr(data, kind)(asked)
        assert message in str(caught.value)
        assert isinstance(caught.value, LookupError)

    def test_nothing_near(self, data: Dataset) -> None:
        """Without a near name the error suggests none."""
        with pytest.raises(UnknownRecordError) as caught:
            data.event("zzzzzz")
        assert str(caught.value) == "no event is named 'zzzzzz'"

    def test_long(self, data: Dataset) -> None:
        """A long text is cut in the message."""
        with pytest.raises(UnknownRecordError) as caught:
            data.event("x" * 100_000)
        assert len(str(caught.value)) < 200

    @pytest.mark.parametrize("kind", ["event", "actor", "place", "document", "source", "record"])
    @pytest.mark.parametrize("asked", ["", "  ", "\n"], ids=repr)
    def test_empty(self, data: Dataset, kind: str, asked: str) -> None:
        """An empty text is no question."""
        with pytest.raises(InvalidQueryError, match=f"an empty text names no {kind}"):
            getattr(data, kind)(asked)

    @pytest.mark.parametrize("kind", ["event", "actor", "place", "document", "source", "record"])
    @pytest.mark.parametrize("asked", [5, True, None, b"riga", ["riga"]], ids=repr)
    def test_wrong_type(self, data: Dataset, kind: str, asked: object) -> None:
        """What is neither a text nor a record is refused by its type."""
        with pytest.raises(TypeError, match=f"got {type(asked).__name__}"):
            getattr(data, kind)(asked)

    def test_wrong_record(self, data: Dataset) -> None:
        """A record of another kind is refused, and so is a part of a record."""
        actor: Any = data.actor("latvia")
        outcome: Any = data.outcomes()[0]
        with pytest.raises(TypeError, match=r"\(event\), got Actor"):
            data.event(actor)
        with pytest.raises(TypeError, match=r"\(record\), got Outcome"):
            data.record(outcome)


class TestBase:
    """Lookup in a dataset that builds on another."""

    @pytest.fixture
    def ours(self, data: Dataset, tmp_path: Path) -> Dataset:
        """Give a dataset of one event of its own, with a redirect of its own."""
        event = {**TABLES["events"][-1], "id": "our-event", "title": {"en": "Ours", "lt": "Mūsų"}}
        none: dict[str, Any] = dict.fromkeys(TABLES)
        info = INFO | {"coverage": [], "redirects": [{"old": "once-ours", "new": "our-event"}]}
        return builders.dataset(tmp_path, info, extends=data, **(none | {"events": [event]}))

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ("Mūsų", "our-event"),
            ("once-ours", "our-event"),
            ("riga-summit", "riga-summit"),
            ("Riga summit", "riga-summit"),
            ("lithuania-enters-the-pact", "accession-day"),
        ],
    )
    def test_both(self, ours: Dataset, asked: str, expected: str) -> None:
        """Records, names and retired identifiers of both are found."""
        assert ours.event(asked).id == expected

    def test_only_one_way(self, data: Dataset, ours: Dataset) -> None:
        """The base does not know what builds on it, and a record of it is found anew by others."""
        with pytest.raises(UnknownRecordError):
            data.event("our-event")
        with pytest.raises(UnknownRecordError):
            data.event(ours.event("our-event"))
        assert ours.event(data.event("riga-summit")) is data.event("riga-summit")
