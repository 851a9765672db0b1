"""The benchmark asks what can be asked, counts right, and the page of figures has its rows.

Nothing here is timed: `python tests/benchmarks/bench.py` does that.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import bench
import environments
import growth
import inside
import ltnato
import starts
from ltnato import __main__ as command
from ltnato._codec import unstructure
from ltnato._export import FORMATS
from processes import Rounds, Spent, spend
from rows import BARE, Figure, Row, as_markdown, as_text, over_budget, shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from processes import Command

FAST = Row("Speed", "fast", most=1.3)
SLOW = Row("Speed", "slow()", "fast", most=250, unit="ms")
LARGE = Row("Size", "large", "", most=25, unit="MiB")
SEEN = Row("Size", "seen", "", unit="KiB")
MEASURED = {
    FAST: Figure(0.013, 1.3, 0.04),
    SLOW: Figure(0.2501, 19.2),
    LARGE: Figure(25 * 1024),
    SEEN: Figure(697.4),
}


class TestQuestions:
    """What is measured."""

    @pytest.mark.parametrize("question", inside.QUESTIONS)
    def test_answers(self, question: str) -> None:
        """Every question can be asked, and finds something: an empty answer would be cheap."""
        names: dict[str, object] = {"ltnato": ltnato}
        exec(f"answer = ltnato.{question}", names)  # noqa: S102 - as the benchmark does
        assert names["answer"]

    def test_starts(self) -> None:
        """Every snippet that a process starts with runs."""
        for code in starts.SNIPPETS.values():
            exec(code, {})  # noqa: S102

    def test_formats(self) -> None:
        """Every format that can be exported is measured."""
        exports = [
            one.arguments[1] for one in starts.COMMANDS.values() if "export" in one.arguments
        ]
        assert sorted(exports) == sorted(FORMATS)

    @pytest.mark.parametrize("name", starts.COMMANDS)
    def test_commands(self, name: str) -> None:
        """Every command is one that the command line takes, as its row writes it."""
        arguments = starts.COMMANDS[name].arguments
        command._parser().parse_args(arguments)
        assert name.split() == ["ltnato", *(one for one in arguments if one != "--force")]

    def test_peers(self) -> None:
        """Every peer has a pinned version."""
        assert starts.PEERS.keys() < {pin.partition("==")[0] for pin in environments.PEERS}

    def test_growth(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The events that are made can be loaded, asked, written and checked."""
        monkeypatch.chdir(tmp_path)
        base = ltnato.dataset()
        shipped = [unstructure(one) for one in base.events()]
        growth.write(tmp_path / "grown", shipped, str(base.as_of), 20)
        names = {"ltnato": ltnato, "base": base}
        for code in growth.SNIPPETS.values():
            exec(code.format(folder=str(tmp_path / "grown")), names)  # noqa: S102

        data = names["data"]
        assert isinstance(data, ltnato.Dataset)
        assert len(data.events()) == len(shipped) + 20
        assert (tmp_path / "grown.csv").exists()


