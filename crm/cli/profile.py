"""`crm profile`: who you are, what you offer and need."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, language

profile = typer.Typer(
    help=_("Who you are: the other half of every match."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Words = list[str] | None
_ROLES = frozenset({"role", "offer", "need"})


@profile.callback()
def _show(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _render(ctx, as_json)


def _render(ctx: typer.Context, as_json: bool) -> None:
    from crm.cli.output import out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services import profile as service
    from crm.services.roles import namer

    me = service.profile(ctx.obj)
    if as_json:
        plural = {kind: f"{kind}s" for kind in service.KINDS}
        lists = {plural[kind]: values for kind, values in me.traits.items()}
        out_json(
            {"name": me.name, "pitch": me.pitch, "experience_since": me.experience_since, **lists}
        )
        return
    if not (me.name or me.pitch or any(me.traits.values())):
        say(_("Nothing yet. Say who you are: crm profile set --name NAME --role ROLE."))
        return
    out(screen(me.name))
    if me.pitch:
        out(wrapped(screen(me.pitch), 2))
    labels = {
        "role": _("roles"),
        "skill": _("skills"),
        "interest": _("interests"),
        "offer": _("offers"),
        "need": _("needs"),
    }
    name_of = namer(ctx.obj)
    for kind, values in me.traits.items():
        names = [name_of(v, language()) if kind in _ROLES else v for v in values]
        if names:
            out(wrapped(f"{labels[kind]}: {screen(', '.join(names))}", 2))


@profile.command(
    "set",
    help=help_text(
        _("Say who you are. A list that is given replaces the one there was."),
        'crm profile set --name "Marina" --role "web developer" --offers "landing pages"',
    ),
)
def _set(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Option(metavar="N", help=_("Your name."))] = None,
    role: Annotated[Words, typer.Option(metavar="R", help=_("What you do. (repeatable)"))] = None,
    skill: Annotated[Words, typer.Option(metavar="S", help=_("A skill. (repeatable)"))] = None,
    interest: Annotated[
        Words, typer.Option(metavar="I", help=_("An interest. (repeatable)"))
    ] = None,
    offers: Annotated[
        Words, typer.Option(metavar="X", help=_("What you offer. (repeatable)"))
    ] = None,
    needs: Annotated[
        Words, typer.Option(metavar="X", help=_("What you need. (repeatable)"))
    ] = None,
    pitch: Annotated[
        str | None, typer.Option(metavar="P", help=_("Who you are in a sentence or two."))
    ] = None,
    experience_since: Annotated[
        str | None, typer.Option(metavar="PARTIAL", help=_("In your profession since."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.errors import WrongUsage
    from crm.services import profile as service

    lists = {"role": role, "skill": skill, "interest": interest, "offer": offers, "need": needs}
    given = {kind: values for kind, values in lists.items() if values is not None}
    if not given and name is None and pitch is None and experience_since is None:
        raise WrongUsage("nothing-to-change")
    service.set_profile(
        ctx.obj, name=name, pitch=pitch, experience_since=experience_since, traits=given
    )
    _render(ctx, as_json)
