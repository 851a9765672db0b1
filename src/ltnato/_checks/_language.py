"""Tell English from Lithuanian by the shapes of words."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["seems"]

_WORD = re.compile(r"[^\W\d_]+")
#: Fewer words tell too little, and shorter ones than this tell nothing by their shape.
_WORDS, _LETTERS = 4, 4

_ENGLISH = frozenset(
    (
        *("the", "of", "and", "in", "for", "with", "by", "at", "from", "that", "is", "was", "are"),
        *("were", "which", "its", "their", "this", "has", "have", "had", "an", "not", "as", "into"),
        *("a", "on", "after", "before", "also", "two", "who", "agenda", "area", "data"),
    ),
)
_LITHUANIAN = frozenset(
    (
        *("ir", "į", "su", "dėl", "iš", "kad", "yra", "buvo", "ar", "bei", "už", "prie", "nuo"),
        *("iki", "po", "jos", "jo", "jų", "kaip", "apie", "pagal", "tai", "kai", "bet", "ne", "ji"),
        *("jis", "tarp", "prieš", "per", "taip", "šiandien", "dabar", "todėl", "kodėl", "link"),
        *("aplink", "vakar", "tuomet", "tiek", "kiek", "m", "d"),
    ),
)
#: No Lithuanian word without an accent is written, or ends, like these.
_ENGLISH_SHAPE = re.compile(
    r"[a-z]*(?:[qwx][a-z]*|th[a-z]*|ck[a-z]*|[bcdfghlnrkpvwxz]|[^aim\W]t|[bcdfghklnprtvz]s"
    r"|ies|ous|ays)\Z",
)
#: Endings that are rare in English.
_LITHUANIAN_SHAPE = re.compile(r"[a-z]{2,}(?:[aiou]|[aiu]s|[oy]je|ose)\Z")


def seems(text: str) -> str:
    """Give the language in which a text seems to be.

    Args:
        text: The text.

    Returns:
        ``"en"`` or ``"lt"``, an empty text where too little speaks for one.
    """
    words = _WORD.findall(text)
    if len(words) < _WORDS:
        return ""
    signs = [_sign(word) for word in words]
    english, lithuanian = signs.count("en"), signs.count("lt")
    if english > 2 * lithuanian:
        return "en"
    return "lt" if lithuanian > 2 * english else ""


@lru_cache(maxsize=20_000)
def _sign(word: str) -> str:
    """Give the language of which a word is a sign, an empty text where it is none."""
    if word in _ENGLISH:
        return "en"
    if word in _LITHUANIAN:
        return "lt"
    if len(word) < _LETTERS or not word.islower():  # names tell nothing
        return ""
    if not word.isascii():
        return "lt"
    if _ENGLISH_SHAPE.match(word):
        return "en"
    return "lt" if _LITHUANIAN_SHAPE.match(word) else ""
