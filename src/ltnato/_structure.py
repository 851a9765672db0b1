"""The rules that a dataset must keep to be loaded: identifiers, references, no cycles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Any, get_args, get_origin

import attrs

from ._codec import INFO_FILE, TABLES, label
from ._models import Actor, Document, Event, Finding, Place
from ._text import fields_of, nearest, shorten, suggest
from ._vocabulary import ActorKind, DocumentLinkKind, LinkKind, Role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ._models import DatasetInfo, Record
    from ._parts import Redirect
    from ._tables import Tables

BAD_ID, DATED_ID, DUPLICATE_ID = "S201", "S202", "S203"
DANGLING, CYCLE = "S211", "S212"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z", re.ASCII)
_FULL_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", re.ASCII)
#: Tables that an identifier may also name, without being tables themselves.
_SPECIAL = ("countries", "roles")


def check(
    info: DatasetInfo | None,
    tables: Mapping[str, Sequence[tuple[str, Record]]],
    base: Tables | None,
    *,
    lost: Mapping[str, set[str]],
) -> list[Finding]:
    """Check the structure of decoded records.

    Args:
        info: The description of the dataset, None where it could not be decoded.
        tables: The records of each table, each with the file in which it stands.
        base: The tables of the dataset that this one builds on.
        lost: The records of each table that could not be decoded, with an empty text where it can
            not be told which: a reference may name them.

    Returns:
        The findings.
    """
    known = _known(tables, base)
    findings: list[Finding] = []
    homes: dict[str, str] = {
        one: f"the dataset that this one builds on ({table})"
        for table, ids in _known({}, base).items()
        if table not in _SPECIAL
        for one in ids
    }
    for records in tables.values():
        for file, record in records:
            findings += _identifiers(file, record, homes)
    for records in tables.values():
        for file, record in records:
            findings += _references(file, record, record.id, known, lost=lost)
    if info is not None:
        findings += _references(INFO_FILE, info, None, known, lost=lost)
        for redirect in info.redirects:
            findings += _redirect(redirect, homes, lost=lost)
    return [*findings, *_cycles(tables)]


def _known(
    tables: Mapping[str, Sequence[tuple[str, Record]]],
    base: Tables | None,
) -> dict[str, dict[str, None]]:
    """Collect the identifiers of each table, and what else a reference may name."""
    known: dict[str, dict[str, None]] = {"roles": dict.fromkeys(role.value for role in Role)}
    countries = known.setdefault("countries", {})
    for table, kind in TABLES.items():
        records = [*(base.get(kind) if base else ()), *(one for _, one in tables.get(table, ()))]
        known[table] = dict.fromkeys(record.id for record in records)
        for record in records:
            if getattr(record, "kind", None) is ActorKind.COUNTRY:
                countries[record.id] = None
    return known


def _identifiers(file: str, record: Record, homes: dict[str, str]) -> Iterator[Finding]:
    """Check a record's identifier, and those of its parts."""
    table = next(name for name, kind in TABLES.items() if type(record) is kind)

    def fault(rule: str, field: str, value: str, message: str, hint: str | None = None) -> Finding:
        return Finding(
            rule=rule,
            file=file,
            record=record.id,
            field=field,
            value=shorten(value),
            message=message,
            hint=hint,
        )

    if not _SLUG.match(record.id):
        yield fault(BAD_ID, "id", record.id, *_no_slug(record.id))
    elif _FULL_DATE.search(record.id):
        yield fault(
            DATED_ID, "id", record.id, "holds a full date; dates get corrected, identifiers do not"
        )
    if record.id in homes:
        yield fault(DUPLICATE_ID, "id", record.id, f"is used already in {homes[record.id]}")
    homes.setdefault(record.id, f"{file} ({table})")
    parts = {
        "outcomes": getattr(record, "outcomes", ()),
        "provisions": getattr(record, "provisions", ()),
    }
    for name, outcomes in parts.items():
        seen: set[str] = set()
        for outcome in outcomes:
            field = f"{name}[{outcome.id}].id"
            if not _SLUG.match(outcome.id):
                yield fault(BAD_ID, field, outcome.id, *_no_slug(outcome.id))
            if outcome.id in seen:
                yield fault(DUPLICATE_ID, field, outcome.id, f"is used twice in these {name}")
            seen.add(outcome.id)


def _no_slug(identifier: str) -> tuple[str, str | None]:
    """Say why a text is no slug, and what it may have meant."""
    for char in identifier:
        if not char.isascii():
            named = unicodedata.name(char, f"U+{ord(char):04X}")
            return (f"is no slug: it holds {char!r} ({named})", "write it with the letters a to z")
    plain = re.sub(r"[^a-z0-9]+", "-", identifier.lower()).strip("-")
    message = "is no slug: lower-case letters and digits, joined by single hyphens"
    return (message, f"did you mean '{plain}'?" if plain else None)


