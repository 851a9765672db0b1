"""Exports as a user asks for them: from Python, from the command line, with what is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing
from typing import TYPE_CHECKING, Any

import pytest

import builders
import ltnato
import ltnato.__main__ as command
from ltnato import InvalidQueryError, MissingExtraError, UnknownRecordError, _extras, _types
from ltnato._export import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

#: The formats that need nothing but the package.
PLAIN = sorted(set(FORMATS) - {"parquet"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a small dataset."""
    return builders.write(tmp_path_factory.mktemp("export") / "amber")


@pytest.fixture(scope="module")
def data(folder: Path) -> Dataset:
    """Give a small dataset."""
    return ltnato.load(folder)


def content(path: Path) -> dict[str, bytes]:
    """Give the bytes of a file, or of each file of a folder."""
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {one.name if path.is_dir() else "": one.read_bytes() for one in files}


class TestPython:
    """The method and the function."""

    def test_formats(self) -> None:
        """The formats are those that the signature names."""
        assert sorted(FORMATS) == sorted(typing.get_args(_types.Format))

    @pytest.mark.parametrize("format", PLAIN)
    def test_path(self, data: Dataset, tmp_path: Path, format: Any) -> None:
        """It says where it has written."""
        assert data.export(format, tmp_path / "out") == tmp_path / "out"
        assert content(tmp_path / "out")

    @pytest.mark.parametrize("format", PLAIN)
    def test_same_bytes(self, folder: Path, tmp_path: Path, format: str) -> None:
        """The same data give the same bytes, in another process too."""
        code = "import sys, ltnato; ltnato.load(sys.argv[1]).export(*sys.argv[2:])"
        for name, seed in (("first", "1"), ("second", "2")):
            subprocess.run(
                [sys.executable, "-c", code, folder, format, tmp_path / name],
                check=True,
                env={**os.environ, "PYTHONHASHSEED": seed},
            )
        assert content(tmp_path / "first") == content(tmp_path / "second")

    @pytest.mark.parametrize("format", PLAIN)
    def test_nothing(self, data: Dataset, tmp_path: Path, format: Any) -> None:
        """An empty answer is a file as any other, with its columns."""
        data.export(format, tmp_path / "out", text="no such words")
        assert b"riga-summit" not in b"".join(content(tmp_path / "out").values())

    def test_filters(self, data: Dataset, tmp_path: Path) -> None:
        """The filters are those of events, and a None is no filter."""
        some = data.export("json", tmp_path / "some", actor="latvia", until="1999")
        found = json.loads(some.read_text("utf-8"))
        assert tuple(one["id"] for one in found["events"]) == ("riga-summit",)
        every = data.export("json", tmp_path / "all", actor=None, key=None)
        assert len(json.loads(every.read_text("utf-8"))["relations"]) == 7
        unkeyed = json.loads(data.export("json", tmp_path / "key", key=False).read_text("utf-8"))
        assert len(unkeyed["events"]) == 7

    @pytest.mark.parametrize(
        ("format", "error", "message"),
        [
            ("cvs", InvalidQueryError, "'cvs' is no format; did you mean 'ics' or 'csv'"),
            ("xlsx!", InvalidQueryError, "one of csv, datapackage, ics"),
            (5, TypeError, "format takes a text, not int"),
        ],
    )
    def test_no_format(
        self, data: Dataset, tmp_path: Path, format: Any, error: type[Exception], message: str
    ) -> None:
        """Another format is refused, with those there are."""
        with pytest.raises(error, match=message):
            data.export(format, tmp_path / "out")
        assert not list(tmp_path.iterdir())

    def test_wrong_arguments(self, data: Dataset, tmp_path: Path) -> None:
        """So is another language, and a filter that can not be meant."""
        anything: Any = data
        with pytest.raises(InvalidQueryError, match="language"):
            anything.export("csv", tmp_path / "out", lang="lv")
        with pytest.raises(UnknownRecordError):
            data.export("csv", tmp_path / "out", actor="nobody")
        with pytest.raises(TypeError, match="colour"):
            anything.export("csv", tmp_path / "out", colour="red")
        assert not list(tmp_path.iterdir())

    def test_kept(self, data: Dataset, tmp_path: Path) -> None:
        """What is there is kept, unless forced."""
        (tmp_path / "out").write_bytes(b"old")
        with pytest.raises(FileExistsError, match="exists already"):
            data.export("csv", tmp_path / "out")
        assert content(tmp_path / "out") == {"": b"old"}
        data.export("csv", tmp_path / "out", force=True)
        assert content(tmp_path / "out") != {"": b"old"}


