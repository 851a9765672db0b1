"""Measure what a user waits for: `python tests/benchmarks/bench.py [--check] [--markdown]`.

One run prints all of it: starting, asking, loading, checking and writing, growth, and the peers
beside it.  `processes.py` tells how a ratio is taken, `environments.py` what is installed, and the
other modules what is done.  It needs uv and, the first time, a package index.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
from pathlib import Path

import growth
import inside
import starts
from environments import ROOT, Environments
from rows import BARE, as_markdown, as_text, over_budget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rows import Measured

__all__ = ["PAGE", "ROWS", "framed", "main"]

ROWS = (*starts.ROWS, *inside.ROWS, *growth.ROWS)
PAGE = ROOT / "docs" / "speed.md"
#: Between these lines of the page stands what a run has written.
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
#: Processes that are asked the same inside, at most.
_PROCESSES = 5


def measure(folder: Path, rounds: int, *, peers: bool) -> Measured:
    """Measure all rows, in their order."""
    made = Environments(folder)
    began = starts.measure(made, rounds, peers=peers)
    bare = next(figure.amount for row, figure in began.items() if row.what == BARE)
    return began | inside.measure(made, min(rounds, _PROCESSES), bare) | growth.measure(made, bare)


def framed(page: str, measured: Measured, rounds: int) -> str:
    """Put tables, date and conditions between the two lines of a page that wait for them."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        message = f"the page has no lines {_BEGIN} and {_END}"
        raise ValueError(message)
    return f"{before}{begin}\n\n{_conditions(rounds)}\n\n{as_markdown(measured)}\n\n{end}{after}"


def _conditions(rounds: int) -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.system()} on {platform.machine()} with {os.cpu_count()} cores"
    today = dt.date.today().isoformat()
    return f"Measured on {today} with {python}, {machine}; rounds: {rounds}."


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--rounds", type=int, default=15, help="rounds of processes, 15 if not told"
    )
    parser.add_argument("--check", action="store_true", help="exit 1 if a budget is exceeded")
    parser.add_argument(
        "--markdown", action="store_true", help="write the tables into docs/speed.md"
    )
    parser.add_argument("--no-peers", action="store_true", help="install and measure no peers")
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("--rounds takes 1 or more")
    if options.markdown and options.no_peers:
        parser.error("--markdown writes the rows of the peers too")
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), options.rounds, peers=not options.no_peers)
    print(as_text(measured))
    print(f"\n{_conditions(options.rounds)}")
    if options.markdown:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(framed(page, measured, options.rounds), encoding="utf-8")
    return int(options.check and any(over_budget(*one) for one in measured.items()))


if __name__ == "__main__":
    sys.exit(main())
