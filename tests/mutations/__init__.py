"""Kinds of corruption of a dataset, each with the rule that must catch it."""

from . import (  # noqa: F401 - each adds its kinds
    counts,
    dates,
    order,
    people,
    references,
    sources,
    structure,
    text,
    unseen,
    use,
)
from ._kinds import KINDS, UNSEEN, Kind, NoPlaceError, Spot, Tables

__all__ = ["KINDS", "UNSEEN", "Kind", "NoPlaceError", "Spot", "Tables"]
