"""What became of pledges: the verdicts, and the numbers that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import builders
import ltnato
from builders import INFO, TABLES, changed
from ltnato import UnknownRecordError, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset, Fulfilment

PLEDGE = next(one for one in TABLES["pledges"] if one["id"] == "riga-pledge-level")
TIMES = ("deadline", "in_force")
MET, MISSED, NOT_DUE, UNDECIDED = (
    Verdict.MET,
    Verdict.MISSED,
    Verdict.NOT_DUE,
    Verdict.NOT_DECIDABLE,
)


def seen(values: dict[int, float], *, estimates: tuple[int, ...] = (), **fields: Any) -> list[Any]:
    """Make an observation of a share for each year."""
    return [
        {
            "id": f"{fields.get('actor', 'lithuania')}-share-{year}",
            "indicator": "defence-expenditure-share",
            "actor": "lithuania",
            "year": year,
            "value": value,
            "unit": "percent-of-gdp",
            "estimate": year in estimates,
            "edition": "2010",
        }
        | fields
        for year, value in values.items()
    ]


BOTH = [*seen({2008: 2.1}), *seen({2008: 1.9}, actor="latvia")]


def amber(
    folder: Path, observations: list[Any], *, as_of: str = "2010-06-30", **pledge: Any
) -> Dataset:
    """Load the small dataset with one pledge, changed, and these observations."""
    plain = {key: value for key, value in PLEDGE.items() if key not in TIMES}
    plain |= {key: value for key, value in pledge.items() if value is not None}
    return builders.dataset(
        folder, INFO | {"as_of": as_of}, pledges=[plain], observations=observations
    )


def judged(folder: Path, observations: list[Any], **fields: Any) -> Fulfilment:
    """Judge one pledge by these observations."""
    (found,) = amber(folder, observations, **fields).fulfilments()
    return found


class TestDeadline:
    """A level with a deadline is judged by the year of the deadline."""

    @pytest.mark.parametrize(
        ("bound", "value", "verdict"),
        [
            ("at-least", 2.0, MET),
            ("at-least", 1.99, MISSED),
            ("at-most", 2.0, MET),
            ("at-most", 2.01, MISSED),
            ("exact", 2.0, MET),
            ("exact", 2.01, MISSED),
            ("up-to", 2.0, UNDECIDED),
            ("about", 2.0, UNDECIDED),
        ],
    )
    def test_bound_decides(
        self, tmp_path: Path, bound: str, value: float, verdict: Verdict
    ) -> None:
        """Each bound has its test; up to and about set no threshold."""
        found = judged(tmp_path, seen({2008: value}), deadline="2008", bound=bound)
        assert found.verdict is verdict

    def test_reason_names_numbers_and_edition(self, tmp_path: Path) -> None:
        """The reason tells year, value, edition and target, in both languages."""
        found = judged(tmp_path, seen({2007: 2.2, 2008: 1.5}), deadline="2008")
        assert found.reason.en == (
            "1.5 percent of GDP in 2008 (edition 2010); pledged: ≥ 2 percent of GDP"
        )
        assert found.reason.lt == (
            "2008 m. – 1,5 proc. BVP (leidimas: 2010 m.); įsipareigota: ≥ 2 proc. BVP"
        )
        assert [one.year for one in found.observations] == [2007, 2008]
        assert (found.id, found.actor) == ("riga-pledge-level", "lithuania")

    @pytest.mark.parametrize(("as_of", "verdict"), [("2008-12-31", NOT_DUE), ("2009-01-01", MET)])
    def test_not_due_up_to_its_last_day(self, tmp_path: Path, as_of: str, verdict: Verdict) -> None:
        """Nothing is decided before the deadline is over, even where the level is reached."""
        found = judged(tmp_path, seen({2008: 3}), deadline="2008", as_of=as_of)
        assert found.verdict is verdict

    def test_not_due_without_observations(self, tmp_path: Path) -> None:
        """A deadline to come is told even where there is no number yet."""
        found = judged(tmp_path, [], deadline="2030")
        assert (found.verdict, found.reason.en, found.reason.lt) == (
            NOT_DUE,
            "not over before the end of 2030",
            "terminas dar nesuėjo (2030)",
        )

    @pytest.mark.parametrize(
        ("observations", "reason"),
        [
            ([], "the data hold no observation that could be compared"),
            (
                seen({2007: 2.5}),
                (
                    "no final observation of 2008; the newest: 2.5 percent of GDP in 2007 "
                    "(edition 2010)"
                ),
            ),
            (
                seen({2008: 2.5}, estimates=(2008,)),
                (
                    "no final observation of 2008; the newest: 2.5 percent of GDP in 2008 "
                    "(estimate, edition 2010)"
                ),
            ),
            (seen({2009: 2.5}), "the data hold no observation that could be compared"),
            (
                seen({2008: 2.5}, unit="percent"),
                "the data hold no observation that could be compared",
            ),
        ],
    )
    def test_without_a_final_number_of_the_year(
        self, tmp_path: Path, observations: list[Any], reason: str
    ) -> None:
        """A missing year, an estimate, a later year and another unit decide nothing."""
        found = judged(tmp_path, observations, deadline="2008")
        assert (found.verdict, found.reason.en) == (UNDECIDED, reason)

    def test_compares_from_the_adoption_on(self, tmp_path: Path) -> None:
        """Without a time in force the years from the document's adoption on are compared."""
        found = judged(tmp_path, seen({1998: 1, 1999: 1, 2008: 2}), deadline="2008")
        assert [one.year for one in found.observations] == [1999, 2008]

    def test_undated_document(self, tmp_path: Path) -> None:
        """A document without a date leaves the year of the deadline."""
        data = amber(
            tmp_path,
            seen({2007: 1, 2008: 2}),
            document="letter-of-application",
            deadline="2008",
        )
        assert [one.year for one in data.fulfilments()[0].observations] == [2008]


