"""JSON to records and back: nothing coerced, nothing lost, every fault told at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ltnato
import ltnato._codec as codec
import ltnato._jsonfile as jsonfile
import strategies
from builders import INFO, TABLES, changed, text
from ltnato import DatasetInfo, Finding
from ltnato._codec import converter, decode, decode_info, encode, unstructure
from ltnato._jsonfile import canonical

SHIPPED = Path(ltnato.__file__).parent / "data"
KINDS = [*codec.TABLES.values(), DatasetInfo]
COMMON = {
    "title": {"en": "A", "lt": "Ą"},
    "summary": {"en": "B", "lt": "Ė"},
    "category": "summit",
}

every_table = pytest.mark.parametrize("table", TABLES)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def faults(table: str, raw: str | bytes) -> list[Finding]:
    """Decode a file of a table that is refused as a whole or in part, and give the findings."""
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    _, findings = decode(table, f"{table}.json", data)
    return findings


def event(**fields: Any) -> str:
    """Write a file of one small event with these fields."""
    return text([{"id": "e", **COMMON, **fields}])


def told(findings: list[Finding]) -> list[str]:
    """Give findings as a user reads them."""
    return [str(finding) for finding in findings]


def leaves(value: object) -> list[object]:
    """Give every plain value inside a plain value, keys included."""
    if isinstance(value, dict):
        return [one for item in value.items() for part in item for one in leaves(part)]
    if isinstance(value, list):
        return [one for item in value for one in leaves(item)]
    return [value]


class TestRoundTrip:
    """File to records to file."""

    @every_table
    def test_file(self, table: str) -> None:
        """A canonical file comes back byte for byte."""
        raw = text(TABLES[table]).encode()
        records, findings = decode(table, f"{table}.json", raw)
        assert findings == []
        assert encode(records).encode() == raw

    @every_table
    def test_shipped(self, table: str) -> None:
        """The shipped file of each table comes back byte for byte."""
        raw = (SHIPPED / f"{table}.json").read_bytes()
        records, findings = decode(table, f"{table}.json", raw)
        assert findings == []
        assert encode(records).encode() == raw

    def test_info(self) -> None:
        """The description of a dataset comes back as it was."""
        info, findings = decode_info("dataset.json", text(INFO).encode())
        assert findings == []
        assert unstructure(info) == INFO
        assert canonical(unstructure(info)) == text(INFO)

    def test_shipped_info(self) -> None:
        """The shipped description comes back byte for byte."""
        raw = (SHIPPED / "dataset.json").read_bytes()
        info, _ = decode_info("dataset.json", raw)
        assert canonical(unstructure(info)).encode() == raw

    @every_kind
    @settings(max_examples=25)
    @given(data=st.data())
    def test_any_record(self, kind: Any, data: st.DataObject) -> None:
        """Whatever the fields of a record hold, it comes back equal from plain values alone."""
        record = data.draw(strategies.values(kind))
        plain = unstructure(record)
        # No word, no period, nothing empty: what any reader of JSON understands.
        assert {type(value) for value in leaves(plain)} <= {str, int, float, bool}
        assert "" not in leaves(plain)
        assert converter().structure(plain, kind) == record

    @every_table
    @settings(max_examples=10)
    @given(data=st.data())
    def test_any_file(self, table: str, data: st.DataObject) -> None:
        """Records written and read are the same, sorted; written again, they are the same text."""
        kind: Any = codec.TABLES[table]
        records = data.draw(st.lists(strategies.values(kind), max_size=3))
        written = encode(records)
        back, findings = decode(table, f"{table}.json", written.encode())
        assert findings == []
        assert sorted(back, key=repr) == sorted(records, key=repr)
        assert encode(back) == written

    @every_table
    def test_order_in_file(self, table: str) -> None:
        """Records given in any order are written in the one canonical order."""
        records, _ = decode(table, f"{table}.json", text(TABLES[table][::-1]).encode())
        assert [one.id for one in records] == [one["id"] for one in TABLES[table][::-1]]
        assert encode(records) == text(TABLES[table])

    def test_order_of_events(self) -> None:
        """Events stand in order of time, then of their place in the day, then of identifier."""
        plain = [
            {"id": identifier, **COMMON, **({"when": when} if when else {}), "order": order}
            for identifier, when, order in [
                ("f", None, 0),
                ("a", None, 1),
                ("d", "2004-03-29", 2),
                ("e", "2004-03-29", 1),
                ("c", "2004-03-29", 1),
                ("b", "2004", 0),
                ("z", "1999", 9),
            ]
        ]
        records, _ = decode("events", "events.json", text(plain).encode())
        assert [one["id"] for one in json.loads(encode(records))] == list("zbcedfa")

    @every_kind
    @settings(max_examples=5)
    @given(data=st.data())
    def test_order_of_keys(self, kind: Any, data: st.DataObject) -> None:
        """Keys stand in the order of the class, whatever order a file gives them."""
        keys = list(unstructure(data.draw(strategies.values(kind))))
        order = [one.name for one in kind.__attrs_attrs__]
        assert keys == [name for name in order if name in keys]

    def test_defaults(self) -> None:
        """What equals the default is accepted, and left out when it is written."""
        raw = event(order=0, key=False, topics=[], figures=[{"value": 1, "unit": "days"}])
        record, *_ = decode("events", "f", raw.encode())[0]
        assert list(unstructure(record)) == ["id", "category", "title", "summary", "figures"]
        assert unstructure(record.figures[0]) == {"value": 1, "unit": "days"}

    @pytest.mark.parametrize("value", [0, 2, 2.0, 2.5, -1, 0.1, 2**53, -(2**53)])
    def test_numbers(self, value: float) -> None:
        """A number stays as it is written: whole or decimal, zero included."""
        raw = event(figures=[{"value": value, "unit": "days"}])
        (record,), findings = decode("events", "events.json", raw.encode())
        assert findings == []
        assert type(record.figures[0].value) is type(value)
        assert json.loads(encode([record]))[0]["figures"] == [{"value": value, "unit": "days"}]

    def test_letters(self) -> None:
        """Letters are written as they are, not as escapes."""
        raw = event(note="Žemaitė „ąčęėįšųūž“ – 🇱🇹")
        records, _ = decode("events", "events.json", raw.encode())
        assert "Žemaitė „ąčęėįšųūž“ – 🇱🇹" in encode(records)

    def test_escapes(self) -> None:
        """A letter written as an escape is the same letter."""
        raw = event(note="@").replace("@", r"\u017demait\u0117 \ud83d\ude00")
        (record,), _ = decode("events", "events.json", raw.encode())
        assert record.note == "Žemaitė 😀"


class TestTypes:
    """Values of another type than the field has: cattrs would turn most into something."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"note": 5}, "note: 5 expected a text, got a number"),
            ({"note": 2.5}, "note: 2.5 expected a text, got a number"),
            ({"note": True}, "note: True expected a text, got a boolean"),
            ({"note": ["a"]}, "note: ['a'] expected a text, got a list"),
            ({"note": {"a": 1}}, "note: {'a': 1} expected a text, got an object"),
            ({"part_of": 7}, "part_of: 7 expected a text, got a number"),
            ({"id": 7}, "id: 7 expected a text, got a number"),
            ({"topics": "russia"}, "topics: 'russia' expected a list, got a text"),
            ({"topics": {"russia": 1}}, "topics: {'russia': 1} expected a list, got an object"),
            ({"topics": [5]}, "topics[1]: 5 expected a text, got a number"),
            ({"places": ["a", 5]}, "places[2]: 5 expected a text, got a number"),
            ({"places": "vilnius"}, "places: 'vilnius' expected a list, got a text"),
            ({"participants": "x"}, "participants: 'x' expected a list, got a text"),
            ({"participants": ["x"]}, "participants[1]: 'x' expected an object, got a text"),
            ({"outcomes": [[]]}, "outcomes[1]: [] expected an object, got a list"),
            ({"title": "T"}, "title: 'T' expected an object, got a text"),
            ({"title": ["T"]}, "title: ['T'] expected an object, got a list"),
            ({"title": {"en": "a", "lt": 5}}, "title.lt: 5 expected a text, got a number"),
            ({"key": "false"}, "key: 'false' expected true or false, got a text"),
            ({"key": 1}, "key: 1 expected true or false, got a number"),
            ({"key": 0}, "key: 0 expected true or false, got a number"),
            ({"key": []}, "key: [] expected true or false, got a list"),
            ({"order": True}, "order: True expected a whole number, got a boolean"),
            ({"order": "1"}, "order: '1' expected a whole number, got a text"),
            ({"order": 1.0}, "order: 1.0 expected a whole number, got a number"),
            ({"category": 1}, "category: 1 expected a text, got a number"),
            ({"category": ["summit"]}, "category: ['summit'] expected a text, got a list"),
            ({"when": 2004}, "when: 2004 expected a date in EDTF, got a number"),
            ({"when": {"y": 1}}, "when: {'y': 1} expected a date in EDTF, got an object"),
        ],
    )
    def test_wrong(self, fields: dict[str, Any], expected: str) -> None:
        """A value of another type is refused, never turned into one that fits."""
        (finding,) = faults("events", event(**fields))
        assert finding.rule == "S113"
        record = "1" if "id" in fields else "e"
        assert str(finding) == f"events.json: {record}: {expected}"

    @pytest.mark.parametrize("value", [True, "2", [2], {}])
    @pytest.mark.parametrize(
        ("table", "field"),
        [("places", "latitude"), ("observations", "value"), ("pledges", "value")],
    )
    def test_number(self, table: str, field: str, value: object) -> None:
        """A number field takes numbers alone: no boolean, no text that looks like one."""
        (finding,) = faults(table, text([{**TABLES[table][-1], field: value}]))
        assert (finding.rule, finding.field) == ("S113", field)
        assert finding.message.startswith("expected a number, got a")

    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            ("id", "a text"),
            ("note", "a text"),
            ("when", "a date in EDTF"),
            ("category", "a text"),
            ("title", "an object"),
            ("topics", "a list"),
            ("key", "true or false"),
            ("order", "a whole number"),
        ],
    )
    def test_null(self, field: str, expected: str) -> None:
        """Null is refused everywhere, with the advice to leave the field out."""
        (finding,) = faults("events", event(**{field: None}))
        assert (finding.rule, finding.field, finding.value) == ("S113", field, None)
        message = f"expected {expected}, got null; leave out a field that is empty"
        assert finding.message == message

    def test_null_in_list(self) -> None:
        """Null is refused in a list too."""
        (finding,) = faults("events", event(places=["a", None]))
        assert (finding.rule, finding.field) == ("S113", "places[2]")

    @pytest.mark.parametrize(
        ("value", "found"),
        [({}, "an object"), ("a", "a text"), (5, "a number"), (True, "a boolean"), (None, "null")],
    )
    def test_no_list(self, value: object, found: str) -> None:
        """A table that is no list is refused as a whole."""
        (finding,) = faults("events", text(value))
        assert finding.rule == "S113"
        assert str(finding).startswith(f"events.json: expected a list of records, got {found}")

    def test_list_of_numbers(self) -> None:
        """A table that is a list of something else is refused, each item by its place."""
        assert told(faults("events", "[1, 2.5, null]")) == [
            "events.json: 1: 1 expected an object, got a number",
            "events.json: 2: 2.5 expected an object, got a number",
            "events.json: 3: expected an object, got null; leave out a field that is empty",
        ]

    def test_empty_list(self) -> None:
        """A table without records is fine."""
        assert decode("events", "events.json", b"[]") == ([], [])

    @pytest.mark.parametrize("value", [[], "a", 5, None])
    def test_info(self, value: object) -> None:
        """A description that is no object is refused."""
        info, (finding,) = decode_info("dataset.json", text(value).encode())
        assert info is None
        assert (finding.rule, finding.record, finding.field) == ("S113", None, None)


