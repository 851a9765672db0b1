"""Letters, marks and languages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from ._kinds import KINDS, TRIES, Kind, NoPlaceError, Spot, Tables, kind
from ._places import (
    Where,
    mixed,
    ours,
    pick,
    prose,
    replaced,
    sentences,
    texts,
    titles,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


Retell: TypeAlias = "Callable[[random.Random, str, str], str | None]"


def worded(code: str, where: Where) -> Callable[[Retell], Retell]:
    """Add a function that spoils a text of a language, or gives None where it can not."""

    def add(retell: Retell) -> Retell:
        def change(rng: random.Random, tables: Tables) -> Spot:
            for here, key in mixed(rng, where(tables)):
                new = retell(rng, here.item[key], key)
                if new is not None and new != here.item[key]:
                    here.item[key] = new
                    return here.spot(f"{key} {new!r}")
            raise NoPlaceError

        KINDS[retell.__name__.replace("_", "-")] = Kind(code, change, TRIES)
        return retell

    return add


def _swap(rng: random.Random, text: str, pattern: str, new: Callable[[str], str]) -> str | None:
    """Put another text for one of the matches of a pattern; None where there is none."""
    found = mixed(rng, re.finditer(pattern, text))
    if not found:
        return None
    one = found[0]
    return f"{text[: one.start()]}{new(one[0])}{text[one.end() :]}"


@worded("T101", texts)
def decomposed_accent(rng: random.Random, text: str, _: str) -> str | None:
    """Write a letter and its accent apart."""
    return _swap(rng, text, r"[À-ÖØ-öø-ž]", lambda letter: unicodedata.normalize("NFD", letter))


_ALIKE = dict(zip("AaBCcEeHIiKMOoPpSTXxy", "АаВСсЕеНІіКМОоРрЅТХху", strict=True))


@worded("T102", texts)
def cyrillic_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Write a Cyrillic letter in a Latin word."""
    found = [
        one.start() + index
        for one in re.finditer(r"[A-Za-z]{3,}", text)
        for index, letter in enumerate(one[0])
        if letter in _ALIKE and set(one[0]) - {letter}
    ]
    if not found:
        return None
    index = rng.choice(found)
    return text[:index] + _ALIKE[text[index]] + text[index + 1 :]


@worded("T102", ours)
def letter_in_a_number(rng: random.Random, text: str, _: str) -> str | None:
    """Write the letter O or l within a number."""
    return _swap(rng, text, r"(?<=\b[12])[01](?=\d\d\b)", lambda digit: "Ol"[int(digit)])


