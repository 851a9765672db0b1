"""Write the JSON Schemas of the data files from the models.

``python tests/schemas.py`` rewrites ``src/ltnato/data/schema``.  Names, types, required fields and
words come from the classes, descriptions from their docstrings and from the labels of the
vocabularies; `LIMITS` adds what neither says.  A schema can not say everything: that no calendar
has a 30 February, that an end comes after its start and that an identifier exists are left to the
loader and the checks.

The texts are made for editors.  ``enumDescriptions`` and ``patternErrorMessage`` are read by VS
Code and ignored by validators.  A definition that is used by ``$ref`` beside a description has
none of its own, since VS Code would show it in place of that of the property.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import attrs

import ltnato._models
from ltnato._codec import TABLES
from ltnato._jsonfile import canonical
from ltnato._models import DatasetInfo
from ltnato._period import Period
from ltnato._vocabulary import Vocabulary

__all__ = ["FOLDER", "build", "write"]

Schema: TypeAlias = dict[str, Any]

FOLDER = Path(ltnato._models.__file__).parent / "data" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
HOME = "https://github.com/ltnato/ltnato/raw/main/src/ltnato/data/schema/"

PLAIN = {bool: "boolean", int: "integer", float: "number"}

DAY = "(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
DATE = "(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?[?~%]?"
PERIOD = rf"{DATE}(?:/(?:{DATE}|\.\.)?)?|(?:\.\.)?/{DATE}|\[\.\.{DATE}\]|\[{DATE}\.\.(?:{DATE})?\]"

SCALARS: dict[str, Schema] = {
    "Day": {
        "type": "string",
        "pattern": f"^{DAY}$",
        "patternErrorMessage": "Write the day as YYYY-MM-DD.",
    },
    "Period": {
        "type": "string",
        "pattern": f"^(?:{PERIOD})$",
        "patternErrorMessage": (
            "Write YYYY, YYYY-MM or YYYY-MM-DD, with ? (uncertain), ~ (approximate) or % (both) at "
            "its end; an interval as A/B, with .. for a side that is open and nothing for one that "
            "is unknown; one unknown day within a reach as [A..B], [..B] or [A..]."
        ),
    },
    "Slug": {
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "patternErrorMessage": "Write small letters a-z and digits, with single hyphens between.",
    },
    "Text": {"type": "string", "minLength": 1},
}

#: What holds of a field wherever it stands, beyond its type.
LIMITS: dict[str, Schema] = {
    "as_of": {"$ref": "#/$defs/Day"},
    "iso2": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "iso3": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "latitude": {"type": "number", "minimum": -90, "maximum": 90},
    "longitude": {"type": "number", "minimum": -180, "maximum": 180},
    "new": {"$ref": "#/$defs/Slug"},
    "old": {"$ref": "#/$defs/Slug"},
    "ordinal": {"type": "integer", "minimum": 1},
    "position": {"type": "integer", "minimum": 1},
    "url": {"type": "string", "pattern": "^https?://[^ ]+$"},
    "wikidata": {"type": "string", "pattern": "^Q[1-9][0-9]*$"},
}


def _plain(text: str) -> str:
    """Turn what a docstring says to programmers into what a file says to curators."""
    text = re.sub(r"``(\"[^`]*\")``", r"\1", text)
    text = re.sub(r"``([^`]*)``", r"'\1'", text)
    text = re.sub(r"\bNone\b", "left out", text)
    return " ".join(text.split())


def _summary(kind: type[Any]) -> str:
    """Give the first sentence of a class, without the verb that docstrings begin with."""
    first = _plain((kind.__doc__ or "").partition("\n\n")[0])
    first = re.sub(r"^(?:Describe|Hold|Say|Tell) ", "", first)
    return first[0].upper() + first[1:]


def _descriptions(kind: type[Any]) -> dict[str, str]:
    """Read what the docstring of a class says of each of its arguments."""
    # Some interpreters take the indentation off a docstring, some leave it.
    docstring = inspect.cleandoc(kind.__doc__ or "")
    section = re.search(r"^Args:\n((?: {4}.*\n?|\n)*)", docstring, re.MULTILINE)
    entries = (
        re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section[1], re.MULTILINE) if section else ()
    )
    return {name: _plain(text) for name, text in entries}


class _Builder:
    """Build one schema, and gather the definitions that it refers to."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def ref(self, name: str, definition: Schema | None = None) -> Schema:
        """Refer to a definition, and keep it."""
        self.defs[name] = SCALARS[name] if definition is None else definition
        return {"$ref": f"#/$defs/{name}"}

    def value(self, hint: Any, *, slug: bool) -> Schema:
        """Give the schema of a type; slug says that its texts are identifiers."""
        if get_origin(hint) is UnionType:
            inner = [one for one in get_args(hint) if one is not type(None)]
            return self.value(inner[0], slug=slug) if len(inner) == 1 else {"type": "number"}
        if get_origin(hint) is tuple:
            return self.items(get_args(hint)[0], slug=slug)
        if hint in PLAIN:
            return {"type": PLAIN[hint]}
        if hint in {str, Period}:
            return self.ref("Period" if hint is Period else "Slug" if slug else "Text")
        if issubclass(hint, Vocabulary):
            return self.ref(hint.__name__, _words(hint))
        return self.ref(hint.__name__, self.object(hint))

    def items(self, item: Any, *, slug: bool) -> Schema:
        """Give the schema of a list; a word or an identifier stands in it once."""
        items = self.value(item, slug=slug)
        if attrs.has(item):
            items = {"description": _summary(item), **items}
            return {"type": "array", "minItems": 1, "items": items}
        return {"type": "array", "minItems": 1, "uniqueItems": True, "items": items}

    def field(self, one: attrs.Attribute[Any], hint: object, description: str) -> Schema:
        """Give the schema of a field."""
        tables = one.metadata.get("refers_to", ())
        if tables:
            description += f" (Identifier from: {', '.join(tables)}.)"
        schema = self.value(hint, slug=bool(tables) or one.name == "id")
        if one.name in LIMITS:
            schema = LIMITS[one.name]
            if name := schema.get("$ref", "").removeprefix("#/$defs/"):
                self.ref(name)
        schema = {"description": description, **schema}
        if isinstance(one.default, str | int):
            schema["default"] = one.default
        return schema

    def object(self, kind: type[Any]) -> Schema:
        """Give the schema of a class, without a description of the class itself."""
        fields = [one for one in attrs.fields(kind) if one.init]
        hints, told = get_type_hints(kind), _descriptions(kind)
        schema: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                one.name: self.field(one, hints[one.name], told[one.name]) for one in fields
            },
        }
        if required := [one.name for one in fields if one.default is attrs.NOTHING]:
            schema["required"] = required
        else:
            schema["minProperties"] = 1
        return schema


