"""Writes docs/cli.md, the reference of every command, from the commands themselves: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from crm.cli.app import COMMANDS, build

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/cli.md"

HEADER = """\
# The commands

This page is made from the commands themselves (`make docs`); a test holds it up to date. The same
text stands in `crm COMMAND --help`, in English and Spanish.

`crm` alone, or `crm tui`, opens the [full screen](keys.md); without a terminal it prints the day's
list, and on an empty network how to begin.

## Everywhere

| option | |
|---|---|
| `--db PATH` | the database file; else `CRM_DB`, else `db` in the settings file, else `crm/crm.db` in the user's data folder |
| `--lang en\\|es` | the language; else `CRM_LANG`, else `language` in the settings file, else the locale |
| `--version` | the version, before any command |
| `--help`, `-h` | the help of the program or of a command |
| `--json` | JSON for scripts, of every command that shows something: [json.md](json.md) |

`--db` and `--lang` may stand before or after the command. After `--` every word is text, even one
that begins with a dash: `crm add -- -rf`.

Standard output is data, standard error is talk. An error is one line on standard error, and the
database is as it was.

| exit code | |
|---|---|
| 0 | done, whether anybody is due or not |
| 1 | failed: nothing was saved, or the output could not be written |
| 2 | wrong usage: a bad value, or a name that fits several people |
| 3 | nothing found: by `find`, `show`, or wherever a person, goal or promise is named |
| 75 | busy: another program holds the database; try again |
| 78 | bad configuration: a file, folder, variable or setting that cannot be used |
| 130 | interrupted |

| variable | |
|---|---|
| `CRM_DB` | the database file |
| `CRM_LANG` | `en` or `es` |
| `CRM_TODAY` | `YYYY-MM-DD`: the day it is, for demos, scripts and tests |
| `CRM_CONFIG` | the settings file; else `crm/config.toml` in the user's configuration folder |
| `LC_ALL`, `LC_MESSAGES`, `LANG` | the language, where nothing else says it |
| `XDG_DATA_HOME`, `XDG_CONFIG_HOME`, `XDG_CACHE_HOME` | where those folders are |
| `COLUMNS`, `NO_COLOR`, `TERM=dumb` | how wide to print, and without bold |

The settings file is TOML with `db` and `language`, both text. What the day's list depends on
(rhythm, budget, days off) is kept in the database: `crm config`.

A database that was named and is not there is an error for commands that read, and is made by those
that write. Without a name, an absent one reads as an empty network.

## What to write for

| | |
|---|---|
| `WHO` | an id, then an exact name, then the beginning of a name, then a part of one, whatever the case and accents. The first of these that fits anybody decides; if it fits several people, crm says who, and exits with 2. Archived people answer to their id only. |
| `GOAL` | an id, a title or a part of one |
| a day | `2026-03-14`, `14/3/2026`, `today`, `yesterday`, `tomorrow`, `friday`, `3d`, `2w`, `1m`, `1y`; the same in Spanish (`ayer`, `viernes`). In what happened, `friday` and `3d` lie back; in what is to come, ahead. |
| a partial date | `1990-03-14`, `--03-14`, `1990-03`, `--03`, `1990` |
| a rhythm | `30d`, `2w`, `3m`, `1y`, or `none` |
"""  # noqa: E501  (rows of a table)


def page() -> str:
    """Give the whole page."""
    program: Any = typer.main.get_command(build(None))
    context = program.make_context("crm", [], resilient_parsing=True)
    contents = " · ".join(f"[{name}](#crm-{name})" for name in sorted(COMMANDS))
    sections = [HEADER, "## Commands", contents]
    for name in sorted(COMMANDS):
        sections += _sections(program.commands[name], context, f"crm {name}", "##")
    return "\n\n".join(section.strip("\n") for section in sections) + "\n"


def _sections(command: Any, above: Any, path: str, level: str) -> Iterator[str]:
    context = command.make_context(path, [], parent=above, resilient_parsing=True)
    yield f"{level} {path}"
    text, _, examples = (command.help or "").partition("\n\n\b\n")
    yield text
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    usage = usage.replace("{", "").replace("}", "")
    lines = [line.strip() for line in examples.splitlines()[1:]]
    yield "```sh\n" + "\n".join([f"# {usage}", *lines]) + "\n```"
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    if arguments:
        yield _table("argument", [(_code(p.make_metavar(context)), p.help) for p in arguments])
    if options:
        yield _table("option", [(_option(p, context), _help(p)) for p in options])
    for name in sorted(getattr(command, "commands", {})):
        yield from _sections(command.commands[name], context, f"{path} {name}", "###")


def _option(parameter: Any, context: Any) -> str:
    names = [*parameter.opts, *parameter.secondary_opts]
    value = "" if parameter.is_flag else f" {parameter.make_metavar(context)}"
    return ", ".join(_code(f"{name}{value}") for name in names)


def _help(parameter: Any) -> str:
    told = parameter.help or ""
    if parameter.required:
        return f"{told} Required."
    default = parameter.default
    if default and not parameter.is_flag and not callable(default):
        return f"{told} Default: {default:g}." if isinstance(default, float) else (
            f"{told} Default: {default}."
        )  # fmt: skip
    return told


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    shown = [f"| {name} | {told.replace('|', chr(92) + '|')} |" for name, told in rows]
    return "\n".join([f"| {title} | |", "|---|---|", *shown])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
