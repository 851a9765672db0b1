"""The database of SQLite, read with the standard library."""

# ruff: noqa: S608 - the names in its questions are those of the package

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import builders
import exports
import ltnato
from exports import UNFIT
from ltnato import InvalidDataError
from ltnato._export import _sqlite_file, _views
from ltnato._export._all_tables import all_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ltnato import Dataset

LISTS = {"manner", "topics", "places", "place_names_en", "place_names_lt", "sources"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("sqlite"))


def opened(raw: bytes) -> sqlite3.Connection:
    """Open the bytes of a database."""
    database = sqlite3.connect(":memory:")
    database.deserialize(raw)
    database.row_factory = sqlite3.Row
    return database


@pytest.fixture(scope="module")
def small(data: Dataset) -> Iterator[sqlite3.Connection]:
    """Give the small dataset as a database."""
    with closing(opened(_sqlite_file.encode(exports.chosen(data), "en"))) as database:
        yield database


@pytest.fixture(scope="module")
def shipped() -> Iterator[sqlite3.Connection]:
    """Give the shipped dataset as a database."""
    with closing(opened(_sqlite_file.encode(exports.chosen(ltnato.dataset()), "en"))) as database:
        yield database


def ask(database: sqlite3.Connection, query: str, *values: object) -> list[dict[str, Any]]:
    """Give the rows that a query finds."""
    return [dict(row) for row in database.execute(query, values)]


