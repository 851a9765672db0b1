"""Dates by themselves, in their records and in the dataset."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from ._kinds import NoPlaceError, Plain, Spot, Tables, kind
from ._places import (
    _DAY,
    _WEIGHED,
    _adopted,
    before,
    by_id,
    mixed,
    moved,
    overlap,
    period,
    pick,
    replaced,
    scenes,
    sought,
    spot,
    start,
    sure,
    wrong,
    year_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


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
