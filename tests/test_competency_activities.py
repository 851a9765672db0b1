"""Further questions about the activities of NATO, answered by structure alone.

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
    day,
    links,
    numbers,
    offices,
    party,
    related,
    result,
    stated,
    tie,
    told,
    where,
    who,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from questions import Row

BALTIC = ["estonia", "latvia", "lithuania"]

SUMMITS: list[Row] = [
    (
        "How many Allies agreed to assist Iraq in 2005?",
        lambda: numbers(result("brussels-summit-2005", "iraq")),
        [(26, "members", "exact")],
    ),
    (
        "Which operation was to be expanded in 2005?",
        lambda: party("brussels-summit-2005", "afghanistan", "subject"),
        ["isaf"],
    ),
    (
        "What was told of Ukraine at the summit of 2005?",
        lambda: [(id, kind) for _, id, kind in told("activities/2005-02-22:2")],
        [("ukraine-reforms", "support"), ("ukraine-cooperation", "decision")],
    ),
    (
        "Which informal meetings of ministers were held in Vilnius?",
        lambda: [
            (one.category, str(one.when))
            for one in ltnato.events(manner="informal", place="Vilnius", source=PAGE)
        ],
        [("ministerial", "2005-04-20/2005-04-21"), ("ministerial", "2008-02-07/2008-02-08")],
    ),
    (
        "Which countries were invited into what in Riga?",
        lambda: [
            party("riga-summit-2006", "partnership-for-peace-invitation", role)
            for role in ("invitee", "subject")
        ],
        [["bosnia-and-herzegovina", "montenegro", "serbia"], ["partnership-for-peace"]],
    ),
    (
        "Which document was approved in Riga?",
        lambda: [
            one.id
            for one in ltnato.documents(source=f"{PAGE}/activities/2006-11-28")
            if ("approves", one.id) in acts(ltnato.event("riga-summit-2006"))
        ],
        ["comprehensive-political-guidance"],
    ),
    (
        "Was collective security or collective defence emphasised in Riga?",
        lambda: (
            result("riga-summit-2006", "core-principles").topics,
            len(stated("riga-summit-2006", "outcomes[core-principles]")),
        ),
        (("collective-defence",), 2),
    ),
    (
        "Which further decisions and statements were made in Riga?",
        lambda: [
            id
            for n in (2, 4)
            for of, id, _ in told(f"activities/2006-11-28:{n}")
            if of == "riga-summit-2006"
        ],
        ["energy-security", "comprehensive-political-guidance", "open-door", "partnerships"],
    ),
    (
        "Who was invited in Bucharest, and who was offered Intensified Dialogue?",
        lambda: [
            party("bucharest-summit-2008", id, "invitee")
            for id in ("invitation", "intensified-dialogue")
        ],
        [["albania", "croatia"], ["bosnia-and-herzegovina", "montenegro"]],
    ),
    (
        "When did Albania and Croatia become members, and at which summit were they welcomed?",
        lambda: (
            day("albania-and-croatia-join-nato"),
            stated("albania-and-croatia-join-nato", "when"),
            party("strasbourg-kehl-summit-2009", "welcome", "subject"),
        ),
        ("2009-04-01", [("2009-04-03/2009-04-04", "2009-04-01")], ["albania", "croatia"]),
    ),
    (
        "In which two cities was the summit of 2009, and in which countries?",
        lambda: [
            (one, ltnato.place(one).country) for one in where("strasbourg-kehl-summit-2009")[:2]
        ],
        [("strasbourg", "france"), ("kehl", "germany")],
    ),
    (
        "On which days was the summit of Lisbon?",
        lambda: stated("lisbon-summit-2010", "when"),
        [("2010-11-19", "2010-11-19/2010-11-20")],
    ),
    (
        "How many core tasks has the Concept of 2010?",
        lambda: numbers(result("strategic-concept-2010", "core-tasks")),
        [(3, "pillars", "exact")],
    ),
    (
        "Of which three tasks does the page tell for Lisbon?",
        lambda: [
            one.topics[0]
            for one in ltnato.outcomes(
                of="lisbon-summit-2010", source=f"{PAGE}/activities/2010-11-19:2"
            )
        ],
        ["collective-defence", "operations", "partnership"],
    ),
    (
        "Which measures were outlined in Lisbon, decided or only aimed at?",
        lambda: [
            (id, kind) for of, id, kind in told("activities/2010-11-19:3") if "summit" in str(of)
        ],
        [
            ("missile-defence", "decision"),
            ("cyber-defence", "decision"),
            ("energy-security", "aim"),
            ("territorial-defence", "aim"),
            ("crisis-management-capabilities", "aim"),
        ],
    ),
    (
        "Which reforms were to go on after Lisbon?",
        lambda: result("lisbon-summit-2010", "reforms").topics,
        ("command-structure",),
    ),
    (
        "What was discussed in Chicago?",
        lambda: [id for _, id, kind in told("activities/2012-05-20:1") if kind == "discussion"],
        ["afghanistan", "middle-east", "financial-crisis"],
    ),
    (
        "When did air policing become permanent, and who decided?",
        lambda: (
            stated("council-prolongs-baltic-air-policing", "when"),
            who("council-prolongs-baltic-air-policing", "authoriser"),
        ),
        ([("2012-05-20/2012-05-21", "2012-02-08")], ["north-atlantic-council"]),
    ),
    (
        "Which measure did the Chicago declaration emphasise?",
        lambda: result("chicago-summit-2012", "exercises").topics,
        ("exercises",),
    ),
    (
        "What was announced in Chicago, and on which day?",
        lambda: [
            (one.topics, str(one.when))
            for one in ltnato.outcomes(of="chicago-summit-2012", kind="announcement")
        ],
        [(("missile-defence",), "2012-05-20")],
    ),
    (
        "Where is the Energy Security Centre, and since when?",
        lambda: tie("hosts", "Lithuania", "Energy Security Centre of Excellence"),
        ("2012-07-10/..", "vilnius", "energy-security-centre-founded"),
    ),
    (
        "When was the Energy Security Centre accredited?",
        lambda: (
            day("energy-security-centre-accredited"),
            adopted("chicago-summit-2012", "outcomes[energy-security-centre]") != [],
        ),
        ("2012-10-12", True),
    ),
    (
        "In which town was the Wales Summit, and in which year?",
        lambda: (where("wales-summit-2014"), stated("wales-summit-2014", "when")),
        (("newport",), [("2015", "2014-09-04/2014-09-05")]),
    ),
    (
        "Which regions and countries troubled the Wales Summit, and whose aggression?",
        lambda: (
            result("wales-summit-2014", "threats-to-security").places,
            party("wales-summit-2014", "threats-to-security", "target"),
        ),
        (("ukraine", "iraq", "middle-east", "north-africa"), ["russia"]),
    ),
    (
        "Which mission was to end after Wales, and when did it end?",
        lambda: (party("wales-summit-2014", "end-of-isaf", "subject")[0], day("isaf-ends")),
        ("isaf", "2014-12-28"),
    ),
    (
        "Which initiatives for partners were launched in Wales?",
        lambda: [
            one.documents[0].document
            for one in ltnato.outcomes(of="wales-summit-2014", kind="launch", source=PAGE)
        ],
        ["defence-capacity-building-initiative", "partnership-interoperability-initiative"],
    ),
    (
        "For whom was a package approved in Wales?",
        lambda: party("wales-summit-2014", "package-for-georgia", "beneficiary"),
        ["georgia"],
    ),
]

DEPLOYMENTS: list[Row] = [
    (
        "Who inaugurated the headquarters in Vilnius, in which office?",
        lambda: [
            (one.actor, one.capacity)
            for one in ltnato.participations(
                event="force-integration-unit-inaugurated-in-vilnius",
                role="inaugurator",
                source=PAGE,
            )
        ],
        [
            ("jens-stoltenberg", "secretary-general-of-nato"),
            ("dalia-grybauskaite", "president-of-lithuania"),
        ],
    ),
    (
        "How many force integration units were decided, where and when?",
        lambda: [
            (numbers(one)[0], one.places, str(one.when))
            for one in ltnato.outcomes(of="defence-ministers-decide-on-six-force-integration-units")
        ],
        [
            (
                (6, "headquarters", "exact"),
                ("bulgaria", *BALTIC, "poland", "romania"),
                "2015-02-05",
            ),
        ],
    ),
    (
        "To which plan do the units belong?",
        lambda: acts(result("force-integration-unit-inaugurated-in-vilnius", "answer-to-threats")),
        [("carries-out", "readiness-action-plan")],
    ),
    (
        "Between whom does a unit improve cooperation?",
        lambda: party(
            "force-integration-unit-inaugurated-in-vilnius", "task-of-the-units", "beneficiary"
        ),
        ["nato", "lithuanian-armed-forces"],
    ),
    (
        "In which offices did ministers dine with the Council in March 2016?",
        lambda: offices("council-dines-with-lithuanian-ministers", "participant")[1:],
        [
            "minister-of-foreign-affairs-of-lithuania",
            "minister-of-national-defence-of-lithuania",
        ],
    ),
    (
        "What was spoken of with the President in March 2016?",
        lambda: told("activities/2016-03-23:3"),
        [("council-meets-president-grybauskaite", "security-in-the-region", "discussion")],
    ),
    (
        "Who presented what at the brigade, in which offices?",
        lambda: (
            who("council-visits-the-iron-wolf-brigade", "speaker"),
            offices("council-visits-the-iron-wolf-brigade", "speaker"),
            party("council-visits-the-iron-wolf-brigade", "presentation", "subject"),
        ),
        (
            ["almantas-leika", "ben-hodges"],
            [
                "commander-of-the-lithuanian-land-forces",
                "commander-of-united-states-army-europe",
            ],
            ["enhanced-forward-presence"],
        ),
    ),
    (
        "On which decision, and of which day, did the presentation rest?",
        lambda: [
            (id, day(id))
            for _, id in links("council-visits-the-iron-wolf-brigade")
            if ltnato.event(id).category == "ministerial"
        ],
        [("defence-ministers-agree-on-enhanced-forward-presence", "2016-02-10")],
    ),
    (
        "On how many pillars did the agenda of Warsaw rest?",
        lambda: numbers(result("warsaw-summit-2016", "two-pillars")),
        [(2, "pillars", "exact")],
    ),
    (
        "Which plan was welcomed in Warsaw, and which summit had adopted it?",
        lambda: (
            acts(result("warsaw-summit-2016", "readiness-action-plan-welcomed")),
            ltnato.events(document="Readiness Action Plan", act="adopts").ids,
        ),
        ([("refers-to", "readiness-action-plan")], ("wales-summit-2014",)),
    ),
    (
        "Where were battalions to be deployed, how many and by when?",
        lambda: [
            (one.places, numbers(one)[0], str(one.due))
            for one in ltnato.outcomes(
                of="warsaw-summit-2016", source=f"{PAGE}/activities/2016-07-08:3"
            )
        ],
        [((*BALTIC, "poland"), (4, "battlegroups", "exact"), "2017")],
    ),
    (
        "When had cooperation with Russia been suspended?",
        lambda: [
            (one.of, str(one.when))
            for one in ltnato.outcomes(kind="decision", topic="russia", source=PAGE)
            if one.id == "suspension"
        ],
        [("nato-suspends-practical-cooperation-with-russia", "2014-04-01")],
    ),
    (
        "Against whom was the suspension reaffirmed in Warsaw?",
        lambda: party("warsaw-summit-2016", "suspension-of-cooperation-with-russia", "target"),
        ["russia"],
    ),
    (
        "When did the NATO-Russia Council meet again, and after how long?",
        lambda: (
            day("nato-russia-council-meeting-2016"),
            numbers(ltnato.event("nato-russia-council-meeting-2016"))[0],
        ),
        ("2016-04-20", (22, "months", "about")),
    ),
    (
        "What should stay on the agenda with Russia?",
        lambda: result("warsaw-summit-2016", "agenda-of-the-dialogue-with-russia").topics,
        ("russia", "ukraine", "arms-control"),
    ),
    (
        "What else was to be strengthened according to Warsaw?",
        lambda: [(id, kind) for n in (8, 9) for _, id, kind in told(f"activities/2016-07-08:{n}")],
        [
            ("defence-of-the-most-exposed-flank", "aim"),
            ("stability-in-the-neighbourhood", "aim"),
        ],
    ),
    (
        "Which partners were named for more support in Warsaw?",
        lambda: party("warsaw-summit-2016", "support-for-partners", "beneficiary"),
        ["ukraine", "georgia"],
    ),
    (
        "Which coalition got support, from whose aircraft?",
        lambda: (
            party("warsaw-summit-2016", "awacs-for-the-coalition", "beneficiary")
            == [ltnato.actor("Global Coalition to Counter ISIL").id],
            party("warsaw-summit-2016", "awacs-for-the-coalition", "contributor")
            == [ltnato.actor("AWACS").id],
        ),
        (True, True),
    ),
    (
        "Which countries were to be assisted further?",
        lambda: result("warsaw-summit-2016", "assistance-to-iraq-and-afghanistan").places,
        ("iraq", "afghanistan"),
    ),
    (
        "At which summit was the EU-NATO declaration signed, and in which offices?",
        lambda: (
            ltnato.event("eu-nato-joint-declaration-signed").part_of,
            offices("eu-nato-joint-declaration-signed", "signatory"),
        ),
        (
            "warsaw-summit-2016",
            [
                "president-of-the-european-council",
                "president-of-the-european-commission",
                "secretary-general-of-nato",
            ],
        ),
    ),
    (
        "What did the presence of 2017 consist of, and what did it carry out?",
        lambda: (
            numbers(ltnato.event("enhanced-forward-presence-deployed")),
            links("enhanced-forward-presence-deployed"),
        ),
        ([(4, "battlegroups", "exact")], [("carries-out", "warsaw-summit-2016")]),
    ),
    (
        "Who welcomed the troops, in which offices?",
        lambda: (
            party("battlegroup-lithuania-welcomed", "welcome", "speaker"),
            offices("battlegroup-lithuania-welcomed", "host")[:1]
            + offices("battlegroup-lithuania-welcomed", "guest"),
        ),
        (
            ["dalia-grybauskaite", "ursula-von-der-leyen"],
            ["president-of-lithuania", "minister-of-defence-of-germany"],
        ),
    ),
    (
        "Under which brigade is the battlegroup, and of which forces is that a part?",
        lambda: [
            "mechanised-infantry-brigade-iron-wolf"
            in {
                tie.object
                for tie in ltnato.relations(
                    kind="under-command-of", subject="eFP Battlegroup Lithuania", on="2017-03"
                )
            },
            ltnato.relations(kind="part-of", subject="Iron Wolf")[0].object,
        ],
        [True, "lithuanian-armed-forces"],
    ),
    (
        "Where is the battlegroup based?",
        lambda: tie("hosts", "Lithuania", "battlegroup-lithuania")[1],
        "rukla",
    ),
    (
        "With whom does the battlegroup train?",
        lambda: party("battlegroup-lithuania-welcomed", "task", "participant"),
        ["lithuanian-armed-forces"],
    ),
]

LAST_YEARS: list[Row] = [
    (
        "What did NATO join in 2017, and when?",
        lambda: tie("member-of", "NATO", "Global Coalition to Defeat ISIS"),
        ("2017-05-25/", None, "brussels-meeting-2017"),
    ),
    (
        "Against whom is the coalition that NATO joined?",
        lambda: party("brussels-meeting-2017", "joins-global-coalition", "target"),
        ["islamic-state"],
    ),
    (
        "For what were plans to be made by the Allies in 2017?",
        lambda: result("brussels-meeting-2017", "national-plans").topics,
        ("burden-sharing", "defence-spending", "operations"),
    ),
    (
        "What were the main issues of 2017?",
        lambda: result("brussels-meeting-2017", "terrorism-and-burden-sharing").topics,
        ("terrorism", "burden-sharing"),
    ),
    (
        "Who came to the meeting of 2017 and became the 29th member, and when?",
        lambda: (
            who("brussels-meeting-2017", "guest")[0],
            who("montenegro-joins-nato", "acceding", "accession"),
            numbers(result("montenegro-joins-nato", "accession")),
            day("montenegro-joins-nato"),
        ),
        ("montenegro", ["montenegro"], [(29, "members", "exact")], "2017-06-05"),
    ),
    (
        "In which building was the meeting of 2017?",
        lambda: where("brussels-meeting-2017"),
        ("new-nato-headquarters",),
    ),
    (
        "How many Allies raise their spending, by the summit of 2018?",
        lambda: numbers(result("brussels-summit-2018", "rising-defence-spending")),
        [(29, "members", "exact")],
    ),
    (
        "How many ships, battalions and squadrons shall be ready in how many days?",
        lambda: numbers(result("brussels-summit-2018", "readiness-initiative")),
        [
            (30, "naval-vessels", "exact"),
            (30, "battalions", "exact"),
            (30, "air-squadrons", "exact"),
            (30, "days-of-readiness", "at-most"),
        ],
    ),
    (
        "Was the air power strategy agreed on at the summit of 2018?",
        lambda: [
            (one.id, str(one.when))
            for one in ltnato.events(
                document="Joint Air Power Strategy", act=["adopts", "approves"]
            )
        ],
        [("defence-ministers-approve-joint-air-power-strategy", "2018-02-15")],
    ),
    (
        "What was launched in 2018?",
        lambda: ltnato.outcomes(of="brussels-summit-2018", kind="launch").ids,
        ("readiness-initiative", "counter-hybrid-support-teams", "training-mission-in-iraq"),
    ),
    (
        "Towards which regions is the package for the South?",
        lambda: result("brussels-summit-2018", "package-on-the-south").places,
        ("middle-east", "north-africa"),
    ),
    (
        "Which countries in the South got help in 2018?",
        lambda: [
            part.actor
            for one in ltnato.outcomes(of="brussels-summit-2018", role="beneficiary")
            for part in one.participants
            if part.role == "beneficiary"
        ],
        ["iraq", "tunisia", "jordan"],
    ),
    (
        "Which structure was changed in 2018, which forces strengthened?",
        lambda: [
            (id, kind)
            for _, id, kind in told("activities/2018-07-11:4")
            if id in {"command-structure", "naval-forces"}
        ],
        [("command-structure", "decision"), ("naval-forces", "aim")],
    ),
    (
        "For which region did ministers adopt measures in April 2019?",
        lambda: result("foreign-ministers-meet-in-washington-2019", "black-sea-package").places,
        ("black-sea-region",),
    ),
    (
        "Who was to get more support by the ministers of 2019?",
        lambda: party(
            "foreign-ministers-meet-in-washington-2019",
            "support-for-georgia-and-ukraine",
            "beneficiary",
        ),
        ["georgia", "ukraine"],
    ),
    (
        "When did the Allies find Russia in breach, and of which treaty?",
        lambda: [
            (str(one.when), one.documents[-1].document, party(one.of or "", one.id, "target"))
            for one in ltnato.outcomes(source=f"{PAGE}/activities/2019-04-03:5")
        ],
        [("2018-12-04", "inf-treaty", ["russia"])],
    ),
    (
        "Who called on Russia, for how many years?",
        lambda: (
            party("foreign-ministers-meet-in-washington-2019", "calls-on-russia", "speaker"),
            numbers(result("foreign-ministers-meet-in-washington-2019", "calls-on-russia")),
        ),
        (["united-states", "nato-allies"], [(6, "years", "about")]),
    ),
    (
        "To whom did the calls to save the treaty go?",
        lambda: party("foreign-ministers-meet-in-washington-2019", "calls-on-russia", "addressee"),
        ["russia"],
    ),
    (
        "Had Russia answered by April 2019?",
        lambda: told("activities/2019-04-03:6")[-1][1:],
        ("no-credible-answer", "assessment"),
    ),
    (
        "Where and when was the meeting of December 2019?",
        lambda: (where("london-meeting-2019")[0], day("london-meeting-2019")),
        ("london", "2019-12-03/2019-12-04"),
    ),
    (
        "Which declaration was adopted in London, and what does it say of whom?",
        lambda: [
            (one.id, one.participants[-1].actor)
            for one in ltnato.outcomes(document="London Declaration", kind="assessment")
        ],
        [("russia-a-threat", "russia"), ("china-opportunities-and-challenges", "china")],
    ),
    (
        "With whom was progress noted in London?",
        lambda: party("london-meeting-2019", "nato-eu-progress", "subject"),
        ["european-union", "nato"],
    ),
    (
        "Which agenda was endorsed in 2021?",
        lambda: acts(result("brussels-summit-2021", "nato-2030")),
        [("approves", ltnato.document("NATO 2030 agenda").id)],
    ),
    (
        "What was decided or aimed at in 2021 beside the agenda?",
        lambda: [id for _, id, _ in told("activities/2021-06-14:2")],
        [
            "political-consultations",
            "deterrence-and-defence",
            "resilience",
            "technological-edge",
            "rules-based-order",
            "training-for-partners",
            "climate-change",
            "new-strategic-concept",
        ],
    ),
    (
        "Which document was to be written after 2021, and when was it adopted?",
        lambda: [
            (one.act.value, str(event.when))
            for event in ltnato.events(document="strategic-concept-2022")
            for one in event.documents
            if one.document == "strategic-concept-2022"
        ],
        [("commissions", "2021-06-14"), ("adopts", "2022-06-28/2022-06-30")],
    ),
    (
        "In which manner did the leaders meet in February 2022, and what did they answer?",
        lambda: (ltnato.event("virtual-summit-2022").manner, links("virtual-summit-2022")[0]),
        (("extraordinary", "remote"), ("responds-to", "russia-invades-ukraine")),
    ),
    (
        "Whom did the leaders condemn, with whom were they in solidarity?",
        lambda: (
            party("virtual-summit-2022", "condemnation", "target"),
            party("virtual-summit-2022", "solidarity-with-ukraine", "beneficiary"),
        ),
        (["russia"], ["ukraine"]),
    ),
    (
        "Who activated the defence plans, and on which day?",
        lambda: (
            adopted(
                "council-activates-defence-plans", "participants[north-atlantic-council].actor"
            ),
            stated("council-activates-defence-plans", "when"),
        ),
        (["north-atlantic-council"], [("2022-02-25", "2022-02-24")]),
    ),
    (
        "On which days was the summit of Madrid in 2022?",
        lambda: stated("madrid-summit-2022", "when"),
        [("2022-06-27/2022-06-30", "2022-06-28/2022-06-30")],
    ),
    (
        "Which documents were made in Madrid in 2022?",
        lambda: acts(ltnato.event("madrid-summit-2022"))[:2],
        [("issues", "madrid-summit-declaration"), ("adopts", "strategic-concept-2022")],
    ),
    (
        "What was decided in Madrid about forces on the eastern flank?",
        lambda: (
            result("madrid-summit-2022", "forces-in-the-east").topics,
            party("madrid-summit-2022", "forces-in-the-east", "subject"),
            adopted("madrid-summit-2022", "outcomes[forces-in-the-east]"),
        ),
        (
            ("forward-presence", "deterrence"),
            ["enhanced-forward-presence"],
            ["only where and when required"],
        ),
    ),
    (
        "What does the Concept of 2022 say, and of whom?",
        lambda: [
            (one.kind.value, one.participants[-1].actor)
            for one in ltnato.outcomes(document="strategic-concept-2022", kind="assessment")
        ],
        [("assessment", "russia"), ("assessment", "china")],
    ),
    (
        "Which Concept did that of 2022 replace?",
        lambda: related("strategic-concept-2022"),
        [("replaces", "strategic-concept-2010")],
    ),
    (
        "When and where was the next summit to be?",
        lambda: [
            (one.places, str(one.due))
            for one in ltnato.outcomes(of="madrid-summit-2022", kind="announcement")
        ],
        [(("vilnius",), "2023")],
    ),
]


class TestActivities:
    """NATO's activities and Lithuania's part in them."""

    @asked(SUMMITS)
    def test_summits(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the years 2005 to 2014 is answered by structure."""
        assert ask() == answer

    @asked(DEPLOYMENTS)
    def test_deployments(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of the years 2015 to February 2017 is answered by structure."""
        assert ask() == answer

    @asked(LAST_YEARS)
    def test_last_years(self, ask: Callable[[], object], answer: object) -> None:
        """What a reader may ask of May 2017 to June 2022 is answered by structure."""
        assert ask() == answer
