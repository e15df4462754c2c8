"""Who in the network is meant by each row of a file, and what the row would change of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from crm.domain.text import email_key, phone_key
from crm.services.import_rows import LISTS, Row, folded
from crm.store.reads import imports as reads
from crm.store.reads.imports import Now, Record

if TYPE_CHECKING:
    from sqlite3 import Connection

_KEY_OF: dict[str, Callable[[str], str]] = {
    "emails": email_key, "phones": phone_key, "links": reads.link_key,
}  # fmt: skip


class Unsure(NamedTuple):
    """A row about somebody who may be in the network already, or who may be two people.

    `reason` is same-name (somebody is called so, no key in common), other-name (a phone number or
    the source's key in common, but no word of the name), same-key (two rows of the file under one
    key) or several (a key in common with several people: not imported). `contact_ids` are those
    it may be, if they are in the network.
    """

    line: int
    name: str
    reason: str
    contact_ids: tuple[int, ...]
    imported: bool


class Matched(NamedTuple):
    """A row about somebody in the network; `record` is None when the source is new to them."""

    row: Row
    contact_id: int
    record: Record | None


class Plan(NamedTuple):
    """What a file comes to: new people, known people, doubts, and rows that only repeat others."""

    new: list[Row]
    known: list[Matched]
    unsure: list[Unsure]
    repeated: int


class Difference(NamedTuple):
    """What a row changes of a person: plain fields to set, list values to add, and what is left.

    `kept` are (field, ours, theirs) that the user set or removed by hand; `fields` is what the
    import record notes from now on.
    """

    plain: dict[str, str]
    lists: dict[str, dict[str, str]]
    kept: list[tuple[str, str, str]]
    fields: dict[str, Any]


def plan(connection: Connection, source: str, rows: list[Row]) -> Plan:
    """Give who is new and who is known: by the source's own key, then by an exact strong key."""
    groups, repeated = _groups(rows)
    planner = _Planner(connection, source, reads.records(connection, source, groups))
    for group in groups.values():
        planner.take(group)
    planner.match_by_strong_keys()
    planner.doubt_same_names()
    return Plan(planner.new, planner.known, sorted(planner.doubts.values()), repeated)


def _groups(rows: list[Row]) -> tuple[dict[str, list[Row]], int]:
    """Give the rows by key, repetitions joined: more than one row in a group are namesakes."""
    groups: dict[str, list[Row]] = {}
    repeated = 0
    for row in rows:
        group = groups.setdefault(row.key, [])
        for index, other in enumerate(group):
            if row[2:] == other[2:]:
                break
            if not row.weak and row.folded_name == other.folded_name:
                group[index] = _joined(other, row)
                break
        else:
            group.append(row)
            continue
        repeated += 1
    return groups, repeated


def _joined(first: Row, second: Row) -> Row:
    lists = {
        field: {**first.lists.get(field, {}), **second.lists.get(field, {})}
        for field in LISTS
        if field in first.lists or field in second.lists
    }
    return first._replace(
        plain={**second.plain, **first.plain}, lists=lists, noted={**second.noted, **first.noted}
    )


