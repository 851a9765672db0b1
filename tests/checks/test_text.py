"""Rules on texts: each fires on a minimal fault, and is silent on the nearest valid neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, Plain, changed, dataset
from ltnato._checks._language import seems

if TYPE_CHECKING:
    from pathlib import Path

EVENT = "events.json: riga-summit: "


def told(folder: Path, code: str, info: Plain | None = None, **tables: Any) -> list[str]:
    """Write the base dataset with these changes, and give the findings of one rule as lines."""
    return [str(one) for one in ltnato.check(dataset(folder, info, **tables), select=code)]


def summit(**fields: Any) -> list[Plain]:
    """Change the summit."""
    return changed("events", "riga-summit", **fields)


def summary(en: str = "The members meet.", lt: str = "Narės susitinka.") -> list[Plain]:
    """Change the summary of the summit."""
    return summit(summary={"en": en, "lt": lt})


def title(en: str = "Riga summit", lt: str = "Rygos susitikimas") -> list[Plain]:
    """Change the title of the summit."""
    return summit(title={"en": en, "lt": lt})


def test_base(tmp_path: Path) -> None:
    """The base dataset has no finding."""
    assert ltnato.check(dataset(tmp_path), select="text") == ()


def test_shipped() -> None:
    """The shipped data have no finding above a note."""
    assert [one for one in ltnato.check(select="text") if one.severity != "note"] == []


class TestPlaces:
    """Where texts stand."""

    def test_description(self, tmp_path: Path) -> None:
        """The title of the dataset is looked at, under its file."""
        info = INFO | {"title": {"en": "Amber.", "lt": "Gintaras"}}

        assert told(tmp_path, "T132", info) == [
            "dataset.json: title.en: 'Amber.' ends in a full stop"
        ]

    @pytest.mark.parametrize(
        ("table", "record", "fields", "path"),
        [
            ("events", "riga-summit", {"note": "a\u200bb"}, "note"),
            (
                "events",
                "riga-summit",
                {"participants": [{"actor": "latvia", "role": "host", "note": "a\u200bb"}]},
                "participants[latvia].note",
            ),
            (
                "events",
                "riga-summit",
                {"citations": [{"source": "vilnius-daily", "locator": "a\u200bb"}]},
                "citations[vilnius-daily].locator",
            ),
            (
                "actors",
                "latvia",
                {"names": [{"text": "a\u200bb", "kind": "spelling"}]},
                "names[a\\u200bb].text",
            ),
            (
                "documents",
                "riga-pledge",
                {"official_title": {"lt": "a\u200bb"}},
                "official_title.lt",
            ),
            ("sources", "vilnius-daily", {"title": "a\u200bb"}, "title"),
            ("discrepancies", "day-of-amber-shield", {"stated": "a\u200bb"}, "stated"),
        ],
    )
    def test_paths(self, tmp_path: Path, table: str, record: str, fields: Plain, path: str) -> None:
        """Every text of a record is looked at, and found by names and identifiers."""
        changes: Plain = {table: changed(table, record, **fields)}

        assert told(tmp_path, "T103", **changes) == [
            (
                f"{table}.json: {record}: {path}: 'a\\u200bb' "
                "holds ZERO WIDTH SPACE, which can not be seen"
            )
        ]


class TestLetters:
    """T101 to T105: letters."""

    def test_composed(self, tmp_path: Path) -> None:
        """An accent apart from its letter is reported."""
        found = told(tmp_path / "apart", "T101", events=summary(lt="Nare\u0307s susitinka."))

        assert found == [
            EVENT + "summary.lt: 'Nare\u0307s susitinka.' "
            "is not in the composed form of Unicode (NFC)"
        ]
        assert told(tmp_path / "composed", "T101", events=summary()) == []

    @pytest.mark.parametrize(
        ("en", "value", "letter", "name"),
        [
            ("The m\u0435mbers meet.", "m\u0435mbers", "\u0435", "CYRILLIC SMALL LETTER IE"),
            ("In \u0410 town.", "\u0410", "\u0410", "CYRILLIC CAPITAL LETTER A"),
            (
                "\u039d\u0391\u03a4\u039f meets.",
                "\u039d\u0391\u03a4\u039f",
                "\u039d",
                "GREEK CAPITAL LETTER NU",
            ),
            ("The \ufb01rst meets.", "The \ufb01rst meets.", "\ufb01", "LATIN SMALL LIGATURE FI"),
            ("In 2OO4 they met.", "2OO4", "O", "LATIN CAPITAL LETTER O"),
        ],
    )
    def test_look_alike(self, tmp_path: Path, en: str, value: str, letter: str, name: str) -> None:
        """A letter that only looks like that of the word is reported by its name."""
        assert told(tmp_path, "T102", events=summary(en)) == [
            EVENT + f"summary.en: {value!r} holds {letter!r}, which is {name}"
        ]

    @pytest.mark.parametrize(
        "en",
        [
            "The members meet in Šiauliai, at Łódź.",
            "A newspaper (Правда) tells of it.",
            "In 2004 O2 and l2 met.",
        ],
    )
    def test_no_look_alike(self, tmp_path: Path, en: str) -> None:
        """Accents, words of another script and letters beside digits are fine."""
        assert told(tmp_path, "T102", events=summary(en)) == []

    def test_look_alike_in_a_note(self, tmp_path: Path) -> None:
        """A remark is English too."""
        assert told(tmp_path, "T102", events=summit(note="\u0430 remark")) == [
            EVENT + "note: '\u0430' holds '\u0430', which is CYRILLIC SMALL LETTER A"
        ]

    def test_look_alike_in_a_source(self, tmp_path: Path) -> None:
        """A title in its own script may hold words that look Latin, but none that is mixed."""
        russian = changed("sources", "vilnius-daily", title="НАТО и ВВС 2OO4")
        mixed = changed("sources", "vilnius-daily", title="NAТO")

        assert told(tmp_path / "russian", "T102", sources=russian) == []
        assert told(tmp_path / "mixed", "T102", sources=mixed) == [
            (
                "sources.json: vilnius-daily: title: 'NAТO' "
                "holds 'Т', which is CYRILLIC CAPITAL LETTER TE"
            )
        ]

    @pytest.mark.parametrize(
        ("mark", "name"),
        [
            ("\u200b", "ZERO WIDTH SPACE"),
            ("\u200d", "ZERO WIDTH JOINER"),
            ("\u00ad", "SOFT HYPHEN"),
            ("\ufeff", "ZERO WIDTH NO-BREAK SPACE"),
            ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
            ("\u2028", "LINE SEPARATOR"),
            ("\ufe0f", "VARIATION SELECTOR-16"),
        ],
    )
    def test_invisible(self, tmp_path: Path, mark: str, name: str) -> None:
        """A mark that can not be seen is reported by its name, whether it counts as printable."""
        text = f"The {mark}members meet."

        assert told(tmp_path, "T103", events=summary(text)) == [
            EVENT + f"summary.en: {text!r} holds {name}, which can not be seen"
        ]

    @pytest.mark.parametrize("name", ["\u0646\u0627\u062a\u0648\u200c\u0647\u0627", "a\u00a0b"])
    def test_visible(self, tmp_path: Path, name: str) -> None:
        """A mark that its script needs is fine, and a blank can be seen."""
        names = [{"text": name, "kind": "spelling"}]

        assert told(tmp_path, "T103", actors=changed("actors", "latvia", names=names)) == []

    def test_special_blank(self, tmp_path: Path) -> None:
        """A blank that does not break is noted in a wording, and not in a curator's note."""
        found = told(tmp_path / "text", "T104", events=summary("In 5\u00a0days they meet."))
        note = told(tmp_path / "note", "T104", events=summit(note="5\u00a0days"))
        plain = told(tmp_path / "plain", "T104", events=summary("In 5 days – they meet."))

        assert found == [
            EVENT + "summary.en: 'In 5\\xa0days they meet.' "
            "holds NO-BREAK SPACE in place of a plain blank"
        ]
        assert note == plain == []

    @pytest.mark.parametrize(
        ("lt", "fault"),
        [
            ("Nar\u00c4\u2014s susitinka.", "'\u00c4\u2014', which was 'ė'"),
            ("Nar\ufffds susitinka.", "U+FFFD, which stands for a letter that was lost"),
        ],
    )
    def test_garbled(self, tmp_path: Path, lt: str, fault: str) -> None:
        """Letters lost between two encodings are reported with what they were."""
        assert told(tmp_path, "T105", events=summary(lt=lt)) == [
            EVENT + f"summary.lt: {lt!r} holds {fault}"
        ]

    @pytest.mark.parametrize("lt", ["Kalba apie „FPÖ“ ir „ėjo“.", "Būčiau – „čia“.", "Žąsys."])
    def test_not_garbled(self, tmp_path: Path, lt: str) -> None:
        """Accents in a row and beside quotation marks are fine."""
        assert told(tmp_path, "T105", events=summary(lt=lt)) == []


