"""Wall time and memory of whole processes, in pairs, since the machine is not alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple

_PEAK = """
import os, sys
null = os.open(os.devnull, os.O_WRONLY)
actions = [(os.POSIX_SPAWN_DUP2, null, 1)]
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, used = os.wait4(child, 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Ratio(NamedTuple):
    """The median of paired ratios, and their lower and upper quartile."""

    median: float
    low: float
    high: float


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Give the wall time of one run; raises CalledProcessError when it fails."""
    begin = time.perf_counter()
    subprocess.run(
        command, env=environment, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    return time.perf_counter() - begin


def paired(
    base: Sequence[str],
    command: Sequence[str],
    environment: Mapping[str, str],
    runs: int,
    goal: float,
) -> Ratio:
    """Give how much longer a command takes than `base`, run before and after it, so many times.

    Where the goal lies between the quartiles it takes up to three times as many, since a median
    that is near may fall on either side.
    """
    seconds(command, environment)
    before = seconds(base, environment)
    ratios: list[float] = []
    found = None
    while found is None or (found.low <= goal <= found.high and len(ratios) < 3 * runs):
        for _ in range(runs):
            took = seconds(command, environment)
            after = seconds(base, environment)
            ratios.append(2.0 * took / (before + after))
            before = after
        found = ratio(ratios)
    return found


def ratio(ratios: Sequence[float]) -> Ratio:
    """Give the median and the quartiles of what was measured."""
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else [ratios[0]] * 3
    return Ratio(median(ratios), low, high)


def peak_mebibytes(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Give the most memory that one run held at a time (Linux counts in KiB, macOS in bytes).

    A small process starts it: a child begins with the peak of the process it was made from.
    """
    said = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _PEAK, *command],
        env=environment, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return int(said) / (1 << 20 if sys.platform == "darwin" else 1 << 10)
