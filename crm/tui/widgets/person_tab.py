"""What the tabs of a person's page are: entries that are looked up when they come to the front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from crm.i18n import _
from crm.tui.widgets.entries import Entries, Entry
from crm.tui.widgets.person_view import PersonView


class PersonTab(Entries, PersonView):
    """Entries about one person; what is chosen is handed to `chosen`."""

    def chosen(self, about: Any) -> None:
        """Do what choosing an entry that stands for something means; nothing, if not said."""

    def on_entries_chosen(self, message: Entries.Chosen) -> None:
        """Hand over what was chosen."""
        message.stop()
        about = message.entry.about
        if callable(about):
            about()
        elif about is not None:
            self.chosen(about)


def offer(words: str, deed: Callable[[], None]) -> Entry:
    """Give an entry that does something when it is chosen."""
    return Entry(_("+ {deed}").format(deed=words), about=deed, offer=True)


def section(title: str, entries: Sequence[Entry]) -> list[Entry]:
    """Give entries under a title, nothing when there are none."""
    return [Entry(title, heading=True), *entries] if entries else []


def kind_word(words: str) -> Entry:
    """Give what is said where nothing is known yet."""
    return Entry("", below=(words,), heading=True)
