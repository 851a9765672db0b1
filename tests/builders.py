"""A small valid dataset in the form of the files, and functions that write and load it.

The records are in canonical order and form, so that `write` gives what `encode` would.  A test
changes what it is about and leaves the rest::

    dataset(tmp_path, events=[*TABLES["events"], {...}])
    write(tmp_path, INFO | {"version": "2"}, pledges=None)
    faults(tmp_path, events=changed("events", "accession-day", order="second"))
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

import ltnato

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "INFO",
    "TABLES",
    "Plain",
    "changed",
    "dataset",
    "faults",
    "refused",
    "text",
    "write",
    "written",
]

Plain: TypeAlias = dict[str, Any]

INFO: Plain = {
    "name": "amber",
    "version": "1.2",
    "as_of": "2010-06-30",
    "title": {"en": "Lithuania in the Amber Pact", "lt": "Lietuva Gintaro pakte"},
    "licence": "CC0-1.0",
    "author": "The keepers of the Pact",
    "url": "https://example.org/amber",
    "coverage": [
        {"relation": "member-of", "object": "amber-pact", "period": "1994/2010-06-30"},
        {"relation": "holds-office", "object": "president-of-lithuania", "period": "1998/2010"},
    ],
    "redirects": [{"old": "lithuania-enters-the-pact", "new": "accession-day"}],
}

#: Plain records of each table, by the name of its file.  Among the events: one whose day is unknown
#: but for its latest, a range and a part of it, a doubtful day, two on one day, an undated one.
TABLES: dict[str, list[Plain]] = {
    "events": [
        {
            "id": "letter-to-the-pact",
            "when": "[..1994-01-04]",
            "category": "statement",
            "topics": ["enlargement"],
            "title": {"en": "Lithuania writes to the Pact", "lt": "Lietuva rašo Paktui"},
            "summary": {
                "en": "The President asks in a letter that the country be taken in.",
                "lt": "Prezidentas laišku prašo priimti šalį.",
            },
            "participants": [
                {
                    "actor": "president-of-lithuania",
                    "role": "sender",
                    "on_behalf_of": "lithuania",
                    "note": "no source names the person",
                },
                {"actor": "amber-pact", "role": "addressee"},
            ],
            "documents": [{"document": "letter-of-application", "act": "sends"}],
            "citations": [{"source": "pact-archive", "locator": "box 3"}],
        },
        {
            "id": "riga-summit",
            "when": "1999-04-23/1999-04-25",
            "category": "summit",
            "manner": ["regular", "ceremonial"],
            "topics": ["enlargement", "open-door"],
            "title": {"en": "Riga summit", "lt": "Rygos viršūnių susitikimas"},
            "summary": {
                "en": "The members meet and invite three countries.",
                "lt": "Narės susitinka ir pakviečia tris šalis.",
            },
            "places": ["riga-castle"],
            "participants": [
                {"actor": "latvia", "role": "host"},
                {"actor": "amber-pact", "role": "organiser"},
                {
                    "actor": "azuolas-simkunas",
                    "role": "guest",
                    "capacity": "president-of-lithuania",
                    "on_behalf_of": "lithuania",
                },
            ],
            "outcomes": [
                {
                    "id": "invitation",
                    "kind": "invitation",
                    "text": {
                        "en": "Three countries are invited to talks.",
                        "lt": "Trys šalys pakviečiamos derėtis.",
                    },
                    "when": "1999-04-24",
                    "due": "2003",
                    "participants": [
                        {"actor": "amber-pact", "role": "inviter"},
                        {"actor": "lithuania", "role": "invitee"},
                    ],
                    "places": ["riga"],
                    "topics": ["diplomacy"],
                    "figures": [{"value": 3, "unit": "countries", "of": "invitee"}],
                    "citations": [{"source": "pact-chronicle", "locator": "summits/1999"}],
                },
                {
                    "id": "aim-of-readiness",
                    "kind": "aim",
                    "text": {
                        "en": "Members aim at forces that are ready sooner.",
                        "lt": "Narės siekia greičiau parengiamų pajėgų.",
                    },
                    "documents": [{"document": "amber-charter", "act": "refers-to"}],
                },
            ],
            "figures": [{"value": 12, "unit": "members", "of": "amber-pact", "when": "1999"}],
            "key": True,
            "citations": [
                {"source": "pact-chronicle", "locator": "summits/1999:2"},
                {"source": "vilnius-daily"},
            ],
        },
        {
            "id": "talk-in-riga",
            "when": "1999-04-24",
            "category": "visit",
            "manner": ["informal"],
            "title": {"en": "A talk in Riga", "lt": "Pokalbis Rygoje"},
            "summary": {"en": "Two Presidents talk alone.", "lt": "Du prezidentai kalbasi vieni."},
            "places": ["latvia"],
            "part_of": "riga-summit",
            "citations": [{"source": "vilnius-daily"}],
        },
        {
            "id": "exercise-amber-shield",
            "when": "2001-09-14?",
            "category": "exercise",
            "topics": ["exercises"],
            "title": {"en": "Exercise Amber Shield", "lt": "Pratybos „Gintaro skydas“"},
            "summary": {
                "en": "Ships exercise off Klaipėda; the day lacks confirmation.",
                "lt": "Laivai treniruojasi prie Klaipėdos; diena nepatvirtinta.",
            },
            "places": ["klaipeda"],
            "figures": [{"value": 7, "unit": "naval-vessels", "bound": "at-least"}],
            "citations": [{"source": "vilnius-daily", "locator": "p. 1"}],
        },
        {
            "id": "seimas-ratifies-the-charter",
            "when": "2004-03-10",
            "category": "legislation",
            "topics": ["national-law"],
            "title": {"en": "The Seimas ratifies the Charter", "lt": "Seimas ratifikuoja Chartiją"},
            "summary": {"en": "The law passes.", "lt": "Įstatymas priimtas."},
            "participants": [{"actor": "seimas", "role": "ratifier"}],
            "figures": [
                {"value": 100, "unit": "votes-for"},
                {"value": 2.5, "unit": "percent-of-gdp", "bound": "about", "of": "lithuania"},
            ],
            "documents": [{"document": "amber-charter", "act": "ratifies"}],
            "links": [{"event": "riga-summit", "kind": "responds-to"}],
            "citations": [{"source": "amber-charter-text"}],
        },
        {
            "id": "accession-day",
            "when": "2004-03-29",
            "category": "accession",
            "manner": ["joint"],
            "topics": ["enlargement"],
            "title": {"en": "Lithuania joins the Pact", "lt": "Lietuva įstoja į Paktą"},
            "summary": {
                "en": "The instrument of accession is handed over, and Lithuania is a member.",
                "lt": "Prisijungimo dokumentas įteiktas, ir Lietuva tampa nare.",
            },
            "places": ["riga"],
            "participants": [
                {
                    "actor": "jurate-zvirblyte",
                    "role": "presenter",
                    "capacity": "minister-of-foreign-affairs-of-lithuania",
                    "on_behalf_of": "lithuania",
                    "citations": [{"source": "vilnius-daily"}],
                }
            ],
            "outcomes": [
                {
                    "id": "accession",
                    "kind": "accession",
                    "text": {"en": "Lithuania is a member.", "lt": "Lietuva yra narė."},
                    "participants": [{"actor": "lithuania", "role": "acceding"}],
                }
            ],
            "documents": [
                {"document": "amber-charter", "act": "accedes-to"},
                {"document": "instrument-of-accession", "act": "deposits"},
            ],
            "links": [
                {"event": "riga-summit", "kind": "follows"},
                {"event": "seimas-ratifies-the-charter", "kind": "follows"},
            ],
            "key": True,
            "order": 1,
            "citations": [{"source": "pact-chronicle", "locator": "members/2004-03-29#1"}],
        },
        {
            "id": "envoy-appointed",
            "when": "2004-03-29",
            "category": "appointment",
            "topics": ["diplomacy"],
            "title": {"en": "An envoy is appointed", "lt": "Paskirtas pasiuntinys"},
            "summary": {"en": "Lithuania appoints an envoy.", "lt": "Lietuva skiria pasiuntinį."},
            "participants": [
                {
                    "actor": "azuolas-simkunas",
                    "role": "appointer",
                    "capacity": "president-of-lithuania",
                },
                {
                    "actor": "jurate-zvirblyte",
                    "role": "appointee",
                    "post": "envoy-of-lithuania-to-the-pact",
                },
            ],
            "order": 2,
            "citations": [{"source": "pact-chronicle", "locator": "members/2004-03-29#2"}],
            "note": "the second entry of the day",
        },
        {
            "id": "five-years-in-the-pact",
            "when": "2009-03",
            "category": "anniversary",
            "title": {"en": "Five years in the Pact", "lt": "Penkeri metai Pakte"},
            "summary": {"en": "A speech marks the day.", "lt": "Diena paminima kalba."},
            "places": ["vilnius"],
            "links": [{"event": "accession-day", "kind": "marks"}],
            "citations": [{"source": "vilnius-daily"}],
        },
        {
            "id": "undated-meeting",
            "category": "conference",
            "manner": ["unofficial"],
            "topics": ["partnership"],
            "title": {"en": "A meeting without a date", "lt": "Susitikimas be datos"},
            "summary": {"en": "Its day is not known.", "lt": "Jo diena nežinoma."},
            "links": [{"event": "accession-day", "kind": "announces"}],
            "citations": [{"source": "pact-archive"}],
        },
    ],
    "actors": [
        {
            "id": "amber-group",
            "kind": "group",
            "name": {"en": "Amber Group", "lt": "Gintaro grupė"},
            "existed": "2000-05-19/2004-03-29",
        },
        {
            "id": "amber-pact",
            "kind": "organisation",
            "name": {"en": "Amber Pact", "lt": "Gintaro paktas"},
            "names": [
                {"text": "AP", "kind": "abbreviation"},
                {"text": "Pact of the Amber Coast", "kind": "former", "when": "1950/1961"},
            ],
            "existed": "1949-04-04/..",
            "citations": [{"source": "amber-charter-text"}],
        },
        {
            "id": "azuolas-simkunas",
            "kind": "person",
            "name": {"en": "Ąžuolas Šimkūnas", "lt": "Ąžuolas Šimkūnas"},
            "names": [{"text": "Azhuolas Shimkunas", "kind": "spelling"}],
            "country": "lithuania",
        },
        {
            "id": "envoy-of-lithuania-to-the-pact",
            "kind": "office",
            "name": {"en": "Envoy of Lithuania to the Pact", "lt": "Lietuvos pasiuntinys Pakte"},
            "country": "lithuania",
        },
        {
            "id": "fourteenth-government",
            "kind": "government",
            "name": {"en": "Fourteenth Government", "lt": "Keturioliktoji Vyriausybė"},
            "country": "lithuania",
            "existed": "2006-07-18/2008-12-09",
            "ordinal": 14,
        },
        {
            "id": "ieva-simkuniene",
            "kind": "person",
            "name": {"en": "Ieva Šimkūnienė", "lt": "Ieva Šimkūnienė"},
            "country": "lithuania",
        },
        {
            "id": "janis-ozols",
            "kind": "person",
            "name": {"en": "Jānis Ozols", "lt": "Janis Uozolas"},
            "country": "latvia",
        },
        {
            "id": "jurate-zvirblyte",
            "kind": "person",
            "name": {"en": "Jūratė Žvirblytė", "lt": "Jūratė Žvirblytė"},
            "country": "lithuania",
            "wikidata": "Q4242",
            "note": "invented",
        },
        {
            "id": "latvia",
            "kind": "country",
            "name": {"en": "Latvia", "lt": "Latvija"},
            "iso2": "LV",
            "iso3": "LVA",
        },
        {
            "id": "lithuania",
            "kind": "country",
            "name": {"en": "Lithuania", "lt": "Lietuva"},
            "names": [{"text": "Republic of Lithuania", "kind": "by-name"}],
            "iso2": "LT",
            "iso3": "LTU",
            "wikidata": "Q37",
        },
        {
            "id": "minister-of-foreign-affairs-of-lithuania",
            "kind": "office",
            "name": {
                "en": "Minister of Foreign Affairs of Lithuania",
                "lt": "Lietuvos užsienio reikalų ministras",
            },
            "country": "lithuania",
        },
        {
            "id": "pact-readiness-programme",
            "kind": "programme",
            "name": {"en": "Pact Readiness Programme", "lt": "Pakto parengties programa"},
            "existed": "1999/",
        },
        {
            "id": "president-of-lithuania",
            "kind": "office",
            "name": {"en": "President of Lithuania", "lt": "Lietuvos prezidentas"},
            "country": "lithuania",
        },
        {
            "id": "seimas",
            "kind": "body",
            "name": {"en": "Seimas", "lt": "Seimas"},
            "names": [{"text": "Parliament of Lithuania", "kind": "by-name"}],
            "country": "lithuania",
        },
    ],
    "places": [
        {
            "id": "baltic-coast",
            "kind": "region",
            "name": {"en": "Baltic coast", "lt": "Baltijos pakrantė"},
        },
        {
            "id": "klaipeda",
            "kind": "city",
            "name": {"en": "Klaipėda", "lt": "Klaipėda"},
            "names": [{"text": "Memel", "kind": "former", "when": "/1923"}],
            "within": "baltic-coast",
            "country": "lithuania",
            "latitude": 55.7033,
            "longitude": 21.1443,
        },
        {"id": "riga", "kind": "city", "name": {"en": "Riga", "lt": "Ryga"}, "country": "latvia"},
        {
            "id": "riga-castle",
            "kind": "building",
            "name": {"en": "Riga Castle", "lt": "Rygos pilis"},
            "within": "riga",
            "citations": [{"source": "vilnius-daily"}],
        },
        {
            "id": "vilnius",
            "kind": "city",
            "name": {"en": "Vilnius", "lt": "Vilnius"},
            "country": "lithuania",
            "latitude": 54.6872,
            "longitude": 25,
        },
    ],
    "documents": [
        {
            "id": "amber-charter",
            "kind": "treaty",
            "title": {"en": "Amber Charter", "lt": "Gintaro chartija"},
            "official_title": {"en": "The Charter of the Amber Pact"},
            "names": [{"text": "Riga Treaty", "kind": "by-name"}],
            "number": "AP/1949/1",
            "url": "https://example.org/charter",
            "parties": ["latvia", "lithuania"],
            "adopted": "1949-04-04",
            "in_force": "1949-08-24/..",
            "provisions": [
                {
                    "id": "mutual-aid",
                    "kind": "decision",
                    "text": {
                        "en": "An attack on one is an attack on all.",
                        "lt": "Vienos užpuolimas yra visų užpuolimas.",
                    },
                    "topics": ["collective-defence"],
                },
                {
                    "id": "accession-of-others",
                    "kind": "aim",
                    "text": {"en": "Others may join.", "lt": "Gali prisijungti kitos."},
                    "participants": [{"actor": "latvia", "role": "lead"}],
                    "topics": ["open-door"],
                },
            ],
            "citations": [{"source": "amber-charter-text", "locator": "art. 5"}],
        },
        {
            "id": "instrument-of-accession",
            "kind": "instrument",
            "title": {"en": "Instrument of accession", "lt": "Prisijungimo dokumentas"},
            "official_title": {"lt": "Lietuvos prisijungimo raštas"},
            "adopted": "2004-03",
            "related": [
                {"document": "amber-charter", "kind": "based-on"},
                {"document": "letter-of-application", "kind": "refers-to"},
            ],
        },
        {
            "id": "letter-of-application",
            "kind": "letter",
            "title": {"en": "Letter of application", "lt": "Prašymo laiškas"},
            "related": [{"document": "instrument-of-accession", "kind": "refers-to"}],
            "note": "undated copy",
        },
        {
            "id": "riga-pledge",
            "kind": "declaration",
            "title": {"en": "Riga Pledge", "lt": "Rygos įsipareigojimas"},
            "parties": ["amber-pact"],
            "adopted": "1999-04-25",
            "in_force": "1999/2008",
            "related": [{"document": "amber-charter", "kind": "implements"}],
            "citations": [{"source": "pact-archive"}],
        },
    ],
    "pledges": [
        {
            "id": "riga-pledge-growth",
            "document": "riga-pledge",
            "by": ["amber-pact"],
            "kind": "growth",
            "indicator": "defence-expenditure",
            "text": {"en": "Spending is to grow.", "lt": "Išlaidos turi augti."},
        },
        {
            "id": "riga-pledge-level",
            "document": "riga-pledge",
            "by": ["latvia", "lithuania"],
            "of": "lithuania",
            "kind": "level",
            "indicator": "defence-expenditure-share",
            "value": 2,
            "unit": "percent-of-gdp",
            "bound": "at-least",
            "deadline": "2008",
            "in_force": "1999/2008",
            "text": {"en": "At least two per cent by 2008.", "lt": "Bent du procentai iki 2008 m."},
            "citations": [{"source": "pact-archive", "locator": "box 7"}],
            "note": "the clause names both countries",
        },
    ],
    "relations": [
        {
            "id": "latvia-in-the-pact",
            "kind": "member-of",
            "subject": "latvia",
            "object": "amber-pact",
            "when": "1949-08-24/..",
            "role": "founding",
            "ordinal": 1,
            "documents": [{"document": "amber-charter", "act": "signs"}],
            "begun_by": "amber-charter",
            "citations": [{"source": "amber-charter-text"}],
        },
        {
            "id": "lithuania-in-the-amber-group",
            "kind": "member-of",
            "subject": "lithuania",
            "object": "amber-group",
            "when": "2000-05-19/2004-03-29",
            "ended_by": "accession-day",
        },
        {
            "id": "lithuania-in-the-pact",
            "kind": "member-of",
            "subject": "lithuania",
            "object": "amber-pact",
            "when": "2004-03-29/..",
            "ordinal": 13,
            "place": "riga",
            "begun_by": "accession-day",
            "citations": [{"source": "pact-chronicle", "locator": "members/2004-03-29#1"}],
        },
        {
            "id": "president-acting",
            "kind": "holds-office",
            "subject": "ieva-simkuniene",
            "object": "president-of-lithuania",
            "when": "2004-04-06/2004-07-12",
            "role": "acting",
            "citations": [{"source": "vilnius-daily"}],
        },
        {
            "id": "president-simkunas",
            "kind": "holds-office",
            "subject": "azuolas-simkunas",
            "object": "president-of-lithuania",
            "when": "1998-02-26/2004-04-06",
        },
        {
            "id": "president-zvirblyte",
            "kind": "holds-office",
            "subject": "jurate-zvirblyte",
            "object": "president-of-lithuania",
            "when": "2004-07-12/..",
            "note": "still in office",
        },
        {
            "id": "programme-of-the-pact",
            "kind": "part-of",
            "subject": "pact-readiness-programme",
            "object": "amber-pact",
            "figures": [{"value": 4, "unit": "pillars", "of": "pact-readiness-programme"}],
        },
    ],
    "observations": [
        {
            "id": "lithuania-share-2008-first",
            "indicator": "defence-expenditure-share",
            "actor": "lithuania",
            "year": 2008,
            "value": 1.11,
            "unit": "percent-of-gdp",
            "estimate": True,
            "edition": "2008-12",
            "citations": [{"source": "pact-archive"}],
        },
        {
            "id": "lithuania-share-2008-second",
            "indicator": "defence-expenditure-share",
            "actor": "lithuania",
            "year": 2008,
            "value": 1,
            "unit": "percent-of-gdp",
            "edition": "2009-12",
            "citations": [{"source": "pact-archive"}],
        },
    ],
    "sources": [
        {
            "id": "amber-charter-text",
            "kind": "act",
            "title": "The Charter of the Amber Pact",
            "publisher": "Amber Pact",
            "family": "amber-pact",
            "url": "https://example.org/charter",
        },
        {
            "id": "pact-archive",
            "kind": "official",
            "title": "Archive of the Pact",
            "publisher": "Amber Pact",
            "family": "amber-pact",
        },
        {
            "id": "pact-chronicle",
            "kind": "official",
            "title": "A chronicle of the Pact",
            "publisher": "Amber Pact",
            "family": "amber-pact",
            "url": "https://example.org/chronicle",
            "accessed": "2010-06-01",
            "outline": [
                {"locator": "introduction/p1", "part": "introduction", "position": 1},
                {
                    "locator": "summits/1999",
                    "part": "summits",
                    "position": 1,
                    "heading": "23-25 April 1999",
                    "when": "1999-04-23/1999-04-25",
                },
                {
                    "locator": "members/2004-03-29#1",
                    "part": "members",
                    "position": 1,
                    "heading": "29 March 2004",
                    "when": "2004-03-29",
                },
                {
                    "locator": "members/2004-03-29#2",
                    "part": "members",
                    "position": 2,
                    "heading": "29 March 2004",
                    "when": "2004-03-29",
                },
            ],
        },
        {
            "id": "vilnius-daily",
            "kind": "press",
            "title": "Vilniaus dienraštis",
            "publisher": "Žiburys",
            "family": "vilnius-daily",
        },
    ],
    "discrepancies": [
        {
            "id": "day-of-amber-shield",
            "record": "exercise-amber-shield",
            "field": "when",
            "stated": "2001-09-15",
            "stated_by": [{"source": "pact-chronicle", "locator": "introduction/p1"}],
            "adopted": "2001-09-14?",
            "status": "open",
            "reason": {
                "en": "Each source gives another day.",
                "lt": "Kiekvienas šaltinis nurodo kitą dieną.",
            },
            "evidence": [{"source": "vilnius-daily", "locator": "p. 1"}],
        },
        {
            "id": "instrument-not-of-ratification",
            "record": "accession-day",
            "field": "outcomes[accession].kind",
            "stated": "ratification",
            "stated_by": [{"source": "vilnius-daily"}],
            "adopted": "accession",
            "status": "resolved",
            "reason": {"en": "The act itself says so.", "lt": "Taip sako pats aktas."},
            "evidence": [{"source": "amber-charter-text"}],
        },
        {
            "id": "no-second-summit",
            "record": "riga-summit",
            "stated": "two summits",
            "stated_by": [{"source": "vilnius-daily"}],
            "status": "resolved",
            "reason": {"en": "There was one.", "lt": "Buvo vienas."},
        },
    ],
}


def text(value: object) -> str:
    """Write a value as a file of the dataset is written."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write one file of a folder as it stands, and give the folder."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    (folder / name).write_bytes(raw)
    return folder


