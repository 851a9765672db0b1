"""Walk the texts and citations of a dataset, each with its path by names and identifiers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import attrs

from ltnato._codec import INFO_FILE, MAX_ID, MAX_LABEL, TABLES, label
from ltnato._models import DatasetInfo, Discrepancy
from ltnato._parts import Citation
from ltnato._text import Bilingual, OfficialTitle, fields_of, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ltnato._dataset import Dataset
    from ltnato._models import Record

_STEP = re.compile(r"([a-z_0-9]+)(\[([^\]]*)\])?(?:\.|\Z)")
_PATH = re.compile(rf"(?:{_STEP.pattern})+(?<!\.)")
#: Texts that say where something stands or what it is called, in no language.
_NO_TEXT = ("id", "url", "name", "version", "licence", "old", "new")


class Wording(NamedTuple):
    """Hold a text, and where it stands.

    Args:
        owner: The record, or the description of the dataset.
        path: Path to it within the record.
        role: The field of a bilingual wording (``"title"``), ``"official"``, or the plain field.
        lang: Its language, ``""`` for a text in a language of its own.
        text: The text.
    """

    owner: Record | DatasetInfo
    path: str
    role: str
    lang: str
    text: str

    @property
    def record(self) -> str | None:
        """Give the identifier of the record, None for the description of the dataset."""
        return None if isinstance(self.owner, DatasetInfo) else self.owner.id

    @property
    def file(self) -> str | None:
        """Give the file of the description of the dataset; that of a record is known."""
        return INFO_FILE if isinstance(self.owner, DatasetInfo) else None


class Cited(NamedTuple):
    """Hold a citation, and where it stands."""

    owner: Record
    path: str
    citation: Citation


def records(data: Dataset) -> Iterator[Record]:
    """Give every record of every table."""
    for kind in TABLES.values():
        yield from data._tables.get(kind)


def wordings(data: Dataset) -> tuple[Wording, ...]:
    """Give every text of a dataset but identifiers and addresses, English before Lithuanian."""
    return _walked(data)[0]


def citations(data: Dataset) -> tuple[Cited, ...]:
    """Give every citation of a dataset, those of discrepancies included."""
    return _walked(data)[1]


def _walked(data: Dataset) -> tuple[tuple[Wording, ...], tuple[Cited, ...]]:
    """Walk a dataset once, however many rules look at it."""

    def make() -> tuple[tuple[Wording, ...], tuple[Cited, ...]]:
        texts: list[Wording] = []
        cited: list[Cited] = []
        owner: Any
        for owner in (data._tables.info, *records(data)):
            for path, role, value in _leaves(owner, ""):
                if isinstance(value, str):
                    texts.append(Wording(owner, path, role, "", value))
                elif isinstance(value, tuple):
                    texts += [
                        Wording(owner, f"{path}[{number}]", role, "", text)
                        for number, text in enumerate(value, 1)
                    ]
                elif isinstance(value, Citation):
                    cited.append(Cited(owner, path, value))
                else:
                    texts += [
                        Wording(owner, f"{path}.{lang}", role, lang, text)
                        for lang, text in (("en", value.en), ("lt", value.lt))
                        if text is not None
                    ]
        return tuple(texts), tuple(cited)

    return data._tables.memo(_walked, make)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str, Any]]:
    """Give the texts, wordings and citations inside a value: path, role, and what stands there."""
    kind: Any = type(value)
    for name, role, nested in _plan(kind):
        inner = getattr(value, name)
        if not inner:
            continue
        here = f"{path}.{name}" if path else name
        if not nested:
            yield (here, role, inner)
            continue
        for index, item in enumerate(inner):
            step = f"{here}[{called(item, index)}]"
            if type(item) is Citation:
                yield (step, role, item)
            yield from _leaves(item, step)


@cache
def _plan(kind: object) -> tuple[tuple[str, str, bool], ...]:
    """Give the fields of a class that hold a text, or values that may: name, role, nested."""
    plan = []
    for one in fields_of(kind):
        types = {one.type, *get_args(one.type)}
        if not one.init or one.metadata.get("refers_to"):
            continue
        if OfficialTitle in types:
            plan.append((one.name, "official", False))
        elif Bilingual in types or (str in types and one.name not in _NO_TEXT):
            plan.append((one.name, one.name, False))
        elif any(isinstance(each, type) and attrs.has(each) for each in get_args(one.type)):
            plan.append((one.name, one.name, True))
    return tuple(plan)


def called(item: object, index: int) -> str:
    """Name an item of a list as the codec names it, at a fraction of the cost."""
    kind: Any = type(item)
    key = _key(kind)
    if key is None:
        return str(index + 1)
    return visible(getattr(item, key), MAX_ID if key == "id" else MAX_LABEL)


@cache
def _key(kind: object) -> str | None:
    """Give the field by which the codec names items of a class."""
    names = [one.name for one in fields_of(kind) if one.init]
    found = label({name: name for name in names}, 0)
    return found if found in names else None


def followed(data: Dataset) -> Iterable[tuple[Discrepancy, list[Any], str | None]]:
    """Give each discrepancy that has a path, what it leads to, and what is missing."""

    def make() -> list[tuple[Discrepancy, list[Any], str | None]]:
        by_id: dict[str, Record] = {record.id: record for record in records(data)}
        return [
            (one, *reached(by_id[one.record], one.field))
            for one in data._tables.get(Discrepancy)
            if one.field is not None
        ]

    return data._tables.memo(followed, make)


def reached(record: object, path: str) -> tuple[list[Any], str | None]:
    """Follow a path by names and identifiers.

    Args:
        record: Where it starts.
        path: Such as ``"outcomes[invitation].when"``.

    Returns:
        The values it leads to, several where several items bear one name, and what is missing:
        None if it leads somewhere.
    """
    if not _PATH.fullmatch(path):
        return [], "it is no path of names, such as 'title.en' or 'outcomes[id].when'"
    values = [record]
    for name, bracket, key in _STEP.findall(path):
        if not all(_has(value, name) for value in values):
            return [], f"there is no field {visible(name)!r}"
        values = [getattr(value, name) for value in values]
        if bracket:
            listed = [item for value in values if isinstance(value, tuple) for item in value]
            values = [item for item in listed if key == _called(item)]
            if not values:
                return [], f"{name} has no item {visible(key)!r}"
    return values, None


def _called(item: object) -> str | None:
    """Name an item as `called` does, but never by its place."""
    if isinstance(item, str):
        return item
    kind: Any = type(item)
    return called(item, 0) if _key(kind) else None


def _has(value: object, name: str) -> bool:
    """Tell whether a value is of the models and has a field that is written in the files."""
    return attrs.has(type(value)) and any(
        one.name == name and one.init for one in fields_of(type(value))
    )
