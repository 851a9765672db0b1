"""The records of the shipped files, cut apart at once and decoded one by one when they are needed.

The shipped files are canonical JSON: a record begins and ends on a line of its own, two blanks from
the left, where nothing within a record stands.  So a file is cut without being parsed, and the
first question pays for the records it looks at, not for all that were shipped.
"""

from __future__ import annotations

import json

from ._codec import decode, decode_record, encode
from ._errors import InvalidDataError
from ._jsonfile import NOT_JSON
from ._models import Finding
from ._period import Period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_OPEN, _BETWEEN, _CLOSE = b"[\n  {", b"\n  },\n  {", b"\n  }\n]\n"
#: How the keys begin that are read before the rest; a line within a part stands further right.
_ID, _WHEN, _ORDER = (b'\n    "%b": ' % key for key in (b"id", b"when", b"order"))


class Row:
    """Hold a record as a place in a canonical file, decoded when it is first asked for.

    Args:
        raw: The file.
        begin: Where the lines between the braces of the record begin.
        end: Where they end.
        place: Its table, its file and its place there from 0, for the findings.
    """

    __slots__ = ("_begin", "_decoded", "_end", "_place", "_raw")

    def __init__(self, raw: bytes, begin: int, end: int, place: tuple[str, str, int]) -> None:
        self._raw = raw
        self._begin = begin
        self._end = end
        self._place = place
        self._decoded: tuple[Any, list[Finding]] | None = None

    @property
    def id(self) -> str:
        """Give the identifier."""
        return self._value(_ID)

    @property
    def when(self) -> Period | None:
        """Give the date of an event."""
        written = self._value(_WHEN)
        return Period(written) if written else None

    @property
    def order(self) -> int:
        """Give the place of an event among those of the same day."""
        return int(self._value(_ORDER) or 0)

    def _value(self, key: bytes) -> str:
        """Read a plain value that stands on a line of the record itself, empty if none does."""
        begin = self._raw.find(key, self._begin, self._end)
        if begin < 0:
            return ""
        begin += len(key)
        return self._raw[begin : self._raw.index(b"\n", begin)].decode().strip('",')

    def decode(self) -> tuple[Any, list[Finding]]:
        """Give the record, None if it has faults, and the findings."""
        if self._decoded is None:
            table, file, index = self._place
            try:
                raw = json.loads(b"{%b}" % self._raw[self._begin : self._end])
            except ValueError as error:  # of JSON or of UTF-8
                message = f"record {index + 1} can not be read, counted from its brace: {error}"
                self._decoded = None, [Finding(rule=NOT_JSON, file=file, message=message)]
            else:
                self._decoded = decode_record(table, file, raw, index)
        return self._decoded


def rows(table: str, file: str, raw: bytes) -> list[Row]:
    """Cut a file of a table into its records, and decode none of them.

    Args:
        table: Name of the table.
        file: Name of the file, for the findings.
        raw: Its bytes.

    Returns:
        The rows in the order of the file.

    Raises:
        InvalidDataError: The file is not in the canonical form, and has faults.
    """
    if not (raw.startswith(_OPEN) and raw.endswith(_CLOSE)):
        # As it may be while somebody edits it.
        records, faults = decode(table, file, raw)
        if faults:
            raise InvalidDataError(faults)
        raw = encode(records).encode()
    found: list[Row] = []
    begin, last = len(_OPEN), len(raw) - len(_CLOSE)
    while begin < last:
        end = raw.find(_BETWEEN, begin, last)
        end = last if end < 0 else end
        found.append(Row(raw, begin, end, (table, file, len(found))))
        begin = end + len(_BETWEEN)
    return found


def decoded(found: Iterable[Row]) -> tuple[list[Any], list[Finding]]:
    """Decode rows: give the records without fault, and the findings on the others."""
    pairs = [row.decode() for row in found]
    faults = [fault for _, more in pairs for fault in more]
    return [record for record, _ in pairs if record is not None], faults
