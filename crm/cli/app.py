"""Which command stands in which file, and the Typer application of one or all of them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from crm.i18n import _

COMMANDS = {
    "remind": "remind",
    "done": "day",
    "answered": "day",
    "inbox": "inbox",
    "log": "log",
    "add": "contacts",
    "show": "show",
    "brief": "brief",
    "find": "people",
    "list": "people",
    "edit": "contacts",
    "note": "people",
    "fact": "people",
    "tag": "people",
    "open": "reach",
    "copy": "reach",
    "archive": "people",
    "delete": "people",
    "plant": "garden",
    "rest": "garden",
    "promise": "promise",
    "gave": "give",
    "got": "give",
    "asked": "give",
    "giving": "giving",
    "debrief": "debrief",
    "question": "question",
    "listening": "listening",
    "snooze": "follow_ups",
    "pause": "follow_ups",
    "goal": "goal",
    "intro": "intro",
    "review": "review",
    "event": "event",
    "mentor": "mentor",
    "match": "match",
    "role": "role",
    "pair": "pair",
    "project": "project",
    "profile": "profile",
    "import": "data",
    "export": "data",
    "undo": "undo",
    "history": "undo",
    "config": "config",
    "demo": "demo",
    "completion": "completion",
}
OTHERS = ("tui",)


def build(word: str | None) -> typer.Typer:
    """Give the application with the command `word` only, or with all of them for None."""
    app = typer.Typer(
        name="crm",
        help=_("A networking CRM: whom to talk to today, why, and what about."),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]…"),
    )
    app.callback(invoke_without_command=True)(_global_options)
    for name in (word,) if word else COMMANDS:
        _register(app, name)
    return app


def _register(app: typer.Typer, name: str) -> None:
    module = import_module(f"crm.cli.{COMMANDS[name]}")
    command = getattr(module, name, None) or getattr(module, f"{name}_")
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name)
    else:
        settings = getattr(command, "settings", {})
        app.command(
            name,
            help=command.__doc__,
            context_settings=settings,
            options_metavar=_("[OPTIONS]"),
        )(command)


def _global_options(
    db: Annotated[str, typer.Option(metavar="PATH", help=_("The database file."))] = "",
    lang: Annotated[str, typer.Option(metavar="en|es", help=_("The language."))] = "",
    version: Annotated[bool, typer.Option("--version", help=_("Print the version."))] = False,
) -> None:
    """Declare the options that `main` has read before there was an application."""
    del db, lang, version
