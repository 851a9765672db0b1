"""Notes for an editor: who was in office, and what had been pledged, on a day that a text names."""

from ._newsroom import ONE_SOURCE, Refused, faults, newsroom, open_folder
from ._notes import Note, annotate, headline, in_short, standing, verdict

__all__ = [
    "ONE_SOURCE",
    "Note",
    "Refused",
    "annotate",
    "faults",
    "headline",
    "in_short",
    "newsroom",
    "open_folder",
    "standing",
    "verdict",
]
