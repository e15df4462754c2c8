"""What one screen before an event says, as words beside labels."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.i18n import Translator
from crm.wording import words
from crm.wording.brief import offered
from crm.wording.dates import ago, coming, span

if TYPE_CHECKING:
    from crm.services.event_prep import Likely, Prep, ToMeet
    from crm.store.reads.events import Event
    from crm.wording.events import NameOf, RoleName


class PrepRow(NamedTuple):
    """Words beside a label, on at most so many lines; the text is as it was written."""

    label: str
    text: str
    most: int = 1


def countdown(event: Event, today: date, tr: Translator) -> str:
    """Give how far off an event is, or how long ago."""
    _ = tr.gettext
    if event.ends_on < today:
        return ago(event.ends_on, today, tr)
    if event.starts_on <= today:
        return _("today")
    days = (event.starts_on - today).days
    if days == 1:
        return coming(event.starts_on, today, tr)
    return _("in {span}").format(span=span(days, tr))


def blocks(
    prep: Prep, today: date, tr: Translator, role_name: RoleName, name_of: NameOf, no_pitch: str
) -> list[list[PrepRow]]:
    """Give the rows in blocks: why and what for, whom to meet, what to say, who may be there.

    `no_pitch` is what to say to whoever has not written down who they are.
    """
    _ = tr.gettext
    found = [
        [
            PrepRow(_("why"), prep.event.why, 2),
            *_under(_("aims"), [f"{n}. {aim.text}" for n, aim in enumerate(prep.aims, 1)], 1),
            PrepRow(_("notes"), prep.event.notes),
        ],
        _to_meet(prep, today, tr, role_name, name_of),
        [
            PrepRow(_("you say"), prep.pitch or no_pitch, 3),
            *_under(_("ask"), prep.questions, 2),
            PrepRow(_("to offer"), role_name(prep.offer), 2),
        ],
        [
            *_under(
                _("perhaps there"), [_perhaps(each, tr, role_name, name_of) for each in prep.likely]
            ),
            PrepRow(_("last time"), _last_time(prep, tr)),
        ],
    ]
    return [shown for block in found if (shown := [row for row in block if row.text])]


def _under(label: str, texts: list[str], most: int = 1) -> list[PrepRow]:
    said = filter(None, texts)
    return [PrepRow("" if number else label, text, most) for number, text in enumerate(said)]


def _to_meet(
    prep: Prep, today: date, tr: Translator, role_name: RoleName, name_of: NameOf
) -> list[PrepRow]:
    rows: list[PrepRow] = []
    for each in prep.to_meet:
        label = "" if rows else tr.gettext("to meet")
        rows.append(PrepRow(label, _who(each, today, tr, name_of), 2))
        rows.append(PrepRow("", "  " + _to_offer(each, tr, role_name)))
    if prep.left_out:
        form = tr.ngettext("and {n} more", "and {n} more", prep.left_out)
        rows.append(PrepRow("", form.format(n=prep.left_out)))
    return rows


def _who(each: ToMeet, today: date, tr: Translator, name_of: NameOf) -> str:
    """Give a person with the last words that are known of them."""
    _ = tr.gettext
    person = each.person
    parts = [name_of(person.name, person.id)]
    if about := not each.last and (person.title or person.organisation):
        parts.append(about)
    if each.last:
        parts.append(f"{words.kind(each.last.kind, tr)} {ago(each.last.day, today, tr)}")
    words_of = (each.last.summary if each.last else "") or (each.fact.text if each.fact else "")
    if words_of:
        parts.append(_("“{text}”").format(text=words_of))
    elif not each.last:
        parts.append(_("not met yet"))
    return " · ".join(parts)


def _to_offer(each: ToMeet, tr: Translator, role_name: RoleName) -> str:
    if each.offer is None:
        return tr.gettext("listen first: what are they after?")
    return offered(each.offer, tr, role_name)


def _perhaps(likely: Likely, tr: Translator, role_name: RoleName, name_of: NameOf) -> str:
    """Give somebody who may be there, why, and what for."""
    _ = tr.gettext
    why = {
        "was-there": _("was there before"),
        "organisation": _("belongs to it"),
        "tag": _("has its tag"),
        "near": _("lives near"),
    }[likely.reason]
    parts = [name_of(likely.person.name, likely.person.id), why]
    if likely.role:
        form = _("{role}, wanted for {goal}")
        parts.append(form.format(role=role_name(likely.role), goal=likely.goal))
    elif likely.person.title:
        parts.append(likely.person.title)
    return " · ".join(parts)


def _last_time(prep: Prep, tr: Translator) -> str:
    last = prep.last_time
    if last is None:
        return ""
    form = tr.gettext("{name}: {met} met, {kept} kept, {again} spoken to again")
    again = last.found.second_touch.count
    return form.format(name=last.event.name, met=last.met, kept=last.kept, again=again)
