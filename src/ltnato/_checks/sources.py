"""Sources: every record cites, locators lead somewhere, claims meet independent evidence."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ltnato._models import Discrepancy, Document, Finding, Pledge, Source
from ltnato._period import Period
from ltnato._text import nearest, shorten, suggest
from ltnato._trust import support_of
from ltnato._vocabulary import Severity, Status

from ._rule import rule
from ._walk import citations, followed, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ltnato._dataset import Dataset

_SENTENCE = re.compile(r":[1-9][0-9]*\Z", re.ASCII)

#: What no address holds: blanks, marks that must be escaped, a broken escape, a cut end.
_NO_ADDRESS = re.compile(r"[\s<>\"`{}|\\^]|%(?![0-9A-Fa-f]{2})|\u2026|\.\.\.\Z|[,;]\Z")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+")
#: Keys that tell who reads and from where, not what is read.
_TRACKING = re.compile(
    r"[?&;#](utm_[a-z]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl"
    r"|selectedLocale|xtor|ref_src)=|(:~:text)=",
    re.IGNORECASE,
)
#: Hosts that show copies of encyclopaedias, or of documents that stand elsewhere.
_MIRROR = re.compile(
    r"(?:^|\.)(?:academic\.ru|[a-z]{2}-academic\.com|(?:de|en|fr|es)academic\.com"
    r"|(?:qwe|second|zxc|wblog|[a-z]{2}wiki)\.wiki|wikibrief\.org|wiki2\.\w+|wikizero\.\w+"
    r"|(?:wikimili|howlingpixel|infogalactic|wikiwand|alchetron|wikivisually|peoplepill)\.com"
    r"|linkfang\.org|studylib\.\w+|docslib\.org|docplayer\.\w+)\Z|kiwix",
)
_HOST_OF = re.compile(r"https?://([^/?#:\s]+)", re.IGNORECASE)


# --- citations ---------------------------------------------------------------------------------


@rule("R101", "uncited", Severity.WARNING, "A statement without a source can not be trusted.")
def _uncited(data: Dataset) -> Iterator[Finding]:
    """Report records that cite nothing; a pledge may lean on the citations of its document."""
    for record in records(data):
        if isinstance(record, Discrepancy):
            if not record.stated_by:
                yield Finding(
                    record=record.id,
                    field="stated_by",
                    message="names no source that states the claim",
                )
            if not record.evidence and record.status is Status.RESOLVED:
                yield Finding(
                    record=record.id,
                    field="evidence",
                    message="is resolved, yet no evidence is named",
                    hint="name the evidence, or set the status to 'open'",
                )
        elif not _supported(data, record):
            yield Finding(record=record.id, field="citations", message="cites no source")


def _supported(data: Dataset, record: Any) -> bool:
    """Tell whether a record has citations, or needs none."""
    if isinstance(record, Pledge):
        return bool(support_of(data._tables, record))
    return isinstance(record, Source) or bool(record.citations)


@rule("R102", "unknown-locator", Severity.ERROR, "A locator leads to an entry of the outline.")
def _locators(data: Dataset) -> Iterator[Finding]:
    """Report locators that no entry of the source's outline bears, with or without a sentence."""
    outlines = _outlines(data)
    for owner, path, citation in citations(data):
        entries = outlines.get(citation.source)
        if entries is None or citation.locator is None or _entry(citation.locator, entries):
            continue
        yield Finding(
            record=owner.id,
            field=f"{path}.locator",
            value=shorten(citation.locator),
            message=f"is no entry of the outline of {citation.source}",
            hint=suggest(nearest(citation.locator.partition(":")[0], entries)) or None,
        )


