"""Somebody to be named: completed as one types, chosen with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from crm.context import Context
from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import completion
from crm.services.completion import Choice
from crm.tui.dialogs.dialog import Dialog, text


class FindPerson(Dialog[object]):
    """A person by name; gives what `deed` makes of them, and says what is wrong until then.

    The deed gets them as every service takes a WHO: the name, or the id where the name would not
    do. Without a deed that is what it gives.
    """

    DEFAULT_CSS = """
    FindPerson Input { background: $boost; }
    FindPerson OptionList {
        height: auto; max-height: 9; margin-top: 1; border: none; padding: 0;
        background: $surface; text-wrap: nowrap; text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
    }
    FindPerson .lead { color: $text-muted; margin-bottom: 1; }
    FindPerson .wrong { color: $error; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), id="find_person.take", priority=True),
        Binding("down", "move(1)", N_("next"), show=False, priority=True),
        Binding("up", "move(-1)", N_("back"), show=False, priority=True),
    ]

    def __init__(
        self, title: str, *, lead: str = "", deed: Callable[[Context, str], object] | None = None
    ) -> None:
        super().__init__()
        self.title_text = title
        self._lead = lead
        self._deed = deed
        self._found: list[Choice] = []
        self._found_for: str | None = None
        self._is_taking = False

    def body(self) -> ComposeResult:
        """Give the line, and below it whom it may mean."""
        if self._lead:
            yield text(self._lead, classes="lead")
        yield Input(placeholder=_("Name"), compact=True)
        people = OptionList()
        people.can_focus = False
        yield people
        yield text("", classes="wrong")

    def on_mount(self) -> None:
        """Offer people before anything is typed."""
        self._look("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer those whom the line may mean."""
        event.stop()
        self._look(event.value)

    def _look(self, typed: str) -> None:
        def came(found: list[Choice]) -> None:
            self._show(typed, found)

        self.ask(lambda context: completion.people(context, typed), came, group="people")

    def _show(self, typed: str, found: list[Choice]) -> None:
        self._found, self._found_for = found, typed
        people = self.query_one(OptionList)
        people.clear_options()
        people.add_options(
            Content.assemble(screen(one.name), (f"  {screen(one.about)}", "$foreground-muted"))
            for one in found
        )
        people.highlighted = 0 if found else None
        self._say("" if found else _("Nobody by that name."))
        if self._is_taking:
            self.action_take()

    def _say(self, words: str) -> None:
        self.query_one(".wrong", Static).update(Content(screen(words)))

    def action_move(self, step: int) -> None:
        """Move to another of those offered."""
        people = self.query_one(OptionList)
        if self._found:
            people.highlighted = ((people.highlighted or 0) + step) % len(self._found)

    def action_take(self) -> None:
        """Take the one who is marked, once those shown are those whom the line may mean."""
        self._is_taking = self._found_for != self.query_one(Input).value
        if self._is_taking:
            return
        at = self.query_one(OptionList).highlighted
        if at is None or at >= len(self._found):
            return
        one, deed = self._found[at], self._deed
        named = one.name if one.number is None else str(one.number)
        if deed is None:
            self.dismiss(named)
        else:
            self.write(lambda context: deed(context, named), self._done, refused=self._wrong)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one who was clicked."""
        event.stop()
        self.action_take()

    def _done(self, made: object) -> None:
        self.dismiss(made)

    def _wrong(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self._say(message(error, active()))
