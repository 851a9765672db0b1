"""Cards: one record in full, its names, documents, sources and discrepancies resolved."""

from __future__ import annotations

import html
import shutil
from typing import Any

from ._describe import cited
from ._display import CELL, HEAD, STYLE, measure, name, one_line, show, word
from ._language import language
from ._models import (
    Actor,
    Discrepancy,
    Document,
    Event,
    Observation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ._trust import citations_of, support_of, trust_of
from ._vocabulary import Limit, Role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ._models import Record
    from ._parts import DocumentUse, Figure, Name, Outcome, Participation
    from ._tables import Tables

    Rows = list[tuple[str, list[str]]]

__all__ = ["Card"]

_NARROW = 40
_LINK = "color:inherit;overflow-wrap:anywhere"


class Card:
    """Show one record in full, its names and sources resolved; `show` gives it.

    Example:
        >>> import ltnato
        >>> print(ltnato.show("vilnius"))  # doctest: +ELLIPSIS
        Vilnius
        ...
    """

    __slots__ = ("_rows", "_title", "lang")

    lang: str
    _title: str
    _rows: tuple[tuple[str, tuple[str, ...]], ...]

    def __init__(self, title: str, rows: Iterable[tuple[str, Iterable[str]]], lang: str) -> None:
        object.__setattr__(self, "lang", lang)
        object.__setattr__(self, "_title", title)
        kept = ((head, tuple(line for line in lines if line)) for head, lines in rows)
        object.__setattr__(self, "_rows", tuple((head, lines) for head, lines in kept if lines))

    def __setattr__(self, attribute: str, value: object) -> None:
        """Refuse any change."""
        message = f"a Card can not be changed (setting {attribute!r})"
        raise AttributeError(message)

    def __delattr__(self, attribute: str) -> None:
        """Refuse any change."""
        message = f"a Card can not be changed (deleting {attribute!r})"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[type[Card], tuple[Any, ...]]:
        """Pickle what it shows."""
        return (type(self), (self._title, self._rows, self.lang))

    def __str__(self) -> str:
        """Give the card as text that fits the terminal."""
        import textwrap

        room = max(shutil.get_terminal_size((100, 24)).columns, _NARROW)
        side = max((len(word(head, self.lang)) for head, _ in self._rows), default=0) + 2
        lines = textwrap.wrap(one_line(self._title), room)
        for head, entries in self._rows:
            for index, entry in enumerate(entries):
                start = (word(head, self.lang) if index == 0 else "").ljust(side)
                later = " " * side + ("  " if len(entries) > 1 else "")
                lines += textwrap.wrap(
                    one_line(entry),
                    room,
                    initial_indent=start,
                    subsequent_indent=later,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """Give the card as HTML, everything in it escaped."""
        rows = "".join(
            f'<tr><th scope="row" style="{CELL}">{html.escape(word(head, self.lang))}</th>'
            f'<td style="{CELL}">{"<br>".join(_linked(entry) for entry in entries)}</td></tr>'
            for head, entries in self._rows
        )
        return (
            f'<table lang="{self.lang}" style="{STYLE}">'
            f'<caption style="{HEAD};font-weight:bold">{html.escape(self._title)}</caption>'
            f"<tbody>{rows}</tbody></table>"
        )


def _linked(entry: str) -> str:
    """Escape an entry, and make an address at its end a link."""
    text, _, address = entry.rpartition(" ")
    if not address.startswith(("https://", "http://")):
        return html.escape(entry)
    target = html.escape(address, quote=True)
    link = f'<a style="{_LINK}" href="{target}" rel="noreferrer">{target}</a>'
    return f"{html.escape(text)} {link}".lstrip()


def card(tables: Tables, record: Record, lang: str) -> Card:
    """Make the card of a record."""
    language(lang)
    if isinstance(record, Event):
        title = f"{show(record.when, lang) or word('undated', lang)}  {record.title.get(lang)}"
    elif isinstance(record, Actor | Place):
        title = record.name.get(lang)
    elif isinstance(record, Document | Source):
        title = show(record.title, lang)
    else:
        title = record.id
    return Card(title, _CARDS[type(record)](record, tables, lang), lang)


def _event(one: Event, tables: Tables, lang: str) -> Rows:
    return [
        ("id", [one.id]),
        ("category", [show((one.category, *one.manner), lang)]),
        ("topics", [show(one.topics, lang)]),
        ("summary", [one.summary.get(lang)]),
        ("place", [_names(one.places, tables, lang)]),
        ("participants", [_part(part, tables, lang) for part in one.participants]),
        ("outcomes", _outcomes(one.outcomes, tables, lang)),
        ("figures", [_figure(figure, tables, lang) for figure in one.figures]),
        ("documents", [_use(use, tables, lang) for use in one.documents]),
        ("part of", [name(tables, one.part_of, lang) if one.part_of else ""]),
        (
            "links",
            [f"{show(link.kind, lang)}: {name(tables, link.event, lang)}" for link in one.links],
        ),
        ("sources", cited(citations_of(one), tables)),
        _quarrels(one.id, tables, lang),
        ("trust", [show(trust_of(tables, one), lang)]),
    ]


def _actor(one: Actor, tables: Tables, lang: str) -> Rows:
    # Lithuanian would ask for another case of the name, so a colon parts the two.
    colon = ":" if lang == "lt" else ""
    held = [
        f"{show(tie.when, lang)}  {show(tie.kind, lang)}{colon} {name(tables, tie.object, lang)}"
        + (f" ({show(tie.role, lang)})" if tie.role else "")
        for tie in tables.get(Relation)
        if tie.subject == one.id
    ]
    return [
        ("id", [one.id]),
        ("kind", [show(one.kind, lang)]),
        ("names", _other_names(one.names, lang)),
        ("country", [name(tables, one.country, lang) if one.country else ""]),
        ("existed", [show(one.existed, lang)]),
        ("no.", [show(one.ordinal, lang)]),
        ("codes", [", ".join(code for code in (one.iso2, one.iso3, one.wikidata) if code)]),
        ("relation", held),
        ("sources", cited(one.citations, tables)),
        _quarrels(one.id, tables, lang),
    ]


def _place(one: Place, tables: Tables, lang: str) -> Rows:
    located = one.latitude is not None and one.longitude is not None
    return [
        ("id", [one.id]),
        ("kind", [show(one.kind, lang)]),
        ("names", _other_names(one.names, lang)),
        ("within", [name(tables, one.within, lang) if one.within else ""]),
        ("country", [name(tables, one.country, lang) if one.country else ""]),
        ("coordinates", [f"{one.latitude}, {one.longitude}" if located else ""]),
        ("sources", cited(one.citations, tables)),
        _quarrels(one.id, tables, lang),
    ]


def _document(one: Document, tables: Tables, lang: str) -> Rows:
    related = [f"{show(tie.kind, lang)}: {name(tables, tie.document, lang)}" for tie in one.related]
    official = one.official_title
    return [
        ("id", [one.id]),
        ("kind", [show(one.kind, lang)]),
        ("official title", [official.en or "", official.lt or ""] if official else []),
        ("names", _other_names(one.names, lang)),
        ("number", [one.number or ""]),
        ("address", [one.url or ""]),
        ("parties", [_names(one.parties, tables, lang)]),
        ("adopted", [show(one.adopted, lang)]),
        ("in force", [show(one.in_force, lang)]),
        ("provisions", _outcomes(one.provisions, tables, lang)),
        ("related", related),
        ("sources", cited(citations_of(one), tables)),
        _quarrels(one.id, tables, lang),
    ]


def _pledge(one: Pledge, tables: Tables, lang: str) -> Rows:
    return [
        ("document", [name(tables, one.document, lang)]),
        ("by", [_names(one.by, tables, lang)]),
        ("about", [name(tables, one.of, lang) if one.of else ""]),
        ("kind", [show(one.kind, lang)]),
        ("indicator", [show(one.indicator, lang)]),
        ("value", [measure(one.value, one.unit, one.bound, lang)]),
        ("deadline", [show(one.deadline, lang)]),
        ("in force", [show(one.in_force, lang)]),
        ("text", [one.text.get(lang)]),
        ("sources", cited(support_of(tables, one), tables)),
        _quarrels(one.id, tables, lang),
    ]


def _relation(one: Relation, tables: Tables, lang: str) -> Rows:
    return [
        ("subject", [name(tables, one.subject, lang)]),
        ("relation", [show(one.kind, lang)]),
        ("object", [name(tables, one.object, lang)]),
        ("date", [show(one.when, lang)]),
        ("role", [show(one.role, lang)]),
        ("no.", [show(one.ordinal, lang)]),
        ("place", [name(tables, one.place, lang) if one.place else ""]),
        ("equipment", [", ".join(one.equipment)]),
        ("figures", [_figure(figure, tables, lang) for figure in one.figures]),
        ("documents", [_use(use, tables, lang) for use in one.documents]),
        ("begun by", [name(tables, one.begun_by, lang) if one.begun_by else ""]),
        ("ended by", [name(tables, one.ended_by, lang) if one.ended_by else ""]),
        ("sources", cited(one.citations, tables)),
        _quarrels(one.id, tables, lang),
    ]


def _observation(one: Observation, tables: Tables, lang: str) -> Rows:
    return [
        ("indicator", [show(one.indicator, lang)]),
        ("actor", [name(tables, one.actor, lang)]),
        ("year", [str(one.year)]),
        ("value", [measure(one.value, one.unit, Limit.EXACT, lang)]),
        ("estimate", ["✓" if one.estimate else ""]),
        ("edition", [show(one.edition, lang)]),
        ("sources", cited(one.citations, tables)),
    ]


def _source(one: Source, _tables: Tables, lang: str) -> Rows:
    outline = [
        f"{entry.locator}" + (f"  ({entry.heading})" if entry.heading else "")
        for entry in one.outline
    ]
    return [
        ("id", [one.id]),
        ("kind", [show(one.kind, lang)]),
        ("publisher", [one.publisher]),
        ("family", [one.family]),
        ("address", [one.url or ""]),
        ("accessed", [show(one.accessed, lang)]),
        ("outline", outline),
    ]


def _discrepancy(one: Discrepancy, tables: Tables, lang: str) -> Rows:
    return [
        ("record", [f"{name(tables, one.record, lang)} [{one.record}]"]),
        ("field", [one.field or ""]),
        ("stated", [one.stated]),
        ("stated by", cited(one.stated_by, tables)),
        ("adopted", [one.adopted or word("nothing", lang)]),
        ("status", [show(one.status, lang)]),
        ("why", [one.reason.get(lang)]),
        ("evidence", cited(one.evidence, tables)),
    ]


_CARDS: dict[type[Any], Callable[[Any, Tables, str], Rows]] = {
    Event: _event,
    Actor: _actor,
    Place: _place,
    Document: _document,
    Pledge: _pledge,
    Relation: _relation,
    Observation: _observation,
    Source: _source,
    Discrepancy: _discrepancy,
}


def _names(identifiers: Iterable[str], tables: Tables, lang: str) -> str:
    return ", ".join(name(tables, one, lang) for one in identifiers)


def _other_names(names: Iterable[Name], lang: str) -> list[str]:
    return [
        f"{one.text} ({', '.join(show(each, lang) for each in (one.kind, one.when) if each)})"
        for one in names
    ]


def _part(part: Participation, tables: Tables, lang: str) -> str:
    """Word a participation: name, role, office, and for whom."""
    words = [f"{name(tables, part.actor, lang)} ({show(part.role, lang)})"]
    if part.capacity:
        words.append(f"{word('in the office of', lang)} {name(tables, part.capacity, lang)}")
    if part.post:
        words.append(f"{word('to the office of', lang)} {name(tables, part.post, lang)}")
    if part.on_behalf_of:
        words.append(f"{word('for', lang)} {name(tables, part.on_behalf_of, lang)}")
    return ", ".join(words)


def _outcomes(outcomes: Iterable[Outcome], tables: Tables, lang: str) -> list[str]:
    """Word outcomes: date, kind and text, then who stood in each, its documents and figures."""
    lines = []
    for one in outcomes:
        dated = f"{show(one.when, lang)}  " if one.when is not None else ""
        lines.append(f"{dated}[{show(one.kind, lang)}] {one.text.get(lang)}")
        by_role: dict[str, list[str]] = {}
        for part in one.participants:
            by_role.setdefault(show(part.role, lang), []).append(name(tables, part.actor, lang))
        lines += [f"– {role}: {', '.join(names)}" for role, names in by_role.items()]
        lines += [f"– {_use(use, tables, lang)}" for use in one.documents]
        lines += [f"– {_figure(figure, tables, lang)}" for figure in one.figures]
        if one.due is not None:
            lines.append(f"– {word('deadline', lang)}: {show(one.due, lang)}")
    return lines


def _figure(figure: Figure, tables: Tables, lang: str) -> str:
    of = f" ({_counted(figure.of, tables, lang)})" if figure.of else ""
    dated = f", {show(figure.when, lang)}" if figure.when is not None else ""
    return f"{measure(figure.value, figure.unit, figure.bound, lang)}{of}{dated}"


def _counted(of: str, tables: Tables, lang: str) -> str:
    """Word what a figure counts: a role by its label, a record by its name."""
    return show(Role(of), lang) if of in list(Role) else name(tables, of, lang)


def _use(use: DocumentUse, tables: Tables, lang: str) -> str:
    return f"{show(use.act, lang)}: {name(tables, use.document, lang)}"


def _quarrels(record: str, tables: Tables, lang: str) -> tuple[str, list[str]]:
    """Word the discrepancies about a record."""
    left, right = ("„", "“") if lang == "lt" else ("‘", "’")
    lines = [
        f"{show(one.status, lang)}: {word('stated', lang)} {left}{one.stated}{right}, "
        + (
            f"{word('adopted', lang)} {left}{one.adopted}{right}; "
            if one.adopted
            else f"{word('adopted nothing', lang)}; "
        )
        + one.reason.get(lang)
        for one in tables.get(Discrepancy)
        if one.record == record
    ]
    return ("discrepancies", lines)
