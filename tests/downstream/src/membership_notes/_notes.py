"""Notes on the days that a text names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator

Lang = Literal["en", "lt"]

_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")
_OFFICES = ("president-of-lithuania", "prime-minister-of-lithuania", "secretary-general-of-nato")


@dataclass(frozen=True)
class Note:
    """Hold what there is to say of a day."""

    day: ltnato.Period
    lines: tuple[str, ...]

    def __str__(self) -> str:
        """Give the note as text."""
        return "\n".join([f"{self.day}:", *(f"  {line}" for line in self.lines)])


def annotate(text: str, data: ltnato.Dataset | None = None, *, lang: Lang = "en") -> list[Note]:
    """Write a note for each day or month that a text names, once and in its order."""
    data = data or ltnato.dataset()
    found: dict[ltnato.Period, Note] = {}
    for match in _DAY.finditer(text):
        try:
            day = ltnato.Period(match[0])
        except ltnato.InvalidPeriodError:
            continue  # a number that only looks like a day
        found.setdefault(day, Note(day, tuple(_lines(data, day, lang))))
    return list(found.values())


def _lines(data: ltnato.Dataset, day: ltnato.Period, lang: Lang) -> Iterator[str]:
    for office in _OFFICES:
        try:
            holders = data.holders(office, on=day)
        except ltnato.OutsideCoverageError:
            continue
        names = ", ".join(one.name.get(lang) for one in holders)
        yield f"{data.actor(office).name.get(lang)}: {names}"
    joined = data.event("lithuania-joins-nato").when
    match joined and joined.until(day):
        case ltnato.Span(years, _, _) if years > 0:
            yield f"NATO jau {years} m." if lang == "lt" else f"in NATO for {years} years"
        case _:
            pass
    for event in data.events(on=day):
        yield headline(event, lang=lang)
    for pledge in data.pledges(in_force=day, actor="lithuania"):
        yield pledge.text.get(lang)


def headline(event: ltnato.Event, *, lang: Lang = "en") -> str:
    """Put what sort of event it was before its title."""
    match event.category:
        case ltnato.Category.SUMMIT | ltnato.Category.MINISTERIAL | ltnato.Category.SESSION:
            sort = "susitikimas" if lang == "lt" else "meeting"
        case ltnato.Category.ACCESSION:
            sort = "narystė" if lang == "lt" else "membership"
        case other:
            sort = other.label.get(lang)
    return f"{sort}: {event.title.get(lang)}"


def standing(trust: ltnato.Trust) -> str:
    """Say what an editor does with an event that is so well supported."""
    match trust:
        case ltnato.Trust.CORROBORATED:
            return "print"
        case ltnato.Trust.SINGLE_SOURCE:
            return "name the source"
        case ltnato.Trust.DISPUTED:
            return "tell both"


def verdict(one: ltnato.Fulfilment) -> tuple[str, float | None]:
    """Say what became of a pledge, and by which value."""
    last = one.observations[-1].value if one.observations else None
    match one.verdict:
        case ltnato.Verdict.MET | ltnato.Verdict.MISSED as known:
            return known.label.en, last
        case ltnato.Verdict.NOT_DUE | ltnato.Verdict.NOT_DECIDABLE:
            return "open", last


def in_short(record: ltnato.Record) -> str:  # noqa: C901, PLR0911 - a case a kind
    """Give any record in a few words."""
    match record:
        case ltnato.Event(when=ltnato.Period() as when, title=title):
            return f"{title} ({when.to_text()})"
        case ltnato.Event(title=title):
            return f"{title} (undated)"
        case ltnato.Actor(name=name) | ltnato.Place(name=name):
            return name.en
        case ltnato.Document(title=title, number=number):
            return f"{title} {number}" if number else title.en
        case ltnato.Pledge(text=text, deadline=deadline):
            return f"{text} ({deadline})" if deadline is not None else text.en
        case ltnato.Relation(subject=subject, kind=ltnato.RelationKind.MEMBER_OF, object=whole):
            return f"{subject} in {whole}"
        case ltnato.Relation(subject=subject, kind=kind, object=whole):
            return f"{subject} {kind.label} {whole}"
        case ltnato.Observation(year=year, value=value, unit=unit):
            return f"{year}: {value} {unit.label}"
        case ltnato.Source(title=heading):
            return heading
        case ltnato.Discrepancy(stated=stated):
            return stated
