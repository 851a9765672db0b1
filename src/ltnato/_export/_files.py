"""Files and folders written as a whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

#: What an error says of a file or a folder that is kept.
EXISTS = "exists already"
_NO_FILE = "is no file that could be replaced"
_NO_PACKAGE = "is not a data package, and is not replaced by one"
#: What tells a folder that an export wrote from any other.
MARK = "datapackage.json"
#: The earliest time that a zip file can tell: the same content gives the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class Target:
    """Write a file, or a folder of files, where there is none, or in place of the one there is.

    Args:
        file: Where to write.
        force: Whether to replace what is there.

    Raises:
        FileExistsError: There is something already, and ``force`` is off.
        FileNotFoundError: The folder in which to write does not exist.
    """

    def __init__(self, file: str | os.PathLike[str], *, force: bool) -> None:
        self.path = Path(file)
        self._force = force
        # What a link points to is replaced, not the link.
        self._real = Path(os.path.realpath(self.path))
        if not self._real.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(self.path.parent))
        if self._real.exists() and not force:
            raise self._kept(EXISTS)

    def write(self, content: bytes | Mapping[str, bytes]) -> Path:
        """Write the content, and give the path.

        The files of a folder become one zip file if the name ends in ``.zip``.

        Raises:
            FileExistsError: What is there is no file and no folder that an export wrote.
        """
        if not isinstance(content, bytes) and self.path.suffix.lower() == ".zip":
            content = _zipped(content)
        beside = self._real.with_name(f".ltnato-{secrets.token_hex(8)}.tmp")
        try:
            if isinstance(content, bytes):
                # Neither a folder nor a device gives way to a file.
                if self._real.exists() and not self._real.is_file():
                    raise self._kept(_NO_FILE)
                _write(beside, content)
                beside.replace(self._real)
            else:
                if self._real.exists() and not (self._real / MARK).is_file():
                    raise self._kept(_NO_PACKAGE)
                beside.mkdir()
                for name, raw in content.items():
                    _write(beside / name, raw)
                self._swap(beside)
        except OSError as error:
            # The user named another file than the one that stands in for it while it is written.
            if error.filename and Path(error.filename).name.startswith(beside.name):
                error.filename = str(self.path)
            raise
        finally:
            with suppress(FileNotFoundError):
                beside.unlink() if beside.is_file() else shutil.rmtree(beside)
        return self.path

    def _kept(self, message: str) -> FileExistsError:
        """Word why what is there is kept."""
        return FileExistsError(errno.EEXIST, message, str(self.path))

    def _swap(self, beside: Path) -> None:
        """Put a folder in its place, and put back the one that was there if that fails."""
        old = beside.with_suffix(".old")
        try:
            if self._real.exists():
                self._real.rename(old)
            beside.rename(self._real)
        except BaseException:
            if old.exists():
                old.rename(self._real)
            raise
        if old.exists():
            shutil.rmtree(old)


def _write(path: Path, raw: bytes) -> None:
    with path.open("xb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files so that the same ones always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = 3  # on any system as on Unix
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()
