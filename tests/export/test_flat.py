"""The flat tables: what columns there are, of what types, and what stands in them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import builders
import exports
from exports import UNFIT
from ltnato import (
    Event,
    Fulfilment,
    InvalidDataError,
    InvalidQueryError,
    Outcome,
    Participation,
    Records,
    Vocabulary,
)
from ltnato._codec import TABLES
from ltnato._export import _all_tables, _columns, _flat, _frames
from ltnato._export._selection import Selection

if TYPE_CHECKING:
    from ltnato import Dataset
    from ltnato._export._flat import Flat, Table

EVERY = {
    table.name: table
    for table in (*_columns.BY_KIND.values(), *(each for each, _ in _all_tables._FILES))
}
KINDS = [*TABLES.values(), Participation, Outcome, Fulfilment]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("flat"))


@pytest.fixture(scope="module")
def whole(data: Dataset) -> dict[str, Flat]:
    """Give all tables of it."""
    return {one.table.name: one for one in _all_tables.all_tables(Selection(data._tables))}


def rows(flat: Flat) -> list[dict[str, Any]]:
    """Give the rows of a table by the names of its columns."""
    names = [column.name for column in flat.table.columns]
    return [dict(zip(names, row, strict=True)) for row in flat.rows]


class TestTables:
    """The layout."""

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
    def test_each_kind_has_one(self, kind: type[Any]) -> None:
        """Whatever a query gives has a table."""
        assert kind in _columns.BY_KIND

    @pytest.mark.parametrize("table", EVERY.values(), ids=EVERY)
    def test_names(self, table: Table) -> None:
        """Columns have plain names of their own, and the searched ones are among them."""
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in (table.name, *names))
        assert set(table.indexed) <= set(names)
        assert table.about

    @pytest.mark.parametrize("table", EVERY.values(), ids=EVERY)
    def test_references(self, table: Table) -> None:
        """What refers to a table refers to one that has a key."""
        for column in table.columns:
            assert column.refers is None or EVERY[column.refers].key

    def test_events(self) -> None:
        """Events have the columns that users of event data know."""
        names = [column.name for column in _columns.EVENTS.columns]
        assert names[:5] == [
            "event_id",
            "start_date",
            "end_date",
            "date_precision",
            "date_edtf",
        ]

    @pytest.mark.parametrize("name", EVERY)
    def test_types_hold(self, whole: dict[str, Flat], name: str) -> None:
        """Each cell is of its column's type, a word one of its vocabulary, a required one there."""
        if name == "fulfilments":  # which are derived, and stand in no file
            return
        types: dict[str, Any] = {
            "text": str,
            "integer": int,
            "number": (int, float),
            "boolean": bool,
            "date": date,
            "list": list,
        }
        flat = whole[name]
        assert flat.cells[0]
        for column, cells in zip(flat.table.columns, flat.cells, strict=True):
            for cell in cells:
                assert cell is not None or not column.required
                assert cell is None or isinstance(cell, types[column.kind])
                assert not isinstance(cell, Vocabulary)
                if column.words is not None and cell is not None:
                    assert set(cell if column.kind == "list" else [cell]) <= set(column.words)

    @pytest.mark.parametrize("name", EVERY)
    def test_keys_hold(self, whole: dict[str, Flat], name: str) -> None:
        """A key tells the rows apart, and what refers to a row finds it."""
        if name == "fulfilments":
            return
        flat = whole[name]
        if flat.table.key:
            assert len(set(flat.cells[0])) == len(flat.cells[0])
        for column, cells in zip(flat.table.columns, flat.cells, strict=True):
            if column.refers:
                assert set(cells) - {None} <= set(whole[column.refers].cells[0])


