"""Projects done together: what each side brings, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.conversations import Happened, log_within
from crm.store.reads import projects as reads
from crm.store.reads.projects import Member, Project
from crm.store.search import like

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.tables.matching import JointProject


class Card(NamedTuple):
    """A project with the people in it."""

    project: Project
    people: list[Member]


def add(
    context: Context,
    title: str,
    people: list[str],
    *,
    brings: list[str] | None = None,
    i_bring: str = "",
    on: str | None = None,
) -> Card:
    """Begin a project with people, and log that once; `brings` are texts such as "ana: texts"."""
    from crm.store.tables.matching import JointProject, ProjectPerson

    called = understand.required(title, "title")
    starts_on = understand.day_that_was(on, context.today)
    mine = understand.text(i_bring, "i-bring")
    said = [_bringing(text) for text in understand.texts(brings or [], "brings")]
    with change(context, "project-add") as made:
        if made.write.where(JointProject, key=fold(called)):
            raise WrongUsage("project-exists", title=called)
        parts = {one(made, person).id: "" for person in people}
        for person, what in said:
            contact_id = one(made, person).id
            parts[contact_id] = ", ".join(filter(None, (parts.get(contact_id), what)))
        if not parts:
            raise WrongUsage("project-with-whom")
        row = JointProject(
            uid=uuid4().hex, title=called, key=fold(called), brings=mine, starts_on=starts_on
        )
        made.write.add(row)
        for contact_id, what in parts.items():
            made.write.add(ProjectPerson(project_id=row.id, contact_id=contact_id, brings=what))
        happened = Happened(
            people=tuple(map(str, parts)), summary=called, kind="project", side="both",
            on=starts_on.isoformat(),
        )  # fmt: skip
        log_within(context, made, happened)
        made.about(called)
        project_id = row.id
    return card(context, str(project_id))


def _bringing(text: str) -> tuple[str, str]:
    person, separator, what = (part.strip() for part in text.partition(":"))
    if not (person and separator and what):
        raise WrongUsage("brings-without-whom", text=text)
    return person, what


def end(context: Context, said: str, outcome: str = "", *, dropped: bool = False) -> Card:
    """End a project: done, or given up, with what came of it."""
    words = understand.text(outcome, "outcome")
    with change(context, "project-drop" if dropped else "project-done") as made:
        row = _row(made, project_named(made.write.plain(), said))
        if row.ended_on is not None:
            raise WrongUsage("project-over", title=row.title, on=row.ended_on)
        row.state = "dropped" if dropped else "done"
        row.ended_on = context.today
        row.outcome = words
        made.about(row.title)
        project_id = row.id
    return card(context, str(project_id))


def _row(made: Change, project: Project) -> JointProject:
    from crm.store.tables.matching import JointProject

    found = made.write.get(JointProject, project.id)
    if found is None:
        raise NotFound("no-project", project=project.title)
    return found


def cards(context: Context, *, over: bool = False) -> list[Card]:
    """Give the projects under way, on request those that are over too."""
    with context.store.reading() as connection:
        return _cards(connection, reads.projects(connection, over=over))


def card(context: Context, said: str) -> Card:
    """Give one project with the people in it."""
    with context.store.reading() as connection:
        return _cards(connection, [project_named(connection, said)])[0]


def _cards(connection: Connection, found: list[Project]) -> list[Card]:
    people = reads.people(connection, [project.id for project in found])
    return [Card(project, people.get(project.id, [])) for project in found]


def project_named(connection: Connection, said: str) -> Project:
    """Give the one project meant: an id, its title, or a part of the title."""
    key = fold(understand.text(said, "PROJECT"))
    number = understand.row_id(key)
    found = reads.by_id(connection, number) if number is not None else []
    found = found or reads.by_exact_title(connection, key)
    if key and not found:
        found = reads.by_part(connection, like(key))
        found = [project for project in found if project.ended_on is None] or found
    if not found:
        raise NotFound("no-project", project=said)
    if len(found) > 1:
        titles = [project.title for project in found]
        raise WrongUsage("ambiguous-project", project=said, titles=titles)
    return found[0]
