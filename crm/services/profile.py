"""Who the user is, and the settings that rules depend on."""

from datetime import date
from typing import NamedTuple

from crm.context import Context
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import change
from crm.services.roles import roles
from crm.services.rule_settings import MOST_A_DAY, SETTINGS
from crm.store import derived
from crm.store.reads import profile as reads

KINDS = ("role", "skill", "interest", "offer", "need")


class Profile(NamedTuple):
    """Who the user is; the lists by kind of trait."""

    name: str
    pitch: str
    experience_since: str
    traits: dict[str, list[str]]


def profile(context: Context) -> Profile:
    """Give who the user is; empty where they have not said."""
    with context.store.reading() as connection:
        traits: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for kind, value in reads.traits(connection):
            traits[kind].append(value)
        return Profile(*reads.profile(connection), traits)


def set_profile(
    context: Context,
    *,
    name: str | None = None,
    pitch: str | None = None,
    experience_since: str | None = None,
    traits: dict[str, list[str]] | None = None,
) -> Profile:
    """Say who the user is; a list that is given replaces the one there was."""
    from crm.store.tables.profile import Profile as Row
    from crm.store.tables.profile import ProfileTrait

    with change(context, "profile") as made:
        row = made.write.get(Row, 1)
        if row is None:
            row = Row(id=1)
            made.write.add(row)
        if name is not None:
            row.name = understand.text(name, "name")
        if pitch is not None:
            row.pitch = understand.text(pitch, "pitch")
        if experience_since is not None:
            row.experience_since = (
                understand.partial_date(experience_since).isoformat() if experience_since else ""
            )
        for kind, values in (traits or {}).items():
            for old in made.write.where(ProfileTrait, kind=kind):
                made.write.delete(old)
            known = roles(made.write.plain()).recognised
            kept = [known(v) if kind == "role" else v for v in understand.texts(values, kind)]
            for key, value in {fold(v): v for v in kept}.items():
                made.write.add(ProfileTrait(kind=kind, value=value, key=key))
    return profile(context)


def settings(context: Context) -> dict[str, str]:
    """Give all settings that rules depend on, as text, the default where none was set."""
    with context.store.reading() as connection:
        return SETTINGS | reads.settings(connection)


def setting(context: Context, name: str, value: str) -> str:
    """Set a setting that rules depend on, and compute anew what follows from it; "" resets it."""
    from crm.store.tables.profile import Setting

    if name not in SETTINGS:
        raise NotFound("no-setting", name=name, known=", ".join(SETTINGS))
    kept = _checked(name, value, context.today) if value else ""
    with change(context, "config") as made:
        rows = made.write.where(Setting, name=name)
        for row in rows:
            made.write.delete(row)
        if kept:
            made.write.add(Setting(name=name, value=kept))
        if name == "default_cadence":
            made.rhythm_of.update(derived.everybody(made.write.plain()))
        made.about(f"{name} = {kept or SETTINGS[name]}")
    return kept or SETTINGS[name]


def _checked(name: str, value: str, today: date) -> str:
    if name == "default_cadence":
        cadence = understand.cadence(value)
        if cadence is None:
            raise WrongUsage("bad-cadence", text=value)
        return str(cadence)
    if name == "budget":
        if not (value.isascii() and value.isdigit()):
            raise WrongUsage("out-of-range", field=name, value=value, least=1, most=MOST_A_DAY)
        understand.between(int(value[:9]), 1, MOST_A_DAY, name)
        return str(int(value))
    if name == "leap_day":
        return understand.one_of(value, ("02-28", "03-01"), name)
    days = {understand.coming_day(word, today) for word in value.replace(",", " ").split()}
    return " ".join(day.isoformat() for day in sorted(days))
