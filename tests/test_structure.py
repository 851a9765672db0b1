"""The rules that a dataset must keep to be loaded: identifiers, references, no cycles."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin

import attrs
import pytest

from builders import INFO, TABLES, changed, dataset, faults, written
from ltnato import Bilingual, DatasetInfo
from ltnato._codec import TABLES as KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Steps: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = dict[str, Any]

NOWHERE = "no-such-thing"
WORDING = {"en": "A", "lt": "Ą"}


def event(identifier: str, **fields: Any) -> Plain:
    """Give a small event."""
    return {
        "id": identifier,
        "category": "summit",
        "title": WORDING,
        "summary": WORDING,
        **fields,
    }


def events(**links: str) -> list[Plain]:
    """Give the base events and further ones, each with a ``part_of``."""
    return [*TABLES["events"], *(event(name, part_of=of) for name, of in links.items())]


def document(identifier: str, kind: str, to: str) -> Plain:
    """Give a small document that is tied to another."""
    related = [{"document": to, "kind": kind}]
    return {"id": identifier, "kind": "law", "title": WORDING, "related": related}


def linked(identifier: str, *links: str) -> Plain:
    """Give an event with links, each ``kind:event``."""
    pairs = (one.split(":") for one in links)
    return event(identifier, links=[{"event": other, "kind": kind} for kind, other in pairs])


def inner(kind: Any) -> Any:
    """Give the class of the models inside a type, None if there is none."""
    if attrs.has(get_origin(kind) or kind):
        return kind
    return next((found for one in get_args(kind) if (found := inner(one))), None)


def references(kind: Any, plain: Plain, steps: Steps = ()) -> Iterator[tuple[str, Steps]]:
    """Give the class and field of every reference in a plain record, and the way to it."""
    for one in attrs.fields(kind):
        value, way = plain.get(one.name), (*steps, one.name)
        if value is None:
            continue
        many = isinstance(value, list)
        if "refers_to" in one.metadata:
            field = f"{kind.__name__}.{one.name}"
            yield from (
                ((field, (*way, place)) for place in range(len(value))) if many else [(field, way)]
            )
        elif (part := inner(one.type)) is not None:
            for place, item in enumerate(value if many else [value]):
                yield from references(part, item, (*way, place) if many else way)


@cache
def every_reference() -> dict[str, tuple[str, int, Steps]]:
    """Give an example in the base dataset for each field that refers: table, place, way."""
    found: dict[str, tuple[str, int, Steps]] = {}
    for table, kind in KINDS.items():
        for place, plain in enumerate(TABLES[table]):
            for field, steps in references(kind, plain):
                found.setdefault(f"{table}:{field}", (table, place, steps))
    return found


def path(plain: Plain, steps: Steps) -> str:
    """Word a way as a path by names and identifiers."""
    words = ""
    value: Any = plain
    for step in steps:
        value = value[step]
        if isinstance(step, str):
            words += f".{step}" if words else step
        elif isinstance(value, str):
            words += f"[{value}]"
        else:
            names = [value.get(key) for key in ("id", "actor", "document", "event", "source")]
            words += f"[{next((name for name in names if name), step + 1)}]"
    return words


class TestIdentifiers:
    """Identifiers are slugs that say what the record is."""

    @pytest.mark.parametrize(
        ("identifier", "message", "hint"),
        [
            ("Riga", "lower-case letters and digits", "did you mean 'riga'?"),
            ("riga_summit", "lower-case letters", "did you mean 'riga-summit'?"),
            ("riga--summit", "lower-case letters", "did you mean 'riga-summit'?"),
            ("-riga", "lower-case letters", "did you mean 'riga'?"),
            ("riga-", "lower-case letters", "did you mean 'riga'?"),
            ("riga summit ", "lower-case letters", "did you mean 'riga-summit'?"),
            ("!", "lower-case letters", None),
            ("žemaitija", "it holds 'ž' (LATIN SMALL LETTER Z WITH CARON)", "write it with"),
            ("rigа", "it holds 'а' (CYRILLIC SMALL LETTER A)", "write it with the letters a to z"),
            ("riga‑summit", "it holds '‑' (NON-BREAKING HYPHEN)", "write it with the letters"),
            ("riga٣", "it holds '٣' (ARABIC-INDIC DIGIT THREE)", "write it with the letters"),
        ],
    )
    def test_no_slug(self, tmp_path: Path, identifier: str, message: str, hint: str | None) -> None:
        """What is no slug is refused; a look-alike letter is named, a plain mistake corrected."""
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event(identifier)])
        assert (finding.rule, finding.file) == ("S201", "events.json")
        assert (finding.record, finding.field) == (identifier, "id")
        assert finding.message.startswith(f"is no slug: {message}")
        assert (finding.hint or "").startswith(hint or "")
        assert (finding.hint is None) == (hint is None)

    def test_no_slug_in_outcome(self, tmp_path: Path) -> None:
        """An identifier of an outcome or a provision is a slug too."""
        outcome = {"id": "Aim", "kind": "aim", "text": WORDING}
        findings = faults(
            tmp_path,
            events=[*TABLES["events"], event("e", outcomes=[outcome])],
            documents=changed("documents", "riga-pledge", provisions=[outcome]),
        )
        assert [(one.rule, one.record, one.field, one.hint) for one in findings] == [
            ("S201", "riga-pledge", "provisions[Aim].id", "did you mean 'aim'?"),
            ("S201", "e", "outcomes[Aim].id", "did you mean 'aim'?"),
        ]

    @pytest.mark.parametrize("identifier", ["riga-1999-04-23", "1999-04-23", "a-1999-04-23-b"])
    def test_dated(self, tmp_path: Path, identifier: str) -> None:
        """An identifier never holds a full date, which may have to be corrected."""
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event(identifier)])
        assert (finding.rule, finding.record, finding.field) == ("S202", identifier, "id")
        message = "holds a full date; dates get corrected, identifiers do not"
        assert finding.message == message

    @pytest.mark.parametrize(
        "identifier", ["riga-1999", "riga-1999-04", "11999-04-23", "1999-04-231"]
    )
    def test_years(self, tmp_path: Path, identifier: str) -> None:
        """A year, a month or another number is no full date."""
        loaded = dataset(tmp_path, events=[*TABLES["events"], event(identifier)])
        assert loaded.event(identifier).id == identifier

    def test_twice_in_table(self, tmp_path: Path) -> None:
        """An identifier used twice in a table is refused, with the file that has it already."""
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event("riga-summit")])
        line = "events.json: riga-summit: id: 'riga-summit' is used already in events.json (events)"
        assert (finding.rule, str(finding)) == ("S203", line)

    def test_twice_in_split_table(self, tmp_path: Path) -> None:
        """An identifier used in two files of one table is refused."""
        dataset(tmp_path)
        (tmp_path / "events-later.json").write_text(
            (tmp_path / "events.json").read_text("utf-8"), "utf-8"
        )
        findings = faults(tmp_path)
        assert {one.record for one in findings} == {one["id"] for one in TABLES["events"]}
        assert {one.message for one in findings} == {
            "is used already in events-later.json (events)"
        }

    def test_twice_across_tables(self, tmp_path: Path) -> None:
        """An identifier is unique over all tables."""
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event("vilnius")])
        assert (finding.rule, finding.file, finding.record) == ("S203", "places.json", "vilnius")
        assert finding.message == "is used already in events.json (events)"

    def test_thrice(self, tmp_path: Path) -> None:
        """Every further use is told, with the first."""
        findings = faults(
            tmp_path,
            events=[*TABLES["events"], event("vilnius")],
            sources=[*TABLES["sources"], {**TABLES["sources"][0], "id": "vilnius"}],
        )
        assert [(one.file, one.message) for one in findings] == [
            ("places.json", "is used already in events.json (events)"),
            ("sources.json", "is used already in events.json (events)"),
        ]

    def test_twice_in_base(self, tmp_path: Path) -> None:
        """An identifier of the base dataset is not used again."""
        base = dataset(tmp_path / "base")
        empty: Any = dict.fromkeys(TABLES)
        own = empty | {"events": [event("vilnius"), event("riga-summit"), event("own")]}
        findings = faults(tmp_path / "own", INFO | {"coverage": [], "redirects": []}, base, **own)
        assert [(one.rule, one.record, one.message) for one in findings] == [
            (
                "S203",
                "riga-summit",
                "is used already in the dataset that this one builds on (events)",
            ),
            (
                "S203",
                "vilnius",
                "is used already in the dataset that this one builds on (places)",
            ),
        ]

    @pytest.mark.parametrize(
        ("table", "identifier", "field"),
        [("events", "talk-in-riga", "outcomes"), ("documents", "riga-pledge", "provisions")],
    )
    def test_outcome_twice(self, tmp_path: Path, table: str, identifier: str, field: str) -> None:
        """An outcome's identifier is unique within its event, a provision's in its document."""
        outcome = {"id": "aim", "kind": "aim", "text": WORDING}
        own: Any = {table: changed(table, identifier, **{field: [outcome, outcome]})}
        (finding,) = faults(tmp_path, **own)
        assert (finding.rule, finding.record) == ("S203", identifier)
        assert (finding.field, finding.message) == (
            f"{field}[aim].id",
            f"is used twice in these {field}",
        )

    def test_outcome_elsewhere(self, tmp_path: Path) -> None:
        """Outcomes of two events may bear the same identifier, even that of a record."""
        outcome = {"id": "invitation", "kind": "aim", "text": WORDING}
        other = {"id": "vilnius", "kind": "aim", "text": WORDING}
        dataset(tmp_path, events=changed("events", "talk-in-riga", outcomes=[outcome, other]))


class TestReferences:
    """What a record names must be there, in a table where it may stand."""

    def test_base(self, tmp_path: Path) -> None:
        """The base dataset, with a reference of each kind, has no fault."""
        assert dataset(tmp_path).name == "amber"

    def test_all_fields(self) -> None:
        """The base dataset has an example of every field that refers."""
        todo: list[Any] = [*KINDS.values(), DatasetInfo]
        known = set(todo)
        while todo:
            for one in attrs.fields(todo.pop()):
                part = inner(one.type)
                if part is not None and part not in known:
                    known.add(part)
                    todo.append(part)
        expected = {
            f"{kind.__name__}.{one.name}"
            for kind in known
            for one in attrs.fields(kind)
            if "refers_to" in one.metadata
        }
        found = {field.partition(":")[2] for field in every_reference()}
        assert Bilingual in known
        assert found | {"Coverage.object"} == expected

    @pytest.mark.parametrize("field", every_reference())
    def test_dangling(self, tmp_path: Path, field: str) -> None:
        """A reference to nothing is refused, of whatever field, with the path to it."""
        table, place, steps = every_reference()[field]
        records = copy.deepcopy(TABLES[table])
        owner: Any = records[place]
        for step in steps[:-1]:
            owner = owner[step]
        owner[steps[-1]] = NOWHERE
        own: Any = {table: records}
        (finding,) = faults(tmp_path, **own)
        assert (finding.rule, finding.file) == ("S211", f"{table}.json")
        assert (finding.record, finding.field) == (
            records[place]["id"],
            path(records[place], steps),
        )
        assert (finding.value, finding.hint) == (f"'{NOWHERE}'", None)
        assert finding.message.startswith("names nothing in ")

    def test_dangling_coverage(self, tmp_path: Path) -> None:
        """What is covered must be there too."""
        coverage = [{"relation": "member-of", "object": "amber-pakt", "period": "1994/2010"}]
        (finding,) = faults(tmp_path, INFO | {"coverage": coverage})
        assert str(finding) == (
            "dataset.json: coverage[amber-pakt].object: 'amber-pakt' names nothing in actors"
            " (did you mean 'amber-pact' or 'amber-group'?)"
        )

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {"places": ["lithuania", "jurate-zvirblyte"]},
                (
                    "places[jurate-zvirblyte]: 'jurate-zvirblyte' names a record of actors,"
                    " where one of places or countries is expected"
                ),
            ),
            (
                {"places": ["klaipėda"]},
                (
                    "places[klaipėda]: 'klaipėda' names nothing in places or countries"
                    " (did you mean 'klaipeda'?)"
                ),
            ),
            (
                {"part_of": "riga-sumit"},
                "part_of: 'riga-sumit' names nothing in events (did you mean 'riga-summit'?)",
            ),
            (
                {"part_of": "riga-castle"},
                (
                    "part_of: 'riga-castle' names a record of places, where one of events"
                    " is expected (did you mean 'riga-summit'?)"
                ),
            ),
            (
                {"figures": [{"value": 2, "unit": "people", "of": "sumit"}]},
                "figures[1].of: 'sumit' names nothing in actors or documents or places or roles",
            ),
            (
                {"figures": [{"value": 2, "unit": "people", "of": "riga-summit"}]},
                (
                    "figures[1].of: 'riga-summit' names a record of events, where one of actors"
                    " or documents or places or roles is expected (did you mean 'riga-castle'?)"
                ),
            ),
            (
                {"figures": [{"value": 2, "unit": "people", "of": "invite"}]},
                (
                    "figures[1].of: 'invite' names nothing in actors or documents or places or"
                    " roles (did you mean 'inviter' or 'invitee'?)"
                ),
            ),
        ],
    )
    def test_told(self, tmp_path: Path, fields: Plain, expected: str) -> None:
        """A finding says what was expected there, and which name may have been meant."""
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event("e", **fields)])
        assert str(finding) == f"events.json: e: {expected}"

    @pytest.mark.parametrize("role", ["host", "invitee", "framework-nation"])
    def test_role(self, tmp_path: Path, role: str) -> None:
        """A figure may count the participants of a role."""
        figure = {"value": 2, "unit": "people", "of": role}
        dataset(tmp_path, events=[*TABLES["events"], event("e", figures=[figure])])

    @pytest.mark.parametrize("of", ["seimas", "amber-charter", "vilnius"])
    def test_figure_of(self, tmp_path: Path, of: str) -> None:
        """A figure may count what belongs to an actor, a document or a place."""
        figure = {"value": 2, "unit": "people", "of": of}
        dataset(tmp_path, events=[*TABLES["events"], event("e", figures=[figure])])

    def test_role_is_no_actor(self, tmp_path: Path) -> None:
        """A role stands for no actor elsewhere."""
        parts = [{"actor": "invitee", "role": "guest"}]
        (finding,) = faults(tmp_path, events=[*TABLES["events"], event("e", participants=parts)])
        assert finding.message == "names nothing in actors"

    @pytest.mark.parametrize(("table", "identifier"), [("actors", "seimas"), ("places", "vilnius")])
    def test_country(self, tmp_path: Path, table: str, identifier: str) -> None:
        """A country is an actor of that kind: a person is none."""
        own: Any = {table: changed(table, identifier, country="jurate-zvirblyte")}
        (finding,) = faults(tmp_path, **own)
        assert (finding.record, finding.field) == (identifier, "country")
        message = "names a record of actors, where one of countries is expected"
        assert finding.message == message

    @pytest.mark.parametrize("field", ["begun_by", "ended_by"])
    def test_begun_by(self, tmp_path: Path, field: str) -> None:
        """A relation is begun and ended by an event or a document, by no actor."""
        own = changed("relations", "president-simkunas", **{field: "riga-summit"})
        dataset(tmp_path, relations=own)
        own = changed("relations", "president-simkunas", **{field: "seimas"})
        (finding,) = faults(tmp_path, relations=own)
        message = "names a record of actors, where one of events or documents is expected"
        assert (finding.field, finding.message) == (field, message)

    def test_discrepancy(self, tmp_path: Path) -> None:
        """A discrepancy is about a record of any other table, not about a discrepancy."""
        for table in set(TABLES) - {"discrepancies"}:
            record = TABLES[table][0]["id"]
            dataset(
                tmp_path, discrepancies=changed("discrepancies", "no-second-summit", record=record)
            )
        (finding,) = faults(
            tmp_path,
            discrepancies=changed(
                "discrepancies", "no-second-summit", record="day-of-amber-shield"
            ),
        )
        assert finding.message.startswith("names a record of discrepancies, where one of events or")

    def test_missing_table(self, tmp_path: Path) -> None:
        """A table that is not there is empty: what names its records dangles."""
        findings = faults(tmp_path, pledges=None, places=None)
        assert {one.rule for one in findings} == {"S211"}
        assert {one.value for one in findings} == {
            "'riga'",
            "'riga-castle'",
            "'klaipeda'",
            "'vilnius'",
        }


class TestFollowUps:
    """A record that can not be decoded is told once: what names it is no fault."""

    def test_record(self, tmp_path: Path) -> None:
        """References to a record with faults of its own are not reported."""
        (finding,) = faults(tmp_path, actors=changed("actors", "lithuania", kind="contry"))
        assert (finding.record, finding.field) == ("lithuania", "kind")

    def test_others(self, tmp_path: Path) -> None:
        """All others are, in the same go."""
        findings = faults(
            tmp_path,
            actors=changed("actors", "lithuania", kind="contry"),
            events=[*TABLES["events"], event("e", places=["lithuania", "vilna"])],
        )
        assert [(one.rule, one.record) for one in findings] == [
            ("S114", "lithuania"),
            ("S211", "e"),
        ]
        assert findings[1].value == "'vilna'"

    @pytest.mark.parametrize("identifier", [..., 5, "", "riga\n"])
    def test_nameless(self, tmp_path: Path, identifier: object) -> None:
        """A record without a usable identifier may be any that is named of its table."""
        findings = faults(
            tmp_path,
            events=[*TABLES["events"], event("e", places=["vilna"], part_of="nothing")],
            places=changed("places", "riga-castle", id=identifier),
        )
        assert [(one.record, one.field) for one in findings[:1]] == [("e", "part_of")]
        assert [(one.file, one.field) for one in findings[1:]] == [("places.json", "id")]

    def test_elsewhere(self, tmp_path: Path) -> None:
        """What is named and found in another table is told all the same."""
        findings = faults(
            tmp_path,
            events=[*TABLES["events"], event("e", part_of="vilnius")],
            documents=[*TABLES["documents"], {}],
            discrepancies=[*TABLES["discrepancies"], 5],
            observations=[*TABLES["observations"], {"id": "vilnius", "year": "1990"}],
            actors=[*TABLES["actors"], 5],
            pledges=changed("pledges", "riga-pledge-growth", document="vilnius"),
        )
        told = [(one.record, one.field, one.value) for one in findings if one.rule == "S211"]
        assert told == [
            ("e", "part_of", "'vilnius'"),
            ("riga-pledge-growth", "document", "'vilnius'"),
        ]

    def test_no_record(self, tmp_path: Path) -> None:
        """So may an item that is no record."""
        places = [one for one in TABLES["places"] if one["id"] != "riga"]
        (finding,) = faults(tmp_path, places=[*places, 5])
        assert (finding.file, finding.record, finding.field) == ("places.json", "5", None)

    @pytest.mark.parametrize("content", ["", "[", '{"a": 1}'])
    def test_file(self, tmp_path: Path, content: str) -> None:
        """A file that can not be read is told once, whatever stood in it."""
        assert len(faults(tmp_path, actors=None)) > 20
        written(tmp_path, "actors-of-the-pact.json", content)
        (finding,) = faults(tmp_path, actors=None)
        assert (finding.file, finding.record) == ("actors-of-the-pact.json", None)

    def test_redirect(self, tmp_path: Path) -> None:
        """A redirect to a record with faults of its own is no fault."""
        findings = faults(tmp_path, events=changed("events", "accession-day", category="acession"))
        assert [(one.record, one.field) for one in findings] == [("accession-day", "category")]

    def test_info(self, tmp_path: Path) -> None:
        """Faults of the description do not hide those of the records."""
        findings = faults(
            tmp_path,
            INFO | {"version": 2},
            events=[*TABLES["events"], event("e", part_of="riga-sumit")],
        )
        assert [(one.file, one.field) for one in findings] == [
            ("dataset.json", "version"),
            ("events.json", "part_of"),
        ]


class TestRedirects:
    """Retired identifiers lead to those that are used now."""

    def test_found(self, tmp_path: Path) -> None:
        """A retired identifier finds the record that took its place."""
        assert dataset(tmp_path).event("lithuania-enters-the-pact").id == "accession-day"

    def test_used(self, tmp_path: Path) -> None:
        """A retired identifier is not used again."""
        redirects = [{"old": "riga", "new": "riga-castle"}]
        (finding,) = faults(tmp_path, INFO | {"redirects": redirects})
        line = "dataset.json: redirects[riga]: 'riga' is retired, yet used in places.json (places)"
        assert (finding.rule, str(finding)) == ("S203", line)

    def test_nowhere(self, tmp_path: Path) -> None:
        """A redirect leads to a record."""
        redirects = [{"old": "rigga", "new": "riga-casle"}]
        (finding,) = faults(tmp_path, INFO | {"redirects": redirects})
        assert finding.rule == "S211"
        assert str(finding) == (
            "dataset.json: redirects[rigga]: 'riga-casle' names no record"
            " (did you mean 'riga-castle' or 'riga-pledge'?)"
        )

    def test_no_hint(self, tmp_path: Path) -> None:
        """Where no identifier is near, none is suggested."""
        redirects = [{"old": "a", "new": "qqqqqqqqq"}]
        (finding,) = faults(tmp_path, INFO | {"redirects": redirects})
        assert finding.hint is None

    def test_reference(self, tmp_path: Path) -> None:
        """A record does not name another by a retired identifier."""
        (finding,) = faults(tmp_path, events=events(e="lithuania-enters-the-pact"))
        assert (finding.rule, finding.field) == ("S211", "part_of")


class TestCycles:
    """No record is, over some steps, part of, within or after itself."""

    @pytest.mark.parametrize(
        ("links", "cycle"),
        [
            ({"a": "a"}, "a -> a"),
            ({"a": "b", "b": "a"}, "a -> b -> a"),
            ({"c": "a", "a": "b", "b": "c"}, "a -> b -> c -> a"),
            ({"z": "b", "b": "a", "a": "b", "c": "riga-summit"}, "a -> b -> a"),
        ],
    )
    def test_part_of(self, tmp_path: Path, links: dict[str, str], cycle: str) -> None:
        """An event is no part of itself; the finding tells the whole way round."""
        (finding,) = faults(tmp_path, events=events(**links))
        assert (finding.rule, finding.file) == ("S212", "events.json")
        assert (finding.record, finding.field, finding.value) == ("a", "part_of", cycle)
        assert finding.message == "leads back to itself"

    def test_two(self, tmp_path: Path) -> None:
        """Every cycle is told, each once."""
        findings = faults(tmp_path, events=events(a="b", b="a", c="c", d="e", e="f", f="d", g="a"))
        assert [one.value for one in findings] == ["a -> b -> a", "c -> c", "d -> e -> f -> d"]

    def test_chain(self, tmp_path: Path) -> None:
        """A long chain is no cycle, and a cycle as long is found."""
        links = {f"e{number}": f"e{number + 1}" for number in range(300)}
        dataset(tmp_path, events=events(**links, e300="riga-summit"))
        (finding,) = faults(tmp_path, events=events(**links, e300="e0"))
        assert finding.value is not None
        assert finding.value.count(" -> ") == 301

    def test_within(self, tmp_path: Path) -> None:
        """A place does not lie within itself."""
        places = changed("places", "riga", within="riga-castle")
        (finding,) = faults(tmp_path, places=places)
        assert (finding.record, finding.field) == ("riga", "within")
        assert finding.value == "riga -> riga-castle -> riga"

    @pytest.mark.parametrize("kind", ["follows", "marks", "carries-out", "responds-to"])
    def test_links(self, tmp_path: Path, kind: str) -> None:
        """An event does not come after itself, over whatever kinds of link."""
        added = [linked("a", f"{kind}:b"), linked("b", "follows:c"), linked("c", f"{kind}:a")]
        (finding,) = faults(tmp_path, events=[*TABLES["events"], *added])
        assert (finding.record, finding.field) == ("a", "links")
        assert finding.value == "a -> b -> c -> a"

    def test_announces(self, tmp_path: Path) -> None:
        """What announces an event is followed by it: that is no cycle."""
        added = [linked("a", "announces:b"), linked("b", "follows:a")]
        assert dataset(tmp_path, events=[*TABLES["events"], *added]).event("a").links

    @pytest.mark.parametrize(
        "kind",
        ["amends", "revises", "replaces", "supplements", "implements", "based-on", "annexed-to"],
    )
    def test_documents(self, tmp_path: Path, kind: str) -> None:
        """A document does not come after itself."""
        added = [document("a", kind, "b"), document("b", kind, "a")]
        (finding,) = faults(tmp_path, documents=[*TABLES["documents"], *added])
        assert (finding.file, finding.record) == ("documents.json", "a")
        assert (finding.field, finding.value) == ("related", "a -> b -> a")

    def test_refers(self, tmp_path: Path) -> None:
        """Documents may refer to one another."""
        added = [document("a", "refers-to", "b"), document("b", "refers-to", "a")]
        assert dataset(tmp_path, documents=[*TABLES["documents"], *added]).document("a").related

    def test_base(self, tmp_path: Path) -> None:
        """A way that leads into the base dataset ends there."""
        base = dataset(tmp_path / "base")
        empty: Any = dict.fromkeys(TABLES)
        own = [event("own", part_of="talk-in-riga")]
        info = INFO | {"coverage": [], "redirects": []}
        loaded = dataset(tmp_path / "own", info, base, **(empty | {"events": own}))
        assert loaded.event("own").part_of == "talk-in-riga"

    def test_beside_dangling(self, tmp_path: Path) -> None:
        """A way that leads to nothing is dangling, not a cycle."""
        findings = faults(tmp_path, events=events(a="b", b="nothing"))
        assert [one.rule for one in findings] == ["S211"]
