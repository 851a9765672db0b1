"""Rules on order: each fires on a minimal fault, and is silent on the nearest valid neighbour."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import TABLES, Plain, changed, dataset

if TYPE_CHECKING:
    from pathlib import Path

WORDING = {"en": "A", "lt": "Ą"}


def told(folder: Path, code: str, **tables: Any) -> list[str]:
    """Write the base dataset with these changes, and give the findings of one rule as lines."""
    return [str(one) for one in ltnato.check(dataset(folder, **tables), select=code)]


def event(identifier: str, **fields: Any) -> Plain:
    """Give a small event."""
    return {
        "id": identifier,
        "category": "agreement",
        "title": WORDING,
        "summary": WORDING,
        **fields,
    }


def document(identifier: str, **fields: Any) -> Plain:
    """Give a small document."""
    return {"id": identifier, "kind": "agreement", "title": WORDING, **fields}


def events(*more: Plain, **changes: Plain) -> list[Plain]:
    """Give the base events, some changed (``accession_day={...}``), and further ones."""
    records = copy.deepcopy(TABLES["events"])
    for name, fields in changes.items():
        next(one for one in records if one["id"] == name.replace("_", "-")).update(fields)
    return [*records, *more]


def linked(kind: str, when: str | None, to: str = "accession-day") -> list[Plain]:
    """Give the base events and one with a date that is linked to another."""
    dated = {} if when is None else {"when": when}
    return events(event("later", links=[{"event": to, "kind": kind}], **dated))


class TestLinks:
    """O101 and O102: links keep the order of time."""

    @pytest.mark.parametrize("kind", ["follows", "marks", "carries-out", "responds-to"])
    def test_back_in_time(self, tmp_path: Path, kind: str) -> None:
        """What comes after another event can not be over before it."""
        assert told(tmp_path, "O101", events=linked(kind, "2004-03-28")) == [
            (
                "events.json: later: links[accession-day]: '2004-03-28' lies before 2004-03-29,"
                f" yet {kind} accession-day"
            )
        ]

    @pytest.mark.parametrize("when", ["2004-03-29", "2004-03", "2004", "2003/", "2005", None])
    def test_forward(self, tmp_path: Path, when: str | None) -> None:
        """The same day, a coarse date that may be later, and no date are fine."""
        assert told(tmp_path, "O101", events=linked("follows", when)) == []

    def test_undated_target(self, tmp_path: Path) -> None:
        """An event may follow, or announce, an undated one."""
        for kind, code in (("follows", "O101"), ("announces", "O102")):
            found = told(tmp_path, code, events=linked(kind, "1900", to="undated-meeting"))
            assert found == []

    def test_announced_too_late(self, tmp_path: Path) -> None:
        """What is over can not be announced."""
        assert told(tmp_path, "O102", events=linked("announces", "2004-04")) == [
            (
                "events.json: later: links[accession-day]: '2004-04' lies after 2004-03-29, yet"
                " announces accession-day"
            )
        ]
        assert told(tmp_path, "O101", events=linked("announces", "2004-04")) == []

    @pytest.mark.parametrize("when", ["2004-03-29", "2004", "1999", None])
    def test_announced(self, tmp_path: Path, when: str | None) -> None:
        """It is announced before, or on the day."""
        assert told(tmp_path, "O102", events=linked("announces", when)) == []


#: A protocol on the accession of Lithuania.
PROTOCOL = document(
    "protocol", kind="protocol", related=[{"document": "amber-charter", "kind": "amends"}]
)


def protocol_signed(day: str, **fields: Any) -> Plain:
    """Give the event at which the protocol is signed."""
    outcome = {
        "id": "protocol",
        "kind": "decision",
        "text": WORDING,
        "documents": [{"document": "protocol", "act": "signs"}],
        "participants": [
            {"actor": "latvia", "role": "signatory"},
            {"actor": "lithuania", "role": "beneficiary"},
        ],
    }
    return event("protocol-signed", when=day, outcomes=[outcome | fields])


def invited(when: str, topic: str | None = "enlargement", **actors: str) -> Plain:
    """Give an event that invites, with the actors of some roles."""
    outcome = {
        "id": "invitation",
        "kind": "invitation",
        "text": WORDING,
        "participants": [{"actor": actor, "role": role} for role, actor in actors.items()],
        "topics": [topic] if topic else [],
    }
    return event("invited", when=when, outcomes=[outcome])


#: The base events without the invitation at the summit.
UNINVITED = events(riga_summit={"outcomes": []})


class TestAccessionPath:
    """O103: invitation, protocols, ratification, accession."""

    def test_accession_before_invitation(self, tmp_path: Path) -> None:
        """A day of accession before the invitation and the ratification is told for each record."""
        relations = changed("relations", "lithuania-in-the-pact", when="1999-03-29/..")

        found = told(
            tmp_path, "O103", events=events(accession_day={"when": "1999-03"}), relations=relations
        )

        assert found == [
            (
                "events.json: accession-day: when: '1999-03' puts the accession of lithuania before"
                " the ratification, seimas-ratifies-the-charter, 2004-03-10"
            ),
            (
                "relations.json: lithuania-in-the-pact: when: '1999-03-29/..' puts the accession of"
                " lithuania before the ratification, seimas-ratifies-the-charter, 2004-03-10"
            ),
        ]

    def test_ratified_before_invited(self, tmp_path: Path) -> None:
        """A ratification before the invitation is a fault."""
        records = events(seimas_ratifies_the_charter={"when": "1999-04-23"})

        assert told(tmp_path, "O103", events=records) == [
            (
                "events.json: seimas-ratifies-the-charter: when: '1999-04-23' puts the ratification"
                " of lithuania before the invitation, riga-summit, 1999-04-24"
            )
        ]

    def test_invited_with_own_date(self, tmp_path: Path) -> None:
        """A protocol with a date of its own is told with it, and so is what lies before it."""
        documents = [*TABLES["documents"], PROTOCOL]

        assert told(
            tmp_path,
            "O103",
            events=events(protocol_signed("2003", when="1999-04-20")),
            documents=documents,
        ) == [
            (
                "events.json: protocol-signed: outcomes[protocol].when: '1999-04-20' puts the"
                " protocol of lithuania before the invitation, riga-summit, 1999-04-24"
            )
        ]
        assert told(
            tmp_path, "O103", events=events(protocol_signed("2004-03-11")), documents=documents
        ) == [
            (
                "events.json: seimas-ratifies-the-charter: when: '2004-03-10' puts the ratification"
                " of lithuania before the protocol, protocol-signed, 2004-03-11"
            )
        ]

    @pytest.mark.parametrize("when", ["1999-04-24", "2004-03-10", "2004", "[..2004-03-10]"])
    def test_in_order(self, tmp_path: Path, when: str) -> None:
        """Steps in order, or on one day, are fine, and so is a date that may be in order."""
        found = told(
            tmp_path,
            "O103",
            events=events(protocol_signed(when)),
            documents=[*TABLES["documents"], PROTOCOL],
        )

        assert found == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"documents": [{"document": "protocol", "act": "refers-to"}]},
            {"documents": [{"document": "letter-of-application", "act": "signs"}]},
            {"participants": [{"actor": "estonia", "role": "beneficiary"}]},
            {"participants": [{"actor": "lithuania", "role": "signatory"}]},
        ],
    )
    def test_no_protocol_of_its_own(self, tmp_path: Path, fields: Plain) -> None:
        """A protocol counts for whom it lets in, where it is signed and tied to the treaty."""
        estonia = {"id": "estonia", "kind": "country", "name": WORDING}

        found = told(
            tmp_path,
            "O103",
            events=events(protocol_signed("2009", **fields)),
            documents=[*TABLES["documents"], PROTOCOL],
            actors=[*TABLES["actors"], estonia],
        )

        assert found == []

    def test_one_step_in_order_is_enough(self, tmp_path: Path) -> None:
        """A later invitation, such as to a meeting, does not outweigh the first one."""
        late = invited("2006", inviter="amber-pact", invitee="lithuania")

        assert told(tmp_path, "O103", events=events(late)) == []
        assert len(told(tmp_path, "O103", events=[*UNINVITED, late])) == 3

    @pytest.mark.parametrize(
        ("topic", "actors", "count"),
        [
            # The organisation invites, or only one of its bodies does.
            ("enlargement", {"inviter": "amber-pact"}, 3),
            ("enlargement", {"inviter": "seimas"}, 3),
            ("enlargement", {}, 3),
            # It names into what.
            (None, {"subject": "amber-pact"}, 3),
            (None, {"subject": "amber-group"}, 0),
            # Another organisation invites, or it is about something else.
            ("enlargement", {"inviter": "amber-league"}, 0),
            (None, {"inviter": "amber-pact"}, 0),
        ],
    )
    def test_into_what(
        self, tmp_path: Path, topic: str | None, actors: dict[str, str], count: int
    ) -> None:
        """An invitation counts for the organisation that it is into."""
        league = {"id": "amber-league", "kind": "organisation", "name": WORDING}

        found = told(
            tmp_path,
            "O103",
            events=[*UNINVITED, invited("2006", topic, invitee="lithuania", **actors)],
            actors=[*TABLES["actors"], league],
        )

        assert len(found) == count

    def test_several_countries(self, tmp_path: Path) -> None:
        """A step of several countries is told once."""
        estonia = {"id": "estonia", "kind": "country", "name": WORDING}
        tie: Plain = {
            "id": "estonia-in-the-pact",
            "kind": "member-of",
            "subject": "estonia",
            "object": "amber-pact",
            "begun_by": "accession-day",
        }
        both = [
            {"actor": "lithuania", "role": "acceding"},
            {"actor": "estonia", "role": "acceding"},
        ]
        outcome = {
            "id": "accession",
            "kind": "accession",
            "text": WORDING,
            "participants": both,
            "documents": [{"document": "amber-charter", "act": "accedes-to"}],
        }
        invitation = invited("2006", inviter="amber-pact", invitee="lithuania")
        guest = {"actor": "estonia", "role": "invitee"}
        invitation["outcomes"][0]["participants"].append(guest)
        records = [*copy.deepcopy(UNINVITED), invitation]
        day = next(one for one in records if one["id"] == "accession-day")
        day |= {"outcomes": [outcome]}

        def run(**fields: str) -> list[str]:
            return told(
                tmp_path,
                "O103",
                events=records,
                actors=[*TABLES["actors"], estonia],
                relations=[*TABLES["relations"], tie | fields],
            )

        assert run(when="2004-03-29/..")[0] == (
            "events.json: accession-day: when: '2004-03-29' puts the accession of estonia,"
            " lithuania before the invitation, invited, 2006"
        )
        # A membership without a date has no place in the order.
        assert " of lithuania before" in run()[0]

    def test_undated_step(self, tmp_path: Path) -> None:
        """A step without a date has no place in the order."""
        undated = event(
            "undated-ratification",
            participants=[{"actor": "lithuania", "role": "ratifier"}],
            documents=[{"document": "amber-charter", "act": "ratifies"}],
        )

        assert told(tmp_path, "O103", events=events(undated)) == []


class TestPromises:
    """O104: a text binds from its adoption on."""

    def test_deadline(self, tmp_path: Path) -> None:
        """A deadline that is over before the adoption is a fault."""
        pledges = changed("pledges", "riga-pledge-level", deadline="1998")

        assert told(tmp_path, "O104", pledges=pledges) == [
            (
                "pledges.json: riga-pledge-level: deadline: '1998' is over before riga-pledge was"
                " adopted, 1999-04-25"
            )
        ]

    def test_in_force(self, tmp_path: Path) -> None:
        """A time in force that surely begins before the adoption is a fault."""
        pledges = changed("pledges", "riga-pledge-level", in_force="1998/2008")
        documents = changed("documents", "riga-pledge", in_force="1999-03/..")

        assert told(tmp_path, "O104", pledges=pledges, documents=documents) == [
            (
                "documents.json: riga-pledge: in_force: '1999-03/..' begins before riga-pledge was"
                " adopted, 1999-04-25"
            ),
            (
                "pledges.json: riga-pledge-level: in_force: '1998/2008' begins before riga-pledge"
                " was adopted, 1999-04-25"
            ),
        ]

    @pytest.mark.parametrize(
        "tables",
        [
            {"pledges": changed("pledges", "riga-pledge-level", deadline="1999")},
            {"pledges": changed("pledges", "riga-pledge-level", in_force="1999-04/2008")},
            {
                "documents": changed("documents", "riga-pledge", adopted=...),
                "pledges": changed(
                    "pledges", "riga-pledge-level", deadline="1998", in_force="1998"
                ),
            },
        ],
    )
    def test_silent(self, tmp_path: Path, tables: Plain) -> None:
        """The year of the adoption is fine, and an undated document allows all."""
        assert told(tmp_path, "O104", **tables) == []


def used(
    when: str | None, act: str, category: str = "agreement", outcome: Plain | None = None
) -> list[Plain]:
    """Give the base events and one that uses the Riga Pledge, of 25 April 1999."""
    dated = {} if when is None else {"when": when}
    uses = [{"document": "riga-pledge", "act": act}]
    parts = {"outcomes": [outcome | {"documents": uses}]} if outcome else {"documents": uses}
    return events(event("use", **dated | parts) | {"category": category})


class TestDocuments:
    """O105 to O107: documents are not used before they are there."""

    @pytest.mark.parametrize(
        "act",
        [
            *("signs", "adopts", "issues", "ratifies", "accedes-to", "deposits"),
            *("sends", "launches", "revises", "carries-out"),
        ],
    )
    def test_too_early(self, tmp_path: Path, act: str) -> None:
        """What is done with a document is not over before its adoption."""
        assert told(tmp_path, "O105", events=used("1999-04-24", act)) == [
            (
                f"events.json: use: documents[riga-pledge]: 'riga-pledge' {act} on 1999-04-24 what"
                " was adopted later, 1999-04-25"
            )
        ]

    @pytest.mark.parametrize("act", ["commissions", "refers-to", "approves"])
    def test_early(self, tmp_path: Path, act: str) -> None:
        """A document may be asked for, spoken of and let pass before it is adopted."""
        assert told(tmp_path, "O105", events=used("1999-04-24", act)) == []

    @pytest.mark.parametrize("when", ["1999-04-25", "1999-04", "1999-04-23/", "2005", None])
    def test_in_time(self, tmp_path: Path, when: str | None) -> None:
        """A use on the day, or perhaps later, is fine."""
        assert told(tmp_path, "O105", events=used(when, "signs")) == []

    @pytest.mark.parametrize(
        ("when", "own", "count"),
        [
            ("1999-04-24/1999-04-25", "1999-04-24", 0),
            ("1999-04-23/1999-04-24", "1999-04-24", 1),
            (None, "1999-04-24", 1),
        ],
    )
    def test_outcome(self, tmp_path: Path, when: str | None, own: str, count: int) -> None:
        """What was decided on the first day may stand in a text of the last one."""
        fields: Plain = {"id": "a", "kind": "decision", "text": WORDING, "when": own}
        line = (
            f"events.json: use: outcomes[a].documents[riga-pledge]: 'riga-pledge' issues on"
            f" {when or own} what was adopted later, 1999-04-25"
        )

        assert told(tmp_path, "O105", events=used(when, "issues", outcome=fields)) == [line] * count

    def test_once(self, tmp_path: Path) -> None:
        """A use that the event and its outcome tell is reported once."""
        records = used("1999-04-24", "signs")
        outcome = {"id": "a", "kind": "decision", "text": WORDING}
        records[-1]["outcomes"] = [outcome | {"documents": records[-1]["documents"]}]

        assert len(told(tmp_path, "O105", events=records)) == 1

    @pytest.mark.parametrize(("adopted", "count"), [("1999-04-24", 1), ("1999", 0), (None, 0)])
    def test_provision(self, tmp_path: Path, adopted: str | None, count: int) -> None:
        """A law ratifies what is there."""
        provision = {
            "id": "ratification",
            "kind": "decision",
            "text": WORDING,
            "documents": [{"document": "riga-pledge", "act": "ratifies"}],
        }
        law = document("law", provisions=[provision])
        if adopted is not None:
            law["adopted"] = adopted
        line = (
            "documents.json: law: provisions[ratification].documents[riga-pledge]: 'riga-pledge'"
            f" ratifies on {adopted} what was adopted later, 1999-04-25"
        )

        found = told(tmp_path, "O105", documents=[*TABLES["documents"], law])
        assert found == [line] * count

    @pytest.mark.parametrize("act", ["adopts", "approves", "issues", "signs"])
    def test_another_day(self, tmp_path: Path, act: str) -> None:
        """A document that is made after the day of its adoption is worth a look."""
        assert told(tmp_path, "O106", events=used("1999-05", act)) == [
            (
                f"events.json: use: documents[riga-pledge]: 'riga-pledge' {act} on 1999-05 what was"
                " adopted before, 1999-04-25"
            )
        ]

    def test_approved_early(self, tmp_path: Path) -> None:
        """So is one that is approved before it is adopted."""
        assert told(tmp_path, "O106", events=used("1999-03", "approves")) == [
            (
                "events.json: use: documents[riga-pledge]: 'riga-pledge' approves on 1999-03 what"
                " was adopted later, 1999-04-25"
            )
        ]

    @pytest.mark.parametrize(
        "records",
        [
            used("1999-04-24/1999-04-26", "adopts"),
            used("1999-05", "carries-out"),
            used("1999-04-24", "adopts"),  # which O105 reports
            used("1999-05", "signs", category="accession"),
            [*used("1999-05", "signs"), event("first", documents=[], when="1999-04-25")],
        ],
    )
    def test_same_day(self, tmp_path: Path, records: list[Plain]) -> None:
        """It is silent on the day, for other acts, and for who signs later what others made."""
        if records[-1]["id"] == "first":
            records[-1]["documents"] = [{"document": "riga-pledge", "act": "signs"}]

        assert told(tmp_path, "O106", events=records) == []

    def test_undated(self, tmp_path: Path) -> None:
        """An undated document may be made at any time."""
        documents = changed("documents", "riga-pledge", adopted=..., in_force=...)

        for code in ("O105", "O106"):
            found = told(tmp_path, code, events=used("1900", "adopts"), documents=documents)
            assert found == []

    @pytest.mark.parametrize(
        "kind", ["amends", "revises", "replaces", "supplements", "implements", "based-on"]
    )
    def test_change(self, tmp_path: Path, kind: str) -> None:
        """What changes or rests on a document is no older than that."""
        related = [{"document": "riga-pledge", "kind": kind}]
        new = document("new", adopted="1999-04-24", related=related)

        assert told(tmp_path, "O107", documents=[*TABLES["documents"], new]) == [
            (
                "documents.json: new: related[riga-pledge]: '1999-04-24' lies before 1999-04-25,"
                f" the adoption of riga-pledge ({kind})"
            )
        ]

    @pytest.mark.parametrize(
        ("kind", "to", "adopted"),
        [
            ("refers-to", "riga-pledge", "1999-04-24"),
            ("annexed-to", "riga-pledge", "1999-04-24"),
            ("amends", "riga-pledge", "1999-04-25"),
            ("amends", "riga-pledge", "1999"),
            ("amends", "riga-pledge", None),
            ("amends", "letter-of-application", "1900"),
        ],
    )
    def test_no_change(self, tmp_path: Path, kind: str, to: str, adopted: str | None) -> None:
        """An annex may be older, and so may be what only names the other; undated ones as well."""
        new = document("new", related=[{"document": to, "kind": kind}])
        if adopted is not None:
            new["adopted"] = adopted

        assert told(tmp_path, "O107", documents=[*TABLES["documents"], new]) == []


def acting(when: str | None, outcome: str | None = None, **part: str) -> list[Plain]:
    """Give the base events and one with a participant, of its own or of an outcome."""
    dated = {} if when is None else {"when": when}
    fields = {"actor": "amber-group", "role": "participant"} | part
    if outcome is None:
        return events(event("act", participants=[fields], **dated))
    made = {"id": "a", "kind": outcome, "text": WORDING, "participants": [fields]}
    return events(event("act", outcomes=[made], **dated))


class TestExistence:
    """O108: a body acts while it exists."""

    @pytest.mark.parametrize(
        ("when", "how"), [("2000-05-18", "before"), ("1999", "before"), ("2004-03-30", "after")]
    )
    def test_fires(self, tmp_path: Path, when: str, how: str) -> None:
        """A body that acts before its founding or after its end is a fault."""
        assert told(tmp_path, "O108", events=acting(when)) == [
            (
                f"events.json: act: participants[amber-group].actor: 'amber-group' acts on {when},"
                f" {how} it existed, 2000-05-19/2004-03-29"
            )
        ]

    @pytest.mark.parametrize("field", ["capacity", "on_behalf_of"])
    def test_other_fields(self, tmp_path: Path, field: str) -> None:
        """So are an office and a body for which one stands, and what stands in an outcome."""
        records = acting("1999", "decision", **{"actor": "janis-ozols", field: "amber-group"})

        assert told(tmp_path, "O108", events=records) == [
            (
                f"events.json: act: outcomes[a].participants[janis-ozols].{field}: 'amber-group'"
                " acts on 1999, before it existed, 2000-05-19/2004-03-29"
            )
        ]

    @pytest.mark.parametrize(
        "records",
        [
            acting("2000-05-19"),
            acting("2004-03"),
            acting("2000"),
            acting(None),
            acting("1999", role="subject"),
            acting("1999", role="beneficiary"),
            acting("1999", role="target"),
            acting("1999", "launch"),
            acting("1999", actor="janis-ozols", post="amber-group"),
        ],
    )
    def test_silent(self, tmp_path: Path, records: list[Plain]) -> None:
        """It is silent in its time, for those who are only told of, and for what is launched."""
        assert told(tmp_path, "O108", events=records) == []


class TestBounds:
    """O109: what begins or ends a relation lies at its bound."""

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            (
                {"begun_by": "accession-day", "when": "2004-03-28/.."},
                "begun_by: 'accession-day' comes after 2004-03-28/.., which it begins: 2004-03-29",
            ),
            (
                {"begun_by": "accession-day", "when": "2004-10/.."},
                (
                    "begun_by: 'accession-day' comes more than half a year before 2004-10/.., which"
                    " it begins: 2004-03-29"
                ),
            ),
            (
                {"begun_by": "riga-pledge", "when": "1998/.."},
                "begun_by: 'riga-pledge' comes after 1998/.., which it begins: 1999-04-25",
            ),
            (
                {"ended_by": "accession-day", "when": "1999/2004-03-28"},
                "ended_by: 'accession-day' comes after 1999/2004-03-28, which it ends: 2004-03-29",
            ),
            (
                {"ended_by": "accession-day", "when": "1999/.."},
                (
                    "ended_by: 'accession-day' comes more than half a year before 1999/.., which it"
                    " ends: 2004-03-29"
                ),
            ),
        ],
    )
    def test_fires(self, tmp_path: Path, fields: Plain, line: str) -> None:
        """A bound before, or long after, what makes it is a fault."""
        relations = changed("relations", "programme-of-the-pact", **fields)

        assert told(tmp_path, "O109", relations=relations) == [
            f"relations.json: programme-of-the-pact: {line}"
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"begun_by": "accession-day", "when": "2004/.."},
            {"begun_by": "accession-day", "when": "2004-09/.."},
            {"begun_by": "accession-day", "when": "/2004-03-29"},
            {"begun_by": "accession-day"},
            {"begun_by": "undated-meeting", "when": "1999/.."},
            {"begun_by": "riga-pledge", "when": "2005/.."},
            {"begun_by": "letter-of-application", "when": "1900/.."},
            {"ended_by": "accession-day", "when": "1999/2004"},
            {"ended_by": "accession-day", "when": "1999/2004-09"},
            {"ended_by": "accession-day", "when": "2004/"},
            {"when": "1999"},
        ],
    )
    def test_silent(self, tmp_path: Path, fields: Plain) -> None:
        """An event may lie at its bound, or up to half a year ahead; a document long before."""
        relations = changed("relations", "programme-of-the-pact", **fields)

        assert told(tmp_path, "O109", relations=relations) == []
