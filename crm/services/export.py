"""Takes the network away: people and other tables as CSV, everything as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from crm.context import Context
from crm.domain.contacts import TRAITS
from crm.domain.dates import PartialDate
from crm.domain.text import harmless_json
from crm.errors import WrongUsage
from crm.formats.csv import join_values, write_rows
from crm.services.files import written
from crm.services.who import who
from crm.store.reads import export as reads
from crm.store.reads import profile as profile_reads

if TYPE_CHECKING:
    from sqlite3 import Connection

CONTACTS = (
    "id", "uid", "name", "given_name", "family_name", "organisation", "title", "roles", "emails",
    "phones", "links", "city", "language", "tags", "interests", "skills", "offers", "needs",
    "nicknames", "birthday", "met_on", "met_at", "known_since", "cadence", "garden_since",
    "last_contact_on", "next_due_on", "notes", "archived",
)  # fmt: skip
PRIVATE = ("facts",)
INTERACTIONS = (
    "id", "uid", "day", "kind", "side", "begun_by", "depth", "ask", "planned", "answered",
    "listen_share", "questions", "followups", "duration_minutes", "place", "event", "contact_ids",
    "people", "summary",
)  # fmt: skip
GOALS = (
    "id", "uid", "title", "rank", "why", "unit", "start", "target", "current", "starts_on",
    "due_on", "state", "closed_on", "next_action", "next_action_on", "roles", "people",
)  # fmt: skip
PROMISES = ("id", "contact_id", "name", "mine", "text", "made_on", "due_on", "done_on")
TABLES = {
    "contacts": CONTACTS, "interactions": INTERACTIONS, "goals": GOALS, "promises": PROMISES,
}  # fmt: skip
_WAYS = {"emails": reads.EMAILS, "phones": reads.PHONES, "links": reads.LINKS, "tags": reads.TAGS}


def export_csv(
    context: Context,
    target: str,
    *,
    table: str = "contacts",
    excel: bool = False,
    raw: bool = False,
    force: bool = False,
    private: bool = False,
    columns: list[str] | None = None,
) -> int:
    """Write a table as CSV to the file `target` ("-": standard output) and give its rows' count.

    `columns` chooses and orders; what was noted about people comes only with `private`. Archived
    people are included. Raises WrongUsage for an unknown table or column and "file-exists".
    """
    if table not in TABLES:
        known = ", ".join(TABLES)
        raise WrongUsage("unknown-value", field="table", value=table, known=known)
    offered = TABLES[table] + (PRIVATE if private and table == "contacts" else ())
    chosen = tuple(columns or offered)
    for column in chosen:
        if column not in offered:
            known = ", ".join(offered)
            raise WrongUsage("unknown-value", field="columns", value=column, known=known)
    count = _Count()
    with context.store.reading() as connection, written(target, force=force) as stream:
        rows = count.of(_ROWS[table](connection, chosen))
        write_rows(stream, chosen, rows, excel=excel, raw=raw)
    return count.done


class _Count:
    """How many rows have gone by."""

    def __init__(self) -> None:
        self.done = 0

    def of(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            yield row
            self.done += 1


def _contacts(connection: Connection, chosen: tuple[str, ...]) -> Iterator[list[Any]]:
    for people in reads.rows(connection, reads.CONTACTS, about=None):
        span = people[0]["id"], people[-1]["id"]
        cells = _list_cells(connection, chosen, *span)
        for person in people:
            person["city"] = person["place"]
            key = person["id"]
            yield [
                cells[column].get(key, "") if column in cells else person[column]
                for column in chosen
            ]


def _list_cells(
    connection: Connection, chosen: tuple[str, ...], first: int, last: int
) -> dict[str, dict[int, str]]:
    """Give the cells of the columns that hold several values, by column and contact."""
    cells: dict[str, dict[int, str]] = {}
    for column, sql in _WAYS.items():
        if column in chosen:
            cells[column] = {
                key: join_values([values[0] for values in rows])
                for key, rows in reads.owned(connection, sql, first, last).items()
            }
    kinds = {column: kind for column, kind in TRAITS.items() if column in chosen}
    traits = reads.owned(connection, reads.TRAITS, first, last) if kinds else {}
    for column, kind in kinds.items():
        cells[column] = {
            key: join_values([value for k, value in rows if k == kind])
            for key, rows in traits.items()
        }
    if "birthday" in chosen:
        cells["birthday"] = _birthdays(connection, first, last)
    if "facts" in chosen:
        cells["facts"] = {
            key: join_values([f"{fact['day']} {fact['kind']}: {fact['text']}" for fact in facts])
            for key, facts in reads.named(connection, reads.FACTS, first, last).items()
        }
    return cells


def _birthdays(connection: Connection, first: int, last: int) -> dict[int, str]:
    return {
        key: PartialDate(*parts).isoformat()
        for key, dates in reads.owned(connection, reads.DATES, first, last).items()
        for kind, _, *parts in reversed(dates)
        if kind == "birthday"
    }


def _interactions(connection: Connection, chosen: tuple[str, ...]) -> Iterator[list[Any]]:
    for some in reads.rows(connection, reads.INTERACTIONS, about=None):
        span = some[0]["id"], some[-1]["id"]
        people = reads.owned(connection, reads.PARTICIPANTS, *span)
        for row in some:
            present = people.get(row["id"], [])
            row["contact_ids"] = " ".join(str(contact_id) for _, contact_id, _ in present)
            row["people"] = join_values([name for _, _, name in present])
            yield [row[column] for column in chosen]


def _goals(connection: Connection, chosen: tuple[str, ...]) -> Iterator[list[Any]]:
    for some in reads.rows(connection, reads.GOALS, about=None):
        span = some[0]["id"], some[-1]["id"]
        roles = reads.owned(connection, reads.GOAL_ROLES, *span)
        people = reads.owned(connection, reads.GOAL_CONTACTS, *span)
        for row in some:
            row["roles"] = join_values([role for (role,) in roles.get(row["id"], [])])
            row["people"] = join_values([name for *_, name in people.get(row["id"], [])])
            yield [row[column] for column in chosen]


def _promises(connection: Connection, chosen: tuple[str, ...]) -> Iterator[list[Any]]:
    for some in reads.rows(connection, reads.PROMISES):
        for row in some:
            yield [row[column] for column in chosen]


_ROWS: dict[str, Callable[[Connection, tuple[str, ...]], Iterator[list[Any]]]] = {
    "contacts": _contacts, "interactions": _interactions, "goals": _goals, "promises": _promises,
}  # fmt: skip


def export_json(
    context: Context, target: str, *, about: str | None = None, force: bool = False
) -> int:
    """Write the whole network, or all there is about one person, as JSON; give the people's count.

    The same data give the same bytes. Raises what `who` and `written` raise.
    """
    count = _Count()
    with context.store.reading() as connection:
        person = who(connection, about, context.today).id if about is not None else None
        with written(target, force=force) as stream:
            _write_json(stream, connection, person, count)
    return count.done


def _write_json(stream: TextIO, connection: Connection, about: int | None, count: _Count) -> None:
    from crm.services import export_objects as parts

    members: dict[str, Any] = {"format": "crm", "version": 1}
    if about is None:
        members["profile"] = parts.profile(connection)
        members["settings"] = profile_reads.settings(connection)
        members["tags"] = parts.tags(connection)
    lists: dict[str, Iterable[Any]] = {
        "contacts": count.of(parts.contacts(connection, about)),
        "goals": parts.goals(connection, about),
        "interactions": parts.interactions(connection, about),
        "giving": parts.giving(connection, about),
        "asks": parts.asks(connection, about),
        "questions": parts.questions(connection, about),
        "mentorships": parts.mentorships(connection, about),
        "projects": parts.projects(connection, about),
        "events": parts.events(connection, about),
    }
    if about is None:
        lists["introductions"] = parts.introductions(connection)
        lists["own_roles"] = parts.own_roles(connection)
        lists["own_pairs"] = parts.own_pairs(connection)
        lists["pauses"] = parts.pauses(connection)
    stream.write("{\n")
    for name, value in members.items():
        stream.write(f' "{name}": {_indented(value, 1)},\n')
    for index, (name, items) in enumerate(lists.items()):
        separator = ",\n" if index else ""
        stream.write(f'{separator} "{name}": ')
        _write_list(stream, items)
    stream.write("\n}\n")


def _write_list(stream: TextIO, items: Iterable[Any]) -> None:
    before = "[\n  "
    for item in items:
        stream.write(before + _indented(item, 2))
        before = ",\n  "
    stream.write("[]" if before.startswith("[") else "\n ]")


def _indented(value: Any, depth: int) -> str:
    text = harmless_json(json.dumps(value, indent=1, ensure_ascii=False))
    return text.replace("\n", "\n" + " " * depth)
