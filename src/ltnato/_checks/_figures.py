"""Figures with where they stand, and the counts that they may state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ltnato._edtf import NO_END
from ltnato._models import Actor, Document, Finding, Relation
from ltnato._period import span
from ltnato._text import shorten
from ltnato._vocabulary import ActorKind, Limit, RelationKind, Role, Unit

from ._scenes import scenes, sure, ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ltnato._dataset import Dataset
    from ltnato._parts import Figure
    from ltnato._period import Period

    from ._scenes import Scene

__all__ = ["COUNTED", "SEVERAL", "Stated", "figures", "fits", "listed", "related", "told"]


#: A list of one is no list: it may name an example.
SEVERAL = 2

#: The kinds of actor that a unit counts; other units count any.
COUNTED = {
    Unit.COUNTRIES: {ActorKind.COUNTRY},
    Unit.PARTIES: {ActorKind.PARTY},
    Unit.PEOPLE: {ActorKind.PERSON, ActorKind.OFFICE},
}


class Stated(NamedTuple):
    """Hold a figure: where it stands, for which time, and the scene if it is of one."""

    record: str
    field: str
    when: Period | None
    figure: Figure
    scene: Scene | None

    def finding(self, message: str, hint: str | None = None) -> Finding:
        """Report its value."""
        value = shorten(self.figure.value)
        return Finding(
            record=self.record, field=self.field, value=value, message=message, hint=hint
        )


def figures(data: Dataset) -> tuple[Stated, ...]:
    """Give every figure of events, outcomes, provisions and relations."""

    def make() -> tuple[Stated, ...]:
        found = [
            Stated(scene.owner.id, f"{scene.path}figures", figure.when or scene.when, figure, scene)
            for scene in scenes(data)
            for figure in scene.holder.figures
        ]
        found += [
            Stated(one.id, "figures", figure.when or one.when, figure, None)
            for one in data._tables.get(Relation)
            for figure in one.figures
        ]
        return tuple(found)

    return data._tables.memo(figures, make)


def fits(figure: Figure, counts: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a figure may state one of these counts, each from the least to the most."""
    value, bound = figure.value, figure.bound
    if bound is Limit.ABOUT:
        return True
    no_less, no_more = bound is Limit.AT_LEAST, bound in {Limit.AT_MOST, Limit.UP_TO}
    return any((no_less or least <= value) and (no_more or value <= most) for least, most in counts)


def related(relations: Sequence[Relation], days: tuple[int, int]) -> set[tuple[int, int]]:
    """Count the subjects of relations on each day of a span: those sure and those possible."""
    spans = [(one.subject, span(one.when), sure(one.when)) for one in relations]
    changes = {day for _, (low, high), _ in spans for day in (low, high + 1)}
    changes |= {day for _, _, (low, high) in spans for day in (low, high, high + 1)}
    found = set()
    for day in {*days, *(one for one in changes if days[0] <= one <= days[1])}:
        possible = {who for who, (low, high), _ in spans if low <= day <= high}
        # On the day on which it ends, a relation counts or does not.
        certain = {
            who for who, _, (low, high) in spans if low <= day and (day < high or high == NO_END)
        }
        found.add((len(certain), len(possible)))
    return found


def told(counts: Iterable[tuple[int, int]]) -> str:
    """Tell counts: the only one, or the least and the most."""
    pairs = list(counts)
    least, most = min(low for low, _ in pairs), max(high for _, high in pairs)
    return str(least) if least == most else f"{least} to {most}"


def listed(data: Dataset, one: Stated) -> tuple[set[tuple[int, int]], str]:
    """Count what a figure counts, and say what that is; nothing where it is no list of several.

    Pillars and initiatives are the provisions of a document with that word in their identifier;
    parties and countries, the parties of a document; parties of nothing, those that sign there;
    documents, those of the outcome; headquarters and battlegroups, the parts of an actor on that
    day, or later where there are none yet.
    """
    figure, scene = one.figure, one.scene
    actors = data._tables.by_id(Actor)
    document = data._tables.by_id(Document).get(figure.of or (scene.owner.id if scene else ""))
    numbers: list[int] = []
    what = ""
    if figure.unit in {Unit.PILLARS, Unit.INITIATIVES} and document is not None:
        word = figure.unit.removesuffix("s")
        numbers = [sum(word in each.id.split("-") for each in document.provisions)]
        what = f"provisions of {document.id} are called so"
    elif figure.unit in {Unit.PARTIES, Unit.COUNTRIES} and document is not None and figure.of:
        counted = COUNTED[figure.unit]
        numbers = [sum(actors[each].kind in counted for each in document.parties)]
        what = f"are parties of {document.id}"
    elif figure.unit is Unit.PARTIES and figure.of is None and scene is not None:
        signed = [one for one in scene.holder.participants if one.role is Role.SIGNATORY]
        numbers = [len({one.actor for one in signed if actors[one.actor].kind is ActorKind.PARTY})]
        what = "sign there"
    elif figure.unit is Unit.DOCUMENTS and figure.of is None and scene is not None and scene.path:
        acts = [use.act for use in scene.holder.documents]
        numbers = [len(acts), *(acts.count(act) for act in set(acts))]
        what = "are listed there"
    elif figure.unit in {Unit.HEADQUARTERS, Unit.BATTLEGROUPS} and figure.of is not None:
        return _parts(data, figure.of, one.when), f"are recorded as parts of {figure.of}"
    if not numbers or numbers[0] < SEVERAL:
        return set(), ""
    return {(each, each) for each in numbers}, what


def _parts(data: Dataset, whole: str, when: Period | None) -> set[tuple[int, int]]:
    """Count the parts of an actor on the days of a time, or on later ones if it had none yet."""
    parts = ties(data).get((RelationKind.PART_OF, whole), ())
    if len(parts) < SEVERAL or data._tables.by_id(Actor)[whole].kind is ActorKind.ORGANISATION:
        return set()  # an organisation has parts of every sort
    low, high = span(when)
    found = related(parts, (low, high))
    if all(most == 0 for _, most in found):
        found = {each for each in related(parts, (low, NO_END)) if each[1]}
    return found
