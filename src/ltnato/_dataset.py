"""A dataset: all queries on one set of tables."""

from __future__ import annotations

from . import _queries
from ._models import Actor, Document, Event, Place, Source
from ._records import Records
from ._tables import KINDS
from ._trust import trust_of
from ._vocabulary import RelationKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from pathlib import Path
    from typing import NoReturn, Unpack

    import altair as alt

    from ._cards import Card
    from ._models import Discrepancy, Fulfilment, Observation, Pledge, Record, Relation
    from ._parts import Coverage, Outcome, Participation
    from ._period import Period
    from ._snapshot import Snapshot
    from ._tables import Tables
    from ._text import Bilingual
    from ._types import (
        Actors,
        AnyRecords,
        CiteStyle,
        Day,
        Documents,
        EventFilters,
        Events,
        Format,
        Lang,
        Owners,
        Places,
        Pledges,
        Sources,
        Words,
    )
    from ._vocabulary import Trust

__all__ = ["Dataset"]


class Dataset:
    """Hold a set of records and answer questions about them.

    `ltnato.dataset` gives the shipped one and `ltnato.load` one of your own; the functions of the
    package ask the shipped one.

    Example:
        >>> import ltnato
        >>> ltnato.dataset()
        Dataset('ltnato', version='2026.11.0', as_of='2026-07-08')
    """

    __slots__ = ("_tables",)

    _tables: Tables

    def __init__(self, tables: Tables) -> None:
        object.__setattr__(self, "_tables", tables)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse any change."""
        message = f"a Dataset can not be changed (setting {name!r})"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse any change."""
        message = f"a Dataset can not be changed (deleting {name!r})"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[type[Dataset], tuple[Tables]]:
        """Pickle by the tables, which the shipped dataset pickles by reference."""
        return (type(self), (self._tables,))

    def __eq__(self, other: object) -> bool:
        """Compare by all records and the description."""
        if not isinstance(other, Dataset):
            return NotImplemented
        mine, theirs = self._tables, other._tables
        return mine is theirs or (
            mine.info == theirs.info and all(mine.get(kind) == theirs.get(kind) for kind in KINDS)
        )

    def __hash__(self) -> int:
        """Hash by the description."""
        return hash(self._tables.info)

    def __repr__(self) -> str:
        """Show name, version and day."""
        return f"Dataset({self.name!r}, version={self.version!r}, as_of='{self.as_of}')"

    @property
    def name(self) -> str:
        """Give the name of the dataset."""
        return self._tables.info.name

    @property
    def title(self) -> Bilingual:
        """Give the title of the dataset."""
        return self._tables.info.title

    @property
    def version(self) -> str:
        """Give the version of the data, which is not that of the package."""
        return self._tables.info.version

    @property
    def licence(self) -> str:
        """Give the SPDX expression of the licence of the data."""
        return self._tables.info.licence

    @property
    def as_of(self) -> Period:
        """Give the day up to which the data tell."""
        return self._tables.info.as_of

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """Say for which times the data, and those they build on, hold every relation of a kind."""
        from . import _listings

        return _listings.coverage(self._tables)

    def trust(self, event: str | Event) -> Trust:
        """Derive how well its sources support an event.

        Args:
            event: The event, or what it is called.

        Returns:
            Disputed, if an open discrepancy touches its date or what happened; else corroborated,
            if it cites the text of the act itself or sources of two families; else single-source.

        Raises:
            UnknownRecordError: No event bears the name.

        Example:
            >>> import ltnato
            >>> ltnato.dataset().trust("lithuania-joins-nato").value
            'corroborated'
        """
        return trust_of(self._tables, self.event(event))

    def events(
        self,
        *,
        on: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        actor: Actors | None = None,
        role: Words | None = None,
        capacity: Actors | None = None,
        category: Words | None = None,
        manner: Words | None = None,
        topic: Words | None = None,
        place: Places | None = None,
        document: Documents | None = None,
        act: Words | None = None,
        source: Sources | None = None,
        part_of: Events | None = None,
        key: bool | None = None,
        trust: Words | None = None,
        text: str | None = None,
    ) -> Records[Event]:
        """Find events, in order of time, undated ones last.

        Different filters must all hold; a list in a filter means any of its items.  Records are
        named by identifier, name, alias, ISO code or the record itself, blind to case, accents and
        kind of quotation mark.

        Args:
            on: A time that the event may share a day with.
            since: The first day, month or year that counts, whole.
            until: The last day, month or year that counts, whole.
            actor: An actor that takes part in the event or in one of its outcomes, as itself, as
                the office in which it acts, as the post given or as the one on whose behalf it
                acts.
            role: What that same participant does there.
            capacity: The office in which that same participant acts.
            category: What sort of event it is.
            manner: In what manner it is held.
            topic: What it, or one of its outcomes, is about.
            place: A place, or a country, in which it or one of its outcomes is placed.
            document: A document of it or of one of its outcomes.
            act: What is done with that same document.
            source: A source that it cites, perhaps narrowed to a part:
                ``"mfa-membership-page/way-to-nato"``; with ``actor``, ``role`` or ``capacity``, one
                that supports that same participation.
            part_of: The event of which it is a part.
            key: Whether a short chronology would print it.
            trust: How well its sources support it.
            text: A text to be found in its wordings, in either language, or in the names of what it
                involves; blind to case, accents and kind of quotation mark.

        Returns:
            The events found.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> ltnato.events(capacity="prime-minister-of-lithuania", role="presenter").ids
            ('lithuania-joins-nato',)
            >>> ltnato.events(place="Vilnius", since="2000", until="2001").ids
            ('vilnius-meeting-of-nine-aspirants', 'nato-parliamentary-assembly-meets-in-vilnius')
        """
        return _queries.events(
            self._tables, on=on, since=since, until=until, actor=actor, role=role,
            capacity=capacity, category=category, manner=manner, topic=topic, place=place,
            document=document, act=act, source=source, part_of=part_of, key=key, trust=trust,
            text=text
        )  # fmt: skip

    def event(self, id: str | Event) -> Event:
        """Find one event.

        Args:
            id: Its identifier or title, or the event itself.

        Returns:
            The event.

        Raises:
            UnknownRecordError: No event bears the name; the nearest names are told.
            AmbiguousNameError: Several events bear the name; they are told.

        Example:
            >>> import ltnato
            >>> ltnato.event("lithuania-joins-nato").when
            Period('2004-03-29')
        """
        return self._tables.find(id, Event)

    def record(self, id: str | Record) -> Record:
        """Find one record of any kind.

        Args:
            id: Its identifier, name, alias or code, or the record itself.

        Returns:
            The record.

        Raises:
            UnknownRecordError: No record bears the name; the nearest names are told.
            AmbiguousNameError: Several records bear the name; they are told.

        Example:
            >>> import ltnato
            >>> ltnato.record("Washington Treaty").id
            'north-atlantic-treaty'
        """
        return self._tables.find(id, *KINDS)

    def on_this_day(
        self, day: Day | None = None, **filters: Unpack[EventFilters]
    ) -> Records[Event]:
        """Find the events of a day of the year.

        Only dates that are known to the day count; of a span of at most 31 days, each of its days
        does.

        Args:
            day: ``"03-29"``, or any date of which the year does not matter; today if left out.
            filters: The filters of `events`.

        Returns:
            The events, in order of time.

        Raises:
            InvalidPeriodError: The day is none.
            InvalidQueryError: A month or a span is given for the day.

        Example:
            >>> import ltnato
            >>> ltnato.on_this_day("07-09", actor="nato", until="2000").ids
            ('madrid-summit-1997',)
        """
        return _queries.on_this_day(self._tables, day, self.events(**filters))

    def participations(
        self,
        *,
        actor: Actors | None = None,
        role: Words | None = None,
        capacity: Actors | None = None,
        event: Events | None = None,
        since: Day | None = None,
        until: Day | None = None,
        source: Sources | None = None,
    ) -> Records[Participation]:
        """Find who took part in what, in order of time.

        Args:
            actor: An actor that the participation names, in whatever place.
            role: What the participant does.
            capacity: The office in which it acts.
            event: The event.
            since: The first day, month or year that counts, whole.
            until: The last day, month or year that counts, whole.
            source: A source that supports the participation: its own, else that of its outcome or
                event.

        Returns:
            The participations; ``event`` and ``outcome`` of each say where it stands.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> president = "president-of-lithuania"
            >>> for part in ltnato.participations(role="appointer", actor=president, until="2001"):
            ...     print(part.event)
            cekuolis-appointed-chief-coordinator
            damusyte-appointed-ambassador-to-nato
        """
        return _queries.participations(
            self._tables,
            actor=actor,
            role=role,
            capacity=capacity,
            event=event,
            since=since,
            until=until,
            source=source,
        )

    def outcomes(
        self,
        *,
        of: Owners | None = None,
        kind: Words | None = None,
        actor: Actors | None = None,
        role: Words | None = None,
        topic: Words | None = None,
        document: Documents | None = None,
        on: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        source: Sources | None = None,
        text: str | None = None,
    ) -> Records[Outcome]:
        """Find what meetings and acts decided, stated or launched, and what documents provide.

        Args:
            of: The event or document to which the outcome belongs.
            kind: What sort of outcome it is.
            actor: An actor that stands in it.
            role: The role of that same actor.
            topic: What it is about.
            document: A document that it names.
            on: A time that it may share a day with; without a date of its own, that of its event
                counts.
            since: The first day, month or year that counts, whole.
            until: The last day, month or year that counts, whole.
            source: A source that supports it: its own, else that of its event or document.
            text: A text to be found in it, in either language.

        Returns:
            The outcomes, in order of time; ``of`` of each says to what it belongs.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> invitation = ltnato.outcomes(kind="invitation", on="2002-11-21")[0]
            >>> len([part for part in invitation.participants if part.role == "invitee"])
            7
        """
        return _queries.outcomes(
            self._tables, of=of, kind=kind, actor=actor, role=role, topic=topic, document=document,
            on=on, since=since, until=until, source=source, text=text
        )  # fmt: skip

    def actors(
        self,
        *,
        kind: Words | None = None,
        text: str | None = None,
    ) -> Records[Actor]:
        """Find actors, by identifier.

        Args:
            kind: What sort of actor it is.
            text: A text to be found in its names, in either language.

        Returns:
            The actors.

        Raises:
            InvalidQueryError: The kind is none, or the text is empty.

        Example:
            >>> import ltnato
            >>> ltnato.actors(kind="programme").ids
            ('baltnet', 'intensified-dialogue', 'membership-action-plan', 'partnership-for-peace')
        """
        from . import _listings

        return _listings.actors(self._tables, kind=kind, text=text)

    def actor(self, id: str | Actor) -> Actor:
        """Find one actor.

        Args:
            id: Its identifier, name, alias, ISO code or Wikidata item; of a person, the surname is
                enough where one person bears it.

        Returns:
            The actor.

        Raises:
            UnknownRecordError: No actor bears the name; the nearest names are told.
            AmbiguousNameError: Several actors bear the name; they are told.

        Example:
            >>> import ltnato
            >>> ltnato.actor("Cekuolis").name.en, ltnato.actor("LTU").name.lt
            ('Giedrius Čekuolis', 'Lietuva')
        """
        return self._tables.find(id, Actor)

    def places(
        self,
        *,
        kind: Words | None = None,
        within: Places | None = None,
    ) -> Records[Place]:
        """Find places, by identifier.

        Args:
            kind: What sort of place it is.
            within: A place or country in which it lies, itself included.

        Returns:
            The places.

        Raises:
            InvalidQueryError: The kind is none.
            UnknownRecordError: No place or country bears the name.

        Example:
            >>> import ltnato
            >>> "vilnius" in ltnato.places(within="Lithuania").ids
            True
        """
        from . import _listings

        return _listings.places(self._tables, kind=kind, within=within)

    def place(self, id: str | Place) -> Place:
        """Find one place.

        Args:
            id: Its identifier, name or alias.

        Returns:
            The place.

        Raises:
            UnknownRecordError: No place bears the name; the nearest names are told.
            AmbiguousNameError: Several places bear the name; they are told.

        Example:
            >>> import ltnato
            >>> ltnato.place("Briuselis").name.en
            'Brussels'
        """
        return self._tables.find(id, Place)

    def documents(
        self,
        *,
        kind: Words | None = None,
        actor: Actors | None = None,
        since: Day | None = None,
        until: Day | None = None,
        in_force: Day | None = None,
        source: Sources | None = None,
        text: str | None = None,
    ) -> Records[Document]:
        """Find documents, in order of adoption.

        Args:
            kind: What sort of document it is.
            actor: One of its parties.
            since: The first day, month or year of adoption that counts, whole.
            until: The last day, month or year of adoption that counts, whole.
            in_force: A time at which it was, or may have been, in force; unstated is not found.
            source: A source that it, or one of its provisions, cites.
            text: A text to be found in its titles, names, number or provisions, in either language.

        Returns:
            The documents.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> ltnato.documents(kind="treaty", in_force="1950").ids
            ('north-atlantic-treaty',)
        """
        from . import _listings

        return _listings.documents(
            self._tables, kind=kind, actor=actor, since=since, until=until, in_force=in_force,
            source=source, text=text
        )  # fmt: skip

    def document(self, id: str | Document) -> Document:
        """Find one document.

        Args:
            id: Its identifier, title, official title, alias or number.

        Returns:
            The document.

        Raises:
            UnknownRecordError: No document bears the name; the nearest names are told.
            AmbiguousNameError: Several documents bear the name; they are told.

        Example:
            >>> import ltnato
            >>> ltnato.document("Vašingtono sutartis").adopted
            Period('1949-04-04')
        """
        return self._tables.find(id, Document)

    def pledges(
        self,
        *,
        in_force: Day | None = None,
        actor: Actors | None = None,
        document: Documents | None = None,
        indicator: Words | None = None,
        source: Sources | None = None,
    ) -> Records[Pledge]:
        """Find pledges, in order of their documents.

        Args:
            in_force: A time at which it was, or may have been, in force by the time that its own
                text states; unstated is not found.
            actor: Who pledged, or whose indicator it is.
            document: The document in which it stands.
            indicator: What it measures.
            source: A source that supports it: its own, else that of its document.

        Returns:
            The pledges.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> ltnato.pledges(in_force="1990")
            no records
        """
        from . import _listings

        return _listings.pledges(
            self._tables,
            in_force=in_force,
            actor=actor,
            document=document,
            indicator=indicator,
            source=source,
        )

    def relations(
        self,
        *,
        kind: Words | None = None,
        subject: Actors | None = None,
        object: Actors | None = None,
        on: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        source: Sources | None = None,
    ) -> Records[Relation]:
        """Find how actors stood to one another, in order of time.

        A relation without a date holds always, and every date filter finds it.

        Args:
            kind: What sort of relation it is.
            subject: The actor of whom it is told.
            object: The actor to which it stands.
            on: A time at which it may have held.
            since: The first day, month or year that counts, whole.
            until: The last day, month or year that counts, whole.
            source: A source that it cites.

        Returns:
            The relations.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> ltnato.relations(kind="member-of", subject="Lithuania", object="NATO")[0].ordinal
            23
        """
        from . import _listings

        return _listings.relations(
            self._tables,
            kind=kind,
            subject=subject,
            object=object,
            on=on,
            since=since,
            until=until,
            source=source,
        )

    def members(
        self,
        of: str | Actor,
        *,
        on: Day | None = None,
    ) -> Records[Actor]:
        """Give the members of an alliance, body or group on a day, the earliest first.

        Args:
            of: What they are members of.
            on: The day, or a time of which any day counts; by default the day up to which the data
                tell.

        Returns:
            The members.

        Raises:
            OutsideCoverageError: The data do not hold every member on that day.
            UnknownRecordError: No actor bears the name.

        Example:
            >>> import ltnato
            >>> (
            ...     len(ltnato.members("nato", on="2018-07-11")),
            ...     len(ltnato.members("nato", on="1999-03-11")),
            ... )
            (29, 16)
        """
        from . import _listings

        return _listings.related(self._tables, RelationKind.MEMBER_OF, of, on)

    def holders(
        self,
        office: str | Actor,
        *,
        on: Day | None = None,
    ) -> Records[Actor]:
        """Give who held an office on a day, the earliest first; on a day of handover, both.

        Args:
            office: The office.
            on: The day, or a time of which any day counts; by default the day up to which the data
                tell.

        Returns:
            The holders.

        Raises:
            OutsideCoverageError: The data do not hold every holder on that day.
            UnknownRecordError: No actor bears the name.

        Example:
            >>> import ltnato
            >>> ltnato.holders("president-of-lithuania", on="2004-03-29").ids
            ('rolandas-paksas',)
        """
        from . import _listings

        return _listings.related(self._tables, RelationKind.HOLDS_OFFICE, office, on)

    def observations(
        self,
        indicator: Words,
        *,
        actor: Actors | None = None,
        since: Day | None = None,
        until: Day | None = None,
        edition: Day = "preferred",
    ) -> Records[Observation]:
        """Find yearly observations of an indicator, by actor and year.

        Args:
            indicator: What is measured.
            actor: Whose value it is.
            since: The first year that counts.
            until: The last year that counts.
            edition: ``"preferred"`` for the newest value of each year, ``"all"`` for the values of
                all editions, or the date of one edition.

        Returns:
            The observations.

        Raises:
            InvalidPeriodError: A date is none.
            InvalidQueryError: A word is none of its vocabulary, a text or list is empty, or the
                range is reversed.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.
            TypeError: An argument is a datetime, a number or another thing that the filter does not
                take.

        Example:
            >>> import ltnato
            >>> share = ltnato.observations("defence-expenditure-share", actor="LT", since="2014")
            >>> [(one.year, one.value) for one in share if not one.estimate][-2:]
            [(2023, 2.69), (2024, 3.07)]
        """
        from . import _listings

        return _listings.observations(
            self._tables, indicator, actor=actor, since=since, until=until, edition=edition
        )

    def fulfilments(
        self,
        pledge: Pledges | None = None,
        *,
        actor: Actors | None = None,
        edition: Day = "preferred",
    ) -> Records[Fulfilment]:
        """Tell what became of pledges: each target against the observations up to its deadline.

        A level with a deadline is judged by the year of the deadline, one without by every whole
        year of the time for which the text holds, a growth by each of these years against the one
        before.  Estimates decide nothing.  A pledge of an alliance or a group is judged for each
        member of which the data hold observations.

        Args:
            pledge: The pledges; all by default.
            actor: Whose observations are compared; by default, of those of whom the pledge tells.
            edition: ``"preferred"`` for the newest value of each year, or the date of one edition.

        Returns:
            A verdict for each pledge and actor, in order of the pledges, with the observations and
            the reason: met, missed, not due, or not decidable.

        Raises:
            InvalidPeriodError: The edition is no date.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.

        Example:
            >>> import ltnato
            >>> found = ltnato.fulfilments("defence-share-at-least-2-percent-2016")[0]
            >>> print(found.verdict, found.observations[-1].value)
            missed 1.95
        """
        from ._fulfilments import fulfilments

        return fulfilments(self._tables, pledge=pledge, actor=actor, edition=edition)

    def snapshot(self, on: Day | None = None) -> Snapshot:
        """Take the snapshot of a day: members, offices, pledges in force, air policing.

        Args:
            on: The day, or a time of which any day counts; by default the day up to which the data
                tell.

        Returns:
            What the data know of that day, and for which of it they do not claim to be complete.

        Raises:
            InvalidPeriodError: The text is no period.
            TypeError: The day is a datetime or a number.

        Example:
            >>> import ltnato
            >>> day = ltnato.snapshot("2016-07-08")
            >>> len(day.members), day.minister_of_national_defence.ids
            (28, ('juozas-olekas',))
        """
        from ._snapshot import snapshot

        return snapshot(self._tables, on)

    def sources(self) -> Records[Source]:
        """Give all sources, by identifier.

        Returns:
            The sources.

        Example:
            >>> import ltnato
            >>> "mfa-membership-page" in ltnato.sources().ids
            True
        """
        return Records(self._tables.get(Source), self._tables, Source)

    def source(self, id: str | Source) -> Source:
        """Find one source.

        Args:
            id: Its identifier or title.

        Returns:
            The source.

        Raises:
            UnknownRecordError: No source bears the name; the nearest names are told.
            AmbiguousNameError: Several sources bear the name; they are told.

        Example:
            >>> import ltnato
            >>> [entry.locator for entry in ltnato.source("mfa-membership-page").outline][:2]
            ['introduction/p1', 'introduction/p2']
        """
        return self._tables.find(id, Source)

    def discrepancies(
        self,
        *,
        record: AnyRecords | None = None,
        field: Words | None = None,
        source: Sources | None = None,
        status: Words | None = None,
    ) -> Records[Discrepancy]:
        """Find where sources disagree, and what was adopted.

        Args:
            record: The record that it concerns.
            field: The field that it concerns, or one that holds it: ``"when"``, ``"outcomes"``.
            source: A source that states what was not adopted, perhaps narrowed to a part.
            status: Whether the evidence decides it.

        Returns:
            The discrepancies, by identifier.

        Raises:
            InvalidQueryError: The status is none, or a text is empty.
            UnknownRecordError: No record bears a name.

        Example:
            >>> import ltnato
            >>> ltnato.discrepancies(record="lithuania-joins-nato", field="documents")[0].adopted
            'instrument-of-accession-of-lithuania'
        """
        from . import _listings

        return _listings.discrepancies(
            self._tables, record=record, field=field, source=source, status=status
        )

    def show(
        self,
        record: str | Record,
        *,
        lang: Lang = "en",
    ) -> Card:
        """Show one record in full, names and sources resolved.

        Args:
            record: The record, or what it is called.
            lang: ``"en"`` or ``"lt"``.

        Returns:
            A card that prints as text and shows itself as HTML in a notebook.

        Raises:
            UnknownRecordError: No record bears the name.
            InvalidQueryError: The language is neither.

        Example:
            >>> import ltnato
            >>> print(str(ltnato.show("lithuania-joins-nato", lang="lt")).splitlines()[0])
            2004 m. kovo 29 d. Lietuva įstoja į NATO
        """
        from ._cards import card

        return card(self._tables, self.record(record), lang)

    def cite(
        self,
        record: str | Record | None = None,
        *,
        style: CiteStyle = "text",
    ) -> str:
        """Word how to cite the dataset, or one of its records with its sources.

        Args:
            record: The record, or what it is called; the dataset as a whole if left out.
            style: ``"text"`` for a line or a footnote, ``"bibtex"`` for an entry of a bibliography.

        Returns:
            The citation.

        Raises:
            UnknownRecordError: No record bears the name.
            InvalidQueryError: The style is neither.

        Example:
            >>> import ltnato
            >>> ltnato.cite(style="bibtex").splitlines()[0]
            '@misc{ltnato,'
        """
        from ._cite import cite

        return cite(self._tables, None if record is None else self.record(record), style)

    def timeline(
        self, events: Iterable[Event] | None = None, *, lang: Lang = "en"
    ) -> alt.LayerChart:
        """Draw events as a timeline, which the extra ``charts`` (altair) brings.

        Each event is a row: a mark on an axis of time, the date, the title.  Colour and shape tell
        the category; a bar shows what lasted, a dashed line the days among which one is unknown, an
        arrow what has no known end.  A notebook shows the chart, with summary, outcomes and sources
        where the mouse points, and a click into the legend leaves one category; ``save`` writes it.

        Args:
            events: The events, as `events` gives them; all by default.
            lang: Language of wordings and names, ``"en"`` or ``"lt"``.

        Returns:
            A chart of altair.

        Raises:
            MissingExtraError: altair is not installed.
            InvalidQueryError: There are no events among them, or something else is.
            InvalidDataError: A wording made by hand holds a character that is no text.

        Example:
            >>> import ltnato
            >>> type(ltnato.timeline(ltnato.events(key=True))).__name__
            'LayerChart'
        """
        from ._timeline import timeline

        chosen = self.events() if events is None else events
        # The names of another dataset's events are in that one.
        tables = getattr(chosen, "_tables", self._tables)
        return timeline(chosen, tables, lang=lang)

    def spending_chart(
        self, actor: str | Actor = "lithuania", *, edition: Day = "preferred", lang: Lang = "en"
    ) -> alt.VConcatChart:
        """Draw defence expenditure against pledges, which the extra ``charts`` (altair) brings.

        Above: the share of the gross domestic product by year, estimates hollow, with the levels
        that had been pledged behind it, and other countries in grey.  Below: each pledge with the
        time for which its text says that it holds, its deadline, and what became of it.

        Args:
            actor: Whose expenditure.
            edition: The edition of the observations, as in `observations`.
            lang: Language of wordings and names, ``"en"`` or ``"lt"``.

        Returns:
            A chart of altair.

        Raises:
            MissingExtraError: altair is not installed.
            InvalidQueryError: The data hold no observation of the actor.
            UnknownRecordError: No actor bears the name.
            InvalidDataError: A wording made by hand holds a character that is no text.
        """
        from ._spending import spending_chart

        return spending_chart(self.actor(actor), self._tables, edition=edition, lang=lang)

    def export(
        self,
        format: Format,
        file: str | os.PathLike[str],
        *,
        lang: Lang = "en",
        force: bool = False,
        **filters: Unpack[EventFilters],
    ) -> Path:
        """Write the dataset, or the events that filters find, in a format of other programs.

        ``csv`` and ``parquet`` hold the table of events; ``sqlite`` (a database with views and
        full-text search), ``datapackage`` (a folder of tables with their types, or one file if its
        name ends in ``.zip``), ``json`` (the form of the data files) and ``jsonld`` (schema.org)
        hold all tables.  With filters, these hold the events found, the discrepancies about them
        and the actors, places, documents and sources to which they lead; ties to other events are
        left out.  The same data give the same bytes, and what is written is there as a whole or not
        at all.

        Args:
            format: One of the names above.
            file: Where to write, in a folder that exists.
            lang: Language of labels and descriptions, and the one that comes first; wordings are
                written in both.
            force: Whether to replace what is there.
            filters: Filters of `events`, which must hold too.

        Returns:
            Where it was written.

        Raises:
            FileExistsError: There is something already, and ``force`` is off, or it is neither a
                file nor a folder that an export wrote.
            OSError: The file can not be written.
            MissingExtraError: The format needs a library that is not installed.
            InvalidQueryError: There is no such format or language, or a filter can not be meant so.
            InvalidDataError: A text can not be carried by the format.
            UnknownRecordError: No record bears a name.
            AmbiguousNameError: Several records bear a name.

        Example:
            >>> import json, tempfile, ltnato
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     file = ltnato.export("json", f"{folder}/key.json", key=True, until="1990")
            ...     [event["id"] for event in json.loads(file.read_text("utf-8"))["events"]]
            ['north-atlantic-treaty-signed', 'lithuania-restores-its-independence']
        """
        from ._export import export

        given = any(value is not None for value in filters.values())
        found = self.events(**filters) if given else None
        return export(self._tables, found, format, file, lang=lang, force=force)
