"""Entries at the left, all about the one under the cursor at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from crm.i18n import N_
from crm.tui.asking import Asking

Entry = TypeVar("Entry")


class Sides(Asking, Generic[Entry]):
    """A view of a page: a list, and beside or below it the whole of one entry.

    What it shows is asked for by `look`. Without entries it says `empty`.
    """

    DEFAULT_CSS = """
    Sides { height: 1fr; }
    Sides .halves { height: 1fr; }
    Sides .summary { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Sides OptionList {
        width: 34; height: 1fr; border: none; padding: 0; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        &:focus > .option-list--option-highlighted {
            background: $primary 30%; color: $foreground; text-style: bold;
        }
        & > .option-list--option-disabled { color: $primary; text-style: bold; }
    }
    Sides VerticalScroll { width: 1fr; height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Sides .whole { height: auto; }
    Sides .empty { padding: 0 2; height: auto; width: 1fr; }
    Sides .hidden { display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("see more"), id="sides.open", priority=True),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self._at: list[int | None] = []

    def compose(self) -> ComposeResult:
        """Give the list, the whole of one entry, and what stands there without entries."""
        yield Static(classes="summary")
        with Horizontal(classes="halves"):
            yield OptionList()
            with VerticalScroll(can_focus=False):
                yield Static(classes="whole")
        yield Static(classes="empty hidden")

    def look(self) -> None:
        """Ask for what the view shows, and show it when it comes."""
        raise NotImplementedError

    def line(self, entry: Entry) -> Content:
        """Give an entry as it stands in the list."""
        raise NotImplementedError

    def whole(self, entry: Entry) -> Content:
        """Give all about an entry."""
        raise NotImplementedError

    def about(self, entry: Entry) -> object:
        """Give what tells an entry from the others, also when it has changed."""
        raise NotImplementedError

    def group(self, _entry: Entry) -> str:
        """Give the heading that an entry stands under, "" for none."""
        return ""

    def summary(self) -> Content:
        """Give a line about all entries, above them."""
        return Content("")

    @property
    def here(self) -> Entry | None:
        """The entry under the cursor."""
        at = self.query_one(OptionList).highlighted
        place = self._at[at] if at is not None and at < len(self._at) else None
        return None if place is None else self.entries[place]

    def show(self, entries: Sequence[Entry], empty: Content) -> None:
        """Show entries, the cursor on the one it was on; `empty` where there are none."""
        kept = None if self.here is None else self.about(self.here)
        self.entries = entries
        options = self.query_one(OptionList)
        options.clear_options()
        self._at = []
        options.add_options(list(self._options()))
        self._show_empty(None if entries else empty)
        self.query_one(".summary", Static).update(self.summary())
        if entries:
            places = {place: at for at, place in enumerate(self._at) if place is not None}
            same = (place for place, entry in enumerate(entries) if self.about(entry) == kept)
            options.highlighted = places[next(same, 0)]
        self.take_focus()
        self.screen.refresh_bindings()

    def take_focus(self) -> None:
        """Take the focus while in front: into the list, and without entries itself."""
        if self.display:
            self.can_focus = not self.entries
            (self.query_one(OptionList) if self.entries else self).focus()

    def say_instead(self, words: Content) -> None:
        """Show words in the place of the entries: what is looked for, or why there are none."""
        self.show((), words)

    def _show_empty(self, words: Content | None) -> None:
        empty = self.query_one(".empty", Static)
        empty.update(words or "")
        empty.set_class(words is None, "hidden")
        self.query_one(".halves").set_class(words is not None, "hidden")

    def _options(self) -> Iterator[Option]:
        heading = ""
        for place, entry in enumerate(self.entries):
            if (group := self.group(entry)) != heading:
                heading = group
                self._at.append(None)
                yield Option(Content(f" {heading}"), disabled=True)
            self._at.append(place)
            yield Option(self.line(entry))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show all about the one under the cursor."""
        event.stop()
        self._show_whole()
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.screen.refresh_bindings()

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._show_whole)

    def _show_whole(self) -> None:
        here = self.here
        self.query_one(".whole", Static).update(Content("") if here is None else self.whole(here))

    @property
    def room(self) -> int:
        """How many columns a line about an entry has."""
        return max(20, self.query_one(".whole").size.width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow to open what is under the cursor."""
        return self.here is not None if action == "open" and self.is_mounted else True

    def action_open(self) -> None:
        """Open the one under the cursor."""
        if self.here is not None:
            self.open(self.here)

    def open(self, entry: Entry) -> None:
        """Open the person, or whatever an entry is about."""
        raise NotImplementedError
