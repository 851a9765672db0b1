"""Loading a folder: all faults at once or a whole dataset; the shipped one on first use."""

from __future__ import annotations

import copy
import json
import os
import pickle
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ltnato
import strategies
from builders import INFO, TABLES, Plain, changed, dataset, faults, refused, text, write, written
from ltnato import Actor, Event, InvalidDataError, Place, _loading
from ltnato._codec import TABLES as KINDS
from ltnato._codec import decode, decode_info, encode
from ltnato._tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ALONE = INFO | {"name": "own", "coverage": [], "redirects": []}
WORDING = {"en": "A", "lt": "Ą"}
EVENT = {"category": "summit", "title": WORDING, "summary": WORDING}

any_file = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def own(folder: Path, base: ltnato.Dataset, **tables: list[Any]) -> ltnato.Dataset:
    """Load a dataset of these tables alone on top of another."""
    left_out: Any = dict.fromkeys(TABLES)
    return dataset(folder, ALONE, base, **(left_out | tables))


class TestFolder:
    """What a folder holds."""

    def test_loaded(self, tmp_path: Path) -> None:
        """All records of all tables are there, in order."""
        loaded = dataset(tmp_path)
        assert (loaded.name, loaded.version, str(loaded.as_of)) == ("amber", "1.2", "2010-06-30")
        assert [one.id for one in loaded.events()] == [one["id"] for one in TABLES["events"]]
        for table, kind in KINDS.items():
            records = loaded._tables.get(kind)
            assert sorted(one.id for one in records) == [
                one["id"] for one in sorted(TABLES[table], key=lambda one: str(one["id"]))
            ]

    @pytest.mark.parametrize("form", [str, Path, os.fspath])
    def test_forms(self, tmp_path: Path, form: Callable[[Path], str | Path]) -> None:
        """A folder is given as a text or a path."""
        assert ltnato.load(form(write(tmp_path))).name == "amber"

    def test_alone(self, tmp_path: Path) -> None:
        """A description alone is a dataset without records."""
        left_out: Any = dict.fromkeys(TABLES)
        loaded = dataset(tmp_path, ALONE, **left_out)
        assert [len(loaded._tables.get(kind)) for kind in KINDS.values()] == [0] * 9

    def test_parts(self, tmp_path: Path) -> None:
        """A table may be split into files, whose records are one table."""
        write(tmp_path, events=TABLES["events"][5:])
        written(tmp_path, "events-1990-2004.json", text(TABLES["events"][:5]))
        loaded = ltnato.load(tmp_path)
        assert [one.id for one in loaded.events()] == [one["id"] for one in TABLES["events"]]

    def test_order(self, tmp_path: Path) -> None:
        """The order of a file does not matter."""
        backwards: Any = {table: records[::-1] for table, records in TABLES.items()}
        assert dataset(tmp_path / "a", **backwards) == dataset(tmp_path / "b")

    def test_other_files(self, tmp_path: Path) -> None:
        """Other files, the labels of the vocabularies and folders are let be."""
        write(tmp_path)
        for name in ("README.md", "events.json.bak", "eventsjson", "vocabulary.json"):
            written(tmp_path, name, "{")
        (tmp_path / "schema").mkdir()
        written(tmp_path / "schema", "event.json", "{")
        assert ltnato.load(tmp_path).name == "amber"

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("event.json", "did you mean 'events.json'?"),
            ("Events.json", "did you mean 'events.json'?"),
            ("events.JSON", "did you mean 'events.json'?"),
            ("persons.json", None),
            ("schema.json", None),
        ],
    )
    def test_stranger(self, tmp_path: Path, name: str, hint: str | None) -> None:
        """A JSON file that is no table is a fault, since its records would be lost."""
        write(tmp_path, pledges=None)
        (tmp_path / name).write_text("[]")
        (finding,) = refused(tmp_path)
        expected = ("S103", name, "is the file of no table", hint)
        assert (finding.rule, finding.file, finding.message, finding.hint) == expected

    @pytest.mark.parametrize("folder", ["nothing", "dataset.json", ""])
    def test_no_folder(self, tmp_path: Path, folder: str) -> None:
        """What is no folder is refused by its name."""
        write(tmp_path)
        where = str(tmp_path / folder) if folder else "\0"
        with pytest.raises(InvalidDataError) as caught:
            ltnato.load(where)
        (finding,) = caught.value.findings
        assert (finding.rule, finding.file, finding.message) == ("S101", where, "is no folder")

    @pytest.mark.parametrize("folder", [5, None, b"data", ["data"]])
    def test_wrong_type(self, folder: Any) -> None:
        """What is no path is a TypeError."""
        with pytest.raises(TypeError):
            ltnato.load(folder)

    @pytest.mark.parametrize("base", ["ltnato", 5, True, ltnato])
    def test_wrong_base(self, tmp_path: Path, base: Any) -> None:
        """What builds on something builds on a Dataset."""
        with pytest.raises(TypeError):
            ltnato.load(write(tmp_path), extends=base)

    def test_closed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder that may not be listed is refused with the reason."""

        def refuse(_: Path) -> None:
            raise PermissionError(13, "Permission denied")

        write(tmp_path)
        monkeypatch.setattr(Path, "iterdir", refuse)
        (finding,) = refused(tmp_path)
        assert (finding.rule, finding.file) == ("S101", str(tmp_path))
        assert finding.message == "can not be read: Permission denied"


class TestFiles:
    """Files of a folder that can not be read."""

    def test_no_info(self, tmp_path: Path) -> None:
        """A folder needs its description."""
        write(tmp_path)
        (tmp_path / "dataset.json").unlink()
        (finding,) = refused(tmp_path)
        assert (finding.rule, str(finding)) == ("S101", "dataset.json: the file is missing")

    def test_no_such_link(self, tmp_path: Path) -> None:
        """A link that leads nowhere is a missing file."""
        write(tmp_path, pledges=None)
        (tmp_path / "pledges.json").symlink_to(tmp_path / "nothing")
        (finding,) = refused(tmp_path)
        assert str(finding) == "pledges.json: the file is missing"

    @pytest.mark.parametrize("name", ["dataset.json", "pledges.json"])
    def test_folder(self, tmp_path: Path, name: str) -> None:
        """A folder in place of a file is refused with the reason."""
        write(tmp_path)
        (tmp_path / name).unlink()
        (tmp_path / name).mkdir()
        (finding,) = refused(tmp_path)
        assert (finding.rule, finding.file) == ("S101", name)
        assert finding.message == "can not be read: Is a directory"

    def test_reason(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the system gives no reason, the sort of error is told."""

        def refuse(_: Path) -> bytes:
            raise TimeoutError

        write(tmp_path)
        monkeypatch.setattr(Path, "read_bytes", refuse)
        findings = refused(tmp_path)
        assert {one.message for one in findings} == {"can not be read: TimeoutError"}
        assert len(findings) == 10

    @pytest.mark.parametrize("name", ["dataset.json", "discrepancies.json"])
    @pytest.mark.parametrize(
        ("raw", "rule", "message"),
        [
            (b"", "S102", "the file is empty"),
            (b"[{", "S102", "not JSON: "),
            (b"\xef\xbb\xbf[]", "S101", "the file starts with a byte-order mark"),
            ("ąčę".encode("cp1257"), "S101", "the file is not UTF-8"),
            (b"[" * 100_000, "S102", "not readable: nested too deeply"),
            (b"[NaN]", "S102", "not JSON: NaN is no JSON number"),
            (b"[1, 2]", "S113", "expected an object"),
        ],
    )
    def test_content(self, tmp_path: Path, name: str, raw: bytes, rule: str, message: str) -> None:
        """A file that is empty, cut, in another encoding or no table is told by its name."""
        finding = refused(written(write(tmp_path), name, raw))[0]
        assert (finding.rule, finding.file) == (rule, name)
        assert finding.message.startswith(message)


