"""How the relation with a person stands, and what passed with them, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain import warmth as rules
from crm.domain.dates import PartialDate
from crm.domain.invalid import Invalid
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.brief import tongue
from crm.wording.dates import ago, coming, partial, span

if TYPE_CHECKING:
    from crm.domain.warmth import Warmth
    from crm.services.card import Card
    from crm.store.reads.interactions import Happening


class Term(NamedTuple):
    """A term of warmth: its word, and how much of it there is, in percent."""

    word: str
    percent: float


def terms(warmth: Warmth, tr: Translator) -> list[Term]:
    """Give the four terms of warmth."""
    most = {
        "contact": rules.CONTACT, "reciprocity": rules.RECIPROCITY, "depth": rules.DEPTH,
        "initiative": rules.INITIATIVE,
    }  # fmt: skip
    return [
        Term(words.term(code, tr), 100 * getattr(warmth, code) / whole)
        for code, whole in most.items()
    ]


def relation(card: Card, tr: Translator) -> str:
    """Give how the relation stands, never how the person is: "relation: dry (42)"."""
    _ = tr.gettext
    if card.band is None:
        return _("in the address book: known, not tended")
    word = words.band(card.band, tr)
    return _("relation: {band} ({score})").format(band=word, score=f"{card.warmth.score:.0f}")


def dries(days: int | None, tr: Translator) -> str:
    """Give how long the relation stands silence, "" where it is dry or nobody tends it."""
    return tr.gettext("dry after {span} of silence").format(span=span(days, tr)) if days else ""


def rhythm(card: Card, today: date, tr: Translator, *, with_last: bool) -> list[str]:
    """Give in words how often, when next, until when not, and on request when last."""
    _ = tr.gettext
    person, said = card.person, []
    if person.garden_since:
        said.append(words.every(person.cadence, tr) if person.cadence else _("in the garden"))
    if person.next_due_on:
        form = _("due {day}") if person.next_due_on > today else _("it is time")
        said.append(form.format(day=coming(person.next_due_on, today, tr)))
    if card.snoozed_until:
        until = coming(card.snoozed_until, today, tr)
        said.append(_("put off, back {day}").format(day=until))
    if with_last and person.last_contact_on:
        last = ago(person.last_contact_on, today, tr)
        said.append(_("last contact {when}").format(when=last))
    return said


def happening(one: Happening, others: list[str], tr: Translator) -> tuple[str, str]:
    """Give what an interaction was, and all else that is known of it."""
    _ = tr.gettext
    said = [_("planned")] if one.planned else []
    if one.side != "both" and not one.planned:
        said.append(words.side(one.side, tr))
    said += filter(None, [screen(one.event or one.place)])
    if one.duration_minutes:
        form = tr.ngettext("{n} minute", "{n} minutes", one.duration_minutes)
        said.append(form.format(n=one.duration_minutes))
    if others:
        said.append(_("with {names}").format(names=words.listed(others, tr)))
    elif one.people > 1:
        form = tr.ngettext("with {n} person more", "with {n} people more", one.people - 1)
        said.append(form.format(n=one.people - 1))
    if one.answered is False:
        said.append(_("no answer"))
    if one.ask:
        said.append(_("you asked for something"))
    rest = "".join(f" · {part}" for part in said)
    return words.kind(one.kind, tr), f"{rest}: {screen(one.summary)}" if one.summary else rest


def field(code: str, tr: Translator) -> str:
    """Give the name of a detail of a person."""
    _ = tr.gettext
    return {
        "name": _("name"), "given_name": _("given name"), "family_name": _("family name"),
        "nicknames": _("also called"), "title": _("title"), "organisation": _("organisation"),
        "place": _("place"), "roles": _("roles"), "skills": _("skills"),
        "interests": _("interests"), "offers": _("offers"), "needs": _("needs"),
        "tags": _("tags"), "emails": _("e-mail"), "phones": _("phone"), "links": _("links"),
        "addresses": _("address"), "birthday": _("birthday"), "dates": _("other dates"),
        "language": _("language"), "time_zone": _("time zone"), "availability": _("work"),
        "experience_since": _("experience since"), "met_on": _("met on"), "met_at": _("met at"),
        "met_through": _("met through"), "known_since": _("known since"), "knows": _("knows"),
        "notes": _("notes"),
    }[code]  # fmt: skip


def how_to_write(code: str, tr: Translator) -> str:
    """Give how a detail is to be written, "" where that goes without saying."""
    _ = tr.gettext
    several = _("Several, with commas between them.")
    dated = _("1990-03-14, --03-14, 1990-03, --03 or 1990")
    return {
        "nicknames": several, "roles": several, "skills": several, "interests": several,
        "offers": several, "needs": several, "tags": several,
        "emails": _("Several, with commas between them; the first is written to."),
        "phones": _("Several, with commas between them; the first is called."),
        "links": several, "addresses": _("Several, with semicolons between them."),
        "birthday": dated, "dates": _("label: date, such as wedding: 2015-06-20"),
        "language": _("en, es…: the one you speak with them"),
        "time_zone": _("such as Europe/Madrid"),
        "experience_since": _("In their profession since: a year, or more of a date."),
        "met_on": _("a day: yesterday, 3 May, 2026-05-03"),
        "known_since": _("a day: yesterday, 3 May, 2026-05-03"),
        "met_through": _("the contact who introduced you"),
        "knows": _("Other contacts, with commas between them."),
    }.get(code, "")  # fmt: skip


def detail(code: str, text: str, tr: Translator) -> str:
    """Give a detail as it is read rather than written."""
    if not text:
        return ""
    if code == "availability":
        return "" if text == "unknown" else words.availability(text, tr)
    if code == "language":
        return tongue(text, tr)
    if code in {"birthday", "met_on", "known_since", "experience_since"}:
        return _day(text, tr)
    return text


def _day(text: str, tr: Translator) -> str:
    from crm.domain.dates import parse_partial_date

    try:
        day: PartialDate = parse_partial_date(text)
    except Invalid:
        return text
    return partial(day.year, day.month, day.day, tr)