class TestContent:
    """What stands in the tables."""

    def test_events(self, data: Dataset, whole: dict[str, Flat]) -> None:
        """The events are those of the records."""
        exports.same(rows(whole["events"]), data)

    def test_dates(self, whole: dict[str, Flat]) -> None:
        """A reach has one day, an undated event none, a month its first and last."""
        found = {one["event_id"]: one for one in rows(whole["events"])}

        def dates(event: str) -> tuple[object, ...]:
            return tuple(
                found[event][name]
                for name in ("start_date", "end_date", "date_precision", "date_edtf")
            )

        assert dates("letter-to-the-pact") == (None, date(1994, 1, 4), "day", "[..1994-01-04]")
        assert dates("five-years-in-the-pact") == (
            date(2009, 3, 1),
            date(2009, 3, 31),
            "month",
            "2009-03",
        )
        assert dates("undated-meeting") == (None, None, None, None)

    def test_open_and_unknown_ends(self, whole: dict[str, Flat]) -> None:
        """Neither what goes on nor what ended on an unknown day has a last day."""
        found = {one["actor_id"]: one for one in rows(whole["actors"])}
        for actor, edtf in (("amber-pact", "1949-04-04/.."), ("pact-readiness-programme", "1999/")):
            assert found[actor]["existed_date_edtf"] == edtf
            assert found[actor]["existed_start_date"].year in {1949, 1999}
            assert found[actor]["existed_end_date"] is None

    def test_participations(self, whole: dict[str, Flat]) -> None:
        """Who took part is told with names, of an event, an outcome or a provision."""
        found = rows(whole["participations"])
        (guest,) = (one for one in found if one["role"] == "guest")
        assert guest == {
            "event_id": "riga-summit",
            "provision_of": None,
            "outcome_id": None,
            "actor_id": "azuolas-simkunas",
            "actor_name_en": "Ąžuolas Šimkūnas",
            "actor_name_lt": "Ąžuolas Šimkūnas",
            "role": "guest",
            "capacity_id": "president-of-lithuania",
            "capacity_name_en": "President of Lithuania",
            "capacity_name_lt": "Lietuvos prezidentas",
            "post_id": None,
            "post_name_en": None,
            "post_name_lt": None,
            "on_behalf_of_id": "lithuania",
            "on_behalf_of_name_en": "Lithuania",
            "on_behalf_of_name_lt": "Lietuva",
            "note": None,
        }
        (invitee,) = (one for one in found if one["role"] == "invitee")
        assert (invitee["event_id"], invitee["outcome_id"]) == (
            "riga-summit",
            "riga-summit/invitation",
        )

    def test_outcomes(self, data: Dataset, whole: dict[str, Flat]) -> None:
        """Outcomes and provisions are told apart by the event or the document they belong to."""
        found = rows(whole["outcomes"])
        assert len(found) == len(data.outcomes())
        owners = {one["outcome_id"]: (one["event_id"], one["provision_of"]) for one in found}
        assert owners["riga-summit/invitation"] == ("riga-summit", None)
        assert owners["amber-charter/mutual-aid"] == (None, "amber-charter")

    def test_places(self, whole: dict[str, Flat]) -> None:
        """A place of an event is a place, or a country."""
        found = {one["event_id"]: one for one in rows(whole["event_places"])}
        assert found["talk-in-riga"]["country_id"] == "latvia"
        assert found["talk-in-riga"]["place_id"] is None
        assert found["riga-summit"]["place_id"] == "riga-castle"

    def test_nothing_is_lost(self, data: Dataset, whole: dict[str, Flat]) -> None:
        """Parts of records stand in the tables as often as in the records."""
        events, documents = data.events(), data.documents()
        outcomes = [each for one in events for each in one.outcomes]
        outcomes += [each for one in documents for each in one.provisions]
        relations = data.relations()
        holders: list[Any] = [*events, *outcomes, *relations]
        stages: list[Any] = [*events, *outcomes]
        bearers: list[Any] = [*data.actors(), *data.places(), *documents]
        counts = {
            "participations": sum(len(one.participants) for one in stages),
            "figures": sum(len(one.figures) for one in holders),
            "document_uses": sum(len(one.documents) for one in holders),
            "event_links": sum(len(one.links) for one in events),
            "document_links": sum(len(one.related) for one in documents),
            "names": sum(len(one.names) for one in bearers),
            "outlines": sum(len(one.outline) for one in data.sources()),
            "citations": exports.citations(data),
            "coverage": len(data.coverage),
        }
        assert {name: len(whole[name].cells[0]) for name in counts} == counts
        assert all(counts.values())

    def test_words(self, whole: dict[str, Flat]) -> None:
        """The vocabularies are told, with their labels."""
        (summit,) = (one for one in rows(whole["words"]) if one["word"] == "summit")
        assert summit["vocabulary"] == "Category"
        assert summit["label_lt"] == "viršūnių susitikimas"

    def test_order(self, data: Dataset, whole: dict[str, Flat]) -> None:
        """Rows keep the order of the records."""
        assert tuple(whole["events"].cells[0]) == data.events().ids

    def test_parts_made_by_hand(self, data: Dataset) -> None:
        """A part that stands in no record says so."""
        part = Participation(actor="lithuania", role=data.events()[1].participants[0].role)
        (row,) = rows(_frames.flat([part], None, data._tables))
        assert (row["event_id"], row["provision_of"], row["outcome_id"]) == (None, None, None)
        outcome = Outcome(id="aim", kind=data.outcomes()[0].kind, text=data.outcomes()[0].text)
        (row,) = rows(_frames.flat([outcome], None, data._tables))
        assert row["outcome_id"] == "aim"


