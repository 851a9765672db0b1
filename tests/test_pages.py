"""The pages of the documentation that are made from code and data, or follow them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import ltnato
from console import follow
from faults import Found, found
from pages import DOCS, PAGES, faults_page

#: The faults of the page that are best known, each by what the ledger calls it.
KNOWN = {
    "year-of-the-london-meeting",
    "year-of-the-wales-summit",
    "day-on-which-albania-and-croatia-joined",
    "treaty-signed-by-lithuania",
    "days-of-the-brussels-meeting-2017",
    "days-of-the-madrid-summit-2022",
    "who-activated-the-defence-plans",
    "size-of-the-group-founded-in-vilnius",
}
AGAIN = "run python tests/pages.py"


@pytest.fixture(scope="module")
def faults() -> list[Found]:
    """Enter the faults of the page once."""
    return found()


def read(name: str) -> str:
    """Read a page."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


# That of the faults takes a run, which its tests share.
@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"data/faults-of-the-page"}))
def test_up_to_date(name: str) -> None:
    """A page that is made from code and data is the one that they give."""
    assert read(name) == PAGES[name](), AGAIN


class TestRules:
    """docs/rules.md."""

    def test_anchors(self) -> None:
        """The anchor of every rule leads to a heading of its own."""
        headings = re.findall(
            r"^#+ (\S+)$", (DOCS / "rules.md").read_text(encoding="utf-8"), re.MULTILINE
        )
        for rule in ltnato.rules():
            page, _, anchor = rule.anchor.partition("#")
            assert page.endswith("/docs/rules.md")
            assert headings.count(anchor) == 1, rule.code


class TestFaults:
    """docs/data/faults-of-the-page.md."""

    def test_up_to_date(self, faults: list[Found]) -> None:
        """The page is the one that a run gives."""
        page = (DOCS / "data" / "faults-of-the-page.md").read_text(encoding="utf-8")
        assert page == faults_page(faults), AGAIN

    def test_known(self, faults: list[Found]) -> None:
        """The known faults of the page stand in the ledger."""
        assert {one.discrepancy.id for one in faults} >= KNOWN

    def test_found(self, faults: list[Found]) -> None:
        """A fault that is entered as the page states it is found; those of dates, every one."""
        by_id = {one.discrepancy.id: one.rules for one in faults}
        for known in KNOWN - {"treaty-signed-by-lithuania"}:
            assert by_id[known], known
        for one in faults:
            if one.discrepancy.field == "when" and re.fullmatch(r"[\d/-]+", one.discrepancy.stated):
                assert "R112 not-adopted" in one.rules, one.discrepancy.id


class TestDiscrepancies:
    """docs/data/discrepancies.md."""

    def test_each(self) -> None:
        """Each discrepancy stands in one row of four cells, whatever marks it holds."""
        rows = {
            row[1]: row[0]
            for row in re.findall(
                r"^(\| `.*\{#([a-z0-9-]+)\}.*)$", read("data/discrepancies"), re.MULTILINE
            )
        }

        assert sorted(rows) == sorted(ltnato.discrepancies().ids)
        for id, row in rows.items():
            assert len(re.findall(r"(?<!\\)\|", row)) == 5, id

    def test_open(self) -> None:
        """Each open discrepancy says so."""
        assert read("data/discrepancies").count("| **Open.** ") == len(
            ltnato.discrepancies(status="open")
        )


def test_every_vocabulary_has_its_words() -> None:
    """The page of the fields has a heading and an anchor for every vocabulary of the package."""
    page = read("data/fields")
    kinds = [
        name
        for name in ltnato.__all__
        if isinstance(kind := getattr(ltnato, name), type)
        and issubclass(kind, ltnato.Vocabulary)
        and kind is not ltnato.Vocabulary
    ]

    assert len(kinds) > 20
    for name in kinds:
        assert page.count(f"(words-{name.lower()})=\n\n### {name}\n") == 1
        for word in getattr(ltnato, name):
            assert f"| `{word.value}` |" in page


def test_every_public_name_is_in_the_reference_once() -> None:
    """The reference, ordered by hand, describes each public name, and none twice."""
    pages = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.md"))
    described = re.findall(r"^\.\. auto(?:class|function):: (\w+)", pages, re.MULTILINE)
    described += re.findall(r"^\.\. py:type:: (Record)$", pages, re.MULTILINE)

    assert sorted(described) == sorted(ltnato.__all__)


def test_every_query_of_a_dataset_is_a_function() -> None:
    """The reference tells the truth: a dataset has the queries as methods, and little beside."""
    methods = {name for name in dir(ltnato.Dataset) if not name.startswith("_")}
    own = {"name", "title", "version", "licence", "as_of", "coverage", "trust"}

    assert methods - own <= set(ltnato.__all__)
    told = re.search(r"autoclass:: Dataset\(\)\n +:members: (.*)", read("reference/collection"))
    assert told is not None
    assert set(told[1].split(", ")) == own


def test_every_tested_question_is_in_the_cookbook() -> None:
    """Each question that the tests ask by its number has a heading, an answer and its code."""
    tests = "".join(
        page.read_text(encoding="utf-8")
        for page in Path(__file__).parent.glob("test_competency_*.py")
    )
    asked = set(re.findall(r"(?<=_)q\d{3}(?=[_(])", tests))
    book = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "cookbook").glob("*.md"))
    recipes = re.findall(
        r"^\((q\d+)\)=\n\n### .*\?\n\n(?!```)(?:.+\n)+\n```python\n>>> ", book, re.MULTILINE
    )

    assert sorted(recipes) == sorted(asked)
    assert len(recipes) == book.count("\n(q")


@pytest.mark.parametrize(("name", "least"), [("curating", 9), ("reference/command-line", 3)])
def test_commands_print_what_the_page_shows(
    name: str,
    least: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A reader who follows the page in a copy of the data sees what it shows."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(Path(ltnato.__file__).parent / "data", tmp_path / "src" / "ltnato" / "data")

    assert follow(DOCS / f"{name}.md", capsys) >= least