class TestThroughout:
    """Without a deadline every whole year of the time in force counts."""

    @pytest.mark.parametrize(
        ("values", "verdict"),
        [
            ({2005: 1, 2006: 2, 2007: 2.1}, MET),
            ({2006: 2, 2007: 1.9}, MISSED),
            ({2006: 2}, UNDECIDED),
            ({2005: 3, 2008: 3}, UNDECIDED),
            ({}, UNDECIDED),
        ],
    )
    def test_whole_years(self, tmp_path: Path, values: dict[int, float], verdict: Verdict) -> None:
        """Years that the time holds only in part do not count, each other one does."""
        found = judged(tmp_path, seen(values), in_force="2005-02-01/2008-03")
        assert found.verdict is verdict

    @pytest.mark.parametrize(
        ("values", "verdict"), [({2006: 2}, NOT_DUE), ({}, NOT_DUE), ({2006: 1}, MISSED)]
    )
    @pytest.mark.parametrize("in_force", ["2006/2020", "2006-01-01/.."])
    def test_still_running(
        self, tmp_path: Path, values: dict[int, float], verdict: Verdict, in_force: str
    ) -> None:
        """While it runs it can be missed, not met."""
        found = judged(tmp_path, seen(values), in_force=in_force)
        assert found.verdict is verdict

    def test_without_an_end(self, tmp_path: Path) -> None:
        """What has no end is told to have none."""
        found = judged(tmp_path, [], in_force="2006/..")
        assert (found.reason.en, found.reason.lt) == ("has no end", "neterminuota")

    @pytest.mark.parametrize("in_force", [None, "2006-02/2006-11"])
    def test_no_time(self, tmp_path: Path, in_force: str | None) -> None:
        """Without a deadline or a whole year nothing can be decided."""
        found = judged(tmp_path, seen({2006: 3}), in_force=in_force)
        assert (found.verdict, found.reason.lt) == (
            UNDECIDED,
            "tekste nenurodytas nei terminas, nei ištisi galiojimo metai",
        )

    def test_no_threshold(self, tmp_path: Path) -> None:
        """Up to a level is no level that a year could miss."""
        found = judged(tmp_path, seen({2006: 3}), in_force="2006", bound="up-to")
        assert (found.verdict, found.reason.lt) == (
            UNDECIDED,
            "tekste nenustatyta riba, kurios būtų galima nepasiekti",
        )


class TestGrowth:
    """A growth is judged year by year."""

    @pytest.mark.parametrize(
        ("values", "value", "verdict"),
        [
            ({2005: 1, 2006: 1.1, 2007: 1.2}, None, MET),
            ({2005: 1, 2006: 1.0, 2007: 1.2}, None, MISSED),
            ({2005: 1, 2006: 1.1, 2007: 1.2}, 5, MET),
            ({2005: 1, 2006: 1.1, 2007: 1.12}, 5, MISSED),
            ({2006: 1, 2007: 1.2}, None, UNDECIDED),
            ({2005: 1, 2007: 1.2}, None, UNDECIDED),
        ],
    )
    def test_each_year_over_the_one_before(
        self, tmp_path: Path, values: dict[int, float], value: float | None, verdict: Verdict
    ) -> None:
        """Each year of the time must exceed the year before, by the percentage if one is stated."""
        unit = None if value is None else "percent"
        plain = {"kind": "growth", "in_force": "2006/2007", "value": value, "unit": unit}
        pledge = {key: one for key, one in PLEDGE.items() if key not in {*TIMES, "value", "unit"}}
        data = builders.dataset(
            tmp_path,
            pledges=[pledge | {key: one for key, one in plain.items() if one is not None}],
            observations=seen(values),
        )
        assert data.fulfilments()[0].verdict is verdict

    def test_reason(self, tmp_path: Path) -> None:
        """The reason names the year that decides."""
        data = amber(tmp_path, seen({2005: 1, 2006: 0.5}), kind="growth", in_force="2006")
        assert data.fulfilments()[0].reason.lt == (
            "2006 m. – 0,5 proc. BVP (leidimas: 2010 m.), palyginti su ankstesniais metais"
        )
        assert data.fulfilments()[0].reason.en.endswith("compared with the year before")


