"""Write the page of all fields, columns and words, from the schemas, tables and vocabularies."""

from __future__ import annotations

import inspect
import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

import ltnato
from ledger_page import cell
from ltnato._codec import TABLES
from ltnato._export._all_tables import _FILES
from ltnato._export._columns import BY_KIND
from schemas import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ltnato._export._flat import Column

__all__ = ["fields_page"]

Schema: TypeAlias = dict[str, Any]

_HEAD = """\
# Fields, columns and words

Every field of the data files, every column of the flat tables and every word of the closed
vocabularies. Made from the JSON Schemas, the exports and the vocabularies of the package.
[The file format](file-format.md) tells how records are written.

## Data files

One file a table, a list of records each, and `dataset.json`, which describes the whole. A field
that is not required is left out when empty.
"""
_PARTS = """\
## Parts of records

What stands inside the records above.
"""
_COLUMNS = """\
## Flat tables

The tables of data frames, `csv`, `parquet`, `sqlite` and `datapackage`. [Into other
tools](../guides/frames-and-files.md#columns) tells how dates, wordings and lists become columns. A
column that refers to a table holds its identifiers.
"""
_WORDS = """\
## Vocabularies

The words of each closed list, with their labels in both languages and when to use them. `Severity`,
`Trust` and `Verdict` are derived, and never stand in a file.
"""
#: How the plain forms of the schemas are called here.
_FORMS = {
    "Slug": "identifier",
    "Text": "text",
    "Period": "[date](file-format.md#dates)",
    "Day": "day",
}
_KINDS = {"boolean": "true or false", "integer": "whole number", "number": "number"}


def fields_page() -> str:
    """Word the page of the fields, the columns and the words."""
    schemas = {name: _schema(name) for name in (*TABLES, "dataset")}
    parts: dict[str, Schema] = {}
    lines = [_HEAD]
    for name, schema in schemas.items():
        kinds = schema["$defs"]
        is_list = schema["type"] == "array"
        record = kinds[_name(schema["items"])] if is_list else schema
        about = (schema["items"] if is_list else schema)["description"]
        lines += [f"### {name}", "", cell(about), "", *_fields(record, kinds), ""]
        parts |= {
            part: {**kind, "$defs": kinds}
            for part, kind in kinds.items()
            if kind["type"] == "object" and kind is not record
        }
    lines += [_PARTS]
    for part in sorted(parts):
        about = (inspect.getdoc(getattr(ltnato, part)) or "").partition("\n")[0]
        lines += [f"### {part}", "", about, "", *_fields(parts[part], parts[part]["$defs"]), ""]
    lines += [_COLUMNS]
    for table in dict.fromkeys((*(table for table, _ in _FILES), *BY_KIND.values())):
        lines += [f"### Table {table.name}", "", f"{table.about}.", ""]
        lines += ["| Column | Type | Always filled | Holds |", "| --- | --- | --- | --- |"]
        lines += [_column(column) for column in table.columns]
        lines += [""]
    lines += [_WORDS]
    for kind in _vocabularies():
        lines += [f"(words-{kind.__name__.lower()})=", "", f"### {kind.__name__}", ""]
        lines += [(inspect.getdoc(kind) or "").partition("\n")[0], ""]
        lines += ["| Word | English | Lithuanian | When to use it |", "| --- | --- | --- | --- |"]
        lines += [
            f"| `{word.value}` | {cell(word.label.en)} | {cell(word.label.lt)} | {cell(word.use)} |"
            for word in kind
        ]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _schema(table: str) -> Schema:
    """Read the schema of a table."""
    read: Schema = json.loads((FOLDER / f"{table}.schema.json").read_text(encoding="utf-8"))
    return read


def _vocabularies() -> Iterator[type[ltnato.Vocabulary]]:
    """Give every vocabulary, by name."""
    for name in ltnato.__all__:
        kind = getattr(ltnato, name)
        if isinstance(kind, type) and issubclass(kind, ltnato.Vocabulary) and list(kind):
            yield kind


def _fields(record: Schema, kinds: Schema) -> Iterable[str]:
    """Word the fields of a record as a table."""
    yield "| Field | Form | Required | Meaning |"
    yield "| --- | --- | --- | --- |"
    for name, field in record["properties"].items():
        told = re.sub(r"'([^']*)'", r"`\1`", cell(field["description"]))
        required = "yes" if name in record.get("required", ()) else ""
        if "default" in field:
            required = f"else `{json.dumps(field['default'])}`"
        yield f"| `{name}` | {_form(field, kinds)} | {required} | {told} |"


def _name(schema: Schema) -> str:
    return str(schema["$ref"]).removeprefix("#/$defs/")


def _form(field: Schema, kinds: Schema) -> str:
    """Word the form of a value."""
    if "$ref" in field:
        name = _name(field)
        if name in _FORMS:
            return _FORMS[name]
        sort = "word of" if "enum" in kinds[name] else "object"
        return f"{sort} [{name}](#{name.lower()})"
    if field["type"] == "array":
        return f"list: {_form(field['items'], kinds)}"
    if "pattern" in field:
        return f"text like `{field['pattern']}`".replace("|", "\\|")
    return _KINDS[field["type"]]


def _column(column: Column) -> str:
    """Word a column of a flat table as a row."""
    holds = []
    if column.refers:
        holds.append(f"refers to [{column.refers}](#table-{column.refers.replace('_', '-')})")
    if column.words is not None:
        holds.append(f"word of [{column.words.__name__}](#{column.words.__name__.lower()})")
    always = "yes" if column.required else ""
    return f"| `{column.name}` | {column.kind} | {always} | {', '.join(holds)} |"
