"""What no rule can see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ltnato

from ._kinds import Spot, Tables, unseen
from ._places import (
    _stated,
    by_id,
    mentions,
    objects,
    parts,
    pick,
    relations,
    replaced,
    sentences,
    spot,
    typo,
    year_of,
)

if TYPE_CHECKING:
    import random


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
