"""Counts and derived values: what a figure states is what the records hold.

Only what can be counted is: members where all are recorded, actors in a role, lists of several.  A
date that is a span is right if one of its days is.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from ltnato._models import Actor, Event, Finding, Observation, Pledge
from ltnato._period import span
from ltnato._text import shorten
from ltnato._vocabulary import (
    ActorKind,
    Category,
    Limit,
    LinkKind,
    PledgeKind,
    RelationKind,
    RelationRole,
    Role,
    Severity,
    Unit,
)

from ._figures import COUNTED, SEVERAL, figures, fits, listed, related, told
from ._rule import rule
from ._scenes import begins, covers, ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pendulum import Date

    from ltnato._dataset import Dataset
    from ltnato._models import Relation
    from ltnato._parts import Figure
    from ltnato._period import Period

    from ._figures import Stated
    from ._scenes import Scene

#: One name that stands for several actors, so that those in a role can not be counted.
_SEVERAL_IN_ONE = {ActorKind.GROUP, ActorKind.COALITION}

_ROLES = {role.value for role in Role}
_VOTES = {Unit.VOTES_FOR, Unit.VOTES_AGAINST, Unit.ABSTENTIONS}
_NO_MORE = {Limit.EXACT, Limit.AT_MOST, Limit.UP_TO}
_NO_LESS = {Limit.EXACT, Limit.AT_LEAST}
_VOTERS = {Role.ADOPTER, Role.RATIFIER, Role.AUTHORISER, Role.DECLINER, Role.APPOINTER}

#: The least and the most that a value can be; a growth in per cent may be anything.
_RANGES: dict[Unit, tuple[float, float]] = {
    **{unit: (0, inf) for unit in Unit if unit is not Unit.PERCENT},
    Unit.PERCENT_OF_GDP: (0, 100),
    Unit.HOURS_PER_DAY: (0, 24),
    Unit.DAYS_PER_WEEK: (0, 7),
}


# --- members and their numbers -----------------------------------------------------------------


@rule(
    "C101",
    "members-differ",
    Severity.ERROR,
    "A stated number of members is that of the memberships on that day, where all are recorded.",
)
def _members_differ(data: Dataset) -> Iterator[Finding]:
    """Report numbers of members that no day of their date has."""
    kinds = {one.id: one.kind for one in data._tables.get(Actor)}
    known: dict[tuple[str, Unit, tuple[int, int]], set[tuple[int, int]]] = {}
    for one in figures(data):
        figure = one.figure
        if figure.of is None or figure.unit not in {Unit.MEMBERS, Unit.COUNTRIES}:
            continue
        members = ties(data).get((RelationKind.MEMBER_OF, figure.of), ())
        days = span(one.when)
        lasting = len(members) >= SEVERAL and all(each.when is None for each in members)
        if not lasting and not covers(data, RelationKind.MEMBER_OF, figure.of, days):
            continue
        key = (figure.of, figure.unit, days)
        if key not in known:
            counted = COUNTED.get(figure.unit)
            known[key] = related(
                [each for each in members if counted is None or kinds[each.subject] in counted],
                days,
            )
        if not fits(figure, known[key]):
            day = f" on {one.when}" if one.when is not None else ""
            yield one.finding(
                f"{figure.unit} of {figure.of}{day}; the memberships make {told(known[key])}"
            )


@rule(
    "C102",
    "number-out-of-order",
    Severity.WARNING,
    "The members of a body, or the holders of an office, are numbered as they came.",
)
def _number_out_of_order(data: Dataset) -> Iterator[Finding]:
    """Report numbers in a row that are double, against the order of time, or with a gap.

    A gap is known where every relation has a number, and none of the time is missing.
    """
    for row, complete in _rows(data):
        newest = row[0]
        for last, one in pairwise(row):
            if begins(last.when)[0] > begins(newest.when)[0]:
                newest = last
            message = _misnumbered(last, newest, one)
            days = (begins(last.when)[0], begins(one.when)[1])
            gap = complete and _number(one) > _number(last) + 1
            if message is None and gap and covers(data, one.kind, one.object, days):
                message = (
                    f"leaves a gap in {one.object}: before it comes {last.ordinal} ({last.id})"
                )
            if message is not None:
                yield Finding(
                    record=one.id, field="ordinal", value=shorten(one.ordinal), message=message
                )


def _rows(data: Dataset) -> Iterator[tuple[list[Relation], bool]]:
    """Give the members or holders that have a number, by it, and whether all have one.

    A further term of the same number is left out: it keeps the number of the first.
    """
    for (kind, _), relations in ties(data).items():
        if kind in {RelationKind.MEMBER_OF, RelationKind.HOLDS_OFFICE}:
            regular = [one for one in relations if one.role is not RelationRole.ACTING]
            row: dict[tuple[int, str], Relation] = {}
            for one in regular:
                if one.ordinal is not None:
                    row.setdefault((one.ordinal, one.subject), one)
            if row:
                complete = all(one.ordinal is not None for one in regular)
                yield sorted(row.values(), key=_number), complete


def _number(one: Relation) -> int:
    """Give a number in a row."""
    return one.ordinal or 0


def _misnumbered(last: Relation, newest: Relation, one: Relation) -> str | None:
    """Say why a number can not come after those before it, None if it can."""
    if one.ordinal == last.ordinal:
        return f"is also the number of {last.subject} in {one.object} ({last.id})"
    if begins(one.when)[1] < begins(newest.when)[0]:
        return (
            f"is against the order of time: {newest.subject}, number {newest.ordinal} in "
            f"{one.object}, came later ({newest.when})"
        )
    return None


# --- lists -------------------------------------------------------------------------------------


@rule(
    "C103",
    "role-count-differs",
    Severity.ERROR,
    "A figure of those in a role is the number of actors that stand in it.",
)
def _role_count_differs(data: Dataset) -> Iterator[Finding]:
    """Report figures that count another number of actors in a role than stand in it.

    An outcome in which nobody has the role counts those of its event.
    """
    kinds = {one.id: one.kind for one in data._tables.get(Actor)}
    for one in figures(data):
        figure, scene = one.figure, one.scene
        if scene is None or figure.of not in _ROLES:
            continue
        present = [part for part in scene.holder.participants if part.role == figure.of]
        if not present and isinstance(scene.owner, Event):
            present = [part for part in scene.owner.participants if part.role == figure.of]
        if any(kinds[part.actor] in _SEVERAL_IN_ONE for part in present):
            continue
        counted = COUNTED.get(figure.unit)
        found = {
            actor
            for part in present
            for actor in (part.actor, part.on_behalf_of if counted else None)
            if actor is not None and (counted is None or kinds[actor] in counted)
        }
        if not fits(figure, [(len(found), len(found))]):
            yield one.finding(
                f"{figure.unit} are stated as {figure.of}; {len(found) or 'none'} "
                f"{'stands' if len(found) == 1 else 'stand'} there in that role"
            )


@rule(
    "C104",
    "list-length-differs",
    Severity.WARNING,
    "A list whose length is stated has that length.",
)
def _list_length_differs(data: Dataset) -> Iterator[Finding]:
    """Report stated lengths of lists that the records hold and that are of another length."""
    for one in figures(data):
        found, what = listed(data, one)
        if found and not fits(one.figure, found):
            yield one.finding(f"{one.figure.unit} are stated; {told(found)} {what}")


# --- anniversaries -----------------------------------------------------------------------------


class _Anniversary(NamedTuple):
    """Hold an anniversary, the years that it states, and an event that it marks.

    Each is given its first and last possible day.
    """

    event: Event
    figure: Figure
    days: tuple[Date, Date]
    other: Event
    since: tuple[Date, Date]

    @property
    def years(self) -> tuple[int, int]:
        """Give the least and the most years that lie between, by the calendar."""
        return (self.days[0].year - self.since[1].year, self.days[1].year - self.since[0].year)


def _anniversaries(data: Dataset) -> Iterator[list[_Anniversary]]:
    """Give each stated number of years of an anniversary, with all that it may count from."""
    events = data._tables.by_id(Event)
    for event in events.values():
        days = _limits(event)
        if event.category is not Category.ANNIVERSARY or days is None:
            continue
        marked = [events[link.event] for link in event.links if link.kind is LinkKind.MARKS]
        for figure in event.figures:
            found = [
                _Anniversary(event, figure, days, other, since)
                for other in marked
                if figure.unit is Unit.YEARS and (since := _limits(other)) is not None
            ]
            if found:
                yield found


def _limits(event: Event) -> tuple[Date, Date] | None:
    """Give the first and last possible day of an event, None where one is not known."""
    start, end = (event.when.start, event.when.end) if event.when is not None else (None, None)
    return (start, end) if start is not None and end is not None else None


@rule(
    "C105",
    "anniversary-of-another-year",
    Severity.WARNING,
    "An anniversary falls as many years after the event that it marks as it states.",
)
def _anniversary_of_another_year(data: Dataset) -> Iterator[Finding]:
    """Report anniversaries whose stated years are not those since any event they mark."""
    for found in _anniversaries(data):
        event, figure, _, other, _ = found[0]
        if not fits(figure, [one.years for one in found]):
            yield Finding(
                record=event.id,
                field="figures",
                value=shorten(figure.value),
                message=f"years are stated; from {other.id} ({other.when}) to {event.when} it is "
                f"{told([found[0].years])}",
            )


@rule(
    "C106",
    "anniversary-on-another-day",
    Severity.WARNING,
    "An anniversary has the day and month of the event that it marks.",
)
def _anniversary_on_another_day(data: Dataset) -> Iterator[Finding]:
    """Report anniversaries that state their years and fall on another day of the year.

    What is only held in honour of one, on a day near it, states no years as its own figure.
    """
    for event, figure, days, other, since in (one for each in _anniversaries(data) for one in each):
        if days[0] == days[1] and since[0] == since[1]:
            years = days[0].year - since[0].year
            day = since[0].add(years=years)
            if figure.value == years and day != days[0]:
                yield Finding(
                    record=event.id,
                    field="when",
                    value=shorten(str(event.when)),
                    message=f"is not the day: {years} years after {other.id} it was {day}",
                    hint="what is held near the day states no years of its own",
                )


# --- votes, ranges, observations ---------------------------------------------------------------


@rule(
    "C107",
    "more-votes-than-members",
    Severity.WARNING,
    "A body casts no more votes than it has members.",
)
def _more_votes_than_members(data: Dataset) -> Iterator[Finding]:
    """Report votes that exceed the members of the body, where a figure states these anywhere."""
    sizes: dict[str, float] = {}
    votes: dict[tuple[str, str], list[Stated]] = {}
    for one in figures(data):
        if one.figure.unit is Unit.MEMBERS and one.figure.bound in _NO_MORE and one.figure.of:
            sizes[one.figure.of] = max(sizes.get(one.figure.of, 0), one.figure.value)
        elif one.figure.unit in _VOTES and one.figure.bound in _NO_LESS:
            votes.setdefault((one.record, one.field), []).append(one)
    for cast in votes.values():
        values = [one.figure.value for one in cast]
        once = len({one.figure.unit for one in cast}) == len(cast)
        total = sum(values) if once else max(values)  # of several ballots, none is too large
        bodies = {one.figure.of or each for one in cast for each in _voters(one.scene)}
        size = max((sizes[body] for body in bodies if body in sizes), default=total)
        if total > size:
            body = next(each for each in sorted(bodies) if sizes.get(each) == size)
            yield Finding(
                record=cast[0].record,
                field=cast[0].field,
                value=shorten(total),
                message=f"votes are cast, more than the {size} members of {body}",
            )


def _voters(scene: Scene | None) -> set[str]:
    """Give who may have voted in a scene."""
    if scene is None:
        return {""}
    own = scene.owner.participants if isinstance(scene.owner, Event) else ()
    present = (*scene.holder.participants, *own)
    return {part.actor for part in present if part.role in _VOTERS} or {""}


@rule("C108", "value-out-of-range", Severity.ERROR, "A share is of 100, a day has 24 hours.")
def _value_out_of_range(data: Dataset) -> Iterator[Finding]:
    """Report values that nothing can have, such as a share above 100 per cent."""
    for one in figures(data):
        message = _beyond(one.figure.unit, one.figure.value)
        if message is not None:
            yield one.finding(message)
    measured: tuple[Pledge | Observation, ...]
    measured = (*data._tables.get(Pledge), *data._tables.get(Observation))
    for seen in measured:
        if seen.value is None or seen.unit is None:
            continue
        # A promised growth is no share, whatever grows.
        level = isinstance(seen, Observation) or seen.kind is PledgeKind.LEVEL
        share = level and seen.indicator.endswith("share")
        message = _beyond(seen.unit, seen.value, share=share)
        if message is not None:
            yield Finding(record=seen.id, field="value", value=shorten(seen.value), message=message)


def _beyond(unit: Unit, value: float, *, share: bool = False) -> str | None:
    """Say in which range a value should lie, None where it does."""
    low, high = (0, 100) if share else _RANGES.get(unit, (value, value))
    if low <= value <= high:
        return None
    limits = f"{low} to {high}" if high < inf else f"{low} or more"
    return f"{unit}; it can only be {limits}"


@rule(
    "C109",
    "observed-twice",
    Severity.ERROR,
    "An edition has one value for an indicator, an actor and a year.",
)
def _observed_twice(data: Dataset) -> Iterator[Finding]:
    """Report observations of the same indicator, actor, year and edition."""
    first: dict[tuple[str, str, int, Period], str] = {}
    for one in data._tables.get(Observation):
        key = (one.indicator, one.actor, one.year, one.edition)
        if key in first:
            yield Finding(
                record=one.id,
                field="edition",
                value=shorten(str(one.edition)),
                message=f"gives {one.actor} a second value of {one.year}, beside {first[key]}",
            )
        first.setdefault(key, one.id)
