"""Time snippets inside one process; the interpreter of an environment runs this file.

It takes JSON as its argument and prints JSON: what each snippet took the first time and at best,
in seconds of the processor and on the clock, and the peak of the memory that the process held, in
kibibytes.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any, TypeAlias

    #: Seconds of the processor and on the clock.
    Seconds: TypeAlias = tuple[float, float]

__all__ = ["main", "peak", "timed"]

#: So many seconds one measurement is to take, and so many measurements there are at most.
_SHORT, _REPEATS = 0.02, 9
#: A snippet that has taken so many seconds has been repeated enough.
_ENOUGH = 2


def timed(code: CodeType, names: dict[str, Any]) -> dict[str, Seconds]:
    """Run a snippet again and again, and give what the first time and the best time took."""

    def run(number: int) -> Seconds:
        processor, clock = time.process_time(), time.perf_counter()
        for _ in range(number):
            exec(code, names)
        elapsed = time.perf_counter() - clock
        return (time.process_time() - processor) / number, elapsed / number

    first = run(1)
    best = run(1)
    number = max(1, int(_SHORT / max(best[1], 1e-7)))
    spent = best[1]
    for _ in range(_REPEATS):
        if spent > _ENOUGH:
            break
        taken = run(number)
        best = (min(best[0], taken[0]), min(best[1], taken[1]))
        spent += taken[1] * number
    return {"first": first, "best": best}


def peak() -> float:
    """Give the most memory that this process held, in kibibytes."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere on Linux the figure starts from the peak of the parent
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    if sys.platform == "win32":
        return float("nan")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # macOS counts bytes


def main() -> None:
    """Do what the argument asks for."""
    asked = json.loads(sys.argv[1])
    names: dict[str, Any] = {}
    exec(asked["setup"], names)
    found = {
        name: timed(compile(snippet, name, "exec"), names)
        for name, snippet in asked["snippets"].items()
    }
    print(json.dumps({"snippets": found, "peak": peak()}))


if __name__ == "__main__":
    main()
