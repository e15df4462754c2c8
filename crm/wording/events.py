"""What is said of events: when, why, whom one met, how they end, what came of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.events import Stance
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import ago, coming, period, span
from crm.wording.reasons import promise_with_day
from crm.wording.understood import learned
from crm.wording.words import listed

if TYPE_CHECKING:
    from crm.domain.events import Share
    from crm.services.event_close import Closing
    from crm.services.event_close import Met as Decided
    from crm.services.event_meet import Met, Noted
    from crm.services.event_yield import EventYield
    from crm.services.events import EventCard, EventLine
    from crm.store.reads.events import Aim, Attendee, Event
    from crm.store.reads.follow_ups import PromiseLine

    NameOf = Callable[[str, int], str]
    RoleName = Callable[[str], str]


class Labelled(NamedTuple):
    """Words beside a label, which is "" for what goes on under the one before."""

    label: str
    text: str


def numbered(name: str, number: int) -> str:
    """Give a name with the number that commands take."""
    return f"{screen(name)} [{number}]"


def bare(name: str, _number: int) -> str:
    """Give a name alone."""
    return screen(name)


def when(event: Event) -> str:
    """Give the days of an event, short."""
    first, last = event.starts_on, event.ends_on
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.isoformat()}–{last.day:02}"
    return f"{first.isoformat()}–{last.isoformat()}"


def where(event: Event, tr: Translator) -> str:
    """Give the days of an event in words, its place and who organises it."""
    days = period(event.starts_on, event.ends_on, tr)
    return " · ".join([days, *(screen(part) for part in (event.place, event.organisation) if part)])


def people(line: EventLine, tr: Translator) -> str:
    """Give how many people were met and kept, or are to be met."""
    _ = tr.gettext
    counts = line.counts
    if line.event.closed_on:
        form = _("{met} met, {kept} kept")
    elif counts.met:
        form = _("{met} met")
    else:
        form = _("{wanted} to meet") if counts.wanted else ""
    return form.format(met=counts.met, kept=counts.kept, wanted=counts.wanted)


def state(line: EventLine, today: date, tr: Translator) -> str:
    """Give how far off an event is, or that it is to be closed or closed."""
    _ = tr.gettext
    event = line.event
    if line.is_to_close:
        return _("to close")
    if event.closed_on:
        return _("closed")
    if event.starts_on <= today:
        return _("today")
    days = (event.starts_on - today).days
    if days == 1:
        return _("tomorrow")
    return _("in {span}").format(span=span(days, tr))


def aim_line(number: int, aim: Aim, reached: int, tr: Translator) -> str:
    """Give an aim with its number and how far it was reached."""
    form = tr.gettext("{number}. {aim} ({reached} of {target})")
    return form.format(number=number, aim=screen(aim.text), reached=reached, target=aim.target)


def card(card: EventCard, today: date, tr: Translator, name_of: NameOf) -> list[Labelled]:
    """Give everything that was said of an event, and whom one met there."""
    _ = tr.gettext
    event = card.event
    names = listed([person.name for person in card.to_meet], tr)
    rows = [
        Labelled(_("why"), screen(event.why)),
        *aims(card.aims, tr),
        Labelled(_("to offer"), screen(event.offer)),
        Labelled(_("to meet"), names),
        Labelled(_("series"), screen(event.series)),
        Labelled(_("notes"), screen(event.notes)),
        *met(card, today, tr, name_of),
    ]
    if event.closed_on:
        rows.append(Labelled(_("closed"), event.closed_on.isoformat()))
    return [row for row in rows if row.text]


def aims(found: list[Aim], tr: Translator) -> list[Labelled]:
    """Give the aims with how far each was reached."""
    label = tr.gettext("aims")
    return [
        Labelled(label if number == 1 else "", aim_line(number, aim, aim.reached, tr))
        for number, aim in enumerate(found, 1)
    ]


def met(card: EventCard, today: date, tr: Translator, name_of: NameOf) -> list[Labelled]:
    """Give those met, one by one: who they are, what was decided, what is promised to them."""
    label = tr.gettext("met")
    return [
        Labelled("" if number else label, _attendee(person, card.promises, today, tr, name_of))
        for number, person in enumerate(card.met)
    ]


def _attendee(
    person: Attendee, promises: list[PromiseLine], today: date, tr: Translator, name_of: NameOf
) -> str:
    _ = tr.gettext
    about = ", ".join(filter(None, (person.title, person.organisation)))
    said = name_of(person.name, person.contact_id)
    said += f", {screen(about)}" if about else ""
    if person.kept is not None:
        said += " · " + (_("kept in the garden") if person.kept else _("let go"))
    for promise in promises:
        if promise.contact_id == person.contact_id:
            text = promise_with_day(promise.text, promise.due_on, today, tr)
            said += " · " + _("promise: {text}").format(text=text)
    return said


def foreseen(
    noted: Noted, facts: list[tuple[str, str]], is_known: bool, today: date, tr: Translator,
    role_name: RoleName,
) -> str:  # fmt: skip
    """Give what was understood of a line about somebody met, before it is noted."""
    _ = tr.gettext
    who = screen(noted.name) if is_known else _("{name} (new)").format(name=screen(noted.name))
    ways = [screen(way) for way in (*noted.emails, *noted.phones)]
    first = ", ".join([who, *_work(noted.roles, noted.title, noted.organisation, role_name), *ways])
    said = learned(list(noted.agreed), facts, noted.tags, today, tr)
    return " · ".join([first, *said])


def noted(
    met: Met, facts: list[tuple[str, str]], today: date, tr: Translator, role_name: RoleName,
    name_of: NameOf,
) -> str:  # fmt: skip
    """Give what was noted of somebody met."""
    _ = tr.gettext
    form = (
        _("Met: {name} (new)")
        if met.is_new
        else _("Added to the meeting: {name}")
        if met.again
        else _("Met: {name}")
    )
    who = form.format(name=name_of(met.person.name, met.person.id))
    about = _work(met.roles, met.person.title, met.person.organisation, role_name)
    on = [ago(met.logged.day, today, tr)] if met.logged.day != today else []
    said = learned(promises_of(met), facts, met.happened.tags, today, tr)
    return " · ".join([", ".join([who, *about, *on]), *said])


def _work(roles: tuple[str, ...], title: str, organisation: str, role_name: RoleName) -> list[str]:
    work = [role_name(role) for role in roles] or [title]
    return [screen(part) for part in (*work, organisation) if part]


def promises_of(met: Met) -> list[tuple[bool, str, date | None]]:
    """Give the promises that were written, with whose they are."""
    sides = [mine for mine, _text, _due in met.happened.agreed]
    sides += [True] * (len(met.logged.promises) - len(sides))
    return [(mine, *promise) for mine, promise in zip(sides, met.logged.promises, strict=True)]


def to_decide(each: Decided, tr: Translator, name_of: NameOf) -> str:
    """Give a person in a line: who they are, what is known, what was promised."""
    person = each.person
    first = name_of(person.name, person.contact_id)
    if about := ", ".join(filter(None, (person.title, person.organisation))):
        first += f", {screen(about)}"
    said = [screen(each.words)] if each.words else []
    promise = tr.gettext("promise: {text}")
    return " · ".join([first, *said, *(promise.format(text=screen(p.text)) for p in each.promises)])


def stance(code: Stance, tr: Translator) -> str:
    """Give what becomes of somebody met when an event closes, if nothing else is said."""
    _ = tr.gettext
    return {
        Stance.ASK: _("let go"),
        Stance.KEPT: _("kept in the garden"),
        Stance.KNOWN: _("known before: as it is"),
        Stance.LET_GO: _("in the address book already"),
    }[code]


def closed(after: Closing, today: date, tr: Translator) -> list[str]:
    """Give who is kept and who is let go, how far the aims were reached, to whom to write."""
    _ = tr.gettext
    kept, gone = (
        [each.person.name for each in after.of(stance)] for stance in (Stance.KEPT, Stance.LET_GO)
    )
    lines = []
    if kept:
        lines.append(_("Kept, in the garden: {names}.").format(names=listed(kept, tr)))
    if gone:
        lines.append(_("Let go, in the address book: {names}.").format(names=listed(gone, tr)))
    counted = zip(after.aims, after.counted, strict=True)
    lines += [aim_line(number, aim, count, tr) for number, (aim, count) in enumerate(counted, 1)]
    return [*lines, *filter(None, (_still_to_do(each, today, tr) for each in after.met))]


def _still_to_do(each: Decided, today: date, tr: Translator) -> str:
    _ = tr.gettext
    promised = [promise_with_day(p.text, p.due_on, today, tr) for p in each.promises]
    name, what = screen(each.person.name), "; ".join(promised)
    if each.stance != Stance.KEPT:
        form = _("Still promised to {name}: {what}") if what else ""
        return form.format(name=name, what=what)
    if each.is_followed_up:
        return ""
    if each.follow_up_by >= today:
        by = coming(each.follow_up_by, today, tr)
        form = _("Write to {name}, {when} at the latest") + (": {what}" if what else "")
        return form.format(name=name, when=by, what=what)
    form = _("Write to {name}: it is not too late") + (" ({what})" if what else "")
    return form.format(name=name, what=what)


def came_of_it(found: EventYield, tr: Translator) -> list[Labelled]:
    """Give what came of one event: shares of those kept, never how many cards."""
    _ = tr.gettext
    what = found.found
    rows = [Labelled(_("met"), _counted(found, tr)), *aims(found.aims, tr)]
    for label, share, words in (
        (_("followed up"), what.followed_up, _("within two workdays")),
        (_("spoke again"), what.second_touch, _("within 30 days")),
        (_("in touch"), what.active, _("in the last 90 days")),
        (_("learned"), what.with_fact, _("conversations with something learned")),
    ):
        if share.of:
            of = _("{count} of {of}").format(count=share.count, of=share.of)
            rows.append(Labelled(label, f"{of} · {words}"))
    rows.append(Labelled(_("gave"), _given(what.helps, what.introductions, tr)))
    return [row for row in rows if row.text]


def _counted(found: EventYield, tr: Translator) -> str:
    _ = tr.gettext
    parts = [tr.ngettext("{n} person", "{n} people", found.met).format(n=found.met)]
    if found.event.closed_on is not None:
        parts.append(_("{kept} kept").format(kept=found.kept))
    if found.known:
        parts.append(_("{known} known before").format(known=found.known))
    return ", ".join(parts)


def _given(helps: int, introductions: int, tr: Translator) -> str:
    parts = []
    if helps:
        parts.append(tr.ngettext("{n} help", "{n} helps", helps).format(n=helps))
    if introductions:
        form = tr.ngettext("{n} introduction", "{n} introductions", introductions)
        parts.append(form.format(n=introductions))
    return ", ".join(parts)


def in_short(found: EventYield, tr: Translator) -> list[Labelled]:
    """Give what came of an event in numbers, each beside what it counts."""
    _ = tr.gettext
    what = found.found
    return [
        Labelled(_("aims"), _short(what.aims)),
        Labelled(_("followed up"), _short(what.followed_up)),
        Labelled(_("spoke again"), _short(what.second_touch)),
        Labelled(_("in touch"), _short(what.active)),
        Labelled(_("learned"), _short(what.with_fact)),
        Labelled(_("gave"), str(what.helps + what.introductions or "")),
    ]


def _short(share: Share) -> str:
    return f"{share.count}/{share.of}" if share.of else "–"
