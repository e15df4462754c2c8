"""`crm question`: what stays open to be asked or answered, for the next time you meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, Who, help_text
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.store.reads.conversations import QuestionLine

question = typer.Typer(
    help=_("Questions that stay open, yours and theirs; they stand in the brief."),
    rich_markup_mode=None,
    invoke_without_command=True,
)


@question.callback()
def _default(ctx: typer.Context, as_json: Json = False) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, as_json=as_json)


@question.command(
    "add",
    help=help_text(
        _("Note a question for the next time you meet, or one of theirs to you."),
        'crm question add ana "how did you find your first retainer?"',
        'crm question add ana "what would a redesign cost?" --theirs',
    ),
)
def _add(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("The question."))],
    theirs: Annotated[bool, typer.Option("--theirs", help=_("They asked you."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import questions

    line = questions.ask(ctx.obj, who, " ".join(text), mine=not theirs)
    if as_json:
        out_json(question_as_json(line))
        return
    form = (
        _("Noted [{id}]: a question of {name} to you.")
        if theirs
        else _("Noted [{id}]: a question to {name}.")
    )
    say(form.format(id=line.id, name=screen(line.name)))


@question.command(
    "answered",
    help=help_text(
        _("Note that a question was answered, and the answer."),
        'crm question answered 3 "through a talk at a meetup"',
    ),
)
def _answered(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help=_("The number of the question."))],
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=_("The answer."))] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import questions

    line = questions.answered(ctx.obj, number, " ".join(text or []))
    if as_json:
        out_json(question_as_json(line))
    else:
        form = _("Answered: {question} ({name}).")
        say(form.format(question=screen(line.text), name=screen(line.name)))


@question.command(
    "list",
    help=help_text(_("List the open questions, the latest first."), "crm question list ana"),
)
def _list(
    ctx: typer.Context,
    who: Annotated[str | None, typer.Argument(metavar="WHO", help=_("Only with them."))] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("The answered ones too."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say, wrapped
    from crm.domain.text import screen
    from crm.services import questions
    from crm.wording.dates import ago

    lines = questions.questions(ctx.obj, who, everything=all_)
    if as_json:
        out_json([question_as_json(line) for line in lines])
    elif not lines:
        say(_("No open questions. Note one: crm question add WHO TEXT."))
    for line in () if as_json else lines:
        form = _("to {name}, {when}: {text}") if line.mine else _("from {name}, {when}: {text}")
        when = ago(line.day, ctx.obj.today, active())
        said = form.format(name=screen(line.name), when=when, text=screen(line.text))
        out(wrapped(f"[{line.id}] {said}", 0))
        if line.answered_on:
            out(wrapped(_("answered: {text}").format(text=screen(line.answer)), 4))


def question_as_json(line: QuestionLine) -> dict[str, Any]:
    """Give a question as scripts read it."""
    return {
        "id": line.id,
        "contact": {"id": line.contact_id, "name": line.name},
        "mine": line.mine,
        "text": line.text,
        "on": line.day,
        "answer": line.answer,
        "answered_on": line.answered_on,
    }
