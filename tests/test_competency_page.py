"""Questions of a careful reader about the whole page, answered by structure alone.

Each test names its questions by number, and asks through the public contract.  Where the truth
differs from the page, the test asserts the truth and the discrepancy that keeps what the page says.
The questions of the way to NATO stand in a file of their own.
"""

from __future__ import annotations

import ltnato
from questions import PAGE, dates, entries, known, stated, when, who

INTRODUCTION = f"{PAGE}/introduction"
LEGAL = f"{PAGE}/legal"
ACTIVITIES = f"{PAGE}/activities"
COMMITMENTS = [
    "defence-policy-agreement-2012",
    "strategic-guidelines-agreement-2014",
    "continuity-resolution-2016",
    "defence-policy-guidelines-2018",
    "security-and-defence-agreement-2022",
]


class TestIntroduction:
    """The programme, the anniversaries, the Treaty."""

    def test_q001(self) -> None:
        """The Programme of the Eighteenth Government supplies the list of initiatives."""
        (programme,) = ltnato.documents(kind="programme", source=INTRODUCTION)
        government = ltnato.actor(programme.parties[0])

        assert (government.country, government.ordinal) == ("lithuania", 18)
        assert len(ltnato.outcomes(of=programme, kind=["aim", "support"])) == 5
        assert programme == ltnato.document(
            "Programme of the Eighteenth Government of the Republic of Lithuania"
        )

    def test_q003(self) -> None:
        """Bilateral cooperation is meant for the US, Poland, Baltic and Nordic states."""
        (clause,) = ltnato.outcomes(of="eighteenth-government-programme", topic="diplomacy")

        assert [part.actor for part in clause.participants if part.role == "participant"] == [
            "united-states",
            "poland",
            "baltic-states",
            "nordic-states",
        ]

    def test_q005(self) -> None:
        """An EU initiative must complement NATO, and be open to Allies outside the EU."""
        found = ltnato.outcomes(of="eighteenth-government-programme", source=f"{INTRODUCTION}/p1:4")
        (support,) = found.where(lambda one: one.kind == "support")
        conditions = found.where(lambda one: one.kind == "statement")

        assert support.id == "eu-defence-initiatives"
        assert [(one.id, one.participants[-1].actor) for one in conditions] == [
            ("complementary-to-nato", "nato"),
            ("open-to-allies-outside-the-eu", ltnato.actor("non-EU NATO members").id),
        ]

    def test_q007(self) -> None:
        """NATO's open door was the main topic of the conference of 2014."""
        (conference,) = ltnato.events(category="conference", source=INTRODUCTION)
        (main,) = ltnato.outcomes(of=conference, source=f"{INTRODUCTION}/p2:3")

        assert str(conference.when) == "2014-04-03/2014-04-04"
        assert main.topics == ("open-door",)

    def test_q009_q011(self) -> None:
        """The North Atlantic Treaty was signed on 4 April 1949 in Washington."""
        (signing,) = ltnato.events(document="Washington Treaty", act="signs", until="1990")

        assert (str(signing.when), signing.places) == ("1949-04-04", ("washington",))
        assert ltnato.place("Washington D.C.") == ltnato.place("Washington")
        assert ltnato.document("North Atlantic Treaty").adopted == signing.when

    def test_q013(self) -> None:
        """54 full years lie between the Treaty and Lithuania's membership."""
        span = when("north-atlantic-treaty-signed").until(when("lithuania-joins-nato"))

        assert span is not None
        assert span.years == 54


