"""Linked data: the events as schema.org has them, with all that they name, in JSON-LD.

The context stands in the file, so that no reader need fetch one, and the file may stand in a page
as it is: ``<``, ``>`` and ``&`` are escaped.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from ltnato._models import Actor, Document, Event, Place, Source
from ltnato._vocabulary import ActorKind, Role

from ._json_file import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, TypeAlias

    from ltnato._edtf import Bound
    from ltnato._models import DatasetInfo
    from ltnato._parts import Name
    from ltnato._period import Period
    from ltnato._text import Bilingual

    from ._selection import Selection

    Node: TypeAlias = dict[str, Any]

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "date": "http://purl.org/dc/terms/date",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "license": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
}
_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.COUNTRY: "Country",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.OFFICE: "Role",
    ActorKind.PROGRAMME: "Project",
}
#: What a participant is to an event, where it is not one who attends.
_ROLES = {
    Role.HOST: "organizer",
    Role.ORGANISER: "organizer",
    Role.SUBJECT: "about",
    Role.TARGET: "about",
}
_WIKIDATA = "http://www.wikidata.org/entity/"
_XSD = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}
#: What would end a script of a web page, or a line of an old one.
_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def encode(chosen: Selection, lang: str) -> bytes:
    """Write the graph."""
    plain(chosen)  # which refuses what can not be carried
    graph = [_dataset(chosen, lang)]
    makers: dict[type[Any], Callable[[Any, DatasetInfo, str], Node]] = {
        Event: _event,
        Actor: _actor,
        Place: _place,
        Document: _document,
        Source: _source,
    }
    for kind, make in makers.items():
        graph += [make(one, chosen.info, lang) for one in chosen.of(kind)]
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2)
    return (text.translate(_ESCAPED) + "\n").encode()


def _iri(info: DatasetInfo, identifier: str = "") -> str:
    """Give the name of a record in the web: an anchor of the dataset's address."""
    base = info.url if info.url is not None else f"urn:x-dataset:{quote(info.name, safe='')}"
    return f"{base}#{quote(identifier, safe='')}" if identifier else base


def _refer(info: DatasetInfo, identifiers: Iterable[str]) -> list[Node]:
    return [{"@id": _iri(info, one)} for one in dict.fromkeys(identifiers)]


def _words(wording: Bilingual, lang: str) -> list[Node]:
    """Give a wording in both languages, the asked one first."""
    order = ("lt", "en") if lang == "lt" else ("en", "lt")
    return [{"@value": wording.get(one), "@language": one} for one in order]


def _filled(node: Node) -> Node:
    """Leave out what says nothing."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _dates(
    when: Period | None, first: str = "startDate", last: str = "endDate"
) -> Iterator[tuple[str, Any]]:
    """Give a period: its sides as far as they are known, and the whole in EDTF."""
    if when is None:
        return
    yield "date", {"@value": str(when), "@type": "edtf:EDTF"}
    if when.one_of:
        return  # neither side is a day on which it began or ended
    yield from ((name, _date(bound)) for name, bound in ((first, when.first), (last, when.last)))


def _date(bound: Bound) -> Node | None:
    """Give a side of a period as precise as it is; None where it is open or unknown."""
    if bound.precision is None:
        return None
    # A mark of doubt is for EDTF, and stands in the whole.
    return {"@value": str(bound).rstrip("?~%"), "@type": _XSD[bound.precision.value]}


def _dataset(chosen: Selection, lang: str) -> Node:
    info = chosen.info
    events = chosen.of(Event)
    return _filled(
        {
            "@id": _iri(info),
            "@type": "Dataset",
            "identifier": info.name,
            "name": _words(info.title, lang),
            "description": _words(info.title, lang),
            "version": info.version,
            "license": f"https://spdx.org/licenses/{quote(info.licence)}.html",
            "creator": {"@type": "Organization", "name": info.author} if info.author else None,
            "url": info.url,
            "dateModified": str(info.as_of),
            "inLanguage": ["en", "lt"],
            "isAccessibleForFree": True,
            "about": _refer(info, (one.id for one in events)),
        }
    )


def _event(one: Event, info: DatasetInfo, lang: str) -> Node:
    people: dict[str, dict[str, None]] = {}
    for part in (*one.participants, *(each for out in one.outcomes for each in out.participants)):
        people.setdefault(_ROLES.get(part.role, "attendee"), {})[part.actor] = None
    return _filled(
        {
            "@id": _iri(info, one.id),
            "@type": "Event",
            "identifier": one.id,
            "name": _words(one.title, lang),
            "description": _words(one.summary, lang),
            **dict(_dates(one.when)),
            "location": _refer(info, one.places),
            "superEvent": _refer(info, (one.part_of,) if one.part_of else ()),
            **{role: _refer(info, named) for role, named in sorted(people.items())},
            "keywords": [
                label for word in (one.category, *one.topics) for label in _words(word.label, lang)
            ],
            "workFeatured": _refer(info, (use.document for use in one.documents)),
            "subjectOf": _refer(info, (citation.source for citation in one.citations)),
        }
    )


def _actor(one: Actor, info: DatasetInfo, lang: str) -> Node:
    kind = _KINDS.get(one.kind, "Organization")
    person = one.kind is ActorKind.PERSON
    ends = ("birthDate", "deathDate") if person else ("foundingDate", "dissolutionDate")
    return _filled(
        {
            "@id": _iri(info, one.id),
            "@type": kind,
            "identifier": [one.id, *_codes(one)],
            "name": _words(one.name, lang),
            "alternateName": _names(one.names),
            **dict(_dates(one.existed, *ends)),
            "sameAs": f"{_WIKIDATA}{quote(one.wikidata)}" if one.wikidata else None,
        }
    )


def _codes(one: Actor) -> Iterator[Node]:
    """Give the codes of a country."""
    for name, code in (("ISO 3166-1 alpha-2", one.iso2), ("ISO 3166-1 alpha-3", one.iso3)):
        if code is not None:
            yield {"@type": "PropertyValue", "propertyID": name, "value": code}


def _names(names: Iterable[Name]) -> list[str]:
    return list(dict.fromkeys(one.text for one in names))


def _place(one: Place, info: DatasetInfo, lang: str) -> Node:
    geo = None
    if one.latitude is not None and one.longitude is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": one.latitude,
            "longitude": one.longitude,
        }
    return _filled(
        {
            "@id": _iri(info, one.id),
            "@type": "Place",
            "identifier": one.id,
            "name": _words(one.name, lang),
            "alternateName": _names(one.names),
            "containedInPlace": _refer(info, filter(None, (one.within, one.country))),
            "geo": geo,
        }
    )


def _document(one: Document, info: DatasetInfo, lang: str) -> Node:
    adopted = dict(_dates(one.adopted, "datePublished", "dateModified"))
    adopted.pop("dateModified", None)
    return _filled(
        {
            "@id": _iri(info, one.id),
            "@type": "Legislation" if one.kind == "law" else "CreativeWork",
            "identifier": [one.id, *((one.number,) if one.number else ())],
            "name": _words(one.title, lang),
            "alternateName": _names(one.names),
            **adopted,
            "author": _refer(info, one.parties),
            "url": one.url,
            "subjectOf": _refer(info, (citation.source for citation in one.citations)),
        }
    )


def _source(one: Source, info: DatasetInfo, _lang: str) -> Node:
    return _filled(
        {
            "@id": _iri(info, one.id),
            "@type": "CreativeWork",
            "identifier": one.id,
            "name": one.title,
            "publisher": {"@type": "Organization", "name": one.publisher},
            "url": one.url,
        }
    )
