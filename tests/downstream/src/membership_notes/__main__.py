"""The command: notes on the days that a file, or its own words, name."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import ltnato

from ._newsroom import newsroom
from ._notes import annotate

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Print notes, and give 1 if no day is named."""
    parser = argparse.ArgumentParser(prog="membership-notes", description=__doc__)
    parser.add_argument("words", nargs="+", help="a text with days in it, such as 2004-03-29")
    parser.add_argument("--lang", choices=("en", "lt"), default="en")
    args = parser.parse_args(argv)
    try:
        notes = annotate(" ".join(args.words), newsroom(), lang=args.lang)
    except ltnato.LtnatoError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{note}\n" for note in notes))
    return 0 if notes else 1


if __name__ == "__main__":
    sys.exit(main())