class TestAtOnce:
    """All faults of a folder come in one error, and nothing is loaded."""

    def test_all(self, tmp_path: Path) -> None:
        """Faults of several sorts in several files are told together, in order of place."""
        events = changed("events", "accession-day", when="2004-02-30", sumary="a")
        events[0]["participants"][1]["role"] = "adressee"
        events.append({"id": "rig\u0430", **EVENT, "part_of": "riga-sumit"})
        findings = faults(
            tmp_path,
            INFO | {"as_of": "today"},
            events=events,
            places=changed("places", "riga", within="riga-castle"),
            pledges=changed("pledges", "riga-pledge-growth", note=""),
            sources=[*TABLES["sources"], {**TABLES["sources"][0], "id": "vilnius"}],
            actors=[*TABLES["actors"], 5],
        )
        assert [(one.rule, one.file, one.record, one.field) for one in findings] == [
            ("S113", "actors.json", "15", None),
            ("S114", "dataset.json", None, "as_of"),
            ("S111", "events.json", "accession-day", "sumary"),
            ("S114", "events.json", "accession-day", "when"),
            ("S114", "events.json", "letter-to-the-pact", "participants[amber-pact].role"),
            ("S201", "events.json", "rig\u0430", "id"),
            ("S211", "events.json", "rig\u0430", "part_of"),
            ("S212", "places.json", "riga", "within"),
            ("S114", "pledges.json", "riga-pledge-growth", "note"),
            ("S203", "sources.json", "vilnius", "id"),
        ]
        assert all(one.severity is ltnato.Severity.ERROR for one in findings)

    def test_nothing_loaded(self, tmp_path: Path) -> None:
        """After a refusal, the mended folder loads as if nothing had been."""
        first = dataset(tmp_path / "first")
        folder = tmp_path / "second"
        assert faults(folder, events=changed("events", "accession-day", category="x"))
        assert dataset(folder) == first

    def test_long_identifier(self, tmp_path: Path) -> None:
        """A lost record of a long identifier is told whole, and what names it is not told too."""
        long = "representative-of-the-whole-of-lithuania-to-every-single-alliance-of-the-region"
        actors = [{"id": long, "kind": "person", "name": {"en": "Adas"}}]
        events = changed("events", "accession-day", participants=[{"actor": long, "role": "host"}])
        (found,) = faults(tmp_path, actors=[*TABLES["actors"], *actors], events=events)
        assert (found.rule, found.record, found.field) == ("S112", long, "name.lt")

    def test_message(self, tmp_path: Path) -> None:
        """The message counts the faults and shows each in a line."""
        write(tmp_path, events=changed("events", "accession-day", key=1, order="1"))
        with pytest.raises(InvalidDataError) as caught:
            ltnato.load(tmp_path)
        assert str(caught.value).split("\n") == [
            "2 faults in the data",
            "  events.json: accession-day: key: 1 expected true or false, got a number",
            "  events.json: accession-day: order: '1' expected a whole number, got a text",
        ]

    def test_content(self, tmp_path: Path) -> None:
        """Faults of content never stop a load."""
        event = {"id": "e", **EVENT, "when": "3000", "title": {"en": "a ", "lt": "a "}}
        assert dataset(tmp_path, events=[*TABLES["events"], event]).event("e").title.en == "a "

    @any_file
    @given(raw=st.binary(max_size=100))
    def test_bytes(self, tmp_path: Path, raw: bytes) -> None:
        """Any bytes in a file are loaded or refused, with nothing else raised."""
        written(write(tmp_path), "events.json", raw)
        with pytest.raises(InvalidDataError):
            ltnato.load(tmp_path)

    @any_file
    @given(table=st.sampled_from(sorted(TABLES)), data=st.data())
    def test_json(self, tmp_path: Path, table: str, data: st.DataObject) -> None:
        """Any JSON in a file, or in place of any field, is loaded or refused."""
        value: Any = data.draw(strategies.json_values())
        if data.draw(st.booleans()):
            records = copy.deepcopy(TABLES[table])
            record = data.draw(st.sampled_from(records))
            record[data.draw(st.sampled_from(sorted(record)))] = value
            value = records
        written(write(tmp_path), f"{table}.json", json.dumps(value))
        with suppress(InvalidDataError):
            assert ltnato.load(tmp_path).name == "amber"


