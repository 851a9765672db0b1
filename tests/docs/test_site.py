"""The site as it was built: whole, self-contained, and fit to be read by everybody."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SITE = ROOT / "docs" / "_build" / "html"
#: Where the site stands once it is published; links to it are links into the site.
_CONF = (ROOT / "docs" / "conf.py").read_text(encoding="utf-8")
HOME = re.findall(r'^html_baseurl = "(.*)"$', _CONF, re.MULTILINE)[0]
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
STYLES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.css"))
#: Pages whose heading a script writes: that of the explorer, and what the search found.
WRITTEN = {"explorer/index.html", "search.html"}

#: What a browser fetches by itself: the attribute of each element.
FETCHED = {
    **dict.fromkeys(
        ("audio", "embed", "iframe", "img", "input", "script", "source", "video"), "src"
    ),
    **dict.fromkeys(("image", "use"), "href"),
    "object": "data",
}
#: Links of a head that fetch nothing.
TOLD = {"alternate", "author", "canonical", "help", "index", "license", "next", "prev", "search"}
#: Addresses in a style sheet, and sheets that it takes in.
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""")


class Parsed(HTMLParser):
    """Keep what a page says of itself, what it fetches and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lang: str | None = None
        self.title = ""
        self.headings = 0
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.images: list[dict[str, str]] = []
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        given = {name: value or "" for name, value in attrs}
        self._open = tag
        self.ids += [given["id"]] if "id" in given else []
        self.fetched += [found for found in _addresses(given.get("style", "")) if found]
        if tag == "html":
            self.lang = given.get("lang")
        self.headings += tag == "h1"
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "img":
            self.images.append(given)
        if FETCHED.get(tag, "") in given:
            self.fetched.append(given[FETCHED[tag]])
        for one in given.get("srcset", "").split(","):
            self.fetched += one.split()[:1]
        if tag == "link":
            apart = set(given.get("rel", "").split()) <= TOLD
            (self.links if apart else self.fetched).append(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        """Take note of a text."""
        if self._open == "title":
            self.title += data
        if self._open == "style":
            self.fetched += _addresses(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._open = "" if tag == self._open else self._open


def _addresses(style: str) -> list[str]:
    """Give the addresses in a style sheet."""
    return [address or sheet for address, sheet in IN_STYLE.findall(style)]


@cache
def parsed(page: str) -> Parsed:
    """Parse a page."""
    return Parsed((SITE / page).read_text(encoding="utf-8"))


def is_outside(address: str) -> bool:
    """Tell whether an address leads to another machine."""
    parts = urlsplit(address)
    return parts.scheme not in {"", "data"} or bool(parts.netloc)


def inside(page: str) -> Iterator[tuple[str, Path, str]]:
    """Give the links of a page that lead into the site: as written, the file, the place in it."""
    for link in parsed(page).links:
        written = link.removeprefix(HOME) if link.startswith(HOME) else link
        parts = urlsplit(written)
        if parts.scheme or parts.netloc:
            continue
        base = SITE if link.startswith(HOME) else (SITE / page).parent
        file = (base / unquote(parts.path)).resolve() if parts.path else SITE / page
        yield link, file / "index.html" if file.is_dir() else file, unquote(parts.fragment)


def test_there_is_a_site() -> None:
    """The tests look at a site and not at an empty folder."""
    assert {"index.html", "search.html", "notebooks/analyst.html"} <= set(PAGES), "nox -s docs"
    assert STYLES


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_fetched_from_outside(page: str) -> None:
    """A page needs no other machine: neither script nor style, font or picture."""
    assert [address for address in parsed(page).fetched if is_outside(address)] == []


@pytest.mark.parametrize("sheet", STYLES)
def test_no_style_is_fetched_from_outside(sheet: str) -> None:
    """A style sheet takes in no other, and no font or picture, from another machine."""
    found = _addresses((SITE / sheet).read_text(encoding="utf-8"))

    assert [address for address in found if is_outside(address)] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_is_fetched_is_there(page: str) -> None:
    """What a page fetches lies in the site."""
    near = [urlsplit(one).path for one in parsed(page).fetched if not one.startswith("data:")]

    assert [
        one for one in near if one and not ((SITE / page).parent / unquote(one)).is_file()
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Each link into the site leads to a file, and to a place in it if it names one."""
    dead = []
    for link, file, place in inside(page):
        if not file.is_file():
            dead.append(link)
        # The explorer makes its places when it runs.
        elif place and file.suffix == ".html" and file.parent != SITE / "explorer":
            dead += [link] if place not in parsed(file.relative_to(SITE).as_posix()).ids else []

    assert dead == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_it_is(page: str) -> None:
    """It has a language, a title, one heading above all others, and no identifier twice."""
    found = parsed(page)

    assert found.lang in {"en", "lt"}
    assert found.title.strip()
    assert found.headings == (page not in WRITTEN)
    assert sorted({one for one in found.ids if found.ids.count(one) > 1}) == []


@pytest.mark.parametrize("page", PAGES)
def test_pictures_have_words(page: str) -> None:
    """Whoever can not see a picture is told what it shows."""
    assert [one.get("src") for one in parsed(page).images if not one.get("alt", "").strip()] == []
