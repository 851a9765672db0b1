"""The explorer page in a browser: it finds what the package finds, by mouse and by keyboard."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import json
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import explorer
import pytest
from chromium import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders
import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator

READY = "document.querySelector('#chronology') !== null"
IDS = "[...document.querySelectorAll('#chronology h3 button')].map(one => one.id.slice(5))"
COUNT = "document.getElementById('count').textContent"
OPEN = "document.querySelector('[aria-expanded=true]')?.id.slice(5) ?? null"
FOCUS = "document.activeElement.id || document.activeElement.textContent"
EVENTS = ltnato.events()
ALL = list(EVENTS.ids)
JOINING = "lithuania-joins-nato"
#: Actors who stand in events, as the page offers them.
ACTORS = sorted(
    {
        one
        for part in ltnato.participations()
        if part.event in ALL
        for one in (part.actor, part.capacity, part.post, part.on_behalf_of)
        if one is not None
    }
)


class Explorer(Page):
    """The explorer page, with what a reader does there."""

    def __init__(self, page: Path) -> None:
        super().__init__(f"{page.as_uri()}?lang=en", ready=READY)
        self.address = page.as_uri()

    def turn(self, hash_: str = "", **filters: Any) -> None:
        """Turn to an address of the page as the buttons back and forward do: without a reload."""
        target = f"?{urlencode({'lang': 'en'} | filters, doseq=True)}#{hash_}"
        self.ask(
            f"history.pushState(null, '', {json.dumps(target)});"
            " dispatchEvent(new PopStateEvent('popstate'))"
        )

    def ids(self) -> list[str]:
        """Give the events that are shown."""
        found: list[str] = self.ask(IDS)
        return found

    def click(self, selector: str) -> None:
        """Click an element."""
        self.ask(f"document.querySelector({json.dumps(selector)}).click()")

    def type_into(self, element: str, text: str) -> None:
        """Empty a field and write into it."""
        self.ask(f"document.getElementById('{element}').select()")
        self.write(text)

    def back(self) -> None:
        """Go one step back."""
        before = self.ask("location.href")
        self.ask("history.back()")
        self.wait(lambda: self.ask("location.href") != before)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of the shipped data."""
    return explorer.publish(tmp_path_factory.mktemp("site") / "explorer")


@pytest.fixture(scope="module")
def browser(page: Path) -> Iterator[Explorer]:
    """Give a browser that shows the page, for all tests."""
    with Explorer(page) as shown:
        yield shown
        assert shown.complaints == []


@pytest.fixture
def shown(browser: Explorer) -> Explorer:
    """Give the page as a reader finds it, on a desk."""
    browser.look(1280, 900)
    browser.visit(f"{browser.address}?lang=en")
    return browser


def words() -> list[str]:
    """Give texts to look for: words of titles, names in any case, marks of several kinds."""
    found = {word for one in EVENTS for word in f"{one.title.en} {one.title.lt}".split()}
    found |= {name for one in ACTORS[::7] for name in (ltnato.actor(one).name.lt, one)}
    found |= {"cekuolis", "ČEKUOLIS", "  joins   nato ", '"Big Bang"', "„big bang“", "eFP", "Rūkla"}
    return sorted(found | {"xyzzy", "Saint-Malo", "WORNER", "Vienna’s", "Ostrava", "ß"})


def days() -> st.SearchStrategy[str]:
    """Draw a year, a month or a day."""
    day = st.dates(date(1989, 1, 1), date(2027, 1, 1))
    return st.tuples(day.map(str), st.sampled_from([4, 7, 10])).map(lambda one: one[0][: one[1]])


def some(values: list[str], most: int) -> st.SearchStrategy[list[str]]:
    """Draw a few of the values."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True)


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(words()),
        "since": days(),
        "until": days(),
        "actor": st.sampled_from(ACTORS),
        "category": some([one.value for one in ltnato.Category], 3),
        "trust": some([one.value for one in ltnato.Trust], 2),
        "key": st.sampled_from([True]),
    },
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class TestFilters:
    """What the page finds is what the package finds."""

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(asked=FILTERS)
    def test_all(self, browser: Explorer, asked: dict[str, Any]) -> None:
        """Whatever filters are set, the events are those of the package, in its order."""
        try:
            found = ltnato.events(**asked)
        except ltnato.InvalidQueryError:  # the period ends before it begins
            del asked["until"]
            found = ltnato.events(**asked)
        browser.turn(**asked)
        assert browser.ids() == list(found.ids)

    @pytest.mark.parametrize("name", ["text", "actor", "category", "trust", "key", "since"])
    def test_each(self, browser: Explorer, name: str) -> None:
        """Each filter alone finds what it finds in the package."""
        values: dict[str, list[Any]] = {
            "text": words()[::11],
            "actor": ACTORS[::5],
            "category": [one.value for one in ltnato.Category],
            "trust": [one.value for one in ltnato.Trust],
            "key": [True],
            "since": ["1990", "1999-03", "2004-03-29", "2026"],
        }
        for value in values[name]:
            browser.turn(**{name: value})
            assert browser.ids() == list(ltnato.events(**{name: value}).ids), value

    @pytest.mark.parametrize(
        "when", ["1999/..", "../1999", "1999/", "/1999", "[..1999-05-02]", "[1999-05-02..]", ...]
    )
    def test_open(self, tmp_path: Path, when: Any) -> None:
        """A period that one side does not limit, or no date at all, is met as in the package."""
        data = builders.dataset(
            tmp_path / "data", events=builders.changed("events", "riga-summit", when=when)
        )
        with Explorer(explorer.publish(tmp_path / "site", data)) as shown:
            for day in ("1990", "1999-05-01", "1999-05-02", "1999-05-03", "2000", "2008"):
                for name in ("since", "until"):
                    asked: dict[str, Any] = {name: day}
                    shown.turn(**asked)
                    assert shown.ids() == list(data.events(**asked).ids)

    def test_fold(self, browser: Explorer) -> None:
        """Texts are folded as the package folds them, whatever European letters they hold."""
        from ltnato._text import fold

        letters = [chr(one) for one in (*range(0x20, 0x7F), *range(0xA0, 0x250))]
        letters += [chr(one) for one in (*range(0x370, 0x530), *range(0x1E00, 0x2060))]
        folded = browser.ask(f"{json.dumps(letters)}.map(CHRONOLOGY.fold)")
        assert folded == [fold(one) for one in letters]

    def test_write(self, shown: Explorer) -> None:
        """What is written filters at once, and the number of events is told."""
        shown.type_into("text", "Čekuolis")
        found = ltnato.events(text="cekuolis")
        assert shown.ids() == list(found.ids)
        assert shown.ask(COUNT) == f"{len(found)} of {len(ALL)} events"
        assert shown.ask("document.getElementById('count').getAttribute('role')") == "status"

    def test_choose(self, shown: Explorer) -> None:
        """Boxes of one filter widen, filters of two kinds narrow."""
        shown.click("[value=summit]")
        shown.click("[value=visit]")
        assert shown.ids() == list(ltnato.events(category=["summit", "visit"]).ids)
        shown.click("[name=key]")
        assert shown.ids() == list(ltnato.events(category=["summit", "visit"], key=True).ids)
        shown.click("#reset")
        assert shown.ids() == ALL
        assert shown.ask(FOCUS) == "text"

    def test_counts(self, shown: Explorer) -> None:
        """Beside each word stands how many events it would find with the other filters."""
        shown.turn(since="2014", category="visit")
        for word in ltnato.Category:
            told = shown.ask(f"document.querySelector('[value={word}]').parentNode.textContent")
            assert told == f"{word.label.en} {len(ltnato.events(since='2014', category=word))}"

    @pytest.mark.parametrize(
        ("written", "actor"),
        [
            ("cekuolis", "giedrius-cekuolis"),
            ("LTU", "lithuania"),
            ("lietuva", "lithuania"),
            ("NATO", "nato"),
            ("Scheffer", "jaap-de-hoop-scheffer"),
            ("president of lithuania", "president-of-lithuania"),
        ],
    )
    def test_actor(self, shown: Explorer, written: str, actor: str) -> None:
        """An actor is found by any name, as in the package, and taken with Enter."""
        assert ltnato.actor(written).id == actor
        shown.ask("document.getElementById('actor').focus()")
        shown.write(written)
        shown.press("Enter")
        assert shown.ids() == list(ltnato.events(actor=written).ids)
        assert shown.ask(FOCUS) == "no-actor"
        shown.press("Enter")
        assert shown.ids() == ALL
        assert shown.ask(FOCUS) == "actor"

    @pytest.mark.parametrize("written", ["2004-02-30", "2004-13", "29 March", "2004/03/29", "0000"])
    def test_no_date(self, shown: Explorer, written: str) -> None:
        """What is no date is said to be none, not before it is written to its end."""
        shown.type_into("since", written)
        assert shown.ask("document.getElementById('since-error')") is None
        shown.press("Tab")
        assert written in shown.ask("document.getElementById('since-error').textContent")
        assert shown.ask("document.getElementById('since').getAttribute('aria-invalid')") == "true"
        described = shown.ask("document.getElementById('since').getAttribute('aria-describedby')")
        assert described.split() == ["dates-hint", "since-error"]
        assert shown.ids() == ALL

    def test_top(self, shown: Explorer) -> None:
        """Whoever filters far down the page is shown the beginning of what is found."""
        shown.ask(f"document.getElementById('open-{ALL[-9]}').scrollIntoView()")
        shown.click("[value=summit]")
        top = "document.getElementById('chronology').getBoundingClientRect().top"
        assert abs(shown.ask(top)) < 2

    def test_reversed(self, shown: Explorer) -> None:
        """A period that ends before it begins is refused in words."""
        shown.turn(since="2005", until="2004")
        assert "before it begins" in shown.ask("document.body.textContent")
        assert shown.ids() == ALL

    def test_nothing(self, shown: Explorer) -> None:
        """Where nothing fits, the page says so and offers the way out."""
        shown.turn(text="xyzzy")
        assert shown.ids() == []
        assert shown.ask(COUNT) == "No event fits these filters."
        shown.click("#reset")
        assert shown.ids() == ALL


class TestEvent:
    """An open event."""

    def test_told(self, shown: Explorer) -> None:
        """All that the data say of an event is told, in both languages."""
        event = ltnato.event(JOINING)
        for lang in ("en", "lt"):
            shown.turn(JOINING, lang=lang)
            text = shown.ask(f"document.getElementById('about-{JOINING}').innerText")
            said = [event.summary.get(lang), "2004-03-29"]
            said += [one.text.get(lang) for one in event.outcomes]
            said += [ltnato.actor(one.actor).name.get(lang) for one in event.participants]
            said += [ltnato.place(one).name.get(lang) for one in event.places]
            said += [ltnato.document(one.document).title.get(lang) for one in event.documents]
            said += [ltnato.event(one.event).title.get(lang) for one in event.links]
            said += [ltnato.source(one.source).title for one in event.citations]
            for one in ltnato.discrepancies(record=event):
                said += [one.stated, one.reason.get(lang)]
                said += [ltnato.source(each.source).title for each in one.evidence]
            assert [one for one in said if one not in text] == []

    def test_dates(self, browser: Explorer) -> None:
        """Dates are worded as the package words them."""
        for lang in ("en", "lt"):
            browser.turn(lang=lang)
            told = browser.ask(
                "[...document.querySelectorAll('li > .when')].map(one => one.textContent)"
            )
            undated = {"en": "Undated", "lt": "Be datos"}[lang]
            assert told == [one.when.to_text(lang) if one.when else undated for one in EVENTS]

    def test_every(self, browser: Explorer) -> None:
        """Every event opens in both languages, and no word is missing in it."""
        for lang in ("en", "lt"):
            for event in EVENTS:
                browser.turn(event.id, lang=lang)
                text = browser.ask(f"document.getElementById('about-{event.id}').innerText")
                assert event.summary.get(lang) in text
                assert "undefined" not in text
                assert "null" not in text

    def test_permalink(self, browser: Explorer) -> None:
        """A link to an event opens it, in sight and at hand of the keyboard."""
        browser.visit(f"{browser.address}#{JOINING}")
        assert browser.ask(OPEN) == JOINING
        assert browser.ask(FOCUS) == f"open-{JOINING}"
        top = browser.ask(f"document.getElementById('open-{JOINING}').getBoundingClientRect().top")
        assert 0 <= top < 200
        assert browser.ask("document.title").startswith("Lithuania joins NATO – ")
        assert browser.ask("document.querySelector('.permalink a').hash") == f"#{JOINING}"

    def test_hidden(self, browser: Explorer) -> None:
        """A link to an event that its own filters would hide shows the event nevertheless."""
        browser.turn(JOINING, category="visit")
        assert browser.ask(OPEN) == JOINING
        assert browser.ids() == ALL

    def test_retired(self, tmp_path: Path) -> None:
        """A retired identifier leads to the event that took its place."""
        data = builders.dataset(tmp_path / "data")
        with Explorer(explorer.publish(tmp_path / "site", data)) as shown:
            shown.turn("lithuania-enters-the-pact")
            assert shown.ask(OPEN) == "accession-day"
            assert shown.ids()[-1] == "undated-meeting"

    @pytest.mark.parametrize("wrong", ["no-such-event", "%", "%ZZ", "<img src=x>", "constructor"])
    def test_unknown(self, browser: Explorer, wrong: str) -> None:
        """A link to no event says so, and shows them all."""
        browser.turn(wrong)
        assert f"There is no event “{wrong}”." in browser.ask(COUNT)
        assert browser.ids() == ALL

    def test_outside(self, shown: Explorer) -> None:
        """Links to sources give away nothing."""
        shown.turn(JOINING)
        rels = shown.ask("[...document.querySelectorAll('main a[href^=http]')].map(one => one.rel)")
        assert rels
        assert set(rels) == {"noopener noreferrer"}

    def test_follow(self, shown: Explorer) -> None:
        """A link to another event opens it; the name of an actor shows all its events."""
        shown.turn(JOINING)
        shown.click(f"#about-{JOINING} a[href*='#seimas-ratifies']")
        assert shown.ask(OPEN) == "seimas-ratifies-the-north-atlantic-treaty"
        shown.click(f"#about-{shown.ask(OPEN)} a[href*='actor=']")
        assert shown.ask(OPEN) is None
        actor = shown.ask("new URLSearchParams(location.search).get('actor')")
        assert shown.ids() == list(ltnato.events(actor=actor).ids)


class TestAddress:
    """What is shown stands in the address."""

    def test_back(self, shown: Explorer) -> None:
        """Each choice is a step that can be taken back; a text is one step, not one a letter."""
        shown.click("[value=summit]")
        for letter in "riga":
            shown.ask("document.getElementById('text').focus()")
            shown.press(letter)
        found = ltnato.events(category="summit", text="riga")
        assert shown.ids() == list(found.ids)
        shown.click(f"#open-{found[0].id}")
        assert shown.ask(OPEN) == found[0].id
        shown.back()
        assert shown.ask(OPEN) is None
        shown.back()
        assert shown.ids() == list(ltnato.events(category="summit").ids)
        assert shown.ask("document.getElementById('text').value") == ""
        shown.back()
        assert shown.ids() == ALL

    def test_closed(self, shown: Explorer) -> None:
        """An open event that a filter hides is closed, and stands in the address no more."""
        shown.turn(JOINING)
        shown.click("[value=accession]")
        assert shown.ask(OPEN) == JOINING
        shown.click("[value=accession]")
        shown.click("[value=visit]")
        assert shown.ask(OPEN) is None
        assert shown.ask("location.hash") == ""
        assert shown.ids() == list(ltnato.events(category="visit").ids)

    def test_link(self, shown: Explorer) -> None:
        """The address of a view leads there anew."""
        shown.click("[value=corroborated]")
        shown.type_into("text", "„Gintaras & Co“ #1?")
        shown.type_into("text", "Ryga")
        shown.type_into("since", "1999")
        wanted = ltnato.events(trust="corroborated", text="ryga", since="1999")
        assert shown.ids() == list(wanted.ids)
        shown.visit(shown.ask("location.href"))
        assert shown.ids() == list(wanted.ids)
        assert shown.ask("document.getElementById('since').value") == "1999"

    def test_language(self, shown: Explorer) -> None:
        """The whole page changes its language, and keeps filters and the open event."""
        shown.turn(JOINING, category="accession")
        english = shown.ask("document.body.innerText")
        shown.click("button[lang=lt]")
        assert shown.ask("document.documentElement.lang") == "lt"
        assert shown.ask(OPEN) == JOINING
        assert shown.ids() == list(ltnato.events(category="accession").ids)
        text = shown.ask("document.body.innerText")
        assert "2004 m. kovo 29 d." in text
        assert "Lietuva įstoja į NATO" in shown.ask("document.title")
        kept = set(english.splitlines()) & set(text.splitlines())
        titles = {ltnato.source(one).title for one in ltnato.sources().ids}
        sayings = {f"“{one.stated}”" for one in ltnato.discrepancies()}
        assert {one for one in kept if not any(each in one for each in titles)} - sayings <= {
            *("English", "Lietuvių", ""),
            *(str(year) for year in range(1949, 2030)),
            *(name.name.en for name in ltnato.actors(kind="person")),
            *map(str, range(300)),
            *(one.field or "" for one in ltnato.discrepancies()),
        }

    def test_words(self, browser: Explorer) -> None:
        """Each word of the page is there in both languages."""
        assert browser.ask("Object.keys(WORDS.en).join() === Object.keys(WORDS.lt).join()")

    def test_wrong(self, browser: Explorer) -> None:
        """Filters of an address that mean nothing are left out."""
        browser.turn(lang="constructor", category="xyz", trust="constructor", actor="nobody")
        assert browser.ids() == ALL
        assert browser.ask("document.documentElement.lang") == "en"


class TestReach:
    """Whoever reads, with whatever means, in whatever place."""

    def test_keyboard(self, shown: Explorer) -> None:
        """By keyboard alone the list is reached, an event opened and closed, a source reached."""
        shown.press("Tab")
        assert shown.ask(FOCUS) == "Skip to the events"
        shown.press("Enter")
        assert shown.ask(FOCUS) == "chronology"
        shown.press("Tab")
        assert shown.ask(FOCUS) == f"open-{ALL[0]}"
        shown.press("Enter")
        assert shown.ask(OPEN) == ALL[0]
        assert shown.ask(FOCUS) == f"open-{ALL[0]}"
        links = set()
        while shown.ask(FOCUS) != f"open-{ALL[1]}":
            shown.press("Tab")
            links.add(shown.ask("document.activeElement.href ?? null"))
        cited = {ltnato.source(one.source).url for one in EVENTS[0].citations}
        assert {one for one in cited if one} <= links
        shown.press(" ")
        assert shown.ask(OPEN) == ALL[1]
        shown.press(" ")
        assert shown.ask(OPEN) is None

    def test_keyboard_filters(self, shown: Explorer) -> None:
        """By keyboard alone filters are set."""
        seen = []
        while "actor" not in seen:
            shown.press("Tab")
            seen.append(shown.ask(FOCUS))
        assert seen[-5:] == ["text", "Filters", "since", "until", "actor"]
        shown.write("adamkus")
        shown.press("Tab")
        shown.press("Enter")
        assert shown.ids() == list(ltnato.events(actor="valdas-adamkus").ids)
        shown.press("Tab")
        shown.press(" ")
        assert shown.ids() == list(ltnato.events(actor="valdas-adamkus", key=True).ids)

    def test_focus(self, shown: Explorer) -> None:
        """Where the keyboard is can be seen."""
        for _ in range(12):
            shown.press("Tab")
            width = shown.ask(
                "(() => { const style = getComputedStyle(document.activeElement);"
                " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth); })()"
            )
            assert width
            assert width >= 2

    def test_still(self, shown: Explorer) -> None:
        """What opens or closes leaves the line under the hand where it was."""
        shown.click(f"#open-{JOINING}")
        target = "seimas-ratifies-the-status-of-forces-agreement"
        if target not in ALL:
            target = ALL[ALL.index(JOINING) + 2]
        top = f"document.getElementById('open-{target}').getBoundingClientRect().top"
        shown.ask(f"document.getElementById('open-{target}').scrollIntoView({{block: 'center'}})")
        before = shown.ask(top)
        shown.click(f"#open-{target}")
        assert abs(shown.ask(top) - before) < 2

    @pytest.mark.parametrize("lang", ["en", "lt"])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
    def test_axe(self, browser: Explorer, lang: str, scheme: str, width: int, height: int) -> None:
        """Axe finds nothing amiss: in the list, an open event, an empty answer and with errors."""
        browser.look(width, height, scheme)
        browser.visit(f"{browser.address}?lang={lang}")
        browser.ask(axe())
        for fragment, filters in (
            ("", {}),
            (JOINING, {"actor": "lithuania", "since": "2004"}),
            ("", {"text": "xyzzy", "since": "2004-13"}),
        ):
            browser.turn(fragment, lang=lang, **filters)
            browser.ask("document.querySelector('details').open = true")
            # It may not read the style sheet, which the page forbids; it needs not either.
            found = browser.ask("axe.run({preload: false})")
            assert len(found["passes"]) > 20
            assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []

    def test_referred(self, shown: Explorer) -> None:
        """What describes, labels or is controlled by an element is there."""
        shown.turn(JOINING, since="2005", until="2004-13")
        missing = shown.ask(
            "['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(name =>"
            " [...document.querySelectorAll(`[${name}]`)].flatMap(one =>"
            " one.getAttribute(name).split(' '))).filter(id => !document.getElementById(id))"
        )
        assert missing == []

    @pytest.mark.parametrize("width", [320, 390, 768, 1280])
    def test_width(self, browser: Explorer, width: int) -> None:
        """No window is so narrow that the page must be moved sideways."""
        browser.look(width, 800)
        for lang in ("en", "lt"):
            for name in (JOINING, "madrid-summit-1997", ""):
                browser.turn(name if name in ALL else "", lang=lang)
                wide = browser.ask("document.documentElement.scrollWidth")
                assert wide <= width

    def test_requests(self, page: Path) -> None:
        """From a disk, the page loads its own files and nothing else, and does not complain."""
        with Explorer(page) as shown:
            shown.turn(JOINING)
            home = page.parent.as_uri()
            loaded = {one for one in shown.requests if not one.startswith(("data:", "about:"))}
            assert all(one.startswith(f"{home}/") for one in loaded)
            assert len(loaded) == 7
            assert shown.complaints == []

    def test_server(self, page: Path) -> None:
        """From a server too."""
        serve = functools.partial(Quiet, directory=str(page.parent))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            home = f"http://127.0.0.1:{server.server_port}/"
            with Page(f"{home}?lang=lt#{JOINING}", ready=READY) as shown:
                assert shown.ask(OPEN) == JOINING
                assert shown.ask("document.documentElement.lang") == "lt"
                loaded = {one for one in shown.requests if not one.startswith(("data:", "about:"))}
                assert all(one.startswith(home) for one in loaded)
                assert shown.complaints == []
            server.shutdown()

    def test_hostile(self, tmp_path: Path) -> None:
        """Hostile texts are shown as texts, and an address that is none of the web is no link."""
        said = "</script><script>alert(1)</script><img src=x onerror=alert(2)>'\"\u2028&amp;"
        both = {"en": said, "lt": said}
        data = builders.dataset(
            tmp_path / "data",
            events=builders.changed("events", "accession-day", title=both, summary=both),
        )
        shown_data = explorer.data(data)
        for one in shown_data["sources"]:
            one["url"] = "javascript:alert(3)"
        page = explorer.publish(tmp_path / "site", data)
        (page.parent / "data.js").write_text(explorer.as_script(shown_data), encoding="utf-8")
        with Explorer(page) as shown:
            shown.turn("accession-day", text=said)
            assert shown.ids() == ["accession-day"]
            assert shown.ask("document.querySelector('.about p').textContent") == said
            assert shown.ask("document.getElementById('text').value") == said
            assert shown.ask("document.querySelectorAll('main img, main script').length") == 0
            assert shown.ask("document.querySelectorAll('a[href^=javascript]').length") == 0
            assert shown.complaints == []

    def test_policy(self, shown: Explorer) -> None:
        """The page forbids itself what it does not need."""
        shown.ask(
            "(() => { const script = document.createElement('script');"
            " script.textContent = 'window.ran = true'; document.body.append(script); })()"
        )
        assert shown.ask("window.ran ?? null") is None
        assert any("Content Security Policy" in one for one in shown.complaints)
        shown.complaints.clear()

    def test_fast(self, shown: Explorer) -> None:
        """The whole list is drawn, and redrawn for a letter, in a moment."""
        once = (
            "(() => { state = {...state, text: 'xyzzy'}; draw(); state = {...state, text: ''};"
            " const start = performance.now(); draw(); return performance.now() - start; })()"
        )
        assert min(shown.ask(once) for _ in range(5)) < 100
        assert shown.ids() == ALL


def axe() -> str:
    """Give the script of axe-core."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def test_quoted() -> None:
    """Identifiers need no escapes in an address, so that links to events stay readable."""
    assert [one for one in ALL if quote(one) != one] == []
