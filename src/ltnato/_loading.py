"""Reading a folder of tables: the shipped one on first use, a user's own at once and checked."""

from __future__ import annotations

import os
import threading
from functools import partial
from pathlib import Path

from ._codec import INFO_FILE, NOT_A_TABLE, TABLES, decode, decode_info
from ._errors import InvalidDataError
from ._jsonfile import UNREADABLE
from ._models import Finding
from ._rows import rows
from ._tables import Tables, held
from ._text import nearest, suggest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import Any

    from ._models import DatasetInfo, Record
    from ._rows import Row

_lock = threading.Lock()
_shipped: list[Tables] = []


def _after_fork() -> None:
    """Free what another thread held when the process was forked: it does not live in the child."""
    global _lock  # noqa: PLW0603 - a lock can not be told to be free
    _lock = threading.Lock()
    for tables in _shipped:
        tables.renew_lock()


if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows does not fork
    os.register_at_fork(after_in_child=_after_fork)

#: A JSON file of a folder that is no table: the labels of the vocabularies.
_NO_TABLE = ("vocabulary.json",)


def shipped() -> Tables:
    """Give the tables of the shipped dataset, opened once and decoded table by table."""
    if not _shipped:
        with _lock:
            if not _shipped:
                _shipped.append(_open_shipped())
    return _shipped[0]


def data_folder() -> Traversable:
    """Give the folder of the shipped data, which may lie in a zip file."""
    folder = Path(__file__).with_name("data")
    if folder.is_dir():
        return folder
    from importlib.resources import files

    return files(__name__.partition(".")[0]) / "data"


def _open_shipped() -> Tables:
    """Open the shipped folder; its checks ran before it was shipped."""
    folder = data_folder()
    names = table_files(folder)

    def read(table: str) -> list[Row]:
        found: list[Row] = []
        for name in names.get(table, ()):
            found += rows(table, name, (folder / name).read_bytes())
        return found

    def describe() -> DatasetInfo:
        info, findings = decode_info(INFO_FILE, (folder / INFO_FILE).read_bytes())
        if info is None:
            raise InvalidDataError(findings)
        return info

    return Tables(describe, read, recall=shipped)


def load_folder(folder: str | os.PathLike[str], base: Tables | None) -> Tables:
    """Load a user's folder, or raise with all its faults.

    Args:
        folder: The folder with ``dataset.json`` and the tables.
        base: The tables that it builds on.

    Returns:
        Its tables, all decoded and checked.

    Raises:
        InvalidDataError: There are faults; nothing is loaded.
    """
    from . import _structure

    path = Path(folder)
    findings: list[Finding] = []
    if not path.is_dir():
        raise InvalidDataError([_unreadable(os.fspath(folder), "is no folder")])
    try:
        names = table_files(path)
    except OSError as error:
        raise InvalidDataError([_unreadable(os.fspath(folder), _reason(error))]) from error
    info, faults = _read(path, INFO_FILE, decode_info)
    findings += faults
    findings += _strangers(path, names)
    lost: dict[str, set[str]] = {}
    tables: dict[str, list[tuple[str, Record]]] = {}
    for table, files in names.items():
        for name in files:
            records, faults = _read(path, name, partial(decode, table))
            findings += faults
            tables.setdefault(table, []).extend((name, record) for record in records or ())
            lost.setdefault(table, set()).update(_lost(fault) for fault in faults)
    findings += _structure.check(info, tables, base, lost=lost)
    if findings or info is None:
        raise InvalidDataError(sorted(findings, key=place_of))
    plain = {table: [record for _, record in tables.get(table, ())] for table in TABLES}
    homes = {record.id: name for records in tables.values() for name, record in records}
    return held(info, plain, base, homes)


def _read(path: Path, name: str, take: Any) -> tuple[Any, list[Finding]]:
    """Read a file and take it apart, or say why it can not be read."""
    try:
        raw = (path / name).read_bytes()
    except FileNotFoundError:
        return None, [_unreadable(name, "the file is missing")]
    except OSError as error:
        return None, [_unreadable(name, _reason(error))]
    found: tuple[Any, list[Finding]] = take(name, raw)
    return found


def _unreadable(name: str, message: str) -> Finding:
    return Finding(rule=UNREADABLE, file=name, message=message)


def _reason(error: OSError) -> str:
    return f"can not be read: {error.strerror or type(error).__name__}"


def _lost(fault: Finding) -> str:
    """Give the identifier of the record that a fault made unreadable, an empty text for any."""
    # A fault without a field is that of a file, or of an item that is no record.
    return fault.record or "" if fault.field not in {None, "id"} else ""


def table_files(folder: Traversable) -> dict[str, list[str]]:
    """Give the files of each table: ``events.json``, ``events-1990-2004.json``."""
    names: dict[str, list[str]] = {}
    for one in sorted(item.name for item in folder.iterdir()):
        stem, dot, ending = one.rpartition(".")
        table = stem.partition("-")[0]
        if dot and ending == "json" and table in TABLES:
            names.setdefault(table, []).append(one)
    return {table: names[table] for table in TABLES if table in names}


def _strangers(path: Path, names: dict[str, list[str]]) -> list[Finding]:
    """Report JSON files that would be lost, since they are no table."""
    known = {INFO_FILE, *_NO_TABLE, *(name for files in names.values() for name in files)}
    strangers = sorted(
        one.name
        for one in path.iterdir()
        if one.suffix.lower() == ".json" and one.name not in known
    )
    return [
        Finding(
            rule=NOT_A_TABLE,
            file=name,
            message="is the file of no table",
            hint=suggest(f"{one}.json" for one in nearest(name.rpartition(".")[0], TABLES)) or None,
        )
        for name in strangers
    ]


def place_of(finding: Finding) -> tuple[str, str, str]:
    """Give the key that sorts findings by file, record and field."""
    return (finding.file or "", finding.record or "", finding.field or "")
