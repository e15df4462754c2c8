"""`crm demo`: the same program on a realistic throwaway network."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import helps
from crm.i18n import _


@helps(
    _(
        "Run a command on an invented network, made anew each day in the cache folder. Your own"
        " data is not touched."
    ),
    "crm demo",
    "crm demo remind",
    "crm demo --reset",
)
def demo(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(metavar="COMMAND…", help=_("The command to run; else the full screen.")),
    ] = None,
    reset: Annotated[bool, typer.Option("--reset", help=_("Make the network anew."))] = False,
) -> int:
    from crm.cli.run import run_command
    from crm.services.demo import demo_settings

    settings = demo_settings(ctx.obj.settings, ctx.obj.today, reset=reset)
    return run_command(settings, command or ["remind"])


demo.settings = {"allow_interspersed_args": False, "ignore_unknown_options": False}  # type: ignore[attr-defined]
