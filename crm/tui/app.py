"""The program on the full screen: its pages, the keys that work everywhere, the day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand, get_system_commands_provider
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import ModalScreen, Screen

from crm import context
from crm.context import Context
from crm.domain.text import screen as harmless
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.settings import Settings
from crm.tui import themes
from crm.tui.page import Page
from crm.tui.sections import SECTIONS
from crm.tui.type_ahead import TypeAhead
from crm.tui.widgets.section_bar import SectionBar

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.debrief import Debriefed
    from crm.store.journal import TakenBack
    from crm.store.reads.contacts import Named
    from crm.store.reads.conversations import LastTalk

WATCHED_EVERY = 1.0
"""Seconds between two looks at whether somebody else has written to the network."""
DAY_EVERY = 20.0
READY_AFTER = 1.5
"""Seconds after the start at which what is used next is imported, unless it was used before."""
PERSON = (
    "crm.tui.screens.contact", "crm.tui.widgets.person_overview", "crm.services.card",
    "crm.services.brief", "crm.services.reach",
)  # fmt: skip


def _get_ready() -> None:
    """Import what a person's page and the first write take; nobody has to wait for it then."""
    from crm.services.changes import get_ready

    for name in PERSON:
        import_module(name)
    get_ready()


def _deeds() -> type[Provider]:
    from crm.tui.palette import Deeds

    return Deeds


def _people() -> type[Provider]:
    from crm.tui.palette import People

    return People


class ChangedOutside(Message):
    """Another program has written to the network."""


