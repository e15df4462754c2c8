"""What the tests of the full screen share: the program on a screen of a size, and its pictures."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from crm import context, i18n
from crm.context import Context
from crm.services.demo import demo_settings
from crm.settings import Settings, load
from crm.tui.app import CrmApp
from tests.packaging.screens import drawn, settled

TODAY = date(2026, 3, 2)  # a Monday
PICTURES = Path(__file__).with_name("pictures")
WRITES = "CRM_PICTURES"
OF_TERMINAL = {"LANG", "LANGUAGE", "NO_COLOR"}
SIZES = ((80, 24), (120, 40))


class App(CrmApp):
    """The program, which remembers its toasts: on a slow machine they go before they are read."""

    def __init__(self, settings: Settings, *, welcomes: bool) -> None:
        super().__init__(settings, welcomes=welcomes)
        self.said: list[str] = []

    def notify(self, message: str, **more: Any) -> None:
        self.said.append(message)
        super().notify(message, **more)


class Ui:
    """The program on a screen: keys go in, what is to be read comes out."""

    def __init__(self, app: App, pilot) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait each time until all is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    async def write(self, text: str) -> None:
        """Type a text, without waiting in between."""
        await self.pilot.press(*("space" if char == " " else char for char in text))
        await self.settled()

    async def settled(self) -> None:
        """Wait until no service is being called and everything is drawn."""
        await settled(self.app, self.pilot)

    @property
    def lines(self) -> list[str]:
        """What can be read on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """What can be read on the screen."""
        return "\n".join(self.lines)

    @property
    def toasts(self) -> list[str]:
        """The toasts that were shown since the program began, oldest first."""
        return self.app.said

    @property
    def keys(self) -> str:
        """What the bar of keys says."""
        return self.lines[-1]


Opened = Callable[..., AbstractAsyncContextManager[Ui]]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in list(os.environ):
        if name != WRITES and (name.startswith(("CRM_", "XDG_", "LC_")) or name in OF_TERMINAL):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    # A cursor that blinks is not the same in every picture.
    monkeypatch.setattr(Input.__dict__["cursor_blink"], "_default", False)
    yield
    i18n.activate("en")


@pytest.fixture
def ui() -> Opened:
    """Give the program on a screen: `async with ui(network, size=(80, 24)) as shown:`.

    Somebody new is not welcomed unless with `welcomes`.
    """

    @asynccontextmanager
    async def opened(
        own: Context,
        *,
        size: tuple[int, int] = (80, 24),
        language: str = "en",
        welcomes: bool = False,
    ) -> AsyncIterator[Ui]:
        i18n.activate(language)
        app = App(own.settings._replace(language=language), welcomes=welcomes)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            shown = Ui(app, pilot)
            await shown.settled()
            yield shown

    return opened


def _settings(folder: Path) -> Settings:
    settings = load({"HOME": str(folder)}, None, "en")
    return settings._replace(
        today=TODAY, db_path=folder / "crm.db", db_chosen=False,
        cache_folder=folder / "cache", state_folder=folder / "state",
    )  # fmt: skip


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Context]:
    """Give an empty network on the fixed day."""
    own = context.make(_settings(tmp_path))
    yield own
    own.store.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of the invented network, made once."""
    folder = tmp_path_factory.mktemp("demo")
    return demo_settings(_settings(folder), TODAY, reset=False).db_path


@pytest.fixture
def demo(demo_file: Path, network: Context) -> Context:
    """Give the invented network on the fixed day."""
    shutil.copy(demo_file, network.settings.db_path)
    network.settings.db_path.chmod(0o600)
    return network


@pytest.fixture
def looks_like() -> Callable[[Ui, str], None]:
    """Give a check that the screen looks as in `pictures/NAME.svg`.

    With CRM_PICTURES=write the picture is made anew.
    """

    def check(shown: Ui, name: str) -> None:
        path = PICTURES / f"{name}.svg"
        picture = drawn(shown.app)
        if os.environ.get(WRITES) == "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(picture, encoding="utf-8")
        assert path.exists(), f"no picture yet: CRM_PICTURES=write makes {path.name}"
        same = picture == path.read_text(encoding="utf-8")
        assert same, f"the screen differs from {path.name}; it reads:\n{shown.text}"

    return check
