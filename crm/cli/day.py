"""`crm done` and `crm answered`: what became of the lines of today's list, and of messages."""

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.day_lines import Done


@helps(
    _(
        "Log lines of today's list as done: a message unless --kind says more, with promises that"
        " are due kept by it, and introductions made."
    ),
    "crm done 1",
    "crm done 1 3",
    'crm done 2 "called, she is looking for a copywriter"',
)
def done(
    ctx: typer.Context,
    lines: Annotated[
        list[str] | None, typer.Argument(metavar="N… [TEXT]", help=_("Its number; how it went."))
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="K", help=_("message, email, call, meeting, help…"))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json
    from crm.services import day_lines

    numbers, words = _numbers_and_words(lines or [])
    finished = day_lines.done(ctx.obj, numbers, words, kind=kind)
    if as_json:
        out_json([_as_json(each) for each in finished])
    else:
        for each in finished:
            _report(ctx, each)


def _numbers_and_words(given: list[str]) -> tuple[list[int], str]:
    """Give the numbers that stand first, with or without their # or +, and the words after."""
    from crm.errors import WrongUsage

    numbers: list[int] = []
    for position, word in enumerate(given):
        digits = word[1:] if word[:1] in "#+" else word
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
            if not numbers:
                raise WrongUsage("which-line")
            return numbers, " ".join(given[position:])
        numbers.append(int(digits))
    if not numbers:
        raise WrongUsage("which-line")
    return numbers, ""


def _as_json(each: "Done") -> dict[str, object]:
    logged = each.logged
    person = logged.people[0] if logged else None
    return {
        "number": each.number,
        "contact": {"id": person.id, "name": person.name} if person else None,
        "interaction": {"id": logged.id, "on": logged.day, "kind": logged.kind} if logged else None,
        "promises_kept": each.kept,
        "action": each.action,
        "goal": each.goal,
        "told": each.told,
        "introduced_to": each.introduced,
    }


def _report(ctx: typer.Context, each: "Done") -> None:
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.dates import ago

    tr = active()
    if each.logged is not None and each.introduced is not None:
        say(_("Introduced: {names}.").format(
            names=words.listed([each.name or "", each.introduced], tr)))  # fmt: skip
    elif each.logged is not None:
        kind, when = words.kind(each.logged.kind, tr), ago(each.logged.day, ctx.obj.today, tr)
        form = _("Done: {kind} with {names}, {when}.")
        say(form.format(kind=kind, names=screen(each.name or ""), when=when))
    for promise in each.kept:
        say(_("Promise kept: {text}").format(text=screen(promise)))
    for advice in each.told:
        say(_("They know what came of: {advice}").format(advice=screen(advice)))
    if each.action and each.goal:
        say(_("Step taken: {action}").format(action=screen(each.action)))
        form = _("And the next one? crm goal next {goal} TEXT --by DAY")
        say(form.format(goal=_quoted(each.goal)))


def _quoted(text: str) -> str:
    from shlex import quote

    from crm.domain.text import screen

    return quote(screen(text))


@helps(
    _(
        "Say whether somebody answered your last message. Without an answer the next contact waits"
        " longer, and after three of them it rests."
    ),
    "crm answered ana",
    "crm answered ana --no",
)
def answered(
    ctx: typer.Context,
    who: Who,
    no: Annotated[bool, typer.Option("--no", help=_("They did not answer."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import afterwards
    from crm.wording.dates import ago

    person, message = afterwards.answered(ctx.obj, who, yes=not no)
    if as_json:
        out_json({"contact": {"id": person.id, "name": person.name}, "interaction": message.id,
                  "answered": message.answered})  # fmt: skip
        return
    name, when = screen(person.name), ago(message.day, ctx.obj.today, active())
    form = (
        _("Noted: {name} did not answer what you sent {when}; the next contact waits longer.")
        if no
        else _("Noted: {name} answered what you sent {when}.")
    )
    say(form.format(name=name, when=when))
