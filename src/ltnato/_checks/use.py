"""Use: an actor, place, source or document that nothing names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import attrs

from ltnato._models import Actor, Document, Finding, Place, Source
from ltnato._tables import KINDS
from ltnato._text import fields_of
from ltnato._vocabulary import Severity

from ._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ltnato._dataset import Dataset


def _named(data: Dataset) -> frozenset[str]:
    """Collect the identifiers that another record, or the description of the dataset, names."""

    def make() -> frozenset[str]:
        tables = data._tables
        named = set(_names(tables.info))
        for kind in KINDS:
            for record in tables.get(kind):
                own = set(_names(record))
                own.discard(record.id)
                named |= own
        return frozenset(named)

    return data._tables.memo("named", make)


def _names(value: object) -> Iterator[str]:
    """Give the identifiers that a value names."""
    kind: Any = type(value)
    for name, direct, many in _plan(kind):
        inner = getattr(value, name)
        if not inner:
            continue
        items = inner if many else (inner,)
        if direct:
            yield from items
        else:
            for item in items:
                yield from _names(item)


@cache
def _plan(kind: object) -> tuple[tuple[str, bool, bool], ...]:
    """Give the fields that name records, or whose values do; whether they do, and are lists."""
    plan = []
    for one in fields_of(kind):
        direct = "refers_to" in one.metadata
        inner = [arg for arg in (one.type, *get_args(one.type)) if _has_fields(arg)]
        if one.init and (direct or any(_plan(each) for each in inner)):
            plan.append((one.name, direct, getattr(one.type, "__origin__", None) is tuple))
    return tuple(plan)


def _has_fields(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def _idle(record: str, what: str) -> Finding:
    return Finding(record=record, message=f"is {what} that nothing names")


@rule(
    "U101",
    "unused-actor",
    Severity.NOTE,
    "An actor that nothing names does nothing; it may be misspelt where it acts.",
)
def _unused_actor(data: Dataset) -> Iterable[Finding]:
    """Report actors that no other record names."""
    named = _named(data)
    return [_idle(one.id, "an actor") for one in data._tables.get(Actor) if one.id not in named]


@rule(
    "U102",
    "unused-place",
    Severity.NOTE,
    "Nothing happens in a place that nothing names.",
)
def _unused_place(data: Dataset) -> Iterable[Finding]:
    """Report places that no other record names."""
    named = _named(data)
    return [_idle(one.id, "a place") for one in data._tables.get(Place) if one.id not in named]


@rule(
    "U103",
    "unused-document",
    Severity.WARNING,
    "A document that nothing names, and that says nothing itself, is told for nothing.",
)
def _unused_document(data: Dataset) -> Iterable[Finding]:
    """Report documents that nothing names, and that have no provisions and no ties themselves."""
    named = _named(data)
    return [
        _idle(one.id, "a document without provisions or ties")
        for one in data._tables.get(Document)
        if one.id not in named and not one.provisions and not one.related
    ]


@rule(
    "U104",
    "unused-source",
    Severity.WARNING,
    "A source that nothing cites supports nothing.",
)
def _unused_source(data: Dataset) -> Iterable[Finding]:
    """Report sources that nothing cites."""
    named = _named(data)
    return [
        Finding(record=one.id, message="is a source that nothing cites")
        for one in data._tables.get(Source)
        if one.id not in named
    ]
