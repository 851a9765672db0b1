"""Write the page of the command line, from its parser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ledger_page import cell
from ltnato.__main__ import _FILTERS, _parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["command_page"]

_HEAD = """\
# Command line

`ltnato`, or `python -m ltnato`, asks the shipped dataset from a shell. Without a command it prints
what the dataset holds and what to try.

```console
$ ltnato holders president-of-lithuania --on 2004-03-29
id               kind    name
---------------  ------  ---------------
rolandas-paksas  person  Rolandas Paksas
$ ltnato show no-such-record
ltnato: no record is named 'no-such-record'
$ echo $?
1
```

The exit status is 0 if all is fine, 1 if there is no such record or a check has found something, 2
if the command is not meant so. Errors go to standard error, and no traceback is shown.

## Options of every command

They stand before or after the name of the command.
"""
_FILTER_HEAD = """\
## Filters

The filters of `events`, `on-this-day`, `export` and `timeline` are those of
[`events`](queries.md). They must all hold; one that may be repeated holds if any of its values
does.
"""


def command_page() -> str:
    """Word the page of the command line."""
    parser = _parser()
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    told = {one.dest: str(one.help) for one in commands._choices_actions}
    lines = [_HEAD, *_table(one for one in parser._actions if one is not commands), ""]
    common = {_title(one) for one in parser._actions}
    lines += [_FILTER_HEAD, *_table(_filters(commands.choices["events"])), ""]
    for name, command in commands.choices.items():
        positional = [str(_value(one)) for one in command._actions if not one.option_strings]
        usage = " ".join(["ltnato", name, *positional, "[OPTIONS]"])
        filters = list(_filters(command))
        own = [one for one in command._actions if one not in filters and _title(one) not in common]
        lines += [f"## {name}", "", f"`{usage}`: {told[name]}."]
        lines += ["Takes [the filters](#filters)."] if filters else []
        lines += ["", *_table(own), ""] if own else [""]
    return "\n".join(lines).rstrip() + "\n"


def _filters(command: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Give the filters of events that a command takes."""
    known = {f"--{name}" for name in _FILTERS}
    options = [one for one in command._actions if known & set(one.option_strings)]
    return iter(options if len(options) == len(known) else ())


def _table(actions: Iterable[argparse.Action]) -> Iterator[str]:
    """Word arguments and options as a table."""
    yield "| Argument or option | Meaning |"
    yield "| --- | --- |"
    for one in actions:
        again = "; may be repeated" if isinstance(one, argparse._AppendAction) else ""
        yield f"| {_title(one)} | {cell(str(one.help or 'which of these'))}{again} |"


def _title(one: argparse.Action) -> str:
    """Word how an argument or option is written."""
    if not one.option_strings:
        return f"`{_value(one)}`"
    value = "" if one.nargs == 0 else f" {_value(one)}"
    return ", ".join(f"`{name}{value}`" for name in one.option_strings)


def _value(one: argparse.Action) -> str:
    """Word what stands for the value of an argument or option."""
    if one.choices:
        return "\\|".join(map(str, one.choices))
    text = one.metavar if isinstance(one.metavar, str) else one.dest.replace("_", "-").upper()
    return f"[{text}]" if one.nargs == "?" else text
