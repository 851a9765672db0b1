"""A row of the table, what was measured for it, and both as text and as Markdown."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import groupby

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeAlias

__all__ = ["BARE", "Figure", "Row", "as_markdown", "as_text", "over_budget", "shape"]

#: The unit of the table: an interpreter that starts, does nothing and ends.
BARE = "bare Python"
_HEADINGS = ("ratio", "over", "processor", "elapsed", "at most")
_OF_SIZES = ("ratio", "over", "size", "elapsed", "at most")
#: What a page sets as code.
_CODE = re.compile(r"^(import|ltnato) .*|.*\(.*")
#: So many characters of a page's cell stay on one line.
_SHORT = 12
#: How much of the amount of a figure makes one of each unit.
_UNITS = {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "MiB": 1024.0, "KiB": 1.0}


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Args:
        section: The heading under which it stands.
        what: What is measured.
        over: What the ratio is over; nothing where there is none.
        most: The budget; without one the figure is only watched.
        unit: What the budget is in: ``"x"`` limits the ratio, any other the amount.
    """

    section: str
    what: str
    over: str = BARE
    most: float | None = None
    unit: str = "x"


@dataclass(frozen=True)
class Figure:
    """What was measured for a row.

    Args:
        amount: Seconds of the processor; kibibytes in a row without a ratio.
        ratio: How many times what the row is over.
        elapsed: Seconds on the clock, where they were taken too.
    """

    amount: float
    ratio: float | None = None
    elapsed: float | None = None


if TYPE_CHECKING:
    Measured: TypeAlias = Mapping[Row, Figure]


def over_budget(row: Row, figure: Figure) -> bool:
    """Tell whether a figure exceeds the budget of its row."""
    if row.most is None:
        return False
    if row.unit == "x":
        return figure.ratio is None or figure.ratio > row.most
    return figure.amount > row.most * _UNITS[row.unit]


def as_text(measured: Measured) -> str:
    """Write the tables for a terminal, with a verdict on each budget."""
    lines = [
        line
        for headings, rows in groupby(measured, _headings)
        for line in (("", *headings, ""), *(_judged(row, measured[row]) for row in rows))
    ]
    widths = [max(map(len, column)) for column in zip(*(line[1:] for line in lines), strict=True)]
    return "\n".join(
        ("\n" if not line[0] and number else "") + _aligned(line[1:], widths)
        for number, line in enumerate(lines)
    )


def as_markdown(measured: Measured) -> str:
    """Write the tables for a page, one a section."""
    return "\n\n".join(
        "\n".join(
            [
                _line(headings),
                "|---|--:|---|--:|--:|--:|",
                *(_line(map(_set, _cells(row, measured[row]))) for row in rows),
            ]
        )
        for headings, rows in groupby(measured, _headings)
    )


def shape(rows: Iterable[Row] | str) -> list[tuple[str, str, str, str]]:
    """Give section, what, over what and budget of rows, or of those in the tables of a page."""
    if not isinstance(rows, str):
        return [(row.section, row.what, row.over, _budget(row)) for row in rows]
    found = []
    section = ""
    for line in rows.replace("\N{NO-BREAK SPACE}", " ").splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if tuple(cells[1:]) in {_HEADINGS, _OF_SIZES}:
            section = cells[0]
        elif not line:
            section = ""
        elif section and line.startswith("| "):
            found.append((section, cells[0], cells[2], cells[5]))
    return found


def _headings(row: Row) -> tuple[str, ...]:
    """Give the headings of the table in which a row stands."""
    return (row.section, *(_HEADINGS if row.over else _OF_SIZES))


def _judged(row: Row, figure: Figure) -> tuple[str, ...]:
    verdict = "" if row.most is None else "over" if over_budget(row, figure) else "ok"
    return ("row", *_cells(row, figure), verdict)


def _cells(row: Row, figure: Figure) -> tuple[str, ...]:
    """Word a row, without its section."""
    return (
        row.what,
        "" if figure.ratio is None else _number(figure.ratio),
        row.over,
        f"{_number(figure.amount / _UNITS[row.unit])} {row.unit}"
        if not row.over
        else _time(figure.amount),
        "" if figure.elapsed is None else _time(figure.elapsed),
        _budget(row),
    )


def _budget(row: Row) -> str:
    if row.most is None:
        return ""
    return f"{row.most:,g}" if row.unit == "x" else f"{row.most:,g} {row.unit}"


def _time(seconds: float) -> str:
    unit = "s" if seconds >= 1 else "ms" if seconds >= 1e-3 else "µs"
    return f"{_number(seconds / _UNITS[unit])} {unit}"


def _number(value: float) -> str:
    """Give three digits that count, and no exponent."""
    whole = math.floor(math.log10(value)) + 1 if value > 0 else 0
    return f"{value:,.{max(0, 3 - whole)}f}"


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Put words to the left and numbers to the right."""
    return "  ".join(
        f"{cell:<{width}}" if column in {0, 2} else f"{cell:>{width}}"
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ).rstrip()


def _set(cell: str) -> str:
    """Set a cell of a page: code as such, and what is short on one line."""
    if _CODE.fullmatch(cell):
        return f"`{cell}`"
    return cell.replace(" ", "\N{NO-BREAK SPACE}") if len(cell) <= _SHORT else cell


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
