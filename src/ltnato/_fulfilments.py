"""What became of each pledge: its target against the observations up to its deadline."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ._arguments import ids_of
from ._display import measure
from ._listings import observations, pledges, standing
from ._models import Actor, Document, Fulfilment, Observation, Pledge
from ._period import span
from ._records import Records
from ._text import Bilingual
from ._vocabulary import Limit, PledgeKind, RelationKind, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ._period import Period
    from ._tables import Tables

    #: The verdict, with its reason.
    Judged = tuple[Verdict, Bilingual]
    #: Observations, each with whether it is what was pledged.
    Tested = list[tuple[Observation, bool]]

#: Bounds that set a threshold, each with the test that a number passes.
_PASSES = {
    Limit.AT_LEAST: lambda value, target: value >= target,
    Limit.AT_MOST: lambda value, target: value <= target,
    Limit.EXACT: lambda value, target: value == target,
}

_NO_THRESHOLD = Bilingual(
    en="the text sets no threshold that a number could miss",
    lt="tekste nenustatyta riba, kurios būtų galima nepasiekti",
)
_NO_TIME = Bilingual(
    en="the text states neither a deadline nor whole years for which it holds",
    lt="tekste nenurodytas nei terminas, nei ištisi galiojimo metai",
)
_NO_OBSERVATION = Bilingual(
    en="the data hold no observation that could be compared",
    lt="duomenyse nėra stebinio, kurį būtų galima palyginti",
)


def fulfilments(
    tables: Tables, *, pledge: object = None, actor: object = None, edition: object = "preferred"
) -> Records[Fulfilment]:
    """Tell what became of pledges; see `Dataset.fulfilments`."""
    asked = None if pledge is None else ids_of(tables, pledge, "pledge", Pledge)
    only = None if actor is None else ids_of(tables, actor, "actor", Actor)
    found = [
        _judged(tables, one, who, edition)
        for one in pledges(tables)
        if asked is None or one.id in asked
        for who in _bound(tables, one, only)
    ]
    return Records(found, tables, Fulfilment)


def _bound(tables: Tables, pledge: Pledge, only: frozenset[str] | None) -> Iterator[str]:
    """Give whose observations count: of an alliance, those of each member that has any."""
    observed = {one.actor for one in tables.get(Observation) if one.indicator == pledge.indicator}
    for named in (pledge.of,) if pledge.of is not None else pledge.by:
        members = standing(tables, RelationKind.MEMBER_OF, named, tables.info.as_of).ids
        unfolded = [one for one in members if one in (observed if only is None else only)]
        if unfolded:
            yield from unfolded
        elif only is None or named in only:
            yield named


def _judged(tables: Tables, pledge: Pledge, actor: str, edition: object) -> Fulfilment:
    """Compare a pledge with the observations of an actor."""
    today = span(tables.info.as_of)[0]
    seen = [
        one
        for one in observations(tables, pledge.indicator, actor=actor, edition=edition)
        if pledge.unit in {None, one.unit} or pledge.kind is PledgeKind.GROWTH
    ]
    if pledge.deadline is not None and pledge.kind is PledgeKind.LEVEL:
        began = pledge.in_force or tables.by_id(Document)[pledge.document].adopted
        last = _year(span(pledge.deadline)[1])
        first = _year(span(began)[0]) if began is not None else last
        seen = [one for one in seen if first <= one.year <= last]
        verdict, reason = _by_deadline(pledge, pledge.deadline, seen, last, today)
    else:
        first, last = _whole_years(pledge.in_force)
        # A growth of the first year is one over the year before it.
        before = 1 if pledge.kind is PledgeKind.GROWTH else 0
        seen = [one for one in seen if first - before <= one.year <= last]
        verdict, reason = _throughout(pledge, seen, range(first, last + 1), today)
    return Fulfilment(
        pledge=pledge.id, actor=actor, verdict=verdict, observations=tuple(seen), reason=reason
    )


def _year(day: int) -> int:
    """Give the year of a day; of none, the first or last that a calendar has."""
    return date.fromordinal(min(max(day, date.min.toordinal()), date.max.toordinal())).year


def _whole_years(when: Period | None) -> tuple[int, int]:
    """Give the first and last year that lie whole within a time."""
    if when is None:
        return 1, 0
    low, high = span(when)
    first, last = _year(low), _year(high)
    return (
        first + (low > date(first, 1, 1).toordinal()),
        last - (high < date(last, 12, 31).toordinal()),
    )


def _by_deadline(
    pledge: Pledge, deadline: Period, seen: Sequence[Observation], year: int, today: int
) -> Judged:
    """Judge a level that is to be reached by a deadline: the year of the deadline decides."""
    if span(deadline)[1] >= today:
        return Verdict.NOT_DUE, _due(deadline, seen)
    tested = _reached(pledge, seen)
    if tested is None:
        return Verdict.NOT_DECIDABLE, _NO_THRESHOLD
    if not tested or tested[-1][0].year != year:
        return Verdict.NOT_DECIDABLE, _not_final(seen, year)
    last, met = tested[-1]
    return Verdict.MET if met else Verdict.MISSED, _compared(pledge, last)


def _throughout(pledge: Pledge, seen: Sequence[Observation], years: range, today: int) -> Judged:
    """Judge what is to hold in each year: one final observation that falls short decides."""
    if pledge.in_force is None or not years:
        return Verdict.NOT_DECIDABLE, _NO_TIME
    growth = pledge.kind is PledgeKind.GROWTH
    tested = _grown(pledge, seen) if growth else _reached(pledge, seen)
    if tested is None:
        return Verdict.NOT_DECIDABLE, _NO_THRESHOLD
    for one, met in tested:
        if not met:
            return Verdict.MISSED, _compared(pledge, one)
    if span(pledge.in_force)[1] >= today:
        return Verdict.NOT_DUE, _due(pledge.in_force, seen)
    lacking = set(years) - {one.year for one, _ in tested}
    if lacking:
        return Verdict.NOT_DECIDABLE, _not_final(seen, min(lacking))
    return Verdict.MET, _compared(pledge, tested[-1][0])


def _reached(pledge: Pledge, seen: Sequence[Observation]) -> Tested | None:
    """Tell of each final observation whether it reaches the level, None where there is no test."""
    passes, target = _PASSES.get(pledge.bound), pledge.value
    if passes is None or target is None:
        return None
    return [(one, passes(one.value, target)) for one in seen if not one.estimate]


def _grown(pledge: Pledge, seen: Sequence[Observation]) -> Tested:
    """Tell of each final observation after one of the year before whether it grew as pledged."""
    final = [one for one in seen if not one.estimate]
    least = 1 + (pledge.value or 0) / 100
    return [
        (later, later.value > one.value and later.value >= one.value * least)
        for one, later in pairwise(final)
        if later.year == one.year + 1
    ]


# --- reasons -----------------------------------------------------------------------------------


def _number(one: Observation, lang: str) -> str:
    """Word an observation: year, value, edition."""
    value = measure(one.value, one.unit, Limit.EXACT, lang)
    if lang == "lt":
        estimate = ", įvertis" if one.estimate else ""
        return f"{one.year} m. – {value} (leidimas: {one.edition.to_text(lang)}{estimate})"
    estimate = "estimate, " if one.estimate else ""
    return f"{value} in {one.year} ({estimate}edition {one.edition.to_text(lang)})"


def _compared(pledge: Pledge, one: Observation) -> Bilingual:
    """Word the observation that decides beside what was pledged."""
    if pledge.kind is PledgeKind.GROWTH:
        return Bilingual(
            en=f"{_number(one, 'en')}, compared with the year before",
            lt=f"{_number(one, 'lt')}, palyginti su ankstesniais metais",
        )
    target = {lang: measure(pledge.value, pledge.unit, pledge.bound, lang) for lang in ("en", "lt")}
    return Bilingual(
        en=f"{_number(one, 'en')}; pledged: {target['en']}",
        lt=f"{_number(one, 'lt')}; įsipareigota: {target['lt']}",
    )


def _due(until: Period, seen: Sequence[Observation]) -> Bilingual:
    """Word until when there is time, with the newest observation."""
    end = str(until).rpartition("/")[2]
    latest = {lang: f"; {_number(seen[-1], lang)}" if seen else "" for lang in ("en", "lt")}
    if until.is_ongoing:
        return Bilingual(en=f"has no end{latest['en']}", lt=f"neterminuota{latest['lt']}")
    return Bilingual(
        en=f"not over before the end of {end}{latest['en']}",
        lt=f"terminas dar nesuėjo ({end}){latest['lt']}",
    )


def _not_final(seen: Sequence[Observation], year: int) -> Bilingual:
    """Word what the year that decides lacks."""
    if not seen:
        return _NO_OBSERVATION
    return Bilingual(
        en=f"no final observation of {year}; the newest: {_number(seen[-1], 'en')}",
        lt=f"nėra galutinio {year} m. stebinio; naujausias: {_number(seen[-1], 'lt')}",
    )