class TestKeys:
    """The keys of an object."""

    @pytest.mark.parametrize(
        ("fields", "path", "hint"),
        [
            ({"sumary": 1}, "sumary", "did you mean 'summary'?"),
            ({"When": "2004"}, "When", "did you mean 'when'?"),
            ({"tags": []}, "tags", None),
            ({"title": {"en": "a", "lt": "b", "lv": "c"}}, "title.lv", None),
            (
                {"participants": [{"actor": "a", "role": "host", "on_behalf": "b"}]},
                "participants[a].on_behalf",
                "did you mean 'on_behalf_of'?",
            ),
        ],
    )
    def test_unknown(self, fields: dict[str, Any], path: str, hint: str | None) -> None:
        """An unknown key is refused, with the known one that is nearest."""
        (finding,) = faults("events", event(**fields))
        expected = ("S111", path, "unknown key", hint)
        assert (finding.rule, finding.field, finding.message, finding.hint) == expected

    @pytest.mark.parametrize(
        ("table", "path", "value"),
        [
            ("events", "participants[a].event", {"actor": "a", "role": "host", "event": "e"}),
            ("events", "participants[a].outcome", {"actor": "a", "role": "host", "outcome": "o"}),
        ],
    )
    def test_set_by_owner(self, table: str, path: str, value: object) -> None:
        """What the owner tells its parts is an unknown key in a file."""
        (finding,) = faults(table, event(participants=[value]))
        assert (finding.rule, finding.field) == ("S111", path)

    def test_owner_of_outcome(self) -> None:
        """To what an outcome belongs is an unknown key in a file."""
        outcome = {"id": "o", "kind": "aim", "text": COMMON["title"], "of": "e"}
        (finding,) = faults("events", event(outcomes=[outcome]))
        assert (finding.rule, finding.field) == ("S111", "outcomes[o].of")

    @every_table
    def test_missing(self, table: str) -> None:
        """Every key that a class asks for is missed, and no other."""
        kind: Any = codec.TABLES[table]
        needed = {
            one.name for one in kind.__attrs_attrs__ if one.init and repr(one.default) == "NOTHING"
        }
        findings = faults(table, "[{}]")
        assert {finding.field for finding in findings} == needed
        assert {(one.rule, one.record, one.message) for one in findings} == {
            ("S112", "1", "is missing")
        }

    def test_missing_inside(self) -> None:
        """A key missing in a part is told with the path to the part."""
        assert told(faults("events", event(title={"en": "a"}, participants=[{"actor": "x"}]))) == [
            "events.json: e: title.lt: is missing",
            "events.json: e: participants[x].role: is missing",
        ]

    @pytest.mark.parametrize(
        ("raw", "path"),
        [
            ('[{"id": "e", "id": "f"}]', "id"),
            ('[{"id": "e", "note": "a", "note": "a"}]', "note"),
            ('[{"id": "e", "topics": [], "topics": []}]', "topics"),
            ('[{"id": "e", "key": true, "key": true}]', "key"),
            ('[{"id": "e", "order": 1, "order": 1}]', "order"),
            ('[{"id": "e", "when": "2004", "when": "2005"}]', "when"),
            ('[{"id": "e", "title": {}, "title": {}}]', "title"),
            ('[{"id": "e", "category": "a", "category": "a", "category": "a"}]', "category"),
            ('[{"id": "e", "title": {"en": "a", "lt": "b", "en": "a"}}]', "title.en"),
        ],
    )
    def test_twice(self, raw: str, path: str) -> None:
        """A key given twice in an object is refused, though JSON would keep the last."""
        twice = [one for one in faults("events", raw) if one.rule == "S102"]
        assert [(one.field, one.message) for one in twice] == [
            (path, "is given twice in the same object")
        ]

    def test_unknown_twice(self) -> None:
        """An unknown key given twice is an unknown key."""
        (finding,) = faults("events", event().replace('"id": "e"', '"id": "e", "x": 1, "x": 1'))
        assert (finding.rule, finding.field) == ("S111", "x")


