"""What the arguments of queries take, by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias, TypedDict

from ._models import Actor, Document, Event, Place, Pledge, Record, Source
from ._period import Period

#: A day, a month, a year or a span of them.
Day: TypeAlias = str | date | Period

#: A word of a vocabulary (a text), or a list of which any may hold.
Words: TypeAlias = str | Iterable[str]
Actors: TypeAlias = str | Actor | Iterable[str | Actor]
Events: TypeAlias = str | Event | Iterable[str | Event]
Documents: TypeAlias = str | Document | Iterable[str | Document]
Owners: TypeAlias = str | Event | Document | Iterable[str | Event | Document]
Pledges: TypeAlias = str | Pledge | Iterable[str | Pledge]
#: A place, or a country for all places in it.
Places: TypeAlias = str | Place | Actor | Iterable[str | Place | Actor]
#: A source; a text may narrow it to a part, as in ``"mfa-membership-page/activities"``.
Sources: TypeAlias = str | Source | Iterable[str | Source]
AnyRecords: TypeAlias = str | Record | Iterable[str | Record]
Lang: TypeAlias = Literal["en", "lt"]
CiteStyle: TypeAlias = Literal["text", "bibtex"]
Format: TypeAlias = Literal["csv", "datapackage", "ics", "json", "jsonld", "parquet", "sqlite"]


class EventFilters(TypedDict, total=False):
    """Name the filters of `events`, for `on_this_day` and `export`."""

    on: Day | None
    since: Day | None
    until: Day | None
    actor: Actors | None
    role: Words | None
    capacity: Actors | None
    category: Words | None
    manner: Words | None
    topic: Words | None
    place: Places | None
    document: Documents | None
    act: Words | None
    source: Sources | None
    part_of: Events | None
    key: bool | None
    trust: Words | None
    text: str | None
