"""What is said of goals: how they stand, what they lack, who could help, where effort went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import coming

if TYPE_CHECKING:
    from crm.services.gaps import Candidate, Effort, Wanted
    from crm.services.goals import Ranked
    from crm.store.reads.goals import Goal

NameOf = Callable[[str], str]
"""Names a role in the user's language."""


def counted(goal: Goal, tr: Translator) -> str:
    """Give where the measure of a goal stands: 1 of 3 clients."""
    if goal.target is None:
        return ""
    form = tr.gettext("{current} of {target} {unit}")
    return form.format(
        current=words.number(goal.current),
        target=words.number(goal.target),
        unit=screen(goal.unit),
    ).strip()


def next_step(goal: Goal, today: date, tr: Translator) -> str:
    """Give the next action with its day, nothing when none is set."""
    if not goal.next_action:
        return ""
    when = f" ({coming(goal.next_action_on, today, tr)})" if goal.next_action_on else ""
    return screen(goal.next_action) + when


def lacking(missing: list[str], explicitness: int, tr: Translator) -> str:
    """Give what a goal still lacks to be explicit."""
    lacks = words.listed([words.missing(code, tr) for code in missing], tr)
    form = tr.gettext("still missing to be explicit ({percent} %): {lacks}")
    return form.format(percent=explicitness, lacks=lacks)


def wanted(what: Wanted, name_of: NameOf, tr: Translator) -> str:
    """Give a wanted role and who fills it, or that nobody does yet."""
    _ = tr.gettext
    role = screen(name_of(what.role))
    if what.filled_by:
        names = words.listed([name for _id, name in what.filled_by], tr)
        return _("{role}: {names}").format(role=role, names=names)
    if not what.candidates:
        return _("{role}: nobody yet, and nobody you know").format(role=role)
    return _("{role}: nobody yet. Could be:").format(role=role)


def candidate(who: str, what: Candidate, name_of: NameOf, tr: Translator) -> str:
    """Give somebody who could fill a role, `who` as they are shown, why, and who knows them."""
    _ = tr.gettext
    could = what.could
    line = f"{who} ({screen(name_of(could.word) if could.by == 'role' else could.word)})"
    if what.known_by:
        names = words.listed([name for _id, name in what.known_by], tr)
        line += " · " + _("{names} could introduce you").format(names=names)
    elif not could.in_garden:
        line += " · " + _("in your address book")
    return line


def neglected(effort: Effort, tr: Translator) -> str:
    """Give that a rank got less than a lower one, nothing when the effort fits."""
    if not effort.neglected:
        return ""
    form = tr.gettext("Your {rank} goals got less than others below them.")
    return form.format(rank=words.rank(effort.neglected, tr))


def too_many(ranked: Ranked, tr: Translator) -> str:
    """Give that there are more goals of a rank than one serves well, nothing when there are not."""
    if ranked.of_rank <= ranked.advised:
        return ""
    form = tr.gettext("That makes {n} {rank} goals; {advised} is what one can serve well.")
    rank = words.rank(ranked.card.goal.rank, tr)
    return form.format(n=ranked.of_rank, rank=rank, advised=ranked.advised)


def closed(goal: Goal, tr: Translator) -> str:
    """Give that a goal was reached, or dropped."""
    _ = tr.gettext
    dropped = goal.state == "dropped"
    form = _("Dropped: {title}.") if dropped else _("Reached: {title}. Well done!")
    return form.format(title=screen(goal.title))