class TestMarks:
    """T111 to T115: blanks and marks."""

    @pytest.mark.parametrize(
        ("en", "value"),
        [
            ("The members  meet.", "The members  meet."),
            (" The members meet.", " The members meet."),
            ("All of the members meet. ", "of the members meet. "),
            ("The members meet , then talk.", "The members meet , then talk."),
            ("The members ( all) meet.", "The members ( all) meet."),
        ],
    )
    def test_stray_blank(self, tmp_path: Path, en: str, value: str) -> None:
        """A blank too many is reported with what stands around it."""
        assert told(tmp_path, "T111", events=summary(en)) == [
            EVENT + f"summary.en: {value!r} holds a blank too many"
        ]

    def test_no_stray_blank(self, tmp_path: Path) -> None:
        """Single blanks are fine, in notes any; a locator is no prose, but ends without one."""
        right = summit(
            note="two  blanks ", citations=[{"source": "pact-archive", "locator": "a , b"}]
        )
        wrong = summit(citations=[{"source": "pact-archive", "locator": "box 3 "}])

        assert told(tmp_path / "right", "T111", events=right) == []
        assert told(tmp_path / "wrong", "T111", events=wrong) == [
            EVENT + "citations[pact-archive].locator: 'box 3 ' holds a blank too many"
        ]

    def test_straight(self, tmp_path: Path) -> None:
        """A straight mark is reported in both languages with those to write."""
        found = told(
            tmp_path / "straight",
            "T112",
            events=summary("The members' day.", 'Narių "diena".'),
        )
        curly = told(
            tmp_path / "curly",
            "T112",
            events=summary("The members’ ‘day’.", "Narių „diena“."),
            documents=changed("documents", "riga-pledge", official_title={"en": "The 'Pledge'"}),
        )

        assert found == [
            EVENT + "summary.en: \"The members' day.\" holds the straight mark ' "
            "(write ‘ ’ or “ ”)",
            EVENT + 'summary.lt: \'Narių "diena".\' holds the straight mark " '
            "(write „ “, and ’ for an apostrophe)",
        ]
        assert curly == []

    @pytest.mark.parametrize(
        ("lang", "text", "fault"),
        [
            ("en", "The „day“ came.", "holds „, which is no English quotation mark"),
            ("en", "The “day came.", "holds “ 1 times and ” 0 times"),
            ("en", "The day” came.", "holds “ 0 times and ” 1 times"),
            ("en", "The ‘day came.", "holds ‘ 1 times and ’ 0 times"),
            ("lt", "Tai „diena”.", "holds ”, which is no Lithuanian quotation mark"),
            ("lt", "Tai „diena.", "holds „ 1 times and “ 0 times"),
            ("lt", "Tai ‘diena’.", "holds ‚ 0 times and ‘ 1 times"),
        ],
    )
    def test_quotation_marks(self, tmp_path: Path, lang: str, text: str, fault: str) -> None:
        """Marks without a partner, and those of the other language, are reported."""
        assert told(tmp_path, "T113", events=summary(**{lang: text})) == [
            EVENT + f"summary.{lang}: {text!r} {fault}"
        ]

    def test_paired(self, tmp_path: Path) -> None:
        """Marks within marks are fine, and the English one that closes is an apostrophe too."""
        events = summary("The members’ “big ‘day’” came.", "Charles’io „didi ‚diena‘“ atėjo.")

        assert told(tmp_path, "T113", events=events) == []

    @pytest.mark.parametrize(
        "markup",
        ["<b>", "</p>", "<!--", "&amp;", "&#39;", "**", "[[", "[text](", "[1]", "[a]", "\\n"],
    )
    def test_markup(self, tmp_path: Path, markup: str) -> None:
        """What is left of a page's markup is reported."""
        text = f"They {markup} meet."

        assert told(tmp_path, "T114", events=summary(text)) == [
            EVENT + f"summary.en: {text!r} holds the markup {markup!r}"
        ]

    def test_no_markup(self, tmp_path: Path) -> None:
        """Signs of their own are fine, and so are brackets in what is no prose."""
        right = summary("Fewer < 5 & more > 3 * [sic] at AT&T; C#.")
        note = summit(note="see [1] and **this**")
        source = changed("sources", "vilnius-daily", title="Dienraštis [1]")

        assert told(tmp_path / "right", "T114", events=right) == []
        assert told(tmp_path / "note", "T114", events=note) == []
        assert told(tmp_path / "source", "T114", sources=source) == [
            "sources.json: vilnius-daily: title: 'Dienraštis [1]' holds the markup '[1]'"
        ]

    @pytest.mark.parametrize(("range_", "dashed"), [("1999-2004", "1999–2004"), ("2-3", "2–3")])
    def test_hyphen(self, tmp_path: Path, range_: str, dashed: str) -> None:
        """A hyphen between numbers is noted with the dash to write."""
        assert told(tmp_path, "T115", events=summary(f"It took {range_} days.")) == [
            EVENT + f"summary.en: '{range_}' joins numbers by a hyphen (did you mean {dashed}?)"
        ]

    @pytest.mark.parametrize(
        "en", ["1999–2004", "2004-03-29", "2004-03", "F-16", "IX-907", "law No 12-34", "Nr. 5-6"]
    )
    def test_no_range(self, tmp_path: Path, en: str) -> None:
        """Dashes, dates in digits, types of aircraft and numbers of laws are fine."""
        assert told(tmp_path, "T115", events=summary(f"It was {en} then.")) == []


