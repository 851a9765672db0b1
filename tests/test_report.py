"""Findings as text, as plain values and as annotations, and the command that prints them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import ltnato
import ltnato.__main__ as command
from builders import INFO, TABLES, Plain, changed, write, written
from ltnato import Finding, Severity
from ltnato._report import as_github, as_text, at_least, plain

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"D101": "outside-coverage", "T101": "not-nfc"}
FINDINGS = (
    Finding(rule="S101", file="dataset.json", message="is missing"),
    Finding(
        rule="D101",
        severity=Severity.WARNING,
        file="events.json",
        record="summit",
        field="when",
        value="'1899'",
        message="lies outside the coverage",
        hint="1949 or later",
    ),
    Finding(
        rule="T101", severity=Severity.NOTE, file="events.json", record="summit", message="is odd"
    ),
    Finding(rule="X1", severity=Severity.NOTE, record="talk", field="title", message="is loud"),
)


SAID = "summit when '1899': lies outside the coverage (1949 or later)"


class TestText:
    """For a reader."""

    def test_grouped(self) -> None:
        """Findings stand under their file and record, and a line sums them up."""
        assert as_text(FINDINGS, NAMES).splitlines() == [
            "dataset.json",
            "  error S101: is missing",
            "events.json: summit",
            "  warning D101 outside-coverage: when '1899': lies outside the coverage",
            "    1949 or later",
            "  note T101 not-nfc: is odd",
            "talk",
            "  note X1: title: is loud",
            "1 error, 1 warning, 2 notes",
        ]

    def test_nowhere(self) -> None:
        """A finding on no file and no record is one on the dataset."""
        found = [Finding(rule="X1", message="is too small")]
        assert as_text(found, {}).splitlines()[0] == "the dataset"

    def test_nothing(self) -> None:
        """Nothing found is said, too."""
        assert as_text([], NAMES) == "nothing found"


class TestAtLeast:
    """What is grave enough."""

    @pytest.mark.parametrize(("severity", "count"), [("error", 1), ("warning", 2), ("note", 4)])
    def test_kept(self, severity: str, count: int) -> None:
        """A severity keeps its own findings and the graver ones."""
        assert len(at_least(FINDINGS, Severity(severity))) == count


class TestPlain:
    """For a program."""

    def test_fields(self) -> None:
        """Each has every field, None where it says nothing."""
        first, second, *_ = plain(FINDINGS)
        assert first == {
            "rule": "S101",
            "severity": "error",
            "file": "dataset.json",
            "record": None,
            "field": None,
            "value": None,
            "message": "is missing",
            "hint": None,
        }
        assert list(first) == list(second)
        assert json.loads(json.dumps(plain(FINDINGS))) == plain(FINDINGS)


class TestGitHub:
    """For a pull request."""

    def test_annotations(self, tmp_path: Path) -> None:
        """Each names file, line of its record, and rule, at the level of its severity."""
        written(
            tmp_path, "events.json", '[\n  {\n    "id": "talk"\n  },\n  {\n    "id": "summit"\n'
        )
        lines = as_github(FINDINGS, NAMES, tmp_path).splitlines()
        folder = tmp_path.as_posix().replace(":", "%3A").replace(",", "%2C")
        assert lines == [
            f"::error file={folder}/dataset.json,line=1,title=S101::is missing",
            f"::warning file={folder}/events.json,line=6,title=D101 outside-coverage::{SAID}",
            f"::notice file={folder}/events.json,line=6,title=T101 not-nfc::summit: is odd",
            "::notice title=X1::talk title: is loud",
        ]

    def test_escaped(self, tmp_path: Path) -> None:
        """No text of a finding ends its annotation or begins another one."""
        found = [
            Finding(rule="X1", file="a,b:c.json", message="100 %\n::error::\rowned", value="1:2")
        ]
        (line,) = as_github(found, {}, tmp_path).split("\n")
        assert "/a%2Cb%3Ac.json," in line
        assert line.endswith("::1:2: 100 %25%0A::error::%0Downed")


class TestCommand:
    """``ltnato check``."""

    def run(self, capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
        """Give the exit status, what was printed, and the errors."""
        status = command.main(["check", *argv])
        printed, errors = capsys.readouterr()
        return status, printed, errors

    def test_shipped(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The shipped data are clean."""
        assert self.run(capsys) == (0, "nothing found\n", "")

    def test_found(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What is grave enough makes the status 1; what is not, is not printed."""
        folder = write(tmp_path, places=TABLES["places"][::-1])
        form = ("--select", "not-canonical")
        status, printed, errors = self.run(capsys, str(folder), *form)
        assert (status, errors) == (1, "")
        assert printed.startswith("places.json\n  warning S301 not-canonical: is not in the canon")
        assert printed.endswith("\n1 warning\n")
        assert self.run(capsys, str(folder), *form, "--severity", "error") == (
            0,
            "nothing found\n",
            "",
        )

    def test_selected(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Rules are selected and ignored by any of their names, several times."""
        folder = str(write(tmp_path, places=TABLES["places"][::-1]))
        both = ("--select", "structure", "--select", "U101", "--ignore", "U101")
        status, printed, _ = self.run(capsys, folder, *both, "--format", "json")
        assert status == 1
        assert {one["rule"] for one in json.loads(printed)} == {"S301"}

    def test_formats(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """JSON and annotations hold what the text does; --json is short for the first."""
        folder = str(write(tmp_path, places=TABLES["places"][::-1]))
        chosen = (folder, "--select", "structure")
        _, as_json, _ = self.run(capsys, *chosen, "--format", "json")
        assert self.run(capsys, *chosen, "--json")[1] == as_json
        (found,) = json.loads(as_json)
        status, annotated, _ = self.run(capsys, *chosen, "--format", "github")
        assert status == 1
        assert annotated.startswith("::warning file=")
        assert found["message"] in annotated

    def test_not_loading(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A folder that does not load gives its faults in the same form, and the status 1."""
        folder = write(tmp_path, events=changed("events", "accession-day", places=["atlantis"]))
        status, printed, errors = self.run(capsys, str(folder))
        assert (status, errors) == (1, "")
        assert printed.splitlines()[0] == "events.json: accession-day"
        assert "error S211 dangling-reference: places" in printed
        assert "--extends-shipped" not in printed

    @pytest.mark.parametrize(
        "argv",
        [
            ("nowhere",),
            ("--select", "nothing-so-called"),
            ("--ignore", "nothing-so-called"),
        ],
        ids=" ".join,
    )
    def test_wrong(self, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
        """A folder or a rule that is not there is a wrong usage, in one line."""
        status, printed, errors = self.run(capsys, *argv)
        assert (status, printed) == (2, "")
        assert errors.startswith("ltnato: ")
        assert errors.count("\n") == 1

    def test_wrong_option(self, capsys: pytest.CaptureFixture[str]) -> None:
        """So is a severity that there is not."""
        with pytest.raises(SystemExit) as caught:
            command.main(["check", "--severity", "grave"])
        assert caught.value.code == 2
        assert "invalid choice: 'grave'" in capsys.readouterr().err

    def test_fixed(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """--fix writes files in canonical form, and loses no record."""
        folder = write(tmp_path / "mine", places=TABLES["places"][::-1])
        kept = write(tmp_path / "canonical")
        form = ("--select", "not-canonical", "--fix")
        assert self.run(capsys, str(folder), *form) == (0, "nothing found\n", "")
        for file in kept.iterdir():
            assert (folder / file.name).read_bytes() == file.read_bytes(), file.name

    def test_not_fixed(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A folder that does not load is left as it is, and so are the shipped files."""
        places = [{"id": "nowhere"}, *TABLES["places"][::-1]]
        folder = write(tmp_path, places=places)
        before = (folder / "places.json").read_bytes()
        status, printed, _ = self.run(capsys, str(folder), "--fix")
        assert status == 1
        assert "S112 missing-key" in printed
        assert (folder / "places.json").read_bytes() == before
        status, _, errors = self.run(capsys, "--fix")
        assert (status, errors.split(";")[0]) == (2, "ltnato: --fix is for a folder")

    def test_fixed_extending(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Of a folder that builds on the shipped dataset, only its own records are written."""
        own: dict[str, list[Plain] | None] = dict.fromkeys(TABLES)
        own["places"] = [
            {"id": one, "kind": "city", "name": {"en": one, "lt": one}, "country": "lithuania"}
            for one in ("ukmerge", "trakai")
        ]
        folder = write(tmp_path, INFO | {"coverage": [], "redirects": []}, **own)
        self.run(capsys, str(folder), "--fix", "--extends-shipped")
        written = json.loads((folder / "places.json").read_text(encoding="utf-8"))
        assert [one["id"] for one in written] == ["trakai", "ukmerge"]
        assert len(list(folder.iterdir())) == 2

    def test_extends(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A folder that builds on the shipped data names its records, and is checked alone."""
        info = {
            "name": "more",
            "version": "1",
            "as_of": str(ltnato.dataset().as_of),
            "title": {"en": "More", "lt": "Daugiau"},
            "licence": "CC0-1.0",
        }
        event = {
            "id": "flag-in-vilnius",
            "when": "2004-04-02",
            "category": "ceremony",
            "title": {"en": "A flag in Vilnius", "lt": "Vėliava Vilniuje"},
            "summary": {"en": "A flag was raised.", "lt": "Pakelta vėliava."},
            "places": ["vilnius"],
            "participants": [{"actor": "lithuania", "role": "host"}],
            "citations": [{"source": "mfa-membership-page", "locator": "way-to-nato/2004-04-02"}],
        }
        tables: dict[str, list[Plain] | None] = {**dict.fromkeys(TABLES), "events": [event]}
        folder = str(write(tmp_path, info, **tables))
        status, printed, _ = self.run(capsys, folder, "--extends-shipped", "--format", "json")
        assert (status, json.loads(printed)) == (0, [])
        status, printed, _ = self.run(capsys, folder, "--select", "S211")
        assert status == 1
        assert "error S211 dangling-reference" in printed
        assert printed.endswith("in the shipped dataset: try --extends-shipped\n")
