"""The events as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

import builders
import exports
import ltnato
from exports import UNFIT
from ltnato import InvalidDataError, Records
from ltnato._export import _csv_file
from ltnato._export._columns import BY_KIND
from ltnato._export._flat import flatten

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("csv"))


def read(raw: bytes) -> list[dict[str, Any]]:
    """Read the file with the standard library, and take texts for what they stand for."""
    lists = {"manner", "topics", "places", "place_names_en", "place_names_lt", "sources"}

    def value(name: str, cell: str) -> Any:
        cell = cell.removeprefix("'")
        if name in lists:
            return cell.split("|") if cell else []
        if name in {"start_date", "end_date"} and cell:
            return date.fromisoformat(cell)
        plain: dict[str, Any] = {"is_key": cell == "true", "day_order": cell}
        return int(cell) if name == "day_order" else plain.get(name, cell or None)

    # The reader is to see the characters themselves, not lines that another rule has made.
    rows = csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True)
    return [{name: value(name, cell) for name, cell in row.items()} for row in rows]


def cells(data: Dataset, title: str) -> str:
    """Give how a title stands in the file."""
    event = data.event("riga-summit")
    changed = attrs.evolve(event, title=attrs.evolve(event.title, en=title))
    made = flatten(BY_KIND[type(event)], [changed], data._tables)
    _, line = csv.reader(io.StringIO(_csv_file.written(made).decode(), newline=""))
    return line[8]


def test_columns_and_rows(data: Dataset, tmp_path: Path) -> None:
    """A plain reader finds the events, under the names of the columns, in UTF-8 without a mark."""
    raw = data.export("csv", tmp_path / "events.csv").read_bytes()
    exports.same(read(raw), data)
    assert raw.startswith(b"event_id,start_date,end_date,date_precision,date_edtf,category,")
    assert raw.endswith(b"\r\n")


@pytest.mark.parametrize(
    "title",
    ["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "\t=1", "\x1b[31m", "\x85=1", "＝1", "＠x"],
)
def test_formulas(data: Dataset, title: str) -> None:
    """What a spreadsheet might calculate is marked as text."""
    assert cells(data, title) == f"'{title}"


@pytest.mark.parametrize("title", ["1 = 1", "a-b", "„Gintaras“", "’90s", " =1", "(=1)", "−1"])
def test_plain_texts(data: Dataset, title: str) -> None:
    """Any other text stands as it is."""
    assert cells(data, title) == title


def test_numbers_are_no_formulas(data: Dataset) -> None:
    """A number below zero is a number."""
    place = attrs.evolve(data.place("vilnius"), latitude=-54.5)
    raw = _csv_file.written(Records([place], data._tables)._flat()).decode()
    assert ",-54.5,25" in raw


def test_separator(data: Dataset) -> None:
    """An item of a list that holds what stands between items is refused, not taken for two."""
    relation = attrs.evolve(data.relations()[0], equipment=("F-16", "a|b"))
    with pytest.raises(InvalidDataError, match=r"equipment: 'a\|b' holds '\|'"):
        _csv_file.written(Records([relation], data._tables)._flat())


def test_shipped_texts_stand_as_they_are(tmp_path: Path) -> None:
    """No text that ships needs a mark."""
    file = ltnato.export("csv", tmp_path / "events.csv")
    with file.open(encoding="utf-8", newline="") as raw:
        assert not any(cell.startswith("'") for row in csv.reader(raw) for cell in row)


@given(text=exports.hostile())
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was, but for what stands between the names of places."""
    changed = exports.with_text(data, text)
    if "|" in text:
        with pytest.raises(InvalidDataError, match="riga-summit: place_names_en"):
            _csv_file.encode(exports.chosen(changed), "en")
        return
    raw = _csv_file.encode(exports.chosen(changed), "en")
    exports.same(read(raw), changed)


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_unfit(data: Dataset, text: str) -> None:
    """What no file can carry is refused, and the message tells where it stands."""
    with pytest.raises(InvalidDataError, match="letter-to-the-pact: title_en"):
        _csv_file.encode(exports.chosen(exports.with_text(data, text)), "en")
