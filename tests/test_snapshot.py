"""What a snapshot holds of a day, and how it shows itself."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

import builders
import ltnato
from builders import INFO, TABLES
from ltnato import InvalidPeriodError, Period, Records

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

BAP = "baltic-air-policing"


def named(identifier: str, kind: str, **fields: Any) -> dict[str, Any]:
    """Make an actor that bears its identifier as its name."""
    return {"id": identifier, "kind": kind, "name": {"en": identifier, "lt": identifier}} | fields


def concept(year: str) -> dict[str, Any]:
    """Make a Strategic Concept of a year."""
    return {
        "id": f"concept-{year}",
        "kind": "strategic-concept",
        "title": {"en": f"Concept of {year}", "lt": f"{year} m. koncepcija"},
        "adopted": f"{year}-05-01",
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset with an alliance, a mission over two days and two concepts."""
    governments = [
        named("first", "government", country="lithuania", existed="2000-01-01/2006-07-18"),
        named("undated", "government", country="lithuania"),
        named("foreign", "government", country="latvia", existed="2000/2010"),
    ]
    relations: list[dict[str, Any]] = [
        {"kind": "member-of", "subject": "lithuania", "object": "nato", "when": "2004-03-29/.."},
        {
            "kind": "contributes-to",
            "subject": "latvia",
            "object": BAP,
            "when": "2004-03-29/2004-07",
            "role": "lead",
            "place": "riga",
            "equipment": ["F-16"],
            "figures": [{"value": 4, "unit": "aircraft"}],
        },
        {"kind": "contributes-to", "subject": "lithuania", "object": BAP, "when": "2004-07/2005"},
    ]
    covered = [
        *INFO["coverage"],
        {"relation": "member-of", "object": "nato", "period": "2000/2010"},
    ]
    return builders.dataset(
        tmp_path_factory.mktemp("snapshot"),
        INFO | {"coverage": covered},
        actors=[
            *TABLES["actors"],
            *governments,
            named("nato", "organisation"),
            named(BAP, "mission"),
            named("prime-minister-of-lithuania", "office"),
        ],
        documents=[
            *TABLES["documents"],
            concept("2001"),
            concept("2005"),
            {key: one for key, one in concept("1999").items() if key != "adopted"},
        ],
        relations=[
            *TABLES["relations"],
            *(one | {"id": f"tie-{index}"} for index, one in enumerate(relations)),
        ],
    )


class TestHolds:
    """What the fields hold."""

    @pytest.mark.parametrize(
        ("field", "on", "expected"),
        [
            ("members", "2004-03-28", ()),
            ("members", "2004-03-29", ("lithuania",)),
            ("president", "2004-04-05", ("azuolas-simkunas",)),
            ("president", "2004-04-06", ("azuolas-simkunas", "ieva-simkuniene")),
            ("president", "2004", ("azuolas-simkunas", "ieva-simkuniene", "jurate-zvirblyte")),
            ("prime_minister", "2004-04-05", ()),
            ("speaker", "2004-04-05", ()),
            ("strategic_concept", "2001-04-30", ()),
            ("strategic_concept", "2004-04-05", ("concept-2001",)),
            ("strategic_concept", "2005-05-01", ("concept-2001", "concept-2005")),
            ("strategic_concept", "2009", ("concept-2005",)),
            ("government", "2004-04-05", ("first",)),
            ("government", "2006-07-18", ("first", "fourteenth-government")),
            ("government", "2009", ()),
            ("pledges", "2004-04-05", ("riga-pledge-level",)),
            ("pledges", "2009", ()),
            ("air_policing", "2004-04-05", ("tie-1",)),
            ("air_policing", "2004-07", ("tie-1", "tie-2")),
        ],
    )
    def test_fields(self, data: Dataset, field: str, on: str, expected: tuple[str, ...]) -> None:
        """Each field holds what may have held on the day; on a day of handover, both."""
        assert getattr(data.snapshot(on), field).ids == expected

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (
                "2004-04-05",
                (
                    "secretary_general prime_minister speaker minister_of_foreign_affairs "
                    "minister_of_national_defence ambassador_to_nato chief_of_defence air_policing"
                ),
            ),
            (
                "1996",
                (
                    "members secretary_general strategic_concept president government "
                    "prime_minister speaker minister_of_foreign_affairs "
                    "minister_of_national_defence ambassador_to_nato chief_of_defence air_policing"
                ),
            ),
        ],
    )
    def test_uncovered(self, data: Dataset, on: str, expected: str) -> None:
        """Fields for which the data do not claim completeness are named, in order."""
        assert data.snapshot(on).uncovered == tuple(expected.split())

    def test_default_day(self, data: Dataset) -> None:
        """Without a day the one up to which the data tell is meant."""
        assert data.snapshot().on == Period("2010-06-30")
        assert data.snapshot(None) == data.snapshot("2010-06-30")

    def test_without_any_of_it(self, tmp_path: Path) -> None:
        """A dataset that knows none of the actors has a snapshot too, all of it uncovered."""
        day = builders.dataset(tmp_path).snapshot("2004-04-05")
        assert {"members", "strategic_concept", "air_policing"} < set(day.uncovered)

    def test_refused(self, data: Dataset) -> None:
        """What is no day is refused."""
        with pytest.raises(InvalidPeriodError):
            data.snapshot("2004-02-30")
        with pytest.raises(TypeError):
            data.snapshot(datetime(2004, 3, 29))


