"""What can go wrong, as codes with parameters; `wording.errors` has the sentences.

The exit codes are those of sysexits where there is one: 75 is EX_TEMPFAIL, 78 is EX_CONFIG.
"""

from __future__ import annotations


class CrmError(Exception):
    """Something the user must know of: a code, its parameters, and the exit code of the program."""

    exit_code = 1

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class ReaderGone(Exception):
    """Whoever read the standard output went away, as `head` does; nothing is wrong.

    Typer ends the program with 1 for the BrokenPipeError that says so.
    """


class WrongUsage(CrmError):
    """What was typed cannot be meant: a bad value, or a name that fits several people."""

    exit_code = 2


class NotFound(CrmError):
    """Nobody or nothing answers to what was asked for."""

    exit_code = 3


class Busy(CrmError):
    """Another program holds the database; trying again later will do."""

    exit_code = 75


class BadConfiguration(CrmError):
    """A file, folder, variable or setting that the program is pointed at cannot be used."""

    exit_code = 78
