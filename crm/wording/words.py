"""The words for codes: bands, kinds of contact, ranks, and what else the data names in English."""

from __future__ import annotations

from crm.domain.text import fold, screen
from crm.domain.warmth import WEIGHTS
from crm.i18n import Translator
from crm.wording.dates import count


def band(code: str, tr: Translator) -> str:
    """Give the word for a band of warmth; it describes a relation, never a person."""
    _ = tr.gettext
    return {
        "seed": _("seed"),
        "thriving": _("thriving"),
        "healthy": _("healthy"),
        "sprout": _("sprout"),
        "dry": _("dry"),
        "fading": _("fading"),
        "dormant": _("dormant"),
    }[code]


BAND_SIGNS = {
    "seed": ".", "sprout": "'", "thriving": "¥", "healthy": "Y", "dry": "y", "fading": "~",
    "dormant": "_",
}  # fmt: skip
"""A plant of one cell for each band, told from the others without colour and in any font."""


def kind(code: str, tr: Translator) -> str:
    """Give the word for a kind of interaction."""
    _ = tr.gettext
    return {
        "reaction": _("reaction"),
        "message": _("message"),
        "email": _("e-mail"),
        "group": _("group"),
        "letter": _("letter"),
        "call": _("call"),
        "help": _("help"),
        "intro": _("introduction"),
        "meeting": _("meeting"),
        "referral": _("referral"),
        "project": _("project"),
        "memo": _("memo"),
    }[code]


def source(code: str, tr: Translator) -> str:
    """Give where a fact came from: a kind of interaction, or as it was written."""
    return kind(code, tr) if code in WEIGHTS else screen(code)


def side(code: str, tr: Translator) -> str:
    """Give who took part: me, them, both."""
    _ = tr.gettext
    return {"me": _("from you"), "them": _("from them"), "both": _("both sides")}[code]


def rank(code: str, tr: Translator) -> str:
    """Give the word for a goal's rank."""
    _ = tr.gettext
    return {
        "primary": _("primary"),
        "secondary": _("secondary"),
        "tertiary": _("tertiary"),
    }[code]


def pace(code: str, tr: Translator) -> str:
    """Give the word for how a goal gets on."""
    _ = tr.gettext
    return {
        "on-track": _("on track"),
        "slipping": _("slipping"),
        "off-track": _("off track"),
        "done": _("done"),
        "missed": _("missed"),
    }[code]


def missing(code: str, tr: Translator) -> str:
    """Give what a goal lacks to be explicit."""
    _ = tr.gettext
    return {
        "why": _("why you want it"),
        "measure": _("a measure"),
        "date": _("a date"),
        "people": _("people or wanted roles"),
        "next-action": _("a dated next action"),
    }[code]


def fact_kind(code: str, tr: Translator) -> str:
    """Give the word for a kind of fact."""
    _ = tr.gettext
    return {
        "work": _("work"),
        "interest": _("interest"),
        "life": _("life"),
        "dream": _("dream"),
        "news": _("news"),
    }[code]


def project(code: str, tr: Translator) -> str:
    """Give the word for how a joint project stands."""
    _ = tr.gettext
    return {
        "running": _("under way"),
        "done": _("done"),
        "dropped": _("given up"),
    }[code]


def availability(code: str, tr: Translator) -> str:
    """Give the word for whether somebody takes on work."""
    _ = tr.gettext
    return {
        "open": _("open to work"),
        "limited": _("limited availability"),
        "unavailable": _("not available"),
        "unknown": _("availability unknown"),
    }[code]


def term(code: str, tr: Translator) -> str:
    """Give the word for a term of the priority, or of warmth."""
    _ = tr.gettext
    return {
        "overdue": _("overdue"),
        "goal": _("goal"),
        "mentor": _("mentor"),
        "promise": _("promise"),
        "water": _("water"),
        "date": _("date"),
        "fresh": _("fresh"),
        "deed": _("deed"),
        "contact": _("contact"),
        "reciprocity": _("reciprocity"),
        "depth": _("depth"),
        "initiative": _("initiative"),
    }[code]


