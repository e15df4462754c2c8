"""The talk of `crm event close`: each person met, kept or let go, and what remains to be done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from crm.domain.events import LARGEST_COUNT, Stance
from crm.domain.text import fold, screen
from crm.i18n import _, active

if TYPE_CHECKING:
    import typer

    from crm.services.event_close import Closing, Met
    from crm.store.reads.events import Aim

_KEEP = frozenset({"k", "keep", "y", "yes", "s", "si", "quedar", "queda", "guardar", "guarda"})
_LET_GO = frozenset({"", "l", "let go", "n", "no", "libreta", "soltar", "suelta"})
_END = "end of input"
_DROP = frozenset({"q", "quit", "salir", _END})


def close(
    ctx: typer.Context,
    which: str,
    keep: list[str],
    aims: list[str],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Close an event as said, or as answered on a terminal."""
    from crm.cli.event_json import closing_as_json
    from crm.cli.output import on_terminal, out_json, say
    from crm.services import event_close

    reached = event_close.reached_aims(aims)
    before = event_close.foreseen(ctx.obj, which, keep=keep, reached=reached)
    if dry_run:
        if as_json:
            out_json(closing_as_json(before))
        else:
            _preview(before)
        return
    if on_terminal() and not (keep or as_json):
        answered = _asked(before, reached)
        if answered is None:
            say(_("Nothing was saved."))
            return
        keep, reached = answered
    after = event_close.close(ctx.obj, str(before.event.id), keep=keep, reached=reached)
    if as_json:
        out_json(closing_as_json(after))
    else:
        _say_closed(ctx, after)


def _asked(before: Closing, reached: dict[int, int]) -> tuple[list[str], dict[int, int]] | None:
    """Ask about each person and each aim; None when it is dropped."""
    from crm.cli.output import say

    keep: list[str] = []
    waiting = before.of(Stance.ASK)
    if waiting:
        say(_("Keep in touch, or let go? k keeps, Enter lets go to the address book, q stops."))
    for each in waiting:
        is_kept = _is_kept(f"{_told(each)}  →")
        if is_kept is None:
            return None
        if is_kept:
            keep.append(str(each.person.contact_id))
    for number, (aim, counted) in enumerate(zip(before.aims, before.counted, strict=True), 1):
        if number in reached:
            continue
        count = _number(_how_many(aim, counted), counted)
        if count is None:
            return None
        reached[number] = count
    return keep, reached


def _is_kept(question: str) -> bool | None:
    """Ask about a person until the answer is understood; None for stopping."""
    from crm.cli.output import say

    while (key := fold(answer := _answer(question))) not in _DROP:
        if key in _KEEP or key in _LET_GO:
            return key in _KEEP
        form = _("“{answer}” is not clear: k keeps, Enter lets go, q stops.")
        say(form.format(answer=screen(answer)))
    return None


def _number(question: str, counted: int) -> int | None:
    """Ask how many until it is a number, Enter for what was counted; None for stopping."""
    from crm.cli.output import say

    while fold(answer := _answer(question)) not in _DROP:
        if not answer:
            return counted
        is_number = answer.isascii() and answer.isdecimal() and len(answer) < 6
        if is_number and int(answer) <= LARGEST_COUNT:
            return int(answer)
        form = _("“{answer}” is no number up to {most}: type one, or Enter for {counted}.")
        say(form.format(answer=screen(answer), most=LARGEST_COUNT, counted=counted))
    return None


def _how_many(aim: Aim, counted: int) -> str:
    form = _("{aim}: how many of {target}? [{counted}]")
    return form.format(aim=screen(aim.text), target=aim.target, counted=counted)


def _answer(question: str) -> str:
    """Give what is typed; the end of the input counts as stopping."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else _END


def _told(each: Met) -> str:
    from crm.wording import events as wording

    return wording.to_decide(each, active(), wording.numbered)


def _preview(before: Closing) -> None:
    """Print what would become of each person."""
    from crm.cli.output import out, say, wrapped
    from crm.wording import events as wording

    for each in before.met:
        becomes = (
            _("let go, unless --keep")
            if each.stance == Stance.ASK
            else wording.stance(each.stance, active())
        )
        out(wrapped(f"{_told(each)}  → {becomes}", 2))
    for number, (aim, counted) in enumerate(zip(before.aims, before.counted, strict=True), 1):
        out(wrapped(wording.aim_line(number, aim, counted, active()), 2))
    say(_("Nothing was saved."))


def _say_closed(ctx: typer.Context, after: Closing) -> None:
    from crm.cli.output import say
    from crm.wording.events import closed

    say(_("Closed: {name}.").format(name=screen(after.event.name)))
    for line in closed(after, ctx.obj.today, active()):
        say(line)
    say(_("crm undo takes all of it back."))
