"""Texts: letters, blanks, marks and both languages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ltnato._models import Actor, Event, Finding, Place
from ltnato._text import shorten
from ltnato._vocabulary import ActorKind, Severity

from ._language import seems
from ._rule import rule
from ._walk import Wording, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ltnato._dataset import Dataset

#: Plain fields whose text is in the language of what they name, or in no language.
_PUBLISHED = frozenset(("title", "publisher", "heading", "text"))
#: Plain fields that we write ourselves, in English.
_REMARKS = frozenset(("note", "stated", "adopted"))
#: What a wording tells in full sentences.
_SENTENCES = frozenset(("summary", "text", "reason"))
_LANGUAGES = {"en": "English", "lt": "Lithuanian"}
_LONGEST_EVENT, _LONGEST_DOCUMENT = 90, 120

_WORD = re.compile(r"[^\W\d_]+")
#: Greek, Cyrillic, Armenian and Cherokee letters, among which some look like Latin ones.
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f\u0531-\u0587\u13a0-\u13fd\uab70-\uabbf]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
#: Greek and Cyrillic words of these letters alone can not be told from Latin ones.
_ALL_ALIKE = re.compile(
    r"[\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
    r"\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0422\u0425"
    r"\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458]+\Z",
)
#: Letters made to look like others: ligatures, full width, of mathematics, of phonetics.
_STYLED = re.compile(r"[\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u0251\u0261]")
_LETTER_IN_NUMBER = re.compile(r"\b\d+[OoIl]+\d+\b", re.ASCII)
#: Marks that can not be seen although they count as printable.
_FILLERS = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]")
#: Letters that, behind one of a script that joins letters or runs to the left, need such marks.
_JOINING = re.compile(r"[\u0590-\u1cff]")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_READABLE = re.compile(r"[\u00a0-\u024f\u2010-\u203f]+\Z")

_STRAY_BLANK = re.compile(r"^\s+|  +|\s+\Z")
_BLANK_BEFORE = re.compile(r"\s[,;:!?)\]](?=\s|\Z)|[(\[]\s")
_STRAIGHT = re.compile(r"[\"'`\u00b4]")
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|&(?:[A-Za-z][a-z]+|#\d+|#[xX][0-9A-Fa-f]+);|\*\*|\[\[|\]\]|\{\{|\}\}"
    r"|\[[^\]]*\]\(|\[(?:\d{1,2}|[a-z]|citation needed)\]|\\[nrtu\"]|^[#*\u2022] ",
)
_HYPHENED = re.compile(r"(?<![\w./-])(?<!Nr\. )(?<!No )\d+(?:[.,]\d+)?-\d+(?:[.,]\d+)?(?![\w/-])")
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\Z", re.ASCII)
_ENDED = re.compile(r"[.!?\u2026][\u201c\u201d\u2019)\]]*\Z")
_FULL_STOP = re.compile(r"\.[\u201c\u201d\u2019)\]]*\Z")
#: Words that end in a full stop by themselves: "2030 m.", "D.C.", "Inc.".
_SHORT = re.compile(
    r"(?:\d (?:m|d|val|proc|mln|mlrd)|\b[^\W\d_]|\b(?:Inc|Ltd|Co|Nr|No|Jr|Sr|kt))\.\Z"
)


# --- letters -----------------------------------------------------------------------------------


@rule("T101", "not-composed", Severity.ERROR, "A letter is stored in one way: Unicode form NFC.")
def _not_composed(data: Dataset) -> Iterator[Finding]:
    """Report texts that are not in the composed form of Unicode."""
    for one in _accented(data):
        if not unicodedata.is_normalized("NFC", one.text):
            yield _finding(one, one.text, "is not in the composed form of Unicode (NFC)")


@rule(
    "T102",
    "look-alike-letter",
    Severity.WARNING,
    "A word is found by its letters.",
)
def _look_alikes(data: Dataset) -> Iterator[Finding]:
    """Report words with letters that only look like those of the rest."""
    for one in wordings(data):
        found = _look_alike(one)
        if found:
            word, letter = found
            yield _finding(one, word, f"holds {letter!r}, which is {_name(letter)}")


def _look_alike(one: Wording) -> tuple[str, str] | None:
    """Give the first word with a look-alike letter, and that letter."""
    if one.lang:
        number = _LETTER_IN_NUMBER.search(one.text)
        if number:
            return number[0], next(char for char in number[0] if not char.isdigit())
    if one.text.isascii():
        return None
    styled = _STYLED.search(one.text)
    if styled:
        return _around(one.text, styled), styled[0]
    ours = one.lang or one.role in _REMARKS
    if _OTHER_SCRIPT.search(one.text):
        for word in _WORD.findall(one.text):
            letter = _OTHER_SCRIPT.search(word)
            if letter and (_LATIN.search(word) or (ours and _ALL_ALIKE.match(word))):
                return word, letter[0]
    return None


@rule("T103", "invisible-letter", Severity.WARNING, "What can not be seen can not be typed.")
def _invisible(data: Dataset) -> Iterator[Finding]:
    """Report letters without a shape, and marks that turn the direction of writing."""
    for one in _accented(data):
        for index, char in _unprintable(one.text):
            if char not in _BLANKS and not _JOINING.match(one.text[index - 1 : index]):
                yield _finding(one, one.text, f"holds {_name(char)}, which can not be seen")
                break


#: Blanks that are no plain blank; other characters of this kind have no width.
_BLANKS = frozenset(char for char in map(chr, range(0x3001)) if unicodedata.category(char) == "Zs")


def _unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Give the characters that do not print, each with its place."""
    if text.isprintable():
        yield from ((found.start(), found[0]) for found in _FILLERS.finditer(text))
    else:
        yield from (
            (index, char)
            for index, char in enumerate(text)
            if not char.isprintable() or _FILLERS.match(char)
        )


