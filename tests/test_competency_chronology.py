"""The chronology that the page tells, fact by fact: when and where, what came of it, what followed.

The rows were ticked off against the page, sentence by sentence.  Values that better sources give
stand here as they are true; the discrepancies keep what the page says.
"""

from __future__ import annotations

import pytest

import ltnato
from questions import PAGE, entries

CHRONOLOGIES = [f"{PAGE}/way-to-nato", f"{PAGE}/activities"]

#: Each event that the page tells: its category, date and places.
TIMELINE: dict[str, tuple[str, ...]] = {
    "north-atlantic-treaty-signed": ("agreement", "1949-04-04", "washington"),
    "information-bureau-opens-in-brussels": ("institution", "1990-11-17?", "brussels"),
    "landsbergis-visits-nato-headquarters": ("visit", "1991-05-31?", "nato-headquarters"),
    "diplomatic-mission-replaces-the-information-bureau": ("institution", "1991-09-05", "brussels"),
    "north-atlantic-cooperation-council-meets": ("ministerial", "1991-12-20", "brussels"),
    "venskus-appointed-representative": ("appointment", "1992-01-13?"),
    "parties-urge-president-to-seek-nato-membership": ("statement", "1993-10-05?", "lithuania"),
    "opposition-parties-publish-foreign-policy-memorandum": (
        "statement",
        "1993-11-29",
        "lithuania",
    ),
    "brazauskas-writes-to-nato": ("statement", "1994-01-04", "lithuania"),
    "parliamentary-parties-agree-on-nato-membership": ("agreement", "[..1994-01-04]"),
    "lithuania-joins-the-partnership-for-peace": ("accession", "1994-01-27", "nato-headquarters"),
    "seimas-adopts-the-law-on-the-basics-of-national-security": (
        "legislation",
        "1996-12-19",
        "vilnius",
    ),
    "madrid-summit-1997": ("summit", "1997-07-08/1997-07-09", "madrid"),
    "mission-of-lithuania-to-nato-established": ("institution", "1997-08-01?"),
    "linkevicius-appointed-ambassador-to-nato": ("appointment", "1997-10-09?"),
    "washington-summit-1999": ("summit", "1999-04-23/1999-04-25", "washington"),
    "vilnius-meeting-of-nine-aspirants": ("ministerial", "2000-05-18/2000-05-19", "vilnius"),
    "cekuolis-appointed-chief-coordinator": ("appointment", "2000-11-17?"),
    "damusyte-appointed-ambassador-to-nato": ("appointment", "2001-01-25?"),
    "croatia-joins-the-vilnius-group": ("accession", "[2001-05-10..2001-05-12]", "bratislava"),
    "nato-parliamentary-assembly-meets-in-vilnius": ("session", "2001-05-27/2001-05-31", "vilnius"),
    "prague-summit-2002": ("summit", "2002-11-21/2002-11-22", "prague"),
    "accession-protocols-signed": ("agreement", "2003-03-26", "nato-headquarters"),
    "seimas-ratifies-the-north-atlantic-treaty": ("legislation", "2004-03-10", "vilnius"),
    "baltic-air-policing-begins": ("mission", "2004-03-29", "zokniai"),
    "lithuania-joins-nato": ("accession", "2004-03-29", "washington"),
    "lithuanias-flag-raised-at-nato-headquarters": ("ceremony", "2004-04-02", "nato-headquarters"),
    "north-atlantic-council-ceremonial-session-2004": (
        "ministerial",
        "2004-04-02",
        "nato-headquarters",
    ),
    "seimas-ratifies-sofa": ("legislation", "2004-05-06", "vilnius"),
    "brussels-summit-2005": ("summit", "2005-02-22", "nato-headquarters"),
    "nato-foreign-ministers-meet-in-vilnius": ("ministerial", "2005-04-20/2005-04-21", "vilnius"),
    "riga-summit-2006": ("summit", "2006-11-28/2006-11-29", "riga"),
    "nato-defence-ministers-meet-in-vilnius": ("ministerial", "2008-02-07/2008-02-08", "vilnius"),
    "bucharest-summit-2008": (
        "summit",
        "2008-04-02/2008-04-04",
        "bucharest",
        "palace-of-the-parliament",
    ),
    "albania-and-croatia-join-nato": ("accession", "2009-04-01", "washington"),
    "strasbourg-kehl-summit-2009": (
        "summit",
        "2009-04-03/2009-04-04",
        "strasbourg",
        "kehl",
        "baden-baden",
    ),
    "lisbon-summit-2010": ("summit", "2010-11-19/2010-11-20", "lisbon"),
    "council-prolongs-baltic-air-policing": ("mission", "2012-02-08", "brussels"),
    "parties-agree-on-defence-policy-2012": ("agreement", "2012-05-08"),
    "chicago-summit-2012": ("summit", "2012-05-20/2012-05-21", "chicago", "mccormick-place"),
    "energy-security-centre-founded": ("institution", "2012-07-10", "norfolk"),
    "energy-security-centre-accredited": ("institution", "2012-10-12"),
    "parties-agree-on-strategic-guidelines-2014": (
        "agreement",
        "2014-03-29",
        "presidential-palace-in-vilnius",
    ),
    "tenth-anniversary-of-lithuanias-membership": ("anniversary", "2014-03-29"),
    "nato-suspends-practical-cooperation-with-russia": (
        "ministerial",
        "2014-04-01",
        "nato-headquarters",
    ),
    "vilnius-conference-2014": (
        "conference",
        "2014-04-03/2014-04-04",
        "presidential-palace-in-vilnius",
    ),
    "wales-summit-2014": ("summit", "2014-09-04/2014-09-05", "newport"),
    "defence-ministers-decide-on-six-force-integration-units": (
        "ministerial",
        "2015-02-05",
        "brussels",
    ),
    "force-integration-unit-inaugurated-in-vilnius": ("ceremony", "2015-09-03", "vilnius"),
    "defence-ministers-agree-on-enhanced-forward-presence": (
        "ministerial",
        "2016-02-10",
        "brussels",
    ),
    "council-dines-with-lithuanian-ministers": ("visit", "2016-03-23", "vilnius"),
    "north-atlantic-council-visits-lithuania": (
        "visit",
        "2016-03-23/2016-03-24",
        "vilnius",
        "rukla",
    ),
    "council-meets-president-grybauskaite": ("visit", "2016-03-24", "vilnius"),
    "council-visits-the-iron-wolf-brigade": ("visit", "2016-03-24", "rukla"),
    "nato-russia-council-meeting-2016": ("session", "2016-04-20", "nato-headquarters"),
    "eu-nato-joint-declaration-signed": ("agreement", "2016-07-08", "warsaw"),
    "warsaw-summit-2016": ("summit", "2016-07-08/2016-07-09", "warsaw"),
    "seimas-resolves-on-continuity-of-policy-2016": ("legislation", "2016-11-15"),
    "battlegroup-lithuania-welcomed": ("ceremony", "2017-02-07", "rukla"),
    "enhanced-forward-presence-deployed": (
        "deployment",
        "2017-02-07/2017-08-28",
        "estonia",
        "latvia",
        "lithuania",
        "poland",
    ),
    "brussels-meeting-2017": ("summit", "2017-05-25", "new-nato-headquarters"),
    "new-nato-headquarters-handed-over": ("ceremony", "2017-05-25", "new-nato-headquarters"),
    "montenegro-joins-nato": ("accession", "2017-06-05", "washington"),
    "brussels-summit-2018": ("summit", "2018-07-11/2018-07-12", "new-nato-headquarters"),
    "parties-agree-on-defence-policy-guidelines-2018": ("agreement", "2018-09-10"),
    "foreign-ministers-find-russia-in-breach-of-the-inf-treaty": (
        "ministerial",
        "2018-12-04",
        "nato-headquarters",
    ),
    "fifteenth-anniversary-of-lithuanias-membership": ("anniversary", "2019-03-29"),
    "foreign-ministers-meet-in-washington-2019": (
        "ministerial",
        "2019-04-03/2019-04-04",
        "washington",
        "mellon-auditorium",
    ),
    "seventieth-anniversary-of-nato": ("anniversary", "2019-04-04", "washington"),
    "london-meeting-2019": (
        "summit",
        "2019-12-03/2019-12-04",
        "london",
        "buckingham-palace",
        "the-grove",
    ),
    "brussels-summit-2021": ("summit", "2021-06-14", "new-nato-headquarters"),
    "seimas-approves-national-security-strategy-2021": ("legislation", "2021-12-16", "vilnius"),
    "russia-invades-ukraine": ("conflict", "2022-02-24", "ukraine"),
    "council-activates-defence-plans": ("session", "2022-02-24", "nato-headquarters"),
    "virtual-summit-2022": ("summit", "2022-02-25"),
    "madrid-summit-2022": ("summit", "2022-06-28/2022-06-30", "ifema-madrid"),
    "parties-agree-on-security-and-defence-2022": ("agreement", "2022-07-15", "vilnius"),
    "lithuania-signs-the-atomal-agreement": ("agreement", "None"),
    "lithuania-signs-the-ottawa-agreement": ("agreement", "None"),
}

