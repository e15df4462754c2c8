"""`crm pair`: which roles complement each other, and how well."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, language

pair = typer.Typer(
    help=_("Pairs: which roles complement each other, how well and why."), rich_markup_mode=None
)
_MARKS = "●●●"


@pair.command(
    "add",
    help=help_text(
        _("Say how well two roles go together: 3 naturally, 2 well, 1 somewhat, 0 not at all."),
        'crm pair add illustrator brewer --strength 3 --why "Labels that sell the beer."',
        "crm pair add web-developer photographer --strength 0",
    ),
)
def _add(
    ctx: typer.Context,
    a: Annotated[str, typer.Argument(metavar="ROLE", help=_("A role."))],
    b: Annotated[str, typer.Argument(metavar="ROLE", help=_("Another role."))],
    strength: Annotated[int, typer.Option(metavar="0..3", help=_("How well they go together."))],
    why: Annotated[str, typer.Option(metavar="TEXT", help=_("Why they do."))] = "",
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import own_roles

    added = own_roles.add_pair(ctx.obj, a, b, strength, why, language())
    if as_json:
        out_json(added._asdict())
        return
    form = _("Noted: {a} + {b}, {strength} of 3.")
    say(form.format(a=screen(added.of), b=screen(added.name), strength=added.strength))


@pair.command(
    "list",
    help=help_text(
        _("List the roles that go with a role, the most natural first."), "crm pair list copywriter"
    ),
)
def _list(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="ROLE", help=_("A role."))],
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services import own_roles

    found = own_roles.partners(ctx.obj, which, language())
    if as_json:
        out_json([partner._asdict() for partner in found.partners])
        return
    if not found.partners:
        form = _("Nothing goes with {role} yet: crm pair add {slug} ROLE --strength 3")
        say(form.format(role=screen(found.name), slug=found.slug))
    for partner in found.partners:
        marks = _MARKS[: partner.strength].ljust(len(_MARKS))
        own = _("(your own)") if partner.own else ""
        out(f"{marks}  {screen(partner.name)} [{partner.slug}] {own}".rstrip())
        if partner.why:
            out(wrapped(screen(partner.why), 5))
