"""What a user waits for inside a process: questions, loading, checking, and the memory held."""

from __future__ import annotations

import json
import statistics
from operator import truediv
from pathlib import Path

from processes import output
from rows import BARE, Figure, Row
from starts import FIRST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypedDict

    from environments import Environments

    class Taken(TypedDict):
        """Seconds that a snippet took, of the processor and on the clock."""

        first: list[float]
        best: list[float]

    class Probed(TypedDict):
        """What the probe prints."""

        snippets: dict[str, Taken]
        peak: float


__all__ = ["FRAMES", "FRAMES_SETUP", "LIBRARY", "QUESTIONS", "ROWS", "measure", "probed"]

PROBE = Path(__file__).with_name("probe.py")

#: Questions that a session asks again and again, each with the microseconds that it may take.
QUESTIONS = {
    'events(on="2004-03-29")': 150,
    'events(actor="lithuania")': 300,
    'events(on="2004-03-29", actor="lithuania")': 150,
    'events(capacity="president-of-lithuania", role="signatory")': 300,
    'events(text="brigade")': 300,
    'on_this_day("03-29")': 300,
    'participations(event="prague-summit-2002", role="invitee")': 300,
    'outcomes(kind="invitation", on="2002-11-21")': 300,
    'documents(in_force="2004-03-29")': 300,
    'members("nato", on="2004-03-29")': 300,
    'holders("president-of-lithuania", on="2004-03-29")': 300,
    'relations(object="baltic-air-policing", on="2015")': 300,
    'observations("defence-expenditure-share", actor="lithuania")': 300,
    "fulfilments()": None,
    'snapshot("2016-07-08")': 2000,
    'show("lithuania-joins-nato")': None,
    'cite("lithuania-joins-nato")': None,
}
#: The same question put to the package and to data frames that were made of the same table
#: before, with days and conditions at hand.
FRAMES_SETUP = """
import datetime, ltnato, pandas, polars
found = ltnato.events()
of_pandas = found.to_pandas()
of_polars = found.to_polars()
stamp = pandas.Timestamp("2004-03-29")
day = datetime.date(2004, 3, 29)
starts, ends = of_pandas["start_date"], of_pandas["end_date"]
condition = (polars.col("start_date") <= day) & (polars.col("end_date") >= day)
"""
LIBRARY = 'events(on="2004-03-29")'
FRAMES = {
    "filter of pandas": "of_pandas[(starts <= stamp) & (ends >= stamp)]",
    "filter of polars": "of_polars.filter(condition)",
}
#: A folder as a user has one: here the shipped data themselves.
FOLDER = """
import ltnato
from importlib.resources import files
folder = str(files("ltnato") / "data")
"""
_LOAD, _CHECK, _AGAIN = "load(folder)", "check()", "again"
_PEAK, _WHEEL = "peak memory of a first answer", "wheel"
_WARM, _SAME, _WHOLE, _SIZE = (
    "Questions asked again in one process",
    "The same question on the same table",
    "Loading and checking the shipped data, in a running process",
    "Size",
)
ROWS = (
    *(Row(_WARM, question, most=most, unit="µs") for question, most in QUESTIONS.items()),
    *(Row(_SAME, LIBRARY, frame, most=1) for frame in FRAMES),
    *(Row(_SAME, frame, LIBRARY) for frame in FRAMES),
    Row(_WHOLE, _LOAD),
    Row(_WHOLE, f"{_LOAD} {_AGAIN}"),
    Row(_WHOLE, _CHECK),
    Row(_WHOLE, f"{_CHECK} {_AGAIN}", most=250, unit="ms"),
    Row(_SIZE, _PEAK, "", most=25, unit="MiB"),
    Row(_SIZE, _WHEEL, "", most=700, unit="KiB"),
)


def probed(python: Path, folder: Path, setup: str, snippets: dict[str, str]) -> Probed:
    """Run the probe once: the snippets, in their order, in one process."""
    asked = json.dumps({"setup": setup, "snippets": snippets})
    found: Probed = json.loads(output((python, "-I", PROBE, asked), folder))
    return found


def measure(made: Environments, processes: int, bare: float) -> dict[Row, Figure]:
    """Measure the rows.

    Args:
        made: The environments.
        processes: How many processes are asked the same; the median counts.
        bare: What bare Python takes, in seconds of the processor.

    Returns:
        A figure a row.
    """

    def taken(setup: str, *snippets: str) -> list[Probed]:
        asked = {snippet: f"ltnato.{snippet}" for snippet in snippets}
        return [probed(made.package, made.folder, setup, asked) for _ in range(processes)]

    answers = taken(FIRST, *QUESTIONS)
    seconds = {question: _middle(answers, question, "best") for question in QUESTIONS}
    for name in (_LOAD, _CHECK):
        found = taken(FOLDER, name)
        seconds[name] = _middle(found, name, "first")
        seconds[f"{name} {_AGAIN}"] = _middle(found, name, "best")
    figures = _beside(made, processes)
    for what, (processor, elapsed) in seconds.items():
        figures[what, BARE] = Figure(processor, processor / bare, elapsed)
    figures[_PEAK, ""] = Figure(statistics.median(one["peak"] for one in taken(FIRST)))
    figures[_WHEEL, ""] = Figure(made.wheel.stat().st_size / 1024)
    return {row: figures[row.what, row.over] for row in ROWS}


def _middle(found: list[Probed], name: str, which: Literal["first", "best"]) -> list[float]:
    """Give the medians of what a snippet took, of the processor and on the clock."""
    taken = [one["snippets"][name][which] for one in found]
    return [statistics.median(each) for each in zip(*taken, strict=True)]


def _beside(made: Environments, processes: int) -> dict[tuple[str, str], Figure]:
    """Ask the package and the frames the same in one process, and compare by the clock.

    polars may work in several threads, whose times the processor's time would add up.
    """
    snippets = {LIBRARY: f"ltnato.{LIBRARY}", **FRAMES}
    found = [probed(made.extras, made.folder, FRAMES_SETUP, snippets) for _ in range(processes)]
    best = {name: [one["snippets"][name]["best"][1] for one in found] for name in snippets}
    ratios = {
        (what, over): statistics.median(map(truediv, best[what], best[over]))
        for what in snippets
        for over in snippets
    }
    taken = {name: _middle(found, name, "best") for name in snippets}
    return {
        pair: Figure(taken[pair[0]][0], ratio, taken[pair[0]][1]) for pair, ratio in ratios.items()
    }
