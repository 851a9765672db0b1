"""Plain JSON values taken as texts, numbers, words and periods, and never as something else.

A number for a text, null for a text and ``"false"`` for a boolean are refused.
"""

from __future__ import annotations

import unicodedata
from typing import TypeVar

from ._jsonfile import NOT_JSON, Twice
from ._period import Period
from ._text import nearest, suggest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from ._vocabulary import Vocabulary

    #: Takes a plain value as a field's type asks; cattrs passes the type too.
    Hook: TypeAlias = Callable[[object, object], Any]

N = TypeVar("N", int, float)

MAX_TEXT = 10_000
_MAX_NUMBER = 2**53

UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, INVALID_VALUE = "S111", "S112", "S113", "S114"


class Fault(ValueError):  # noqa: N818 - a fault of the data, which becomes a finding
    """Carry what is wrong with one value."""

    def __init__(self, rule: str, message: str, value: object = None, hint: str = "") -> None:
        super().__init__(message)
        self.rule, self.value, self.hint = rule, value, hint


def wrong_type(raw: object, expected: str) -> Fault:
    """Word a fault for a value of the wrong type."""
    if isinstance(raw, Twice):
        return Fault(NOT_JSON, "is given twice in the same object")
    if raw is None:
        return Fault(WRONG_TYPE, f"expected {expected}, got null; leave out a field that is empty")
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a text", list: "a list"}
    found = names.get(type(raw), "an object")
    return Fault(WRONG_TYPE, f"expected {expected}, got {found}", raw)


def text(raw: object, _type: object = None) -> str:
    """Take a text, and only one that can be stored, shown and compared."""
    if type(raw) is not str:
        raise wrong_type(raw, "a text")
    if not raw:
        raise Fault(INVALID_VALUE, "is empty; leave out a field that is empty", raw)
    if len(raw) > MAX_TEXT:
        raise Fault(INVALID_VALUE, f"has {len(raw)} characters, more than {MAX_TEXT}", raw)
    if not raw.isprintable():
        for char in raw:
            if unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}:
                raise Fault(
                    INVALID_VALUE, f"holds the character U+{ord(char):04X}, which is no text", raw
                )
    return raw


def integer(raw: object, _type: object = None) -> int:
    """Take a whole number."""
    if type(raw) is not int:
        raise wrong_type(raw, "a whole number")
    return _sized(raw)


def number(raw: object, _type: object = None) -> float:
    """Take a number as it is written: 2 stays 2, and 2.5 stays 2.5."""
    if type(raw) is not int and type(raw) is not float:
        raise wrong_type(raw, "a number")
    return _sized(raw)


def _sized(raw: N) -> N:
    """Take a number that every reader of JSON takes as it is written; 1e999 is read as infinite."""
    if abs(raw) > _MAX_NUMBER:
        raise Fault(INVALID_VALUE, "is too large a number", raw)
    return raw


def boolean(raw: object, _type: object = None) -> bool:
    """Take true or false."""
    if type(raw) is not bool:
        raise wrong_type(raw, "true or false")
    return raw


def period(raw: object, _type: object = None) -> Period:
    """Take a period in its text form."""
    if type(raw) is not str:
        raise wrong_type(raw, "a date in EDTF")
    return Period(raw[:MAX_TEXT])  # refused like the whole, only sooner


def word(kind: type[Vocabulary]) -> Hook:
    """Take a word of a vocabulary."""
    words = {member.value: member for member in kind}

    def structure(raw: object, _type: object = None) -> Vocabulary:
        if type(raw) is not str:
            raise wrong_type(raw, "a text")
        if raw not in words:
            raise Fault(INVALID_VALUE, f"is no {kind.__name__}", raw, suggest(nearest(raw, words)))
        return words[raw]

    return structure