#: What each sentence tells of results, aims and provisions.
RESULTS: dict[str, list[str]] = {
    "introduction/p1:2": ["aim: deterrence-in-the-region"],
    "introduction/p1:3": ["aim: bilateral-defence-cooperation"],
    "introduction/p1:4": [
        "statement: complementary-to-nato",
        "statement: open-to-allies-outside-the-eu",
        "support: eu-defence-initiatives",
    ],
    "introduction/p1:5": ["aim: operations-and-missions"],
    "introduction/p1:6": ["support: open-door"],
    "introduction/p2:3": ["discussion: open-door-policy"],
    "introduction/p2:4": [
        "assessment: effects-of-enlargement",
        "discussion: future-and-partners",
        "discussion: open-door-policy",
    ],
    "introduction/p3:3": ["launch: foundation"],
    "legal/p1:1": ["aim: article-135"],
    "legal/p1:2": ["aim: purpose-of-membership", "aim: security-through-nato"],
    "legal/p2:1": ["decision: approval"],
    "legal/p2:2": ["assessment: harder-to-foresee"],
    "legal/p2:3": ["statement: indivisible-security"],
    "legal/p2:4": [
        "aim: pillar-international-security",
        "aim: pillar-resilience",
        "aim: pillar-state-defence",
        "decision: three-pillars",
    ],
    "legal/p3:1": [
        "aim: continuity",
        "decision: gradual-growth",
        "statement: commitment-to-the-alliance",
    ],
    "legal/p3:2": ["decision: yearly-growth"],
    "legal/p3:3": ["aim: continuity", "decision: two-percent-by-2018"],
    "legal/p3:4": ["aim: steady-growth", "decision: more-for-defence"],
    "legal/p3:7": ["aim: funding-by-need", "decision: floor-of-defence-spending"],
    "legal/p3:8": ["aim: active-reserve", "aim: reserve-and-training", "aim: trained-citizens"],
    "legal/p4:1": ["decision: ratification"],
    "legal/p5:1": ["decision: ratification", "decision: status-of-forces"],
    "way-to-nato/1990-11-17:1": ["assessment: unofficial-offices"],
    "way-to-nato/1990-11-17:2": ["appointment: representative"],
    "way-to-nato/1990-11-17:3": ["decision: authorisation"],
    "way-to-nato/1990-11-17:4": ["launch: diplomatic-work"],
    "way-to-nato/1990-11-17:5": ["decision: end-of-the-bureau"],
    "way-to-nato/1991-05-31:2": ["decision: no-official-reception", "support: danish-mediation"],
    "way-to-nato/1991-12-20": ["accession: founding-seats"],
    "way-to-nato/1992-01-13": ["appointment: appointment"],
    "way-to-nato/1993-10-05": ["statement: appeal"],
    "way-to-nato/1993-11-29": ["statement: principles"],
    "way-to-nato/1994-01-04:1": ["aim: wish-to-join"],
    "way-to-nato/1994-01-04:2": ["aim: common-aim", "statement: ground-of-the-letter"],
    "way-to-nato/1994-01-27": ["accession: accession"],
    "way-to-nato/1996-12-19": ["aim: euro-atlantic-integration"],
    "way-to-nato/1997-07-08": ["assessment: baltic-progress"],
    "way-to-nato/1997-08-01": ["launch: separate-mission"],
    "way-to-nato/1997-10-09": ["appointment: appointment"],
    "way-to-nato/1999-04-23:1": ["assessment: progress-of-lithuania"],
    "way-to-nato/1999-04-23:2": ["launch: membership-action-plan-launched"],
    "way-to-nato/2000-05-18:1": ["statement: vilnius-statement-made"],
    "way-to-nato/2000-11-17": ["appointment: appointment"],
    "way-to-nato/2001-01-25": ["appointment: appointment"],
    "way-to-nato/2002-11-21": ["invitation: invitation"],
    "way-to-nato/2004-03-10": ["decision: ratification"],
    "way-to-nato/2004-03-29#1:2": ["accession: accession"],
    "way-to-nato/2004-03-29#2:1": ["launch: launch"],
    "activities/2005-02-22:1": [
        "decision: afghanistan",
        "decision: iraq",
        "decision: political-dialogue",
    ],
    "activities/2005-02-22:2": ["decision: ukraine-cooperation", "support: ukraine-reforms"],
    "activities/2006-11-28:1": ["statement: core-principles"],
    "activities/2006-11-28:2": [
        "decision: comprehensive-political-guidance",
        "decision: energy-security",
        "statement: open-door",
    ],
    "activities/2006-11-28:3": ["invitation: partnership-for-peace-invitation"],
    "activities/2006-11-28:4": ["decision: partnerships"],
    "activities/2008-04-02:1": ["invitation: invitation"],
    "activities/2008-04-02:2": ["invitation: intensified-dialogue"],
    "activities/2008-04-02:3": ["statement: georgia-and-ukraine"],
    "activities/2009-04-03:1": ["accession: accession", "statement: welcome"],
    "activities/2009-04-03:2": ["decision: new-strategic-concept"],
    "activities/2010-11-19:1": ["decision: strategic-concept"],
    "activities/2010-11-19:2": [
        "statement: collective-defence",
        "statement: core-tasks",
        "statement: crisis-management",
        "statement: partnership",
    ],
    "activities/2010-11-19:3": [
        "aim: crisis-management-capabilities",
        "aim: energy-security",
        "aim: new-capabilities",
        "aim: territorial-defence",
        "decision: cyber-defence",
        "decision: missile-defence",
    ],
    "activities/2010-11-19:4": ["decision: reforms"],
    "activities/2012-05-20:1": [
        "discussion: afghanistan",
        "discussion: financial-crisis",
        "discussion: middle-east",
    ],
    "activities/2012-05-20:2": ["decision: air-policing", "decision: prolongation"],
    "activities/2012-05-20:3": ["statement: exercises"],
    "activities/2012-05-20:4": ["announcement: missile-defence"],
    "activities/2012-05-20:5": ["statement: energy-security"],
    "activities/2012-05-20:6": ["launch: founding", "support: energy-security-centre"],
    "activities/2014-09-04:1": ["discussion: threats-to-security"],
    "activities/2014-09-04:2": [
        "announcement: end-of-isaf",
        "assessment: developments-in-ukraine",
        "discussion: presence-in-afghanistan",
        "support: support-for-ukraine",
    ],
    "activities/2014-09-04:3": [
        "launch: defence-capacity-building-initiative",
        "launch: partnership-interoperability-initiative",
    ],
    "activities/2014-09-04:4": [
        "assessment: progress-of-the-aspirants",
        "decision: package-for-georgia",
    ],
    "activities/2015-09-03:2": ["decision: force-integration-units", "decision: six-units"],
    "activities/2015-09-03:3": ["aim: answer-to-threats", "aim: force-integration-units"],
    "activities/2015-09-03:4": ["aim: task-of-the-units"],
    "activities/2016-03-23:2": ["discussion: adaptation-of-nato"],
    "activities/2016-03-23:3": ["discussion: security-in-the-region"],
    "activities/2016-03-23:4": ["decision: enhanced-forward-presence", "discussion: presentation"],
    "activities/2016-07-08:1": ["aim: two-pillars"],
    "activities/2016-07-08:2": [
        "decision: readiness-action-plan",
        "statement: readiness-action-plan-welcomed",
    ],
    "activities/2016-07-08:3": ["decision: enhanced-forward-presence"],
    "activities/2016-07-08:4": [
        "decision: framework-nation-in-estonia",
        "decision: framework-nation-in-latvia",
        "decision: framework-nation-in-lithuania",
        "decision: framework-nation-in-poland",
    ],
    "activities/2016-07-08:5": [
        "decision: suspension",
        "statement: suspension-of-cooperation-with-russia",
    ],
    "activities/2016-07-08:6": [
        "statement: channels-of-dialogue",
        "statement: political-channels-with-russia",
    ],
    "activities/2016-07-08:7": ["aim: agenda-of-the-dialogue-with-russia"],
    "activities/2016-07-08:8": ["aim: defence-of-the-most-exposed-flank"],
    "activities/2016-07-08:9": ["aim: stability-in-the-neighbourhood"],
    "activities/2016-07-08:10": [
        "support: assistance-to-iraq-and-afghanistan",
        "support: awacs-for-the-coalition",
        "support: support-for-partners",
    ],
    "activities/2016-07-08:12": [
        "aim: capacity-of-partners",
        "aim: cyber-security",
        "aim: exercises",
        "aim: hybrid-threats",
        "aim: illegal-migration",
        "aim: resilience-of-partners",
    ],
    "activities/2017-02-07:1": ["launch: four-battlegroups"],
    "activities/2017-02-07:2": ["announcement: german-lead"],
    "activities/2017-02-07:3": ["statement: welcome"],
    "activities/2017-02-07:4": ["aim: task"],
    "activities/2017-02-07:5": ["decision: base-and-command"],
    "activities/2017-05-24:1": ["statement: transatlantic-unity"],
    "activities/2017-05-24:2": ["discussion: terrorism-and-burden-sharing"],
    "activities/2017-05-24:3": ["accession: joins-global-coalition"],
    "activities/2017-05-24:4": ["decision: national-plans"],
    "activities/2017-05-24:5": ["accession: accession"],
    "activities/2018-07-11:1": ["discussion: burden-sharing"],
    "activities/2018-07-11:2": ["assessment: rising-defence-spending", "decision: capabilities"],
    "activities/2018-07-11:3": ["launch: readiness-initiative"],
    "activities/2018-07-11:4": [
        "aim: naval-forces",
        "decision: command-structure",
        "decision: package-on-the-south",
        "launch: counter-hybrid-support-teams",
        "launch: training-mission-in-iraq",
        "statement: joint-air-power-strategy",
        "support: help-for-jordan",
        "support: help-for-tunisia",
    ],
    "activities/2018-07-11:5": ["invitation: accession-talks"],
    "activities/2019-04-03:2": ["decision: black-sea-package"],
    "activities/2019-04-03:3": [
        "decision: black-sea-package",
        "support: support-for-georgia-and-ukraine",
    ],
    "activities/2019-04-03:4": ["discussion: inf-treaty-violation"],
    "activities/2019-04-03:5": ["statement: allies-statement"],
    "activities/2019-04-03:6": ["assessment: no-credible-answer", "statement: calls-on-russia"],
    "activities/2019-12-03:2": [
        "decision: article-5",
        "statement: article-5",
        "statement: transatlantic-bond",
    ],
    "activities/2019-12-03:3": ["assessment: russia-a-threat"],
    "activities/2019-12-03:4": ["assessment: nato-eu-progress"],
    "activities/2019-12-03:5": ["assessment: china-opportunities-and-challenges"],
    "activities/2021-06-14:1": ["decision: nato-2030"],
    "activities/2021-06-14:2": [
        "aim: climate-change",
        "aim: rules-based-order",
        "aim: technological-edge",
        "decision: deterrence-and-defence",
        "decision: new-strategic-concept",
        "decision: political-consultations",
        "decision: resilience",
        "support: training-for-partners",
    ],
    "activities/2022-02-25:1": ["discussion: security-in-and-around-ukraine"],
    "activities/2022-02-25:2": [
        "announcement: defence-plans-reported",
        "announcement: stronger-posture",
        "decision: defence-plans",
        "statement: condemnation",
        "support: solidarity-with-ukraine",
    ],
    "activities/2022-06-27:1": ["decision: new-baseline"],
    "activities/2022-06-27:2": ["decision: forces-in-the-east"],
    "activities/2022-06-27:3": [
        "assessment: russia-the-main-threat",
        "decision: strategic-concept",
    ],
    "activities/2022-06-27:4": ["assessment: china-a-challenge"],
    "activities/2022-06-27:5": ["invitation: invitation-of-finland-and-sweden"],
    "activities/2022-06-27:6": ["support: support-packages"],
    "activities/2022-06-27:7": ["announcement: next-summit-in-vilnius"],
}

