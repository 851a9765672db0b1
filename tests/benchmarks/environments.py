"""The package and its peers as a user has them, in environments that are thrown away.

What is measured is the built wheel with all bytecode compiled: an editable install, or a machine
set to write no bytecode, would measure the compiler.
"""

from __future__ import annotations

import os
import sys
import tomllib
from functools import cached_property
from pathlib import Path

from processes import output

__all__ = ["PEERS", "ROOT", "Environments"]

ROOT = Path(__file__).parents[2]
#: What is measured beside the package.  The newest pandas is not for country_converter: with it,
#: `CountryConverter()` raises at once.  These pins are no dependency group, since that pandas
#: can not be resolved together with the one that reads our exports.
PEERS = (
    "country_converter==1.3.2",
    "holidays==0.109",
    "pandas==2.3.3",
    "pycountry==26.2.16",
    "undate==0.8.0",
)
#: What the extras of the package bring, with the pins of the groups of the project.
_EXTRAS = ("altair", "icalendar", "pandas", "polars", "pyarrow", "vl-convert-python")


class Environments:
    """Make each environment when it is first asked for its interpreter.

    Args:
        home: Where they are made.

    Attributes:
        folder: Where what is measured runs and writes.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self.folder = home / "work"
        self.folder.mkdir()
        self._uv = [os.environ["UV"]] if "UV" in os.environ else [sys.executable, "-m", "uv"]

    @cached_property
    def wheel(self) -> Path:
        """The package, built."""
        dist = self._home / "dist"
        self._run("build", "--quiet", "--wheel", "--out-dir", str(dist), str(ROOT))
        (built,) = dist.glob("*.whl")
        return built

    @cached_property
    def package(self) -> Path:
        """The interpreter that has the package and what it depends on."""
        return self._made("package", str(self.wheel))

    @cached_property
    def extras(self) -> Path:
        """The interpreter that has the package with all its extras."""
        return self._made("extras", str(self.wheel), *_pinned(_EXTRAS))

    @cached_property
    def peers(self) -> Path:
        """The interpreter that has the peers."""
        return self._made("peers", *PEERS)

    def _made(self, name: str, *requirements: str) -> Path:
        env = self._home / name
        python = env / ("Scripts" if os.name == "nt" else "bin") / "python"
        # Not uv's environments: they import a module of their own at every start.
        output((sys.executable, "-m", "venv", "--without-pip", env), self.folder)
        install = ("pip", "install", "--quiet", "--compile-bytecode", "--python", str(python))
        self._run(*install, *requirements)
        return python

    def _run(self, *arguments: str) -> None:
        output((*self._uv, *arguments), self.folder)


def _pinned(names: tuple[str, ...]) -> list[str]:
    """Give the pins of packages in the dependency groups of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {
        pin.partition("==")[0]: pin
        for group in project["dependency-groups"].values()
        for pin in group
        if isinstance(pin, str)
    }
    return [pins[name] for name in names]
