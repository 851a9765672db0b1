"""JSON <-> records through one strict cattrs converter.

The converter refuses what cattrs would turn into something else: a number for a text, null for a
text, a text for a list, ``"false"`` for a boolean.  Every fault of a file is reported at once, with
file, record, field and value.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter

from ._errors import InvalidPeriodError
from ._jsonfile import canonical, read_json
from ._models import (
    Actor,
    DatasetInfo,
    Discrepancy,
    Document,
    Event,
    Finding,
    Observation,
    Place,
    Pledge,
    Relation,
    Source,
)
from ._parts import adopt
from ._period import Period
from ._plain import (
    INVALID_VALUE,
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    Fault,
    boolean,
    integer,
    number,
    period,
    text,
    word,
    wrong_type,
)
from ._text import fields_of, nearest, shorten, suggest, visible
from ._vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ._models import Record
    from ._plain import Hook

T = TypeVar("T")

#: The class of each table; a table stands in ``<table>.json`` and in ``<table>-<part>.json``.
TABLES: Mapping[str, type[Record]] = {
    "events": Event,
    "actors": Actor,
    "places": Place,
    "documents": Document,
    "pledges": Pledge,
    "relations": Relation,
    "observations": Observation,
    "sources": Source,
    "discrepancies": Discrepancy,
}
INFO_FILE = "dataset.json"
#: How much is shown of an identifier, which a finding is about, and of what else names an item.
MAX_ID, MAX_LABEL = 200, 60
NOT_A_TABLE = "S103"


# --- structuring: plain JSON values to records -------------------------------------------------


def _items(kind: object, made: Converter) -> Hook:
    """Take a list, and report the faults of all its items."""
    (inner, _) = get_args(kind)
    hook = made.get_structure_hook(inner)

    def structure(raw: object, _type: object = None) -> tuple[Any, ...]:
        if type(raw) is not list:
            raise wrong_type(raw, "a list")
        try:
            return tuple([hook(item, inner) for item in raw])
        except Exception:
            steps = ((f"[{label(item, index)}]", hook, item) for index, item in enumerate(raw))
            if faults := _faults(steps):
                raise faults from None
            raise

    return structure


def _optional(kind: Any, made: Converter) -> Hook:
    """Take what the type without None takes: an empty field is left out, never null."""
    inner = [one for one in get_args(kind) if one is not type(None)]
    if len(inner) == 1:
        hook: Hook = made.get_structure_hook(inner[0])
        return hook
    return number  # the only union in the models is that of whole and decimal numbers


def _object(kind: type[Any], made: Converter) -> Hook:
    """Take an object with just the keys of the class.

    Written out, since code that cattrs generates would cost more to compile than a question takes.
    """
    hooks = _Hooks(kind, made)
    owns = kind in (Event, Document)
    required = [one.name for one in fields_of(kind) if one.init and one.default is attrs.NOTHING]

    def structure(raw: object, _type: object = None) -> Any:
        if type(raw) is not dict:
            raise wrong_type(raw, "an object")
        try:
            values = {key: hooks[key](value, None) for key, value in raw.items()}
            if owns:
                adopt(values)
            return kind(**values)
        except Exception:
            missing = ((f".{key}", _missing, None) for key in required if key not in raw)
            steps = ((f".{visible(key)}", hooks[key], value) for key, value in raw.items())
            if faults := _faults(chain(missing, steps)):
                raise faults from None
            raise

    return structure


class _Hooks(dict[str, "Hook"]):
    """Hold the hook of each key of a class, made when a file first gives the key."""

    def __init__(self, kind: type[Any], made: Converter) -> None:
        super().__init__()
        self._types = {one.name: one.type for one in fields_of(kind) if one.init}
        self._made = made

    def __missing__(self, key: str) -> Hook:
        if key in self._types:
            self[key] = hook = self._made.get_structure_hook(self._types[key])
            return hook
        return _unknown(suggest(nearest(key, self._types)))


def _unknown(hint: str) -> Hook:
    """Refuse a key that the class does not have."""

    def structure(_raw: object, _type: object = None) -> Any:
        raise Fault(UNKNOWN_KEY, "unknown key", hint=hint)

    return structure


def _missing(_raw: object, _type: object = None) -> Any:
    """Refuse an object that lacks a key."""
    raise Fault(MISSING_KEY, "is missing")


def _faults(steps: Iterable[tuple[str, Hook, object]]) -> ExceptionGroup[Exception] | None:
    """Take values one by one and collect their faults, each noted with its step of the path."""
    errors = []
    for step, hook, value in steps:
        try:
            hook(value, None)
        except (Fault, InvalidPeriodError, ExceptionGroup) as error:
            error.add_note(step)
            errors.append(error)
    return ExceptionGroup("faults", errors) if errors else None


@cache
def converter() -> Converter:
    """Give the one converter, made on first use."""
    made = Converter()
    plain: Mapping[type[Any], Hook] = {
        str: text,
        int: integer,
        float: number,
        bool: boolean,
        Period: period,
        # Each by itself: they are texts, and the hook for texts would take them else.
        **{kind: word(kind) for kind in Vocabulary.__subclasses__()},
    }
    for kind, hook in plain.items():
        made.register_structure_hook(kind, hook)
    made.register_structure_hook_factory(_is_tuple, lambda kind: _items(kind, made))
    made.register_structure_hook_factory(_is_union, lambda kind: _optional(kind, made))
    made.register_structure_hook_factory(attrs.has, lambda kind: _object(kind, made))
    made.register_unstructure_hook(Period, str)
    made.register_unstructure_hook(Vocabulary, lambda word: word.value)
    made.register_unstructure_hook_factory(_is_tuple, lambda kind: _listed(kind, made))
    made.register_unstructure_hook_factory(_is_union, lambda kind: _filled(kind, made))
    made.register_unstructure_hook_factory(attrs.has, lambda kind: _written(kind, made))
    return made


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_union(kind: object) -> bool:
    return get_origin(kind) in {UnionType, Union}


def _listed(kind: object, made: Converter) -> Callable[[tuple[Any, ...]], list[Any]]:
    """Write a tuple as a list."""
    (inner, _) = get_args(kind)
    hook = made.get_unstructure_hook(inner)
    return lambda values: [hook(value) for value in values]


def _filled(kind: Any, made: Converter) -> Callable[[Any], Any]:
    """Write what may be None as what it is when it is not: an empty field is left out."""
    (inner, *more) = [one for one in get_args(kind) if one is not type(None)]
    return (lambda value: value) if more else made.get_unstructure_hook(inner)


def _written(kind: type[Any], made: Converter) -> Callable[[Any], dict[str, Any]]:
    """Write an object with the fields that say something, in the order of the class."""
    fields = [
        (one.name, one.default, made.get_unstructure_hook(one.type))
        for one in fields_of(kind)
        if one.init
    ]

    def unstructure(value: Any) -> dict[str, Any]:
        plain = {}
        for name, default, hook in fields:
            held = getattr(value, name)
            if held != default:
                plain[name] = hook(held)
        return plain

    return unstructure


def label(item: object, index: int) -> str:
    """Name an item of a list by what it is, or by its place from 1 where it says nothing."""
    if isinstance(item, dict):
        for key in (
            "id",
            "actor",
            "document",
            "event",
            "source",
            "locator",
            "text",
            "object",
            "old",
        ):
            value = item.get(key)
            if isinstance(value, str) and value:
                return visible(value, MAX_ID if key == "id" else MAX_LABEL)
    return str(index + 1)


# --- faults: the tree of exceptions to findings ------------------------------------------------


def _findings(error: Exception, path: str, file: str, record: str | None) -> Iterator[Finding]:
    """Flatten the tree of exceptions that structuring raises; their notes make the path."""
    path += "".join(reversed(getattr(error, "__notes__", ())))
    if isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            yield from _findings(inner, path, file, record)
        return
    fault = error if isinstance(error, Fault) else Fault(INVALID_VALUE, str(error))
    yield Finding(
        rule=fault.rule,
        file=file,
        record=record,
        field=path.removeprefix(".") or None,
        value=None if fault.value is None else shorten(fault.value),
        message=str(fault),
        hint=fault.hint or None,
    )


def decode_info(file: str, raw: bytes) -> tuple[DatasetInfo | None, list[Finding]]:
    """Decode the description of a dataset; see `decode`."""
    value, findings = read_json(file, raw)
    if findings:
        return None, findings
    return _structured(value, DatasetInfo, file, None)


def decode(table: str, file: str, raw: bytes) -> tuple[list[Any], list[Finding]]:
    """Decode a file of a table.

    Args:
        table: Name of the table.
        file: Name of the file, for the findings.
        raw: Its bytes.

    Returns:
        The records without fault, in the order of the file, and the findings on the others.
    """
    value, findings = read_json(file, raw)
    if findings:
        return [], findings
    if not isinstance(value, list):
        fault = wrong_type(value, "a list of records")
        return [], [Finding(rule=WRONG_TYPE, file=file, message=str(fault))]
    records = []
    for index, item in enumerate(value):
        record, faults = decode_record(table, file, item, index)
        findings += faults
        if record is not None:
            records.append(record)
    return records, findings


def decode_record(
    table: str, file: str, raw: object, index: int
) -> tuple[Any | None, list[Finding]]:
    """Decode one record of a file.

    Args:
        table: Name of the table.
        file: Name of the file, for the findings.
        raw: The plain value.
        index: Its place in the file, from 0.

    Returns:
        The record, None if it has faults, and the findings.
    """
    return _structured(raw, TABLES[table], file, label(raw, index))


def _structured(
    raw: object, kind: type[T], file: str, record: str | None
) -> tuple[T | None, list[Finding]]:
    """Structure a value, or give its findings."""
    try:
        return converter().structure(raw, kind), []
    except (ExceptionGroup, Fault) as error:
        return None, list(_findings(error, "", file, record))


# --- unstructuring: records to canonical JSON --------------------------------------------------


def unstructure(record: object) -> dict[str, Any]:
    """Give a record in the form of the file: plain values, empty fields left out."""
    plain: dict[str, Any] = converter().unstructure(record)
    return plain


def encode(records: Iterable[Record]) -> str:
    """Write records as the canonical text of a file: events by time, others by identifier."""
    return canonical([unstructure(record) for record in sorted(records, key=file_order)])


def file_order(record: Record) -> tuple[Any, ...]:
    """Give the key by which a file is sorted."""
    if isinstance(record, Event):
        return (record.when is None, record.when, record.order, record.id)
    return (record.id,)