@rule("R103", "repeated-entry", Severity.ERROR, "A locator stands for one entry of the outline.")
def _repeated_entries(data: Dataset) -> Iterator[Finding]:
    """Report entries of an outline that bear the locator of another one."""
    for source in data._tables.get(Source):
        seen: set[str] = set()
        for entry in source.outline:
            if entry.locator in seen:
                yield Finding(
                    record=source.id,
                    field=f"outline[{entry.locator}].locator",
                    value=shorten(entry.locator),
                    message="is the locator of two entries",
                    hint="number entries under one heading: #1, #2",
                )
            seen.add(entry.locator)


@rule("R104", "uncited-entry", Severity.WARNING, "Each entry of an outline is taken into account.")
def _uncited_entries(data: Dataset) -> Iterator[Finding]:
    """Report entries of an outline that no record cites."""
    outlines = _outlines(data)
    cited = {
        (citation.source, _entry(citation.locator, outlines[citation.source]))
        for _, _, citation in citations(data)
        if citation.locator is not None and citation.source in outlines
    }
    for source, entries in outlines.items():
        for locator in entries:
            if (source, locator) not in cited:
                yield Finding(
                    record=source,
                    field=f"outline[{locator}]",
                    message="is cited by no record",
                )


def _outlines(data: Dataset) -> Mapping[str, Mapping[str, None]]:
    """Give the locators of each source that has an outline."""
    return {
        source.id: dict.fromkeys(entry.locator for entry in source.outline)
        for source in data._tables.get(Source)
        if source.outline
    }


def _entry(locator: str, entries: Mapping[str, None]) -> str | None:
    """Give the entry that a locator names, None if there is none."""
    found = locator if locator in entries else _SENTENCE.sub("", locator)
    return found if found in entries else None


# --- discrepancies -----------------------------------------------------------------------------


@rule("R111", "dangling-path", Severity.ERROR, "A discrepancy says which field it is about.")
def _paths(data: Dataset) -> Iterator[Finding]:
    """Report discrepancies whose path leads to no field of their record."""
    for one, _values, fault in followed(data):
        if fault:
            yield Finding(
                record=one.id,
                field="field",
                value=shorten(one.field),
                message=f"leads nowhere in {one.record}: {fault}",
            )


@rule("R112", "not-adopted", Severity.ERROR, "What was adopted is what the record holds.")
def _adopted(data: Dataset) -> Iterator[Finding]:
    """Report discrepancies that adopt another value than their record holds."""
    for one, values, _ in followed(data):
        written = [_written(value) for value in values]
        if not written or ... in written or one.adopted in written:
            continue
        held = " and ".join("nothing" if text is None else f"'{text}'" for text in written)
        yield Finding(
            record=one.id,
            field="adopted",
            value=None if one.adopted is None else shorten(one.adopted),
            message=f"{'is missing' if one.adopted is None else 'was not adopted'}: "
            f"{one.field} of {one.record} is {held}",
        )


@rule("R113", "no-disagreement", Severity.WARNING, "A discrepancy tells of two values.")
def _agreed(data: Dataset) -> Iterator[Finding]:
    """Report discrepancies that adopt just what is stated."""
    for one in data._tables.get(Discrepancy):
        if one.stated == one.adopted:
            yield Finding(
                record=one.id,
                field="adopted",
                value=shorten(one.adopted),
                message="is what the disagreeing source states",
            )


@rule("R114", "dependent-evidence", Severity.WARNING, "No family bears witness against itself.")
def _dependent(data: Dataset) -> Iterator[Finding]:
    """Report evidence that comes from the families alone that state the claim."""
    sources = data._tables.by_id(Source)
    for one in data._tables.get(Discrepancy):
        stated = {sources[each.source].family for each in one.stated_by}
        evidence = {sources[each.source].family for each in one.evidence}
        if evidence and evidence <= stated:
            yield Finding(
                record=one.id,
                field="evidence",
                value=shorten(", ".join(sorted(evidence))),
                message="states the claim itself; evidence needs another family of sources",
            )


