"""What one screen before a meeting says, as rows: a label, words, how many lines at most."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.cells import broken, cut
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import ago, coming, count, partial
from crm.wording.reasons import promise_with_day, reason

if TYPE_CHECKING:
    from crm.services.brief import Brief, Offer
    from crm.store.reads.follow_ups import PromiseLine
    from crm.store.reads.interactions import FactLine, Happening

_TOGETHER = "\u00a0"
_LONGEST, _LONGEST_SOURCE = 500, 20
_MOST_NOTES = 30
_MOST_MINE, _MOST_THEIRS = 3, 2


class Row(NamedTuple):
    """Words under a label, at most so many lines of them.

    Too many `parts` give way to "and 3 more", a part that is too long is cut, `after` stays.
    """

    label: str
    parts: list[str]
    most: int = 1
    after: str = ""

    def lines(self, columns: int, most: int, tr: Translator) -> list[str]:
        """Give the row as at most so many lines of so many columns."""
        for shown in range(self._within_reach(), 0, -1):
            lines = self._broken(self._text(shown), shown, columns, tr)
            if len(lines) <= most:
                return lines
        text = cut(self._text(1), lambda some: len(self._broken(some, 1, columns, tr)) <= most)
        return self._broken(text, 1, columns, tr)[:most]

    def _within_reach(self) -> int:
        """Give how many parts there may be room for, one at the least."""
        ends = accumulate(len(part) + 2 for part in self.parts)
        return max(1, sum(end <= _LONGEST for end in ends))

    def _text(self, shown: int) -> str:
        return ", ".join(part[:_LONGEST] for part in self.parts[:shown])

    def _broken(self, text: str, shown: int, columns: int, tr: Translator) -> list[str]:
        after = _and_more(len(self.parts) - shown, tr) + _together(self.after)
        return [line.replace(_TOGETHER, " ") for line in broken(text + after, columns)]


def _together(after: str) -> str:
    """Give words that stay on one line with each other, but not with those before them."""
    return " " + after.strip().replace(" ", _TOGETHER) if after else ""


def _and_more(number: int, tr: Translator) -> str:
    if not number:
        return ""
    return " " + tr.ngettext("and {n} more", "and {n} more", number).format(n=number)


def blocks(
    brief: "Brief", today: date, tr: Translator, role_name: Callable[[str], str]
) -> list[list[Row]]:
    """Give the rows that have something to say, in blocks, what matters most first."""
    found = (
        _who(brief, today, tr, role_name),
        _contacts(brief, today, tr),
        _open(brief, today, tr, role_name),
        _known(brief, today, tr),
        _to_say(brief, today, tr, role_name),
    )
    return [rows for block in found if (rows := [row for row in block if any(row.parts)])]


def _who(
    brief: "Brief", today: date, tr: Translator, role_name: Callable[[str], str]
) -> Iterator[Row]:
    _ = tr.gettext
    person = brief.person
    yield Row(_("roles"), [screen(role_name(role)) for role in person.traits.get("role", [])])
    band = words.band(brief.band, tr) if brief.band else _("in the address book")
    yield Row(_("relation"), [band])
    if brief.birthday:
        params = brief.birthday._asdict()
        yield Row(_("birthday"), [reason("birthday", params, today, tr)])
    if person.met_on or person.met_at or person.met_through:
        on = person.met_on
        met = partial(on.year, on.month, on.day, tr) if on else ""
        through = _("through {name}").format(name=screen(person.met_through or ""))
        said = (met, screen(person.met_at), through if person.met_through else "")
        yield Row(_("met"), [", ".join(filter(None, said))], 2)
    notes = [line for line in person.notes.splitlines() if line.strip()]
    yield Row(_("notes"), [" · ".join(screen(line) for line in reversed(notes[-_MOST_NOTES:]))], 2)


def _contacts(brief: "Brief", today: date, tr: Translator) -> Iterator[Row]:
    _ = tr.gettext
    if brief.planned:
        when = coming(brief.planned.day, today, tr)
        yield Row(_("planned"), [_happening(brief.planned, when, tr)], 2)
    if not brief.contacts:
        yield Row(_("last contact"), [_("not yet")])
    for position, one in enumerate(brief.contacts):
        label = (_("last contact"), _("before"), "")[min(position, 2)]
        yield Row(label, [_happening(one, ago(one.day, today, tr), tr)], 1 if position else 4)
    if brief.unanswered:
        form = (
            _("what you asked for ({when}) has no answer yet")
            if brief.unanswered.ask
            else _("your last message ({when}) has no answer yet")
        )
        yield Row(_("open"), [form.format(when=ago(brief.unanswered.day, today, tr))], 2)


def _happening(one: "Happening", when: str, tr: Translator) -> str:
    said = [when, words.kind(one.kind, tr)]
    if one.side != "both" and not one.planned:
        said.append(words.side(one.side, tr))
    said += filter(None, [screen(one.event or one.place)])
    line = " · ".join(said)
    return f"{line}: {screen(one.summary)}" if one.summary else line


def _open(
    brief: "Brief", today: date, tr: Translator, role_name: Callable[[str], str]
) -> Iterator[Row]:
    _ = tr.gettext
    mine = [promise for promise in brief.promises if promise.mine]
    theirs = [promise for promise in brief.promises if not promise.mine]
    yield from _promises(_("you promised"), mine, _MOST_MINE, today, tr)
    yield from _promises(_("they promised"), theirs, _MOST_THEIRS, today, tr)
    for is_mine, label in ((True, _("to ask")), (False, _("they ask"))):
        said = [screen(one.text) for one in brief.open_questions if one.mine is is_mine]
        yield Row(label, said, 2)
    for kind, label, most in (("need", _("needs"), 2), ("offer", _("offers"), 1)):
        said = [screen(role_name(word)) for word in brief.person.traits.get(kind, [])]
        yield Row(label, said, most)


def _promises(
    label: str, promises: "list[PromiseLine]", most: int, today: date, tr: Translator
) -> Iterator[Row]:
    for promise in promises[:most]:
        day = promise_with_day("", promise.due_on, today, tr)
        yield Row(label, [screen(promise.text)], 2, day)
        label = ""
    yield Row("", [_and_more(len(promises[most:]), tr)])


def _known(brief: "Brief", today: date, tr: Translator) -> Iterator[Row]:
    _ = tr.gettext
    yield Row(_("in common"), list(map(screen, brief.shared_interests)))
    yield Row(
        _("also likes") if brief.shared_interests else _("likes"),
        list(map(screen, brief.other_interests)),
    )
    before = ""
    for fact in brief.facts:
        label = words.fact_kind(fact.kind, tr)
        yield Row("" if label == before else label, [screen(fact.text)], 2, _told(fact, today, tr))
        before = label
    yield Row("", [_and_more(brief.facts_left_out, tr)])
    gaps = brief.unknown
    if brief.is_after_unknown:
        gaps = [code for code in gaps if code not in ("need", "dream")]
        name = screen(brief.person.given_name or brief.person.name)
        form = _("{n} chats, and nothing known of what {name} is after")
        yield Row("", [form.format(n=count(brief.chats, tr), name=name)], 2)
    yield Row(_("not known yet"), [_unknown(code, tr) for code in gaps])


def _told(fact: "FactLine", today: date, tr: Translator) -> str:
    """Give when something was learned, and of news from whom."""
    when = ago(fact.day, today, tr)
    is_told = fact.kind == "news" and fact.source
    return (
        f" ({words.source(fact.source, tr)[:_LONGEST_SOURCE]}, {when})" if is_told else f" ({when})"
    )


def _unknown(code: str, tr: Translator) -> str:
    _ = tr.gettext
    return {
        "need": _("what they are after"),
        "dream": _("their dreams"),
        "work": _("their work"),
        "interest": _("their interests"),
        "life": _("their home life"),
        "place": _("where they live"),
        "birthday": _("their birthday"),
    }[code]


def _to_say(
    brief: "Brief", today: date, tr: Translator, role_name: Callable[[str], str]
) -> Iterator[Row]:
    _ = tr.gettext
    for position, question in enumerate(brief.questions):
        yield Row("" if position else _("ask"), [screen(question.text)], 2)
    if brief.offer:
        yield Row(_("to offer"), [offered(brief.offer, tr, role_name)], 2)
    for goal in brief.goals[:1]:
        title = f"{screen(goal.title)} ({words.rank(goal.rank, tr)})"
        text = f"{title}: {screen(goal.why)}" if goal.why else title
        yield Row(_("goal"), [text], 2, _and_more(len(brief.goals) - 1, tr))
    for goal in brief.goals:
        if goal.next_action and goal.next_action_contact_id == brief.person.id:
            day = promise_with_day("", goal.next_action_on, today, tr)
            yield Row(_("next step"), [screen(goal.next_action)], 2, day)
            break


def offered(offer: "Offer", tr: Translator, role_name: Callable[[str], str]) -> str:
    """Give what could be given to somebody, in a sentence."""
    _ = tr.gettext
    if offer.question:
        return _("ask them: {question}").format(question=screen(offer.question.text))
    what = screen(role_name(offer.what))
    if offer.contact:
        form = _("you could introduce {name} ({what})")
        return form.format(name=screen(offer.contact.name), what=what)
    is_role = role_name(offer.what) != offer.what
    form = _("your work ({what}): they need it") if is_role else _("your {what}: they need it")
    return form.format(what=what)


def tongue(language: str, tr: Translator) -> str:
    """Give the name of a language, or what was written where it is another one."""
    _ = tr.gettext
    return {"en": _("English"), "es": _("Spanish")}.get(language, language)
