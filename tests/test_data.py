"""The shipped data keep what the notes beside them promise."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pycountry
import pytest

import ltnato
from ltnato._codec import TABLES, encode, unstructure
from ltnato._jsonfile import read_json
from ltnato._models import BaseRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(ltnato.__file__).parent / "data"
ROOT = Path(__file__).parents[1]
SHIPPED = ltnato.dataset()
PAGE = "mfa-membership-page"

RECORDS: dict[str, tuple[Any, ...]] = {
    table: SHIPPED._tables.get(kind) for table, kind in TABLES.items()
}
ALL = [record for records in RECORDS.values() for record in records]
BY_ID = {record.id: record for record in ALL}

#: The accessions to NATO, typed in apart from the data: country codes by day.
ACCESSIONS = {
    "1949-08-24": "BE CA DK FR IS IT LU NL NO PT GB US",
    "1952-02-18": "GR TR",
    "1955-05-06": "DE",
    "1982-05-30": "ES",
    "1999-03-12": "CZ HU PL",
    "2004-03-29": "BG EE LV LT RO SK SI",
    "2009-04-01": "AL HR",
    "2017-06-05": "ME",
    "2020-03-27": "MK",
    "2023-04-04": "FI",
    "2024-03-07": "SE",
}


def values(value: object) -> Iterator[object]:
    """Give every value inside a record, the record included."""
    yield value
    if attrs.has(type(value)):
        for one in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from values(getattr(value, one.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values(item)


def citations(record: object) -> list[ltnato.Citation]:
    """Give every citation inside a record."""
    return [one for one in values(record) if isinstance(one, ltnato.Citation)]


def resolve(record: object, path: str) -> object:
    """Follow the path of a discrepancy by names and identifiers."""
    value: Any = record
    for name, key in re.findall(r"([a-z_]+)(?:\[([^\]]+)\])?", path):
        value = getattr(value, name)
        if key:
            found = [
                item
                for item in value
                if item == key or key in {getattr(item, one, None) for one in LABELS}
            ]
            assert found, f"{path}: nothing is called {key}"
            value = found[0]
    return value


LABELS = ("id", "actor", "document", "event", "source", "text")


class TestFolder:
    """The files as they are."""

    def test_loads_strictly(self) -> None:
        """The folder passes every check that a user's folder must pass."""
        loaded = ltnato.load(DATA)

        assert loaded == SHIPPED

    @pytest.mark.parametrize("file", sorted(DATA.glob("*.json")), ids=lambda file: file.name)
    def test_canonical(self, file: Path) -> None:
        """Each file is written as the codec writes it, byte for byte."""
        value, findings = read_json(file.name, file.read_bytes())

        assert not findings
        assert file.read_bytes().decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"

    @pytest.mark.parametrize("table", TABLES)
    def test_round_trip(self, table: str) -> None:
        """File -> records -> file gives the same bytes."""
        assert (DATA / f"{table}.json").read_bytes().decode() == encode(RECORDS[table])

    def test_identifiers(self) -> None:
        """An identifier stands for one record over all tables."""
        assert len(ALL) == len(BY_ID)


class TestSources:
    """What supports the records."""

    @pytest.mark.parametrize("table", [table for table in TABLES if table != "sources"])
    def test_every_record_cites(self, table: str) -> None:
        """No record stands without a source."""
        silent = [
            record.id
            for record in RECORDS[table]
            if not (record.evidence if table == "discrepancies" else record.citations)
        ]

        assert silent == []

    def test_no_idle_source(self) -> None:
        """No source stands that nothing cites."""
        cited = {one.source for record in ALL for one in citations(record)}

        assert {source.id for source in RECORDS["sources"]} - cited == set()

    def test_locators(self) -> None:
        """A locator into a source with an outline names an entry of it, and perhaps a sentence."""
        outlines = {
            source.id: {entry.locator for entry in source.outline}
            for source in RECORDS["sources"]
            if source.outline
        }
        wrong = [
            (record.id, one.locator)
            for record in ALL
            for one in citations(record)
            if one.source in outlines
            and one.locator is not None
            and re.sub(r":[1-9]\d*\Z", "", one.locator) not in outlines[one.source]
        ]

        assert wrong == []

    def test_outline_is_cited(self) -> None:
        """Every entry of the page's part on the way to NATO is cited by an event."""
        entries = [
            entry.locator for entry in ltnato.source(PAGE).outline if entry.part == "way-to-nato"
        ]
        missing = [one for one in entries if not ltnato.events(source=f"{PAGE}/{one}")]

        assert len(entries) == 23
        assert missing == []

    def test_addresses(self) -> None:
        """Addresses are of the web, without blanks and tracking; each source was read on a day."""
        wrong = [
            source.id
            for source in RECORDS["sources"]
            if (source.url and not re.fullmatch(r"https?://[^\s]+", source.url))
            or "utm_" in (source.url or "")
            or source.accessed is None
            or source.accessed.days != 1
        ]

        assert wrong == []


