"""The scripts of `tests.effort` on the installed program: keystrokes, and seconds all in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.installed import Installed
from tests.effort.keys import Effort
from tests.effort.scripts import FIRST_LIST, TASKS, Task
from tests.effort.worlds import Worlds

RUNS = 3
ADDRESS_BOOK = 2_000
HEADING = (
    f"{'seconds, 5 keys each':36}{'keys':>5}{'typing':>8}{'program':>9}{'all in':>8}"
    f"{'and reading':>13}{'goal':>6}"
)


class Took(NamedTuple):
    """What a task came to, the seconds of its program being the median of a few runs.

    `apart` is what no key causes: for the first list the installation of the wheel, without the
    libraries, which is the network's time.
    """

    effort: Effort
    goal: float | None
    apart: float

    @property
    def total(self) -> float:
        return self.effort.total + self.apart

    @property
    def with_reading(self) -> float:
        return self.total + self.effort.reading_seconds

    def line(self) -> str:
        effort = self.effort
        said = (
            f"{effort.name:36}{effort.keys:>5}{effort.typing_seconds:>8.1f}"
            f"{effort.program_seconds + self.apart:>9.1f}{self.total:>8.1f}"
            f"{self.with_reading:>13.1f}"
        )
        if self.goal is None:
            return said
        met = [seconds <= self.goal for seconds in (self.total, self.with_reading)]
        verdict = "ok" if all(met) else "ok, but for reading" if met[0] else "ABOVE"
        return f"{said}{self.goal:>6g} {verdict}"

    def as_json(self) -> dict[str, object]:
        effort = self.effort
        return {
            "name": effort.name, "unit": "s", "keys": effort.keys, "words": effort.words,
            "typing": effort.typing_seconds, "program": effort.program_seconds,
            "installing": self.apart, "reading": effort.reading_seconds, "total": self.total,
            "goal": self.goal, "met": None if self.goal is None else self.total <= self.goal,
            "met_with_reading": None if self.goal is None else self.with_reading <= self.goal,
        }  # fmt: skip


def measured(
    installed: Installed, install_seconds: float, folder: Path, network: Path, only: str
) -> Iterator[Took]:
    """Type each script a few times, every time in a new home."""
    worlds = Worlds(folder, [installed.crm], network, ADDRESS_BOOK)
    for task in TASKS:
        if only in task.name:
            apart = install_seconds if task is FIRST_LIST else 0.0
            yield Took(_typed(worlds, task), task.goal, apart)


def _typed(worlds: Worlds, task: Task) -> Effort:
    efforts = [task.typed(worlds.make(task.world)) for _ in range(RUNS)]
    seconds = median(effort.program_seconds for effort in efforts)
    return efforts[0]._replace(program_seconds=seconds)
