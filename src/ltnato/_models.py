"""The records: frozen, slotted, keyword-only values made of texts, periods and tuples.

A field that names another record says in its metadata in which tables that record may stand; loading,
the JSON Schemas and the documentation read it from there.
"""

from __future__ import annotations

from typing import Any

import attrs
from attrs import define, field

from ._period import Period
from ._text import Bilingual, OfficialTitle
from ._vocabulary import (
    Act,
    ActorKind,
    Category,
    DocumentKind,
    DocumentLinkKind,
    Indicator,
    Limit,
    LinkKind,
    Manner,
    NameKind,
    OutcomeKind,
    PlaceKind,
    PledgeKind,
    RelationKind,
    RelationRole,
    Role,
    Severity,
    SourceKind,
    Status,
    Topic,
    Unit,
)

__all__ = [
    "Actor",
    "Citation",
    "Coverage",
    "DatasetInfo",
    "Discrepancy",
    "Document",
    "DocumentLink",
    "DocumentUse",
    "Event",
    "Figure",
    "Finding",
    "Link",
    "Name",
    "Observation",
    "Outcome",
    "OutlineEntry",
    "Participation",
    "Place",
    "Pledge",
    "Record",
    "Redirect",
    "Relation",
    "Source",
]


def _to(*tables: str) -> dict[str, tuple[str, ...]]:
    """Mark a field as naming a record of one of these tables."""
    return {"refers_to": tables}


def fields_of(kind: Any) -> tuple[attrs.Attribute[Any], ...]:
    """Give the fields of a class of the models."""
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return found


class _Value:
    """Show a value by those of its fields that say something."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show the class and each field that differs from its default."""
        parts = []
        for one in fields_of(type(self)):
            value = getattr(self, one.name)
            if value != one.default:
                shown = str(value) if isinstance(value, Period) else value
                parts.append(f"{one.name}={shown!r}")
        return f"{type(self).__name__}({', '.join(parts)})"


class BaseRecord(_Value):
    """Show a record of a table by its identifier and its date."""

    __slots__ = ()

    id: str

    def __repr__(self) -> str:
        """Show the class, the identifier and the date if there is one."""
        when = getattr(self, "when", None)
        dated = f", when='{when}'" if when is not None else ""
        return f"{type(self).__name__}(id={self.id!r}{dated})"


@define(frozen=True, kw_only=True, repr=False)
class Citation(_Value):
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

    source: str = field(metadata=_to("sources"))
    locator: str | None = None


@define(frozen=True, kw_only=True, repr=False)
class Name(_Value):
    """Hold a further name by which a record is found.

    Args:
        text: The name as it is written.
        kind: What sort of name it is.
        when: The time in which it was borne, None where that does not matter.
    """

    text: str
    kind: NameKind
    when: Period | None = None


@define(frozen=True, kw_only=True, repr=False)
class Figure(_Value):
    """Hold a number that a source states.

    Args:
        value: The number.
        unit: What is counted.
        bound: How the number bounds the true one.
        of: The record whose members, parts or properties are counted, or the role whose participants
            are: ``"nato"``, ``"invitee"``.
        when: The time for which it is stated, None for that of the event.
    """

    value: int | float
    unit: Unit
    bound: Limit = Limit.EXACT
    of: str | None = field(default=None, metadata=_to("actors", "documents", "places", "roles"))
    when: Period | None = None


