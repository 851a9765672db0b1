"""The examples of the documentation: which pages there are, and with what each one runs.

A page runs with the group ``test`` unless its first line names another dependency group, whose
tests then run it: ``<!-- runs with: interop -->``.
"""

from __future__ import annotations

import re
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL
from pathlib import Path

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

import ltnato

__all__ = ["FLAGS", "PACKAGE", "PAGES", "ROOT", "group_of", "pages_of", "run", "short"]

ROOT = Path(__file__).parents[1]
# The package as installed: the same test serves a wheel.
PACKAGE = Path(ltnato.__file__).parent
FLAGS = ELLIPSIS | IGNORE_EXCEPTION_DETAIL

PAGES = sorted(
    page
    for page in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *PACKAGE.rglob("*.md"),
    )
    if "_build" not in page.parts
)
_SYBIL = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS)],
    pattern="*.md",
)


def short(path: Path) -> str:
    """Name a page or a module in a test's identifier."""
    return path.relative_to(PACKAGE.parent if PACKAGE in path.parents else ROOT).as_posix()


def group_of(page: Path) -> str:
    """Give the dependency group with which the examples of a page run."""
    first = page.read_text(encoding="utf-8").partition("\n")[0]
    found = re.fullmatch(r"<!-- runs with: (\S+) -->", first)
    return found[1] if found else "test"


def pages_of(group: str) -> list[Path]:
    """Give the pages that run with a dependency group."""
    return [page for page in PAGES if group_of(page) == group]


def run(page: Path) -> int:
    """Run the Python blocks of a page from top to bottom, and count them.

    Raises:
        SybilFailure: An example gives something else than what is printed.
    """
    count = 0
    for example in _SYBIL.parse(page).examples():
        example.evaluate()
        count += 1
    return count
