"""Kinds of corruption of a dataset, each with the rule that must catch it.

A kind is a function of a random generator and of the plain JSON of all files by their stems.  It
takes its place at random among all where the corruption is one, changes the JSON there, and says
what it did and which records the finding may name.  Where a rule rightly can not see a corruption,
because nothing sure is recorded there, a remark says why the place is left out.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import attrs

import ltnato
from ltnato._codec import TABLES

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pendulum import Date

__all__ = ["KINDS", "UNSEEN", "WITHOUT_PLACE", "Kind", "NoPlaceError", "Spot", "Tables"]

T = TypeVar("T")
Plain: TypeAlias = dict[str, Any]
#: The content of each file by its stem; bytes are written as they are.
Tables: TypeAlias = dict[str, Any]


class Spot(NamedTuple):
    """Hold what was changed, and the records of which one must be found.

    A file that is no longer read, or is not canonical, has findings without a record.
    """

    told: str
    records: frozenset[str | None]


Change: TypeAlias = "Callable[[random.Random, Tables], Spot]"


class Kind(NamedTuple):
    """Hold a kind of corruption: the rule that must catch it, how it is done, how often tried."""

    code: str
    change: Change
    tries: int


KINDS: dict[str, Kind] = {}
#: Kinds that no rule can see, each with the reason.
UNSEEN: dict[str, tuple[str, Change]] = {}
#: Rules for which the shipped data hold no place to go wrong.
WITHOUT_PLACE = {
    "C109": "the dataset holds no observations yet",
}

TRIES = 3


class NoPlaceError(Exception):
    """Say that the data hold no place where a corruption of a kind would be one."""


def kind(code: str) -> Callable[[Change], Change]:
    """Add a function to the kinds, under its own name."""

    def add(change: Change) -> Change:
        KINDS[change.__name__.replace("_", "-")] = Kind(code, change, TRIES)
        return change

    return add


def unseen(reason: str) -> Callable[[Change], Change]:
    """Add a function to the kinds that no rule can see."""

    def add(change: Change) -> Change:
        UNSEEN[change.__name__.replace("_", "-")] = (reason, change)
        return change

    return add


# --- finding places ----------------------------------------------------------------------------


class Here(NamedTuple):
    """Hold an object of the JSON: its table, its record, the keys that lead to it, itself."""

    table: str
    record: Plain
    trail: tuple[str, ...]
    item: Plain

    @property
    def id(self) -> str | None:
        """Give the identifier of the record, None for the description of the dataset."""
        return None if self.table == "dataset" else str(self.record["id"])

    def spot(self, told: str) -> Spot:
        """Say what was changed here."""
        return Spot(f"{self}: {told}", frozenset((self.id,)))

    def __str__(self) -> str:
        """Give the place."""
        return ".".join([self.table, self.id or "", *self.trail])


def objects(tables: Tables) -> Iterator[Here]:
    """Give every object of every record, the record first."""
    for table in ("dataset", *TABLES):
        for record in [tables[table]] if table == "dataset" else tables[table]:
            yield from _inside(Here(table, record, (), record))


def _inside(here: Here) -> Iterator[Here]:
    yield here
    table, record, trail, item = here
    for key, value in item.items():
        if isinstance(value, dict):
            yield from _inside(Here(table, record, (*trail, key), value))
        elif isinstance(value, list):
            for inner in value:
                if isinstance(inner, dict):
                    yield from _inside(Here(table, record, (*trail, key), inner))


def pick(rng: random.Random, found: Iterable[T]) -> T:
    """Take one of the places."""
    places = list(found)
    if not places:
        raise NoPlaceError
    return rng.choice(places)


def sought(found: Iterable[T]) -> T:
    """Take the first of what is sought."""
    for one in found:
        return one
    raise NoPlaceError


def mixed(rng: random.Random, found: Iterable[T]) -> list[T]:
    """Give all places in a random order."""
    places = list(found)
    rng.shuffle(places)
    return places


def spot(told: str, *records: str | None) -> Spot:
    """Say what was changed, and which records the finding may name."""
    return Spot(told, frozenset(records))


def by_id(tables: Tables, table: str) -> dict[str, Plain]:
    """Give the records of a table by their identifiers."""
    return {one["id"]: one for one in tables[table]}


def identifiers(tables: Tables) -> set[str]:
    """Give the identifiers of all tables, and what else a reference may name."""
    roles = {role.value for role in ltnato.Role}
    return roles | {one["id"] for table in TABLES for one in tables[table]}


def typo(rng: random.Random, text: str, taken: Iterable[str] = ()) -> str:
    """Mistype a word: double a letter of it, or leave one out."""
    index = rng.choice([index for index, char in enumerate(text) if char.isalpha()])
    double = text[: index + 1] + text[index:]
    less = text[:index] + text[index + 1 :]
    return sought(one for one in mixed(rng, (double, less)) if one not in taken and one)


def scenes(tables: Tables) -> Iterator[tuple[Plain, Plain, str | None]]:
    """Give every event and outcome with its event and its date."""
    for event in tables["events"]:
        yield event, event, event.get("when")
        for outcome in event.get("outcomes", ()):
            yield event, outcome, outcome.get("when", event.get("when"))


def parts(tables: Tables) -> Iterator[tuple[Plain, Plain, str, Plain]]:
    """Give every participation in a dated event: event, holder, date, participation."""
    for event, holder, when in scenes(tables):
        if when:
            for part in holder.get("participants", ()):
                yield event, holder, when, part


def uses(tables: Tables) -> Iterator[tuple[Plain, Plain, str]]:
    """Give every use of a document in a dated event: event, use, date."""
    for event, holder, when in scenes(tables):
        for use in holder.get("documents", ()):
            made = event.get("when", when)
            if made:
                yield event, use, made


def relations(tables: Tables, kind: str, target: str | None = None) -> list[Plain]:
    """Give the relations of a kind, to one actor or to any."""
    return [
        one
        for one in tables["relations"]
        if one["kind"] == kind and target in {None, one["object"]}
    ]


# --- dates -------------------------------------------------------------------------------------

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DATES = {"when", "due", "adopted", "in_force", "deadline", "existed", "accessed", "period"}


@cache
def period(text: str) -> ltnato.Period:
    """Read a date."""
    return ltnato.Period(text)


def start(text: str) -> Date | None:
    """Give the first possible day of a date."""
    return period(text).start


def end(text: str) -> Date | None:
    """Give the last possible day of a date."""
    return period(text).end


def before(one: str, other: str) -> bool:
    """Tell whether a date is surely over before another one begins."""
    last, first = end(one), start(other)
    return last is not None and first is not None and last < first


def overlap(one: str, other: str) -> bool:
    """Tell whether two dates may share a day."""
    return period(one).overlaps(period(other))


def sure(text: str) -> tuple[int, int]:
    """Give the first and last day that surely lie within a date, as ordinals."""
    return period(text)._sure_lo, period(text)._sure_hi


def moved(text: str, years: int) -> str:
    """Move a date by years."""
    new = _YEAR.sub(lambda year: f"{int(year[0]) + years:04d}", text)
    return new.replace("-02-29", "-02-28")


def year_of(text: str) -> int:
    """Give the first year that a date names."""
    found = _YEAR.search(text)
    assert found
    return int(found[0])


def wrong(rng: random.Random, text: str, bad: Callable[[str], bool], reach: int = 3) -> str | None:
    """Move a date by a few years, to where it is wrong; None where it is nowhere."""
    years = [*range(-reach, 0), *range(1, reach + 1)]
    return next((new for by in mixed(rng, years) if bad(new := moved(text, by))), None)


def date_fields(tables: Tables) -> Iterator[tuple[Here, str]]:
    """Give every field that holds a date."""
    for here in objects(tables):
        for key in here.item:
            adopts = key == "adopted" and here.table == "discrepancies"  # there it is any value
            if key in _DATES and isinstance(here.item[key], str) and not adopts:
                yield here, key


def covered(tables: Tables, kind: str, target: str, when: str) -> bool:
    """Tell whether the data claim to hold every relation of a kind at a time."""
    days = period(when)
    return any(
        (one["relation"], one["object"]) == (kind, target)
        and period(one["period"])._lo <= days._lo
        and days._hi <= period(one["period"])._hi
        for one in tables["dataset"]["coverage"]
    )


def replaced(here: Plain, key: str, new: Any) -> str:
    """Put another value in a field, and say so."""
    old, here[key] = here.get(key), new
    return f"{key} {old!r} -> {new!r}"


# --- structure: files --------------------------------------------------------------------------


def _files(tables: Tables) -> list[str]:
    return [table for table in ("dataset", *TABLES) if tables[table]]


def _canonical(value: Any, **form: Any) -> bytes:
    options: dict[str, Any] = {"ensure_ascii": False, "indent": 2} | form
    return (json.dumps(value, **options) + "\n").encode()


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


# --- structure: keys and values ----------------------------------------------------------------


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


# --- structure: identifiers and references -----------------------------------------------------


def _records(tables: Tables) -> Iterator[Here]:
    return (one for one in objects(tables) if not one.trail and one.table != "dataset")


@kind("S201")
def no_slug(rng: random.Random, tables: Tables) -> Spot:
    """Write an identifier with capitals, blanks, low lines or accents."""
    here = pick(rng, _records(tables))
    old = here.record["id"]
    new = rng.choice((old.title(), f"{old}-", f"{old}-ž", f"{old} a", f"{old}_2"))
    return spot(f"{here}: {replaced(here.record, 'id', new)}", new)


@kind("S202")
def dated_slug(rng: random.Random, tables: Tables) -> Spot:
    """Put a full date in an identifier."""
    here = pick(rng, _records(tables))
    new = f"{here.record['id']}-{rng.randrange(1990, 2026)}-0{rng.randrange(1, 10)}-17"
    return spot(f"{here}: {replaced(here.record, 'id', new)}", new)


@kind("S203")
def record_twice(rng: random.Random, tables: Tables) -> Spot:
    """Enter a record a second time."""
    here = pick(rng, _records(tables))
    tables[here.table].append(here.record)
    return here.spot("entered twice")


@kind("S203")
def identifier_of_another(rng: random.Random, tables: Tables) -> Spot:
    """Give a record the identifier of another one, of its table or not."""
    here = pick(rng, _records(tables))
    new = pick(rng, (one.id for one in _records(tables) if one.id != here.id))
    return spot(f"{here}: {replaced(here.record, 'id', new)}", new)


@kind("S203")
def outcome_twice(rng: random.Random, tables: Tables) -> Spot:
    """Give two outcomes or provisions of a record one identifier."""
    here, key = pick(
        rng,
        (
            (here, key)
            for here in _records(tables)
            for key in ("outcomes", "provisions")
            if len(here.record.get(key, ())) > 1
        ),
    )
    first, second = rng.sample(here.record[key], 2)
    return here.spot(replaced(second, "id", first["id"]))


_EVERY = frozenset(TABLES)
_ACTS = frozenset(("events", "documents"))
#: Each sort of reference: the tables, the key of the list in which it stands, its own key.
REFERENCES: Mapping[str, tuple[frozenset[str], str, str]] = {
    "actor-of-a-participation": (_ACTS, "participants", "actor"),
    "capacity": (_ACTS, "participants", "capacity"),
    "post": (_ACTS, "participants", "post"),
    "represented-body": (_ACTS, "participants", "on_behalf_of"),
    "place-of-an-event": (frozenset(("events",)), "", "places"),
    "place-of-an-outcome": (frozenset(("events",)), "outcomes", "places"),
    "used-document": (_EVERY, "documents", "document"),
    "whole": (frozenset(("events",)), "", "part_of"),
    "linked-event": (frozenset(("events",)), "links", "event"),
    "cited-source": (_EVERY, "citations", "source"),
    "counted-record": (_EVERY, "figures", "of"),
    "country-of-an-actor": (frozenset(("actors",)), "", "country"),
    "country-of-a-place": (frozenset(("places",)), "", "country"),
    "outer-place": (frozenset(("places",)), "", "within"),
    "party-of-a-document": (frozenset(("documents",)), "", "parties"),
    "related-document": (frozenset(("documents",)), "related", "document"),
    "document-of-a-pledge": (frozenset(("pledges",)), "", "document"),
    "party-of-a-pledge": (frozenset(("pledges",)), "", "by"),
    "owner-of-a-pledged-indicator": (frozenset(("pledges",)), "", "of"),
    "subject-of-a-relation": (frozenset(("relations",)), "", "subject"),
    "object-of-a-relation": (frozenset(("relations",)), "", "object"),
    "place-of-a-relation": (frozenset(("relations",)), "", "place"),
    "beginning-of-a-relation": (frozenset(("relations",)), "", "begun_by"),
    "end-of-a-relation": (frozenset(("relations",)), "", "ended_by"),
    "record-of-a-discrepancy": (frozenset(("discrepancies",)), "", "record"),
    "source-of-a-claim": (frozenset(("discrepancies",)), "stated_by", "source"),
    "source-of-evidence": (frozenset(("discrepancies",)), "evidence", "source"),
    "object-of-the-coverage": (frozenset(("dataset",)), "coverage", "object"),
}


def _named(tables: Tables, sort: str) -> Iterator[tuple[Here, str, int | None]]:
    """Give the places of a sort of reference: the object, its key, and the place in a list."""
    homes, last, key = REFERENCES[sort]
    for here in objects(tables):
        if here.table in homes and key in here.item and last == "".join(here.trail[-1:]):
            if isinstance(here.item[key], list):
                yield from ((here, key, index) for index in range(len(here.item[key])))
            else:
                yield here, key, None


def _rename(place: tuple[Here, str, int | None], new: str) -> Spot:
    here, key, index = place
    if index is None:
        return here.spot(replaced(here.item, key, new))
    old, here.item[key][index] = here.item[key][index], new
    return here.spot(f"{key} {old!r} -> {new!r}")


def _dangling(sort: str) -> Change:
    def change(rng: random.Random, tables: Tables) -> Spot:
        here, key, index = pick(rng, _named(tables, sort))
        old = here.item[key] if index is None else here.item[key][index]
        return _rename((here, key, index), typo(rng, old, identifiers(tables)))

    return change


for _sort in REFERENCES:
    KINDS[f"dangling-{_sort}"] = Kind("S211", _dangling(_sort), 1)


@kind("S211")
def reference_to_another_table(rng: random.Random, tables: Tables) -> Spot:
    """Name a record of a table in which it can not stand."""
    sort = pick(rng, ("actor-of-a-participation", "linked-event", "used-document", "cited-source"))
    wrong_table = {"actor-of-a-participation": "events", "cited-source": "actors"}
    other = pick(rng, tables[wrong_table.get(sort, "places")])["id"]
    return _rename(pick(rng, _named(tables, sort)), other)


def mentions(tables: Tables) -> dict[str, list[tuple[Here, str]]]:
    """Give, for each identifier, the fields of other records that name it."""
    known = identifiers(tables)
    found: dict[str, list[tuple[Here, str]]] = {}
    for here in objects(tables):
        for key, value in here.item.items():
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, str) and one in known and one != here.id:
                    found.setdefault(one, []).append((here, key))
    return found


@kind("S211")
def renamed_actor(rng: random.Random, tables: Tables) -> Spot:
    """Rename an actor in its own record alone."""
    named = mentions(tables)
    actor = pick(rng, (one for one in tables["actors"] if one["id"] in named))
    users = [here.id for here, _ in named[actor["id"]]]
    return spot(replaced(actor, "id", typo(rng, actor["id"], identifiers(tables))), *users)


@kind("S212")
def cycle_of_wholes(rng: random.Random, tables: Tables) -> Spot:
    """Make a whole a part of its part."""
    events = by_id(tables, "events")
    part = pick(rng, tables["events"])
    whole = events[part.get("part_of") or pick(rng, (one for one in events if one != part["id"]))]
    part["part_of"], whole["part_of"] = whole["id"], part["id"]
    return spot(f"{part['id']} and {whole['id']} are part of each other", part["id"], whole["id"])


def _ahead(steps: Mapping[str, list[str]], first: str) -> list[str]:
    """Give all nodes that are reached from one, itself first."""
    found = [first]
    for node in found:
        found += [one for one in steps.get(node, ()) if one not in found]
    return found


def _cycle(
    rng: random.Random, tables: Tables, path: tuple[str, str, str], kinds: tuple[str, ...]
) -> Spot:
    """Tie the last record of a chain to its first."""
    table, field, key = path
    rows = tables[table]
    steps = {
        one["id"]: [each[key] for each in one.get(field, ()) if each["kind"] in kinds]
        for one in rows
    }
    first = pick(rng, (one for one, ahead in steps.items() if ahead))
    reached = _ahead(steps, first)
    last = by_id(tables, table)[rng.choice(reached[1:])]
    last.setdefault(field, []).append({key: first, "kind": rng.choice(kinds)})
    return spot(f"{last['id']} is tied to {first}, which leads to it", *reached)


@kind("S212")
def cycle_of_links(rng: random.Random, tables: Tables) -> Spot:
    """Let an event follow one that follows it."""
    kinds = ("follows", "marks", "carries-out", "responds-to")
    return _cycle(rng, tables, ("events", "links", "event"), kinds)


@kind("S212")
def cycle_of_documents(rng: random.Random, tables: Tables) -> Spot:
    """Let a document change one that changes it."""
    found = {tie["kind"] for one in tables["documents"] for tie in one.get("related", ())}
    # A document may refer to one that refers to it.
    kinds = tuple(sorted(found - {"refers-to"}))
    return _cycle(rng, tables, ("documents", "related", "document"), kinds)


@kind("S212")
def cycle_of_places(rng: random.Random, tables: Tables) -> Spot:
    """Put a place within one that lies in it."""
    places = by_id(tables, "places")
    inner = pick(rng, (one for one in tables["places"] if "within" in one))
    outer = places[inner["within"]]
    return spot(
        f"{outer['id']}: {replaced(outer, 'within', inner['id'])}", outer["id"], inner["id"]
    )


@kind("S301")
def unsorted_file(rng: random.Random, tables: Tables) -> Spot:
    """Swap two records of a file."""
    table = pick(rng, (one for one in TABLES if len(tables[one]) > 1))
    rows = tables[table]
    one, other = rng.sample(range(len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]
    tables[table] = _canonical(rows)
    return spot(f"{table}: rows {one} and {other} swapped", None)


@kind("S301")
def unsorted_keys(rng: random.Random, tables: Tables) -> Spot:
    """Write the first key of an object last."""
    here = pick(rng, (one for one in objects(tables) if len(one.item) > 1 and one.table in TABLES))
    key = sought(iter(here.item))
    here.item[key] = here.item.pop(key)
    tables[here.table] = _canonical(tables[here.table])
    return spot(f"{here}: {key} at the end", None)


@kind("S301")
def another_form(rng: random.Random, tables: Tables) -> Spot:
    """Write a file with another indent, with letters escaped or without its last newline."""
    table = pick(rng, (one for one in TABLES if tables[one]))
    rows = tables[table]
    forms = (_canonical(rows, indent=4), _canonical(rows, indent="\t"), _canonical(rows)[:-1])
    tables[table] = rng.choice(forms)
    return spot(f"{table}: in another form", None)


@kind("S301")
def empty_list(rng: random.Random, tables: Tables) -> Spot:
    """Leave an empty list in a record."""
    table, key = rng.choice(
        (("events", "links"), ("events", "topics"), ("actors", "names"), ("documents", "related"))
    )
    record = pick(rng, (one for one in tables[table] if key not in one))
    record[key] = []
    tables[table] = _canonical(tables[table])
    return spot(f"{table}.{record['id']}: {key} []", None)


@kind("S302")
def name_of_another(rng: random.Random, tables: Tables) -> Spot:
    """Give a record the name of another one of its table."""
    table = rng.choice(("actors", "places", "documents"))
    one, other = rng.sample(tables[table], 2)
    text = other["title" if table == "documents" else "name"][rng.choice(("en", "lt"))]
    one.setdefault("names", []).append({"text": text, "kind": "by-name"})
    return spot(f"{table}.{one['id']}: also {text!r}", one["id"], other["id"])


# --- use ---------------------------------------------------------------------------------------


def _only_mention(tables: Tables, table: str, last: str, key: str) -> Iterator[tuple[Here, Plain]]:
    """Give records of a table that one field alone names, with the object of that field."""
    named = mentions(tables)
    for record in tables[table]:
        found = named.get(record["id"], ())
        if len(found) == 1:
            here, field = found[0]
            if field == key and last == "".join(here.trail[-1:]):
                yield here, record


def _drop(here: Here) -> None:
    """Take an object out of the list in which it stands."""
    for outer in _inside(here._replace(trail=(), item=here.record)):
        inner = outer.item.get(here.trail[-1])
        if isinstance(inner, list) and any(one is here.item for one in inner):
            inner[:] = [one for one in inner if one is not here.item]


@kind("U101")
def unused_actor(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only participation of an actor."""
    here, actor = pick(rng, _only_mention(tables, "actors", "participants", "actor"))
    _drop(here)
    return spot(f"{here}: no {actor['id']}", actor["id"])


