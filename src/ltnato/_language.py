"""What depends on the language: dates in words, the alphabet, and which language is asked for."""

from __future__ import annotations

import re
import unicodedata

from ._errors import InvalidQueryError
from ._text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._edtf import Bound

LANGUAGES = ("en", "lt")

# --- which language ----------------------------------------------------------------------------


def language(lang: str) -> str:
    """Take a language of the display."""
    if lang not in LANGUAGES:
        message = f"{lang!r} is no language of the data; 'en' or 'lt'"
        raise InvalidQueryError(message)
    return lang


def language_of(environment: Mapping[str, str]) -> str:
    """Give the language that an environment asks for: Lithuanian, or else English."""
    asked = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in asked if value), "")
    # Not Latgalian (ltg).
    return "lt" if re.match(r"lt(?![a-z])", first, re.IGNORECASE) else "en"


# --- the alphabet ------------------------------------------------------------------------------

#: Comes after every letter: č stands after all of c, and before d.
_LAST = "\U0010fffd"
#: Letters of their own in Lithuanian; y is sorted as i.
_LETTERS = str.maketrans({"č": f"c{_LAST}", "š": f"s{_LAST}", "ž": f"z{_LAST}", "y": "i"})
#: The order of letters that count as one, among words that are else alike.
_VARIANTS = str.maketrans(
    {
        letter: f"{group[0]}{chr(ord(_LAST) - len(group) + place)}"
        for group in ("aą", "eęė", "iįy", "uųū")
        for place, letter in enumerate(group)
        if place
    }
)


def sort_key(text: str, lang: str) -> tuple[str, str, str]:
    """Give the key by which names are sorted in a language, whatever their case.

    In Lithuanian č, š and ž are letters of their own, while ą, ę, ė, į, y, ų and ū stand among a,
    e, i and u and only decide between words that are else alike.
    """
    lower = unicodedata.normalize("NFC", text).casefold()
    if lang == "lt":
        return fold(lower.translate(_LETTERS)), lower.translate(_VARIANTS), text
    return fold(lower), lower, text


# --- dates in words ----------------------------------------------------------------------------

_EN_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NOMINATIVE, _GENITIVE, _ACCUSATIVE = range(3)
_LT_MONTHS = (
    ("sausis", "sausio", "sausį"),
    ("vasaris", "vasario", "vasarį"),
    ("kovas", "kovo", "kovą"),
    ("balandis", "balandžio", "balandį"),
    ("gegužė", "gegužės", "gegužę"),
    ("birželis", "birželio", "birželį"),
    ("liepa", "liepos", "liepą"),
    ("rugpjūtis", "rugpjūčio", "rugpjūtį"),
    ("rugsėjis", "rugsėjo", "rugsėjį"),
    ("spalis", "spalio", "spalį"),
    ("lapkritis", "lapkričio", "lapkritį"),
    ("gruodis", "gruodžio", "gruodį"),
)

#: Periods without a start or without an end: how they are worded, and the case that this asks for.
_ONE_SIDED = {
    "en": {
        "[..": ("not after {}", _NOMINATIVE),
        "..]": ("not before {}", _NOMINATIVE),
        "../": ("until {}", _NOMINATIVE),
        "/..": ("from {}", _NOMINATIVE),
        "": ("until {}, start unknown", _NOMINATIVE),
        "/": ("from {}, end unknown", _NOMINATIVE),
    },
    "lt": {
        "[..": ("ne vėliau kaip {}", _ACCUSATIVE),
        "..]": ("ne anksčiau kaip {}", _ACCUSATIVE),
        "../": ("iki {}", _GENITIVE),
        "/..": ("nuo {}", _GENITIVE),
        "": ("iki {}, pradžia nežinoma", _GENITIVE),
        "/": ("nuo {}, pabaiga nežinoma", _GENITIVE),
    },
}


def worded(first: Bound, last: Bound, lang: str, *, one_of: bool) -> str:
    """Word a period by its bounds; see `Period.to_text`."""
    language(lang)
    if first == last:
        return _date(first, lang, _NOMINATIVE)
    if first.year is None:
        form, case = _ONE_SIDED[lang]["[.." if one_of else f"{first}/" if first.text else ""]
        return form.format(_date(last, lang, case))
    if last.year is None:
        form, case = _ONE_SIDED[lang]["..]" if one_of else f"/{last}"]
        return form.format(_date(first, lang, case))
    if not one_of:
        return _pair(first, last, lang, _NOMINATIVE, "")
    joined = _pair(first, last, lang, _GENITIVE, "ir" if lang == "lt" else "and")
    return f"tarp {joined}" if lang == "lt" else f"between {joined}"


def _pair(first: Bound, last: Bound, lang: str, case: int, conjunction: str) -> str:
    """Word two dates, and what they share once."""
    # Blanks surround the dash between dates of several words, not between numbers or months.
    loose = f" {conjunction or '–'} "
    tight = f" {conjunction} " if conjunction else "–"
    marked = any(bound.approximate or bound.uncertain for bound in (first, last))
    if marked or first.precision != last.precision or (first.month and first.year != last.year):
        return f"{_date(first, lang, case)}{loose}{_date(last, lang, case)}"
    if not (first.month and last.month):
        return _with_year("", f"{first.year}{tight}{last.year}", lang)
    months = [_month(bound.month or 0, lang, case) for bound in (first, last)]
    if not first.day:
        within = tight.join(months)
    elif first.month == last.month:
        within = _with_month(f"{first.day}{tight}{last.day}", first.month, lang)
    else:
        within = loose.join(_within_year(bound, lang, case) for bound in (first, last))
    return _with_year(within, str(first.year), lang)


def _date(bound: Bound, lang: str, case: int) -> str:
    """Word a date with its marks; where Lithuanian asks for no other case, „apie“ does."""
    about = ""
    if bound.approximate and lang == "lt":
        about, case = ("maždaug ", case) if case else ("apie ", _ACCUSATIVE)
    elif bound.approximate:
        about = "about "
    doubt = {"lt": " (nepatvirtinta)", "en": " (unconfirmed)"}[lang] if bound.uncertain else ""
    return f"{about}{_with_year(_within_year(bound, lang, case), str(bound.year), lang)}{doubt}"


def _within_year(bound: Bound, lang: str, case: int) -> str:
    """Word the month and day of a date, as far as they are known."""
    if not bound.month:
        return ""
    if not bound.day:
        return _month(bound.month, lang, case)
    return _with_month(str(bound.day), bound.month, lang)


def _month(month: int, lang: str, case: int) -> str:
    return _LT_MONTHS[month - 1][case] if lang == "lt" else _EN_MONTHS[month - 1]


def _with_month(days: str, month: int, lang: str) -> str:
    named = _month(month, lang, _GENITIVE)
    return f"{named} {days} d." if lang == "lt" else f"{days} {named}"


def _with_year(within: str, year: str, lang: str) -> str:
    return (f"{year} m. {within}" if lang == "lt" else f"{within} {year}").strip()
