"""A chronology of one's own: laid out, edited, checked, loaded and asked.

The second real chronology is Latvia's way to NATO, in ``tests/latvia``; it builds on ours.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import ltnato
from console import follow
from ltnato import _layout
from ltnato.__main__ import main
from ltnato._checks.structure import CANONICAL
from ltnato._codec import TABLES

LATVIA = Path(__file__).parent / "latvia"
PAGE = Path(__file__).parents[1] / "docs" / "guides" / "your-own-chronology.md"
DATA = Path(ltnato.__file__).parent / "data"


@cache
def latvia() -> ltnato.Dataset:
    """Load the chronology of Latvia, on top of ours."""
    return ltnato.load(LATVIA, extends=ltnato.dataset())


def own_events() -> list[dict[str, Any]]:
    """Read the events of the chronology of Latvia, and none of ours."""
    events: list[dict[str, Any]] = json.loads((LATVIA / "events.json").read_text(encoding="utf-8"))
    return events


def contents(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# The page


def test_the_commands_of_the_page_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader who follows the page, command by command, sees what it shows."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(LATVIA, tmp_path / "latvia")

    assert follow(PAGE, capsys) > 10


# Latvia's way to NATO


def test_latvia_has_no_finding() -> None:
    """A real chronology that builds on ours passes every rule, down to the notes."""
    assert ltnato.check(LATVIA, extends=ltnato.dataset()) == ()


def test_latvia_passes_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The command that a curator runs says so, and leaves with 0."""
    status = main(["check", str(LATVIA), "--extends-shipped", "--severity", "note"])

    assert (status, capsys.readouterr().out) == (0, "nothing found\n")


def test_latvia_does_not_stand_alone() -> None:
    """Without ours, each name of a record of ours leads nowhere, and nothing else is wrong."""
    with pytest.raises(ltnato.InvalidDataError) as caught:
        ltnato.load(LATVIA)

    findings = ltnato.check(LATVIA)
    assert findings == caught.value.findings
    assert {finding.rule for finding in findings} == {"S211"}
    assert {"'latvia'", "'lithuania-joins-nato'"} <= {finding.value for finding in findings}


def test_latvia_is_canonical(tmp_path: Path) -> None:
    """Its files are written as the codec writes them; a copy that is not is reported."""
    assert ltnato.check(LATVIA, extends=ltnato.dataset(), select=CANONICAL) == ()

    copy = shutil.copytree(LATVIA, tmp_path / "latvia")
    (copy / "places.json").write_text(json.dumps(json.loads((copy / "places.json").read_bytes())))

    (finding,) = ltnato.check(copy, extends=ltnato.dataset())
    assert (finding.rule, finding.file) == (CANONICAL, "places.json")


def test_latvia_fits_the_schemas() -> None:
    """An editor underlines nothing in a real chronology."""
    for file in sorted(LATVIA.glob("*.json")):
        schema = json.loads((DATA / "schema" / f"{file.stem}.schema.json").read_bytes())
        faults = Draft202012Validator(schema).iter_errors(json.loads(file.read_bytes()))
        assert [fault.message for fault in faults] == []


def test_latvia_repeats_no_event_of_ours() -> None:
    """Seven countries acceding is one event: it is named, and stands in our files alone."""
    ids = {event["id"] for event in own_events()}

    assert 10 <= len(ids) <= 14
    assert not ids & set(ltnato.events().ids)
    assert "lithuania-joins-nato" in latvia().events(actor="Latvia", on="2004-03-29").ids


def test_latvia_leaves_ours_as_it_is() -> None:
    """Building on the shipped dataset adds nothing to it."""
    assert latvia() is not ltnato.dataset()
    assert "latvia-joins-the-partnership-for-peace" not in ltnato.events().ids
    assert set(ltnato.events().ids) < set(latvia().events().ids)


def test_latvia_by_date() -> None:
    """Both chronologies answer as one, in order of time, at the precision of the sources."""
    assert latvia().events(since="1994-02", until="1994").ids == (
        "latvia-joins-the-partnership-for-peace",
        "russia-agrees-to-withdraw-its-forces-from-latvia",
        "first-lithuanian-peacekeepers-leave-for-croatia",
        "russian-forces-leave-latvia",
        "copenhagen-memorandum-on-the-baltic-battalion",
        "riga-agreement-on-the-baltic-battalion",
        "individual-partnership-programme-agreed",
    )
    assert latvia().events(on="1996-04-19").ids == ("latvia-joins-the-implementation-force",)
    assert latvia().on_this_day("04-02", until="2004").ids == (
        "lithuanias-flag-raised-at-nato-headquarters",
        "north-atlantic-council-ceremonial-session-2004",
        "saeima-celebrates-the-accession-to-nato",
    )