#: What was done with the documents of the page, at which event.
DOCUMENTS: dict[str, list[str]] = {
    "north-atlantic-treaty": [
        "signs north-atlantic-treaty-signed",
        "refers-to accession-protocols-signed",
        "ratifies seimas-ratifies-the-north-atlantic-treaty",
        "accedes-to lithuania-joins-nato",
        "accedes-to albania-and-croatia-join-nato",
        "accedes-to montenegro-joins-nato",
        "refers-to foreign-ministers-meet-in-washington-2019",
        "refers-to london-meeting-2019",
        "refers-to council-activates-defence-plans",
    ],
    "sofa": ["ratifies seimas-ratifies-sofa"],
    "ottawa-agreement": ["signs lithuania-signs-the-ottawa-agreement"],
    "atomal-agreement": ["signs lithuania-signs-the-atomal-agreement"],
    "inf-treaty": [
        "refers-to foreign-ministers-find-russia-in-breach-of-the-inf-treaty",
        "refers-to foreign-ministers-meet-in-washington-2019",
    ],
    "address-of-the-parties-on-nato-membership": [
        "signs parties-urge-president-to-seek-nato-membership"
    ],
    "letter-of-president-brazauskas-to-nato": ["sends brazauskas-writes-to-nato"],
    "agreement-of-the-parliamentary-parties-on-nato-membership": [
        "refers-to brazauskas-writes-to-nato",
        "signs parliamentary-parties-agree-on-nato-membership",
    ],
    "law-on-the-basics-of-national-security": [
        "adopts seimas-adopts-the-law-on-the-basics-of-national-security"
    ],
    "vilnius-statement": ["adopts vilnius-meeting-of-nine-aspirants"],
    "bucharest-summit-declaration": ["issues bucharest-summit-2008"],
    "strategic-concept-2010": [
        "commissions strasbourg-kehl-summit-2009",
        "adopts lisbon-summit-2010",
    ],
    "defence-policy-agreement-2012": ["signs parties-agree-on-defence-policy-2012"],
    "strategic-guidelines-agreement-2014": [
        "signs parties-agree-on-strategic-guidelines-2014",
        "carries-out seimas-resolves-on-continuity-of-policy-2016",
    ],
    "readiness-action-plan": [
        "adopts wales-summit-2014",
        "carries-out defence-ministers-decide-on-six-force-integration-units",
        "refers-to warsaw-summit-2016",
    ],
    "defence-capacity-building-initiative": ["launches wales-summit-2014"],
    "partnership-interoperability-initiative": ["launches wales-summit-2014"],
    "substantial-nato-georgia-package": ["approves wales-summit-2014"],
    "joint-eu-nato-declaration-2016": ["signs eu-nato-joint-declaration-signed"],
    "continuity-resolution-2016": ["adopts seimas-resolves-on-continuity-of-policy-2016"],
    "joint-air-power-strategy": ["refers-to brussels-summit-2018"],
    "nato-readiness-initiative": ["launches brussels-summit-2018"],
    "package-on-the-south": ["approves brussels-summit-2018"],
    "defence-policy-guidelines-2018": ["signs parties-agree-on-defence-policy-guidelines-2018"],
    "inf-statement-of-december-2018": [
        "issues foreign-ministers-find-russia-in-breach-of-the-inf-treaty"
    ],
    "london-declaration": ["adopts london-meeting-2019"],
    "nato-2030-agenda": ["approves brussels-summit-2021"],
    "national-security-strategy-2021": ["approves seimas-approves-national-security-strategy-2021"],
    "madrid-summit-declaration": ["issues madrid-summit-2022"],
    "strategic-concept-2022": ["commissions brussels-summit-2021", "adopts madrid-summit-2022"],
    "security-and-defence-agreement-2022": ["signs parties-agree-on-security-and-defence-2022"],
    "comprehensive-political-guidance": ["approves riga-summit-2006"],
    "memorandum-on-the-principles-of-foreign-policy": [
        "issues opposition-parties-publish-foreign-policy-memorandum"
    ],
}