@kind("U102")
def unused_place(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only mention of a place."""
    found = [*_only_mention(tables, "places", "", "places")]
    found += [*_only_mention(tables, "places", "outcomes", "places")]
    here, place = pick(rng, found)
    here.item["places"].remove(place["id"])
    return spot(f"{here}: not in {place['id']}", place["id"])


@kind("U103")
def unused_document(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only use of a document that has neither provisions nor ties."""
    found = [
        (here, one)
        for here, one in _only_mention(tables, "documents", "documents", "document")
        if not one.get("provisions") and not one.get("related")
    ]
    here, document = pick(rng, found)
    _drop(here)
    return spot(f"{here}: without {document['id']}", document["id"])


@kind("U104")
def unused_source(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only citation of a source."""
    here, source = pick(rng, _only_mention(tables, "sources", "citations", "source"))
    _drop(here)
    return spot(f"{here}: {source['id']} not cited", source["id"])


# --- dates -------------------------------------------------------------------------------------


@kind("D101")
def told_of_the_future(rng: random.Random, tables: Tables) -> Spot:
    """Move what is told as past beyond the day up to which the data tell."""
    as_of = tables["dataset"]["as_of"]
    fields = {"events": "when", "documents": "adopted", "relations": "when", "actors": "existed"}
    table = rng.choice(list(fields))
    key = fields[table]
    # An unknown beginning may always lie in the past.
    record = pick(rng, (one for one in tables[table] if key in one and start(one[key])))
    new = sought(
        text for years in range(1, 200) if before(as_of, text := moved(record[key], years))
    )
    return spot(f"{record['id']}: {replaced(record, key, new)}", record["id"])


@kind("D102")
def coverage_of_the_future(rng: random.Random, tables: Tables) -> Spot:
    """Claim to hold every relation of years to come."""
    one = pick(rng, tables["dataset"]["coverage"])
    new = f"{one['period'].split('/')[0]}/{year_of(tables['dataset']['as_of']) + 1}"
    return spot(f"coverage of {one['object']}: {replaced(one, 'period', new)}", None)


def _outside(text: str, whole: str) -> bool:
    """Tell whether a date surely lies more than the margin outside another one."""
    one, other = period(text), period(whole)
    return one._lo - other._hi > 3 or other._lo - one._hi > 3


@kind("D103")
def part_outside_its_whole(rng: random.Random, tables: Tables) -> Spot:
    """Move a part by years."""
    events = by_id(tables, "events")
    for event in mixed(rng, (one for one in tables["events"] if "part_of" in one)):
        whole = events[event["part_of"]].get("when")
        if whole and "when" in event:
            new = wrong(rng, event["when"], partial(_outside, whole=whole))
            if new:
                return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])
    raise NoPlaceError


@kind("D103")
def part_of_another_whole(rng: random.Random, tables: Tables) -> Spot:
    """Make an event a part of one of another time."""
    dated = [one for one in tables["events"] if "when" in one]
    event = pick(rng, (one for one in dated if "part_of" not in one))
    whole = pick(rng, (one for one in dated if _outside(event["when"], one["when"])))
    return spot(f"{event['id']}: {replaced(event, 'part_of', whole['id'])}", event["id"])


@kind("D104")
def outcome_outside_its_event(rng: random.Random, tables: Tables) -> Spot:
    """Move an outcome by years."""
    dated = [
        (event, outcome)
        for event, outcome, _ in scenes(tables)
        if outcome is not event and "when" in outcome and "when" in event
    ]
    event, outcome = pick(rng, dated)
    new = wrong(rng, outcome["when"], lambda text: not overlap(text, event["when"]))
    if new is None:
        raise NoPlaceError
    told = replaced(outcome, "when", new)
    return spot(f"{event['id']}.{outcome['id']}: {told}", event["id"])


@kind("D105")
def due_before_decided(rng: random.Random, tables: Tables) -> Spot:
    """Set the time by which something is to be done before its decision."""
    found = [(event, one, when) for event, one, when in scenes(tables) if "due" in one and when]
    event, outcome, when = pick(rng, found)
    new = str(year_of(when) - rng.randrange(1, 4))
    return spot(f"{event['id']}.{outcome['id']}: {replaced(outcome, 'due', new)}", event["id"])


def values(record: Plain, path: str) -> list[tuple[Plain, str]]:
    """Follow the path of a discrepancy: give the objects and the key of what it leads to."""
    found: list[Any] = [record]
    steps = re.findall(r"([a-z_0-9]+)(?:\[([^\]]*)\])?", path)
    for name, key in steps[:-1]:
        inner = [one[name] for one in found if name in one]
        found = [each for one in inner for each in (one if isinstance(one, list) else [one])]
        names = ("id", "actor", "document", "event", "text")
        found = [one for one in found if not key or key in [one.get(each) for each in names]]
    name, key = steps[-1]
    return [] if key else [(one, name) for one in found if name in one]


def _adopted(tables: Tables) -> Iterator[tuple[Plain, Plain, str]]:
    """Give discrepancies that adopt a text of their record, with the object that holds it."""
    known = {one["id"]: one for table in TABLES for one in tables[table]}
    for one in tables["discrepancies"]:
        if "field" in one and "adopted" in one:
            found = values(known[one["record"]], one["field"])
            if len(found) == 1 and found[0][0][found[0][1]] == one["adopted"]:
                yield one, *found[0]


_WEIGHED = ("when", "adopted", "existed", "due", "deadline", "in_force")


def _finer(text: str) -> str | None:
    """Give a date that says more than one with a doubt or without a day."""
    if text.endswith(("?", "~", "%")):
        return text[:-1]
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        return f"{text}-15" if "-" in text else f"{text}-06"
    return None


@kind("D106")
def finer_than_the_evidence(rng: random.Random, tables: Tables) -> Spot:
    """Write a day where the evidence gave a month, or drop the doubt."""
    found = [
        (one, item, key, new)
        for one, item, key in _adopted(tables)
        if key in _WEIGHED and (new := _finer(item[key]))
    ]
    one, item, key, new = pick(rng, found)
    return spot(f"{one['record']}: {replaced(item, key, new)}", one["record"])


@kind("D107")
def relation_before_its_side(rng: random.Random, tables: Tables) -> Spot:
    """Move a relation to before one of its sides existed."""
    actors = by_id(tables, "actors")
    places = []
    for one in tables["relations"]:
        sides = ("subject",) if one["kind"] == "succeeds" else ("subject", "object")
        for side in sides:
            existed = actors[one[side]].get("existed")
            if existed and start(existed) and one.get("when") and start(one["when"]):
                places.append((one, existed))
    one, existed = pick(rng, places)
    first = period(existed)._lo
    new = sought(text for by in range(1, 200) if sure(text := moved(one["when"], -by))[0] < first)
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"])


@kind("D108")
def name_before_its_bearer(rng: random.Random, tables: Tables) -> Spot:
    """Date a name to long before its bearer."""
    found = [
        (actor, name)
        for actor in tables["actors"]
        for name in actor.get("names", ())
        if "existed" in actor and start(actor["existed"])
    ]
    actor, name = pick(rng, found)
    first = start(actor["existed"])
    assert first
    new = f"{first.year - 9}/{first.year - 2}"
    return spot(f"{actor['id']}.{name['text']}: {replaced(name, 'when', new)}", actor["id"])


@kind("D109")
def former_name_in_use(rng: random.Random, tables: Tables) -> Spot:
    """Let a former name go on."""
    found = [
        (actor, name)
        for actor in tables["actors"]
        for name in actor.get("names", ())
        if name["kind"] == "former"
    ]
    actor, name = pick(rng, found)
    told = replaced(name, "when", f"{rng.randrange(1990, 2020)}/..")
    return spot(f"{actor['id']}.{name['text']}: {told}", actor["id"])


def _headed(tables: Tables) -> Iterator[tuple[Plain, list[str]]]:
    """Give events with the dates of the entries that they cite as wholes.

    Where a discrepancy is on the date, the event has been weighed against its heading.
    """
    headings = {
        (source["id"], entry["locator"]): entry["when"]
        for source in tables["sources"]
        for entry in source.get("outline", ())
        if "when" in entry
    }
    weighed = {
        one["record"] for one in tables["discrepancies"] if one.get("field") in {None, "when"}
    }
    for event in tables["events"]:
        keys = [(one["source"], one.get("locator")) for one in event["citations"]]
        dates = [headings[key] for key in keys if key in headings]
        if "when" in event and dates and event["id"] not in weighed:
            yield event, dates


@kind("D110")
def year_against_the_heading(rng: random.Random, tables: Tables) -> Spot:
    """Move an event by years from the entry that it cites."""
    event, dates = pick(rng, _headed(tables))
    new = wrong(rng, event["when"], lambda text: not any(overlap(text, one) for one in dates))
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


@kind("D110")
def day_against_the_heading(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the day of an event that cites a dated entry."""
    found = [one for one in _headed(tables) if _DAY.match(one[0]["when"])]
    event, dates = pick(rng, found)
    days = [f"{event['when'][:8]}{day:02d}" for day in range(1, 29)]
    new = pick(rng, (one for one in days if not any(overlap(one, each) for each in dates)))
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


@kind("D111")
def year_against_the_identifier(rng: random.Random, tables: Tables) -> Spot:
    """Move by years what has its year in its identifier."""
    rows = [*tables["events"], *tables["relations"]]
    found = [one for one in rows if re.search(r"-(19|20)\d\d\Z", one["id"]) and "when" in one]
    record = pick(rng, found)
    new = wrong(rng, record["when"], lambda text: not overlap(text, record["id"][-4:]))
    if new is None:
        raise NoPlaceError
    return spot(f"{record['id']}: {replaced(record, 'when', new)}", record["id"])


# --- order -------------------------------------------------------------------------------------


def _linked(tables: Tables) -> list[tuple[Plain, Plain, Plain]]:
    """Give linked events of which one is surely later: it, the link, the earlier one."""
    events = by_id(tables, "events")
    return [
        (event, link, events[link["event"]])
        for event in tables["events"]
        for link in event.get("links", ())
        if "when" in event
        and "when" in events[link["event"]]
        and link["kind"] != "announces"
        and before(events[link["event"]]["when"], event["when"])
    ]


@kind("O101")
def swapped_dates(rng: random.Random, tables: Tables) -> Spot:
    """Swap the dates of two linked events."""
    event, _, other = pick(rng, _linked(tables))
    event["when"], other["when"] = other["when"], event["when"]
    return spot(f"{event['id']} and {other['id']} have swapped dates", event["id"])


@kind("O101")
def event_before_what_it_follows(rng: random.Random, tables: Tables) -> Spot:
    """Move an event by years to before the one that it follows."""
    event, _, other = pick(rng, _linked(tables))
    new = sought(
        text for by in range(1, 200) if before(text := moved(event["when"], -by), other["when"])
    )
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


@kind("O102")
def announced_afterwards(rng: random.Random, tables: Tables) -> Spot:
    """Let an event announce the one that it follows."""
    event, link, other = pick(rng, _linked(tables))
    return spot(
        f"{event['id']} -> {other['id']}: {replaced(link, 'kind', 'announces')}", event["id"]
    )


def _invited(tables: Tables) -> dict[str, list[tuple[Plain, str]]]:
    """Give the invitations of each country to join: the event and its date."""
    found: dict[str, list[tuple[Plain, str]]] = {}
    for event, outcome, when in scenes(tables):
        people = outcome.get("participants", ())
        about = {*outcome.get("topics", ()), *event.get("topics", ())}
        # What names a subject invites to something else, such as a dialogue.
        elsewhere = any(one["role"] == "subject" for one in people) or "enlargement" not in about
        if outcome.get("kind") == "invitation" and when and not elsewhere:
            for one in people:
                if one["role"] == "invitee":
                    found.setdefault(one["actor"], []).append((event, when))
    return found


def _protocols(tables: Tables) -> dict[str, list[tuple[Plain, str]]]:
    """Give the events in which a country's protocol of accession was signed."""
    protocols = {one["id"] for one in tables["documents"] if one["kind"] == "protocol"}
    found: dict[str, list[tuple[Plain, str]]] = {}
    for event, holder, when in scenes(tables):
        signed = any(
            use["act"] == "signs" and use["document"] in protocols
            for use in holder.get("documents", ())
        )
        for one in holder.get("participants", ()):
            if signed and when and one["role"] in {"beneficiary", "acceding"}:
                found.setdefault(one["actor"], []).append((event, when))
    return found


def _memberships(tables: Tables) -> dict[str, Plain]:
    """Give the membership of each country in NATO."""
    return {one["subject"]: one for one in relations(tables, "member-of", "nato")}


@kind("O103")
def membership_before_the_invitation(rng: random.Random, tables: Tables) -> Spot:
    """Move the membership of a country to before it was invited."""
    members, invited = _memberships(tables), _invited(tables)
    country = pick(rng, sorted(members.keys() & invited.keys()))
    first = min(when for _, when in invited[country])
    relation = members[country]
    new = sought(
        text
        for by in range(1, 200)
        if before((text := moved(relation["when"], -by)).split("/")[0], first)
    )
    return spot(f"{relation['id']}: {replaced(relation, 'when', new)}", relation["id"])


@kind("O103")
def ratification_before_the_protocols(rng: random.Random, tables: Tables) -> Spot:
    """Move the ratification of a country to before its protocol was signed."""
    actors, protocols = by_id(tables, "actors"), _protocols(tables)
    joined = {use["document"] for _, use, _ in uses(tables) if use["act"] == "accedes-to"}
    found = []
    for event, holder, when in scenes(tables):
        ratified = {u["document"] for u in holder.get("documents", ()) if u["act"] == "ratifies"}
        for one in holder.get("participants", ()):
            country = actors[one["actor"]].get("country", one["actor"])
            # Other treaties of those that are joined have no protocols of accession.
            is_step = one["role"] == "ratifier" and "north-atlantic-treaty" in ratified & joined
            if is_step and country in protocols and when:
                found.append((event, min(each for _, each in protocols[country])))
    event, first = pick(rng, found)
    new = sought(text for by in range(1, 50) if before(text := moved(event["when"], -by), first))
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


def _too_late(rng: random.Random, tables: Tables, steps: Mapping[str, Any]) -> Spot:
    """Move a step of a country's path to after its accession."""
    members = _memberships(tables)
    alone = sorted(one for one in members.keys() & steps.keys() if len(steps[one]) == 1)
    country = pick(rng, alone)
    event, when = steps[country][0]
    joined = members[country]["when"].split("/")[0]
    by = sought(years for years in range(1, 50) if before(joined, moved(when, years)))
    for one in (event, *event.get("outcomes", ())):
        if "when" in one:
            one["when"] = moved(one["when"], by)
    affected = [members[one]["id"] for one in members]
    return spot(f"{event['id']}: {by} years later", event["id"], *affected)


@kind("O103")
def protocols_after_the_accession(rng: random.Random, tables: Tables) -> Spot:
    """Move the signing of protocols to after the accession."""
    return _too_late(rng, tables, _protocols(tables))


@kind("O103")
def invitation_after_the_accession(rng: random.Random, tables: Tables) -> Spot:
    """Move an invitation to after the accession."""
    return _too_late(rng, tables, _invited(tables))


@kind("O104")
def deadline_before_the_adoption(rng: random.Random, tables: Tables) -> Spot:
    """Set a deadline before the document was adopted."""
    documents = by_id(tables, "documents")
    found = [
        one
        for one in tables["pledges"]
        if "deadline" in one and "adopted" in documents[one["document"]]
    ]
    pledge = pick(rng, found)
    year = year_of(documents[pledge["document"]]["adopted"]) - rng.randrange(1, 5)
    return spot(f"{pledge['id']}: {replaced(pledge, 'deadline', str(year))}", pledge["id"])


@kind("O104")
def in_force_before_the_adoption(rng: random.Random, tables: Tables) -> Spot:
    """Set the time in force of a document or a pledge before the adoption."""
    documents = by_id(tables, "documents")
    found = [
        (one, documents[one.get("document", one["id"])])
        for one in (*tables["pledges"], *tables["documents"])
        if "in_force" in one and start(one["in_force"])
    ]
    record, document = pick(rng, (one for one in found if "adopted" in one[1]))
    first = period(document["adopted"])._lo
    new = sought(
        text for by in range(1, 50) if sure(text := moved(record["in_force"], -by))[0] < first
    )
    return spot(f"{record['id']}: {replaced(record, 'in_force', new)}", record["id"])


@kind("O105")
def document_used_before_its_adoption(rng: random.Random, tables: Tables) -> Spot:
    """Move the adoption of a document to after it was signed, ratified or carried out."""
    documents = by_id(tables, "documents")
    early = {"commissions", "refers-to", "approves"}  # these a document need not be there for
    found = [
        (event, documents[use["document"]], when)
        for event, use, when in uses(tables)
        if use["act"] not in early and "adopted" in documents[use["document"]]
    ]
    event, document, when = pick(rng, found)
    new = sought(
        text for by in range(1, 99) if before(when, text := moved(document["adopted"], by))
    )
    return spot(f"{document['id']}: {replaced(document, 'adopted', new)}", event["id"])


@kind("O106")
def adopted_before_it_was_made(rng: random.Random, tables: Tables) -> Spot:
    """Move the adoption of a document to before it was signed, adopted or issued."""
    documents = by_id(tables, "documents")
    makings: dict[str, list[tuple[str, str]]] = {}
    for event, use, when in uses(tables):
        # Who accedes signs what others made.
        if use["act"] in {"adopts", "issues", "signs"} and event["category"] != "accession":
            makings.setdefault(use["document"], []).append((event["id"], when))
    document = pick(rng, (documents[one] for one in makings if "adopted" in documents[one]))
    made = makings[document["id"]]
    new = sought(
        text
        for by in range(1, 99)
        if all(before(text := moved(document["adopted"], -by), when) for _, when in made)
    )
    told = replaced(document, "adopted", new)
    return spot(f"{document['id']}: {told}", *(event for event, _ in made))


@kind("O107")
def change_older_than_its_original(rng: random.Random, tables: Tables) -> Spot:
    """Move a document to before the one that it changes, replaces or rests on."""
    documents = by_id(tables, "documents")
    found = [
        (one, documents[tie["document"]])
        for one in tables["documents"]
        for tie in one.get("related", ())
        # An annex may be older than its text, and a text may name one that is being written.
        if tie["kind"] not in {"annexed-to", "refers-to"} and "adopted" in one
    ]
    one, other = pick(rng, (each for each in found if "adopted" in each[1]))
    new = sought(
        text for by in range(1, 99) if before(text := moved(one["adopted"], -by), other["adopted"])
    )
    return spot(f"{one['id']}: {replaced(one, 'adopted', new)}", one["id"])


def _acting(tables: Tables) -> Iterator[tuple[Plain, str, str]]:
    """Give who acts in an event, whoever it is: event, date, actor.

    Those of whom it is only told need not exist, nor what an outcome launches.
    """
    for event, holder, when, part in parts(tables):
        launched = holder is not event and holder["kind"] == "launch"
        if not launched and part["role"] not in {"subject", "beneficiary", "target"}:
            for key in ("actor", "capacity", "on_behalf_of"):
                if key in part:
                    yield event, when, part[key]


def _existing(rng: random.Random, tables: Tables, by: Callable[[Date, Date], str]) -> Spot:
    actors = by_id(tables, "actors")
    kinds = {"organisation", "body", "office", "unit", "force", "mission", "programme", "party"}
    found = [one for one in _acting(tables) if actors[one[2]]["kind"] in kinds]
    event, when, name = pick(rng, found)
    first, last = start(when), end(when)
    assert first
    assert last
    told = replaced(actors[name], "existed", by(first, last))
    return spot(f"{name}: {told}", event["id"])


@kind("O108")
def body_acting_before_its_founding(rng: random.Random, tables: Tables) -> Spot:
    """Found a body or an office after it acted."""
    return _existing(rng, tables, lambda _, last: f"{last.year + rng.randrange(1, 9)}/..")


@kind("O108")
def body_acting_after_its_end(rng: random.Random, tables: Tables) -> Spot:
    """Close a body or an office before it acted."""
    return _existing(rng, tables, lambda first, _: f"1900/{first.year - rng.randrange(1, 9)}")


def _causes(tables: Tables, key: str) -> Iterator[tuple[Plain, str]]:
    """Give relations with the date of what began or ended them."""
    dates = {one["id"]: one.get("when") for one in tables["events"]}
    dates |= {one["id"]: one.get("adopted") for one in tables["documents"]}
    for one in tables["relations"]:
        cause = dates.get(one.get(key, ""))
        if cause and one.get("when"):
            yield one, cause


@kind("O109")
def relation_before_its_cause(rng: random.Random, tables: Tables) -> Spot:
    """Move a relation to before what began it."""
    one, cause = pick(rng, (one for one in _causes(tables, "begun_by") if start(one[0]["when"])))
    first = period(cause)._lo
    new = sought(text for by in range(1, 99) if sure(text := moved(one["when"], -by))[0] < first)
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"])


@kind("O109")
def relation_long_after_its_cause(rng: random.Random, tables: Tables) -> Spot:
    """Move a relation to years after the event that began it."""
    events = by_id(tables, "events")
    found = [
        (one, cause)
        for one, cause in _causes(tables, "begun_by")
        # A document may be adopted long before what it begins.
        if one["begun_by"] in events and start(one["when"]) and end(cause)
    ]
    one, cause = pick(rng, found)
    last = period(cause)._hi
    new = sought(
        text for by in range(2, 99) if period(text := moved(one["when"], by))._lo > last + 367
    )
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"])


@kind("O109")
def relation_ending_before_its_end(rng: random.Random, tables: Tables) -> Spot:
    """Let a relation end long before, or after, what ended it."""
    one, cause = pick(rng, (one for one in _causes(tables, "ended_by") if end(one[0]["when"])))
    first, last = one["when"].split("/")
    new = f"{first}/{moved(last, 3)}"
    if rng.random() < 0.5 and before(f"{first}", moved(cause, -1)):
        new = f"{first}/{moved(last, -1)}"
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"])


# --- people and bodies in time -----------------------------------------------------------------


def _in_office(tables: Tables, *, known: bool) -> Iterator[tuple[Plain, str, Plain]]:
    """Give persons that act in an office: event, date, participation.

    Args:
        tables: The tables.
        known: Whether the data claim to hold all who held that office then.
    """
    actors = by_id(tables, "actors")
    for event, _, when, part in parts(tables):
        office = part.get("capacity")
        # An office or a body may act in a second capacity of which no term tells.
        if not office or actors[part["actor"]]["kind"] != "person":
            continue
        if covered(tables, "holds-office", office, when) is known:
            yield event, when, part


def _held(tables: Tables, person: str, office: str, when: str) -> bool:
    return any(
        one["subject"] == person and ("when" not in one or overlap(one["when"], when))
        for one in relations(tables, "holds-office", office)
    )


@kind("P101")
def office_not_held(rng: random.Random, tables: Tables) -> Spot:
    """Let a person act in an office that another one held on that day."""
    offices = {
        one["object"] for one in tables["dataset"]["coverage"] if one["relation"] == "holds-office"
    }
    actors = by_id(tables, "actors")
    found = [
        (event, part, office)
        for event, _, when, part in parts(tables)
        for office in sorted(offices)
        if actors[part["actor"]]["kind"] == "person"
        and covered(tables, "holds-office", office, when)
        and not _held(tables, part["actor"], office, when)
    ]
    event, part, office = pick(rng, found)
    told = replaced(part, "capacity", office)
    return spot(f"{event['id']}.{part['actor']}: {told}", event["id"])


@kind("P101")
def another_person_in_office(rng: random.Random, tables: Tables) -> Spot:
    """Let another person act in the office."""
    persons = [one["id"] for one in tables["actors"] if one["kind"] == "person"]
    event, when, part = pick(rng, _in_office(tables, known=True))
    office = part["capacity"]
    new = pick(rng, (one for one in persons if not _held(tables, one, office, when)))
    return spot(f"{event['id']}: {replaced(part, 'actor', new)} as {office}", event["id"])


@kind("P101")
def shifted_term(rng: random.Random, tables: Tables) -> Spot:
    """Move a term by years, so that its holder acts outside it."""
    event, when, part = pick(rng, _in_office(tables, known=True))
    return _without_term(rng, tables, event, when, part)


@kind("P102")
def shifted_term_in_an_office_not_covered(rng: random.Random, tables: Tables) -> Spot:
    """Move a term by years, in an office of which not all holders are recorded."""
    found = [
        (event, when, part)
        for event, when, part in _in_office(tables, known=False)
        # Where no term of the person is recorded, nothing is known.
        if any(
            one["subject"] == part["actor"] and one.get("when")
            for one in relations(tables, "holds-office", part["capacity"])
        )
    ]
    event, when, part = pick(rng, found)
    return _without_term(rng, tables, event, when, part)


def _without_term(rng: random.Random, tables: Tables, event: Plain, when: str, part: Plain) -> Spot:
    """Move every term of a person in an office that may hold a day."""
    told = []
    for one in relations(tables, "holds-office", part["capacity"]):
        if one["subject"] == part["actor"] and overlap(one["when"], when):
            new = wrong(rng, one["when"], lambda text: not overlap(text, when), reach=40)
            if new is None:  # a term without bounds
                raise NoPlaceError
            told.append(f"{one['id']}: {replaced(one, 'when', new)}")
    return spot("; ".join(told), event["id"])


@kind("P103")
def appointment_to_another_term(rng: random.Random, tables: Tables) -> Spot:
    """Move a term to years after the appointment, or to before it."""
    found = []
    for event, _, _, part in parts(tables):
        if part["role"] == "appointee" and "post" in part:
            terms = [
                one
                for one in relations(tables, "holds-office", part["post"])
                if one["subject"] == part["actor"] and one.get("when") and start(one["when"])
            ]
            # A note says why another term begins later.
            noted = "note" in part and not any(one.get("begun_by") == event["id"] for one in terms)
            if len(terms) == 1 and not noted:
                found.append((event, terms[0]))
    event, term = pick(rng, found)
    new = moved(term["when"], rng.choice((-4, -3, -2, 2, 3, 4)))
    return spot(f"{term['id']}: {replaced(term, 'when', new)}", event["id"])


@kind("P104")
def overlapping_terms(rng: random.Random, tables: Tables) -> Spot:
    """Let a holder of an office go on into the term of the next one."""
    actors = by_id(tables, "actors")
    found = []
    for office in sorted({one["object"] for one in relations(tables, "holds-office")}):
        terms = [
            one
            for one in relations(tables, "holds-office", office)
            # Who was acting may overlap, and a term with a note: a curator has seen it.
            if one.get("role") != "acting"
            and "note" not in one
            and re.match(r"\d{4}[-\d]*/", one.get("when", ""))
        ]
        if actors[office]["kind"] == "office":
            terms.sort(key=lambda one: sure(one["when"]))
            # A term of which no day is sure overlaps nothing for sure.
            pairs = pairwise(terms)
            found += [
                pair for pair in pairs if sure(pair[1]["when"])[1] > sure(pair[1]["when"])[0] + 1
            ]
    one, after = pick(rng, found)
    new = f"{one['when'].split('/')[0]}/{after['when'].split('/')[1] or '..'}"
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"], after["id"])


def _not_yet(tables: Tables) -> Iterator[tuple[Plain, Plain, str]]:
    """Give participations of countries before they were members of NATO."""
    members = _memberships(tables)
    countries = {one["id"] for one in tables["actors"] if one["kind"] == "country"}
    for event, _, when, part in parts(tables):
        joined = members.get(part["actor"], {}).get("when")
        # A note on the participation makes it an exception.
        if part["actor"] not in countries or "note" in part:
            continue
        outside = joined is None or before(when, joined)
        if outside and covered(tables, "member-of", "nato", when):
            yield event, part, when


@kind("P105")
def ally_before_its_accession(rng: random.Random, tables: Tables) -> Spot:
    """Let a country act for NATO before it is a member."""
    event, part, _ = pick(rng, _not_yet(tables))
    told = replaced(part, "on_behalf_of", "nato")
    return spot(f"{event['id']}.{part['actor']}: {told}", event["id"])


@kind("P105")
def framework_nation_before_its_accession(rng: random.Random, tables: Tables) -> Spot:
    """Make a country that is no member a framework nation."""
    covers = {
        one["object"] for one in tables["dataset"]["coverage"] if one["relation"] == "member-of"
    }
    organisations = {one["id"] for one in tables["actors"] if one["kind"] == "organisation"}
    found = [
        (event, part)
        for event, part, _ in _not_yet(tables)
        if "on_behalf_of" not in part and covers & organisations == {"nato"}
    ]
    event, part = pick(rng, found)
    told = replaced(part, "role", "framework-nation")
    return spot(f"{event['id']}.{part['actor']}: {told}", event["id"])


@kind("P105")
def framework_nation_outside_the_alliance(rng: random.Random, tables: Tables) -> Spot:
    """Let a country that is no member lead a battlegroup."""
    members = {one["subject"] for one in relations(tables, "member-of", "nato")}
    strangers = [
        one["id"]
        for one in tables["actors"]
        if one["kind"] == "country" and one["id"] not in members
    ]
    one = pick(rng, relations(tables, "framework-nation-of"))
    one.pop("note", None)  # a note makes it an exception
    return spot(f"{one['id']}: {replaced(one, 'subject', pick(rng, strangers))}", one["id"])


def _named_later(rng: random.Random, tables: Tables, name: str, last: str) -> Spot:
    """Let an actor take part in an event of a time in which it bore another name."""
    found = [
        event
        for event in tables["events"]
        if "when" in event and before(event["when"], last) and f'"{name}"' not in json.dumps(event)
    ]
    event = pick(rng, found)
    event.setdefault("participants", []).append({"actor": name, "role": "guest"})
    return spot(f"{event['id']} ({event['when']}): with {name}", event["id"])


@kind("P106")
def north_macedonia_before_2019(rng: random.Random, tables: Tables) -> Spot:
    """Name North Macedonia before it was called so."""
    return _named_later(rng, tables, "north-macedonia", "2019-02")


@kind("P106")
def later_name(rng: random.Random, tables: Tables) -> Spot:
    """Name an actor before it was called so."""
    found = {
        (actor["id"], name["when"][1:])
        for actor in tables["actors"]
        for name in actor.get("names", ())
        # Only what a name without a known beginning leaves open is all the time before its end.
        if name["kind"] == "former" and name.get("when", "").startswith("/")
    }
    latest = dict(sorted(found))
    name = pick(rng, sorted(latest))
    return _named_later(rng, tables, name, latest[name])


@kind("P107")
def acting_after_death(rng: random.Random, tables: Tables) -> Spot:
    """Let a person have lived before what he or she did."""
    actors = by_id(tables, "actors")
    passive = {"subject", "target", "beneficiary", "recipient"}  # they need not be alive
    found = [
        (event, when, actors[part["actor"]])
        for event, _, when, part in parts(tables)
        if actors[part["actor"]]["kind"] == "person" and part["role"] not in passive
    ]
    event, when, person = pick(rng, found)
    year = year_of(when)
    told = replaced(person, "existed", f"{year - 80}/{year - rng.randrange(1, 9)}")
    return spot(f"{person['id']}: {told}", event["id"])


# --- counts ------------------------------------------------------------------------------------


def _stated(tables: Tables) -> Iterator[tuple[Plain, Plain, Plain, str | None]]:
    """Give every exact figure: its record, its holder, itself, its date."""
    for event, holder, when in scenes(tables):
        for figure in holder.get("figures", ()):
            yield event, holder, figure, figure.get("when", when)
    for document in tables["documents"]:
        for provision in document.get("provisions", ()):
            for figure in provision.get("figures", ()):
                when = figure.get("when", provision.get("when", document.get("adopted")))
                yield document, provision, figure, when
    for relation in tables["relations"]:
        for figure in relation.get("figures", ()):
            yield relation, relation, figure, figure.get("when", relation.get("when"))


def _members(tables: Tables, figure: Plain, when: str) -> tuple[int, int]:
    """Count the members of a body on the days of a date: the least and the most."""
    countries = {one["id"] for one in tables["actors"] if one["kind"] == "country"}
    spans = [
        period(one["when"]) if "when" in one else None
        for one in relations(tables, "member-of", figure["of"])
        if figure["unit"] == "members" or one["subject"] in countries
    ]
    whole = period(when)
    # On the day on which it ends, a membership counts or does not.
    certain = sum(
        one is None or (one._sure_lo <= whole._lo and whole._hi < one._sure_hi) for one in spans
    )
    return certain, sum(one is None or one.overlaps(whole) for one in spans)


def _of_members(tables: Tables) -> Iterator[tuple[Plain, Plain, str]]:
    """Give figures of members of a body that are all recorded: record, figure, date."""
    for record, _, figure, when in _stated(tables):
        counts = figure["unit"] in {"members", "countries"} and "bound" not in figure
        if counts and when and covered(tables, "member-of", figure.get("of", ""), when):
            yield record, figure, when


@kind("C101")
def wrong_number_of_members(rng: random.Random, tables: Tables) -> Spot:
    """State one member, or a few, too many or too few."""
    record, figure, when = pick(rng, _of_members(tables))
    least, most = _members(tables, figure, when)
    by = rng.randrange(1, 4)
    new = rng.choice((least - by, most + by))
    return spot(f"{record['id']}: {replaced(figure, 'value', new)}", record["id"])


@kind("C101")
def dropped_member(rng: random.Random, tables: Tables) -> Spot:
    """Lose a membership."""
    record, figure, when = pick(
        rng,
        (
            (record, figure, when)
            for record, figure, when in _of_members(tables)
            # A day on which a membership begins or ends has more than one count.
            if len({*_members(tables, figure, when)}) == 1
        ),
    )
    named = mentions(tables)
    found = [
        one
        for one in relations(tables, "member-of", figure["of"])
        # Of one that a discrepancy names, the reference is found before any rule counts.
        if overlap(one["when"], when) and one["id"] not in named
    ]
    one = pick(rng, found)
    tables["relations"].remove(one)
    return spot(f"{one['id']} is lost", record["id"])


@kind("C101")
def shifted_membership(rng: random.Random, tables: Tables) -> Spot:
    """Move a membership to years after a count of the members."""
    record, figure, when = pick(rng, _of_members(tables))
    found = [
        one
        for one in relations(tables, "member-of", figure["of"])
        if before(one["when"].split("/")[0], when)
    ]
    one = pick(rng, found)
    first, _, last = one["when"].partition("/")
    by = sought(years for years in range(1, 99) if before(when, moved(first, years)))
    new = f"{moved(first, by)}/{moved(last, by)}"
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", record["id"])


def _rows(tables: Tables) -> list[list[Plain]]:
    """Give the members of a body, or holders of an office, that have a number."""
    rows: dict[tuple[str, str], list[Plain]] = {}
    for one in tables["relations"]:
        counted = one["kind"] in {"member-of", "holds-office"} and one.get("role") != "acting"
        if counted and "ordinal" in one and "when" in one:
            rows.setdefault((one["kind"], one["object"]), []).append(one)
    return [row for row in rows.values() if len({one["subject"] for one in row}) > 1]


@kind("C102")
def number_of_another(rng: random.Random, tables: Tables) -> Spot:
    """Give a member or a holder the number of another one."""
    row = pick(rng, _rows(tables))
    one = pick(rng, row)
    other = pick(rng, (each for each in row if each["subject"] != one["subject"]))
    told = replaced(one, "ordinal", other["ordinal"])
    return spot(f"{one['id']}: {told}", one["id"], other["id"])


@kind("C102")
def swapped_numbers(rng: random.Random, tables: Tables) -> Spot:
    """Swap the numbers of two members that came at different times."""
    found = [
        (row, one, other)
        for row in _rows(tables)
        for one in row
        for other in row
        if before(one["when"].split("/")[0], other["when"].split("/")[0])
    ]
    row, one, other = pick(rng, found)
    one["ordinal"], other["ordinal"] = other["ordinal"], one["ordinal"]
    told = f"{one['id']} and {other['id']} have swapped numbers"
    return spot(told, *(each["id"] for each in row))


@kind("C102")
def number_against_the_order_of_time(rng: random.Random, tables: Tables) -> Spot:
    """Move a membership by years, to after that of a later number."""
    found = [
        (row, one, other)
        for row in _rows(tables)
        for one in row
        for other in row
        if one["ordinal"] < other["ordinal"]
    ]
    row, one, other = pick(rng, found)
    last = other["when"].split("/")[0]
    new = sought(
        text for by in range(1, 99) if before(last, (text := moved(one["when"], by)).split("/")[0])
    )
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", *(each["id"] for each in row))


def _in_role(tables: Tables) -> Iterator[tuple[Plain, Plain, list[Plain], int]]:
    """Give figures of actors in a role: record, figure, those in the role, their list's number."""
    actors = by_id(tables, "actors")
    roles = {role.value for role in ltnato.Role}
    counted = {"countries": {"country"}, "parties": {"party"}, "people": {"person", "office"}}
    for record, holder, figure, _ in _stated(tables):
        if figure.get("of") in roles and "bound" not in figure:
            holders = (holder, record) if "category" in record else (holder,)
            lists = (each.get("participants", ()) for each in holders)
            in_role = ([one for one in each if one["role"] == figure["of"]] for each in lists)
            present = next((each for each in in_role if each), [])
            kinds = {actors[one["actor"]]["kind"] for one in present}
            # Of a group it is not known how many it is.
            if not kinds & {"group", "coalition"}:
                own = counted.get(figure["unit"], kinds)
                yield (
                    record,
                    figure,
                    [one for one in present if actors[one["actor"]]["kind"] in own],
                    len(present),
                )


@kind("C103")
def wrong_number_in_a_role(rng: random.Random, tables: Tables) -> Spot:
    """State one invitee, signatory or host too many or too few."""
    record, figure, _, _ = pick(rng, _in_role(tables))
    new = figure["value"] + rng.choice((-1, 1))
    return spot(f"{record['id']} ({figure['of']}): {replaced(figure, 'value', new)}", record["id"])


@kind("C103")
def dropped_participant(rng: random.Random, tables: Tables) -> Spot:
    """Lose one of those whose number is stated."""
    found = []
    for record, figure, present, _ in _in_role(tables):
        named = Counter(one["actor"] for one in present)
        named.update(one["on_behalf_of"] for one in present if "on_behalf_of" in one)
        # Whoever also stands for, or beside, itself is still counted.
        found += [(record, figure, one) for one in present if named[one["actor"]] == 1]
    record, figure, part = pick(rng, found)
    for here in _inside(Here("", record, (), record)):
        if any(one is part for one in here.item.get("participants", ())):
            here.item["participants"].remove(part)
    return spot(f"{record['id']}: {figure['of']} {part['actor']} is lost", record["id"])


def _lists(tables: Tables) -> Iterator[tuple[Plain, Plain, list[Any], list[Any]]]:
    """Give figures with the list that they count: record, figure, list, its counted items."""
    documents, actors = by_id(tables, "documents"), by_id(tables, "actors")
    kinds = {"parties": "party", "countries": "country"}
    for record, holder, figure, _ in _stated(tables):
        unit = figure["unit"]
        document = documents.get(str(figure.get("of", record["id"])))
        if "bound" in figure:
            continue
        whole: list[Any] = []
        items: list[Any] = []
        if unit in {"pillars", "initiatives"} and document:
            whole = document.get("provisions", [])
            items = [one for one in whole if unit.removesuffix("s") in one["id"].split("-")]
        elif unit in kinds and document and "of" in figure:
            whole = document.get("parties", [])
            items = [one for one in whole if actors[one]["kind"] == kinds[unit]]
        elif unit == "documents" and "of" not in figure and holder is not record:
            whole = items = holder.get("documents", [])
        # A list of one may be an example.
        if len(items) > 1 and figure["value"] == len(items):
            yield record, figure, whole, items


@kind("C104")
def wrong_length_of_a_list(rng: random.Random, tables: Tables) -> Spot:
    """State another number of pillars, initiatives, parties or documents than are listed."""
    record, figure, _, items = pick(rng, _lists(tables))
    new = len(items) + rng.randrange(1, 4)
    return spot(
        f"{record['id']} ({figure['unit']}): {replaced(figure, 'value', new)}", record["id"]
    )


@kind("C104")
def dropped_item(rng: random.Random, tables: Tables) -> Spot:
    """Lose an item of a list whose length is stated."""
    found = [one for one in _lists(tables) if len(one[3]) > 2]
    record, figure, whole, items = pick(rng, found)
    item = pick(rng, items)
    whole.remove(item)
    lost = item if isinstance(item, str) else item.get("id", item.get("document"))
    return spot(f"{record['id']} ({figure['unit']}): {lost} is lost", record["id"])


@kind("C104")
def wrong_number_of_parts(rng: random.Random, tables: Tables) -> Spot:
    """State more headquarters or battlegroups than an actor ever had."""
    actors = by_id(tables, "actors")
    found = [
        (record, figure, parts)
        for record, _, figure, _ in _stated(tables)
        if figure["unit"] in {"headquarters", "battlegroups"} and "bound" not in figure
        # An organisation has parts of every sort; a list of one may be an example.
        if "of" in figure and actors[figure["of"]]["kind"] != "organisation"
        if len(parts := relations(tables, "part-of", figure["of"])) > 1
    ]
    record, figure, parts = pick(rng, found)
    new = len(parts) + rng.randrange(1, 4)
    return spot(
        f"{record['id']} ({figure['unit']}): {replaced(figure, 'value', new)}", record["id"]
    )


def _anniversaries(tables: Tables) -> Iterator[tuple[Plain, Plain, Plain]]:
    """Give anniversaries that state their years: event, figure, the event that they mark."""
    events = by_id(tables, "events")
    for event in tables["events"]:
        marked = [one["event"] for one in event.get("links", ()) if one["kind"] == "marks"]
        for figure in event.get("figures", ()):
            is_one = event["category"] == "anniversary" and figure["unit"] == "years"
            if is_one and "bound" not in figure and len(marked) == 1:
                yield event, figure, events[marked[0]]


@kind("C105")
def anniversary_in_another_year(rng: random.Random, tables: Tables) -> Spot:
    """Move an anniversary by years."""
    event, _, _ = pick(rng, _anniversaries(tables))
    new = moved(event["when"], rng.choice((-5, -2, -1, 1, 2, 5)))
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


@kind("C105")
def wrong_years_of_an_anniversary(rng: random.Random, tables: Tables) -> Spot:
    """State another number of years."""
    event, figure, _ = pick(rng, _anniversaries(tables))
    new = figure["value"] + rng.choice((-5, -1, 1, 5))
    return spot(f"{event['id']}: {replaced(figure, 'value', new)}", event["id"])


@kind("C106")
def anniversary_on_another_day(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the day of an anniversary."""
    event, _, _ = pick(rng, (one for one in _anniversaries(tables) if _DAY.match(one[2]["when"])))
    days = [f"{event['when'][:8]}{day:02d}" for day in range(1, 29)]
    new = pick(rng, (one for one in days if one != event["when"]))
    return spot(f"{event['id']}: {replaced(event, 'when', new)}", event["id"])


@kind("C107")
def more_votes_than_members(rng: random.Random, tables: Tables) -> Spot:
    """State more votes than the body has members."""
    figures = [one[2] for one in _stated(tables) if one[2]["unit"] == "members" and "of" in one[2]]
    sizes: dict[str, int] = {}
    for one in figures:
        sizes[one["of"]] = max(sizes.get(one["of"], 0), one["value"])
    voters = {"adopter", "ratifier", "authoriser", "decliner", "appointer"}
    found = [
        (record, figure, sizes[part["actor"]])
        for record, holder, figure, _ in _stated(tables)
        for part in holder.get("participants", ())
        if figure["unit"].startswith("votes-") and "bound" not in figure
        if part["role"] in voters and part["actor"] in sizes
    ]
    record, figure, size = pick(rng, found)
    new = size + rng.randrange(1, 50)
    return spot(f"{record['id']}: {replaced(figure, 'value', new)}", record["id"])


@kind("C108")
def value_out_of_range(rng: random.Random, tables: Tables) -> Spot:
    """State a share above 100, a day of more than 24 hours, or less than nothing."""
    highest = {"percent-of-gdp": 100, "hours-per-day": 24, "days-per-week": 7}
    records = {one["id"]: (one, one) for one in tables["pledges"] if "value" in one}
    found = [(record, figure) for record, _, figure, _ in _stated(tables)]
    # A growth in per cent may be anything.
    found = [one for one in (*found, *records.values()) if one[1]["unit"] != "percent"]
    record, figure = pick(rng, found)
    over = highest.get(figure["unit"])
    new = -figure["value"] - 1 if over is None or rng.random() < 0.5 else over + 1
    told = replaced(figure, "value", new)
    return spot(f"{record['id']} ({figure['unit']}): {told}", record["id"])


# --- sources -----------------------------------------------------------------------------------


@kind("R101")
def dropped_last_citation(rng: random.Random, tables: Tables) -> Spot:
    """Drop the only citation of a record."""
    found = [
        here
        for here in _records(tables)
        # A pledge may lean on the citations of its document.
        if len(here.record.get("citations", ())) == 1 and here.table != "pledges"
    ]
    here = pick(rng, found)
    (lost,) = here.record.pop("citations")
    return here.spot(f"{lost} is lost")


@kind("R101")
def claim_of_nobody(rng: random.Random, tables: Tables) -> Spot:
    """Drop all sources of a claim, or the evidence that resolves it."""
    one = pick(rng, tables["discrepancies"])
    keys = ["stated_by", *(["evidence"] if one["status"] == "resolved" else [])]
    key = rng.choice([key for key in keys if key in one])
    del one[key]
    return spot(f"{one['id']}: no {key}", one["id"])


def _located(tables: Tables) -> Iterator[tuple[Here, frozenset[str]]]:
    """Give citations of an entry of an outline, with all entries of it."""
    outlines = {
        one["id"]: frozenset(entry["locator"] for entry in one["outline"])
        for one in tables["sources"]
        if "outline" in one
    }
    for here in objects(tables):
        if "locator" in here.item and here.item.get("source") in outlines:
            yield here, outlines[here.item["source"]]


@kind("R102")
def unknown_locator(rng: random.Random, tables: Tables) -> Spot:
    """Mistype a locator, or give a sentence that no text has."""
    here, entries = pick(rng, _located(tables))
    old = here.item["locator"]
    entry = re.sub(r":\d+\Z", "", old)
    forms = (typo(rng, old), f"{entry}:0", f"{entry}#7", f"{entry}x", f"{entry}:1:2", f"{entry}/1")
    new = pick(rng, (one for one in forms if re.sub(r":[1-9]\d*\Z", "", one) not in entries))
    return here.spot(replaced(here.item, "locator", new))


@kind("R103")
def entry_twice(rng: random.Random, tables: Tables) -> Spot:
    """Give an entry of an outline the locator of another one."""
    source = pick(rng, (one for one in tables["sources"] if len(one.get("outline", ())) > 1))
    one, other = rng.sample(source["outline"], 2)
    return spot(f"{source['id']}: {replaced(one, 'locator', other['locator'])}", source["id"])


@kind("R104")
def entry_no_longer_cited(rng: random.Random, tables: Tables) -> Spot:
    """Drop the locators of all citations of an entry."""
    source = pick(rng, (one for one in tables["sources"] if "outline" in one))
    entry = rng.choice(source["outline"])["locator"]
    for here, _ in _located(tables):
        cited = re.sub(r":\d+\Z", "", here.item["locator"])
        if (here.item["source"], cited) == (source["id"], entry):
            del here.item["locator"]
    return spot(f"{source['id']}: {entry} is not cited", source["id"])


@kind("R111")
def mistyped_path(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the path of a discrepancy."""
    one = pick(rng, (one for one in tables["discrepancies"] if "field" in one))
    return spot(f"{one['id']}: {replaced(one, 'field', typo(rng, one['field']))}", one["id"])


@kind("R111")
def renamed_outcome(rng: random.Random, tables: Tables) -> Spot:
    """Rename an outcome or a provision that a discrepancy is about."""
    known = {one["id"]: one for table in _ACTS for one in tables[table]}
    found = []
    for one in tables["discrepancies"]:
        step = re.match(r"(outcomes|provisions)\[([^\]]*)\]", one.get("field", ""))
        if step:
            found += [
                (one, each) for each in known[one["record"]][step[1]] if each["id"] == step[2]
            ]
    one, outcome = pick(rng, found)
    told = replaced(outcome, "id", f"{outcome['id']}-renamed")
    return spot(f"{one['record']}: {told}", one["id"])


@kind("R112")
def another_value_adopted(rng: random.Random, tables: Tables) -> Spot:
    """Let a discrepancy adopt another value than its record holds."""
    one, _, _ = pick(rng, _adopted(tables))
    dated = _YEAR.search(one["adopted"])
    new = moved(one["adopted"], 1) if dated else typo(rng, one["adopted"])
    return spot(f"{one['id']}: {replaced(one, 'adopted', new)}", one["id"])


@kind("R112")
def value_changed_without_its_discrepancy(rng: random.Random, tables: Tables) -> Spot:
    """Change a value on which a discrepancy says what was adopted."""
    found = [one for one in _adopted(tables) if one[2] in {*_WEIGHED, "en", "lt"}]
    one, item, key = pick(rng, found)
    new = moved(item[key], 1) if key in _WEIGHED else typo(rng, item[key])
    return spot(f"{one['record']}: {replaced(item, key, new)}", one["id"])


@kind("R113")
def nothing_disputed(rng: random.Random, tables: Tables) -> Spot:
    """Adopt what the disagreeing source states."""
    one = pick(rng, tables["discrepancies"])
    return spot(f"{one['id']}: {replaced(one, 'adopted', one['stated'])}", one["id"])


@kind("R114")
def evidence_of_the_claimant(rng: random.Random, tables: Tables) -> Spot:
    """Give as evidence the source that states the claim."""
    one = pick(rng, tables["discrepancies"])
    one["evidence"] = [dict(each) for each in one["stated_by"]]
    return spot(f"{one['id']}: its evidence states the claim", one["id"])


@kind("R114")
def evidence_of_one_family(rng: random.Random, tables: Tables) -> Spot:
    """Put the evidence in the family of the source that states the claim."""
    sources = by_id(tables, "sources")
    one = pick(rng, (one for one in tables["discrepancies"] if one.get("evidence")))
    family = sources[rng.choice(one["stated_by"])["source"]]["family"]
    for each in one["evidence"]:
        sources[each["source"]]["family"] = family
    return spot(f"{one['id']}: all evidence is of {family}", one["id"])


def _addresses(tables: Tables) -> list[Plain]:
    return [one for one in (*tables["sources"], *tables["documents"]) if "url" in one]


@kind("R121")
def malformed_address(rng: random.Random, tables: Tables) -> Spot:
    """Mistype an address."""
    one = pick(rng, _addresses(tables))
    url = one["url"]
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    forms = (
        f"{scheme[1:]}://{rest}",
        f"{scheme}:/{rest}",
        rest,
        f"{scheme}//{rest}",
        f"{scheme}:// {rest}",
        f"{url} ",
        f"{scheme}://{host.replace('.', '')}{slash}{path}",
        f"{url[: len(url) - 3]}…",
        f"{url}%2",
        f"<{url}>",
        f"{url},",
        f"{scheme}://{host}:port{slash}{path}",
    )
    return spot(f"{one['id']}: {replaced(one, 'url', rng.choice(forms))}", one["id"])


@kind("R122")
def tracking_address(rng: random.Random, tables: Tables) -> Spot:
    """Paste an address with the keys that follow a reader."""
    one = pick(rng, (one for one in _addresses(tables) if "#" not in one["url"]))
    key = rng.choice(("utm_source=newsletter", "fbclid=IwAR0x", "gclid=Cj0K", "utm_medium=social"))
    mark = "&" if "?" in one["url"] else "?"
    return spot(f"{one['id']}: {replaced(one, 'url', one['url'] + mark + key)}", one["id"])


@kind("R123")
def mirror(rng: random.Random, tables: Tables) -> Spot:
    """Cite a host that shows copies."""
    one = pick(rng, _addresses(tables))
    hosts = ("www.wikiwand.com/en", "en-academic.com", "wikizero.org", "docplayer.net")
    new = f"https://{rng.choice(hosts)}/{one['id']}"
    return spot(f"{one['id']}: {replaced(one, 'url', new)}", one["id"])


@kind("R124")
def address_of_another_source(rng: random.Random, tables: Tables) -> Spot:
    """Give a source the address of another one, written a little otherwise."""
    one, other = rng.sample([one for one in tables["sources"] if "url" in one], 2)
    url = other["url"]
    scheme = {"http": "https", "https": "http"}[url.partition(":")[0]]
    new = rng.choice((url, f"{scheme}:{url.partition(':')[2]}"))
    return spot(f"{one['id']}: {replaced(one, 'url', new)}", one["id"], other["id"])


@kind("R125")
def missing_access_date(rng: random.Random, tables: Tables) -> Spot:
    """Leave out when a page was read, or say a month or a day to come."""
    one = pick(rng, (one for one in tables["sources"] if "url" in one))
    later = moved(tables["dataset"]["as_of"], 1)
    new = rng.choice((None, one["accessed"][:7], later))
    told = replaced(one, "accessed", new)
    if new is None:
        del one["accessed"]
    return spot(f"{one['id']}: {told}", one["id"])


# --- text --------------------------------------------------------------------------------------

_WORDED = ("title", "summary", "text", "name", "reason")
_PLAIN = {
    "names": ("text",),
    "outline": ("heading",),
    "": ("note", "publisher", "stated"),
    "participants": ("note",),
}


def ours(tables: Tables) -> list[tuple[Here, str]]:
    """Give every wording of ours: the object and the language."""
    return [
        (here, lang)
        for here in objects(tables)
        if here.trail and here.trail[-1] in _WORDED and "en" in here.item
        for lang in ("en", "lt")
    ]


def prose(tables: Tables) -> list[tuple[Here, str]]:
    """Give every wording, official titles included."""
    official = [
        (here, lang)
        for here in objects(tables)
        if here.trail[-1:] == ("official_title",)
        for lang in here.item
    ]
    return [*ours(tables), *official]


def texts(tables: Tables) -> list[tuple[Here, str]]:
    """Give every text: wordings, names, titles of sources, publishers, headings and notes."""
    plain = [
        (here, key)
        for here in objects(tables)
        for key in _PLAIN.get("".join(here.trail[-1:]), ())
        if key in here.item
    ]
    titles = [(one, "title") for one in objects(tables) if one.table == "sources" and not one.trail]
    return [*prose(tables), *plain, *titles]


def titles(tables: Tables) -> list[tuple[Here, str]]:
    """Give the titles of events and documents in both languages."""
    return [(here, lang) for here, lang in ours(tables) if here.trail == ("title",)]


def sentences(tables: Tables) -> list[tuple[Here, str]]:
    """Give summaries, texts and reasons in both languages."""
    return [one for one in ours(tables) if one[0].trail[-1] in {"summary", "text", "reason"}]


Where: TypeAlias = "Callable[[Tables], list[tuple[Here, str]]]"
Retell: TypeAlias = "Callable[[random.Random, str, str], str | None]"


def worded(code: str, where: Where) -> Callable[[Retell], Retell]:
    """Add a function that spoils a text of a language, or gives None where it can not."""

    def add(retell: Retell) -> Retell:
        def change(rng: random.Random, tables: Tables) -> Spot:
            for here, key in mixed(rng, where(tables)):
                new = retell(rng, here.item[key], key)
                if new is not None and new != here.item[key]:
                    here.item[key] = new
                    return here.spot(f"{key} {new!r}")
            raise NoPlaceError

        KINDS[retell.__name__.replace("_", "-")] = Kind(code, change, TRIES)
        return retell

    return add


def _swap(rng: random.Random, text: str, pattern: str, new: Callable[[str], str]) -> str | None:
    """Put another text for one of the matches of a pattern; None where there is none."""
    found = mixed(rng, re.finditer(pattern, text))
    if not found:
        return None
    one = found[0]
    return f"{text[: one.start()]}{new(one[0])}{text[one.end() :]}"


@worded("T101", texts)
def decomposed_accent(rng: random.Random, text: str, _: str) -> str | None:
    """Write a letter and its accent apart."""
    return _swap(rng, text, r"[À-ÖØ-öø-ž]", lambda letter: unicodedata.normalize("NFD", letter))


_ALIKE = dict(zip("AaBCcEeHIiKMOoPpSTXxy", "АаВСсЕеНІіКМОоРрЅТХху", strict=True))


@worded("T102", texts)
def cyrillic_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Write a Cyrillic letter in a Latin word."""
    found = [
        one.start() + index
        for one in re.finditer(r"[A-Za-z]{3,}", text)
        for index, letter in enumerate(one[0])
        if letter in _ALIKE and set(one[0]) - {letter}
    ]
    if not found:
        return None
    index = rng.choice(found)
    return text[:index] + _ALIKE[text[index]] + text[index + 1 :]


@worded("T102", ours)
def letter_in_a_number(rng: random.Random, text: str, _: str) -> str | None:
    """Write the letter O or l within a number."""
    return _swap(rng, text, r"(?<=\b[12])[01](?=\d\d\b)", lambda digit: "Ol"[int(digit)])


@worded("T103", texts)
def zero_width_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Put a letter without width, or a soft hyphen, in a text."""
    index = rng.randrange(1, len(text)) if len(text) > 1 else 1
    return text[:index] + rng.choice("\u200b\u200d\u2060\ufeff\u00ad\u202e\u200e") + text[index:]


@worded("T104", prose)
def special_blank(rng: random.Random, text: str, _: str) -> str | None:
    """Put a blank that does not break for a plain one."""
    return _swap(rng, text, r"(?<=\w) (?=\w)", lambda _: rng.choice("\u00a0\u202f\u2009"))


@worded("T105", texts)
def garbled_letters(_: random.Random, text: str, __: str) -> str | None:
    """Read a text of UTF-8 as Windows 1252."""
    try:
        return None if text.isascii() else text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return None


@worded("T105", texts)
def lost_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Lose an accented letter between two encodings."""
    return _swap(rng, text, r"[À-ž‘’“”„–]", lambda _: "\ufffd")


@worded("T111", prose)
def double_blank(rng: random.Random, text: str, _: str) -> str | None:
    """Put a blank too many between two words, at an end, or before a comma."""
    if rng.random() < 0.3:
        return rng.choice((f" {text}", f"{text} "))
    return _swap(rng, text, r" |,(?= )", lambda found: f" {found}")


@worded("T112", ours)
def straight_quote(rng: random.Random, text: str, _: str) -> str | None:
    """Write a typographic mark as a straight one."""
    return _swap(rng, text, "[‘’“”„]", lambda mark: "'" if mark in "‘’" else '"')


@worded("T113", ours)
def lost_quotation_mark(rng: random.Random, text: str, lang: str) -> str | None:
    """Lose one of two quotation marks."""
    pairs = (("‘", "’"), ("“", "”")) if lang == "en" else (("„", "“"),)
    # An apostrophe looks like a closing mark, so that a lost opening one is not missed.
    marks = [
        mark
        for opening, closing in pairs
        if 0 < text.count(opening) == text.count(closing)
        for mark in ((closing,) if closing == "’" else (opening, closing))
    ]
    return _swap(rng, text, f"[{''.join(marks)}]", lambda _: "") if marks else None


@worded("T113", ours)
def quotation_marks_of_the_other_language(rng: random.Random, text: str, lang: str) -> str | None:
    """Write the quotation marks of the other language."""
    if lang == "lt":
        return _swap(rng, text, "“", lambda _: "”")
    return _swap(rng, text, "[‘“]", lambda _: "„")


@worded("T114", prose)
def leftover_markup(rng: random.Random, text: str, _: str) -> str | None:
    """Leave a tag, an entity or a mark of a wiki in a text."""
    forms = (
        "<b>{}</b>",
        "&nbsp;{}",
        "**{}**",
        "[[{}]]",
        "{}[1]",
        "{}&amp;",
        "{}<br/>",
        "&#8211;{}",
    )
    return _swap(rng, text, r"\b\w{4,}\b", rng.choice(forms).format)


@worded("T115", ours)
def hyphen_in_a_range(rng: random.Random, text: str, _: str) -> str | None:
    """Join two numbers by a hyphen; a year and a month in digits are so joined."""
    pattern = r"(?<![\w./–-])\d{1,4}–(?!(?:0[1-9]|1[0-2])\b)\d+(?![\w/.,–-])"
    return _swap(rng, text, pattern, lambda found: found.replace("–", "-"))


@worded("T121", ours)
def placeholder(rng: random.Random, _: str, __: str) -> str | None:
    """Leave a placeholder for a text."""
    return rng.choice(("TBD", "n/a", "...", "–", "TODO", "?"))


@kind("T122")
def one_language_for_the_other(rng: random.Random, tables: Tables) -> Spot:
    """Paste the text of one language over the other."""
    found = []
    for here, lang in ours(tables):
        words = re.findall(r"[^\W\d_]+", here.item[lang])
        kinds = {"office", "government"}
        # A name, and a title that is one, may be the same in both languages.
        named = here.trail == ("name",) and here.record.get("kind") not in kinds
        short = here.trail[-1] == "title" and sum(not one.isupper() for one in words) < 2
        if not named and not short:
            found.append((here, lang))
    here, lang = pick(rng, found)
    other = "lt" if lang == "en" else "en"
    return here.spot(replaced(here.item, other, here.item[lang]))


@kind("T123")
def swapped_languages(rng: random.Random, tables: Tables) -> Spot:
    """Swap the two languages of a sentence of some length."""
    found = [one for one, lang in sentences(tables) if lang == "en" and len(one.item[lang]) > 60]
    here = pick(rng, found)
    here.item["en"], here.item["lt"] = here.item["lt"], here.item["en"]
    return here.spot(f"swapped languages: {here.item['en']!r}")


@worded("T131", titles)
def long_title(_: random.Random, text: str, __: str) -> str | None:
    """Make a sentence of a title."""
    return " and ".join([text] * (1 + 125 // len(text)))


@worded("T132", titles)
def title_with_full_stop(_: random.Random, text: str, __: str) -> str | None:
    """End a title in a full stop; one that ends in an abbreviation may have it."""
    return None if re.search(r"\b\w{1,4}\Z", text) else f"{text}."


@worded("T133", titles)
def title_in_lower_case(_: random.Random, text: str, __: str) -> str | None:
    """Start a title with a word in small letters."""
    return re.sub(r"\A\W*[^\W\d_]\w*", lambda word: word[0].lower(), text)


@worded("T134", sentences)
def sentence_without_full_stop(_: random.Random, text: str, __: str) -> str | None:
    """Lose the full stop of a sentence."""
    return text[:-1] if re.search(r"[^.!?…]\.\Z", text) else None


# --- what no rule can see ----------------------------------------------------------------------


@unseen("nothing ties the first day of a term in whose first year its holder does nothing")
def shifted_first_day(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the first day of a term that no event begins."""
    disputed = {one["record"] for one in tables["discrepancies"]}
    acts = {(part["actor"], year_of(when)) for _, _, when, part in parts(tables)}
    found = [
        one
        for one in relations(tables, "holds-office")
        if re.match(r"\d{4}-\d\d-\d\d/", one.get("when", "")) and one["id"] not in disputed
        if "begun_by" not in one and (one["subject"], year_of(one["when"])) not in acts
    ]
    one = pick(rng, found)
    first, _, last = one["when"].partition("/")
    new = pick(rng, (text for day in range(1, 29) if (text := f"{first[:8]}{day:02d}") > first))
    return spot(f"{one['id']}: {replaced(one, 'when', f'{new}/{last}')}", one["id"])


@unseen("any letters may be a name; a name is right only by its source")
def misspelt_name(rng: random.Random, tables: Tables) -> Spot:
    """Misspell the name of a person."""
    disputed = {one["record"] for one in tables["discrepancies"]}
    found = [
        one for one in tables["actors"] if one["kind"] == "person" and one["id"] not in disputed
    ]
    one = pick(rng, found)
    told = replaced(one["name"], "en", typo(rng, one["name"]["en"]))
    return spot(f"{one['id']}: {told}", one["id"])


@unseen("no rule reads prose against the fields; what it says is for a reader")
def wrong_year_in_a_summary(rng: random.Random, tables: Tables) -> Spot:
    """State another year in the text of an event."""
    found = [one for one, lang in sentences(tables) if lang == "en" and one.table == "events"]
    here = pick(rng, (one for one in found if re.search(r"\b(19|20)\d\d\b", one.item["en"])))
    new = re.sub(r"\b(19|20)\d\d\b", lambda year: str(int(year[0]) + 1), here.item["en"])
    return here.spot(replaced(here.item, "en", new))


@unseen(
    "both are sentences in the right languages; that they tell of another event only a reader sees"
)
def summary_of_another_event(rng: random.Random, tables: Tables) -> Spot:
    """Swap the summaries of two events."""
    one, other = rng.sample(tables["events"], 2)
    one["summary"], other["summary"] = other["summary"], one["summary"]
    return spot(f"{one['id']} and {other['id']} have swapped summaries", one["id"])


@unseen("a meeting may have been anywhere; no record says where it can not have been")
def another_place(rng: random.Random, tables: Tables) -> Spot:
    """Move an event to another place, where both are named elsewhere too."""
    named = mentions(tables)
    often = [one["id"] for one in tables["places"] if len(named.get(one["id"], ())) > 1]
    disputed = {one["record"] for one in tables["discrepancies"]}
    found = [one for one in tables["events"] if one["id"] not in disputed]
    event = pick(rng, (one for one in found if set(one.get("places", ())) & set(often)))
    old = pick(rng, (one for one in event["places"] if one in often))
    new = pick(rng, (one for one in often if one not in event["places"]))
    event["places"] = [new if one == old else one for one in event["places"]]
    return spot(f"{event['id']}: {old} -> {new}", event["id"])


@unseen("what an event was about is a judgement")
def another_topic(rng: random.Random, tables: Tables) -> Spot:
    """Give an event another topic."""
    # That of enlargement says that an invitation is one to join.
    found = [one for one in tables["events"] if set(one.get("topics", ())) - {"enlargement"}]
    event = pick(rng, found)
    old = pick(rng, (one for one in event["topics"] if one != "enlargement"))
    words = [word.value for word in ltnato.Topic if word.value != "enlargement"]
    new = pick(rng, (one for one in words if one not in event["topics"]))
    event["topics"] = [new if one == old else one for one in event["topics"]]
    return spot(f"{event['id']}: {old} -> {new}", event["id"])


@unseen("a source that exists can be cited by any record; what it says lies outside the data")
def another_source(rng: random.Random, tables: Tables) -> Spot:
    """Cite another source, where the old one is cited elsewhere too."""
    named = mentions(tables)
    found = [
        here
        for here in objects(tables)
        if here.trail[-1:] == ("citations",) and "locator" not in here.item
        if len(named[here.item["source"]]) > 1
    ]
    here = pick(rng, found)
    new = pick(rng, (one["id"] for one in tables["sources"] if "outline" not in one))
    return here.spot(replaced(here.item, "source", new))


@unseen("nothing else in the data counts troops, aircraft or shares")
def another_amount(rng: random.Random, tables: Tables) -> Spot:
    """State another number of what the data do not list."""
    units = {
        "troops",
        "aircraft",
        "percent-of-gdp",
        "battalions",
        "naval-vessels",
        "months",
        "days",
    }
    found = [(one, figure) for one, _, figure, _ in _stated(tables) if figure["unit"] in units]
    record, figure = pick(rng, found)
    return spot(f"{record['id']}: {replaced(figure, 'value', figure['value'] + 1)}", record["id"])


@unseen("of an office without recorded terms nothing says who held it")
def office_without_terms(rng: random.Random, tables: Tables) -> Spot:
    """Let a person act in an office of which no holder is recorded."""
    actors = by_id(tables, "actors")
    held = {one["object"] for one in relations(tables, "holds-office")}
    free = [
        one["id"]
        for one in tables["actors"]
        if one["kind"] == "office" and one["id"] not in held and "existed" not in one
    ]
    named = mentions(tables)
    found = [
        (event, part)
        for event, _, _, part in parts(tables)
        # Else the old office would be named no more.
        if len(named.get(part.get("capacity", ""), ())) > 1
        and actors[part["actor"]]["kind"] == "person"
    ]
    event, part = pick(rng, found)
    told = replaced(part, "capacity", pick(rng, free))
    return spot(f"{event['id']}.{part['actor']}: {told}", event["id"])


@unseen("a copy kept by an archive is the page itself, and often the only way to it")
def archived_copy(rng: random.Random, tables: Tables) -> Spot:
    """Cite the copy of a page in a web archive."""
    one = pick(rng, (one for one in tables["sources"] if "url" in one))
    new = f"https://web.archive.org/web/20200101000000/{one['url']}"
    return spot(f"{one['id']}: {replaced(one, 'url', new)}", one["id"])
