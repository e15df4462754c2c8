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
    from crm.wording import deeds

    for line in deeds.done(each, ctx.obj.today, active()):
        say(line)
    if each.action and each.goal:
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
    from crm.services import afterwards
    from crm.wording import deeds

    person, message = afterwards.answered(ctx.obj, who, yes=not no)
    if as_json:
        out_json({"contact": {"id": person.id, "name": person.name}, "interaction": message.id,
                  "answered": message.answered})  # fmt: skip
        return
    say(deeds.answered(person.name, message.day, ctx.obj.today, active(), yes=not no))