def _words(kind: type[Vocabulary]) -> Schema:
    """Give the schema of a vocabulary, each word with both labels and its use."""
    return {
        "type": "string",
        "enum": [word.value for word in kind],
        "enumDescriptions": [f"{word.label.en} / {word.label.lt}: {word.use}" for word in kind],
    }


def _schema(name: str, kind: type[Any]) -> Schema:
    """Give the schema of a file: a list of records, or the description of the dataset."""
    builder = _Builder()
    if kind is DatasetInfo:
        body = {"description": _summary(kind), **builder.object(kind)}
    else:
        items = {"description": _summary(kind), **builder.value(kind, slug=False)}
        about = f"The {name} of a dataset, as a list of records."
        body = {"description": about, "type": "array", "items": items}
    return {
        "$schema": DIALECT,
        "$id": f"{HOME}{name}.schema.json",
        "title": f"ltnato {name}",
        **body,
        "$defs": dict(sorted(builder.defs.items())),
    }


def build() -> dict[str, str]:
    """Build all schemas.

    Returns:
        The text of each file by its name.
    """
    kinds: dict[str, type[Any]] = {"dataset": DatasetInfo, **TABLES}
    return {f"{name}.schema.json": canonical(_schema(name, kind)) for name, kind in kinds.items()}


def write(folder: Path = FOLDER) -> None:
    """Write all schemas into a folder, and remove those of tables that are no more."""
    texts = build()
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.schema.json"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
