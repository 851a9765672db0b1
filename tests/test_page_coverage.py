"""The base page is in the data whole: every entry and every sentence of it is cited.

Only the number of sentences of each entry stands here, counted by reading; the text of the page is
the Ministry's.  An abbreviation (Maj. Gen., Washington D.C., the U.S., H.E., Ms.) ends no sentence;
the lead of the list in the introduction counts as one, and so does each item of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import ltnato

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "mfa-membership-page"

SENTENCES = {
    "introduction/p1": 6,
    "introduction/p2": 4,
    "introduction/p3": 3,
    "legal/p1": 2,
    "legal/p2": 4,
    "legal/p3": 9,
    "legal/p4": 1,
    "legal/p5": 3,
    "way-to-nato/1990-11-17": 5,
    "way-to-nato/1991-05-31": 2,
    "way-to-nato/1991-12-20": 1,
    "way-to-nato/1992-01-13": 1,
    "way-to-nato/1993-10-05": 1,
    "way-to-nato/1993-11-29": 1,
    "way-to-nato/1994-01-04": 2,
    "way-to-nato/1994-01-27": 1,
    "way-to-nato/1996-12-19": 1,
    "way-to-nato/1997-07-08": 1,
    "way-to-nato/1997-08-01": 1,
    "way-to-nato/1997-10-09": 1,
    "way-to-nato/1999-04-23": 2,
    "way-to-nato/2000-05-18": 2,
    "way-to-nato/2000-11-17": 1,
    "way-to-nato/2001-01-25": 1,
    "way-to-nato/2001-05-27": 1,
    "way-to-nato/2002-11-21": 1,
    "way-to-nato/2003-03-26": 1,
    "way-to-nato/2004-03-10": 1,
    "way-to-nato/2004-03-29#1": 2,
    "way-to-nato/2004-03-29#2": 1,
    "way-to-nato/2004-04-02": 2,
    "activities/2005-02-22": 2,
    "activities/2005-04-20": 1,
    "activities/2006-11-28": 4,
    "activities/2008-02-07": 1,
    "activities/2008-04-02": 3,
    "activities/2009-04-03": 2,
    "activities/2010-11-19": 4,
    "activities/2012-05-20": 6,
    "activities/2014-09-04": 4,
    "activities/2015-09-03": 4,
    "activities/2016-03-23": 4,
    "activities/2016-07-08": 12,
    "activities/2017-02-07": 5,
    "activities/2017-05-24": 6,
    "activities/2018-07-11": 5,
    "activities/2019-04-03": 6,
    "activities/2019-12-03": 5,
    "activities/2021-06-14": 2,
    "activities/2022-02-25": 2,
    "activities/2022-06-27": 7,
}

#: Sentences that no record needs to cite, each with the reason.  So far there is none: the titles
#: and headings of the page are no sentences of an entry, and stand in the outline.
UNCITED: dict[str, str] = {}

#: Events that the page hides in an entry of another date, with how it tells them there.
HIDDEN = {
    "north-atlantic-treaty-signed": "recalled seventy years later",
    "diplomatic-mission-replaces-the-information-bureau": "as the bureau's end, undated",
    "croatia-joins-the-vilnius-group": "as a later joining, without a date",
    "albania-and-croatia-join-nato": "as if at the summit of those days",
    "council-prolongs-baltic-air-policing": "as if decided in Chicago",
    "energy-security-centre-founded": "in brackets, with another date",
    "energy-security-centre-accredited": "as if accredited before Chicago",
    "nato-suspends-practical-cooperation-with-russia": "reaffirmed in Warsaw, without a date",
    "defence-ministers-decide-on-six-force-integration-units": "as if decided in Wales",
    "defence-ministers-agree-on-enhanced-forward-presence": "presupposed, without a date",
    "nato-russia-council-meeting-2016": "in brackets, with its date",
    "montenegro-joins-nato": "with its date",
    "foreign-ministers-find-russia-in-breach-of-the-inf-treaty": "as of last year",
    "russia-invades-ukraine": "with its date",
    "council-activates-defence-plans": "as if done by the leaders the next day",
}

#: Events near those of the page that it does not tell.
BEYOND = [
    "north-atlantic-treaty-enters-into-force",
    "baltic-leaders-visit-brussels",
    "joint-mission-begins-work-in-brussels",
    "lithuania-accedes-to-the-paris-protocol",
    "three-countries-join-the-partnership-for-peace",
    "energy-security-centre-inaugurated",
    "nato-russia-council-meeting-2014",
    "isaf-ends",
    "force-integration-units-activated",
    "council-agrees-counter-terrorism-plan",
    "defence-ministers-approve-joint-air-power-strategy",
    "seimas-marks-fifteen-years-in-nato",
    "farmers-and-greens-sign-the-defence-agreement",
]

#: The people of the page, as it spells them.
PEOPLE = {
    "Rimantas Morkvėnas": "rimantas-morkvenas",
    "Algirdas Saudargas": "algirdas-saudargas",
    "Vytautas Landsbergis": "vytautas-landsbergis",
    "Adolfas Venskus": "adolfas-venskus",
    "Algirdas Brazauskas": "algirdas-brazauskas",
    "Manfred Woerner": "manfred-worner",
    "Linas Linkevičius": "linas-linkevicius",
    "Giedrius Čekuolis": "giedrius-cekuolis",
    "Gintė Damušis": "ginte-damusyte",
    "Colin Powell": "colin-powell",
    "Antanas Valionis": "antanas-valionis",
    "Jens Stoltenberg": "jens-stoltenberg",
    "Dalia Grybauskaitė": "dalia-grybauskaite",
    "Juozas Olekas": "juozas-olekas",
    "Almantas Leika": "almantas-leika",
    "Ben Hodges": "ben-hodges",
    "Ursula von der Leyen": "ursula-von-der-leyen",
}

#: Bodies, offices, groups and the like, as the page calls them.
ACTORS = {
    "Baltic Information Bureau": "information-bureau-in-brussels",
    "Information Bureau in Brussels": "information-bureau-in-brussels",
    "European Community": "european-communities",
    "Chairman of the Supreme Council": "chairman-of-the-supreme-council-of-lithuania",
    "Danish Mission at NATO": "mission-of-denmark-to-nato",
    "North Atlantic Cooperation Council": "north-atlantic-cooperation-council",
    "PfP": "partnership-for-peace",
    "Partnership for Peace (PfP) programme": "partnership-for-peace",
    "Lithuanian Mission to NATO": "mission-of-lithuania-to-nato",
    "WEU": "western-european-union",
    "Vilnius Ten group": "vilnius-group",
    "NATO Parliamentary Assembly": "nato-parliamentary-assembly",
    "Seimas of the Republic of Lithuania": "seimas",
    "Baltic Air Policing Mission": "baltic-air-policing",
    "NAC": "north-atlantic-council",
    "NATO Force Integration Unit": "nato-force-integration-units",
    "NFIU": "nato-force-integration-units",
    "Mechanized Infantry Brigade “Iron Wolf”": "mechanised-infantry-brigade-iron-wolf",
    "Commander of U.S. Army Europe": "commander-of-united-states-army-europe",
    "U.S. Army Europe": "united-states-army-europe",
    "Commander of the Lithuanian Land Forces": "commander-of-the-lithuanian-land-forces",
    "Enhanced Forward Presence": "enhanced-forward-presence",
    "eFP": "enhanced-forward-presence",
    "NATO’s Enhanced Forward Presence": "enhanced-forward-presence",
    "NATO enhanced forward presence battalion in Lithuania": "battlegroup-lithuania",
    "NATO multinational battalion battle group": "battlegroup-lithuania",
    "NATO-Russia Council": "nato-russia-council",
    "NRC": "nato-russia-council",
    "Global Coalition to Counter ISIL": "global-coalition-against-daesh",
    "ISIL": "islamic-state",
    "ISIS": "islamic-state",
    "AWACS": "nato-airborne-early-warning-force",
    "NATO AWACS": "nato-airborne-early-warning-force",
    "Global Coalition to Defeat ISIS": "global-coalition-against-daesh",
    "Lithuanian Armed Forces": "lithuanian-armed-forces",
    "Lithuanian Land Forces": "lithuanian-land-forces",
    "Minister of Defence of Germany": "minister-of-defence-of-germany",
    "U.S. Secretary of State": "secretary-of-state-of-the-united-states",
    "Counter Hybrid Support Teams": "counter-hybrid-support-teams",
    "NATO Air Policing Mission in the Baltic States": "baltic-air-policing",
    "Energy Security Centre of Excellence": "nato-energy-security-centre-of-excellence",
    "Baltic States": "baltic-states",
    "Nordic states": "nordic-states",
    "USA": "united-states",
    "UK": "united-kingdom",
    "U.S.": "united-states",
    "North Atlantic Alliance": "nato",
    "Alliance": "nato",
    "NATO Secretary General": "secretary-general-of-nato",
    "President of the Republic of Lithuania": "president-of-lithuania",
    "Prime Minister of the Republic of Lithuania": "prime-minister-of-lithuania",
    "Minister of Foreign Affairs of Lithuania": "minister-of-foreign-affairs-of-lithuania",
    "Ambassador of Lithuania to NATO": "ambassador-of-lithuania-to-nato",
    "Ambassador of Lithuania to the Western European Union": "ambassador-of-lithuania-to-the-weu",
    "Chief Coordinator of Lithuanian integration to NATO": (
        "chief-coordinator-of-lithuanias-integration-into-nato"
    ),
    "Eighteenth Government of the Republic of Lithuania": "eighteenth-government-of-lithuania",
    "Seventeenth Government of the Republic of Lithuania": "seventeenth-government-of-lithuania",
    "Political parties of Lithuania": "political-parties-of-lithuania",
    "Opposition parties of the Seimas": "opposition-parties-of-the-seimas",
    "parliamentary parties of Lithuania": "parliamentary-parties-of-lithuania",
    "political parties represented in the Seimas": "parties-represented-in-the-seimas",
    "EU": "european-union",
    "NATO member states": "nato-allies",
    "NATO leaders": "nato-allies",
    "non-EU NATO members": "nato-allies-outside-the-european-union",
    "Allies": "nato-allies",
}

#: Documents, as the page calls them.
DOCUMENTS = {
    "Constitution of the Republic of Lithuania": "constitution-of-lithuania",
    "Law on the Basics of National Security": "law-on-the-basics-of-national-security",
    "North Atlantic Treaty": "north-atlantic-treaty",
    "Washington Treaty": "north-atlantic-treaty",
    "SOFA": "sofa",
    "NATO Status of Forces Agreement": "sofa",
    "Agreement for Exchange of Atomic Information": "atomal-agreement",
    "Bucharest declaration": "bucharest-summit-declaration",
    "Chicago Summit declaration": "chicago-summit-declaration",
    "Defence Capacity Building": "defence-capacity-building-initiative",
    "Interoperability Initiative": "partnership-interoperability-initiative",
    "Joint EU-NATO declaration": "joint-eu-nato-declaration-2016",
    "NATO Readiness Initiative": "nato-readiness-initiative",
    "Joint Air Power Strategy": "joint-air-power-strategy",
    "INF Treaty": "inf-treaty",
    "Intermediate-Range Nuclear Forces Treaty": "inf-treaty",
    "Intermediate-Range Nuclear Forces (INF) Treaty": "inf-treaty",
    "NATO 2030 agenda": "nato-2030-agenda",
    "Madrid Summit Declaration": "madrid-summit-declaration",
    "Agreement on Defence Policy for 2012-2016": "defence-policy-agreement-2012",
    "Agreement on Foreign, Security and Defence Policy Strategic Guidelines for 2014-2020": (
        "strategic-guidelines-agreement-2014"
    ),
    "Agreement on the guidelines for the Lithuanian defence": "defence-policy-guidelines-2018",
    "Agreement on the Status of the North Atlantic Treaty Organisation, National Representatives "
    "and International Staff": "ottawa-agreement",
}

#: Places, as the page calls them.
PLACES = {
    "Washington D.C.": "washington",
    "Washington": "washington",
    "Zokniai": "zokniai",
    "NATO headquarters": "nato-headquarters",
    "new NATO Headquarters": "new-nato-headquarters",
    "Black Sea region": "black-sea-region",
    "Western Balkan countries": "western-balkans",
    "Mediterranean": "mediterranean-sea",
    "Europe": "europe",
}


def locators(value: Any) -> Iterator[str]:
    """Give every locator into the page inside plain data."""
    if isinstance(value, dict):
        if value.get("source") == PAGE and "locator" in value:
            yield value["locator"]
        for part in value.values():
            yield from locators(part)
    elif isinstance(value, list):
        for part in value:
            yield from locators(part)


FACTS = {
    locator
    for records in (ltnato.events(), ltnato.documents(), ltnato.pledges(), ltnato.relations())
    for locator in locators(records.to_dicts())
}
CITED = FACTS.union(
    locators(ltnato.actors().to_dicts()),
    locators(ltnato.places().to_dicts()),
    locators(ltnato.discrepancies().to_dicts()),
)
TELLING = ltnato.events(source=PAGE)


def entry(locator: str) -> str:
    """Give the entry of a locator, without its sentence."""
    return re.sub(r":\d+\Z", "", locator)


def pages(event: ltnato.Event) -> list[str]:
    """Give the locators into the page that an event itself cites."""
    return [one.locator or "" for one in event.citations if one.source == PAGE]


class TestOutline:
    """The entries of the page."""

    def test_parts(self) -> None:
        """The outline has every entry of the page, in its order."""
        outline = ltnato.source(PAGE).outline
        parts = [one.part for one in outline]

        assert [one.locator for one in outline] == list(SENTENCES)
        assert {part: parts.count(part) for part in parts} == {
            "introduction": 3,
            "legal": 5,
            "way-to-nato": 23,
            "activities": 20,
        }

    def test_headings(self) -> None:
        """The entries of the chronologies, and no others, have a heading with a date."""
        headed = [one.part for one in ltnato.source(PAGE).outline if one.heading and one.when]

        assert headed == ["way-to-nato"] * 23 + ["activities"] * 20

    def test_every_entry_is_cited(self) -> None:
        """Every entry is cited by a record that tells a fact, and not by the ledger alone."""
        assert [one for one in SENTENCES if one not in set(map(entry, FACTS))] == []


class TestSentences:
    """The sentences of the page."""

    @pytest.mark.parametrize("locator", SENTENCES)
    def test_every_sentence_is_cited(self, locator: str) -> None:
        """Each sentence is cited by a fact; one that stands alone may be cited by its entry."""
        number = SENTENCES[locator]
        sentences = [f"{locator}:{n}" for n in range(1, number + 1)]
        alone = number == 1 and locator in FACTS
        missing = [one for one in sentences if not alone and one not in FACTS | set(UNCITED)]

        assert missing == []

    def test_no_sentence_beyond_the_last(self) -> None:
        """No locator names a sentence that its entry does not have."""
        wrong = [
            one
            for one in CITED
            if entry(one) != one and int(one.rpartition(":")[2]) > SENTENCES[entry(one)]
        ]

        assert wrong == []

    def test_reasons_are_needed(self) -> None:
        """What is listed as not cited is a sentence of the page, and is not cited."""
        every = {f"{one}:{n}" for one, last in SENTENCES.items() for n in range(1, last + 1)}

        assert [one for one in UNCITED if one not in every or one in FACTS] == []


class TestEvents:
    """The events that cite the page."""

    @pytest.mark.parametrize("part", ["way-to-nato", "activities"])
    def test_every_entry_is_told(self, part: str) -> None:
        """Each entry of a chronology is cited by an event of its own date."""
        missing = [
            one.locator
            for one in ltnato.source(PAGE).outline
            if one.part == part
            and one.when is not None
            and not ltnato.events(source=f"{PAGE}/{one.locator}", on=one.when).where(
                lambda event: event.id not in HIDDEN
            )
        ]

        assert missing == []

    def test_events_cite_the_page_themselves(self) -> None:
        """An event that is found by the page cites it as a whole, not by a part of it alone."""
        assert [event.id for event in TELLING if not pages(event)] == []

    def test_events_cite_sentences(self) -> None:
        """An event cites the sentence, where its entry has several."""
        coarse = [
            (event.id, one)
            for event in TELLING
            for one in pages(event)
            if entry(one) == one and SENTENCES[one] > 1
        ]

        assert coarse == []

    def test_hidden_events(self) -> None:
        """An event lies within the heading that it cites, or the page hides it in that entry."""
        heads = {one.locator: one.when for one in ltnato.source(PAGE).outline}
        outside = {
            event.id
            for event in TELLING
            for one in pages(event)
            if (head := heads[entry(one)]) is not None
            and (event.when is None or not head.overlaps(event.when))
        }

        assert outside == set(HIDDEN)

    def test_undated_parts(self) -> None:
        """The undated parts tell of acts and anniversaries that stand in no chronology."""
        told = ltnato.events(source=[f"{PAGE}/introduction", f"{PAGE}/legal"]).where(
            lambda event: all(one.startswith(("introduction/", "legal/")) for one in pages(event))
        )

        assert set(told.ids) == {
            "seimas-ratifies-sofa",
            "parties-agree-on-defence-policy-2012",
            "parties-agree-on-strategic-guidelines-2014",
            "tenth-anniversary-of-lithuanias-membership",
            "vilnius-conference-2014",
            "seimas-resolves-on-continuity-of-policy-2016",
            "parties-agree-on-defence-policy-guidelines-2018",
            "fifteenth-anniversary-of-lithuanias-membership",
            "seventieth-anniversary-of-nato",
            "seimas-approves-national-security-strategy-2021",
            "parties-agree-on-security-and-defence-2022",
            "lithuania-signs-the-atomal-agreement",
            "lithuania-signs-the-ottawa-agreement",
        }

    def test_what_lies_beyond(self) -> None:
        """Events that other sources add do not claim to stand on the page."""
        assert [one for one in BEYOND if one in TELLING.ids] == []
        assert [event.id for event in map(ltnato.event, BEYOND) if pages(event)] == []


class TestNames:
    """The names that the page prints."""

    def test_people(self) -> None:
        """Each of the 17 people is found as the page spells them, and acts in an event of it."""
        found = {name: ltnato.actor(name).id for name in PEOPLE}
        idle = [name for name in PEOPLE if not ltnato.events(actor=name, source=PAGE)]

        assert len(PEOPLE) == 17
        assert found == PEOPLE
        assert idle == []

    def test_actors(self) -> None:
        """Bodies, offices and groups are found as the page calls them."""
        assert {name: ltnato.actor(name).id for name in ACTORS} == ACTORS

    def test_documents(self) -> None:
        """Documents are found as the page calls them."""
        assert {name: ltnato.document(name).id for name in DOCUMENTS} == DOCUMENTS

    def test_places(self) -> None:
        """Places are found as the page calls them."""
        assert {name: ltnato.place(name).id for name in PLACES} == PLACES
