"""What must come before what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._kinds import Plain, Spot, Tables, kind
from ._places import (
    _memberships,
    before,
    by_id,
    end,
    moved,
    parts,
    period,
    pick,
    replaced,
    scenes,
    sought,
    spot,
    start,
    sure,
    uses,
    year_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping

    from pendulum import Date


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
    # Of a relation without a known start only the end is told.
    ended = (one for one in _causes(tables, "ended_by") if end(one[0]["when"]))
    one, cause = pick(rng, (one for one in ended if not one[0]["when"].startswith("/")))
    first, last = one["when"].split("/")
    new = f"{first}/{moved(last, 3)}"
    if rng.random() < 0.5 and before(f"{first}", moved(cause, -1)):
        new = f"{first}/{moved(last, -1)}"
    return spot(f"{one['id']}: {replaced(one, 'when', new)}", one["id"])
