"""A day across all tables: who was a member, who held which office, what had been pledged."""

from __future__ import annotations

from itertools import pairwise

from attrs import define

from ._cards import Card
from ._display import measure, name, show, word
from ._language import language
from ._listings import is_covered, pledges, standing, ties
from ._models import Actor, Document, Pledge, Relation
from ._period import Period, as_period, span
from ._records import Records
from ._text import Value, fields_of
from ._vocabulary import ActorKind, DocumentKind, RelationKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._tables import Tables

__all__ = ["Snapshot"]

#: The offices of a snapshot, by field.
_OFFICES = {
    "secretary_general": "secretary-general-of-nato",
    "president": "president-of-lithuania",
    "prime_minister": "prime-minister-of-lithuania",
    "speaker": "speaker-of-the-seimas",
    "minister_of_foreign_affairs": "minister-of-foreign-affairs-of-lithuania",
    "minister_of_national_defence": "minister-of-national-defence-of-lithuania",
    "ambassador_to_nato": "ambassador-of-lithuania-to-nato",
    "chief_of_defence": "chief-of-defence-of-lithuania",
}
_ALLIANCE, _COUNTRY, _AIR_POLICING = "nato", "lithuania", "baltic-air-policing"


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Snapshot(Value):
    """Hold what the data know of one day; `snapshot` gives it.

    Each field holds what is known.  Where the data do not claim to be complete for that day, the
    field is among ``uncovered``, and an empty one then means nothing.

    Args:
        on: The day, or a time of which any day counts.
        members: The members of NATO, the earliest first.
        secretary_general: Who was its Secretary General; on a day of handover, both.
        strategic_concept: The Strategic Concept in force, from its adoption to that of the next.
        president: The President of Lithuania.
        government: The Government of Lithuania.
        prime_minister: Its Prime Minister.
        speaker: The Speaker of its Seimas.
        minister_of_foreign_affairs: Its Minister of Foreign Affairs.
        minister_of_national_defence: Its Minister of National Defence.
        ambassador_to_nato: Its Ambassador to NATO.
        chief_of_defence: Its Chief of Defence.
        pledges: The pledges in force by the time that their own texts state.
        air_policing: Who flew Baltic Air Policing: nation, role, base and aircraft.
        uncovered: The fields for which the data do not claim to be complete on that day.

    Example:
        >>> import ltnato
        >>> day = ltnato.snapshot("2004-03-29")
        >>> len(day.members), day.president.ids, day.secretary_general.ids
        (26, ('rolandas-paksas',), ('jaap-de-hoop-scheffer',))
    """

    on: Period
    members: Records[Actor]
    secretary_general: Records[Actor]
    strategic_concept: Records[Document]
    president: Records[Actor]
    government: Records[Actor]
    prime_minister: Records[Actor]
    speaker: Records[Actor]
    minister_of_foreign_affairs: Records[Actor]
    minister_of_national_defence: Records[Actor]
    ambassador_to_nato: Records[Actor]
    chief_of_defence: Records[Actor]
    pledges: Records[Pledge]
    air_policing: Records[Relation]
    uncovered: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the snapshot as plain values: the day, and identifiers by field.

        Returns:
            A dictionary that JSON can hold.

        Example:
            >>> import ltnato
            >>> ltnato.snapshot("2004-03-29").to_dict()["president"]
            ['rolandas-paksas']
        """
        plain: dict[str, Any] = {"on": str(self.on)}
        for one in fields_of(type(self)):
            held = getattr(self, one.name)
            if isinstance(held, Records):
                plain[one.name] = list(held.ids)
        return plain | {"uncovered": list(self.uncovered)}

    def to_text(self, *, lang: str = "en") -> str:
        """Give the snapshot as text that fits the terminal, names resolved.

        Args:
            lang: Language of wordings and names, ``"en"`` or ``"lt"``.

        Returns:
            The text, without a last newline.

        Raises:
            InvalidQueryError: There is no such language.

        Example:
            >>> import ltnato
            >>> ltnato.snapshot("2004-03-29").to_text(lang="lt").splitlines()[0]
            '2004 m. kovo 29 d.'
        """
        return str(_card(self, lang))

    def __str__(self) -> str:
        """Give the snapshot as text, in English."""
        return self.to_text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """Show the snapshot as a table in a notebook."""
        return _card(self, "en")._repr_html_()


def snapshot(tables: Tables, on: object) -> Snapshot:
    """Take the snapshot of a day; see `Dataset.snapshot`."""
    day = tables.info.as_of if on is None else as_period(on)
    found: dict[str, Any] = {
        field: standing(tables, RelationKind.HOLDS_OFFICE, office, day)
        for field, office in _OFFICES.items()
    }
    found["members"] = standing(tables, RelationKind.MEMBER_OF, _ALLIANCE, day)
    found["strategic_concept"] = _concepts(tables, day)
    found["government"] = _governments(tables, day)
    found["pledges"] = pledges(tables, in_force=day)
    found["air_policing"] = ties(tables, RelationKind.CONTRIBUTES_TO, _AIR_POLICING, day)
    asked = {
        "members": (RelationKind.MEMBER_OF, _ALLIANCE),
        "air_policing": (RelationKind.CONTRIBUTES_TO, _AIR_POLICING),
    } | {field: (RelationKind.HOLDS_OFFICE, office) for field, office in _OFFICES.items()}
    uncovered = {
        field
        for field, (kind, target) in asked.items()
        if not is_covered(tables, kind, target, day)
    }
    # Of these no relation tells: one that is found says all there is, for one follows another.
    uncovered |= {field for field in ("strategic_concept", "government") if not found[field]}
    order = [one.name for one in fields_of(Snapshot)]
    return Snapshot(on=day, uncovered=tuple(sorted(uncovered, key=order.index)), **found)


def _concepts(tables: Tables, day: Period) -> Records[Document]:
    """Give the Strategic Concepts in force: each from its adoption to that of the next."""

    def make() -> list[tuple[int, int, Document]]:
        adopted = [
            one
            for one in tables.get(Document)
            if one.kind is DocumentKind.STRATEGIC_CONCEPT and one.adopted is not None
        ]
        ends = [*(span(later.adopted)[1] for _, later in pairwise(adopted)), span(None)[1]]
        return [(span(one.adopted)[0], end, one) for one, end in zip(adopted, ends, strict=False)]

    low, high = span(day)
    found = [
        one
        for first, last, one in tables.memo("strategic concepts", make)
        if first <= high and low <= last
    ]
    return Records(found, tables, Document)


def _governments(tables: Tables, day: Period) -> Records[Actor]:
    """Give the Governments of the country, in order."""

    def make() -> list[Actor]:
        found = [
            one
            for one in tables.get(Actor)
            if one.kind is ActorKind.GOVERNMENT
            and one.country == _COUNTRY
            and one.existed is not None
        ]
        return sorted(found, key=lambda one: span(one.existed))

    return Records(
        [
            one
            for one in tables.memo("governments", make)
            if one.existed is not None and one.existed.overlaps(day)
        ],
        tables,
        Actor,
    )


# --- display -----------------------------------------------------------------------------------


def _card(one: Snapshot, lang: str) -> Card:
    """Make the card of a snapshot, its fields as headings."""
    language(lang)
    tables = one.members._tables  # noqa: SLF001 - the dataset in which its names resolve
    rows = []
    for field in fields_of(Snapshot):
        held = getattr(one, field.name)
        if not isinstance(held, Records):
            continue
        lines = _lines(held, tables, lang)
        if field.name in one.uncovered:
            lines.append(word("(the data may lack some)" if held else "(not covered)", lang))
        rows.append((field.name.replace("_", " "), lines or ["–"]))
    return Card(show(one.on, lang), rows, lang)


def _lines(held: Records[Any], tables: Tables, lang: str) -> list[str]:
    """Word the records of a field: names in one line, pledges and relations in one each."""
    if held and isinstance(held[0], Pledge):
        return [
            f"{measure(one.value, one.unit, one.bound, lang)}: {one.text.get(lang)}".lstrip(": ")
            for one in held
        ]
    if held and isinstance(held[0], Relation):
        return [_flown(one, tables, lang) for one in held]
    names = ", ".join(name(tables, one.id, lang) for one in held)
    return [f"{len(held)}: {names}" if len(held) > 2 else names] if held else []  # noqa: PLR2004 - a pair needs no count


def _flown(one: Relation, tables: Tables, lang: str) -> str:
    """Word a rotation: nation, role, base, aircraft, time."""
    parts = [show(one.role, lang)] if one.role else []
    parts += [name(tables, one.place, lang)] if one.place else []
    parts += [", ".join(one.equipment)] if one.equipment else []
    parts += [measure(each.value, each.unit, each.bound, lang) for each in one.figures]
    parts += [show(one.when, lang)]
    return f"{name(tables, one.subject, lang)} ({'; '.join(parts)})"
