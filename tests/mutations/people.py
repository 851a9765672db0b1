"""Persons, offices and countries in their time."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ._kinds import NoPlaceError, Plain, Spot, Tables, kind
from ._places import (
    _memberships,
    before,
    by_id,
    covered,
    moved,
    overlap,
    parts,
    pick,
    relations,
    replaced,
    spot,
    start,
    sure,
    wrong,
    year_of,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator


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
