"""Events as a picture: marks on an axis of time, dates and titles, one row an event."""

from __future__ import annotations

from datetime import date

from . import _describe
from ._display import word
from ._errors import InvalidQueryError
from ._language import language, sort_key
from ._period import span
from ._pictures import (
    FONT,
    GREY,
    MARKS,
    PALE,
    SIZE,
    altair,
    milliseconds,
    text_width,
    ticks,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from altair import LayerChart

    from ._models import Event
    from ._period import Period
    from ._tables import Tables

#: Pixels: the axis of time, a row, and what stands between columns.
_AXIS, _ROW, _GAP = 420, 22, 18
_LEGEND_COLUMNS = 5
_LONG = 30
#: No calendar of Python has days beyond.
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal() - 1

_HEADINGS = ("date", "title", "category", "place", "summary", "outcomes", "sources")


def timeline(events: Iterable[object], tables: Tables, *, lang: str = "en") -> LayerChart:
    """Draw events; see `Dataset.timeline`."""
    language(lang)
    chosen = _describe.events_only(events, "a timeline shows")
    if not chosen:
        message = "there is no event to draw"
        raise InvalidQueryError(message)
    alt = altair()
    days = [day for one in chosen if one.when is not None for day in _known(one.when)]
    today = _today(tables)
    low, high = (min(days), max(days)) if days else (today, today)
    if any(one.when is not None and one.when.is_ongoing for one in chosen):
        high = max(high, today)
    margin = max((high - low) // 40, 3)
    reach = max(low - margin, _FIRST), min(high + margin, _LAST)
    rows = [_row(place, one, tables, lang, reach) for place, one in enumerate(chosen)]
    chart: LayerChart = _draw(alt, rows, chosen, reach, tables, lang=lang)
    return chart


def _today(tables: Tables) -> int:
    """Give the day up to which the data tell, as an ordinal."""
    return max(day for day in span(tables.info.as_of) if _FIRST <= day <= _LAST)


def _known(when: Period) -> list[int]:
    """Give the first and the last possible day, as ordinals, as far as there are any."""
    return [day for day in span(when) if _FIRST <= day <= _LAST]


def _row(
    place: int, event: Event, tables: Tables, lang: str, reach: tuple[int, int]
) -> dict[str, Any]:
    """Give what is drawn of an event: ready strings, and days in the count of JavaScript."""
    when = event.when
    outcomes = _describe.outcomes(event, lang)
    sources = _describe.sources(event, tables)
    dated = when.to_text(lang) if when is not None else word("undated", lang)
    title = _describe.title(event, lang)
    return {
        "row": place,
        "id": event.id,
        "date": dated,
        "title": title,
        "spoken": f"{dated}: {title}",
        "category": event.category.label.get(lang),
        "place": _describe.places(event, tables, lang),
        "summary": _describe.carried(event.summary.get(lang), event.id),
        "outcomes": _bulleted(outcomes),
        "sources": _bulleted(sources),
        **({} if when is None else _placed(when, reach)),
    }


def _bulleted(lines: Sequence[str]) -> str:
    """List lines so that they stay apart even where line breaks are not shown."""
    return lines[0] if len(lines) == 1 else "\n".join(f"• {line}" for line in lines)


def _placed(when: Period, reach: tuple[int, int]) -> dict[str, Any]:
    """Place a time on the axis: a mark, a bar of what lasted or may be meant, an arrow beyond."""
    known = _known(when)
    first, last = known[0], known[-1]
    exact = when.days is not None or when.is_ongoing
    placed: dict[str, Any] = {"at": milliseconds(first if exact else (first + last) // 2)}
    if when.is_ongoing:
        last = reach[1] - 1
    if last > first:
        placed |= {
            "start": milliseconds(first),
            "end": milliseconds(last + 1),
            "sure": exact or not (when.one_of or when.first == when.last),
        }
    if when.is_ongoing:
        placed |= {"arrow": "▶", "tip": milliseconds(reach[1])}
    elif len(known) == 1:
        forward = span(when)[0] == first
        placed |= {"arrow": "→" if forward else "←", "tip": placed["at"]}
    return placed


def _draw(
    alt: Any,
    rows: list[dict[str, Any]],
    events: Sequence[Event],
    reach: tuple[int, int],
    tables: Tables,
    *,
    lang: str,
) -> Any:
    """Draw rows, one on the other: bands, bars, marks, dates, titles."""
    dates = _AXIS + _GAP
    titles = dates + max(text_width(row["date"]) for row in rows) + _GAP
    width = titles + max(text_width(row["title"]) for row in rows)
    words = {field: word(field, lang) for field in _HEADINGS}
    chosen = alt.selection_point(name="chosen", fields=["category"], bind="legend", toggle="true")
    base = (
        alt.Chart()
        .encode(
            y=alt.Y("row:O", axis=None),
            tooltip=[alt.Tooltip(f"{field}:N", title=words[field]) for field in _HEADINGS],
        )
        .transform_filter(chosen)
    )
    colour, shape = _scales(alt, events, lang)
    x = alt.Scale(type="utc", domain=[milliseconds(day) for day in reach], nice=False)
    bands = (
        base.transform_window(place="row_number()", sort=[alt.SortField("row")])
        .mark_rect(opacity=1, aria=False)
        .encode(
            x=alt.value(0),
            x2=alt.value(width),
            color=alt.condition("datum.place % 2", alt.value(PALE), alt.value("#fff")),
        )
    )
    spans = base.transform_filter("isValid(datum.start)").encode(
        x=alt.X("start:T", axis=None), x2="end:T", color=colour
    )
    lasting = spans.transform_filter("datum.sure").mark_bar(height=9, opacity=0.45, aria=False)
    possible = spans.transform_filter("!datum.sure").mark_rule(
        strokeWidth=1.5, strokeDash=[3, 2], aria=False
    )
    beyond = base.transform_filter("isValid(datum.tip)").encode(
        x=alt.X("tip:T", axis=None), text="arrow:N", color=colour
    )
    marks = (
        base.transform_filter("isValid(datum.at)")
        .mark_point(filled=True, size=75, opacity=1, aria=False)
        .encode(x=alt.X("at:T", axis=None), color=colour, shape=shape)
        .add_params(chosen)  # here, where the legend comes from
    )
    # What a screen reader says: Vega itself would tell the days of the local zone.
    written = base.encode(description="spoken:N")
    layers = [
        bands,
        *_axis(alt, x, reach, len(rows), lang),
        possible,
        lasting,
        *(
            beyond.transform_filter(f"datum.arrow == {arrow!r}").mark_text(
                dx=dx, fontSize=13, aria=False
            )
            for arrow, dx in (("←", -12), ("→", 12), ("▶", 0))
        ),
        marks,
        written.mark_text(align="left", aria=False).encode(x=alt.value(dates), text="date:N"),
        written.mark_text(align="left").encode(x=alt.value(titles), text="title:N"),
        *(
            alt.Chart(alt.Data(values=[{}]))
            .mark_text(align="left", fontWeight="bold", color=GREY, dy=-11, aria=False)
            .encode(x=alt.value(at), y=alt.value(0), text=alt.value(words[field].capitalize()))
            for at, field in ((dates, "date"), (titles, "title"))
        ),
    ]
    return (
        alt.layer(*layers, data=alt.Data(values=rows))
        .properties(
            width=_AXIS,
            height=alt.Step(_ROW),
            title=alt.TitleParams(
                tables.info.title.get(lang), subtitle=_describe.origin(tables, lang)
            ),
            padding=12,
        )
        .configure(font=FONT, background="#fff")
        .configure_view(stroke=None)
        .configure_text(fontSize=SIZE)
        .configure_legend(
            orient="top",
            columns=_LEGEND_COLUMNS,
            titleFontSize=SIZE,
            labelFontSize=SIZE,
            labelLimit=0,
            symbolSize=90,
            symbolOpacity=1,
            offset=36,
        )
        .configure_title(
            anchor="start", fontSize=16, subtitleFontSize=SIZE, subtitleColor=GREY, offset=12
        )
    )


def _scales(alt: Any, events: Sequence[Event], lang: str) -> tuple[Any, Any]:
    """Give colour and shape of the categories that occur, in the order of the alphabet."""
    found = sorted(
        {one.category for one in events}, key=lambda one: sort_key(one.label.get(lang), lang)
    )
    domain = [one.label.get(lang) for one in found]
    scales = [
        alt.Scale(domain=domain, range=[MARKS[one][part] for one in found]) for part in (0, 1)
    ]
    legend = alt.Legend(title=word("category", lang).capitalize())
    return (
        alt.Color("category:N", scale=scales[0], legend=legend),
        alt.Shape("category:N", scale=scales[1], legend=legend),
    )


def _axis(alt: Any, scale: Any, reach: tuple[int, int], count: int, lang: str) -> list[Any]:
    """Draw the axis of time: over the bands, and named on both ends of a long picture.

    It is one of UTC, since local time would move a day in half of the world.
    """
    chosen = [
        {"day": milliseconds(day), "label": label} for day, label in ticks(*reach, lang, _AXIS)
    ]
    base = alt.Chart(alt.Data(values=chosen)).encode(x=alt.X("day:T", scale=scale, axis=None))
    named = [(0, -11), *([("height", 11)] if count > _LONG else [])]
    return [
        base.mark_rule(color="#D5D9E0", aria=False),
        *(
            base.mark_text(color=GREY, dy=dy, aria=False).encode(y=alt.value(y), text="label:N")
            for y, dy in named
        ),
    ]
