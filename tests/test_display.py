"""How records show themselves: tables and cards, as text and as HTML."""

from __future__ import annotations

import copy
import pickle
import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

import builders
import ltnato
from builders import KINDS, TABLES, every
from ltnato import Card, InvalidQueryError, Records
from ltnato._cards import Card as PlainCard
from ltnato._display import _LT, measure, one_line, show

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

HOSTILE = "<script>alert('1')</script> & \"x\""
LOCATOR = 'box "<b>3</b>"'
OFFICE = "in the office of President of Lithuania"
POST = "to the office of Envoy of Lithuania to the Pact"
HELD = "holds the office of President of Lithuania"
NOTHING = "adopted nothing"
PAIR = {"en": HOSTILE, "lt": HOSTILE}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("display"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a dataset whose texts would be markup if they were let."""
    changed = builders.changed
    events = changed("events", "riga-summit", title=PAIR, summary=PAIR)
    events[1]["outcomes"][0]["text"] = PAIR
    events[1]["citations"] = [{"source": "pact-chronicle", "locator": LOCATOR}]
    return builders.dataset(
        tmp_path_factory.mktemp("hostile"),
        events=events,
        actors=changed(
            "actors", "lithuania", name=PAIR, names=[{"text": HOSTILE, "kind": "former"}]
        ),
        places=changed("places", "riga", name=PAIR),
        documents=changed("documents", "amber-charter", title=PAIR, number=HOSTILE),
        pledges=changed("pledges", "riga-pledge-level", text=PAIR),
        sources=changed(
            "sources", "pact-chronicle", title=HOSTILE, publisher=HOSTILE, url='https://x/"><i>'
        ),
        discrepancies=changed("discrepancies", "no-second-summit", stated=HOSTILE, reason=PAIR),
    )


class Markup(HTMLParser):
    """Collect the tags, attributes and texts of HTML, and see that it is well-formed."""

    VOID = ("br",)

    def __init__(self, html: str) -> None:
        """Read the HTML."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that what is closed was open."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def values(self, name: str) -> set[str]:
        """Give the values of an attribute."""
        return {value for _, attribute, value in self.attributes if attribute == name}


def no_colours(markup: Markup) -> bool:
    """Tell whether styles leave the colours of text and ground to the page."""
    declared = [
        declaration.partition(":")
        for style in markup.values("style")
        for declaration in style.split(";")
    ]
    return all(
        value in {"inherit", "transparent"}
        for name, _, value in declared
        if "color" in name or "background" in name
    )


class TestTables:
    """Answers as aligned tables."""

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("width", [40, 80, 200])
    @pytest.mark.parametrize("lang", ["en", "lt"])
    def test_fits(self, data: Dataset, kind: str, width: int, lang: str) -> None:
        """Every line fits the width, and every column starts below its heading."""
        lines = every(data)[kind].to_text(lang=lang, width=width).splitlines()
        assert max(map(len, lines)) <= width
        rule = next(line for line in lines if set(line) <= {"-", " "})
        starts = [match.start() for match in re.finditer("-+", rule)]
        for line in lines:
            padded = line.ljust(width)
            assert all(padded[start - 2 : start].isspace() for start in starts if start)
        assert [lines[0][start : start + 1] != "" for start in starts] == [True] * len(starts)

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("width", [40, 80, 200])
    def test_repr_fits_the_terminal(
        self, data: Dataset, kind: str, width: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The representation is the table, as wide as the terminal."""
        monkeypatch.setenv("COLUMNS", str(width))
        found = every(data)[kind]
        assert repr(found) == str(found) == found.to_text(width=width)

    def test_wide(self, data: Dataset) -> None:
        """With room enough a record is one line, in the order of the answer."""
        lines = data.events().to_text(width=200).splitlines()
        assert lines[0].split() == ["date", "id", "title"]
        assert [line[:21].strip() for line in lines[2:4]] == [
            "[..1994-01-04]",
            "1999-04-23/1999-04-25",
        ]
        assert lines[3] == "1999-04-23/1999-04-25  riga-summit                  Riga summit"
        assert len(lines) == 2 + 9

    @pytest.mark.parametrize("kind", KINDS)
    def test_nothing_is_cut(self, data: Dataset, kind: str) -> None:
        """What does not fit goes on below: a narrow table has every letter of a wide one."""

        def letters(text: str) -> Counter[str]:
            return Counter(char for char in text if not char.isspace() and char != "-")

        found = every(data)[kind]
        assert letters(found.to_text(width=30)) == letters(found.to_text(width=500))

    def test_identifiers_last(self, data: Dataset) -> None:
        """Identifiers stay whole while other columns can give way."""
        narrow = data.actors().to_text(width=90)
        assert "minister-of-foreign-affairs-of-lithuania" in narrow

    def test_names_resolved(self, data: Dataset) -> None:
        """Identifiers of others are shown as names, in the language asked for."""
        found = data.relations(on="2004-03-29", kind="member-of", subject="lithuania")
        assert "Amber Pact" in found.to_text(width=200)
        assert "Gintaro paktas" in found.to_text(lang="lt", width=200)
        parts = data.participations(event="envoy-appointed")
        assert "2004-03-29" in parts.to_text(width=200)
        assert "Lietuvos prezidentas" in parts.to_text(lang="lt", width=200)

    def test_lithuanian_headings(self, data: Dataset) -> None:
        """Every heading has its Lithuanian form."""
        for found in every(data).values():
            english = found.to_text(width=300).splitlines()[0].split("  ")
            lithuanian = found.to_text(lang="lt", width=300).splitlines()[0].split("  ")
            words = {one.strip() for one in english if one.strip()}
            assert {_LT[word] for word in words} == {one.strip() for one in lithuanian if one}

    def test_empty(self, data: Dataset) -> None:
        """An empty answer says so."""
        found = data.events(on="2020")
        assert repr(found) == "no records"
        assert found.to_text(lang="lt") == "įrašų nėra"
        assert found._repr_html_() == "<p>no records</p>"

    @pytest.mark.parametrize("lang", ["de", "", "EN", None])
    def test_unknown_language(self, data: Dataset, lang: Any) -> None:
        """A language that the data do not have is refused."""
        with pytest.raises(InvalidQueryError, match="'en' or 'lt'"):
            data.events().to_text(lang=lang)

    @pytest.mark.parametrize("count", [1, 2, 60])
    def test_whole(self, data: Dataset, count: int) -> None:
        """Up to sixty records show themselves in full, without a count."""
        found = Records([data.event("riga-summit")] * count, data._tables)
        assert repr(found).count("riga-summit") == count
        assert "records)" not in repr(found)
        assert "…" not in repr(found)

    @pytest.mark.parametrize("count", [61, 62, 1000])
    def test_long(self, data: Dataset, count: int) -> None:
        """Of more, the first and last thirty show themselves, with the count."""
        events = [data.event("riga-summit"), *[data.event("talk-in-riga")] * (count - 1)]
        found = Records(events, data._tables)
        lines = repr(found).splitlines()
        assert len(lines) == 2 + 30 + 1 + 30 + 1
        assert lines[32].startswith("…")
        assert lines[-1] == f"({count} records)"
        assert found.to_text().count("\n") == count + 1
        assert f"{count} records</caption>" in found._repr_html_()
        assert found._repr_html_().count("<tr>") == 1 + 61

    def test_count_in_lithuanian(self, data: Dataset) -> None:
        """The count is worded so that no noun changes its case."""
        from ltnato._display import table_html, table_text

        events = [data.event("riga-summit")] * 3
        assert table_text(events, data._tables, lang="lt", limit=2).endswith("(įrašų: 3)")
        assert "<caption" in table_html(events, data._tables, lang="lt")
        assert "įrašų: 3" in table_html(events, data._tables, lang="lt")

    @pytest.mark.parametrize("kind", KINDS)
    def test_html(self, data: Dataset, kind: str) -> None:
        """In a notebook it is a table with marked-up headings, in a language, without colours."""
        found = every(data)[kind]
        markup = Markup(found._repr_html_())
        assert markup.tags.count("table") == 1
        assert markup.tags.count("tr") == 1 + len(found)
        assert markup.values("scope") == {"col"}
        assert markup.values("lang") == {"en"}
        assert no_colours(markup)
        assert f"{len(found)} records" in markup.texts

    def test_html_of_one(self, data: Dataset) -> None:
        """A single record needs no count."""
        assert "<caption" not in data.events(category="summit")._repr_html_()

    @pytest.mark.parametrize("kind", KINDS)
    def test_html_escaped(self, hostile: Dataset, kind: str) -> None:
        """No text becomes markup."""
        markup = Markup(every(hostile)[kind]._repr_html_())
        assert set(markup.tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert markup.values("onerror") == set()

    def test_html_keeps_the_text(self, hostile: Dataset) -> None:
        """What is escaped reads as it was written."""
        html = hostile.events(category="summit")._repr_html_()
        assert "<script>" not in html
        assert HOSTILE in "".join(Markup(html).texts)


IDS = [(table, one["id"]) for table, records in TABLES.items() for one in records]


INVITED = "Three countries are invited to talks."


class TestCards:
    """One record in full."""

    @pytest.mark.parametrize(("table", "identifier"), IDS)
    @pytest.mark.parametrize("lang", ["en", "lt"])
    def test_every_record(self, data: Dataset, table: str, identifier: str, lang: Any) -> None:
        """Every record has a card, in each language, by identifier or as itself."""
        card = data.show(identifier, lang=lang)
        assert isinstance(card, Card)
        assert card.lang == lang
        assert str(card) == repr(card) == str(data.show(data.record(identifier), lang=lang))
        assert len(str(card).splitlines()) > 2, table
        markup = Markup(card._repr_html_())
        assert markup.values("lang") == {lang}
        assert markup.values("scope") == {"row"}
        assert no_colours(markup)

    @pytest.mark.parametrize(("table", "identifier"), IDS)
    def test_same_content(self, data: Dataset, table: str, identifier: str) -> None:
        """Text and HTML hold the same."""
        card = data.show(identifier)
        texts = "".join("".join(Markup(card._repr_html_()).texts).split())
        for entry in str(card).split():
            assert entry in texts, table

    @pytest.mark.parametrize(("table", "identifier"), IDS)
    def test_lithuanian_heads(self, data: Dataset, table: str, identifier: str) -> None:
        """Every row has its Lithuanian head."""
        heads = [head for head, _ in data.show(identifier)._rows]
        assert set(heads) <= set(_LT), table

    @pytest.mark.parametrize(
        ("identifier", "lines"),
        [
            (
                "riga-summit",
                [
                    "23–25 April 1999 Riga summit",
                    "category       summit, regular, ceremonial",
                    "topics         enlargement, open door",
                    "place          Riga Castle",
                    "participants   Latvia (host)",
                    f"               Ąžuolas Šimkūnas (guest), {OFFICE}, for Lithuania",
                    f"outcomes       24 April 1999 [invitation] {INVITED}",
                    "               – inviter: Amber Pact",
                    "               – 3 countries (invitee)",
                    "               – refers to: Amber Charter",
                    "figures        12 members (Amber Pact), 1999",
                    "               Žiburys: Vilniaus dienraštis",
                    f"discrepancies  resolved: stated ‘two summits’, {NOTHING}; There was one.",
                    "trust          corroborated",
                ],
            ),
            (
                "accession-day",
                [
                    "documents      accedes to: Amber Charter",
                    "links          follows: Riga summit",
                    "               Žiburys: Vilniaus dienraštis",
                    "trust          single source",
                ],
            ),
            ("talk-in-riga", ["part of   Riga summit", "place     Latvia"]),
            ("undated-meeting", ["undated A meeting without a date"]),
            (
                "envoy-appointed",
                [
                    f"participants  Ąžuolas Šimkūnas (appointer), {OFFICE}",
                    f"              Jūratė Žvirblytė (appointee), {POST}",
                ],
            ),
            (
                "azuolas-simkunas",
                [
                    "Ąžuolas Šimkūnas",
                    "kind      person",
                    "country   Lithuania",
                    f"relation  26 February 1998 – 6 April 2004 {HELD}",
                ],
            ),
            (
                "ieva-simkuniene",
                [
                    f"relation  6 April – 12 July 2004 {HELD} (acting)",
                ],
            ),
            ("fourteenth-government", ["no.      14", "existed  18 July 2006 – 9 December 2008"]),
            ("lithuania", ["codes     LT, LTU, Q37"]),
            (
                "klaipeda",
                [
                    "names        Memel (former name, until 1923, start unknown)",
                    "within       Baltic coast",
                    "coordinates  55.7033, 21.1443",
                ],
            ),
            (
                "amber-charter",
                [
                    "address         https://example.org/charter",
                    "provisions      [decision] An attack on one is an attack on all.",
                    "                – lead: Latvia",
                ],
            ),
            (
                "instrument-of-accession",
                [
                    "official title  Lietuvos prisijungimo raštas",
                    "related         is based on: Amber Charter",
                ],
            ),
            (
                "riga-pledge-level",
                ["value      ≥ 2 percent of GDP", "by         Latvia, Lithuania"],
            ),
            ("riga-pledge-growth", ["sources    Amber Pact: Archive of the Pact"]),
            (
                "latvia-in-the-pact",
                [
                    "role       founding",
                    "documents  signs: Amber Charter",
                    "begun by   Amber Charter",
                ],
            ),
            ("lithuania-in-the-amber-group", ["ended by  Lithuania joins the Pact"]),
            ("lithuania-in-the-pact", ["place     Riga", "no.       13"]),
            (
                "programme-of-the-pact",
                ["figures   4 pillars (Pact Readiness Programme)"],
            ),
            ("lithuania-share-2008-first", ["estimate   ✓", "value      1.11 percent of GDP"]),
            (
                "pact-chronicle",
                ["outline    introduction/p1", "           summits/1999 (23-25 April 1999)"],
            ),
            (
                "day-of-amber-shield",
                ["record     Exercise Amber Shield [exercise-amber-shield]", "field      when"],
            ),
            ("no-second-summit", ["adopted    nothing"]),
        ],
    )
    def test_content(
        self,
        data: Dataset,
        identifier: str,
        lines: list[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Names, offices, documents and sources are resolved."""
        monkeypatch.setenv("COLUMNS", "200")
        shown = str(data.show(identifier)).splitlines()
        for line in lines:
            assert line in shown

    @pytest.mark.parametrize(
        ("identifier", "line"),
        [
            ("riga-summit", "dalyviai      Latvija (šeimininkas)"),
            ("riga-summit", "skaičiai      nariai: 12 (Gintaro paktas), 1999 m."),
            ("undated-meeting", "be datos Susitikimas be datos"),
            ("lithuania-share-2008-first", "reikšmė    1,11 proc. BVP"),
            ("no-second-summit", "priimta       nieko"),
        ],
    )
    def test_lithuanian(
        self, data: Dataset, identifier: str, line: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In Lithuanian numbers have a comma, and the unit stands before them."""
        monkeypatch.setenv("COLUMNS", "200")
        assert line in str(data.show(identifier, lang="lt")).splitlines()

    def test_record_without_a_name(self, tmp_path: Path) -> None:
        """A record that has no name is told by its identifier."""
        discrepancies = builders.changed(
            "discrepancies", "no-second-summit", record="president-acting"
        )
        data = builders.dataset(tmp_path, discrepancies=discrepancies)
        assert "president-acting [president-acting]" in str(data.show("no-second-summit"))
        assert "two summits" in str(data.show("president-acting"))

    def test_sources_once(self, data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sources of the parts are told with those of the whole, each source and place once."""
        monkeypatch.setenv("COLUMNS", "200")
        shown = str(data.show("riga-summit"))
        assert shown.count("A chronicle of the Pact") == 1
        assert "[summits/1999:2; summits/1999] https://example.org/chronicle" in shown

    @pytest.mark.parametrize("lang", ["de", "", "EN", None])
    def test_unknown_language(self, data: Dataset, lang: Any) -> None:
        """A language that the data do not have is refused."""
        with pytest.raises(InvalidQueryError, match="'en' or 'lt'"):
            data.show("riga-summit", lang=lang)

    @pytest.mark.parametrize("width", ["1", "40", "60"])
    def test_narrow(self, data: Dataset, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Lines fit a narrow terminal, but for a word that is longer than its line."""
        monkeypatch.setenv("COLUMNS", width)
        for _, identifier in IDS:
            for line in str(data.show(identifier)).splitlines():
                assert len(line) <= max(int(width), 40) or len(line[15:].split()) <= 2

    @pytest.mark.parametrize(
        "identifier",
        [
            "riga-summit",
            "lithuania",
            "riga",
            "amber-charter",
            "riga-pledge-level",
            "lithuania-in-the-pact",
            "pact-chronicle",
            "no-second-summit",
        ],
    )
    @pytest.mark.parametrize("lang", ["en", "lt"])
    def test_escaped(self, hostile: Dataset, identifier: str, lang: Any) -> None:
        """No text becomes markup, and no address leaves its attribute."""
        html = hostile.show(identifier, lang=lang)._repr_html_()
        markup = Markup(html)
        assert set(markup.tags) <= {"table", "caption", "tbody", "tr", "th", "td", "br", "a"}
        assert {name for _, name, _ in markup.attributes} <= {
            "lang",
            "style",
            "scope",
            "href",
            "rel",
        }
        assert HOSTILE in "".join(markup.texts)

    @pytest.mark.parametrize(
        ("address", "linked"),
        [
            ("https://example.org/a?b=c&d", True),
            ("http://example.org", True),
            ("ftp://example.org", False),
            ("javascript:alert(1)", False),
            ("JAVASCRIPT:alert(1)//https://x", False),
            ("data:text/html,<b>", False),
        ],
    )
    @pytest.mark.parametrize("before", ["", "The archive "])
    def test_links(self, address: str, before: str, *, linked: bool) -> None:
        """Only an address of the web at the end of an entry is a link."""
        markup = Markup(PlainCard("", [("address", [f"{before}{address}"])], "en")._repr_html_())
        assert markup.values("href") == ({address} if linked else set())
        assert "".join(markup.texts).endswith(f"{before}{address}")

    def test_control_characters(self) -> None:
        """Nothing in a card steers the terminal, and every entry stays on its row."""
        card = PlainCard(
            "A\x1b[2Jtitle\r", [("id", ["one\ntwo\t\x07three\x9b", "\u2028four"])], "en"
        )
        assert str(card) == "A [2Jtitle\nid  one two three\n    four"

    def test_empty_rows(self) -> None:
        """Rows and lines without content are left out; a card may be a title alone."""
        card = PlainCard("Title", [("id", ["", "x"]), ("kind", [""]), ("names", [])], "en")
        assert str(card) == "Title\nid  x"
        assert str(PlainCard("Title", [], "en")) == "Title"

    def test_immutable(self, data: Dataset) -> None:
        """No attribute can be set or deleted."""
        card: Any = data.show("riga-summit")
        for name in ("lang", "_rows", "other"):
            with pytest.raises(AttributeError, match=f"setting '{name}'"):
                setattr(card, name, "lt")
            with pytest.raises(AttributeError, match=f"deleting '{name}'"):
                delattr(card, name)
        assert card.lang == "en"

    @pytest.mark.parametrize(("table", "identifier"), IDS)
    def test_copies(self, data: Dataset, table: str, identifier: str) -> None:
        """A pickle and a deep copy show the same."""
        card = data.show(identifier, lang="lt")
        for twin in (pickle.loads(pickle.dumps(card)), copy.deepcopy(card)):
            assert str(twin) == str(card), table
            assert twin._repr_html_() == card._repr_html_()


class TestWords:
    """Values as they are shown."""

    @pytest.mark.parametrize(
        ("value", "lang", "expected"),
        [
            (None, "en", ""),
            (ltnato.Category.SUMMIT, "lt", "viršūnių susitikimas"),
            (ltnato.Bilingual(en="a", lt="b"), "lt", "b"),
            ((ltnato.Category.SUMMIT, None, 5), "en", "summit, , 5"),
            (ltnato.Period("2004-03~"), "lt", "apie 2004 m. kovą"),
        ],
    )
    def test_show(self, value: object, lang: str, expected: str) -> None:
        """Words by their labels, wordings in the language, periods in words."""
        assert show(value, lang) == expected

    @pytest.mark.parametrize(
        ("value", "unit", "limit", "english", "lithuanian"),
        [
            (None, ltnato.Unit.MEMBERS, "exact", "", ""),
            (2.5, None, "exact", "2.5", "2,5"),
            (2, ltnato.Unit.MEMBERS, "at-least", "≥ 2 members", "nariai: ≥ 2"),
            (2, ltnato.Unit.MEMBERS, "at-most", "≤ 2 members", "nariai: ≤ 2"),
            (2, ltnato.Unit.MEMBERS, "up-to", "≤ 2 members", "nariai: ≤ 2"),
            (2, ltnato.Unit.MEMBERS, "about", "~ 2 members", "nariai: ~ 2"),
        ],
    )
    def test_measure(
        self, value: Any, unit: Any, limit: str, english: str, lithuanian: str
    ) -> None:
        """A bound is a sign before the number."""
        assert measure(value, unit, ltnato.Limit(limit), "en") == english
        assert measure(value, unit, ltnato.Limit(limit), "lt") == lithuanian

    def test_one_line(self) -> None:
        """Breaks and characters that steer a terminal become blanks."""
        assert one_line(" a\r\n\x1b[31mb\x00\x7f\u2029c ") == "a [31mb c"


class TestRecordsThemselves:
    """The text and the representation of a record."""

    @pytest.mark.parametrize(
        ("identifier", "text", "shown"),
        [
            (
                "riga-summit",
                "1999-04-23/1999-04-25  Riga summit",
                "Event(id='riga-summit', when='1999-04-23/1999-04-25')",
            ),
            ("undated-meeting", "undated  A meeting without a date", "Event(id='undated-meeting')"),
            ("lithuania", "Lithuania", "Actor(id='lithuania')"),
            ("vilnius", "Vilnius", "Place(id='vilnius')"),
            ("amber-charter", "Amber Charter", "Document(id='amber-charter')"),
            (
                "latvia-in-the-pact",
                "latvia member-of amber-pact  1949-08-24/..",
                "Relation(id='latvia-in-the-pact', when='1949-08-24/..')",
            ),
            (
                "programme-of-the-pact",
                "pact-readiness-programme part-of amber-pact",
                "Relation(id='programme-of-the-pact')",
            ),
            (
                "lithuania-share-2008-first",
                "lithuania 2008 defence-expenditure-share: 1.11 percent-of-gdp",
                "Observation(id='lithuania-share-2008-first')",
            ),
            (
                "vilnius-daily",
                "Žiburys: Vilniaus dienraštis",
                "Source(id='vilnius-daily')",
            ),
            (
                "day-of-amber-shield",
                "exercise-amber-shield.when: stated '2001-09-15', adopted '2001-09-14?'",
                "Discrepancy(id='day-of-amber-shield')",
            ),
            (
                "no-second-summit",
                "riga-summit: stated 'two summits', adopted 'nothing'",
                "Discrepancy(id='no-second-summit')",
            ),
        ],
    )
    def test_text(self, data: Dataset, identifier: str, text: str, shown: str) -> None:
        """An event reads like a line of a chronology; representations are short."""
        assert str(data.record(identifier)) == text
        assert repr(data.record(identifier)) == shown