def events(database: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Give the events, each cell as what it stands for."""
    for row in ask(database, "SELECT * FROM events ORDER BY rowid"):
        lists = {name: json.loads(row[name]) for name in LISTS}
        dates = {
            name: date.fromisoformat(row[name])
            for name in ("start_date", "end_date")
            if row[name] is not None
        }
        yield row | lists | dates | {"is_key": bool(row["is_key"])}


def test_content(data: Dataset, small: sqlite3.Connection) -> None:
    """Every table has the rows of the flat tables, and the events are those of the records."""
    exports.same(events(small), data)
    for flat in all_tables(exports.chosen(data)):
        (found,) = ask(small, f"SELECT count(*) AS rows FROM {flat.table.name}")
        assert found["rows"] == len(flat.cells[0])
        columns = ask(small, f"SELECT * FROM {flat.table.name}")[0]
        assert list(columns) == [column.name for column in flat.table.columns]


def test_description(small: sqlite3.Connection) -> None:
    """It says what it is."""
    (found,) = ask(small, "SELECT * FROM dataset")
    assert (found["name"], found["version"], found["licence"]) == ("amber", "1.2", "CC0-1.0")
    assert found["title_lt"] == "Lietuva Gintaro pakte"
    assert found["as_of_date_edtf"] == "2010-06-30"


@pytest.mark.parametrize(
    "filters", [{}, {"actor": "lithuania", "until": "2000"}, {"text": "no such words"}]
)
def test_integrity(tmp_path: Path, filters: dict[str, Any]) -> None:
    """No key leads nowhere and no page is broken, of all events, of some, of none."""
    file = ltnato.export("sqlite", tmp_path / "nato.db", **filters)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in ("events_fts", "outcomes_fts"):
            database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        (count,) = database.execute("SELECT count(*) FROM events").fetchone()
    assert count == len(ltnato.events(**filters))


def test_keys_are_kept(data: Dataset) -> None:
    """Whoever writes to the database can break neither a reference nor a vocabulary."""
    with closing(opened(_sqlite_file.encode(exports.chosen(data), "en"))) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for column, value in (("part_of", "nowhere"), ("category", "party"), ("is_key", 7)):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(f"UPDATE events SET {column} = ?", [value])
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("DELETE FROM actors WHERE actor_id = 'lithuania'")


def test_indexes(small: sqlite3.Connection) -> None:
    """What refers to another table, and what one searches by, has an index."""
    plan = ask(small, "EXPLAIN QUERY PLAN SELECT * FROM participations WHERE actor_id = 'x'")
    assert "USING INDEX participations_actor_id" in plan[0]["detail"]
    plan = ask(small, "EXPLAIN QUERY PLAN SELECT * FROM events WHERE start_date > '2000'")
    assert "USING INDEX events_start_date" in plan[0]["detail"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("seimas", "seimas-ratifies-the-charter"),
        ("iteiktas", "accession-day"),
        ("KLAIPĖDOS", "exercise-amber-shield"),
    ],
)
def test_search(small: sqlite3.Connection, asked: str, found: str) -> None:
    """Words are found in both languages, blind to case and accents."""
    query = (
        "SELECT event_id FROM events"
        " WHERE rowid IN (SELECT rowid FROM events_fts WHERE events_fts MATCH ?)"
    )
    assert ask(small, query, asked) == [{"event_id": found}]


def test_search_of_outcomes(small: sqlite3.Connection) -> None:
    """So are the words of outcomes and provisions."""
    query = (
        "SELECT outcome_id FROM outcomes"
        " WHERE rowid IN (SELECT rowid FROM outcomes_fts WHERE outcomes_fts MATCH ?)"
    )
    assert ask(small, query, "uzpuolimas") == [{"outcome_id": "amber-charter/mutual-aid"}]
    assert ask(small, query, "invited") == [{"outcome_id": "riga-summit/invitation"}]


class TestViews:
    """The views, against what the package answers."""

    @pytest.mark.parametrize("name", _views.VIEWS)
    def test_each_answers(self, small: sqlite3.Connection, name: str) -> None:
        """Each view has rows."""
        assert ask(small, f"SELECT * FROM {name}")

    def test_chronology(self, shipped: sqlite3.Connection) -> None:
        """The chronology is in the order of the events."""
        found = ask(shipped, "SELECT event_id FROM chronology")
        assert tuple(one["event_id"] for one in found) == ltnato.events().ids

    def test_chronology_of_any_date(self, data: Dataset, small: sqlite3.Connection) -> None:
        """So it is where a start is unknown, and where there is no date."""
        found = ask(small, "SELECT event_id FROM chronology")
        assert tuple(one["event_id"] for one in found) == data.events().ids

    def test_who_took_part(self, shipped: sqlite3.Connection) -> None:
        """Participations of events and of their outcomes are told."""
        found = ask(
            shipped,
            "SELECT actor_id FROM who_took_part WHERE event_id = ? AND role = ?",
            *("prague-summit-2002", "invitee"),
        )
        asked = ltnato.participations(event="prague-summit-2002", role="invitee")
        assert [one["actor_id"] for one in found] == [one.actor for one in asked]

    def test_members_by_year(self, shipped: sqlite3.Connection) -> None:
        """The members of each year are those of its last day that the data cover."""
        found = ask(shipped, "SELECT * FROM members_by_year WHERE of_id = 'nato'")
        assert [one["year"] for one in found] == list(range(1949, found[-1]["year"] + 1))
        for one in found[:-1]:
            assert one["members"] == len(ltnato.members("nato", on=f"{one['year']}-12-31"))
        assert found[-1]["members"] == len(ltnato.members("nato"))
        assert str(ltnato.dataset().as_of).startswith(str(found[-1]["year"]))

    def test_terms_of_office(self, small: sqlite3.Connection) -> None:
        """Terms are told in order, with who acted."""
        found = ask(small, "SELECT holder_id, role, term FROM terms_of_office")
        assert [tuple(one.values()) for one in found] == [
            ("azuolas-simkunas", None, "1998-02-26/2004-04-06"),
            ("ieva-simkuniene", "acting", "2004-04-06/2004-07-12"),
            ("jurate-zvirblyte", None, "2004-07-12/.."),
        ]

    def test_spending(self, data: Dataset, small: sqlite3.Connection) -> None:
        """Of several editions the newest counts, as in the package."""
        found = ask(small, "SELECT year, value, edition FROM spending")
        asked = data.observations("defence-expenditure-share")
        assert [tuple(one.values()) for one in found] == [
            (one.year, one.value, str(one.edition)) for one in asked
        ]


def test_same_bytes(data: Dataset) -> None:
    """The same data give the same file."""
    chosen = exports.chosen(data)
    assert _sqlite_file.encode(chosen, "en") == _sqlite_file.encode(chosen, "lt")


@given(text=exports.hostile())
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was, and is no statement."""
    changed = exports.with_text(data, text)
    with closing(opened(_sqlite_file.encode(exports.chosen(changed), "en"))) as database:
        exports.same(events(database), changed)
        found = ask(database, "SELECT locator FROM citations WHERE record_id = 'riga-summit'")
        assert {one["locator"] for one in found} >= {text}
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_unfit(data: Dataset, text: str) -> None:
    """What no file can carry is refused, and the message tells where it stands."""
    with pytest.raises(InvalidDataError, match="publisher"):
        _sqlite_file.encode(exports.chosen(exports.with_text(data, text)), "en")
