"""What is asked about a mentorship: the agreement, a question, advice, a result, a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import _, active
from crm.services import guidance, mentors
from crm.services.guidance import Advised, Looped
from crm.services.mentors import MENTEE, MENTOR, Agreed, Begun, MentorCard
from crm.tui.dialogs.form import Field, Filled, Form
from crm.tui.dialogs.goal_forms import person_names
from crm.tui.widgets.mentor_rows import LEVELS
from crm.wording import mentors as wording

if TYPE_CHECKING:
    from crm.store.reads.mentors import Guided

CANDIDATE, UNKNOWN, KNOWN = "candidate", "no", "yes"


def who_of(card: MentorCard) -> tuple[str, bool]:
    """Give the person of a mentorship as services take them, and whether they are a mentee."""
    return str(card.mentorship.contact_id), card.mentorship.direction == MENTEE


def begin(person: tuple[int, str] | None) -> Form:
    """Ask what is agreed with somebody, or with whoever is named."""
    name = screen(person[1]) if person else ""
    kinds = ((MENTOR, _("they mentor you")), (MENTEE, _("you mentor them")),
             (CANDIDATE, _("perhaps")))  # fmt: skip
    who = [] if person else [Field("who", _("Who"), completes=person_names)]
    fields = [*who, Field("kind", _("What"), MENTOR, choices=kinds), *_agreement(None)]

    def deed(context: Context, filled: Filled) -> Begun:
        named, kind = str(person[0]) if person else filled["who"], filled["kind"]
        agreed = _agreed(filled, {})
        return mentors.add(
            context, named, agreed, mentee=kind == MENTEE, candidate=kind == CANDIDATE
        )

    return Form(name or _("A new mentorship"), fields, deed)


def agree(card: MentorCard, *, every: str | None = None) -> Form:
    """Ask for what is to be changed of an agreement; `every` is a rhythm that is suggested."""
    fields = _agreement(card)
    before = {field.name: field.value for field in fields}
    if every is not None:
        fields = [f._replace(value=every) if f.name == "every" else f for f in fields]
    who, mentee = who_of(card)

    def deed(context: Context, filled: Filled) -> Begun:
        agreed = _agreed(filled, before)
        if card.mentorship.state == CANDIDATE:
            return mentors.add(context, who, agreed, mentee=mentee)
        return mentors.edit(context, who, agreed, mentee=mentee)

    lead = _("Saving agrees on it.") if card.mentorship.state == CANDIDATE else ""
    return Form(screen(card.mentorship.name), fields, deed, lead=lead)


def _agreement(card: MentorCard | None) -> list[Field]:
    known = card.mentorship if card else None
    minutes = str(known.session_minutes) if known and known.session_minutes else ""
    until = known.until_on.isoformat() if known and known.until_on else ""
    return [
        Field("purpose", _("What for"), known.purpose if known else "", _("prices")),
        Field("every", _("How often"), known.rhythm if known else "", _("2w, 1m, 3m")),
        Field("minutes", _("Minutes"), minutes, "30"),
        Field("over", _("Over what"), known.channel if known else "", _("call")),
        Field("until", _("Until when"), until, _("6m, 31 Dec")),
        Field("topics", _("New topics"), "", _("prices, saying no")),
    ]


def _agreed(filled: Filled, before: Filled) -> Agreed:
    """Give what was filled in, without what stood there before."""
    said = {name: text for name, text in filled.items() if text != before.get(name, "")}
    every = said.get("every")
    return Agreed(
        purpose=said.get("purpose"), every="none" if every == "" else every,
        minutes=mentors.minutes(said.get("minutes", "")), over=said.get("over"),
        until=said.get("until"), topics=tuple(filled["topics"].split(",")),
    )  # fmt: skip


def question(card: MentorCard, topic: str) -> Form:
    """Ask for a question for the next session."""
    who, mentee = who_of(card)
    fields = (
        Field("text", _("Question"), hint=_("when do I raise an old price?")),
        _topic_field(card, topic),
    )

    def deed(context: Context, filled: Filled) -> MentorCard:
        return guidance.ask(context, who, filled["text"], topic=filled["topic"], mentee=mentee)

    return Form(_("To ask next time"), fields, deed)


def advice(card: MentorCard, topic: str, asked: tuple[int, str] | None) -> Form:
    """Ask for a piece of advice, which may answer a question."""
    who, mentee = who_of(card)
    fields = (
        Field("problem", _("Problem"), asked[1] if asked else "", _("they haggle")),
        Field("tried", _("Tried before"), hint=_("ten per cent off")),
        Field("advice", _("Advice"), hint=_("offer three packages")),
        _topic_field(card, topic),
        Field("on", _("On which day"), hint=_("today")),
    )

    def deed(context: Context, filled: Filled) -> Looped:
        said = Advised(
            filled["advice"], filled["problem"], filled["tried"], filled["topic"],
            on=filled["on"] or None, question=asked[0] if asked else None,
        )  # fmt: skip
        return guidance.advice(context, who, said, mentee=mentee)

    lead = _("The conversation is logged with it, unless one of that day is.")
    return Form(screen(card.mentorship.name), fields, deed, lead=lead)


def result(card: MentorCard, loop: Guided) -> Form:
    """Ask what was done about a piece of advice, what came of it, and whether they know."""
    fields = [
        Field("did", _("What you did"), loop.did),
        Field("result", _("What came of it"), loop.result),
    ]
    if card.mentorship.direction == MENTEE:
        fields[0] = fields[0]._replace(label=_("What they did"))
    elif loop.reported_on is None:
        choices = ((UNKNOWN, _("not yet")), (KNOWN, _("told: log a message")))
        name = _("Do they know?")
        fields.append(Field("reported", name, KNOWN if loop.result else UNKNOWN, choices=choices))

    def deed(context: Context, filled: Filled) -> Looped:
        came = filled["result"] if filled["result"] != loop.result else ""
        did = filled["did"] if filled["did"] != loop.did else ""
        reported = filled.get("reported") == KNOWN
        return guidance.result(context, loop.id, came, did=did, reported=reported)

    return Form(screen(card.mentorship.name), fields, deed, lead=screen(loop.advice))


def level(card: MentorCard, topic: str) -> Form:
    """Ask how a case of a topic went."""
    who, mentee = who_of(card)
    tr = active()
    known = next((each for each in card.topics if each.name == topic), None)
    at = str(known.level) if known and known.level is not None else LEVELS[0]
    fields = (
        _topic_field(card, topic),
        Field("level", _("Level"), at, choices=tuple((each, each) for each in LEVELS)),
        Field("note", _("Which case"), hint=_("the bakery")),
    )

    def deed(context: Context, filled: Filled) -> MentorCard:
        return guidance.level(
            context, who, filled["topic"], int(filled["level"]), note=filled["note"], mentee=mentee
        )

    lead = " · ".join(f"{each} {wording.level(int(each), tr)}" for each in LEVELS)
    return Form(_("How a case went"), fields, deed, lead=lead)


def _topic_field(card: MentorCard, topic: str) -> Field:
    names = [each.name for each in card.topics if each.name == screen(each.name)]

    def completes(_context: Context, typed: str) -> list[str]:
        return [name for name in names if typed and name.casefold().startswith(typed.casefold())]

    return Field("topic", _("Topic"), topic, completes=completes)
