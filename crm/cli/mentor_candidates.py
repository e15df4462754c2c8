"""`crm mentor candidates`: who could be a mentor, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.mentor_candidates import CandidateLine

TOP = 10
HELP = help_text(
    _(
        "Show who could be a mentor, with every term of the score: how often they advised, years"
        " ahead, the goal they serve, warmth, replies. What is not known drops out."
    ),
    "crm mentor candidates",
    "crm mentor candidates --goal clients --all",
)


def candidates(
    ctx: typer.Context,
    goal: Annotated[
        str | None, typer.Option(metavar="GOAL", help=_("Only this goal counts."))
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", help=_("How many at most."))] = TOP,
    all_: Annotated[bool, typer.Option("--all", help=_("Those below 60 of 100 too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.services import mentor_candidates as service

    found = service.candidates(ctx.obj, goal=goal, everybody=all_, top=top)
    if as_json:
        out_json([_as_json(line) for line in found])
        return
    for line in found:
        _render(line)
    if not found and all_:
        say(_("Nobody yet: it takes advice (crm mentor advice) or a goal that they serve."))
    elif not found:
        say(_("Nobody comes to 60 of 100 yet. Everybody who may: crm mentor candidates --all"))


def _render(line: CandidateLine) -> None:
    from crm.cli.output import bold, out, wrapped
    from crm.domain.text import screen
    from crm.wording import mentors as wording
    from crm.wording.words import number

    tr = active()
    out(f"{bold(screen(line.name))}  [{line.id}]  {number(line.candidacy.score)}")
    terms = wording.terms(line, tr)
    said = [f"{term.words} {number(term.points)} ({term.made_of})" for term in terms]
    out(wrapped(" · ".join(said), 2))
    if unknown := wording.left_out(line.candidacy.unknown, tr):
        out(wrapped(unknown, 2))


def _as_json(line: CandidateLine) -> dict[str, Any]:
    terms = line.candidacy._asdict()
    replies = {"answered": line.replies[0], "of": line.replies[1]} if line.replies else None
    goal = line.goal
    return {
        "contact": {"id": line.id, "name": line.name},
        "score": terms.pop("score"),
        "terms": terms,
        "unknown": line.candidacy.unknown,
        "advice": line.advice,
        "years_ahead": line.years_ahead,
        "goal": {"id": goal.goal_id, "title": goal.title, "rank": goal.rank} if goal else None,
        "warmth": line.warmth,
        "replies": replies,
    }
