"""The one entry point: settings → language → dispatch; the one place where an error is shown."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Literal, NamedTuple, TextIO

from crm import __version__, i18n, settings
from crm.errors import CrmError, ReaderGone, WrongUsage

INTERRUPTED = 130
COMPLETE = "_complete"
"""The word with which the scripts of `crm completion` ask."""
_RARELY = 200_000


class _Global(NamedTuple):
    """The options that stand before or after any command, and the words that are left."""

    db: str | None
    language: str | None
    version: bool
    words: list[str]


def run() -> None:
    """Run the program on the command line it was started with."""
    # A short run ends before the collector would pay; a long one still collects.
    gc.set_threshold(_RARELY, 20, 20)
    # A stream that was closed is None; the null device takes its place, and its number.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    # Names that the locale cannot show are escaped; bytes that are no text are refused later.
    _prepare(sys.stdin, "surrogateescape")
    _prepare(sys.stdout, "backslashreplace")
    _prepare(sys.stderr, "backslashreplace")
    try:
        code = main(sys.argv[1:])
    except ReaderGone:
        code = 0
    code = _flushed(code)
    # What is left goes with the process: at its end nothing need be searched for cycles.
    gc.freeze()
    raise SystemExit(code)


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    flags = os.O_RDONLY if mode == "r" else os.O_WRONLY
    return os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")


def _prepare(stream: TextIO, errors: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=errors)


def _flushed(code: int) -> int:
    """Write out what is left, and give the exit code; what cannot be written goes nowhere."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = 0  # the reader went away, as in `crm list | head`
        _to_nowhere(sys.stdout)
    except OSError as error:
        code = code or _failed(_of_system(error))
        _to_nowhere(sys.stdout)
    try:
        sys.stderr.flush()
    except OSError:
        _to_nowhere(sys.stderr)  # there is nobody left to tell
    return code


def _to_nowhere(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code (documented in docs/cli.md)."""
    i18n.activate(settings.spoken(os.environ))
    try:
        if arguments and arguments[0] == COMPLETE:
            from crm.cli.complete import complete

            return complete(list(arguments[1:]))
        given = _split(arguments)
        if given.version:
            sys.stdout.write(f"crm {__version__}\n")
            return 0
        own = settings.load(os.environ, given.db, given.language)
        i18n.activate(own.language)
        shown = _on_full_screen(own, given.words) if _is_on_terminal() else None
        if shown is not None:
            from crm.tui.run import run_tui

            return run_tui(shown)
        from crm.cli.run import run_command

        return run_command(own, given.words)
    except CrmError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _failed(_of_system(error))
    except OverflowError:
        return _failed(WrongUsage("out-of-reach"))
    except Exception as error:
        translated = _of_typer(error)
        if translated is None:
            raise
        return _failed(translated) if translated.code != "aborted" else INTERRUPTED


def _on_full_screen(own: settings.Settings, words: list[str]) -> settings.Settings | None:
    """Give the settings for the full screen, None where the words ask for a command."""
    if words in ([], ["tui"]):
        return own
    if words[:1] == ["demo"] and {"tui", "--reset"}.issuperset(words[1:]):
        from datetime import date

        from crm.services.demo import demo_settings

        return demo_settings(own, own.today or date.today(), reset="--reset" in words)
    return None


def _is_on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _split(arguments: Sequence[str]) -> _Global:
    """Take --db, --lang and --version out of the words, wherever they stand before a `--`."""
    values: dict[str, str | None] = {"--db": None, "--lang": None}
    words: list[str] = []
    rest = iter(arguments)
    version = False
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            words += [word, *rest]
        elif name in values and not equals:
            values[name] = next(rest, "")
        elif name in values:
            values[name] = value
        elif word == "--version" and not words:
            version = True
        else:
            words.append(word)
            continue
        if name in values and not values[name]:
            raise WrongUsage("option-without-value", option=name)
    language = values["--lang"]
    if language is not None and language not in settings.LANGUAGES:
        raise WrongUsage("bad-language", language=language)
    return _Global(values["--db"], language, version, words)


def _failed(error: CrmError) -> int:
    from crm.domain.text import screen
    from crm.wording.errors import message

    with suppress(OSError):  # the exit code says it too
        sys.stderr.write(f"crm: {screen(message(error, i18n.active()))}\n")
    return error.exit_code


def _of_system(error: OSError) -> CrmError:
    reason = error.strerror or str(error)
    if error.filename is None:
        return CrmError("cannot-print", reason=reason)
    return CrmError("system", reason=reason, path=error.filename)


def _of_typer(error: Exception) -> CrmError | None:
    """Give Typer's usage errors as ours; its classes are private, so their names decide."""
    from typer import Abort, TyperException

    if isinstance(error, Abort):
        return CrmError("aborted")
    if not isinstance(error, TyperException):
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "crm"
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", None) or (
        parameter.opts[0] if parameter and parameter.param_type_name == "option" else None
    ) or (parameter.metavar or parameter.name.upper() if parameter else "")  # fmt: skip
    kind = {
        "NoSuchOption": "no-option",
        "MissingParameter": "missing-parameter",
        "BadParameter": "bad-parameter",
        "BadOptionUsage": "bad-option",
    }.get(type(error).__name__, "bad-usage")
    commands = getattr(getattr(context, "command", None), "commands", None)
    if kind == "bad-usage" and commands:
        return WrongUsage("say-command", command=command, known=" | ".join(commands))
    near = getattr(error, "possibilities", None) or []
    return WrongUsage(kind, command=command, name=name, near=list(near))
