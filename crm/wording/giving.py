"""What is said of giving and asking: kinds, how asking stands, what speaks for waiting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import ago, count, span

if TYPE_CHECKING:
    from crm.domain.giving import Asking, BeforeAsk


def kind(code: str, tr: Translator) -> str:
    """Give the word for what was given, received or asked for."""
    _ = tr.gettext
    return {
        "help": _("help"),
        "referral": _("referral"),
        "recommendation": _("recommendation"),
        "feedback": _("feedback"),
        "information": _("information"),
        "introduction": _("introduction"),
    }[code]


def status(code: str, tr: Translator) -> str:
    """Give the word for how a referral stands."""
    _ = tr.gettext
    return {"": "", "open": _("open"), "won": _("won"), "lost": _("came to nothing")}[code]


def step(code: str, tr: Translator) -> str:
    """Give what a referral to the user still wants."""
    _ = tr.gettext
    return {"thank": _("to thank"), "report": _("to tell how it went")}[code]


def balance(code: str, tr: Translator) -> str:
    """Give how asking stands, in a word."""
    _ = tr.gettext
    return {
        "only-when-needed": _("mostly to ask"),
        "watch": _("often to ask"),
        "balanced": _("balanced"),
        "not-enough-data": _("too little to say"),
    }[code]


def of_contacts(asking: Asking, tr: Translator) -> str:
    """Give how many of the contacts that the user began asked for something."""
    form = tr.ngettext("{asks} of {n} contact", "{asks} of {n} contacts", asking.contacts)
    return form.format(asks=asking.asks, n=asking.contacts)


def after_silence(asking: Asking, today: date, tr: Translator) -> str:
    """Give when something was last asked after a long silence, "" if it never was."""
    if not asking.asks_after_silence:
        return ""
    return ago(asking.asks_after_silence[-1], today, tr)


def before_asking(before: BeforeAsk, name: str, tr: Translator) -> str:
    """Give what speaks for writing to somebody first without asking, "" if nothing does."""
    if not before.write_first:
        return ""
    _ = tr.gettext
    form = _("Perhaps write to {name} first without asking: {why}.")
    return form.format(name=screen(name), why="; ".join(_grounds(before, tr)))


def _grounds(before: BeforeAsk, tr: Translator) -> list[str]:
    _ = tr.gettext
    found = []
    if before.is_silent:
        found.append(
            _("you were last in touch {span} ago").format(span=span(before.silent_days, tr))
        )
    elif not before.is_warm:
        found.append(_("there has been little between you lately"))
    if not before.is_spaced:
        found.append(_since_ask(before.since_ask or 0, tr))
    return found


def _since_ask(contacts: int, tr: Translator) -> str:
    if not contacts:
        return tr.gettext("your last contact asked for something too")
    form = tr.ngettext(
        "only {n} contact since you last asked for something",
        "only {n} contacts since you last asked for something",
        contacts,
    )
    return form.format(n=count(contacts, tr))
