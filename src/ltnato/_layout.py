"""Laying out a dataset of one's own: a small valid one to edit, with schemas for the editor."""

from __future__ import annotations

import json
from pathlib import Path

from ._codec import TABLES
from ._loading import data_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from importlib.resources.abc import Traversable


def lay_out(folder: str | os.PathLike[str]) -> list[Path]:
    """Lay out a small valid dataset in a folder that is new or empty.

    Args:
        folder: Where to put it; a repository of Git without files counts as empty.

    Returns:
        The files written.

    Raises:
        FileExistsError: There is something already, in the folder or in its place; nothing is
            touched.
        OSError: The folder can not be written.
    """
    path = Path(folder)
    if path.exists() and not path.is_dir():
        message = f"{path} is a file; name a new folder"
        raise FileExistsError(message)
    if path.is_dir() and any(one.name != ".git" for one in path.iterdir()):
        message = f"{path} is not empty; name a new folder"
        raise FileExistsError(message)
    path.mkdir(parents=True, exist_ok=True)
    shipped = data_folder()
    written = [_copy(one, path) for one in _sorted(shipped / "template")]
    written += [_copy(one, path / "schema") for one in _sorted(shipped / "schema")]
    return [*written, _settings(path)]


def _sorted(folder: Traversable) -> list[Traversable]:
    """Give the files of a folder, in the same order on every system."""
    return sorted((one for one in folder.iterdir() if one.is_file()), key=lambda one: one.name)


def _copy(file: Traversable, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    target = folder / file.name
    target.write_bytes(file.read_bytes())
    return target


def _settings(path: Path) -> Path:
    """Tell the editor (VS Code and what reads its settings) which schema belongs to which file."""
    schemas = [
        {
            "fileMatch": [f"/{table}.json", f"/{table}-*.json"],
            "url": f"./schema/{table}.schema.json",
        }
        for table in ("dataset", *TABLES)
    ]
    target = path / ".vscode" / "settings.json"
    target.parent.mkdir()
    target.write_text(json.dumps({"json.schemas": schemas}, indent=2) + "\n", encoding="utf-8")
    return target
