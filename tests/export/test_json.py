"""The records in the form of the data files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import builders
import exports
import ltnato
from builders import INFO, TABLES
from exports import UNFIT
from ltnato import InvalidDataError
from ltnato._export import _json_file

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("json"))


def loaded(file: Path, folder: Path) -> Dataset:
    """Take an export apart into the files of a dataset, and load that."""
    held = json.loads(file.read_text("utf-8"))
    return builders.dataset(folder, held.pop("dataset"), **held)


def test_form(data: Dataset, tmp_path: Path) -> None:
    """It holds what the files hold, in their form."""
    file = data.export("json", tmp_path / "amber.json")
    assert json.loads(file.read_text("utf-8")) == {"dataset": INFO, **TABLES}


def test_shipped(tmp_path: Path) -> None:
    """The shipped dataset comes back equal."""
    file = ltnato.export("json", tmp_path / "nato.json")
    assert loaded(file, tmp_path / "nato") == ltnato.dataset()


def test_part(tmp_path: Path) -> None:
    """A part is a dataset of its own: it loads, with just the events asked for."""
    file = ltnato.export("json", tmp_path / "part.json", actor="lithuania", until="1999")
    part = loaded(file, tmp_path / "part")
    asked = ltnato.events(actor="lithuania", until="1999")
    assert part.events().ids == asked.ids
    assert [one.title for one in part.events()] == [one.title for one in asked]


@given(text=exports.hostile())
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was."""
    changed = exports.with_text(data, text)
    held = json.loads(_json_file.encode(exports.chosen(changed), "en"))
    assert held["events"] == changed.events().to_dicts()
    documents = {one["id"]: one for one in changed.documents().to_dicts()}
    assert {one["id"]: one for one in held["documents"]} == documents


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_unfit(data: Dataset, text: str) -> None:
    """What no file can carry is refused, and the message tells where it stands."""
    with pytest.raises(InvalidDataError, match=r"letter-to-the-pact: title\.en: .*U\+"):
        _json_file.encode(exports.chosen(exports.with_text(data, text)), "en")
