"""Exports: one module a format, all of them over the same flat tables."""

from __future__ import annotations

from importlib import import_module

from ltnato._errors import InvalidQueryError
from ltnato._language import language
from ltnato._text import nearest, shorten, suggest

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    from ltnato._models import Event
    from ltnato._tables import Tables

    from ._selection import Selection

    #: Gives the bytes of a file, or those of each file of a folder.
    Encode: TypeAlias = Callable[[Selection, str], bytes | Mapping[str, bytes]]

#: The formats, each with the module that writes it.
FORMATS = {
    "csv": "_csv_file",
    "datapackage": "_data_package",
    "ics": "_ics_file",
    "json": "_json_file",
    "jsonld": "_json_ld",
    "parquet": "_parquet_file",
    "sqlite": "_sqlite_file",
}


def export(
    tables: Tables,
    events: Sequence[Event] | None,
    format: str,
    file: str | os.PathLike[str],
    *,
    lang: str,
    force: bool,
) -> Path:
    """Write events of one's choice, or all records if None, to a file; see `Dataset.export`."""
    encode = encoder(format)
    language(lang)
    from ._files import Target
    from ._selection import Selection

    target = Target(file, force=force)
    return target.write(encode(Selection(tables, events), lang))


def encoder(format: object) -> Encode:
    """Take the name of a format, and give what writes it."""
    if not isinstance(format, str):
        message = f"format takes a text, not {type(format).__name__}"
        raise TypeError(message)
    if format not in FORMATS:
        hint = suggest(nearest(format, FORMATS)) or f"one of {', '.join(FORMATS)}"
        message = f"{shorten(format)} is no format; {hint}"
        raise InvalidQueryError(message)
    encode: Encode = import_module(f"{__name__}.{FORMATS[format]}").encode
    return encode
