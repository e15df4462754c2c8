"""The parameters that several commands share, and how a command says its help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer

from crm.i18n import _

Command = TypeVar("Command", bound=Callable[..., Any])


Who = Annotated[
    str,
    typer.Argument(metavar="WHO", help=_("An id, a name, or a part of one."), show_default=False),
]
People = Annotated[
    list[str],
    typer.Argument(metavar="WHO…", help=_("One or more people: ids or names."), show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON for scripts."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("Do not ask for confirmation."))]


def help_text(text: str, *examples: str) -> str:
    """Give the help of a command: a text, and examples as one would type them."""
    if not examples:
        return text
    title = _("Examples:") if len(examples) > 1 else _("Example:")
    shown = "\n".join(f"  {example}" for example in examples)
    return f"{text}\n\n\b\n{title}\n{shown}"


def helps(text: str, *examples: str) -> Callable[[Command], Command]:
    """Give a command its help, for `cli.app` to register it with."""

    def mark(command: Command) -> Command:
        command.__doc__ = help_text(text, *examples)
        return command

    return mark