class TestWords:
    """Words of vocabularies."""

    @pytest.mark.parametrize(
        ("fields", "path", "message", "hint"),
        [
            ({"category": "sumitt"}, "category", "is no Category", "did you mean 'summit'?"),
            ({"category": "Summit"}, "category", "is no Category", "did you mean 'summit'?"),
            ({"category": "qqq"}, "category", "is no Category", None),
            (
                {"participants": [{"actor": "a", "role": "signatary"}]},
                "participants[a].role",
                "is no Role",
                "did you mean 'signatory'?",
            ),
            (
                {"topics": ["russia", "open-dor"]},
                "topics[2]",
                "is no Topic",
                "did you mean 'open-door'?",
            ),
        ],
    )
    def test_bad(self, fields: dict[str, Any], path: str, message: str, hint: str | None) -> None:
        """A word that the vocabulary lacks is refused, with the nearest it has."""
        (finding,) = faults("events", event(**fields))
        expected = ("S114", path, message, hint)
        assert (finding.rule, finding.field, finding.message, finding.hint) == expected

    def test_kept(self) -> None:
        """A word of the vocabulary is read as the member itself."""
        (record,), _ = decode("events", "f", event(topics=["russia"]).encode())
        assert record.category is ltnato.Category.SUMMIT
        assert record.topics == (ltnato.Topic.RUSSIA,)


