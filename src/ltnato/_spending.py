"""Defence expenditure as a picture: a country's share of its product against what was pledged."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from ._describe import carried, origin
from ._display import measure, name, show, word
from ._errors import InvalidQueryError
from ._fulfilments import fulfilments
from ._indexes import grouped
from ._language import language
from ._listings import observations
from ._models import Actor, Document, Observation, Pledge
from ._period import span
from ._pictures import BLACK, FONT, GREY, NAVY, ORANGE, SALTIRE, SIZE, TEAL, altair
from ._vocabulary import ActorKind, Indicator, Limit, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from altair import VConcatChart

    from ._models import Fulfilment
    from ._period import Period
    from ._tables import Tables

_SHARE = Indicator.DEFENCE_EXPENDITURE_SHARE
_INDICATORS = (_SHARE, Indicator.DEFENCE_EXPENDITURE)
#: Pixels: both panels, the upper one, a row of the lower one, the gap before a text.
_WIDTH, _HEIGHT, _ROW, _GAP = 740, 280, 42, 14
#: Where in a year its observation stands.
_MIDDLE = 0.5
#: The title, that of the pledges, and the reading of the points.
_WORDS = {
    "en": (
        "defence expenditure and pledges",
        "Pledges: the bar shows the time in force, the mark the deadline or the end",
        "○ estimate",
    ),
    "lt": (
        "išlaidos gynybai ir įsipareigojimai",
        "Įsipareigojimai: juosta rodo galiojimo laiką, ženklas – terminą arba pabaigą",
        "○ įvertis",
    ),
}
#: What became of a pledge: each verdict with its colour and its shape.
_VERDICTS = {
    Verdict.MET: (TEAL, "circle"),
    Verdict.MISSED: (BLACK, SALTIRE),
    Verdict.NOT_DUE: (NAVY, "diamond"),
    Verdict.NOT_DECIDABLE: (GREY, "triangle-up"),
}


def spending_chart(
    actor: Actor, tables: Tables, *, edition: object = "preferred", lang: str = "en"
) -> VConcatChart:
    """Draw what a country spent on defence against what was pledged; see `Dataset`."""
    language(lang)
    seen = observations(tables, _SHARE, actor=actor.id, edition=edition)
    if not seen:
        message = f"the data hold no observation of {actor.name.en} for the indicator {_SHARE}"
        raise InvalidQueryError(message)
    alt = altair()
    judged = [
        one
        for one in fulfilments(tables, actor=actor.id, edition=edition)
        if tables.by_id(Pledge)[one.pledge].indicator in _INDICATORS
    ]
    rows = [_pledged(place, one, tables, lang) for place, one in enumerate(judged)]
    reach = [row[key] for row in rows for key in ("start", "end", "at") if key in row]
    reach += [seen[0].year, seen[-1].year + 1]
    x = alt.Scale(domain=[floor(min(reach)), ceil(max(reach))], nice=False, zero=False)
    panels = [_spent(alt, x, seen, rows, tables, lang=lang)]
    if rows:
        panels.append(_promised(alt, x, rows, lang))
    chart: VConcatChart = (
        alt.vconcat(*panels, spacing=34)
        .properties(title=_title(alt, actor, tables, lang), padding=12)
        .configure(font=FONT, background="#fff")
        .configure_view(stroke=None)
        .configure_text(fontSize=SIZE)
        .configure_axis(labelFontSize=SIZE, labelColor=GREY, titleFontSize=SIZE, titleColor=GREY)
        .configure_legend(
            orient="bottom",
            direction="horizontal",
            titleFontSize=SIZE,
            labelFontSize=SIZE,
            labelLimit=0,
            symbolSize=90,
        )
        .configure_title(
            anchor="start", fontSize=16, subtitleFontSize=SIZE, subtitleColor=GREY, offset=14
        )
    )
    return chart


def _is_day(day: int) -> bool:
    return date.min.toordinal() <= day <= date.max.toordinal()


def _year(day: int) -> float:
    """Give a day, an ordinal, as a year with its fraction."""
    year = date.fromordinal(day).year
    first = date(year, 1, 1).toordinal()
    return round(year + (day - first) / (date(year, 12, 31).toordinal() - first + 1), 3)


def _pledged(place: int, judged: Fulfilment, tables: Tables, lang: str) -> dict[str, Any]:
    """Give what is drawn of a pledge."""
    pledge = tables.by_id(Pledge)[judged.pledge]
    document = tables.by_id(Document)[pledge.document]
    value = measure(pledge.value, pledge.unit, pledge.bound, lang) or show(pledge.kind, lang)
    due = ""
    if pledge.deadline is not None:
        due = f", {word('deadline', lang)}: {show(pledge.deadline, lang)}"
    label = carried(f"{value}{due} – {document.title.get(lang)}", pledge.id)
    row: dict[str, Any] = {
        "row": place,
        "id": pledge.id,
        "label": label,
        "spoken": f"{label}: {show(judged.verdict, lang)}",
        "text": carried(pledge.text.get(lang), pledge.id),
        "in force": show(pledge.in_force, lang),
        "verdict": show(judged.verdict, lang),
        "why": carried(judged.reason.get(lang), pledge.id),
    }
    if pledge.value is not None and pledge.indicator is _SHARE:
        row["value"] = pledge.value
    if pledge.in_force is not None:
        row |= _bar(pledge.in_force, tables.info.as_of)
    decides = pledge.deadline or pledge.in_force or document.adopted
    if decides is not None:
        # In the middle of its year, where the observation of that year stands.
        day = max(day for day in span(decides) if _is_day(day))
        row["at"] = date.fromordinal(day).year + _MIDDLE
    return row


def _bar(when: Period, as_of: Period) -> dict[str, float]:
    """Give from when to when a time lasts, up to that of the data if it goes on."""
    first, last = span(when)
    if when.is_ongoing:
        last = max(day for day in (first, *span(as_of)) if _is_day(day))
    if not (_is_day(first) and _is_day(last + 1)):
        return {}
    return {"start": _year(first), "end": _year(last + 1)}


def _spent(
    alt: Any,
    x: Any,
    seen: Sequence[Observation],
    rows: Sequence[dict[str, Any]],
    tables: Tables,
    *,
    lang: str,
) -> Any:
    """Draw the shares by year, those of other countries behind, and the levels in force."""
    mine = _points(seen, tables, lang)
    theirs = [point for one in _others(seen[0], tables) for point in _points(one, tables, lang)]
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(zero=True),
        axis=alt.Axis(
            title=show(seen[0].unit, lang),
            titleAngle=0,
            titleAlign="left",
            titleX=-22,
            titleY=-14,
            gridColor="#E3E6EB",
            domain=False,
            ticks=False,
        ),
    )
    shown = {
        "actor": "actor",
        "year": "year",
        "said": "value",
        "estimate": "estimate",
        "edition": "edition",
    }
    tooltip = [alt.Tooltip(f"{field}:N", title=word(said, lang)) for field, said in shown.items()]

    def drawn(points: list[dict[str, Any]]) -> Any:
        return alt.Chart(alt.Data(values=points)).encode(
            x=alt.X("at:Q", scale=x, axis=_years(alt, x)),
            y=y,
            tooltip=tooltip,
            description="spoken:N",
        )

    def line(points: list[dict[str, Any]], colour: str, width: float) -> Any:
        return (
            drawn(points)
            .encode(detail=["actor:N", "run:N"])
            .mark_line(color=colour, strokeWidth=width, aria=False)
        )

    def named(points: list[dict[str, Any]], colour: str, **outline: object) -> Any:
        return (
            drawn([point for point in ends if point in points])
            .mark_text(align="left", dx=_GAP, color=colour, aria=False, **outline)
            .encode(text="actor:N", y="beside:Q")
        )

    ends = _apart([point for point in (*theirs, *mine) if point["last"]])
    levels = [row for row in rows if {"value", "start"} <= row.keys()]
    return alt.layer(
        alt.Chart(alt.Data(values=levels))
        .mark_rule(color=ORANGE, strokeWidth=7, opacity=0.4, aria=False)
        .encode(x=alt.X("start:Q", scale=x), x2="end:Q", y=y),
        # A name may lie on a level: a light outline below it keeps both in sight.
        named(ends, "#fff", stroke="#fff", strokeWidth=5, strokeJoin="round"),
        line(theirs, "#A3AAB5", 1.2),
        named(theirs, GREY),
        line(mine, NAVY, 2.5),
        drawn(mine)
        .mark_point(size=46, opacity=1, strokeWidth=2, color=NAVY)
        .encode(fill=alt.condition("datum.final", alt.value(NAVY), alt.value("#fff"))),
        named(mine, NAVY),
    ).properties(width=_WIDTH, height=_HEIGHT)


def _years(alt: Any, x: Any) -> Any:
    """Give the axis of years, each written in its middle."""
    first, last = (int(end) for end in x.domain)
    return alt.Axis(
        title=None,
        values=[year + _MIDDLE for year in range(first, last + 1)],
        labelExpr="floor(datum.value)",
        labelOverlap="greedy",
        grid=False,
        ticks=False,
        labelPadding=8,
    )


def _others(mine: Observation, tables: Tables) -> list[list[Observation]]:
    """Give the newest observations of the other countries that have any."""
    actors = tables.by_id(Actor)
    others = [
        one
        for one in observations(tables, mine.indicator)
        if one.actor != mine.actor and actors[one.actor].kind is ActorKind.COUNTRY
    ]
    return list(grouped(others, lambda one: one.actor).values())


def _points(seen: Sequence[Observation], tables: Tables, lang: str) -> list[dict[str, Any]]:
    """Give the points of a line, which breaks where a year has no observation."""
    run = 0
    points: list[dict[str, Any]] = []
    for place, one in enumerate(seen):
        actor = carried(name(tables, one.actor, lang), one.id)
        said = measure(one.value, one.unit, Limit.EXACT, lang)
        run += place > 0 and one.year != seen[place - 1].year + 1
        points.append(
            {
                "actor": actor,
                "spoken": f"{actor}, {one.year}: {said}",
                "year": str(one.year),
                "at": one.year + _MIDDLE,
                "value": one.value,
                "said": said,
                "estimate": "✓" if one.estimate else "–",
                "edition": show(one.edition, lang),
                "final": not one.estimate,
                "run": run,
                "last": place == len(seen) - 1,
            }
        )
    return points


def _apart(ends: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Move the names at the ends of lines so far from one another that each can be read."""
    least = max(point["value"] for point in ends) * (SIZE + 2) / _HEIGHT
    below = -least
    for point in sorted(ends, key=lambda point: point["value"]):
        point["beside"] = below = max(point["value"], below + least)
    return ends


