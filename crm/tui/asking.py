"""Calls services in threads: what comes back is a message, and what is stale is dropped."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import WorkType

from crm.context import Context
from crm.errors import CrmError

if TYPE_CHECKING:
    from crm.tui.app import CrmApp

Answer = TypeVar("Answer")
WRITING = "writing"


class Came(Message):
    """What a service gave for the question with this number."""

    bubble = False

    def __init__(self, group: str, number: int, then: Callable[[Any], None], answer: Any) -> None:
        super().__init__()
        self.group = group
        self.number = number
        self.then = then
        self.answer = answer


class Refused(Message):
    """What a service raised for the question with this number; `again` asks once more."""

    bubble = False

    def __init__(
        self,
        group: str,
        number: int,
        error: CrmError,
        again: Callable[[], None],
        instead: Callable[[CrmError], None] | None,
    ) -> None:
        super().__init__()
        self.group = group
        self.number = number
        self.error = error
        self.again = again
        self.instead = instead


class Asking(Widget):
    """A widget that asks services; every answer arrives on the event loop, in the order asked."""

    _numbers: dict[str, int] | None = None

    @property
    def crm(self) -> CrmApp:
        """The program that this widget is in."""
        from crm.tui.app import CrmApp

        assert isinstance(self.app, CrmApp)
        return self.app

    def ask(
        self,
        call: Callable[[Context], Answer],
        then: Callable[[Answer], None],
        *,
        group: str = "reading",
        refused: Callable[[CrmError], None] | None = None,
    ) -> None:
        """Call a service in a thread and hand what it gives to `then`.

        Of several questions of a `group` only the last one's answer counts. An error is shown
        in a dialog, unless it is taken by `refused`.
        """
        self._start(call, then, group, self._next(group), refused)

    def ask_soon(
        self,
        call: Callable[[Context], Answer],
        then: Callable[[Answer], None],
        *,
        after: float,
        group: str,
        refused: Callable[[CrmError], None] | None = None,
    ) -> None:
        """Ask as `ask` does when so many seconds have passed without another question of the group.

        So nothing is asked of every key while somebody types; earlier answers are stale at once.
        """
        number = self._next(group)

        async def wait() -> None:
            await sleep(after)
            self._start(call, then, group, number, refused)

        work: WorkType[None] = wait
        self.run_worker(work, group=f"{group} soon", exclusive=True)

    def write(
        self,
        call: Callable[[Context], Answer],
        then: Callable[[Answer], None] | None = None,
        *,
        refused: Callable[[CrmError], None] | None = None,
    ) -> None:
        """Call a service that changes the network; every page looks again when it is done.

        Writes are never dropped. An error is shown in a dialog, and nothing has changed then.
        """

        def done(answer: Answer) -> None:
            self.crm.network_changed()
            if then is not None:
                then(answer)

        self._start(call, done, WRITING, 0, refused)

    def _next(self, group: str) -> int:
        if self._numbers is None:
            self._numbers = {}
        self._numbers[group] = self._numbers.get(group, 0) + 1
        return self._numbers[group]

    def _start(
        self,
        call: Callable[[Context], Answer],
        then: Callable[[Answer], None],
        group: str,
        number: int,
        refused: Callable[[CrmError], None] | None,
    ) -> None:
        context = self.crm.context

        def again() -> None:
            self._start(call, then, group, number, refused)

        def work() -> None:
            try:
                answer = call(context)
            except CrmError as error:
                self.post_message(Refused(group, number, error, again, refused))
            else:
                self.post_message(Came(group, number, then, answer))

        self.run_worker(work, thread=True, group=group, exclusive=False)

    def _is_stale(self, message: Came | Refused) -> bool:
        """Tell whether something newer was asked, or the screen is being taken down."""
        if not (self.is_attached and self.screen.children):
            return True
        return message.number != 0 and message.number != (self._numbers or {}).get(message.group)

    def on_came(self, message: Came) -> None:
        """Hand over an answer that is not stale."""
        message.stop()
        if not self._is_stale(message):
            message.then(message.answer)

    def on_refused(self, message: Refused) -> None:
        """Show an error that is not stale, or hand it over."""
        message.stop()
        if self._is_stale(message):
            return
        if message.instead is not None:
            message.instead(message.error)
        else:
            self.crm.show_failure(message.error, message.again)
