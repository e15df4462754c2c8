"""What is said of giving and asking: kinds, how asking stands, what speaks for waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import ago, count, span
from crm.wording.words import number

if TYPE_CHECKING:
    from crm.domain.giving import Asking, BeforeAsk, Step
    from crm.services.giving_ideas import Idea
    from crm.store.reads.giving import AskLine, GivingLine


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


def told(line: GivingLine, name: str, today: date, tr: Translator) -> str:
    """Give what was given to a person or by them, when and of what kind."""
    _ = tr.gettext
    when = ago(line.day, today, tr)
    if line.introduced:
        form = _("you introduced {name} to {text}, {when}")
        return form.format(name=name, text=screen(line.text), when=when)
    form = _("you gave {name}") if line.direction == "gave" else _("{name} gave you")
    return f"{form.format(name=name)}, {when}: {what(line, tr)}"


def what(line: GivingLine, tr: Translator) -> str:
    """Give what was given, with its kind, and of a referral with the client and its value."""
    about = [kind(line.kind, tr)] if line.kind != "help" else []
    about += [screen(line.client)] if line.client else []
    about += [number(line.value)] if line.value is not None else []
    return screen(line.text) + (f" ({', '.join(about)})" if about else "")


def became(line: GivingLine, wanted: Step | None, today: date, tr: Translator) -> str:
    """Give what came of something given or received, and what is still wanted, "" for nothing."""
    _ = tr.gettext
    said = [status(line.status, tr), screen(line.outcome)]
    if line.thanked_on:
        said.append(_("thanked {when}").format(when=ago(line.thanked_on, today, tr)))
    if line.reported_on:
        said.append(_("told them {when}").format(when=ago(line.reported_on, today, tr)))
    if wanted:
        said.append(step(str(wanted), tr))
    return " · ".join(filter(None, said))


def noted(line: GivingLine, today: date, tr: Translator) -> str:
    """Give back what was noted of something given or received."""
    _ = tr.gettext
    form = (
        _("Noted and logged [{id}]: {kind} for {name}, {when}.")
        if line.direction == "gave"
        else _("Noted and logged [{id}]: {kind} from {name}, {when}.")
    )
    when, named = ago(line.day, today, tr), kind(line.kind, tr)
    return form.format(id=line.id, kind=named, name=screen(line.name), when=when)


def noted_ask(line: AskLine, today: date, tr: Translator) -> str:
    """Give back what was noted of something asked for."""
    _ = tr.gettext
    form = (
        _("Noted and logged [{id}]: you asked {name} for feedback, {when}.")
        if line.kind == "feedback"
        else _("Noted and logged [{id}]: you asked {name}, {when}.")
    )
    return form.format(id=line.id, name=screen(line.name), when=ago(line.day, today, tr))


def asked_for(line: AskLine, tr: Translator) -> str:
    """Give what the user asked for."""
    text = screen(line.text)
    return f"{text} ({kind(line.kind, tr)})" if line.kind == "feedback" else text


def came(line: AskLine, tr: Translator) -> str:
    """Give what came of something the user asked for."""
    return tr.gettext("what came: {text}").format(text=screen(line.outcome))


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


def moment(before: BeforeAsk, name: str, tr: Translator) -> str:
    """Give whether it is a good moment to ask somebody."""
    _ = tr.gettext
    if before.says_nothing:
        return _("You have hardly been in touch with {name} yet.").format(name=screen(name))
    advice = before_asking(before, name, tr)
    return advice or _("Nothing speaks against asking {name}.").format(name=screen(name))


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


def idea(idea: Idea, today: date, tr: Translator, role_name: Callable[[str], str]) -> str:
    """Give an idea of what to give, with its reason, as a sentence."""
    if idea.on is None:
        need = role_name(idea.about)
        return _for_need(idea, screen(need) if need == idea.about else _within(need), tr)
    when = ago(idea.on, today, tr)
    return _from_what_was(idea, tr).format(text=screen(idea.about), when=when)


def _for_need(idea: Idea, need: str, tr: Translator) -> str:
    _ = tr.gettext
    form = {
        "introduction": _("introduce {name} (they need: {need})"),
        "mine": _("offer your {what} (they need: {need})"),
        "advice": _("ten minutes of advice from your trade (they need: {need})"),
        "share": _("pass the word on (they need: {need})"),
    }[str(idea.favour)]
    name = screen(idea.other.name) if idea.other else ""
    return form.format(name=name, what=screen(idea.what), need=need)


def _within(name: str) -> str:
    """Give a role's name as it stands within a sentence: copywriter, but UX designer."""
    return screen(name[:1].lower() + name[1:] if name[1:2].islower() else name)


def _from_what_was(idea: Idea, tr: Translator) -> str:
    """Give the form of a sentence, with its blanks for a fact and for when it was."""
    _ = tr.gettext
    if idea.favour == "recommend":
        return {
            "together": _("recommend them where others read it: you worked together {when}"),
            "helped": _("recommend them where others read it: they helped you {when}"),
        }[idea.about]
    return {
        "news": _("a word on their news: “{text}” ({when})"),
        "review": _("offer a second pair of eyes: “{text}” ({when})"),
        "share": _("share what you come across: “{text}” ({when})"),
    }[str(idea.favour)]