class TestExtends:
    """A dataset that builds on another."""

    def test_both(self, tmp_path: Path) -> None:
        """Its records may name those of the base, and queries find both."""
        base = dataset(tmp_path / "base")
        event: Plain = {"id": "own-event", **EVENT, "when": "2001", "places": ["vilnius"]}
        place: Plain = {"id": "kaunas", "kind": "city", "name": WORDING, "country": "lithuania"}
        loaded = own(tmp_path / "own", base, events=[event], places=[place])
        assert loaded.name == "own"
        assert [one.id for one in loaded.events(place="lithuania")] == [
            "own-event",
            "exercise-amber-shield",
            "five-years-in-the-pact",
        ]
        assert loaded.event("riga-summit") is base.event("riga-summit")
        assert loaded.place("kaunas").country == "lithuania"
        assert len(loaded._tables.get(Actor)) == len(TABLES["actors"])

    def test_base_unchanged(self, tmp_path: Path) -> None:
        """The base stays as it was."""
        base = dataset(tmp_path / "base")
        own(tmp_path / "own", base, events=[{"id": "own-event", **EVENT}])
        assert base == dataset(tmp_path / "again")

    def test_redirect(self, tmp_path: Path) -> None:
        """Redirects of the base go on to lead, and own ones may lead into the base."""
        base = dataset(tmp_path / "base")
        left_out: Any = dict.fromkeys(TABLES)
        info = ALONE | {"redirects": [{"old": "summit-in-riga", "new": "riga-summit"}]}
        loaded = dataset(tmp_path / "own", info, base, **left_out)
        assert loaded.event("lithuania-enters-the-pact").id == "accession-day"
        assert loaded.event("summit-in-riga").id == "riga-summit"

    def test_twice(self, tmp_path: Path) -> None:
        """What builds on a dataset may be built on in turn."""
        base = dataset(tmp_path / "base")
        middle = own(tmp_path / "middle", base, events=[{"id": "middle-event", **EVENT}])
        top = own(
            tmp_path / "top",
            middle,
            events=[{"id": "top-event", **EVENT, "part_of": "middle-event", "places": ["riga"]}],
        )
        found = {one.id for one in top.events()}
        assert found == {"middle-event", "top-event", *(one["id"] for one in TABLES["events"])}

    def test_on_shipped(self, tmp_path: Path) -> None:
        """It may build on the shipped dataset, which stays one and the same."""
        event = {"id": "own-event", **EVENT, "participants": [{"actor": "nato", "role": "host"}]}
        loaded = own(tmp_path, ltnato.dataset(), events=[event])
        assert "own-event" in loaded.events(actor="nato").ids
        assert "own-event" not in ltnato.events().ids
        back = pickle.loads(pickle.dumps(loaded))
        assert back == loaded
        assert back._tables.base is ltnato.dataset()._tables

    def test_without(self, tmp_path: Path) -> None:
        """Without the base, what names its records dangles."""
        left_out: Any = dict.fromkeys(TABLES)
        event = {"id": "own-event", **EVENT, "part_of": "riga-summit"}
        (finding,) = faults(tmp_path, ALONE, **(left_out | {"events": [event]}))
        assert (finding.rule, finding.value) == ("S211", "'riga-summit'")

    def test_pickle(self, tmp_path: Path) -> None:
        """A pickle holds the dataset and its base, each record once."""
        base = dataset(tmp_path / "base")
        loaded = own(tmp_path / "own", base, events=[{"id": "own-event", **EVENT}])
        back = pickle.loads(pickle.dumps(loaded))
        assert back == loaded
        assert [one.id for one in back._tables.own(Event)] == ["own-event"]
        assert back._tables.base.get(Event) == base._tables.get(Event)