class TestMeasured:
    """What is measured for which row, with nothing installed and nothing run."""

    @pytest.fixture
    def made(self, tmp_path: Path) -> environments.Environments:
        """Give environments that are there already, and hold nothing."""
        made = environments.Environments(tmp_path)
        wheel = tmp_path / "built.whl"
        wheel.write_bytes(bytes(2048))
        for name in ("package", "extras", "peers", "wheel"):
            made.__dict__[name] = wheel
        return made

    def test_starts(self, made: environments.Environments, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every row has its command; without the peers, their rows are left out and no others."""

        class Counted(Rounds):
            """Let a command take so many seconds as its name has letters."""

            def __init__(self, commands: Mapping[str, Command], folder: Path, count: int) -> None:
                assert folder.is_dir()
                self._spent = {name: [Spent(len(name), 99)] * count for name in commands}

        monkeypatch.setattr(starts, "Rounds", Counted)
        found = starts.measure(made, 3, peers=True)
        without = starts.measure(made, 3, peers=False)

        assert tuple(found) == starts.ROWS
        for row, figure in found.items():
            assert figure == Figure(len(row.what), len(row.what) / len(row.over), 99)
        assert {row.section for row in found.keys() - without.keys()} == {"Peers"}

    def test_inside(self, made: environments.Environments, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every row has its figure: the first time, or the best."""

        def probed(_python: Path, _folder: Path, _setup: str, snippets: dict[str, str]) -> object:
            taken = {name: {"first": [8.0, 9.0], "best": [4.0, 6.0]} for name in snippets}
            return {"snippets": taken, "peak": 1024.0}

        monkeypatch.setattr(inside, "probed", probed)
        found = inside.measure(made, 2, 2)
        by_name = {(row.what, row.over): figure for row, figure in found.items()}

        assert tuple(found) == inside.ROWS
        assert by_name["check()", BARE] == Figure(8, 4, 9)
        assert by_name["check() again", BARE] == Figure(4, 2, 6)
        assert by_name[inside.LIBRARY, "filter of polars"] == Figure(4, 1, 6)
        assert by_name["peak memory of a first answer", ""] == Figure(1024)
        assert by_name["wheel", ""] == Figure(2)


class TestRounds:
    """How processes are compared."""

    @pytest.mark.skipif(sys.platform == "win32", reason="only the clock is read there")
    def test_processor(self, tmp_path: Path) -> None:
        """A process that waits takes time on the clock and none of the processor."""
        spent = spend((sys.executable, "-I", "-S", "-c", "import time; time.sleep(0.4)"), tmp_path)

        assert spent.elapsed > 0.4
        assert spent.processor < spent.elapsed - 0.3

    def test_ratio(self, tmp_path: Path) -> None:
        """Every command runs once a round and once before, and the ratio is that of the rounds."""
        log = tmp_path / "log"
        code = f"print(file=open({str(log)!r}, 'a'))"
        work = f"{code}; sum(range(3_000_000))"
        commands = {
            name: (sys.executable, "-I", "-S", "-c", each)
            for name, each in {"little": code, "much": work}.items()
        }
        rounds = Rounds(commands, tmp_path, 2)

        assert len(log.read_text().splitlines()) == 6
        assert rounds.ratio("little", "little") == 1
        assert rounds.ratio("much", "little") > 1
        assert rounds.processor("much") > 0

    def test_failure(self, tmp_path: Path) -> None:
        """A command that fails is no measurement."""
        with pytest.raises(Exception, match="non-zero exit status 3"):
            spend((sys.executable, "-I", "-S", "-c", "raise SystemExit(3)"), tmp_path)


class TestTable:
    """How figures are shown and judged."""

    def test_budgets(self) -> None:
        """A budget limits the ratio, or the amount in its own unit; at the limit all is well."""
        assert [over_budget(*one) for one in MEASURED.items()] == [False, True, False, False]
        assert over_budget(FAST, Figure(0.013, 1.31))
        assert over_budget(LARGE, Figure(25 * 1024 + 1))

    def test_text(self) -> None:
        """The table for a terminal lines up, and says which budget is exceeded."""
        assert as_text(MEASURED).splitlines() == [
            "Speed   ratio  over         processor  elapsed  at most",
            "fast     1.30  bare Python    13.0 ms  40.0 ms      1.3    ok",
            "slow()   19.2  fast            250 ms            250 ms  over",
            "",
            "Size    ratio  over         processor  elapsed  at most",
            "large                        25.0 MiB            25 MiB    ok",
            "seen                          697 KiB",
        ]

    def test_markdown(self) -> None:
        """What is written for a page can be read back from it."""
        other = "| a | table |\n|---|---|\n| 1 | 2 |\n"
        page = f"# Page\n\n{other}\n{as_markdown(MEASURED)}\n\n{other}"

        assert shape(page) == shape(MEASURED)
        plain = page.replace("\N{NO-BREAK SPACE}", " ")
        assert "| fast | 1.30 | bare Python | 13.0 ms | 40.0 ms | 1.3 |" in plain
        assert "| `slow()` | 19.2 | fast | 250 ms |  | 250 ms |" in plain


class TestPage:
    """docs/speed.md."""

    def test_rows(self) -> None:
        """The page has the rows of the benchmark, with their budgets, in their order."""
        again = "run python tests/benchmarks/bench.py --markdown"
        assert shape(bench.PAGE.read_text(encoding="utf-8")) == shape(bench.ROWS), again

    def test_framed(self) -> None:
        """The tables replace those that stand on the page, and nothing else."""
        page = "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n"
        once = bench.framed(page, MEASURED, 15)

        assert once.startswith("before\n<!-- measured: begin -->\n\nMeasured on 2")
        assert once.endswith("KiB |  |  |\n\n<!-- measured: end -->\nafter\n")
        assert "old" not in once
        assert bench.framed(once, MEASURED, 15) == once

    def test_unframed(self) -> None:
        """A page that says not where the tables go is left alone."""
        with pytest.raises(ValueError, match="no lines"):
            bench.framed("before", MEASURED, 15)


class TestCommand:
    """The command."""

    @pytest.fixture(autouse=True)
    def _quick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Measure nothing."""
        monkeypatch.setattr(bench, "measure", lambda *_args, **_options: MEASURED)

    def test_check(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A budget that is exceeded fails only where it is asked for."""
        assert bench.main([]) == 0
        assert bench.main(["--check"]) == 1
        assert as_text(MEASURED) in capsys.readouterr().out

    def test_fine(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Figures within their budgets pass."""
        fine = {FAST: MEASURED[FAST]}
        monkeypatch.setattr(bench, "measure", lambda *_args, **_options: fine)
        assert bench.main(["--check"]) == 0

    def test_markdown(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The tables go into the page."""
        page = tmp_path / "speed.md"
        page.write_text("<!-- measured: begin --><!-- measured: end -->", encoding="utf-8")
        monkeypatch.setattr(bench, "PAGE", page)

        assert bench.main(["--markdown", "--rounds", "2"]) == 0
        assert shape(page.read_text(encoding="utf-8")) == shape(MEASURED)

    @pytest.mark.parametrize(
        "wrong", [["--rounds", "0"], ["--markdown", "--no-peers"]], ids=" ".join
    )
    def test_wrong_usage(self, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """No rounds measure nothing, and a page without the peers would lack rows."""
        with pytest.raises(SystemExit):
            bench.main(wrong)
        assert wrong[0] in capsys.readouterr().err
