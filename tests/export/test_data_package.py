"""The Data Package: its descriptor, and the tables beside it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

import builders
import exports
import ltnato
from exports import UNFIT
from ltnato import Category, Dataset, InvalidDataError, _tables
from ltnato._codec import TABLES
from ltnato._export import _data_package
from ltnato._export._all_tables import all_tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def folder(data: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the package of it."""
    return data.export("datapackage", tmp_path_factory.mktemp("package") / "amber")


@pytest.fixture(scope="module")
def descriptor(folder: Path) -> Any:
    """Give its descriptor."""
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def table(descriptor: Any, name: str) -> Any:
    """Give the description of a table."""
    return next(one for one in descriptor["resources"] if one["name"] == name)


def field(descriptor: Any, name: str, column: str) -> Any:
    """Give the description of a column."""
    fields = table(descriptor, name)["schema"]["fields"]
    return next(one for one in fields if one["name"] == column)


def test_description(descriptor: Any, data: Dataset) -> None:
    """It says what it is, whose, under which licence, and from which sources."""
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["name"] == "amber"
    assert descriptor["title"] == "Lithuania in the Amber Pact"
    assert descriptor["version"] == "1.2"
    assert descriptor["homepage"] == "https://example.org/amber"
    assert descriptor["contributors"] == [{"title": "The keepers of the Pact", "roles": ["author"]}]
    assert descriptor["licenses"] == [
        {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
    ]
    assert len(descriptor["sources"]) == len(data.sources())
    assert {"title": "Vilniaus dienraštis"} in descriptor["sources"]


def test_language(data: Dataset) -> None:
    """Its title and the labels of its words are in the language asked for."""
    files = _data_package.encode(exports.chosen(data), "lt")
    about = json.loads(files["datapackage.json"])
    assert about["title"] == "Lietuva Gintaro pakte"
    categories = field(about, "events", "category")["categories"]
    assert {"value": "summit", "label": "viršūnių susitikimas"} in categories


def test_least_description(data: Dataset) -> None:
    """What the dataset does not say, the descriptor leaves out."""
    info = attrs.evolve(data._tables.info, author=None, url=None, licence="ODbL-1.0", name="My daž")
    none: dict[str, list[Any]] = {table: [] for table in TABLES}
    nothing = Dataset(_tables.held(info, none, None, {}))
    about = json.loads(_data_package.encode(exports.chosen(nothing), "en")["datapackage.json"])
    assert about["name"] == "my-daz"
    assert about["licenses"] == [{"name": "ODbL-1.0"}]
    assert not {"sources", "homepage", "contributors"} & set(about)


def test_files(folder: Path, descriptor: Any) -> None:
    """It describes each file that is there, as it is there."""
    files = {one.name for one in folder.iterdir()}
    assert files == {"datapackage.json", *(one["path"] for one in descriptor["resources"])}
    for one in descriptor["resources"]:
        raw = (folder / one["path"]).read_bytes()
        assert one["bytes"] == len(raw)
        assert one["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        header = next(csv.reader(io.StringIO(raw.decode())))
        assert header == [each["name"] for each in one["schema"]["fields"]]
        assert (one["type"], one["encoding"]) == ("table", "utf-8")


def test_columns(descriptor: Any) -> None:
    """Types, keys and closed vocabularies are told."""
    assert table(descriptor, "events")["schema"]["primaryKey"] == ["event_id"]
    assert "primaryKey" not in table(descriptor, "participations")["schema"]
    category = field(descriptor, "events", "category")
    words = [word.value for word in Category]
    assert category["constraints"] == {"required": True, "enum": words}
    assert [one["value"] for one in category["categories"]] == words
    assert field(descriptor, "events", "topics") == {
        "name": "topics",
        "type": "list",
        "delimiter": "|",
        "itemType": "string",
    }
    assert field(descriptor, "events", "is_key")["trueValues"] == ["true"]
    assert field(descriptor, "events", "start_date") == {"name": "start_date", "type": "date"}
    assert field(descriptor, "observations", "value")["type"] == "number"
    assert field(descriptor, "observations", "year")["type"] == "integer"


def test_references(descriptor: Any) -> None:
    """What refers to a table says to which; a table that refers to itself names none."""
    names = {one["name"] for one in descriptor["resources"]}
    foreign = {
        (one["name"], *key["fields"]): key["reference"]
        for one in descriptor["resources"]
        for key in one["schema"].get("foreignKeys", ())
    }
    assert foreign["events", "part_of"] == {"fields": ["event_id"]}
    assert foreign["participations", "actor_id"] == {"resource": "actors", "fields": ["actor_id"]}
    assert {one["resource"] for one in foreign.values() if "resource" in one} <= names


def test_zip(data: Dataset, folder: Path, tmp_path: Path) -> None:
    """A name that ends so makes it one file, of the same files, and always the same bytes."""
    first = data.export("datapackage", tmp_path / "amber.zip")
    second = data.export("datapackage", tmp_path / "again.ZIP")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert archive.read(name) == (folder / name).read_bytes()
        assert len(archive.namelist()) == len(list(folder.iterdir()))


@given(text=exports.hostile().filter(lambda text: "|" not in text))
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was, in every table."""
    chosen = exports.chosen(exports.with_text(data, text))
    files = _data_package.encode(chosen, "en")
    for flat in all_tables(chosen):
        raw = files[f"{flat.table.name}.csv"].decode()
        rows = list(csv.reader(io.StringIO(raw, newline=""), strict=True))[1:]
        for index, column in enumerate(flat.table.columns):
            if column.kind == "text":
                read = [row[index].removeprefix("'") or None for row in rows]
                assert read == flat.cells[index]


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_unfit(data: Dataset, text: str) -> None:
    """What no file can carry is refused, and the message tells where it stands."""
    with pytest.raises(InvalidDataError, match="publisher"):
        _data_package.encode(exports.chosen(exports.with_text(data, text)), "en")


def test_shipped(tmp_path: Path) -> None:
    """The shipped dataset makes a package, whole and in part."""
    ltnato.export("datapackage", tmp_path / "nato")
    part = ltnato.export("datapackage", tmp_path / "part", on="2004-03-29", category="accession")
    with (part / "events.csv").open(encoding="utf-8", newline="") as raw:
        assert [one["event_id"] for one in csv.DictReader(raw)] == ["lithuania-joins-nato"]