class TestLanguages:
    """T121 to T123: both languages."""

    @pytest.mark.parametrize("lt", ["…", "-", "2004.", "TBD", "n/a."])
    def test_nothing(self, tmp_path: Path, lt: str) -> None:
        """A wording without a word, or with one that keeps a place, is reported."""
        assert told(tmp_path, "T121", events=summary(lt=lt)) == [
            EVENT + f"summary.lt: {lt!r} says nothing in Lithuanian"
        ]

    def test_something(self, tmp_path: Path) -> None:
        """One word is enough."""
        assert told(tmp_path, "T121", events=summary(lt="Taip.")) == []

    @pytest.mark.parametrize(
        ("table", "record", "field"),
        [
            ("events", "riga-summit", "summary"),
            ("events", "riga-summit", "title"),
            ("pledges", "riga-pledge-level", "text"),
            ("discrepancies", "day-of-amber-shield", "reason"),
            ("actors", "president-of-lithuania", "name"),
            ("actors", "fourteenth-government", "name"),
        ],
    )
    def test_same(self, tmp_path: Path, table: str, record: str, field: str) -> None:
        """A wording repeated for the other language is reported there."""
        same = {field: {"en": "The same", "lt": "The same"}}
        changes: Plain = {table: changed(table, record, **same)}

        assert told(tmp_path, "T122", **changes) == [
            f"{table}.json: {record}: {field}.lt: 'The same' is the same in English"
        ]

    @pytest.mark.parametrize(
        ("table", "record", "field", "text"),
        [
            ("events", "riga-summit", "title", "NATO PARP 1994"),
            ("events", "riga-summit", "title", "Baltops 1993"),
            ("actors", "seimas", "name", "Seimas"),
            ("actors", "jurate-zvirblyte", "name", "Jūratė Žvirblytė"),
            ("places", "klaipeda", "name", "Klaipėda"),
            ("documents", "riga-pledge", "official_title", "The same words"),
        ],
    )
    def test_name(self, tmp_path: Path, table: str, record: str, field: str, text: str) -> None:
        """Names, abbreviations and official titles may be the same in both languages."""
        changes: Plain = {table: changed(table, record, **{field: {"en": text, "lt": text}})}

        assert told(tmp_path, "T122", **changes) == []

    def test_swapped(self, tmp_path: Path) -> None:
        """Languages that changed places are reported on both sides."""
        lt = "Narės susitinka ir pakviečia tris šalis."
        en = "The members meet and invite three countries."

        assert told(tmp_path / "swapped", "T123", events=summary(lt, en)) == [
            EVENT + f"summary.en: {lt!r} seems to be Lithuanian, not English",
            EVENT + f"summary.lt: {en!r} seems to be English, not Lithuanian",
        ]
        assert told(tmp_path / "right", "T123", events=summary(en, lt)) == []

    def test_swapped_names(self, tmp_path: Path) -> None:
        """The name of an office is words, that of a person is none."""
        words = {"en": "Fourteenth", "lt": "Fourteenth government of the country"}
        office = changed("actors", "fourteenth-government", name=words)
        person = changed("actors", "jurate-zvirblyte", name=words)
        place = changed("places", "klaipeda", name=words)

        assert told(tmp_path / "office", "T123", actors=office) == [
            (
                "actors.json: fourteenth-government: name.lt: "
                "'Fourteenth government of the country' seems to be English, not Lithuanian"
            )
        ]
        assert told(tmp_path / "names", "T123", actors=person, places=place) == []

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Ministers visit Klaipėda", ""),
            ("North Atlantic Council visits Klaipėda", "en"),
            ("Šiaurės Atlanto Taryba lankosi Klaipėdoje", "lt"),
            ("Jūratė Žvirblytė NATO SHAPE", ""),
            ("Kovinei grupei Latvijoje vadovaus Kanada.", "lt"),
            ("It is m d", ""),
            ("Chargé café for it", ""),
            ("Some ride home late", ""),
        ],
    )
    def test_seems(self, text: str, lang: str) -> None:
        """Small words, endings and accents tell the language; names and few words do not."""
        assert seems(text) == lang


