"""Checks of a dataset: rules, one module a family, and the function that runs them."""

from __future__ import annotations

from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

from ltnato._dataset import Dataset
from ltnato._errors import InvalidDataError, InvalidQueryError
from ltnato._loading import load_folder, place_of, shipped
from ltnato._text import nearest, shorten, suggest

from . import counts, dates, order, people, sources, structure, text, use  # noqa: F401 - each adds its rules
from ._form import forms
from ._rule import SHIPPED, Rule

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from ltnato._models import Finding

__all__ = ["check", "rules"]


def rules() -> tuple[Rule, ...]:
    """Give the rules that ship, in the order of their codes.

    Returns:
        The rules, each with code, name, family, severity and reason.

    Example:
        >>> import ltnato
        >>> [rule.name for rule in ltnato.rules() if rule.code == "S211"]
        ['dangling-reference']
    """
    return tuple(sorted(SHIPPED, key=lambda one: one.code))


def check(
    target: Dataset | str | os.PathLike[str] | None = None,
    *,
    extends: Dataset | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    rules: Iterable[Rule] = (),
) -> tuple[Finding, ...]:
    """Check a dataset by the rules that ship, and by your own.

    Args:
        target: A dataset, a folder, or the shipped dataset if left out.
        extends: The dataset on which a folder builds; what stands there is not reported.
        select: Codes, names or families of the only rules to run.
        ignore: Codes, names or families of rules not to run.
        rules: Further rules.

    Returns:
        The findings, by file, record and field.  A folder that does not load gives the faults that
        keep it from loading.

    Raises:
        InvalidQueryError: No rule bears a name that is selected or ignored.

    Example:
        >>> import ltnato
        >>> [finding for finding in ltnato.check() if finding.severity != "note"]
        []
    """
    chosen = _chosen((*SHIPPED, *rules), select, ignore)
    base = extends._tables if extends is not None else None
    found: list[Finding] = []
    if target is None:
        data = Dataset(shipped())
    elif isinstance(target, Dataset):
        data = target
    else:
        try:
            data = Dataset(load_folder(target, base))
        except InvalidDataError as error:
            return error.findings
        if structure.CANONICAL in {one.code for one in chosen}:
            found += starmap(structure.not_canonical, forms(Path(target), data._tables))
    found += [finding for one in chosen for finding in one.findings(data)]
    theirs = data._tables.base
    if theirs is not None:
        own = data._tables.files
        found = [one for one in found if one.record is None or one.record in own]
    return tuple(sorted(found, key=place_of))


def _chosen(
    known: tuple[Rule, ...],
    select: str | Iterable[str] | None,
    ignore: str | Iterable[str] | None,
) -> list[Rule]:
    """Take the rules that are selected and not ignored."""
    wanted, unwanted = _asked(known, select), _asked(known, ignore)
    return [
        one
        for one in known
        if (select is None or wanted & _titles(one)) and not unwanted & _titles(one)
    ]


def _titles(rule: Rule) -> set[str]:
    """Give what a rule is called: code, name, family."""
    return {rule.code, rule.name, rule.family}


def _asked(known: tuple[Rule, ...], asked: str | Iterable[str] | None) -> set[str]:
    """Take what rules are called, and refuse what none is called."""
    titles = set().union(*map(_titles, known))
    wanted = {asked} if isinstance(asked, str) else set(asked or ())
    for one in sorted(wanted - titles):
        hint = suggest(nearest(one, titles))
        message = f"no rule is called {shorten(one)}" + (f"; {hint}" if hint else "")
        raise InvalidQueryError(message)
    return wanted
