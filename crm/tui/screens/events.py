"""Events: before them whom to meet and what to say, at them who was met, after them what came."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from crm.context import Context
from crm.domain.events import Phase, Stance
from crm.domain.text import screen
from crm.i18n import N_, _, active, language, ngettext
from crm.services import event_close, event_prep, event_yield, events
from crm.services.event_close import Closing
from crm.services.event_prep import Prep
from crm.services.event_yield import EventYield
from crm.services.events import EventCard, EventLine
from crm.services.roles import name_of
from crm.tui.page import Page
from crm.tui.widgets.labelled_rows import LabelledRows
from crm.wording import event_prep as wording_of_prep
from crm.wording import events as wording
from crm.wording.words import listed

_MOST_KEYS = 9


class Detail(NamedTuple):
    """Everything about the event under the cursor, as far as its phase goes."""

    line: EventLine
    card: EventCard
    prep: Prep | None
    closing: Closing | None
    found: EventYield | None


class EventList(OptionList):
    """The events under headings."""

    DEFAULT_CSS = """
    EventList {
        width: 36; height: 1fr; border: none; padding: 0; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & > .option-list--option-disabled { color: $accent; text-style: bold; }
    }
    """


class Events(Page):
    """The events at the left; what the one under the cursor asks for at the right."""

    section = "events"
    DEFAULT_CSS = """
    Events #sides { height: 1fr; }
    Events #detail { width: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Events #name { height: auto; margin-bottom: 1; }
    Events.-narrow #sides { layout: vertical; }
    Events.-wide EventList { width: 46; }
    Events.-narrow EventList { width: 1fr; height: 40%; }
    Events.-narrow #detail { width: 1fr; height: 1fr; }
    Events #empty { padding: 1 2; height: auto; }
    Events .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "capture", N_("capture"), id="events.capture"),
        Binding("x", "close", N_("close"), id="events.close"),
        Binding("enter", "people", N_("people"), id="events.people", priority=True),
        Binding("a", "add", N_("add"), id="events.add"),
        Binding("e", "edit", N_("edit"), id="events.edit"),
        Binding("y", "yield", N_("yield"), id="events.yield"),
        Binding("delete", "delete", N_("take out"), id="events.delete", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[EventLine | None] = []
        self._detail: Detail | None = None
        self._wanted: int | None = None

    def body(self) -> ComposeResult:
        """Give the list and the detail."""
        yield Static(id="empty", classes="hidden")
        with Horizontal(id="sides"):
            yield EventList()
            with VerticalScroll(id="detail", can_focus=True):
                yield Static(id="name")
                yield LabelledRows()

    def look(self) -> None:
        """Ask for the events."""
        self.ask(events.by_phase, self._show)

    def _show(self, found: dict[Phase, list[EventLine]]) -> None:
        kept = self._wanted or (self._line.event.id if self._line else None)
        self._wanted = None
        rows = self.query_one(EventList)
        self._lines, options = [], []
        for phase, lines in found.items():
            if lines:
                self._lines.append(None)
                options.append(Option(Content(_heading(phase)), disabled=True))
            for line in lines:
                self._lines.append(line)
                options.append(Option(self._option(line)))
        rows.clear_options()
        rows.add_options(options)
        empty = self.query_one("#empty", Static)
        empty.set_class(bool(options), "hidden")
        self.query_one("#sides").set_class(not options, "hidden")
        if options:
            rows.focus()
            rows.highlighted = self._position(kept)
        else:
            empty.update(_no_events())
        self.refresh_bindings()

    def _position(self, kept: int | None) -> int:
        """Give where an event stands, the first one when it is gone."""
        for at, line in enumerate(self._lines):
            if line is not None and line.event.id == kept:
                return at
        return 1

    def _option(self, line: EventLine) -> Content:
        tr, today = active(), self.crm.context.today
        said = " · ".join(filter(None, (wording.state(line, today, tr), wording.people(line, tr))))
        if line.phase == Phase.CLOSED:
            said = f"{wording.when(line.event)} · {wording.people(line, tr)}"
        return Content.assemble(
            (f" {screen(line.event.name)}", "bold"), "\n", (f" {said}", "$foreground-muted")
        )

    @property
    def _line(self) -> EventLine | None:
        """The event under the cursor."""
        at = self.query_one(EventList).highlighted
        return self._lines[at] if at is not None and at < len(self._lines) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Look up the event under the cursor."""
        event.stop()
        line = self._line
        self.refresh_bindings()
        if line is not None:
            self.ask(lambda context: _detail(context, line), self._show_detail, group="detail")

    def _show_detail(self, detail: Detail) -> None:
        is_other = self._detail is None or self._detail.line.event.id != detail.line.event.id
        self._detail = detail
        tr, today, event = active(), self.crm.context.today, detail.line.event
        name = Content.assemble(
            (screen(event.name), "bold"),
            (f"  {wording_of_prep.countdown(event, today, tr)}", "$accent"),
            "\n", (wording.where(event, tr), "$foreground-muted"),
        )  # fmt: skip
        self.query_one("#name", Static).update(name)
        self.query_one(LabelledRows).show(self._blocks(detail))
        if is_other:
            self.query_one("#detail").scroll_home(animate=False)
        self.refresh_bindings()

    def _blocks(self, detail: Detail) -> list[list[tuple[str, str]]]:
        tr, today, card = active(), self.crm.context.today, detail.card
        met = [tuple(row) for row in wording.met(card, today, tr, wording.bare)]
        blocks: list[list[tuple[str, ...]]] = []
        if detail.closing is not None:
            counted = zip(card.aims, detail.closing.counted, strict=True)
            aims = [aim._replace(reached=count) for aim, count in counted]
            blocks += [_to_decide(detail.closing), [*wording.aims(aims, tr), *_rest(card)]]
        elif detail.prep is not None:
            shown = wording_of_prep.blocks(
                detail.prep, today, tr, lambda role: name_of(role, language()), wording.bare,
                _("Who are you, in two sentences? Write it down: crm profile set --pitch TEXT"),
            )  # fmt: skip
            blocks.append(met)
            blocks += [[(row.label, row.text) for row in block] for block in shown]
        elif detail.found is not None:
            blocks += [list(wording.came_of_it(detail.found, tr)), _named_again(met), _rest(card)]
        return [[(row[0], row[1]) for row in block] for block in blocks if block]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what the event under the cursor is ready for."""
        if not self.is_mounted:
            return True
        line = self._line
        if action in {"capture", "close"}:
            return line is not None and line.phase in (Phase.NOW, Phase.TO_CLOSE)
        if action == "people":
            return line is not None and bool(self._people())
        if action in {"edit", "delete"}:
            return line is not None
        if action == "yield":
            return any(each and each.phase != Phase.COMING for each in self._lines)
        return True

    def _people(self) -> list[tuple[int, str, str]]:
        """Give those of the event under the cursor: id, name, and what they are to it."""
        detail, line = self._detail, self._line
        if detail is None or line is None or detail.line.event.id != line.event.id:
            return []
        card = detail.card
        found = [(each.contact_id, each.name, _("met")) for each in card.met]
        found += [(each.contact_id, each.name, _("to meet")) for each in card.to_meet]
        likely = detail.prep.likely if detail.prep else []
        return [*found, *((e.person.id, e.person.name, _("perhaps there")) for e in likely)]

    def action_people(self) -> None:
        """Choose one of the event's people, and open their page."""
        from crm.tui.dialogs.choose import Choice, Choose

        def chosen(contact_id: object) -> None:
            if isinstance(contact_id, int):
                self.crm.open_person(contact_id)

        people = self._people()
        if self._line is not None and people:
            choices = [
                Choice(str(at) if at <= _MOST_KEYS else "", f"{name} · {why}", contact_id)
                for at, (contact_id, name, why) in enumerate(people, 1)
            ]
            self.app.push_screen(Choose(self._line.event.name, choices), chosen)

    def action_capture(self) -> None:
        """Note those met, a line each."""
        from crm.tui.dialogs.capture import Capture

        def ended(noted: int | None) -> None:
            if noted:
                form = ngettext(
                    "{n} person noted; u takes the last one back.",
                    "{n} people noted; u takes them back one by one.",
                    noted,
                )
                self.crm.say(form.format(n=noted))

        if self._line is not None:
            self.app.push_screen(Capture(self._line.event.id, self._line.event.name), ended)

    def action_close(self) -> None:
        """Keep people or let them go, and count the aims."""
        from crm.tui.dialogs.close_event import CloseEvent

        def ended(after: Closing | None) -> None:
            if after is not None:
                form = _("Closed: {name}. u takes all of it back.")
                self.crm.say(form.format(name=after.event.name))

        def asked(before: Closing) -> None:
            self.app.push_screen(CloseEvent(before), ended)

        line = self._line
        if line is not None:
            self.ask(
                lambda context: event_close.closing(context, str(line.event.id)), asked,
                group="close",
            )  # fmt: skip

    def action_yield(self) -> None:
        """Show what came of this event, and of all."""
        from crm.tui.dialogs.yields import Yields

        number = self._line.event.id if self._line else None

        def show(found: list[EventYield]) -> None:
            self.app.push_screen(Yields(found, number))

        self.ask(event_yield.yields, show, group="yield")

    def action_add(self) -> None:
        """Ask for a new event."""
        from crm.tui.dialogs.event_form import add_form

        self.app.push_screen(add_form(), self._saved)

    def action_edit(self) -> None:
        """Ask what to change of the event under the cursor."""
        from crm.tui.dialogs.event_form import edit_form

        line = self._line
        if line is None:
            return

        def found(card: EventCard) -> None:
            self.app.push_screen(edit_form(card), self._saved)

        self.ask(lambda context: events.card(context, str(line.event.id)), found, group="edit")

    def _saved(self, card: object) -> None:
        if isinstance(card, EventCard):
            self._wanted = card.event.id
            self.look()
            said = [_("Saved: {name}.").format(name=screen(card.event.name))]
            if card.added:
                form = ngettext(
                    "New in the address book: {names}.", "New in the address book: {names}.",
                    len(card.added),
                )  # fmt: skip
                said.append(form.format(names=listed(card.added, active())))
            self.crm.say("\n".join(said))

    def action_delete(self) -> None:
        """Take the event under the cursor out; undo brings it back."""
        line = self._line
        if line is not None:
            form = _("Taken out: {name}. u brings it back.")
            self.write(
                lambda context: events.delete(context, str(line.event.id), held=True),
                lambda gone: self.crm.say(form.format(name=gone.name)),
            )


def _detail(context: Context, line: EventLine) -> Detail:
    which = str(line.event.id)
    return Detail(
        line,
        events.card(context, which),
        event_prep.prep(context, which) if line.phase in (Phase.COMING, Phase.NOW) else None,
        event_close.closing(context, which) if line.phase == Phase.TO_CLOSE else None,
        event_yield.yield_of(context, which) if line.phase == Phase.CLOSED else None,
    )


def _heading(phase: Phase) -> str:
    return {
        Phase.NOW: _("Now"),
        Phase.TO_CLOSE: _("Over, to close"),
        Phase.COMING: _("To come"),
        Phase.CLOSED: _("Closed"),
    }[phase]


def _to_decide(closing: Closing) -> list[tuple[str, ...]]:
    """Give those met with what becomes of them when it is closed."""
    tr = active()
    if not closing.met:
        return [(_("met"), _("nobody noted yet"))]
    rows: list[tuple[str, ...]] = []
    for each in closing.met:
        becomes = (
            _("to be decided") if each.stance == Stance.ASK else wording.stance(each.stance, tr)
        )
        told = f"{wording.to_decide(each, tr, wording.bare)} → {becomes}"
        rows.append(("" if rows else _("met"), told))
    return rows


def _named_again(met: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Give those met under a label of their own, since how many they were stands above."""
    return [(_("people") if label else "", text) for label, text in met]


def _rest(card: EventCard) -> list[tuple[str, ...]]:
    rows = [(_("why"), card.event.why), (_("notes"), card.event.notes)]
    return [row for row in rows if row[1]]


def _no_events() -> Content:
    lines = [
        Content.styled(_("No events yet."), "bold"),
        Content(_("Where will you meet people next? a adds it, with why you go and whom to meet.")),
    ]
    return Content("\n\n").join(lines)
