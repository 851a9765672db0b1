"""The parts of records: citations, names, figures, participations, outcomes and ties.

A field that names another record says in its metadata in which tables that record may stand;
loading, the JSON Schemas and the documentation read it from there.
"""

from typing import Any

from attrs import define, field

from ._period import Period
from ._text import Bilingual, Value, fields_of
from ._vocabulary import (
    Act,
    DocumentLinkKind,
    Limit,
    LinkKind,
    NameKind,
    OutcomeKind,
    RelationKind,
    Role,
    Topic,
    Unit,
)

_set = object.__setattr__

__all__ = [
    "Citation",
    "Coverage",
    "DocumentLink",
    "DocumentUse",
    "Figure",
    "Link",
    "Name",
    "Outcome",
    "OutlineEntry",
    "Participation",
    "Redirect",
]


def refers_to(*tables: str) -> dict[str, tuple[str, ...]]:
    """Mark a field as naming a record of one of these tables."""
    return {"refers_to": tables}


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Citation(Value):
    """Point to a source, and to a place in it.

    Args:
        source: Identifier of the source.
        locator: Place in the source; where the source has an outline, an entry of it, followed by
            ``:n`` for its sentence n.

    Example:
        >>> from ltnato import Citation
        >>> Citation(source="mfa-membership-page", locator="legal/p5")
        Citation(source='mfa-membership-page', locator='legal/p5')
    """

    source: str = field(metadata=refers_to("sources"))
    locator: str | None = None


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Name(Value):
    """Hold a further name by which a record is found.

    Args:
        text: The name as it is written.
        kind: What sort of name it is.
        when: The time in which it was borne, None where that does not matter.
    """

    text: str
    kind: NameKind
    when: Period | None = None


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Figure(Value):
    """Hold a number that a source states.

    Args:
        value: The number.
        unit: What is counted.
        bound: How the number bounds the true one.
        of: The record whose members, parts or properties are counted (``"nato"``), or the role
            whose participants are (``"invitee"``).
        when: The time for which it is stated, None for that of the event.
    """

    value: int | float
    unit: Unit
    bound: Limit = Limit.EXACT
    of: str | None = field(
        default=None, metadata=refers_to("actors", "documents", "places", "roles")
    )
    when: Period | None = None


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Participation(Value):
    """Tell what an actor did in an event or an outcome.

    Args:
        actor: Who took part; the office where no source names the person.
        role: What the actor did there.
        capacity: The office in which it acted.
        post: The office that the event gives or takes.
        on_behalf_of: The country, body or party for which it stood.
        citations: Sources of its own; without any, those of the record support it.
        note: A remark for curators.

    Attributes:
        event: Identifier of the event, or the document, in which it stands (set there, never
            written).
        outcome: Identifier of the outcome in which it stands, None if it is the event's own.

    Example:
        >>> import ltnato
        >>> part = ltnato.participations(role="invitee", actor="lithuania")[0]
        >>> part.event, part.outcome
        ('prague-summit-2002', 'invitation')
    """

    actor: str = field(metadata=refers_to("actors"))
    role: Role
    capacity: str | None = field(default=None, metadata=refers_to("actors"))
    post: str | None = field(default=None, metadata=refers_to("actors"))
    on_behalf_of: str | None = field(default=None, metadata=refers_to("actors"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None
    event: str | None = field(default=None, init=False)
    outcome: str | None = field(default=None, init=False)


@define(frozen=True, kw_only=True, eq=False, repr=False)
class DocumentUse(Value):
    """Tell what an event or an outcome did with a document.

    Args:
        document: Identifier of the document.
        act: What was done with it.
    """

    document: str = field(metadata=refers_to("documents"))
    act: Act


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Outcome(Value):
    """Hold what a meeting or an act decided, stated, launched or invited to.

    The provisions of a document have the same form.

    Args:
        id: Identifier within its event or document.
        kind: What sort of result it is.
        text: The result in a sentence.
        when: Its own date, where a source gives one.
        due: The time by which it was to be done.
        participants: Who stood in it, and in which role.
        places: Places, or countries, that it concerns.
        documents: Documents, with what was done with them.
        topics: What it was about.
        figures: Numbers that it states.
        citations: Sources of its own.

    Attributes:
        of: Identifier of the event or document to which it belongs (set there, never written).

    Example:
        >>> import ltnato
        >>> print(ltnato.outcomes(of="prague-summit-2002", kind="invitation")[0])
        NATO invited the seven to begin accession talks.
    """

    id: str
    kind: OutcomeKind
    text: Bilingual
    when: Period | None = None
    due: Period | None = None
    participants: tuple[Participation, ...] = ()
    places: tuple[str, ...] = field(default=(), metadata=refers_to("places", "countries"))
    documents: tuple[DocumentUse, ...] = ()
    topics: tuple[Topic, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
    of: str | None = field(default=None, init=False)

    def __str__(self) -> str:
        """Give the English text."""
        return self.text.en


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Link(Value):
    """Tie an event to another one.

    Args:
        event: Identifier of the other event.
        kind: How this event stands to that one.
    """

    event: str = field(metadata=refers_to("events"))
    kind: LinkKind


@define(frozen=True, kw_only=True, eq=False, repr=False)
class DocumentLink(Value):
    """Tie a document to another one.

    Args:
        document: Identifier of the other document.
        kind: How this document stands to that one.
    """

    document: str = field(metadata=refers_to("documents"))
    kind: DocumentLinkKind


@define(frozen=True, kw_only=True, eq=False, repr=False)
class OutlineEntry(Value):
    """Hold an entry of a source's outline.

    Args:
        locator: How a citation names it: ``"legal/p3"``, ``"way-to-nato/2004-03-29#2"``.
        part: The part of the source in which it stands.
        position: Its place within that part, from 1.
        heading: Its heading as printed, None where it has none.
        when: The date of the heading, None where it has none.
    """

    locator: str
    part: str
    position: int
    heading: str | None = None
    when: Period | None = None


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Coverage(Value):
    """Say for which time the data hold every relation of a kind.

    Args:
        relation: The kind of relation.
        object: The actor at its far end.
        period: The time that is covered.
    """

    relation: RelationKind
    object: str = field(metadata=refers_to("actors"))
    period: Period


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Redirect(Value):
    """Say which identifier took the place of a retired one.

    Args:
        old: The retired identifier.
        new: The one that is used now.
    """

    old: str
    new: str


def owned(
    parts: tuple[Participation, ...], owner: str, outcome: str | None = None
) -> tuple[Participation, ...]:
    """Give participations that say where they stand: themselves if they do, else copies."""
    return tuple(
        part
        if part.event == owner and part.outcome == outcome
        else _stamped(part, event=owner, outcome=outcome)
        for part in parts
    )


def owned_outcomes(parts: tuple[Outcome, ...], owner: str) -> tuple[Outcome, ...]:
    """Give outcomes that say to what they belong, and so do their participations."""
    return tuple(
        part
        if part.of == owner
        else _stamped(part, of=owner, participants=owned(part.participants, owner, part.id))
        for part in parts
    )


def adopt(fields: dict[str, Any]) -> None:
    """Stamp the parts of an event or document to be, which nobody else holds yet."""
    owner = fields.get("id")
    for part in fields.get("participants", ()):
        _set(part, "event", owner)
    for outcome in (*fields.get("outcomes", ()), *fields.get("provisions", ())):
        _set(outcome, "of", owner)
        for part in outcome.participants:
            _set(part, "event", owner)
            _set(part, "outcome", outcome.id)


def _stamped(part: Any, **stamps: Any) -> Any:
    """Copy a frozen value, with fields that its constructor does not take."""
    new = object.__new__(type(part))
    for one in fields_of(type(part)):
        _set(new, one.name, stamps.get(one.name, getattr(part, one.name)))
    return new
