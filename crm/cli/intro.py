"""`crm intro`: two people who should know each other, asked one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, help_text
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.intro_drafts import Draft
    from crm.services.introductions import Card
    from crm.services.suggestions import Suggestion

intro = typer.Typer(
    help=_("Introduce two people to each other, after both said yes."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Number = Annotated[int, typer.Argument(metavar="ID", help=_("The number of the introduction."))]
On = Annotated[str | None, typer.Option("--on", metavar="D", help=_("On which day; else today."))]
By = Annotated[
    str | None,
    typer.Option(
        metavar="a|b|me|WHO", help=_("Who answers: a was asked first; else whose turn it is.")
    ),
]


@intro.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@intro.command(
    "suggest",
    help=help_text(
        _("Suggest two people who should know each other, and why."),
        "crm intro suggest",
        "crm intro suggest --for ana --top 5 --explain",
    ),
)
def _suggest(
    ctx: typer.Context,
    for_: Annotated[
        str | None, typer.Option("--for", metavar="WHO", help=_("Only introductions of them."))
    ] = None,
    top: Annotated[int, typer.Option(metavar="N", help=_("How many."))] = 10,
    explain: Annotated[bool, typer.Option("--explain", help=_("Show every factor."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services.suggestions import suggestions
    from crm.wording import introductions as wording
    from crm.wording import words
    from crm.wording.matches import product

    tr = active()
    found = suggestions(ctx.obj, for_, top, language())
    if as_json:
        out_json([_suggestion_as_json(pair) for pair in found])
        return
    if not found:
        say(_("Nobody to introduce yet. Note what people do and need: crm edit WHO --role R"))
        return
    for pair in found:
        a, b = (
            f"{screen(name)} [{number}]"
            for number, name in ((pair.a_id, pair.a_name), (pair.b_id, pair.b_name))
        )
        out(f"{words.number(pair.score):>5}  " + _("{a} and {b}").format(a=a, b=b))
        out(wrapped(" ".join(wording.reasons(pair, tr)), 7))
        if explain:
            out(wrapped(product(pair.score, pair.factors._asdict(), tr), 7))
    say(_("To note one: crm intro propose {a} {b}").format(a=found[0].a_id, b=found[0].b_id))


def _suggestion_as_json(pair: Suggestion) -> dict[str, Any]:
    from crm.wording.introductions import reasons
    from crm.wording.matches import shown

    return {
        "a": {"id": pair.a_id, "name": pair.a_name},
        "b": {"id": pair.b_id, "name": pair.b_name},
        "score": pair.score,
        "factors": shown(pair.factors._asdict()),
        "why": " ".join(reasons(pair, active())),
    }


@intro.command(
    "propose",
    help=help_text(
        _("Note the idea of introducing two people; the busier one is asked first."),
        'crm intro propose ana luis --why "Ana needs a copywriter, and Luis is one"',
    ),
)
def _propose(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="WHO", help=_("One of the two."))],
    other: Annotated[str, typer.Argument(metavar="WHO", help=_("The other."))],
    why: Annotated[
        str, typer.Option(metavar="T", help=_("Why they should meet; the drafts say it to both."))
    ] = "",
    first: Annotated[
        str | None, typer.Option(metavar="WHO", help=_("Whom to ask first; else the busier one."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, say, wrapped
    from crm.services import introductions
    from crm.wording import introductions as wording

    proposed = introductions.propose(ctx.obj, one, other, why, first=first)
    _show_one(ctx, proposed.card, as_json, also={"first": proposed.first.because,
              "acquainted": proposed.acquainted})  # fmt: skip
    first_asked, *rest = wording.proposed(proposed, active())
    if not as_json:
        out(wrapped(first_asked, 4))
    for sentence in rest:
        say(sentence)


@intro.command(
    "asked",
    help=help_text(
        _("Note that you asked whose turn it is: a first, b after the yes of a."),
        "crm intro asked 3",
    ),
)
def _asked(ctx: typer.Context, number: Number, on: On = None, as_json: Json = False) -> None:
    _move(ctx, "asked", number, as_json, on=on)


@intro.command(
    "accept",
    help=help_text(_("Note a yes."), "crm intro accept 3", "crm intro accept 3 --by carmen"),
)
def _accept(
    ctx: typer.Context, number: Number, by: By = None, on: On = None, as_json: Json = False
) -> None:
    _move(ctx, "accept", number, as_json, by=by, on=on)


@intro.command(
    "decline",
    help=help_text(
        _("Note a no, which stays between you; --by me lets the idea be."), "crm intro decline 3"
    ),
)
def _decline(
    ctx: typer.Context, number: Number, by: By = None, on: On = None, as_json: Json = False
) -> None:
    _move(ctx, "decline", number, as_json, by=by, on=on)


@intro.command(
    "made",
    help=help_text(
        _("Note that you introduced them: it is logged with both, and they know each other."),
        "crm intro made 4",
    ),
)
def _made(ctx: typer.Context, number: Number, on: On = None, as_json: Json = False) -> None:
    _move(ctx, "made", number, as_json, on=on)


@intro.command("met", help=help_text(_("Note that the two met."), "crm intro met 5 --on today"))
def _met(ctx: typer.Context, number: Number, on: On = None, as_json: Json = False) -> None:
    _move(ctx, "met", number, as_json, on=on)


@intro.command(
    "outcome",
    help=help_text(
        _("Note what came of an introduction, and close it."),
        'crm intro outcome 5 "they work on a site together"',
    ),
)
def _outcome(
    ctx: typer.Context,
    number: Number,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("What came of it."))],
    on: On = None,
    as_json: Json = False,
) -> None:
    _move(ctx, "outcome", number, as_json, on=on, words=" ".join(text))


@intro.command(
    "list",
    help=help_text(
        _("List the introductions under way, each with the next step."),
        "crm intro list --all",
    ),
)
def _list(
    ctx: typer.Context,
    all_: Annotated[
        bool, typer.Option("--all", help=_("Those that are over or ran out too."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say
    from crm.services import introductions

    cards = introductions.cards(ctx.obj, over=all_)
    if as_json:
        out_json([_as_json(card) for card in cards])
    elif not cards:
        say(_("No introductions under way. Look for one: crm intro suggest"))
    else:
        for index, card in enumerate(cards):
            if index:
                out()
            _render(ctx, card)


@intro.command("show", help=help_text(_("Show an introduction."), "crm intro show 3"))
def _show(ctx: typer.Context, number: Number, as_json: Json = False) -> None:
    from crm.services import introductions

    _show_one(ctx, introductions.card(ctx.obj, number), as_json)


@intro.command(
    "draft",
    help=help_text(
        _("Write what comes next: the question to one, the message to both, how it went."),
        "crm intro draft 3",
        "crm intro draft 3 --eml ask.eml",
    ),
)
def _draft(
    ctx: typer.Context,
    number: Number,
    to: Annotated[
        str | None, typer.Option(metavar="a|b|WHO", help=_("Only what goes to one of the two."))
    ] = None,
    eml: Annotated[
        str | None, typer.Option(metavar="FILE", help=_("Write a mail draft to this file."))
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Overwrite the file."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.services import intro_drafts
    from crm.wording.introductions import sent

    if eml is not None:
        found = [intro_drafts.save(ctx.obj, number, eml, to=to, force=force)]
        if eml != "-":
            say(_("The draft stands in {path}.").format(path=eml))
    else:
        found = intro_drafts.drafts(ctx.obj, number, to=to)
        if as_json:
            out_json([_draft_as_json(draft) for draft in found])
            return
        for draft in found:
            _print_draft(draft, more=draft is not found[-1])
    if step := sent(found[0].kind, number, active()):
        say(step)


def _print_draft(draft: Draft, *, more: bool) -> None:
    from crm.cli.output import out
    from crm.domain.text import screen

    people = [f"{each.name} <{each.email}>" if each.email else each.name for each in draft.to]
    out(_("To: {names}").format(names=screen(", ".join(people))))
    out(_("Subject: {subject}").format(subject=draft.subject))
    out()
    for line in draft.text.splitlines():
        out(screen(line))
    if more:
        out("\n---\n")


def _draft_as_json(draft: Draft) -> dict[str, Any]:
    people = [each._asdict() for each in draft.to]
    return {**draft._asdict(), "to": people}


def _move(
    ctx: typer.Context,
    step: str,
    number: int,
    as_json: bool,
    *,
    by: str | None = None,
    on: str | None = None,
    words: str = "",
) -> None:
    from crm.domain.introductions import Move
    from crm.services import introductions

    card = introductions.move(ctx.obj, number, Move(step), by=by, on=on, words=words)
    _show_one(ctx, card, as_json)


def _show_one(
    ctx: typer.Context, card: Card, as_json: bool, also: dict[str, Any] | None = None
) -> None:
    from crm.cli.output import out_json

    if as_json:
        out_json({**_as_json(card), **(also or {})})
    else:
        _render(ctx, card)


def _render(ctx: typer.Context, card: Card) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.wording import introductions as wording
    from crm.wording import words

    tr, found = active(), card.introduction
    names = words.listed([found.a_name, found.b_name], tr)
    out(f"[{found.id}] {names}")
    stands = wording.standing(
        card.state, found.steps, found.a_name, found.b_name, ctx.obj.today, tr
    )
    out(wrapped(stands, 4))
    if found.why:
        out(wrapped(_("why: {why}").format(why=screen(found.why)), 4))
    if found.outcome:
        out(wrapped(_("outcome: {outcome}").format(outcome=screen(found.outcome)), 4))
    if found.archived is not None:
        name = found.a_name if found.archived == found.a_id else found.b_name
        out(wrapped(_("{name} is archived").format(name=screen(name)), 4))
    elif step := wording.next_step(card.state, card.draft, found.id, tr):
        out(wrapped(_("next: {action}").format(action=step), 4))


def _as_json(card: Card) -> dict[str, Any]:
    found = card.introduction
    steps = found.steps._asdict()
    return {
        "id": found.id,
        "a": {"id": found.a_id, "name": found.a_name},
        "b": {"id": found.b_id, "name": found.b_name},
        "state": card.state,
        "turn": card.turn,
        "why": found.why,
        "noted_on": found.noted_on,
        **{name: value for name, value in steps.items() if name != "state"},
        "outcome": found.outcome,
        "next": card.moves,
        "draft": card.draft,
    }
