"""The events that are known to the day as a calendar."""

from __future__ import annotations

from ltnato._calendar import to_ics
from ltnato._models import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._selection import Selection


def encode(chosen: Selection, lang: str) -> bytes:
    """Write the calendar."""
    return to_ics(chosen.of(Event), chosen.tables, lang=lang)
