"""An event and its sources in words, for whatever shows them: cards, calendars, pictures."""

from __future__ import annotations

import unicodedata

from ._display import name, show, word
from ._errors import InvalidDataError, InvalidQueryError
from ._models import Event, Finding, Source
from ._trust import citations_of, trust_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._parts import Citation
    from ._tables import Tables

#: Control characters, halves of surrogate pairs and what is no character: no format carries them.
_NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})


def events_only(records: Iterable[object], what: str) -> list[Event]:
    """Take events, and nothing else; the message begins with what asks for them."""
    events = []
    for one in records:
        if not isinstance(one, Event):
            message = f"{what} events, not records such as {one!r}"
            raise InvalidQueryError(message)
        events.append(one)
    return events


def carried(text: str, record: str) -> str:
    """Take a text that other formats can carry; what the data files refuse is refused here too.

    Line breaks and tabs, which a wording made by hand may hold, are kept; each break becomes one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for char in text:
        if unicodedata.category(char) in _NO_TEXT and char not in "\n\t":
            message = f"holds the character U+{ord(char):04X}, which no calendar or picture carries"
            raise InvalidDataError([Finding(record=record, message=message)])
    return text


def cited(citations: Iterable[Citation], tables: Tables) -> list[str]:
    """Word citations: publisher, title, place and address; of one source, its places together."""
    places: dict[str, dict[str, None]] = {}
    for one in citations:
        located = places.setdefault(one.source, {})
        if one.locator:
            located[one.locator] = None
    lines = []
    for identifier, locators in places.items():
        source = tables.by_id(Source)[identifier]
        where = f" [{'; '.join(locators)}]" if locators else ""
        lines.append(f"{source}{where} {source.url or ''}".rstrip())
    return lines


def title(event: Event, lang: str) -> str:
    """Give the title of an event on one line."""
    return " ".join(carried(event.title.get(lang), event.id).split())


def places(event: Event, tables: Tables, lang: str) -> str:
    """Name the places of an event."""
    return carried(", ".join(name(tables, one, lang) for one in event.places), event.id)


def outcomes(event: Event, lang: str) -> list[str]:
    """Word the outcomes of an event, each with the date of its own if it has one."""
    return [
        carried(
            (f"{one.when.to_text(lang)}: " if one.when is not None else "") + one.text.get(lang),
            event.id,
        )
        for one in event.outcomes
    ]


def sources(event: Event, tables: Tables) -> list[str]:
    """Word the sources of an event and of its parts."""
    return [carried(line, event.id) for line in cited(citations_of(event), tables)]


def address(event: Event, tables: Tables) -> str | None:
    """Give the address of the first of its sources that has one."""
    urls = (tables.by_id(Source)[one.source].url for one in citations_of(event))
    found = next((url for url in urls if url), None)
    return None if found is None else "".join(carried(found, event.id).split())


def description(event: Event, tables: Tables, lang: str) -> str:
    """Describe an event in paragraphs: date, what happened, outcomes, trust and sources."""
    blocks = [
        event.when.to_text(lang) if event.when is not None else word("undated", lang),
        carried(event.summary.get(lang), event.id),
        _listed("outcomes", outcomes(event, lang), lang),
        f"{_heading('trust', lang)} {show(trust_of(tables, event), lang)}",
        _listed("sources", sources(event, tables), lang),
    ]
    return "\n\n".join(block for block in blocks if block)


def origin(tables: Tables, lang: str) -> str:
    """Say from which data something is drawn."""
    info = tables.info
    as_of = info.as_of.to_text(lang)
    said = f"{as_of} duomenys" if lang == "lt" else f"data as of {as_of}"
    return f"{info.name} {info.version}, {said}, {info.licence}"


def _listed(head: str, lines: list[str], lang: str) -> str:
    return "\n".join([_heading(head, lang), *(f"– {line}" for line in lines)]) if lines else ""


def _heading(head: str, lang: str) -> str:
    return f"{word(head, lang).capitalize()}:"
