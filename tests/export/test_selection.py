"""What an export holds: everything, or events with what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

import builders
import ltnato
from builders import INFO, TABLES
from ltnato import Actor, Discrepancy, Document, Event, Place, Relation, Source
from ltnato._codec import TABLES as KINDS
from ltnato._export._selection import Selection
from ltnato._structure import references

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("selection"))


def ids(chosen: Selection, kind: type[Any]) -> list[str]:
    """Name the records of a kind."""
    return [one.id for one in chosen.of(kind)]


def test_all(data: Dataset) -> None:
    """Without a choice it holds every record."""
    chosen = Selection(data._tables)
    assert {table: ids(chosen, kind) for table, kind in KINDS.items()} == {
        table: [one.id for one in data._tables.get(kind)] for table, kind in KINDS.items()
    }
    assert chosen.info == data._tables.info
    assert len(list(chosen.all())) == sum(map(len, TABLES.values()))


def test_all_of_two(data: Dataset, tmp_path: Path) -> None:
    """What builds on another dataset is exported with that, its coverage and retired names too."""
    none: dict[str, Any] = dict.fromkeys(TABLES)
    event = {**TABLES["events"][-1], "id": "our-event"}
    info = INFO | {
        "name": "ours",
        "redirects": [{"old": "my-event", "new": "our-event"}],
        "coverage": INFO["coverage"][:1],
    }
    ours = builders.dataset(tmp_path, info, extends=data, **(none | {"events": [event]}))
    chosen = Selection(ours._tables)
    assert chosen.info.name == "ours"
    assert chosen.info.coverage == ours.coverage
    assert [one.old for one in chosen.info.redirects] == ["lithuania-enters-the-pact", "my-event"]
    assert len(chosen.of(Event)) == len(TABLES["events"]) + 1


def test_events_alone(data: Dataset) -> None:
    """Just the events chosen are in, the discrepancies about them, and what those lead to."""
    chosen = Selection(data._tables, data.events(on="2004-03-29"))
    assert ids(chosen, Event) == ["accession-day", "envoy-appointed"]
    assert ids(chosen, Discrepancy) == ["instrument-not-of-ratification"]
    documents = ["amber-charter", "instrument-of-accession", "letter-of-application"]
    assert ids(chosen, Document) == sorted(documents)  # the last by way of another
    assert ids(chosen, Place) == ["riga"]
    assert "jurate-zvirblyte" in ids(chosen, Actor)
    assert "janis-ozols" not in ids(chosen, Actor)
    assert ids(chosen, Relation) == []
    assert set(ids(chosen, Source)) == {"amber-charter-text", "pact-chronicle", "vilnius-daily"}
    assert (chosen.info.coverage, chosen.info.redirects) == ((), ())


def test_ties_are_cut(data: Dataset) -> None:
    """A tie to an event that is not chosen is left out, and one to a chosen event is kept."""
    (joined,) = Selection(data._tables, [data.event("accession-day")]).of(Event)
    assert joined.links == ()
    assert attrs.evolve(joined, links=data.event("accession-day").links) == data.event(
        "accession-day"
    )
    (talk,) = Selection(data._tables, [data.event("talk-in-riga")]).of(Event)
    assert talk.part_of is None
    both = [data.event("riga-summit"), data.event("talk-in-riga")]
    assert list(Selection(data._tables, both).of(Event)) == both


def test_nothing(data: Dataset) -> None:
    """A choice of nothing is not a choice of everything."""
    assert list(Selection(data._tables, ()).all()) == []


@pytest.mark.parametrize(
    "filters", [{"actor": "lithuania"}, {"until": "1994"}, {"key": True}, {"place": "belgium"}]
)
def test_closed(filters: dict[str, Any]) -> None:
    """Whatever a record refers to is in."""
    chosen = Selection(ltnato.dataset()._tables, ltnato.events(**filters))
    held = {table: set(ids(chosen, kind)) for table, kind in KINDS.items()}
    held["countries"] = held["actors"]
    for record in chosen.all():
        for path, identifier, homes in references(record):
            assert "roles" in homes or any(identifier in held[home] for home in homes), path