class TestShown:
    """How a snapshot shows itself."""

    def test_text(self, data: Dataset) -> None:
        """Names, pledges and rotations are worded; what may be lacking is said."""
        lines = [" ".join(one.split()) for one in str(data.snapshot("2004-04-05")).splitlines()]
        assert lines == [
            "5 April 2004",
            "members Lithuania",
            "secretary general (not covered)",
            "strategic concept Concept of 2001",
            "president Ąžuolas Šimkūnas",
            "government first",
            "prime minister (not covered)",
            "speaker (not covered)",
            "minister of foreign affairs (not covered)",
            "minister of national defence (not covered)",
            "ambassador to nato (not covered)",
            "chief of defence (not covered)",
            "pledges ≥ 2 percent of GDP: At least two per cent by 2008.",
            "air policing Latvia (lead; Riga; F-16; 4 aircraft; 29 March 2004 – July 2004)",
            "(the data may lack some)",
        ]

    def test_many_are_counted(self, data: Dataset) -> None:
        """More than two names have their number before them, and nobody a dash."""
        text = data.snapshot("2004").to_text(lang="lt")
        assert "3: Ąžuolas Šimkūnas, Ieva Šimkūnienė, Jūratė Žvirblytė" in " ".join(text.split())
        assert "\nRespublikos Prezidentas" in text
        assert data.snapshot("2003").to_text().splitlines()[1].split() == ["members", "–"]

    def test_bare_rotation(self, data: Dataset) -> None:
        """A rotation of which nothing more is known shows nation and time."""
        assert "Lithuania (July 2004 – 2005)" in str(data.snapshot("2005"))

    def test_html(self, data: Dataset) -> None:
        """In a notebook it is a table."""
        assert data.snapshot("2004")._repr_html_().startswith('<table lang="en"')

    def test_language(self, data: Dataset) -> None:
        """Another language is refused."""
        with pytest.raises(ltnato.InvalidQueryError, match="'de' is no language"):
            data.snapshot("2004").to_text(lang="de")

    def test_plain(self, data: Dataset) -> None:
        """As plain values it goes through JSON, each field with its identifiers."""
        day = data.snapshot("2004-04-05")
        plain = json.loads(json.dumps(day.to_dict()))
        fields = [one for one in type(day).__slots__ if isinstance(getattr(day, one, 0), Records)]
        assert list(plain) == ["on", *fields, "uncovered"]
        assert (plain["on"], plain["president"]) == ("2004-04-05", ["azuolas-simkunas"])
        assert plain["uncovered"] == list(day.uncovered)


def test_is_a_value(data: Dataset) -> None:
    """Two of the same day are equal, hash alike, and survive a pickle and a copy."""
    day = data.snapshot("2004-04-05")
    again = pickle.loads(pickle.dumps(day))
    assert day == again == copy.deepcopy(day) == data.snapshot("2004-04-05")
    assert hash(day) == hash(again)
    assert day != data.snapshot("2004-04-06")
