"""Follow a page of the documentation: run its commands and make its changes."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ltnato.__main__ import main

if TYPE_CHECKING:
    import pytest

__all__ = ["follow"]

_BLOCKS = re.compile(r"^```(console|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def follow(page: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Run each command of a page, and compare what it prints with what the page shows.

    Args:
        page: The page; its blocks are ``console`` for commands and ``diff`` for changes of files.
        capsys: What catches the output.

    Returns:
        How many commands were run.
    """
    status, commands = 0, 0
    for kind, block in _BLOCKS.findall(page.read_text(encoding="utf-8")):
        if kind == "diff":
            _edit(block)
            continue
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = step.partition("\n")
            printed, status = _run(command, status, capsys)
            assert printed.replace("\\", "/") == shown, command
            commands += 1
    return commands


def _run(command: str, status: int, capsys: pytest.CaptureFixture[str]) -> tuple[str, int]:
    """Run a command of a page, and give what it prints and its exit status."""
    if command == "echo $?":
        return f"{status}\n", 0
    program, *arguments = shlex.split(command)
    assert program == "ltnato"
    status = main(arguments)
    printed = capsys.readouterr()
    return printed.out + printed.err, status


def _edit(block: str) -> None:
    """Change a file as a diff tells: lines that go, that come, and around them some that stay.

    A line that goes after one that comes begins another change.  What goes and stays of a change
    stands in the file once, together.
    """
    name, *lines = block.splitlines()
    file = Path(name.removeprefix("--- "))
    text = file.read_text(encoding="utf-8")
    changes: list[list[str]] = [[]]
    for before, line in pairwise([" ", *lines]):
        assert line[0] in "-+ "
        if (before[0], line[0]) == ("+", "-"):
            changes.append([])
        changes[-1].append(line)
    for change in changes:
        old = "".join(f"{line[1:]}\n" for line in change if line[0] != "+")
        assert text.count(old) == 1, old
        text = text.replace(old, "".join(f"{line[1:]}\n" for line in change if line[0] != "-"))
    file.write_text(text, encoding="utf-8", newline="\n")
