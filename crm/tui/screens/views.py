"""A page of several views, of which one is in front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ContentSwitcher

from crm.i18n import N_, _
from crm.tui.page import Page
from crm.tui.widgets.sides import Sides
from crm.tui.widgets.tab_bar import Tab, TabBar


class Views(Page):
    """A bar of views and the one in front, which looks when it comes there."""

    DEFAULT_CSS = """
    Views ContentSwitcher { height: 1fr; }
    Views.-wide Sides OptionList { width: 50; }
    Views.-narrow Sides .halves { layout: vertical; }
    Views.-narrow Sides OptionList { width: 1fr; height: auto; max-height: 45%; }
    Views.-narrow Sides VerticalScroll { width: 1fr; border-top: solid $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "view(1)", N_("next view"), id="views.next", show=False, priority=True),
        Binding("left", "view(-1)", N_("view before"), id="views.before", show=False,
                priority=True),
    ]  # fmt: skip
    titles: ClassVar[Sequence[str]] = ()
    """The title of each view, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._looked: dict[str, int] = {}

    def views(self) -> Sequence[Sides[Any]]:
        """Give the views, each with an id, in the order of their titles."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Give the bar and the views."""
        self._views = self.views()
        names = [str(view.id) for view in self._views]
        yield TabBar([Tab(name, _(title)) for name, title in zip(names, self.titles, strict=True)])
        with ContentSwitcher(initial=names[0]):
            yield from self._views

    @property
    def view(self) -> Sides[Any]:
        """The view in front."""
        current = self.query_one(ContentSwitcher).current
        return next(view for view in self._views if view.id == current)

    def look(self) -> None:
        """Let the view in front look."""
        view = self.view
        self._looked[str(view.id)] = self.crm.age
        view.look()

    def bring(self, name: str) -> None:
        """Bring a view to the front; it looks unless what it shows is of now."""
        self.query_one(ContentSwitcher).current = name
        self.query_one(TabBar).mark(name)
        if self._looked.get(name) != self.crm.age:
            self.look()
        else:
            self.view.take_focus()
        self.refresh_bindings()

    def action_view(self, step: int) -> None:
        """Bring the next view to the front, or the one before."""
        at = self._views.index(self.view)
        self.bring(str(self._views[(at + step) % len(self._views)].id))

    def on_tab_bar_chosen(self, message: TabBar.Chosen) -> None:
        """Bring the view that was clicked to the front."""
        message.stop()
        self.bring(message.name)
