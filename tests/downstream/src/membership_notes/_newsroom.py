"""The newsroom's own events, kept beside the code and built on the shipped dataset."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike


class Refused(Exception):  # noqa: N818 - reads better where it is caught
    """Say, line by line, why a folder can not be used."""


def newsroom() -> ltnato.Dataset:
    """Load the newsroom's events, from wherever this package lies."""
    with tempfile.TemporaryDirectory() as folder:
        for one in (files(__package__ or "") / "newsroom").iterdir():
            Path(folder, one.name).write_bytes(one.read_bytes())
        return open_folder(folder)


def open_folder(folder: str | PathLike[str]) -> ltnato.Dataset:
    """Load a folder on top of the shipped dataset."""
    try:
        return ltnato.load(folder, extends=ltnato.dataset())
    except ltnato.InvalidDataError as error:
        raise Refused("\n".join(_line(one) for one in error.findings)) from error


def _line(finding: ltnato.Finding) -> str:
    where = finding.file or "the dataset"
    match finding.severity:
        case ltnato.Severity.ERROR:
            return f"{where} must change: {finding.message}"
        case ltnato.Severity.WARNING | ltnato.Severity.NOTE:
            return f"{where} may change: {finding.message}"


def _one_source(data: ltnato.Dataset) -> Iterator[ltnato.Finding]:
    for event in data.events():
        if len({citation.source for citation in event.citations}) == 1:
            yield ltnato.Finding(record=event.id, field="citations", message="is told by one")


ONE_SOURCE = ltnato.Rule(
    code="N1",
    name="one-source",
    family="newsroom",
    severity=ltnato.Severity.NOTE,
    reason="We print what two sources tell.",
    run=_one_source,
)


def faults(target: ltnato.Dataset | str | PathLike[str]) -> dict[str, list[str]]:
    """Check by the rules that ship and by ours; give the messages by the reason of the rule."""
    reasons = {rule.code: rule.reason for rule in (*ltnato.rules(), ONE_SOURCE)}
    extends = None if isinstance(target, ltnato.Dataset) else ltnato.dataset()
    told: dict[str, list[str]] = {}
    for finding in ltnato.check(target, extends=extends, rules=[ONE_SOURCE]):
        told.setdefault(reasons[finding.rule], []).append(str(finding))
    return told