@rule("T104", "special-blank", Severity.NOTE, "A text search expects plain blanks.")
def _special_blanks(data: Dataset) -> Iterator[Finding]:
    """Report blanks that do not break or have a width of their own."""
    for one in _accented(data):
        if one.role == "note":
            continue
        found = next((char for _, char in _unprintable(one.text) if char in _BLANKS), None)
        if found:
            yield _finding(one, one.text, f"holds {_name(found)} in place of a plain blank")


@rule("T105", "garbled-letters", Severity.WARNING, "Letters were lost between two encodings.")
def _garbled(data: Dataset) -> Iterator[Finding]:
    """Report letters of UTF-8 that were read as another encoding."""
    for one in _accented(data):
        if "\ufffd" in one.text:
            yield _finding(one, one.text, "holds U+FFFD, which stands for a letter that was lost")
            continue
        for run in _RUN.findall(one.text):
            meant = _meant(run)
            if meant:
                yield _finding(one, one.text, f"holds {run!r}, which was {meant!r}")
                break


def _meant(run: str) -> str | None:
    """Give what a run of letters was before it was read wrongly, None if it was not."""
    try:
        meant = run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return meant if _READABLE.match(meant) else None


# --- blanks and marks --------------------------------------------------------------------------


@rule("T111", "stray-blank", Severity.WARNING, "One blank stands between two words.")
def _stray_blanks(data: Dataset) -> Iterator[Finding]:
    """Report two blanks in a row, at an end of a text, or before a mark that closes."""
    for one in wordings(data):
        text = one.text
        if one.role == "note":
            continue
        found = _BLANK_BEFORE.search(text) if one.lang else None
        if "  " in text or text != text.strip():
            found = _STRAY_BLANK.search(text)
        if found:
            yield _finding(one, _around(one.text, found), "holds a blank too many")


@rule("T112", "straight-quote", Severity.WARNING, "Prose has the marks of good typography.")
def _straight(data: Dataset) -> Iterator[Finding]:
    """Report straight quotation marks and apostrophes in wordings of ours."""
    for one in wordings(data):
        found = _STRAIGHT.search(one.text) if one.lang and one.role != "official" else None
        if found:
            hint = "‘ ’ or “ ”" if one.lang == "en" else "„ “, and ’ for an apostrophe"
            message = f"holds the straight mark {found[0]}"
            yield _finding(one, _around(one.text, found), message, f"write {hint}")


