"""The simulated quarter in figures; `python -m tests.service.quarter` prints them for its page.

A repeat is somebody who came two days running without a reason that is new; a wait is what goes
beyond the cadence, the holiday aside.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from crm.services.agenda import Line
from tests.service.quarter_affairs import EVENT, ON_THE_DAY
from tests.service.quarter_diary import FIRST, LAST, Day, Quarter, is_holiday
from tests.service.quarter_life import live

SEEDS = 1, 4
"""Two quarters: one of good luck and one of bad."""
BUDGET, MUSTS_OVER_BUDGET = 3, 2
SLACK = 10
_MOST_SILENT = 3
_WHY = {
    "last": "time since the last contact", "never": "nobody contacted yet",
    "reconnect": "a dormant relation", "fresh": "somebody just met", "promise": "a promise",
    "birthday": "a birthday", "date": "another date", "action": "a goal's next action",
    "report": "a result to tell a mentor", "intro": "an introduction",
}  # fmt: skip

Ground = tuple[object, ...]


def grounds(line: Line) -> set[Ground]:
    """Give what a line says as grounds that are new when they differ from another day's.

    That a promise or date draws near is news, and so is a contact since; that time passes is not.
    """
    found: set[Ground] = set()
    for code, said in line.reasons:
        if code == "promise":
            days = int(str(said["days"]))
            found.add((code, said["text"], "late" if days < 0 else "today" if not days else "soon"))
        elif code in ("birthday", "date"):
            found.add((code, said["on"], line.terms.date))
        elif code == "fresh":
            found.add((code, said["met_on"]))
        elif code == "action":
            found.add((code, said["goal"], said["action"]))
        elif code == "report":
            found.add((code, said["advice"], said["topic"]))
        elif code.startswith("intro-"):
            found.add((code, said["other"], said["since"]))
        elif code in ("last", "never", "reconnect"):
            found.add(("due", said.get("on")))
        else:
            found.add((code, said.get("title")))
    return found


def why(line: Line) -> str:
    """Give the foremost reason of a line, as the table calls it."""
    return line.reasons[0].code.partition("-")[0]


class Repeat(NamedTuple):
    """Somebody who came on a day as on the one before, nothing new; `why` is the first code."""

    on: date
    name: str | None
    why: str
    was_dealt_with: bool


def repeats(days: Sequence[Day]) -> list[Repeat]:
    """Give who came two of these days running without a reason that is new."""
    found = []
    for before, day in pairwise(days):
        shown = {line.contact_id or line.name: grounds(line) for line in before.lines}
        for line in day.lines:
            key = line.contact_id or line.name
            if key in shown and grounds(line) <= shown[key]:
                found.append(Repeat(day.on, line.name, why(line), key in before.dealt_with))
    return found


def waits(quarter: Quarter) -> dict[int, int]:
    """Give the most days beyond the cadence that everybody planted was not seen, holiday aside.

    Each known lack of an answer doubles the cadence, and after three nobody need be seen.
    """
    shown: dict[int, set[date]] = defaultdict(set)
    for day in quarter.days:
        for line in day.lines:
            if line.contact_id is not None:
                shown[line.contact_id].add(day.on)
    found = {}
    for person, cadence in quarter.planted.items():
        touches = quarter.touched[person]
        seen = {FIRST, *shown[person], *(on for on, _ in touches if on >= FIRST), LAST}
        found[person] = max(
            _beyond(start, end, cadence, _unanswered(touches, start))
            for start, end in pairwise(sorted(seen))
        )
    return found


def _unanswered(touches: list[tuple[date, bool | None]], by: date) -> int:
    """Count the contacts known to be unanswered since they last took part."""
    count = 0
    for _, answered in sorted((t for t in touches if t[0] <= by), key=lambda t: t[0], reverse=True):
        if answered is None:
            break
        count += 1
    return count


def _beyond(start: date, end: date, cadence: int, silent: int) -> int:
    if silent >= _MOST_SILENT:
        return 0
    away = sum(is_holiday(start + timedelta(n)) for n in range(1, (end - start).days + 1))
    return max(0, (end - start).days - away - (cadence << silent))


def strangers(quarter: Quarter) -> list[str]:
    """Give the names of those who came before anybody did anything about them."""
    return [
        str(line.name) for day in quarter.days for line in day.lines
        if line.contact_id is not None and quarter.chosen.get(line.contact_id, date.max) > day.on
    ]  # fmt: skip


def let_go(quarter: Quarter) -> list[tuple[date, Line]]:
    """Give the lines of those let go at the event's close, from then to the next contact."""
    found = []
    for day in quarter.days:
        for line in day.lines:
            gone = quarter.let_go.get(line.contact_id or 0)
            if gone is None or day.on <= gone:
                continue
            if not any(gone <= on < day.on for on, _ in quarter.touched[line.contact_id or 0]):
                found.append((day.on, line))
    return found


