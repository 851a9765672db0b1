"""Where a corruption can take place."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import ltnato
from ltnato._codec import TABLES

from ._kinds import NoPlaceError, Plain, Spot, T, Tables

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator

    from pendulum import Date


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


def _canonical(value: Any, **form: Any) -> bytes:
    options: dict[str, Any] = {"ensure_ascii": False, "indent": 2} | form
    return (json.dumps(value, **options) + "\n").encode()


def _records(tables: Tables) -> Iterator[Here]:
    return (one for one in objects(tables) if not one.trail and one.table != "dataset")


_ACTS = frozenset(("events", "documents"))


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


def _memberships(tables: Tables) -> dict[str, Plain]:
    """Give the membership of each country in NATO."""
    return {one["subject"]: one for one in relations(tables, "member-of", "nato")}


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
