"""People and bodies in time: who acts in an office held it, and no Ally acts before its accession.

What is not known is not reported: an office of which no holder of the day is recorded, a date that
may lie within a term, a country of whose memberships the data claim nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ltnato._edtf import NO_END, NO_START
from ltnato._models import Actor, Finding, Relation
from ltnato._period import span
from ltnato._text import shorten
from ltnato._vocabulary import ActorKind, NameKind, RelationKind, RelationRole, Role, Severity

from ._rule import rule
from ._scenes import begins, covers, own, parts, sure, ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ltnato._dataset import Dataset
    from ltnato._parts import Participation
    from ltnato._period import Period

    from ._scenes import Scene

#: An office may be given this many days before it is taken.
AHEAD = 366

#: What is done to a person, or for one, who need not be alive.
_PASSIVE = {Role.SUBJECT, Role.TARGET, Role.BENEFICIARY, Role.RECIPIENT}

#: What only the living do.
_ACTIVE = {RelationKind.HOLDS_OFFICE, RelationKind.LEADS, RelationKind.ACCREDITED_TO}


def _kinds(data: Dataset) -> Mapping[str, ActorKind]:
    """Give the kind of each actor."""
    return data._tables.memo(_kinds, lambda: {one.id: one.kind for one in data._tables.get(Actor)})


def _told(relations: Iterable[Relation]) -> str:
    """Tell the times of relations."""
    return " and ".join(str(one.when) for one in relations)


# --- offices -----------------------------------------------------------------------------------


def _out_of_office(
    data: Dataset,
) -> Iterator[tuple[Scene, Period, Participation, Sequence[Relation], bool]]:
    """Give who acts outside all own terms in an office, and whether its terms are all recorded."""
    kinds = _kinds(data)
    for scene, when, part in parts(data):
        # An office or a body may act in a second capacity of which no term tells.
        if part.capacity is None or kinds[part.actor] is not ActorKind.PERSON:
            continue
        terms = own(data, part.actor, RelationKind.HOLDS_OFFICE, part.capacity)
        if not any(one.when is None or one.when.overlaps(when) for one in terms):
            known = covers(data, RelationKind.HOLDS_OFFICE, part.capacity, span(when))
            yield scene, when, part, terms, known


@rule(
    "P101",
    "capacity-not-held",
    Severity.ERROR,
    "Who acts in an office held it on that day, where the holders of the day are recorded.",
)
def _capacity_not_held(data: Dataset) -> Iterator[Finding]:
    """Report who acts in an office that others held on that day."""
    for scene, when, part, terms, known in _out_of_office(data):
        if known:
            everyone = ties(data).get((RelationKind.HOLDS_OFFICE, part.capacity or ""), ())
            held = dict.fromkeys(
                one.subject for one in everyone if one.when is None or one.when.overlaps(when)
            )
            others = " or ".join(held) or "nobody"
            yield Finding(
                record=scene.owner.id,
                field=f"{scene.path}participants[{part.actor}].capacity",
                value=shorten(part.capacity),
                message=f"was held on {when} by {others}, not by {part.actor}",
                hint=f"{part.actor} held it {_told(terms)}" if terms else None,
            )


@rule(
    "P102",
    "capacity-outside-term",
    Severity.ERROR,
    "Who acts in an office, and has recorded terms in it, acts within one of them.",
)
def _capacity_outside_term(data: Dataset) -> Iterator[Finding]:
    """Report who acts in an office outside his or her terms, where other terms may be missing."""
    for scene, when, part, terms, known in _out_of_office(data):
        if terms and not known:
            yield Finding(
                record=scene.owner.id,
                field=f"{scene.path}participants[{part.actor}].capacity",
                value=shorten(part.capacity),
                message=f"was held by {part.actor} {_told(terms)}, not on {when}",
                hint="was there a further term? record it",
            )


@rule(
    "P103",
    "appointment-not-the-start",
    Severity.WARNING,
    "An appointment and the term that it begins tell the same day.",
)
def _appointment_not_the_start(data: Dataset) -> Iterator[Finding]:
    """Report appointments to a post whose recorded term begins on another day.

    A term that names the event as its beginning starts on that day.  Another one may start up to a
    year later, or at any time where the participation has a note.
    """
    for scene, when, part in parts(data):
        if part.role is not Role.APPOINTEE or part.post is None:
            continue
        terms = [
            one
            for one in own(data, part.actor, RelationKind.HOLDS_OFFICE, part.post)
            if _dated(one)
        ]
        tied = [one for one in terms if one.begun_by == scene.owner.id]
        if not terms or (part.note and not tied):
            continue
        ahead = 0 if tied else AHEAD
        if not any(_may_begin(one, when, ahead) for one in tied or terms):
            starts = " and ".join(f"{one.when} ({one.id})" for one in tied or terms)
            yield Finding(
                record=scene.owner.id,
                field=f"{scene.path}participants[{part.actor}].post",
                value=shorten(part.post),
                message=f"is given on {when}, but the term of {part.actor} is {starts}",
            )


def _dated(term: Relation) -> bool:
    """Tell whether it is known when a term began."""
    return begins(term.when)[0] > NO_START


def _may_begin(term: Relation, when: Period, ahead: int) -> bool:
    """Tell whether a term may begin on the day, or at most so many days later."""
    low, high = begins(term.when)
    first, last = span(when)
    return low <= last + ahead and first <= high


@rule(
    "P104",
    "overlapping-terms",
    Severity.WARNING,
    "Two do not hold one office at a time, but on the day, month or year of the handover.",
)
def _overlapping_terms(data: Dataset) -> Iterator[Finding]:
    """Report terms in one office that surely share more than a day.

    Whoever was acting, and a term with a note, may overlap: a curator has seen it.
    """
    kinds = _kinds(data)
    for (kind, office), terms in ties(data).items():
        if kind is not RelationKind.HOLDS_OFFICE or kinds[office] is not ActorKind.OFFICE:
            continue
        plain = [one for one in terms if one.role is not RelationRole.ACTING and not one.note]
        before: Relation | None = None
        for one in sorted(plain, key=lambda one: (sure(one.when), one.id)):
            low, high = sure(one.when)
            until = sure(before.when)[1] if before is not None else low
            if before is not None and min(high, until) > low:
                yield Finding(
                    record=one.id,
                    field="when",
                    value=shorten(str(one.when)),
                    message=f"overlaps the term of {before.subject} in {office}: "
                    f"{before.when} ({before.id})",
                    hint="mark one as acting, or add a note that says why",
                )
            if before is None or high > until:
                before = one


# --- memberships -------------------------------------------------------------------------------


def _outside(data: Dataset, country: str, whole: str, days: tuple[int, int]) -> bool:
    """Tell whether a country was surely no member on any of these days."""
    spans = [span(one.when) for one in own(data, country, RelationKind.MEMBER_OF, whole)]
    if any(first <= days[1] and days[0] <= last for first, last in spans):
        return False
    return bool(spans) or covers(data, RelationKind.MEMBER_OF, whole, days)


def _alliances(data: Dataset) -> tuple[str, ...]:
    """Give the organisations of which the data claim to know the members."""
    kinds = _kinds(data)
    return data._tables.memo(
        _alliances,
        lambda: tuple(
            dict.fromkeys(
                one.object
                for one in data.coverage
                if one.relation is RelationKind.MEMBER_OF
                and kinds[one.object] is ActorKind.ORGANISATION
            )
        ),
    )


def _wholes(data: Dataset, actor: str) -> set[str]:
    """Give everything of which an actor is a part, over any number of steps."""

    def make() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in data._tables.get(Relation):
            if one.kind is RelationKind.PART_OF:
                found.setdefault(one.subject, []).append(one.object)
        return found

    above = data._tables.memo(_wholes, make)
    found: set[str] = set()
    ahead = [actor]
    while ahead:
        new = set(above.get(ahead.pop(), ())) - found
        found |= new
        ahead += new
    return found


@rule(
    "P105",
    "ally-before-accession",
    Severity.WARNING,
    "A country acts for an alliance, or as a framework nation, only while it is a member.",
)
def _ally_before_accession(data: Dataset) -> Iterator[Finding]:
    """Report countries that act as Allies while they surely are none.

    Three cases are known: a country that stands for an organisation; a framework nation, which is a
    member of an organisation whose members are recorded; and one that begins to lead a part of such
    an organisation.  Partners may contribute, take part, host and sign, so that these tell nothing.
    A note on the participation or relation makes it an exception.
    """
    yield from _acting_members(data)
    yield from _leading_members(data)


def _acting_members(data: Dataset) -> Iterator[Finding]:
    """Report participations of countries as members before their accession."""
    kinds, alliances = _kinds(data), _alliances(data)
    for scene, when, part in parts(data):
        if part.note or kinds[part.actor] is not ActorKind.COUNTRY:
            continue
        framework = part.role is Role.FRAMEWORK_NATION and part.on_behalf_of is None
        wholes = alliances if framework else (part.on_behalf_of,) if part.on_behalf_of else ()
        what = "is a framework nation" if framework else "acts"
        if wholes and all(_outside(data, part.actor, one, span(when)) for one in wholes):
            yield Finding(
                record=scene.owner.id,
                field=f"{scene.path}participants[{part.actor}]",
                value=shorten(part.actor),
                message=f"{what} on {when}, but is no member of {' or '.join(wholes)} then",
                hint=_membership(data, part.actor, wholes),
            )


def _leading_members(data: Dataset) -> Iterator[Finding]:
    """Report relations of countries as members before their accession."""
    kinds, alliances = _kinds(data), _alliances(data)
    for one in data._tables.get(Relation):
        framework = one.kind is RelationKind.FRAMEWORK_NATION_OF
        if not framework and one.kind is not RelationKind.LEADS:
            continue
        if one.note or not _dated(one) or kinds[one.subject] is not ActorKind.COUNTRY:
            continue
        above = _wholes(data, one.object)
        wholes = tuple(each for each in alliances if each in above)
        wholes = wholes or (alliances if framework else ())
        if wholes and all(_outside(data, one.subject, each, begins(one.when)) for each in wholes):
            yield Finding(
                record=one.id,
                field="when",
                value=shorten(str(one.when)),
                message=f"begins while {one.subject} is no member of {' or '.join(wholes)}",
                hint=_membership(data, one.subject, wholes),
            )


def _membership(data: Dataset, country: str, wholes: tuple[str, ...]) -> str | None:
    """Tell when a country was a member, None where it never was."""
    found = [one for each in wholes for one in own(data, country, RelationKind.MEMBER_OF, each)]
    return f"it is one {_told(found)}" if found else None


# --- names and lives ---------------------------------------------------------------------------


@rule(
    "P106",
    "later-name",
    Severity.NOTE,
    "An actor is told under its name of today; a reader may look for the one it bore then.",
)
def _later_name(data: Dataset) -> Iterator[Finding]:
    """Note actors that surely bore another name on the day, once an event.

    A participation of the actor that has a note is taken to say so.
    """
    actors = data._tables.by_id(Actor)
    former: dict[str, list[tuple[str, Period]]] = {}
    for actor in actors.values():
        for name in actor.names:
            if name.kind is NameKind.FORMER and name.when is not None:
                former.setdefault(actor.id, []).append((name.text, name.when))
    told: dict[tuple[str, str], Finding] = {}
    noted: set[tuple[str, str]] = set()
    for scene, when, part in parts(data):
        if part.note:
            noted.add((scene.owner.id, part.actor))
        for one in (part.actor, part.on_behalf_of):
            key = (scene.owner.id, one or "")
            borne = [text for text, time in former.get(key[1], ()) if _before_its_end(when, time)]
            if borne and key not in told:
                told[key] = Finding(
                    record=scene.owner.id,
                    field=f"{scene.path}participants[{part.actor}]",
                    value=shorten(actors[key[1]].name.en),
                    message=f"is a later name: on {when} it was {borne[0]}",
                    hint="a note on the participation may say so",
                )
    yield from (finding for key, finding in told.items() if key not in noted)


def _before_its_end(when: Period, name: Period) -> bool:
    """Tell whether a date may lie in the time of a name, and surely before its end."""
    return when.overlaps(name) and span(when)[1] < sure(name)[1]


@rule("P107", "acts-outside-life", Severity.ERROR, "A person acts only while alive.")
def _acts_outside_life(data: Dataset) -> Iterator[Finding]:
    """Report who acts, holds an office, leads or is accredited before birth or after death."""
    lives = {
        one.id: one.existed
        for one in data._tables.get(Actor)
        if one.kind is ActorKind.PERSON and one.existed is not None
    }
    for scene, when, part in parts(data):
        life = lives.get(part.actor)
        if life is not None and part.role not in _PASSIVE and not life.overlaps(when):
            yield Finding(
                record=scene.owner.id,
                field=f"{scene.path}participants[{part.actor}]",
                value=shorten(part.actor),
                message=f"acts on {when}, but lived {life}",
            )
    for one in data._tables.get(Relation):
        life = lives.get(one.subject) if one.kind in _ACTIVE else None
        if life is not None and one.when is not None and _exceeds(one.when, life):
            yield Finding(
                record=one.id,
                field="when",
                value=shorten(str(one.when)),
                message=f"exceeds the life of {one.subject}: {life}",
            )


def _exceeds(when: Period, life: Period) -> bool:
    """Tell whether a time surely begins before a life, or surely goes on after it."""
    born, died = span(life)
    if when.one_of or not when.overlaps(life):
        return not when.overlaps(life)
    goes_on = when.is_ongoing and died < NO_END
    return goes_on or when.first._hi < born or when.last._lo > died