def action(code: str, tr: Translator) -> str:
    """Give the words for a change that undo can take back."""
    _ = tr.gettext
    return {
        "add": _("added"),
        "edit": _("edited"),
        "note": _("noted"),
        "fact": _("fact noted"),
        "archive": _("archived"),
        "unarchive": _("taken from the archive"),
        "delete": _("deleted"),
        "tag": _("tagged"),
        "plant": _("planted"),
        "rest": _("put to rest"),
        "log": _("logged"),
        "held": _("held as planned"),
        "drop": _("taken out"),
        "answered": _("answer noted"),
        "done": _("ticked off"),
        "inbox": _("logged from a file"),
        "promise": _("promise noted"),
        "promise-done": _("promise kept"),
        "debrief": _("conversation noted"),
        "question-add": _("question noted"),
        "question-answered": _("answer noted"),
        "gave": _("help given"),
        "got": _("help received"),
        "asked": _("request noted"),
        "giving-thanked": _("thanks noted"),
        "giving-outcome": _("outcome noted"),
        "ask-outcome": _("outcome noted"),
        "snooze": _("snoozed"),
        "pause": _("paused"),
        "resume": _("pause ended"),
        "goal-add": _("goal added"),
        "goal-edit": _("goal changed"),
        "goal-link": _("goal linked"),
        "goal-progress": _("goal progress noted"),
        "goal-next": _("next action set"),
        "goal-close": _("goal closed"),
        "role-add": _("role added"),
        "role-titles": _("titles read for roles"),
        "pair-add": _("pair of roles noted"),
        "project-add": _("project begun"),
        "project-done": _("project done"),
        "project-drop": _("project dropped"),
        "intro-propose": _("introduction proposed"),
        "intro-asked": _("asked about an introduction"),
        "intro-accept": _("yes to an introduction noted"),
        "intro-decline": _("introduction let be"),
        "intro-made": _("introduced"),
        "intro-met": _("meeting of two introduced noted"),
        "intro-outcome": _("outcome of an introduction noted"),
        "event-add": _("event added"),
        "event-edit": _("event changed"),
        "event-delete": _("event taken out"),
        "event-meet": _("met at an event"),
        "event-close": _("event closed"),
        "mentor-add": _("mentorship added"),
        "mentor-edit": _("mentorship changed"),
        "mentor-phase": _("mentorship moved to a phase"),
        "mentor-end": _("mentorship ended"),
        "mentor-ask": _("question kept"),
        "mentor-asked": _("question asked"),
        "mentor-advice": _("advice noted"),
        "mentor-result": _("result of advice noted"),
        "mentor-level": _("level noted"),
        "profile": _("profile changed"),
        "config": _("setting changed"),
        "import": _("imported"),
    }.get(code, code)


def number(value: float) -> str:
    """Give a measure without needless decimals."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}".replace(",", "\u202f")


def listed(names: list[str], tr: Translator) -> str:
    """Give names in a row: Ana, Luis and Eva."""
    shown = [screen(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    *first, last = shown
    form = tr.gettext("{names} and {last}")
    if _sounds_like_i(last):
        form = form.replace(" y ", " e ")
    return form.format(names=", ".join(first), last=last)


def _sounds_like_i(name: str) -> bool:
    """Tell whether Spanish says "e" instead of "y" before a name (Inés, Hilario; not Hierro)."""
    begin = fold(name)[:3]
    return begin[:1] == "i" or (begin[:2] == "hi" and begin[2:] not in {"a", "e"})


def every(cadence: str, tr: Translator) -> str:
    """Give a cadence such as 2w as words: every two weeks."""
    _ = tr.gettext
    number, unit = int(cadence[:-1]), cadence[-1]
    if number == 1:
        return {
            "d": _("every day"),
            "w": _("every week"),
            "m": _("every month"),
            "y": _("every year"),
        }[unit]
    form = {
        "d": _("every {n} days"),
        "w": _("every {n} weeks"),
        "m": _("every {n} months"),
        "y": _("every {n} years"),
    }[unit]
    return form.format(n=count(number, tr))
