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

    tr = active()
    out(f"{screen(each.goal.title)}  [{each.goal.id}]  {words.rank(each.goal.rank, tr)}")
    for wanted in each.wanted:
        _render_wanted(wanted)
    if each.missing:
        lacks = words.listed([words.missing(code, tr) for code in each.missing], tr)
        form = _("still missing to be explicit ({percent} %): {lacks}")
        out(wrapped(form.format(percent=each.explicitness, lacks=lacks), 2))
    elif all(wanted.filled_by for wanted in each.wanted):
        out(wrapped(_("nothing is missing"), 2))


def _render_wanted(wanted: Wanted) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.services.roles import name_of
    from crm.wording import words

    tr = active()
    role = screen(name_of(wanted.role, language()))
    if wanted.filled_by:
        names = words.listed([name for _id, name in wanted.filled_by], tr)
        out(wrapped(_("{role}: {names}").format(role=role, names=names), 2))
        return
    if not wanted.candidates:
        out(wrapped(_("{role}: nobody yet, and nobody you know").format(role=role), 2))
        return
    out(wrapped(_("{role}: nobody yet. Could be:").format(role=role), 2))
    for candidate in wanted.candidates:
        could = candidate.could
        what = screen(name_of(could.word, language()) if could.by == "role" else could.word)
        line = f"{screen(could.name)} [{could.id}] ({what})"
        if candidate.known_by:
            names = words.listed([name for _id, name in candidate.known_by], tr)
            line += " · " + _("{names} could introduce you").format(names=names)
        elif not could.in_garden:
            line += " · " + _("in your address book")
        out(wrapped(line, 4))


def _render_effort(effort: Effort) -> None:
    from crm.cli.output import out, wrapped
    from crm.wording import words

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
        form = _("Your {rank} goals got less than others below them.")
        out(wrapped(form.format(rank=words.rank(effort.neglected, tr)), 0))


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
