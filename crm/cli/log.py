"""`crm log`: what happened, in words or by flags."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.conversations import Happened, Logged
    from crm.services.reading import Understood

Names = list[str] | None


@helps(
    _(
        "Log what happened with somebody, in words of yours; flags win over words. A date to come"
        " is a plan, and counts once it was held."
    ),
    'crm log "Coffee with Ana yesterday at CodeMotion. Promised to send the portfolio by friday"',
    'crm log --with ana --kind call "Her landing page is live" --promise "send the link by friday"',
    "crm log --with ana --with luis --kind meeting --on yesterday --talked they",
)
def log(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help=_("What happened; - reads it."))
    ] = None,
    with_: Annotated[Names, typer.Option("--with", metavar="WHO", help=_("With whom."))] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="K", help=_("message, email, call, meeting, help, project…")),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="D", help=_("2026-03-14, yesterday, 3d, friday."))
    ] = None,
    side: Annotated[
        str | None, typer.Option(metavar="me|them|both", help=_("Who took part."))
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="me|them", help=_("Who began it."))] = None,
    depth: Annotated[int | None, typer.Option(metavar="0..3", help=_("How deep it went."))] = None,
    ask: Annotated[bool, typer.Option("--ask", help=_("You asked for something."))] = False,
    talked: Annotated[
        str | None, typer.Option(metavar="they|balanced|me", help=_("Who talked more."))
    ] = None,
    listen: Annotated[
        int | None, typer.Option(metavar="0..100", help=_("How much you listened, in percent."))
    ] = None,
    questions: Annotated[
        int | None, typer.Option(metavar="N", help=_("How many questions you asked."))
    ] = None,
    followups: Annotated[
        int | None, typer.Option(metavar="N", help=_("How many of them followed up."))
    ] = None,
    fact: Annotated[
        Names,
        typer.Option(metavar="'KIND: TEXT'", help=_("Learned: work, interest, life, dream, news.")),
    ] = None,
    source: Annotated[
        str, typer.Option(metavar="S", help=_("Where you learned it, if not from them."))
    ] = "",
    promise: Annotated[
        Names, typer.Option(metavar="'TEXT by DAY'", help=_("What you promised."))
    ] = None,
    they_promise: Annotated[
        Names, typer.Option(metavar="'TEXT by DAY'", help=_("What they promised."))
    ] = None,
    event: Annotated[str, typer.Option(metavar="E", help=_("The event it was at."))] = "",
    place: Annotated[str, typer.Option(metavar="P", help=_("The place it was at."))] = "",
    minutes: Annotated[
        int | None, typer.Option(metavar="N", help=_("How long it took, in minutes."))
    ] = None,
    tag: Annotated[Names, typer.Option(metavar="T", help=_("A tag for those people."))] = None,
    planned: Annotated[bool, typer.Option("--planned", help=_("It is yet to be held."))] = False,
    held: Annotated[
        int | None,
        typer.Option(metavar="ID", help=_("The planned one with this id was held.")),
    ] = None,
    drop: Annotated[
        int | None,
        typer.Option(metavar="ID", help=_("The one with this id never took place.")),
    ] = None,
    answered: Annotated[
        bool | None, typer.Option("--answered/--no-answer", help=_("Whether they answered."))
    ] = None,
    create: Annotated[
        bool, typer.Option("--create", help=_("Add people who are not known yet."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what is understood, and save nothing."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.services import conversations

    if drop is not None:
        _drop(ctx, drop, as_json)
        return
    words = sys.stdin.read() if text == ["-"] else " ".join(text or [])
    happened = conversations.Happened(
        people=tuple(with_ or ()), summary=words, kind=kind, on=on, side=side, begun_by=by,
        depth=depth, ask=ask, listen=listen, talked=talked, questions=questions,
        followups=followups, facts=tuple(fact or ()), source=source, promises=tuple(promise or ()),
        their_promises=tuple(they_promise or ()), event=event, place=place, minutes=minutes,
        tags=tuple(tag or ()), planned=planned, answered=answered,
    )  # fmt: skip
    if held is not None:
        _report(ctx, conversations.hold(ctx.obj, held, happened), as_json)
        return
    if words.strip() or dry_run:
        asks = not (with_ or create or as_json or text == ["-"])
        _in_words(ctx, happened, create=create, dry_run=dry_run, asks=asks, as_json=as_json)
        return
    _report(ctx, conversations.log(ctx.obj, happened, create=create), as_json)


def _drop(ctx: typer.Context, interaction_id: int, as_json: bool) -> None:
    from crm.cli.output import out_json, say
    from crm.services import afterwards
    from crm.wording.words import listed

    names = afterwards.drop(ctx.obj, interaction_id)
    if as_json:
        out_json({"id": interaction_id, "people": names})
    else:
        form = _("Taken out: [{id}], with {names}. crm undo brings it back.")
        say(form.format(id=interaction_id, names=listed(names, active())))


def _in_words(
    ctx: typer.Context, said: "Happened", *, create: bool, dry_run: bool, asks: bool, as_json: bool
) -> None:
    """Read the words, and show, ask about or log what they say."""
    from crm.cli.correct import corrected, shown
    from crm.cli.output import on_terminal, out_json, say
    from crm.services import conversations, reading
    from crm.wording import deeds

    understood = reading.read(ctx.obj, said.summary, said)
    if dry_run:
        if as_json:
            out_json(understood_as_json(understood))
        else:
            say(_("Understood: {what}. Nothing was saved.").format(what=shown(ctx.obj, understood)))
        return
    if asks and on_terminal():
        happened = corrected(ctx.obj, understood)
        if happened is None:
            say(_("Nothing was saved."))
            return
        logged = conversations.log(ctx.obj, happened, create=True)
        _report(ctx, logged, as_json)
        _offer_debrief(ctx, logged)
        return
    happened = reading.settled(ctx.obj, understood, create=create)
    logged = conversations.log(ctx.obj, happened, create=create)
    if as_json:
        _report(ctx, logged, as_json)
        return
    understood = understood._replace(
        people=[reading.Meant(person.name, [person]) for person in logged.people]
    )
    form = _("Planned [{id}]: {what}.") if logged.planned else _("Logged: {what}.")
    say(form.format(id=logged.id, what=shown(ctx.obj, understood)))
    for line in deeds.planted(logged, active()):
        say(line)


def _offer_debrief(ctx: typer.Context, logged: "Logged") -> None:
    """Tell how to say more of a conversation of today or yesterday."""
    from crm.cli.output import say
    from crm.services.debrief import is_due

    if is_due(ctx.obj, logged):
        say(_("How did it go, in four short questions? crm debrief"))


def understood_as_json(understood: "Understood") -> dict[str, object]:
    """Give what was understood of a line, as scripts read it."""
    said = understood.happened
    return {
        "on": understood.day,
        "kind": said.kind or "message",
        "side": said.side or "both",
        "by": said.begun_by,
        "planned": said.planned,
        "ask": said.ask,
        "answered": said.answered,
        "minutes": said.minutes,
        "place": said.place,
        "event": said.event,
        "people": [
            {"said": meant.said, "candidates": [{"id": p.id, "name": p.name} for p in meant.people]}
            for meant in understood.people
        ],
        "promises": [
            {"mine": mine, "text": text, "due_on": due} for mine, text, due in understood.promises
        ],
        "facts": [{"kind": kind, "text": text} for kind, text in understood.facts],
        "tags": list(said.tags),
        "summary": said.summary,
    }


def _report(ctx: typer.Context, logged: "Logged", as_json: bool) -> None:
    from crm.cli.output import out_json, say
    from crm.wording import deeds

    if as_json:
        out_json(
            {
                "id": logged.id,
                "on": logged.day,
                "kind": logged.kind,
                "side": logged.side,
                "planned": logged.planned,
                "people": [{"id": person.id, "name": person.name} for person in logged.people],
                "planted": logged.planted,
                "promises": [{"text": text, "due_on": due} for text, due in logged.promises],
                "facts": logged.facts,
            }
        )
        return
    tr, today = active(), ctx.obj.today
    for line in (
        deeds.logged(logged, today, tr), *deeds.promised(logged, today, tr),
        *deeds.planted(logged, tr),
    ):  # fmt: skip
        say(line)
