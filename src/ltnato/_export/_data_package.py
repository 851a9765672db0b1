"""All tables as a Data Package (Frictionless, version 2): tables in CSV and their description."""

from __future__ import annotations

import hashlib
import re

from ltnato._display import show
from ltnato._jsonfile import canonical
from ltnato._models import Source
from ltnato._text import fold

from ._all_tables import all_tables
from ._csv_file import SEPARATOR, written
from ._files import MARK
from ._flat import BOOLEAN, LIST, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._flat import Column, Flat, Table
    from ._selection import Selection

_PROFILES = "https://datapackage.org/profiles/2.0"
#: Where the text of a licence stands, of those that the data may have.
_LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
}
#: What the name of a package is made of; that of a dataset may hold more.
_WORD = re.compile(r"[a-z0-9._]+")
_ESCAPING = (
    "A text that a spreadsheet would take for a formula, or that begins with an apostrophe, has an"
    " apostrophe in front."
)


def encode(chosen: Selection, lang: str) -> dict[str, bytes]:
    """Give the files of the package: its descriptor, and a file a table."""
    filled = all_tables(chosen)
    files = {f"{flat.table.name}.csv": written(flat) for flat in filled}
    keys = {flat.table.name: flat.table.columns[0].name for flat in filled if flat.table.key}
    descriptor = _package(chosen, lang) | {
        "resources": [
            _resource(flat, files[f"{flat.table.name}.csv"], keys, lang) for flat in filled
        ]
    }
    return {MARK: canonical(descriptor).encode()} | files


def _package(chosen: Selection, lang: str) -> dict[str, Any]:
    """Describe the package."""
    info = chosen.info
    licence = {"name": info.licence}
    if info.licence in _LICENCES:
        licence["path"] = _LICENCES[info.licence]
    about: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "-".join(_WORD.findall(fold(info.name))) or "dataset",
        "title": show(info.title, lang),
        "description": f"{info.title.en}, data as of {info.as_of}. {_ESCAPING}",
        "version": info.version,
        "licenses": [licence],
    }
    if info.url is not None:
        about["homepage"] = info.url
    if info.author is not None:
        about["contributors"] = [{"title": info.author, "roles": ["author"]}]
    sources = [
        {"title": one.title} | ({"path": one.url} if one.url else {}) for one in chosen.of(Source)
    ]
    return about | ({"sources": sources} if sources else {})


def _resource(flat: Flat, raw: bytes, keys: dict[str, str], lang: str) -> dict[str, Any]:
    """Describe a table."""
    table = flat.table
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": _schema(table, keys, lang),
    }


def _schema(table: Table, keys: dict[str, str], lang: str) -> dict[str, Any]:
    """Describe the columns of a table."""
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, lang) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [table.columns[0].name]
    foreign = [_foreign(column, table, keys) for column in table.columns if column.refers]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column, lang: str) -> dict[str, Any]:
    """Describe a column."""
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.kind == TEXT else column.kind,
    }
    # The standard has this type; the profile of version 2.0 forgot it.
    if column.kind == LIST:
        field |= {"delimiter": SEPARATOR, "itemType": "string"}
    if column.kind == BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {}
    if column.required and column.kind != LIST:  # an empty list is an empty cell
        constraints["required"] = True
    if column.words is not None and column.kind == TEXT:
        field["categories"] = [
            {"value": word.value, "label": show(word, lang)} for word in column.words
        ]
        # Beside the categories, which validators pass over.
        constraints["enum"] = [word.value for word in column.words]
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(column: Column, table: Table, keys: dict[str, str]) -> dict[str, Any]:
    """Describe a column that holds keys of a table; its own table goes without a name."""
    home = str(column.refers)
    reference: dict[str, Any] = {} if home == table.name else {"resource": home}
    return {"fields": [column.name], "reference": reference | {"fields": [keys[home]]}}
