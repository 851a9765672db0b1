"""The functions of the package: each asks the shipped dataset.

The methods of `Dataset` tell what arguments mean; the functions take over their docstrings.
"""

from __future__ import annotations

from ._dataset import Dataset
from ._loading import load_folder, shipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TypeVar, Unpack

    import altair as alt

    from ._cards import Card
    from ._models import (
        Actor,
        Discrepancy,
        Document,
        Event,
        Fulfilment,
        Observation,
        Place,
        Pledge,
        Record,
        Relation,
        Source,
    )
    from ._parts import Outcome, Participation
    from ._records import Records
    from ._snapshot import Snapshot
    from ._tables import Tables
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

    F = TypeVar("F", bound=Callable[..., object])


def _documented(function: F) -> F:
    """Give a function the docstring of the method that it calls."""
    function.__doc__ = getattr(Dataset, function.__name__).__doc__
    return function


def load(folder: str | os.PathLike[str], extends: Dataset | None = None) -> Dataset:
    """Load a dataset of your own from a folder.

    Args:
        folder: The folder with ``dataset.json`` and the tables, a JSON file each.
        extends: The dataset that it builds on, whose records it may name and whose queries then
            find both: `ltnato.dataset` for the shipped one.

    Returns:
        The dataset, all of it read and checked.

    Raises:
        InvalidDataError: The folder has faults; all are told, with file, record, field and value,
            and nothing is loaded.

    Example:
        >>> import ltnato
        >>> ltnato.load("no-such-folder")
        Traceback (most recent call last):
        ltnato._errors.InvalidDataError: 1 fault in the data
          no-such-folder: is no folder
    """
    return Dataset(load_folder(folder, _base(extends)))


def _base(extends: object) -> Tables | None:
    """Take the dataset on which another builds."""
    if extends is None:
        return None
    if not isinstance(extends, Dataset):
        message = f"extends takes a Dataset, not {type(extends).__name__}"
        raise TypeError(message)
    return extends._tables  # noqa: SLF001 - the two make one face


def dataset() -> Dataset:
    """Give the shipped dataset.

    Returns:
        The dataset, the same one at each call.

    Example:
        >>> import ltnato
        >>> ltnato.dataset().name, ltnato.dataset().title.lt
        ('ltnato', 'Lietuvos kelias į NATO ir gyvenimas Aljanse')
    """
    tables = shipped()
    return tables.memo(Dataset, lambda: Dataset(tables))