class TestLaw:
    """The grounds of membership."""

    def test_q015(self) -> None:
        """Constitution and security law are named first as grounds of membership."""
        (tie,) = ltnato.relations(kind="member-of", subject="Lithuania", object="NATO")
        grounds = [one.document for one in tie.documents if one.act == "refers-to"]

        assert grounds == ["constitution-of-lithuania", "law-on-the-basics-of-national-security"]

    def test_q017(self) -> None:
        """The Strategy of 2021 names three pillars of national security policy."""
        pillars = ltnato.outcomes(of="national-security-strategy-2021", source=f"{LEGAL}/p2:4")
        (told,) = ltnato.outcomes(
            of="seimas-approves-national-security-strategy-2021", source=f"{LEGAL}/p2:4"
        )

        assert pillars.ids == (
            "pillar-state-defence",
            "pillar-resilience",
            "pillar-international-security",
        )
        assert [(one.value, one.unit) for one in told.figures] == [(len(pillars), "pillars")]

    def test_q041(self) -> None:
        """The Seimas ratified the Treaty on 10 March 2004; nobody signed it that day."""
        (event,) = ltnato.events(document="Washington Treaty", act="ratifies", actor="Seimas")
        (ledger,) = ltnato.discrepancies(record=event, source=LEGAL)

        assert (str(event.when), who(event.id, "ratifier")) == ("2004-03-10", ["seimas"])
        assert "signed" in ledger.stated
        assert (ledger.adopted, ledger.status) == ("ratifies", "resolved")

    def test_q043(self) -> None:
        """The Seimas ratified SOFA on 6 May 2004; the page's paragraph has no date."""
        (event,) = ltnato.events(document="SOFA", act="ratifies")
        (entry,) = [one for one in ltnato.source(PAGE).outline if one.locator == "legal/p5"]

        assert str(event.when) == "2004-05-06"
        assert entry.when is None
        assert stated(event.id, "when") == [("no date", "2004-05-06")]

    def test_q045(self) -> None:
        """24 years, 11 months and 27 days lie between the law of 1996 and the Strategy of 2021."""
        law = known(ltnato.document("Law on the Basics of National Security").adopted)
        strategy = known(ltnato.document("national-security-strategy-2021").adopted)

        assert law.until(strategy) == (24, 11, 27)


class TestCommitments:
    """What parties and the Seimas pledged for defence."""

    def test_q019(self) -> None:
        """Five dated commitments stand in the legal part."""
        events = ltnato.events(topic="defence-spending", source=LEGAL)

        assert dates(events) == [
            "2012-05-08",
            "2014-03-29",
            "2016-11-15",
            "2018-09-10",
            "2022-07-15",
        ]
        assert [event.documents[0].document for event in events] == COMMITMENTS

    def test_q021(self) -> None:
        """Those of 2012 and 2018 were signed by what the page calls parliamentary parties."""
        events = ltnato.events(
            actor="parliamentary parties of Lithuania", role="signatory", source=LEGAL
        )

        assert dates(events) == ["2012-05-08", "2018-09-10"]

    def test_q023(self) -> None:
        """The resolution of 2016 sets the earliest deadline for 2 per cent: 2018."""
        pledges = ltnato.pledges(indicator="defence-expenditure-share").where(
            lambda one: one.value == 2 and one.deadline is not None
        )
        earliest = min(pledges, key=lambda one: known(one.deadline))

        assert (earliest.document, str(earliest.deadline)) == ("continuity-resolution-2016", "2018")

    def test_q025(self) -> None:
        """The agreement of 2018 wants 2.5 per cent by 2030, and sets no year for 2 per cent."""
        pledges = ltnato.pledges(
            document="defence-policy-guidelines-2018", indicator="defence-expenditure-share"
        )

        assert {one.value: one.deadline and str(one.deadline) for one in pledges} == {
            2: None,
            2.5: "2030",
        }

    def test_q027_q029(self) -> None:
        """Two commitments were in force on 1 January 2015, none by a stated period in 2021."""
        days = ("2015-01-01", "2021-01-01")
        found = [{one.document for one in ltnato.pledges(in_force=day)} for day in days]
        parties = [ltnato.documents(kind="party-agreement", in_force=day).ids for day in days]

        assert found == [set(COMMITMENTS[:2]), set()]
        assert parties == [tuple(COMMITMENTS[:2]), ()]
        assert ltnato.document("defence-policy-guidelines-2018").in_force is None

    def test_q031(self) -> None:
        """The agreement of 2022 remains in force until 2030."""
        in_force = known(ltnato.document("security-and-defence-agreement-2022").in_force)

        assert (str(in_force.last), in_force.first.precision) == ("2030", "day")

    def test_q033(self) -> None:
        """By the page the money grows yearly from 2014 and 2018; by its text, from 2012 too."""
        growth = ltnato.pledges(indicator="defence-expenditure", source=PAGE).where(
            lambda one: one.kind == "growth"
        )
        by_the_page = growth.where(lambda one: not stated(one.id, "text"))

        assert [one.document for one in growth] == [COMMITMENTS[0], COMMITMENTS[1], COMMITMENTS[3]]
        assert [one.document for one in by_the_page] == [COMMITMENTS[1], COMMITMENTS[3]]
        assert stated("defence-growth-2012", "text") == [
            ("the defence budget rises gradually", "gradually and every year"),
        ]

    def test_q035(self) -> None:
        """The agreement of 2022 answers Russia's invasion of Ukraine."""
        event = ltnato.event("parties-agree-on-security-and-defence-2022")
        (cause,) = [link.event for link in event.links if link.kind == "responds-to"]

        assert (str(when(cause)), who(cause, "lead"), who(cause, "target")) == (
            "2022-02-24",
            ["russia"],
            ["ukraine"],
        )

    def test_q037(self) -> None:
        """The page names two governments of Lithuania by their number."""
        programmes = ltnato.documents(kind="programme", source=PAGE)

        assert [ltnato.actor(one.parties[0]).ordinal for one in programmes] == [17, 18]

    def test_q039(self) -> None:
        """The guidelines of 2014 were signed on the tenth anniversary of membership."""
        (anniversary,) = ltnato.events(category="anniversary", on="2014")
        (signed,) = ltnato.events(act="signs", on=anniversary.when)

        assert signed.documents[0].document == "strategic-guidelines-agreement-2014"
        assert [(one.value, one.unit) for one in anniversary.figures] == [(10, "years")]
        assert [link.event for link in anniversary.links] == ["lithuania-joins-nato"]


