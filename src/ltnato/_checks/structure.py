"""What a dataset must keep to be loaded; the loader runs these rules, whatever is selected."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ltnato._models import Finding
from ltnato._structure import ambiguous_names
from ltnato._text import shorten
from ltnato._vocabulary import Severity

from ._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ltnato._dataset import Dataset

CANONICAL, AMBIGUOUS = "S301", "S302"

#: Rules that keep a folder from loading: a dataset that is loaded keeps them.
_LOADING = {
    "S101": ("unreadable-file", "A file that can not be read would be lost."),
    "S102": ("not-json", "Only JSON without doubles, NaN and depth without end is read."),
    "S103": ("unknown-file", "A JSON file of no table would be lost in silence."),
    "S111": ("unknown-key", "A misspelt key would lose its value."),
    "S112": ("missing-key", "A record without its main fields says nothing."),
    "S113": ("wrong-type", "A value of the wrong type would be turned into something else."),
    "S114": ("invalid-value", "Dates are EDTF, words those of the vocabularies, texts are text."),
    "S201": ("invalid-identifier", "Identifiers are slugs, so that they are typed and linked."),
    "S202": ("dated-identifier", "Dates get corrected, identifiers do not."),
    "S203": ("duplicate-identifier", "An identifier stands for one record over all tables."),
    "S211": ("dangling-reference", "What a record names must be there."),
    "S212": ("cycle", "Nothing is part of, within or after itself."),
}


def _kept(_data: Dataset) -> Iterable[Finding]:
    """Find nothing: a dataset with such a fault is not loaded."""
    return ()


for _code, (_name, _reason) in _LOADING.items():
    rule(_code, _name, Severity.ERROR, _reason)(_kept)


@rule(CANONICAL, "not-canonical", Severity.WARNING, "One form, so that a change shows as it is.")
def _canonical(_data: Dataset) -> Iterable[Finding]:
    """Find nothing in a dataset: only a folder has files, and `check` reads those."""
    return ()


def not_canonical(file: str, found: str, canonical: str) -> Finding:
    """Report a file that is not in the canonical form, and where it leaves it first."""
    pairs = zip_longest(found.splitlines(), canonical.splitlines(), fillvalue="")
    line, text = next(
        ((number, right) for number, (left, right) in enumerate(pairs, 1) if left != right),
        (1, canonical.partition("\n")[0]),
    )
    return Finding(
        rule=CANONICAL,
        severity=Severity.WARNING,
        file=file,
        message="is not in the canonical form: sorted, indented by two, empty fields left out",
        hint=f"line {line} would be {shorten(text.strip())}; ltnato check --fix writes it so",
    )


@rule(
    AMBIGUOUS,
    "ambiguous-name",
    Severity.WARNING,
    "A name that several records of a table bear finds none of them.",
)
def _ambiguous(data: Dataset) -> Iterable[Finding]:
    """Report names that several records of a table bear."""
    return ambiguous_names(data._tables)