class TestForm:
    """T131 to T134: titles and sentences."""

    @pytest.mark.parametrize(
        ("table", "record", "limit"),
        [("events", "riga-summit", 90), ("documents", "riga-pledge", 120)],
    )
    def test_long(self, tmp_path: Path, table: str, record: str, limit: int) -> None:
        """A title has its length at most."""
        title = "A" * limit
        just: Plain = {table: changed(table, record, title={"en": title, "lt": "Ą"})}
        over: Plain = {table: changed(table, record, title={"en": title + "A", "lt": "Ą"})}

        assert told(tmp_path / "just", "T131", **just) == []
        assert told(tmp_path / "over", "T131", **over) == [
            (
                f"{table}.json: {record}: title.en: '{'A' * 78}… has {limit + 1} characters, "
                f"more than {limit}"
            )
        ]

    @pytest.mark.parametrize("en", ["The members meet.", "They ‘meet.’", "They met in 1999."])
    def test_full_stop(self, tmp_path: Path, en: str) -> None:
        """A title that ends in a full stop is reported."""
        assert told(tmp_path, "T132", events=title(en)) == [
            EVENT + f"title.en: {en!r} ends in a full stop"
        ]

    @pytest.mark.parametrize("lt", ["Susitarimas iki 2030 m.", "Washington, D.C.", "Kas toliau?"])
    def test_no_full_stop(self, tmp_path: Path, lt: str) -> None:
        """The stop of an abbreviation is none."""
        assert told(tmp_path, "T132", events=title(lt=lt)) == []

    def test_lower(self, tmp_path: Path) -> None:
        """A title that starts with a small letter is reported, also behind a quotation mark."""
        assert told(tmp_path, "T133", events=title("a summit", "„susitikimas“ Rygoje")) == [
            EVENT + "title.en: 'a summit' starts with a small letter",
            EVENT + "title.lt: '„susitikimas“ Rygoje' starts with a small letter",
        ]

    @pytest.mark.parametrize("en", ["1999 summit", "‘Big’ summit", "eFP battlegroup", "…"])
    def test_not_lower(self, tmp_path: Path, en: str) -> None:
        """A digit, a quoted capital and a name with a capital inside are fine."""
        assert told(tmp_path, "T133", events=title(en)) == []

    @pytest.mark.parametrize("en", ["The members meet", "The members meet,", "They ‘meet’"])
    def test_open_sentence(self, tmp_path: Path, en: str) -> None:
        """A summary that does not end like a sentence is reported."""
        assert told(tmp_path, "T134", events=summary(en)) == [
            EVENT + f"summary.en: {en!r} does not end in a full stop"
        ]

    @pytest.mark.parametrize("en", ["They meet.", "They said ‘we meet.’", "Do they (all?)"])
    def test_sentence(self, tmp_path: Path, en: str) -> None:
        """A full stop within quotation marks, and a question, end a sentence."""
        assert told(tmp_path, "T134", events=summary(en)) == []
