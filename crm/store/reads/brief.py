"""Who of the network could be introduced to somebody, for what they need."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from crm.domain.cadence import MOST_PEOPLE

MOST_KEYS = 16
# However many beyond the garden share a role or an offer, so many are looked at.
MOST_LOOKED_AT = 500
_KEYS = ", ".join(f":key{n}" for n in range(MOST_KEYS))
# The traits of a person are few, while a role may be that of many: hence by person.
_OF_GARDEN = f"""SELECT t.key, t.contact_id FROM contact g CROSS JOIN contact_trait t
  WHERE g.garden_since IS NOT NULL AND t.contact_id = g.id
    AND +t.kind IN ('offer', 'role') AND +t.key IN ({_KEYS})"""
_OF_ALL = f"""SELECT t.key, t.contact_id FROM contact_trait t
  WHERE t.kind IN ('offer', 'role') AND t.key IN ({_KEYS}) LIMIT {MOST_LOOKED_AT}"""


def _of(able: str) -> str:
    return f"""WITH able (key, id) AS ({able})
SELECT able.key, c.id, c.name FROM able CROSS JOIN contact c
 WHERE c.id = able.id AND c.id <> :id AND c.archived = 0 AND c.availability <> 'unavailable'
   AND coalesce(c.met_through_id, 0) <> :id
   AND c.id NOT IN (SELECT coalesce(met_through_id, 0) FROM contact WHERE id = :id)
   AND c.id NOT IN (SELECT b_id FROM acquaintance WHERE a_id = :id
              UNION SELECT a_id FROM acquaintance WHERE b_id = :id)
   AND c.id NOT IN (SELECT b_id FROM introduction WHERE a_id = :id
              UNION SELECT a_id FROM introduction WHERE b_id = :id)
   AND c.id NOT IN (SELECT q.contact_id FROM participant p
                      JOIN interaction i ON i.id = p.interaction_id
                      JOIN participant q ON q.interaction_id = i.id
                     WHERE p.contact_id = :id AND i.people BETWEEN 2 AND {MOST_PEOPLE})
 ORDER BY c.garden_since IS NULL, c.last_contact_on IS NULL, c.last_contact_on DESC, c.id
 LIMIT 1"""


ABLE_IN_GARDEN = _of(_OF_GARDEN)
ABLE = _of(_OF_ALL)


class Able(NamedTuple):
    """Somebody who could be introduced, and the key of what they can do."""

    key: str
    id: int
    name: str


def able(connection: sqlite3.Connection, contact_id: int, keys: Sequence[str]) -> Able | None:
    """Give one whose role or offer is among the first keys, and who does not know this person yet.

    People of the garden come first, then those last in touch; nobody archived or unavailable, nor
    with whom they ever stood in an introduction.
    """
    values: dict[str, int | str | None] = {f"key{n}": None for n in range(MOST_KEYS)}
    values |= {f"key{n}": key for n, key in enumerate(keys[:MOST_KEYS])}
    for sql in (ABLE_IN_GARDEN, ABLE):
        if row := connection.execute(sql, {**values, "id": contact_id}).fetchone():
            return Able._make(row)
    return None
