"""Runs one command line: builds the application for its first word and calls it."""

from __future__ import annotations

from crm import context
from crm.cli.app import COMMANDS, OTHERS, build
from crm.errors import WrongUsage
from crm.i18n import language
from crm.settings import Settings


def run_command(settings: Settings, arguments: list[str]) -> int:
    """Run a command with these settings and give the exit code; errors are raised, not shown."""
    own = context.make(settings)
    try:
        return _run(own, arguments)
    finally:
        own.store.close()


def _run(own: context.Context, arguments: list[str]) -> int:
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    word = next((word for word in arguments if not word.startswith("-")), None)
    if word is None and not arguments:
        return _start(own)
    if word in OTHERS and len(arguments) == 1:
        return _start(own)
    if word is not None and word not in COMMANDS:
        raise WrongUsage("no-command", command=word, near=_near(word))
    if language() != "en" and {"--help", "-h"} & set(arguments):
        from crm.cli.help import translate_help

        translate_help()
    app = build(None if word is None or arguments[0] in {"--help", "-h"} else word)
    result = app(arguments, prog_name="crm", standalone_mode=False, obj=own)
    return result if isinstance(result, int) else 0


def _start(own: context.Context) -> int:
    from crm.services import contacts

    if contacts.anybody(own):
        return run_command(own.settings, ["remind"])
    from crm.cli.start import welcome

    welcome()
    return 0


def _near(word: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, COMMANDS, n=3)
