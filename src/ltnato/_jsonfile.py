"""JSON read strictly, with the place of what is wrong, and written in one canonical form."""

from __future__ import annotations

import json
from typing import Any

from ._models import Finding

MAX_FILE = 64 * 1024 * 1024
UNREADABLE, NOT_JSON = "S101", "S102"


class Twice:
    """Stand for the value of a key that an object gives twice."""


def read_json(file: str, raw: bytes) -> tuple[Any, list[Finding]]:  # noqa: PLR0911 - one a fault
    """Read the JSON of a file strictly.

    Args:
        file: Name of the file, for the findings.
        raw: Its bytes.

    Returns:
        The value, None if there is none, and the findings.
    """

    def fault(rule: str, message: str) -> tuple[None, list[Finding]]:
        return None, [Finding(rule=rule, file=file, message=message)]

    if not raw.strip():
        return fault(NOT_JSON, "the file is empty")
    if len(raw) > MAX_FILE:
        return fault(UNREADABLE, f"the file has {len(raw)} bytes, more than {MAX_FILE}")
    if raw.startswith(b"\xef\xbb\xbf"):
        return fault(
            UNREADABLE, "the file starts with a byte-order mark; save it as UTF-8 without one"
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return fault(
            UNREADABLE, f"the file is not UTF-8: byte {raw[error.start]:#04x} in line {line}"
        )
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant), []
    except json.JSONDecodeError as error:
        return fault(
            NOT_JSON, f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        )
    except RecursionError:
        return fault(NOT_JSON, "not readable: nested too deeply")
    except ValueError as error:  # NaN, or a number of thousands of digits
        return fault(NOT_JSON, f"not JSON: {error}")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object, and keep in mind which keys are given twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                made[key] = Twice()
            seen.add(key)
    return made


def _no_constant(name: str) -> None:
    message = f"{name} is no JSON number"
    raise ValueError(message)


def canonical(value: object) -> str:
    """Write canonical JSON: two blanks to indent, letters as they are, a newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
