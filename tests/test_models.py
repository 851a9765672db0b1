"""The values: frozen, compared and hashed by what they hold, and shown so that they can be told."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ltnato
import strategies
from builders import INFO, TABLES, Plain, changed, dataset, text
from ltnato import (
    Bilingual,
    Category,
    Citation,
    DocumentLink,
    DocumentUse,
    Event,
    Figure,
    Finding,
    OfficialTitle,
    Outcome,
    OutcomeKind,
    Participation,
    Period,
    Role,
    Trust,
    Unit,
)
from ltnato._codec import TABLES as KINDS
from ltnato._codec import decode, decode_info, unstructure
from ltnato._text import fold, nearest, shorten, suggest, visible
from ltnato._trust import trust_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FINDING = Finding(
    rule="S114",
    file="events.json",
    record="riga-summit",
    field="when",
    value="'2004-02-30'",
    message="is no day",
    hint="did you mean the 29th?",
)
ONE = Bilingual(en="One", lt="Vienas")


def decoded(table: str) -> list[Any]:
    """Decode the base records of a table."""
    records, findings = decode(table, table, text(TABLES[table]).encode())
    assert findings == []
    return records


def inside(value: object) -> Iterator[Any]:
    """Give a value of the models and all such values inside it."""
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item)
    elif attrs.has(type(value)):
        yield value
        for one in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from inside(getattr(value, one.name))


RECORDS: dict[str, list[Any]] = {table: decoded(table) for table in TABLES}
ALL = [
    *(record for records in RECORDS.values() for record in records),
    decode_info("dataset.json", text(INFO).encode())[0],
    FINDING,
]
VALUES = [value for record in ALL for value in inside(record)]
#: Every value of a class, by the name of the class.
BY_CLASS: dict[str, list[Any]] = {}
for found in VALUES:
    BY_CLASS.setdefault(type(found).__name__, []).append(found)

every_class = pytest.mark.parametrize("values", BY_CLASS.values(), ids=BY_CLASS)
every_table = pytest.mark.parametrize("table", TABLES)


def public_classes() -> set[str]:
    """Give the names of the public classes of values."""
    public = ((name, getattr(ltnato, name)) for name in ltnato.__all__)
    found = {name for name, kind in public if inspect.isclass(kind) and attrs.has(kind)}
    # What a query or a check makes of records has tests of its own.
    return found - {"Card", "Fulfilment", "Rule", "Snapshot"}


class TestClasses:
    """What holds for every class of values."""

    def test_all(self) -> None:
        """The base dataset has a value of every public class."""
        assert public_classes() == set(BY_CLASS)

    @every_class
    def test_set(self, values: list[Any]) -> None:
        """No field can be set, and no other attribute added."""
        for value in values:
            before = repr(value)
            for one in attrs.fields(type(value)):
                with pytest.raises(attrs.exceptions.FrozenInstanceError):
                    setattr(value, one.name, getattr(value, one.name))
            with pytest.raises(AttributeError):
                value.something = 1
            assert repr(value) == before

    @every_class
    def test_delete(self, values: list[Any]) -> None:
        """No field can be deleted."""
        for value in values:
            for one in attrs.fields(type(value)):
                with pytest.raises(attrs.exceptions.FrozenInstanceError):
                    delattr(value, one.name)

    @every_class
    def test_slots(self, values: list[Any]) -> None:
        """Values have slots and no dictionary."""
        for value in values:
            assert not hasattr(value, "__dict__")

    @every_class
    def test_tuples(self, values: list[Any]) -> None:
        """What a field holds can not be changed either: no list, no dictionary, no set."""
        for value in values:
            for one in attrs.fields(type(value)):
                assert not isinstance(getattr(value, one.name), list | dict | set | bytearray)

    @every_class
    def test_keywords(self, values: list[Any]) -> None:
        """Fields are given by name alone."""
        kind = type(values[0])
        with pytest.raises(TypeError, match="positional argument"):
            kind(*(getattr(values[0], one.name) for one in attrs.fields(kind) if one.init))

    @every_class
    def test_equal(self, values: list[Any]) -> None:
        """Values of equal fields are equal and hash the same; of other fields they are not."""
        for value in values:
            same = copy.deepcopy(value)
            assert same == value
            assert hash(same) == hash(value)
            assert not (same != value)  # noqa: SIM202 - both operators are under test
        told = {repr(attrs.asdict(value)) for value in values}
        assert len(set(values)) == len(told)

    @every_class
    def test_other(self, values: list[Any]) -> None:
        """A value equals nothing of another class."""
        for other in (None, "x", 1, (), object(), *(one[0] for one in BY_CLASS.values())):
            if type(other) is not type(values[0]):
                assert values[0] != other
                assert other != values[0]

    def test_class_counts(self) -> None:
        """The same fields in another class are another value."""
        assert Bilingual(en="a", lt="b") != OfficialTitle(en="a", lt="b")

    @every_class
    def test_pickle(self, values: list[Any]) -> None:
        """A pickle of any protocol gives equal values, parts and all."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            back = pickle.loads(pickle.dumps(values, protocol))
            assert back == values
            assert [hash(value) for value in back] == [hash(value) for value in values]

    @every_class
    def test_copy(self, values: list[Any]) -> None:
        """A copy and a deep copy are equal."""
        for value in values:
            assert copy.copy(value) == value
            assert copy.deepcopy(value) == value

    @every_class
    def test_shown(self, values: list[Any]) -> None:
        """What a value shows of itself prints on one line and starts with its class."""
        for value in values:
            assert repr(value).startswith(f"{type(value).__name__}(")
            assert repr(value).isprintable()
            assert str(value)

    @pytest.mark.parametrize("name", sorted(BY_CLASS))
    @settings(max_examples=10)
    @given(data=st.data())
    def test_any(self, name: str, data: st.DataObject) -> None:
        """Whatever the fields hold, a value shows, compares, hashes, copies and pickles."""
        value = data.draw(strategies.values(getattr(ltnato, name)))
        assert repr(value)
        assert isinstance(str(value), str)
        assert copy.deepcopy(value) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)


