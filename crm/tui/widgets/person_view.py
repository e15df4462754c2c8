"""What every tab of a person's page is."""

from __future__ import annotations

from crm.tui.noting import Noting


class PersonView(Noting):
    """A part of what is known of one person, looked up by `look`."""

    person = 0
    person_name = ""

    def of(self, person: int, name: str) -> None:
        """Say whom it is about, and what they are called as far as that is known."""
        self.person = person
        self.person_name = name

    def look(self) -> None:
        """Ask for what the tab shows, and show it when it comes."""
        raise NotImplementedError

    @property
    def is_editing(self) -> bool:
        """Whether something is being written in it, so that keys are letters."""
        return False