def write(folder: Path, info: Plain | None = None, **tables: list[Any] | None) -> Path:
    """Write the dataset to a folder, made if need be.

    Args:
        folder: Where to write.
        info: The description, that of the base dataset if None.
        tables: Records in place of those of the base dataset; None leaves the file out.

    Returns:
        The folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written(folder, "dataset.json", text(INFO if info is None else info))
    for name, records in (TABLES | tables).items():
        if records is None:
            (folder / f"{name}.json").unlink(missing_ok=True)
        else:
            written(folder, f"{name}.json", text(records))
    return folder


def dataset(
    folder: Path,
    info: Plain | None = None,
    extends: ltnato.Dataset | None = None,
    **tables: list[Any] | None,
) -> ltnato.Dataset:
    """Write the dataset with these changes, and load it."""
    return ltnato.load(write(folder, info, **tables), extends=extends)


def changed(table: str, identifier: str, **fields: Any) -> list[Plain]:
    """Copy a table of the base dataset, with fields of one record changed.

    Args:
        table: Name of the table.
        identifier: The record.
        fields: The new values; ``...`` leaves a field out.

    Returns:
        The records, which a test may change further.
    """
    records = copy.deepcopy(TABLES[table])
    record = next(one for one in records if one["id"] == identifier)
    record |= fields
    for name in [name for name, value in fields.items() if value is ...]:
        del record[name]
    return records


def faults(
    folder: Path,
    info: Plain | None = None,
    extends: ltnato.Dataset | None = None,
    **tables: list[Any] | None,
) -> tuple[ltnato.Finding, ...]:
    """Write the dataset with these changes, and give the findings for which it is refused."""
    write(folder, info, **tables)
    return refused(folder, extends)


def refused(folder: Path, extends: ltnato.Dataset | None = None) -> tuple[ltnato.Finding, ...]:
    """Give the findings for which a folder is refused."""
    with pytest.raises(ltnato.InvalidDataError) as caught:
        ltnato.load(folder, extends=extends)
    return caught.value.findings


def every(data: ltnato.Dataset) -> dict[str, ltnato.Records[Any]]:
    """Give the answers to a query about each kind of record and part."""
    return {
        "events": data.events(),
        "actors": data.actors(),
        "places": data.places(),
        "documents": data.documents(),
        "pledges": data.pledges(),
        "relations": data.relations(),
        "observations": data.observations(list(ltnato.Indicator), edition="all"),
        "sources": data.sources(),
        "discrepancies": data.discrepancies(),
        "participations": data.participations(),
        "outcomes": data.outcomes(),
    }


#: The kinds of records and parts, as `every` names them.
KINDS = (*TABLES, "participations", "outcomes")