class TestTexts:
    """What a text may hold."""

    @pytest.mark.parametrize(
        ("raw", "point"),
        [
            (r"a\u0000b", "0000"),
            (r"a\nb", "000A"),
            (r"\t", "0009"),
            (r"a\u001b[31m", "001B"),
            (r"\u007f", "007F"),
            (r"\u0085", "0085"),
            (r"a\ud800b", "D800"),
            (r"\udfff", "DFFF"),
            (r"\ue000", "E000"),
            (r"\uffff", "FFFF"),
            (r"\u0378", "0378"),
        ],
    )
    def test_no_text(self, raw: str, point: str) -> None:
        """Control characters, lone surrogates and points without a meaning are refused by name."""
        (finding,) = faults("events", event(note="@").replace("@", raw))
        assert (finding.rule, finding.field) == ("S114", "note")
        assert finding.message == f"holds the character U+{point}, which is no text"
        assert str(finding).isprintable()

    @pytest.mark.parametrize("value", ["e\u0301", "a\u00a0b", "a\u00adb", "\u2028", " a ", "עברית"])
    def test_text(self, value: str) -> None:
        """Other letters, marks and blanks are kept as they are; content rules judge them."""
        (record,), findings = decode("events", "f", event(note=value).encode())
        assert findings == []
        assert record.note == value

    def test_empty(self) -> None:
        """An empty text is refused: an empty field is left out."""
        (finding,) = faults("events", event(note=""))
        assert finding.rule == "S114"
        line = "events.json: e: note: '' is empty; leave out a field that is empty"
        assert str(finding) == line

    def test_long(self) -> None:
        """A text of more than 10,000 characters is refused, one of just as many is not."""
        assert faults("events", event(note="ą" * 10_000)) == []
        (finding,) = faults("events", event(note="ą" * 10_001))
        assert finding.message == "has 10001 characters, more than 10000"
        assert len(str(finding)) < 200

    @pytest.mark.parametrize(
        "fields",
        [
            {"note": "x" * 10_000_000},
            {"id": "x" * 10_000_000},
            {"when": "2" * 10_000_000},
            {"category": "x" * 10_000_000},
            {"x" * 10_000_000: "x"},
        ],
        ids=["text", "id", "date", "word", "key"],
    )
    def test_huge(self, fields: dict[str, Any]) -> None:
        """A text of 10 MB in any place is refused at once, in a short message."""
        (finding,) = faults("events", event(**fields))
        assert len(str(finding)) < 400


