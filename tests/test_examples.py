"""Every example runs: in README, in docs and in docstrings."""

from __future__ import annotations

import re
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.myst import PythonCodeBlockParser

import ltnato

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
MODULES = sorted(PACKAGE.rglob("*.py"))
SYBIL = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS)],
    pattern="*.md",
)
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=FLAGS)],
    pattern="*.py",
    document_types={".py": PythonDocStringDocument},
)


def _short(path: Path) -> str:
    return path.relative_to(PACKAGE.parent if PACKAGE in path.parents else ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_short)
def test_examples_on_pages(page: Path) -> None:
    """The Python blocks of a page run from top to bottom and give what is printed."""
    for example in SYBIL.parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("module", MODULES, ids=_short)
def test_examples_in_docstrings(module: Path) -> None:
    """The examples in the docstrings of a module give what is printed."""
    for example in DOCSTRINGS.parse(module).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=_short)
def test_code_blocks_are_run(page: Path) -> None:
    """Python stands only in blocks that the tests run, never in one they would pass over."""
    languages = re.findall(
        r"^ *(?:```+|~~~+) *(\S*)", page.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert not {"pycon", "py", "python3", "ipython"} & {name.lower() for name in languages}