class TestEnlargement:
    """Who was an Ally, who was invited, who aspired."""

    def test_q093_q095_q097(self) -> None:
        """29 Allies in July 2018, 28 at the beginning of 2010, 30 in June 2021.

        The page tells of no accession after 2017: that of the thirtieth Ally does not cite it.
        """
        days = ("2018-07-12", "2010-01-01", "2021-06-01")
        (thirtieth,) = ltnato.relations(kind="member-of", subject="MK", object="NATO")

        assert [len(ltnato.members("nato", on=day)) for day in days] == [29, 28, 30]
        assert PAGE not in {one.source for one in thirtieth.citations}

    def test_q099(self) -> None:
        """Four times the page tells of countries invited to NATO."""
        invitations = ltnato.outcomes(
            kind="invitation", topic="enlargement", source=[f"{PAGE}/way-to-nato", ACTIVITIES]
        )

        assert [
            (
                ltnato.event(one.of or "").places[0],
                str(one.when),
                {ltnato.actor(id).iso2 for id in who(one.of or "", "invitee", one.id)},
            )
            for one in invitations
        ] == [
            ("prague", "2002-11-21", {"BG", "EE", "LV", "LT", "RO", "SK", "SI"}),
            ("bucharest", "2008-04-03", {"HR", "AL"}),
            ("new-nato-headquarters", "2018-07-11", {"MK"}),
            ("ifema-madrid", "2022-06-29", {"FI", "SE"}),
        ]
        assert stated("bucharest-summit-2008", "outcomes[invitation]")
        assert stated("brussels-summit-2018", "outcomes[accession-talks]")

    def test_q107(self) -> None:
        """The Bucharest declaration promised membership to Georgia and Ukraine, undated."""
        (promise,) = ltnato.outcomes(of="bucharest-summit-declaration", source=ACTIVITIES)

        assert [part.actor for part in promise.participants] == ["nato", "georgia", "ukraine"]
        assert (promise.topics[0], promise.due) == ("open-door", None)

    def test_q115(self) -> None:
        """The progress of four aspirants was assessed in Wales."""
        (progress,) = ltnato.outcomes(of="wales-summit-2014", kind="assessment", topic="open-door")

        assert who("wales-summit-2014", "subject", progress.id) == [
            "georgia",
            "montenegro",
            "bosnia-and-herzegovina",
            "north-macedonia",
        ]
        assert stated(
            "wales-summit-2014",
            "outcomes[progress-of-the-aspirants].participants[north-macedonia]",
        )

    def test_q129(self) -> None:
        """Montenegro went from the Partnership to Intensified Dialogue, Wales and membership."""
        steps = ltnato.outcomes(actor="Montenegro", source=ACTIVITIES)

        assert [(one.of, one.kind) for one in steps] == [
            ("riga-summit-2006", "invitation"),
            ("bucharest-summit-2008", "invitation"),
            ("wales-summit-2014", "assessment"),
            ("montenegro-joins-nato", "accession"),
        ]
        assert [
            (str(tie.when).split("/", 1)[0], tie.ordinal)
            for tie in ltnato.relations(kind="member-of", subject="Montenegro", object="NATO")
        ] == [("2017-06-05", 29)]


