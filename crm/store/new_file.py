"""Puts a finished file where nothing was: whole or not at all, also when two do it at once."""

from __future__ import annotations

import os
from pathlib import Path


def appear(draft: Path, path: Path) -> None:
    """Give `draft` the name `path` (it may keep its own too); FileExistsError if that is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as exFAT: the name is taken before it is used
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            draft.replace(path)
        except BaseException:
            path.unlink()
            raise
