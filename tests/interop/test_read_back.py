"""Files read back by other programs, and compared with the records."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest
import rdflib
from hypothesis import given
from pyarrow import parquet
from rdflib.namespace import RDF

import builders
import exports
import ltnato
from exports import UNFIT
from ltnato import InvalidDataError
from ltnato._export import _csv_file, _json_ld, _parquet_file
from ltnato._export._all_tables import all_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ltnato import Dataset

# It warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = rdflib.Namespace("https://schema.org/")
LISTS = ("manner", "topics", "places", "place_names_en", "place_names_lt", "sources")


class Exports(NamedTuple):
    """Hold the shipped dataset in every format."""

    csv: Path
    datapackage: Path
    zip: Path
    json: Path
    jsonld: Path
    parquet: Path
    sqlite: Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Exports:
    """Export the shipped dataset."""
    folder = tmp_path_factory.mktemp("shipped")
    files = {
        name: ltnato.export("datapackage" if name == "zip" else name, folder / f"nato.{name}")  # type: ignore[arg-type]
        for name in Exports._fields
    }
    return Exports(**files)


def plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Take the joined lists of a table apart."""
    for row in rows:
        for name in LISTS:
            row[name] = row[name].split("|") if row[name] else []
    return rows


class TestCsv:
    """The table of events as CSV."""

    def test_pandas(self, shipped: Exports) -> None:
        """Pandas reads it, dates as dates when asked to."""
        dates = ["start_date", "end_date"]
        frame = pd.read_csv(shipped.csv, parse_dates=dates, keep_default_na=False, na_values=[""])
        rows: list[dict[str, Any]] = [
            {str(name): None if pd.isna(value) else value for name, value in row.items()}
            for row in frame.to_dict("records")
        ]
        for row in rows:
            row |= {name: row[name].date() for name in dates if row[name] is not None}
        exports.same(plain(rows), ltnato.dataset())

    def test_polars(self, shipped: Exports) -> None:
        """So does polars."""
        frame = pl.read_csv(shipped.csv, try_parse_dates=True, infer_schema_length=None)
        exports.same(plain(frame.to_dicts()), ltnato.dataset())

    def test_duckdb(self, shipped: Exports) -> None:
        """So does DuckDB."""
        with duckdb.connect() as database:
            found = database.read_csv(str(shipped.csv))
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        exports.same(plain(rows), ltnato.dataset())

    @given(text=exports.hostile().filter(lambda text: "|" not in text))
    def test_any_text(self, data: Dataset, text: str) -> None:
        """Any text comes back from pandas as it was."""
        changed = exports.with_text(data, text)
        raw = _csv_file.encode(exports.chosen(changed), "en")
        frame = pd.read_csv(
            io.BytesIO(raw), dtype="object", keep_default_na=False, encoding="utf-8"
        )
        found = [one.removeprefix("'") for one in frame["title_en"]]
        assert found == [one.title.en for one in changed.events()]


class TestParquet:
    """The table of events as Parquet."""

    def test_pyarrow(self, shipped: Exports) -> None:
        """Arrow reads it, with types."""
        table = parquet.read_table(shipped.parquet)
        exports.same(table.to_pylist(), ltnato.dataset())
        assert table.schema == ltnato.events().to_arrow().schema

    def test_polars(self, shipped: Exports) -> None:
        """So does polars."""
        exports.same(pl.read_parquet(shipped.parquet).to_dicts(), ltnato.dataset())

    def test_pandas(self, shipped: Exports) -> None:
        """So does pandas."""
        frame = pd.read_parquet(shipped.parquet)
        assert list(frame["event_id"]) == list(ltnato.events().ids)
        assert [list(one) for one in frame["topics"]] == [
            [word.value for word in one.topics] for one in ltnato.events()
        ]

    def test_duckdb(self, shipped: Exports) -> None:
        """So does DuckDB."""
        with duckdb.connect() as database:
            found = database.read_parquet(str(shipped.parquet))
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        exports.same(rows, ltnato.dataset())

    def test_same_bytes(self, data: Dataset) -> None:
        """The same data give the same file."""
        chosen = exports.chosen(data)
        assert _parquet_file.encode(chosen, "en") == _parquet_file.encode(chosen, "lt")

    def test_nothing(self, tmp_path: Path) -> None:
        """An empty answer has the columns and types of any other."""
        table = parquet.read_table(
            ltnato.export("parquet", tmp_path / "none", text="no such words")
        )
        assert len(table) == 0
        assert table.schema == ltnato.events().to_arrow().schema

    @pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
    def test_unfit(self, data: Dataset, text: str) -> None:
        """What no file can carry is refused."""
        with pytest.raises(InvalidDataError, match="letter-to-the-pact: title_en"):
            _parquet_file.encode(exports.chosen(exports.with_text(data, text)), "en")

    @given(text=exports.hostile())
    def test_any_text(self, data: Dataset, text: str) -> None:
        """Any text comes back as it was."""
        changed = exports.with_text(data, text)
        raw = _parquet_file.encode(exports.chosen(changed), "en")
        exports.same(pl.read_parquet(raw).to_dicts(), changed)


