"""Help in the language of the run: the few words of Typer's that it does not look up itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer

from crm.i18n import _


def translate_help() -> None:
    """Let the help of all commands say its fixed words in the language of the run."""
    context: Any = typer.Context.__base__
    plain: Any = context.formatter_class

    class Formatter(plain):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or _("Usage: "))

        def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **options: Any) -> None:
            said = {"Show this message and exit.": _("Show this message and exit.")}
            super().write_dl(
                [(name, said.get(text, text)) for name, text in rows], *args, **options
            )

    context.formatter_class = Formatter
