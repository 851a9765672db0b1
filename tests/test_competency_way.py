"""Questions of a careful reader about the way to NATO, answered by structure alone.

Each test names its question by number, and asks through the public contract.  Where the truth
differs from the page, the test asserts the truth and the discrepancy that keeps what the page says.
"""

from __future__ import annotations

import ltnato

PAGE = "mfa-membership-page"
WAY = f"{PAGE}/way-to-nato"


def actors(event: str, role: str) -> list[str]:
    """Give who stands in an event, or in its outcomes, in a role."""
    return list(ltnato.participations(event=event, role=role).ids)


def when(event: str) -> str:
    """Give the date of an event as text."""
    return str(ltnato.event(event).when)


class TestBeginnings:
    """From the bureau to the first council."""

    def test_q047(self) -> None:
        """The page's way to NATO runs from 17 November 1990 to 2 April 2004."""
        outline = [one for one in ltnato.source(PAGE).outline if one.part == "way-to-nato"]
        events = ltnato.events(source=WAY)

        assert [str(outline[0].when), str(outline[-1].when)] == ["1990-11-17", "2004-04-02"]
        assert (str(events[0].when), str(events[-1].when)) == ("1990-11-17?", "2004-04-02")

    def test_q049(self) -> None:
        """Morkvėnas worked at the bureau, for Belgium and the European Community."""
        (begun,) = ltnato.outcomes(of="information-bureau-opens-in-brussels", kind="appointment")
        roles = {part.actor: part.role for part in begun.participants}

        assert roles == {
            "rimantas-morkvenas": "appointee",
            "belgium": "subject",
            "european-communities": "subject",
        }
        assert actors("information-bureau-opens-in-brussels", "representative")[0] in roles
        assert ltnato.actor("European Community").id == "european-communities"

    def test_q051(self) -> None:
        """The page dates neither recognition nor the end of the bureau; the embassy does."""
        (event,) = ltnato.events(actor="information-bureau-in-brussels", since="1991")

        assert str(event.when) == "1991-09-05"
        (ledger,) = ltnato.discrepancies(record=event, field="when", source=PAGE)
        assert "no date" in ledger.stated

    def test_q053(self) -> None:
        """Denmark's mission mediated the visit of 1991, which was a joint Baltic one."""
        event = ltnato.event("landsbergis-visits-nato-headquarters")
        mission = ltnato.actor(actors(event.id, "mediator")[0])

        assert mission.country == "denmark"
        assert {"unofficial", "first", "joint"} == set(event.manner)
        assert ltnato.discrepancies(record=event, field="participants", source=PAGE)

    def test_q055(self) -> None:
        """Lithuania took its seat in the NACC on 20 December 1991 with Latvia and Estonia."""
        (event,) = ltnato.events(actor="NACC", category="ministerial", on="1991")

        assert str(event.when) == "1991-12-20"
        assert {"lithuania", "latvia", "estonia"} == set(actors(event.id, "acceding"))


class TestLetter:
    """The parties, the letter and the partnership."""

    def test_q057(self) -> None:
        """Brazauskas, as President, wrote to Wörner, whose name the page spells Woerner."""
        (event,) = ltnato.events(on="1994-01-04", role="sender")
        senders = ltnato.participations(
            event=event, role="sender", capacity="President of Lithuania"
        )

        assert set(senders.ids) == {"algirdas-brazauskas"}
        assert "manfred-worner" in actors(event.id, "addressee")
        assert ltnato.actor("Woerner") == ltnato.actor("Wörner") == ltnato.actor("Viorneris")

    def test_q059(self) -> None:
        """23 days passed from the letter to the Partnership for Peace."""
        letter = ltnato.event("brazauskas-writes-to-nato").when
        (tie,) = ltnato.relations(kind="member-of", subject="LT", object="Partnership for Peace")
        joined = ltnato.event(tie.begun_by or "").when

        assert letter is not None
        assert joined is not None
        assert letter.gap(joined) == 23

    def test_q089(self) -> None:
        """The parties addressed the President, published a memorandum, and agreed."""
        acts = [
            ltnato.event(one)
            for one in (
                "parties-urge-president-to-seek-nato-membership",
                "opposition-parties-publish-foreign-policy-memorandum",
                "parliamentary-parties-agree-on-nato-membership",
            )
        ]
        kinds = [ltnato.document(act.documents[0].document).kind for act in acts]

        assert [str(act.when) for act in acts] == ["1993-10-05?", "1993-11-29", "[..1994-01-04]"]
        assert kinds == ["address", "memorandum", "party-agreement"]
        assert acts == [act for act in ltnato.events() if act in acts]
        assert len(ltnato.participations(event=acts[0], role="signatory")) >= 9


