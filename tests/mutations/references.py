"""Identifiers, references and ties in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ltnato._codec import TABLES

from ._kinds import KINDS, Change, Kind, Spot, Tables, kind
from ._places import (
    _ACTS,
    Here,
    _canonical,
    _records,
    by_id,
    identifiers,
    mentions,
    objects,
    pick,
    replaced,
    sought,
    spot,
    typo,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping


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
