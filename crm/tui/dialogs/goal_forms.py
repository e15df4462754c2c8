"""What is asked about a goal: a new one, what changed, the next step, a wanted role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import _, active, language
from crm.services import completion, goals, roles
from crm.services.goals import GoalCard, GoalEdit, GoalSaid, Ranked
from crm.tui.dialogs.form import Field, Filled, Form
from crm.wording import words

if TYPE_CHECKING:
    from crm.store.reads.goals import Goal


def new(rank: str) -> Form:
    """Ask for a new goal."""
    wants = Field("wants", _("Wanted roles"), hint=_("copywriter, photographer"),
                  completes=role_names)  # fmt: skip

    def deed(context: Context, filled: Filled) -> Ranked:
        said = GoalSaid(
            filled["title"], filled["rank"], why=filled["why"], unit=filled["unit"],
            target=goals.measure(filled["target"], "target"), by=filled["by"] or None,
            wants=tuple(filled["wants"].split(",")),
        )  # fmt: skip
        return goals.add(context, said)

    lead = _("Only the title is needed now; the rest makes it explicit.")
    return Form(_("A new goal"), [*_fields(None, rank), wants], deed, lead=lead)


def changed(goal: Goal) -> Form:
    """Ask for what is to be changed of a goal."""

    def deed(context: Context, filled: Filled) -> Ranked:
        return goals.edit(context, str(goal.id), GoalEdit(**filled))

    return Form(screen(goal.title), _fields(goal, goal.rank), deed)


def next_step(card: GoalCard) -> Form:
    """Ask for the next step, its day and with whom."""
    goal = card.goal
    names = {person.id: person.name for person in card.people}
    day = goal.next_action_on.isoformat() if goal.next_action_on else ""
    fields = (
        Field("action", _("Next step"), goal.next_action, _("send the proposal")),
        Field("by", _("On which day"), day, _("friday, 14 Nov, 3d")),
        Field("person", _("With whom"), names.get(goal.next_action_contact_id or 0, ""),
              completes=person_names),
    )  # fmt: skip

    def deed(context: Context, filled: Filled) -> GoalCard:
        action = filled["action"].strip()
        by, person = filled["by"] or None, filled["person"].strip() or None
        if not action:
            by = person = None
        return goals.next_action(context, str(goal.id), action, by=by, person=person)

    lead = _("Clear the line when it is done and none follows yet.") if goal.next_action else ""
    return Form(screen(goal.title), fields, deed, lead=lead)


def wanted_role(goal: Goal) -> Form:
    """Ask for a role that a goal needs."""
    field = Field("role", _("Wanted role"), hint=_("copywriter"), completes=role_names)

    def deed(context: Context, filled: Filled) -> GoalCard:
        return goals.link(context, str(goal.id), [], [filled["role"]])

    return Form(screen(goal.title), (field,), deed)


def _fields(goal: Goal | None, rank: str) -> list[Field]:
    """Give the lines for what a goal says of itself, filled in from one there is."""
    ranks = tuple((code, words.rank(code, active())) for code in goals.RANKS)
    target = words.number(goal.target) if goal and goal.target is not None else ""
    by = goal.due_on.isoformat() if goal and goal.due_on else ""
    return [
        Field("title", _("Goal"), goal.title if goal else "", _("three clients who stay")),
        Field("rank", _("Rank"), rank, choices=ranks),
        Field("why", _("Why"), goal.why if goal else "", _("a steady half of my income")),
        Field("target", _("How much"), target, "3"),
        Field("unit", _("Of what"), goal.unit if goal else "", _("clients")),
        Field("by", _("Until when"), by, _("31 Dec, 3m, friday")),
    ]


def person_names(context: Context, typed: str) -> list[str]:
    """Give the names of people that begin as typed."""
    return [one.name for one in completion.people(context, typed)] if typed else []


def role_names(context: Context, typed: str) -> list[str]:
    """Give the names of roles for the last of several with commas."""
    before, comma, last = typed.rpartition(",")
    lead = f"{before}{comma} " if comma else ""
    return [lead + screen(name) for name in roles.beginning(context, last.strip(), language())]
