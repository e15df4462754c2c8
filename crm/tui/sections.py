"""The pages of the program, their keys, and where each one's file stands."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from crm.i18n import N_

if TYPE_CHECKING:
    from crm.tui.page import Page


class Section(NamedTuple):
    """A page: its name, the key that leads there, its title, and its class in `crm.tui.screens`."""

    name: str
    key: str
    title: str
    file: str
    screen: str

    def page(self) -> Page:
        """Give the page; its file is imported when it is first shown."""
        module = import_module(f"crm.tui.screens.{self.file}")
        return cast("Callable[[], Page]", getattr(module, self.screen))()


SECTIONS = (
    Section("today", "1", N_("Today"), "today", "Today"),
    Section("people", "2", N_("People"), "people", "People"),
    Section("goals", "3", N_("Goals"), "goals", "Goals"),
    Section("mentors", "4", N_("Mentors"), "mentors", "Mentors"),
    Section("giving", "5", N_("Giving"), "giving", "Giving"),
    Section("matches", "6", N_("Matches"), "matches", "Matches"),
    Section("events", "7", N_("Events"), "events", "Events"),
    Section("garden", "8", N_("Garden"), "garden", "Garden"),
)
