"""Dates in words, the Lithuanian alphabet, and which language is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import strategies
from ltnato import InvalidQueryError, Period
from ltnato._language import LANGUAGES, language_of, sort_key

if TYPE_CHECKING:
    from datetime import date

WORDED = [
    ("2004-03-29", "29 March 2004", "2004 m. kovo 29 d."),
    ("2004-03", "March 2004", "2004 m. kovas"),
    ("2004", "2004", "2004 m."),
    ("2004/2004", "2004", "2004 m."),
    ("2004~", "about 2004", "apie 2004 m."),
    ("2004-07~", "about July 2004", "apie 2004 m. liepą"),
    ("2004-03-29?", "29 March 2004 (unconfirmed)", "2004 m. kovo 29 d. (nepatvirtinta)"),
    ("2004-03%", "about March 2004 (unconfirmed)", "apie 2004 m. kovą (nepatvirtinta)"),
    ("1997-07-08/1997-07-09", "8–9 July 1997", "1997 m. liepos 8–9 d."),
    (
        "2004-03-29/2004-04-02",
        "29 March – 2 April 2004",
        "2004 m. kovo 29 d. – balandžio 2 d.",
    ),
    (
        "2003-12-29/2004-01-02",
        "29 December 2003 – 2 January 2004",
        "2003 m. gruodžio 29 d. – 2004 m. sausio 2 d.",
    ),
    ("2004-03/2004-05", "March–May 2004", "2004 m. kovas–gegužė"),
    ("2004-03/2005-05", "March 2004 – May 2005", "2004 m. kovas – 2005 m. gegužė"),
    ("2004/2008", "2004–2008", "2004–2008 m."),
    (
        "2004-10/2005-01-12~",
        "October 2004 – about 12 January 2005",
        "2004 m. spalis – apie 2005 m. sausio 12 d.",
    ),
    (
        "2004-03/2004-05-01",
        "March 2004 – 1 May 2004",
        "2004 m. kovas – 2004 m. gegužės 1 d.",
    ),
    ("2004-03-29/..", "from 29 March 2004", "nuo 2004 m. kovo 29 d."),
    ("2004-03/..", "from March 2004", "nuo 2004 m. kovo"),
    ("2004~/..", "from about 2004", "nuo maždaug 2004 m."),
    ("2004/", "from 2004, end unknown", "nuo 2004 m., pabaiga nežinoma"),
    ("../2004-08", "until August 2004", "iki 2004 m. rugpjūčio"),
    ("/2004-03", "until March 2004, start unknown", "iki 2004 m. kovo, pradžia nežinoma"),
    ("[..1994-01-04]", "not after 4 January 1994", "ne vėliau kaip 1994 m. sausio 4 d."),
    ("[2000-05..]", "not before May 2000", "ne anksčiau kaip 2000 m. gegužę"),
    ("[..2004-03~]", "not after about March 2004", "ne vėliau kaip maždaug 2004 m. kovą"),
    (
        "[2001-05-10..2001-05-12]",
        "between 10 and 12 May 2001",
        "tarp 2001 m. gegužės 10 ir 12 d.",
    ),
    (
        "[1996-01-01..1996-04-17]",
        "between 1 January and 17 April 1996",
        "tarp 1996 m. sausio 1 d. ir balandžio 17 d.",
    ),
    ("[2004-03..2004-05]", "between March and May 2004", "tarp 2004 m. kovo ir gegužės"),
    ("[2004..2008]", "between 2004 and 2008", "tarp 2004 ir 2008 m."),
    ("0033-04-03", "3 April 33", "33 m. balandžio 3 d."),
]

#: Words in the order of the Unicode collation for Lithuanian (CLDR).
ALPHABET = "a ą ab ąb c ca cz č ča d e ę ė ėa eb i į y ia ya ib yb įc j s sz š u ų ū z ž Žemaitija"
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "lt": "saus vasar kov baland geguž birž liep rugpj rugs spal lapkr gruod",
}


class TestWords:
    """Periods in words."""

    @pytest.mark.parametrize(("text", "english", "lithuanian"), WORDED)
    def test_worded(self, text: str, english: str, lithuanian: str) -> None:
        """Each form has its words; the text form stays EDTF."""
        period = Period(text)
        assert (period.to_text(), period.to_text("en")) == (english, english)
        assert period.to_text("lt") == lithuanian
        assert str(period) == text

    @pytest.mark.parametrize("month", range(1, 13))
    def test_months(self, month: int) -> None:
        """Each month has its name, and in Lithuanian its cases."""
        beginnings = MONTHS["lt"].split()[month - 1]
        assert Period(f"2004-{month:02}").to_text() == f"{MONTHS['en'].split()[month - 1]} 2004"
        for text in ("2004-{:02}", "2004-{:02}~", "2004-{:02}/..", "2004-{:02}-01"):
            assert beginnings in Period(text.format(month)).to_text("lt")

    @pytest.mark.parametrize("lang", ["", "de", "LT", "lt_LT"])
    def test_no_such_language(self, lang: str) -> None:
        """Any other language is refused."""
        with pytest.raises(InvalidQueryError, match="is no language of the data"):
            Period("2004").to_text(lang)

    @given(first=strategies.days(), last=strategies.days())
    @settings(max_examples=12)
    def test_nothing_lost_among_forms(self, first: date, last: date) -> None:
        """Of all periods between two days, whatever form and precision, no two share their words.

        But ``A/A`` and ``[A..A]`` are worded as ``A``, which is what they mean.
        """
        assume(first <= last)
        sides = [
            [
                day.isoformat()[:length] + mark
                for length in (4, 7, 10)
                for mark in ("", "?", "~", "%")
            ]
            for day in (first, last)
        ]
        forms = {f"{a}{slash}" for a in sides[0] for slash in ("", "/..", "/")}
        forms |= {f"[{a}..]" for a in sides[0]}
        forms |= {f"{dots}/{b}" for b in sides[1] for dots in ("..", "")}
        forms |= {f"[..{b}]" for b in sides[1]}
        forms |= {f"{a}/{b}" for a in sides[0] for b in sides[1] if a != b}
        forms |= {f"[{a}..{b}]" for a in sides[0] for b in sides[1] if a != b}
        for lang in LANGUAGES:
            worded = {Period(text).to_text(lang) for text in forms}
            assert len(worded) == len(forms)

    @given(one=strategies.periods(), other=strategies.periods())
    def test_nothing_lost_between_days(self, one: Period, other: Period) -> None:
        """Two periods of the same words have the same bounds."""
        for lang in LANGUAGES:
            if one.to_text(lang) == other.to_text(lang):
                assert (one.first, one.last) == (other.first, other.last)

    @given(period=strategies.periods(), lang=st.sampled_from(LANGUAGES))
    def test_every_number_is_told(self, period: Period, lang: str) -> None:
        """Years and days are told as they are, and nothing else that is a number."""
        told = {int(number) for number in re.findall("[0-9]+", period.to_text(lang))}
        bounds = (period.first, period.last)
        assert told == {n for one in bounds for n in (one.year, one.day) if n is not None}


class TestAlphabet:
    """The order of names."""

    def test_letters(self) -> None:
        """Letters of their own stand after their neighbours; the others stand among them."""
        ordered = ALPHABET.split()
        assert sorted(set(ordered), key=lambda word: sort_key(word, "lt")) == ordered

    def test_english(self) -> None:
        """In English accents only decide between words that are else alike."""
        ordered = ["Cekuolis", "Čekuolis", "cz", "Ylas", "Ys", "Zuokas"]
        assert sorted(set(ordered), key=lambda word: sort_key(word, "en")) == ordered

    @given(words=st.lists(st.text(st.sampled_from("aąbcčdeęėiįyjsšuųūzžAČŽ "), max_size=4)))
    def test_total(self, words: list[str]) -> None:
        """The order is total: it never depends on where a word stood before."""
        by_key: Any = lambda word: sort_key(word, "lt")  # noqa: E731
        assert list(dict.fromkeys(sorted(words, key=by_key))) == sorted(set(words), key=by_key)


class TestEnvironment:
    """The language that an environment asks for."""

    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({}, "en"),
            ({"LANG": "lt_LT.UTF-8"}, "lt"),
            ({"LANG": "lt"}, "lt"),
            ({"LANG": "LT.utf8"}, "lt"),
            ({"LANG": "lt@euro"}, "lt"),
            ({"LANG": "ltg_LV.UTF-8"}, "en"),
            ({"LANG": "C.UTF-8", "LC_MESSAGES": "lt_LT"}, "lt"),
            ({"LANG": "lt_LT", "LC_MESSAGES": "en_GB"}, "en"),
            ({"LANG": "lt_LT", "LC_MESSAGES": "lt_LT", "LC_ALL": "C"}, "en"),
            ({"LANG": "en_GB", "LC_ALL": "lt_LT"}, "lt"),
            ({"LANG": "lt_LT", "LC_ALL": "", "LC_MESSAGES": ""}, "lt"),
        ],
        ids=str,
    )
    def test_order(self, environment: dict[str, str], expected: str) -> None:
        """LC_ALL stands above LC_MESSAGES and LANG; an empty one says nothing."""
        assert language_of(environment) == expected
