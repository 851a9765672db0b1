"""What nothing needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._kinds import Plain, Spot, Tables, kind
from ._places import Here, _inside, mentions, pick, spot

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


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