def test_latvia_by_actor_and_capacity() -> None:
    """A person of theirs and one of ours are found, without accents and in Lithuanian too."""
    assert latvia().events(actor="Vaira Vike-Freiberga").ids == (
        "council-meets-the-seven-invited-countries",
        "bush-visits-vilnius-2002",
        "istanbul-summit-2004",
        "riga-chosen-for-a-nato-summit",
    )
    assert latvia().actor("Vaira Vykė Freiberga").id == "vaira-vike-freiberga"
    assert latvia().events(capacity="president-of-latvia", role="signatory").ids == (
        "russia-agrees-to-withdraw-its-forces-from-latvia",
        "us-baltic-charter-signed",
    )
    assert latvia().events(actor="Indulis Emsis").ids == (
        "de-hoop-scheffer-visits-the-baltic-states-2004",
        "de-hoop-scheffer-visits-riga",
        "lithuania-joins-nato",
    )
    assert "us-baltic-charter-signed" in latvia().events(actor="Brazauskas").ids


def test_latvia_by_category_and_document() -> None:
    """The words and the documents of both can be asked for together."""
    assert latvia().events(category="legislation", until="2004-03-10").ids == (
        "lithuania-restores-its-independence",
        "latvia-declares-the-restoration-of-independence",
        "latvia-adopts-the-constitutional-law-on-statehood",
        "seimas-calls-for-nato-membership",
        "seimas-adopts-the-law-on-the-basics-of-national-security",
        "saeima-adopts-the-law-on-the-north-atlantic-treaty",
        "seimas-ratifies-the-north-atlantic-treaty",
    )
    assert latvia().events(
        document="partnership-for-peace-framework-document", until="2000"
    ).ids == (
        "brussels-summit-1994",
        "lithuania-joins-the-partnership-for-peace",
        "latvia-joins-the-partnership-for-peace",
    )
    assert latvia().events(part_of="prague-summit-2002").ids == (
        "council-meets-the-seven-invited-countries",
    )


def test_latvia_on_a_day() -> None:
    """Who was a member and who held an office follows from the relations of both."""
    assert "latvia" not in latvia().members("nato", on="2004-03-28").ids
    assert "latvia" in latvia().members("nato", on="2004-03-29").ids
    assert latvia().holders("president-of-latvia", on="1998-01-16").ids == ("guntis-ulmanis",)
    assert latvia().holders("president-of-latvia", on="2002-11-21").ids == ("vaira-vike-freiberga",)
    with pytest.raises(ltnato.OutsideCoverageError):
        latvia().holders("president-of-latvia", on="2010")


def test_latvia_in_lithuanian() -> None:
    """A record shows itself in Lithuanian, with our names and its own sources."""
    shown = str(latvia().show("latvia-joins-the-partnership-for-peace", lang="lt"))

    assert shown.startswith(
        "1994 m. vasario 14 d. Latvija prisijungia prie Partnerystės taikos labui\n"
    )
    assert "Valdis Birkavs (pasirašiusysis), kaip Latvijos ministras pirmininkas" in shown
    assert "vieta        NATO būstinė" in shown
    assert "Pirmasis Šiaurės Atlanto bendradarbiavimo tarybos posėdis" in shown
    assert "https://natopariga-2010.saeima.lv/" in shown


def test_latvia_trust_follows_from_its_sources() -> None:
    """Two families, or the act itself, corroborate; a single family does not."""
    trust = {event["id"]: latvia().trust(event["id"]) for event in own_events()}

    assert trust["latvia-joins-the-partnership-for-peace"] == "corroborated"
    assert {id for id, level in trust.items() if level != "corroborated"} == {
        "latvia-adopts-the-constitutional-law-on-statehood",
        "jurkans-visits-nato-headquarters",
        "council-meets-the-seven-invited-countries",
    }
    assert set(trust.values()) == {"corroborated", "single-source"}


# Laying out


