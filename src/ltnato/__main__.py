"""The command line: ``python -m ltnato`` and the script ``ltnato``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from ._errors import InvalidDataError, InvalidQueryError, LtnatoError
from ._export import FORMATS
from ._export._files import EXISTS
from ._language import language_of, sort_key
from ._records import Records
from ._shipped import dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ._dataset import Dataset
    from ._models import Actor, Finding

    #: What is printed as text, what as JSON, and the exit status.
    Answer = tuple[str, object, int]

FINE, FOUND, NOT_FOUND, WRONG = 0, 1, 1, 2
_UNCUT = 10_000

#: The filters of `events`, each with what its option says about it.
_FILTERS = {
    "on": "events that may share a day with this time: 2004, 2004-03, 2004-03-29, 2004-03/2004-05",
    "since": "events from this day, month or year on",
    "until": "events up to this day, month or year",
    "actor": "a person, country, body or office that takes part",
    "role": "what that participant does: invitee, signatory, host, ...",
    "capacity": "the office in which that participant acts",
    "category": "the sort of event: summit, accession, visit, ...",
    "manner": "how it is held: informal, first, ...",
    "topic": "what it is about: enlargement, air-policing, ...",
    "place": "where it takes place; a country for all places in it",
    "document": "a document of the event",
    "act": "what is done with that document: signs, ratifies, ...",
    "source": "a source that it cites, or a part of one: mfa-membership-page/way-to-nato",
    "part-of": "the event of which it is a part",
    "trust": "corroborated, single-source or disputed",
    "text": "a text in its wordings or in the names of what it involves",
}


def _parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    common.add_argument(
        "--lang",
        choices=("en", "lt"),
        default=argparse.SUPPRESS,
        help="language of wordings and names; by default that of the environment",
    )
    parser = argparse.ArgumentParser(
        prog="ltnato",
        description="Lithuania's way into NATO and its life in the Alliance, as data.",
        parents=[common],
    )
    parser.set_defaults(answer=_overview)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(
        name: str, help_text: str, answer: Callable[..., Answer]
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text, parents=[common])
        made.set_defaults(answer=answer)
        return made

    events = command("events", "list events, in order of time", _events)
    _filters(events)
    events.add_argument("--key", action="store_true", default=None, help="only key events")
    show = command("show", "show one record in full", _show)
    show.add_argument("id", metavar="ID", help="its identifier, name, alias or code")
    actors = command("actors", "list persons, countries, bodies, offices", _actors)
    actors.add_argument(
        "--kind", action="append", help="the sort of actor: person, country, office, ..."
    )
    actors.add_argument("--text", help="a text in its names")
    members = command(
        "members", "list the members of an alliance, body or group on a day", _members
    )
    members.add_argument("of", metavar="ACTOR", help="what they are members of: nato")
    members.add_argument("--on", help="the day; by default the one up to which the data tell")
    holders = command("holders", "list who held an office on a day", _holders)
    holders.add_argument("office", metavar="OFFICE", help="the office: president-of-lithuania")
    holders.add_argument("--on", help="the day; by default the one up to which the data tell")
    day = command("on-this-day", "list the events of a day of the year", _on_this_day)
    day.add_argument("day", metavar="MM-DD", nargs="?", help="the day; by default today")
    _filters(day)
    moment = command(
        "snapshot", "show who was what on a day: members, offices, pledges, air policing", _snapshot
    )
    moment.add_argument(
        "on", metavar="DAY", nargs="?", help="the day; by default the one up to which the data tell"
    )
    ledger = command(
        "discrepancies", "list where sources disagree and what was adopted", _discrepancies
    )
    ledger.add_argument("--record", action="append", help="the record that they concern")
    ledger.add_argument(
        "--field", action="append", help="the field that they concern: when, outcomes, ..."
    )
    ledger.add_argument(
        "--source", action="append", help="the source that states what was not adopted"
    )
    ledger.add_argument("--status", action="append", help="resolved or open")
    _check_options(command("check", "check the shipped dataset, or a folder of your own", _check))
    out = command("export", "write the data in a format of other programs", _export)
    out.add_argument("format", metavar="FORMAT", help=f"one of {', '.join(FORMATS)}")
    out.add_argument("file", metavar="FILE", help="where to write; a folder for datapackage")
    picture = command("timeline", "draw events, one row each, on an axis of time", _timeline)
    picture.add_argument("file", metavar="FILE", help="where to write: a file .html, .png or .svg")
    for writing in (out, picture):
        _filters(writing)
        writing.add_argument("--key", action="store_true", default=None, help="only key events")
        writing.add_argument("--force", action="store_true", help="replace what is there")
    layout = command("init", "lay out a small valid dataset to edit", _init)
    layout.add_argument("folder", metavar="FOLDER", help="a folder that is new or empty")
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="the folder; ours by default")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--select", action="append", metavar="RULE", help="only these rules")
    parser.add_argument("--ignore", action="append", metavar="RULE", help="all but these rules")
    parser.add_argument(
        "--severity",
        choices=("error", "warning", "note"),
        default="warning",
        help="the least severity that counts; warning by default",
    )
    parser.add_argument(
        "--fix", action="store_true", help="first write the files of the folder in canonical form"
    )
    parser.add_argument(
        "--extends-shipped", action="store_true", help="the folder builds on the shipped dataset"
    )


def _filters(parser: argparse.ArgumentParser) -> None:
    """Add the filters of `events`; those that take any of several may be given more than once."""
    for name, help_text in _FILTERS.items():
        if name in {"on", "since", "until", "text"}:
            parser.add_argument(f"--{name}", help=help_text)
        else:
            parser.add_argument(f"--{name}", action="append", help=help_text)


def _given(args: argparse.Namespace, *more: str) -> dict[str, Any]:
    """Give the filters of `events` that the command line names."""
    return {
        name.replace("-", "_"): getattr(args, name.replace("-", "_")) for name in (*_FILTERS, *more)
    }


def _listed(found: Records[Any], lang: str) -> Answer:
    """Answer with a table, or with its records."""
    return found.to_text(lang=lang, width=_width()), found.to_dicts(), FINE


def _width() -> int | None:
    """Fit a terminal, but cut nothing that goes to a file or to another program."""
    return None if sys.stdout.isatty() else _UNCUT


def _overview(data: Dataset, _args: argparse.Namespace, lang: str) -> Answer:
    from ._overview import overview

    text, plain = overview(data, lang, _width())
    return text, plain, FINE


def _events(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    return _listed(data.events(**_given(args, "key")), lang)


def _show(data: Dataset, args: argparse.Namespace, lang: Any) -> Answer:
    from ._codec import unstructure

    return str(data.show(args.id, lang=lang)), unstructure(data.record(args.id)), FINE


def _actors(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    found = data.actors(kind=args.kind, text=args.text)
    if lang == "lt":  # an English name mostly stands where its identifier does
        found = _by_name(found, lang)
    return _listed(found, lang)


def _by_name(found: Records[Actor], lang: str) -> Records[Actor]:
    """Sort actors as the alphabet of a language asks."""
    ranked = sorted(found, key=lambda one: sort_key(one.name.get(lang), lang))
    return Records(ranked, found._tables)  # noqa: SLF001 - the dataset in which names resolve


def _members(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    return _listed(data.members(args.of, on=args.on), lang)


def _holders(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    return _listed(data.holders(args.office, on=args.on), lang)


def _on_this_day(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    return _listed(data.on_this_day(args.day, **_given(args)), lang)


def _snapshot(data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    found = data.snapshot(args.on)
    return found.to_text(lang=lang), found.to_dict(), FINE


def _discrepancies(data: Dataset, args: argparse.Namespace, lang: Any) -> Answer:
    found = data.discrepancies(
        record=args.record, field=args.field, source=args.source, status=args.status
    )
    cards = [str(data.show(one, lang=lang)) for one in found]
    return "\n\n".join(cards) or found.to_text(lang=lang), found.to_dicts(), FINE


def _check(data: Dataset, args: argparse.Namespace, _lang: str) -> Answer:
    from . import _report
    from ._checks import check, rules
    from ._checks._form import rewrite
    from ._vocabulary import Severity

    base = data if args.extends_shipped else None
    if args.folder is not None and not Path(args.folder).is_dir():
        message = f"{args.folder} is no folder"
        raise InvalidQueryError(message)
    if args.fix:
        if args.folder is None:
            message = "--fix is for a folder; the shipped files are in canonical form"
            raise InvalidQueryError(message)
        with suppress(InvalidDataError):  # which the check reports
            rewrite(args.folder, base)
    findings = check(args.folder, extends=base, select=args.select, ignore=args.ignore)
    found = _report.at_least(findings, Severity(args.severity))
    names = {one.code: one.name for one in rules()}
    if args.format == "github":
        text = _report.as_github(found, names, Path(args.folder or "src/ltnato/data"))
    else:
        args.json = args.format == "json" or getattr(args, "json", False)
        text = _report.as_text(found, names)
        if base is None and any(_is_ours(one, data) for one in findings):
            text += "\nsome of these names are in the shipped dataset: try --extends-shipped"
    return text, _report.plain(found), FOUND if found else FINE


def _is_ours(finding: Finding, data: Dataset) -> bool:
    """Tell whether a reference leads nowhere but to a record that ships."""
    if finding.rule != "S211":
        return False
    try:
        data.record((finding.value or "").strip("'"))
    except LtnatoError:
        return False
    return True


def _timeline(data: Dataset, args: argparse.Namespace, lang: Any) -> Answer:
    from ._pictures import save

    chart = data.timeline(data.events(**_given(args, "key")), lang=lang)
    title = data.title.get(lang)
    return _written(lambda: save(chart, args.file, title=title, lang=lang, force=args.force))


def _export(data: Dataset, args: argparse.Namespace, lang: Any) -> Answer:
    given = _given(args, "key")
    return _written(
        lambda: data.export(args.format, args.file, lang=lang, force=args.force, **given)
    )


def _written(write: Callable[[], Path]) -> Answer:
    """Answer with what was written, or say why it can not be."""
    try:
        path = str(write())
    except FileExistsError as error:
        hint = "; --force replaces it" if error.strerror == EXISTS else ""
        message = f"{error.filename} {error.strerror}{hint}"
        raise InvalidQueryError(message) from None
    except OSError as error:
        raise InvalidQueryError(str(error)) from None
    return path, {"written": path}, FINE


def _init(_data: Dataset, args: argparse.Namespace, lang: str) -> Answer:
    from ._layout import lay_out

    try:
        written = [str(one) for one in lay_out(args.folder)]
    except OSError as error:
        raise InvalidQueryError(str(error)) from None
    then = "toliau" if lang == "lt" else "then"
    text = "\n".join([*written, f"{then}: ltnato check {args.folder}"])
    return text, {"written": written}, FINE


def main(argv: Sequence[str] | None = None) -> int:
    """Answer a command line.

    Args:
        argv: The arguments; those of the process by default.

    Returns:
        0 if all is fine, 1 if there is no such record, 2 if the command is not meant so.
    """
    try:
        args = _parser().parse_args(argv)
    except SystemExit:
        _print()  # what --help has printed
        raise
    lang = getattr(args, "lang", None) or language_of(os.environ)
    try:
        answer: Answer = args.answer(dataset(), args, lang)
    except LtnatoError as error:
        print(f"ltnato: {error}", file=sys.stderr)
        return NOT_FOUND if isinstance(error, LookupError) else WRONG
    # Output that can not show every letter must neither fail nor lose one.
    text, plain, status = answer
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    if getattr(args, "json", False):
        text = json.dumps(plain, ensure_ascii=not unicode, indent=2)
    elif not unicode:
        text = text.encode(sys.stdout.encoding or "ascii", "backslashreplace").decode(
            sys.stdout.encoding or "ascii"
        )
    _print(text, "\n")
    return status


def _print(*texts: str) -> None:
    """Print texts, and what waits to be printed, to a reader that may have gone."""
    try:
        print(*texts, sep="", end="", flush=True)
    except BrokenPipeError:
        # Keep the interpreter from flushing into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
