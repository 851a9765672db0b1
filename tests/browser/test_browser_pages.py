"""The pages whose examples draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from examples import pages_of, run, short

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("page", pages_of("browser"), ids=short)
def test_examples_on_pages(page: Path) -> None:
    """The Python blocks of a page run from top to bottom and give what is printed."""
    assert run(page) > 0
