"""`crm role`: the roles that are known, and your own."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active, language, ngettext

role = typer.Typer(
    help=_("Roles: what people do, for finding whose work goes together."),
    rich_markup_mode=None,
    invoke_without_command=True,
)


@role.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@role.command(
    "add",
    help=help_text(
        _("Add a role of your own; titles and words that name it are understood from then on."),
        'crm role add "Wine maker" --also enóloga --also winemaker',
    ),
)
def _add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What it is called."))],
    slug: Annotated[str, typer.Option(metavar="SLUG", help=_("Its short name for scripts."))] = "",
    area: Annotated[str, typer.Option(metavar="AREA", help=_("The area of work."))] = "",
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="SYN", help=_("What else it is called."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import own_roles

    added = own_roles.add_role(ctx.obj, name, slug=slug, area=area, also=also)
    if as_json:
        out_json(added._asdict())
        return
    form = _("Added: {name} ({slug}). What goes with it: crm pair add {slug} ROLE --strength 3")
    say(form.format(name=screen(added.name), slug=added.slug))


@role.command(
    "list",
    help=help_text(
        _("List the roles by area, with what else they are called."), "crm role list --area design"
    ),
)
def _list(
    ctx: typer.Context,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help=_("Only those of an area."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, table
    from crm.services import own_roles

    found = own_roles.listed(ctx.obj, language(), area)
    if as_json:
        out_json([one._asdict() for one in found])
        return
    areas = {**own_roles.areas(language()), "": _("Your own")}
    for index, (slug, name) in enumerate(
        (slug, name) for slug, name in areas.items() if any(one.area == slug for one in found)
    ):
        if index:
            out()
        rows = [[one.slug, one.name, "; ".join(one.also)] for one in found if one.area == slug]
        table([name, "", ""], rows, flexible=[2, 1])


@role.command(
    "titles",
    help=help_text(
        _("Give people who have a title and no role the roles that the title says."),
        "crm role titles --dry-run",
    ),
)
def _titles(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only tell what it would come to."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services import own_roles
    from crm.services.roles import namer
    from crm.wording import words

    read = own_roles.read_titles(ctx.obj, dry_run=dry_run)
    if as_json:
        people = [{"name": n, "title": title, "roles": said} for n, title, said in read.people]
        out_json({"dry_run": dry_run, "total": read.total, "people": people})
        return
    name_of = namer(ctx.obj)
    for name, title, said in read.people:
        names = words.listed([name_of(slug, language()) for slug in said], active())
        out(wrapped(f"{screen(name)} ({screen(title)}): {screen(names)}", 0))
    if read.total > len(read.people):
        more = read.total - len(read.people)
        out(ngettext("and {n} more", "and {n} more", more).format(n=more))
    form = ngettext(
        "{n} title that says a role.", "{n} titles that say a role.", read.total
    ) if dry_run else ngettext(
        "{n} title read for its role.", "{n} titles read for their roles.", read.total
    )  # fmt: skip
    say(form.format(n=read.total))
