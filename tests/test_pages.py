"""The pages of the documentation that are made from the registry and from a run."""

from __future__ import annotations

import re

import pytest

import ltnato
from faults import Found, found
from pages import DOCS, faults_page, rules_page

#: The faults of the page that are best known, each by what the ledger calls it.
KNOWN = {
    "year-of-the-london-meeting",
    "year-of-the-wales-summit",
    "day-on-which-albania-and-croatia-joined",
    "treaty-signed-by-lithuania",
    "days-of-the-brussels-meeting-2017",
    "days-of-the-madrid-summit-2022",
    "who-activated-the-defence-plans",
    "size-of-the-group-founded-in-vilnius",
}
AGAIN = "run python tests/pages.py"


@pytest.fixture(scope="module")
def faults() -> list[Found]:
    """Enter the faults of the page once."""
    return found()


class TestRules:
    """docs/rules.md."""

    def test_up_to_date(self) -> None:
        """The page is the one that the registry gives."""
        assert (DOCS / "rules.md").read_text(encoding="utf-8") == rules_page(), AGAIN

    def test_anchors(self) -> None:
        """The anchor of every rule leads to a heading of its own."""
        headings = re.findall(
            r"^#+ (\S+)$", (DOCS / "rules.md").read_text(encoding="utf-8"), re.MULTILINE
        )
        for rule in ltnato.rules():
            page, _, anchor = rule.anchor.partition("#")
            assert page.endswith("/docs/rules.md")
            assert headings.count(anchor) == 1, rule.code


class TestFaults:
    """docs/data/faults-of-the-page.md."""

    def test_up_to_date(self, faults: list[Found]) -> None:
        """The page is the one that a run gives."""
        page = (DOCS / "data" / "faults-of-the-page.md").read_text(encoding="utf-8")
        assert page == faults_page(faults), AGAIN

    def test_known(self, faults: list[Found]) -> None:
        """The known faults of the page stand in the ledger."""
        assert {one.discrepancy.id for one in faults} >= KNOWN

    def test_found(self, faults: list[Found]) -> None:
        """A fault that is entered as the page states it is found; those of dates, every one."""
        by_id = {one.discrepancy.id: one.rules for one in faults}
        for known in KNOWN - {"treaty-signed-by-lithuania"}:
            assert by_id[known], known
        for one in faults:
            if one.discrepancy.field == "when" and re.fullmatch(r"[\d/-]+", one.discrepancy.stated):
                assert "R112 not-adopted" in one.rules, one.discrepancy.id
