"""Publish the explorer page: its own files, and the data that it shows, from the package's export.

Sphinx calls it while the site is built; `publish` makes the page of any dataset.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

HERE = Path(__file__).parent

#: What the page shows: of the tables of the export some, and of their records these fields.
_FIELDS = {
    "events": (
        *("id", "when", "category", "manner", "topics", "title", "summary", "places"),
        *("participants", "outcomes", "figures", "documents", "part_of", "links", "key"),
        "citations",
    ),
    "actors": ("id", "kind", "name", "names", "iso2", "iso3", "wikidata"),
    "places": ("id", "name", "names"),
    "documents": (*("id", "kind", "title", "official_title", "names", "number", "url", "adopted"),),
    "sources": ("id", "title", "publisher", "url"),
    "discrepancies": (
        *("id", "record", "field", "stated", "stated_by", "adopted", "status", "reason"),
        "evidence",
    ),
}
#: The vocabularies whose words the page shows.
_VOCABULARIES: tuple[type[ltnato.Vocabulary], ...] = (
    *(ltnato.Act, ltnato.ActorKind, ltnato.Category, ltnato.Limit, ltnato.LinkKind),
    *(ltnato.Manner, ltnato.OutcomeKind, ltnato.Role, ltnato.Status, ltnato.Topic),
    *(ltnato.Trust, ltnato.Unit),
)


def publish(folder: Path, dataset: ltnato.Dataset | None = None) -> Path:
    """Write the page with its data.

    Args:
        folder: Where to write; made if need be, and what is there is replaced.
        dataset: Whose events to show, the shipped ones if None.

    Returns:
        The page.
    """
    unpublished = shutil.ignore_patterns("*.py", "*.md", "__pycache__")
    shutil.copytree(HERE, folder, ignore=unpublished, dirs_exist_ok=True)
    script = as_script(data(ltnato.dataset() if dataset is None else dataset))
    (folder / "data.js").write_text(script, encoding="utf-8")
    return folder / "index.html"


def data(dataset: ltnato.Dataset) -> dict[str, Any]:
    """Gather what the page shows.

    Args:
        dataset: The dataset.

    Returns:
        Tables of its export, the events in order of time; and what only the package can tell: each
        period in words and days, the trust in each event, the labels of the vocabularies.
    """
    with tempfile.TemporaryDirectory() as folder:
        exported = json.loads(dataset.export("json", Path(folder, "all.json")).read_bytes())
    events = dataset.events()
    place = {one.id: number for number, one in enumerate(events)}
    exported["events"].sort(key=lambda one: place[one["id"]])
    exported["discrepancies"] = [one for one in exported["discrepancies"] if one["record"] in place]
    found: dict[str, Any] = {
        table: [{name: one[name] for name in names if name in one} for one in exported[table]]
        for table, names in _FIELDS.items()
    }
    found["dataset"] = exported["dataset"]
    found["periods"] = {str(when): _worded(when) for when in _periods(dataset)}
    found["trust"] = {one.id: dataset.trust(one).value for one in events}
    found["labels"] = {
        words.__name__: {word.value: {"en": word.label.en, "lt": word.label.lt} for word in words}
        for words in _VOCABULARIES
    }
    return found


def as_script(value: dict[str, Any]) -> str:
    """Write data as a script, which a page may load where it may not fetch: from a disk.

    Args:
        value: The data.

    Returns:
        A script that assigns them to ``LTNATO``.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Old readers of scripts take these two for the end of a line.
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.LTNATO = {written};\n"


def _periods(dataset: ltnato.Dataset) -> Iterator[ltnato.Period]:
    """Give every period that the page shows."""
    for event in dataset.events():
        yield from _of(event)
        for outcome in event.outcomes:
            yield from _of(outcome)
            if outcome.due is not None:
                yield outcome.due
    for document in dataset.documents():
        if document.adopted is not None:
            yield document.adopted
    yield dataset.as_of


def _of(record: ltnato.Event | ltnato.Outcome) -> Iterator[ltnato.Period]:
    """Give the periods of a record and of its figures."""
    for one in (record, *record.figures):
        if one.when is not None:
            yield one.when


def _worded(when: ltnato.Period) -> dict[str, str | None]:
    """Give a period in words, and its earliest and latest day, None where nothing limits it."""
    return {
        "en": when.to_text("en"),
        "lt": when.to_text("lt"),
        "start": when.start.isoformat() if when.start is not None else None,
        "end": when.end.isoformat() if when.end is not None else None,
    }


def _publish_with(app: Sphinx) -> None:
    if app.builder.format == "html":
        publish(Path(app.outdir, "explorer"))


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx publish the page with the site."""
    app.connect("builder-inited", _publish_with)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
