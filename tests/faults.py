"""The faults of the base page, entered as the page states them, and what finds each.

The dates are entered from the ledger itself: what a discrepancy says is stated takes the place of
what was adopted.  Faults of another kind are entered by hand in `BY_HAND`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

import ltnato
from ltnato import Dataset, Discrepancy
from ltnato._codec import TABLES, decode, unstructure
from ltnato._tables import held

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ltnato import Finding

__all__ = ["PAGE", "Found", "found"]

Plain: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Plain]]

PAGE = "mfa-membership-page"
_STEP = re.compile(r"([a-z_]+)(?:\[([^\]]+)\])?")


@frozen
class Found:
    """Hold a fault of the page and what finds it.

    Args:
        discrepancy: Where the ledger tells of it.
        rules: Codes and names of the rules that fire once it is entered.
    """

    discrepancy: Discrepancy
    rules: tuple[str, ...]


def _put(tables: Tables, one: Discrepancy, value: object) -> None:
    """Set the field of a discrepancy."""
    holder: Any = next(rows[one.record] for rows in tables.values() if one.record in rows)
    *steps, last = (one.field or "").split(".")
    for step in steps:
        match = _STEP.fullmatch(step)
        assert match is not None, step
        holder = holder[match[1]]
        if match[2]:
            holder = next(item for item in holder if match[2] in item.values())
    holder[last] = value


def _summit_accession(tables: Tables, one: Discrepancy) -> None:
    """Let Albania and Croatia be members from the days of the summit, as the page has it."""
    _put(tables, one, one.stated)
    for country in ("albania", "croatia"):
        tables["relations"][f"member-of-nato-{country}"]["when"] = "2009-04-03/"


def _ten_in_may_2000(tables: Tables, _one: Discrepancy) -> None:
    """Let the group of Vilnius have ten members on the day of its founding."""
    for outcome in tables["events"]["vilnius-meeting-of-nine-aspirants"]["outcomes"]:
        if outcome["id"] == "vilnius-group-founded":
            outcome["figures"] = [
                {"value": 10, "unit": "members", "of": "vilnius-group", "when": "2000-05-19"}
            ]


def _leaders_activate(tables: Tables, one: Discrepancy) -> None:
    """Let the leaders activate the plans in their talks of the day after."""
    tables["events"][one.record]["when"] = "2022-02-25"


#: Faults that are not one date, by the discrepancy that tells of them.
BY_HAND: Mapping[str, Callable[[Tables, Discrepancy], None]] = {
    "day-on-which-albania-and-croatia-joined": _summit_accession,
    "size-of-the-group-founded-in-vilnius": _ten_in_may_2000,
    "who-activated-the-defence-plans": _leaders_activate,
}


def _enter(tables: Tables, one: Discrepancy) -> bool:
    """Enter a fault as the page states it; tell whether it is one that can be entered."""
    if one.id in BY_HAND:
        BY_HAND[one.id](tables, one)
        return True
    if (one.field or "").rpartition(".")[2] not in {"when", "due", "adopted", "existed"}:
        return False
    try:
        stated = ltnato.Period(one.stated)
    except ltnato.InvalidPeriodError:
        return False
    _put(tables, one, str(stated))
    return True


def _entered(tables: Tables) -> Dataset:
    """Give the shipped dataset with what was changed in these tables, and all else as it is."""
    clean: Tables = json.loads(_shipped())
    shipped = ltnato.dataset()._tables
    records: dict[str, list[Any]] = {}
    for name, kind in TABLES.items():
        records[name] = list(shipped.get(kind))
        if tables[name] != clean[name]:
            text = json.dumps(list(tables[name].values()), ensure_ascii=False)
            records[name], faults = decode(name, name, text.encode())
            assert faults == []
    return Dataset(held(shipped.info, records, None, shipped.files))


@cache
def _shipped() -> str:
    data = ltnato.dataset()
    tables: Tables = {}
    for name, kind in TABLES.items():
        tables[name] = {one.id: unstructure(one) for one in data._tables.get(kind)}
    return json.dumps(tables)


def _marks(findings: tuple[Finding, ...]) -> set[tuple[str, str | None, str | None, str]]:
    return {(one.rule, one.record, one.field, one.message) for one in findings}


def found() -> list[Found]:
    """Enter every fault of the page that the ledger holds, one at a time, and check.

    Returns:
        The faults, in the order of the ledger.
    """
    names = {rule.code: f"{rule.code} {rule.name}" for rule in ltnato.rules()}
    clean = _marks(ltnato.check(ltnato.dataset()))
    faults = []
    for one in ltnato.discrepancies(source=PAGE):
        tables: Tables = json.loads(_shipped())
        codes: set[str] = set()
        if _enter(tables, one):
            findings = ltnato.check(_entered(tables))
            codes = {rule for rule, *_ in _marks(findings) - clean}
        faults.append(Found(one, tuple(names[code] for code in sorted(codes))))
    return faults
