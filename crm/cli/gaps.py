"""`crm goal gaps`: what goals still lack, and who could help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.gaps import Effort, Gaps, Wanted

HELP = help_text(
    _(
        "Show what each goal still lacks: roles that nobody fills, who could, who could introduce"
        " you, and whether your effort fits your ranking."
    ),
    "crm goal gaps",
    "crm goal gaps retainers --json",
)


def gaps(
    ctx: typer.Context,
    which: Annotated[
        str | None,
        typer.Argument(metavar="GOAL", help=_("An id, a title or a part of one; else all.")),
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say
    from crm.services import gaps as service

    found, effort = service.gaps(ctx.obj, which), service.effort(ctx.obj)
    if as_json:
        out_json({"goals": [_as_json(each) for each in found], "effort": effort._asdict()})
    elif not found:
        say(_("No open goals. Name one: crm goal add TITLE --rank primary."))
    else:
        for index, each in enumerate(found):
            if index:
                out()
            _render(each)
        _render_effort(effort)


def _render(each: Gaps) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.goals import lacking

    tr = active()
    out(f"{screen(each.goal.title)}  [{each.goal.id}]  {words.rank(each.goal.rank, tr)}")
    for wanted in each.wanted:
        _render_wanted(wanted)
    if each.missing:
        out(wrapped(lacking(each.missing, each.explicitness, tr), 2))
    elif all(wanted.filled_by for wanted in each.wanted):
        out(wrapped(_("nothing is missing"), 2))


def _render_wanted(wanted: Wanted) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.services.roles import name_of
    from crm.wording import goals as wording

    def named(role: str) -> str:
        return name_of(role, language())

    tr = active()
    out(wrapped(wording.wanted(wanted, named, tr), 2))
    for candidate in wanted.candidates:
        who = f"{screen(candidate.could.name)} [{candidate.could.id}]"
        out(wrapped(wording.candidate(who, candidate, named, tr), 4))


def _render_effort(effort: Effort) -> None:
    from crm.cli.output import out, wrapped
    from crm.wording import words
    from crm.wording.goals import neglected

    if not effort.spent:
        return
    tr = active()
    shown = [
        _("{rank} {n} (fitting: {fitting})").format(
            rank=words.rank(rank, tr), n=n, fitting=effort.fitting[rank]
        )
        for rank, n in effort.spent.items()
    ]
    out()
    out(wrapped(_("Contacts of the last 30 days: {list}").format(list=" · ".join(shown)), 0))
    if effort.neglected:
        out(wrapped(neglected(effort, tr), 0))


def _as_json(each: Gaps) -> dict[str, Any]:
    return {
        "id": each.goal.id,
        "title": each.goal.title,
        "rank": each.goal.rank,
        "wanted": [
            {
                "role": wanted.role,
                "filled_by": _people(wanted.filled_by),
                "candidates": [
                    {
                        "contact": {"id": c.could.id, "name": c.could.name},
                        "by": c.could.by,
                        "word": c.could.word,
                        "in_garden": c.could.in_garden,
                        "known_by": _people(c.known_by),
                    }
                    for c in wanted.candidates
                ],
            }
            for wanted in each.wanted
        ],
        "missing": each.missing,
        "explicitness": each.explicitness,
    }


def _people(people: list[tuple[int, str]]) -> list[dict[str, object]]:
    return [{"id": contact_id, "name": name} for contact_id, name in people]
