"""docs/architecture.md and its diagram name the rooms as the contract of imports does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"


def layers() -> list[str]:
    """Give the modules of the contract, highest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    return [module for layer in contract["layers"] for module in layer.split(" | ")]


def rooms() -> list[tuple[str, list[str]]]:
    """Give the rooms of the page, each with its modules."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][^|]+) \| ((?:`\w+` ?)+)\|", page, re.MULTILINE)
    return [(room, re.findall(r"`(\w+)`", modules)) for room, modules in rows]


def drawn(kind: str) -> list[str]:
    """Give the texts of a kind in the diagram, from top to bottom."""
    tree = ET.parse(ROOT / "docs" / "pictures" / "architecture.svg")  # noqa: S314 - our own file
    return [text.text or "" for text in tree.iter(f"{SVG}text") if text.get("class") == kind]


def test_page_names_every_layer_in_order() -> None:
    """The rooms of the page, read from the top, are the layers of the contract."""
    assert [module for _, modules in rooms() for module in modules] == layers()


def test_diagram_names_every_layer_in_order() -> None:
    """So are the modules of the diagram, under the same names of rooms."""
    assert " ".join(drawn("mono")).split() == layers()
    assert drawn("name") == [room for room, _ in rooms()]