class _Planner:
    def __init__(self, connection: Connection, source: str, records: dict[str, Record]) -> None:
        self.connection = connection
        self.source = source
        self.records = records
        self.open: list[Row] = []
        self.new: list[Row] = []
        self.known: list[Matched] = []
        self.doubts: dict[int, Unsure] = {}
        self.taken: set[int] = set()
        self.opened: set[str] = set()
        self.own_keys: dict[int, str] = {}

    def take(self, group: list[Row]) -> None:
        """Match the rows that share a key with the source's records under it, `#2` and so on."""
        key = group[0].key
        if len(group) == 1:
            record = self.records.get(key)
            if record is None:
                self._open_under_next_key(group[0])
                return
            if _may_be(group[0], record):
                self._know(group[0], record)
                return
        earlier = self._records_under(key)
        rest = []
        for row in group:
            same = next((k for k, r in earlier.items() if _says(r) == row.fields()), None)
            if same is None:
                rest.append(row)
            else:
                self._know(row, earlier.pop(same))
        for row in rest:
            match = next((k for k, r in earlier.items() if _may_be(row, r)), None)
            if match is not None:
                self._know(row, earlier.pop(match))
            else:
                self._open_under_next_key(row)

    def _records_under(self, key: str) -> dict[str, Record]:
        found = {key: self.records[key]} if key in self.records else {}
        found |= reads.numbered(self.connection, self.source, key)
        self.records |= found
        return found

    def _open_under_next_key(self, row: Row) -> None:
        key, number = row.key, 1
        while key in self.opened or key in self.records:
            number += 1
            key = f"{row.key}#{number}"
        if number > 1:
            record = self.records.get(row.key)
            reason = "other-name" if record and not _may_be(row, record) else "same-key"
            ids = (record.contact_id,) if record else ()
            self._doubt(row, reason, ids)
            self.own_keys[row.line] = row.key
            row = row._replace(key=key)
        self.opened.add(key)
        self.open.append(row)

    def _know(self, row: Row, record: Record) -> None:
        self.known.append(Matched(row, record.contact_id, record))
        self.taken.add(record.contact_id)

    def match_by_strong_keys(self) -> None:
        """Match the rows that no record knows by e-mail address, phone number or profile."""
        self._match_by_uid()
        emails = reads.email_owners(self.connection, _keys(self.open, "emails"))
        phones = reads.phone_owners(self.connection, _keys(self.open, "phones"))
        slugs = {
            key.removeprefix("linkedin/")
            for key in _keys(self.open, "links")
            if key.startswith("linkedin/")
        }
        profiles = reads.profile_owners(self.connection, slugs)
        if not (emails or phones or profiles):
            self.new = self.open
            return
        for row in self.open:
            found = _owners_of(row, "emails", emails) | {
                contact_id
                for key in row.lists.get("links", ())
                for contact_id in profiles.get(key.removeprefix("linkedin/"), ())
            }
            self._decide(row, found - self.taken, _owners_of(row, "phones", phones) - self.taken)

    def _match_by_uid(self) -> None:
        owners = reads.uid_owners(self.connection, {row.key for row in self.open})
        if owners:
            rows, self.open = self.open, []
            for row in rows:
                contact_id = owners.get(row.key)
                if contact_id is None or contact_id in self.taken:
                    self.open.append(row)
                else:
                    self.known.append(Matched(row, contact_id, None))
                    self.taken.add(contact_id)

    def _decide(self, row: Row, found: set[int], by_phone: set[int]) -> None:
        names = reads.names(self.connection, found | by_phone) if found or by_phone else {}
        candidates = found | {c for c in by_phone if _share_a_word(row.folded_name, names[c])}
        if len(candidates) > 1:
            called_so = {c for c in candidates if names[c] == row.folded_name}
            candidates = called_so if len(called_so) == 1 else candidates
        if len(candidates) > 1:
            self._doubt(row, "several", tuple(sorted(candidates)), imported=False)
            return
        for contact_id in candidates:
            self.doubts.pop(row.line, None)
            own_key = self.own_keys.get(row.line, row.key)
            record = self.records.get(own_key)
            if record is not None and record.contact_id == contact_id:
                self._know(row._replace(key=own_key), record)
            else:
                self.known.append(Matched(row, contact_id, None))
                self.taken.add(contact_id)
            return
        if by_phone:
            self._doubt(row, "other-name", tuple(sorted(by_phone)))
        self.new.append(row)

    def doubt_same_names(self) -> None:
        """List the new people whose name somebody has of whom the source never spoke."""
        named = {row.folded_name for row in self.new}
        namesakes = reads.namesakes(self.connection, self.source, named)
        if not namesakes:
            return
        for row in self.new:
            namesake = namesakes.get(row.folded_name)
            if namesake is not None and namesake not in self.taken and row.line not in self.doubts:
                self._doubt(row, "same-name", (namesake,))

    def _doubt(
        self, row: Row, reason: str, contact_ids: tuple[int, ...], *, imported: bool = True
    ) -> None:
        name = row.plain["name"]
        self.doubts[row.line] = Unsure(row.line, name, reason, contact_ids, imported)


