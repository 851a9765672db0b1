"""The collection that every query returns, as a sequence and as a value."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

import builders
from builders import KINDS, TABLES, every
from ltnato import Event, Records

if TYPE_CHECKING:
    from ltnato import Dataset


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("records"))


class TestSequence:
    """What a tuple does, it does."""

    def test_length_and_truth(self, data: Dataset) -> None:
        """It has a length, and is false where nothing was found."""
        assert len(data.events()) == 9
        assert data.events()
        assert not data.events(on="2020")

    def test_index(self, data: Dataset) -> None:
        """It is indexed from both ends."""
        found = data.events()
        assert found[0].id == "letter-to-the-pact"
        assert found[-1].id == "undated-meeting"
        assert found[8] is found[-1]

    @pytest.mark.parametrize("index", [9, -10])
    def test_beyond(self, data: Dataset, index: int) -> None:
        """There is nothing beyond its ends."""
        with pytest.raises(IndexError):
            data.events()[index]

    @pytest.mark.parametrize(
        "part",
        [slice(2), slice(1, 3), slice(None, None, -1), slice(-2, None), slice(0), slice(5, 100)],
        ids=str,
    )
    def test_slices(self, data: Dataset, part: slice) -> None:
        """A slice is a collection too, of the same records."""
        found = data.events()
        assert isinstance(found[part], Records)
        assert tuple(found[part]) == tuple(found)[part]

    def test_protocol(self, data: Dataset) -> None:
        """It iterates both ways, finds, counts and unpacks as sequences do."""
        found = data.events()
        first, *_, last = found
        assert isinstance(found, Sequence)
        assert list(reversed(found)) == list(found)[::-1]
        assert (found.index(last), found.count(first)) == (8, 1)
        assert first in found
        assert data.actor("lithuania") not in found
        assert last not in found[:3]

    def test_no_text_as_index(self, data: Dataset) -> None:
        """An identifier is no index."""
        found: Any = data.events()
        with pytest.raises(TypeError):
            found["riga-summit"]


class TestValue:
    """It is a value: compared, hashed, copied, never changed."""

    def test_equality(self, data: Dataset) -> None:
        """Answers with the same records in the same order are equal, and no tuple is."""
        found = data.events()
        assert found == data.events()
        assert found[:2] == data.events(until="1999-04-23")
        assert found != found[::-1]
        assert found != found[1:]
        assert found != tuple(found)
        assert data.events(on="2020") == data.actors(kind="party")

    def test_hash(self, data: Dataset) -> None:
        """Equal answers hash alike."""
        assert hash(data.events()) == hash(data.events())
        assert len({data.events(), data.events()[:], data.events()[1:]}) == 2

    @pytest.mark.parametrize("kind", KINDS)
    def test_copies(self, data: Dataset, kind: str) -> None:
        """A pickle, a copy and a deep copy equal the original, and show the same."""
        found = every(data)[kind]
        for twin in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found)):
            assert twin == found
            assert hash(twin) == hash(found)
            assert repr(twin) == repr(found)

    @pytest.mark.parametrize("name", ["_items", "_tables", "ids", "other"])
    def test_immutable(self, data: Dataset, name: str) -> None:
        """No attribute can be set or deleted, no item replaced."""
        found: Any = data.events()
        with pytest.raises(AttributeError, match=f"setting '{name}'"):
            setattr(found, name, ())
        with pytest.raises(AttributeError, match=f"deleting '{name}'"):
            delattr(found, name)
        with pytest.raises(TypeError):
            found[0] = found[1]
        with pytest.raises(TypeError):
            del found[0]

    @pytest.mark.parametrize("kind", KINDS)
    def test_records_immutable(self, data: Dataset, kind: str) -> None:
        """No field of any record in it can be set or deleted."""
        for record in every(data)[kind]:
            for field in type(record).__attrs_attrs__:
                with pytest.raises(AttributeError):
                    setattr(record, field.name, None)
                with pytest.raises(AttributeError):
                    delattr(record, field.name)

    @pytest.mark.parametrize("kind", KINDS)
    def test_records_are_values(self, data: Dataset, kind: str) -> None:
        """Every record in it equals its pickle and its deep copy, and hashes like them."""
        for record in every(data)[kind]:
            for twin in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record)):
                assert twin == record
                assert hash(twin) == hash(record)


class TestContent:
    """What it holds, in other forms."""

    def test_ids(self, data: Dataset) -> None:
        """Identifiers are those of the records; of participations, those of their actors."""
        assert data.events(on="2004-03-29").ids == ("accession-day", "envoy-appointed")
        assert data.outcomes(of="riga-summit").ids == ("aim-of-readiness", "invitation")
        assert data.participations(event="accession-day").ids == ("jurate-zvirblyte", "lithuania")
        assert data.events(on="2020").ids == ()

    def test_where(self, data: Dataset) -> None:
        """A predicate keeps the records for which it gives something true."""
        found = data.events().where(lambda event: event.figures)
        assert isinstance(found, Records)
        assert found.ids == (
            "riga-summit",
            "exercise-amber-shield",
            "seimas-ratifies-the-charter",
        )
        assert found.where(lambda event: event.key).ids == ("riga-summit",)
        assert found.where(lambda _: False).ids == ()

    @pytest.mark.parametrize("kind", TABLES)
    def test_to_dicts(self, data: Dataset, kind: str) -> None:
        """Plain dictionaries have the form of the files, empty fields left out."""
        plain = {one["id"]: one for one in every(data)[kind].to_dicts()}
        assert plain == {one["id"]: one for one in TABLES[kind]}

    def test_to_dicts_of_parts(self, data: Dataset) -> None:
        """Parts have the form in which they stand in the file of their record."""
        summit = TABLES["events"][1]
        assert data.outcomes(of="riga-summit", kind="invitation").to_dicts() == [
            summit["outcomes"][0]
        ]
        assert data.participations(event="riga-summit", role="guest").to_dicts() == [
            summit["participants"][2]
        ]

    def test_to_dicts_is_fresh(self, data: Dataset) -> None:
        """What is done to the dictionaries does nothing to the records."""
        data.events().to_dicts()[0]["topics"].append("climate")
        assert data.events().to_dicts()[0]["topics"] == ["enlargement"]

    def test_built_by_hand(self, data: Dataset) -> None:
        """Records of one's choice make a collection in the same dataset."""
        event: Event = data.event("riga-summit")
        chosen = Records((event for _ in range(2)), data._tables)
        assert chosen.ids == ("riga-summit", "riga-summit")