def _written(value: object) -> Any:
    """Give a plain value in the form of the file, and ``...`` for what is not plain."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Period):
        return str(value)
    return json.dumps(value) if isinstance(value, bool | int | float) else ...


# --- addresses ---------------------------------------------------------------------------------


@rule("R121", "malformed-address", Severity.ERROR, "An address leads to a page of the web.")
def _malformed(data: Dataset) -> Iterator[Finding]:
    """Report addresses that no browser would open."""
    for record, url in _addresses(data):
        fault = _no_address(url)
        if fault:
            yield Finding(
                record=record, field="url", value=shorten(url), message=f"is no address: {fault}"
            )


def _no_address(url: str) -> str | None:
    """Say why a text is no address of the web, None if it is one."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - read for the error it raises
    except ValueError as error:
        return str(error)[:1].lower() + str(error)[1:]
    if parts.scheme not in {"http", "https"}:
        return "it does not start with http:// or https://"
    if not _HOST.fullmatch(host):
        return f"it has no host with a dot but {host!r}"
    found = _NO_ADDRESS.search(url)
    return f"it holds {found[0]!r}" if found else None


@rule("R122", "tracking-address", Severity.WARNING, "An address tells the page, not the reader.")
def _tracking(data: Dataset) -> Iterator[Finding]:
    """Report addresses with a key that follows the reader."""
    for record, url in _addresses(data):
        found = _TRACKING.search(url)
        if found:
            yield Finding(
                record=record,
                field="url",
                value=shorten(url),
                message=f"holds {found[1] or found[2]}, which is no part of the page's address",
                hint="leave it out",
            )


@rule("R123", "mirror", Severity.WARNING, "A copy proves nothing that its original does not.")
def _mirrors(data: Dataset) -> Iterator[Finding]:
    """Report addresses at hosts that show copies of other pages."""
    for record, url in _addresses(data):
        found = _HOST_OF.match(url)
        host = found[1].lower() if found else ""
        if _MIRROR.search(host):
            yield Finding(
                record=record,
                field="url",
                value=shorten(url),
                message=f"stands at {host}, which shows copies",
                hint="cite the page that it copies",
            )


@rule("R124", "shared-address", Severity.WARNING, "One page is one source, cited by locators.")
def _shared(data: Dataset) -> Iterator[Finding]:
    """Report addresses that two sources share."""
    by_page: defaultdict[str, list[Source]] = defaultdict(list)
    for source in data._tables.get(Source):
        if source.url is not None:
            by_page[_page(source.url)].append(source)
    for first, *others in by_page.values():
        for other in others:
            yield Finding(
                record=other.id,
                field="url",
                value=shorten(other.url),
                message=f"is the address of {first.id} too",
            )


@rule("R125", "access-date", Severity.WARNING, "Pages change; a source says when it was read.")
def _accessed(data: Dataset) -> Iterator[Finding]:
    """Report sources on the web without the day on which they were read."""
    for source in data._tables.get(Source):
        accessed = source.accessed
        if accessed is None:
            message = "is missing for a page of the web" if source.url else None
        elif accessed.days != 1:
            message = "is not one day"
        else:
            message = None
        if message:
            yield Finding(
                record=source.id,
                field="accessed",
                value=None if accessed is None else shorten(str(accessed)),
                message=message,
            )


def _addresses(data: Dataset) -> Iterator[tuple[str, str]]:
    """Give the addresses of sources and documents."""
    given = [(one.id, one.url) for one in data._tables.get(Source)]
    given += [(one.id, one.url) for one in data._tables.get(Document)]
    return ((record, url) for record, url in given if url is not None)


def _page(url: str) -> str:
    """Give an address without what does not change the page: scheme, www, last slash, anchor."""
    address, _, anchor = url.partition("://")[2].partition("#")
    host, slash, path = address.partition("/")
    page = f"{host.lower().removeprefix('www.')}{slash}{path}".removesuffix("/")
    return f"{page}#{anchor}" if anchor.startswith(("/", "!")) else page
