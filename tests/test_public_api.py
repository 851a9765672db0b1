"""The public contract is the one that was last agreed to."""

from __future__ import annotations

import re
from pathlib import Path

import api
import ltnato


def test_contract() -> None:
    """No public name, signature, field, word, option or rule changes unseen.

    A change on purpose is written down by ``python tests/api.py`` and reviewed as a difference of
    ``public_api.txt``; what it asks for is told in docs/policies.md.
    """
    written = api.FILE.read_text(encoding="utf-8")
    assert api.text() == written, "run python tests/api.py and look at the difference"


def test_used_downstream() -> None:
    """The sample project uses every public name, so that checkers judge each as a user sees it.

    What draws is left out: the sample has no extras.
    """
    sample = Path(__file__).with_name("downstream").rglob("*.py")
    used = {
        name
        for file in sample
        for name in re.findall(r"\bltnato\.(\w+)", file.read_text(encoding="utf-8"))
    }
    assert set(ltnato.__all__) - used == {"spending_chart", "timeline"}
