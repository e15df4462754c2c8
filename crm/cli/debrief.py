"""`crm debrief`: four short questions after a conversation, each skipped by Enter."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.context import Context
    from crm.services.conversations import Happened
    from crm.services.debrief import Debriefed
    from crm.store.reads.contacts import Named
    from crm.store.reads.conversations import LastTalk

Texts = list[str] | None
_TALKED = {"1": "they", "2": "balanced", "3": "me"}
_MOST_LINES = 20


@helps(
    _(
        "Note how a conversation of today or yesterday went: who talked more, what you learned,"
        " what was promised, what stays open to ask. Enter skips a step; flags say the same."
    ),
    "crm debrief",
    "crm debrief ana",
    'crm debrief ana --talked they --fact "work: opens a second shop" --question "which street?"',
)
def debrief(
    ctx: typer.Context,
    who: Annotated[
        str | None, typer.Argument(metavar="WHO", help=_("With whom; else the last one logged."))
    ] = None,
    talked: Annotated[
        str | None, typer.Option(metavar="they|balanced|me", help=_("Who talked more."))
    ] = None,
    fact: Annotated[
        Texts,
        typer.Option(metavar="'KIND: TEXT'", help=_("Learned: work, interest, life, dream, news.")),
    ] = None,
    promise: Annotated[
        Texts, typer.Option(metavar="'TEXT by DAY'", help=_("What you promised."))
    ] = None,
    they_promise: Annotated[
        Texts, typer.Option(metavar="'TEXT by DAY'", help=_("What they promised."))
    ] = None,
    question: Annotated[
        Texts, typer.Option(metavar="TEXT", help=_("What stays open to ask them."))
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="K", help=_("If nothing is logged yet: meeting, call, message…")),
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.services import debrief as service
    from crm.services.conversations import Happened

    said = Happened(
        (), kind=kind, talked=talked, facts=tuple(fact or ()), promises=tuple(promise or ()),
        their_promises=tuple(they_promise or ()),
    )  # fmt: skip
    questions = tuple(question or ())
    if talked or fact or promise or they_promise or question:
        _report(service.debrief(ctx.obj, who, said, questions), as_json)
    else:
        asked(ctx.obj, who, said, as_json=as_json)


def asked(context: Context, who: str | None, said: Happened, *, as_json: bool = False) -> None:
    """Ask the four questions on the terminal, and note what was answered."""
    from crm.cli.output import say
    from crm.errors import WrongUsage
    from crm.services import debrief as service

    person, last = service.to_debrief(context, who)
    if person is None:
        raise WrongUsage("debrief-whom")
    _say_whom(context, person, last)
    said = said._replace(talked=_who_talked())
    facts = _lines(_("2/4  What did you learn? (work: … life: … dream: … news: …)"))
    promises = _lines(_("3/4  What did you promise? (send the link by friday)"))
    questions = _lines(_("4/4  What stays open to ask next time?"))
    if not (said.talked or facts or promises or questions):
        say(_("Nothing was saved."))
        return
    said = said._replace(facts=facts, promises=promises)
    _report(service.debrief(context, str(person.id), said, questions), as_json)


def _say_whom(context: Context, person: Named, last: LastTalk | None) -> None:
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.wording.dates import ago
    from crm.wording.words import kind

    tr, name = active(), screen(person.name)
    if last is None:
        form = _("{name}, today. Enter goes on, an empty answer skips.")
        say(form.format(name=name))
    else:
        form = _("{name}: {kind}, {when}. Enter goes on, an empty answer skips.")
        when = ago(last.day, context.today, tr)
        say(form.format(name=name, kind=kind(last.kind, tr), when=when))


def _who_talked() -> str | None:
    from crm.cli.output import say

    while True:
        answer = _answer(_("1/4  Who talked more? 1 they, 2 both, 3 you:"))
        if not answer:
            return None
        if answer in _TALKED:
            return _TALKED[answer]
        say(_("1, 2, 3, or Enter to skip."))


def _lines(question: str) -> tuple[str, ...]:
    """Give what is answered, a line for each thing, until an empty one."""
    found: list[str] = []
    while len(found) < _MOST_LINES and (answer := _answer(question if not found else "    +")):
        found.append(answer)
    return tuple(found)


def _answer(question: str) -> str:
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line.endswith("\n"):
        # The end of the input is no Enter: the next words belong on a line of their own.
        sys.stderr.write("\n")
    return line.strip()


def _report(noted: Debriefed, as_json: bool) -> None:
    from crm.cli.output import out_json, say
    from crm.wording.deeds import debriefed

    logged = noted.logged
    if as_json:
        out_json(
            {
                "contact": {"id": noted.person.id, "name": noted.person.name},
                "interaction": {"id": logged.id, "on": logged.day, "kind": logged.kind},
                "new": noted.is_new,
                "facts": logged.facts,
                "promises": [{"text": text, "due_on": due} for text, due in logged.promises],
                "questions": noted.questions,
            }
        )
        return
    for line in debriefed(noted, active()):
        say(line)
