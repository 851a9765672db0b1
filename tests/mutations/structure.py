"""What keeps a folder from loading: files, keys and values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs

from ltnato._codec import TABLES

from ._kinds import Spot, Tables, kind
from ._places import (
    _DAY,
    _YEAR,
    Here,
    _canonical,
    before,
    date_fields,
    objects,
    ours,
    pick,
    prose,
    replaced,
    spot,
    typo,
    year_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


def _files(tables: Tables) -> list[str]:
    return [table for table in ("dataset", *TABLES) if tables[table]]


@kind("S101")
def byte_order_mark(rng: random.Random, tables: Tables) -> Spot:
    """Save a file with a byte-order mark."""
    table = pick(rng, _files(tables))
    tables[table] = b"\xef\xbb\xbf" + _canonical(tables[table])
    return spot(f"{table}.json with a byte-order mark", None)


@kind("S101")
def another_encoding(rng: random.Random, tables: Tables) -> Spot:
    """Save a file in the encoding of Baltic Windows."""
    table = pick(rng, (one for one in _files(tables) if not _canonical(tables[one]).isascii()))
    tables[table] = _canonical(tables[table]).decode().encode("cp1257", "replace")
    return spot(f"{table}.json in cp1257", None)


@kind("S102")
def cut_file(rng: random.Random, tables: Tables) -> Spot:
    """Lose the end of a file."""
    table = pick(rng, _files(tables))
    whole = _canonical(tables[table]).decode().rstrip()
    cut = rng.randrange(1, len(whole))
    tables[table] = whole[:cut].encode()
    return spot(f"{table}.json cut after {cut} characters", None)


@kind("S102")
def key_twice(rng: random.Random, tables: Tables) -> Spot:
    """Give a key of a record twice."""
    table = pick(rng, (one for one in TABLES if tables[one]))
    record = pick(rng, tables[table])
    key = pick(rng, (key for key in record if key != "id"))
    rows = [
        json.dumps(one)[:-1] + f", {json.dumps(key)}: {json.dumps(one[key])}}}"
        if one is record
        else json.dumps(one)
        for one in tables[table]
    ]
    tables[table] = f"[{', '.join(rows)}]".encode()
    return spot(f"{table}.{record['id']}: {key} twice", record["id"])


@kind("S102")
def not_a_number(rng: random.Random, tables: Tables) -> Spot:
    """Write NaN for a number."""
    here = pick(rng, (one for one in objects(tables) if "value" in one.item))
    replaced(here.item, "value", float("nan"))
    return spot(f"{here}: NaN", None)


@kind("S103")
def misnamed_file(rng: random.Random, tables: Tables) -> Spot:
    """Misspell the name of a file."""
    table = pick(rng, (one for one in TABLES if tables[one]))
    name = typo(rng, table, TABLES)
    tables[name], tables[table] = tables[table], []
    return spot(f"{table}.json as {name}.json", None)


def _keys(tables: Tables) -> Iterator[tuple[Here, str]]:
    """Give every key of every object but those that name a record in a message."""
    for here in objects(tables):
        for key in here.item:
            if here.trail or key != "id":
                yield here, key


@kind("S111")
def unknown_key(rng: random.Random, tables: Tables) -> Spot:
    """Misspell a key."""
    here, key = pick(rng, _keys(tables))
    new = typo(rng, key, here.item)
    if new in {"name", "names", "place", "places", "of", "n"}:  # may be a key of another object
        new += "_"
    here.item[new] = here.item.pop(key)
    return here.spot(f"{key} as {new}")


@kind("S112")
def missing_key(rng: random.Random, tables: Tables) -> Spot:
    """Leave out a field that every record of its table has."""
    table = pick(rng, (one for one in TABLES if tables[one]))
    record = pick(rng, tables[table])
    required = [
        one.name
        for one in attrs.fields(TABLES[table])
        if one.init and one.default is attrs.NOTHING and one.name != "id"
    ]
    key = rng.choice(required)
    del record[key]
    return spot(f"{table}.{record['id']}: no {key}", record["id"])


@kind("S112")
def missing_language(rng: random.Random, tables: Tables) -> Spot:
    """Leave out one language of a wording; an official title may stand in one."""
    here, lang = pick(rng, ours(tables))
    del here.item[lang]
    return here.spot(f"no {lang}")


@kind("S113")
def null(rng: random.Random, tables: Tables) -> Spot:
    """Write null for a value."""
    here, key = pick(rng, _keys(tables))
    return here.spot(replaced(here.item, key, None))


@kind("S113")
def wrong_type(rng: random.Random, tables: Tables) -> Spot:
    """Write a value of another type."""
    here, key = pick(rng, _keys(tables))
    value = here.item[key]
    others: tuple[object, ...] = (7, "7", ["7"], {"7": 7}, "true")
    numbers = isinstance(value, int | float) and not isinstance(value, bool)
    new = pick(
        rng,
        (one for one in others if type(one) is not type(value) and not (numbers and one == 7)),
    )
    return here.spot(replaced(here.item, key, new))


@kind("S114")
def empty_text(rng: random.Random, tables: Tables) -> Spot:
    """Empty a text."""
    here, key = pick(rng, (one for one in _keys(tables) if isinstance(one[0].item[one[1]], str)))
    return here.spot(replaced(here.item, key, ""))


_WORDS = ("category", "kind", "role", "act", "unit", "bound", "status", "relation", "indicator")


@kind("S114")
def no_word_of_a_vocabulary(rng: random.Random, tables: Tables) -> Spot:
    """Misspell a word of a vocabulary."""
    here, key = pick(rng, (one for one in _keys(tables) if one[1] in _WORDS))
    new = typo(rng, here.item[key]) + "x"
    return here.spot(replaced(here.item, key, new))


@kind("S114")
def word_of_another_vocabulary(rng: random.Random, tables: Tables) -> Spot:
    """Write a topic in another language, or the category among the topics."""
    here = pick(rng, (one for one in objects(tables) if one.item.get("topics")))
    index = rng.randrange(len(here.item["topics"]))
    here.item["topics"][index] = rng.choice(("summit", "energetika", "anniversary", "russian"))
    return here.spot(f"topics {here.item['topics']}")


@kind("S114")
def no_day_of_the_calendar(rng: random.Random, tables: Tables) -> Spot:
    """Write a day that no calendar has."""
    here, key = pick(rng, date_fields(tables))
    year = year_of(here.item[key])
    new = f"{year}-{rng.choice(('02-30', '04-31', '13-01', '06-00'))}"
    return here.spot(replaced(here.item, key, new))


@kind("S114")
def reversed_range(rng: random.Random, tables: Tables) -> Spot:
    """Write the end of a range first."""
    ranges = [
        (here, key)
        for here, key in date_fields(tables)
        if len(both := here.item[key].split("/")) == 2
        and all(_YEAR.match(one) for one in both)
        and before(*both)
    ]
    here, key = pick(rng, ranges)
    new = "/".join(reversed(here.item[key].split("/")))
    return here.spot(replaced(here.item, key, new))


@kind("S114")
def date_with_slashes(rng: random.Random, tables: Tables) -> Spot:
    """Write a day with slashes, dots or a time."""
    here, key = pick(rng, (one for one in date_fields(tables) if _DAY.match(one[0].item[one[1]])))
    day = here.item[key]
    dotted = ".".join(reversed(day.split("-")))
    new = rng.choice((day.replace("-", "/"), dotted, f"{day}T00:00:00", f"{day} ", day[2:]))
    return here.spot(replaced(here.item, key, new))


@kind("S114")
def control_letter(rng: random.Random, tables: Tables) -> Spot:
    """Put a line feed, a tabulator or a bell in a text."""
    here, lang = pick(rng, prose(tables))
    text = here.item[lang]
    index = rng.randrange(len(text))
    here.item[lang] = text[:index] + rng.choice("\n\t\a\r") + text[index:]
    return here.spot(f"{lang} {here.item[lang][max(0, index - 9) : index + 9]!r}")