class TestActivities:
    """Single entries of the page's second chronology."""

    def test_q091(self) -> None:
        """The part on activities has twenty dated entries."""
        outline = ltnato.source(PAGE).outline

        assert len([one for one in outline if one.part == "activities" and one.when]) == 20

    def test_q109(self) -> None:
        """594 days passed from the decision on a Strategic Concept to its adoption."""
        (commissioned,) = ltnato.events(document="strategic-concept-2010", act="commissions")
        (adopted,) = ltnato.events(document="strategic-concept-2010", act="adopts")
        (adoption,) = ltnato.outcomes(
            of=adopted, document="strategic-concept-2010", kind="decision"
        )

        assert when(commissioned.id).gap(known(adoption.when)) == 594

    def test_q111(self) -> None:
        """The Energy Security Centre was founded on 10 July 2012; the page has 1 January 2013."""
        (centre,) = ltnato.relations(kind="hosts", object="ENSEC COE")

        assert str(when(centre.begun_by)) == "2012-07-10"
        assert stated("energy-security-centre-founded", "when") == [("2013-01-01", "2012-07-10")]

    def test_q117_q119(self) -> None:
        """Six countries host a force integration unit; Poland alone was no invitee of 2002."""
        hosts = [
            tie.subject
            for tie in ltnato.relations(kind="hosts", on="2015-09-03", source=ACTIVITIES)
            if tie.object.startswith("nato-force-integration-unit")
        ]
        invited = who("prague-summit-2002", "invitee", "invitation")

        assert hosts == ["bulgaria", "estonia", "latvia", "lithuania", "poland", "romania"]
        assert [one for one in hosts if one not in invited] == ["poland"]

    def test_q121(self) -> None:
        """The Council dined with two ministers on the first day and met the President next day."""
        parts = ltnato.events(part_of="north-atlantic-council-visits-lithuania")

        assert [(str(part.when), part.id) for part in parts] == [
            ("2016-03-23", "council-dines-with-lithuanian-ministers"),
            ("2016-03-24", "council-meets-president-grybauskaite"),
            ("2016-03-24", "council-visits-the-iron-wolf-brigade"),
        ]
        assert who(parts.ids[0], "participant")[1:] == ["linas-linkevicius", "juozas-olekas"]
        assert stated("council-visits-the-iron-wolf-brigade", "when") == [
            ("2016-03-23/2016-03-24", "2016-03-24"),
        ]

    def test_q123(self) -> None:
        """Germany, the UK, Canada and the US lead the battlegroups."""
        nations = {tie.object: tie.subject for tie in ltnato.relations(kind="framework-nation-of")}

        assert {
            tie.subject: nations[tie.object]
            for tie in ltnato.relations(kind="hosts", on="2017-09-01")
            if tie.object in nations
        } == {
            "lithuania": "germany",
            "estonia": "united-kingdom",
            "latvia": "canada",
            "poland": "united-states",
        }

    def test_q125(self) -> None:
        """The EU-NATO declaration of 2016 names six fields of joint effort."""
        efforts = ltnato.outcomes(of="Joint EU-NATO declaration", source=ACTIVITIES)

        assert efforts.ids == (
            "hybrid-threats",
            "cyber-security",
            "exercises",
            "illegal-migration",
            "capacity-of-partners",
            "resilience-of-partners",
        )
        assert {one.kind for one in efforts} == {"aim"}

    def test_q127(self) -> None:
        """213 days passed from the Warsaw Summit to the welcome of the battlegroup."""
        welcome = when("battlegroup-lithuania-welcomed")

        assert when("warsaw-summit-2016").gap(welcome) == 213
        assert stated("enhanced-forward-presence-deployed", "when") == [
            ("2017-02-07", "2017-02-07/2017-08-28"),
        ]

    def test_q135(self) -> None:
        """Article 5 of the Washington Treaty has an attack on one count as one on all."""
        (article,) = ltnato.outcomes(
            of="Washington Treaty", topic="collective-defence", source=f"{ACTIVITIES}/2019-12-03:2"
        )
        (told,) = ltnato.outcomes(of="london-meeting-2019", document=article.of)

        assert (article.id, article.of) == ("article-5", "north-atlantic-treaty")
        assert (told.id, told.kind) == ("article-5", "statement")

    def test_q137(self) -> None:
        """Support for four countries was approved in Madrid in 2022."""
        (support,) = ltnato.outcomes(of="madrid-summit-2022", kind="support")

        assert who("madrid-summit-2022", "beneficiary", support.id) == [
            "ukraine",
            "georgia",
            "bosnia-and-herzegovina",
            "moldova",
        ]


