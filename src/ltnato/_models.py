"""The records: frozen, slotted, keyword-only values made of texts, periods and tuples."""

from attrs import define, field

from ._parts import (
    Citation,
    Coverage,
    DocumentLink,
    DocumentUse,
    Figure,
    Link,
    Name,
    Outcome,
    OutlineEntry,
    Participation,
    Redirect,
    owned,
    owned_outcomes,
    refers_to,
)
from ._period import Period
from ._text import Bilingual, OfficialTitle, Value
from ._vocabulary import (
    ActorKind,
    Category,
    DocumentKind,
    Indicator,
    Limit,
    Manner,
    PlaceKind,
    PledgeKind,
    RelationKind,
    RelationRole,
    Severity,
    SourceKind,
    Status,
    Topic,
    Unit,
    Verdict,
)

__all__ = [
    "Actor",
    "DatasetInfo",
    "Discrepancy",
    "Document",
    "Event",
    "Finding",
    "Fulfilment",
    "Observation",
    "Place",
    "Pledge",
    "Record",
    "Relation",
    "Source",
]


class BaseRecord(Value):
    """Show a record of a table by its identifier and its date."""

    __slots__ = ()

    id: str

    def __repr__(self) -> str:
        """Show the class, the identifier and the date if there is one."""
        when = getattr(self, "when", None)
        dated = f", when='{when}'" if when is not None else ""
        return f"{type(self).__name__}(id={self.id!r}{dated})"


