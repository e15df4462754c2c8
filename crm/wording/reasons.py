"""Why somebody is on the day's list, said as a person would."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import ago, coming, named, span

_SPOKEN = frozenset({"call", "meeting", "project", "help", "intro", "referral"})


def reason(code: str, params: dict[str, Any], today: date, tr: Translator) -> str:
    """Give the sentence for one reason of a line; `params` are those of its code."""
    if code == "action":
        return _action(params, tr)
    if code == "goal":
        return _goal(params, tr)
    if code == "mentor":
        return _mentor(params, tr)
    if code == "report":
        return _report(params, tr)
    if code == "never":
        return tr.gettext("you have not been in touch yet")
    return _DATED[code](params, today, tr)


def promise_with_day(text: str, due: date | None, today: date, tr: Translator) -> str:
    """Give a promise with the day it is for, or was."""
    _ = tr.gettext
    if due is None:
        return screen(text)
    form = _("{text} (due {when})") if due < today else _("{text} (for {when})")
    return form.format(text=screen(text), when=named(due, today, tr))


def _promise(params: dict[str, Any], today: date, tr: Translator) -> str:
    due = date.fromordinal(today.toordinal() + params["days"])
    promise = promise_with_day(params["text"], due, today, tr)
    return tr.gettext("you promised: {promise}").format(promise=promise)


def _birthday(params: dict[str, Any], today: date, tr: Translator) -> str:
    _ = tr.gettext
    when = coming(params["on"], today, tr)
    if params["years"]:
        return _("turns {years} {when}").format(years=params["years"], when=when)
    return _("birthday {when}").format(when=when)


def _date(params: dict[str, Any], today: date, tr: Translator) -> str:
    when = coming(params["on"], today, tr)
    return tr.gettext("{label} {when}").format(label=screen(params["label"]), when=when)


def _fresh(params: dict[str, Any], today: date, tr: Translator) -> str:
    _ = tr.gettext
    when = ago(params["met_on"], today, tr)
    if params["met_at"]:
        return _("you met {when} at {place}").format(when=when, place=screen(params["met_at"]))
    return _("you met {when}").format(when=when)


def _action(params: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    form = _("next step for “{goal}”: {action}")
    return form.format(goal=screen(params["goal"]), action=screen(params["action"]))


def _last(params: dict[str, Any], today: date, tr: Translator) -> str:
    _ = tr.gettext
    if params["kind"] in _SPOKEN:
        form = _("you last spoke {when}")
    elif params["side"] == "them":
        form = _("they last wrote {when}")
    else:
        form = _("you last wrote {when}")
    return form.format(when=ago(params["on"], today, tr))


def _reconnect(params: dict[str, Any], today: date, tr: Translator) -> str:
    _ = tr.gettext
    days = max(1, (today - params["on"]).days)
    return _("it has been {span} since you were in touch").format(span=span(days, tr))


def _goal(params: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    form = _("for your {rank} goal “{title}”")
    return form.format(rank=words.rank(params["rank"], tr), title=screen(params["title"]))


def _mentor(params: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    standing, purpose = params["standing"], screen(params["purpose"])
    if standing == "candidate":
        return _("perhaps a mentor for you")
    if standing == "mentee":
        form = _("you mentor them: “{purpose}”") if purpose else _("you mentor them")
    else:
        form = _("for your mentorship: “{purpose}”") if purpose else _("your mentor")
    return form.format(purpose=purpose)


def _report(params: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    if params["topic"]:
        form = _("tell them what came of their advice on “{topic}”")
        return form.format(topic=screen(params["topic"]))
    form = _("tell them what came of their advice: {advice}")
    return form.format(advice=screen(params["advice"]))


def _introduce(params: dict[str, Any], _today: date, tr: Translator) -> str:
    form = tr.gettext("introduce them to {name}: both said yes")
    return form.format(name=screen(params["other"]))


def _ask_again(params: dict[str, Any], today: date, tr: Translator) -> str:
    form = tr.gettext("you asked {when} about meeting {name}: ask once more")
    return form.format(name=screen(params["other"]), when=ago(params["since"], today, tr))


def _ask_how_it_went(params: dict[str, Any], today: date, tr: Translator) -> str:
    form = tr.gettext("you introduced them to {name} {when}: ask how it went")
    return form.format(name=screen(params["other"]), when=ago(params["since"], today, tr))


_DATED = {
    "promise": _promise,
    "birthday": _birthday,
    "date": _date,
    "fresh": _fresh,
    "last": _last,
    "reconnect": _reconnect,
    "intro-make": _introduce,
    "intro-nudge": _ask_again,
    "intro-follow-up": _ask_how_it_went,
}
