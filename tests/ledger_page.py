"""Write the page that tells every discrepancy of the ledger, from the shipped dataset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BASE", "PARTS", "cell", "ledger_page"]

#: The page of the Ministry on which the dataset is based.
BASE = "mfa-membership-page"
PARTS = {
    "introduction": "Introduction",
    "legal": "Legal basis",
    "way-to-nato": "On the way to NATO",
    "activities": "Activities of the Alliance",
}
#: From which day on what other sources state stands under which heading.
_ERAS = {
    "": "Up to 1993",
    "1994": "1994 to 2003",
    "2004": "2004 to 2013",
    "2014": "2014 to 2021",
    "2022": "From 2022 on",
    "undated": "Without a date",
}
_HEAD = """\
# Discrepancies

All {count} places where a source states something else than the dataset, with what was adopted
instead and why. [How far to trust it](trust.md#how-a-discrepancy-works) tells how they work;
`ltnato discrepancies` lists the same, and `discrepancies(record=..., source=..., status=...)`
finds some of them.

{base} are claims of the base page, in its order; {other} are claims of other sources, in order of
time. {open} are open: the evidence does not decide. All others are resolved. The publisher of
each source stands for it, and leads to it. In brackets stands what the ledger calls the
discrepancy.

[the page]: {url}
"""
_COLUMNS = ("| Record and field | Stated | Adopted | Why |", "| --- | --- | --- | --- |")


def cell(text: str) -> str:
    """Escape what Markdown would take for a mark, so that a text stands in a cell as it is."""
    return re.sub(r"([\\`*_{}\[\]<>|~$&#])", r"\\\1", " ".join(text.split()))


def ledger_page() -> str:
    """Word the page of the discrepancies."""
    found = ltnato.discrepancies()
    places = {entry.locator: entry for entry in ltnato.source(BASE).outline}
    groups: dict[str, list[tuple[object, ltnato.Discrepancy]]] = {
        **{f"The base page: {title}": [] for title in PARTS.values()},
        **{f"Other sources: {title}": [] for title in _ERAS.values()},
    }
    for one in found:
        locator = _locator(one)
        if locator is not None:
            entry = places[locator.partition(":")[0]]
            title, place = f"The base page: {PARTS[entry.part]}", (entry.position, one.id)
            groups[title].append((place, one))
        else:
            when = _when(ltnato.record(one.record))
            groups[f"Other sources: {_era(when)}"].append(((when is None, when, one.id), one))
    base = sum(_locator(one) is not None for one in found)
    lines = [
        _HEAD.format(
            count=len(found),
            base=base,
            other=len(found) - base,
            open=len(ltnato.discrepancies(status="open")),
            url=ltnato.source(BASE).url,
        )
    ]
    for title, members in groups.items():
        if members:
            lines += [f"## {title}", "", *_COLUMNS, *map(_row, sorted(members)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _locator(one: ltnato.Discrepancy) -> str | None:
    """Give the place on the base page, None for a claim of another source."""
    cited = (each.locator for each in one.stated_by if each.source == BASE)
    return next((each for each in cited if each), None)


def _when(record: ltnato.Record) -> ltnato.Period | None:
    """Give the time to which a record belongs."""
    if isinstance(record, ltnato.Pledge):
        record = ltnato.document(record.document)
    for field in ("when", "adopted", "existed"):
        when: ltnato.Period | None = getattr(record, field, None)
        if when is not None:
            return when
    return None


def _era(when: ltnato.Period | None) -> str:
    """Give the heading under which a time stands."""
    if when is None:
        return _ERAS["undated"]
    day = when.start or when.end
    year = str(day.year) if day is not None else ""
    return _ERAS[max(first for first in _ERAS if first <= year)]


def _row(member: tuple[object, ltnato.Discrepancy]) -> str:
    """Word a discrepancy as a row."""
    one = member[1]
    field = f" `{one.field}`" if one.field else ""
    about = f"`{one.record}`{field} ([`{one.id}`]{{#{one.id}}})"
    status = "**Open.** " if one.status == "open" else ""
    evidence = f" Evidence: {_cited(one.evidence)}." if one.evidence else ""
    cells = (
        about,
        f"{cell(one.stated)} ({_cited(one.stated_by)})",
        cell(one.adopted or "nothing"),
        f"{status}{cell(one.reason.en)}{evidence}",
    )
    return f"| {' | '.join(cells)} |"


def _cited(citations: Iterable[ltnato.Citation]) -> str:
    """Word sources as links, each with its place."""
    texts = dict.fromkeys(map(_link, citations))
    return ", ".join(texts)


def _link(cited: ltnato.Citation) -> str:
    source = ltnato.source(cited.source)
    if source.id == BASE:
        return f"[the page] `{cited.locator}`"
    text = cell(source.publisher)
    return f"[{text}](<{source.url}>)" if source.url else text
