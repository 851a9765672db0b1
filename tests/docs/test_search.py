"""The search of the built site, as a reader uses it."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from chromium import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = Path(__file__).parents[2] / "docs" / "_build" / "html"
#: Holds as soon as the search is over.
OVER = "/finished/.test(document.querySelector('.search-summary')?.textContent)"
LINKS = "[...document.querySelectorAll('#search-results li a')].map(one => one.href)"


class Silent(SimpleHTTPRequestHandler):
    """Serve the site, and say nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep still."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """Serve the site, as the search reads pages that a browser would not read from files."""
    handler = functools.partial(Silent, directory=str(SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(home: str) -> Iterator[Page]:
    """Give a browser that shows the site."""
    with Page(f"{home}search.html", ready="document.readyState === 'complete'") as page:
        yield page
        assert [one for one in page.requests if not one.startswith((home, "data:", "about:"))] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Brazauskas", "notebooks/historian.html"),
        ("Čekuolis", "notebooks/historian.html"),
        ("anniversary-on-another-day", "rules.html#anniversary-on-another-day"),
        ("timeline", "notebooks/teacher.html"),
        ("members", "reference/queries.html#ltnato.members"),
        ("ministerial", "data/fields.html"),
    ],
    ids=["person", "diacritics", "rule", "function", "reference", "word"],
)
def test_search_finds(browser: Page, home: str, asked: str, found: str) -> None:
    """A person, a name with diacritics, a rule, a function and a word lead to a page on them."""
    browser.visit(f"{home}search.html?q={quote(asked)}")
    browser.wait(lambda: browser.ask(OVER))

    places = [link.removeprefix(home) for link in browser.ask(LINKS)]
    assert any(place.startswith(found) for place in places), places


def test_search_finds_nothing(browser: Page, home: str) -> None:
    """A word that stands nowhere is found nowhere."""
    browser.visit(f"{home}search.html?q=xyzzyplugh")
    browser.wait(lambda: browser.ask("document.querySelector('.search-summary') !== null"))
    browser.wait(lambda: "did not match" in browser.ask("document.body.textContent"))

    assert browser.ask(LINKS) == []
