"""The notebooks of the documentation run as plain scripts, cell by cell, and show what they say."""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import altair as alt
import pytest

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTEBOOKS = Path(__file__).parents[1] / "docs" / "notebooks"
SCRIPTS = {path.stem: path for path in sorted(NOTEBOOKS.glob("*.py"))}
#: A cell begins with such a line: in brackets its kind, then its tags and what else is set.
HEAD = re.compile(r"^# %%(?: \[(\w+)\])?(.*)$", re.MULTILINE)


class Cell(NamedTuple):
    """A cell: its kind, the line of its head, and its text."""

    kind: str
    head: str
    text: str


class Shown(NamedTuple):
    """What a notebook made: its names, and of each cell of code the text that it showed."""

    names: dict[str, Any]
    texts: list[str]


def cells(script: str) -> list[Cell]:
    """Cut a script into its cells, Markdown free of its marks of comment."""
    _, *parts = HEAD.split(SCRIPTS[script].read_text(encoding="utf-8"))
    found = []
    for kind, head, text in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
        if kind == "markdown":
            plain = "\n".join(line.removeprefix("#").strip() for line in text.splitlines())
            found.append(Cell("markdown", head, plain.strip()))
        else:
            found.append(Cell("code", head, text))
    return found


def run(cell: Cell, names: dict[str, Any]) -> str:
    """Run a cell of code as a notebook does, and give what it prints and shows."""
    tree = ast.parse(cell.text)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - our own notebook
        value = None
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    if value is None:
        return printed.getvalue()
    if isinstance(value, alt.TopLevelMixin):
        return printed.getvalue() + json.dumps(value.to_dict())
    shown: str = getattr(value, "_repr_html_", value.__repr__)()
    return printed.getvalue() + shown


@pytest.fixture(scope="module", params=SCRIPTS)
def script(request: pytest.FixtureRequest) -> str:
    """Give the name of a notebook."""
    return str(request.param)


@pytest.fixture(scope="module")
def shown(script: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Run a notebook, without the cells for which this environment has no pandas."""
    names: dict[str, Any] = {"__name__": "__main__"}
    ours = [one for one in cells(script) if one.kind == "code"]
    if importlib.util.find_spec("pandas") is None:
        ours = [one for one in ours if 'tags=["pandas"]' not in one.head]
    here = tmp_path_factory.mktemp(script)
    # What a notebook sets for its charts, other tests shall not see.
    with contextlib.chdir(here), alt.renderers.enable("default"):
        yield Shown(names, [run(one, names) for one in ours])
    assert list(here.iterdir()) == [], "a notebook leaves no files behind"


def test_every_cell_of_code_shows_something(shown: Shown) -> None:
    """A notebook runs from top to bottom without a warning, and no cell ends in silence."""
    assert all(text.strip() for text in shown.texts)


def test_a_notebook_is_told(script: str) -> None:
    """It begins with one title and a question, and no value stands where nothing leads to it."""
    first, *others = found = cells(script)
    titles = re.findall(
        r"^# ", "\n".join(one.text for one in found if one.kind == "markdown"), re.MULTILINE
    )
    silent = [
        after.text
        for before, after in zip(found, others, strict=False)
        if before.kind == after.kind == "code"
    ]

    assert first.text.startswith("# ")
    assert "?" in first.text.partition("\n")[2]
    assert len(titles) == 1
    assert silent == []


def test_pictures_have_words(script: str) -> None:
    """Whoever can not see a chart is told what it shows."""
    for one in cells(script):
        if one.kind == "code" and re.search(r"ltnato\.(timeline|\w+_chart)\(", one.text):
            told = json.loads(one.head.partition("mystnb=")[2])
            assert len(told["image"]["alt"].split()) > 10


def test_all_are_offered() -> None:
    """The page of the notebooks leads to each of them, and offers each script."""
    page = (NOTEBOOKS / "index.md").read_text(encoding="utf-8")

    assert {"analyst", "historian", "journalist", "teacher"} <= set(SCRIPTS)
    assert set(re.findall(r"\{download\}`(\w+)\.py`", page)) == set(SCRIPTS)
    assert set(re.findall(r"\]\((\w+)\.py\)", page)) == set(SCRIPTS)


@pytest.mark.parametrize("script", ["teacher"], indirect=True)
def test_a_quiz_can_be_answered(shown: Shown) -> None:
    """Whatever the seed, each question has one true date among dates of other events."""
    quiz = shown.names["quiz"]
    for seed in range(50):
        lesson = quiz(seed)
        assert lesson == quiz(seed)
        assert len({event for event, _ in lesson}) == len(lesson) == 5
        for event, dates in lesson:
            assert len(set(dates)) == 4
            assert [date for date in dates if date == event.when] == [event.when]
            assert ltnato.dataset().trust(event) == "corroborated"


@pytest.mark.parametrize("script", ["journalist"], indirect=True)
def test_a_wrong_date_is_not_an_unconfirmed_one(shown: Shown) -> None:
    """The page is called wrong where better evidence has another date, and nowhere else."""
    wrong, names = shown.names["wrong"], shown.names

    assert "year-of-the-london-meeting" in wrong.ids
    assert "opening-day-of-the-information-bureau" in names["unconfirmed"].ids
    assert "day-of-the-sofa-ratification" in names["silent"].ids
    assert len(wrong) + len(names["unconfirmed"]) + len(names["silent"]) == len(
        names["about_dates"]
    )
    assert not any(one.adopted in (None, one.stated, f"{one.stated}?") for one in wrong)


@pytest.mark.parametrize("script", ["journalist"], indirect=True)
def test_each_fact_of_the_box_has_a_footnote(shown: Shown) -> None:
    """Every number of a line leads to a note that names its sources."""
    box, _, notes = shown.texts[-1].partition("\n\n")
    trust = "|".join(ltnato.Trust)
    asked = re.findall(rf"\[(\d+)\] \((?:{trust})\)$", box, re.MULTILINE)
    given = re.findall(r"^\[(\d+)\] .*Sources: ", notes, re.MULTILINE)

    assert len(asked) == len(box.splitlines()) == 4
    assert list(dict.fromkeys(asked)) == given == ["1", "2", "3"]


@pytest.mark.parametrize("script", ["analyst"], indirect=True)
def test_only_final_numbers_reach_a_level(shown: Shown) -> None:
    """A year counts as one above the line by a final number alone."""
    reached = shown.names["reached"]

    assert reached["lithuania"][:2] == [2020, 2022]
    assert all(years[-1] == 2024 for years in reached.values())
