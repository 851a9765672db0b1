"""Kinds of corruption of a dataset, each with the rule that must catch it.

A kind is a function of a random generator and of the plain JSON of all files by their stems.  It
takes its place at random among all where the corruption is one, changes the JSON there, and says
what it did and which records the finding may name.  Where a rule rightly can not see a corruption,
because nothing sure is recorded there, a remark says why the place is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


__all__ = ["KINDS", "UNSEEN", "Kind", "NoPlaceError", "Spot", "Tables"]


T = TypeVar("T")


Plain: TypeAlias = dict[str, Any]


#: The content of each file by its stem; bytes are written as they are.
Tables: TypeAlias = dict[str, Any]


class Spot(NamedTuple):
    """Hold what was changed, and the records of which one must be found.

    A file that is no longer read, or is not canonical, has findings without a record.
    """

    told: str
    records: frozenset[str | None]


Change: TypeAlias = "Callable[[random.Random, Tables], Spot]"


class Kind(NamedTuple):
    """Hold a kind of corruption: the rule that must catch it, how it is done, how often tried."""

    code: str
    change: Change
    tries: int


KINDS: dict[str, Kind] = {}


#: Kinds that no rule can see, each with the reason.
UNSEEN: dict[str, tuple[str, Change]] = {}


TRIES = 2


class NoPlaceError(Exception):
    """Say that the data hold no place where a corruption of a kind would be one."""


def kind(code: str) -> Callable[[Change], Change]:
    """Add a function to the kinds, under its own name."""

    def add(change: Change) -> Change:
        KINDS[change.__name__.replace("_", "-")] = Kind(code, change, TRIES)
        return change

    return add


def unseen(reason: str) -> Callable[[Change], Change]:
    """Add a function to the kinds that no rule can see."""

    def add(change: Change) -> Change:
        UNSEEN[change.__name__.replace("_", "-")] = (reason, change)
        return change

    return add
