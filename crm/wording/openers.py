"""The first sentence to somebody, in their language; its order and sources: `domain.openers`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import weekday

MOST_CHARACTERS = 200


def opener(
    code: str, params: dict[str, Any], variant: int, today: date, language: str, tr: Translator
) -> str | None:
    """Give the sentence for an idea, None where it would get too long or lacks what it needs."""
    given = {
        name: _day(value, today, tr, code) if isinstance(value, date) else screen(str(value))
        for name, value in params.items()
    }
    forms = [form for form in _forms(code, tr) if _names(form) <= given.keys()]
    richest = max((len(_names(form)) for form in forms), default=0)
    if code in _ALL_THEY_HAVE:
        forms = [form for form in forms if len(_names(form)) == richest]
    for n in range(len(forms)):
        sentence = _finished(forms[(variant + n) % len(forms)].format(**given), language)
        if len(sentence) <= MOST_CHARACTERS:
            return sentence
    return None


def greeting(name: str, tr: Translator) -> str:
    """Give the word before the first sentence; `name` is what one calls the person, if known."""
    _ = tr.gettext
    return _("Hi {name}!").format(name=screen(name)) if name else _("Hi!")


def message(sentence: str, name: str, tr: Translator) -> str:
    """Give a greeting and the first sentence, the greeting alone when there is none."""
    return f"{greeting(name, tr)} {sentence}".rstrip()


def _names(form: str) -> set[str]:
    return {part.partition("}")[0] for part in form.split("{")[1:]}


def _finished(sentence: str, language: str) -> str:
    """Give a sentence with its first letter large and its words drawn together: "del", "al"."""
    from crm.domain.second_person import language_of

    for apart, together in language_of(language).contractions:
        sentence = sentence.replace(apart, together)
    first = next((i for i, char in enumerate(sentence) if char.isalpha()), 0)
    return sentence[:first] + sentence[first : first + 1].upper() + sentence[first + 1 :]


def _day(day: date, today: date, tr: Translator, code: str) -> str:
    """Give the day as it stands in the sentence: on Sunday, tomorrow; of a meeting, yesterday."""
    _ = tr.gettext
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow")}
    if code == "met":
        near[-1] = _("yesterday")
    named = _("{weekday}").format(weekday=weekday(day, tr))
    return near.get(days) or _("on {day}").format(day=named)


_ALL_THEY_HAVE = frozenset({"met", "went", "went-many", "coming", "coming-many"})
"""What is said with as much as is known."""


def _forms(code: str, tr: Translator) -> tuple[str, ...]:
    """Give the ways to say something."""
    make = _FORMS.get(code)
    return make(tr) if make else ()


def _birthday(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Happy birthday! I hope you have a lovely day."),
        _("Happy birthday! I hope there is cake and good company."),
        _("Many happy returns! I hope the year ahead is a good one."),
    )


def _thinking(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("I have been thinking of you. How are you?"),
        _("You have been on my mind these days. How are you doing?"),
    )


def _promise(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("I said I would {what}, and I have not forgotten."),
        _("I have not forgotten that I said I would {what}."),
    )


def _late(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("I said I would {what}, and I have not forgotten. Thank you for your patience."),
        _("Sorry for the wait: I have not forgotten that I said I would {what}."),
    )


def _went(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("How did {topic} go {when}?"),
        _("How did {topic} go?"),
        _("So, how did {topic} go {when}?"),
    )


def _ahead(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("How are the preparations for {topic} going?"),
        _("How are the preparations for {topic} coming along?"),
    )


def _went_many(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("How did it all go with {topic} {when}?"),
        _("How did it all go with {topic}?"),
    )


def _coming(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("I hope {topic} goes well {when}!"),)


def _coming_many(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("I hope all goes well with {topic} {when}!"),)


def _coming_contest(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("Good luck with {topic} {when}!"),)


def _went_doing(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("You told me {clause} {when}: how did it go?"),
        _("If I remember rightly, {clause} {when}. How did it go?"),
    )


def _coming_doing(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("I remember {clause} {when}: I hope it goes well!"),)


def _met(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("It was good to meet you."),
        _("It was good to meet you at {place}."),
        _("It was good to meet you {when}."),
        _("It was good to meet you at {place} {when}."),
        _("It was good to meet you. I would love to hear more about {topic}."),
        _("It was good to meet you at {place}. I would love to hear more about {topic}."),
        _("It was good to meet you {when}. I would love to hear more about {topic}."),
        _("It was good to meet you at {place} {when}. I would love to hear more about {topic}."),
        _("It was good to meet you. You told me {clause}: I would love to hear more."),
        _("It was good to meet you at {place}. You told me {clause}: I would love to hear more."),
        _("It was good to meet you {when}. You told me {clause}: I would love to hear more."),
        _("It was good to meet you at {place} {when}. You told me {clause}: I would love to "
          "hear more."),
    )  # fmt: skip


def _make(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("How is {short} coming along?"),
        _("How are you getting on with {topic}?"),
        _("You told me {clause}: how is it going?"),
        _("You mentioned that {clause}. How is it going?"),
        _("A while ago you told me {ago}. How did that turn out?"),
        _("Last I heard, {heard}: how is it going?"),
    )


def _plan(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("You told me {clause}. Any news on that?"),
        _("I remember that {clause}. How is that going?"),
        _("A while ago you told me {ago}. How did that go?"),
        _("Last I heard, {heard}. Any news on that?"),
    )


def _keep(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Are you still {still}?"),
        _("Do you still {plain}?"),
        _("So, are you still {still}?"),
    )


def _seek(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Are you still {still}?"),
        _("Do you still {plain}?"),
        _("You told me {clause}: any luck?"),
        _("Last I heard, {heard}: any luck?"),
        _("A while ago you told me {ago}. Any luck since?"),
    )


def _lack(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("You told me {clause}: any luck?"),
        _("Last I heard, {heard}: any luck?"),
        _("A while ago you told me {ago}. Any luck since?"),
    )


def _wish(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Do you still {plain}?"),
        _("You told me {clause}. Is that still on your mind?"),
        _("I remember that {clause}. Have you been able to take a step towards it?"),
        _("Once you told me {ago}. Is that still on your mind?"),
        _("Last I heard, {heard}. Is that still on your mind?"),
    )


def _gain(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("How are you getting on with {topic}?"),
        _("You told me {clause}: how is that going?"),
        _("A while ago you told me {ago}. How has that been?"),
        _("Last I heard, {heard}: how is that going?"),
    )


def _done(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("I still remember you telling me that {clause}. What are you up to now?"),
        _("You told me {clause}. What is next?"),
        _("A while ago you told me {ago}. What came after that?"),
        _("I heard that {heard}. What are you up to now?"),
    )


def _did(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("You told me {clause}: how did it go?"),
        _("Last we spoke of it, {clause}. How did it go?"),
        _("A while ago you told me {ago}. How did that go?"),
        _("Last I heard, {heard}: how did it go?"),
    )


def _away(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Last I heard, {clause}: how was it?"),
        _("Last I heard, {heard}: how was it?"),
        _("A while ago you told me {ago}. How was it?"),
    )


def _move(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("How is life in {topic}?"), _("How is {topic} treating you?"))


def _kin(tr: Translator) -> tuple[str, ...]:
    return (tr.gettext("How is {topic}?"),)


def _kin_many(tr: Translator) -> tuple[str, ...]:
    return (tr.gettext("How are {topic}?"),)


def _thing(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("Any news of {topic}?"), _("How are things with {topic}?"))


def _process(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("How is {short} going?"), _("How are things with {topic}?"))


def _need(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (_("Are you still looking for {need}?"), _("Have you found {need} yet?"))


def _interest(tr: Translator) -> tuple[str, ...]:
    _ = tr.gettext
    return (
        _("Do you still find time for {interest}?"),
        _("Have you had time for {interest} lately?"),
    )


_FORMS: dict[str, Callable[[Translator], tuple[str, ...]]] = {
    "birthday": _birthday,
    "thinking": _thinking,
    "promise": _promise,
    "late": _late,
    "went": _went,
    "ahead": _ahead,
    "went-many": _went_many,
    "went-doing": _went_doing,
    "coming": _coming,
    "coming-many": _coming_many,
    "coming-contest": _coming_contest,
    "coming-doing": _coming_doing,
    "met": _met,
    "make": _make,
    "plan": _plan,
    "keep": _keep,
    "seek": _seek,
    "lack": _lack,
    "wish": _wish,
    "gain": _gain,
    "done": _done,
    "did": _did,
    "away": _away,
    "move": _move,
    "kin": _kin,
    "kin-many": _kin_many,
    "thing": _thing,
    "occasion": _thing,
    "contest": _thing,
    "process": _process,
    "need": _need,
    "interest": _interest,
}
