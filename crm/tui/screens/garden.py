"""The garden: the relations as plants by how they stand, their people, and the pictures beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from crm.domain.cells import cells, shortened
from crm.domain.text import screen
from crm.domain.warmth import Band
from crm.i18n import N_, _, active, ngettext
from crm.services import garden, garden_charts
from crm.tui.dialogs.plant_round import open_round
from crm.tui.noting import Noting
from crm.tui.page import Page
from crm.tui.widgets.garden_bed import AS_THEY_GROW, GardenBed
from crm.tui.widgets.garden_charts import GardenCharts
from crm.tui.widgets.window_list import WindowList
from crm.wording import garden as wording
from crm.wording.dates import ago
from crm.wording.words import band as name_of

if TYPE_CHECKING:
    from crm.store.reads.contacts import Named
    from crm.store.reads.garden import GardenLine, Tended

AT_ONCE = 500
"""How many relations are looked at before the numbers are shown again."""
OPENS_ON = (
    Band.DRY, Band.FADING, Band.SPROUT, Band.HEALTHY, Band.THRIVING, Band.DORMANT, Band.SEED,
)  # fmt: skip
"""Where the page opens: on the first of these in which there is anybody."""
_WHEN, _HOW_OFTEN, _LEAST_FOR_NAME = 19, 20, 16


class Garden(Page, Noting):
    """Seven plots, the people of one of them, and how the gardening goes."""

    section = "garden"
    DEFAULT_CSS = """
    Garden #sides { height: 1fr; margin-top: 1; }
    Garden #people { width: 1fr; padding: 0 1; }
    Garden #heading { height: 2; text-wrap: nowrap; text-overflow: ellipsis; }
    Garden GardenCharts { width: 40; border-left: solid $border-blurred; }
    Garden.-wide GardenCharts { width: 52; }
    Garden.-narrow #sides { layout: vertical; }
    Garden.-narrow #people { height: 1fr; }
    Garden.-narrow GardenCharts {
        width: 1fr; height: 8; border: none; border-top: solid $border-blurred;
    }
    Garden #empty { padding: 1 2; height: auto; }
    Garden .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("see more"), id="garden.open", priority=True),
        Binding("left", "band(-1)", N_("plots"), id="garden.before", show=False,
                priority=True),
        Binding("right", "band(1)", N_("plots"), id="garden.next", key_display="→",
                priority=True),
        Binding("p", "rhythm", N_("rhythm"), id="garden.rhythm"),
        Binding("r", "rest", N_("let rest"), id="garden.rest"),
        Binding("a", "round", N_("quick round"), id="garden.round"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._people: dict[Band, list[int]] = {band: [] for band in AS_THEY_GROW}
        self._band: Band | None = None
        self._lines: dict[int, GardenLine] = {}
        self._left = 0
        self._is_counted = False

    def body(self) -> ComposeResult:
        """Give the bed, the people of a plot below it, and the pictures beside them."""
        yield Static(id="empty", classes="hidden")
        yield GardenBed()
        with Horizontal(id="sides"):
            with Vertical(id="people"):
                yield Static(id="heading")
                yield WindowList()
            yield GardenCharts()

    def look(self) -> None:
        """Count anew how the relations stand, and ask for the pictures."""
        self.ask(garden.tended, self._count)
        self.ask(garden_charts.charts, self._show_charts, group="charts")

    def _show_charts(self, found: garden_charts.Charts) -> None:
        self.query_one(GardenCharts).show(found, self.crm.context.today)

    def _count(self, everybody: list[Tended]) -> None:
        """Look at some at a time; the first count is shown as it grows, a later one at its end."""
        empty = self.query_one("#empty", Static)
        empty.set_class(bool(everybody), "hidden")
        self.query_one("#sides").set_class(not everybody, "hidden")
        if not everybody:
            empty.update(_nobody())
        self._count_on({band: [] for band in AS_THEY_GROW}, everybody, 0)

    def _count_on(self, people: dict[Band, list[int]], everybody: list[Tended], start: int) -> None:
        some = everybody[start : start + AT_ONCE]
        stop = start + len(some)

        def counted(bands: list[Band]) -> None:
            for person, band in zip(some, bands, strict=True):
                people[band].append(person.id)
            is_over = stop == len(everybody)
            if is_over or not self._is_counted:
                self._show(people, len(everybody) - stop)
            if is_over:
                self._is_counted = True
            else:
                self._count_on(people, everybody, stop)

        self.ask(lambda context: garden.bands(context, some), counted)

    def _show(self, people: dict[Band, list[int]], left: int) -> None:
        here = self._here
        is_growing = self._left > 0
        self._people, self._left = people, left
        if self._band is None or not (people[self._band] or is_growing):
            self._band = next((band for band in OPENS_ON if people[band]), Band.SEED)
        rows = self.query_one(WindowList)
        mine = people[self._band]
        if is_growing:
            rows.grow(len(mine))
        else:
            at = mine.index(here) if here in mine else rows.cursor
            self._lines.clear()
            rows.show(len(mine), at)
        if self.focused is None and not self.query_one("#sides").has_class("hidden"):
            rows.focus()
        self._show_heading()

    def _show_heading(self) -> None:
        assert self._band is not None
        code, count = str(self._band), len(self._people[self._band])
        counts = {band: len(ids) for band, ids in self._people.items()}
        self.query_one(GardenBed).show(counts, self._band)
        form = ngettext("{n} person", "{n} people", count)
        name = name_of(code, active())
        parts: list[tuple[str, str] | str] = [
            (name[0].upper() + name[1:], "bold"),
            f" · {form.format(n=count)}\n",
        ]
        about = wording.about_band(code, active())
        if self._left:
            looked = sum(counts.values())
            about = _("{n} of {all} looked at").format(n=looked, all=looked + self._left)
        parts.append((about, "$foreground-muted"))
        self.query_one("#heading", Static).update(Content.assemble(*parts))
        self.refresh_bindings()

    @property
    def _here(self) -> int | None:
        """The person under the cursor."""
        people = self._people[self._band] if self._band else []
        at = self.query_one(WindowList).cursor
        return people[at] if at < len(people) else None

    def on_window_list_wanted(self, message: WindowList.Wanted) -> None:
        """Look up the rows that come into sight."""
        message.stop()
        if self._band is None:
            return
        start = message.start
        ids = self._people[self._band][start : message.end]

        def found(lines: list[GardenLine]) -> None:
            self._lines.update((line.id, line) for line in lines)
            rows = [self._row(self._lines.get(number)) for number in ids]
            self.query_one(WindowList).put(start, rows)

        self.ask(lambda context: garden.lines(context, ids), found, group="rows")

    def _row(self, line: GardenLine | None) -> Content:
        if line is None:
            return Content("")
        tr, today = active(), self.crm.context.today
        when = (
            ago(line.last_contact_on, today, tr) if line.last_contact_on else _("not yet in touch")
        )
        room = self.query_one(WindowList).size.width
        how_often = wording.rhythm(line.cadence, line.cadence_days, tr)
        columns = [(when, _WHEN), (how_often, _HOW_OFTEN)]
        while columns and room - sum(wide for _text, wide in columns) < _LEAST_FOR_NAME:
            columns.pop()
        wide = room - sum(size for _text, size in columns)
        name = shortened(screen(line.name), wide - 1)
        said = "".join(text.ljust(size) for text, size in columns)
        return Content.assemble(
            (name, "bold"), " " * (wide - cells(name)), (said, "$foreground-muted")
        )

    def on_window_list_moved(self, message: WindowList.Moved) -> None:
        """Follow the cursor."""
        message.stop()
        self.refresh_bindings()

    def on_window_list_chosen(self, message: WindowList.Chosen) -> None:
        """Open the person who was clicked."""
        message.stop()
        self.action_open()

    def on_garden_bed_chosen(self, message: GardenBed.Chosen) -> None:
        """Show the people of the plot that was clicked."""
        message.stop()
        self._go_to(message.band)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done with the one under the cursor."""
        if not self.is_mounted:
            return True
        if action in {"open", "rhythm", "rest"}:
            return self._here is not None
        return True

    def action_band(self, step: int) -> None:
        """Go to another plot."""
        if self._band is not None:
            at = AS_THEY_GROW.index(self._band)
            self._go_to(AS_THEY_GROW[(at + step) % len(AS_THEY_GROW)])

    def _go_to(self, band: Band) -> None:
        self._band = band
        self.query_one(WindowList).show(len(self._people[band]))
        self._show_heading()

    def action_open(self) -> None:
        """Open the page of the one under the cursor."""
        if self._here is not None:
            self.crm.open_person(self._here)

    def action_rhythm(self) -> None:
        """Ask how often to be in touch with the one under the cursor."""
        number = self._here
        line = self._lines.get(number) if number is not None else None
        if line is not None:
            self.rhythm([line.id], _("How often with {name}?").format(name=line.name))

    def action_rest(self) -> None:
        """Put the one under the cursor back into the address book."""
        number = self._here
        if number is None:
            return

        def told(people: list[Named]) -> None:
            self._take_out(number)
            said = wording.rested([person.name for person in people], active())
            self.crm.say(_("{said} u takes it back.").format(said=said))

        self.write(lambda context: garden.rest(context, [str(number)]), told)

    def _take_out(self, number: int) -> None:
        """Let somebody go from the list at once; a large garden takes a while to be counted."""
        assert self._band is not None
        mine = self._people[self._band]
        if number in mine:
            mine.remove(number)
            rows = self.query_one(WindowList)
            rows.show(len(mine), rows.cursor)
            self._show_heading()

    def action_round(self) -> None:
        """Ask of those in the address book whom to take into the garden."""
        open_round(self)


def _nobody() -> Content:
    return Content("\n\n").join(
        [
            Content.styled(_("Nothing grows here yet."), "bold"),
            Content(_("Whom would you be sorry to lose? The quick round (a) asks about thirty.")),
        ]
    )