class TestShown:
    """How values show themselves."""

    @every_table
    def test_records(self, table: str) -> None:
        """A record shows its class, its identifier and its date: short, and like no other's."""
        shown = [repr(record) for record in RECORDS[table]]
        assert max(map(len, shown)) < 100
        assert len(set(shown)) == len(shown)

    def test_dated(self) -> None:
        """The date is shown where there is one."""
        events = {one.id: one for one in RECORDS["events"]}
        dated = "Event(id='exercise-amber-shield', when='2001-09-14?')"
        assert repr(events["exercise-amber-shield"]) == dated
        assert repr(events["undated-meeting"]) == "Event(id='undated-meeting')"
        assert repr(RECORDS["places"][2]) == "Place(id='riga')"
        expected = "Relation(id='president-zvirblyte', when='2004-07-12/..')"
        assert repr(RECORDS["relations"][5]) == expected

    def test_parts(self) -> None:
        """A part shows the fields that differ from their defaults."""
        assert repr(Citation(source="a")) == "Citation(source='a')"
        assert repr(Citation(source="a", locator="b")) == "Citation(source='a', locator='b')"
        shown = "Figure(value=2, unit=<Unit.DAYS: 'days'>, when=Period('2004'))"
        assert repr(Figure(value=2, unit=Unit.DAYS, when=Period("2004"))) == shown
        assert repr(OfficialTitle()) == "OfficialTitle()"

    @pytest.mark.parametrize(
        ("table", "identifier", "expected"),
        [
            ("events", "riga-summit", "1999-04-23/1999-04-25  Riga summit"),
            ("events", "undated-meeting", "undated  A meeting without a date"),
            ("actors", "jurate-zvirblyte", "Jūratė Žvirblytė"),
            ("places", "klaipeda", "Klaipėda"),
            ("documents", "amber-charter", "Amber Charter"),
            ("pledges", "riga-pledge-level", "At least two per cent by 2008."),
            (
                "relations",
                "president-acting",
                "ieva-simkuniene holds-office president-of-lithuania  2004-04-06/2004-07-12",
            ),
            ("relations", "programme-of-the-pact", "pact-readiness-programme part-of amber-pact"),
            (
                "observations",
                "lithuania-share-2008-first",
                "lithuania 2008 defence-expenditure-share: 1.11 percent-of-gdp",
            ),
            ("sources", "vilnius-daily", "Žiburys: Vilniaus dienraštis"),
            (
                "discrepancies",
                "day-of-amber-shield",
                "exercise-amber-shield.when: stated '2001-09-15', adopted '2001-09-14?'",
            ),
            (
                "discrepancies",
                "no-second-summit",
                "riga-summit: stated 'two summits', adopted 'nothing'",
            ),
        ],
    )
    def test_text(self, table: str, identifier: str, expected: str) -> None:
        """The text of a record reads well."""
        (record,) = (one for one in RECORDS[table] if one.id == identifier)
        assert str(record) == expected

    def test_outcome(self) -> None:
        """The text of an outcome is its English wording."""
        assert str(BY_CLASS["Outcome"][0]) == "Three countries are invited to talks."

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {},
                ("events.json: riga-summit: when: '2004-02-30' is no day (did you mean the 29th?)"),
            ),
            ({"hint": None}, "events.json: riga-summit: when: '2004-02-30' is no day"),
            ({"hint": None, "value": None}, "events.json: riga-summit: when: is no day"),
            ({"file": None, "hint": None}, "riga-summit: when: '2004-02-30' is no day"),
            (
                {"file": None, "record": None, "field": None, "value": None, "hint": None},
                "is no day",
            ),
        ],
    )
    def test_finding(self, fields: dict[str, Any], expected: str) -> None:
        """A finding reads as place, value, reason and hint."""
        assert str(attrs.evolve(FINDING, **fields)) == expected


