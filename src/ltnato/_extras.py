"""Libraries that come with an extra of the package, imported where they are called."""

from __future__ import annotations

from importlib import import_module

from ._errors import MissingExtraError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def optional(module: str, extra: str) -> Any:
    """Import a library, or say which extra brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise  # it is there, but lacks something itself
        message = f'{module} is not installed; it comes with: pip install "ltnato[{extra}]"'
        raise MissingExtraError(message) from None
