"""Findings as a curator, a program or a pull request reads them."""

from __future__ import annotations

from collections import Counter

from ._codec import unstructure
from ._vocabulary import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from ._models import Finding

#: From the gravest on.
GRAVITY = tuple(Severity)
#: What GitHub calls each severity in an annotation.
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def at_least(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    """Keep the findings of a severity, and of graver ones."""
    grave = GRAVITY[: GRAVITY.index(severity) + 1]
    return [one for one in findings if one.severity in grave]


def as_text(findings: Sequence[Finding], names: Mapping[str, str]) -> str:
    """Word findings grouped by file and record, and sum them up."""
    lines: list[str] = []
    place: tuple[str | None, str | None] | None = None
    for one in findings:
        if (one.file, one.record) != place:
            place = (one.file, one.record)
            lines.append(": ".join(part for part in place if part) or "the dataset")
        called = f"{one.rule} {names.get(one.rule, '')}".rstrip()
        said = " ".join(part for part in (one.field, one.value) if part)
        lines.append(f"  {one.severity} {called}: {said}{': ' if said else ''}{one.message}")
        if one.hint:
            lines.append(f"    {one.hint}")
    counts = Counter(one.severity for one in findings)
    told = ", ".join(_counted(counts[each], each) for each in GRAVITY if counts[each])
    return "\n".join([*lines, told or "nothing found"])


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity}{'' if count == 1 else 's'}"


def plain(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Give findings as plain values, every field of each, None where it says nothing."""
    fields = ("rule", "severity", "file", "record", "field", "value", "message", "hint")
    return [
        dict.fromkeys(fields) | unstructure(one) | {"severity": one.severity} for one in findings
    ]


def as_github(findings: Sequence[Finding], names: Mapping[str, str], folder: Path) -> str:
    """Write findings as annotations of a pull request, one a line."""
    lines = []
    texts: dict[str, list[str]] = {}
    for one in findings:
        title = f"{one.rule} {names.get(one.rule, '')}".rstrip()
        given = {"file": None, "line": None, "title": title}
        if one.file is not None:
            path = folder / one.file
            if one.file not in texts:
                texts[one.file] = _lines(path)
            given |= {"file": path.as_posix(), "line": str(_line(texts[one.file], one.record))}
        shown = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in given.items() if value)
        said = " ".join(part for part in (one.record, one.field, one.value) if part)
        message = f"{said}{': ' if said else ''}{one.message}{f' ({one.hint})' if one.hint else ''}"
        lines.append(f"::{_LEVELS[one.severity]} {shown}::{_escaped(message)}")
    return "\n".join(lines)


def _lines(path: Path) -> list[str]:
    """Read the lines of a file that may not be readable at all."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _line(lines: list[str], record: str | None) -> int:
    """Find the line in which a record begins, the first where it is not found."""
    sought = f'"id": "{record}"'
    return next((number for number, line in enumerate(lines, 1) if sought in line), 1)


def _escaped(text: str, more: str = "") -> str:
    """Escape what an annotation would take as its own sign."""
    for char in ("%", "\r", "\n", *more):
        text = text.replace(char, f"%{ord(char):02X}")
    return text