def _promised(alt: Any, x: Any, rows: list[dict[str, Any]], lang: str) -> Any:
    """Draw the pledges below, a row each: the time for which each holds, and what became of it."""
    fields = {"text": "text", "in force": "in force", "verdict": "verdict", "why": "why"}
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("row:O", axis=None),
        description="spoken:N",
        tooltip=[alt.Tooltip(f"{field}:N", title=word(field, lang)) for field in fields],
    )
    found = [one for one in _VERDICTS if any(row["verdict"] == show(one, lang) for row in rows)]
    domain = [show(one, lang) for one in found]
    legend = alt.Legend(title=word("verdict", lang).capitalize())
    colour, shape = (
        alt.Scale(domain=domain, range=[_VERDICTS[one][part] for one in found]) for part in (0, 1)
    )
    hidden = alt.X("start:Q", scale=x, axis=None)
    return alt.layer(
        base.transform_filter("isValid(datum.start)")
        .mark_bar(height=9, color=ORANGE, opacity=0.45, yOffset=8, aria=False)
        .encode(x=hidden, x2="end:Q"),
        base.mark_point(filled=True, size=80, opacity=1, yOffset=8).encode(
            x=alt.X("at:Q", scale=x, axis=None),
            color=alt.Color("verdict:N", scale=colour, legend=legend),
            shape=alt.Shape("verdict:N", scale=shape, legend=legend),
        ),
        base.mark_text(align="left", dy=-9, aria=False).encode(x=alt.value(0), text="label:N"),
    ).properties(
        width=_WIDTH,
        height=alt.Step(_ROW),
        title=alt.TitleParams(_WORDS[lang][1], fontSize=SIZE, color=GREY, offset=8),
    )


def _title(alt: Any, actor: Actor, tables: Tables, lang: str) -> Any:
    """Say what is drawn, and from which data."""
    what, _, hollow = _WORDS[lang]
    return alt.TitleParams(
        f"{carried(actor.name.get(lang), actor.id)}: {what}",
        subtitle=[origin(tables, lang), hollow],
    )
