"""Which sources support a record, and how well: derived, never typed in."""

from __future__ import annotations

from ._models import Discrepancy, Document, Event, Source
from ._vocabulary import SourceKind, Status, Trust

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._models import Pledge
    from ._parts import Citation
    from ._tables import Tables

#: Fields of an event that tell neither its date nor what happened.
_ASIDE = ("topics", "key", "order", "note", "citations", "manner", "links", "part_of")


def citations_of(record: Event | Document) -> Iterator[Citation]:
    """Give the citations of an event or document and of its parts."""
    own = record.participants if isinstance(record, Event) else ()
    outcomes = record.outcomes if isinstance(record, Event) else record.provisions
    yield from record.citations
    for part in own:
        yield from part.citations
    for outcome in outcomes:
        yield from outcome.citations
        for part in outcome.participants:
            yield from part.citations


def support_of(tables: Tables, pledge: Pledge) -> tuple[Citation, ...]:
    """Give the citations of a pledge, those of its document where it has none."""
    return pledge.citations or tables.by_id(Document)[pledge.document].citations


def trust_of(tables: Tables, event: Event) -> Trust:
    """Derive the trust in an event.

    An open discrepancy on its date or on what happened makes it disputed; else the text of the act
    itself, or sources of two families, make it corroborated.
    """

    def derive() -> Trust:
        for one in tables.get(Discrepancy):
            if one.status is Status.OPEN and one.record == event.id and not _aside(one.field):
                return Trust.DISPUTED
        sources = [tables.by_id(Source)[one.source] for one in event.citations]
        families = {one.family for one in sources}
        if len(families) > 1 or any(one.kind is SourceKind.ACT for one in sources):
            return Trust.CORROBORATED
        return Trust.SINGLE_SOURCE

    # An event made by hand may bear the identifier of another one.
    cited, kept = tables.memo(("trust", event.id), lambda: (event.citations, derive()))
    return kept if cited == event.citations else derive()


def _aside(path: str | None) -> bool:
    """Tell whether a path leads to neither the date nor what happened."""
    return path is not None and path.replace("[", ".").partition(".")[0] in _ASIDE
