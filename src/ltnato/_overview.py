"""What the command line says without a command: what a dataset holds, and what to try."""

from __future__ import annotations

from datetime import date

from ._period import Period, span
from ._vocabulary import Indicator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._dataset import Dataset
    from ._models import Event
    from ._records import Records


def overview(data: Dataset, lang: str, width: int | None) -> tuple[str, dict[str, Any]]:
    """Give what the dataset holds, and what to try, as text and as plain values."""
    events = data.events()
    counts = {
        "events": len(events),
        "outcomes": len(data.outcomes()),
        "actors": len(data.actors()),
        "places": len(data.places()),
        "documents": len(data.documents()),
        "pledges": len(data.pledges()),
        "relations": len(data.relations()),
        "observations": len(data.observations(list(Indicator), edition="all")),
        "sources": len(data.sources()),
        "discrepancies": len(data.discrepancies()),
    }
    trust = {
        level: len(data.events(trust=level))
        for level in ("corroborated", "single-source", "disputed")
    }
    lithuanian = lang == "lt"
    as_of = data.as_of.to_text(lang)
    lines = [
        data.title.get(lang),
        f"{data.name} {data.version}, "
        + (f"{as_of} duomenimis" if lithuanian else f"as of {as_of}")
        + f", {data.licence}",
        "",
        "  ".join(f"{count} {_noun(noun, count, lang)}" for noun, count in counts.items() if count),
        ("Įvykiai nuo {} iki {}: {}" if lithuanian else "Events from {} to {}: {}").format(
            *_reach(events, lang),
            ", ".join(
                f"{count} {_noun(level, count, lang)} ({_share(count, len(events), lang)})"
                for level, count in trust.items()
                if count
            ),
        ),
        "",
        data.events(key=True).to_text(lang=lang, width=width),
        "",
        "Pabandykite:" if lithuanian else "Try:",
        "  python -m ltnato events --actor lithuania --since 2002",
        "  python -m ltnato show lithuania-joins-nato",
        "  python -m ltnato members nato --on 1999-03-12",
        "  python -m ltnato holders president-of-lithuania --on 2004-03-29",
        "  python -m ltnato snapshot 2004-03-29",
        "  python -m ltnato on-this-day 03-29",
        "  python -m ltnato discrepancies",
        "  python -m ltnato events --help",
    ]
    plain = {
        "name": data.name,
        "title": {"en": data.title.en, "lt": data.title.lt},
        "version": data.version,
        "as_of": str(data.as_of),
        "licence": data.licence,
        "counts": counts,
        "trust": trust,
    }
    return "\n".join(lines), plain


def _reach(events: Records[Event], lang: str) -> tuple[str, str]:
    """Word the first and the last day that are known of any event."""
    days = [
        day
        for one in events
        if one.when is not None
        for day in span(one.when)
        if date.min.toordinal() <= day <= date.max.toordinal()
    ]
    first, last = (
        Period(date.fromordinal(day).isoformat()).to_text(lang) for day in (min(days), max(days))
    )
    return first, last


#: Nouns of the overview in Lithuanian: for 1, 21, 31...; for 2 to 9, 22...; for 10 to 20, 30...
_NOUNS = {
    "events": ("įvykis", "įvykiai", "įvykių"),
    "outcomes": ("rezultatas", "rezultatai", "rezultatų"),
    "actors": ("dalyvis", "dalyviai", "dalyvių"),
    "places": ("vieta", "vietos", "vietų"),
    "documents": ("dokumentas", "dokumentai", "dokumentų"),
    "pledges": ("įsipareigojimas", "įsipareigojimai", "įsipareigojimų"),
    "relations": ("ryšys", "ryšiai", "ryšių"),
    "observations": ("stebinys", "stebiniai", "stebinių"),
    "sources": ("šaltinis", "šaltiniai", "šaltinių"),
    "discrepancies": ("neatitikimas", "neatitikimai", "neatitikimų"),
    "corroborated": ("patvirtintas", "patvirtinti", "patvirtintų"),
    "single-source": ("iš vieno šaltinio", "iš vieno šaltinio", "iš vieno šaltinio"),
    "disputed": ("ginčijamas", "ginčijami", "ginčijamų"),
}


def _share(count: int, whole: int, lang: str) -> str:
    """Word a share, rounded to whole hundredths."""
    return f"{100 * count / whole:.0f}" + (" proc." if lang == "lt" else "%")


def _noun(noun: str, count: int, lang: str) -> str:
    """Give a noun in the number that its count asks for."""
    if lang == "lt":
        one, few, many = _NOUNS[noun]
        if count % 10 == 0 or 10 < count % 100 < 20:  # noqa: PLR2004 - the rule of the language
            return many
        return one if count % 10 == 1 else few
    if count == 1 and noun.endswith("s"):
        return "discrepancy" if noun == "discrepancies" else noun.removesuffix("s")
    return noun
