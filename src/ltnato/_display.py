"""Tables of records, as text that fits a terminal and as HTML, with names resolved."""

from __future__ import annotations

import html
import shutil
import textwrap
import unicodedata
from itertools import zip_longest
from typing import Any

from ._language import language
from ._models import (
    Actor,
    Discrepancy,
    Document,
    Event,
    Fulfilment,
    Observation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ._parts import Outcome, Participation
from ._period import Period
from ._text import Bilingual
from ._vocabulary import Limit, Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ._tables import Tables

    Cell = Callable[[Any, Tables, str], object]

#: Columns in characters: where reading suffers, where it gets hard, and where it ends.
_READABLE, _LEAST, _HAIR = 30, 8, 1

#: Headings, and other words of the display, in Lithuanian; the English ones are the keys.
_LT = {
    "date": "data",
    "id": "id",
    "event": "įvykis",
    "category": "kategorija",
    "kind": "rūšis",
    "name": "vardas ar pavadinimas",
    "country": "valstybė",
    "title": "pavadinimas",
    "actor": "dalyvis",
    "role": "vaidmuo",
    "capacity": "pareigos",
    "of": "įrašas",
    "text": "tekstas",
    "summary": "santrauka",
    "document": "dokumentas",
    "value": "reikšmė",
    "deadline": "terminas",
    "in force": "galioja",
    "subject": "subjektas",
    "relation": "ryšys",
    "object": "objektas",
    "no.": "nr.",
    "year": "metai",
    "indicator": "rodiklis",
    "edition": "leidimas",
    "publisher": "leidėjas",
    "record": "įrašas",
    "field": "laukas",
    "stated": "teigiama",
    "adopted": "priimta",
    "status": "būsena",
    "place": "vieta",
    "manner": "pobūdis",
    "topics": "temos",
    "participants": "dalyviai",
    "outcomes": "rezultatai",
    "figures": "skaičiai",
    "documents": "dokumentai",
    "part of": "platesnis įvykis",
    "links": "sąsajos",
    "sources": "šaltiniai",
    "discrepancies": "neatitikimai",
    "trust": "patikimumas",
    "names": "kitaip",
    "existed": "laikotarpis",
    "codes": "kodai",
    "within": "kur yra",
    "coordinates": "koordinatės",
    "official title": "oficialus pavadinimas",
    "number": "numeris",
    "address": "adresas",
    "parties": "šalys",
    "provisions": "nuostatos",
    "related": "susiję",
    "by": "kas įsipareigojo",
    "begun by": "pradžia",
    "ended by": "pabaiga",
    "family": "kilmė",
    "accessed": "žiūrėta",
    "outline": "turinys",
    "why": "paaiškinimas",
    "evidence": "įrodymai",
    "stated by": "kas teigia",
    "undated": "be datos",
    "nothing": "nieko",
    "adopted nothing": "nieko nepriimta",
    "in the office of": "kaip",
    "to the office of": "pareigos:",
    "for": "atstovauja:",
    "about": "kam taikoma",
    "no records": "įrašų nėra",
    "records": "įrašų",
    "estimate": "įvertis",
    "equipment": "technika",
    "verdict": "ar įvykdytas",
    "members": "narės",
    "secretary general": "generalinis sekretorius",
    "strategic concept": "strateginė koncepcija",
    "president": "Respublikos Prezidentas",
    "government": "Vyriausybė",
    "prime minister": "Ministras Pirmininkas",
    "speaker": "Seimo Pirmininkas",
    "minister of foreign affairs": "užsienio reikalų ministras",
    "minister of national defence": "krašto apsaugos ministras",
    "ambassador to nato": "ambasadorius prie NATO",
    "chief of defence": "kariuomenės vadas",
    "pledges": "įsipareigojimai",
    "air policing": "oro policijos misija",
    "(the data may lack some)": "(duomenys gali būti neišsamūs)",
    "(not covered)": "(duomenų nėra)",
}


def word(text: str, lang: str) -> str:
    """Give a word of the display in a language."""
    return _LT.get(text, text) if lang == "lt" else text


def name(tables: Tables, identifier: str, lang: str) -> str:
    """Give the name of a record by its identifier, the identifier itself where none has it."""
    kinds: tuple[type[Any], ...] = (Actor, Place, Document, Event, Source)
    for kind in kinds:
        record = tables.by_id(kind).get(identifier)
        if record is not None:
            shown = record.name if isinstance(record, Actor | Place) else record.title
            return shown.get(lang) if isinstance(shown, Bilingual) else str(shown)
    return identifier


def show(value: object, lang: str) -> str:
    """Word a plain value: the label of a word, a wording in the language, a period in words."""
    if value is None:
        return ""
    if isinstance(value, Vocabulary):
        return value.label.get(lang)
    if isinstance(value, Bilingual):
        return value.get(lang)
    if isinstance(value, Period):
        return value.to_text(lang)
    if isinstance(value, tuple):
        return ", ".join(show(one, lang) for one in value)
    return str(value)


_SIGN = {Limit.AT_LEAST: "≥ ", Limit.AT_MOST: "≤ ", Limit.UP_TO: "≤ ", Limit.ABOUT: "~ "}


def measure(value: float | None, unit: Vocabulary | None, bound: Limit, lang: str) -> str:
    """Word a number with its bound and unit."""
    if value is None:
        return ""
    number = str(value).replace(".", ",") if lang == "lt" else str(value)
    number = f"{_SIGN.get(bound, '')}{number}"
    if unit is None:
        return number
    label = show(unit, lang)
    # A Lithuanian noun would change its case after a number, so it stands first; an abbreviation
    # never does.
    return f"{label}: {number}" if lang == "lt" and "." not in label else f"{number} {label}"


# --- tables ------------------------------------------------------------------------------------


def _of(field: str) -> Cell:
    return lambda one, _tables, _lang: getattr(one, field)


def _named(field: str) -> Cell:
    def cell(one: object, tables: Tables, lang: str) -> object:
        identifier = getattr(one, field)
        return name(tables, identifier, lang) if identifier else ""

    return cell


def _event_date(one: Participation, tables: Tables, _lang: str) -> object:
    event = tables.by_id(Event).get(one.event or "")
    return event.when if event else ""


#: The columns of each kind of record: heading and cell.
_COLUMNS: dict[type[Any], tuple[tuple[str, Cell], ...]] = {
    Event: (("date", _of("when")), ("id", _of("id")), ("title", _of("title"))),
    Actor: (("id", _of("id")), ("kind", _of("kind")), ("name", _of("name"))),
    Place: (
        ("id", _of("id")),
        ("kind", _of("kind")),
        ("country", _named("country")),
        ("name", _of("name")),
    ),
    Document: (("date", _of("adopted")), ("id", _of("id")), ("title", _of("title"))),
    Pledge: (
        ("id", _of("id")),
        ("value", lambda one, _tables, lang: measure(one.value, one.unit, one.bound, lang)),
        ("deadline", _of("deadline")),
        ("in force", _of("in_force")),
        ("text", _of("text")),
    ),
    Relation: (
        ("date", _of("when")),
        ("subject", _named("subject")),
        ("relation", _of("kind")),
        ("role", _of("role")),
        ("object", _named("object")),
    ),
    Observation: (
        ("indicator", _of("indicator")),
        ("actor", _named("actor")),
        ("year", _of("year")),
        ("value", lambda one, _tables, lang: measure(one.value, one.unit, Limit.EXACT, lang)),
        ("edition", _of("edition")),
    ),
    Fulfilment: (
        ("id", _of("pledge")),
        ("actor", _named("actor")),
        ("verdict", _of("verdict")),
        ("why", _of("reason")),
    ),
    Source: (("id", _of("id")), ("publisher", _of("publisher")), ("title", _of("title"))),
    Discrepancy: (
        ("record", _of("record")),
        ("field", _of("field")),
        ("status", _of("status")),
        ("stated", _of("stated")),
        ("adopted", _of("adopted")),
    ),
    Participation: (
        ("date", _event_date),
        ("event", _of("event")),
        ("actor", _named("actor")),
        ("role", _of("role")),
        ("capacity", _named("capacity")),
    ),
    Outcome: (
        ("date", _of("when")),
        ("of", _of("of")),
        ("kind", _of("kind")),
        ("text", _of("text")),
    ),
}


def _grid(
    items: Sequence[object],
    tables: Tables,
    lang: str,
    limit: int | None,
) -> tuple[list[str], list[list[str]]]:
    """Give the headings and the cells of a table, a row of dots for those left out."""
    columns = _COLUMNS[type(items[0])]
    headings = [word(heading, lang) for heading, _ in columns]
    long = limit is not None and len(items) > limit
    half = limit // 2 if limit is not None and long else len(items)
    shown = (*items[:half], *items[-half:]) if long else items
    rows = [[_cell(cell(one, tables, lang), lang) for _, cell in columns] for one in shown]
    if long:
        rows.insert(half, ["…", *("" for _ in columns[1:])])
    return headings, rows


def _cell(value: object, lang: str) -> str:
    """Put a value on one line; a date stays as written, so that a column can be sorted."""
    return one_line(str(value) if isinstance(value, Period) else show(value, lang))


def _count(items: Sequence[object], lang: str) -> str:
    """Say how many records there are; a Lithuanian noun would change its form with the number."""
    return f"{word('records', lang)}: {len(items)}" if lang == "lt" else f"{len(items)} records"


def one_line(text: str) -> str:
    """Put a text on one line, free of characters that steer a terminal."""
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def table_text(
    items: Sequence[object],
    tables: Tables,
    *,
    lang: str = "en",
    width: int | None = None,
    limit: int | None = None,
) -> str:
    """Give records as an aligned table that fits a width."""
    language(lang)
    if not items:
        return word("no records", lang)
    room = width or shutil.get_terminal_size((100, 24)).columns
    headings, rows = _grid(items, tables, lang, limit)
    sizes = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    kept = [heading == "id" for heading, _ in _COLUMNS[type(items[0])]]
    sizes = _fit(sizes, kept, room)
    lines = [*_row(headings, sizes), "  ".join("-" * size for size in sizes)]
    for row in rows:
        lines += _row(row, sizes)
    if limit is not None and len(items) > limit:
        lines.append(f"({_count(items, lang)})")
    return "\n".join(lines)


def _fit(sizes: list[int], kept: list[bool], room: int) -> list[int]:
    """Narrow the widest column, again and again, until the row fits: identifiers last."""
    sizes = list(sizes)
    for least, yielding in ((_READABLE, False), (_LEAST, True), (_HAIR, True)):
        while sum(sizes) + 2 * (len(sizes) - 1) > room:
            wide = [
                index
                for index, size in enumerate(sizes)
                if size > least and (yielding or not kept[index])
            ]
            if not wide:
                break
            sizes[max(wide, key=lambda index: sizes[index])] -= 1
    return sizes


def _row(cells: Iterable[str], sizes: Sequence[int]) -> list[str]:
    """Align the cells of a row; what is too long goes on below, so that nothing is cut."""
    columns = [
        [cell] if len(cell) <= size else textwrap.wrap(cell, size)
        for cell, size in zip(cells, sizes, strict=True)
    ]
    return [
        "  ".join(part.ljust(size) for part, size in zip(parts, sizes, strict=True)).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]


#: No colours of its own: it takes those of the page, light or dark.
STYLE = "border-collapse:collapse;color:inherit;background:transparent"
HEAD = "text-align:left"
CELL = f"{HEAD};vertical-align:top;padding:.2em .7em;border-bottom:1px solid rgba(128,128,128,.35)"


def table_html(
    items: Sequence[object],
    tables: Tables,
    *,
    lang: str = "en",
    limit: int | None = None,
) -> str:
    """Give records as a table of a web page, everything in it escaped."""
    if not items:
        return f"<p>{html.escape(word('no records', lang))}</p>"
    headings, rows = _grid(items, tables, lang, limit)
    head = "".join(f'<th scope="col" style="{CELL}">{html.escape(one)}</th>' for one in headings)
    # A date is read as one word; its hyphens would break it.
    styles = [
        f"{CELL};white-space:nowrap" if heading == "date" else CELL
        for heading, _ in _COLUMNS[type(items[0])]
    ]
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{style}">{html.escape(cell)}</td>'
            for style, cell in zip(styles, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    caption = _count(items, lang) if len(items) > 1 else ""
    return (
        f'<table lang="{lang}" style="{STYLE}">'
        + (f'<caption style="{HEAD}">{html.escape(caption)}</caption>' if caption else "")
        + f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
