"""How to cite the dataset, or one of its records."""

from __future__ import annotations

import re

from ._errors import InvalidQueryError
from ._models import Actor, Document, Event, Place, Pledge, Source
from ._text import fold
from ._trust import support_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._models import Record
    from ._tables import Tables

#: What a key of a bibliography is made of; the name of a dataset may hold more.
_WORD = re.compile(r"[a-z0-9.]+")
_TEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {"^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "\\": "\\textbackslash{}"}
)


def cite(tables: Tables, record: Record | None, style: str) -> str:
    """Word a citation; see `Dataset.cite`."""
    if style not in {"text", "bibtex"}:
        message = f"{style!r} is no style of citation; 'text' or 'bibtex'"
        raise InvalidQueryError(message)
    info = tables.info
    year = str(info.as_of)[:4]
    whole = f"{info.title.en}, version {info.version}, data as of {info.as_of}"
    key, title, note = info.name, whole, f"licence {info.licence}"
    if record is not None:
        key, title = record.id, f"{_heading(record).removesuffix('.')}. In: {whole}"
        note = _sources(tables, record) or note
    if style == "bibtex":
        fields = {
            "title": title,
            # The second braces keep the name of a body in one piece.
            "author": info.author and f"{{{info.author.translate(_TEX)}}}",
            "year": year,
            "url": info.url,
            "note": note,
        }
        lines = [
            f"  {field} = {{{_tex(field, value)}}}," for field, value in fields.items() if value
        ]
        slug = "-".join(_WORD.findall(fold(key))) or "dataset"
        return "\n".join([f"@misc{{{slug},", *lines, "}"])
    if record is not None:
        return f"{title}{f', {info.url}' if info.url else ''} (record {key}). {note}"
    author = f"{info.author} ({year}). " if info.author else ""
    return f"{author}{title}.{f' {info.url}' if info.url else ''} ({note})"


def _tex(field: str, value: str) -> str:
    """Escape what TeX would take as a command; addresses and the author's braces stay."""
    return value if field in {"url", "author"} else value.translate(_TEX)


def _heading(record: Record) -> str:
    """Word which record it is, with its date."""
    if isinstance(record, Event):
        return f"{record.title.en} ({record.when if record.when is not None else 'undated'})"
    if isinstance(record, Actor | Place):
        return record.name.en
    if isinstance(record, Document):
        return record.title.en
    if isinstance(record, Pledge):
        return record.text.en
    return str(record)


def _sources(tables: Tables, record: Record) -> str:
    """Word the sources of a record."""
    if isinstance(record, Source):
        return record.url or ""
    if isinstance(record, Pledge):
        citations = support_of(tables, record)
    else:
        citations = (*getattr(record, "citations", ()), *getattr(record, "evidence", ()))
    cited = dict.fromkeys(one.source for one in citations)
    sources = [tables.by_id(Source)[one] for one in cited]
    shown = "; ".join(f"{source}{f', {source.url}' if source.url else ''}" for source in sources)
    return f"Sources: {shown}" if shown else ""
