"""The canonical form of the files of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ltnato._codec import TABLES, encode
from ltnato._loading import load_folder, table_files

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from ltnato._dataset import Dataset
    from ltnato._tables import Tables

__all__ = ["forms", "rewrite"]


def forms(folder: Path, tables: Tables) -> Iterator[tuple[str, str, str]]:
    """Give the files that are not in the canonical form.

    Args:
        folder: The folder.
        tables: What it holds.

    Yields:
        The name of the file, the text that it has, and that which it should have.
    """
    records = {one.id: one for kind in TABLES.values() for one in tables.own(kind)}
    by_file: dict[str, list[str]] = {}
    for identifier, file in tables.files.items():
        by_file.setdefault(file, []).append(identifier)
    for name in (name for names in table_files(folder).values() for name in names):
        found = (folder / name).read_bytes().decode()
        canonical = encode(records[one] for one in by_file.get(name, ()))
        if found != canonical:
            yield name, found, canonical


def rewrite(folder: str | os.PathLike[str], extends: Dataset | None) -> list[str]:
    """Write the files of a folder in the canonical form.

    Args:
        folder: The folder.
        extends: The dataset on which it builds, if any.

    Returns:
        The names of the files that had another form.

    Raises:
        InvalidDataError: The folder does not load; no file is touched.
    """
    at = Path(folder)
    base = extends._tables if extends is not None else None
    other = list(forms(at, load_folder(folder, base)))
    for name, _, canonical in other:
        (at / name).write_text(canonical, encoding="utf-8", newline="\n")
    return [name for name, _, _ in other]