class TestNumbers:
    """What a number may be."""

    @pytest.mark.parametrize("raw", ["1e999", "-1e999", "1e16", f"{2**53 + 1}", "1" * 400])
    @pytest.mark.parametrize(
        ("table", "field"), [("places", "latitude"), ("observations", "value")]
    )
    def test_too_large(self, table: str, field: str, raw: str) -> None:
        """A number that not every reader of JSON takes as it is written is refused."""
        record = {**TABLES[table][1], field: "@"}
        (finding,) = faults(table, text([record]).replace('"@"', raw))
        assert finding.rule == "S114"
        assert (finding.field, finding.message) == (field, "is too large a number")

    def test_too_large_whole(self) -> None:
        """A whole number has the same limit."""
        (finding,) = faults("events", event(order=2**53 + 1))
        assert (finding.field, finding.message) == ("order", "is too large a number")

    @pytest.mark.parametrize("raw", ["NaN", "Infinity", "-Infinity"])
    def test_no_json(self, raw: str) -> None:
        """NaN and the infinities are no JSON."""
        (finding,) = faults("events", event(order="@").replace('"@"', raw))
        line = f"events.json: not JSON: {raw} is no JSON number"
        assert (finding.rule, str(finding)) == ("S102", line)

    def test_digits(self) -> None:
        """A whole number of 5,000 digits is refused, not a crash."""
        (finding,) = faults("events", event(order="@").replace('"@"', "1" * 5000))
        assert finding.rule == "S102"
        assert finding.message.startswith("not JSON: Exceeds the limit")


