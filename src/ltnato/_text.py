"""Values of two languages, the base of all values, and texts made comparable or fit to be shown."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs
from attrs import define

__all__ = ["Bilingual", "OfficialTitle"]

#: Nothing that is named is longer, and comparing with a longer text would take for ever.
_WORD = 1_000
#: Fewer letters stand in too many names to tell one.
_HELD = 3

# Letters that Unicode does not decompose, and every kind of quotation mark and dash as one.
_EQUAL = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        **dict.fromkeys("'\"`´‘’‚‛“”„‟‹›«»′″", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    },
)


class Value:
    """Be the base of all values: compare, hash and show by the fields.

    attrs would write these methods anew for each class, which costs more than all queries.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Compare all fields of values of the same class."""
        if type(other) is not type(self):
            return NotImplemented
        kind: Any = type(self)
        fields = _fields(kind)
        return bool(fields(self) == fields(other))

    def __hash__(self) -> int:
        """Hash all fields."""
        kind: Any = type(self)
        return hash(_fields(kind)(self))

    def __repr__(self) -> str:
        """Show the class and each field that differs from its default."""
        parts = []
        for one in fields_of(type(self)):
            value = getattr(self, one.name)
            if value != one.default:
                parts.append(f"{one.name}={value!r}")
        return f"{type(self).__name__}({', '.join(parts)})"


def fields_of(kind: Any) -> "tuple[attrs.Attribute[Any], ...]":
    """Give the fields of a class of values."""
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return found


@cache
def _fields(kind: Any) -> "attrgetter[Any]":
    """Give the function that reads all fields of a class."""
    return attrgetter(*(one.name for one in fields_of(kind)))


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Bilingual(Value):
    """Hold one wording in English and in Lithuanian.

    Args:
        en: The English wording.
        lt: The Lithuanian wording.

    Example:
        >>> from ltnato import Bilingual
        >>> title = Bilingual(en="Lithuania joins NATO", lt="Lietuva įstoja į NATO")
        >>> str(title), title.lt
        ('Lithuania joins NATO', 'Lietuva įstoja į NATO')
    """

    en: str
    lt: str

    def __str__(self) -> str:
        """Give the English wording."""
        return self.en

    def get(self, lang: str) -> str:
        """Give the wording in one language.

        Args:
            lang: ``"en"`` or ``"lt"``.

        Returns:
            The wording.

        Example:
            >>> import ltnato
            >>> ltnato.actor("lithuania").name.get("lt")
            'Lietuva'
        """
        return self.lt if lang == "lt" else self.en


@define(frozen=True, kw_only=True, eq=False, repr=False)
class OfficialTitle(Value):
    """Hold an official title in the languages in which a source shows it.

    Args:
        en: The English title, None if no source shows one.
        lt: The Lithuanian title, None if no source shows one.

    Example:
        >>> from ltnato import OfficialTitle
        >>> str(OfficialTitle(lt="Nacionalinio saugumo pagrindų įstatymas"))
        'Nacionalinio saugumo pagrindų įstatymas'
    """

    en: str | None = None
    lt: str | None = None

    def __str__(self) -> str:
        """Give the English title, or the Lithuanian one where there is no English one."""
        return self.en or self.lt or ""


def fold(text: str) -> str:
    """Fold a text so that case, accents, blanks and kinds of quotation mark do not count."""
    # Decomposed first: the case of what "№" or "™" stands for would be kept else.
    folded = unicodedata.normalize("NFKD", text.translate(_EQUAL)).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(plain.translate(_EQUAL).split())


def nearest(word: str, choices: Iterable[str], *, count: int = 3) -> list[str]:
    """Find the choices that a mistyped word most probably means, best first."""
    import difflib

    if len(word) > _WORD:
        return []
    by_fold = {fold(choice): choice for choice in choices}
    folded = fold(word)
    close = difflib.get_close_matches(folded, by_fold, n=count, cutoff=0.6)
    held = []
    if len(folded) >= _HELD:
        held = [key for key in by_fold if folded in key and key not in close]
    return [by_fold[key] for key in (*close, *sorted(held, key=len))][:count]


def shorten(value: object, limit: int = 80) -> str:
    """Show a value in a message as its repr, cut where it is long."""
    try:
        text = repr(value[: limit * 2] if isinstance(value, str | list) else value)
    except RecursionError:  # lists in lists, as deep as JSON was just read
        text = "…"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def visible(text: str, limit: int = 60) -> str:
    """Show a text that names something: cut where it is long, escaped where it can not print."""
    shown = text if text.isprintable() else repr(text[:limit])[1:-1]
    return shown if len(shown) <= limit else f"{shown[: limit - 1]}…"


def suggest(choices: Iterable[str]) -> str:
    """Word the nearest choices as a question, or give an empty text where there is none."""
    names = [f"'{choice}'" for choice in choices]
    return f"did you mean {' or '.join(names)}?" if names else ""
