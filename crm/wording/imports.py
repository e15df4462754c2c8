"""What an import did, said in a sentence, and each row that needs a look."""

from __future__ import annotations

from typing import Any, Protocol

from crm.domain.text import screen
from crm.i18n import Translator


class Counts(Protocol):
    """What the summary needs of an import's report."""

    @property
    def dry_run(self) -> bool:
        """Whether nothing was written."""
        ...

    @property
    def new(self) -> int:
        """How many people came in."""
        ...

    @property
    def changed(self) -> int:
        """How many people were changed."""
        ...

    @property
    def same(self) -> int:
        """How many people stayed as they were."""
        ...

    @property
    def ghosts(self) -> int:
        """How many rows name nobody."""
        ...


def summary(report: Counts, tr: Translator) -> str:
    """Give one line: how many people are new, changed, the same, and rows without a name."""
    _, ngettext = tr.gettext, tr.ngettext
    parts = [
        ngettext("{n} new person", "{n} new people", report.new).format(n=report.new),
        ngettext("{n} changed", "{n} changed", report.changed).format(n=report.changed),
        ngettext("{n} as before", "{n} as before", report.same).format(n=report.same),
    ]
    if report.ghosts:
        form = ngettext("{n} row without a name", "{n} rows without a name", report.ghosts)
        parts.append(form.format(n=report.ghosts))
    form = _("Would import: {parts}. Nothing was written.") if report.dry_run else _("{parts}.")
    return form.format(parts=", ".join(parts))


def problem(line: int, code: str, params: dict[str, Any], tr: Translator) -> str:
    """Give one line about a row of the file: what is odd about it."""
    _ = tr.gettext
    said = {name: screen(str(value)) for name, value in params.items()}
    words = _rows(tr).get(code) or _warnings(tr).get(code) or code
    return _("line {line}: {words}").format(line=line, words=words.format_map(said))


def _rows(tr: Translator) -> dict[str, str]:
    """Give the words for rows that were left out."""
    _ = tr.gettext
    return {
        "ghost": _("no name, left out"),
        "row-too-short": _("too few columns, left out"),
        "empty-row": _("neither name, e-mail, phone nor organisation, left out"),
        "unclosed-quote": _("a quotation mark that is never closed, left out"),
        "field-too-long": _("a field that is too long, left out"),
        "line-too-long": _("a line that is too long, left out"),
        "too-many-columns": _("too many columns, left out"),
        "nul-character": _("a NUL character, left out"),
        "nul-in-text": _("a NUL character, left out"),
        "surrogate-in-text": _("text that is not valid Unicode, left out"),
        "text-too-long": _("a text that is too long, left out"),
        "unreadable-row": _("not readable as CSV, left out"),
        "empty-card": _("a card without a name or a way to reach anybody, left out"),
        "card-too-long": _("a card that is too long, left out"),
        "end-without-begin": _("the end of a card that never began, left out"),
        "stray-text": _("“{text}” belongs to no card, left out"),
    }


def _warnings(tr: Translator) -> dict[str, str]:
    """Give the words for rows of which the person was taken in, or that fit somebody else too."""
    _ = tr.gettext
    return {
        "bad-email": _("the e-mail address is none; the person was taken in without it"),
        "bad-phone": _("the phone number is none; the person was taken in without it"),
        "bad-connected-on": _("the date is none; the person was taken in without it"),
        "bad-birthday": _("the birthday is no date; the person was taken in without it"),
        "bad-known-since": _("the date is none; the person was taken in without it"),
        "bad-met-on": _("the date is none; the person was taken in without it"),
        "bad-cadence": _("the rhythm is none; the person was taken in without it"),
        "missing-end": _("the card has no end; the person was taken in as far as it goes"),
        "unreadable-line": _("“{text}” is no line of a card; the person was taken in without it"),
        "value-too-long": _("{field} is too long; the person was taken in without it"),
        "guessed-charset": _(
            "its accents may be wrong: nothing says its charset (cards like it: {cards})"
        ),
        "picture-left-out": _("its picture is too large and was left out (cards like it: {cards})"),
        "same-name": _("{name}: somebody of this name is there already; taken in as another"),
        "other-name": _("{name}: has a number or key in common with another name; taken in"),
        "same-key": _("{name}: another row of the file has the same key; both taken in"),
        "several": _("{name}: fits several people who are there already; left out"),
    }
