"""What is typed for the tasks of every day, and of the first.

What is done in the program that a link opens, such as pressing its button, is not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.effort.keys import PROMPT, Effort, Session
from tests.effort.worlds import CONNECTIONS, World

SAVES = ("changes:", "\n")
SENT = ("Sent?", "\n")
ASKED = 30
"""The people of a quick round."""


def log_a_coffee(session: Session) -> None:
    """Type the sentence of the product, with its quotes, and save what is understood."""
    session.command(
        'crm log "Coffee with Ana yesterday. Promised to send the portfolio by friday"', SAVES
    )


def log_a_coffee_in_note_form(session: Session) -> None:
    """Say the same as a note to oneself, without quotes."""
    session.command("crm log coffee ana yesterday, promised portfolio fri", SAVES)


def write_to_the_three_of_today(session: Session) -> None:
    """Read the day's list, and write to each of the three."""
    session.command("crm remind")
    for line in (1, 2, 3):
        session.command(f"crm open +{line}", SENT)


def finish_the_three_of_today(session: Session) -> None:
    """Read the day's list, and say of each of the three that it is done."""
    session.command("crm remind")
    for line in (1, 2, 3):
        session.command(f"crm done {line}")


def find_and_open(session: Session) -> None:
    """Look somebody up by what they do and where, and write to them by their number."""
    session.type("crm find copywriter saltgrass\n")
    found = session.wait_for(PROMPT)
    number = found.partition("Nadia Okonkwo")[0].split()[-1]
    session.command(f"crm open {number}", SENT)


def open_by_name(session: Session) -> None:
    """Write to somebody by their first name."""
    session.command("crm open nadia", SENT)


def plant_thirty(session: Session) -> None:
    """Go through the whole quick round, and plant everybody."""
    _quick_round(session, "1234")


def first_useful_list(session: Session) -> None:
    """Come from one's own LinkedIn file to a list with lines that say whom, and why.

    What makes the lines is the two contacts logged, one of them longer ago than the rhythm chosen:
    people who were only planted first come days or weeks later.
    """
    session.command(f"crm import {CONNECTIONS}")
    _quick_round(session, "132 ")
    session.command('crm goal add "Three retainers" --rank primary')
    session.command("crm log coffee with frank six months ago", SAVES)
    session.command("crm log called alice, promised portfolio tomorrow", SAVES)
    session.command("crm remind")


def _quick_round(session: Session, keys: str) -> None:
    """Answer for everybody asked about, with these keys in turn."""
    session.type("crm plant\n")
    for number in range(ASKED):
        session.press(keys[number % len(keys)])
    session.wait_for(PROMPT)


class Task(NamedTuple):
    """A script, the kind of world it is typed in, and the seconds it may take."""

    script: Callable[[Session], None]
    world: str
    goal: float | None = None

    @property
    def name(self) -> str:
        return self.script.__name__.replace("_", " ")

    def typed(self, world: World) -> Effort:
        """Type it in that world, and give what it came to."""
        with Session(world.folder, world.environment) as session:
            self.script(session)
            return session.effort(self.name)


LOG = Task(log_a_coffee, "tended", 12.0)
LOG_NOTE = Task(log_a_coffee_in_note_form, "tended", 12.0)
WRITE = Task(write_to_the_three_of_today, "tended", 60.0)
FINISH = Task(finish_the_three_of_today, "tended", 60.0)
FIND = Task(find_and_open, "crowd")
OPEN = Task(open_by_name, "crowd")
PLANT = Task(plant_thirty, "imported")
FIRST_LIST = Task(first_useful_list, "bare", 180.0)
TASKS = (LOG, LOG_NOTE, WRITE, FINISH, FIND, OPEN, PLANT, FIRST_LIST)
