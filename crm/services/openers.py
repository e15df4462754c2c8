"""The first sentence to say to somebody, from what is known of them, in their language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context

if TYPE_CHECKING:
    from sqlite3 import Connection


class Opener(NamedTuple):
    """A sentence to begin with; `key` says what it was made from, so that it is not repeated."""

    key: str
    text: str


class Asked(NamedTuple):
    """Somebody to begin with; `kept` is the key already proposed today, `dormant` a reconnect."""

    contact_id: int
    kept: str = ""
    dormant: bool = False


def openers(
    connection: "Connection", context: Context, people: Iterable[Asked]
) -> dict[int, Opener]:
    """Give an opener for each of these people for whom there is a good one."""
    return {}


def opener_for(context: Context, contact_id: int) -> Opener | None:
    """Give the opener for one person, the one that was proposed today if there is one."""
    return None
