"""Everybody: looked for as one types, narrowed by a query, marked, and dealt with together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from crm.context import Context
from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active, ngettext
from crm.services import people
from crm.services.people import SORTS, Row, Search
from crm.tui.noting import Noting
from crm.tui.page import Page
from crm.tui.widgets.brief_view import BriefView
from crm.tui.widgets.people_list import BLOCK, PeopleList

if TYPE_CHECKING:
    from crm.services.brief import Brief


class View(NamedTuple):
    """A result: what was looked for, how many there are, where the cursor goes, a first window."""

    search: Search
    total: int
    at: int
    offset: int
    rows: list[Row]


class People(Page, Noting):
    """The line to look with, the people found, and where there is room the brief of one."""

    section = "people"
    DEFAULT_CSS = """
    People #query { height: 1; background: $panel; }
    People #query Input { width: 1fr; background: $boost; }
    People #sign { width: 3; padding: 0 1; color: $accent; text-style: bold; }
    People #count { width: auto; padding: 0 1; color: $foreground-muted; }
    People #wrong { height: auto; padding: 0 1; color: $error; }
    People #brief { width: 52; padding: 1 2; display: none; scrollbar-size-vertical: 1; }
    People.-wide #brief { display: block; }
    People #nobody { padding: 1 2; height: auto; }
    People .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "look_for", N_("look for"), id="people.look_for", key_display="/"),
        Binding("enter", "open", N_("see more"), id="people.open", priority=True),
        Binding("escape", "clear", N_("everybody"), id="people.clear"),
        Binding("o", "sort", N_("order"), id="people.sort"),
        Binding("a", "add", N_("add"), id="people.add"),
        Binding("t", "tag", N_("tag"), id="people.tag"),
        Binding("r", "rhythm", N_("rhythm"), id="people.rhythm"),
        Binding("x", "archive", N_("archive"), id="people.archive", show=False),
        Binding("ctrl+a", "mark_all", N_("mark all"), id="people.mark_all", show=False),
        Binding("i", "import", N_("import"), id="people.import", show=False),
        Binding("down", "to_list", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self._sort: str | None = None
        self._search: Search | None = None
        self._is_found = False

    def body(self) -> ComposeResult:
        """Give the line, the list and the brief."""
        with Horizontal(id="query"):
            yield Static("/", id="sign")
            yield Input(placeholder=_("words, tag:design, role:copywriter, is:due, band:dry…"),
                        compact=True)  # fmt: skip
            yield Static(id="count")
        yield Static(id="wrong", classes="hidden")
        yield Static(id="nobody", classes="hidden")
        with Horizontal():
            yield PeopleList()
            with VerticalScroll(id="brief", can_focus=False):
                yield BriefView()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(PeopleList).focus()

    def look(self) -> None:
        """Ask for the result anew; the cursor stays on whom it is on."""
        self._look(keep=True)

    def _look(self, *, keep: bool) -> None:
        here = self.query_one(PeopleList).here
        contact = here.person.id if keep and here is not None else None
        query, sort, span = self._query, self._sort, self.query_one(PeopleList).span

        def found(context: Context) -> View:
            search = people.understood(context, query)
            total = people.total(context, search)
            at = people.position(context, search, sort, contact) if contact is not None else None
            offset, limit = span(at or 0)
            rows = people.rows(context, search, sort, max(limit, BLOCK), offset)
            return View(search, total, at or 0, offset, rows)

        self.ask(found, self._show, refused=self._refuse)

    def _show(self, view: View) -> None:
        self._search = view.search
        self._is_found = True
        self.query_one("#wrong").add_class("hidden")
        rows = self.query_one(PeopleList)
        rows.show(
            view.total, self.crm.context.today, at=view.at, words=view.search.words,
            offset=view.offset, rows=view.rows,
        )  # fmt: skip
        form = ngettext("{n} person", "{n} people", view.total)
        self.query_one("#count", Static).update(Content(form.format(n=f"{view.total:,}")))
        nobody = self.query_one("#nobody", Static)
        nobody.set_class(bool(view.total), "hidden")
        if not view.total:
            nobody.update(self._nobody())
            self._show_brief(None)
        self.refresh_bindings()

    def _nobody(self) -> Content:
        if self._query:
            return Content(_("Nobody answers to that. Escape shows everybody again."))
        return Content(_("Nobody here yet. Add somebody with a, or bring your contacts with i."))

    def _refuse(self, error: CrmError) -> None:
        """Say what is wrong with a query; the list stays as it was."""
        from crm.wording.errors import message

        wrong = self.query_one("#wrong", Static)
        wrong.update(Content(screen(message(error, active()))))
        wrong.remove_class("hidden")

    def on_people_list_need_rows(self, message: PeopleList.NeedRows) -> None:
        """Ask for the rows that have come into sight."""
        message.stop()
        search, sort = self._search, self._sort
        if search is None:
            return
        asked = message
        self.ask(
            lambda context: people.rows(context, search, sort, asked.limit, asked.offset),
            lambda rows: asked.list.rows_came(asked.generation, asked.offset, rows),
            group="rows",
        )

    def on_people_list_highlighted(self, message: PeopleList.Highlighted) -> None:
        """Show the brief of the one under the cursor, where there is room for it."""
        message.stop()
        self.refresh_bindings()
        if message.row is not None and self.query_one("#brief").display:
            contact = message.row.person.id
            self.ask(lambda context: _brief(context, contact), self._show_brief, group="brief")

    def _show_brief(self, brief: Brief | None) -> None:
        self.query_one(BriefView).show(brief)
        self.query_one("#brief", VerticalScroll).scroll_home(animate=False)

    def on_people_list_chosen(self, message: PeopleList.Chosen) -> None:
        """Open the person who was chosen."""
        message.stop()
        self.crm.open_person(message.row.person.id)

    def on_people_list_marked(self, message: PeopleList.Marked) -> None:
        """Count those who are marked."""
        message.stop()
        count = len(message.people)
        form = ngettext("{n} marked", "{n} marked", count)
        self.query_one("#sign", Static).update("/" if not count else "*")
        if count:
            self.query_one("#count", Static).update(Content(form.format(n=f"{count:,}")))
        else:
            self.look()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed so far."""
        event.stop()
        self._query = event.value
        self._look(keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in the list."""
        event.stop()
        self.action_to_list()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done now; letters are text while one types."""
        if not self.is_mounted:
            return True
        if self._is_typing and action in {"open", "look_for"}:
            return False
        if action == "clear":
            return bool(self._query or self._is_typing or self.query_one(PeopleList).marked)
        if action == "to_list":
            return self._is_typing
        if action in {"open", "tag", "rhythm", "archive"}:
            return bool(self._meant)
        return True

    @property
    def _is_typing(self) -> bool:
        return self.query_one(Input).has_focus

    @property
    def _meant(self) -> list[int]:
        """The marked people, or the one under the cursor."""
        rows = self.query_one(PeopleList)
        if rows.marked:
            return sorted(rows.marked)
        return [rows.here.person.id] if rows.here is not None else []

    def action_look_for(self) -> None:
        """Type into the line."""
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        """Go from the line to the list."""
        self.query_one(PeopleList).focus()

    def action_open(self) -> None:
        """Open the person under the cursor."""
        self.query_one(PeopleList).action_choose()

    def action_import(self) -> None:
        """Bring people in from a file."""
        self.crm.open_import()

    def action_clear(self) -> None:
        """Show everybody again, nobody marked."""
        rows = self.query_one(PeopleList)
        rows.mark_only(())
        rows.focus()
        self.query_one(Input).value = ""

    def action_sort(self) -> None:
        """Choose the order."""
        from crm.tui.dialogs.choose import Choice, Choose

        words = {
            "name": _("by name"), "due": _("who is due first"),
            "last": _("in touch last first"), "added": _("added last first"),
        }  # fmt: skip

        def chosen(sort: object) -> None:
            if sort is not None:
                self._sort = str(sort)
                self._look(keep=False)

        choices = [Choice(str(n), words[sort], sort) for n, sort in enumerate(SORTS, 1)]
        self.app.push_screen(Choose(_("In which order?"), choices), chosen)

    def action_mark_all(self) -> None:
        """Mark everybody in the result."""
        search = self._search
        if search is not None:
            self.ask(
                lambda context: people.ids(context, search, None),
                self.query_one(PeopleList).mark_only, group="mark",
            )  # fmt: skip

    def action_add(self) -> None:
        """Add somebody by name, to the garden."""
        from crm.services import contacts
        from crm.tui.dialogs.write_line import WriteLine

        def deed(context: Context, name: str) -> contacts.Added:
            return contacts.add(context, contacts.Said(name=name))

        def added(done: object) -> None:
            if isinstance(done, contacts.Added):
                self.crm.open_person(done.id)

        lead = _("The name as it is written. The rest is filled in on their page.")
        self.app.push_screen(WriteLine(_("Somebody new"), lead=lead, deed=deed), added)

    def action_tag(self) -> None:
        """Put tags on those who are meant, or take them off with a minus before."""
        from crm.services import contacts
        from crm.tui.dialogs.write_line import WriteLine

        meant = [str(contact) for contact in self._meant]

        def deed(context: Context, line: str) -> list[object]:
            words = [word.strip("#,") for word in line.split()]
            on = [word for word in words if word and not word.startswith("-")]
            off = [word[1:].strip("#") for word in words if word.startswith("-")]
            return list(contacts.tag(context, meant, on, off=off))

        def told(done: object) -> None:
            if done is not None:
                self.crm.say(_("The tags are as you said."))

        lead = _("Tags to put on; with a minus before, to take off: design -client")
        title = ngettext("Tags of {n} person", "Tags of {n} people", len(meant))
        shown = WriteLine(title.format(n=len(meant)), lead=lead, deed=deed)
        self.app.push_screen(shown, told)

    def action_rhythm(self) -> None:
        """Ask how often to be in touch with those who are meant; they join the garden."""
        self.rhythm(self._meant, _("How often?"))

    def action_archive(self) -> None:
        """Put those who are meant away."""
        from crm.services import contacts

        meant = [str(contact) for contact in self._meant]

        def told(_done: object) -> None:
            self.query_one(PeopleList).mark_only(())
            form = ngettext("{n} archived; u undoes it.", "{n} archived; u undoes it.", len(meant))
            self.crm.say(form.format(n=len(meant)))

        self.write(lambda context: contacts.archive(context, meant), told)


def _brief(context: Context, contact: int) -> Brief:
    from crm.services.brief import brief

    return brief(context, str(contact))