def _references(
    file: str,
    owner: object,
    record: str | None,
    known: Mapping[str, Mapping[str, None]],
    *,
    lost: Mapping[str, set[str]],
) -> Iterator[Finding]:
    """Check that every reference of a record resolves."""
    for path, value, tables in references(owner):
        if any(value in known[table] for table in tables):
            continue
        places = [table for table, ids in known.items() if value in ids and table not in _SPECIAL]
        if not places and _lost(value, tables, lost):
            continue
        choices = [one for table in tables for one in known[table]]
        hint = suggest(nearest(value, choices))
        if places:
            message = (
                f"names a record of {places[0]}, where one of {' or '.join(tables)} is expected"
            )
        else:
            message = f"names nothing in {' or '.join(tables)}"
        yield Finding(
            rule=DANGLING,
            file=file,
            record=record,
            field=path,
            value=shorten(value),
            message=message,
            hint=hint or None,
        )


def _lost(value: str, tables: Iterable[str], lost: Mapping[str, set[str]]) -> bool:
    """Tell whether an identifier may be that of a record which has findings of its own."""
    homes = ("actors" if table == "countries" else table for table in tables)
    return any(not {value, ""}.isdisjoint(lost.get(table, ())) for table in homes)


def _redirect(
    redirect: Redirect, homes: Mapping[str, str], *, lost: Mapping[str, set[str]]
) -> Iterator[Finding]:
    """Check that a retired identifier is unused and that its successor exists."""
    field = f"redirects[{redirect.old}]"
    if redirect.old in homes:
        yield Finding(
            rule=DUPLICATE_ID,
            file=INFO_FILE,
            field=field,
            value=shorten(redirect.old),
            message=f"is retired, yet used in {homes[redirect.old]}",
        )
    if redirect.new not in homes and not _lost(redirect.new, TABLES, lost):
        yield Finding(
            rule=DANGLING,
            file=INFO_FILE,
            field=field,
            value=shorten(redirect.new),
            message="names no record",
            hint=suggest(nearest(redirect.new, homes)) or None,
        )


def references(value: Any, path: str = "") -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give every reference of a value: its path, the identifier, the tables it may name."""
    kind: Any = type(value)
    for name, tables, nested in _plan(kind):
        inner = getattr(value, name)
        here = f"{path}.{name}" if path else name
        if nested:
            for index, item in enumerate(inner if isinstance(inner, tuple) else (inner,)):
                if item is not None:
                    step = f"{here}[{_label(item, index)}]" if isinstance(inner, tuple) else here
                    yield from references(item, step)
        elif isinstance(inner, tuple):
            yield from ((f"{here}[{one}]", one, tables) for one in inner)
        elif inner is not None:
            yield (here, inner, tables)


@cache
def _plan(kind: object) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Give the fields of a class that hold references, or values that do."""
    plan = []
    for one in fields_of(kind):
        tables = one.metadata.get("refers_to", ())
        nested = not tables and _nested(one.type)
        if one.init and (tables or nested):
            plan.append((one.name, tables, nested))
    return tuple(plan)


def _nested(kind: object) -> bool:
    """Tell whether a type is, or holds, a class of the models."""
    if isinstance(kind, type) and get_origin(kind) is None:
        return attrs.has(kind)
    return any(_nested(one) for one in get_args(kind))


def _label(item: object, index: int) -> str:
    """Name an item as the codec names it."""
    plain = {one.name: getattr(item, one.name) for one in fields_of(type(item))}
    return label(plain, index)


def _cycles(tables: Mapping[str, Sequence[tuple[str, Record]]]) -> Iterator[Finding]:
    """Find records that are, over some steps, part of, within or after themselves."""
    for table, field, kind in (
        ("events", "part_of", Event),
        ("events", "links", Event),
        ("places", "within", Place),
        ("documents", "related", Document),
    ):
        files = {one.id: file for file, one in tables.get(table, ()) if isinstance(one, kind)}
        steps = {one.id: _next(one, field) for _, one in tables.get(table, ())}
        for cycle in _loops(steps):
            yield Finding(
                rule=CYCLE,
                file=files[cycle[0]],
                record=cycle[0],
                field=field,
                value=" -> ".join([*cycle, cycle[0]]),
                message="leads back to itself",
            )


def ambiguous_names(tables: Tables) -> Iterator[Finding]:
    """Find names that several records of a table bear, so that a look-up finds none of them."""
    for kind in (Event, Actor, Place, Document):
        for name, found in tables.names(kind).items():
            if len(found) > 1:
                for one in found:
                    others = ", ".join(other for other in found if other != one)
                    yield Finding(
                        record=one, value=shorten(name), message=f"is also a name of {others}"
                    )


def _next(record: Any, field: str) -> tuple[str, ...]:
    """Give the identifiers to which a field leads on."""
    value = getattr(record, field)
    if isinstance(value, tuple):
        return tuple(
            getattr(one, "event", None) or one.document
            for one in value
            if one.kind not in {LinkKind.ANNOUNCES, DocumentLinkKind.REFERS_TO}
        )
    return (value,) if value else ()


def _loops(steps: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Give a loop of a graph, then another one among what is left, until there is none."""
    graph = {node: {after for after in ahead if after in steps} for node, ahead in steps.items()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            loop: list[str] = error.args[1][
                :0:-1
            ]  # the sorter tells it backwards, its first node twice
            low = loop.index(min(loop))
            yield [*loop[low:], *loop[:low]]
            for node in loop:
                graph[node] = set()
        else:
            return