def _keys(rows: list[Row], field: str) -> Iterable[str]:
    return {key for row in rows for key in row.lists.get(field, ())}


def _owners_of(row: Row, field: str, owners: dict[str, set[int]]) -> set[int]:
    return {c for key in row.lists.get(field, ()) for c in owners.get(key, ())}


def _says(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(record.fields)
    return fields


def _may_be(row: Row, record: Record) -> bool:
    """Tell whether a row may be about the person of the record under the same key.

    A profile or a card is one person's whatever the name; a number or an address may have been
    given anew, unless it is all that the person was called by.
    """
    if row.has_uid or f"linkedin/{row.key}" in row.lists.get("links", ()):
        return True
    said = _says(record)
    name = said.get("name") or said.get("called", "")
    if name in (*said.get("emails", ()), *said.get("phones", ())):
        return True
    return _share_a_word(row.folded_name, folded(name))


def _share_a_word(one: str, other: str) -> bool:
    return one == other or not set(one.split()).isdisjoint(other.split())


def difference(matched: Matched, person: Now, first_contact: str | None) -> Difference:
    """Give what a row changes: what is empty, and what the import wrote and nobody changed since.

    A value that the import wrote and the user changed or removed is left as it is. Nobody is known
    only since after the `first_contact` with them.
    """
    row = matched.row
    written = _says(matched.record) if matched.record else {}
    fields = {**written, **row.noted}
    plain: dict[str, str] = {}
    kept: list[tuple[str, str, str]] = []
    for field, theirs in row.plain.items():
        ours, last = person.plain.get(field, ""), written.get(field)
        after_contact = field == "known_since" and first_contact and theirs > first_contact
        if ours == theirs or after_contact:
            continue
        if ours == (last or ""):
            plain[field] = fields[field] = theirs
        else:
            kept.append((field, ours, theirs))
    lists = _missing(row, person, written, fields, kept)
    _keep_names_together(plain, kept, fields, written)
    if "name" not in fields:
        fields["called"] = row.plain["name"]
    return Difference(plain, lists, kept, fields)


def _missing(
    row: Row,
    person: Now,
    written: dict[str, Any],
    fields: dict[str, Any],
    kept: list[tuple[str, str, str]],
) -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = {}
    for field, values in row.lists.items():
        missing = {k: value for k, value in values.items() if k not in person.keys[field]}
        if not missing:
            continue
        key_of = _KEY_OF.get(field, folded)
        once = {key_of(value) for value in written.get(field, ())}
        if field == "roles" and row.roles_read:
            # What the title says is nobody's word: it yields to any role that was given.
            if person.keys[field] - once:
                continue
            missing = {key: value for key, value in missing.items() if key not in once}
        kept += [(field, "", value) for key, value in missing.items() if key in once]
        added = {key: value for key, value in missing.items() if key not in once}
        if added:
            lists[field] = added
            fields[field] = [*written.get(field, ()), *added.values()]
    return lists


def _keep_names_together(
    plain: dict[str, str],
    kept: list[tuple[str, str, str]],
    fields: dict[str, Any],
    written: dict[str, Any],
) -> None:
    # Given and family name belong to the name: where the user's name stays, theirs do not come.
    if not any(field == "name" for field, _, _ in kept):
        return
    for field in ("given_name", "family_name"):
        if plain.pop(field, None) is not None:
            fields.pop(field)
            if field in written:
                fields[field] = written[field]
