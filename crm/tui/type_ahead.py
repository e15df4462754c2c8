"""Keys typed faster than a page or a dialog opens: each waits until the one before it is done.

Textual hands a key on before what the key before it does is done: of `s3` the 3 would go to the
page behind the dialog that s opens, and be lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

_PATIENCE = 0.3
"""Seconds after which a key that has not come through holds back no other."""


class TypeAhead(App[None]):
    """A program in which a key is handed on when the one before it has been dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._number = 0
        self._is_under_way = False

    async def on_event(self, event: events.Event) -> None:
        """Hand on what is no new key at once, and a key in its turn."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_under_way:
            self._waiting.append(event)
            self.set_timer(_PATIENCE, self._after(self._number))
        else:
            await self._hand_on(event)

    def pop_screen(self) -> AwaitComplete:
        """Go back to the screen below; the key that led there is done with it."""
        gone = super().pop_screen()
        if self._is_under_way:
            self.screen.call_after_refresh(self._after(self._number))
        return gone

    async def _hand_on(self, key: events.Key) -> None:
        self._number += 1
        self._is_under_way = True
        screen = self.screen
        target: DOMNode = self.focused or screen
        await super().on_event(key)
        self._follow(target, screen, self._number)

    def _follow(self, node: MessagePump | None, screen: Screen[Any], number: int) -> None:
        """Pass behind the key through all that it passes, each of which takes things in turn."""
        if (
            node is None
            or node is self
            or not node.call_later(self._follow, node._parent, screen, number)
        ):
            self.call_later(self._arrived, screen, number)

    def _arrived(self, screen: Screen[Any], number: int) -> None:
        """Let the next key go; where another screen has come, when it has drawn itself.

        Not at once: the focus that a key has moved is set by a message that is still to come.
        """
        if self.screen is not screen:
            self.screen.call_after_refresh(self._after(number))
        else:
            self.call_later(self._after(number))

    def _after(self, number: int) -> Callable[[], Awaitable[None]]:
        """Give what lets the next key go if that with this number is still under way."""

        async def release() -> None:
            if number == self._number and self._is_under_way:
                self._is_under_way = False
                if self._waiting:
                    await self._hand_on(self._waiting.popleft())

        return release