class TestRecords:
    """How records of a query come to a table."""

    def test_kind_of_nothing(self, data: Dataset) -> None:
        """Any empty answer knows of what it is empty."""
        none: list[Records[Any]] = [
            data.events(on="2020"),
            data.on_this_day("01-01"),
            data.participations(event="undated-meeting"),
            data.outcomes(on="2020"),
            data.actors(kind="party"),
            data.places(kind="region", within="riga"),
            data.documents(kind="law"),
            data.pledges(in_force="1990"),
            data.relations(on="1800", kind="member-of"),
            data.observations("defence-expenditure"),
            data.observations("defence-expenditure", edition="all"),
            data.observations("defence-expenditure", edition="2000"),
            data.fulfilments(actor="seimas"),
            data.discrepancies(record="riga"),
            data.sources()[:0],
            data.events().where(lambda _: False),
        ]
        kinds = [
            *(Event, Event, Participation, Outcome, *list(TABLES.values())[1:6]),
            *([TABLES["observations"]] * 3),
            *(Fulfilment, TABLES["discrepancies"], TABLES["sources"], Event),
        ]
        assert [len(one) for one in none] == [0] * len(none)
        assert [one._kind for one in none] == kinds

    def test_snapshot(self, data: Dataset) -> None:
        """The answers in a snapshot know it too, on a day of which nothing is known."""
        found = data.snapshot("1800")
        assert {
            name: getattr(found, name)._kind.__name__
            for name in ("members", "strategic_concept", "government", "pledges", "air_policing")
        } == {
            "members": "Actor",
            "strategic_concept": "Document",
            "government": "Actor",
            "pledges": "Pledge",
            "air_policing": "Relation",
        }

    def test_made_by_hand(self, data: Dataset) -> None:
        """Records made by hand are of the kind of the first; of none, nobody can tell."""
        made = Records(data.events()[:1], data._tables)
        assert rows(made._flat())[0]["event_id"] == "letter-to-the-pact"
        nothing: Records[Event] = Records((), data._tables)
        with pytest.raises(InvalidQueryError, match="made by hand"):
            nothing._flat()
        told = Records((), data._tables, Event)
        assert rows(told._flat()) == []

    @pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
    @pytest.mark.parametrize("field", ["id", "note"])
    def test_unfit(self, data: Dataset, text: str, field: str) -> None:
        """A text that can not be carried is refused, with its record and field."""
        event: Any = data.event("riga-summit")
        made = Records([attrs.evolve(event, **{field: text})], data._tables)
        with pytest.raises(InvalidDataError) as caught:
            made._flat()
        (finding,) = caught.value.findings
        assert finding.field == {"id": "event_id", "note": "note"}[field]
        assert finding.record == (text if field == "id" else "riga-summit")
        assert "which no file can carry" in str(caught.value)

    def test_unfit_part(self, data: Dataset) -> None:
        """A row without a key is told by the first thing that it says."""
        part = attrs.evolve(data.participations()[0], note="a\0b")
        with pytest.raises(InvalidDataError, match=f"{part.actor}: note"):
            Records([part], data._tables)._flat()

    def test_unfit_description(self, data: Dataset) -> None:
        """And what describes the dataset."""
        chosen = Selection(data._tables)
        chosen.info = attrs.evolve(chosen.info, author="a\0b")
        with pytest.raises(InvalidDataError, match="amber: author"):
            _all_tables.all_tables(chosen)

    def test_unfit_item(self, data: Dataset) -> None:
        """So is an item of a list."""
        relation = attrs.evolve(data.relations()[0], equipment=("fine", "a\0b"))
        with pytest.raises(InvalidDataError, match="equipment"):
            Records([relation], data._tables)._flat()


def test_unfit_characters() -> None:
    """Just NUL and halves of a surrogate pair can not be carried."""
    _flat.require_text("fine \x01\u202e𝄞\U0010ffff\ue000\ud7ff", "riga-summit", "note")
    for text in UNFIT.values():
        with pytest.raises(InvalidDataError, match="riga-summit: note: "):
            _flat.require_text(text, "riga-summit", "note")
