"""Everything about a goal as rows: why, how it stands, what it lacks, who could help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from textual.content import Content

from crm.domain.cells import bar
from crm.domain.text import screen
from crm.i18n import _, active, language, ngettext
from crm.services.gaps import Effort, Gaps, Wanted
from crm.services.goals import GoalCard
from crm.tui.widgets.detail import Row, title
from crm.tui.widgets.goal_board import stands
from crm.wording import goals as wording
from crm.wording import words
from crm.wording.dates import ago, plain

BAR = 16
MOST_PEOPLE = 60
MOST_STEPS = 12
QUIET = "$foreground-muted"


class Person(NamedTuple):
    """A row that stands for somebody; `linked` when they are linked to the goal."""

    id: int
    name: str
    linked: bool


class Role(NamedTuple):
    """A row that stands for a wanted role."""

    role: str
    name: str


class About(NamedTuple):
    """What is to be shown of a goal: it, what it lacks, where effort went, how roles are named."""

    card: GoalCard
    gaps: Gaps
    effort: Effort
    name_of: Callable[[str, str], str]


def rows(about: About, today: date) -> list[Row]:
    """Give all rows about a goal."""
    card, tr = about.card, active()
    goal = card.goal
    head = " · ".join([words.rank(goal.rank, tr), *stands(card, today)])
    found = [Row(Content.styled(screen(goal.title), "bold")), Row(Content.styled(head, QUIET))]
    if goal.why:
        found.append(Row(Content.styled(screen(goal.why), "italic")))
    found += _pace(card)
    if step := wording.next_step(goal, today, tr):
        found += [Row(Content("")), Row(Content.styled(f"→ {step}", "$accent"))]
    if card.missing:
        lacks = wording.lacking(card.missing, card.explicitness, tr)
        found += [Row(Content("")), Row(Content.styled(lacks, "$warning"))]
    if about.gaps.wanted:
        found += title(_("Wanted roles"))
        for wanted in about.gaps.wanted:
            found += _wanted(wanted, lambda role: about.name_of(role, language()))
    found += _people(card, today)
    if card.progress:
        found += title(_("Progress"))
        for day, value, note in reversed(card.progress[-MOST_STEPS:]):
            text = f"{plain(day, today, tr)}: {words.number(value)}  {screen(note)}".rstrip()
            found.append(Row(Content(text), indent=2))
    return [*found, *_effort(about.effort)]


def _pace(card: GoalCard) -> Iterator[Row]:
    if card.pace is None:
        return
    bars = [(_("way made"), card.pace.progress)]
    if card.pace.elapsed is not None:
        bars.append((_("time gone"), card.pace.elapsed))
    width = max(len(label) for label, _percent in bars)
    yield Row(Content(""))
    for label, percent in bars:
        yield Row(Content.assemble(
            (f"{label:<{width}} ", QUIET), (bar(percent, BAR), "$primary"),
            f" {words.number(round(percent))} %",
        ))  # fmt: skip
    yield Row(Content.styled(wording.counted(card.goal, active()), QUIET))


def _wanted(wanted: Wanted, name_of: wording.NameOf) -> Iterator[Row]:
    tr = active()
    what = Role(wanted.role, name_of(wanted.role))
    style = "" if wanted.filled_by else "bold"
    yield Row(Content.styled(wording.wanted(wanted, name_of, tr), style), what)
    for candidate in wanted.candidates:
        could = candidate.could
        words_of = wording.candidate(screen(could.name), candidate, name_of, tr)
        yield Row(Content(words_of), Person(could.id, could.name, linked=False), indent=2)


def _people(card: GoalCard, today: date) -> list[Row]:
    if not card.people:
        return []
    found = title(_("People"))
    for person in card.people[:MOST_PEOPLE]:
        last = person.last_contact_on
        when = ago(last, today, active()) if last else _("no contact yet")
        words_of = Content.assemble(screen(person.name), (f"  {when}", QUIET))
        found.append(Row(words_of, Person(person.id, person.name, linked=True)))
    if left := len(card.people) - MOST_PEOPLE:
        more = ngettext("and {n} more", "and {n} more", left).format(n=left)
        found += [Row(Content.styled(more, QUIET), indent=2)] if left > 0 else []
    return found


def _effort(effort: Effort) -> list[Row]:
    if not effort.spent:
        return []
    tr, found = active(), title(_("Contacts of the last 30 days"))
    most = max(1, *effort.spent.values(), *effort.fitting.values())
    names = {rank: words.rank(rank, tr) for rank in effort.spent}
    width = max(map(len, names.values()))
    for rank, count in effort.spent.items():
        fitting = _("{n} (fitting: {fitting})").format(n=count, fitting=effort.fitting[rank])
        found.append(Row(Content.assemble(
            (f"{names[rank]:<{width}} ", QUIET), (bar(100 * count / most, BAR), "$primary"),
            f" {fitting}",
        )))  # fmt: skip
    if warning := wording.neglected(effort, tr):
        found.append(Row(Content.styled(warning, "bold $warning")))
    return found
