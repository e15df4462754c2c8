"""`crm event prep` on one screen: never more than forty lines."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, active, language, ngettext

if TYPE_CHECKING:
    import typer

    from crm.services.event_prep import Likely, Prep, ToMeet

_INDENT = 14


def render_prep(ctx: typer.Context, prep: Prep) -> None:
    """Print the screen before an event."""
    from crm.cli.event_screens import heading
    from crm.cli.output import out, shortened, width

    title, where = heading(prep.event)
    out(f"{title}  {_countdown(ctx, prep)}")
    out(shortened(where, width()))
    _block(_("why"), [prep.event.why], 2)
    _block(_("aims"), [f"{n}. {aim.text}" for n, aim in enumerate(prep.aims, 1)], 1)
    _block(_("notes"), [prep.event.notes], 1)
    if prep.to_meet:
        out()
        for number, each in enumerate(prep.to_meet):
            _block(_("to meet") if not number else "", [_who(ctx, each)], 2)
            _line("", "  " + _to_offer(each))
        if prep.left_out:
            form = ngettext("and {n} more", "and {n} more", prep.left_out)
            _line("", form.format(n=prep.left_out))
    out()
    pitch = prep.pitch or _("Who are you, in two sentences? crm profile set --pitch TEXT")
    _block(_("you say"), [pitch], 3)
    _block(_("ask"), prep.questions, 2)
    _block(_("to offer"), [_role(prep.offer)], 2)
    if prep.likely or prep.last_time:
        out()
    for number, likely in enumerate(prep.likely):
        _line(_("perhaps there") if not number else "", _perhaps(likely))
    if prep.last_time:
        form = _("{name}: {met} met, {kept} kept, {again} spoken to again")
        last = prep.last_time
        _line(_("last time"), form.format(
            name=last.event.name, met=last.met, kept=last.kept,
            again=last.found.second_touch.count,
        ))  # fmt: skip


def _countdown(ctx: typer.Context, prep: Prep) -> str:
    from crm.wording.dates import ago, coming, span

    first, last, today = prep.event.starts_on, prep.event.ends_on, ctx.obj.today
    if last < today:
        return ago(last, today, active())
    if first <= today:
        return _("today")
    days = (first - today).days
    if days == 1:
        return coming(first, today, active())
    return _("in {span}").format(span=span(days, active()))


def _block(label: str, texts: list[str], most: int) -> None:
    """Print texts beside a label, each on at most so many lines."""
    from crm.cli.output import out, width

    for text in filter(None, texts):
        rest = " …" + text[-1] * (text[-1] in "”»")
        lines = textwrap.wrap(screen(text), width() - _INDENT, max_lines=most, placeholder=rest)
        for line in lines:
            out(label.ljust(_INDENT) + line)
            label = ""


def _line(label: str, text: str) -> None:
    from crm.cli.output import out, shortened, width

    out(label.ljust(_INDENT) + shortened(text, width() - _INDENT))


def _who(ctx: typer.Context, each: ToMeet) -> str:
    """Give a person with the last words that are known of them."""
    from crm.wording import words
    from crm.wording.dates import ago

    person, tr = each.person, active()
    parts = [f"{person.name} [{person.id}]"]
    if about := not each.last and (person.title or person.organisation):
        parts.append(about)
    if each.last:
        when = ago(each.last.day, ctx.obj.today, tr)
        parts.append(f"{words.kind(each.last.kind, tr)} {when}")
    words_of = (each.last.summary if each.last else "") or (each.fact.text if each.fact else "")
    if words_of:
        parts.append(_("“{text}”").format(text=words_of))
    elif not each.last:
        parts.append(_("not met yet"))
    return " · ".join(parts)


def _to_offer(each: ToMeet) -> str:
    from crm.services.roles import name_of
    from crm.wording.brief import offered

    if each.offer is None:
        return _("listen first: what are they after?")
    return offered(each.offer, active(), lambda role: name_of(role, language()))


def _role(words: str) -> str:
    from crm.services.roles import name_of

    return name_of(words, language())


def _perhaps(likely: Likely) -> str:
    """Give somebody who may be there, why, and what for."""
    why = {
        "was-there": _("was there before"),
        "organisation": _("belongs to it"),
        "tag": _("has its tag"),
        "near": _("lives near"),
    }[likely.reason]
    parts = [f"{likely.person.name} [{likely.person.id}]", why]
    if likely.role:
        form = _("{role}, wanted for {goal}")
        parts.append(form.format(role=_role(likely.role), goal=likely.goal))
    elif likely.person.title:
        parts.append(likely.person.title)
    return " · ".join(parts)
