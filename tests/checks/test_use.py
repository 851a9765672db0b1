"""Rules on use: each fires on a minimal fault, and is silent on the nearest valid neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, TABLES, Plain, changed, dataset

if TYPE_CHECKING:
    from pathlib import Path

WORDING = {"en": "A", "lt": "Ą"}
LINES = {
    "actor": ("U101", "actors.json: idle: is an actor that nothing names"),
    "place": ("U102", "places.json: idle: is a place that nothing names"),
    "document": (
        "U103",
        "documents.json: idle: is a document without provisions or ties that nothing names",
    ),
    "source": ("U104", "sources.json: idle: is a source that nothing cites"),
}
IDLE: dict[str, Plain] = {
    "actor": {"id": "idle", "kind": "person", "name": WORDING},
    "place": {"id": "idle", "kind": "city", "name": WORDING},
    "document": {"id": "idle", "kind": "plan", "title": WORDING},
    "source": {"id": "idle", "kind": "press", "title": "A", "publisher": "B", "family": "c"},
}


def told(folder: Path, what: str, info: Plain | None = None, **tables: Any) -> list[str]:
    """Write the base dataset with an idle record and these changes, and give its findings."""
    table = f"{what}s"
    records = {table: [*tables.pop(table, TABLES[table]), IDLE[what]]}
    found = ltnato.check(dataset(folder, info, **records | tables), select=LINES[what][0])
    return [str(one) for one in found if one.record == "idle"]


def event(**fields: Any) -> list[Plain]:
    """Give the base events, the undated one with these fields."""
    return changed("events", "undated-meeting", **fields)


def outcome(**fields: Any) -> list[Plain]:
    """Give the base events, the undated one with an outcome of these fields."""
    return event(outcomes=[{"id": "a", "kind": "aim", "text": WORDING} | fields])


def part(**fields: str) -> dict[str, list[Plain]]:
    """Give a participation."""
    return {"participants": [{"actor": "seimas", "role": "speaker"} | fields]}


@pytest.mark.parametrize("what", LINES)
def test_fires(tmp_path: Path, what: str) -> None:
    """A record that nothing names is reported."""
    assert told(tmp_path, what) == [LINES[what][1]]


@pytest.mark.parametrize("what", ["document", "source"])
def test_base(tmp_path: Path, what: str) -> None:
    """The base dataset has no idle document and no idle source."""
    assert ltnato.check(dataset(tmp_path), select=LINES[what][0]) == ()


def test_base_notes(tmp_path: Path) -> None:
    """It has two idle actors, which are worth a look only."""
    found = ltnato.check(dataset(tmp_path), select="use")

    assert [(one.record, one.severity.value) for one in found] == [
        ("fourteenth-government", "note"),
        ("janis-ozols", "note"),
    ]


@pytest.mark.parametrize(
    ("what", "tables"),
    [
        ("actor", {"events": event(**part(actor="idle"))}),
        ("actor", {"events": event(**part(capacity="idle"))}),
        ("actor", {"events": event(**part(post="idle"))}),
        ("actor", {"events": event(**part(on_behalf_of="idle"))}),
        ("actor", {"events": outcome(**part(actor="idle"))}),
        ("actor", {"events": event(figures=[{"value": 1, "unit": "members", "of": "idle"}])}),
        ("actor", {"relations": changed("relations", "president-acting", subject="idle")}),
        ("actor", {"documents": changed("documents", "riga-pledge", parties=["idle"])}),
        ("actor", {"pledges": changed("pledges", "riga-pledge-level", of="idle")}),
        (
            "actor",
            {"observations": changed("observations", "lithuania-share-2008-first", actor="idle")},
        ),
        ("place", {"events": event(places=["idle"])}),
        ("place", {"events": outcome(places=["idle"])}),
        ("place", {"places": changed("places", "riga", within="idle")}),
        ("place", {"relations": changed("relations", "president-acting", place="idle")}),
        ("document", {"events": event(documents=[{"document": "idle", "act": "refers-to"}])}),
        ("document", {"pledges": changed("pledges", "riga-pledge-level", document="idle")}),
        ("document", {"relations": changed("relations", "president-acting", begun_by="idle")}),
        (
            "document",
            {
                "documents": changed(
                    "documents",
                    "riga-pledge",
                    related=[{"document": "idle", "kind": "refers-to"}],
                )
            },
        ),
        ("source", {"events": event(citations=[{"source": "idle"}])}),
        ("source", {"events": outcome(citations=[{"source": "idle"}])}),
        ("source", {"places": changed("places", "riga", citations=[{"source": "idle"}])}),
        (
            "source",
            {
                "discrepancies": changed(
                    "discrepancies", "no-second-summit", stated_by=[{"source": "idle"}]
                )
            },
        ),
        (
            "source",
            {"discrepancies": changed("discrepancies", "no-second-summit", record="idle")},
        ),
    ],
)
def test_named(tmp_path: Path, what: str, tables: Plain) -> None:
    """A record is in use wherever another one names it."""
    assert told(tmp_path, what, **tables) == []


def test_country(tmp_path: Path) -> None:
    """A country is in use where a place or a person belongs to it."""
    nowhere = {"id": "nowhere", "kind": "country", "name": WORDING}
    actors = [*TABLES["actors"], nowhere]
    places = changed("places", "riga", country="nowhere")

    def names(**tables: Any) -> list[str | None]:
        found = ltnato.check(dataset(tmp_path, actors=actors, **tables), select="U101")
        return [one.record for one in found]

    assert "nowhere" in names()
    assert "nowhere" not in names(places=places)


def test_description(tmp_path: Path) -> None:
    """An actor is in use where the description of the dataset names it."""
    coverage = [{"relation": "member-of", "object": "idle", "period": "1994/2010"}]

    assert told(tmp_path, "actor", INFO | {"coverage": coverage}) == []


def test_itself(tmp_path: Path) -> None:
    """A record that only names itself is idle."""
    selfish = {"id": "selfish", "kind": "country", "name": WORDING, "country": "selfish"}
    data = dataset(tmp_path, actors=[*TABLES["actors"], selfish])

    assert "selfish" in [one.record for one in ltnato.check(data, select="unused-actor")]


@pytest.mark.parametrize(
    "fields",
    [
        {"provisions": [{"id": "a", "kind": "aim", "text": WORDING}]},
        {"related": [{"document": "riga-pledge", "kind": "implements"}]},
    ],
)
def test_telling_document(tmp_path: Path, fields: Plain) -> None:
    """A document that says something itself, or is tied to another one, is not idle."""
    documents = [*TABLES["documents"], IDLE["document"] | fields]

    assert ltnato.check(dataset(tmp_path, documents=documents), select="U103") == ()


def test_extension(tmp_path: Path) -> None:
    """What a dataset builds on is not reported, and may be named from there."""
    base = dataset(tmp_path / "base", sources=[*TABLES["sources"], IDLE["source"]])
    own = {"id": "own", "kind": "person", "name": WORDING, "citations": [{"source": "idle"}]}
    empty = dict.fromkeys(TABLES)
    data = dataset(
        tmp_path / "own",
        INFO | {"redirects": []},
        extends=base,
        **empty | {"actors": [own]},
    )

    assert [str(one) for one in ltnato.check(data, select="use")] == [
        "actors.json: own: is an actor that nothing names"
    ]
