"""What is published says of itself what is true."""

from __future__ import annotations

import re
import subprocess
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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
