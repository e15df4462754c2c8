"""What could be given to somebody for what they need: of the user's own, or an introduction."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.text import fold
from crm.services.roles import name_of, recognised
from crm.store.reads import brief as reads
from crm.store.reads.brief import Able

if TYPE_CHECKING:
    from sqlite3 import Connection


class Gift(NamedTuple):
    """What meets a need: something "mine", or the "introduction" of a contact who has it.

    `what` is in words or a role's slug.
    """

    kind: str
    need: str
    what: str
    contact: Able | None = None


def gifts(
    connection: "Connection", contact_id: int, needs: list[str], mine: list[tuple[str, str]]
) -> Iterator[Gift]:
    """Give what could be given to a person, one thing for each need that can be met.

    `mine` are the user's traits as (kind, value); what is theirs comes before whom they know.
    """
    asked: dict[str, str] = {}
    for need in needs:
        for key in _keys(need):
            asked.setdefault(key, need)
    own = {key: v for kind, v in mine if kind in ("offer", "skill", "role") for key in _keys(v)}
    # An offer in words says more than a role does.
    for key in sorted((key for key in asked if key in own), key=is_role):
        if key in asked:
            need = asked[key]
            yield Gift("mine", need, own[key])
            asked = {other: n for other, n in asked.items() if n != need}
    while asked and (able := reads.able(connection, contact_id, list(asked))):
        need = asked[able.key]
        yield Gift("introduction", need, able.key, able)
        asked = {key: n for key, n in asked.items() if n != need}


def _keys(value: str) -> tuple[str, str]:
    """Give what a need and an offer may have in common: the words, or the role they name."""
    return fold(value), fold(recognised(value))


def is_role(value: str) -> bool:
    """Tell whether a word is the slug of a role that the program knows."""
    return name_of(value, "en") != value
