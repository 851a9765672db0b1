"""Corrupt the shipped data at random places: each kind of corruption is caught by its rule.

Every draw comes from a fixed seed, so that a failure can be run again; its message names the kind,
the place and the seed.
"""

from __future__ import annotations

import gc
import json
import pickle
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from ltnato import _codec, _loading, _structure
from ltnato._codec import TABLES
from ltnato._text import visible
from mutations import KINDS, UNSEEN, Kind, NoPlaceError, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ltnato import Finding
    from mutations import Tables

SEED = 2004
DATA = Path(ltnato.__file__).parent / "data"
FILES = {file.stem: file.read_bytes() for file in DATA.glob("*.json")}
#: The identifiers of each table, and those of countries, which other tables name too.
SHIPPED = {
    table: {one.id for one in ltnato.dataset()._tables.get(TABLES[table])} for table in TABLES
}
SHIPPED["countries"] = set(ltnato.actors(kind="country").ids)
#: What the rules find in the data as they are: notes, each with its record.
Found = set[tuple[str, str | None]]


class Desk:
    """Hold a folder with the shipped files, and lay corrupted ones in it for one check."""

    def __init__(self, folder: Path) -> None:
        """Lay out the shipped files and check them once."""
        self.folder = folder
        for stem, raw in FILES.items():
            self._put(stem, raw)
        self.plain: Tables = {stem: json.loads(raw) for stem, raw in FILES.items()}
        self.packed = pickle.dumps(self.plain)  # the fastest way to a new copy
        self.unharmed = self._found()

    def tables(self) -> Tables:
        """Give the plain JSON of all files, new each time."""
        tables: Tables = pickle.loads(self.packed)
        return tables

    def check(self, tables: Tables, **chosen: Any) -> Found:
        """Check the folder with other tables, and give what is found beyond the shipped data."""
        changed = {
            stem: value for stem, value in tables.items() if value != self.plain.get(stem, ...)
        }
        try:
            for stem, value in changed.items():
                raw = value if isinstance(value, bytes) else json.dumps(value).encode()
                self._put(stem, raw)
            return self._found(**chosen) - self.unharmed
        finally:
            for stem in changed:
                self._put(stem, FILES.get(stem))

    def _put(self, stem: str, raw: bytes | None) -> None:
        file = self.folder / f"{stem}.json"
        if raw is None:
            file.unlink()
        else:
            file.write_bytes(raw)

    def _found(self, **chosen: Any) -> Found:
        findings = ltnato.check(self.folder, **chosen)
        return {(finding.rule, finding.record) for finding in findings}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give a folder of the shipped files; what does not change is decoded and resolved once."""
    decode, references = _codec.decode, _structure._references
    decoded: dict[str, tuple[list[Any], list[Finding]]] = {}
    sound: set[int] = set()  # shipped records, which stay, by their identity
    last: list[Any] = [None, False]  # the identifiers of the folder, and whether none is missing

    def decode_once(table: str, name: str, raw: bytes) -> tuple[list[Any], list[Finding]]:
        if raw != FILES.get(table):
            return decode(table, name, raw)
        if table not in decoded:
            decoded[table] = decode(table, name, raw)
            sound.update(map(id, decoded[table][0]))
        return decoded[table]

    def resolve_once(file: str, owner: Any, record: Any, known: Any, **more: Any) -> Any:
        if last[0] is not known:
            last[:] = known, all(SHIPPED[table] <= known[table].keys() for table in SHIPPED)
        if last[1] and id(owner) in sound:
            return ()
        return references(file, owner, record, known, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_loading, "decode", decode_once)
        made = Desk(tmp_path_factory.mktemp("shipped"))
        patch.setattr(_structure, "_references", resolve_once)
        gc.disable()  # the records stay: looking through them again and again takes long
        yield made
        gc.enable()


def draws(name: str, kind: Kind, desk: Desk) -> Iterator[tuple[Tables, Spot]]:
    """Corrupt the data at several places, one after another, none of them drawn twice.

    A place at which the rule has found something before is left out: it would prove nothing.
    """
    rng = random.Random(f"{SEED}-{name}")  # noqa: S311 - the same places every time
    told: set[str] = set()
    known = {record for rule, record in desk.unharmed if rule == kind.code}
    for _ in range(4 * kind.tries):
        tables = desk.tables()
        try:
            spot = kind.change(rng, tables)
        except NoPlaceError:  # not at the place that was drawn
            continue
        if spot.told not in told and not spot.records & known:
            told.add(spot.told)
            yield tables, spot
        if len(told) == kind.tries:
            break
    assert told, f"{name} (seed {SEED}-{name}): no place is left for it"


@pytest.mark.parametrize("name", KINDS)
def test_kind_is_caught(name: str, desk: Desk) -> None:
    """A corruption of each kind is found by the rule that it names, at the record it spoils."""
    code = KINDS[name].code
    for tables, spot in draws(name, KINDS[name], desk):
        found = desk.check(tables, select=code)
        # A record that can not be read is named as a message shows it, a long name cut.
        expected = spot.records | {visible(one) for one in spot.records if one is not None}

        assert {(code, record) for record in expected} & found, (
            f"{name} (seed {SEED}-{name}) is not found by {code}: {spot.told}"
            f"\nexpected at {sorted(map(str, spot.records))[:9]}"
            f"\nfound {sorted(map(str, found))[:9]}"
        )


@pytest.mark.parametrize("name", UNSEEN)
def test_kind_is_unseen(name: str, desk: Desk) -> None:
    """What is listed as out of sight is found by no rule; else it would belong to the kinds."""
    reason, change = UNSEEN[name]
    for tables, spot in draws(name, Kind("", change, 1), desk):
        found = desk.check(tables, ignore="not-canonical")  # they are written in one line

        assert not found, f"{name} (seed {SEED}-{name}; {reason}) is found: {spot.told}: {found}"


def test_every_rule_has_a_kind() -> None:
    """Every rule that ships is shown to catch something, or is listed with the reason."""
    caught = {one.code for one in KINDS.values()}

    assert caught == {rule.code for rule in ltnato.rules()}


def test_number_of_kinds() -> None:
    """There are many kinds, and each is one: names are told apart without case and hyphens."""
    assert len(KINDS) >= 45
    assert len({name.replace("-", "").lower() for name in KINDS}) == len(KINDS)


def test_unharmed_folder(desk: Desk) -> None:
    """After all draws the folder holds the shipped files again."""
    assert {file.stem: file.read_bytes() for file in desk.folder.iterdir()} == FILES
    assert set(FILES) >= {*TABLES, "dataset"}