class TestMissionsAndEnvoys:
    """Missions, ambassadors, the coordinator."""

    def test_q061(self) -> None:
        """The mission to NATO dates from 1 August 1997, a day that lacks confirmation."""
        (event,) = ltnato.events(actor="Lithuanian Mission to NATO", category="institution")

        assert str(event.when) == "1997-08-01?"

    def test_q063(self) -> None:
        """3 years, 3 months and 16 days lie between the appointments of the two ambassadors."""
        first, second = ltnato.events(
            category="appointment", actor="ambassador-of-lithuania-to-nato", until="2001"
        )

        assert first.when is not None
        assert second.when is not None
        assert first.when.until(second.when) == (3, 3, 16)
        assert ltnato.events(actor="WEU", category="appointment")

    def test_q065(self) -> None:
        """Čekuolis became Chief Coordinator on 17 November 2000."""
        (part,) = ltnato.participations(role="appointee", actor="Čekuolis").where(
            lambda part: part.outcome is None
        )

        assert part.post == "chief-coordinator-of-lithuanias-integration-into-nato"
        assert when(part.event or "") == "2000-11-17?"

    def test_q067(self) -> None:
        """The President, whom the page does not name, made two of the appointments."""
        made = ltnato.participations(role="appointer", actor="President of Lithuania")
        events = ltnato.events(category="appointment", source=WAY).where(
            lambda event: event.id in {part.event for part in made}
        )

        assert [str(event.when) for event in events] == ["2000-11-17?", "2001-01-25?"]
        assert [
            ltnato.holders("president-of-lithuania", on=event.when).ids
            for event in events
            if event.when is not None
        ] == [("valdas-adamkus",)] * 2


class TestMeetings:
    """Summits and the meeting of nine."""

    def test_q069(self) -> None:
        """Two summits are called so in the entries; Prague is a summit by better sources."""
        events = ltnato.events(category="summit", source=WAY)

        assert [(str(event.when), event.places) for event in events] == [
            ("1997-07-08/1997-07-09", ("madrid",)),
            ("1999-04-23/1999-04-25", ("washington",)),
            ("2002-11-21/2002-11-22", ("prague",)),
        ]
        assert ltnato.discrepancies(record="prague-summit-2002", field="when", source=PAGE)

    def test_q071(self) -> None:
        """Nine aspirants met in Vilnius; the page lists none, and Croatia came a year later."""
        event = ltnato.event("vilnius-meeting-of-nine-aspirants")
        nine = ltnato.participations(event=event, role="participant").where(
            lambda part: part.outcome is None
        )

        assert {ltnato.actor(one).iso2 for one in nine.ids} == {
            *("AL", "BG", "EE", "LV", "LT", "MK", "RO", "SK", "SI"),
        }
        assert [figure.value for figure in event.figures if figure.of == "participant"] == [9]
        assert len(ltnato.members("Vilnius Ten", on="2000-06-01")) == 9
        assert len(ltnato.members("Vilnius Ten", on="2001-06-01")) == 10
        assert when("croatia-joins-the-vilnius-group").startswith("[2001-05")
        assert any(
            "Vilnius Ten" in one.stated for one in ltnato.discrepancies(record=event, source=PAGE)
        )

    def test_q073(self) -> None:
        """The Parliamentary Assembly met in Vilnius from 27 to 31 May 2001."""
        (event,) = ltnato.events(actor="NATO PA", category="session", on="2001")

        assert (str(event.when), event.places) == ("2001-05-27/2001-05-31", ("vilnius",))


class TestAccession:
    """From the invitation to the flag."""

    def test_q075(self) -> None:
        """The protocols were signed on 26 March 2003, by the Allies, at NATO headquarters."""
        event = ltnato.event("accession-protocols-signed")
        signatories = ltnato.participations(event=event, role="signatory").ids

        assert str(event.when) == "2003-03-26"
        assert event.places == ("nato-headquarters",)
        assert set(signatories) == set(ltnato.members("nato", on="2003-03-26").ids)

    def test_q077(self) -> None:
        """369 days passed from the protocols to membership."""
        signed = ltnato.event("accession-protocols-signed").when

        assert signed is not None
        assert signed.gap("2004-03-29") == 369

    def test_q079(self) -> None:
        """Lithuania became a member on 29 March 2004."""
        (tie,) = ltnato.relations(kind="member-of", subject="LT", object="NATO")

        assert tie.when is not None
        assert str(tie.when.start) == "2004-03-29"
        assert tie.begun_by == "lithuania-joins-nato"

    def test_q081(self) -> None:
        """Brazauskas handed Powell the instrument, of accession and not of ratification."""
        event = ltnato.event("lithuania-joins-nato")
        (part,) = ltnato.participations(event=event, role="presenter", actor="Brazauskas")

        assert part.capacity == "prime-minister-of-lithuania"
        assert actors(event.id, "recipient") == ["colin-powell"]
        assert event.places == ("washington",)
        (ledger,) = ltnato.discrepancies(record=event, field="documents", source=PAGE)
        assert "ratification" in ledger.stated
        assert ledger.adopted == "instrument-of-accession-of-lithuania"

    def test_q083(self) -> None:
        """Air policing began from Zokniai, in turns of three months."""
        (launch,) = ltnato.outcomes(of="baltic-air-policing-begins", kind="launch")
        months = [one.value for one in launch.figures if one.unit == "months-per-rotation"]

        assert launch.places == ("zokniai",)
        assert months == [3]
        assert ltnato.place("Šiauliai Air Base").id == "zokniai"

    def test_q085(self) -> None:
        """The flag was raised four days after accession."""
        joined = ltnato.event("lithuania-joins-nato").when
        flag = ltnato.event("lithuanias-flag-raised-at-nato-headquarters").when

        assert joined is not None
        assert flag is not None
        assert joined.gap(flag) == 4

    def test_q087(self) -> None:
        """2004 has the most entries of the page's way to NATO: four."""
        years = [
            str(entry.when)[:4]
            for entry in ltnato.source(PAGE).outline
            if entry.part == "way-to-nato"
        ]
        most = max(years, key=years.count)

        assert (most, years.count(most)) == ("2004", 4)
