"""How the cost of a chronology of a user's own grows with its events."""

from __future__ import annotations

import copy
import datetime as dt
import json
from typing import Any

from environments import ROOT
from inside import probed
from rows import Figure, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from environments import Environments

__all__ = ["ROWS", "SETUP", "SNIPPETS", "STEPS", "measure", "write"]

STEPS = (100, 1_000, 10_000)
#: The days of the events, each of a day of its own until the days are used up.
_FIRST_DAY, _DAYS = dt.date(1990, 3, 11), 13_000
#: Fields that would tie an event to others, or to days that it no longer has.
_TIES = {"part_of", "links", "documents", "order"}
_DATED = {"when", "due", "documents"}

#: What is done in one process, in this order; the shipped dataset is there already.
SETUP = """
import ltnato
base = ltnato.dataset()
ltnato.check()
"""
SNIPPETS = {
    "load": "data = ltnato.load({folder!r}, extends=base)",
    "date query": 'data.events(on="2004-03-29")',
    "text query": 'data.events(text="brigade")',
    "export csv": 'data.export("csv", "grown.csv", force=True)',
    "check": "ltnato.check(data)",
}
#: What ten times the events may cost: ten times as much where all is well, somewhat more where the
#: garbage collector has more to look through, and a hundred times where each is held against each.
_MOST = 30
_SECTION = "Growth: events of one's own beside the shipped ones"
_MEMORY = "Growth of the memory"


def _name(what: str, number: int) -> str:
    return f"{what}, {number:,} events"


def _rows() -> dict[Row, tuple[str, int]]:
    """Give the rows, each with what is done and for how many events."""
    rows = {}
    for what in SNIPPETS:
        for fewer, number in zip((0, *STEPS), STEPS, strict=False):
            row = (
                Row(_SECTION, _name(what, number), f"{fewer:,} events", _MOST)
                if fewer
                else Row(_SECTION, _name(what, number))
            )
            rows[row] = (what, number)
    return rows


_WHAT = _rows()
ROWS = (
    *_WHAT,
    *(Row(_MEMORY, _name("peak memory", number), "", unit="MiB") for number in STEPS),
)


def write(folder: Path, shipped: list[dict[str, Any]], as_of: str, number: int) -> None:
    """Write a dataset of so many events: the shipped ones again and again, each without its ties.

    Args:
        folder: Where to write; it is made.
        shipped: The events that ship, as their file has them.
        as_of: The day up to which the shipped data tell.
        number: How many events to write.
    """
    events = []
    for index in range(number):
        one = copy.deepcopy(shipped[index % len(shipped)])
        for tie in _TIES & one.keys():
            del one[tie]
        one["outcomes"] = [
            {key: value for key, value in each.items() if key not in _DATED}
            for each in one.get("outcomes", ())[:2]
        ]
        day = _FIRST_DAY + dt.timedelta(index % _DAYS)
        title = {lang: f"{text} ({index})" for lang, text in one["title"].items()}
        events.append(one | {"id": f"own-{index}-event", "when": str(day), "title": title})
    info = {
        "name": "grown",
        "version": "1",
        "as_of": as_of,
        "title": {"en": "Grown", "lt": "Didelis"},
        "licence": "CC0-1.0",
    }
    folder.mkdir()
    for name, content in (("dataset", info), ("events", events)):
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def measure(made: Environments, bare: float) -> dict[Row, Figure]:
    """Measure the rows; `bare` is what bare Python takes, in seconds of the processor."""
    data = ROOT / "src" / "ltnato" / "data"
    shipped = json.loads((data / "events.json").read_text(encoding="utf-8"))
    as_of = json.loads((data / "dataset.json").read_text(encoding="utf-8"))["as_of"]
    ran = {}
    for number in STEPS:
        folder = made.folder / f"grown-{number}"
        write(folder, shipped, as_of, number)
        snippets = {what: code.format(folder=str(folder)) for what, code in SNIPPETS.items()}
        ran[number] = probed(made.package, made.folder, SETUP, snippets)
    found = {}
    for row, (what, number) in _WHAT.items():
        taken = {each: ran[each]["snippets"][what]["best"] for each in STEPS}
        processor, elapsed = taken[number]
        fewer = taken[number // 10][0] if number // 10 in taken else bare
        found[row] = Figure(processor, processor / fewer, elapsed)
    for row, number in zip(ROWS[len(found) :], STEPS, strict=True):
        found[row] = Figure(ran[number]["peak"])
    return found