@define(frozen=True, kw_only=True, eq=False, repr=False)
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
    places: tuple[str, ...] = field(default=(), metadata=refers_to("places", "countries"))
    participants: tuple[Participation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[DocumentUse, ...] = ()
    part_of: str | None = field(default=None, metadata=refers_to("events"))
    links: tuple[Link, ...] = ()
    key: bool = False
    order: int = 0
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Tell the parts to which event they belong."""
        object.__setattr__(self, "participants", owned(self.participants, self.id))
        object.__setattr__(self, "outcomes", owned_outcomes(self.outcomes, self.id))

    def __str__(self) -> str:
        """Give a line of a chronology: date and English title."""
        return f"{self.when if self.when is not None else 'undated'}  {self.title.en}"


@define(frozen=True, kw_only=True, eq=False, repr=False)
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
    country: str | None = field(default=None, metadata=refers_to("countries"))
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


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> place = ltnato.place("vilnius")
        >>> place.kind.value, place.country
        ('city', 'lithuania')
    """

    id: str
    kind: PlaceKind
    name: Bilingual
    names: tuple[Name, ...] = ()
    within: str | None = field(default=None, metadata=refers_to("places"))
    country: str | None = field(default=None, metadata=refers_to("countries"))
    latitude: float | None = None
    longitude: float | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Give the English name."""
        return self.name.en


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> treaty = ltnato.document("north-atlantic-treaty")
        >>> str(treaty.adopted), treaty.kind.label.lt
        ('1949-04-04', 'tarptautinė sutartis')
    """

    id: str
    kind: DocumentKind
    title: Bilingual
    official_title: OfficialTitle | None = None
    names: tuple[Name, ...] = ()
    number: str | None = None
    url: str | None = None
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("actors"))
    adopted: Period | None = None
    in_force: Period | None = None
    provisions: tuple[Outcome, ...] = ()
    related: tuple[DocumentLink, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        """Tell the provisions to which document they belong."""
        object.__setattr__(self, "provisions", owned_outcomes(self.provisions, self.id))

    def __str__(self) -> str:
        """Give the English title."""
        return self.title.en


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> pledge = ltnato.record("defence-share-at-least-2-percent-2016")
        >>> pledge.bound.value, pledge.value, pledge.unit.value
        ('at-least', 2, 'percent-of-gdp')
    """

    id: str
    document: str = field(metadata=refers_to("documents"))
    by: tuple[str, ...] = field(default=(), metadata=refers_to("actors"))
    of: str | None = field(default=None, metadata=refers_to("actors"))
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


@define(frozen=True, kw_only=True, eq=False, repr=False)
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
        equipment: What it was done with, as aircraft of these types: ``("F-16",)``.
        figures: Numbers that belong to it.
        documents: Documents that tell of it, with what was done with them.
        begun_by: The event or document that began it.
        ended_by: The event or document that ended it.
        citations: The sources.
        note: A remark for curators.

    Example:
        >>> import ltnato
        >>> print(ltnato.relations(kind="member-of", subject="lithuania", object="nato")[0])
        lithuania member-of nato  2004-03-29/..
    """

    id: str
    kind: RelationKind
    subject: str = field(metadata=refers_to("actors"))
    object: str = field(metadata=refers_to("actors"))
    when: Period | None = None
    role: RelationRole | None = None
    ordinal: int | None = None
    place: str | None = field(default=None, metadata=refers_to("places", "countries"))
    equipment: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[DocumentUse, ...] = ()
    begun_by: str | None = field(default=None, metadata=refers_to("events", "documents"))
    ended_by: str | None = field(default=None, metadata=refers_to("events", "documents"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        """Give subject, relation, object and time by their identifiers."""
        dated = f"  {self.when}" if self.when is not None else ""
        return f"{self.subject} {self.kind} {self.object}{dated}"


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> found = ltnato.observations("defence-expenditure-share", actor="lithuania")
        >>> print(found.where(lambda one: one.year == 2014)[0])
        lithuania 2014 defence-expenditure-share: 0.88 percent-of-gdp
    """

    id: str
    indicator: Indicator
    actor: str = field(metadata=refers_to("actors"))
    year: int
    value: int | float
    unit: Unit
    estimate: bool = False
    edition: Period
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """Give actor, year, indicator and value."""
        return f"{self.actor} {self.year} {self.indicator}: {self.value} {self.unit}"


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Fulfilment(Value):
    """Tell what became of a pledge; derived from the observations, never typed in.

    Args:
        pledge: The pledge.
        actor: Whose observations were compared with it.
        verdict: What became of it.
        observations: The observations that were compared, by year; the last one up to the deadline
            decides.
        reason: Why, with the numbers and the edition from which they are.

    Example:
        >>> import ltnato
        >>> ltnato.fulfilments("defence-share-at-least-2-percent-2016")[0].verdict.value
        'missed'
    """

    pledge: str
    actor: str
    verdict: Verdict
    observations: tuple[Observation, ...] = ()
    reason: Bilingual

    @property
    def id(self) -> str:
        """Give the identifier of the pledge."""
        return self.pledge

    def __str__(self) -> str:
        """Give pledge, actor, verdict and reason."""
        return f"{self.pledge} ({self.actor}): {self.verdict}; {self.reason.en}"


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> page = ltnato.source("mfa-membership-page")
        >>> page.family, page.outline[0].locator
        ('lithuanian-ministries', 'introduction/p1')
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


@define(frozen=True, kw_only=True, eq=False, repr=False)
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

    Example:
        >>> import ltnato
        >>> one = ltnato.discrepancies(record="lithuania-joins-nato", field="places")[0]
        >>> one.stated, one.adopted
        ('joined at the Istanbul summit of 2004', 'Washington, D.C.')
    """

    id: str
    record: str = field(
        metadata=refers_to(
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


@define(frozen=True, kw_only=True, eq=False, repr=False)
class DatasetInfo(Value):
    """Describe a dataset as a whole.

    Args:
        name: Its name.
        version: Its version, which is not that of the package.
        as_of: The day up to which it tells.
        title: Its title.
        licence: SPDX expression of its licence.
        author: Who is to be named in a citation.
        url: Where it stands.
        coverage: For which times it holds every relation of a kind.
        redirects: Retired identifiers.
    """

    name: str
    version: str
    as_of: Period
    title: Bilingual
    licence: str
    author: str | None = None
    url: str | None = None
    coverage: tuple[Coverage, ...] = ()
    redirects: tuple[Redirect, ...] = ()


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Finding(Value):
    """Hold a fault or a remark that a check reports.

    Args:
        rule: Code of the rule; a rule of your own may leave it out.
        severity: How much it matters.
        file: The file in which it stands, None for data that come from no file.
        record: The record.
        field: Path to the field.
        value: The offending value, shortened.
        message: What is wrong.
        hint: What may have been meant.

    Example:
        >>> import ltnato
        >>> print(ltnato.Finding(record="first-visit", field="when", message="lies in the future"))
        first-visit: when: lies in the future
    """

    rule: str = ""
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