@rule("T113", "quotation-marks", Severity.WARNING, "What is opened is closed, by its own marks.")
def _quotation_marks(data: Dataset) -> Iterator[Finding]:
    """Report quotation marks that have no partner, or are those of another language."""
    for one in _accented(data):
        if one.lang:
            fault = _unpaired(one.text, one.lang)
            if fault:
                yield _finding(one, one.text, fault)


def _unpaired(text: str, lang: str) -> str | None:
    """Say what is wrong with the quotation marks of a text."""
    for mark in _FOREIGN_MARKS[lang]:
        if mark in text:
            return f"holds {mark}, which is no {_LANGUAGES[lang]} quotation mark"
    for opening, closing in _MARKS[lang]:
        opened, closed = text.count(opening), text.count(closing)
        if opened > closed or (opened < closed and closing != _APOSTROPHE):
            return f"holds {opening} {opened} times and {closing} {closed} times"
    return None


_APOSTROPHE = "\u2019"
_MARKS = {
    "en": (("\u201c", "\u201d"), ("\u2018", "\u2019")),
    "lt": (("\u201e", "\u201c"), ("\u201a", "\u2018")),
}
_FOREIGN_MARKS = {"en": "\u201a\u201e\u00ab\u00bb", "lt": "\u201d\u00ab\u00bb"}


@rule("T114", "leftover-markup", Severity.WARNING, "Texts are plain, whatever page they came from.")
def _markup(data: Dataset) -> Iterator[Finding]:
    """Report tags, entities, marks of wikis and footnotes."""
    for one in wordings(data):
        found = _MARKUP.search(one.text) if one.lang or one.role in _PUBLISHED else None
        if found:
            yield _finding(one, _around(one.text, found), f"holds the markup {found[0]!r}")


@rule("T115", "hyphen-in-range", Severity.NOTE, "A range of numbers has an en dash.")
def _ranges(data: Dataset) -> Iterator[Finding]:
    """Report hyphens between numbers; a date or month in digits is none."""
    for one in wordings(data):
        for found in _HYPHENED.finditer(one.text) if one.lang and "-" in one.text else ():
            if not _ISO_MONTH.match(found[0]):
                dashed = found[0].replace("-", "–")
                yield _finding(
                    one, found[0], "joins numbers by a hyphen", f"did you mean {dashed}?"
                )
                break


# --- languages ---------------------------------------------------------------------------------


@rule("T121", "says-nothing", Severity.WARNING, "Both languages are there, or the text is not.")
def _empty(data: Dataset) -> Iterator[Finding]:
    """Report wordings without a word."""
    for one in wordings(data):
        if one.lang and (
            not _WORD.search(one.text) or one.text.casefold().strip(" .") in _PLACEHOLDERS
        ):
            yield _finding(one, one.text, f"says nothing in {_LANGUAGES[one.lang]}")


_PLACEHOLDERS = frozenset(("n/a", "tbd", "todo", "none", "null", "xxx", "fixme", "lorem ipsum"))


@rule("T122", "same-in-both", Severity.WARNING, "A wording is translated, not repeated.")
def _same(data: Dataset) -> Iterator[Finding]:
    """Report wordings that are the same in both languages, where a name alone may be."""
    for one, other in _pairs(data):
        if one.text != other.text or (one.role == "title" and _is_name(one.text)):
            continue
        if one.role != "name" or _is_office(one.owner):
            yield _finding(other, other.text, "is the same in English")


def _pairs(data: Dataset) -> Iterator[tuple[Wording, Wording]]:
    """Give the English and the Lithuanian wording of each that has both, but official titles."""
    texts = [one for one in wordings(data) if one.lang and one.role != "official"]
    yield from zip(texts[::2], texts[1::2], strict=True)