class TestDiscrepancies:
    """The ledger."""

    def test_paths(self) -> None:
        """Each path leads to a field of its record."""
        for one in RECORDS["discrepancies"]:
            if one.field is not None:
                resolve(BY_ID[one.record], one.field)

    def test_adopted_is_the_records_value(self) -> None:
        """Where the field is a plain value, the adopted one is that of the record."""
        wrong = []
        for one in RECORDS["discrepancies"]:
            value = resolve(BY_ID[one.record], one.field) if one.field else None
            if isinstance(value, str | int | ltnato.Period) and str(value) != one.adopted:
                wrong.append((one.id, str(value), one.adopted))

        assert wrong == []

    def test_evidence_is_independent(self) -> None:
        """The evidence holds a family that does not state the claim."""
        family = {source.id: source.family for source in RECORDS["sources"]}
        wrong = [
            one.id
            for one in RECORDS["discrepancies"]
            if {family[each.source] for each in one.evidence}
            <= {family[each.source] for each in one.stated_by}
        ]

        assert wrong == []


class TestWordings:
    """What people read."""

    def test_both_languages(self) -> None:
        """A title, summary, text or reason is not the same in both languages."""
        same = [
            (record.id, wording.en)
            for record in ALL
            for wording in values(record)
            if isinstance(wording, ltnato.Bilingual)
            and wording.en == wording.lt
            # Names of persons and places may be the same, and those of bodies left as they are.
            and wording is not getattr(record, "name", None)
        ]

        assert same == []

    def test_letters(self) -> None:
        """Texts are NFC, with typographic quotation marks and single blanks."""
        wrong = [
            (record.id, text)
            for record in ALL
            if not isinstance(record, ltnato.Source)
            for wording in values(record)
            if isinstance(wording, ltnato.Bilingual)
            for text in (wording.en, wording.lt)
            if unicodedata.normalize("NFC", text) != text
            or re.search(r"[\"']|\s\s|^\s|\s$|[\u0400-\u04ff\u200b-\u200f\u2028-\u202e]", text)
        ]

        assert wrong == []

    def test_titles(self) -> None:
        """Titles of events are short and end without a full stop."""
        wrong = [
            (event.id, title)
            for event in ltnato.events()
            for title in (event.title.en, event.title.lt)
            if len(title) > 90 or title.endswith(".")
        ]

        assert wrong == []