class TestDates:
    """Dates in a file."""

    @pytest.mark.parametrize(
        ("raw", "reason"),
        [
            ("2004-02-30", "'2004-02-30' is no period: no calendar has the day 2004-02-30"),
            ("2004-13", "'2004-13' is no period: "),
            ("2004-05/2004-03", "'2004-05/2004-03' is no period: its end 2004-03 comes before"),
            ("2004-03-29T10:00", "'2004-03-29T10:00' is no period: a time of day is not kept"),
            ("2004-03-29 00:00:00", "'2004-03-29 00:00:00' is no period: a time of day"),
            ("2004/03/29", "'2004/03/29' is no period: "),
            ("now", "'now' is no period: 'now' names no day"),
            ("", "'' is no period: it is empty"),
            ("2004-03-29\n", "'2004-03-29\\n' is no period: a blank or a line break"),
            ("２００４", "'２００４' is no period: "),
        ],
    )
    def test_bad(self, raw: str, reason: str) -> None:
        """What is no period is refused with its text and the reason."""
        (finding,) = faults("events", event(when=raw))
        assert (finding.rule, finding.field, finding.value) == ("S114", "when", None)
        assert finding.message.startswith(reason)

    def test_inside(self) -> None:
        """A date of a part is told with the path to the part, by identifiers."""
        outcome = {"id": "o", "kind": "aim", "text": COMMON["title"], "due": "2004-02-30"}
        (finding,) = faults("events", event(outcomes=[outcome]))
        assert finding.field == "outcomes[o].due"


