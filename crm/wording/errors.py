"""The sentence for each error: what is wrong, and what to do next, in one line."""

from __future__ import annotations

from typing import Any

from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import Translator
from crm.wording import matching_errors
from crm.wording.words import number

_LONGEST_VALUE = 80
_LONGEST_LIST = 1000


def message(error: CrmError, tr: Translator) -> str:
    """Give the line to show for an error."""
    if error.code == "ambiguous-person":
        return _ambiguous(error.params, tr)
    if error.params.get("near"):
        return _near(error, tr)
    template = _templates(tr).get(error.code)
    if template is None:
        return f"{error.code}: {error.params}"
    shown = {}
    for name, value in error.params.items():
        is_list = name in {"known", "titles"}
        shown[name] = _shown(value, _LONGEST_LIST if is_list else 2 * _LONGEST_VALUE)
    return template.format_map(shown)


def _shown(value: object, most: int = 2 * _LONGEST_VALUE) -> str:
    if isinstance(value, float):
        return number(value)
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    safe = screen(text)
    return safe if len(safe) <= most else f"{safe[: most // 2]}…"


def _ambiguous(params: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    people = params["people"]
    shown = []
    for person in people[: params["most"]]:
        about = person.organisation or person.title
        shown.append(f"[{person.id}] {person.name}" + (f" ({about})" if about else ""))
    more = _(" and more") if len(people) > params["most"] else ""
    form = _("“{who}” fits several people: {people}. Say which one by its number.")
    return form.format(who=_shown(params["who"]), people=", ".join(shown) + more)


def _near(error: CrmError, tr: Translator) -> str:
    _ = tr.gettext
    form = (
        _("There is no command “{command}”. Did you mean {near}?")
        if error.code == "no-command"
        else _("{command} has no option {name}. Did you mean {near}?")
    )
    return form.format_map({name: _shown(value) for name, value in error.params.items()})


def _templates(tr: Translator) -> dict[str, str]:
    return {
        **_of_people(tr), **_of_values(tr), **_of_files(tr), **_of_usage(tr), **_of_reach(tr),
        **_of_introductions(tr), **matching_errors.templates(tr), **_of_mentors(tr),
    }  # fmt: skip


def _of_people(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "nobody": _("There is nobody called “{who}”. Look with crm find, or add them: crm add."),
        "nobody-to-create": _(
            "There is nobody called “{who}”. Add them with --create (or crm add), or look with"
            " crm find."
        ),
        "nobody-but-similar": _(
            "There is nobody called “{who}”. Did you mean {titles}? Else add them with --create."
        ),
        "found-nobody": _("Nothing found for “{query}”. Try fewer or shorter words."),
        "archived-person": _("{name} is archived. Take them back first: crm archive {id} --back."),
        "nobody-named": _(
            'With whom? Say it in words, crm log "coffee with Ana yesterday", or by --with WHO.'
        ),
        "plant-whom": _("Plant whom? Name them: crm plant WHO… [--every 1m]."),
        "tag-what": _("Say whom and what: crm tag WHO… --add TAG, or crm tag --set TAG."),
        "nothing-to-change": _("Nothing to change: no option was given. See --help."),
        "knows-themselves": _("Everybody knows themselves; name another person."),
        "changed-meanwhile": _(
            "{name} was changed elsewhere meanwhile, and nothing was overwritten: it says"
            " “{theirs}” now."
        ),
        "nothing-to-remove": _("There is no {kind} “{value}” to remove."),
        "bad-removal": _("“{text}” is no removal. Write KIND: VALUE, with one of: {known}."),
        "known-since-after-contact": _(
            "Known since {since} cannot be: you were in touch on {first} already."
        ),
        "no-interaction": _(
            "There is no interaction with the number {id}. See crm show WHO --all."
        ),
        "no-line": _(
            "Today's list has no line {line}: its last number is {lines}. See crm remind."
        ),
        "list-not-shown": _("Today's list has not been shown yet: crm remind"),
        "line-without-person": _("Line {line} is a goal's next step: crm done {line}"),
        "line-done-already": _("Line {line} is done already. To log more: crm log"),
        "which-line": _(
            "Which line of today's list? For instance: crm done 2 (in a shell, # begins a comment)."
        ),
        "words-for-one-line": _("Words can go with one line only: crm done 2 TEXT"),
        "lines-not-understood": _(
            "{bad} of {all} lines are not understood, so nothing was logged. Mend them, or leave"
            " them out: --skip"
        ),
        "too-many-lines": _("The file has more than {most} lines. Split it."),
        "no-lines": _("The file has no line to log."),
        "day-to-come": _("{day} is yet to come."),
        "no-message": _(
            "No message of yours to {name} is logged. Log it: crm log --with {id} --side me"
        ),
        "not-planned": _("The interaction {id} is not a plan; it counts already."),
        "no-promise": _("There is no promise with the number {id}. See crm promise list."),
        "promise-already-done": _("The promise {id} was kept on {on} already."),
        "only-of-referrals": _("{options} are for referrals: add --kind referral."),
        "no-giving": _("Nothing given or received has the number {id}. See crm giving list."),
        "no-ask": _("Nothing you asked for has the number {id}. See crm giving list."),
        "nothing-to-thank": _("[{id}] is something you gave: thanks are for what you were given."),
        "nothing-to-report": _("[{id}] is something you gave; --reported is for what you got."),
        "no-open-question": _("There is no question with the number {id}. See crm question list."),
        "question-already-answered": _("The question {id} was answered on {on} already."),
        "debrief-whom": _("With whom? Nothing was logged today or yesterday: crm debrief WHO"),
        "won-or-lost": _("Either --won or --lost, not both."),
        "pause-or-off": _("Either begin a break with --until, or end it with --off."),
        "no-pause": _("There is no break to end."),
        "no-goal": _("There is no goal “{goal}”. See crm goal list."),
        "ambiguous-goal": _("“{goal}” fits several goals: {titles}. Say which one."),
        "next-or-done": _("Say what comes next, or --done."),
        "goal-exists": _("There is a goal “{title}” already. See crm goal list --all."),
        "goal-closed": _("The goal “{title}” is closed already."),
        "no-event": _("There is no event “{event}”. See crm event list --all."),
        "no-event-today": _("There is no event today, or there are several. Which one? crm event"),
        "ambiguous-event": _("“{event}” fits several events: {titles}. Say which one."),
        "event-exists": _("There is an event “{name}” on {on} already. See crm event list --all."),
        "event-ends-before": _("It cannot end on {end}: it begins on {start}."),
        "event-to-come": _("It begins on {start}: nobody has been met there yet."),
        "day-outside-event": _("{day} is no day of the event so far ({start} to {end})."),
        "event-closed": _(
            "{name} was closed on {on}. Log what comes later with crm log; crm undo opens it again."
        ),
        "event-held": _(
            "People were met at {name}, or it was closed: who and what came of it would be lost."
            " If that is meant: crm event delete {id} --yes"
        ),
        "too-many-aims": _(
            "{most} aims at most: with fewer of them you will remember them there. Choose."
        ),
        "bad-aim": _("“{text}” counts no aim. Write its number and how many: --aim 1=2"),
        "no-aim": _("The event has no aim {number}. Say which one and how many: --aim 1=2"),
        "meet-whom": _("Whom did you meet? crm event meet EVENT “NAME: what you learned”"),
        "met-or-new": _(
            "“{who}” may be {name} [{id}] of the address book, or somebody new. Say {id} for the"
            " one, the full name or --new for the other."
        ),
        "met-not-understood": _(
            "{bad} of {all} lines are not understood, so nothing was noted. Mend them."
        ),
        "not-met": _("{name} was not met there. Note it first: crm event meet {event} {id}"),
        "nothing-to-undo": _("There is nothing to take back."),
    }


def _of_values(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "bad-date": _("“{text}” is no date. Write 2026-03-14, yesterday, friday or 3d."),
        "date-out-of-range": _("“{text}” lies outside the years 1 to 9999."),
        "bad-partial-date": _(
            "“{text}” is no date. Write 1990-03-14, --03-14, 1990-03, --03 or 1990."
        ),
        "date-without-label": _("“{text}” needs a label: --date 'anniversary: --05-20'."),
        "not-to-come": _("{day} is not to come. Name a later day, such as friday or 2w."),
        "bad-cadence": _("“{text}” is no rhythm. Write 30d, 2w, 3m, 1y or none."),
        "bad-budget": _("The budget must be a number from 1 up."),
        "bad-measure": _("{field}: “{value}” is no measure. Write a number from 0 up."),
        "measure-without-way": _("A goal that starts at its target ({target}) is reached already."),
        "bad-email": _("“{text}” is no e-mail address."),
        "bad-phone": _("“{text}” is no phone number."),
        "unknown-value": _("{field}: “{value}” is not known. Choose one of: {known}."),
        "filter-without-value": _("“{filter}” needs a value, as in tag:design."),
        "out-of-range": _("{field}: {value} must lie between {least} and {most}."),
        "empty-text": _("{field}: there is no text. Write some."),
        "text-too-long": _("{field}: longer than {most} characters. Shorten it."),
        "nul-in-text": _("{field}: the text holds a NUL character. Take it out."),
        "surrogate-in-text": _("{field}: the text is not valid Unicode. Type it anew."),
        "out-of-reach": _("A number or a day is too far out. Name one that is nearer."),
        "no-setting": _("There is no setting “{name}”. There are: {known}."),
    }


def _of_files(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "busy": _("The database is in use by another program. Try again in a moment: {path}"),
        "no-database": _("There is no database at {path}. A first crm add --db PATH makes it."),
        "empty-database": _("{path} is an empty file. Delete it, and crm will make a new one."),
        "foreign-database": _("{path} is not a database of crm. Name another file with --db."),
        "newer-database": _("{path} was written by a newer crm. Update crm to open it."),
        "damaged-database": _(
            "The database {path} is damaged and was left as it is. Put back a copy of it."
        ),
        "cannot-open": _("The database {path} cannot be opened: {reason}. Check its permissions."),
        "cannot-write": _("The database {path} cannot be written. Check its permissions."),
        "cannot-create": _("{path} cannot be made: {reason}. Choose another place with --db."),
        "disk-full": _("Nothing was saved: {reason}. Make room on the disk and try again."),
        "database-error": _("The database says: {reason}. Nothing was changed."),
        "migration-failed": _(
            "The database could not be brought up to date and is as it was: {reason}. A copy"
            " stands at {backup}."
        ),
        "empty-home": _("HOME is not set, so there is no place for data. Set HOME to your folder."),
        "bad-path": _("“{path}” is no path of a file. Name another with --db."),
        "config-unreadable": _("The settings in {path} cannot be read ({reason}). Mend the file."),
        "config-not-toml": _("The settings in {path} are not TOML ({reason}). Mend the file."),
        "config-unknown": _(
            "{path}: “{name}” is not a setting. There are db, language, theme and [keys] (text)."
        ),
        "no-theme": _("There is no theme “{name}”. There are: {known}."),
        "no-key-name": _("{path}: nothing is called “{name}” in [keys]. Names: docs/keys.md."),
        "bad-language": _("The language “{language}” is not known. Choose en or es."),
        "bad-today": _("CRM_TODAY is “{text}”: write it as 2026-03-14."),
        "system": _("{path}: {reason}. Check the path and its permissions."),
        "cannot-print": _("The output could not be written: {reason}. Send it elsewhere."),
        "file-not-found": _("There is no file {path}."),
        "file-exists": _("{path} exists already. Overwrite it with --force."),
        "unreadable": _("{path} cannot be read. Is it a file, and yours to read?"),
        "empty-file": _("{path} is empty."),
        "not-text": _("{path} is not a text file. Unzip it first if it is an archive."),
        "too-large": _("{path} is too large."),
        "no-header": _("{path} has no header that names its columns. Name them: --map 'Col=name'."),
        "no-linkedin-header": _("{path} is not LinkedIn's Connections.csv. Leave --format out."),
        "no-rows": _("{path} holds nobody who could be imported. Nothing was changed."),
        "too-many-columns": _("{path} has too many columns to be a contact file."),
        "unsupported-format": _("{path} is {format}, which crm cannot import yet. Export CSV."),
        "unknown-field": _("“{field}” is no field of a person. There are: {known}."),
        "unknown-column": _("The file has no column “{column}”. It has: {known}."),
        "mapping-needs-csv": _("--map is for CSV files; this is {format}."),
        "stopped": _("Stopped: nothing was imported."),
        "bad-mapping": _("“{text}” maps nothing. Write --map 'column=field'."),
    }


def _of_usage(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "no-command": _("There is no command “{command}”. See crm --help."),
        "option-without-value": _("{option} needs a value."),
        "no-option": _("There is no option {name}. See {command} --help."),
        "missing-parameter": _("{name} is missing. See {command} --help."),
        "bad-parameter": _("The value of {name} does not fit. See {command} --help."),
        "bad-option": _("{name} is used wrongly. See {command} --help."),
        "say-command": _("Say what to do: {command} {known}. See {command} --help."),
        "bad-usage": _(
            "{command} was called with too few or too many words. See {command} --help."
        ),
    }


def _of_reach(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "open-whom": _(
            "Whom? A name, an id, or a line of today's list: {command} +1 (in a shell, # begins a"
            " comment: write '#1')."
        ),
        "one-channel": _("One way at a time, not {known}."),
        "nothing-sent": _("--sent does not go with {option}, which sends nothing."),
        "no-way": _(
            "There is no phone number, e-mail or LinkedIn page of {name}. Add one:"
            " crm edit {id} --email …"
        ),
        "no-email": _("There is no e-mail of {name}. Add it: crm edit {id} --email …"),
        "no-phone": _("There is no phone number of {name}. Add it: crm edit {id} --phone …"),
        "no-country-code": _(
            "WhatsApp needs a phone number of {name} with its country code. Add it:"
            " crm edit {id} --phone +…"
        ),
        "no-linkedin": _(
            "There is no LinkedIn page of {name}. Add it:"
            " crm edit {id} --link https://www.linkedin.com/in/…"
        ),
        "no-address": _("There is no place of {name}. Add it: crm edit {id} --city …"),
        "no-opening": _(
            "There is nothing to begin with about {name} yet. Log what you learn:"
            " crm log --with {id} --fact …"
        ),
        "nothing-to-copy": _(
            "There is nothing to copy of {name}. Add something: crm edit {id} --email …"
        ),
        "unsafe-link": _(
            "{link} is no page of LinkedIn, so it is not opened. Take it away:"
            " crm edit WHO --remove 'link: …'"
        ),
        "no-opener": _(
            "No program here opened the link, so it is printed; nothing was logged. On Linux,"
            " xdg-open does it (xdg-utils)."
        ),
        "no-clipboard": _(
            "There is no clipboard here, so the text is printed. On Linux, wl-copy or xclip has"
            " one."
        ),
        "too-long-to-copy": _(
            "More than {most} bytes do not go through the terminal, so the text is printed."
        ),
    }


def _of_introductions(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "no-intro": _("There is no introduction with the number {id}. See crm intro list --all."),
        "intro-themselves": _("{name} needs no introduction to themselves; name two people."),
        "intro-exists": _("There is an introduction of {a} and {b} already: crm intro show {id}"),
        "intro-neither": _("“{who}” is neither {a} nor {b}."),
        "intro-before-last-move": _("{on} lies before the last step of {last}. Name a later day."),
        "intro-by-whom": _("Who takes back their yes? Say --by {a}, --by {b} or --by me."),
        "intro-idea": _(
            "Nobody has been asked about {a} and {b} yet; {a} comes first: crm intro draft {id},"
            " then crm intro asked {id}, or accept or decline once {a} has answered."
        ),
        "intro-asked_a": _(
            "The answer of {a} comes first: crm intro accept {id}, or crm intro decline {id}."
        ),
        "intro-agreed_a": _(
            "{a} said yes, now it is the turn of {b}: crm intro draft {id}, then crm intro asked"
            " {id}, or accept or decline once {b} has answered."
        ),
        "intro-asked_b": _(
            "The answer of {b} is missing: crm intro accept {id}, or crm intro decline {id}."
        ),
        "intro-agreed": _(
            "Both said yes; introduce them first: crm intro draft {id}, then crm intro made {id}."
        ),
        "intro-made": _(
            "{a} and {b} are introduced already. Next: crm intro met {id}, or crm intro outcome"
            " {id} TEXT."
        ),
        "intro-met": _("{a} and {b} have met already. Next: crm intro outcome {id} TEXT."),
        "intro-closed": _("This one is closed. To tell its outcome anew: crm intro outcome {id}."),
        "intro-declined": _(
            "Nothing came of this one. To begin anew another day: crm intro propose WHO WHO."
        ),
        "intro-expired": _(
            "This one ran out without an answer. To ask again: crm intro asked {id}. If a yes came"
            " late: crm intro accept {id}."
        ),
        "intro-which-draft": _("There is a draft for each: add --to {a} or --to {b}."),
        "intro-no-draft": _("There is nothing to write about this introduction now."),
    }


def _of_mentors(tr: Translator) -> dict[str, str]:
    _ = tr.gettext
    return {
        "no-mentorship": _(
            "There is no mentorship with {name}. Begin one: crm mentor add {id}, or --mentee to"
            " mentor them."
        ),
        "no-mentee": _("You do not mentor {name}. Begin: crm mentor add {id} --mentee"),
        "mentor-of-oneself": _("One cannot be one's own mentor; name somebody else."),
        "mentor-of-namesake": _(
            "{name} [{id}] bears your own name. If it is another person, tell them apart:"
            " crm edit {id} --name …"
        ),
        "candidate-already": _(
            "{name} is noted as a possible mentor already. Once you agree: crm mentor add {id}"
        ),
        "mentorship-overlaps": _(
            "There is an agreement with {name} since {start} already. Change it: crm mentor edit"
            " {id}, or end it: crm mentor end {id}"
        ),
        "mentorship-overlaps-until": _(
            "There is an agreement with {name} from {start} to {end} already. Change it: crm mentor"
            " edit {id}, or begin after that: --from DAY"
        ),
        "ends-before-start": _("It would end on {end}, before it starts on {start}."),
        "no-question": _("There is no question {id} with them. See crm mentor show WHO."),
        "question-asked": _("Question {id} was asked on {on} already."),
        "ask-or-asked": _("Write a question to keep, or say which were asked: --asked ID."),
        "no-guidance": _("There is no advice with the number {id}. See crm mentor show WHO."),
        "say-result": _("Say what came of it: crm mentor result {id} TEXT"),
        "no-result-yet": _("No result is noted yet: crm mentor result {id} TEXT --reported"),
        "reported-already": _("They know since {on} already."),
        "result-before-advice": _("{day} lies before the advice of {advice_on}."),
    }
