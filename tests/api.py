"""The public contract as text: names, signatures, fields, words, errors, commands, rules.

``python tests/api.py`` rewrites ``tests/public_api.txt``, so that a change of the contract is seen
where it is reviewed.
"""

from __future__ import annotations

import argparse
import inspect
import re
import types
import typing
from enum import Enum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import ltnato
from ltnato import _types
from ltnato.__main__ import _parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILE = Path(__file__).with_name("public_api.txt")
#: These are given by the package and made by nobody else; how they are made is its own affair.
GIVEN = ("Card", "Dataset", "Records")
#: The special methods that a user relies on; those of attrs and of pickling are left out.
SPECIAL = {
    *("__arrow_c_stream__", "__contains__", "__eq__", "__format__", "__ge__", "__getitem__"),
    *("__gt__", "__hash__", "__iter__", "__le__", "__len__", "__lt__", "__str__", "_repr_html_"),
}


def annotation(kind: object) -> str:
    """Write an annotation as the source has it, whichever Python reads it."""
    if isinstance(kind, str):
        return kind
    if kind in {None, type(None), Ellipsis}:
        return "..." if kind is Ellipsis else "None"
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return " | ".join(map(annotation, args))
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, args))}]"
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(annotation, args))}]"
    return str(getattr(kind, "__name__", kind))


def is_function(name: str) -> bool:
    """Tell whether a public name is that of a function."""
    return inspect.isfunction(getattr(ltnato, name, None))


def shown(value: object) -> str:
    """Write the default of a parameter or a field; a word of a vocabulary by its name."""
    return f"{type(value).__name__}.{value.name}" if isinstance(value, Enum) else repr(value)


def signature(function: Callable[..., object], *, bound: bool = False) -> Iterator[str]:
    """Write a signature, a line a parameter where there are many."""
    found = inspect.signature(function)
    kinds = list(found.parameters.values())[bound:]
    parts: list[str] = []
    for place, one in enumerate(kinds):
        before = kinds[place - 1].kind if place else None
        if before is one.POSITIONAL_ONLY != one.kind:
            parts.append("/")
        if one.kind is one.KEYWORD_ONLY and before is not one.KEYWORD_ONLY:
            parts.append("*")
        star = "**" if one.kind is one.VAR_KEYWORD else ""
        given = "" if one.default is one.empty else f" = {shown(one.default)}"
        parts.append(f"{star}{one.name}: {annotation(one.annotation)}{given}")
    if kinds and kinds[-1].kind is kinds[-1].POSITIONAL_ONLY:
        parts.append("/")
    result = found.return_annotation
    arrow = "" if result is found.empty else f" -> {annotation(result)}"
    line = f"({', '.join(parts)}){arrow}"
    if len(line) <= 80:
        yield line
    else:
        yield "("
        yield from (f"    {part}," for part in parts)
        yield f"){arrow}"


def headed(head: str, lines: Iterator[str]) -> Iterator[str]:
    """Put a name before the first of some lines."""
    yield head + next(lines)
    yield from lines


def members(kind: type) -> dict[str, Any]:
    """Give what a class has from the package itself, what its bases there give included."""
    homes = [one for one in kind.__mro__ if one.__module__.partition(".")[0] == "ltnato"]
    return {name: value for home in reversed(homes) for name, value in vars(home).items()}


def maker(kind: type) -> Iterator[str]:
    """Write how a class is made: by its fields, or by its constructor."""
    if kind.__name__ in GIVEN:
        yield "# made by the package alone"
    elif attrs.has(kind):
        for one in attrs.fields(kind):
            given = "" if one.default is attrs.NOTHING else f" = {shown(one.default)}"
            made = "" if one.init else "  # set by the package"
            yield f"{one.name}: {annotation(one.type)}{given}{made}"
    else:
        held = members(kind)
        for name in ("__new__", "__init__"):
            if name in held:
                yield from headed(f"def {name}", signature(getattr(kind, name), bound=True))


