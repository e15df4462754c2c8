"""Run by the installed Python: imports a LinkedIn export a few times, and prints each ratio.

The ratio is to reading the same file into dicts, the least that an import of it can do.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from pathlib import Path

from crm import context, settings


def main(path: Path, runs: int) -> None:
    """Print one ratio a line, after a run that is not counted."""
    import crm.store.session  # noqa: F401  (importing SQLModel is not what is measured)
    from crm.services.transfer import import_file

    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs + 1):
            own = context.make(settings.load({}, f"{folder}/{run}.db", "en"))
            floor = _seconds_to_read(path)
            begin = time.perf_counter()
            import_file(own, path)
            ratio = (time.perf_counter() - begin) / floor
            if run:
                print(ratio)  # noqa: T201


def _seconds_to_read(path: Path) -> float:
    begin = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.DictReader(file))
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