@define(frozen=True, kw_only=True, repr=False)
class Participation(_Value):
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
        event: Identifier of the event in which it stands (set by the event, never written).
        outcome: Identifier of the outcome in which it stands, None if it is the event's own.
    """

    actor: str = field(metadata=_to("actors"))
    role: Role
    capacity: str | None = field(default=None, metadata=_to("actors"))
    post: str | None = field(default=None, metadata=_to("actors"))
    on_behalf_of: str | None = field(default=None, metadata=_to("actors"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None
    event: str | None = field(default=None, init=False)
    outcome: str | None = field(default=None, init=False)


@define(frozen=True, kw_only=True, repr=False)
class DocumentUse(_Value):
    """Tell what an event or an outcome did with a document.

    Args:
        document: Identifier of the document.
        act: What was done with it.
    """

    document: str = field(metadata=_to("documents"))
    act: Act


@define(frozen=True, kw_only=True, repr=False)
class Outcome(_Value):
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
    """

    id: str
    kind: OutcomeKind
    text: Bilingual
    when: Period | None = None
    due: Period | None = None
    participants: tuple[Participation, ...] = ()
    places: tuple[str, ...] = field(default=(), metadata=_to("places", "countries"))
    documents: tuple[DocumentUse, ...] = ()
    topics: tuple[Topic, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
    of: str | None = field(default=None, init=False)

    def __str__(self) -> str:
        """Give the English text."""
        return self.text.en


@define(frozen=True, kw_only=True, repr=False)
class Link(_Value):
    """Tie an event to another one.

    Args:
        event: Identifier of the other event.
        kind: How this event stands to that one.
    """

    event: str = field(metadata=_to("events"))
    kind: LinkKind


@define(frozen=True, kw_only=True, repr=False)
class Event(BaseRecord):
    """Hold what a chronology prints on a line of its own.

    Args:
        id: Slug that says what happened, never its full date.
        when: When it happened, as precise as the sources are; None if no source says.
        category: What sort of event it was.
        manner: In what manner it was held.
        topics: What it was about.
        title: Its title.
        summary: What happened, in a few sentences.
        places: Where it took place; a country where no nearer place is known.
        participants: Who took part, in which role and capacity.
        outcomes: What it decided, stated, launched or led to.
        figures: Numbers that belong to the event as a whole.
        documents: Documents, with what was done with them.
        part_of: The event inside which, or in the margins of which, this one took place.
        links: Ties to other events.
        key: Whether a short chronology would print it.
        order: Place among the events of the same day.
        citations: The sources.
        note: A remark for curators.

    Example:
        >>> import ltnato
        >>> print(ltnato.event("lithuania-joins-nato"))
        2004-03-29  Lithuania joins NATO
    """

    id: str
    when: Period | None = None
    category: Category
    manner: tuple[Manner, ...] = ()
    topics: tuple[Topic, ...] = ()
    title: Bilingual
    summary: Bilingual
    places: tuple[str, ...] = field(default=(), metadata=_to("places", "countries"))
    participants: tuple[Participation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[DocumentUse, ...] = ()
    part_of: str | None = field(default=None, metadata=_to("events"))
    links: tuple[Link, ...] = ()
    key: bool = False
    order: int = 0
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Tell the parts to which event they belong."""
        _set(self, "participants", _owned(self.participants, event=self.id))
        _set(self, "outcomes", _owned_outcomes(self.outcomes, self.id))

    def __str__(self) -> str:
        """Give a line of a chronology: date and English title."""
        return f"{self.when if self.when is not None else 'undated'}  {self.title.en}"


@define(frozen=True, kw_only=True, repr=False)
class Actor(BaseRecord):
    """Hold a person, country, body, office or anything else that acts or is joined.

    Args:
        id: Slug.
        kind: What sort of actor it is.
        name: Its name in both languages.
        names: Further names by which it is found.
        country: The country to which it belongs.
        existed: From when to when it existed.
        ordinal: Its number in a row, such as that of a government.
        iso2: ISO 3166-1 alpha-2 code of a country.
        iso3: ISO 3166-1 alpha-3 code of a country.
        wikidata: Wikidata item.
        citations: The sources.
        note: A remark for curators.

    Example:
        >>> import ltnato
        >>> ltnato.actor("Čekuolis").name.en
        'Giedrius Čekuolis'
    """

    id: str
    kind: ActorKind
    name: Bilingual
    names: tuple[Name, ...] = ()
    country: str | None = field(default=None, metadata=_to("countries"))
    existed: Period | None = None
    ordinal: int | None = None
    iso2: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        """Give the English name."""
        return self.name.en


@define(frozen=True, kw_only=True, repr=False)
class Place(BaseRecord):
    """Hold a place.

    Args:
        id: Slug.
        kind: What sort of place it is.
        name: Its name in both languages.
        names: Further names by which it is found.
        within: The place in which it lies.
        country: The country in which it lies.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        citations: The sources.
    """

    id: str
    kind: PlaceKind
    name: Bilingual
    names: tuple[Name, ...] = ()
    within: str | None = field(default=None, metadata=_to("places"))
    country: str | None = field(default=None, metadata=_to("countries"))
    latitude: float | None = None
    longitude: float | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Give the English name."""
        return self.name.en


@define(frozen=True, kw_only=True, repr=False)
class DocumentLink(_Value):
    """Tie a document to another one.

    Args:
        document: Identifier of the other document.
        kind: How this document stands to that one.
    """

    document: str = field(metadata=_to("documents"))
    kind: DocumentLinkKind


@define(frozen=True, kw_only=True, repr=False)
class Document(BaseRecord):
    """Hold what is adopted, signed, sent or read.

    Args:
        id: Slug.
        kind: What sort of document it is.
        title: What we call it, in both languages.
        official_title: Its official title, in the languages in which a source shows it.
        names: Further names by which it is found.
        number: Its number or symbol.
        url: Where its text stands.
        parties: Who made or signed it.
        adopted: When it was adopted or signed.
        in_force: From when to when it was in force, as its own text or a register states.
        provisions: What it provides.
        related: Ties to other documents.
        citations: The sources.
        note: A remark for curators.
    """

    id: str
    kind: DocumentKind
    title: Bilingual
    official_title: OfficialTitle | None = None
    names: tuple[Name, ...] = ()
    number: str | None = None
    url: str | None = None
    parties: tuple[str, ...] = field(default=(), metadata=_to("actors"))
    adopted: Period | None = None
    in_force: Period | None = None
    provisions: tuple[Outcome, ...] = ()
    related: tuple[DocumentLink, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Tell the provisions to which document they belong."""
        _set(self, "provisions", _owned_outcomes(self.provisions, self.id))

    def __str__(self) -> str:
        """Give the English title."""
        return self.title.en


@define(frozen=True, kw_only=True, repr=False)
class Pledge(BaseRecord):
    """Hold one measured clause of a commitment.

    Args:
        id: Slug.
        document: The document in which it stands.
        by: Who pledged.
        of: Whose indicator it is.
        kind: Whether a level or a growth is promised.
        indicator: What is measured.
        value: The promised value, None for a growth without a figure.
        unit: In what it is measured.
        bound: How the value bounds what is promised.
        deadline: By when, as the text states; None where it states nothing.
        in_force: The time for which the text says that it holds; None where it says nothing.
        text: The clause in our own words.
        citations: The sources.
        note: A remark for curators.
    """

    id: str
    document: str = field(metadata=_to("documents"))
    by: tuple[str, ...] = field(default=(), metadata=_to("actors"))
    of: str | None = field(default=None, metadata=_to("actors"))
    kind: PledgeKind
    indicator: Indicator
    value: int | float | None = None
    unit: Unit | None = None
    bound: Limit = Limit.EXACT
    deadline: Period | None = None
    in_force: Period | None = None
    text: Bilingual
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        """Give the English text."""
        return self.text.en


@define(frozen=True, kw_only=True, repr=False)
class Relation(BaseRecord):
    """Hold how one actor stood to another, and when.

    Args:
        id: Slug.
        kind: How the subject stands to the object.
        subject: The actor of whom it is told.
        object: The actor to which it stands.
        when: When it held; None if it always holds.
        role: In what quality.
        ordinal: The subject's number in a row, such as that of a member by accession.
        place: Where.
        figures: Numbers that belong to it.
        documents: Documents that tell of it, with what was done with them.
        begun_by: The event or document that began it.
        ended_by: The event or document that ended it.
        citations: The sources.
        note: A remark for curators.
    """

    id: str
    kind: RelationKind
    subject: str = field(metadata=_to("actors"))
    object: str = field(metadata=_to("actors"))
    when: Period | None = None
    role: RelationRole | None = None
    ordinal: int | None = None
    place: str | None = field(default=None, metadata=_to("places", "countries"))
    figures: tuple[Figure, ...] = ()
    documents: tuple[DocumentUse, ...] = ()
    begun_by: str | None = field(default=None, metadata=_to("events", "documents"))
    ended_by: str | None = field(default=None, metadata=_to("events", "documents"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        """Give subject, relation, object and time by their identifiers."""
        dated = f"  {self.when}" if self.when is not None else ""
        return f"{self.subject} {self.kind} {self.object}{dated}"


@define(frozen=True, kw_only=True, repr=False)
class Observation(BaseRecord):
    """Hold a measured value of one year.

    Args:
        id: Slug.
        indicator: What is measured.
        actor: Whose value it is.
        year: The calendar year.
        value: The value.
        unit: In what it is measured.
        estimate: Whether the publisher calls it an estimate.
        edition: When the publisher issued it; of several, the newest is preferred.
        citations: The sources.
    """

    id: str
    indicator: Indicator
    actor: str = field(metadata=_to("actors"))
    year: int
    value: int | float
    unit: Unit
    estimate: bool = False
    edition: Period
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Give actor, year, indicator and value."""
        return f"{self.actor} {self.year} {self.indicator}: {self.value} {self.unit}"


@define(frozen=True, kw_only=True, repr=False)
class OutlineEntry(_Value):
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


@define(frozen=True, kw_only=True, repr=False)
class Source(BaseRecord):
    """Hold a source.

    Args:
        id: Slug.
        kind: How near it stands to what it tells.
        title: Its own title, in its own language.
        publisher: Who publishes it.
        family: Sources that copy one another share a family, and count once.
        url: Its canonical address.
        accessed: The day on which it was read.
        outline: Its entries in order, where citations point into it.
    """

    id: str
    kind: SourceKind
    title: str
    publisher: str
    family: str
    url: str | None = None
    accessed: Period | None = None
    outline: tuple[OutlineEntry, ...] = ()

    def __str__(self) -> str:
        """Give publisher and title."""
        return f"{self.publisher}: {self.title}"


@define(frozen=True, kw_only=True, repr=False)
class Discrepancy(BaseRecord):
    """Hold where sources disagree, and what was done about it.

    Args:
        id: Slug.
        record: The record that it concerns.
        field: Path to the field, by names and identifiers: ``"when"``, ``"title.en"``,
            ``"outcomes[invitation].when"``; None for the whole record.
        stated: What the disagreeing source states.
        stated_by: Who states it.
        adopted: What was adopted instead, in the file's form; None if nothing was.
        status: Whether the evidence decides.
        reason: Why.
        evidence: On what evidence.
    """

    id: str
    record: str = field(
        metadata=_to(
            "events",
            "actors",
            "places",
            "documents",
            "pledges",
            "relations",
            "observations",
            "sources",
        ),
    )
    field: str | None = None
    stated: str
    stated_by: tuple[Citation, ...] = ()
    adopted: str | None = None
    status: Status
    reason: Bilingual
    evidence: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Give the record, what is stated, and what was adopted."""
        where = f"{self.record}.{self.field}" if self.field else self.record
        return f"{where}: stated '{self.stated}', adopted {self.adopted or 'nothing'!r}"


@define(frozen=True, kw_only=True, repr=False)
class Coverage(_Value):
    """Say for which time the data hold every relation of a kind.

    Args:
        relation: The kind of relation.
        object: The actor at its far end.
        period: The time that is covered.
    """

    relation: RelationKind
    object: str = field(metadata=_to("actors"))
    period: Period


@define(frozen=True, kw_only=True, repr=False)
class Redirect(_Value):
    """Say which identifier took the place of a retired one.

    Args:
        old: The retired identifier.
        new: The one that is used now.
    """

    old: str
    new: str


@define(frozen=True, kw_only=True, repr=False)
class DatasetInfo(_Value):
    """Describe a dataset as a whole.

    Args:
        name: Its name.
        version: Its version, which is not that of the package.
        as_of: The day up to which it tells.
        title: Its title.
        licence: SPDX expression of its licence.
        coverage: For which times it holds every relation of a kind.
        redirects: Retired identifiers.
    """

    name: str
    version: str
    as_of: Period
    title: Bilingual
    licence: str
    coverage: tuple[Coverage, ...] = ()
    redirects: tuple[Redirect, ...] = ()


@define(frozen=True, kw_only=True, repr=False)
class Finding(_Value):
    """Hold a fault or a remark that a check reports.

    Args:
        rule: Code of the rule.
        severity: How much it matters.
        file: The file in which it stands, None for data that come from no file.
        record: The record.
        field: Path to the field.
        value: The offending value, shortened.
        message: What is wrong.
        hint: What may have been meant.
    """

    rule: str
    severity: Severity = Severity.ERROR
    file: str | None = None
    record: str | None = None
    field: str | None = None
    value: str | None = None
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """Give place, value, message and hint in a line."""
        where = ": ".join(part for part in (self.file, self.record, self.field) if part)
        value = f" {self.value}" if self.value is not None else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}:{value} {self.message}{hint}" if where else f"{self.message}{value}{hint}"


Record = Event | Actor | Place | Document | Pledge | Relation | Observation | Source | Discrepancy

_set = object.__setattr__


def _owned(
    parts: tuple[Participation, ...], *, event: str | None, outcome: str | None = None
) -> Any:
    """Give copies of participations that say where they stand."""
    return tuple(_copy(part, event=event, outcome=outcome) for part in parts)


def _owned_outcomes(parts: tuple[Outcome, ...], owner: str) -> Any:
    """Give copies of outcomes, and of their participations, that say where they stand."""
    return tuple(
        _copy(part, of=owner, participants=_owned(part.participants, event=owner, outcome=part.id))
        for part in parts
    )


def _copy(part: Any, **changes: Any) -> Any:
    """Copy a frozen value with changes that its constructor does not take, if it lacks them."""
    if all(getattr(part, name) == value for name, value in changes.items()):
        return part
    new = object.__new__(type(part))
    for one in fields_of(type(part)):
        _set(new, one.name, changes.get(one.name, getattr(part, one.name)))
    return new
