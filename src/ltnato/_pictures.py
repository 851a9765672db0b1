"""What pictures have in common: colours and shapes, axes of time, and files that work offline."""

from __future__ import annotations

import html
import json
from datetime import date
from itertools import chain, pairwise
from pathlib import Path

from ._errors import InvalidQueryError
from ._export._files import Target
from ._extras import optional
from ._period import Period
from ._vocabulary import Category

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from typing import Any

#: Far apart in every kind of colour vision (CIE 1976 distance above 30), and dark enough on white.
NAVY, ORANGE, TEAL = "#2E4C7B", "#CE7627", "#3CA199"
VIOLET, BROWN, BLACK = "#9549E4", "#67330F", "#1A1A1A"
GREY, PALE = "#5F6673", "#F2F4F7"

_STAR = (
    "M0,-1.25L.281,-.386L1.189,-.386L.454,.148L.735,1.011L0,.478L-.735,1.011"
    "L-.454,.148L-1.189,-.386L-.281,-.386Z"
)
SALTIRE = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"

#: Of each category the colour, which tells its family, and the shape, which tells it from the
#: others of the family: meetings, acts, bodies and offices, forces, commemorations, violence.
MARKS = {
    Category.SUMMIT: (NAVY, "triangle-up"),
    Category.MINISTERIAL: (NAVY, "square"),
    Category.SESSION: (NAVY, "circle"),
    Category.CONFERENCE: (NAVY, "diamond"),
    Category.VISIT: (NAVY, "cross"),
    Category.ACCESSION: (ORANGE, _STAR),
    Category.AGREEMENT: (ORANGE, "circle"),
    Category.LEGISLATION: (ORANGE, "square"),
    Category.STATEMENT: (ORANGE, "triangle-up"),
    Category.BUDGET: (ORANGE, "diamond"),
    Category.APPOINTMENT: (TEAL, "circle"),
    Category.INSTITUTION: (TEAL, "square"),
    Category.MISSION: (VIOLET, "triangle-up"),
    Category.DEPLOYMENT: (VIOLET, "square"),
    Category.EXERCISE: (VIOLET, "diamond"),
    Category.ANNIVERSARY: (BROWN, _STAR),
    Category.CEREMONY: (BROWN, "circle"),
    Category.INCIDENT: (BLACK, "triangle-up"),
    Category.CONFLICT: (BLACK, SALTIRE),
}

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SIZE = 12
#: Pixels between texts that stand side by side.
_GAP = 10
#: Widths of letters in Arial, in hundredths of its size; of all others together.
_NARROW, _WIDE, _OTHER = "ijlįftrI.,:;'’()[]/ -–„“", "mwMWšŠ@%—", 57
_NARROW_WIDTH, _WIDE_WIDTH, _CAPITAL_WIDTH = 31, 82, 68


def text_width(text: str, size: int = SIZE) -> int:
    """Estimate how wide a text is drawn; a little more rather than too little."""
    hundredths = sum(
        _NARROW_WIDTH
        if char in _NARROW
        else _WIDE_WIDTH
        if char in _WIDE
        else _CAPITAL_WIDTH
        if char.isupper()
        else _OTHER
        for char in text
    )
    return round(hundredths * size / 100) + 2


# --- time --------------------------------------------------------------------------------------


def milliseconds(day: int) -> int:
    """Give the beginning of a day, given as an ordinal, in the count of JavaScript: UTC."""
    return (day - date(1970, 1, 1).toordinal()) * 86_400_000


def ticks(first: int, last: int, lang: str, width: int) -> list[tuple[int, str]]:
    """Choose round days between two, given as ordinals, whose labels fit a width in pixels."""
    for chosen in chain(_years(first, last), _months(first, last, lang)):
        if len(chosen) > 1:  # one alone tells no time
            widest = max(text_width(label) for _, label in chosen)
            closest = min(later - day for (day, _), (later, _) in pairwise(chosen))
            if widest + _GAP <= closest * width / (last - first):
                return chosen
    middle = (first + last) // 2
    return [(middle, Period(date.fromordinal(middle).isoformat()).to_text(lang))]


