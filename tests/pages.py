"""Write the pages of the documentation that are made from code, data and runs.

``python tests/pages.py`` rewrites all of them; `PAGES` tells which they are.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import ltnato
from command_page import command_page
from faults import PAGE, found
from fields_page import fields_page
from ledger_page import PARTS, cell, ledger_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from faults import Found

__all__ = ["DOCS", "PAGES", "faults_page", "rules_page"]

DOCS = Path(__file__).parents[1] / "docs"

_RULES = """\
# Rules

`ltnato.check()` and `ltnato check` run these rules over the shipped dataset, or over yours; see
[Your own chronology](guides/your-own-chronology.md). A rule is selected or ignored by its code,
its name or its family. An *error* can not be right, a *warning* is almost surely a fault, a *note*
is worth a look. Rules are aware of precision: what may be right is not reported.
"""

#: What each family looks after, in the order of the page.
_FAMILIES = {
    "structure": "What a dataset must keep to be loaded, and two rules that do not stop it.",
    "use": "Records that nothing needs.",
    "dates": "Dates by themselves, against their records and against the dataset.",
    "order": "What must come before what.",
    "people": "Persons, offices and countries in their time.",
    "counts": "Numbers against what the records hold.",
    "sources": "Citations, sources and discrepancies.",
    "text": "Letters, marks and languages.",
}

_FAULTS = """\
# Faults of the base page

The base of the dataset is one page of the Lithuanian Ministry of Foreign Affairs.  Where it differs
from better evidence, or says less, a discrepancy in the ledger tells what it states, what was
adopted and why: `ltnato show ID` gives the whole story, `ltnato discrepancies` all of them.

The last column is the outcome of a run: each fault that is a date or a count was entered into the
shipped dataset as the page states it, and the rules that fired are named.  `R112 not-adopted` is
the ledger at work: it guards the adopted value of every field.  Where the column says *ledger*, the
fault is one of wording, of names or of what is left out, which no rule can see.
"""


def rules_page() -> str:
    """Word the page of the rules from the registry."""
    by_family: dict[str, list[ltnato.Rule]] = {family: [] for family in _FAMILIES}
    for rule in ltnato.rules():
        by_family[rule.family].append(rule)
    lines = [_RULES]
    for family, rules in by_family.items():
        lines += [f"## {family}", "", _FAMILIES[family], ""]
        for rule in rules:
            lines += [f"### {rule.name}", "", f"`{rule.code}`, {rule.severity}. {rule.reason}"]
            lines += [_described(rule), ""]
    return "\n".join(lines).rstrip() + "\n"


def _described(rule: ltnato.Rule) -> str:
    """Word what a rule reports, from the docstring of its function."""
    told = " ".join((rule.run.__doc__ or "").strip().split("\n\n")[0].split())
    verb, _, rest = told.partition(" ")
    if verb == "Find":
        return "Found when a folder is read." if rule.severity == "error" else "Found in a folder."
    return f"{verb}s {rest}"


def faults_page(faults: Iterable[Found]) -> str:
    """Word the page of the faults from a run.

    Args:
        faults: The faults and what found them.
    """
    positions = {
        entry.locator: (list(PARTS).index(entry.part), entry.position)
        for entry in ltnato.source(PAGE).outline
    }

    def place(fault: Found) -> tuple[int, int, str]:
        locator = _locator(fault)
        return (*positions[locator.partition(":")[0]], fault.discrepancy.id)

    lines = [_FAULTS]
    for part, rows in groupby(sorted(faults, key=place), key=lambda one: place(one)[0]):
        lines += [f"## {list(PARTS.values())[part]}", ""]
        lines += ["| Where | Record and field | The page states | Adopted | Found by | Ledger |"]
        lines += ["| --- | --- | --- | --- | --- | --- |"]
        for one in rows:
            cells = (
                f"`{_locator(one)}`",
                " ".join(
                    f"`{each}`" for each in (one.discrepancy.record, one.discrepancy.field) if each
                ),
                cell(one.discrepancy.stated),
                cell(one.discrepancy.adopted or "nothing"),
                ", ".join(f"[{rule}](../rules.md#{rule.split()[1]})" for rule in one.rules)
                or "ledger",
                f"`{one.discrepancy.id}`",
            )
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _locator(fault: Found) -> str:
    """Give the place on the page."""
    cited = (one for one in fault.discrepancy.stated_by if one.source == PAGE)
    return next(one.locator for one in cited if one.locator)


#: Every page, by its path, with the function that words it.
PAGES: dict[str, Callable[[], str]] = {
    "data/discrepancies": ledger_page,
    "data/faults-of-the-page": lambda: faults_page(found()),
    "data/fields": fields_page,
    "reference/command-line": command_page,
    "rules": rules_page,
}


def write() -> None:
    """Write all pages."""
    for name, word in PAGES.items():
        (DOCS / f"{name}.md").write_text(word(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
