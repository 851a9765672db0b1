"""The pictures as they are drawn: pages in a browser, and files of pixels and of shapes."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from chromium import Page

import ltnato
from ltnato import Bilingual, _pictures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TITLES = {"en": "Lithuania joins NATO", "lt": "Lietuva įstoja į NATO"}
DATES = {"en": "29 March 2004", "lt": "2004 m. kovo 29 d."}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \u202eabc"


@pytest.fixture(scope="module", params=["en", "lt"])
def lang(request: pytest.FixtureRequest) -> str:
    """Give a language."""
    return str(request.param)


@pytest.fixture(scope="module")
def page(lang: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of all events, as the command line writes it."""
    file = tmp_path_factory.mktemp("pages") / "timeline.html"
    subprocess.run(
        [sys.executable, "-m", "ltnato", "timeline", str(file), "--lang", lang], check=True
    )
    return file


def drawn(events: Sequence[Any], file: Path, lang: Any = "en") -> Path:
    """Write a timeline of events."""
    return _pictures.save(ltnato.timeline(events, lang=lang), file, title="Test", lang=lang)


def size(png: bytes) -> tuple[int, int]:
    """Give width and height of a picture."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


class TestPage:
    """One page that works offline."""

    def test_size(self, page: Path) -> None:
        """It is small enough to be sent."""
        assert page.stat().st_size <= 1_500_000

    def test_clean(self, page: Path, lang: str) -> None:
        """It loads nothing but itself, and complains of nothing."""
        with Page(page) as shown:
            assert TITLES[lang] in shown.texts()
            assert shown.requests == [page.as_uri()]
            assert shown.complaints == []

    def test_tooltip(self, page: Path, lang: str) -> None:
        """Where the mouse points, summary, outcomes and sources appear; elsewhere they go."""
        event = ltnato.event("lithuania-joins-nato")
        with Page(page) as shown:
            shown.point(*shown.place_of(TITLES[lang]))
            text = "document.getElementById('vg-tooltip-element')?.innerText ?? ''"
            shown.wait(lambda: DATES[lang] in shown.ask(text))
            told = shown.ask(text)
            assert event.summary.get(lang) in told
            assert all(one.text.get(lang) in told for one in event.outcomes)
            assert "https://www.urm.lt/" in told
            visible = "document.getElementById('vg-tooltip-element').classList.contains('visible')"
            assert shown.ask(visible)
            shown.point(1, 1)
            shown.wait(lambda: not shown.ask(visible))
            assert shown.complaints == []

    def test_legend(self, page: Path, lang: str) -> None:
        """A click into the legend leaves one category, a second click beside it leaves all."""
        label = ltnato.Category.SUMMIT.label.get(lang)
        titles = {one.title.get(lang) for one in ltnato.events()}
        summits = {one.title.get(lang) for one in ltnato.events(category="summit")}
        with Page(page) as shown:
            assert titles <= set(shown.texts())
            shown.point(*shown.place_of(label), click=True)
            shown.wait(lambda: titles & set(shown.texts()) == summits)
            shown.point(*shown.place_of(label), click=True)
            shown.wait(lambda: titles <= set(shown.texts()))
            assert shown.complaints == []

    @pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Europe/Vilnius"])
    def test_zone(self, tmp_path: Path, zone: str) -> None:
        """The picture is the same in every time zone."""
        events = ltnato.events(since="2004-03-20", until="2004-04-10")
        file = drawn(events, tmp_path / "a.html")
        pictures = []
        for one in ("UTC", zone):
            with Page(file, one) as shown:
                assert DATES["en"] in shown.texts()
                pictures.append(shown.ask("document.querySelector('#picture svg').outerHTML"))
        assert pictures[0] == pictures[1]

    def test_hostile(self, tmp_path: Path) -> None:
        """Hostile text is shown as text."""
        said = Bilingual(en=HOSTILE, lt="-")
        event = attrs.evolve(ltnato.event("lithuania-joins-nato"), title=said, summary=said)
        with Page(drawn([event], tmp_path / "a.html")) as shown:
            assert HOSTILE in shown.texts()
            shown.point(*shown.place_of(HOSTILE))
            text = "document.getElementById('vg-tooltip-element')?.innerText ?? ''"
            shown.wait(lambda: "onerror" in shown.ask(text))
            assert shown.ask("document.querySelectorAll('#vg-tooltip-element img').length") == 0
            assert shown.complaints == []
            assert len(shown.requests) == 1

    def test_spending(self, tmp_path: Path, lang: Any) -> None:
        """The picture of defence expenditure works as a page too."""
        if not ltnato.observations("defence-expenditure-share"):
            pytest.skip("the data hold no observations")
        chart = ltnato.spending_chart(lang=lang)
        file = _pictures.save(chart, tmp_path / "a.html", title="Test", lang=lang)
        with Page(file) as shown:
            assert ltnato.actor("lithuania").name.get(lang) in shown.texts()
            assert shown.requests == [file.as_uri()]
            assert shown.complaints == []


class TestDrawings:
    """Pixels and shapes."""

    @pytest.mark.parametrize("count", [1, 10, 60, 500])
    def test_height(self, tmp_path: Path, count: int, lang: str) -> None:
        """Each event has a row of its own, however many there are."""
        events = ltnato.events()[:count]
        width, height = size(drawn(events, tmp_path / "a.png", lang).read_bytes())
        assert width > 1000
        assert height / 2 > 22 * len(events) + 60

    def test_letters(self, tmp_path: Path) -> None:
        """A file of shapes is well-formed, and has every title with all its letters."""
        tree = ET.parse(drawn(ltnato.events(), tmp_path / "a.svg", "lt"))  # noqa: S314 - ours
        texts = {"".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")}
        assert {one.title.lt for one in ltnato.events()} <= texts
        assert DATES["lt"] in texts

    @pytest.mark.parametrize("form", ["png", "svg"])
    def test_same_everywhere(self, tmp_path: Path, form: str) -> None:
        """The same data give the same file, in every time zone."""
        files = [tmp_path / f"{place}.{form}" for place in range(2)]
        for file, zone in zip(files, ("UTC", "America/New_York"), strict=True):
            subprocess.run(
                [sys.executable, "-m", "ltnato", "timeline", str(file), "--on", "2004-03"],
                check=True,
                env={**os.environ, "TZ": zone},
            )
        assert files[0].read_bytes() == files[1].read_bytes()