def _years(first: int, last: int) -> Iterator[list[tuple[int, str]]]:
    """Choose beginnings of years, ever fewer."""
    low, high = date.fromordinal(first).year, date.fromordinal(last).year
    for step in (size * power for power in (1, 10, 100, 1000) for size in (1, 2, 5)):
        years = range(-(-low // step) * step, high + 1, step)
        starts = [(date(max(year, 1), 1, 1).toordinal(), str(year)) for year in years]
        yield [one for one in starts if one[0] >= first]


def _months(first: int, last: int, lang: str) -> Iterator[list[tuple[int, str]]]:
    """Choose beginnings of months, ever fewer."""
    low, high = date.fromordinal(first), date.fromordinal(last)
    for step in (1, 2, 3, 6):
        months = range(low.year * 12 + low.month - 1, high.year * 12 + high.month)
        starts = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
        yield [
            (day.toordinal(), Period(day.isoformat()[:7]).to_text(lang))
            for day in starts
            if day.toordinal() >= first
        ]


# --- files -------------------------------------------------------------------------------------

FORMATS = ("html", "png", "svg")

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
body {{ margin: 1rem; font-family: {font}; color: {black}; background: #fff }}
#vg-tooltip-element {{ font-family: {font}; font-size: 13px; max-width: 44rem }}
#vg-tooltip-element table tr td.key {{ max-width: 9rem; color: {grey}; vertical-align: top }}
#vg-tooltip-element table tr td.value {{
  max-width: 34rem; max-height: none; overflow: visible; white-space: pre-line;
  overflow-wrap: anywhere; vertical-align: top;
}}
</style>
</head>
<body>
<div id="picture"></div>
<script id="spec" type="application/json">{spec}</script>
<script type="module">{bundle}</script>
</body>
</html>
"""
_SNIPPET = """
const spec = JSON.parse(document.getElementById("spec").textContent);
vegaEmbed("#picture", spec, {mode: "vega-lite", renderer: "svg", actions: false});
"""
#: Nothing may be loaded; Vega itself compiles its expressions.
_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'"


def save(
    chart: Any, file: str | os.PathLike[str], *, title: str, lang: str, force: bool = False
) -> Path:
    """Write a chart to a file, as a whole or not at all; the ending of its name says in which form.

    Raises:
        InvalidQueryError: The name ends otherwise.
        FileExistsError: There is something already, and ``force`` is off.
        OSError: The file can not be written.
    """
    form = Path(file).suffix.lower().removeprefix(".")
    if form not in FORMATS:
        message = f"a picture is written to a file .html, .png or .svg, not to {Path(file).name!r}"
        raise InvalidQueryError(message)
    target = Target(file, force=force)
    return target.write(render(chart, form, title=title, lang=lang))


def altair() -> Any:
    """Import altair."""
    return optional("altair", "charts")


def render(chart: Any, form: str, *, title: str, lang: str) -> bytes:
    """Draw a chart as a picture, or as one page that works offline."""
    convert = optional("vl_convert", "charts")
    spec = chart.to_dict()
    version = ".".join(altair().SCHEMA_VERSION.lstrip("v").split(".")[:2])
    if form == "png":
        drawn: bytes = convert.vegalite_to_png(spec, vl_version=version, scale=2)
        return drawn
    if form == "svg":
        svg: str = convert.vegalite_to_svg(spec, vl_version=version)
        return svg.encode()
    # No character of the data can end the script, or begin another element.
    inert = json.dumps(spec).replace("<", "\\u003c").replace(">", "\\u003e")
    page = _PAGE.format(
        lang=lang,
        policy=html.escape(_POLICY),
        title=html.escape(title),
        font=FONT,
        black=BLACK,
        grey=GREY,
        spec=inert,
        bundle=convert.javascript_bundle(snippet=_SNIPPET, vl_version=version),
    )
    return page.encode()