class TestAcrossEntries:
    """What several entries tell together."""

    def test_q101(self) -> None:
        """Four summits of the page were held in Brussels, that of 2017 on one day."""
        assert dates(ltnato.events(category="summit", place="Brussels", source=PAGE)) == [
            "2005-02-22",
            "2017-05-25",
            "2018-07-11/2018-07-12",
            "2021-06-14",
        ]
        assert stated("brussels-meeting-2017", "when") == [
            ("2017-05-24/2017-05-25", "2017-05-25"),
        ]

    def test_q103(self) -> None:
        """The page names Vilnius for six events; better sources place more there."""
        vilnius = {"vilnius", *ltnato.places(within="vilnius").ids}
        events = ltnato.events(place="Vilnius", source=PAGE).where(
            lambda event: vilnius & set(event.places)
        )

        named = [
            *("vilnius-meeting-of-nine-aspirants", "nato-parliamentary-assembly-meets-in-vilnius"),
            *("nato-foreign-ministers-meet-in-vilnius", "nato-defence-ministers-meet-in-vilnius"),
            *("vilnius-conference-2014", "force-integration-unit-inaugurated-in-vilnius"),
        ]
        assert [one for one in events.ids if one in named] == named
        assert "north-atlantic-council-visits-lithuania" in events.ids

    def test_q105(self) -> None:
        """Of the events of the page these took place in Washington."""
        events = ltnato.events(place="Washington", source=PAGE)

        assert [(event.id, str(event.when)) for event in events] == [
            ("north-atlantic-treaty-signed", "1949-04-04"),
            ("washington-summit-1999", "1999-04-23/1999-04-25"),
            ("lithuania-joins-nato", "2004-03-29"),
            ("albania-and-croatia-join-nato", "2009-04-01"),
            ("montenegro-joins-nato", "2017-06-05"),
            ("foreign-ministers-meet-in-washington-2019", "2019-04-03/2019-04-04"),
            ("seventieth-anniversary-of-nato", "2019-04-04"),
        ]
        assert stated("albania-and-croatia-join-nato", "places")
        assert stated("foreign-ministers-meet-in-washington-2019", "when") == [
            ("2019-04-04", "2019-04-03/2019-04-04"),
        ]

    def test_q113(self) -> None:
        """Three entries are about energy security."""
        assert entries(ltnato.outcomes(topic="energy-security", source=ACTIVITIES)) == [
            "2006-11-28/2006-11-29",
            "2010-11-19",
            "2012-05-20/2012-05-21",
        ]

    def test_q131(self) -> None:
        """Two entries name China."""
        assert entries(ltnato.outcomes(actor="China", source=ACTIVITIES)) == [
            "2019-12-03/2019-12-04",
            "2022-06-27/2022-06-30",
        ]

    def test_q133(self) -> None:
        """Four entries name Afghanistan."""
        told = ltnato.outcomes(source=ACTIVITIES).where(
            lambda one: "afghanistan" in {*one.places, *(part.actor for part in one.participants)}
        )

        assert entries(told) == [
            "2005-02-22",
            "2012-05-20/2012-05-21",
            "2014-09-04/2014-09-05",
            "2016-07-08/2016-07-09",
        ]

    def test_q139(self) -> None:
        """Two people of the page stand in several offices: Brazauskas and Linkevičius."""
        told = [
            (tie.subject, tie.object, str(tie.when)[:4])
            for tie in ltnato.relations(kind="holds-office", subject=["Brazauskas", "Linkevičius"])
        ]
        acted = {
            (part.actor, part.capacity)
            for part in ltnato.participations(source=PAGE)
            if part.capacity and ltnato.actor(part.actor).kind == "person"
        }
        people = [person for person, _ in acted]

        assert {one for one in people if people.count(one) > 1} == {"algirdas-brazauskas"}
        for one in (
            ("algirdas-brazauskas", "president-of-lithuania", "1993"),
            ("algirdas-brazauskas", "prime-minister-of-lithuania", "2001"),
            ("linas-linkevicius", "minister-of-national-defence-of-lithuania", "1993"),
            ("linas-linkevicius", "ambassador-of-lithuania-to-nato", "1997"),
            ("linas-linkevicius", "ambassador-of-lithuania-to-the-weu", "1997"),
            ("linas-linkevicius", "minister-of-foreign-affairs-of-lithuania", "2012"),
        ):
            assert one in told

    def test_q141(self) -> None:
        """The page shows Grybauskaitė as President from September 2015 to February 2017."""
        shown = ltnato.events(
            actor="Grybauskaitė", capacity="President of Lithuania", source=ACTIVITIES
        )
        first, last = shown[0], shown[-1]
        between = ltnato.events(since=first.when, until=last.when, source=PAGE)

        assert (str(first.when), str(last.when)) == ("2015-09-03", "2017-02-07")
        assert between.where(lambda event: event.part_of is None).ids == (
            "force-integration-unit-inaugurated-in-vilnius",
            "defence-ministers-agree-on-enhanced-forward-presence",
            "north-atlantic-council-visits-lithuania",
            "nato-russia-council-meeting-2016",
            "warsaw-summit-2016",
            "seimas-resolves-on-continuity-of-policy-2016",
            "enhanced-forward-presence-deployed",
        )
        assert "battlegroup-lithuania-welcomed" in between.ids

    def test_q143(self) -> None:
        """Five events of the page fell on a 29 March."""
        assert ltnato.on_this_day("03-29", source=PAGE).ids == (
            "baltic-air-policing-begins",
            "lithuania-joins-nato",
            "parties-agree-on-strategic-guidelines-2014",
            "tenth-anniversary-of-lithuanias-membership",
            "fifteenth-anniversary-of-lithuanias-membership",
        )

    def test_q145(self) -> None:
        """18 of the 43 dated entries of the two chronologies last more than a day."""
        dated = [entry.when for entry in ltnato.source(PAGE).outline if entry.when is not None]

        assert (len(dated), len([one for one in dated if (one.days or 0) > 1])) == (43, 18)

    def test_q147(self) -> None:
        """Five full dates of the activities lie outside the heading of their entry."""
        heads = {one.locator: one.when for one in ltnato.source(PAGE).outline}
        events = {
            "activities/2016-07-08": "nato-russia-council-meeting-2016",
            "activities/2017-05-24": "montenegro-joins-nato",
            "activities/2022-02-25": "russia-invades-ukraine",
        }

        assert [str(when(event)) for event in events.values()] == [
            "2016-04-20",
            "2017-06-05",
            "2022-02-24",
        ]
        for locator, event in events.items():
            assert event in ltnato.events(source=f"{PAGE}/{locator}").ids
            assert not when(event).overlaps(known(heads[locator]))
        assert stated("energy-security-centre-founded", "when")[0][0] == "2013-01-01"
        assert stated("london-meeting-2019", "when") == [
            ("2020-12-03/2020-12-04", "2019-12-03/2019-12-04"),
        ]

    def test_q149(self) -> None:
        """The dated events of the page run from 4 April 1949 to 15 July 2022."""
        dated = [event.when for event in ltnato.events(source=PAGE) if event.when is not None]

        assert (str(dated[0]), str(max(one.end for one in dated if one.end))) == (
            "1949-04-04",
            "2022-07-15",
        )
