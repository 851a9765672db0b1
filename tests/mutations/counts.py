"""Numbers against what the records hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import ltnato

from ._kinds import Plain, Spot, Tables, kind
from ._places import (
    _DAY,
    Here,
    _inside,
    _stated,
    before,
    by_id,
    covered,
    mentions,
    moved,
    overlap,
    period,
    pick,
    relations,
    replaced,
    sought,
    spot,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


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
        if actors.get(figure.get("of", ""), {"kind": "organisation"})["kind"] != "organisation"
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


@kind("C109")
def year_of_another_observation(rng: random.Random, tables: Tables) -> Spot:
    """Mistype the year of an observation, so that its edition has two values of one."""
    alike: dict[tuple[object, ...], list[Plain]] = {}
    for one in tables["observations"]:
        key = (one["indicator"], one["actor"], one["edition"])
        alike.setdefault(key, []).append(one)
    one, other = rng.sample(pick(rng, (same for same in alike.values() if len(same) > 1)), 2)
    return spot(f"{one['id']}: {replaced(one, 'year', other['year'])}", one["id"], other["id"])


@kind("C109")
def edition_of_another_observation(rng: random.Random, tables: Tables) -> Spot:
    """Ascribe a value to an edition that has one of that year already."""
    alike: dict[tuple[object, ...], list[Plain]] = {}
    for one in tables["observations"]:
        key = (one["indicator"], one["actor"], one["year"])
        alike.setdefault(key, []).append(one)
    one, other = rng.sample(pick(rng, (same for same in alike.values() if len(same) > 1)), 2)
    told = replaced(one, "edition", other["edition"])
    return spot(f"{one['id']}: {told}", one["id"], other["id"])