class TestDataPackage:
    """The package of tables."""

    @pytest.mark.parametrize("name", ["datapackage", "zip"])
    def test_valid(self, shipped: Exports, name: str) -> None:
        """Frictionless finds nothing wrong: types, keys, references, words, hashes."""
        path: Path = getattr(shipped, name)
        report = frictionless.validate(
            str(path if name == "zip" else path / "datapackage.json"), type="package"
        )
        assert report.flatten(["type", "title", "fieldName", "note"]) == []
        assert report.valid
        assert report.stats["tasks"] == len(list(shipped.datapackage.glob("*.csv")))

    @pytest.mark.parametrize(
        "filters", [{"actor": "lithuania"}, {"text": "no such words"}], ids=str
    )
    def test_part_is_valid(self, tmp_path: Path, filters: dict[str, Any]) -> None:
        """A part is a package as sound as the whole."""
        path = ltnato.export("datapackage", tmp_path / "part", **filters)
        report = frictionless.validate(str(path / "datapackage.json"))
        assert report.flatten(["type", "title", "fieldName", "note"]) == []

    @pytest.mark.parametrize(
        "mistake",
        [
            ("events", ",2004-03-29,", ",2004-13-29,", "type-error"),
            ("events", ",accession,", ",party,", "constraint-error"),
            ("participations", ",lithuania,", ",nobody,", "foreign-key"),
        ],
    )
    def test_faults_are_found(
        self, shipped: Exports, tmp_path: Path, mistake: tuple[str, str, str, str]
    ) -> None:
        """What is written into the tables by mistake is found by what the descriptor says."""
        table, old, new, fault = mistake
        for one in shipped.datapackage.iterdir():
            (tmp_path / one.name).write_bytes(one.read_bytes())
        descriptor = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
        for one in descriptor["resources"]:
            del one["hash"], one["bytes"]
        (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
        file = tmp_path / f"{table}.csv"
        file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
        assert fault in {one for (one,) in report.flatten(["type"])}

    def test_rows(self, shipped: Exports) -> None:
        """Each table is read as it was: texts, dates, numbers, lists."""
        package: Any = frictionless.Package(str(shipped.datapackage / "datapackage.json"))
        for flat in all_tables(exports.chosen(ltnato.dataset())):
            names = [column.name for column in flat.table.columns]
            lists = {column.name for column in flat.table.columns if column.kind == "list"}
            expected = [dict(zip(names, row, strict=True)) for row in flat.rows]
            found = [
                {
                    name: [] if value is None and name in lists else _number(value)
                    for name, value in row.to_dict().items()
                }
                for row in package.get_resource(flat.table.name).read_rows()
            ]
            assert found == expected


def _number(value: Any) -> Any:
    """Take a decimal number as ours are."""
    return float(value) if isinstance(value, Decimal) else value


@pytest.fixture(scope="module")
def get(shipped: Exports) -> Iterator[Callable[[str], Any]]:
    """Start it on a free port of this machine, and give what asks it."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "datasette", "serve", "-i", str(shipped.sqlite)),
            *("--host", "127.0.0.1", "--port", str(port)),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(path: str) -> Any:
        with opener.open(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            raw = answer.read()
        return json.loads(raw) if ".json" in path else raw.decode()

    try:
        for _ in range(300):
            try:
                ask("/-/versions.json")
                break
            except urllib.error.URLError:
                assert server.poll() is None
                time.sleep(0.1)
        yield ask
    finally:
        server.terminate()
        server.wait(timeout=10)


class TestDatasette:
    """The database behind Datasette, asked as a browser would."""

    def test_tables(self, get: Callable[[str], Any]) -> None:
        """Tables, views, keys and search are found."""
        about = get("/nato.json")
        tables = {one["name"]: one for one in about["tables"]}
        assert tables["events"]["count"] == len(ltnato.events())
        assert tables["events"]["primary_keys"] == ["event_id"]
        assert tables["events"]["fts_table"] == "events_fts"
        assert tables["outcomes"]["fts_table"] == "outcomes_fts"
        outgoing = tables["participations"]["foreign_keys"]["outgoing"]
        assert {
            "other_table": "actors",
            "column": "actor_id",
            "other_column": "actor_id",
        } in outgoing
        assert "chronology" in {one["name"] for one in about["views"]}

    def test_rows(self, get: Callable[[str], Any]) -> None:
        """The events are those of the records."""
        rows = get("/nato/events.json?_shape=objects&_size=1000")["rows"]
        for row in rows:
            row |= {name: json.loads(row[name]) for name in LISTS}
            row["is_key"] = bool(row["is_key"])
            for name in ("start_date", "end_date"):
                row[name] = date.fromisoformat(row[name]) if row[name] else None
        expected = sorted(exports.event_rows(ltnato.dataset()), key=lambda one: one["event_id"])
        assert sorted(rows, key=lambda one: one["event_id"]) == expected

    def test_search(self, get: Callable[[str], Any]) -> None:
        """Its box finds what is written without accents."""
        found = get("/nato/events.json?_shape=objects&_search=vasingtone")["rows"]
        assert "north-atlantic-treaty-signed" in {one["event_id"] for one in found}

    def test_facets(self, get: Callable[[str], Any]) -> None:
        """It counts the items of a list."""
        found = get("/nato/events.json?_facet_array=topics&_facet_size=max")["facet_results"]
        counts = {one["value"]: one["count"] for one in found["topics"]["results"]}
        assert counts["enlargement"] == sum("enlargement" in one.topics for one in ltnato.events())

    def test_page(self, get: Callable[[str], Any]) -> None:
        """A record is shown, with links to what it refers to."""
        assert "lithuania-joins-nato" in get("/nato/events/lithuania-joins-nato")


@pytest.fixture(scope="module")
def graph(shipped: Exports) -> rdflib.Graph:
    """Read the graph; the machine has no network, so that no context can be fetched."""
    return rdflib.Graph().parse(str(shipped.jsonld), format="json-ld")


class TestLinkedData:
    """The graph."""

    def test_events(self, graph: rdflib.Graph) -> None:
        """Each event is one, with its titles and the dates that it has."""
        found = {str(one).partition("#")[2] for one in graph.subjects(RDF.type, SCHEMA.Event)}
        assert found == set(ltnato.events().ids)
        base = str(next(graph.subjects(RDF.type, SCHEMA.Dataset)))
        for event in ltnato.events():
            node = rdflib.URIRef(f"{base}#{event.id}")
            names = {one.language: str(one) for one in graph.objects(node, SCHEMA.name)}  # type: ignore[attr-defined]
            assert names == {"en": event.title.en, "lt": event.title.lt}
            starts = [str(one) for one in graph.objects(node, SCHEMA.startDate)]
            dated = event.when is not None and not event.when.one_of
            assert len(starts) == (1 if dated and event.when.start is not None else 0)  # type: ignore[union-attr]
            for start in starts:
                assert str(event.when).startswith(start)

    def test_query(self, graph: rdflib.Graph) -> None:
        """A question in SPARQL, by day, is answered as by the package."""
        found = graph.query(
            """
            PREFIX schema: <https://schema.org/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?event WHERE {
              ?event a schema:Event ; schema:startDate ?start .
              FILTER (?start = "2004-03-29"^^xsd:date)
            }
            """
        )
        ids = {str(row[0]).partition("#")[2] for row in found}  # type: ignore[index]
        assert ids == {
            one.id for one in ltnato.events() if one.when and str(one.when).startswith("2004-03-29")
        }

    def test_identifiers(self, graph: rdflib.Graph) -> None:
        """Actors are tied to Wikidata."""
        found = {str(one).rpartition("/")[2] for one in graph.objects(None, SCHEMA.sameAs)}
        assert found == {one.wikidata for one in ltnato.actors() if one.wikidata}

    def test_round_trip(self, graph: rdflib.Graph) -> None:
        """The graph says the same in Turtle."""
        again = rdflib.Graph().parse(data=graph.serialize(format="turtle"), format="turtle")
        assert len(again) == len(graph)

    @given(text=exports.hostile())
    def test_any_text(self, data: Dataset, text: str) -> None:
        """Any text comes back as it was."""
        changed = exports.with_text(data, text)
        raw = _json_ld.encode(exports.chosen(changed), "en")
        graph = rdflib.Graph().parse(data=raw, format="json-ld")
        for event in graph.subjects(RDF.type, SCHEMA.Event):
            assert {str(one) for one in graph.objects(event, SCHEMA.name)} == {text}