def body(kind: type) -> Iterator[str]:
    """Write what an object has: attributes, properties, methods; those of a field stand there."""
    held = members(kind)
    fields = {one.name for one in attrs.fields(kind)} if attrs.has(kind) else set()
    told = inspect.get_annotations(kind)
    for name in sorted({*told, *held} - fields):
        value = held.get(name)
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            result = inspect.signature(typing.cast("Any", value.fget)).return_annotation
            yield f"property {name}: {annotation(result)}"
        elif isinstance(value, classmethod):
            yield from headed(f"classmethod {name}", signature(getattr(kind, name)))
        elif inspect.isfunction(value):
            if kind is not ltnato.Dataset or not is_function(name):
                yield from headed(f"def {name}", signature(value, bound=True))
        elif name in told:
            yield f"attribute {name}: {annotation(told[name])}"
    if kind is ltnato.Dataset:
        # tests/test_api.py holds functions and methods together.
        yield f"as the function: {', '.join(filter(is_function, sorted(held)))}"
    if special := sorted(SPECIAL & set(held)):
        yield f"special: {' '.join(special)}"


def entry(name: str) -> Iterator[str]:
    """Write a public name."""
    value = getattr(ltnato, name)
    if is_function(name):
        yield from headed(f"def {name}", signature(value))
    elif inspect.isclass(value):
        bases = [one.__name__ for one in value.__bases__ if one is not object]
        yield f"class {name}({', '.join(bases)})" if bases else f"class {name}"
        if issubclass(value, Enum):
            yield from (f"    {one.name} = {one.value!r}" for one in value)
            held = members(value).items() if value is ltnato.Vocabulary else ()
            yield from (f"    property {key}" for key, one in held if isinstance(one, property))
        else:
            yield from (f"    {line}" for line in (*maker(value), *body(value)))
        yield ""
    else:
        yield f"{name} = {annotation(value)}"


def words() -> Iterator[str]:
    """Write what the words in the annotations stand for."""
    record = annotation(ltnato.Record)
    for name, kind in inspect.get_annotations(_types).items():
        if kind == "TypeAlias":
            yield f"{name} = {annotation(vars(_types)[name]).replace(record, 'Record')}"
    yield "EventFilters = the keywords of events"


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Write the options and arguments of a command."""
    for one in parser._actions:
        if isinstance(one, argparse._HelpAction | argparse._SubParsersAction):
            continue
        head = ", ".join(one.option_strings) or str(one.metavar or one.dest)
        if one.option_strings and one.nargs != 0:
            head += f" {one.metavar or one.dest.upper()}"
        if not one.option_strings and one.nargs == "?":
            head = f"[{head}]"
        more = [f"one of {', '.join(map(str, one.choices))}"] if one.choices else []
        more += ["repeatable"] if isinstance(one, argparse._AppendAction) else []
        more += (
            [f"default {one.default}"] if one.choices and one.default != argparse.SUPPRESS else []
        )
        yield f"    {head}" + (f"  ({'; '.join(more)})" if more else "")


def commands() -> Iterator[str]:
    """Write the command line."""
    parser = _parser()
    yield "ltnato"
    yield from options(parser)
    for one in parser._actions:
        if isinstance(one, argparse._SubParsersAction):
            for name, command in one.choices.items():
                yield f"ltnato {name}"
                yield from options(command)


def parts() -> Iterator[tuple[str, Iterator[str]]]:
    """Give the parts of the text."""
    names: dict[str, list[str]] = {"Functions": [], "Errors": [], "Classes": [], "Vocabularies": []}
    for name in ltnato.__all__:
        value = getattr(ltnato, name)
        if is_function(name):
            part = "Functions"
        elif inspect.isclass(value) and issubclass(value, BaseException):
            part = "Errors"
        elif inspect.isclass(value) and issubclass(value, Enum):
            part = "Vocabularies"
        else:
            part = "Classes"
        names[part].append(name)
    for part, theirs in names.items():
        yield part, (line for name in theirs for line in entry(name))
        if part == "Functions":
            yield "What the words in signatures stand for", words()
    yield "Command line", commands()
    rules = (f"{one.code} {one.name} ({one.family}, {one.severity})" for one in ltnato.rules())
    yield "Rules", rules
    extras = metadata.metadata("ltnato").get_all("Provides-Extra") or []
    yield "Extras", iter(sorted(extras))


def text() -> str:
    """Write the contract."""
    lines = ["The public contract of ltnato. Written by: python tests/api.py"]
    for title, held in parts():
        lines += ["", title, "=" * len(title), "", *held]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
