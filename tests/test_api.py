"""The public face: its names, its signatures, what it imports, and the dataset as a value."""

from __future__ import annotations

import collections.abc
import copy
import importlib
import inspect
import os
import pickle
import pkgutil
import subprocess
import sys
import tempfile
import threading
import typing
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import altair as alt
import pytest

import builders
import ltnato
from builders import INFO, TABLES
from ltnato import Dataset, _loading, _models, _parts, _shipped, _types
from ltnato._period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

#: The functions that ask the shipped dataset what its methods answer.
FUNCTIONS = sorted(set(_shipped.__all__) - {"dataset", "load"})
#: Where the names of annotations live.
NAMES = {
    **vars(_types),
    **vars(_models),
    **vars(_parts),
    **{name: getattr(ltnato, name) for name in ltnato.__all__ if name[0].isupper()},
    "Iterable": collections.abc.Iterable,
    "Path": Path,
    "Unpack": typing.Unpack,
    "alt": alt,
    "os": os,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a small dataset."""
    return builders.write(tmp_path_factory.mktemp("api") / "amber")


@pytest.fixture(scope="module")
def data(folder: Path) -> Dataset:
    """Give a small dataset."""
    return ltnato.load(folder)


def modules() -> list[str]:
    """Name the modules of the package, those of its packages too."""
    return [one.name for one in pkgutil.walk_packages(ltnato.__path__, "ltnato.")]


def fresh(code: str, *argv: object, options: tuple[str, ...] = ()) -> str:
    """Run code in a fresh interpreter that finds this package, and give what it prints."""
    env = {**os.environ, "PYTHONPATH": str(Path(ltnato.__path__[0]).parent)}
    done = subprocess.run(
        [sys.executable, *options, "-c", code, *map(str, argv)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=env,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.strip()


class TestNames:
    """What ``ltnato.`` offers."""

    def test_all(self) -> None:
        """The public names are those of the modules together, each once, and all resolve.

        What modules of an inner package name is their own affair, unless it is made public.
        """
        outer = {name for name in modules() if name.count(".") == 1}
        homes = outer | {f"ltnato.{home}" for home in ltnato._HOMES}
        found = [importlib.import_module(home) for home in homes]
        names = [name for module in found for name in getattr(module, "__all__", ())]
        assert sorted(names) == ltnato.__all__
        assert sorted(set(names)) == sorted(names)
        for name in ltnato.__all__:
            assert getattr(ltnato, name) is not None

    def test_home(self) -> None:
        """Each name is said to live where it does."""
        for name, home in ltnato._HOME_OF.items():
            assert name in importlib.import_module(f"ltnato.{home}").__all__

    def test_dir(self) -> None:
        """A shell completes just the public names."""
        assert set(dir(ltnato)) == {*ltnato.__all__, "__version__"}

    def test_star(self) -> None:
        """A star import brings the public names and no others."""
        space: dict[str, object] = {}
        exec("from ltnato import *", space)  # noqa: S102 - the import under test
        assert set(space) - {"__builtins__"} == set(ltnato.__all__)

    @pytest.mark.parametrize("name", ["unheard_of", "_dataset_", "Events", "typing", "json"])
    def test_unknown(self, name: str) -> None:
        """Any other name is an attribute error that says so."""
        with pytest.raises(AttributeError, match=f"'ltnato' has no attribute '{name}'"):
            getattr(ltnato, name)
        assert not hasattr(ltnato, name)

    def test_version(self) -> None:
        """The version is that of the package as installed."""
        assert ltnato.__version__ == metadata.version("ltnato")

    def test_no_shadow(self) -> None:
        """No submodule bears the name of something public, so that none can hide it."""
        assert all(name.startswith("ltnato._") for name in modules())
        for name in modules():
            importlib.import_module(name)
        assert callable(ltnato.dataset)
        assert callable(ltnato.show)


class TestSignatures:
    """Functions and methods are one thing."""

    def test_which(self) -> None:
        """Every query of a dataset is a function, and every function such a query."""
        queries = {
            name
            for name, value in vars(Dataset).items()
            if not name.startswith("_") and inspect.isfunction(value)
        }
        assert queries - {"trust"} == set(FUNCTIONS)

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_same_parameters(self, name: str) -> None:
        """A function has the parameters of the method: names, kinds, defaults, annotations."""
        function = inspect.signature(getattr(ltnato, name))
        method = inspect.signature(getattr(Dataset, name))
        _, *parameters = method.parameters.values()
        assert list(function.parameters.values()) == parameters
        assert function.return_annotation == method.return_annotation

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_same_docstring(self, name: str) -> None:
        """A function has the docstring of the method."""
        assert getattr(ltnato, name).__doc__ == getattr(Dataset, name).__doc__
        assert inspect.getdoc(getattr(ltnato, name))

    @pytest.mark.parametrize("name", [*FUNCTIONS, "load", "dataset"])
    def test_type_hints(self, name: str) -> None:
        """Annotations resolve with the names of the package, which wait for a type checker."""
        function = getattr(ltnato, name)
        hints = typing.get_type_hints(function, localns=NAMES)
        assert set(hints) == {*inspect.signature(function).parameters, "return"}

    def test_filters(self) -> None:
        """The filters that ``on_this_day`` passes on are those of ``events``."""
        theirs = typing.get_type_hints(Dataset.events, localns=NAMES)
        del theirs["return"]
        assert typing.get_type_hints(_types.EventFilters) == theirs

    @pytest.mark.parametrize("name", ["events", "members", "observations", "cite", "show"])
    def test_keywords(self, data: Dataset, name: str) -> None:
        """Filters are given by name."""
        with pytest.raises(TypeError, match="positional"):
            getattr(data, name)("riga-summit", "2004", "nato")

    CALLS: typing.ClassVar[dict[str, tuple[tuple[Any, ...], dict[str, Any]]]] = {
        "actor": (("lithuania",), {}),
        "actors": ((), {"kind": "country", "text": "l"}),
        "cite": (("riga-summit",), {"style": "bibtex"}),
        "discrepancies": ((), {"record": "riga-summit", "status": "resolved"}),
        "document": (("amber-charter",), {}),
        "documents": ((), {"kind": "treaty", "in_force": "2004", "actor": "latvia"}),
        "event": (("riga-summit",), {}),
        "events": ((), {"on": "2004", "actor": "lithuania", "key": True}),
        "export": (("json", Path(tempfile.gettempdir(), "ltnato-test-api.json")), {"force": True}),
        "fulfilments": (("riga-pledge-level",), {"actor": "lithuania", "edition": "2009-12"}),
        "holders": (("president-of-lithuania",), {"on": "2004"}),
        "members": (("amber-pact",), {"on": "2004"}),
        "observations": (("defence-expenditure-share",), {"edition": "all"}),
        "on_this_day": (("03-29",), {"category": "accession"}),
        "outcomes": ((), {"of": "riga-summit", "kind": "aim"}),
        "participations": ((), {"actor": "lithuania", "role": "invitee"}),
        "place": (("riga",), {}),
        "places": ((), {"kind": "city", "within": "latvia"}),
        "pledges": ((), {"in_force": "2004", "actor": "latvia"}),
        "record": (("riga-pledge-level",), {}),
        "relations": ((), {"kind": "member-of", "subject": "lithuania", "on": "2004"}),
        "show": (("riga-summit",), {"lang": "lt"}),
        "snapshot": (("2004-03-29",), {}),
        "source": (("pact-archive",), {}),
        "sources": ((), {}),
        "spending_chart": (("lithuania",), {"lang": "lt"}),
        "timeline": ((), {"lang": "lt"}),
    }

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_same_answer(self, data: Dataset, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A function passes everything on to the dataset, and its answer back."""
        monkeypatch.setattr(_shipped, "dataset", lambda: data)
        args, filters = self.CALLS[name]
        answer = getattr(ltnato, name)(*args, **filters)
        expected = getattr(data, name)(*args, **filters)
        assert (str(answer), bool(answer)) == (str(expected), True)
        assert type(answer) is type(expected)

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_every_argument(
        self, data: Dataset, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No argument is lost or confused on the way."""
        given: list[tuple[tuple[object, ...], dict[str, object]]] = []
        method = getattr(Dataset, name)

        class Listener:
            def __getattr__(self, _name: str) -> Callable[..., None]:
                return lambda *args, **kwargs: given.append((args, kwargs))

        monkeypatch.setattr(_shipped, "dataset", Listener)
        parameters = inspect.signature(getattr(ltnato, name)).parameters.values()
        positional = [object() for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
        keywords = {one.name: object() for one in parameters if one.kind is one.KEYWORD_ONLY}
        getattr(ltnato, name)(*positional, **keywords)
        bound = inspect.signature(method).bind(data, *positional, **keywords)
        ((args, kwargs),) = given
        assert inspect.signature(method).bind(data, *args, **kwargs) == bound


class TestImports:
    """What is imported, and when."""

    def test_nothing(self) -> None:
        """``import ltnato`` imports nothing else: not typing, and none of the dependencies."""
        code = (
            "import sys; before = set(sys.modules); import ltnato; "
            "print(*sorted(set(sys.modules) - before))"
        )
        assert fresh(code, options=("-S",)) == "ltnato"

    def test_no_pendulum_for_a_question(self, folder: Path) -> None:
        """Questions and their answers as text need no pendulum; a date object does."""
        code = """
import sys, ltnato
data = ltnato.load(sys.argv[1])
found = data.events(on="2004", since="2003-01", actor="lithuania", source="vilnius-daily")
data.on_this_day("03-29"), data.members("amber-pact", on="2004-03-29"), data.outcomes(on="1999")
str(found), repr(found), found.to_dicts(), str(data.show(found[0])), found._repr_html_()
print("pendulum" in sys.modules)
print(found[0].when.start, "pendulum" in sys.modules)
"""
        assert fresh(code, folder).split() == ["False", "2004-03-29", "True"]

    def test_names_wait(self) -> None:
        """A name is imported when it is asked for, and then kept."""
        code = """
import sys, ltnato
print("ltnato._period" in sys.modules, "Period" in vars(ltnato))
ltnato.Period
print("ltnato._period" in sys.modules, "Period" in vars(ltnato), "attrs" in sys.modules)
"""
        assert fresh(code).split() == ["False", "False", "True", "True", "False"]


class TestDataset:
    """The dataset as a value."""

    def test_description(self, data: Dataset) -> None:
        """It says what it is, and what it covers."""
        assert (data.name, data.version, data.licence) == ("amber", "1.2", "CC0-1.0")
        assert data.title == ltnato.Bilingual(**INFO["title"])
        assert data.as_of == Period("2010-06-30")
        assert [str(one.period) for one in data.coverage] == ["1994/2010-06-30", "1998/2010"]
        assert repr(data) == "Dataset('amber', version='1.2', as_of='2010-06-30')"

    @pytest.mark.parametrize("name", ["_tables", "name", "coverage", "other"])
    def test_immutable(self, data: Dataset, name: str) -> None:
        """No attribute can be set or deleted."""
        anything: Any = data
        with pytest.raises(AttributeError):
            setattr(anything, name, None)
        with pytest.raises(AttributeError):
            delattr(anything, name)

    def test_equality(self, data: Dataset, tmp_path: Path) -> None:
        """Datasets with the same description and records are equal and hash alike."""
        same = builders.dataset(tmp_path / "same")
        assert data == same
        assert hash(data) == hash(same)
        assert len({data, same}) == 1
        assert data != builders.dataset(tmp_path / "version", INFO | {"version": "1.3"})
        assert data != builders.dataset(tmp_path / "events", events=TABLES["events"][:-1])
        assert data != "amber"
        assert data.__eq__("amber") is NotImplemented

    def test_copies(self, data: Dataset) -> None:
        """A pickle and a deep copy are equal, and answer the same."""
        for twin in (pickle.loads(pickle.dumps(data)), copy.deepcopy(data), copy.copy(data)):
            assert twin == data
            assert hash(twin) == hash(data)
            assert twin.events(actor="lithuania") == data.events(actor="lithuania")

    def test_copies_with_base(self, data: Dataset, tmp_path: Path) -> None:
        """What builds on another is pickled with it."""
        event = {**TABLES["events"][-1], "id": "our-event"}
        none: dict[str, Any] = dict.fromkeys(TABLES)
        info = INFO | {"redirects": [], "coverage": []}
        ours = builders.dataset(tmp_path, info, extends=data, **(none | {"events": [event]}))
        twin = pickle.loads(pickle.dumps(ours))
        assert twin == ours
        assert twin != data
        assert twin.events().ids == (*data.events().ids[:-1], "our-event", "undated-meeting")
        assert twin.coverage == data.coverage
        assert twin.event("lithuania-enters-the-pact").id == "accession-day"

    def test_shipped_by_reference(self) -> None:
        """The shipped dataset is pickled by reference, and so is what points to it."""
        shipped = ltnato.dataset()
        pickled = pickle.dumps(shipped)
        assert len(pickled) < 300
        assert pickle.loads(pickled)._tables is shipped._tables
        found: ltnato.Records[ltnato.Event] = ltnato.Records((), shipped._tables)
        assert len(pickle.dumps(found)) < 300

    def test_shipped_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Threads that ask at the same time, from a cold start, get one dataset."""
        monkeypatch.setattr(_loading, "_shipped", [])
        barrier = threading.Barrier(32)
        found: list[Dataset] = []

        def ask() -> None:
            barrier.wait()
            found.append(ltnato.dataset())

        threads = [threading.Thread(target=ask) for _ in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 32
        assert len({id(one) for one in found}) == 1

    def test_made_once(self, data: Dataset) -> None:
        """A value that threads ask for at the same time is made once."""
        made: list[int] = []
        barrier = threading.Barrier(16)
        key = object()

        def make() -> int:
            made.append(1)
            return len(made)

        def ask() -> None:
            barrier.wait()
            assert data._tables.memo(key, make) == 1

        threads = [threading.Thread(target=ask) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [1]

    @pytest.mark.parametrize("extends", ["amber", True, 5, Path("amber")], ids=str)
    def test_extends(self, folder: Path, extends: Any) -> None:
        """What another builds on is a dataset."""
        with pytest.raises(TypeError, match="extends takes a Dataset"):
            ltnato.load(folder, extends=extends)

    def test_load(self, folder: Path, data: Dataset) -> None:
        """A folder may be given as a text or as a path."""
        assert ltnato.load(str(folder)) == data
        assert ltnato.load(folder).members("AP", on=date(2004, 3, 29)).ids == (
            "latvia",
            "lithuania",
        )


class TestErrors:
    """The exceptions."""

    @pytest.mark.parametrize(
        ("name", "builtin"),
        [
            ("UnknownRecordError", LookupError),
            ("AmbiguousNameError", LookupError),
            ("OutsideCoverageError", LookupError),
            ("InvalidPeriodError", ValueError),
            ("InvalidQueryError", ValueError),
            ("InvalidDataError", ValueError),
            ("MissingExtraError", ImportError),
        ],
    )
    def test_bases(self, name: str, builtin: type[Exception]) -> None:
        """Each is the package's own error and the built-in that fits, and no key error."""
        error = getattr(ltnato, name)
        assert issubclass(error, ltnato.LtnatoError)
        assert issubclass(error, builtin)
        assert not issubclass(error, KeyError)

    def test_pickled(self) -> None:
        """An error goes between processes with its message, and with its findings."""
        finding = ltnato.Finding(rule="S101", message="is empty")
        error = pickle.loads(pickle.dumps(ltnato.InvalidDataError([finding])))
        assert error.findings == (finding,)
        assert str(error) == "1 fault in the data\n  is empty"
        unknown = pickle.loads(pickle.dumps(ltnato.UnknownRecordError("nobody")))
        assert str(unknown) == "nobody"
