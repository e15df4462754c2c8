"""A line in words that completes names as they are written; long lines are wrapped."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, TextArea

from crm.domain.text import fold, screen
from crm.errors import CrmError
from crm.i18n import N_
from crm.services import naming
from crm.services.completion import Choice
from crm.services.naming import Offer
from crm.tui.asking import Asking

NAMES_AFTER = 0.04


class _Text(TextArea):
    """The text itself: one line, whatever is pasted."""

    DEFAULT_CSS = """
    _Text {
        height: auto; max-height: 5; border: none; padding: 0 1; background: $panel;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $panel; }
        & .text-area--suggestion { color: $text-muted; text-style: italic; }
    }
    """

    async def _on_key(self, event: events.Key) -> None:
        """Write what is printable; the line is sent by its owner's Enter."""
        if event.key != "enter":
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take in a text of several lines as one."""
        await super()._on_paste(events.Paste(screen(event.text)))
        event.prevent_default()
        event.stop()

    def action_cursor_right(self, select: bool = False) -> None:
        """Take the name that is offered, or move on."""
        owner = self.parent
        if select or not isinstance(owner, NameLine) or not owner.take():
            super().action_cursor_right(select)


class NameLine(Asking, Vertical):
    """The line, and over what stands below it the names that can be meant at its cursor."""

    DEFAULT_CSS = """
    NameLine { height: auto; }
    NameLine OptionList {
        overlay: screen; display: none; height: auto; max-height: 8; width: 1fr; padding: 0 1;
        border: none; background: $panel; text-wrap: nowrap; text-overflow: ellipsis;
        & > .option-list--option-highlighted { text-style: reverse; }
    }
    NameLine.-offers OptionList { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "send", N_("log it"), priority=True),
        Binding("tab", "take", N_("take the name"), priority=True),
        Binding("down", "move(1)", N_("correct"), priority=True),
        Binding("up", "move(-1)", N_("back"), show=False, priority=True),
        Binding("escape", "close", N_("close the names"), show=False, priority=True),
    ]

    class Changed(Message):
        """The text is another one."""

    class Sent(Message):
        """Enter was pressed."""

    class Left(Message):
        """The cursor moved down, out of the text."""

    class Taken(Message):
        """A name was taken that somebody else may bear too; it means the one with this id."""

        def __init__(self, name: str, number: int) -> None:
            super().__init__()
            self.name = name
            self.number = number

    def __init__(self, value: str = "", placeholder: str = "", *, selected: bool = False) -> None:
        super().__init__()
        self._selected = selected
        self._begin = value
        self._placeholder = placeholder
        self._offer: Offer | None = None
        self._names: list[Choice] = []
        self._at = 0
        self._moved = False

    def compose(self) -> ComposeResult:
        """Give the text and the names."""
        yield _Text(
            screen(self._begin), placeholder=Content(self._placeholder), compact=True,
            highlight_cursor_line=False,
        )  # fmt: skip
        names = OptionList(compact=True)
        names.can_focus = False
        yield names

    def on_mount(self) -> None:
        """Stand behind what is written already, or select it to be written anew."""
        self._text.cursor_blink = False
        if self._selected:
            self._text.select_all()
        else:
            self._text.move_cursor(self._text.document.end)

    @property
    def value(self) -> str:
        """The text."""
        return self._text.text

    @property
    def _text(self) -> _Text:
        return self.query_one(_Text)

    @property
    def _before(self) -> str:
        """What stands before the cursor."""
        return self.value[: self._text.cursor_location[1]]

    def focus_text(self) -> None:
        """Go on writing."""
        self._text.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Narrow the names to what is written, and look for others."""
        event.stop()
        self.post_message(self.Changed())
        before = self._before
        self._narrow(before)
        if self.value[len(before) :][:1].isalnum():
            self._offer = None
            return
        self.ask_soon(
            lambda context: naming.names(context, before),
            lambda offer: self._show(before, offer),
            after=NAMES_AFTER, group="names", refused=self._ignore,
        )  # fmt: skip

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Offer nothing where nothing was written."""
        event.stop()
        if self._offer is not None and not self._is_at(self._offer):
            self._close()

    def _is_at(self, offer: Offer) -> bool:
        return self._before.startswith(self._offered_for) and len(self._before) >= offer.start

    @property
    def _offered_for(self) -> str:
        offer = self._offer
        return "" if offer is None else self.value[: offer.start] + offer.written

    def _ignore(self, _error: CrmError) -> None:
        """Offer nothing; saving will say what is wrong."""
        self._close()

    def _narrow(self, before: str) -> None:
        offer = self._offer
        if offer is None:
            return
        key = fold(before[offer.start :].removeprefix("@"))
        names = [name for name in offer.names if f" {key}" in f" {fold(name.name)}"]
        if key and names and before[offer.start :].strip() == before[offer.start :]:
            self._put(offer._replace(names=names, written=before[offer.start :]))
        else:
            self._close()

    def _show(self, before: str, offer: Offer | None) -> None:
        if before != self._before or offer is None:
            self._close()
        else:
            self._put(offer)

    def _put(self, offer: Offer) -> None:
        """Offer names: the rest of the first behind the cursor, several in a list."""
        kept = self._names[self._at] if self._moved else None
        self._offer, self._names = offer, offer.names
        self._moved = kept in offer.names
        self._at = offer.names.index(kept) if kept is not None and self._moved else 0
        rest = self._rest(offer.names[self._at])
        is_whole = len(offer.names) == 1 and rest == ""
        if is_whole:
            self._close()
            return
        names = self.query_one(OptionList)
        names.clear_options()
        names.add_options(
            Content.assemble(" ", screen(one.name), (f"  {screen(one.about)}", "$foreground-muted"))
            for one in offer.names
        )
        names.highlighted = self._at
        self.set_class(len(offer.names) > 1 or rest is None, "-offers")
        self._text.suggestion = rest or ""

    def _rest(self, choice: Choice) -> str | None:
        """Give what is missing of a name; None when it does not begin with what is written."""
        written = self._offer.written.removeprefix("@") if self._offer else ""
        begins = fold(choice.name[: len(written)]) == fold(written)
        return choice.name[len(written) :] if begins else None

    def _close(self) -> None:
        self._offer, self._names, self._moved, self._at = None, [], False, 0
        self._text.suggestion = ""
        self.set_class(False, "-offers")

    @property
    def is_open(self) -> bool:
        """Whether the list of names can be seen."""
        return self.has_class("-offers")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Escape leave the dialog when no names are offered."""
        if action == "take":
            return self._offer is not None
        return self.is_open if action == "close" else True

    def action_close(self) -> None:
        """Offer no names for now."""
        self._close()

    def action_send(self) -> None:
        """Take the name that was gone to, or send the line."""
        if not (self._moved and self.take()):
            self._close()
            self.post_message(self.Sent())

    def action_take(self) -> None:
        """Take the name that is offered."""
        self.take()

    def action_move(self, step: int) -> None:
        """Go through the names, within a text of several lines, or down and out of it."""
        at = self._at + step
        if self.is_open and at < len(self._names) and (at >= 0 or self._moved):
            self._at, self._moved = max(0, at), at >= 0
            self.query_one(OptionList).highlighted = self._at
            self._text.suggestion = self._rest(self._names[self._at]) or ""
            return
        text = self._text
        if step > 0 and text.navigator.is_last_wrapped_line(text.cursor_location):
            self._close()
            self.post_message(self.Left())
        elif step > 0:
            text.action_cursor_down()
        else:
            text.action_cursor_up()

    def take(self) -> bool:
        """Write the name that is offered in full; False when none is."""
        if self._offer is None or not self._names:
            return False
        choice, start = self._names[self._at], self._offer.start
        end = self._text.cursor_location[1]
        self._close()
        self._text.replace(choice.name, (0, start), (0, end))
        self._text.move_cursor((0, start + len(choice.name)))
        if choice.number is not None:
            self.post_message(self.Taken(choice.name, choice.number))
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the name that was clicked."""
        event.stop()
        self._at = event.option_index
        self.take()
        self.focus_text()
