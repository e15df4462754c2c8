"""`crm mentor`: who mentors you and whom you mentor, and the loop of guidance with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli import mentor_candidates
from crm.cli.params import Json, Who, help_text
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.guidance import Looped
    from crm.services.mentors import Begun, MentorCard

mentor = typer.Typer(
    help=_("Mentors and mentees: what was agreed, questions, advice and what came of it."),
    rich_markup_mode=None,
    invoke_without_command=True,
)
Mentee = Annotated[bool, typer.Option("--mentee", help=_("The other way round: you mentor them."))]
Purpose = Annotated[str | None, typer.Option("--for", metavar="TEXT", help=_("What it is for."))]
Every = Annotated[str | None, typer.Option(metavar="C", help=_("How often: 2w, 1m, 3m."))]
Length = Annotated[int | None, typer.Option(metavar="MINUTES", help=_("How long a session takes."))]
Over = Annotated[str | None, typer.Option(metavar="K", help=_("Over what: call, meeting, email…"))]
Until = Annotated[str | None, typer.Option(metavar="D", help=_("Until which day."))]
From = Annotated[str | None, typer.Option("--from", metavar="D", help=_("From which day."))]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", metavar="T", help=_("Something to learn."))
]
Topic = Annotated[str, typer.Option(metavar="T", help=_("The topic it belongs to."))]
On = Annotated[str | None, typer.Option(metavar="D", help=_("The day; today if left out."))]


@mentor.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@mentor.command(
    "add",
    help=help_text(
        _(
            "Agree on a mentorship. They join the garden, with its rhythm unless they have one of"
            " their own."
        ),
        'crm mentor add rosa --for "prices" --every 1m --length 30 --over call --until 6m',
        'crm mentor add leo --mentee --for "his first clients"',
        "crm mentor add marta --candidate",
    ),
)
def _add(
    ctx: typer.Context,
    who: Who,
    for_: Purpose = None,
    every: Every = None,
    length: Length = None,
    over: Over = None,
    from_: From = None,
    until: Until = None,
    topic: Topics = None,
    mentee: Mentee = False,
    candidate: Annotated[
        bool, typer.Option("--candidate", help=_("Not agreed yet: somebody to consider."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.services import mentors

    agreed = mentors.Agreed(for_, every, length, over, from_, until, tuple(topic or ()))
    begun = mentors.add(ctx.obj, who, agreed, mentee=mentee, candidate=candidate)
    _show_begun(ctx, begun, as_json)


@mentor.command(
    "edit",
    help=help_text(
        _("Change what was agreed on."),
        "crm mentor edit carmen --every 45d",
        "crm mentor edit carmen --until 6m --topic positioning",
    ),
)
def _edit(
    ctx: typer.Context,
    who: Who,
    for_: Purpose = None,
    every: Every = None,
    length: Length = None,
    over: Over = None,
    from_: From = None,
    until: Until = None,
    topic: Topics = None,
    mentee: Mentee = False,
    as_json: Json = False,
) -> None:
    from crm.errors import WrongUsage
    from crm.services import mentors

    agreed = mentors.Agreed(for_, every, length, over, from_, until, tuple(topic or ()))
    if agreed == mentors.Agreed():
        raise WrongUsage("nothing-to-change")
    _show_begun(ctx, mentors.edit(ctx.obj, who, agreed, mentee=mentee), as_json)


def _show_begun(ctx: typer.Context, begun: Begun, as_json: bool) -> None:
    from crm.cli.output import say
    from crm.wording import mentors as wording

    _show_one(ctx, begun.card, as_json)
    for line in [] if as_json else wording.begun(begun, active()):
        say(line)


@mentor.command(
    "list",
    help=help_text(_("List mentors, mentees and those who may become one."), "crm mentor list"),
)
def _list(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help=_("Those that ended too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.mentor_view import as_json as object_of
    from crm.cli.mentor_view import render_short
    from crm.cli.output import out, out_json, say
    from crm.services import mentors

    cards = mentors.cards(ctx.obj, ended=all_)
    if as_json:
        out_json([object_of(card) for card in cards])
    elif not cards:
        say(_("No mentors yet. Who could be one? crm mentor candidates, then crm mentor add WHO."))
    for index, card in enumerate([] if as_json else cards):
        if index:
            out()
        render_short(card, ctx.obj.today)


@mentor.command(
    "show",
    help=help_text(
        _("Show a mentorship: topics, questions for next time, advice and what came of it."),
        "crm mentor show carmen",
    ),
)
def _show(
    ctx: typer.Context,
    who: Who,
    mentee: Mentee = False,
    all_: Annotated[
        bool, typer.Option("--all", help=_("All advice, and the questions that were asked."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.mentor_view import render
    from crm.services import mentors

    card = mentors.card(ctx.obj, who, mentee=mentee)
    if as_json:
        _show_one(ctx, card, as_json)
    else:
        render(card, ctx.obj.today, everything=all_)


@mentor.command(
    "ask",
    help=help_text(
        _("Keep a question for the next session, or note which ones were asked."),
        'crm mentor ask carmen "When do I raise the price of an old client?" --topic prices',
        "crm mentor ask carmen --asked 3",
    ),
)
def _ask(
    ctx: typer.Context,
    who: Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("The question."))
    ] = None,
    topic: Topic = "",
    asked: Annotated[
        list[int] | None, typer.Option(metavar="ID", help=_("A question that was asked."))
    ] = None,
    mentee: Mentee = False,
    as_json: Json = False,
) -> None:
    from crm.cli.mentor_view import render_questions
    from crm.errors import WrongUsage
    from crm.services import guidance

    if bool(text) == bool(asked):
        raise WrongUsage("ask-or-asked")
    if asked:
        card = guidance.asked(ctx.obj, who, asked, mentee=mentee)
    else:
        card = guidance.ask(ctx.obj, who, " ".join(text or []), topic=topic, mentee=mentee)
    if as_json:
        _show_one(ctx, card, as_json)
    else:
        render_questions(card)


@mentor.command(
    "advice",
    help=help_text(
        _(
            "Note advice, with the problem and what was tried before. Logs the conversation too,"
            " unless one of that day is logged. Who is no mentor yet becomes a candidate by it."
        ),
        'crm mentor advice carmen "offer three packages" --problem "they haggle" --topic prices',
        'crm mentor advice carmen "ask for a quarter in advance" --question 3',
    ),
)
def _advice(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("The advice."))],
    problem: Annotated[str, typer.Option(metavar="P", help=_("What it is about."))] = "",
    tried: Annotated[str, typer.Option(metavar="T", help=_("What was tried before."))] = "",
    topic: Topic = "",
    question: Annotated[
        int | None, typer.Option(metavar="ID", help=_("The question that it answers."))
    ] = None,
    on: On = None,
    kind: Annotated[
        str | None, typer.Option(metavar="K", help=_("call, meeting, message, email…"))
    ] = None,
    mentee: Mentee = False,
    as_json: Json = False,
) -> None:
    from crm.services import guidance

    said = guidance.Advised(" ".join(text), problem, tried, topic, on, kind, question)
    _show_loop(ctx, guidance.advice(ctx.obj, who, said, mentee=mentee), as_json)


@mentor.command(
    "result",
    help=help_text(
        _("Note what came of a piece of advice, and that whoever gave it knows."),
        'crm mentor result 2 "they took the middle one" --did "sent three prices"',
        "crm mentor result 1 --reported",
    ),
)
def _result(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help=_("The number of the advice."))],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What came of it."))
    ] = None,
    did: Annotated[str, typer.Option(metavar="TEXT", help=_("What was done about it."))] = "",
    reported: Annotated[
        bool, typer.Option("--reported", help=_("They know. Logs a message to them."))
    ] = False,
    on: On = None,
    as_json: Json = False,
) -> None:
    from crm.services import guidance

    words = " ".join(text or [])
    looped = guidance.result(ctx.obj, number, words, did=did, reported=reported, on=on)
    _show_loop(ctx, looped, as_json)


def _show_loop(ctx: typer.Context, looped: Looped, as_json: bool) -> None:
    from crm.cli.mentor_view import loop_as_json, render_loop
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.wording import mentors as wording

    tr, loop, name = active(), looped.guided, screen(looped.name)
    if as_json:
        out_json(loop_as_json(looped))
        return
    render_loop(loop, ctx.obj.today, looped.direction)
    if logged := wording.logged_too(looped, tr):
        say(logged)
    if looped.candidate:
        form = _("{name} may become a mentor of yours. Once you agree: crm mentor add {id}")
        say(form.format(name=name, id=looped.contact_id))
    if loop.result_on is None:
        say(_("What comes of it: crm mentor result {id} TEXT").format(id=loop.id))
    elif loop.reported_on is None:
        form = _("Once {name} knows: crm mentor result {id} --reported")
        say(form.format(name=name, id=loop.id))


@mentor.command(
    "level",
    help=help_text(
        _(
            "Note how a case of a topic went: 0 shown, 1 done together, 2 reviewed before, 3 told"
            " afterwards, 4 alone."
        ),
        'crm mentor level carmen prices 3 --note "the bakery"',
    ),
)
def _level(
    ctx: typer.Context,
    who: Who,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help=_("The topic."))],
    level: Annotated[int, typer.Argument(metavar="0…4", help=_("How it went."))],
    note: Annotated[str, typer.Option(help=_("Which case it was."))] = "",
    on: On = None,
    mentee: Mentee = False,
    as_json: Json = False,
) -> None:
    from crm.cli.mentor_view import render_nudges, render_topics
    from crm.services import guidance

    card = guidance.level(ctx.obj, who, topic, level, note=note, on=on, mentee=mentee)
    if as_json:
        _show_one(ctx, card, as_json)
    else:
        render_topics(card)
        render_nudges(card, ctx.obj.today, {"wheels-off", "redefine"})


@mentor.command(
    "phase",
    help=help_text(
        _(
            "Move a mentorship to a phase, on or back: initiation (getting to know each other),"
            " cultivation (in full swing), separation (letting go), redefinition (becoming peers)."
        ),
        "crm mentor phase carmen cultivation",
    ),
)
def _phase(
    ctx: typer.Context,
    who: Who,
    phase: Annotated[
        str,
        typer.Argument(
            metavar="PHASE", help=_("initiation, cultivation, separation or redefinition.")
        ),
    ],
    mentee: Mentee = False,
    as_json: Json = False,
) -> None:
    from crm.services import mentors

    _show_one(ctx, mentors.move(ctx.obj, who, phase, mentee=mentee), as_json)


@mentor.command(
    "end",
    help=help_text(
        _("End a mentorship. They stay in the garden, and all that was noted stays."),
        "crm mentor end carmen",
    ),
)
def _end(
    ctx: typer.Context, who: Who, on: On = None, mentee: Mentee = False, as_json: Json = False
) -> None:
    from crm.services import mentors

    _show_one(ctx, mentors.end(ctx.obj, who, on=on, mentee=mentee), as_json)


mentor.command("candidates", help=mentor_candidates.HELP)(mentor_candidates.candidates)


def _show_one(ctx: typer.Context, card: MentorCard, as_json: bool) -> None:
    from crm.cli.mentor_view import as_json as object_of
    from crm.cli.mentor_view import render_short
    from crm.cli.output import out_json

    if as_json:
        out_json(object_of(card))
    else:
        render_short(card, ctx.obj.today)