class TestWhose:
    """Whose observations are compared."""

    def test_of_a_pact_each_member_with_observations(self, tmp_path: Path) -> None:
        """A pledge of a pact is judged for each member of which there are observations."""
        data = amber(tmp_path, BOTH, of="amber-pact", deadline="2008")
        assert [(one.actor, one.verdict) for one in data.fulfilments()] == [
            ("latvia", MISSED),
            ("lithuania", MET),
        ]

    def test_of_a_pact_without_observations(self, tmp_path: Path) -> None:
        """Where there are none, one answer stands for the pact."""
        data = amber(tmp_path, [], of="amber-pact", deadline="2008")
        assert [(one.actor, one.verdict) for one in data.fulfilments()] == [
            ("amber-pact", UNDECIDED)
        ]

    @pytest.mark.parametrize(
        ("actor", "expected"),
        [
            ("Lithuania", [("lithuania", MET)]),
            (["latvia", "lithuania"], [("latvia", MISSED), ("lithuania", MET)]),
            ("amber-pact", [("amber-pact", UNDECIDED)]),
            ("seimas", []),
        ],
    )
    def test_narrowed_by_actor(
        self, tmp_path: Path, actor: object, expected: list[tuple[str, Verdict]]
    ) -> None:
        """Only those asked for are judged."""
        data = amber(tmp_path, BOTH, of="amber-pact", deadline="2008")
        found: Any = data.fulfilments(actor=actor)  # type: ignore[arg-type]
        assert [(one.actor, one.verdict) for one in found] == expected

    def test_by_whom_where_it_names_nobody_else(self, tmp_path: Path) -> None:
        """Without anybody of whom it tells, those who pledged are judged."""
        plain = {key: one for key, one in PLEDGE.items() if key not in {*TIMES, "of"}}
        data = builders.dataset(tmp_path, pledges=[plain | {"deadline": "2008"}], observations=BOTH)
        assert [one.actor for one in data.fulfilments()] == ["latvia", "lithuania"]


class TestArguments:
    """Which pledges, and which edition."""

    def test_pledges_by_name(self, tmp_path: Path) -> None:
        """One or several pledges, or all in order of their documents."""
        data = builders.dataset(tmp_path)
        assert data.fulfilments().ids == (
            "riga-pledge-growth",
            "riga-pledge-level",
        )
        assert data.fulfilments("riga-pledge-level").ids == ("riga-pledge-level",)
        assert data.fulfilments([data.pledges()[1]]).ids == ("riga-pledge-level",)
        with pytest.raises(UnknownRecordError, match="no pledge is named 'riga'"):
            data.fulfilments("riga")

    def test_edition(self, tmp_path: Path) -> None:
        """The newest edition decides unless another is asked for."""
        data = builders.dataset(
            tmp_path,
            observations=[
                *TABLES["observations"],
            ],
            pledges=changed("pledges", "riga-pledge-level", value=1.1),
        )
        assert data.fulfilments("riga-pledge-level")[0].verdict is MISSED
        found = data.fulfilments("riga-pledge-level", edition="2008-12")[0]
        assert (found.verdict, found.observations[0].value) == (UNDECIDED, 1.11)


def test_shown(tmp_path: Path) -> None:
    """A list of them shows itself as a table, and one as a line."""
    data = amber(tmp_path, seen({2008: 2.1}), deadline="2008")
    found = data.fulfilments()
    assert found.to_text(width=200, lang="lt").splitlines()[0].split("  ")[0] == "id"
    assert "įvykdytas" in found.to_text(width=200, lang="lt")
    assert str(found[0]).startswith("riga-pledge-level (lithuania): met; 2.1 percent of GDP")
    assert found.to_dicts()[0]["verdict"] == "met"
    assert ltnato.Verdict.MET.label.lt == "įvykdytas"
