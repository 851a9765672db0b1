"""What the package does for its editor."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import membership_notes as notes
import pytest
from membership_notes.__main__ import main

import ltnato

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def data() -> ltnato.Dataset:
    """Give the newsroom's dataset."""
    return notes.newsroom()


def test_installed() -> None:
    """Both packages are the installed ones, not sources that lie nearby."""
    for one in ("ltnato", "membership_notes"):
        assert "site-packages" in str(files(one))


def test_annotate(data: ltnato.Dataset) -> None:
    """A day gets who was in office, what happened, and what had been pledged."""
    found = notes.annotate("Printed on 2004-03-30, not on 2004-02-30; see 2004-03-30.", data)
    assert [str(note.day) for note in found] == ["2004-03-30"]
    assert str(found[0]).splitlines() == [
        "2004-03-30:",
        "  President of Lithuania: Rolandas Paksas",
        "  Prime Minister of Lithuania: Algirdas Brazauskas",
        "  Secretary General of NATO: Jaap de Hoop Scheffer",
        "  statement: Our front page on the accession",
    ]


def test_lithuanian(data: ltnato.Dataset) -> None:
    """The same in Lithuanian."""
    joined, later = notes.annotate("2004-03-29 2014-04-01", data, lang="lt")
    assert "narystė: Lietuva įstoja į NATO" in joined.lines
    assert "NATO jau 10 m." in later.lines


def test_in_short(data: ltnato.Dataset) -> None:
    """Every record of every kind has its few words."""
    kinds: list[Callable[[], ltnato.Records[ltnato.Record]]] = [
        data.events,
        data.actors,
        data.places,
        data.documents,
        data.pledges,
        data.relations,
        data.sources,
        data.discrepancies,
    ]
    assert all(notes.in_short(one) for ask in kinds for one in ask())
    assert notes.in_short(data.record("vilnius")) == "Vilnius"
    assert notes.in_short(data.event("lithuania-joins-nato")) == (
        "Lithuania joins NATO (29 March 2004)"
    )


def test_standing(data: ltnato.Dataset) -> None:
    """Trust tells an editor what to do."""
    assert notes.standing(data.trust("lithuania-joins-nato")) == "print"
    assert notes.standing(data.trust("newsroom-prints-the-accession")) == "name the source"


def test_verdict() -> None:
    """A pledge is met, missed or open."""
    told = {notes.verdict(one)[0] for one in ltnato.fulfilments()}
    assert told == {"met", "missed", "open"}


def test_faults(tmp_path: Path, data: ltnato.Dataset) -> None:
    """Our own rule runs beside those that ship, on ours alone."""
    found = notes.faults(data)[notes.ONE_SOURCE.reason]
    assert found == ["events.json: newsroom-prints-the-accession: citations: is told by one"]
    with pytest.raises(notes.Refused, match="the file is missing"):
        notes.open_folder(tmp_path)


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints notes, and says so if there are none."""
    assert main(["on", "2004-03-29", "--lang", "lt"]) == 0
    assert "Rolandas Paksas" in capsys.readouterr().out
    assert main(["no day at all"]) == 1
