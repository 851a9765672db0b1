"""Pictures: what is drawn of events and of defence expenditure, and how it is written to files.

The drawing itself is looked at by tests/browser; here a stand-in takes its place.
"""

from __future__ import annotations

import importlib
import itertools
import json
import re
import subprocess
import sys
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
import ltnato
import ltnato.__main__ as command
from builders import TABLES
from ltnato import (
    Bilingual,
    Category,
    InvalidDataError,
    InvalidQueryError,
    MissingExtraError,
    Period,
    Records,
)
from ltnato import _pictures as pictures
from ltnato._language import sort_key

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset, Event

#: Written in the colour space that a kind of colour vision leaves (Machado and others, 2009).
VISIONS = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
DAY = 86_400_000
#: Events of every form of time.
FORMS: dict[str, dict[str, Any]] = {
    "1999-04-23": {"at": "1999-04-23"},
    "1999-04-23/1999-04-25": {"at": "1999-04-23", "start": "1999-04-23", "end": "1999-04-26"},
    "1999-04": {"at": "1999-04-15", "start": "1999-04-01", "end": "1999-05-01", "sure": False},
    "[1999-04-23..1999-04-25]": {"at": "1999-04-24", "end": "1999-04-26", "sure": False},
    "1999-04/1999-05-02": {"start": "1999-04-01", "end": "1999-05-03", "sure": True},
    "1999-04-23/..": {"at": "1999-04-23", "start": "1999-04-23", "arrow": "▶", "sure": True},
    "1999-04-23/": {"at": "1999-04-23", "arrow": "→", "tip": "1999-04-23"},
    "[1999-04-23..]": {"at": "1999-04-23", "arrow": "→"},
    "[..1999-04-23]": {"at": "1999-04-23", "arrow": "←", "tip": "1999-04-23"},
    "../1999-04-23": {"at": "1999-04-23", "arrow": "←"},
    "9999": {"at": "9999-01-01", "arrow": "→"},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("pictures"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Put a stand-in in the place of vl-convert, and note what it is asked to draw."""
    asked: list[Any] = []

    def note(kind: str, answer: Any) -> Any:
        def draw(*args: Any, **options: Any) -> Any:
            asked.append((kind, args, options))
            return answer

        return draw

    stand_in = SimpleNamespace(
        vegalite_to_png=note("png", b"PNG"),
        vegalite_to_svg=note("svg", "<svg>ė</svg>"),
        javascript_bundle=note("html", "/* bundle */"),
    )
    monkeypatch.setitem(sys.modules, "vl_convert", stand_in)
    return asked


def some(data: Dataset, **changes: Any) -> Records[Event]:
    """Give the summit, changed, as a collection of its own."""
    return Records([attrs.evolve(data.event("riga-summit"), **changes)], data._tables)


def rows(chart: Any) -> list[dict[str, Any]]:
    """Give the rows of a timeline."""
    found: list[dict[str, Any]] = chart.to_dict()["data"]["values"]
    return found


def milliseconds(day: str) -> int:
    """Give a day in the count of JavaScript."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * DAY


def linear(colour: str) -> list[float]:
    """Give the light of a colour."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def seen(colour: str, vision: str) -> tuple[float, float, float]:
    """Give a colour in the space CIE 1976, as a kind of vision sees it."""
    light = linear(colour)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(line, light, strict=True)), 0), 1)
        for line in VISIONS[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    a, b, c = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


class TestMarks:
    """Colour and shape."""

    def test_every_category(self) -> None:
        """Each category has a mark of its own."""
        assert set(pictures.MARKS) == set(Category)
        assert len(set(pictures.MARKS.values())) == len(Category)

    @pytest.mark.parametrize("vision", VISIONS)
    def test_colour_blind(self, vision: str) -> None:
        """The colours stay apart in every kind of colour vision."""
        colours = {colour for colour, _ in pictures.MARKS.values()}
        for one, other in itertools.combinations(sorted(colours), 2):
            pairs = zip(seen(one, vision), seen(other, vision), strict=True)
            assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 > 30

    def test_contrast(self) -> None:
        """Each colour stands out from a white page, as the WCAG asks of graphics."""
        for colour in {colour for colour, _ in pictures.MARKS.values()} | {pictures.GREY}:
            red, green, blue = linear(colour)
            assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) > 3


class TestTicks:
    """The labels of the axis of time."""

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("1949-01-01", "2026-01-01", [str(year) for year in range(1950, 2021, 10)]),
            ("2003-01-01", "2005-06-01", ["2003", "2004", "2005"]),
            ("2004-02-28", "2004-07-20", ["March 2004", "April 2004", "May 2004", "June 2004"]),
            ("2004-03-28", "2004-04-20", ["8 April 2004"]),
            ("0001-01-01", "9999-12-30", [str(year) for year in range(1000, 9001, 1000)]),
        ],
    )
    def test_chosen(self, first: str, last: str, expected: list[str]) -> None:
        """Years, months or one day: as many as fit."""
        days = [date.fromisoformat(day).toordinal() for day in (first, last)]
        found = [label for _, label in pictures.ticks(days[0], days[1], "en", 420)]
        assert found[: len(expected)] == expected

    @given(
        first=st.dates(max_value=date(9900, 1, 1)),
        length=st.integers(1, 30_000),
        lang=st.sampled_from(["en", "lt"]),
    )
    def test_fit(self, first: date, length: int, lang: str) -> None:
        """Labels lie within the axis and never touch."""
        low, width = first.toordinal(), 420
        found = pictures.ticks(low, low + length, lang, width)
        assert found
        assert all(low <= day <= low + length for day, _ in found)
        for (day, label), (later, beside) in itertools.pairwise(found):
            room = (later - day) * width / length
            assert room > (pictures.text_width(label) + pictures.text_width(beside)) / 2


class TestTimeline:
    """Rows of events."""

    @pytest.mark.parametrize("form", FORMS)
    def test_placed(self, data: Dataset, form: str) -> None:
        """A mark stands on a day, a bar for what lasts or may be meant, an arrow for no end."""
        (row,) = rows(data.timeline(some(data, when=Period(form))))
        for key, expected in FORMS[form].items():
            wanted = milliseconds(expected) if re.match(r"\d{4}-", str(expected)) else expected
            assert row[key] == wanted, key
        assert ("start" in row) == ("end" in row)
        assert ("arrow" in row) == ("arrow" in FORMS[form])
        assert row["date"] == Period(form).to_text()

    def test_undated(self, data: Dataset) -> None:
        """What has no date has a row without a mark."""
        (row,) = rows(data.timeline(some(data, when=None), lang="lt"))
        assert row["date"] == "be datos"
        assert "at" not in row

    def test_words(self, data: Dataset) -> None:
        """Names, outcomes and sources are resolved, in the language."""
        (row,) = rows(data.timeline(some(data), lang="lt"))
        assert row["date"] == "1999 m. balandžio 23–25 d."
        assert (row["title"], row["category"]) == (
            "Rygos viršūnių susitikimas",
            "viršūnių susitikimas",
        )
        assert row["place"] == "Rygos pilis"
        assert "Trys šalys pakviečiamos derėtis." in row["outcomes"]
        assert row["sources"].count("\n• ") == row["sources"].count("\n")

    def test_bare(self, data: Dataset) -> None:
        """What an event has not stays empty."""
        bare = {"places": (), "outcomes": (), "citations": (), "participants": ()}
        (row,) = rows(data.timeline(some(data, **bare)))
        assert (row["place"], row["outcomes"], row["sources"]) == ("", "", "")

    def test_all_by_default(self, data: Dataset) -> None:
        """Without a choice all events are drawn, in order of time."""
        assert [row["id"] for row in rows(data.timeline())] == list(data.events().ids)

    def test_own_names(self, data: Dataset) -> None:
        """The names of events are looked up where the events are from."""
        assert rows(ltnato.timeline(some(data)))[0]["place"] == "Riga Castle"

    def test_list(self, data: Dataset) -> None:
        """Any events will do, in the order given."""
        chosen = list(data.events())[::-1]
        assert [row["id"] for row in rows(data.timeline(chosen))] == [one.id for one in chosen]

    def test_utc(self, data: Dataset) -> None:
        """The scale is one of UTC, and no date is left to be formatted."""
        spec = data.timeline(lang="lt").to_dict()
        text = json.dumps(spec)
        scales = [
            layer["encoding"]["x"]["scale"]
            for layer in spec["layer"]
            if "scale" in layer["encoding"]["x"]
        ]
        assert {one["type"] for one in scales} == {"utc"}
        assert "timeFormat" not in text
        assert not re.search(r'"format"', text)

    def test_legend(self, data: Dataset) -> None:
        """The legend holds the categories that occur, by the alphabet, and filters."""
        spec = data.timeline(lang="lt").to_dict()
        (colour,) = (
            layer["encoding"]["color"]["scale"]
            for layer in spec["layer"]
            if "shape" in layer["encoding"]
        )
        labels = {one.category.label.lt for one in data.events()}
        assert colour["domain"] == sorted(labels, key=lambda label: sort_key(label, "lt"))
        assert spec["params"][0]["bind"] == "legend"

    def test_long(self, data: Dataset) -> None:
        """A long picture names its axis at the bottom too."""
        few = data.timeline(list(data.events())).to_dict()
        many = data.timeline(list(data.events()) * 5).to_dict()
        assert len(many["layer"]) == len(few["layer"]) + 1

    def test_nothing(self, data: Dataset) -> None:
        """Of nothing there is no picture."""
        with pytest.raises(InvalidQueryError, match="there is no event to draw"):
            data.timeline(data.events(on="2020"))

    def test_no_events(self, data: Dataset) -> None:
        """Other records are refused."""
        actors: Any = data.actors()
        with pytest.raises(InvalidQueryError, match="a timeline shows events"):
            data.timeline(actors)

    def test_language(self, data: Dataset) -> None:
        """There are two languages."""
        lang: Any = "de"
        with pytest.raises(InvalidQueryError, match="no language"):
            data.timeline(lang=lang)

    @pytest.mark.parametrize("char", ["\x00", "\x1b", "\ud800", "\ufffe"], ids=ascii)
    @pytest.mark.parametrize("field", ["title", "summary"])
    def test_refused(self, data: Dataset, field: str, char: str) -> None:
        """A character that is no text is refused, with the record and its number."""
        said = {field: Bilingual(en=f"a{char}b", lt="-")}
        with pytest.raises(InvalidDataError, match=rf"riga-summit.*U\+{ord(char):04X}"):
            data.timeline(some(data, **said))


class TestSpending:
    """Defence expenditure against pledges."""

    @staticmethod
    def amber(tmp_path: Path, **pledge: Any) -> Dataset:
        """Give a dataset with observations of two countries and an alliance."""
        base = TABLES["observations"][0] | {"edition": "2009-12"}
        base.pop("estimate", None)
        observations = [
            base | {"id": f"{actor}-{year}", "actor": actor, "year": year, "value": value}
            for actor, year, value in (
                ("latvia", 2006, 1.5),
                ("lithuania", 2004, 1.4),
                ("lithuania", 2005, 1.2),
                ("lithuania", 2008, 1.5),
                ("amber-pact", 2004, 2.4),
            )
        ]
        observations[3]["estimate"] = True
        pledges = pledge.pop("pledges", TABLES["pledges"])
        documents = pledge.pop("documents", TABLES["documents"])
        changed = [one | pledge if one["id"] == "riga-pledge-level" else one for one in pledges]
        return builders.dataset(
            tmp_path,
            observations=observations,
            documents=documents,
            pledges=[{key: one[key] for key in one if one[key] is not None} for one in changed],
            discrepancies=None,
        )

    def test_lines(self, tmp_path: Path) -> None:
        """A line breaks where a year lacks; other countries stand behind, alliances do not."""
        chart = self.amber(tmp_path).spending_chart()
        points = {
            (one["actor"], one["year"]): one
            for data in self.values(chart)
            for one in data
            if "run" in one
        }
        assert set(points) == {
            ("Latvia", "2006"),
            ("Lithuania", "2004"),
            ("Lithuania", "2005"),
            ("Lithuania", "2008"),
        }
        runs = [points["Lithuania", year]["run"] for year in ("2004", "2005", "2008")]
        assert runs == [0, 0, 1]
        assert not points["Lithuania", "2008"]["final"]

    @staticmethod
    def values(chart: Any) -> list[list[dict[str, Any]]]:
        """Give all rows of data of a chart."""
        found: list[list[dict[str, Any]]] = []

        def collect(part: Any) -> None:
            if isinstance(part, dict):
                if isinstance(part.get("values"), list) and part["values"]:
                    found.append([one for one in part["values"] if isinstance(one, dict)])
                for one in part.values():
                    collect(one)
            elif isinstance(part, list):
                for one in part:
                    collect(one)

        collect(chart.to_dict())
        return found

    def pledge(self, chart: Any) -> dict[str, Any]:
        """Give the row of the pledge of a level."""
        return next(
            row
            for data in self.values(chart)
            for row in data
            if row.get("id") == "riga-pledge-level" and "verdict" in row
        )

    @pytest.mark.parametrize(
        ("pledge", "expected"),
        [
            ({"deadline": "2008", "in_force": "2004/2009"}, (2004, 2010, 2008.5)),
            ({"deadline": None, "in_force": "2004/2009"}, (2004, 2010, 2009.5)),
            ({"deadline": "2008-06", "in_force": None}, (None, None, 2008.5)),
            ({"deadline": None, "in_force": "2004/.."}, (2004, 2010.496, 2004.5)),
            ({"deadline": None, "in_force": "2004/"}, (None, None, 2004.5)),
            ({"deadline": None, "in_force": "[..2009]"}, (None, None, 2009.5)),
        ],
    )
    def test_pledge(self, tmp_path: Path, pledge: Any, expected: Any) -> None:
        """A bar shows the time in force, where the text states one; a mark the deadline."""
        row = self.pledge(self.amber(tmp_path, **pledge).spending_chart(lang="lt"))
        assert (row.get("start"), row.get("end"), row.get("at")) == expected
        assert row["label"].startswith("≥ 2 proc. BVP")
        assert row["verdict"] in {one.label.lt for one in ltnato.Verdict}

    def test_no_time(self, tmp_path: Path) -> None:
        """A pledge of which no time is known has a row, and no mark."""
        documents = builders.changed("documents", "riga-pledge", adopted=...)
        data = self.amber(tmp_path, deadline=None, in_force=None, documents=documents)
        row = self.pledge(data.spending_chart())
        assert not {"start", "at"} & row.keys()

    def test_no_pledges(self, tmp_path: Path) -> None:
        """Without pledges there is the line alone."""
        data = self.amber(tmp_path, pledges=[])
        assert len(data.spending_chart("latvia", lang="lt").to_dict()["vconcat"]) == 1

    def test_nothing(self, data: Dataset) -> None:
        """Without observations there is no picture."""
        with pytest.raises(InvalidQueryError, match="no observation of Latvia"):
            data.spending_chart("latvia")


class TestFiles:
    """Charts in files."""

    @pytest.mark.parametrize(
        ("name", "content"), [("a.png", b"PNG"), ("a.SVG", "<svg>ė</svg>".encode())]
    )
    def test_pictures(self, drawn: list[Any], tmp_path: Path, name: str, content: bytes) -> None:
        """The ending tells the form."""
        assert command.main(["timeline", str(tmp_path / name), "--on", "2004-03-29"]) == 0
        assert (tmp_path / name).read_bytes() == content
        assert [one.name for one in tmp_path.iterdir()] == [name]
        ((kind, args, options),) = drawn
        assert kind == name[-3:].lower()
        assert args[0]["$schema"].rpartition("/")[2].startswith(f"v{options['vl_version']}")

    def test_page(
        self, drawn: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A page holds bundle and data, and loads nothing."""
        file = tmp_path / "a.html"
        assert command.main(["timeline", str(file), "--lang", "lt", "--key", "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"written": str(file)}
        page = file.read_text(encoding="utf-8")
        assert drawn[0][0] == "html"
        assert '<html lang="lt">' in page
        assert "/* bundle */" in page
        assert "default-src &#x27;none&#x27;" in page
        assert not re.search(r"(src|href)=", page)

    @given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20))
    def test_any_text(self, text: str) -> None:
        """No text ends the script or begins an element; it comes back as it was."""
        hostile = f"</script><script>alert(1)</script><!--{text}"
        chart = SimpleNamespace(to_dict=lambda: {"summary": hostile})
        stand_in: Any = SimpleNamespace(javascript_bundle=lambda **_: "")
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(sys.modules, "vl_convert", stand_in)
            page = pictures.render(chart, "html", title=hostile, lang="en").decode()
        inner = page.split('<script id="spec" type="application/json">')[1].split("</script>")[0]
        assert json.loads(inner) == {"summary": hostile}
        assert page.count("<script") == 2
        assert "alert(1)</script>" not in page

    def test_kept(
        self, drawn: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is there is kept, unless it is to be replaced."""
        file = tmp_path / "a.png"
        file.write_text("mine", encoding="utf-8")
        assert command.main(["timeline", str(file)]) == 2
        assert "a.png exists already; --force replaces it" in capsys.readouterr().err
        assert file.read_text(encoding="utf-8") == "mine"
        assert not drawn
        assert command.main(["timeline", str(file), "--force"]) == 0
        assert file.read_bytes() == b"PNG"

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("a.gif", "html, .png or .svg"),
            ("png", "html, .png or .svg"),
            ("no/a.png", "there is no such folder"),
        ],
    )
    def test_refused(
        self,
        drawn: list[Any],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        name: str,
        message: str,
    ) -> None:
        """A name of another form, and a folder that is not there, are refused."""
        assert command.main(["timeline", str(tmp_path / name)]) == 2
        assert message in capsys.readouterr().err
        assert not list(tmp_path.iterdir())
        assert len(drawn) < 2

    def test_interrupted(self, drawn: list[Any], tmp_path: Path, data: Dataset) -> None:
        """What is interrupted leaves the old file, and nothing beside it."""
        file = tmp_path / "a.png"
        file.mkdir()
        with pytest.raises(OSError, match=r"a\.png"):
            pictures.save(data.timeline(), file, title="", lang="en", force=True)
        assert list(tmp_path.iterdir()) == [file]
        assert drawn


class TestExtras:
    """Libraries that an extra brings."""

    @pytest.mark.parametrize(
        ("module", "extra", "call"),
        [
            ("altair", "charts", ltnato.timeline),
            ("icalendar", "calendar", lambda: ltnato.events().to_ics()),
            (
                "vl_convert",
                "charts",
                lambda: pictures.render(ltnato.timeline(), "png", title="", lang="en"),
            ),
        ],
    )
    def test_missing(
        self, monkeypatch: pytest.MonkeyPatch, module: str, extra: str, call: Any
    ) -> None:
        """A missing library is named, with the extra that brings it."""
        missing = ModuleNotFoundError(f"No module named {module!r}", name=module)
        self._break(monkeypatch, module, missing)
        with pytest.raises(MissingExtraError, match=rf"{module} .*ltnato\[{extra}\]"):
            call()

    def test_broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A library that lacks something itself says so."""
        self._break(monkeypatch, "altair", ModuleNotFoundError("no jinja2", name="jinja2"))
        with pytest.raises(ModuleNotFoundError, match="jinja2"):
            ltnato.timeline()

    @staticmethod
    def _break(monkeypatch: pytest.MonkeyPatch, module: str, error: Exception) -> None:
        """Let an import fail."""
        from ltnato import _extras

        real = importlib.import_module

        def fail(name: str) -> Any:
            if name == module:
                raise error
            return real(name)

        monkeypatch.setattr(_extras, "import_module", fail)

    def test_not_before(self) -> None:
        """No library of an extra is imported before it is called."""
        code = """
import sys, ltnato
ltnato.events().to_text(lang="lt"), str(ltnato.show("lithuania-joins-nato", lang="lt"))
ltnato.event("lithuania-joins-nato").when.to_text("lt"), ltnato.snapshot("2004-03-29").to_text()
import ltnato.__main__, ltnato._calendar, ltnato._pictures, ltnato._timeline, ltnato._spending
print({"altair", "icalendar", "vl_convert", "pandas", "numpy"} & set(sys.modules))
"""
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
        )
        assert (done.stdout, done.stderr) == ("set()\n", "")
