"""What is published says of itself what is true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
# Joined here, so that this file does not name them itself.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted"),
        ("registry", "npmjs"),
        ("deb", "debian"),
    )
)
TOP = {
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE",
    "README.md",
    "docs",
    "noxfile.py",
    "pyproject.toml",
    "src",
    "tests",
    "PKG-INFO",  # in a source distribution
}


def committed() -> list[str]:
    """Name the files under version control and those about to be; all files where there is none."""
    git = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    names = listed.stdout.splitlines() or [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("[!._]*")
        if not any(part.startswith((".", "_")) for part in path.relative_to(ROOT).parts)
    ]
    return [name for name in names if (ROOT / name).is_file()]


class TestMetadata:
    """What an index shows and an installer reads."""

    def test_one_version(self) -> None:
        """Metadata, project file, citation and changelog name one version."""
        version = PROJECT["version"]
        citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

        assert metadata.version("ltnato") == version
        assert re.findall(r"^version: (.+)$", citation, re.MULTILINE) == [version]
        assert re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)[0] == version

    def test_licences(self) -> None:
        """The metadata name both licences and the distribution holds both texts."""
        about = metadata.metadata("ltnato")

        assert about["License-Expression"] == "MIT AND CC0-1.0"
        assert about.get_all("License-File") == PROJECT["license-files"]
        assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")

    def test_dependencies_have_lower_bounds_only(self) -> None:
        """No dependency is capped or unbounded."""
        requirements = [Requirement(text) for text in metadata.requires("ltnato") or ()]

        assert {"attrs", "cattrs", "pendulum"} == {r.name for r in requirements if not r.marker}
        assert [[s.operator for s in r.specifier] for r in requirements] == [[">="]] * len(
            requirements,
        )

    def test_classifiers_agree_with_the_floor(self) -> None:
        """The classifiers name each Python from the floor on, without a gap."""
        floor = int(PROJECT["requires-python"].removeprefix(">=3."))
        found = re.findall(r"Python :: 3\.(\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)

        assert found == [str(minor) for minor in range(floor, floor + len(found))]

    def test_command(self) -> None:
        """The script is the command line of the package."""
        (script,) = metadata.entry_points(group="console_scripts", name="ltnato")

        assert script.value == "ltnato.__main__:main"
        assert callable(script.load())


class TestContents:
    """What the package and the repository hold."""

    @pytest.mark.parametrize("name", ["py.typed", "data/LICENSE"])
    def test_package_files(self, name: str) -> None:
        """Types are announced to checkers, and the licence of the data lies beside them."""
        assert files("ltnato").joinpath(name).is_file()

    def test_licence_of_the_data(self) -> None:
        """The data are given to the public domain by the full legal text."""
        text = files("ltnato").joinpath("data", "LICENSE").read_text(encoding="utf-8")

        assert "CC0 1.0 Universal" in text
        assert "Affirmer understands and acknowledges" in text

    def test_tidy_top(self) -> None:
        """The top level holds nothing that a newcomer does not need."""
        top = {name.partition("/")[0] for name in committed()}

        assert {name for name in top if not name.startswith(".")} <= TOP

    def test_no_registry_is_named(self) -> None:
        """No file ties the project to the address of a package registry."""
        naming = [
            name
            for name in committed()
            if any(
                host in (ROOT / name).read_bytes().decode(errors="ignore") for host in REGISTRIES
            )
        ]

        assert not naming


@pytest.mark.skipif(not (ROOT / ".github").is_dir(), reason="a distribution has no hidden files")
class TestRepository:
    """What the services that look after the repository are told."""

    def test_actions_are_pinned(self) -> None:
        """Each action is named by a full commit, with its version beside it, one an action."""
        used = {
            line.partition("uses: ")[2]
            for file in (ROOT / ".github" / "workflows").glob("*.yml")
            for line in file.read_text(encoding="utf-8").splitlines()
            if "uses: " in line and "uses: $/" not in line  # a workflow of our own
        }
        pins = [re.fullmatch(r"([\w./-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used]
        names = [pin[1] for pin in pins if pin]

        assert "actions/checkout" in names
        assert len(names) == len(used)
        assert len(set(names)) == len(names)

    def test_pythons(self) -> None:
        """Workflows ask for supported Pythons, the weekly run for the newest and the oldest."""
        supported = re.findall(r"Python :: (3\.\d+)\n", "\n".join(PROJECT["classifiers"]))
        named = {
            file.name: re.findall(r"(?:^ +|python-version: \")(3\.[\dx]+)", text, re.MULTILINE)
            for file in (ROOT / ".github" / "workflows").glob("*.yml")
            if (text := file.read_text(encoding="utf-8"))
        }

        assert named["weekly.yml"] == [supported[-1], supported[0]]
        assert named["ci.yml"] == [supported[-1]]
        assert set(named["release.yml"]) <= set(supported)

    def test_one_nox(self) -> None:
        """The script block of noxfile.py asks for the nox against which it is type-checked."""
        noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
        (asked,) = re.findall(r'^# dependencies = \["nox\[uv\]==(.+)"\]$', noxfile, re.MULTILINE)

        assert f"nox=={asked}" in PYPROJECT["dependency-groups"]["types"]

    def test_sessions_are_explained(self) -> None:
        """The contributing guide tells of every session of noxfile.py."""
        noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
        guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
        sessions = re.findall(r"^@nox\.session.*\ndef (\w+)\(", noxfile, re.MULTILINE)
        told = re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`.+?) \|", guide, re.MULTILINE)))

        assert "tests" in sessions
        assert set(sessions) <= set(told)

    def test_links_of_the_guides(self) -> None:
        """The files for contributors link to files that exist."""
        dead = [
            f"{guide.name}: {target}"
            for guide in (ROOT / ".github").glob("*.md")
            for target in re.findall(r"\]\(([^)#:]+)\)", guide.read_text(encoding="utf-8"))
            if not (guide.parent / target).exists()
        ]

        assert not dead

    def test_site_is_built_with_the_same_extras(self) -> None:
        """Read the Docs installs the extras that the session `docs` installs."""
        noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
        service = (ROOT / ".readthedocs.yaml").read_text(encoding="utf-8")
        session = noxfile.partition("\ndef docs(")[2].partition("\ndef ")[0]
        (asked,) = re.findall(r'"--editable", "\.\[(.+?)\]"', session)
        (given,) = re.findall(r"extras: \[(.+?)\]", service)

        assert given.split(", ") == asked.split(",")


@pytest.mark.skipif(not (ROOT / ".ci").is_dir(), reason="a distribution has no hidden files")
class TestRelease:
    """What a tag must agree with before anything is published."""

    NOTES = "### Data\n\n- An event.\n\n### Added\n\n- [A link](https://example.org).\n"
    OLDER = "## [1.1.0] - 2027-01-01\n\n### Fixed\n\n- Old.\n\n"
    READY = ("1.2.0", "1.2.0", "[1.2.0] - 2027-02-16")

    def ask(
        self, root: Path, tag: str, state: tuple[str, str, str], older: str = OLDER
    ) -> subprocess.CompletedProcess[str]:
        """Lay out a project with its version, cited version and heading; ask for its release."""
        version, cited, heading = state
        script = root / ".ci" / "release_notes.py"
        script.parent.mkdir()
        script.write_bytes((ROOT / ".ci" / "release_notes.py").read_bytes())
        for name, text in (
            ("pyproject.toml", f'[project]\nversion = "{version}"\n'),
            ("CITATION.cff", f"version: {cited}\ndate-released: 2027-02-16\n"),
            ("CHANGELOG.md", f"# Changelog\n\n## {heading}\n\n{self.NOTES}\n{older}[1.2.0]: x\n"),
        ):
            (root / name).write_text(text, encoding="utf-8")
        command = (sys.executable, script, tag)
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    @pytest.mark.parametrize("older", [OLDER, ""])
    def test_notes(self, tmp_path: Path, older: str) -> None:
        """Where all agree, the notes are the newest section, up to an older one or the links."""
        asked = self.ask(tmp_path, "v1.2.0", self.READY, older)

        assert (asked.returncode, asked.stdout, asked.stderr) == (0, self.NOTES, "")

    @pytest.mark.parametrize(
        ("tag", "state", "fault"),
        [
            ("v1.2.1", ("1.2.0", "1.2.1", "[1.2.1] - 2027-02-16"), "pyproject.toml has 1.2.0"),
            ("v1.2.0", ("1.2.0", "1.1.0", "[1.2.0] - 2027-02-16"), "CITATION.cff has 1.1.0"),
            ("v1.2.0", ("1.2.0", "1.2.0", "[1.1.9] - 2027-02-16"), "CHANGELOG.md has 1.1.9"),
            ("v1.2.0", ("1.2.0", "1.2.0", "[1.2.0] - 2027-02-17"), "asked for 2027-02-17"),
            (
                "v1.2.0",
                ("1.2.0", "1.2.0", "[1.2.0] - Unreleased"),
                "has Unreleased, asked for a day",
            ),
            ("v1.2.0", ("1.2.0", "1.2.0", "no such heading"), "CHANGELOG.md has 1.1.0"),
            ("1.2.0", READY, "the tag has 1.2.0"),
        ],
    )
    def test_faults(
        self, tmp_path: Path, tag: str, state: tuple[str, str, str], fault: str
    ) -> None:
        """A version or a date that differs stops the release and is named; no notes are given."""
        asked = self.ask(tmp_path, tag, state)

        assert asked.returncode == 1
        assert fault in asked.stderr
        assert not asked.stdout


def test_links_of_the_description() -> None:
    """The package index has no repository around README: every link there is a full address."""
    description = metadata.metadata("ltnato")["Description"]

    assert "](https://ltnato.readthedocs.io/en/stable/rules.html)" in description
    assert re.findall(r"\]\((?!https://)[^)]*\)", description) == []