def first_shown(quarter: Quarter) -> dict[int, int]:
    """Give the days until each of those met at the event was on a list, holiday aside."""
    first: dict[int, date] = {}
    for day in quarter.days:
        for line in day.lines:
            first.setdefault(line.contact_id or 0, day.on)
    return {
        person: _beyond(EVENT, first.get(person, LAST), cadence=0, silent=0)
        for person in quarter.met
    }


def figures(quarter: Quarter) -> dict[str, object]:
    """Give the quarter in figures, by what they are called in the table."""
    workdays = [day for day in quarter.days if day.is_workday]
    counts = [len(day.lines) for day in workdays]
    lines = [line for day in quarter.days for line in day.lines]
    counted = Counter(map(why, lines))
    asked = [sum(not q.asked for q in day.shown.questions) for day in quarter.days]
    beyond, met = waits(quarter), list(first_shown(quarter).values())
    again = Counter(repeat.why for repeat in repeats(quarter.days))
    return {
        "people imported": quarter.people,
        "of them planted": len(quarter.planted),
        "workdays, weekends and holiday aside": len(workdays),
        "lines on a workday, mean": f"{sum(counts) / len(counts):.1f}",
        "lines on a workday, most": max(counts),
        "workdays without a line": counts.count(0),
        "lines on weekends and in the holiday": len(lines) - sum(counts),
        **{f"lines because of {words}": f"{100 * counted[code] / len(lines):.0f} %"
           for code, words in _WHY.items()},
        "people who came without ever having been chosen": len(strangers(quarter)),
        "longest from the event to a list, noted on its day": max(met[:ON_THE_DAY]),
        "longest from the event to a list, noted four days later": max(met[ON_THE_DAY:]),
        "lines of those let go, no contact since": len(let_go(quarter)),
        "planted people seen within their cadence and ten days":
            f"{sum(days <= SLACK for days in beyond.values())} of {len(beyond)}",
        "longest wait beyond the cadence, in days": max(beyond.values()),
        "same person two days running, nothing new": again.total(),
        **{f"of these because of {words}": again[code] for code, words in _WHY.items()},
        "questions that the list asked": sum(asked),
        "questions on a day, most": max(asked),
        "contacts": sum(map(len, quarter.touched.values())),
        "of them logged in words": quarter.in_words,
        "words read otherwise than meant": len(quarter.misread),
    }  # fmt: skip


def table(*columns: dict[str, object]) -> str:
    """Give the figures of some quarters as a Markdown table, a column each."""
    rows = [("", *(f"quarter {number}" for number in range(1, len(columns) + 1)))]
    rows += [("---", *("---:" for _ in columns))]
    rows += [(name, *(str(column[name]) for column in columns)) for name in columns[0]]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _lived(seed: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        return figures(live(Path(folder), seed))


if __name__ == "__main__":
    sys.stdout.write(table(*map(_lived, SEEDS)))
