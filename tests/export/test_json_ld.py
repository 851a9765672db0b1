"""The linked data, as JSON; tests/interop reads it as a graph."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given

import builders
import exports
from exports import UNFIT
from ltnato import Dataset, InvalidDataError, _tables
from ltnato._codec import TABLES
from ltnato._export import _json_ld

BASE = "https://example.org/amber#"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("linked"))


@pytest.fixture(scope="module")
def nodes(data: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give the nodes of it by their names."""
    file = data.export("jsonld", tmp_path_factory.mktemp("linked") / "amber.jsonld")
    return {one["@id"]: one for one in json.loads(file.read_text("utf-8"))["@graph"]}


def test_dataset(nodes: dict[str, Any]) -> None:
    """The dataset is described, and tells of which events it is."""
    found = nodes[BASE[:-1]]
    assert found["@type"] == "Dataset"
    assert found["version"] == "1.2"
    assert found["license"] == "https://spdx.org/licenses/CC0-1.0.html"
    assert {"@id": f"{BASE}riga-summit"} in found["about"]
    assert len(found["about"]) == len(builders.TABLES["events"])


def test_event(nodes: dict[str, Any]) -> None:
    """An event has names, dates, place, people and sources."""
    found = nodes[f"{BASE}riga-summit"]
    assert found["@type"] == "Event"
    assert found["name"] == [
        {"@value": "Riga summit", "@language": "en"},
        {"@value": "Rygos viršūnių susitikimas", "@language": "lt"},
    ]
    assert found["startDate"] == {"@value": "1999-04-23", "@type": "xsd:date"}
    assert found["endDate"] == {"@value": "1999-04-25", "@type": "xsd:date"}
    assert found["location"] == [{"@id": f"{BASE}riga-castle"}]
    assert found["organizer"] == [{"@id": f"{BASE}latvia"}, {"@id": f"{BASE}amber-pact"}]
    assert {"@id": f"{BASE}lithuania"} in found["attendee"]
    assert nodes[f"{BASE}talk-in-riga"]["superEvent"] == [{"@id": f"{BASE}riga-summit"}]


@pytest.mark.parametrize(
    ("event", "start", "end", "edtf"),
    [
        ("letter-to-the-pact", None, None, "[..1994-01-04]"),
        ("exercise-amber-shield", "2001-09-14", "2001-09-14", "2001-09-14?"),
        ("five-years-in-the-pact", "2009-03", "2009-03", "2009-03"),
        ("undated-meeting", None, None, None),
    ],
)
def test_dates(nodes: dict[str, Any], event: str, start: object, end: object, edtf: object) -> None:
    """A date is as precise as it is, and nothing is told of a day that is not known."""
    found = nodes[f"{BASE}{event}"]
    assert found.get("startDate", {}).get("@value") == start
    assert found.get("endDate", {}).get("@value") == end
    assert found.get("date", {}).get("@value") == edtf
    if event == "five-years-in-the-pact":
        assert found["startDate"]["@type"] == "xsd:gYearMonth"


def test_actors(nodes: dict[str, Any]) -> None:
    """Actors have Wikidata and ISO identifiers, and the dates between which they were."""
    lithuania = nodes[f"{BASE}lithuania"]
    assert lithuania["@type"] == "Country"
    assert lithuania["sameAs"] == "http://www.wikidata.org/entity/Q37"
    assert [one["value"] for one in lithuania["identifier"][1:]] == ["LT", "LTU"]
    pact = nodes[f"{BASE}amber-pact"]
    assert (pact["@type"], pact["foundingDate"]["@value"]) == ("Organization", "1949-04-04")
    assert "dissolutionDate" not in pact
    assert nodes[f"{BASE}janis-ozols"]["@type"] == "Person"


def test_places_and_documents(nodes: dict[str, Any]) -> None:
    """Places lie somewhere, documents have a day and a number."""
    assert nodes[f"{BASE}klaipeda"]["geo"]["latitude"] == 55.7033
    assert nodes[f"{BASE}riga-castle"]["containedInPlace"] == [{"@id": f"{BASE}riga"}]
    assert "geo" not in nodes[f"{BASE}riga"]
    charter = nodes[f"{BASE}amber-charter"]
    assert charter["datePublished"] == {"@value": "1949-04-04", "@type": "xsd:date"}
    assert charter["identifier"] == ["amber-charter", "AP/1949/1"]


def test_references_resolve(nodes: dict[str, Any]) -> None:
    """Whatever is referred to is in the graph."""

    def referred(value: Any) -> list[str]:
        if isinstance(value, list):
            return [one for inner in value for one in referred(inner)]
        if isinstance(value, dict):
            own = [value["@id"]] if set(value) == {"@id"} else []
            return own + [one for inner in value.values() for one in referred(inner)]
        return []

    assert set(referred(list(nodes.values()))) <= set(nodes)


def test_language_comes_first(data: Dataset) -> None:
    """Both languages are there, the one asked for before the other."""
    graph = json.loads(_json_ld.encode(exports.chosen(data), "lt"))["@graph"]
    assert [one["@language"] for one in graph[0]["name"]] == ["lt", "en"]


def test_context_is_inside(data: Dataset) -> None:
    """No reader need fetch a context."""
    context = json.loads(_json_ld.encode(exports.chosen(data), "en"))["@context"]
    assert isinstance(context, dict)
    assert context["@vocab"] == "https://schema.org/"


def test_without_address(data: Dataset) -> None:
    """A dataset that stands nowhere has names all the same."""
    info = attrs.evolve(data._tables.info, author=None, url=None, name="my data")
    records: dict[str, list[Any]] = {table: [] for table in TABLES}
    records["events"] = list(data.events()[-1:])
    bare = Dataset(_tables.held(info, records, None, {}))
    about, event = json.loads(
        _json_ld.encode(exports.chosen(bare), "en"),
    )["@graph"]
    assert about["@id"] == "urn:x-dataset:my%20data"
    assert event["@id"] == "urn:x-dataset:my%20data#undated-meeting"
    assert not {"creator", "url"} & set(about)


@given(text=exports.hostile())
def test_any_text(data: Dataset, text: str) -> None:
    """Any text comes back as it was, and none can end the script of a page."""
    changed = exports.with_text(data, text)
    raw = _json_ld.encode(exports.chosen(changed), "en").decode()
    assert not set("<>&\u2028\u2029") & set(raw)
    found = {one["@id"]: one for one in json.loads(raw)["@graph"]}
    for event in changed.events():
        node = found[f"{BASE}{event.id}"]
        assert node["name"][0]["@value"] == node["description"][1]["@value"] == text


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_unfit(data: Dataset, text: str) -> None:
    """What no file can carry is refused, and the message tells where it stands."""
    with pytest.raises(InvalidDataError, match=r"letter-to-the-pact: title\.en"):
        _json_ld.encode(exports.chosen(exports.with_text(data, text)), "en")
