"""The language of the screens: gettext, activated once per run; English needs no catalogue."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Protocol

FOLDER = Path(__file__).with_name("locale")


class Translator(Protocol):
    """What wording needs of a language: a sentence, and a sentence that counts."""

    def gettext(self, message: str) -> str:
        """Give `message` in this language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Give the form for `n` things in this language."""
        ...


class _English:
    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural


_active: Translator = _English()
_language = "en"


@cache
def translator(language: str) -> Translator:
    """Give the translator for a language, English for any that has no catalogue."""
    if language != "es":
        return _English()
    from crm.catalogue import Catalogue

    return Catalogue(FOLDER / language / "LC_MESSAGES" / "crm.mo")


def activate(language: str) -> None:
    """Make `language` that of all screens of this run, those of Typer's help included."""
    global _active, _language
    _active, _language = translator(language), language
    if language != "en":
        import gettext

        os.environ["LANGUAGE"] = language
        gettext.bindtextdomain("crm", str(FOLDER))
        gettext.textdomain("crm")


def active() -> Translator:
    """Give the translator of this run."""
    return _active


def language() -> str:
    """Give the language of this run: en or es."""
    return _language


def _(message: str) -> str:
    """Give `message` in the language of this run."""
    return _active.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Give the form for `n` things in the language of this run."""
    return _active.ngettext(singular, plural, n)


def N_(message: str) -> str:
    """Mark a message that is translated where it is shown, not where it is declared."""
    return message
