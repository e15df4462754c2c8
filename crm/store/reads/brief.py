"""Who of the network could be introduced to somebody, for what they need."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from crm.domain.cadence import MOST_PEOPLE

MOST_KEYS = 16
# However many share a role or an offer, so many are looked at.
MOST_LOOKED_AT = 500
_KEYS = ", ".join(f":key{n}" for n in range(MOST_KEYS))
ABLE = f"""WITH able (key, id) AS (SELECT t.key, t.contact_id FROM contact_trait t
  WHERE t.kind IN ('offer', 'role') AND t.key IN ({_KEYS}) LIMIT {MOST_LOOKED_AT})
SELECT able.key, c.id, c.name FROM able CROSS JOIN contact c
 WHERE c.id = able.id AND c.id <> :id AND c.archived = 0 AND c.availability <> 'unavailable'
   AND coalesce(c.met_through_id, 0) <> :id
   AND c.id NOT IN (SELECT coalesce(met_through_id, 0) FROM contact WHERE id = :id)
   AND c.id NOT IN (SELECT b_id FROM acquaintance WHERE a_id = :id
              UNION SELECT a_id FROM acquaintance WHERE b_id = :id)
   AND c.id NOT IN (SELECT q.contact_id FROM participant p
                      JOIN interaction i ON i.id = p.interaction_id
                      JOIN participant q ON q.interaction_id = i.id
                     WHERE p.contact_id = :id AND i.people BETWEEN 2 AND {MOST_PEOPLE})
 ORDER BY c.garden_since IS NULL, c.last_contact_on IS NULL, c.last_contact_on DESC, c.id
 LIMIT 1"""


class Able(NamedTuple):
    """Somebody who could be introduced, and the key of what they can do."""

    key: str
    id: int
    name: str


def able(connection: sqlite3.Connection, contact_id: int, keys: Sequence[str]) -> Able | None:
    """Give one whose role or offer is among the first keys, and who does not know this person yet.

    People of the garden come first, then those last in touch; nobody archived or unavailable.
    """
    values: dict[str, int | str | None] = {f"key{n}": None for n in range(MOST_KEYS)}
    values |= {f"key{n}": key for n, key in enumerate(keys[:MOST_KEYS])}
    row = connection.execute(ABLE, {**values, "id": contact_id}).fetchone()
    return Able._make(row) if row else None
