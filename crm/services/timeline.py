"""What passed between the user and a person, a window of it at a time."""

from __future__ import annotations

from typing import NamedTuple

from crm.context import Context
from crm.store.reads import interactions
from crm.store.reads.interactions import Happening


class Moment(NamedTuple):
    """An interaction, and the names of the others who took part in it."""

    happening: Happening
    others: list[str]


def timeline(context: Context, contact_id: int, limit: int, offset: int = 0) -> list[Moment]:
    """Give `limit` interactions with a person, the latest first, from `offset` on."""
    with context.store.reading() as connection:
        found = interactions.timeline(connection, contact_id, limit, offset)
        several = [one.id for one in found if one.people > 1]
        others = interactions.companions(connection, contact_id, several)
    return [Moment(one, others.get(one.id, [])) for one in found]