class TestLazy:
    """Tables are decoded when they are first asked for, once."""

    def counted(self) -> tuple[Tables, list[str]]:
        """Give tables that note what is read."""
        seen: list[str] = []

        def read(table: str) -> list[Any]:
            seen.append(table)
            return decode(table, table, text(TABLES[table]).encode())[0]

        def describe() -> ltnato.DatasetInfo:
            seen.append("info")
            info = decode_info("dataset.json", text(INFO).encode())[0]
            assert info is not None
            return info

        return Tables(describe, read), seen

    def test_none(self) -> None:
        """Nothing is read before something is asked."""
        tables, seen = self.counted()
        ltnato.Dataset(tables)
        assert seen == []

    def test_one(self) -> None:
        """A question reads the tables it needs, and no question reads one again."""
        tables, seen = self.counted()
        assert len(tables.get(Place)) == 5
        assert tables.by_id(Place)["riga"] is tables.get(Place)[2]
        assert tables.get(Place) is tables.get(Place)
        assert seen == ["places"]
        assert tables.info is tables.info
        assert seen == ["places", "info"]

    def test_failed(self) -> None:
        """What could not be read is read again, and nothing is kept of the failure."""
        tables, seen = self.counted()
        broken = iter([True, False])
        read = tables._read

        def fails(table: str) -> Sequence[Any]:
            if next(broken):
                raise InvalidDataError([])
            return read(table)

        tables._read = fails
        with pytest.raises(InvalidDataError):
            tables.get(Place)
        assert len(tables.get(Place)) == 5
        assert seen == ["places"]

    def test_threads(self) -> None:
        """Threads that ask at once get the same tables, read once."""
        tables, seen = self.counted()
        read = tables._read

        def slow(table: str) -> Sequence[Any]:
            time.sleep(0.05)  # until all have asked
            return read(table)

        tables._read = slow
        barrier = threading.Barrier(16)
        found: list[object] = []

        def ask() -> None:
            barrier.wait()
            found.append(tables.get(Event))

        threads = [threading.Thread(target=ask) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {id(one) for one in found} == {id(tables.get(Event))}
        assert len(found) == 16
        assert seen == ["events"]


class TestShipped:
    """The shipped dataset, opened on first use."""

    def opened(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
        """Open a folder as if it shipped."""
        monkeypatch.setattr(_loading, "__file__", str(folder / "_loading.py"))
        return _loading._open_shipped()

    def test_one(self) -> None:
        """Every call gives the same tables."""
        assert _loading.shipped() is _loading.shipped()
        assert ltnato.dataset()._tables is _loading.shipped()

    def test_late(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A thread that had to wait for another takes what that one opened."""
        opened: list[Tables] = []
        tables = _loading.shipped()
        monkeypatch.setattr(_loading, "_shipped", opened)

        @contextmanager
        def lock() -> Iterator[None]:
            opened.append(tables)
            yield

        monkeypatch.setattr(_loading, "_lock", lock())
        assert _loading.shipped() is tables
        assert opened == [tables]

    def test_broken_table(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A table with a fault matters only to what asks for it."""
        write(tmp_path / "data")
        written(tmp_path / "data", "pledges.json", "[5]")
        tables = self.opened(tmp_path, monkeypatch)
        assert len(tables.get(Event)) == len(TABLES["events"])
        with pytest.raises(InvalidDataError) as caught:
            tables.get(ltnato.Pledge)
        assert caught.value.findings[0].file == "pledges.json"

    def test_broken_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """So does a file that can not be read."""
        written(write(tmp_path / "data"), "pledges.json", "{")
        tables = self.opened(tmp_path, monkeypatch)
        for _ in range(2):
            with pytest.raises(InvalidDataError, match=r"pledges\.json: not JSON"):
                tables.get(ltnato.Pledge)
        written(tmp_path / "data", "pledges.json", "{}")
        with pytest.raises(InvalidDataError, match="expected a list of records"):
            tables.get(ltnato.Pledge)

    def test_window(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A question about a day decodes the events of that day, and gets what any other would."""
        whole = dataset(tmp_path / "data", events=TABLES["events"][::-1])
        days = [f"{year}-{month:02}" for year in range(1990, 2010) for month in range(1, 13)]
        days += ["1999-04-23", "1999-04-24", "1999-04-25", "1999-04-26", "2004-03-29", "2009-03-31"]
        for day in days:
            fresh = ltnato.Dataset(self.opened(tmp_path, monkeypatch))
            assert fresh.events(on=day) == whole.events(on=day)
            assert fresh.events(since=day) == whole.events(since=day)
            assert fresh.events(until=day) == whole.events(until=day)

    def test_window_then_all(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An event that was decoded for a day is the same one when all are."""
        write(tmp_path / "data")
        data = ltnato.Dataset(self.opened(tmp_path, monkeypatch))
        (first,) = data.events(on="2004-03-10")
        assert data.event("seimas-ratifies-the-charter") is first
        assert data.events(on="2004-03-10")[0] is first

    def test_window_broken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An event with a fault matters only to what asks for its day."""
        events = changed("events", "accession-day", category="acession")
        write(tmp_path / "data", events=events)
        data = ltnato.Dataset(self.opened(tmp_path, monkeypatch))
        assert data.events(on="1999-04-24").ids == ("riga-summit", "talk-in-riga")
        with pytest.raises(InvalidDataError, match="accession-day: category: 'acession'"):
            data.events(on="2004-03-29")
        with pytest.raises(InvalidDataError, match="accession-day: category: 'acession'"):
            data.events()

    def test_missing_table(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A table without a file is empty."""
        write(tmp_path / "data", pledges=None)
        assert self.opened(tmp_path, monkeypatch).get(ltnato.Pledge) == ()

    def test_split_table(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A table may be split here too."""
        write(tmp_path / "data", events=TABLES["events"][5:])
        written(tmp_path / "data", "events-1990-2004.json", text(TABLES["events"][:5]))
        found = self.opened(tmp_path, monkeypatch).get(Event)
        assert [one.id for one in found] == [one["id"] for one in TABLES["events"]]

    def test_broken_info(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A description with a fault matters only to what asks for it."""
        write(tmp_path / "data", INFO | {"version": 2})
        tables = self.opened(tmp_path, monkeypatch)
        assert len(tables.get(Event)) == len(TABLES["events"])
        with pytest.raises(InvalidDataError, match=r"dataset.json: version: 2 expected a text"):
            _ = tables.info

    def test_no_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the package lies in no folder, its data are found as a resource."""
        tables = self.opened(tmp_path, monkeypatch)
        assert tables.get(Event) == ltnato.dataset()._tables.get(Event)

    def test_checks(self) -> None:
        """The shipped folder would load as a user's own."""
        assert ltnato.load(Path(ltnato.__file__).parent / "data") == ltnato.dataset()

    def test_threads(self) -> None:
        """32 threads that ask at once from a cold start get one dataset, decoded once."""
        script = """
            import threading
            import ltnato

            barrier = threading.Barrier(32)
            found = []

            def ask():
                barrier.wait()
                event = ltnato.event("lithuania-joins-nato")
                data = ltnato.dataset()
                found.append((id(data._tables), id(event), id(data._tables.get(ltnato.Event))))

            from ltnato import _loading
            made, decoded = _loading.rows, []

            def rows(table, file, raw):
                decoded.append(file)
                return made(table, file, raw)

            _loading.rows = rows
            threads = [threading.Thread(target=ask) for _ in range(32)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print(len(found), len(set(found)), len(decoded), len(set(decoded)),)
        """
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(script)],
            capture_output=True,
            text=True,
            check=True,
        )
        asked, different, decoded, files = done.stdout.split()
        assert (asked, different) == ("32", "1")
        assert decoded == files != "0"

    def test_after_fork(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a forked process the locks are free, whoever held them."""
        monkeypatch.setattr(_loading, "_lock", threading.Lock())
        tables = _loading.shipped()
        monkeypatch.setattr(tables, "_lock", held := threading.RLock())
        with _loading._lock:
            _loading._after_fork()
            assert not _loading._lock.locked()
        assert tables._lock is not held

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
    def test_fork_while_loading(self) -> None:
        """A process forked while a thread holds the locks of the first load can ask."""
        script = """
            import os, threading, warnings
            import ltnato
            from ltnato import _loading

            warnings.simplefilter("ignore")  # of a fork beside threads, which is the point
            ltnato.events(on="2004-03-29")
            held, done = threading.Event(), threading.Event()

            def hold():
                with _loading._lock, _loading.shipped()._lock:
                    held.set()
                    done.wait()

            thread = threading.Thread(target=hold)
            thread.start()
            held.wait()
            child = os.fork()
            if not child:
                if not _loading._lock.acquire(timeout=10):
                    os._exit(2)
                os._exit(len(ltnato.members("nato", on="2004-03-29")))
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            done.set()
        """
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(script)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert done.stdout == "26\n"

    def test_broken_record(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A record that is not JSON matters only to what asks for it, and is named by its place."""
        for wrong in (b"\xff", b'", "', b"\x00"):
            shutil.rmtree(tmp_path / "data", ignore_errors=True)
            write(tmp_path / "data")
            file = tmp_path / "data" / "pledges.json"
            records = decode("pledges", file.name, file.read_bytes())[0]
            text = encode(records).encode()
            file.write_bytes(text.replace(b'"kind": "', b'"kind": "' + wrong, 1))
            tables = self.opened(tmp_path, monkeypatch)
            assert len(tables.get(Event)) == len(TABLES["events"])
            with pytest.raises(InvalidDataError, match=r"pledges\.json: record 1 can not be read"):
                tables.get(ltnato.Pledge)

    def test_other_layout(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that somebody laid out otherwise is read as the canonical one."""
        write(tmp_path / "data")
        written(tmp_path / "data", "events.json", json.dumps(TABLES["events"][::-1], indent=1))
        data = ltnato.Dataset(self.opened(tmp_path, monkeypatch))
        assert "accession-day" in data.events(on="2004-03-29").ids
        assert data.events().to_dicts() == TABLES["events"]

    def test_empty_table(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file without a record is a table without one."""
        written(write(tmp_path / "data"), "pledges.json", "[]\n")
        assert self.opened(tmp_path, monkeypatch).get(ltnato.Pledge) == ()

    def test_structure_waits(self) -> None:
        """What checks the structure is not imported to ask the shipped dataset."""
        script = "import sys, ltnato; ltnato.events(); print('ltnato._structure' in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        )
        assert done.stdout == "False\n"
