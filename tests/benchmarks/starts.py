"""What a user waits for who starts a process: an import, a first answer, a file.

All of these run in the same rounds, the peers too, each with the first question that it is made
for.
"""

from __future__ import annotations

from typing import NamedTuple

from processes import Rounds
from rows import BARE, Figure, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from environments import Environments
    from processes import Command

__all__ = ["COMMANDS", "FIRST", "PEERS", "ROWS", "SNIPPETS", "measure"]

ANSWER = "first answer"
DEPENDENCIES = "import attrs, cattrs, pendulum"
FIRST = 'import ltnato; ltnato.events(on="2004-03-29", actor="lithuania")'
#: What is run of the package.
SNIPPETS = {
    DEPENDENCIES: DEPENDENCIES,
    "import ltnato": "import ltnato",
    ANSWER: FIRST,
}
#: The first question that each peer is asked, all of them about Lithuania but undate's.
PEERS = {
    "pycountry": 'import pycountry; assert pycountry.countries.get(alpha_2="LT")',
    "holidays": "import datetime, holidays; assert datetime.date(2024, 2, 16) in holidays.LT()",
    "undate": 'from undate import Undate; assert Undate.parse("1997-07", "EDTF")',
    "country_converter": (
        "import country_converter as coco; "
        'assert coco.CountryConverter().convert("Lithuania", to="ISO3") == "LTU"'
    ),
}


class Cli(NamedTuple):
    """A command of the package.

    Args:
        arguments: What follows `python -m ltnato`.
        extra: Whether it needs an extra.
    """

    arguments: tuple[str, ...]
    extra: bool = False


_WRITE = "--force"
COMMANDS = {
    "ltnato events --on 2004-03-29": Cli(("events", "--on", "2004-03-29")),
    "ltnato check": Cli(("check",)),
    **{
        f"ltnato export {format} {file}": Cli(("export", format, file, _WRITE), extra)
        for format, file, extra in (
            ("csv", "events.csv", False),
            ("json", "nato.json", False),
            ("jsonld", "nato.jsonld", False),
            ("sqlite", "nato.db", False),
            ("datapackage", "package", False),
            ("ics", "nato.ics", True),
            ("parquet", "events.parquet", True),
        )
    },
    "ltnato timeline way.html --key --until 2004": Cli(
        ("timeline", "way.html", "--key", "--until", "2004", _WRITE), extra=True
    ),
}


def _answer(peer: str) -> str:
    """Name the first answer of a peer."""
    return f"{ANSWER} of {peer}"


#: The peers that the package is to be ahead of; pycountry looks one code up in one table.
_BEHIND = {"holidays", "undate", "country_converter"}
_START, _PEERS, _FILES = "Start to end of a process", "Peers", "Commands, start to end"
ROWS = (
    Row(_START, BARE),
    Row(_START, DEPENDENCIES),
    Row(_START, "import ltnato", most=1.3),
    Row(_START, ANSWER),
    Row(_START, ANSWER, DEPENDENCIES, most=1),
    *(Row(_PEERS, _answer(peer)) for peer in PEERS),
    *(Row(_PEERS, ANSWER, _answer(peer), most=1 if peer in _BEHIND else None) for peer in PEERS),
    *(Row(_FILES, name) for name in COMMANDS),
)


def measure(made: Environments, rounds: int, *, peers: bool) -> dict[Row, Figure]:
    """Measure the rows, without those of the peers if they are not wanted."""
    commands: dict[str, Command] = {
        BARE: (made.package, "-I", "-c", "pass"),
        **{name: (made.package, "-I", "-c", code) for name, code in SNIPPETS.items()},
        **{
            name: (made.extras if one.extra else made.package, "-I", "-m", "ltnato", *one.arguments)
            for name, one in COMMANDS.items()
        },
    }
    if peers:
        for peer, code in PEERS.items():
            commands[_answer(peer)] = (made.peers, "-I", "-c", code)
    ran = Rounds(commands, made.folder, rounds)
    return {
        row: Figure(ran.processor(row.what), ran.ratio(row.what, row.over), ran.elapsed(row.what))
        for row in ROWS
        if row.what in commands and row.over in commands
    }
