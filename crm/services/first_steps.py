"""The first steps of somebody new: who they are, what they are after, whom they know."""

from __future__ import annotations

from typing import NamedTuple

from crm.context import Context
from crm.services import contacts, goals, profile, understand
from crm.services.goals import GoalCard
from crm.services.profile import Profile
from crm.services.roles import roles

RANKS = goals.RANKS
LISTS = ("role", "interest", "offer", "need")


class Begun(NamedTuple):
    """What the user has said so far."""

    me: Profile
    goals: list[GoalCard]
    anybody: bool

    @property
    def has_profile(self) -> bool:
        """Whether anything about the user is known."""
        return bool(self.me.name or self.me.pitch or any(self.me.traits.values()))

    @property
    def is_nothing(self) -> bool:
        """Whether the user has done nothing yet."""
        return not (self.has_profile or self.goals or self.anybody)

    @property
    def step(self) -> int:
        """The first step that was not taken yet, 1 to 3."""
        if not self.has_profile:
            return 1
        return 3 if self.goals else 2


def begun(context: Context) -> Begun:
    """Give what the user has said so far."""
    return Begun(profile.profile(context), goals.cards(context), contacts.anybody(context))


def introduce(context: Context, filled: dict[str, str]) -> bool:
    """Note who the user is, lists with commas between their values; False if nothing is new."""
    known = profile.profile(context)
    said = {name: filled[name].strip() for name in ("name", "pitch")}
    traits = {kind: values(filled[kind]) for kind in LISTS}
    with context.store.reading() as connection:
        traits["role"] = [*map(roles(connection).recognised, traits["role"])]
    if said == {"name": known.name, "pitch": known.pitch} and all(
        traits[kind] == known.traits[kind] for kind in LISTS
    ):
        return False
    profile.set_profile(context, name=said["name"], pitch=said["pitch"], traits=traits)
    return True


def aim(context: Context, lines: list[tuple[str, str, str]]) -> list[GoalCard]:
    """Note the first goals, (title, measure, by) each, ranked in their order, as one change."""
    said = []
    for rank, (title, measure, by) in zip(RANKS, lines, strict=False):
        if title.strip() or measure.strip() or by.strip():
            title = understand.required(title, "title")
            target, unit = goals.target_and_unit(measure)
            said.append(
                goals.GoalSaid(title, rank, unit=unit, target=target, by=by.strip() or None)
            )
    return goals.add_all(context, said) if said else []


def values(text: str) -> list[str]:
    """Give the values of a list that was typed with commas between them."""
    return list(filter(None, (value.strip() for value in text.split(","))))