@pytest.mark.parametrize("exists", [False, True])
def test_layout_writes_what_it_says(tmp_path: Path, exists: bool) -> None:  # noqa: FBT001
    """A new folder, deep down, and an empty one get the template, the schemas and the settings."""
    folder = tmp_path / "deep" / "down"
    if exists:
        folder.mkdir(parents=True)

    written = _layout.lay_out(folder)

    assert {path.relative_to(folder).as_posix() for path in written} == set(contents(folder))
    assert len(written) == len(set(written))
    shipped = contents(DATA / "template") | {
        f"schema/{name}": text for name, text in contents(DATA / "schema").items()
    }
    assert contents(folder).items() >= shipped.items()
    assert contents(folder).keys() - shipped.keys() == {".vscode/settings.json"}


def test_layout_is_a_valid_dataset(tmp_path: Path) -> None:
    """What is laid out loads, stands alone, has no finding and answers."""
    _layout.lay_out(tmp_path)

    made = ltnato.load(tmp_path)

    assert ltnato.check(tmp_path) == ()
    assert made.events().ids == ("exampleland-joins-the-alliance",)
    assert made.members("example-alliance", on="2004-03-29").ids == ("exampleland",)
    assert {str(path) for path in (DATA / "template").glob("*.json")} == {
        str(DATA / "template" / f"{table}.json")
        for table in ("dataset", "actors", "events", "places", "relations", "sources")
    }


def test_layout_can_be_built_on_ours(tmp_path: Path) -> None:
    """The example names nothing as ours does: it can be edited into a chronology on ours."""
    _layout.lay_out(tmp_path)

    assert ltnato.check(tmp_path, extends=ltnato.dataset()) == ()


def test_layout_fits_the_schemas(tmp_path: Path) -> None:
    """An editor finds a schema for each table by the settings, and no fault in the example."""
    _layout.lay_out(tmp_path)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    urls = {
        match: entry["url"] for entry in settings["json.schemas"] for match in entry["fileMatch"]
    }

    for table in ("dataset", *TABLES):
        url = urls[f"/{table}.json"]
        assert urls[f"/{table}-*.json"] == url == f"./schema/{table}.schema.json"
        schema = json.loads((tmp_path / url).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        if (file := tmp_path / f"{table}.json").exists():
            content = json.loads(file.read_text(encoding="utf-8"))
            assert [
                fault.message for fault in Draft202012Validator(schema).iter_errors(content)
            ] == []
    assert set(urls.values()) == {
        f"./{name}" for name in contents(tmp_path) if name.startswith("schema/")
    }


@pytest.mark.parametrize("name", ["events.json", ".hidden"])
def test_layout_touches_no_folder_in_use(tmp_path: Path, name: str) -> None:
    """A folder that holds anything, even a hidden file, is refused and stays as it is."""
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError, match="is not empty; name a new folder"):
        _layout.lay_out(tmp_path)

    assert contents(tmp_path) == {name: b"mine"}


def test_layout_touches_no_file(tmp_path: Path) -> None:
    """A file in the place of the folder is refused and stays as it is."""
    file = tmp_path / "chronology"
    file.write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError, match="chronology is a file; name a new folder"):
        _layout.lay_out(file)
    with pytest.raises(OSError, match="chronology"):
        _layout.lay_out(file / "below")

    assert contents(tmp_path) == {"chronology": b"mine"}


@pytest.mark.parametrize("place", ["taken", "file", "file/below"])
def test_init_refuses_in_words(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line says what is in the way, on standard error, and leaves with 2."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine").touch()
    (tmp_path / "file").touch()

    status = main(["init", str(tmp_path / place)])

    printed = capsys.readouterr()
    assert (status, printed.out) == (2, "")
    assert re.fullmatch(rf"ltnato: .*{re.escape(Path(place).name)}.*\n", printed.err)
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(("lang", "then"), [("en", "then"), ("lt", "toliau")])
def test_init_says_what_to_do_next(
    tmp_path: Path, lang: str, then: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command names each file it wrote and the next step, in the language asked for."""
    folder = tmp_path / "mine"

    status = main(["init", str(folder), "--lang", lang])

    *files, last = capsys.readouterr().out.splitlines()
    assert status == 0
    assert {Path(file).relative_to(folder).as_posix() for file in files} == set(contents(folder))
    assert last == f"{then}: ltnato check {folder}"


def test_init_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the files written are a list."""
    folder = tmp_path / "mine"

    status = main(["init", str(folder), "--json"])

    written = json.loads(capsys.readouterr().out)["written"]
    assert status == 0
    assert {Path(file).relative_to(folder).as_posix() for file in written} == set(contents(folder))
