"""Answers a shell that asks what the word at the cursor may become; see docs/completion.md.

What a parameter takes is read from its declaration: the metavar WHO, GOAL, EVENT, TAG or FILE,
or the words of one such as me|them|both.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, NamedTuple

import typer

from crm import context, i18n, settings
from crm.cli.app import COMMANDS, build
from crm.cli.shells import FILES, READERS, WRITERS, Suggestion
from crm.context import Context
from crm.i18n import _
from crm.services import completion
from crm.services.completion import Choice

_SOURCES: dict[str, Callable[[Context, str], list[Choice]]] = {
    "WHO": completion.people,
    "GOAL": completion.goals,
    "EVENT": completion.events,
    "TAG": completion.tags,
}
_OPTION_KINDS = {"--tag": "TAG", "--add": "TAG", "--remove": "TAG", "--goal": "GOAL"}
"""What these options take, whose metavar does not say it."""


class _Line(NamedTuple):
    """The words before the cursor, without the global options; and what those said."""

    words: list[str]
    db: str | None
    language: str | None
    open_option: str | None
    """The global option whose value is at the cursor."""


def complete(request: list[str]) -> int:
    """Answer one request, as the scripts of `crm completion` make it, and give 0.

    Whatever goes wrong, nothing is offered: an error in the midst of typing would only be noise.
    """
    with suppress(Exception):
        shell, *rest = request
        asked = READERS[shell](rest)
        suggestions = _suggestions(asked.words, asked.typed)
        lines = WRITERS[shell](asked, suggestions)
        sys.stdout.write("".join([f"{line}\n" for line in lines]))
    return 0


def _suggestions(words: list[str], typed: str) -> list[Suggestion]:
    line = _read(words)
    own = settings.load(os.environ, line.db, line.language)
    i18n.activate(own.language)
    option, equals, value = typed.partition("=")
    if line.open_option:
        return _of_global(line.open_option, typed)
    if equals and option in {"--db", "--lang"}:
        return _of_global(option, value)
    made, said = context.make(own), line.words
    if said[:1] == ["demo"] and (said[1:] or not typed.startswith("-")):
        made, said = _demo(made), said[1:]
    word = next((word for word in said if not word.startswith("-")), None)
    if word is None and typed.startswith("-"):
        return _fitting(_global_options(), typed)
    if word is None:
        return _fitting([(name, "") for name in COMMANDS], typed)
    if word not in COMMANDS:
        return []
    command, rest = _command(word, said[said.index(word) + 1 :])
    return _in_command(made, command, rest, typed)


def _demo(made: Context) -> Context:
    from crm.services.demo import demo_path

    return context.make(made.settings._replace(db_path=demo_path(made.settings, made.today)))


def _read(words: Iterable[str]) -> _Line:
    said: dict[str, str | None] = {"--db": None, "--lang": None}
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            kept += [word, *rest]
        elif name not in said:
            kept.append(word)
        elif equals:
            said[name] = value
        else:
            given = next(rest, None)
            if given is None:
                return _Line(kept, said["--db"], said["--lang"], name)
            said[name] = given
    return _Line(kept, said["--db"], said["--lang"], None)


def _global_options() -> list[tuple[str, str]]:
    return [
        ("--db", _("The database file.")),
        ("--lang", _("The language.")),
        ("--version", _("Print the version.")),
        ("--help", _("Show this message and exit.")),
    ]


def _of_global(option: str, typed: str) -> list[Suggestion]:
    if option == "--db":
        return FILES
    return _fitting([(language, "") for language in settings.LANGUAGES], typed)


def _command(word: str, rest: list[str]) -> tuple[Any, list[str]]:
    """Give the command that the words name, the subcommand if they do, and the words after it."""
    program: Any = typer.main.get_command(build(word))
    command = program.commands[word]
    while known := getattr(command, "commands", None):
        place = next((n for n, said in enumerate(rest) if not said.startswith("-")), None)
        if place is None or rest[place] not in known:
            break
        command, rest = known[rest[place]], rest[place + 1 :]
    return command, rest


def _in_command(own: Context, command: Any, words: list[str], typed: str) -> list[Suggestion]:
    """Give what fits at the cursor: an option's value, an option, a subcommand, an argument."""
    named = [p for p in command.params if p.param_type_name == "option"]
    options = {name: p for p in named for name in (*p.opts, *p.secondary_opts)}
    place = _place(options, words)
    if place.option is not None:
        return _values(own, place.option, typed)
    if place.takes_options and typed.startswith("-"):
        name, equals, value = typed.partition("=")
        if equals:
            return _values(own, options[name], value) if name in options else []
        shown = [(name, p.help or "") for name, p in options.items()]
        return _fitting([*shown, ("--help", _("Show this message and exit."))], typed)
    if known := getattr(command, "commands", None):
        shown = [(name, (sub.help or "").partition("\n")[0]) for name, sub in known.items()]
        return [] if place.arguments else _fitting(shown, typed)
    argument = _argument(command, place.arguments)
    return _values(own, argument, typed) if argument is not None else []


class _Place(NamedTuple):
    """Where the cursor stands in a command: after which option, and how many arguments."""

    option: Any
    arguments: int
    takes_options: bool


def _place(options: dict[str, Any], words: list[str]) -> _Place:
    takes_options, option, arguments = True, None, 0
    for word in words:
        if option is not None:
            option = None
        elif takes_options and word == "--":
            takes_options = False
        elif takes_options and word.startswith("-") and len(word) > 1:
            said = options.get(word)
            option = None if said is None or said.is_flag else said
        else:
            arguments += 1
    return _Place(option, arguments, takes_options)


def _argument(command: Any, given: int) -> Any:
    """Give the argument that the next word is for, None when there are no more."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    for argument in arguments:
        if argument.nargs == -1 or given < argument.nargs:
            return argument
        given -= argument.nargs
    return None


def _values(own: Context, parameter: Any, typed: str) -> list[Suggestion]:
    metavar = (parameter.metavar or "").rstrip("…")
    kind = metavar
    if metavar in {"", "T"}:
        kind = next((_OPTION_KINDS[o] for o in parameter.opts if o in _OPTION_KINDS), metavar)
    if kind in _SOURCES:
        return [_suggestion(choice) for choice in _SOURCES[kind](own, typed)]
    if kind == "FILE":
        return FILES
    words = metavar.split("|")
    if len(words) > 1 and all(word.isascii() and word.islower() for word in words):
        return _fitting([(word, "") for word in words], typed)
    if "--kind" in parameter.opts:
        from crm.domain.warmth import Kind

        return _fitting([(str(kind), "") for kind in Kind], typed)
    return []


def _suggestion(choice: Choice) -> Suggestion:
    if not choice.typeable:
        note = ", ".join(filter(None, (choice.name, choice.about)))
        return Suggestion(str(choice.number), note)
    return Suggestion(choice.name, choice.about, choice.number)


def _fitting(words: Iterable[tuple[str, str]], typed: str) -> list[Suggestion]:
    return [Suggestion(word, note) for word, note in words if word.startswith(typed)]
