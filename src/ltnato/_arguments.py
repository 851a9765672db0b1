"""What the arguments of queries mean: times, words, names of records, sources and texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from ._errors import InvalidQueryError
from ._models import Actor, Place, Source
from ._period import Period, as_period, span
from ._records import Records
from ._text import fold, nearest, shorten, suggest
from ._vocabulary import ActorKind, Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import TypeAlias

    from ._parts import Citation
    from ._tables import Tables

    #: A test of a record that a filter makes.
    Check: TypeAlias = Callable[[Any], bool]

T = TypeVar("T")
V = TypeVar("V", bound=Vocabulary)


def each(value: object, name: str) -> tuple[Any, ...]:
    """Take one item, or a list of which any may hold."""
    if isinstance(value, str | Period) or attrs.has(type(value)) or not isinstance(value, Iterable):
        return (value,)
    items = tuple(value)
    if not items:
        message = f"{name} is an empty list; leave it out to filter by nothing"
        raise InvalidQueryError(message)
    return items


def words_of(value: object, kind: type[V], name: str) -> frozenset[V]:
    """Take words of a vocabulary."""
    known = {word.value: word for word in kind}
    found = set()
    for item in each(value, name):
        if not isinstance(item, str):
            message = f"{name} takes a text, not {type(item).__name__}"
            raise TypeError(message)
        word = known.get("-".join(fold(item).replace("_", " ").split()))
        if word is None:
            hint = suggest(nearest(item, known)) or f"one of {', '.join(known)}"
            message = f"{shorten(item)} is no {name}; {hint}"
            raise InvalidQueryError(message)
        found.add(word)
    return frozenset(found)


def ids_of(
    tables: Tables,
    value: object,
    name: str,
    *kinds: type[Any],
    known: Container[object] = (),
) -> frozenset[str]:
    """Take records by what they are called, and give their identifiers.

    One that is ``known`` is an identifier, and spares the look into a table not yet decoded.
    """
    return frozenset(
        item if isinstance(item, str) and item in known else tables.find(item, *kinds).id
        for item in each(value, name)
    )


def needle_of(value: object) -> str:
    """Take a text to search for."""
    if not isinstance(value, str):
        message = f"text takes a text, not {type(value).__name__}"
        raise TypeError(message)
    if not value.strip():
        message = "text is empty; leave it out to filter by nothing"
        raise InvalidQueryError(message)
    return fold(value)


def flag_of(value: object, name: str) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        message = f"{name} takes True or False, not {type(value).__name__}"
        raise TypeError(message)
    return value


def window_of(on: object, since: object, until: object) -> tuple[int, int] | None:
    """Take the dates of a query as the first and last day that it admits, None without any."""
    if on is None and since is None and until is None:
        return None
    low, high = span(as_period(on)) if on is not None else span(None)
    if since is not None:
        low = max(low, span(as_period(since))[0])
    if until is not None:
        high = min(high, span(as_period(until))[1])
    if (
        since is not None
        and until is not None
        and span(as_period(since))[0] > span(as_period(until))[1]
    ):
        message = f"the range is reversed: since {since} is later than until {until}"
        raise InvalidQueryError(message)
    return low, high


def meets(when: Period | None, window: tuple[int, int]) -> bool:
    """Tell whether a period may share a day with a window; no date, no day."""
    if when is None:
        return False
    low, high = span(when)
    return low <= window[1] and window[0] <= high


class Citing:
    """Tell whether citations hold one of the asked sources, or of the asked parts of one."""

    __slots__ = ("_asked", "sources")

    #: The sources that are asked for, whole or in part.
    sources: frozenset[str]

    def __init__(self, asked: list[tuple[str, str | None]]) -> None:
        self._asked = asked
        self.sources = frozenset(source for source, _ in asked)

    def __call__(self, citations: Iterable[Citation]) -> bool:
        """Tell whether one of the citations is asked for."""
        return any(
            one.source == source and (narrowed is None or inside(one.locator or "", narrowed))
            for one in citations
            for source, narrowed in self._asked
        )


def citing(tables: Tables, value: object) -> Citing:
    """Take sources, each perhaps narrowed to a part: ``"mfa-membership-page/activities"``."""
    asked: list[tuple[str, str | None]] = []
    for item in each(value, "source"):
        name, narrowed = item, None
        if isinstance(item, str) and "/" in item and not tables.named(Source, item):
            name, _, narrowed = item.rstrip("/").partition("/")
        source = tables.find(name, Source)
        if narrowed and source.outline:
            _require_part(source, narrowed)
        asked.append((source.id, narrowed or None))
    return Citing(asked)


def _require_part(source: Source, part: str) -> None:
    """Refuse a part that the outline of a source does not have."""
    locators = [entry.locator for entry in source.outline]
    if not any(inside(one, part) or inside(part, one) for one in locators):
        parts = dict.fromkeys(entry.part for entry in source.outline)
        hint = suggest(nearest(part, [*parts, *locators])) or f"one of {', '.join(parts)}"
        message = f"source {source.id} has no part {shorten(part)}; {hint}"
        raise InvalidQueryError(message)


def inside(locator: str, part: str) -> bool:
    """Tell whether a locator is a part of a source, or lies in it."""
    return locator == part or (locator.startswith(part) and locator[len(part)] in "/#:")


def sift(records: Iterable[T], checks: Iterable[Callable[[T], bool]]) -> Iterable[T]:
    """Give what passes every check."""
    for check in checks:  # one after the other: each leaves less for the next
        records = [one for one in records if check(one)]
    return records


def keep(
    records: Iterable[T],
    checks: Iterable[Callable[[T], bool]],
    tables: Tables,
    kind: type[T],
) -> Records[T]:
    """Keep the records, all of a kind, for which every check holds."""
    return Records(sift(records, checks), tables, kind)


def places_within(tables: Tables, value: object) -> frozenset[str]:
    """Take places or countries, with what lies within them."""
    return frozenset().union(
        *(tables.within(place_or_country(tables, item).id) for item in each(value, "place")),
    )


def place_or_country(tables: Tables, asked: object) -> Place | Actor:
    """Find a place, or a country that stands for all places in it."""
    kinds: tuple[type[Any], ...] = (Place, Actor)
    found: Place | Actor = tables.find(asked, *kinds, only=_is_placed, what="place or country")
    return found


def _is_placed(record: Place | Actor) -> bool:
    return isinstance(record, Place) or record.kind is ActorKind.COUNTRY


def date_order(when: Period | None) -> tuple[bool, Any]:
    """Give the key that puts dates in order of time, what has none last."""
    return (when is None, when)
