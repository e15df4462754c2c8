"""Saying a field of what was understood anew: a line for most, a choice for some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.i18n import _, active
from crm.services import corrections
from crm.services.conversations import KINDS
from crm.services.corrections import UNANSWERED, Corrections
from crm.tui.asking import Asking
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.write_line import WriteLine
from crm.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from crm.services.conversations import Happened
    from crm.services.reading import Understood
    from crm.wording.understood import Row

_USUAL = ("meeting", "call", "message", "email", "help", "intro", "project", "referral", "letter")


class Correcting(Asking):
    """A dialog in which a line is read, with what is known better than the line says it."""

    _known: Corrections

    def _reading(self, known: Corrections) -> Callable[[Context], Understood]:
        """Give the call that reads the line with what is known."""
        raise NotImplementedError

    def _corrected(self, known: Corrections, understood: Understood) -> None:
        """Take in a correction, and what is understood with it."""
        raise NotImplementedError

    def _correct(self, row: Row, understood: Understood) -> None:
        """Ask for a field anew; what is wrong with it is said there."""

        def deed(context: Context, value: str) -> tuple[Corrections, Understood]:
            said = _said(context, understood, row, value.strip())
            known = corrections.corrected(self._known, understood.happened, said)
            return known, self._reading(known)(context)

        def done(made: object) -> None:
            if isinstance(made, tuple):
                self._corrected(*made)

        def chosen(value: object) -> None:
            if value is not None:
                self.ask(lambda context: deed(context, str(value)), done, group="correction")

        choices = _choices(row)
        if choices:
            self.app.push_screen(Choose(row.label, choices), chosen)
        else:
            line = WriteLine(
                row.label, lead=_lead(row.field), value=row.value, deed=deed, only_reads=True
            )
            self.app.push_screen(line, done)


def _said(context: Context, understood: Understood, row: Row, value: str) -> Happened:
    if row.field == "promise":
        return corrections.one_promise(context, understood, row.at, value)
    if row.field == "fact":
        return corrections.one_fact(understood, row.at, value)
    if value in (_ASKED, _ASKED_NOTHING):
        return corrections.changed(understood.happened, "ask", value if value == _ASKED else "")
    return corrections.changed(understood.happened, row.field, value)


_ASKED, _ASKED_NOTHING = "asked", "asked-nothing"


def _choices(row: Row) -> list[Choice]:
    tr = active()
    if row.field == "kind":
        kinds = [*_USUAL, *(kind for kind in KINDS if kind not in _USUAL)]
        return [
            Choice(str(at) if at <= len(_USUAL) else "", words.kind(kind, tr), kind)
            for at, kind in enumerate(kinds, 1)
        ]
    if row.field == "side":
        return [
            Choice("1", words.side("both", tr), "both"),
            Choice("2", words.side("me", tr), "me"),
            Choice("3", _("from you, no answer"), UNANSWERED),
            Choice("4", words.side("them", tr), "them"),
            Choice("5", _("you asked for something"), _ASKED),
            Choice("6", _("you asked for nothing"), _ASKED_NOTHING),
        ]
    return []


def _lead(field: str) -> str:
    return {
        "people": _("With whom (names, with commas)?"),
        "day": _("On which day?"),
        "place": _("At which place?"),
        "event": _("At which event?"),
        "minutes": _("How many minutes?"),
        "promise": _("What was promised, by when?"),
        "fact": _("What did you learn? (work: … life: … dream: … news: …)"),
        "tags": _("Which tags?"),
    }[field]
