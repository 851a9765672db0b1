"""What tests of exports share: records as rows, and datasets that hold any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

import ltnato
from ltnato import Actor, Bilingual, Citation, Dataset, Event, Period, _tables
from ltnato._codec import TABLES
from ltnato._export._selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hypothesis.strategies import SearchStrategy

__all__ = [
    "UNFIT",
    "chosen",
    "citations",
    "event_rows",
    "hostile",
    "same",
    "texts",
    "with_text",
]

#: Texts that no file can carry, by what is wrong with them.
UNFIT = {"NUL": "a\0b", "half a surrogate pair": "a\ud800b", "its other half": "\udfff"}

_HOSTILE = [
    "<script>alert(1)</script>",
    "</script><!-- ",
    '=HYPERLINK("https://example.org","x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r\n=1",
    "'quoted",
    "''",
    "a\r\nb",
    "a\rb",
    "a\nb",
    "'); DROP TABLE events; --",
    'he said "no", and left',
    "\u202eright to left\u202c",
    "\u200b",
    "\ufeffmark",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028\u2029",
    "＝1",
    "NaN",
    "null",
    "NULL",
    "true",
    "007",
    "1e5",
    "2004-03-29",
    "a;b,c",
    "\\",
    "\\u0000",
    "{}",
    "𝄞",
    " blank ",
]


def hostile() -> SearchStrategy[str]:
    """Draw a text that some format might not take as it is; any that can be carried at all."""
    any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    return st.sampled_from(_HOSTILE) | any_text.filter(bool)


def texts(value: object) -> Iterable[str]:
    """Give every text in plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def with_text(data: Dataset, text: str) -> Dataset:
    """Give a dataset with a text wherever one can stand; loading would refuse some of them."""
    both = Bilingual(en=text, lt=text)
    records: dict[str, list[Any]] = {
        table: list(data._tables.get(kind)) for table, kind in TABLES.items()
    }
    for table, held in records.items():
        for index, one in enumerate(held):
            changed: dict[str, Any] = {
                field.name: both if isinstance(getattr(one, field.name), Bilingual) else text
                for field in attrs.fields(type(one))
                if isinstance(getattr(one, field.name), Bilingual)
                or field.name in {"note", "stated", "publisher", "number"}
            }
            if isinstance(one, Event):
                outcomes = [attrs.evolve(each, text=both) for each in one.outcomes]
                cited = tuple(attrs.evolve(each, locator=text) for each in one.citations)
                changed |= {"outcomes": tuple(outcomes), "citations": cited}
            elif isinstance(one, Actor):
                changed["names"] = tuple(attrs.evolve(each, text=text) for each in one.names)
            records[table][index] = attrs.evolve(one, **changed)
    return Dataset(_tables.held(data._tables.info, records, None, {}))


def _sides(when: Period | None) -> tuple[date | None, date | None, str | None, str | None]:
    """Give what the columns of a period say."""
    if when is None:
        return (None, None, None, None)
    return (when.start, when.end, when.precision.value, str(when))


def event_rows(data: Dataset) -> list[dict[str, Any]]:
    """Give the events as rows, put together from the records by hand."""
    rows = []
    for one in data.events():
        start, end, precision, edtf = _sides(one.when)
        names = [data.record(place) for place in one.places]
        assert all(isinstance(each, ltnato.Place | Actor) for each in names)
        named: list[Any] = names
        rows.append(
            {
                "event_id": one.id,
                "start_date": start,
                "end_date": end,
                "date_precision": precision,
                "date_edtf": edtf,
                "category": one.category.value,
                "manner": [word.value for word in one.manner],
                "topics": [word.value for word in one.topics],
                "title_en": one.title.en,
                "title_lt": one.title.lt,
                "summary_en": one.summary.en,
                "summary_lt": one.summary.lt,
                "places": list(one.places),
                "place_names_en": [each.name.en for each in named],
                "place_names_lt": [each.name.lt for each in named],
                "part_of": one.part_of,
                "is_key": one.key,
                "day_order": one.order,
                "trust": data.trust(one).value,
                "sources": list(dict.fromkeys(each.source for each in one.citations)),
                "note": one.note,
            }
        )
    return rows


def chosen(data: Dataset) -> Selection:
    """Give all records of a dataset as what is to be exported."""
    return Selection(data._tables)


def same(found: Iterable[dict[str, Any]], data: Dataset) -> None:
    """Assert that rows which a program has read are the events, none more and none less."""
    assert list(found) == event_rows(data)


def citations(data: Dataset) -> int:
    """Count the citations in a dataset, wherever they stand."""

    def count(value: object) -> int:
        if isinstance(value, Citation):
            return 1
        if isinstance(value, tuple):
            return sum(map(count, value))
        if attrs.has(type(value)):
            kind: Any = type(value)
            fields = attrs.fields_dict(kind)
            return sum(count(getattr(value, name)) for name in fields)
        return 0

    return sum(count(one) for kind in TABLES.values() for one in data._tables.get(kind))
