"""Further questions about introduction, law and the way to NATO, answered by structure alone.

They were found by reading the page sentence by sentence, from its beginning and again from its end.
A row is a question, how it is asked through the public contract, and the true answer; where the
page tells otherwise, a row asks for the discrepancy that keeps what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ltnato
from questions import (
    PAGE,
    acts,
    adopted,
    asked,
    links,
    numbers,
    offices,
    party,
    posts,
    related,
    result,
    tie,
    told,
    where,
    who,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from questions import Row

BALTIC = ["estonia", "latvia", "lithuania"]
SEVEN = ["bulgaria", *BALTIC, "romania", "slovakia", "slovenia"]

INTRODUCTION: list[Row] = [
    (
        "Which five initiatives does the Programme list, in order?",
        lambda: ltnato.outcomes(of="eighteenth-government-programme", kind=["aim", "support"]).ids,
        (
            *(
                "deterrence-in-the-region",
                "bilateral-defence-cooperation",
                "eu-defence-initiatives",
            ),
            *("operations-and-missions", "open-door"),
        ),
    ),
    (
        "Whose Euro-Atlantic aspirations does the Programme support?",
        lambda: party("eighteenth-government-programme", "open-door", "beneficiary"),
        ["georgia", "ukraine"],
    ),
    (
        "Whose defence initiatives does the Programme support?",
        lambda: party("eighteenth-government-programme", "eu-defence-initiatives", "beneficiary"),
        ["european-union"],
    ),
    (
        "Who led the Eighteenth Government, and until when?",
        lambda: tie("leads", "Šimonytė", "Eighteenth Government of Lithuania")[0],
        "2020-12-11/2024-12-12",
    ),
    (
        "Where was the conference on the open door held?",
        lambda: [ltnato.place(one).within for one in where("vilnius-conference-2014")],
        ["vilnius"],
    ),
    (
        "Which event did the conference recall?",
        lambda: links("vilnius-conference-2014"),
        [("marks", "lithuania-joins-nato")],
    ),
    (
        "What did the conference assess?",
        lambda: ltnato.outcomes(of="vilnius-conference-2014", kind="assessment")[0].topics,
        ("enlargement",),
    ),
    (
        "What else did the conference discuss besides the open door?",
        lambda: result("vilnius-conference-2014", "future-and-partners").topics,
        ("partnership",),
    ),
    (
        "Which anniversary fell on 29 March 2019, and of what?",
        lambda: [
            (numbers(one), one.links[0].event)
            for one in ltnato.events(category="anniversary", on="2019-03-29")
        ],
        [([(15, "years", "exact")], "lithuania-joins-nato")],
    ),
    (
        "Which anniversary of NATO was marked in 2019, when, and at which meeting?",
        lambda: [
            (numbers(one), str(one.when), one.part_of)
            for one in ltnato.events(category="anniversary", place="Washington")
        ],
        [
            (
                [(70, "years", "exact")],
                "2019-04-04",
                "foreign-ministers-meet-in-washington-2019",
            ),
        ],
    ),
    (
        "From which event does NATO's seventieth anniversary count?",
        lambda: links("seventieth-anniversary-of-nato"),
        [("marks", "north-atlantic-treaty-signed")],
    ),
    (
        "What was founded by the signing of 1949?",
        lambda: party("north-atlantic-treaty-signed", "foundation", "subject"),
        ["nato"],
    ),
    (
        "By which name is the North Atlantic Treaty better known?",
        lambda: ltnato.document("Washington Treaty").title.en,
        "North Atlantic Treaty",
    ),
]

LEGAL: list[Row] = [
    (
        "Which provision of the Constitution is quoted?",
        lambda: told("legal/p1:1"),
        [("constitution-of-lithuania", "article-135", "aim")],
    ),
    (
        "What does the page tell of the security law?",
        lambda: told("legal/p1:2"),
        [
            ("law-on-the-basics-of-national-security", "security-through-nato", "aim"),
            ("law-on-the-basics-of-national-security", "purpose-of-membership", "aim"),
        ],
    ),
    (
        "Who approved the Strategy of 2021, and when?",
        lambda: [
            (who(one.id, "adopter"), str(one.when))
            for one in ltnato.events(document="national-security-strategy-2021", act="approves")
        ],
        [(["seimas"], "2021-12-16")],
    ),
    (
        "Which document did the Strategy of 2021 revise?",
        lambda: related("national-security-strategy-2021")[0],
        ("revises", "national-security-strategy-2002"),
    ),
    (
        "A threat to members of what is a threat to Lithuania, by the Strategy?",
        lambda: party("national-security-strategy-2021", "indivisible-security", "subject")[1:],
        ["nato", "european-union"],
    ),
    (
        "What does the Strategy say of the international system?",
        lambda: told("legal/p2:2"),
        [("national-security-strategy-2021", "harder-to-foresee", "assessment")],
    ),
    (
        "With which bound and deadline is each share of GDP pledged?",
        lambda: [
            (one.document[-4:], one.value, one.bound, one.deadline and str(one.deadline))
            for one in ltnato.pledges(indicator="defence-expenditure-share", source=PAGE)
        ],
        [
            ("2012", 2, "up-to", None),
            ("2014", 2, "at-least", "2020"),
            ("2016", 2, "at-least", "2018"),
            ("2018", 2.5, "at-least", "2030"),
            ("2018", 2, "at-least", None),
            ("2022", 2.5, "at-least", None),
        ],
    ),
    (
        "For which years does each commitment hold?",
        lambda: [
            str(one.in_force)
            for one in ltnato.documents(
                kind=["party-agreement", "resolution"], source=f"{PAGE}/legal/p3"
            )
        ],
        ["2012/2016", "2014/2020", "2016/2020", "None", "2022-07-15/2030"],
    ),
    (
        "Which commitment was adopted by the Seimas and not signed by parties?",
        lambda: [
            (one.document, one.by)
            for one in ltnato.pledges(source=PAGE)
            if ltnato.document(one.document).kind != "party-agreement"
        ],
        [("continuity-resolution-2016", ("seimas",))],
    ),
    (
        "What does the page call the signatories of each agreement?",
        lambda: [
            (part.event or "")[-4:] + " " + part.actor
            for part in ltnato.participations(role="signatory", source=f"{PAGE}/legal/p3")
            if ltnato.actor(part.actor).kind == "group"
        ],
        [
            "2012 parliamentary-parties-of-lithuania",
            "2014 political-parties-of-lithuania",
            "2018 parliamentary-parties-of-lithuania",
            "2022 parties-represented-in-the-seimas",
        ],
    ),
    (
        "How many parties signed each agreement that day?",
        lambda: [
            figure.value
            for event in ltnato.events(category="agreement", source=f"{PAGE}/legal/p3")
            for figure in event.figures
            if figure.unit == "parties"
        ],
        [6, 7, 5, 8],
    ),
    (
        "What did the agreements of 2012 and the resolution of 2016 ensure?",
        lambda: [
            one.of for one in ltnato.outcomes(source=f"{PAGE}/legal") if one.id == "continuity"
        ],
        ["defence-policy-agreement-2012", "continuity-resolution-2016"],
    ),
    (
        "Who adopted the resolution of 2016, and for whom?",
        lambda: [
            (part.actor, part.on_behalf_of)
            for part in ltnato.participations(
                event="seimas-resolves-on-continuity-of-policy-2016", role="adopter"
            )
            if part.outcome is None
        ],
        [("seimas", "lithuania")],
    ),
    (
        "To whom did the agreement of 2012 affirm a commitment?",
        lambda: party("defence-policy-agreement-2012", "commitment-to-the-alliance", "beneficiary"),
        ["nato"],
    ),
    (
        "In which programme does the page see the aim of 2.5 per cent, and is it there?",
        lambda: [
            (one.record, one.adopted, one.status)
            for one in ltnato.discrepancies(source=f"{PAGE}/legal/p3:5")
        ],
        [("seventeenth-government-programme", None, "open")],
    ),
    (
        "Did all parties commit in 2022?",
        lambda: who("parties-agree-on-security-and-defence-2022", "decliner"),
        ["lithuanian-farmers-and-greens-union"],
    ),
    (
        "What are the aims of 2022 besides money?",
        lambda: [id for _, id, kind in told("legal/p3:8") if kind == "aim"],
        ["reserve-and-training", "trained-citizens", "active-reserve"],
    ),
    (
        "To whose needs is further funding linked?",
        lambda: party("security-and-defence-agreement-2022", "funding-by-need", "beneficiary"),
        ["lithuanian-armed-forces"],
    ),
    (
        "At which address does the agreement of 2022 stand?",
        lambda: ltnato.document("security-and-defence-agreement-2022").url,
        "https://www.lrs.lt/sip/portal.show?p_r=35403&p_k=1&p_t=281847",
    ),
    (
        "Of which years are the three agreements on forces, staff and atomic information?",
        lambda: [
            (one.id, str(one.adopted)[:4])
            for one in ltnato.documents(kind="treaty", source=f"{PAGE}/legal/p5")
        ],
        [("sofa", "1951"), ("ottawa-agreement", "1951"), ("atomal-agreement", "1964")],
    ),
    (
        "What did Lithuania do with the agreements of 1951 and 1964, and when?",
        lambda: [
            (*acts(one), one.when and str(one.when))
            for one in ltnato.events(source=f"{PAGE}/legal/p5:2")
        ],
        [(("signs", "atomal-agreement"), None), (("signs", "ottawa-agreement"), None)],
    ),
    (
        "On which ground is Lithuania a full member?",
        lambda: adopted("member-of-nato-lithuania", "begun_by"),
        ["lithuania-joins-nato"],
    ),
]

BEGINNINGS: list[Row] = [
    (
        "In which city and manner did the bureau open?",
        lambda: (
            where("information-bureau-opens-in-brussels"),
            ltnato.event("information-bureau-opens-in-brussels").manner,
        ),
        (("brussels",), ("unofficial",)),
    ),
    (
        "Who authorised Morkvėnas, in which office?",
        lambda: (
            who("information-bureau-opens-in-brussels", "authoriser"),
            offices("information-bureau-opens-in-brussels", "authoriser"),
        ),
        (["algirdas-saudargas"], ["minister-of-foreign-affairs-of-lithuania"]),
    ),
    (
        "For which ministry did Morkvėnas work, and to which service did he belong?",
        lambda: (
            ltnato.participations(actor="Morkvėnas", role="representative")[0].on_behalf_of,
            ltnato.relations(kind="member-of", subject="Morkvėnas")[0].object,
        ),
        ("ministry-of-foreign-affairs-of-lithuania", "diplomatic-service-of-lithuania"),
    ),
    (
        "With which organisations did the bureau deal?",
        lambda: party("information-bureau-opens-in-brussels", "diplomatic-work", "subject"),
        ["european-communities", "nato"],
    ),
    (
        "What took the place of the bureau?",
        lambda: [
            one.subject
            for one in ltnato.relations(kind="succeeds", object="Baltic Information Bureau")
        ],
        ["diplomatic-mission-of-lithuania-in-belgium"],
    ),
    (
        "In which office did Landsbergis head the delegation to NATO?",
        lambda: offices("landsbergis-visits-nato-headquarters", "head-of-delegation"),
        ["chairman-of-the-supreme-council-of-lithuania"],
    ),
    (
        "Where did the first visit go?",
        lambda: where("landsbergis-visits-nato-headquarters"),
        ("nato-headquarters",),
    ),
    (
        "Who would not receive the delegation officially?",
        lambda: who("landsbergis-visits-nato-headquarters", "decliner", "no-official-reception"),
        ["nato"],
    ),
    (
        "How many countries met in the first council of December 1991?",
        lambda: numbers(ltnato.event("north-atlantic-cooperation-council-meets"))[0],
        (25, "countries", "exact"),
    ),
    (
        "To which post was Venskus appointed, and to whom was he accredited?",
        lambda: (
            posts("venskus-appointed-representative"),
            [one.object for one in ltnato.relations(kind="accredited-to", subject="Venskus")],
        ),
        (
            [
                (
                    "adolfas-venskus",
                    "representative-of-lithuania-to-the-european-community-and-nato",
                ),
            ],
            ["european-communities", "nato"],
        ),
    ),
    (
        "To whom did the parties write in October 1993?",
        lambda: who("parties-urge-president-to-seek-nato-membership", "addressee"),
        ["algirdas-brazauskas"],
    ),
    (
        "Who made the memorandum of November 1993, and what did they do with it?",
        lambda: (
            who("opposition-parties-publish-foreign-policy-memorandum", "adopter"),
            acts(ltnato.event("opposition-parties-publish-foreign-policy-memorandum")),
        ),
        (
            ["opposition-parties-of-the-seimas"],
            [("issues", "memorandum-on-the-principles-of-foreign-policy")],
        ),
    ),
    (
        "On which document did the letter to NATO rest?",
        lambda: related("letter-of-president-brazauskas-to-nato"),
        [("based-on", "agreement-of-the-parliamentary-parties-on-nato-membership")],
    ),
    (
        "Who had signed the agreement behind the letter?",
        lambda: who("parliamentary-parties-agree-on-nato-membership", "signatory"),
        ["parliamentary-parties-of-lithuania"],
    ),
    (
        "In which office did Wörner receive the letter?",
        lambda: offices("brazauskas-writes-to-nato", "addressee"),
        ["secretary-general-of-nato"],
    ),
    (
        "Who joined what in January 1994?",
        lambda: [
            party("lithuania-joins-the-partnership-for-peace", "accession", role)
            for role in ("acceding", "subject")
        ],
        [["lithuania"], ["partnership-for-peace"]],
    ),
    (
        "With which document did Lithuania join the Partnership for Peace?",
        lambda: acts(ltnato.event("lithuania-joins-the-partnership-for-peace")),
        [("signs", "partnership-for-peace-framework-document")],
    ),
    (
        "What did the law of 1996 set as first aim, and who adopted it?",
        lambda: (
            told("way-to-nato/1996-12-19")[0][1],
            who("seimas-adopts-the-law-on-the-basics-of-national-security", "adopter"),
        ),
        ("euro-atlantic-integration", ["seimas"]),
    ),
]

TOWARDS_MEMBERSHIP: list[Row] = [
    (
        "Whose progress was noted in Madrid in 1997, and on which day?",
        lambda: (
            party("madrid-summit-1997", "baltic-progress", "subject"),
            str(result("madrid-summit-1997", "baltic-progress").when),
        ),
        (["baltic-states"], "1997-07-08"),
    ),
    (
        "Which are the Baltic states?",
        lambda: sorted(ltnato.members("Baltic states").ids),
        BALTIC,
    ),
    (
        "To whom is the mission of August 1997 accredited?",
        lambda: tie("accredited-to", "Lithuanian Mission to NATO", "NATO"),
        ("1997-08-01?/..", None, "mission-of-lithuania-to-nato-established"),
    ),
    (
        "To which posts was Linkevičius appointed?",
        lambda: posts("linkevicius-appointed-ambassador-to-nato"),
        [
            ("linas-linkevicius", "ambassador-of-lithuania-to-nato"),
            ("linas-linkevicius", "ambassador-of-lithuania-to-the-weu"),
        ],
    ),
    (
        "Which office had Linkevičius held before October 1997?",
        lambda: [
            one.object
            for one in ltnato.relations(
                kind="holds-office", subject="Linkevičius", until="1997-10-08"
            )
        ],
        ["minister-of-national-defence-of-lithuania"],
    ),
    (
        "Whose progress was acknowledged in Washington in 1999?",
        lambda: party("washington-summit-1999", "progress-of-lithuania", "subject"),
        ["lithuania"],
    ),
    (
        "What was launched in 1999, and for whom?",
        lambda: [
            party("washington-summit-1999", "membership-action-plan-launched", role)
            for role in ("subject", "beneficiary")
        ],
        [["membership-action-plan"], ["lithuania"]],
    ),
    (
        "Which document did the nine adopt in Vilnius, and on which day?",
        lambda: (
            acts(ltnato.event("vilnius-meeting-of-nine-aspirants")),
            str(ltnato.document("Vilnius Statement").adopted),
        ),
        ([("adopts", "vilnius-statement")], "2000-05-19"),
    ),
    (
        "How many countries made the Vilnius Statement?",
        lambda: len(
            party("vilnius-meeting-of-nine-aspirants", "vilnius-statement-made", "signatory")
        ),
        9,
    ),
    (
        "Which countries beyond Europe does the Vilnius Statement name?",
        lambda: party("vilnius-statement", "europe-whole-and-free", "subject"),
        ["canada", "united-states"],
    ),
    (
        "By whose joining did the Vilnius Group become one of ten?",
        lambda: (
            who("croatia-joins-the-vilnius-group", "acceding"),
            numbers(result("croatia-joins-the-vilnius-group", "vilnius-ten")),
        ),
        (["croatia"], [(10, "members", "exact")]),
    ),
    (
        "To which post was Čekuolis appointed, and by whom?",
        lambda: (
            posts("cekuolis-appointed-chief-coordinator"),
            who("cekuolis-appointed-chief-coordinator", "appointer"),
        ),
        (
            [("giedrius-cekuolis", "chief-coordinator-of-lithuanias-integration-into-nato")],
            ["president-of-lithuania"],
        ),
    ),
    (
        "To which posts was Damušis appointed, and did the President appoint her?",
        lambda: (
            posts("damusyte-appointed-ambassador-to-nato"),
            len(
                ltnato.participations(
                    event="damusyte-appointed-ambassador-to-nato",
                    role="appointer",
                    actor="President of Lithuania",
                )
            ),
        ),
        (
            [
                (ltnato.actor("Gintė Damušis").id, "ambassador-of-lithuania-to-nato"),
                (ltnato.actor("Gintė Damušis").id, "ambassador-of-lithuania-to-the-weu"),
            ],
            1,
        ),
    ),
    (
        "Of which kind was the session of 2001, and whose?",
        lambda: (
            ltnato.event("nato-parliamentary-assembly-meets-in-vilnius").manner[0],
            who("nato-parliamentary-assembly-meets-in-vilnius", "organiser"),
        ),
        ("regular", ["nato-parliamentary-assembly"]),
    ),
    (
        "Who was invited in Prague, and how many?",
        lambda: (
            sorted(who("prague-summit-2002", "invitee", "invitation")),
            numbers(result("prague-summit-2002", "invitation")),
        ),
        (SEVEN, [(7, "countries", "exact")]),
    ),
    (
        "How many protocols were signed in 2003, and what do they amend?",
        lambda: [
            (link.kind, link.document)
            for document in ltnato.documents(kind="protocol", since="2003", until="2003")
            for link in document.related
        ],
        [("amends", "north-atlantic-treaty")] * 7,
    ),
    (
        "After what did the Seimas ratify the Treaty?",
        lambda: links("seimas-ratifies-the-north-atlantic-treaty"),
        [("follows", "accession-protocols-signed")],
    ),
    (
        "In which offices were the instruments presented, and to whom?",
        lambda: (
            sorted(map(str, offices("lithuania-joins-nato", "presenter"))),
            offices("lithuania-joins-nato", "recipient"),
        ),
        (
            [f"prime-minister-of-{country}" for country in SEVEN],
            ["secretary-of-state-of-the-united-states"],
        ),
    ),
    (
        "Which countries joined on 29 March 2004, and how many Allies were there then?",
        lambda: (
            sorted(who("lithuania-joins-nato", "acceding", "accession")),
            len(ltnato.members("NATO", on="2004-03-29")),
        ),
        (SEVEN, 26),
    ),
    (
        "As which member in the order of accession did Lithuania join?",
        lambda: ltnato.relations(kind="member-of", subject="LT", object="NATO")[0].ordinal,
        23,
    ),
    (
        "Whose airspace is policed, and around which clock?",
        lambda: (
            party("baltic-air-policing-begins", "launch", "beneficiary"),
            numbers(result("baltic-air-policing-begins", "launch"))[:2],
        ),
        (BALTIC, [(24, "hours-per-day", "exact"), (7, "days-per-week", "exact")]),
    ),
    (
        "Who leads the policing of the Baltic airspace?",
        lambda: party("baltic-air-policing-begins", "launch", "lead"),
        ["nato"],
    ),
    (
        "Where was the flag raised?",
        lambda: ltnato.place(where("lithuanias-flag-raised-at-nato-headquarters")[0]).within,
        "brussels",
    ),
    (
        "In which offices did ministers attend the ceremony of 2 April 2004?",
        lambda: offices("lithuanias-flag-raised-at-nato-headquarters", "participant"),
        [f"minister-of-foreign-affairs-of-{country}" for country in SEVEN],
    ),
    (
        "Who represented Lithuania at the ceremony?",
        lambda: [
            one.actor
            for one in ltnato.participations(
                event="lithuanias-flag-raised-at-nato-headquarters",
                actor="Lithuania",
                role="participant",
            )
        ],
        ["antanas-valionis"],
    ),
    (
        "Whose celebratory session belonged to the ceremony?",
        lambda: [
            (one.category, who(one.id, "organiser"))
            for one in ltnato.events(part_of="lithuanias-flag-raised-at-nato-headquarters")
        ],
        [("ministerial", ["north-atlantic-council"])],
    ),
]


class TestIntroductionAndLaw:
    """The page before its chronologies."""

    @asked(INTRODUCTION)
    def test_introduction(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the introduction is answered by structure."""
        assert ask() == answer

    @asked(LEGAL)
    def test_legal(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the legal part is answered by structure."""
        assert ask() == answer


class TestWay:
    """The way to NATO."""

    @asked(BEGINNINGS)
    def test_beginnings(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the years 1990 to 1996 is answered by structure."""
        assert ask() == answer

    @asked(TOWARDS_MEMBERSHIP)
    def test_towards_membership(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the years 1997 to 2004 is answered by structure."""
        assert ask() == answer
