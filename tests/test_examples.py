"""Every example runs: in README, in docs and in docstrings."""

from __future__ import annotations

import re
import shlex
from doctest import OutputChecker
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser

from examples import FLAGS, PACKAGE, PAGES, ROOT, group_of, pages_of, run, short
from ltnato.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

MODULES = sorted(PACKAGE.rglob("*.py"))
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=FLAGS)],
    pattern="*.py",
    document_types={".py": PythonDocStringDocument},
)
#: The pages of which each command is run; test_own_chronology.py runs those of its own.
COMMANDS = [
    ROOT / "docs" / "guides" / f"{name}.md"
    for name in ("ask", "calendar", "frames-and-files", "lietuviskai", "time-travel")
]


@pytest.mark.parametrize("page", pages_of("test"), ids=short)
def test_examples_on_pages(page: Path) -> None:
    """The Python blocks of a page run from top to bottom and give what is printed."""
    run(page)


def test_other_pages_are_run_elsewhere() -> None:
    """A page that asks for another group names one whose tests run it."""
    for page in PAGES:
        group = group_of(page)
        tests = ROOT / "tests" / group / f"test_{group}_pages.py"
        assert group == "test" or f'pages_of("{group}")' in tests.read_text(encoding="utf-8"), page


@pytest.mark.parametrize("page", COMMANDS, ids=short)
def test_commands_on_pages(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The commands of a page print what it shows below them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = step.partition("\n")
            program, *arguments = shlex.split(command)
            assert program == "ltnato"
            main(arguments)
            printed = "".join(capsys.readouterr())
            assert OutputChecker().check_output(shown, printed, FLAGS), printed


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_examples_in_docstrings(module: Path) -> None:
    """The examples in the docstrings of a module give what is printed."""
    for example in DOCSTRINGS.parse(module).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_code_blocks_are_run(page: Path) -> None:
    """Python stands only in blocks that the tests run, never in one they would pass over."""
    languages = re.findall(
        r"^ *(?:```+|~~~+) *(\S*)", page.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert not {"pycon", "py", "python3", "ipython"} & {name.lower() for name in languages}
