"""`crm match`: whose work complements yours, or that of somebody you know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.matching import Found

TOP = 10


@helps(
    _("Show whose work goes with yours, or with that of WHO, and why."),
    "crm match",
    "crm match ana --top 3 --explain",
)
def match(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(metavar="WHO", help=_("An id, a name, or a part of one."),
                       show_default=False),
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", help=_("How many at most."))] = TOP,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Show how each score comes about."))
    ] = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    from crm.cli.output import out, out_json, say
    from crm.services import matching
    from crm.wording import matches

    found = matching.matches(ctx.obj, who, top, language())
    name = found.of.name if found.of else None
    if as_json:
        out_json([_as_json(one, name) for one in found.found])
        return
    for index, one in enumerate(found.found):
        if index:
            out()
        _render(one, name, explain)
    if words := matches.missing(found, active()):
        say(words)


def _render(found: Found, name: str | None, explain: bool) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import matches
    from crm.wording.words import number

    tr = active()
    work = ", ".join(screen(word) for word in (found.title, found.organisation) if word)
    head = f"{bold(screen(found.name))}  [{found.contact_id}]  {number(found.score)}"
    out(f"{head}  {work}" if work else head)
    for line in matches.reasons(found, name, tr):
        out(wrapped(line, 2))
    if explain:
        out(wrapped(matches.product(found.score, found.factors._asdict(), tr), 2))


def _as_json(found: Found, name: str | None) -> dict[str, Any]:
    from crm.wording import matches

    return {
        "contact": {"id": found.contact_id, "name": found.name},
        "score": found.score,
        "factors": matches.shown(found.factors._asdict()),
        "why": matches.why(found, name, active()),
        "roles": [found.role_a, found.role_b] if found.role_b else [],
        "goal": found.wish._asdict() if found.wish else None,
        "shared_interests": found.shared,
        "gives": found.gives,
        "gets": found.gets,
    }
