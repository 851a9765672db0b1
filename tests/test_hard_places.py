"""Places where packages break: optimised, read-only, homeless, zipped, in threads and processes.

One set of questions is asked in each place; the answers are those of an ordinary process.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import textwrap
import zipapp
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ltnato

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = Path(ltnato.__file__).parent

#: Each question stands alone, so that any of them may be the first that a process asks.
QUESTIONS = textwrap.dedent(
    """
    import ltnato

    QUESTIONS = [
        lambda: ltnato.events(actor="cekuolis").to_dicts(),
        lambda: str(ltnato.show("lithuania-joins-nato", lang="lt")),
        lambda: ltnato.members("nato", on="2004").ids,
        lambda: str(ltnato.event("lithuania-joins-nato").when.start),
        lambda: ltnato.holders("president-of-lithuania", on="2004-03-29").ids,
        lambda: ltnato.snapshot("2004-03-29").to_text(),
        lambda: ltnato.discrepancies(status="open").to_text(width=200),
        lambda: [one.verdict for one in ltnato.fulfilments()],
        lambda: ltnato.documents(text="siaures atlanto").ids,
        lambda: ltnato.cite("madrid-summit-1997", style="bibtex"),
        lambda: [one.name for one in ltnato.rules()],
        lambda: [one.label.lt for one in ltnato.Category],
        lambda: [str(one) for one in ltnato.check(select="structure")],
        lambda: repr(ltnato.dataset()),
    ]
    """
)
ASK = QUESTIONS + "import json\nprint(json.dumps([ask() for ask in QUESTIONS]))\n"


def bare() -> dict[str, str]:
    """Give the least environment in which an interpreter starts."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def usual() -> dict[str, str]:
    """Give the environment of this process, without what measures it."""
    return {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def run(
    *args: object,
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
    prefix: Sequence[str] = (),
) -> str:
    """Start an interpreter that finds this package, with warnings as errors."""
    found = {"PYTHONPATH": str(PACKAGE.parent), "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [*prefix, sys.executable, *map(str, args)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=found | (usual() if env is None else env),
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def asked(
    *options: str, env: dict[str, str] | None = None, prefix: Sequence[str] = ()
) -> list[Any]:
    """Ask all questions in a fresh interpreter."""
    answers: list[Any] = json.loads(run(*options, "-c", ASK, env=env, prefix=prefix))
    return answers


@pytest.fixture(scope="module")
def answers() -> list[Any]:
    """Give the answers of an ordinary process."""
    return asked()


class TestInterpreter:
    """Ways in which an interpreter is started."""

    @pytest.mark.parametrize("option", ["-O", "-OO"])
    def test_optimised(self, option: str, answers: list[Any]) -> None:
        """Nothing rests on an assertion or on a docstring."""
        assert asked(option) == answers

    def test_help_without_docstrings(self) -> None:
        """The command line still says what each command does."""
        kept, stripped = (run(*how, "-m", "ltnato", "--help") for how in ((), ("-OO",)))
        assert stripped == kept

    def test_no_environment(self, answers: list[Any]) -> None:
        """Neither a home directory nor a language nor a path for programs is needed."""
        assert asked(env=bare()) == answers

    def test_no_such_home(self, tmp_path: Path, answers: list[Any]) -> None:
        """A home directory that is not there is not missed, and not made."""
        home = tmp_path / "nobody"
        assert asked(env=bare() | {"HOME": str(home), "USERPROFILE": str(home)}) == answers
        assert not home.exists()

    def test_ascii_locale(self, answers: list[Any]) -> None:
        """Files are read as what they are, whatever the locale takes them for."""
        ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        assert asked("-X", "warn_default_encoding", env=bare() | ascii_only) == answers


def bound() -> list[str]:
    """Give the start of a command that permissions bind, which they do not for root."""
    if os.name == "nt":
        pytest.skip("Windows lets a file be made in a folder that is read-only")
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root writes everywhere, and util-linux, which could keep it, is missing")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


def copied(folder: Path) -> Path:
    """Copy the package into a folder, as it would be installed."""
    unwanted = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(PACKAGE, folder / "ltnato", ignore=unwanted))


class TestFolder:
    """Where the package lies."""

    def test_read_only(self, tmp_path: Path, answers: list[Any]) -> None:
        """A folder that can not be written is enough, and stays as it was."""
        prefix = bound()
        copy = copied(tmp_path)
        before = sorted(copy.rglob("*"))
        for one in (copy, *before):
            one.chmod(one.stat().st_mode & ~0o222)
        env = bare() | {"PYTHONPATH": str(tmp_path)}
        try:
            where = (
                "import os, ltnato; print(os.access(ltnato.__path__[0], os.W_OK), ltnato.__file__)"
            )
            told = run("-c", where, env=env, prefix=prefix)
            assert told == f"False {copy / '__init__.py'}\n"
            assert asked(env=env, prefix=prefix) == answers
            assert sorted(copy.rglob("*")) == before
        finally:
            for one in (copy, *before):
                one.chmod(one.stat().st_mode | 0o200)

    def test_zip(self, tmp_path: Path, answers: list[Any]) -> None:
        """A zip file is enough: code, data, schemas and template are read from it."""
        tree, app = tmp_path / "tree", tmp_path / "app.pyz"
        copied(tree)
        more = """
            from ltnato.__main__ import main
            main(["init", "own", "--json"])
            print(main(["check", "own"]), ltnato.__file__)
        """
        (tree / "__main__.py").write_text(ASK + textwrap.dedent(more), encoding="utf-8")
        zipapp.create_archive(tree, app)
        shutil.rmtree(tree)
        told, *_, checked, last = run(app, cwd=tmp_path).splitlines()
        assert json.loads(told) == answers
        assert checked == "nothing found"
        assert last == f"0 {app / 'ltnato' / '__init__.py'}"
        assert (tmp_path / "own" / "schema" / "events.schema.json").is_file()


class TestThreads:
    """Many threads, each with a first question of its own."""

    def test_first_use(self, answers: list[Any]) -> None:
        """What is imported, read and indexed on first use is so for all threads at once."""
        script = """
            import json, sys, threading
            from concurrent.futures import ThreadPoolExecutor

            sys.setswitchinterval(1e-6)
            barrier = threading.Barrier(len(QUESTIONS))

            def answer(ask):
                barrier.wait()
                return ask()

            with ThreadPoolExecutor(len(QUESTIONS)) as pool:
                print(json.dumps(list(pool.map(answer, QUESTIONS))))
        """
        assert json.loads(run("-c", QUESTIONS + textwrap.dedent(script))) == answers


#: Hands records and datasets to other processes, and takes records back.
WORK = """
    import multiprocessing, os, sys
    from concurrent.futures import ProcessPoolExecutor
    import ltnato

    def people(event):
        return ltnato.participations(event=event)

    def later(found, data, day):
        return found.where(lambda one: one.when > day), data.events(since="2004").ids, data

    def refuse(name):
        ltnato.record(name)

    if __name__ == "__main__":
        method, folder, first = sys.argv[1:]
        if first == "loaded":
            ltnato.check()
        own = ltnato.load(folder, extends=ltnato.dataset())
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            event = ltnato.event("lithuania-joins-nato")
            assert pool.submit(people, event).result() == ltnato.participations(event=event)
            day = ltnato.Period("2004-03-29")
            found = ltnato.events(category="accession")
            after, since, back = pool.submit(later, found[:9], own, day).result()
            assert after == found[:9].where(lambda one: one.when > day)
            assert back == own and since == own.events(since="2004").ids
            assert pool.submit(people, event.id).result().to_text(width=90)
            error = pool.submit(refuse, "lithuania-joins-nta").exception()
            assert type(error) is ltnato.UnknownRecordError and "lithuania-joins-nato" in str(error)
        print("done")
"""

FORK = """
    import json, os
    if {loaded}:
        QUESTIONS[0]()
    child = os.fork()
    if child == 0:
        print(json.dumps([ask() for ask in QUESTIONS]), flush=True)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
"""


class TestProcesses:
    """Other processes, however they are started."""

    @pytest.mark.parametrize("first", ["loaded", "not loaded"])
    @pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
    def test_pool(self, tmp_path: Path, method: str, first: str) -> None:
        """Records, datasets and errors go to other processes and come back equal."""
        script = tmp_path / "work.py"
        script.write_text(textwrap.dedent(WORK), encoding="utf-8")
        folder = Path(__file__).with_name("latvia")
        assert run(script, method, folder, first) == "done\n"

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
    @pytest.mark.parametrize("loaded", [True, False])
    def test_fork(self, answers: list[Any], *, loaded: bool) -> None:
        """After a fork the child answers as ever, whether or not its parent had asked."""
        script = QUESTIONS + textwrap.dedent(FORK.format(loaded=loaded))
        assert json.loads(run("-c", script)) == answers
