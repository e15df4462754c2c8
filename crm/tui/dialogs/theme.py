"""The colours: each theme is shown as the cursor comes to it, and kept by Enter."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from crm.i18n import N_, _
from crm.tui import themes
from crm.tui.dialogs.dialog import Dialog


class ChooseTheme(Dialog[None]):
    """All themes, the program's own first; Escape goes back to the one there was."""

    DEFAULT_CSS = """
    ChooseTheme { align: right middle; background: transparent; }
    ChooseTheme > .dialog-box { width: 36; }
    ChooseTheme OptionList {
        height: auto; max-height: 14; border: none; background: $surface; padding: 0;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", N_("choose this one"), id="theme.keep"),
    ]

    def __init__(self, names: list[str], now: str) -> None:
        super().__init__()
        own = [theme.name for theme in themes.THEMES]
        self.title_text = _("Colours")
        self._names = [*own, *sorted(name for name in names if name not in own)]
        self._before = now

    def body(self) -> ComposeResult:
        """Give the names."""
        yield OptionList(*self._names, markup=False)

    def on_mount(self) -> None:
        """Begin at the theme there is."""
        self.query_one(OptionList).highlighted = self._names.index(self._before)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the colours at once."""
        event.stop()
        self.app.theme = self._names[event.option_index]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep the colours from now on."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the colours from now on."""
        themes.remember(self.crm.context.settings, self.app.theme)
        self.dismiss(None)

    def action_leave(self) -> None:
        """Go back to the colours there were."""
        self.app.theme = self._before
        self.dismiss(None)
