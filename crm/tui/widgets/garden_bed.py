"""The garden as a bed: a plot for each band, its plants, its name and how many stand there."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from crm.domain.cells import cells, shortened
from crm.domain.warmth import Band
from crm.i18n import active
from crm.wording.words import band as name_of

AS_THEY_GROW = (
    Band.SEED, Band.SPROUT, Band.THRIVING, Band.HEALTHY, Band.DRY, Band.FADING, Band.DORMANT,
)  # fmt: skip
PLANTS = {
    Band.SEED: ("     ", "     ", "     ", "  .  "),
    Band.SPROUT: ("     ", "     ", " \\ / ", "  |  "),
    Band.THRIVING: (" (@) ", "\\_|_/", " \\|/ ", "  |  "),
    Band.HEALTHY: ("     ", "\\ | /", " \\|/ ", "  |  "),
    Band.DRY: ("     ", "  |  ", " /|\\ ", "/ | \\"),
    Band.FADING: ("     ", "  __ ", " ,  \\", "    |"),
    Band.DORMANT: ("     ", "     ", "     ", " ▂▄▂ "),
}
_PLANT = 5
_SOIL = "░"


class _Shown(NamedTuple):
    """A band, and the cells its plot takes from `start` to `end`."""

    band: Band
    start: int
    end: int


class GardenBed(Widget):
    """Seven plots in a row; the chosen one's name is reversed, and a click chooses one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    GardenBed { height: 7; padding: 0 1; }
    GardenBed > .garden-bed--plant { color: $success; }
    GardenBed > .garden-bed--thirsty { color: $warning; }
    GardenBed > .garden-bed--asleep { color: $foreground-muted; }
    GardenBed > .garden-bed--soil { color: $foreground-muted; }
    GardenBed > .garden-bed--here { text-style: bold reverse; }
    """
    COMPONENT_CLASSES = {
        "garden-bed--plant", "garden-bed--thirsty", "garden-bed--asleep", "garden-bed--soil",
        "garden-bed--here",
    }  # fmt: skip

    class Chosen(Message):
        """A plot was clicked."""

        def __init__(self, band: Band) -> None:
            super().__init__()
            self.band = band

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Band, int] = {}
        self._here = Band.SEED
        self._plots: list[_Shown] = []

    def show(self, counts: dict[Band, int], here: Band) -> None:
        """Show how many stand in each plot, and which plot is chosen."""
        self._counts, self._here = counts, here
        self.refresh()

    def render(self) -> Content:
        """Give the plants above the soil, the names and the numbers below it."""
        room = self.size.width
        edges = [room * at // len(AS_THEY_GROW) for at in range(len(AS_THEY_GROW) + 1)]
        self._plots = [
            _Shown(band, start, end)
            for band, start, end in zip(AS_THEY_GROW, edges, edges[1:], strict=False)
        ]
        most = max(self._counts.values(), default=0)
        lines = []
        for row in range(len(PLANTS[Band.SEED])):
            parts = []
            for band, start, end in self._plots:
                drawn = " ".join([PLANTS[band][row]] * self._plants(band, end - start, most))
                parts.append((drawn.center(end - start), self._style(band)))
            lines.append(Content.assemble(*parts))
        lines.append(Content.styled(_SOIL * room, self.get_visual_style("garden-bed--soil")))
        lines.append(self._names())
        counts = [
            (str(self._counts.get(band, 0)).center(end - start), "bold")
            for band, start, end in self._plots
        ]
        lines.append(Content.assemble(*counts))
        return Content("\n").join(lines)

    def _plants(self, band: Band, room: int, most: int) -> int:
        """Give how many plants stand for a band: one at the least, the room full for the most."""
        count = self._counts.get(band, 0)
        return ceil(max(1, (room + 1) // (_PLANT + 1)) * count / most) if count else 0

    def _style(self, band: Band) -> Style:
        if band in (Band.DRY, Band.FADING):
            return self.get_visual_style("garden-bed--thirsty")
        if band in (Band.DORMANT, Band.SEED):
            return self.get_visual_style("garden-bed--asleep")
        return self.get_visual_style("garden-bed--plant")

    def _names(self) -> Content:
        here = self.get_visual_style("garden-bed--here")
        parts: list[object] = []
        for band, start, end in self._plots:
            room = end - start
            name = shortened(name_of(str(band), active()), room)
            left = (room - cells(name)) // 2
            parts += [" " * left, (name, here) if band == self._here else name]
            parts.append(" " * (room - left - cells(name)))
        return Content.assemble(*parts)  # type: ignore[arg-type]

    def on_click(self, event: events.Click) -> None:
        """Announce the plot that was clicked."""
        event.stop()
        across = event.x - self.styles.padding.left
        for plot in self._plots:
            if plot.start <= across < plot.end:
                self.post_message(self.Chosen(plot.band))
