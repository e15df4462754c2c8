"""Everything the services can do to a network, as deeds that a test picks at random."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from random import Random
from uuid import UUID

from crm.context import Context
from crm.domain.introductions import Move
from crm.services import (
    afterwards,
    agenda,
    contact_fields,
    contacts,
    conversations,
    day_lines,
    debrief,
    event_close,
    event_meet,
    events,
    facts,
    follow_ups,
    garden,
    giving,
    goals,
    guidance,
    introductions,
    mentors,
    own_roles,
    profile,
    projects,
    questions,
)
from crm.services.changes import Change, change
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.event_meet import Noted
from crm.services.events import EventSaid
from crm.services.giving import GivingSaid
from crm.services.goals import GoalSaid

Deed = Callable[[Context, Random], object]

WORDS = (
    "Ana", "O'Brien", "Łukasz", "ÉMILE", 'say "hi"', "C++", "a\nb", "100 %", "\\", "🌱 Eva",
    "'); DROP TABLE contact; --", "x" * 99, "مريم", "NULL", "e\u0301",
)  # fmt: skip
CADENCES = ("5d", "2w", "1m", "1y", "none")
NUMBERS = (0.1, 1e-17, 123456789.123456789, 1e15, 5e-324, 1 / 3, 42.0)
ROLES = ("photographer", "designer", "brewer")
TITLES = (None, "", "Senior Copywriter & Content Lead", "Fotógrafa", "CEO")
TAGS = ("sea", "old friends", "#work")


def _who(context: Context, random: Random) -> str:
    """Name somebody by id; now and then nobody."""
    with context.store.reading() as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM contact ORDER BY id")]
    return str(random.choice(ids) if ids and random.random() < 0.97 else 999)


def _some(context: Context, random: Random, most: int = 4) -> list[str]:
    return [_who(context, random) for _ in range(random.randint(1, most))]


def _goal(random: Random) -> str:
    return str(random.randint(1, 3))


def _day(context: Context, random: Random, before: int = 400, after: int = 0) -> str:
    return (context.today + timedelta(random.randint(-before, after))).isoformat()


def add(context: Context, random: Random) -> object:
    said = Said(
        name=random.choice(WORDS),
        organisation=random.choice((None, *WORDS)),
        title=random.choice(TITLES),
        cadence=random.choice((None, *CADENCES)),
        met_on=random.choice((None, _day(context, random, 40))),
        known_since=random.choice((None, _day(context, random))),
        birthday=random.choice((None, "--02-29", "1990-07", "1985")),
        emails=tuple(random.sample(("a@b.com", "A@B.com", "o'b@x.org"), random.randint(0, 2))),
        phones=random.choice(((), ("+34 600 000 000",))),
        links=random.choice(((), ("linkedin.com/in/ana", "example.org"))),
        addresses=random.choice(((), ("1 High St",))),
        dates=random.choice(((), ("wedding: 2015-06-20",))),
        roles=random.choice(((), ROLES[:2])),
        nicknames=random.choice(((), ("Nick",))),
        tags=tuple(random.sample(TAGS, random.randint(0, 2))),
        knows=random.choice(((), (_who(context, random),))),
        met_through=random.choice((None, _who(context, random))),
    )
    return contacts.add(context, said, book=random.random() < 0.4)


def edit(context: Context, random: Random) -> object:
    said = Said(
        name=random.choice((None, *WORDS)),
        family_name=random.choice((None, "", "Ruiz")),
        place=random.choice((None, "Vigo", "")),
        title=random.choice(TITLES),
        availability=random.choice((None, "limited")),
        experience_since=random.choice((None, "", "2010-05")),
        cadence=random.choice((None, *CADENCES)),
        note=random.choice((None, "", "likes tea")),
        met_on=random.choice((None, "", _day(context, random, 40))),
        birthday=random.choice((None, "", "2000-02-29")),
        interests=random.choice(((), ("sailing", "SAILING"))),
        tags=random.choice(((), TAGS[:1])),
        remove=random.choice(
            ((), (), (), (), ("tag:sea",), ("role:designer",), ("email:a@b.com",))
        ),
    )
    return contacts.edit(context, _who(context, random), said)


def edit_field(context: Context, random: Random) -> object:
    texts = {
        "name": WORDS, "title": ("", "CEO"), "roles": ("designer, brewer", "Designer", ""),
        "interests": ("SAILING, tea", "", "salt, pepper;"), "tags": ("sea", "#Sea, work", ""),
        "emails": ("A@B.com", "o'b@x.org, new@x.org", ""), "phones": ("+34 600 000 000", "112"),
        "links": ("example.org, linkedin.com/in/ana", ""), "addresses": ("2 Low St; 1 High St", ""),
        "birthday": ("--02-29", ""), "dates": ("wedding: 2015-06-20", "moved: 2020", ""),
        "knows": ("Bo", "", "Caro, Bo"), "met_through": ("Bo", ""), "met_on": ("yesterday", ""),
        "notes": ("likes tea", ""), "availability": ("open",),
    }  # fmt: skip
    code = random.choice(list(texts))
    return contact_fields.edit_field(
        context, int(_who(context, random)), code, random.choice(texts[code]), "en"
    )


def learn(context: Context, random: Random) -> object:
    return facts.learn(context, _who(context, random), f"work: {random.choice(WORDS)}")


def note(context: Context, random: Random) -> object:
    return contacts.note(context, _who(context, random), random.choice(WORDS))


def tag(context: Context, random: Random) -> object:
    on, off = random.sample(TAGS, 2)
    people = _some(context, random)
    return contacts.tag(context, people, [on], off=[off] if random.random() < 0.3 else [])


def set_tag(context: Context, random: Random) -> object:
    cadence = random.choice((None, *CADENCES))
    circle = random.choice((None, True, False))
    return contacts.set_tag(context, random.choice(TAGS), cadence=cadence, circle=circle)


def plant(context: Context, random: Random) -> object:
    return garden.plant(
        context, [(who, random.choice((None, *CADENCES))) for who in _some(context, random)]
    )


def rest(context: Context, random: Random) -> object:
    return garden.rest(context, _some(context, random, 2))


def log(context: Context, random: Random) -> object:
    happened = Happened(
        people=tuple(_some(context, random, 10)),
        summary=random.choice(("", *WORDS)),
        kind=random.choice((None, *conversations.KINDS)),
        on=random.choice((None, _day(context, random, 400, 20))),
        side=random.choice((None, *conversations.SIDES)),
        begun_by=random.choice((None, "me", "them")),
        ask=random.random() < 0.3,
        talked=random.choice((None, "they")),
        questions=random.choice((None, 3)),
        facts=random.choice(((), ("work: moves to Lisbon", "sings"))),
        promises=random.choice(((), ("send the list by friday",))),
        their_promises=random.choice(((), ("call back",))),
        tags=random.choice(((), ("sea",))),
        planned=random.random() < 0.2,
        answered=random.choice((None, None, True, False)),
    )
    return conversations.log(context, happened)


def log_unknown(context: Context, random: Random) -> object:
    name = f"New {random.choice(WORDS)}"
    return conversations.log(context, Happened((name,), "Hello"), create=True)


def hold(context: Context, random: Random) -> object:
    with context.store.reading() as connection:
        planned = connection.execute("SELECT id FROM interaction WHERE planned").fetchall()
    return conversations.hold(context, random.choice(planned)[0] if planned else 999)


def drop(context: Context, random: Random) -> object:
    return afterwards.drop(context, random.randint(1, 8))


def answered(context: Context, random: Random) -> object:
    return afterwards.answered(context, _who(context, random), yes=random.random() < 0.5)


def done(context: Context, random: Random) -> object:
    shown = agenda.shown(context, agenda.day_list(context))
    return day_lines.done(context, [random.choice(shown.lines).number or 0] if shown.lines else [9])


def promise(context: Context, random: Random) -> object:
    words = random.choice((*WORDS, "send it by friday"))
    mine, by = random.random() < 0.7, random.choice((None, "2w"))
    return follow_ups.promise(context, _who(context, random), words, by=by, mine=mine)


def keep(context: Context, random: Random) -> object:
    return follow_ups.keep(context, random.randint(1, 4))


def snooze(context: Context, random: Random) -> object:
    return follow_ups.snooze(context, _who(context, random), random.choice(("3d", "1m")))


def pause(context: Context, random: Random) -> object:
    return follow_ups.pause(context, random.choice(("1w", "2w")), random.choice((None, "3d")))


def resume(context: Context, random: Random) -> object:
    return follow_ups.resume(context)


def goal_add(context: Context, random: Random) -> object:
    said = GoalSaid(
        title=random.choice(WORDS),
        rank=random.choice(goals.RANKS),
        why=random.choice(WORDS),
        start=random.choice((0.0, *NUMBERS)),
        target=random.choice((None, *NUMBERS)),
        by=random.choice((None, "3m")),
        wants=random.choice(((), ROLES)),
        people=tuple(_some(context, random, 2)),
    )
    return goals.add(context, said)


def goal_edit(context: Context, random: Random) -> object:
    changed = goals.GoalEdit(
        title=random.choice((None, *WORDS)), rank=random.choice((None, *goals.RANKS)),
        why=random.choice((None, "", *WORDS)), by=random.choice((None, "", "3m")),
        target=random.choice((None, "", *map(str, NUMBERS))),
    )  # fmt: skip
    return goals.edit(context, _goal(random), changed)


def goal_link(context: Context, random: Random) -> object:
    people, off = _some(context, random, 2), random.random() < 0.3
    return goals.link(context, _goal(random), people, list(ROLES[:1]), off=off)


def goal_progress(context: Context, random: Random) -> object:
    value = f"{random.choice(('', '+'))}{random.choice(NUMBERS)!r}"
    return goals.progress(context, _goal(random), value, random.choice(WORDS))


def goal_next(context: Context, random: Random) -> object:
    person = random.choice((None, _who(context, random)))
    by = random.choice((None, "today", "1w"))
    return goals.next_action(context, _goal(random), random.choice(WORDS), by=by, person=person)


def goal_close(context: Context, random: Random) -> object:
    return goals.close(context, _goal(random), dropped=random.random() < 0.5)


def gave_or_got(context: Context, random: Random) -> object:
    kind, value = random.choice((*((kind, None) for kind in giving.KINDS), ("referral", 42.5)))
    said = GivingSaid(
        _who(context, random), random.choice(WORDS), kind, _day(context, random), value=value
    )
    return random.choice((giving.gave, giving.got))(context, said)


def asked(context: Context, random: Random) -> object:
    feedback = random.random() < 0.5
    return giving.asked(context, _who(context, random), random.choice(WORDS), feedback=feedback)


def became(context: Context, random: Random) -> object:
    number, words = random.randint(1, 3), random.choice(("", *WORDS))
    if random.random() < 0.3:
        return giving.thanked(context, number)
    if random.random() < 0.4:
        return giving.came(context, number, words)
    status, reported = random.choice((None, "won", "lost")), random.random() < 0.5
    return giving.outcome(context, number, words, status=status, reported=reported)


def propose(context: Context, random: Random) -> object:
    why, first = random.choice(("", *WORDS)), random.choice((None, "1"))
    return introductions.propose(
        context, _who(context, random), _who(context, random), why, first=first
    )


def introduce(context: Context, random: Random) -> object:
    if random.random() < 0.4:
        return propose(context, random)
    number, step = random.randint(1, 3), random.choice((*Move, Move.ACCEPT))
    return introductions.move(context, number, step, words=random.choice(WORDS))


def debriefed(context: Context, random: Random) -> object:
    said = Happened(
        (), talked=random.choice((None, "they", "me")), facts=random.choice(((), WORDS[:3])),
        promises=random.choice(((), ("send it by friday",))),
    )  # fmt: skip
    who = random.choice((None, _who(context, random), _who(context, random)))
    return debrief.debrief(context, who, said, random.choice(((), WORDS[:2])))


def question(context: Context, random: Random) -> object:
    if random.random() < 0.3:
        return questions.answered(context, random.randint(1, 3), random.choice(("", *WORDS)))
    mine = random.random() < 0.5
    return questions.ask(context, _who(context, random), random.choice(WORDS), mine=mine)


def mentor(context: Context, random: Random) -> object:
    agreed = mentors.Agreed(
        purpose=random.choice((None, *WORDS)),
        every=random.choice((None, *CADENCES)),
        minutes=random.choice((None, 30)),
        until=random.choice((None, "3m")),
        topics=random.choice(((), WORDS[:2])),
    )
    who, mentee = _who(context, random), random.random() < 0.3
    if random.random() < 0.3:
        return mentors.edit(context, who, agreed, mentee=mentee)
    return mentors.add(context, who, agreed, mentee=mentee, candidate=random.random() < 0.3)


def guided(context: Context, random: Random) -> object:
    said = guidance.Advised(
        advice=random.choice(WORDS),
        problem=random.choice(("", *WORDS)),
        topic=random.choice(("", *WORDS)),
        on=random.choice((None, _day(context, random, 60))),
        question=random.choice((None, None, 1)),
    )
    return guidance.advice(context, _who(context, random), said)


def guided_on(context: Context, random: Random) -> object:
    number, words = random.randint(1, 3), random.choice(WORDS)
    step = random.choice(("ask", "asked", "result", "level", "phase", "end"))
    with context.store.reading() as connection:
        found = connection.execute("SELECT contact_id FROM mentorship ORDER BY id").fetchall()
    if not found:
        return mentor(context, random)
    if step == "result":
        return guidance.result(context, number, words, reported=random.random() < 0.5)
    who = str(random.choice(found)[0])
    if step == "ask":
        return guidance.ask(context, who, words, topic=random.choice(("", *WORDS)))
    if step == "asked":
        return guidance.asked(context, who, [number])
    if step == "level":
        return guidance.level(context, who, random.choice(WORDS), random.randint(0, 4))
    if step == "phase":
        return mentors.move(context, who, random.choice(mentors.PHASES))
    return mentors.end(context, who)


def event_add(context: Context, random: Random) -> object:
    said = EventSaid(
        random.choice(WORDS),
        _day(context, random, 40, 20),
        random.choice((None, "3d")),
        place=random.choice((None, "Vigo")),
        series=random.choice((None, "Fair")),
        aims=random.choice(((), ("meet 2 designers", "rest"))),
        people=tuple(_some(context, random, 2)),
    )
    return events.add(context, said)


def event_edit(context: Context, random: Random) -> object:
    said = EventSaid(
        name=random.choice((None, *WORDS)),
        on=random.choice((None, _day(context, random, 4, 2))),
        aims=random.choice(((), ("rest",))),
        people=random.choice(((), ("Somebody new",), (_who(context, random),))),
    )
    return events.edit(context, _event(random), said)


def event_met(context: Context, random: Random) -> object:
    noted = Noted(
        random.choice((*WORDS, _who(context, random))),
        roles=random.choice(((), ROLES[:1])),
        phones=random.choice(((), ("+34 600 000 000",))),
        facts=random.choice(((), ("work: sells hats", "two cats"))),
        promises=random.choice(((), ("send the list by friday",))),
        tags=random.choice(((), TAGS[:1])),
        talked=random.choice((None, "they")),
        words=random.choice(("", *WORDS)),
    )
    event_id = random.randint(1, 3)
    return event_meet.meet(context, event_id, noted, new_one=random.random() < 0.2)


def event_closed(context: Context, random: Random) -> object:
    keep = random.choice(([], _some(context, random, 2)))
    reached = random.choice(({}, {1: 2}))
    return event_close.close(context, _event(random), keep=keep, reached=reached)


def event_gone(context: Context, random: Random) -> object:
    return events.delete(context, _event(random), held=random.random() < 0.8)


def _event(random: Random) -> str:
    return str(random.randint(1, 3))


def role_add(context: Context, random: Random) -> object:
    name = random.choice(("Brewer", "designer", "Wine maker", *WORDS))
    return own_roles.add_role(context, name, also=list(random.choice(((), ("cellar hand",)))))


def pair_add(context: Context, random: Random) -> object:
    a, b = random.sample(("brewer", "photographer", "copywriter", "illustrator"), 2)
    return own_roles.add_pair(context, a, b, random.randint(0, 3), random.choice(WORDS))


def read_titles(context: Context, random: Random) -> object:
    return own_roles.read_titles(context, dry_run=random.random() < 0.2)


def project_add(context: Context, random: Random) -> object:
    people = _some(context, random, 3)
    title, brings = random.choice(WORDS), [f"{people[0]}: texts"]
    return projects.add(context, title, people, brings=brings, i_bring=random.choice(WORDS))


def project_end(context: Context, random: Random) -> object:
    outcome, dropped = random.choice(WORDS), random.random() < 0.3
    return projects.end(context, str(random.randint(1, 2)), outcome, dropped=dropped)


def set_profile(context: Context, random: Random) -> object:
    return profile.set_profile(
        context,
        name=random.choice((None, *WORDS)),
        experience_since=random.choice((None, "", "2009")),
        traits=random.choice((None, {"role": [], "need": list(WORDS[:3])}, {"role": list(ROLES)})),
    )


def setting(context: Context, random: Random) -> object:
    name, value = random.choice(
        (("default_cadence", "2w"), ("default_cadence", ""), ("default_cadence", "1y"),
         ("budget", "5"), ("leap_day", "03-01"), ("days_off", "tomorrow 2025-12-24"))
    )  # fmt: skip
    return profile.setting(context, name, value)


def archive(context: Context, random: Random) -> object:
    return contacts.archive(context, _some(context, random, 2), back=random.random() < 0.4)


def delete(context: Context, random: Random) -> object:
    return contacts.delete(context, sorted(set(_some(context, random, 3))))


def bulk(context: Context, random: Random) -> object:
    """Write people, interactions and facts as an import does: without an object each."""
    from crm.store.tables.contacts import Contact
    from crm.store.tables.conversations import Fact
    from crm.store.tables.interactions import Interaction, Participant

    with change(context, "import") as made:
        tables = (Contact, Interaction, Participant, Fact)
        at_once = made.write.inserting_many(*tables) if random.random() < 0.5 else nullcontext()
        with at_once:
            people = insert_people(context, random, made.write)
            _insert_interactions(context, random, made, people)
            made.write.update_many(Contact, ("place",), [("Cork", person) for person in people])
        made.rhythm_of.update(people)
        made.words_of.update(people)
        made.about("bulk")


def _insert_interactions(context: Context, random: Random, made: Change, people: list[int]) -> None:
    from crm.store.tables.conversations import Fact
    from crm.store.tables.interactions import Interaction, Participant

    found = made.write.plain().execute("SELECT coalesce(max(id), 0) FROM interaction")
    (newest,) = found.fetchone()
    day = _day(context, random)
    made.write.insert_many(
        Interaction,
        ("id", "uid", "day", "kind", "side", "depth", "ask", "planned", "place", "event",
         "summary", "created_at"),
        [(newest + n, _uid(random), day, "email", "both", 0, 0, 0, "", "", "bulk",
          made.write.made_at) for n in (1, 2)],
    )  # fmt: skip
    made.words_of_interactions.update((newest + 1, newest + 2))
    pairs = [(newest + n, person) for n in (1, 2) for person in people]
    made.write.insert_many(Participant, ("interaction_id", "contact_id"), pairs)
    facts = [(person, "work", "bulk fact", "import", day) for person in people]
    made.write.insert_many(Fact, ("contact_id", "kind", "text", "source", "day"), facts)


def insert_people(context, random, write):
    from crm.domain.text import fold
    from crm.store.tables.contacts import Contact

    columns = (
        "id", "uid", "name", "name_folded", "sort_key", "given_name", "family_name",
        "organisation", "title", "experience_since", "place", "time_zone", "language",
        "availability", "met_at", "cadence", "notes", "archived", "origin", "created_at",
    )  # fmt: skip
    (newest,) = write.plain().execute("SELECT coalesce(max(id), 0) FROM contact").fetchone()
    people = [newest + n for n in range(1, random.randint(2, 4))]
    rows = []
    for person in people:
        name = f"{random.choice(WORDS)} {person}"
        key = fold(name)
        rows.append((person, _uid(random), name, key, key, *[""] * 8, "unknown", "", "", "", 0,
                     "linkedin", write.made_at))  # fmt: skip
    write.insert_many(Contact, columns, rows)
    return people


def _uid(random: Random) -> str:
    return UUID(int=random.getrandbits(128)).hex


DEEDS: tuple[Deed, ...] = (
    add, edit, edit_field, learn, note, tag, set_tag, plant, rest, log, log, log_unknown, hold,
    drop, answered, done, gave_or_got, asked, became, debriefed, question, promise, keep, snooze,
    pause, resume, goal_add, goal_edit, goal_link, goal_progress, goal_next, goal_close,
    mentor, guided, guided_on, propose, introduce, introduce, event_add, event_edit, event_met,
    event_met, event_closed, event_gone, role_add, pair_add, read_titles, project_add, project_end,
    set_profile, setting, archive, delete, bulk,
)  # fmt: skip
