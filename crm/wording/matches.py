"""Why two people, or somebody and the user, would do well together, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.words import listed, number, rank

if TYPE_CHECKING:
    from crm.services.matching import Found


def reasons(found: Found, name: str | None, tr: Translator) -> list[str]:
    """Give all that speaks for a match, each a line, the strongest first.

    `name` is whose match it is, None for the user's own.
    """
    return [*_of_roles(found), *_of_goal(found, tr), *_of_needs(found, name, tr),
            *_of_interests(found, name, tr)]  # fmt: skip


def why(found: Found, name: str | None, tr: Translator) -> str:
    """Give the one sentence that says most of why."""
    return screen(found.why) or reasons(found, name, tr)[0]


def product(score: float, factors: dict[str, float], tr: Translator) -> str:
    """Give how a score comes about: 100 times each factor."""
    named = [f"{factor(code, tr)} {number(value)}" for code, value in shown(factors).items()]
    return f"{number(score)} = 100 × {' × '.join(named)}"


def shown(factors: dict[str, float]) -> dict[str, float]:
    """Give the factors to show: whoever is shown is not acquainted, so that one is always 1."""
    return {code: value for code, value in factors.items() if code != "strangers"}


def factor(code: str, tr: Translator) -> str:
    """Give the word for a factor of a match."""
    _ = tr.gettext
    return {
        "role": _("roles"),
        "interests": _("interests"),
        "goal": _("goal"),
        "warmth": _("warmth"),
        "availability": _("availability"),
        "need": _("need"),
        "trust": _("trust"),
        "bridge": _("bridge"),
        "load": _("load"),
    }[code]


def _of_roles(found: Found) -> list[str]:
    if not found.role_b:
        return []
    pair = f"{screen(found.role_a)} + {screen(found.role_b)}"
    return [f"{pair}: {screen(found.why)}" if found.why else pair]


def _of_goal(found: Found, tr: Translator) -> list[str]:
    wish = found.wish
    if wish is None:
        return []
    form = tr.gettext("your goal “{goal}” ({rank}) wants this role: {role}")
    return [form.format(goal=screen(wish.goal), rank=rank(wish.rank, tr), role=screen(wish.role))]


def _of_needs(found: Found, name: str | None, tr: Translator) -> list[str]:
    _ = tr.gettext
    lines = []
    if found.gives:
        form = _("looking for what you offer: {words}") if name is None else _(
            "looking for what {name} offers: {words}"
        )  # fmt: skip
        lines.append(_with(form, found.gives, name, tr))
    if found.gets:
        form = _("offers what you look for: {words}") if name is None else _(
            "offers what {name} looks for: {words}"
        )  # fmt: skip
        lines.append(_with(form, found.gets, name, tr))
    return lines


def _of_interests(found: Found, name: str | None, tr: Translator) -> list[str]:
    _ = tr.gettext
    if not found.shared:
        return []
    form = _("you share: {words}") if name is None else _("shares with {name}: {words}")
    return [_with(form, found.shared, name, tr)]


def _with(form: str, words: list[str], name: str | None, tr: Translator) -> str:
    return form.format(words=listed([screen(word) for word in words], tr), name=screen(name or ""))
