"""Questions about what the base page does not tell: time, forces, money, the years to 2026."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import ltnato

if TYPE_CHECKING:
    from ltnato import Period

#: Every summit of NATO since 1990, typed in apart from the data.
SUMMITS = {
    "1990-07-05/1990-07-06": "london",
    "1991-11-07/1991-11-08": "rome",
    "1994-01-10/1994-01-11": "brussels",
    "1997-05-27": "paris",
    "1997-07-08/1997-07-09": "madrid",
    "1999-04-23/1999-04-25": "washington",
    "2001-06-13": "brussels",
    "2002-05-28": "rome",
    "2002-11-21/2002-11-22": "prague",
    "2004-06-28/2004-06-29": "istanbul",
    "2005-02-22": "brussels",
    "2006-11-28/2006-11-29": "riga",
    "2008-04-02/2008-04-04": "bucharest",
    "2009-04-03/2009-04-04": "strasbourg",
    "2010-11-19/2010-11-20": "lisbon",
    "2012-05-20/2012-05-21": "chicago",
    "2014-09-04/2014-09-05": "newport",
    "2016-07-08/2016-07-09": "warsaw",
    "2017-05-25": "brussels",
    "2018-07-11/2018-07-12": "brussels",
    "2019-12-03/2019-12-04": "watford",
    "2021-06-14": "brussels",
    "2022-02-25": "",
    "2022-03-24": "brussels",
    "2022-06-28/2022-06-30": "madrid",
    "2023-07-11/2023-07-12": "vilnius",
    "2024-07-09/2024-07-11": "washington",
    "2025-06-24/2025-06-25": "the-hague",
    "2026-07-07/2026-07-08": "ankara",
}


def known(when: Period | None) -> Period:
    """Take a period that must be there."""
    assert when is not None
    return when


class TestSummits:
    """The summits of NATO."""

    @pytest.mark.parametrize("when", SUMMITS)
    def test_each_is_an_event(self, when: str) -> None:
        """Each summit stands under its dates, at its place."""
        (event,) = ltnato.events(category="summit", actor=["nato", "nato-allies"], on=when)

        assert str(event.when) == when
        if SUMMITS[when]:
            assert set(event.places) & set(ltnato.places(within=SUMMITS[when]).ids)

    @pytest.mark.parametrize("when", [when for when in SUMMITS if when > "2004-03-29"])
    def test_lithuania_takes_part(self, when: str) -> None:
        """At each summit since the accession Lithuania, or who stood for it, is entered."""
        assert ltnato.events(category="summit", actor="Lithuania", on=when)

    def test_the_page_is_still_the_page(self) -> None:
        """What came in beyond the page does not cite it."""
        page = ltnato.events(source="mfa-membership-page")

        assert len(page) == 79
        assert "ankara-summit-2026" not in page.ids


class TestMembers:
    """Groups around NATO."""

    @pytest.mark.parametrize(
        ("group", "on", "number"),
        [
            ("Vilnius Group", "2000-06", 9),
            ("Vilnius Group", "2002", 10),
            ("Bucharest Nine", "2015-11-04", 9),
            ("JEF", "2016", 7),
            ("JEF", "2018", 9),
            ("JEF", "2021-06", 10),
            ("Prague invitees", "2003", 7),
        ],
    )
    def test_how_many(self, group: str, on: str, number: int) -> None:
        """A group has its members on a day."""
        assert len(ltnato.members(group, on=on)) == number

    def test_a_group_that_is_recorded_in_part(self) -> None:
        """Where only some members are recorded, the data say that they can not answer."""
        with pytest.raises(ltnato.OutsideCoverageError, match="complete for no time"):
            ltnato.members("North Atlantic Cooperation Council", on="1995")

        assert ltnato.relations(subject="Lithuania", object="NACC", on="1995")


class TestOffices:
    """Who held which office."""

    @pytest.mark.parametrize(
        ("office", "on", "holders"),
        [
            ("prime-minister-of-lithuania", "1991-01-12", "albertas-simenas"),
            ("prime-minister-of-lithuania", "2025-08-20", "rimantas-sadzius"),
            ("speaker-of-the-seimas", "2009-10-01", "irena-degutiene"),
            ("secretary-general-of-nato", "1995-11-01", "sergio-balanzino"),
            (
                "minister-of-national-defence-of-lithuania",
                "2025-11-01",
                "vladislavas-kondratovicius",
            ),
            ("minister-of-foreign-affairs-of-lithuania", "2022-06-29", "gabrielius-landsbergis"),
            ("chief-of-defence-of-lithuania", "2014-07-24", "arvydas-pocius jonas-vytautas-zukas"),
            ("ambassador-of-lithuania-to-nato", "2008", "linas-linkevicius"),
        ],
    )
    def test_holders(self, office: str, on: str, holders: str) -> None:
        """On a day of handover both are named."""
        assert ltnato.holders(office, on=on).ids == tuple(holders.split())

    def test_acting_holders_are_marked(self) -> None:
        """Whoever stood in only is marked as acting."""
        acting = ltnato.relations(kind="holds-office").where(lambda one: one.role == "acting")

        assert {"sergio-balanzino", "arturas-paulauskas", "vladislavas-kondratovicius"} <= {
            one.subject for one in acting
        }

    def test_governments_follow_one_another(self) -> None:
        """The Governments are numbered from 1 in the order of time, without a gap."""
        found = ltnato.actors(kind="government").where(
            lambda one: one.country == "lithuania" and one.ordinal is not None
        )
        ordered = sorted(found, key=lambda one: known(one.existed))

        assert [one.ordinal for one in ordered] == list(range(1, len(found) + 1))
        for one, later in pairwise(ordered):
            assert known(one.existed).gap(known(later.existed)) in {None, 0, 1}


class TestForces:
    """Forces in time."""

    @pytest.mark.parametrize(
        ("on", "flown"),
        [
            ("2006-02-01", {"poland": "lead"}),
            ("2009-06-01", {"czechia": "lead"}),
            (
                "2014-06-01",
                {
                    "poland": "lead",
                    "united-kingdom": "augmenting",
                    "france": "augmenting",
                    "denmark": "augmenting",
                },
            ),
            ("2020-10-01", {"italy": "lead", "germany": "augmenting"}),
        ],
    )
    def test_air_policing(self, on: str, flown: dict[str, str]) -> None:
        """Who flew, and in which role."""
        found = ltnato.snapshot(on).air_policing

        assert {one.subject: str(one.role) for one in found} == flown

    def test_aircraft(self) -> None:
        """The aircraft of a rotation are data."""
        (first,) = ltnato.relations(subject="Belgium", object="BAP", on="2004-05")

        assert first.equipment == ("F-16",)
        assert (first.figures[0].value, first.figures[0].unit) == (4, "aircraft")

    def test_framework_nations(self) -> None:
        """Each battlegroup has a framework nation, one after the other where it changed."""
        ties = ltnato.relations(kind="framework-nation-of")
        groups = {one.object for one in ties if one.object.startswith("battlegroup-")}
        slovakia = [one.subject for one in ties if one.object == "battlegroup-slovakia"]

        assert len(groups) == 8
        assert slovakia == ["czechia", "spain"]

    def test_command_of_the_battlegroup(self) -> None:
        """From 4 February 2026 the battlegroup is under the German brigade."""
        before, after = (
            {
                one.object
                for one in ltnato.relations(
                    kind="under-command-of", subject="battlegroup-lithuania", on=day
                )
            }
            for day in ("2026-02-03", "2026-02-05")
        )

        assert "mechanised-infantry-brigade-iron-wolf" in before - after
        assert "panzer-brigade-45" in after - before

    def test_missions(self) -> None:
        """Lithuania served in these missions, and led the team in Ghor for eight years."""
        missions = {
            one.object for one in ltnato.relations(kind="contributes-to", subject="Lithuania")
        }
        (led,) = ltnato.relations(kind="leads", subject="Lithuania", object="PRT Ghor")

        assert {"ifor", "sfor", "kfor", "isaf", "resolute-support-mission"} <= missions
        assert str(led.when) == "2005-06/2013-08-25"


class TestMoney:
    """Defence expenditure and pledges."""

    SHARE = "defence-expenditure-share"

    def test_one_preferred_value_a_year(self) -> None:
        """By default each year has one value, of the newest edition."""
        found = ltnato.observations(self.SHARE, actor="Lithuania")
        years = [one.year for one in found]

        assert len(years) == len(set(years))
        assert [(one.year, one.value) for one in found if one.year in {2014, 2024}] == [
            (2014, 0.88),
            (2024, 3.07),
        ]

    def test_all_editions(self) -> None:
        """A year keeps what each edition said of it, estimates marked."""
        found = ltnato.observations(
            self.SHARE, actor="Lithuania", since="2022", until="2022", edition="all"
        )

        assert [(str(one.edition), one.value, one.estimate) for one in found] == [
            ("2022-06", 2.36, True),
            ("[2024-07-01..2025-08-27]", 2.44, False),
            ("2026", 2.46, False),
        ]

    @pytest.mark.parametrize("actor", ["Latvia", "Estonia", "Poland", "NATO", "NATO Europe"])
    def test_others(self, actor: str) -> None:
        """Neighbours and NATO as a whole can be set beside Lithuania."""
        assert ltnato.observations(self.SHARE, actor=actor)

    @pytest.mark.parametrize(
        ("pledge", "verdict"),
        [
            ("defence-share-at-least-2-percent-2014", "met"),
            ("defence-share-at-least-2-percent-2016", "missed"),
            ("defence-share-at-least-2-5-percent-2018", "not-due"),
            ("defence-growth-2012", "not-decidable"),
            ("defence-share-2-percent-wales-2014", "met"),
        ],
    )
    def test_what_became_of_a_pledge(self, pledge: str, verdict: str) -> None:
        """Each kind of verdict occurs, and with numbers where there are any."""
        (found,) = ltnato.fulfilments(pledge, actor="Lithuania")

        assert found.verdict == verdict
        assert all(one.actor == "lithuania" for one in found.observations)

    def test_of_the_alliance(self) -> None:
        """What the Allies pledged in Wales is judged for each with observations."""
        found = ltnato.fulfilments("defence-share-2-percent-wales-2014")

        assert {one.actor for one in found} == {"estonia", "latvia", "lithuania", "poland"}