def _is_name(text: str) -> bool:
    """Tell whether a text is one word, such as the name of an exercise, and abbreviations."""
    return sum(not word.isupper() for word in _WORD.findall(text)) <= 1


def _is_proper(one: Wording) -> bool:
    """Tell whether a wording is the name of a person or a place."""
    owner = one.owner
    person = isinstance(owner, Actor) and owner.kind is ActorKind.PERSON
    return one.role == "name" and (person or isinstance(owner, Place))


def _is_office(owner: object) -> bool:
    """Tell whether a record is an office or a government, whose names are words of a language."""
    return isinstance(owner, Actor) and owner.kind in {ActorKind.OFFICE, ActorKind.GOVERNMENT}


@rule("T123", "wrong-language", Severity.WARNING, "English is English, Lithuanian is Lithuanian.")
def _wrong_language(data: Dataset) -> Iterator[Finding]:
    """Report wordings of some length that seem to be in the other language."""
    for one in wordings(data):
        other = seems(one.text) if one.lang and not _is_proper(one) else ""
        if other and other != one.lang:
            message = f"seems to be {_LANGUAGES[other]}, not {_LANGUAGES[one.lang]}"
            yield _finding(one, one.text, message)


# --- form --------------------------------------------------------------------------------------


@rule("T131", "long-title", Severity.WARNING, "A title is printed on one line.")
def _long(data: Dataset) -> Iterator[Finding]:
    """Report titles that are too long for a line of a chronology, or of a list of documents."""
    for one in _titles(data):
        limit = _LONGEST_EVENT if isinstance(one.owner, Event) else _LONGEST_DOCUMENT
        if len(one.text) > limit:
            message = f"has {len(one.text)} characters, more than {limit}"
            yield _finding(one, one.text, message)


@rule("T132", "title-with-full-stop", Severity.WARNING, "A title is no sentence.")
def _stopped(data: Dataset) -> Iterator[Finding]:
    """Report titles that end in a full stop which belongs to no abbreviation."""
    for one in _titles(data):
        if _FULL_STOP.search(one.text) and not _SHORT.search(one.text):
            yield _finding(one, one.text, "ends in a full stop")


@rule("T133", "title-in-lower-case", Severity.WARNING, "A title starts with a capital or a digit.")
def _lower(data: Dataset) -> Iterator[Finding]:
    """Report titles whose first word has no capital at all."""
    for one in _titles(data):
        first = re.search(r"\w+", one.text)
        if first and first[0].islower():
            yield _finding(one, one.text, "starts with a small letter")


def _titles(data: Dataset) -> Iterator[Wording]:
    """Give the titles that we word ourselves."""
    return (one for one in wordings(data) if one.lang and one.role == "title")


@rule("T134", "no-full-stop", Severity.WARNING, "Summaries, texts and reasons are sentences.")
def _open_sentence(data: Dataset) -> Iterator[Finding]:
    """Report sentences that do not end like one."""
    for one in wordings(data):
        if one.lang and one.role in _SENTENCES and not _ENDED.search(one.text):
            yield _finding(one, one.text[-80:], "does not end in a full stop")


# --- texts and findings ------------------------------------------------------------------------


def _accented(data: Dataset) -> tuple[Wording, ...]:
    """Give the texts with a character beyond ASCII; the loader refuses what is bad among others."""

    def make() -> tuple[Wording, ...]:
        return tuple(one for one in wordings(data) if not one.text.isascii())

    return data._tables.memo(_accented, make)


def _finding(one: Wording, value: str, message: str, hint: str | None = None) -> Finding:
    """Report a text."""
    return Finding(
        file=one.file,
        record=one.record,
        field=one.path,
        value=shorten(value),
        message=message,
        hint=hint,
    )


def _around(text: str, found: re.Match[str], reach: int = 20) -> str:
    """Give a part of a text with what stands around it."""
    return text[max(0, found.start() - reach) : found.end() + reach]


def _name(char: str) -> str:
    """Name a character in words."""
    return unicodedata.name(char, f"U+{ord(char):04X}")
