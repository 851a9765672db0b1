"""Measure what a user waits for: `uv run python tests/benchmarks/bench.py [--check]`.

The package is built and installed into an environment of its own, with all bytecode compiled, since
that is what a user runs: an editable install, or a machine set to write no bytecode, would measure
the compiler. Processes are compared in pairs, one right after the other and in alternating order,
and the median of the ratios counts, so that whatever else the machine does hits both sides.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
NOTHING = "pass"
DEPENDENCIES = "import attrs, cattrs, pendulum"
IMPORT = "import ltnato"
QUERY = 'ltnato.events(on="2004-03-29", actor="lithuania")'
ANSWER = f"{IMPORT}; {QUERY}"
WARM = f"""
import timeit
{ANSWER}
print(min(timeit.repeat(%r, "import ltnato", number=200, repeat=5)) / 200 * 1e6)
"""
#: Questions asked again and again, with the microseconds that one may take.
WARM_QUERIES = {
    QUERY: 150,
    'ltnato.events(capacity="president-of-lithuania", role="signatory")': 300,
    'ltnato.events(text="brigade")': 300,
    'ltnato.members("nato", on="2004-03-29")': 300,
    'ltnato.holders("president-of-lithuania", on="2004-03-29")': 300,
    'ltnato.relations(object="baltic-air-policing", on="2015")': 300,
    'ltnato.observations("defence-expenditure-share", actor="lithuania")': 300,
    'ltnato.snapshot("2016-07-08")': 2000,
}
# ru_maxrss, where it must do, is in bytes on macOS; on Linux it starts from the peak of the parent.
PEAK = f"""
{ANSWER}
import os
if os.path.exists("/proc/self/status"):
    with open("/proc/self/status") as lines:
        print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024)
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2)
"""
CHECK = """
import ltnato, time
def taken():
    begin = time.perf_counter()
    ltnato.check()
    return (time.perf_counter() - begin) * 1e3
"""
FIRST_CHECK = f"{CHECK}\nprint(taken())"
WARM_CHECK = f"{CHECK}\ntaken()\nprint(min(taken() for _ in range(5)))"
#: Events of a user's own: those that ship, again and again, each of a day of its own and without
#: its ties, so that as many days, texts and citations are checked as the number says.
GROWN_CHECK = """
import datetime, json, pathlib, tempfile, time
import ltnato
from ltnato._codec import unstructure
shipped = [unstructure(one) for one in ltnato.events()]
for one in shipped:
    for tie in ("part_of", "links", "documents", "order"):
        one.pop(tie, None)
    one["outcomes"] = [
        {key: value for key, value in each.items() if key not in ("when", "due", "documents")}
        for each in one.get("outcomes", ())
    ][:2]
first = datetime.date(1990, 3, 11).toordinal()
events = []
for number in range(%d):
    day = datetime.date.fromordinal(first + number %% 13000)
    one = {**shipped[number %% len(shipped)], "id": f"own-{number}-event", "when": str(day)}
    events.append(one)
with tempfile.TemporaryDirectory() as folder:
    at = pathlib.Path(folder)
    info = {"name": "grown", "version": "1", "as_of": str(ltnato.dataset().as_of),
            "title": {"en": "Grown", "lt": "Didelis"}, "licence": "CC0-1.0"}
    (at / "dataset.json").write_text(json.dumps(info), encoding="utf-8")
    (at / "events.json").write_text(json.dumps(events), encoding="utf-8")
    data = ltnato.load(at, extends=ltnato.dataset())
begin = time.perf_counter()
ltnato.check(data)
print((time.perf_counter() - begin) * 1e3)
"""


class Installed:
    """The package as a user has it, in a folder that is thrown away."""

    def __init__(self, folder: Path, rounds: int) -> None:
        """Build the wheel and install it."""
        self.folder = folder
        self.rounds = rounds
        env = folder / "env"
        self.python = env / ("Scripts" if os.name == "nt" else "bin") / "python"
        # Not uv's environments: they import a module of their own at every start.
        _run(sys.executable, "-m", "venv", "--without-pip", env)
        uv = [os.environ["UV"]] if "UV" in os.environ else [sys.executable, "-m", "uv"]
        _run(*uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
        (self.wheel,) = folder.glob("*.whl")
        _run(*uv, "pip", "install", "--quiet", "--compile-bytecode", "-p", self.python, self.wheel)

    def output(self, code: str) -> str:
        """Run code in a fresh process and give what it prints."""
        return _run(self.python, "-I", "-c", code, cwd=self.folder)

    def figure(self, code: str) -> float:
        """Give the median of the numbers that the code prints, each in a fresh process."""
        return statistics.median(float(self.output(code)) for _ in range(5))

    def ratio(self, code: str, base: str) -> float:
        """Give how much longer one process takes than another, from start to end."""
        ratios = []
        for turn in range(-1, self.rounds):
            pair = (code, base) if turn % 2 else (base, code)
            taken = {each: self._seconds(each) for each in pair}
            if turn >= 0:  # the first pair warms the disk cache
                ratios.append(taken[code] / taken[base])
        return statistics.median(ratios)

    def _seconds(self, code: str) -> float:
        begin = time.perf_counter()
        self.output(code)
        return time.perf_counter() - begin


@dataclass(frozen=True)
class Row:
    """One line of the table; no budget means that the figure is only watched."""

    what: str
    unit: str
    budget: float | None
    measure: Callable[[Installed], float]


def _warm(package: Installed, query: str) -> float:
    """Give how many microseconds a question takes that was asked before."""
    return package.figure(WARM % query)


def _grown(package: Installed, number: int) -> float:
    """Give how long the check of a number of events takes, the dataset loaded."""
    return float(package.output(GROWN_CHECK % number))


ROWS = (
    Row(
        "import ltnato, over a bare interpreter",
        "x",
        1.3,
        lambda package: package.ratio(IMPORT, NOTHING),
    ),
    Row(
        "start to first answer, over importing the dependencies",
        "x",
        1.3,
        lambda package: package.ratio(ANSWER, DEPENDENCIES),
    ),
    *(
        Row(query.replace("ltnato.", "warm "), "us", budget, partial(_warm, query=query))
        for query, budget in WARM_QUERIES.items()
    ),
    Row("peak memory of a first answer", "MiB", 25, lambda package: package.figure(PEAK)),
    Row("first check of the shipped data", "ms", None, lambda package: package.figure(FIRST_CHECK)),
    Row("warm check of the shipped data", "ms", 250, lambda package: package.figure(WARM_CHECK)),
    *(
        Row(
            f"check of {number:,} events more",
            "ms",
            None,
            partial(_grown, number=number),
        )
        for number in (100, 1_000, 10_000)
    ),
    Row("wheel", "KiB", 700, lambda package: package.wheel.stat().st_size / 1024),
)


def _run(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="pairs of processes a ratio")
    parser.add_argument("--check", action="store_true", help="exit 1 if a budget is exceeded")
    options = parser.parse_args()
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        package = Installed(Path(folder), options.rounds)
        width = max(len(row.what) for row in ROWS)
        print(f"{'':{width}}  {'figure':>8}  {'budget':>8}")
        for row in ROWS:
            figure = row.measure(package)
            verdict = "" if row.budget is None else "ok" if figure <= row.budget else "over"
            over += verdict == "over"
            budget = "" if row.budget is None else f"{row.budget:8.4g}"
            print(
                f"{row.what:{width}}  {figure:8.2f}  {budget:8}  {row.unit:3}  {verdict}".rstrip()
            )
    return int(options.check and over > 0)


if __name__ == "__main__":
    sys.exit(main())
