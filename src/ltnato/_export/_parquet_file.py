"""The events as a table of Parquet, lists and dates as such."""

from __future__ import annotations

import io

from ltnato._extras import optional

from ._columns import events_table
from ._frames import to_arrow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._selection import Selection


def encode(chosen: Selection, _lang: str) -> bytes:
    """Write the table of events."""
    optional("pyarrow", "arrow")
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(to_arrow(events_table(chosen)), out)
    return out.getvalue()