class TestTime:
    """Dates, terms and memberships."""

    @pytest.mark.parametrize("year", range(1950, 2027))
    def test_members_of_nato(self, year: int) -> None:
        """On 1 January of each year the Allies are those of a list typed in apart."""
        day = f"{year}-01-01"
        expected = {
            code for joined, codes in ACCESSIONS.items() if joined <= day for code in codes.split()
        }

        assert {member.iso2 for member in ltnato.members("nato", on=day)} == expected

    @pytest.mark.parametrize("joined", ACCESSIONS)
    def test_day_of_accession(self, joined: str) -> None:
        """A country is an Ally on the day of its accession, and not on the day before."""
        before = date.fromordinal(date.fromisoformat(joined).toordinal() - 1)
        codes = {member.iso2 for member in ltnato.members("nato", on=joined)}

        assert set(ACCESSIONS[joined].split()) <= codes
        if joined != min(ACCESSIONS):
            earlier = {member.iso2 for member in ltnato.members("nato", on=before)}
            assert codes - earlier == set(ACCESSIONS[joined].split())

    def test_ordinals(self) -> None:
        """The members of NATO are numbered in the order of their accession."""
        ties = ltnato.relations(kind="member-of", object="nato")

        assert [tie.ordinal for tie in ties] == list(range(1, 33))

    def test_capacities(self) -> None:
        """Whoever acts in an office whose holders are recorded for the day held it on that day."""
        wrong = []
        for part in ltnato.participations():
            event = ltnato.event(part.event or "")
            if part.capacity is None or event.when is None:
                continue
            try:
                holders = ltnato.holders(part.capacity, on=event.when).ids
            except ltnato.OutsideCoverageError:
                continue
            if part.actor not in holders:
                wrong.append((event.id, part.actor, part.capacity))

        assert wrong == []

    def test_nothing_follows_what_came_later(self) -> None:
        """An event that follows another does not surely come before it."""
        wrong = [
            (event.id, link.event)
            for event in ltnato.events()
            for link in event.links
            if link.kind in {"follows", "marks", "carries-out", "responds-to"}
            and event.when is not None
            and (earlier := ltnato.event(link.event).when) is not None
            and (event.when.gap(earlier) or 0) > 0
        ]

        assert wrong == []

    def test_outcomes_fall_within_their_event(self) -> None:
        """A dated outcome may lie within its event."""
        wrong = [
            (event.id, outcome.id)
            for event in ltnato.events()
            for outcome in event.outcomes
            if outcome.when is not None
            and event.when is not None
            and not event.when.overlaps(outcome.when)
        ]

        assert wrong == []

    def test_counts(self) -> None:
        """A figure that counts the participants in a role, or the members of NATO, is right."""
        wrong = []
        for event in ltnato.events():
            holders: tuple[ltnato.Event | ltnato.Outcome, ...] = (event, *event.outcomes)
            for holder in holders:
                roles = [part.role.value for part in holder.participants]
                for figure in holder.figures:
                    if figure.of in roles and figure.value != roles.count(figure.of):
                        wrong.append((event.id, figure))
                    day = figure.when or event.when
                    if figure.of == "nato" and figure.unit == "members" and day is not None:
                        members = ltnato.members("nato", on=day.end)
                        if len(members) != figure.value:
                            wrong.append((event.id, figure))

        assert wrong == []


class TestIdentifiers:
    """Identifiers of others."""

    def test_countries(self) -> None:
        """Both codes of each country are those that ISO 3166-1 gives to one and the same."""
        wrong = []
        for country in ltnato.actors(kind="country"):
            entry = pycountry.countries.get(alpha_2=country.iso2 or "??")
            if entry is None or entry.alpha_3 != country.iso3:
                wrong.append(country.id)

        # States of the past have no code of today.
        assert wrong == ["czechoslovakia", "soviet-union"]

    def test_wikidata(self) -> None:
        """An item of Wikidata stands for one actor."""
        items = [one.wikidata for one in ltnato.actors() if one.wikidata is not None]

        assert all(re.fullmatch(r"Q[1-9]\d*", one) for one in items)
        assert len(items) == len(set(items))


class TestTrust:
    """How well the sources support the events."""

    def test_share_of_corroborated_events(self) -> None:
        """At least nine events in ten are corroborated."""
        assert len(ltnato.events(trust="corroborated")) >= 0.9 * len(ltnato.events())


class TestReadme:
    """The figures that the pages tell."""

    def test_figures(self) -> None:
        """README counts as the data do, and names their version."""
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        found = dict(re.findall(r"^\| (\w+) \| (\d+)", text, re.MULTILINE))

        assert found == {
            "events": str(len(ltnato.events())),
            "people": str(len(ltnato.actors(kind="person"))),
            "documents": str(len(ltnato.documents())),
            "pledges": str(len(ltnato.pledges())),
            "relations": str(len(ltnato.relations())),
            "observations": str(len(RECORDS["observations"])),
            "discrepancies": str(len(ltnato.discrepancies())),
        }
        assert f"among {len(ltnato.actors())} actors" in text
        assert f"Data version {SHIPPED.version}, as of" in text

    def test_shares_of_trust(self) -> None:
        """The notes beside the data tell how many events are supported how well."""
        text = (DATA / "README.md").read_text(encoding="utf-8")
        whole = len(ltnato.events())
        for level in ltnato.Trust:
            count = len(ltnato.events(trust=level))
            assert f"| {level.label.en} | {count} | {100 * count / whole:.0f}% |" in text

    def test_one_event_pickles_small(self) -> None:
        """The largest event of the dataset stays a few KiB."""
        import pickle

        largest = max(len(pickle.dumps(event)) for event in ltnato.events())

        assert largest < 16 * 1024


def test_records_are_of_the_models() -> None:
    """Every record is of the class of its table and writes itself with its identifier first."""
    for table, kind in TABLES.items():
        assert all(type(record) is kind for record in RECORDS[table])
    assert all(isinstance(record, BaseRecord) for record in ALL)
    assert {next(iter(unstructure(record))) for record in ALL} == {"id"}
