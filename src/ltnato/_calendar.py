"""Events as a calendar in iCalendar (RFC 5545), written by icalendar."""

from __future__ import annotations

from calendar import isleap
from datetime import UTC, date, datetime, timedelta

from ._describe import address, carried, description, events_only, places, title
from ._display import show
from ._extras import optional
from ._language import language
from ._models import Event
from ._period import span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ._models import DatasetInfo
    from ._period import Period
    from ._tables import Tables

_DAY = timedelta(days=1)
#: Before the end of all calendars, so that an end and an anniversary find a day.
_LAST = date(9990, 1, 1).toordinal()
_FEBRUARY = 2
#: Keeps a backslash and a capital N apart while icalendar, which would make a line break of them,
#: writes; no text may hold this character, so taking it out again loses nothing.
_APART = "\ufdd0"


def to_ics(
    events: Iterable[object], tables: Tables, *, lang: str = "en", anniversaries: bool = False
) -> bytes:
    """Write events as a calendar; see `Records.to_ics`."""
    language(lang)
    chosen = events_only(events, "a calendar holds")
    icalendar = optional("icalendar", "calendar")
    info = tables.info
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//ltnato//{info.name} {info.version}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # The first is the standard's, the second what most programs read.
    for key in ("name", "x-wr-calname"):
        calendar.add(key, icalendar.vText(_apart(info.title.get(lang))))
    for event in chosen:
        if not _has_days(event.when):
            continue
        calendar.add_component(_entry(icalendar, event, tables, lang))
        if anniversaries:
            calendar.add_component(_anniversary(icalendar, event, tables, lang))
    written: bytes = calendar.to_ical()
    return written.replace(_APART.encode(), b"")


def _apart(text: str) -> str:
    """Keep what icalendar would take for an escaped line break from being one."""
    return text.replace("\\N", f"\\{_APART}N")


def _has_days(when: Period | None) -> bool:
    """Tell whether a time is known to the day; a guessed one would be a statement of ours."""
    return (
        when is not None
        and when.days is not None
        and not when.approximate
        and span(when)[1] < _LAST
    )


def _entry(icalendar: Any, event: Event, tables: Tables, lang: str) -> Any:
    """Write an event on its days."""
    first, last = map(date.fromordinal, span(event.when))
    entry = _common(icalendar, event, tables, lang)
    entry.add("uid", _uid(event, tables))
    entry.add("summary", _apart(title(event, lang)))
    entry.add("dtstart", first)
    entry.add("dtend", last + _DAY)
    return entry


def _anniversary(icalendar: Any, event: Event, tables: Tables, lang: str) -> Any:
    """Write what comes back each year: the first day of an event, from the next year on."""
    first = date.fromordinal(span(event.when)[0])
    leap = first.month == _FEBRUARY and first.day == 29  # noqa: PLR2004 - back in leap years only
    year = first.year + 1
    while leap and not isleap(year):
        year += 1
    entry = _common(icalendar, event, tables, lang)
    entry.add("uid", _uid(event, tables, "anniversary"))
    entry.add("related-to", _uid(event, tables))
    said = "Sukaktis" if lang == "lt" else "Anniversary"
    entry.add("summary", _apart(f"{said}: {title(event, lang)} ({show(event.when, lang)})"))
    entry.add("dtstart", first.replace(year=year))
    entry.add("dtend", first.replace(year=year) + _DAY)
    entry.add("rrule", {"freq": "yearly"})
    return entry


def _common(icalendar: Any, event: Event, tables: Tables, lang: str) -> Any:
    """Write what an event and its anniversary have in common."""
    entry = icalendar.Event()
    entry.add("dtstamp", _stamp(_home(event, tables).as_of))
    entry.add("transp", "TRANSPARENT")  # who looks at history is not busy
    words = [show(event.category, lang), *(show(topic, lang) for topic in event.topics)]
    entry.add("categories", words)
    entry.add("description", _apart(description(event, tables, lang)))
    if event.places:
        entry.add("location", _apart(places(event, tables, lang)))
    url = address(event, tables)
    if url is not None:
        entry.add("url", url)
    return entry


def _home(event: Event, tables: Tables) -> DatasetInfo:
    """Describe the dataset of an event: that on which another builds keeps its own."""
    while tables.base is not None and event.id in tables.base.by_id(Event):
        tables = tables.base
    return tables.info


def _uid(event: Event, tables: Tables, *more: str) -> str:
    """Name an event the same in every release, so that a calendar read again makes no doubles."""
    return carried("-".join([event.id, *more]) + f"@{_home(event, tables).name}", event.id)


def _stamp(as_of: Period) -> datetime:
    """Stamp by the data, not by the clock: the same data give the same file."""
    low, high = span(as_of)
    day = low if low > 0 else high
    return datetime.combine(date.fromordinal(day), datetime.min.time(), UTC)