class TestPaths:
    """How a finding names the place of a fault."""

    def test_deep(self) -> None:
        """The path goes by names and identifiers through all levels."""
        events = changed("events", "accession-day")
        events[5]["outcomes"][0]["participants"][0]["role"] = "aceding"
        events[5]["outcomes"][0]["participants"][0]["citations"] = [{"source": 5}]
        place = "events.json: accession-day: outcomes[accession].participants[lithuania]"
        assert told(faults("events", text(events))) == [
            f"{place}.role: 'aceding' is no Role (did you mean 'acceding'?)",
            f"{place}.citations[1].source: 5 expected a text, got a number",
        ]

    @pytest.mark.parametrize(
        ("item", "expected"),
        [
            ({"id": "a", "actor": "b"}, "a"),
            ({"actor": "b", "role": 1}, "b"),
            ({"document": "c"}, "c"),
            ({"event": "d"}, "d"),
            ({"source": "e", "locator": "f"}, "e"),
            ({"locator": "f"}, "f"),
            ({"text": "g"}, "g"),
            ({"object": "h"}, "h"),
            ({"old": "i"}, "i"),
            ({"id": "", "actor": ""}, "3"),
            ({"id": 5, "text": {"en": "a"}}, "3"),
            ({}, "3"),
            (5, "3"),
            ("a", "3"),
            ({"id": "x" * 200}, "x" * 200),
            ({"id": "x" * 201}, "x" * 199 + "…"),
            ({"text": "x" * 60}, "x" * 60),
            ({"text": "x" * 61}, "x" * 59 + "…"),
            ({"id": "a\nb\ud800"}, r"a\nb\ud800"),
            ({"text": "\x00" * 100}, r"\x00" * 14 + "\\x0…"),
        ],
    )
    def test_label(self, item: object, expected: str) -> None:
        """An item of a list is named by what it says it is, else by its place from 1."""
        assert codec.label(item, 2) == expected

    def test_key_is_visible(self) -> None:
        """A key that can not be printed is told by escapes, so that a message always prints."""
        (finding,) = faults("events", event(**{"@": 1}).replace("@", r"a\nb\ud800"))
        assert finding.field == r"a\nb\ud800"

    def test_all_at_once(self) -> None:
        """All faults of a file are told together, and the other records are read."""
        good = {"id": "good", **COMMON}
        raw = [
            good,
            {"id": "a", **COMMON, "when": "2004-02-30", "sumary": 1, "key": 1},
            {"id": "b"},
        ]
        records, findings = decode("events", "events-1990.json", text(raw).encode())
        assert [record.id for record in records] == ["good"]
        assert {one.file for one in findings} == {"events-1990.json"}
        assert [(one.record, one.field, one.rule) for one in findings] == [
            ("a", "when", "S114"),
            ("a", "sumary", "S111"),
            ("a", "key", "S113"),
            ("b", "category", "S112"),
            ("b", "title", "S112"),
            ("b", "summary", "S112"),
        ]


