"""Run commands in processes of their own, in rounds, and say what each took.

The processor's time counts: other work on the machine lengthens it far less than the time on the
clock, which is given beside it.  A ratio is taken within each round, and the median counts.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    #: A program and its arguments.
    Command: TypeAlias = Sequence[str | Path]

__all__ = ["Rounds", "Spent", "output", "spend"]


@dataclass(frozen=True)
class Spent:
    """What one process took from start to end.

    Args:
        processor: Seconds of the processor, of the program and of the system for it.
        elapsed: Seconds on the clock.
    """

    processor: float
    elapsed: float


def output(command: Command, folder: Path) -> str:
    """Run a command in a folder, and give what it prints; its errors are shown and raise."""
    done = subprocess.run(
        list(map(str, command)), cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return done.stdout


def spend(command: Command, folder: Path) -> Spent:
    """Run a command in a folder, and give what it took."""
    processor, clock = _of_children(), time.perf_counter()
    output(command, folder)
    return Spent(_of_children() - processor, time.perf_counter() - clock)


def _of_children() -> float:
    """Give the processor's time of the processes that have ended; on Windows, the clock's."""
    if sys.platform == "win32":
        return time.perf_counter()
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Rounds:
    """Run every command once a round, in an order of its own each round.

    Args:
        commands: The commands, by name.
        folder: Where they run.
        count: How many rounds count; one before them fills the caches of the disk.
    """

    def __init__(self, commands: Mapping[str, Command], folder: Path, count: int) -> None:
        self._spent: dict[str, list[Spent]] = {name: [] for name in commands}
        for number, order in enumerate(_orders(list(commands), count + 1)):
            for name in order:
                spent = spend(commands[name], folder)
                if number:
                    self._spent[name].append(spent)

    def processor(self, name: str) -> float:
        """Give the median of the processor's seconds of a command."""
        return statistics.median(one.processor for one in self._spent[name])

    def elapsed(self, name: str) -> float:
        """Give the median of the seconds on the clock of a command."""
        return statistics.median(one.elapsed for one in self._spent[name])

    def ratio(self, name: str, base: str) -> float:
        """Give the median, over the rounds, of what a command takes over what another takes."""
        pairs = zip(self._spent[name], self._spent[base], strict=True)
        return statistics.median(one.processor / other.processor for one, other in pairs)


def _orders(names: list[str], count: int) -> Iterator[list[str]]:
    """Give the orders of the rounds, the same ones in each run."""
    shuffler = random.Random(1949)  # noqa: S311 - no secret
    for _ in range(count):
        yield shuffler.sample(names, len(names))