class TestCommand:
    """``ltnato export``."""

    @pytest.fixture(autouse=True)
    def _on_it(self, data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the command line ask the small dataset."""
        monkeypatch.setattr(command, "dataset", lambda: data)

    def run(self, capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
        """Run a command line; give its status and what it prints."""
        status = command.main(["export", *map(str, argv)])
        return (status, *capsys.readouterr())

    def test_written(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """It prints where it has written, as text or as JSON."""
        file = tmp_path / "out.csv"
        assert self.run(capsys, "csv", file) == (0, f"{file}\n", "")
        status, out, _ = self.run(capsys, "csv", file, "--force", "--json")
        assert (status, json.loads(out)) == (0, {"written": str(file)})

    def test_filters(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """It takes the filters of events."""
        file = tmp_path / "out.json"
        self.run(
            capsys,
            *("json", file, "--key", "--since", "2000", "--actor", "latvia"),
            *("--actor", "lithuania", "--lang", "lt"),
        )
        assert [one["id"] for one in json.loads(file.read_text("utf-8"))["events"]] == [
            "accession-day"
        ]

    def test_kept(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What is there is kept, with the option that replaces it, and wrong usage as status."""
        (tmp_path / "out").write_bytes(b"old")
        status, out, err = self.run(capsys, "csv", tmp_path / "out")
        assert (status, out) == (2, "")
        assert err == f"ltnato: {tmp_path / 'out'} exists already; --force replaces it\n"
        assert content(tmp_path / "out") == {"": b"old"}
        assert self.run(capsys, "csv", tmp_path / "out", "--force")[0] == 0

    def test_never_replaced(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder of other things is not replaced by any option."""
        (tmp_path / "home").mkdir()
        (tmp_path / "home" / "letter.txt").touch()
        status, _, err = self.run(capsys, "datapackage", tmp_path / "home", "--force")
        assert status == 2
        assert "is not a data package" in err
        assert "--force" not in err
        assert (tmp_path / "home" / "letter.txt").exists()

    @pytest.mark.parametrize(
        "wrong",
        [
            (("cvs", "out"), 2, "is no format"),
            (("csv", "nowhere/out"), 2, "there is no such folder"),
            (("csv", "out", "--actor", "nobody"), 1, "no actor is named"),
        ],
    )
    def test_wrong(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        wrong: tuple[tuple[str, ...], int, str],
    ) -> None:
        """What can not be meant is told in a line, and nothing is written."""
        argv, status, message = wrong
        monkeypatch.chdir(tmp_path)
        found, out, err = self.run(capsys, *argv)
        assert (found, out) == (status, "")
        assert message in err
        assert err.count("\n") == 1
        assert not list(tmp_path.iterdir())

    def test_missing_extra(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A library that is missing is told with the extra that brings it, and without a trace."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        status, _, err = self.run(capsys, "parquet", tmp_path / "out")
        assert status == 2
        assert 'pip install "ltnato[arrow]"' in err
        assert not list(tmp_path.iterdir())


class TestExtras:
    """What the package does without."""

    @pytest.mark.parametrize(
        ("method", "module", "extra"),
        [
            ("to_pandas", "pandas", "pandas"),
            ("to_polars", "polars", "polars"),
            ("to_arrow", "pyarrow", "arrow"),
            ("__arrow_c_stream__", "pyarrow", "arrow"),
        ],
    )
    def test_missing(
        self, data: Dataset, monkeypatch: pytest.MonkeyPatch, method: str, module: str, extra: str
    ) -> None:
        """A missing library is an import error that says how to get it."""
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingExtraError, match=rf'pip install "ltnato\[{extra}\]"') as caught:
            getattr(data.events(), method)()
        assert isinstance(caught.value, ImportError)

    def test_broken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """One that is there but lacks something itself says what."""
        (tmp_path / "polars.py").write_text("import no_such_module", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "polars", raising=False)
        with pytest.raises(ModuleNotFoundError, match="no_such_module"):
            _extras.optional("polars", "polars")

    def test_nothing_early(self, folder: Path, tmp_path: Path) -> None:
        """Neither questions nor the formats that need no extra import one."""
        code = """
import sys, ltnato
data = ltnato.load(sys.argv[1])
found = data.events(actor="lithuania")
str(found), found.to_dicts(), hasattr(found, "__arrow_c_stream__")
for name in ("csv", "json", "jsonld", "sqlite", "datapackage"):
    data.export(name, f"{sys.argv[2]}/{name}")
print({"pandas", "polars", "pyarrow", "numpy"} & set(sys.modules))
"""
        done = subprocess.run(
            [sys.executable, "-c", code, folder, tmp_path],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.stdout, done.stderr) == ("set()\n", "")

    def test_questions_need_no_export(self, folder: Path) -> None:
        """A question imports nothing of the exports."""
        code = """
import sys, ltnato
str(ltnato.load(sys.argv[1]).events(actor="lithuania"))
print([name for name in sys.modules if name.startswith("ltnato._export")])
"""
        done = subprocess.run(
            [sys.executable, "-c", code, folder],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == "[]\n"
