"""The path of a country into an organisation that is joined by a treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ltnato._models import Actor, Document, Event, Relation
from ltnato._vocabulary import Act, ActorKind, DocumentKind, OutcomeKind, RelationKind, Role, Topic

from ._scenes import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ltnato._dataset import Dataset
    from ltnato._parts import DocumentUse, Outcome, Participation
    from ltnato._period import Period


class Step(NamedTuple):
    """Hold a step of a country's path: the days on which it may have been made, and its place."""

    rank: int
    earliest: int
    latest: int
    when: Period
    record: str
    field: str


#: The steps in the order of their ranks; with the last one the country is a member.
STEPS = ("invitation", "protocol", "ratification", "accession")
_INVITATION, _PROTOCOL, _RATIFICATION, _ACCESSION = range(len(STEPS))


def paths(data: Dataset) -> dict[tuple[str, str], dict[Step, None]]:
    """Collect the steps of each country into each organisation that is joined by a treaty."""
    actors, events = data._tables.by_id(Actor), data._tables.by_id(Event)
    ties = [
        one
        for one in data._tables.get(Relation)
        if one.kind is RelationKind.MEMBER_OF
        and actors[one.subject].kind is ActorKind.COUNTRY
        and actors[one.object].kind is ActorKind.ORGANISATION
    ]
    joins: dict[str, str] = {}  # the organisation that is joined by each treaty
    for one in ties:
        begun = events.get(one.begun_by or "")
        if begun is not None:
            joins.update(dict.fromkeys(_acceded(begun), one.object))
    bodies = set(joins.values())
    found: dict[tuple[str, str], dict[Step, None]] = {}  # a set that keeps its order
    joined: dict[str, set[str]] = {}  # the organisations of each country
    for one in ties:
        if one.when is not None and one.object in bodies:
            # A country has acceded when its membership begins.
            step = Step(_ACCESSION, one.when._lo, one.when._sure_lo, one.when, one.id, "when")
            found.setdefault((one.subject, one.object), {})[step] = None
            joined.setdefault(one.subject, set()).add(one.object)
    for country, organisation, step in _told_steps(data, joins, joined):
        if (country, organisation) in found:
            found[country, organisation][step] = None
    return found


def _acceded(event: Event) -> Iterator[str]:
    """Give the treaties to which an event accedes."""
    for _, part, _ in parts_of(event):
        yield from (use.document for use in part.documents if use.act is Act.ACCEDES_TO)


def _told_steps(
    data: Dataset, joins: dict[str, str], joined: dict[str, set[str]]
) -> Iterator[tuple[str, str, Step]]:
    """Give the steps that events tell of, each with the country and the organisation."""
    actors = data._tables.by_id(Actor)
    protocols = {
        document.id: joins[tie.document]
        for document in data._tables.get(Document)
        if document.kind is DocumentKind.PROTOCOL
        for tie in document.related
        if tie.document in joins
    }
    for event in data._tables.get(Event):
        for path, part, when in parts_of(event):
            if when is None:
                continue
            # An outcome without a date of its own has that of the event.
            own = f"{path}when" if part.when is not None else "when"
            place = when._lo, when._hi, when, event.id, own
            for country, organisation in _invited(event, part, actors, joined):
                yield country, organisation, Step(_INVITATION, *place)
            # What the event does with a document, it may do by those of its outcomes.
            people = [*part.participants]
            if isinstance(part, Event):
                people += [one for outcome in part.outcomes for one in outcome.participants]
            for use in part.documents:
                for rank, organisation, roles in _treaty_step(use, joins, protocols):
                    for one in people:
                        if one.role in roles:
                            yield _country(one, actors), organisation, Step(rank, *place)


def _treaty_step(
    use: DocumentUse, joins: dict[str, str], protocols: dict[str, str]
) -> Iterator[tuple[int, str, tuple[Role, ...]]]:
    """Give the step that a use of a document is, the organisation, and whose step it is."""
    if use.act is Act.SIGNS and use.document in protocols:
        yield _PROTOCOL, protocols[use.document], (Role.BENEFICIARY, Role.ACCEDING)
    elif use.act is Act.RATIFIES and use.document in joins:
        yield _RATIFICATION, joins[use.document], (Role.RATIFIER,)
    elif use.act is Act.ACCEDES_TO and use.document in joins:
        yield _ACCESSION, joins[use.document], (Role.ACCEDING,)


def _country(part: Participation, actors: Mapping[str, Actor]) -> str:
    """Give the country for which a participant stands: another one, its own, or itself."""
    return part.on_behalf_of or actors[part.actor].country or part.actor


def _invited(
    event: Event,
    part: Event | Outcome,
    actors: Mapping[str, Actor],
    joined: dict[str, set[str]],
) -> Iterator[tuple[str, str]]:
    """Give whom an outcome invites, and into what.

    One that names what it invites to speaks of that; another one is about enlargement, and of the
    organisation that invites, or of all where only its members or its organs do.
    """
    if isinstance(part, Event) or part.kind is not OutcomeKind.INVITATION:
        return
    subjects = {one.actor for one in part.participants if one.role is Role.SUBJECT}
    inviters = {
        one.actor
        for one in part.participants
        if one.role is Role.INVITER and actors[one.actor].kind is ActorKind.ORGANISATION
    }
    if not subjects and Topic.ENLARGEMENT not in {*part.topics, *event.topics}:
        return
    meant = subjects or inviters
    for one in part.participants:
        if one.role is Role.INVITEE:
            for organisation in joined.get(one.actor, ()):
                if not meant or organisation in meant:
                    yield one.actor, organisation