#: In the entries of which years the page has results on each subject.
SUBJECTS: dict[str, str] = {
    "enlargement": "1993 1994 1996 1997 1999 2000 2002 2004 2006 2008 2009 2014 2017 2018 2022",
    "open-door": "1999 2006 2008 2014 2018 2022",
    "partnership": "2005 2006 2010 2014 2016 2018 2019 2021 2022",
    "collective-defence": "1993 2006 2010 2012 2015 2016 2017 2018 2019 2021 2022",
    "deterrence": "2015 2016 2017 2018 2019 2021 2022",
    "forward-presence": "2016 2017 2022",
    "air-policing": "2004 2012",
    "operations": "2005 2010 2012 2014 2016 2017 2018",
    "exercises": "2012 2015 2016 2017",
    "command-structure": "2010 2015 2017 2018",
    "burden-sharing": "2017 2018",
    "defence-spending": "2012 2017 2018",
    "energy-security": "2006 2010 2012",
    "cyber-security": "2010 2016",
    "hybrid-threats": "2016 2018",
    "missile-defence": "2010 2012",
    "arms-control": "2016 2019",
    "terrorism": "2016 2017",
    "resilience": "2016 2021",
    "climate": "2021",
    "russia": "2014 2016 2019 2022",
    "ukraine": "2005 2008 2014 2016 2019 2022",
    "georgia": "2008 2014 2016 2019 2022",
    "western-balkans": "2006 2008 2014 2018 2022",
    "china": "2019 2022",
    "eu-nato": "2010 2016 2019",
    "national-law": "1996",
    "diplomacy": "2021 2022",
}

