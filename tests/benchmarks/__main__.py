"""`make bench`: measures the installed program against bare Python, and what tasks cost to type."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import efforts, generator, larger, measure, screen
from tests.benchmarks.installed import Installed, install

MOST_TIMES_S, MOST_TIMES_S_LARGE, LARGE = 6.0, 8.0, 100_000
MOST_TIMES_SQLMODEL = 1.6
MOST_TIMES_READING = 25.0
MOST_MEBIBYTES = 25.0
MOST_OF_EVERYBODY = 0.1
MOST_SECONDS_TO_SUGGEST = 2.0
TOP = ("--top", "50", "--json")
IMPORTED_ROWS = 10_000
IMPORT_RUNS = 3
MATCH_RUNS = 5
WIDEST = 48
FULL_SCREEN = "full screen"
SCREEN_RUNS = 9


class Result(NamedTuple):
    """One line of the table; `ratio` is None when it could not be measured.

    A line without a goal says the same as the one before in another unit.
    """

    name: str
    unit: str
    ratio: measure.Ratio | None
    goal: float | None


class Bench(NamedTuple):
    """What is measured on: the installed program, a network, and how it is called.

    `wordy` is the same network with what people like, need and offer.
    """

    installed: Installed
    install_seconds: float
    folder: Path
    wordy: Path
    environment: dict[str, str]
    runs: int
    goal: float
    somebody: str


def main() -> int:
    """Measure, print the table, and give 1 when something could not run."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="crm-bench-") as folder:
        bench = _prepare(Path(folder), options)
        floor = _bare(bench, "sqlite3")
        took = sorted(measure.seconds(floor, bench.environment) for _ in range(bench.runs))
        _say(f"{options.contacts} contacts, {options.interactions} interactions, {bench.runs} runs")
        _say(f"S, python -c 'import sqlite3': {1000 * took[len(took) // 2]:.0f} ms here")
        _say(f"\n{'':{WIDEST}}{'median':>8}  {'quartiles':>14}{'goal':>7}")
        results = []
        for result in chain(_results(bench, options.only), _large(bench, options)):
            results.append(result)
            _say(_line(result))
        took = _efforts(bench, options.only)
    if options.json:
        said = [_as_json(result) for result in results] + [each.as_json() for each in took]
        options.json.write_text(json.dumps(said, indent=1) + "\n")
    return int(not (results or took) or any(result.ratio is None for result in results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=15, help="pairs for each command")
    parser.add_argument("--json", type=Path, help="also write the results there")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--without-large", action="store_true", help=f"nothing at {LARGE} people")
    return parser.parse_args()


def _prepare(folder: Path, options: argparse.Namespace) -> Bench:
    _say("building and installing the wheel, making the network …")
    begin = time.perf_counter()
    installed = install(folder)
    install_seconds = time.perf_counter() - begin
    database = folder / "network.db"
    generator.network(database, options.contacts, options.interactions // options.contacts)
    wordy = Path(shutil.copy(database, folder / "wordy.db"))
    generator.add_traits(wordy, options.contacts)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8",
        "CRM_DB": str(database), "CRM_TODAY": generator.TODAY.isoformat(),
    }  # fmt: skip
    goal = MOST_TIMES_S if options.contacts < LARGE else MOST_TIMES_S_LARGE
    return Bench(
        installed, install_seconds, folder, wordy, environment, options.runs, goal,
        _somebody_well_known(database),
    )  # fmt: skip


def _somebody_well_known(database: Path) -> str:
    """Give the id of one of those with the most interactions."""
    connection = sqlite3.connect(database)
    rows = connection.execute(
        "SELECT contact_id FROM participant GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 100"
    ).fetchall()
    connection.close()
    return str(rows[-1][0])


def _results(bench: Bench, only: str) -> Iterator[Result]:
    reads = (
        ("--version",), ("remind",), ("remind", "--json"), ("find", "ruiz"),
        ("show", bench.somebody, "--json"), ("list", "--limit", "50"),
    )  # fmt: skip
    # Each run of this one writes: the network grows by so many interactions.
    log = ("log", "--with", bench.somebody, "--kind", "call")
    for words, base, goal in (
        *((words, "sqlite3", bench.goal) for words in reads),
        (log, "sqlmodel", MOST_TIMES_SQLMODEL),
    ):
        name = f"crm {' '.join(words)}"
        if only in name:
            command = (bench.installed.crm, *words)
            unit = "× S" if base == "sqlite3" else f"× {base}"
            yield Result(name, unit, _ratio(bench, base, command, goal), goal)
            if base == "sqlite3":
                yield Result(name, "MiB", _peak(bench, command), MOST_MEBIBYTES)
    name = f"import of {IMPORTED_ROWS} LinkedIn rows"
    if only in name:
        yield Result(name, "× csv", _import_ratio(bench), MOST_TIMES_READING)
    suggest = ("intro", "suggest", *TOP)
    name = f"crm {' '.join(suggest)}"
    if only in name:
        command = (bench.installed.crm, *suggest)
        wordy = bench._replace(environment=bench.environment | {"CRM_DB": str(bench.wordy)})
        yield Result(name, "s", _seconds(wordy, command), MOST_SECONDS_TO_SUGGEST)
        yield Result(name, "× S", _ratio(wordy, "sqlite3", command, None), None)


def _large(bench: Bench, options: argparse.Namespace) -> Iterator[Result]:
    """Measure what depends on size on a network of `LARGE` people, made of copies of the other."""
    remind, match = f"crm remind, {LARGE} people", f"match, top 50 of {LARGE} people"
    names = (remind, match, FULL_SCREEN)
    if options.without_large or not any(options.only in name for name in names):
        return
    path = bench.folder / "large.db"
    larger.multiplied(bench.wordy, path, max(1, LARGE // options.contacts))
    large = bench._replace(environment=bench.environment | {"CRM_DB": str(path)})
    if options.only in remind:
        command = (bench.installed.crm, "remind")
        yield Result(remind, "× S", _ratio(large, "sqlite3", command, MOST_TIMES_S_LARGE),
                     MOST_TIMES_S_LARGE)  # fmt: skip
        yield Result(remind, "MiB", _peak(large, command), MOST_MEBIBYTES)
    if options.only in match:
        yield Result(match, "× everybody", _inside(large, "weighing.py", str(MATCH_RUNS)),
                     MOST_OF_EVERYBODY)  # fmt: skip

    if options.only in FULL_SCREEN:
        for figure in screen.figures(bench.installed, large.environment, path, SCREEN_RUNS):
            name = f"{FULL_SCREEN}, {figure.name}"
            yield Result(name, figure.unit, measure.ratio(figure.values), figure.goal)


def _efforts(bench: Bench, only: str) -> list[efforts.Took]:
    """Type the scripts, and print what each came to."""
    folder = bench.folder / "efforts"
    network = bench.folder / "network.db"
    said = []
    for took in efforts.measured(bench.installed, bench.install_seconds, folder, network, only):
        if not said:
            _say(f"\n{efforts.HEADING}")
        _say(took.line())
        said.append(took)
    return said


def _bare(bench: Bench, module: str) -> tuple[str, ...]:
    return bench.installed.python, "-c", f"import {module}"


def _ratio(
    bench: Bench, base: str, command: tuple[str, ...], goal: float | None
) -> measure.Ratio | None:
    try:
        floor, near = _bare(bench, base), -1.0 if goal is None else goal
        return measure.paired(floor, command, bench.environment, bench.runs, near)
    except subprocess.CalledProcessError as error:
        _report(error)
        return None


def _seconds(bench: Bench, command: tuple[str, ...]) -> measure.Ratio | None:
    try:
        took = [measure.seconds(command, bench.environment) for _ in range(MATCH_RUNS)]
        return measure.ratio(took)
    except subprocess.CalledProcessError as error:
        _report(error)
        return None


def _peak(bench: Bench, command: tuple[str, ...]) -> measure.Ratio | None:
    try:
        peaks = [measure.peak_mebibytes(command, bench.environment) for _ in range(3)]
    except subprocess.CalledProcessError as error:
        _report(error)
        return None
    return measure.ratio(peaks)


def _import_ratio(bench: Bench) -> measure.Ratio | None:
    path = bench.folder / "Connections.csv"
    path.write_text(generator.linkedin_csv(IMPORTED_ROWS), encoding="utf-8", newline="")
    return _inside(bench, "importing.py", str(path), str(IMPORT_RUNS))


def _inside(bench: Bench, script: str, *arguments: str) -> measure.Ratio | None:
    """Give the ratios that a script prints which runs in the installed Python."""
    path = Path(__file__).with_name(script)
    try:
        said = subprocess.run(
            [bench.installed.python, str(path), *arguments],
            env=bench.environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    except subprocess.CalledProcessError as error:
        _report(error)
        return None
    return measure.ratio([float(line) for line in said.split()])


def _report(error: subprocess.CalledProcessError) -> None:
    said = error.stderr if isinstance(error.stderr, str) else error.stderr.decode()
    sys.stderr.write(f"{' '.join(error.cmd[-3:])}: exit {error.returncode}\n{said}")


def _line(result: Result) -> str:
    name = f"{result.name:{WIDEST}}"
    goal = "" if result.goal is None else f"{result.goal:g}"
    if result.ratio is None:
        return f"{name}{'could not run':>24}{goal:>7} {result.unit}"
    middle, low, high = result.ratio
    ok = "" if result.goal is None else "ok" if middle <= result.goal else "ABOVE"
    digits = 2 if result.goal is None or result.goal >= 1 else 3
    quartiles = f"{low:.{digits}f}–{high:.{digits}f}"
    return f"{name}{middle:>8.{digits}f}  {quartiles:>14}{goal:>7} {result.unit:10} {ok}".rstrip()


def _as_json(result: Result) -> dict[str, object]:
    measured = result.ratio._asdict() if result.ratio else {}
    met = bool(result.ratio and result.goal is not None and result.ratio.median <= result.goal)
    return {"name": result.name, "unit": result.unit, **measured, "goal": result.goal, "met": met}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
