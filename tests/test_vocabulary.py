"""The closed vocabularies and their labels in two languages."""

from __future__ import annotations

import copy
import json
import pickle
import re
import unicodedata
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import ltnato._vocabulary
from ltnato._edtf import Precision
from ltnato._text import Bilingual
from ltnato._vocabulary import (
    Act,
    Category,
    DocumentLinkKind,
    Limit,
    RelationRole,
    Role,
    Vocabulary,
)

Entries: TypeAlias = dict[str, dict[str, str]]

FILE = Path(ltnato._vocabulary.__file__).parent / "data" / "vocabulary.json"
TEXT = FILE.read_text(encoding="utf-8")
LABELS: dict[str, Entries] = json.loads(TEXT)

# In the order of the code, which is that of the file.
VOCABULARIES = [
    kind
    for kind in vars(ltnato._vocabulary).values()
    if isinstance(kind, type) and issubclass(kind, Vocabulary) and kind is not Vocabulary
]

every_vocabulary = pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
every_part = pytest.mark.parametrize("entries", LABELS.values(), ids=LABELS)


class TestFile:
    """The file of labels, which translators edit."""

    def test_canonical(self) -> None:
        """The file is in canonical form, so that a diff shows only what was changed."""
        assert json.dumps(LABELS, ensure_ascii=False, indent=2) + "\n" == TEXT

    def test_no_key_twice(self) -> None:
        """No word has two entries, of which JSON would silently keep the last."""

        def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            assert len(dict(pairs)) == len(pairs), pairs
            return dict(pairs)

        json.loads(TEXT, object_pairs_hook=unique)

    def test_vocabularies(self) -> None:
        """Every vocabulary has its part in the file, in the order of the code, then Precision."""
        assert list(LABELS) == [*(kind.__name__ for kind in VOCABULARIES), "Precision"]

    @every_vocabulary
    def test_words(self, kind: type[Vocabulary]) -> None:
        """Every member has an entry and every entry a member, in the same order."""
        assert list(LABELS[kind.__name__]) == [word.value for word in kind]

    def test_precision(self) -> None:
        """The precisions of dates have entries too, though they are no vocabulary."""
        assert list(LABELS["Precision"]) == [precision.value for precision in Precision]

    @every_part
    def test_entry(self, entries: Entries) -> None:
        """An entry holds both labels and a use: lines of composed letters, no blanks around."""
        for value, entry in entries.items():
            assert list(entry) == ["en", "lt", "use"], value
            for text in entry.values():
                assert text == unicodedata.normalize("NFC", " ".join(text.split()))
                assert text.isprintable()
                assert text, value

    @every_part
    def test_translated(self, entries: Entries) -> None:
        """The Lithuanian label is not the English one left standing."""
        for value, entry in entries.items():
            assert entry["lt"].casefold() != entry["en"].casefold(), value

    @every_part
    def test_alphabet(self, entries: Entries) -> None:
        """Labels are written in the letters of their language, with no look-alike of another."""
        for entry in entries.values():
            assert re.fullmatch(r"[A-Za-zé -]+", entry["en"])
            assert re.fullmatch(r"[A-PR-VYZa-pr-vyzĄČĘĖĮŠŲŪŽąčęėįšųūž .]+", entry["lt"])
            assert re.fullmatch(r"[A-Za-zé0-9 ,.:;'_-]+", entry["use"])

    @every_part
    def test_case(self, entries: Entries) -> None:
        """Labels start small, but for the names of countries, regions and organisations."""
        names = "China|EU|Georgia|Russia|Ukrain|Western |ES |Kinija|Rusija|Sakartvelas|Vakarų "
        for entry in entries.values():
            for lang in ("en", "lt"):
                assert entry[lang][0].islower() or re.match(names, entry[lang])

    @every_part
    def test_use(self, entries: Entries) -> None:
        """A use is a sentence that fits into the hint of an editor."""
        for entry in entries.values():
            assert re.fullmatch(r"[A-Z].{15,155}\.", entry["use"])

    @every_part
    def test_distinct(self, entries: Entries) -> None:
        """No two words of a vocabulary share a label or a use, so a reader can tell them apart."""
        for part in ("en", "lt", "use"):
            assert len({entry[part] for entry in entries.values()}) == len(entries)


class TestWords:
    """The members, which are texts with a label."""

    def test_public(self) -> None:
        """The module offers every vocabulary, and nothing beside them and their base."""
        names = [kind.__name__ for kind in VOCABULARIES]
        assert sorted(ltnato._vocabulary.__all__) == sorted([*names, "Vocabulary"])

    @every_vocabulary
    def test_slug(self, kind: type[Vocabulary]) -> None:
        """A word is a slug, and its name in the code is the same in capitals."""
        for name, word in kind.__members__.items():
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word.value)
            assert name == word.value.upper().replace("-", "_")

    @every_vocabulary
    def test_label(self, kind: type[Vocabulary]) -> None:
        """A word gives the labels and the use that the file holds for it."""
        for word in kind:
            entry = LABELS[kind.__name__][word.value]
            assert word.label == Bilingual(en=entry["en"], lt=entry["lt"])
            assert word.use == entry["use"]

    def test_same_text(self) -> None:
        """The same text in two vocabularies has the label of each."""
        assert (Category.ACCESSION.value, Role.LEAD.value) == ("accession", RelationRole.LEAD.value)
        assert Role.HOST.label.lt == "šeimininkas"
        assert DocumentLinkKind.REVISES.label.lt != Act.REVISES.label.lt
        assert DocumentLinkKind.REVISES.use != Act.REVISES.use

    @every_vocabulary
    def test_text(self, kind: type[Vocabulary]) -> None:
        """A word equals its text, hashes as it, prints as it and is found by it."""
        for word in kind:
            text = word.value
            assert type(text) is str
            assert word == text
            assert hash(word) == hash(text)
            assert f"{word}" == str(word) == text
            assert kind(text) is word
            assert json.loads(json.dumps({word: word})) == {text: text}

    @pytest.mark.parametrize("text", ["up to", "UP_TO", "Up-To", "up-to ", "iki", ""])
    def test_other_text(self, text: str) -> None:
        """A word equals no other text, and such a text is refused, not guessed at."""
        assert text != Limit.UP_TO
        with pytest.raises(ValueError, match="is not a valid Limit"):
            Limit(text)

    @every_vocabulary
    def test_one_object(self, kind: type[Vocabulary]) -> None:
        """Pickle, copy and deep copy give the very same member."""
        for word in kind:
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                assert pickle.loads(pickle.dumps(word, protocol)) is word
            assert copy.copy(word) is word
            assert copy.deepcopy(word) is word

    @pytest.mark.parametrize("name", ["label", "use", "value", "name"])
    def test_immutable(self, name: str) -> None:
        """Nothing that a word says of itself can be set."""
        with pytest.raises(AttributeError):
            setattr(Category.SUMMIT, name, "meeting")
