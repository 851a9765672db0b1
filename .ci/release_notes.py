"""Print what the changelog says of a release, if everything names the version of its tag.

Run as `python .ci/release_notes.py v1.2.3`; the exit status is 1 if something does not.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(tag: str) -> str | None:
    """Print the section of the changelog for a tag, or return what is wrong with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    cited = dict(re.findall(r"^(version|date-released): \"?([^\"\n]+)", citation, re.MULTILINE))
    # The newest section: number, day, and what stands up to the next section or the links.
    newest = re.search(
        r"^## \[(.+?)\] - ([^\n]+)\n(.+?)(?=^## \[|^\[[^\n]+\]: |\Z)",
        changelog,
        re.MULTILINE | re.DOTALL,
    )
    number, day, notes = newest.groups() if newest else ("", "", "")
    faults = [
        f"{where} has {found or 'none'}, asked for {wanted}"
        for where, found, wanted in (
            ("the version of pyproject.toml", project["version"], tag.removeprefix("v")),
            ("the version of CITATION.cff", cited.get("version"), tag.removeprefix("v")),
            ("the newest section of CHANGELOG.md", number, tag.removeprefix("v")),
            ("the date of CITATION.cff", cited.get("date-released"), day),
        )
        if found != wanted
    ]
    if not tag.startswith("v"):
        faults.append(f"the tag has {tag}, asked for v{tag}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        faults.append(f"the date of CHANGELOG.md has {day or 'none'}, asked for a day")
    if faults:
        return "\n".join(faults)
    sys.stdout.write(notes.strip() + "\n")
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