@worded("T103", texts)
def zero_width_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Put a letter without width, or a soft hyphen, in a text."""
    index = rng.randrange(1, len(text)) if len(text) > 1 else 1
    return text[:index] + rng.choice("\u200b\u200d\u2060\ufeff\u00ad\u202e\u200e") + text[index:]


@worded("T104", prose)
def special_blank(rng: random.Random, text: str, _: str) -> str | None:
    """Put a blank that does not break for a plain one."""
    return _swap(rng, text, r"(?<=\w) (?=\w)", lambda _: rng.choice("\u00a0\u202f\u2009"))


@worded("T105", texts)
def garbled_letters(_: random.Random, text: str, __: str) -> str | None:
    """Read a text of UTF-8 as Windows 1252."""
    try:
        return None if text.isascii() else text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return None


@worded("T105", texts)
def lost_letter(rng: random.Random, text: str, _: str) -> str | None:
    """Lose an accented letter between two encodings."""
    return _swap(rng, text, r"[À-ž‘’“”„–]", lambda _: "\ufffd")


@worded("T111", prose)
def double_blank(rng: random.Random, text: str, _: str) -> str | None:
    """Put a blank too many between two words, at an end, or before a comma."""
    if rng.random() < 0.3:
        return rng.choice((f" {text}", f"{text} "))
    return _swap(rng, text, r" |,(?= )", lambda found: f" {found}")


@worded("T112", ours)
def straight_quote(rng: random.Random, text: str, _: str) -> str | None:
    """Write a typographic mark as a straight one."""
    return _swap(rng, text, "[‘’“”„]", lambda mark: "'" if mark in "‘’" else '"')


@worded("T113", ours)
def lost_quotation_mark(rng: random.Random, text: str, lang: str) -> str | None:
    """Lose one of two quotation marks."""
    pairs = (("‘", "’"), ("“", "”")) if lang == "en" else (("„", "“"),)
    # An apostrophe looks like a closing mark, so that a lost opening one is not missed.
    marks = [
        mark
        for opening, closing in pairs
        if 0 < text.count(opening) == text.count(closing)
        for mark in ((closing,) if closing == "’" else (opening, closing))
    ]
    return _swap(rng, text, f"[{''.join(marks)}]", lambda _: "") if marks else None


@worded("T113", ours)
def quotation_marks_of_the_other_language(rng: random.Random, text: str, lang: str) -> str | None:
    """Write the quotation marks of the other language."""
    if lang == "lt":
        return _swap(rng, text, "“", lambda _: "”")
    return _swap(rng, text, "[‘“]", lambda _: "„")


@worded("T114", prose)
def leftover_markup(rng: random.Random, text: str, _: str) -> str | None:
    """Leave a tag, an entity or a mark of a wiki in a text."""
    forms = (
        "<b>{}</b>",
        "&nbsp;{}",
        "**{}**",
        "[[{}]]",
        "{}[1]",
        "{}&amp;",
        "{}<br/>",
        "&#8211;{}",
    )
    return _swap(rng, text, r"\b\w{4,}\b", rng.choice(forms).format)


@worded("T115", ours)
def hyphen_in_a_range(rng: random.Random, text: str, _: str) -> str | None:
    """Join two numbers by a hyphen; a year and a month in digits are so joined."""
    pattern = r"(?<![\w./–-])\d{1,4}–(?!(?:0[1-9]|1[0-2])\b)\d+(?![\w/.,–-])"
    return _swap(rng, text, pattern, lambda found: found.replace("–", "-"))


@worded("T121", ours)
def placeholder(rng: random.Random, _: str, __: str) -> str | None:
    """Leave a placeholder for a text."""
    return rng.choice(("TBD", "n/a", "...", "–", "TODO", "?"))


@kind("T122")
def one_language_for_the_other(rng: random.Random, tables: Tables) -> Spot:
    """Paste the text of one language over the other."""
    found = []
    for here, lang in ours(tables):
        words = re.findall(r"[^\W\d_]+", here.item[lang])
        kinds = {"office", "government"}
        # A name, and a title that is one, may be the same in both languages.
        named = here.trail == ("name",) and here.record.get("kind") not in kinds
        short = here.trail[-1] == "title" and sum(not one.isupper() for one in words) < 2
        if not named and not short:
            found.append((here, lang))
    here, lang = pick(rng, found)
    other = "lt" if lang == "en" else "en"
    return here.spot(replaced(here.item, other, here.item[lang]))


@kind("T123")
def swapped_languages(rng: random.Random, tables: Tables) -> Spot:
    """Swap the two languages of a sentence of some length."""
    found = [one for one, lang in sentences(tables) if lang == "en" and len(one.item[lang]) > 60]
    here = pick(rng, found)
    here.item["en"], here.item["lt"] = here.item["lt"], here.item["en"]
    return here.spot(f"swapped languages: {here.item['en']!r}")


@worded("T131", titles)
def long_title(_: random.Random, text: str, __: str) -> str | None:
    """Make a sentence of a title."""
    return " and ".join([text] * (1 + 125 // len(text)))


@worded("T132", titles)
def title_with_full_stop(_: random.Random, text: str, __: str) -> str | None:
    """End a title in a full stop; one that ends in an abbreviation may have it."""
    return None if re.search(r"\b\w{1,4}\Z", text) else f"{text}."


@worded("T133", titles)
def title_in_lower_case(_: random.Random, text: str, __: str) -> str | None:
    """Start a title with a word in small letters."""
    return re.sub(r"\A\W*[^\W\d_]\w*", lambda word: word[0].lower(), text)


@worded("T134", sentences)
def sentence_without_full_stop(_: random.Random, text: str, __: str) -> str | None:
    """Lose the full stop of a sentence."""
    return text[:-1] if re.search(r"[^.!?…]\.\Z", text) else None