#: What each event carries out, answers, announces or recalls.
TIES: dict[str, list[str]] = {
    "north-atlantic-cooperation-council-meets": ["carries-out rome-summit-1991"],
    "lithuania-joins-the-partnership-for-peace": ["responds-to brussels-summit-1994"],
    "nato-foreign-ministers-meet-in-vilnius": ["carries-out brussels-summit-2005"],
    "lisbon-summit-2010": ["carries-out strasbourg-kehl-summit-2009"],
    "chicago-summit-2012": ["carries-out lisbon-summit-2010"],
    "energy-security-centre-accredited": ["carries-out chicago-summit-2012"],
    "tenth-anniversary-of-lithuanias-membership": ["marks lithuania-joins-nato"],
    "vilnius-conference-2014": ["marks lithuania-joins-nato"],
    "defence-ministers-decide-on-six-force-integration-units": ["carries-out wales-summit-2014"],
    "force-integration-unit-inaugurated-in-vilnius": [
        "carries-out defence-ministers-decide-on-six-force-integration-units",
        "carries-out wales-summit-2014",
    ],
    "seimas-resolves-on-continuity-of-policy-2016": [
        "carries-out parties-agree-on-strategic-guidelines-2014"
    ],
    "battlegroup-lithuania-welcomed": ["carries-out warsaw-summit-2016"],
    "enhanced-forward-presence-deployed": ["carries-out warsaw-summit-2016"],
    "fifteenth-anniversary-of-lithuanias-membership": ["marks lithuania-joins-nato"],
    "seventieth-anniversary-of-nato": ["marks north-atlantic-treaty-signed"],
    "london-meeting-2019": ["marks north-atlantic-treaty-signed"],
    "council-activates-defence-plans": [
        "responds-to russia-invades-ukraine",
        "responds-to lithuania-asks-for-article-4-consultations",
    ],
    "virtual-summit-2022": ["responds-to russia-invades-ukraine"],
    "madrid-summit-2022": ["carries-out brussels-summit-2021", "carries-out brussels-summit-2022"],
    "parties-agree-on-security-and-defence-2022": ["responds-to russia-invades-ukraine"],
}


