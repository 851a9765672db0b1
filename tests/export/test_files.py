"""Writing: as a whole or not at all, and nothing that is there is lost."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from ltnato._export import _files
from ltnato._export._files import Target

PACKAGE = {"datapackage.json": b"{}", "events.csv": b"event_id\r\n"}


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every write stop half-way."""

    def write(path: Path, raw: bytes) -> None:
        path.write_bytes(raw[: len(raw) // 2])
        raise KeyboardInterrupt

    monkeypatch.setattr(_files, "_write", write)


def content(folder: Path) -> dict[str, bytes]:
    """Give every file in a folder."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


def names(folder: Path) -> list[str]:
    """Name what is in a folder."""
    return sorted(one.name for one in folder.iterdir())


def put(file: Path, raw: bytes | dict[str, bytes], *, force: bool = False) -> Path:
    """Write something."""
    return Target(file, force=force).write(raw)


def test_file(tmp_path: Path) -> None:
    """A file is written, and nothing besides."""
    assert put(tmp_path / "a.csv", b"new") == tmp_path / "a.csv"
    assert content(tmp_path) == {"a.csv": b"new"}


def test_folder(tmp_path: Path) -> None:
    """So is a folder."""
    put(tmp_path / "a", PACKAGE)
    assert content(tmp_path / "a") == PACKAGE
    assert names(tmp_path) == ["a"]


def test_text_as_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path may be a text, and relative to where one is."""
    monkeypatch.chdir(tmp_path)
    assert Target("a.csv", force=False).write(b"new") == Path("a.csv")
    assert content(tmp_path) == {"a.csv": b"new"}


@pytest.mark.parametrize("raw", [b"new", PACKAGE], ids=["file", "folder"])
def test_existing(tmp_path: Path, raw: bytes | dict[str, bytes]) -> None:
    """What is there is kept unless one forces it."""
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError, match=r"exists already.*'.*a'"):
        put(tmp_path / "a", raw)
    assert content(tmp_path) == {"a": b"old"}


def test_forced(tmp_path: Path) -> None:
    """A file takes the place of a file, a package that of a package."""
    put(tmp_path / "a", b"old")
    put(tmp_path / "a", b"new", force=True)
    put(tmp_path / "b", PACKAGE | {"old.csv": b"old"})
    put(tmp_path / "b", PACKAGE, force=True)
    assert content(tmp_path) == {"a": b"new"} | {f"b/{name}": raw for name, raw in PACKAGE.items()}
    assert names(tmp_path) == ["a", "b"]


def test_never_forced(tmp_path: Path) -> None:
    """No folder gives way to a file, and no folder of other things to a package."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_bytes(b"dear")
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FileExistsError, match="is no file that could be replaced"):
        put(tmp_path / "home", b"new", force=True)
    for name in ("home", "file"):
        with pytest.raises(FileExistsError, match="is not a data package"):
            put(tmp_path / name, PACKAGE, force=True)
    assert content(tmp_path) == {"home/letter.txt": b"dear", "file": b"old"}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("raw", [b"new", PACKAGE], ids=["file", "folder"])
@pytest.mark.parametrize("force", [False, True])
def test_interrupted(tmp_path: Path, raw: bytes | dict[str, bytes], *, force: bool) -> None:
    """Whoever is interrupted leaves what was there, and no half of anything."""
    if force and isinstance(raw, bytes):
        (tmp_path / "a").write_bytes(b"old")
    elif force:
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "datapackage.json").write_bytes(b"old")
    before = content(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "a", raw, force=force)
    assert content(tmp_path) == before
    assert names(tmp_path) == (["a"] if force else [])


def test_swap_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that can not take its place leaves the one that was there."""
    put(tmp_path / "a", PACKAGE)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp":
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        put(tmp_path / "a", {"datapackage.json": b"new"}, force=True)
    with pytest.raises(PermissionError):
        put(tmp_path / "b", PACKAGE)
    assert content(tmp_path / "a") == PACKAGE
    assert names(tmp_path) == ["a"]


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that does not exist is told, and not made."""
    with pytest.raises(FileNotFoundError, match=r"no such folder: .*nowhere'"):
        put(tmp_path / "nowhere" / "a.csv", b"new")
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_link(tmp_path: Path) -> None:
    """A link stays one: what it leads to is replaced."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    put(tmp_path / "link", b"new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_the_file_that_can_not_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error names the file that was asked for, not the one that stands in for it."""

    def refuse(path: Path, _mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    file = tmp_path / "events.csv"

    with pytest.raises(PermissionError, match=r"events\.csv'$"):
        put(file, b"event_id")


@pytest.mark.skipif(sys.platform == "win32", reason="no such thing there")
def test_device(tmp_path: Path) -> None:
    """What is no file, such as a device or a pipe, is never replaced by one."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileExistsError, match="is no file that could be replaced"):
        put(tmp_path / "pipe", b"new", force=True)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_mode(tmp_path: Path) -> None:
    """Others may read the file as any other that one makes."""
    (tmp_path / "other").touch()
    put(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode
