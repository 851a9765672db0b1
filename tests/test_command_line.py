"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import builders
import ltnato
import ltnato.__main__ as command
from ltnato import Finding, InvalidDataError, _overview

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ltnato import Dataset

#: Answers the command line as ``python -m ltnato`` does, from a folder.
DRIVER = """
import runpy, sys
import ltnato, ltnato._shipped
data = ltnato.load(sys.argv.pop(1))
ltnato._shipped.dataset = lambda: data
runpy.run_module("ltnato", run_name="__main__", alter_sys=True)
"""


COUNTS = (
    "9 events  5 outcomes  14 actors  5 places  4 documents  2 pledges  7 relations  "
    "2 observations  4 sources  3 discrepancies"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a small dataset."""
    return builders.write(tmp_path_factory.mktemp("command") / "amber")


@pytest.fixture(scope="module")
def data(folder: Path) -> Dataset:
    """Give a small dataset."""
    return ltnato.load(folder)


@pytest.fixture(autouse=True)
def _on_it(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command line ask the small dataset."""
    monkeypatch.setattr(command, "dataset", lambda: data)


@pytest.fixture
def out(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Give a function that runs a command line and gives its output."""

    def run(*argv: str) -> str:
        assert command.main(argv) == 0
        printed, errors = capsys.readouterr()
        assert errors == ""
        return printed

    return run


def started(*argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the interpreter with arguments."""
    options.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(
        [sys.executable, *argv],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=60,
        **options,
    )


class TestSnapshot:
    """The command `snapshot`."""

    def test_text(self, out: Callable[..., str]) -> None:
        """A day is told in the language asked for, by default the last of the data."""
        assert "Ieva Šimkūnienė" in out("snapshot", "2004-06-01")
        assert "Respublikos Prezidentas" in out("snapshot", "2004-06-01", "--lang", "lt")
        assert "Jūratė Žvirblytė" in out("snapshot")

    def test_json(self, out: Callable[..., str]) -> None:
        """As JSON it holds identifiers."""
        assert json.loads(out("snapshot", "2004-06-01", "--json"))["president"] == [
            "ieva-simkuniene"
        ]


class TestOverview:
    """Without a command."""

    def test_text(self, out: Callable[..., str]) -> None:
        """It tells what the dataset holds, its key events, and what to try."""
        lines = out().splitlines()
        assert lines[:5] == [
            "Lithuania in the Amber Pact",
            "amber 1.2, as of 30 June 2010, CC0-1.0",
            "",
            COUNTS,
            (
                "Events from 4 January 1994 to 31 March 2009: 2 corroborated (22%), "
                "6 single-source (67%), 1 disputed (11%)"
            ),
        ]
        assert "2004-03-29             accession-day  Lithuania joins the Pact" in lines
        assert "Try:" in lines
        assert lines[-1] == "  python -m ltnato events --help"

    def test_lithuanian(self, out: Callable[..., str]) -> None:
        """In Lithuanian the nouns stand in the case that their number asks for."""
        lines = out("--lang", "lt").splitlines()
        assert lines[0] == "Lietuva Gintaro pakte"
        assert lines[1] == "amber 1.2, 2010 m. birželio 30 d. duomenimis, CC0-1.0"
        assert lines[3].startswith("9 įvykiai  5 rezultatai  14 dalyvių  5 vietos  4 dokumentai")
        assert lines[4].endswith(
            ": 2 patvirtinti (22 proc.), 6 iš vieno šaltinio (67 proc.), 1 ginčijamas (11 proc.)"
        )
        assert "Pabandykite:" in lines

    @pytest.mark.parametrize("argv", [("--json",), ("--json", "--lang", "lt")])
    def test_json(self, out: Callable[..., str], argv: tuple[str, ...]) -> None:
        """As JSON it is plain, in both languages."""
        plain = json.loads(out(*argv))
        assert plain["name"] == "amber"
        assert plain["title"] == builders.INFO["title"]
        assert plain["as_of"] == "2010-06-30"
        assert plain["counts"]["events"] == 9
        assert plain["trust"] == {"corroborated": 2, "single-source": 6, "disputed": 1}

    @pytest.mark.parametrize(
        ("noun", "count", "english", "lithuanian"),
        [
            ("events", 1, "event", "įvykis"),
            ("events", 2, "events", "įvykiai"),
            ("events", 10, "events", "įvykių"),
            ("events", 11, "events", "įvykių"),
            ("events", 21, "events", "įvykis"),
            ("events", 112, "events", "įvykių"),
            ("discrepancies", 1, "discrepancy", "neatitikimas"),
            ("corroborated", 1, "corroborated", "patvirtintas"),
            ("disputed", 0, "disputed", "ginčijamų"),
        ],
    )
    def test_nouns(self, noun: str, count: int, english: str, lithuanian: str) -> None:
        """A noun has the form that its number asks for."""
        assert _overview._noun(noun, count, "en") == english
        assert _overview._noun(noun, count, "lt") == lithuanian

    def test_what_to_try(self, out: Callable[..., str]) -> None:
        """Every command that it names is one."""
        tried = [line.split()[3:] for line in out().splitlines() if "python -m ltnato" in line]
        assert len(tried) >= 7
        for argv in tried[:-1]:
            command._parser().parse_args(argv)


class TestCommands:
    """Each command, as text and as JSON, in both languages."""

    @pytest.mark.parametrize(
        ("argv", "filters"),
        [
            ([], {}),
            (["--on", "2004-03"], {"on": "2004-03"}),
            (
                ["--since", "2000", "--until", "2004-03-10"],
                {"since": "2000", "until": "2004-03-10"},
            ),
            (["--actor", "lithuania"], {"actor": "lithuania"}),
            (
                ["--actor", "latvia", "--actor", "Jūratė Žvirblytė"],
                {"actor": ["latvia", "jurate-zvirblyte"]},
            ),
            (["--role", "invitee", "--role", "sender"], {"role": ["invitee", "sender"]}),
            (["--capacity", "president-of-lithuania"], {"capacity": "president-of-lithuania"}),
            (["--category", "visit", "--category", "summit"], {"category": ["visit", "summit"]}),
            (["--manner", "informal"], {"manner": "informal"}),
            (["--topic", "open-door"], {"topic": "open-door"}),
            (["--place", "LT", "--place", "Riga Castle"], {"place": ["lithuania", "riga-castle"]}),
            (
                ["--document", "amber-charter", "--act", "ratifies"],
                {"document": "amber-charter", "act": "ratifies"},
            ),
            (["--source", "pact-chronicle/members"], {"source": "pact-chronicle/members"}),
            (["--part-of", "riga-summit"], {"part_of": "riga-summit"}),
            (["--key"], {"key": True}),
            (["--trust", "disputed"], {"trust": "disputed"}),
            (["--text", "klaipeda"], {"text": "klaipeda"}),
            (["--text", "nothing of the kind"], {"text": "nothing of the kind"}),
        ],
        ids=str,
    )
    def test_events(
        self,
        out: Callable[..., str],
        data: Dataset,
        argv: list[str],
        filters: dict[str, Any],
    ) -> None:
        """Every filter is an option of its name; what takes a list may be given again."""
        found = data.events(**filters)
        assert json.loads(out("events", *argv, "--json")) == found.to_dicts()
        assert out("events", *argv) == found.to_text(width=10_000) + "\n"

    @pytest.mark.parametrize(
        ("argv", "answer"),
        [
            (["actors"], lambda data: data.actors()),
            (
                ["actors", "--kind", "country", "--kind", "group", "--text", "lit"],
                lambda data: data.actors(kind=["country", "group"], text="lit"),
            ),
            (["members", "AP"], lambda data: data.members("amber-pact")),
            (
                ["members", "amber-pact", "--on", "1994"],
                lambda data: data.members("amber-pact", on="1994"),
            ),
            (
                ["holders", "President of Lithuania", "--on", "2004-04-06"],
                lambda data: data.holders("president-of-lithuania", on="2004-04-06"),
            ),
            (["on-this-day", "03-29"], lambda data: data.on_this_day("03-29")),
            (
                ["on-this-day", "2026-03-29", "--category", "accession", "--since", "2000"],
                lambda data: data.on_this_day("03-29", category="accession"),
            ),
        ],
        ids=str,
    )
    def test_lists(
        self,
        out: Callable[..., str],
        data: Dataset,
        argv: list[str],
        answer: Callable[[Dataset], Any],
    ) -> None:
        """What a method of the dataset answers is printed, as table or as records."""
        found = answer(data)
        assert json.loads(out(*argv, "--json")) == found.to_dicts()
        assert out(*argv) == found.to_text(width=10_000) + "\n"
        lithuanian = out(*argv, "--lang", "lt").splitlines()
        # Actors are then sorted by their Lithuanian names.
        expected = found.to_text(lang="lt", width=10_000).splitlines()
        assert sorted(lithuanian) == sorted(expected)
        assert lithuanian == expected or argv[0] == "actors"

    def test_actors_by_the_alphabet(self, out: Callable[..., str]) -> None:
        """In Lithuanian, actors are listed by the alphabet of the language."""
        lines = out("actors", "--kind", "person", "--lang", "lt").splitlines()[2:]
        assert [line.partition(" ")[0] for line in lines] == [
            "azuolas-simkunas",
            "ieva-simkuniene",
            "janis-ozols",
            "jurate-zvirblyte",
        ]

    @pytest.mark.parametrize(
        ("argv", "answer"),
        [
            (["discrepancies"], lambda data: data.discrepancies()),
            (
                ["discrepancies", "--record", "riga-summit", "--record", "accession-day"],
                lambda data: data.discrepancies(record=["riga-summit", "accession-day"]),
            ),
            (
                ["discrepancies", "--field", "when", "--field", "outcomes", "--status", "open"],
                lambda data: data.discrepancies(field="when"),
            ),
            (
                ["discrepancies", "--source", "pact-chronicle/introduction"],
                lambda data: data.discrepancies(source="pact-chronicle"),
            ),
        ],
        ids=str,
    )
    def test_discrepancies(
        self,
        out: Callable[..., str],
        data: Dataset,
        argv: list[str],
        answer: Callable[[Dataset], Any],
    ) -> None:
        """Discrepancies are printed in full, a card each, or as records."""
        found = answer(data)
        cards = [data.show(one, lang="lt") for one in found]
        assert out(*argv, "--lang", "lt") == "\n\n".join(map(str, cards)) + "\n"
        assert json.loads(out(*argv, "--json")) == found.to_dicts()

    def test_no_discrepancies(self, out: Callable[..., str]) -> None:
        """Where sources agree, the answer says so."""
        argv = ("discrepancies", "--record", "vilnius")
        assert out(*argv) == "no records\n"
        assert json.loads(out(*argv, "--json")) == []

    @pytest.mark.parametrize("asked", ["riga-summit", "Lietuva", "riga-pledge-level"])
    def test_show(self, out: Callable[..., str], data: Dataset, asked: str) -> None:
        """A record is shown as its card, or in the form of its file."""
        assert out("show", asked) == f"{data.show(asked)}\n"
        assert out("show", asked, "--lang", "lt") == f"{data.show(asked, lang='lt')}\n"
        plain = json.loads(out("show", asked, "--json"))
        assert plain in [one for records in builders.TABLES.values() for one in records]

    def test_today(self, out: Callable[..., str]) -> None:
        """Without a day, that of today is meant."""
        assert isinstance(json.loads(out("on-this-day", "--json")), list)

    @pytest.mark.parametrize(
        "argv",
        [
            ["events"],
            ["show", "riga-summit"],
            ["actors"],
            ["members", "amber-pact"],
            ["holders", "president-of-lithuania"],
            ["on-this-day", "03-29"],
            ["snapshot", "2004-03-29"],
            ["discrepancies"],
        ],
        ids=str,
    )
    @pytest.mark.parametrize("option", [["--json"], ["--lang", "lt"], ["--lang=lt", "--json"]])
    def test_before_and_after(
        self, out: Callable[..., str], argv: list[str], option: list[str]
    ) -> None:
        """Common options may stand before the command or after it."""
        assert out(*option, *argv) == out(*argv, *option)

    @pytest.mark.parametrize(
        ("environment", "expected"), [("lt_LT.UTF-8", "lt"), ("lt", "lt"), ("en_GB.UTF-8", "en")]
    )
    def test_language(
        self,
        out: Callable[..., str],
        monkeypatch: pytest.MonkeyPatch,
        environment: str,
        expected: str,
    ) -> None:
        """The language is that of the environment, unless another is asked for."""
        monkeypatch.setenv("LC_ALL", environment)
        assert out("events") == out("events", "--lang", expected)
        assert out("--lang", "en", "events").startswith("date")

    def test_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Help names every command, and every filter of events."""
        with pytest.raises(SystemExit) as caught:
            command.main(["--help"])
        assert caught.value.code == 0
        told = capsys.readouterr().out
        for name in ("events", "show", "actors", "members", "holders", "on-this-day", "timeline"):
            assert name in told
        with pytest.raises(SystemExit):
            command.main(["events", "--help"])
        told = capsys.readouterr().out
        filters = set(ltnato.Dataset.events.__annotations__) - {"return"}
        assert all(f"--{name.replace('_', '-')}" in told for name in filters)


class TestWidth:
    """How wide a table is."""

    def test_terminal(
        self, out: Callable[..., str], data: Dataset, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In a terminal it fits; elsewhere nothing is folded."""
        monkeypatch.setenv("COLUMNS", "50")
        assert max(map(len, out("actors").splitlines())) > 50
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        assert out("actors") == data.actors().to_text(width=50) + "\n"


class TestErrors:
    """What goes wrong, and how it ends."""

    @pytest.mark.parametrize(
        ("argv", "status", "message"),
        [
            (["show", "nothing-of-the-kind"], 1, "no record is named"),
            (["show", "riga-sumit"], 1, "did you mean"),
            (["events", "--actor", "nobody-at-all"], 1, "no actor is named"),
            (["members", "amber-pact", "--on", "1900"], 1, "do not cover"),
            (["show", ""], 2, "empty text"),
            (["events", "--category", "sumit"], 2, "did you mean 'summit'"),
            (["events", "--since", "2005", "--until", "2004"], 2, "reversed"),
            (["events", "--on", "yesterday"], 2, "yesterday"),
            (["events", "--on", "2004-02-30"], 2, "2004-02-30"),
            (["on-this-day", "2004"], 2, "one day"),
            (["holders", "president-of-lithuania", "--on", "soon"], 2, "soon"),
            (["actors", "--kind", "king"], 2, "no kind"),
            (["discrepancies", "--status", "closed"], 2, "no status"),
        ],
        ids=str,
    )
    def test_status(
        self,
        capsys: pytest.CaptureFixture[str],
        argv: list[str],
        status: int,
        message: str,
    ) -> None:
        """1 for what is not there, 2 for what is not meant so; a line on standard error."""
        assert command.main(argv) == status
        printed, errors = capsys.readouterr()
        assert printed == ""
        assert errors.startswith("ltnato: ")
        assert message in errors
        assert "Traceback" not in errors

    def test_ambiguous(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A name that several bear ends as one that nobody bears, with the candidates."""
        title = {"en": "Riga summit", "lt": "Kitas"}
        events = builders.changed("events", "talk-in-riga", title=title)
        data = builders.dataset(tmp_path, events=events)
        monkeypatch.setattr(command, "dataset", lambda: data)
        assert command.main(["show", "Riga summit"]) == 1
        assert "riga-summit, talk-in-riga" in capsys.readouterr().err

    def test_unreadable(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Data that can not be read end with 2."""

        def broken() -> Dataset:
            raise InvalidDataError([Finding(rule="S101", message="the file is empty")])

        monkeypatch.setattr(command, "dataset", broken)
        assert command.main([]) == 2
        assert "the file is empty" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "argv",
        [
            ["unheard-of"],
            ["show"],
            ["show", "a", "b"],
            ["members"],
            ["events", "--unknown", "x"],
            ["events", "--on"],
            ["--lang", "de"],
            ["events", "--lang", "de"],
        ],
        ids=str,
    )
    def test_usage(self, capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
        """A wrong command line ends with 2 and a hint at the usage."""
        with pytest.raises(SystemExit) as caught:
            command.main(argv)
        assert caught.value.code == 2
        printed, errors = capsys.readouterr()
        assert printed == ""
        assert errors.startswith("usage: ltnato")


class TestEncoding:
    """Output that can not show every letter."""

    @staticmethod
    def printed(monkeypatch: pytest.MonkeyPatch, encoding: str, *argv: str) -> str:
        """Give what is printed in an encoding."""
        raw = io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
            assert command.main(argv) == 0
            sys.stdout.flush()
            return raw.getvalue().decode(encoding)

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1257"])
    def test_json(self, monkeypatch: pytest.MonkeyPatch, data: Dataset, encoding: str) -> None:
        """JSON is valid and complete in any encoding."""
        told = self.printed(monkeypatch, encoding, "events", "--json")
        assert told.isascii()
        assert json.loads(told) == data.events().to_dicts()

    def test_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Letters that an encoding lacks are escaped, others stay."""
        assert "J\\u016brat\\u0117" in self.printed(monkeypatch, "ascii", "actors")
        assert "J\\u016brat\\u0117" in self.printed(monkeypatch, "latin-1", "actors")
        assert "Jūratė" in self.printed(monkeypatch, "cp1257", "actors")
        assert "Jānis" in self.printed(monkeypatch, "utf-8", "actors")

    def test_unicode_json(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where every letter can be shown, JSON shows them."""
        assert "Jūratė" in self.printed(monkeypatch, "utf-8", "actors", "--json")


class TestProcess:
    """As a process of its own."""

    def test_module(self, folder: Path) -> None:
        """``python -m ltnato`` answers on standard output and ends with 0."""
        done = started("-c", DRIVER, str(folder), "holders", "president-of-lithuania", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        assert [one["id"] for one in json.loads(done.stdout)] == ["jurate-zvirblyte"]

    @pytest.mark.parametrize(
        ("argv", "status", "error"),
        [
            (("show", "nobody"), 1, "ltnato: no record is named 'nobody'"),
            (("events", "--topic", "weather"), 2, "ltnato: 'weather' is no topic"),
        ],
    )
    def test_errors(self, folder: Path, argv: tuple[str, ...], status: int, error: str) -> None:
        """Its exit status tells how it went, without a traceback."""
        done = started("-c", DRIVER, str(folder), *argv)
        assert (done.returncode, done.stdout) == (status, "")
        assert done.stderr.startswith(error)
        assert len(done.stderr.splitlines()) == 1

    def test_usage(self) -> None:
        """The module needs no data to refuse a command that it does not know."""
        done = started("-m", "ltnato", "unheard-of")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("usage: ltnato")

    @pytest.mark.parametrize("argv", [("events",), (), ("--json",), ("--help",)], ids=str)
    def test_closed_pipe(self, folder: Path, argv: tuple[str, ...]) -> None:
        """A reader that has gone is no error."""
        reader, writer = os.pipe()
        os.close(reader)
        try:
            done = started("-c", DRIVER, str(folder), *argv, stdout=writer)
        finally:
            os.close(writer)
        assert (done.returncode, done.stderr) == (0, "")

    def test_ascii(self, folder: Path) -> None:
        """An output of ASCII alone gets escaped text and valid JSON."""
        env = {**os.environ, "PYTHONIOENCODING": "ascii"}
        text = started("-c", DRIVER, str(folder), "show", "jurate-zvirblyte", env=env)
        assert (text.returncode, text.stderr) == (0, "")
        assert text.stdout.startswith("J\\u016brat\\u0117 \\u017dvirblyt\\u0117")
        plain = started("-c", DRIVER, str(folder), "show", "jurate-zvirblyte", "--json", env=env)
        assert json.loads(plain.stdout)["name"]["lt"] == "Jūratė Žvirblytė"
        error = started("-c", DRIVER, str(folder), "show", "Žvirblys", env=env)
        assert error.returncode == 1
        assert "\\u017dvirblys" in error.stderr