class TestChronology:
    """The events."""

    def test_no_event_is_missing(self) -> None:
        """The events that cite the page are these, in order of time."""
        assert list(ltnato.events(source=PAGE).ids) == list(TIMELINE)

    @pytest.mark.parametrize("id", TIMELINE)
    def test_what_when_where(self, id: str) -> None:
        """Each event has its category, its date and its places."""
        event = ltnato.event(id)

        assert (event.category.value, str(event.when), *event.places) == TIMELINE[id]

    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_documents(self, document: str) -> None:
        """Each document of the page was signed, adopted or referred to at these events."""
        done = [
            f"{use.act.value} {event.id}"
            for event in ltnato.events(document=document, source=PAGE)
            for use in event.documents
            if use.document == document
        ]

        assert done == DOCUMENTS[document]

    def test_ties(self) -> None:
        """Events are tied to what they carry out, answer, announce or recall."""
        ties = {
            event.id: [
                f"{link.kind.value} {link.event}" for link in event.links if link.kind != "follows"
            ]
            for event in ltnato.events(source=PAGE)
        }

        assert {id: found for id, found in ties.items() if found} == TIES


class TestResults:
    """What came of the events, and what documents provide."""

    def test_no_result_is_missing(self) -> None:
        """The sentences that tell of a result are these."""
        told = {
            citation.locator
            for one in ltnato.outcomes(source=PAGE)
            for citation in one.citations
            if citation.source == PAGE
        }

        assert told == set(RESULTS)

    @pytest.mark.parametrize("sentence", RESULTS)
    def test_results_of_a_sentence(self, sentence: str) -> None:
        """Each sentence tells of these results, each of its kind."""
        found = ltnato.outcomes(source=f"{PAGE}/{sentence}").where(
            lambda one: any(citation.locator == sentence for citation in one.citations)
        )

        assert sorted({f"{one.kind.value}: {one.id}" for one in found}) == RESULTS[sentence]

    @pytest.mark.parametrize("topic", SUBJECTS)
    def test_subjects(self, topic: str) -> None:
        """Each subject is found in the entries of the years that speak of it."""
        found = ltnato.outcomes(topic=topic, source=CHRONOLOGIES)
        years = {entry[:4] for entry in entries(found)} - {"None"}

        assert " ".join(sorted(years)) == SUBJECTS[topic]

    def test_who_decided(self) -> None:
        """Whatever a meeting of NATO decided or said names NATO, its Allies, or a lead nation."""
        nato = {"nato", "nato-allies", "north-atlantic-council", "nato-ukraine-commission"}
        meetings = ltnato.events(category=["summit", "ministerial"], since="2005", source=PAGE)
        nameless = [
            (one.of, one.id)
            for one in ltnato.outcomes(of=meetings, source=f"{PAGE}/activities")
            if not any(
                part.actor in nato or part.on_behalf_of in nato or part.role == "framework-nation"
                for part in one.participants
            )
        ]

        assert nameless == []