class TestWordings:
    """Wordings in two languages."""

    def test_bilingual(self) -> None:
        """A wording gives each language, and English as its text."""
        assert (str(ONE), ONE.en, ONE.lt) == ("One", "One", "Vienas")
        assert (ONE.get("en"), ONE.get("lt")) == ("One", "Vienas")

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            (OfficialTitle(en="A", lt="B"), "A"),
            (OfficialTitle(lt="B"), "B"),
            (OfficialTitle(en="A"), "A"),
            (OfficialTitle(), ""),
        ],
    )
    def test_official(self, title: OfficialTitle, expected: str) -> None:
        """An official title gives the English one, else the Lithuanian."""
        assert str(title) == expected


class TestPickle:
    """How much a pickle weighs."""

    @pytest.mark.parametrize("event", RECORDS["events"], ids=lambda event: str(event.id))
    def test_event(self, event: Event) -> None:
        """A pickled event takes at most 8 KiB."""
        assert len(pickle.dumps(event)) <= 8 * 1024

    def test_shipped(self) -> None:
        """A shipped event takes about what its text takes in the file, and the usual one little."""
        sizes = []
        for event in ltnato.events():
            plain = json.dumps(unstructure(event), ensure_ascii=False).encode()
            sizes.append(len(pickle.dumps(event)))
            assert sizes[-1] <= 1.1 * len(plain) + 1_500
        assert sorted(sizes)[len(sizes) // 2] <= 8 * 1024


class TestOwners:
    """Parts know where they stand: their owner tells them, nobody writes it."""

    def part(self, **fields: Any) -> Participation:
        """Give a participation."""
        return Participation(actor="lithuania", role=Role.HOST, **fields)

    def outcome(self, **fields: Any) -> Outcome:
        """Give an outcome with a participation."""
        return Outcome(
            id="aim", kind=OutcomeKind.AIM, text=ONE, participants=(self.part(),), **fields
        )

    def event(self, **fields: Any) -> Event:
        """Give an event."""
        kept: dict[str, Any] = {"id": "e", "category": Category.SUMMIT, "title": ONE}
        return Event(**(kept | {"summary": ONE} | fields))

    @every_table
    def test_decoded(self, table: str) -> None:
        """Parts that were read know their record, and participations their outcome."""
        for record in RECORDS[table]:
            for part in getattr(record, "participants", ()):
                assert (part.event, part.outcome) == (record.id, None)
            for outcome in (*getattr(record, "outcomes", ()), *getattr(record, "provisions", ())):
                assert outcome.of == record.id
                for part in outcome.participants:
                    assert (part.event, part.outcome) == (record.id, outcome.id)

    def test_by_hand(self) -> None:
        """An event made by hand tells its parts too, and leaves those that it was given alone."""
        part, outcome = self.part(), self.outcome()
        event = self.event(participants=(part,), outcomes=(outcome,))
        assert (event.participants[0].event, event.participants[0].outcome) == ("e", None)
        (told,) = event.outcomes
        assert told.of == "e"
        assert (told.participants[0].event, told.participants[0].outcome) == ("e", "aim")
        assert (part.event, part.outcome, outcome.of) == (None, None, None)
        assert (outcome.participants[0].event, outcome.participants[0].outcome) == (None, None)

    def test_document(self) -> None:
        """A document made by hand tells its provisions."""
        outcome = self.outcome()
        document = ltnato.Document(
            id="d", kind=ltnato.DocumentKind.LAW, title=ONE, provisions=(outcome,)
        )
        (told,) = document.provisions
        assert (told.of, outcome.of) == ("d", None)
        assert (told.participants[0].event, told.participants[0].outcome) == ("d", "aim")

    def test_shared(self) -> None:
        """A part given to two events stands in each as a value of its own."""
        first = self.event(participants=(self.part(),), outcomes=(self.outcome(),))
        second = self.event(id="f", participants=first.participants, outcomes=first.outcomes)
        assert (first.participants[0].event, second.participants[0].event) == ("e", "f")
        assert (first.outcomes[0].of, second.outcomes[0].of) == ("e", "f")
        assert second.outcomes[0].participants[0].event == "f"
        assert first.outcomes[0].participants[0].event == "e"
        assert first.participants[0] != second.participants[0]

    def test_moved(self) -> None:
        """A participation of an outcome that becomes the event's own leaves the outcome."""
        first = self.event(outcomes=(self.outcome(),))
        second = self.event(participants=first.outcomes[0].participants)
        assert (second.participants[0].event, second.participants[0].outcome) == ("e", None)

    def test_kept(self) -> None:
        """Parts that stand there already are taken as they are."""
        first = self.event(participants=(self.part(),), outcomes=(self.outcome(),))
        second = attrs.evolve(first, key=True)
        assert second.participants[0] is first.participants[0]
        assert second.outcomes[0] is first.outcomes[0]

    def test_renamed(self) -> None:
        """An event of another identifier tells its parts the new one."""
        first = self.event(participants=(self.part(),), outcomes=(self.outcome(),))
        second = attrs.evolve(first, id="f")
        assert (second.participants[0].event, second.outcomes[0].of) == ("f", "f")
        assert first.participants[0].event == "e"

    @pytest.mark.parametrize("name", ["event", "outcome"])
    def test_not_given(self, name: str) -> None:
        """Nobody gives a participation its place."""
        with pytest.raises(TypeError, match=f"unexpected keyword argument '{name}'"):
            self.part(**{name: "e"})

    def test_not_given_outcome(self) -> None:
        """Nobody gives an outcome its owner."""
        with pytest.raises(TypeError, match="unexpected keyword argument 'of'"):
            self.outcome(of="e")

    def test_not_written(self) -> None:
        """The place of a part is never written to a file."""
        event = self.event(participants=(self.part(),), outcomes=(self.outcome(),))
        plain = unstructure(event)
        assert plain["participants"] == [{"actor": "lithuania", "role": "host"}]
        assert "of" not in plain["outcomes"][0]
        assert plain["outcomes"][0]["participants"] == plain["participants"]

    def test_same_as_read(self) -> None:
        """An event made by hand equals the one that is read from its file."""
        event = self.event(participants=(self.part(),), outcomes=(self.outcome(),))
        (read,), _ = decode("events", "events.json", text([unstructure(event)]).encode())
        assert read == event
        assert hash(read) == hash(event)


class TestTrust:
    """How well its sources support an event."""

    def test_of_one_made_by_hand(self, tmp_path: Path) -> None:
        """An event made by hand has the trust of its own sources, and leaves the other its own."""
        data = dataset(tmp_path)
        bare = attrs.evolve(data.event("riga-summit"), citations=())
        assert trust_of(data._tables, bare) is Trust.SINGLE_SOURCE
        assert data.trust("riga-summit") is Trust.CORROBORATED
        assert trust_of(data._tables, bare) is Trust.SINGLE_SOURCE

    def trust(self, folder: Path, **changes: Any) -> Trust:
        """Give the trust in an event that has no discrepancy, after these changes."""
        return dataset(folder, **changes).trust("envoy-appointed")

    def cited(self, *sources: str) -> list[Plain]:
        """Give the events with these sources of the one in question."""
        citations = [{"source": source} for source in sources]
        return changed("events", "envoy-appointed", citations=citations)

    @pytest.mark.parametrize(
        ("sources", "expected"),
        [
            (["pact-chronicle"], Trust.SINGLE_SOURCE),
            (["pact-chronicle", "pact-archive"], Trust.SINGLE_SOURCE),
            (["vilnius-daily", "vilnius-daily"], Trust.SINGLE_SOURCE),
            (["pact-chronicle", "vilnius-daily"], Trust.CORROBORATED),
            (["amber-charter-text"], Trust.CORROBORATED),
            ([], Trust.SINGLE_SOURCE),
        ],
    )
    def test_sources(self, tmp_path: Path, sources: list[str], expected: Trust) -> None:
        """Two families corroborate, or the act itself; two sources of one family do not."""
        assert self.trust(tmp_path, events=self.cited(*sources)) is expected

    @pytest.mark.parametrize(
        ("field", "status", "expected"),
        [
            (None, "open", Trust.DISPUTED),
            ("when", "open", Trust.DISPUTED),
            ("title.en", "open", Trust.DISPUTED),
            ("participants[azuolas-simkunas].role", "open", Trust.DISPUTED),
            ("outcomes[x].when", "open", Trust.DISPUTED),
            ("topics", "open", Trust.CORROBORATED),
            ("topics[diplomacy]", "open", Trust.CORROBORATED),
            ("citations[pact-archive].locator", "open", Trust.CORROBORATED),
            ("manner", "open", Trust.CORROBORATED),
            ("links[riga-summit].kind", "open", Trust.CORROBORATED),
            ("note", "open", Trust.CORROBORATED),
            (None, "resolved", Trust.CORROBORATED),
            ("when", "resolved", Trust.CORROBORATED),
        ],
    )
    def test_discrepancy(
        self, tmp_path: Path, field: str | None, status: str, expected: Trust
    ) -> None:
        """An open discrepancy on the date or on what happened outranks the sources."""
        given_field = {} if field is None else {"field": field}
        about: Plain = {
            **TABLES["discrepancies"][2],
            "id": "of-the-envoy",
            "record": "envoy-appointed",
            "status": status,
            **given_field,
        }
        found = self.trust(
            tmp_path,
            events=self.cited("amber-charter-text"),
            discrepancies=[*TABLES["discrepancies"], about],
        )
        assert found is expected

    def test_other_record(self, tmp_path: Path) -> None:
        """A discrepancy of another record does not matter."""
        loaded = dataset(tmp_path)
        assert loaded.trust("exercise-amber-shield") is Trust.DISPUTED
        assert loaded.trust("riga-summit") is Trust.CORROBORATED
        assert loaded.trust("accession-day") is Trust.SINGLE_SOURCE

    def test_kept(self, tmp_path: Path) -> None:
        """It is derived once, by identifier or by event alike."""
        loaded = dataset(tmp_path)
        assert loaded.trust(loaded.event("riga-summit")) is loaded.trust("riga-summit")


class TestTexts:
    """What makes texts comparable and messages short."""

    @pytest.mark.parametrize(
        ("given_text", "expected"),
        [
            ("Čekuolis", "cekuolis"),
            ("ĄČĘĖĮŠŲŪŽ", "aceeisuuz"),
            ("C\u030cekuolis", "cekuolis"),
            ("Wörner", "worner"),
            (
                "Łódź Ørsted Đakovo Þór Æthel œuvre ıştanbul",
                "lodz orsted dakovo thor aethel oeuvre istanbul",
            ),
            ("straße", "strasse"),
            ("„Gintaro skydas“", "'gintaro skydas'"),
            ("«a» ‹b› ”c” ’d’ `e´ ″f′", "'a' 'b' 'c' 'd' 'e' 'f'"),
            ("8–9 July — a‑b −c", "8-9 july - a-b -c"),
            ("  a \t b\u00a0c\n", "a b c"),
            ("№ 5", "no 5"),
            ("ﬁ ２", "fi 2"),
            ("", ""),
        ],
    )
    def test_fold(self, given_text: str, expected: str) -> None:
        """Case, accents, blanks and kinds of quotation mark and dash do not count."""
        assert fold(given_text) == expected

    @given(st.text())
    def test_fold_again(self, given_text: str) -> None:
        """What is folded stays as it is."""
        assert fold(fold(given_text)) == fold(given_text)

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("sumit", ["summit"]),
            ("SUMMIT", ["summit"]),
            ("summi", ["summit"]),
            ("forward", ["forward-presence"]),
            ("air", ["air-policing"]),
            ("ai", []),
            ("", []),
            ("qqq", []),
        ],
    )
    def test_nearest(self, word: str, expected: list[str]) -> None:
        """Near are words that look alike, and words that hold what was written."""
        choices = ["summit", "forward-presence", "air-policing", "session"]
        assert nearest(word, choices) == expected

    def test_nearest_long(self) -> None:
        """Nothing is near to a word so long that it names nothing: looking would take for ever."""
        long = "x" * 1_000
        assert nearest(long, [long]) == [long]
        assert nearest(long + "x", [long]) == []

    def test_nearest_count(self) -> None:
        """At most three are near, or as many as are asked for; the best come first."""
        choices = [f"summit-{number}" for number in range(9)] + ["summit"]
        assert nearest("summit", choices)[0] == "summit"
        assert len(nearest("summit", choices)) == 3
        assert nearest("summit", choices, count=1) == ["summit"]

    def test_nearest_spelling(self) -> None:
        """The choice is given as it is written, whatever was compared."""
        assert nearest("cekuolis", ["Giedrius Čekuolis"]) == ["Giedrius Čekuolis"]

    @pytest.mark.parametrize(
        ("choices", "expected"),
        [
            ([], ""),
            (["a"], "did you mean 'a'?"),
            (["a", "b"], "did you mean 'a' or 'b'?"),
            (["a", "b", "c"], "did you mean 'a' or 'b' or 'c'?"),
        ],
    )
    def test_suggest(self, choices: list[str], expected: str) -> None:
        """Near choices are worded as a question."""
        assert suggest(choices) == expected

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("a", "'a'"),
            ("a\n\ud800", r"'a\n\ud800'"),
            ("x" * 78, "'" + "x" * 78 + "'"),
            ("x" * 79, "'" + "x" * 78 + "…"),
            ("x" * 10_000_000, "'" + "x" * 78 + "…"),
            (5, "5"),
            ([1, 2], "[1, 2]"),
            (list(range(1_000)), repr(list(range(1_000)))[:79] + "…"),
            ({"a": None}, "{'a': None}"),
        ],
        ids=range(9),
    )
    def test_shorten(self, value: object, expected: str) -> None:
        """A value is shown as it would be written in Python, cut after 80 signs."""
        assert shorten(value) == expected

    def test_shorten_deep(self) -> None:
        """A value nested too deeply to be shown is not shown."""
        value: list[Any] = []
        for _ in range(100_000):
            value = [value]
        assert shorten(value) == "…"
        while value:  # taken apart by hand: freeing it at once may need a deep stack too
            value = value[0]

    @pytest.mark.parametrize(
        ("given_text", "expected"),
        [
            ("a", "a"),
            ("x" * 60, "x" * 60),
            ("x" * 61, "x" * 59 + "…"),
            ("a\nb", r"a\nb"),
            ("a'b\x1b", r"a'b\x1b"),
            ("\ud800" * 100, r"\ud800" * 9 + "\\ud80…"),
        ],
    )
    def test_visible(self, given_text: str, expected: str) -> None:
        """A name is shown as it is, cut after 60 signs, with escapes for what can not print."""
        assert visible(given_text) == expected


def test_same_fields() -> None:
    """Two classes of ties to documents stay apart even where a word is the same text."""
    use = DocumentUse(document="a", act=ltnato.Act.REVISES)
    tie = DocumentLink(document="a", kind=ltnato.DocumentLinkKind.REVISES)
    assert use != tie
    assert {use, tie} == {tie, use}


def test_tables() -> None:
    """Each table has its class."""
    assert [type(records[0]) for records in RECORDS.values()] == list(KINDS.values())
