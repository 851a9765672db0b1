"""The JSON Schemas that editors and other languages use on the data files.

What is expected is read off the classes here once more, not taken from the generator.
"""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import ltnato
import schemas
from ltnato import _models as models
from ltnato._errors import InvalidPeriodError
from ltnato._period import Period
from ltnato._vocabulary import Vocabulary
from strategies import period_texts

Plain: TypeAlias = dict[str, Any]

DATA = Path(ltnato.__file__).parent / "data"
TABLES: dict[str, type[Any]] = {
    "events": models.Event,
    "actors": models.Actor,
    "places": models.Place,
    "documents": models.Document,
    "pledges": models.Pledge,
    "relations": models.Relation,
    "observations": models.Observation,
    "sources": models.Source,
    "discrepancies": models.Discrepancy,
}
FILES: dict[str, type[Any]] = {"dataset": models.DatasetInfo, **TABLES}
# A valid text of each field whose form is narrower than its type.
SAMPLES = {
    "as_of": "2026-11-24",
    "iso2": "LT",
    "iso3": "LTU",
    "url": "https://example.org/a",
    "wikidata": "Q37",
}

every_file = pytest.mark.parametrize("name", FILES)
every_table = pytest.mark.parametrize("name", TABLES)


@cache
def schema(name: str) -> Plain:
    """Read a shipped schema."""
    text = (DATA / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    read: Plain = json.loads(text)
    return read


def faults(name: str, value: object) -> list[str]:
    """Validate the content of a file, and give the path of each fault."""
    errors = Draft202012Validator(schema(name)).iter_errors(value)
    return [error.json_path for error in errors]


def fields(kind: type[Any]) -> dict[str, attrs.Attribute[Any]]:
    """Give the fields that stand in a file, by name."""
    return {one.name: one for one in attrs.fields(kind) if one.init}


def required(kind: type[Any]) -> set[str]:
    """Name the fields without a default."""
    return {name for name, one in fields(kind).items() if one.default is attrs.NOTHING}


def inner(hint: Any) -> Any:
    """Give the type that is left without None, and without the tuple around it."""
    if get_origin(hint) is UnionType:
        kinds = [one for one in get_args(hint) if one is not type(None)]
        return inner(kinds[0]) if len(kinds) == 1 else float
    return inner(get_args(hint)[0]) if get_origin(hint) is tuple else hint


def reached(kind: type[Any]) -> set[type[Any]]:
    """Give the classes and the vocabularies that a file of this class may hold."""
    found = {kind}
    for hint in (hint for name, hint in get_type_hints(kind).items() if name in fields(kind)):
        if attrs.has(inner(hint)):
            found |= reached(inner(hint))
        elif issubclass(inner(hint), Vocabulary):
            found.add(inner(hint))
    return found


def sample(kind: type[Any], *, full: bool) -> Plain:
    """Make a plain record with all fields or only with those that are required."""
    hints = get_type_hints(kind)
    made = {}
    for name, one in fields(kind).items():
        if full or one.default is attrs.NOTHING:
            item = _sample(name, inner(hints[name]), full=full)
            made[name] = [item] if get_origin(hints[name]) is tuple else item
    return made


def _sample(name: str, kind: type[Any], *, full: bool) -> Any:
    if attrs.has(kind):
        return sample(kind, full=full)
    if issubclass(kind, Vocabulary):
        return list(kind)[-1].value
    if kind is Period:
        return SAMPLES.get(name, "2004-10/2005-01-12~")
    return SAMPLES.get(name, "a-1") if kind is str else kind(1)


def content(name: str, *, full: bool) -> Any:
    """Make the content of a file with one record."""
    made = sample(FILES[name], full=full)
    return made if name == "dataset" else [made]


class TestFiles:
    """The shipped files and the tool that writes them."""

    def test_generated(self) -> None:
        """The shipped schemas are those that the models give: run ``python tests/schemas.py``."""
        folder = DATA / "schema"
        shipped = {
            path.name: path.read_bytes().decode("utf-8") for path in folder.glob("*.schema.json")
        }
        assert shipped == schemas.build()

    def test_written(self, tmp_path: Path) -> None:
        """The tool writes what is shipped, and removes the schema of a table that is no more."""
        (tmp_path / "treaties.schema.json").write_text("{}", encoding="utf-8")
        schemas.write(tmp_path)
        assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == (
            schemas.build()
        )

    def test_one_a_file(self) -> None:
        """There is a schema for each table and for the description of the dataset."""
        assert set(schemas.build()) == {f"{name}.schema.json" for name in FILES}

    @every_file
    def test_valid(self, name: str) -> None:
        """A schema is valid itself, under the draft that it names."""
        assert schema(name)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(schema(name))

    @every_file
    def test_named(self, name: str) -> None:
        """A schema has an address, a title and a description."""
        assert schema(name)["$id"].startswith("https://github.com/ltnato/ltnato/")
        assert schema(name)["$id"].endswith(f"/{name}.schema.json")
        assert schema(name)["title"]
        assert schema(name)["description"]

    @every_file
    def test_self_contained(self, name: str) -> None:
        """A schema refers only to its own definitions, and has none that it does not use."""
        text = json.dumps(schema(name))
        refs = set(re.findall(r'"\$ref": "([^"]*)"', text))
        assert refs == {f"#/$defs/{one}" for one in schema(name)["$defs"]}

    @every_file
    def test_shipped_data(self, name: str) -> None:
        """The shipped data are as their schema says."""
        for file in sorted([*DATA.glob(f"{name}.json"), *DATA.glob(f"{name}-*.json")]):
            assert faults(name, json.loads(file.read_bytes())) == [], file.name


class TestModels:
    """The schemas say what the classes say."""

    @every_file
    def test_fields(self, name: str) -> None:
        """Every object has the fields of its class in their order, and no others."""
        for kind in reached(FILES[name]):
            if attrs.has(kind):
                found = self.definition(name, kind)
                assert list(found["properties"]) == list(fields(kind))
                assert found["additionalProperties"] is False

    @every_file
    def test_required(self, name: str) -> None:
        """Just the fields without a default are required; an object without any is not empty."""
        for kind in reached(FILES[name]):
            if attrs.has(kind):
                found = self.definition(name, kind)
                assert set(found.get("required", ())) == required(kind)
                assert ("minProperties" in found) is not bool(required(kind))

    @every_file
    def test_defaults(self, name: str) -> None:
        """A default that is a value is shown, as a file would write it."""
        for kind in filter(attrs.has, reached(FILES[name])):
            found = self.definition(name, kind)["properties"]
            shown = {key: one["default"] for key, one in found.items() if "default" in one}
            assert shown == {
                key: one.default
                for key, one in fields(kind).items()
                if one.default not in (None, (), attrs.NOTHING) or one.default is False
            }

    @every_file
    def test_words(self, name: str) -> None:
        """A vocabulary has its words in order, each told with both labels and its use."""
        for kind in reached(FILES[name]):
            if issubclass(kind, Vocabulary):
                found = schema(name)["$defs"][kind.__name__]
                assert found["enum"] == [word.value for word in kind]
                assert found["enumDescriptions"] == [
                    f"{word.label.en} / {word.label.lt}: {word.use}" for word in kind
                ]

    @every_file
    def test_descriptions(self, name: str) -> None:
        """Every field is told as in the docstring, in the words of a file, with its tables."""
        for kind in filter(attrs.has, reached(FILES[name])):
            docstring = " ".join((kind.__doc__ or "").split())
            for key, found in self.definition(name, kind)["properties"].items():
                told = found["description"]
                start = re.split(r"['\"(]|left out", told)[0].strip()
                assert f" {key}: {start}" in docstring, key
                assert not re.search(r"`|\bNone\b|\n", told)
                tables = fields(kind)[key].metadata.get("refers_to", ())
                assert (f"(Identifier from: {', '.join(tables)}.)" in told) is bool(tables)

    @every_file
    def test_definitions_untold(self, name: str) -> None:
        """No definition has a description: VS Code would show it in place of the field's own."""
        for key, one in schema(name)["$defs"].items():
            assert "description" not in one, key

    def test_nothing_else_written(self) -> None:
        """What an event sets itself in its parts is no field of a file."""
        found = self.definition("events", ltnato.Participation)["properties"]
        assert not {"event", "outcome"} & set(found)

    def test_classes_reached(self) -> None:
        """Every class of the models has its definition somewhere, but those that are derived."""
        classes = {kind for kind in vars(models).values() if isinstance(kind, type)}
        held = {kind for file in FILES.values() for kind in reached(file)}
        assert {kind for kind in held if attrs.has(kind)} == {
            kind
            for kind in classes
            if attrs.has(kind) and kind not in {models.Finding, models.Fulfilment}
        }

    @staticmethod
    def definition(name: str, kind: type[Any]) -> Plain:
        """Give the definition of a class in a schema."""
        found: Plain = schema(name)
        return found if kind is models.DatasetInfo else found["$defs"][kind.__name__]


class TestRecords:
    """What the schemas accept and refuse."""

    @every_file
    @pytest.mark.parametrize("full", [True, False], ids=["full", "minimal"])
    def test_accepted(self, name: str, *, full: bool) -> None:
        """A record with all its fields is fine, and so is one with the required ones only."""
        assert faults(name, content(name, full=full)) == []

    @every_table
    def test_list(self, name: str) -> None:
        """A file of a table is a list, and may be empty; a single record is none."""
        assert faults(name, []) == []
        assert faults(name, content(name, full=False)[0]) == ["$"]

    @every_file
    def test_missing(self, name: str) -> None:
        """A record that lacks a required field is refused."""
        for key in required(FILES[name]):
            broken = content(name, full=True)
            del self.record(broken)[key]
            assert len(faults(name, broken)) == 1, key

    @every_file
    def test_unknown_key(self, name: str) -> None:
        """A key that is no field is refused, however deep it stands."""
        good = content(name, full=True)
        for path in self.objects(good):
            broken = copy.deepcopy(good)
            at = broken
            for step in path:
                at = at[step]
            at["remark"] = "x"
            assert len(faults(name, broken)) == 1, path

    @every_file
    @pytest.mark.parametrize("wrong", [None, {}, [], "", [None]], ids=repr)
    def test_empty(self, name: str, wrong: object) -> None:
        """An empty field is left out: null, an empty text, list or object are refused."""
        for key in fields(FILES[name]):
            broken = content(name, full=True)
            self.record(broken)[key] = wrong
            assert faults(name, broken), key

    @every_file
    def test_number_for_text(self, name: str) -> None:
        """A number stands only where a number is asked for."""
        hints = get_type_hints(FILES[name])
        for key in fields(FILES[name]):
            broken = content(name, full=True)
            self.record(broken)[key] = 1
            assert (faults(name, broken) == []) is (inner(hints[key]) in {int, float}), key

    @pytest.mark.parametrize(
        ("key", "value", "path"),
        [
            ("id", "Lithuania-joins-NATO", "$[0].id"),
            ("id", "lithuania--joins", "$[0].id"),
            ("category", "Summit", "$[0].category"),
            ("category", "accesion", "$[0].category"),
            ("manner", "informal", "$[0].manner"),
            ("manner", ["joint", "joint"], "$[0].manner"),
            ("key", "true", "$[0].key"),
            ("key", 1, "$[0].key"),
            ("order", 1.5, "$[0].order"),
            ("order", True, "$[0].order"),
            ("title", "Lithuania joins NATO", "$[0].title"),
            ("title", {"en": "Lithuania joins NATO"}, "$[0].title"),
            ("places", "vilnius", "$[0].places"),
            ("places", ["Šiauliai"], "$[0].places[0]"),
            ("participants", [{"actor": "lithuania"}], "$[0].participants[0]"),
            (
                "participants",
                [{"actor": "lithuania", "role": "winner"}],
                "$[0].participants[0].role",
            ),
            ("links", [{"event": "a", "kind": "amends"}], "$[0].links[0].kind"),
            ("figures", [{"value": "2", "unit": "percent"}], "$[0].figures[0].value"),
            ("citations", [{"source": "mfa-page", "locator": 3}], "$[0].citations[0].locator"),
        ],
    )
    def test_broken_event(self, key: str, value: object, path: str) -> None:
        """What curators get wrong in an event is pointed at, at the place where it stands."""
        event = {**sample(models.Event, full=True), key: value}
        assert faults("events", [event]) == [path]

    @pytest.mark.parametrize(
        ("name", "key", "value"),
        [
            ("actors", "iso2", "lt"),
            ("actors", "iso3", "LT"),
            ("actors", "wikidata", "37"),
            ("actors", "ordinal", 0),
            ("places", "latitude", 91),
            ("places", "longitude", -180.5),
            ("documents", "url", "www.lrs.lt"),
            ("documents", "official_title", {}),
            ("observations", "year", "2004"),
            ("observations", "year", 2004.5),
        ],
    )
    def test_narrow_field(self, name: str, key: str, value: object) -> None:
        """A code, an address, a coordinate or a count that can not be one is refused."""
        record = {**sample(FILES[name], full=True), key: value}
        assert faults(name, [record]) == [f"$[0].{key}"]

    @staticmethod
    def record(made: Any) -> Plain:
        """Give the one record of a file."""
        found: Plain = made[0] if isinstance(made, list) else made
        return found

    @classmethod
    def objects(cls, value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
        """Give the paths to all objects within a value."""
        steps: list[tuple[str | int, Any]] = []
        if isinstance(value, dict):
            steps = list(value.items())
        elif isinstance(value, list):
            steps = list(enumerate(value))
        deeper = [one for step, item in steps for one in cls.objects(item, (*path, step))]
        return [path, *deeper] if isinstance(value, dict) else deeper


class TestPeriods:
    """The pattern of periods, which tells a wrong form while it is typed."""

    @staticmethod
    def matches(text: str, name: str = "Period") -> bool:
        """Say whether a pattern takes a text, as editors do: ``$`` is the very end."""
        pattern = {**schema("events")["$defs"], **schema("dataset")["$defs"]}[name]["pattern"]
        return re.fullmatch(pattern, text) is not None

    @given(period_texts())
    def test_accepts(self, text: str) -> None:
        """Every period is taken, in each of its forms."""
        assert self.matches(text)

    @given(st.text("0129-/.[]?~% ", max_size=24))
    def test_wide(self, text: str) -> None:
        """No text that a period can be made of is refused."""
        try:
            Period(text)
        except InvalidPeriodError:
            return
        assert self.matches(text)

    @given(st.from_regex(f"(?:{schemas.PERIOD})", fullmatch=True))
    def test_narrow(self, text: str) -> None:
        """What is taken is a period, or names a day that no calendar has, or ends too early."""
        try:
            Period(text)
        except InvalidPeriodError as error:
            assert re.search("no calendar has the day|comes before its start", str(error))  # noqa: PT017

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "..",
            "/",
            "../..",
            "now",
            "29 March 2004",
            "2004/03/29",
            "20040329",
            "2004-3-29",
            "2004-13",
            "2004-00",
            "2004-03-32",
            "2004-03-00",
            "0000",
            "2004-21",
            "200X",
            "2004-03-29T12:00",
            "2004-03-29..2004-04-02",
            "[2004]",
            "[..]",
            "2004??",
            "~2004",
            "2004/2005/2006",
            " 2004",
            "2004 ",
            "2004\n",
            "٢٠٠٤",
        ],
    )
    def test_refuses(self, text: str) -> None:
        """A text of another form is refused, by the pattern as by the loader."""
        assert not self.matches(text)
        with pytest.raises(InvalidPeriodError):
            Period(text)

    @pytest.mark.parametrize("text", ["2004-02-30", "2005-02-29", "2004-06-31", "2005/2004"])
    def test_beyond(self, text: str) -> None:
        """A day that no calendar has and a reversed interval are left to the loader."""
        event = {**sample(models.Event, full=False), "when": text}
        assert faults("events", [event]) == []
        with pytest.raises(InvalidPeriodError):
            Period(text)

    def test_as_of(self) -> None:
        """The day up to which a dataset tells is a day, not a month and not an interval."""
        assert self.matches("2026-11-24", "Day")
        for text in ("2026-11", "2026", "2026-11-24~", "2026-11-23/2026-11-24", "2026-11-24/.."):
            assert self.matches(text)
            assert not self.matches(text, "Day")
