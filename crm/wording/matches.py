"""Why two people, or somebody and the user, would do well together, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.words import listed, number, rank

if TYPE_CHECKING:
    from crm.services.matching import Found, Matches


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
    named = [f"{name} {number(value)}" for name, value in named_factors(factors, tr)]
    return f"{number(score)} = 100 × {' × '.join(named)}"


def named_factors(factors: dict[str, float], tr: Translator) -> list[tuple[str, float]]:
    """Give the factors to show by their names."""
    return [(factor(code, tr), value) for code, value in shown(factors).items()]


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
        "need": _("needs met"),
        "trust": _("trust"),
        "bridge": _("different circles"),
        "load": _("not introduced lately"),
    }[code]


def missing(found: Matches, tr: Translator) -> str:
    """Give what to note so that there are matches, or more of them; "" when nothing is missing."""
    _ = tr.gettext
    if found.found and found.has_roles:
        return ""
    if found.of is None and not found.has_roles:
        return _(
            "What do you do? Say so, and who goes with it is shown: crm profile set --role ROLE"
        )
    if found.of is None:
        return _("Nobody known yet whose work goes with yours. Say what people do: crm edit WHO"
                 " --role ROLE, or let titles say it: crm role titles")  # fmt: skip
    name = screen(found.of.name)
    if not found.has_roles:
        form = _("What does {name} do? Say so: crm edit {id} --role ROLE")
        return form.format(name=name, id=found.of.id)
    return _("Nobody known yet whose work goes with that of {name}.").format(name=name)


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