@_documented
def events(
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
    """Find events, in order of time, undated ones last."""
    return dataset().events(
        on=on,
        since=since,
        until=until,
        actor=actor,
        role=role,
        capacity=capacity,
        category=category,
        manner=manner,
        topic=topic,
        place=place,
        document=document,
        act=act,
        source=source,
        part_of=part_of,
        key=key,
        trust=trust,
        text=text,
    )


@_documented
def event(id: str | Event) -> Event:
    """Find one event."""
    return dataset().event(id)


@_documented
def record(id: str | Record) -> Record:
    """Find one record of any kind."""
    return dataset().record(id)


@_documented
def on_this_day(day: Day | None = None, **filters: Unpack[EventFilters]) -> Records[Event]:
    """Find the events of a day of the year."""
    return dataset().on_this_day(day, **filters)


@_documented
def participations(
    *,
    actor: Actors | None = None,
    role: Words | None = None,
    capacity: Actors | None = None,
    event: Events | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Sources | None = None,
) -> Records[Participation]:
    """Find who took part in what, in order of time."""
    return dataset().participations(
        actor=actor,
        role=role,
        capacity=capacity,
        event=event,
        since=since,
        until=until,
        source=source,
    )


@_documented
def outcomes(
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
    """Find what meetings and acts decided, stated or launched, and what documents provide."""
    return dataset().outcomes(
        of=of,
        kind=kind,
        actor=actor,
        role=role,
        topic=topic,
        document=document,
        on=on,
        since=since,
        until=until,
        source=source,
        text=text,
    )


@_documented
def actors(*, kind: Words | None = None, text: str | None = None) -> Records[Actor]:
    """Find actors, by identifier."""
    return dataset().actors(kind=kind, text=text)


@_documented
def actor(id: str | Actor) -> Actor:
    """Find one actor."""
    return dataset().actor(id)


@_documented
def places(*, kind: Words | None = None, within: Places | None = None) -> Records[Place]:
    """Find places, by identifier."""
    return dataset().places(kind=kind, within=within)


@_documented
def place(id: str | Place) -> Place:
    """Find one place."""
    return dataset().place(id)


@_documented
def documents(
    *,
    kind: Words | None = None,
    actor: Actors | None = None,
    since: Day | None = None,
    until: Day | None = None,
    in_force: Day | None = None,
    source: Sources | None = None,
    text: str | None = None,
) -> Records[Document]:
    """Find documents, in order of adoption."""
    return dataset().documents(
        kind=kind,
        actor=actor,
        since=since,
        until=until,
        in_force=in_force,
        source=source,
        text=text,
    )


@_documented
def document(id: str | Document) -> Document:
    """Find one document."""
    return dataset().document(id)


@_documented
def pledges(
    *,
    in_force: Day | None = None,
    actor: Actors | None = None,
    document: Documents | None = None,
    indicator: Words | None = None,
    source: Sources | None = None,
) -> Records[Pledge]:
    """Find pledges, in order of their documents."""
    return dataset().pledges(
        in_force=in_force, actor=actor, document=document, indicator=indicator, source=source
    )


@_documented
def relations(
    *,
    kind: Words | None = None,
    subject: Actors | None = None,
    object: Actors | None = None,
    on: Day | None = None,
    since: Day | None = None,
    until: Day | None = None,
    source: Sources | None = None,
) -> Records[Relation]:
    """Find how actors stood to one another, in order of time."""
    return dataset().relations(
        kind=kind, subject=subject, object=object, on=on, since=since, until=until, source=source
    )


@_documented
def members(of: str | Actor, *, on: Day | None = None) -> Records[Actor]:
    """Give the members of an alliance, body or group on a day, the earliest first."""
    return dataset().members(of, on=on)


@_documented
def holders(office: str | Actor, *, on: Day | None = None) -> Records[Actor]:
    """Give who held an office on a day, the earliest first; on a day of handover, both."""
    return dataset().holders(office, on=on)


@_documented
def observations(
    indicator: Words,
    *,
    actor: Actors | None = None,
    since: Day | None = None,
    until: Day | None = None,
    edition: Day = "preferred",
) -> Records[Observation]:
    """Find yearly observations of an indicator, by actor and year."""
    return dataset().observations(indicator, actor=actor, since=since, until=until, edition=edition)


@_documented
def fulfilments(
    pledge: Pledges | None = None,
    *,
    actor: Actors | None = None,
    edition: Day = "preferred",
) -> Records[Fulfilment]:
    """Tell what became of pledges."""
    return dataset().fulfilments(pledge, actor=actor, edition=edition)


@_documented
def snapshot(on: Day | None = None) -> Snapshot:
    """Take the snapshot of a day."""
    return dataset().snapshot(on)


@_documented
def sources() -> Records[Source]:
    """Give all sources, by identifier."""
    return dataset().sources()


@_documented
def source(id: str | Source) -> Source:
    """Find one source."""
    return dataset().source(id)


@_documented
def discrepancies(
    *,
    record: AnyRecords | None = None,
    field: Words | None = None,
    source: Sources | None = None,
    status: Words | None = None,
) -> Records[Discrepancy]:
    """Find where sources disagree, and what was adopted."""
    return dataset().discrepancies(record=record, field=field, source=source, status=status)


@_documented
def show(record: str | Record, *, lang: Lang = "en") -> Card:
    """Show one record in full, names and sources resolved."""
    return dataset().show(record, lang=lang)


@_documented
def cite(record: str | Record | None = None, *, style: CiteStyle = "text") -> str:
    """Word how to cite the dataset, or one of its records with its sources."""
    return dataset().cite(record, style=style)


@_documented
def timeline(events: Iterable[Event] | None = None, *, lang: Lang = "en") -> alt.LayerChart:
    """Draw events as a timeline."""
    return dataset().timeline(events, lang=lang)


@_documented
def spending_chart(
    actor: str | Actor = "lithuania", *, edition: Day = "preferred", lang: Lang = "en"
) -> alt.VConcatChart:
    """Draw defence expenditure against pledges."""
    return dataset().spending_chart(actor, edition=edition, lang=lang)


@_documented
def export(
    format: Format,
    file: str | os.PathLike[str],
    *,
    lang: Lang = "en",
    force: bool = False,
    **filters: Unpack[EventFilters],
) -> Path:
    """Write the dataset, or the events that filters find, in a format of other programs."""
    return dataset().export(format, file, lang=lang, force=force, **filters)


# fmt: off
__all__ = [
    "actor", "actors", "cite", "dataset", "discrepancies", "document", "documents", "event",
    "events", "export", "fulfilments", "holders", "load", "members", "observations",
    "on_this_day", "outcomes", "participations", "place", "places", "pledges", "record",
    "relations", "show", "snapshot", "source", "sources", "spending_chart", "timeline",
]
# fmt: on
