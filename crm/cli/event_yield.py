"""What came of events, on the screen: one in words, all of them in a table over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.event_yield import EventYield


def render_yield(found: EventYield) -> None:
    """Print what came of one event."""
    from crm.cli.event_screens import heading, labelled
    from crm.cli.output import out
    from crm.wording.events import came_of_it

    for line in heading(found.event):
        out(line)
    for row in came_of_it(found, active()):
        labelled(*row)
    if found.is_to_close:
        form = _("not closed yet: crm event close {id}")
        labelled(_("open"), form.format(id=found.event.id))


def render_yields(all_found: list[EventYield]) -> None:
    """Print what came of all events, the latest first."""
    from crm.cli.output import say, table
    from crm.wording.events import in_short, when

    numbers = [in_short(found, active()) for found in all_found]
    header = (_("when"), _("event"), *(row.label for row in numbers[0]))
    rows = [
        (when(found.event), found.event.name, *(row.text for row in shown))
        for found, shown in zip(all_found, numbers, strict=True)
    ]
    table(header, rows, flexible=(1,))
    for found in all_found:
        if found.is_to_close:
            form = _("{name} is not closed yet: crm event close {id}")
            say(form.format(name=screen(found.event.name), id=found.event.id))
