"""The records in the form of the data files, all tables in one object."""

from __future__ import annotations

from ltnato._codec import TABLES, file_order, unstructure
from ltnato._jsonfile import canonical

from ._flat import require_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ._selection import Selection


def encode(chosen: Selection, _lang: str) -> bytes:
    """Write the description of the dataset and the records of each table."""
    return canonical(plain(chosen)).encode()


def plain(chosen: Selection) -> dict[str, Any]:
    """Give the description and the records as plain values, all of whose texts can be carried."""
    found: dict[str, Any] = {"dataset": unstructure(chosen.info)}
    for table, kind in TABLES.items():
        found[table] = [unstructure(one) for one in sorted(chosen.of(kind), key=file_order)]
    for table, held in found.items():
        for one in held if isinstance(held, list) else [held]:
            for path, text in _texts(one, ""):
                require_text(text, one.get("id", table), path)
    return found


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Give every text of a plain value with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{index + 1}]")
