"""The public contract is the one that was last agreed to."""

from __future__ import annotations

import api


def test_contract() -> None:
    """No public name, signature, field, word, option or rule changes unseen.

    A change on purpose is written down by ``python tests/api.py`` and reviewed as a difference of
    ``public_api.txt``; what it asks for is told in docs/policies.md.
    """
    written = api.FILE.read_text(encoding="utf-8")
    assert api.text() == written, "run python tests/api.py and look at the difference"
