"""What a shell may complete a word with: people, tags, goals, events.

It never makes or migrates a file. Modules on this path leave the future import out
(docs/decisions/0004).
"""

from typing import NamedTuple

from crm.context import Context
from crm.domain.text import fold, screen
from crm.store import search
from crm.store.reads import completion as reads
from crm.store.reads.completion import Offered

MOST = 50
_FEWEST_LETTERS_OF_A_WORD = 2
_LINE_SIGNS = ("#", "+")


class Choice(NamedTuple):
    """What a word can be completed with.

    `name` is what a person reads, and `number` the id to type where the name would not do.
    """

    name: str
    about: str = ""
    number: int | None = None
    typeable: bool = True
    """Whether typing the name means this, if not always this alone."""


def people(context: Context, typed: str) -> list[Choice]:
    """Give people whose name begins as typed, else in whose name words do; the garden first."""
    key = _key(typed)
    with reads.glance(context.store.path) as connection:
        if connection is None:
            return []
        found = reads.by_beginning(connection, key, MOST)
        if not found and len(key) >= _FEWEST_LETTERS_OF_A_WORD:
            expression = search.match(typed).expression
            near = reads.by_words(connection, expression, MOST) if expression else []
            found = [person for person in near if key in person.name_folded]
    found.sort(key=lambda person: (not person.in_garden, person.name_folded, person.id))
    return [choice(person) for person in found]


def names(context: Context, typed: str) -> list[str]:
    """Give the names of people that begin as typed, none before anything is."""
    key = _key(typed)
    return [one.name for one in people(context, typed) if key and fold(one.name).startswith(key)]


def choice(person: Offered) -> Choice:
    """Give a person as something to complete a word with."""
    typeable = _typeable(person.name, person.name_folded)
    return Choice(
        screen(person.name),
        screen(person.organisation or person.title),
        person.id if person.shared or not typeable else None,
        typeable,
    )


def tags(context: Context, typed: str) -> list[Choice]:
    """Give the tags that begin as typed."""
    with reads.glance(context.store.path) as connection:
        found = reads.tags(connection, _key(typed), MOST) if connection else []
    return [Choice(screen(name)) for name in found if _typeable(name, fold(name))]


def goals(context: Context, typed: str) -> list[Choice]:
    """Give the active goals in whose title a word begins as typed."""
    key = _key(typed)
    with reads.glance(context.store.path) as connection:
        found = reads.goals(connection) if connection else []
    choices = []
    for number, title, folded in found:
        if folded.startswith(key) or f" {key}" in folded:
            typeable = _typeable(title, folded)
            choices.append(Choice(screen(title), "", None if typeable else number, typeable))
    return choices[:MOST]


def events(context: Context, typed: str) -> list[Choice]:
    """Give the events in whose name a word begins as typed, the latest of a name once."""
    key = _key(typed)
    with reads.glance(context.store.path) as connection:
        found = reads.events(connection) if connection else []
    choices: dict[str, Choice] = {}
    for number, name, folded in found:
        if folded not in choices and (folded.startswith(key) or f" {key}" in folded):
            typeable = _typeable(name, folded)
            number_shown = None if typeable else number
            choices[folded] = Choice(screen(name), "", number_shown, typeable)
    return list(choices.values())[:MOST]


def _key(typed: str) -> str:
    """Give the folded beginning; a blank typed at its end ends a word."""
    key = fold(typed)
    return f"{key} " if key and typed[-1].isspace() else key


def _typeable(name: str, folded: str) -> bool:
    """Tell whether a name, as it is shown, can be typed: it is no option, number or line."""
    shown = screen(name)
    return (
        fold(shown) == folded
        and not shown.startswith("-")
        and not folded.removeprefix(_LINE_SIGNS[0]).removeprefix(_LINE_SIGNS[1]).isdecimal()
    )