class CrmApp(TypeAhead):
    """The program on the full screen, over one network."""

    TITLE = "crm"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_deeds, _people, get_system_commands_provider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "log", N_("log"), id="log"),
        Binding("L", "debrief", N_("how did it go"), id="debrief", show=False),
        Binding("u", "undo", N_("undo"), id="undo", show=False),
        Binding("question_mark", "help", N_("help"), id="help", show=False),
        Binding("q", "quit", N_("quit"), id="quit", show=False),
        Binding(
            "ctrl+p",
            "command_palette",
            N_("find a deed or a person"),
            id="palette",
            show=False,
            priority=True,
        ),
        *(
            Binding(each.key, f"section('{each.name}')", each.title, id=each.name, show=False)
            for each in SECTIONS
        ),
    ]

    def __init__(self, settings: Settings, *, welcomes: bool = True) -> None:
        super().__init__()
        self._settings = settings
        self._welcomes = welcomes
        self.context = context.make(settings)
        self.own: Context | None = None
        """The user's own network while an invented one is looked at."""
        self.age = 0
        """How many changes of the network were seen; a page compares it with what it shows."""
        self._is_over = Event()
        self._unsaved = ""
        self._clashed: set[str] = set()
        self._modes = {section.name: section.page for section in SECTIONS}
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.chosen(settings, self.available_themes)
        if settings.keys:
            from crm.tui.keys import keymap

            self.set_keymap(keymap(settings))

    def on_mount(self) -> None:
        """Open the first page, and begin to watch the clock and the file."""
        self.switch_mode(SECTIONS[0].name)
        self.set_interval(DAY_EVERY, self._look_at_clock)
        self.run_worker(self._watch, thread=True, group="watch")
        self.set_timer(READY_AFTER, self._get_ready)

    def on_unmount(self) -> None:
        """Let the watching thread end."""
        self._is_over.set()

    @property
    def page(self) -> Page | None:
        """The page in front, be there a dialog before it or not."""
        pages = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))
        return next(pages, None)

    def network_changed(self) -> None:
        """Let every page look again: the one in front now, the others when they come there."""
        self.age += 1
        if self.page is not None:
            self.page.look_if_changed()

    def say(self, text: str) -> None:
        """Show a toast, of a line or several: something went well."""
        self.notify("\n".join(harmless(line) for line in text.split("\n")), markup=False)

    def show_failure(
        self, error: CrmError, again: Callable[[], None] | None = None, *, note: str = ""
    ) -> None:
        """Show in a dialog what went wrong and what to do; `again` tries once more.

        A `note`, such as a link that nothing opened, stands below.
        """
        from crm.tui.dialogs.failure import Failure
        from crm.wording.errors import message

        def tried(wants_again: bool | None) -> None:
            if wants_again and again is not None:
                again()

        words = "\n\n".join(filter(None, (message(error, active()), note)))
        self.push_screen(Failure(words, can_retry=again is not None), tried)

    def action_section(self, name: str) -> None:
        """Bring a page to the front; where it is, leave what was opened from it."""
        if name != self.current_mode:
            self.switch_mode(name)
        else:
            self.screen_stack[0].pop_until_active()

    def open_person(self, contact_id: int) -> None:
        """Open the page of a person in front of the one there is."""
        from crm.tui.screens.contact import Contact

        self.push_screen(Contact(contact_id))

    def action_log(self) -> None:
        """Log what happened, in words."""
        self.open_log()

    def open_log(self, name: str = "", contact_id: int | None = None) -> None:
        """Log what happened in words, with somebody named in the line already.

        With an id it is with them, whoever else bears the name.
        """
        from crm.tui.dialogs.log import LogDialog
        from crm.wording import deeds

        dialog = LogDialog(name, contact_id, draft=self._unsaved)

        def saved(logged: Logged | None) -> None:
            if logged is None:
                self._unsaved = dialog.line if not name else self._unsaved
                return
            self._unsaved = self._unsaved if name else ""
            today, tr = self.context.today, active()
            said = [deeds.logged(logged, today, tr), *deeds.promised(logged, today, tr),
                    *deeds.planted(logged, tr)]  # fmt: skip
            self.say("\n".join(said))
            self._offer_debrief(logged)

        self.push_screen(dialog, saved)

    def _offer_debrief(self, logged: Logged) -> None:
        """Ask how a talk went, if it is one of today or yesterday."""
        from crm.services.debrief import is_due
        from crm.tui.dialogs.debrief import Debrief

        if is_due(self.context, logged):
            person, talk = logged.people[0], (logged.id, logged.kind, logged.day)
            self.push_screen(Debrief(person, talk), self._debriefed)

    def action_debrief(self) -> None:
        """Ask how the last talk of today or yesterday went."""
        from crm.services.debrief import to_debrief
        from crm.tui.dialogs.debrief import Debrief

        def found(last: tuple[Named | None, LastTalk | None]) -> None:
            person, talk = last
            if person is None or talk is None:
                self.say(_("No talk of today or yesterday to look back on. Log it first."))
            else:
                asked = Debrief(person, (talk.id, talk.kind, talk.day))
                self.push_screen(asked, self._debriefed)

        if self.page is not None:
            self.page.ask(lambda own: to_debrief(own, None), found, group="debrief")

    def _debriefed(self, noted: Debriefed | None) -> None:
        from crm.wording.deeds import debriefed

        if noted is not None:
            self.say("\n".join(debriefed(noted, active())))

    def opened_on(self, *, is_empty: bool) -> None:
        """Welcome somebody new, who opens the program on an empty network."""
        if self._welcomes and is_empty:
            self.open_welcome(for_new=True)
        self._welcomes = False

    def open_welcome(self, *, for_new: bool = False, step: int | None = None) -> None:
        """Open the welcome at a step, else at the first one not taken."""
        from crm.tui.dialogs.welcome import open_welcome

        open_welcome(self, for_new=for_new, step=step)

    def open_import(self) -> None:
        """Ask for a file, and import its people."""
        from crm.tui.dialogs.import_file import open_import

        open_import(self)

    def open_export(self) -> None:
        """Ask what to take away and where to, and write it."""
        from crm.tui.dialogs.export_file import open_export

        open_export(self)

    def open_planting(self) -> None:
        """Ask of those in the address book whom to take into the garden."""
        from crm.tui.dialogs.plant_round import open_round

        if self.page is not None:
            open_round(self.page)

    def on_section_bar_chosen(self, message: SectionBar.Chosen) -> None:
        """Bring the page that was clicked to the front."""
        self.action_section(message.section)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Say once that a key of the user's own has taken one of the page."""
        names = {_(binding.description) for binding in clashed_bindings}
        if not names <= self._clashed:
            self._clashed |= names
            form = _("Two things here have the same key in config.toml; without one now: {names}.")
            self.notify(form.format(names=", ".join(sorted(names))), severity="warning",
                        markup=False)  # fmt: skip

    def action_help(self) -> None:
        """Show what the keys do here and everywhere."""
        from crm.tui.dialogs.help import Help, Key

        here: list[Key] = []
        everywhere: list[Key] = []
        for active_binding in self.screen.active_bindings.values():
            binding = active_binding.binding
            if binding.id and active_binding.enabled:
                key = Key(self.get_key_display(binding), _(binding.description))
                (everywhere if active_binding.node is self else here).append(key)
        titles = {section.name: _(section.title) for section in SECTIONS}
        self.push_screen(Help(titles.get(str(self.current_mode), ""), here, everywhere))

    def action_command_palette(self) -> None:
        """Open the palette of all deeds, pages and people."""
        from crm.tui.palette import palette

        if not any(isinstance(screen, ModalScreen) for screen in self.screen_stack):
            self.push_screen(palette())

    def action_change_theme(self) -> None:
        """Choose the colours, each shown at once."""
        from crm.tui.dialogs.theme import ChooseTheme

        self.push_screen(ChooseTheme(list(self.available_themes), self.theme))

    def action_undo(self) -> None:
        """Take the last change back, and say what it was."""
        from crm.services import history
        from crm.wording.deeds import taken_back

        def told(taken: TakenBack) -> None:
            self.say(taken_back(taken.action, taken.subject, active()))

        if self.page is not None:
            self.page.write(history.undo, told, refused=self._tell)

    def _tell(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self.notify(harmless(message(error, active())), severity="warning", markup=False)

    def on_changed_outside(self, message: ChangedOutside) -> None:
        """Show what another program has written."""
        message.stop()
        self.network_changed()

    def _watch(self) -> None:
        """Tell when the file changes, until the program ends; runs in a thread of its own."""
        from crm.services.watch import version

        known: tuple[int, ...] | None = None
        while not self._is_over.wait(WATCHED_EVERY):
            try:
                now = version(self.context)
            except CrmError:
                continue
            if known not in (None, now):
                self.post_message(ChangedOutside())
            known = now

    def _get_ready(self) -> None:
        self.run_worker(_get_ready, thread=True, group="watch")

    def _look_at_clock(self) -> None:
        """Begin a new day when there is one, unless the day was set for the whole run."""
        if self._settings.today is None and self.context.today != date.today():
            self.context = self.context._replace(today=date.today())
            self.network_changed()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give the deeds that have no key to the command palette."""
        from crm.tui import demo

        yield SystemCommand(_("Colours"), _("Choose a theme"), self.action_change_theme)
        yield SystemCommand(
            _("Import people"), _("From LinkedIn, a phone or any CSV file"), self.open_import
        )
        yield SystemCommand(
            _("Export"), _("Take your network away: CSV, vCard, JSON"), self.open_export
        )
        first = partial(self.open_welcome, step=1)
        yield SystemCommand(_("Welcome"), _("Who you are, your goals, your contacts"), first)
        if not self.context.settings.is_demo:
            words = _("Look at an invented network")
            yield SystemCommand(words, _("Your own is not touched"), partial(demo.enter, self))
        elif self.own is not None:
            words = _("Back to your own network")
            yield SystemCommand(words, _("Leave the invented one"), partial(demo.leave, self))