class TestBugs:
    """An error of ours is no fault of the data."""

    @pytest.mark.parametrize("times", [1, 9])
    def test_raised(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        """It is raised through lists and objects as it is, even where it comes but once."""
        fails = iter([True] * times + [False] * 9)

        def fail(raw: float) -> float:
            if next(fails):
                raise RuntimeError
            return raw

        monkeypatch.setattr("ltnato._plain._sized", fail)
        with pytest.raises(RuntimeError):
            faults("events", event(figures=[{"value": 1, "unit": "days"}]))


class TestFile:
    """Files that can not be read as JSON."""

    @pytest.mark.parametrize("raw", [b"", b" \n\t\r\n "])
    def test_empty(self, raw: bytes) -> None:
        """An empty file says that it is empty."""
        (finding,) = faults("events", raw)
        assert (finding.rule, str(finding)) == ("S102", "events.json: the file is empty")

    def test_mark(self) -> None:
        """A byte-order mark is refused, with the advice to save without it."""
        (finding,) = faults("events", b"\xef\xbb\xbf[]")
        line = "events.json: the file starts with a byte-order mark; save it as UTF-8 without one"
        assert (finding.rule, str(finding)) == ("S101", line)

    @pytest.mark.parametrize(
        ("raw", "reason"),
        [
            ('[\n"Šakiai"]'.encode("cp1257"), "byte 0xd0 in line 2"),
            ("[]".encode("utf-16"), "byte 0xff in line 1"),
            (b'[\n\n"\xed\xa0\x80"]', "byte 0xed in line 3"),
            (b'["\xc4', "byte 0xc4 in line 1"),
        ],
    )
    def test_not_utf8(self, raw: bytes, reason: str) -> None:
        """A file in another encoding is refused, with the first byte that is wrong."""
        (finding,) = faults("events", raw)
        line = f"events.json: the file is not UTF-8: {reason}"
        assert (finding.rule, str(finding)) == ("S101", line)

    @pytest.mark.parametrize(
        ("raw", "place"),
        [
            ("[", "line 1, column 2"),
            ('[\n{"id": "a",}]', "line 2"),
            ("[] []", "line 1, column 4"),
            ("[1,\n2", "line 2, column 2"),
            ("['a']", "line 1, column 2"),
            ("[01]", "line 1, column 3"),
            ('["\n"]', "line 1, column 3"),
            ("// a\n[]", "line 1, column 1"),
        ],
    )
    def test_not_json(self, raw: str, place: str) -> None:
        """What is no JSON is refused with line and column."""
        (finding,) = faults("events", raw)
        assert finding.rule == "S102"
        assert str(finding).startswith("events.json: not JSON: ")
        assert place in finding.message

    def test_truncated(self) -> None:
        """A file cut anywhere is refused: no prefix of it is read as the whole."""
        raw = event(note="a", places=["b"]).encode().rstrip()
        for end in range(1, len(raw)):
            (finding,) = faults("events", raw[:end])
            assert finding.rule in {"S101", "S102"}

    @pytest.mark.parametrize("depth", [500, 900, 1_500, 10_000, 100_000])
    @pytest.mark.parametrize(("before", "after"), [("[", "]"), ('{"a":', "}")])
    def test_deep(self, depth: int, before: str, after: str) -> None:
        """Nesting of any depth is refused, not a crash."""
        nested = before * depth + "1" + after * depth
        findings = faults("events", event(title="@").replace('"@"', nested))
        assert {one.rule for one in findings} <= {"S102", "S111", "S112", "S113"}
        assert findings
        assert all(len(str(one)) < 300 for one in findings)

    def test_too_deep(self) -> None:
        """Nesting that Python can not follow says so."""
        (finding,) = faults("events", "[" * 100_000)
        assert (finding.rule, finding.message) == ("S102", "not readable: nested too deeply")

    def test_too_big(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file above the limit is refused before it is read as JSON."""
        monkeypatch.setattr(jsonfile, "MAX_FILE", 10)
        assert faults("events", b"[        ]") == []
        (finding,) = faults("events", b"[         ]")
        line = "events.json: the file has 11 bytes, more than 10"
        assert (finding.rule, str(finding)) == ("S101", line)

    def test_info(self) -> None:
        """The description is read as strictly."""
        info, (finding,) = decode_info("dataset.json", b'{"name": NaN}')
        assert info is None
        assert str(finding) == "dataset.json: not JSON: NaN is no JSON number"


class TestHostile:
    """Anything that a file may hold gives records or findings, never another exception."""

    @every_table
    @settings(max_examples=10)
    @given(raw=st.binary(max_size=200))
    def test_bytes(self, table: str, raw: bytes) -> None:
        """Any bytes are read or refused."""
        records, findings = decode(table, f"{table}.json", raw)
        assert all(str(one).isprintable() for one in findings)
        assert bool(findings) or isinstance(records, list)

    @every_table
    @settings(max_examples=15)
    @given(value=strategies.json_values())
    def test_json(self, table: str, value: object) -> None:
        """Any JSON is read or refused."""
        raw = json.dumps(value).encode()
        records, findings = decode(table, f"{table}.json", raw)
        if not findings:
            assert len(records) == len(json.loads(raw))
        assert all(one.file == f"{table}.json" and one.message for one in findings)

    @every_table
    @settings(max_examples=20)
    @given(data=st.data())
    def test_changed(self, table: str, data: st.DataObject) -> None:
        """A record with anything in place of any field is read or refused at that field."""
        record = data.draw(st.sampled_from(TABLES[table]))
        field = data.draw(st.sampled_from(sorted(record)))
        raw = json.dumps([{**record, field: data.draw(strategies.json_values())}])
        _, findings = decode(table, f"{table}.json", raw.encode())
        assert all(one.field is not None and one.field.startswith(field) for one in findings)
