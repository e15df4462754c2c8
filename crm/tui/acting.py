"""Acting on a person: over to another program with the opener filled in, then "sent?".

The first page paints before anybody acts, so services and dialogs are imported when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.errors import CrmError
from crm.i18n import _, active
from crm.tui.asking import Asking
from crm.wording import deeds

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.follow_ups import Snoozed
    from crm.services.reach import Reach, Way

LOG, LOG_AND_KEEP, NO_ANSWER = "log", "log-and-keep", "no-answer"


class Acting(Asking):
    """A page or dialog from which people are reached."""

    def act(self, person: int, channel: str | None) -> None:
        """Hand over to the program for a channel, None for the best, and ask how it went."""
        from crm.services import reach

        def found(ways: Reach) -> None:
            try:
                taken = reach.way(ways, channel)
            except CrmError as error:
                self.crm.show_failure(error)
                return
            self.ask(
                lambda context: reach.hand_over(context, ways, taken),
                lambda _nothing: self._ask_whether_sent(ways, taken),
                group="act",
                refused=lambda error: self.crm.show_failure(error, note=taken.link),
            )

        self.ask(lambda context: reach.ways(context, str(person)), found, group="act")

    def copy(self, person: int, what: str | None = None) -> None:
        """Put the opener, or the first there is of opener, e-mail and phone, on the clipboard."""
        from crm.services import reach

        def copied(context: Context) -> tuple[str, str]:
            ways = reach.ways(context, str(person))
            name, text = reach.piece(ways, what)
            return reach.copy(context, ways, name, text), text

        def told(done: tuple[str, str]) -> None:
            means, text = done
            self.crm.say(_("Copied ({means}): {text}").format(means=means, text=text))

        self.ask(copied, told, group="act")

    def _ask_whether_sent(self, ways: Reach, taken: Way) -> None:
        from crm.tui.dialogs.choose import Choice, Choose

        if taken.channel == "map":
            return
        is_call = taken.channel == "call"
        choices = [Choice("y", _("We spoke: log it") if is_call else _("Sent: log it"), LOG)]
        if ways.due:
            choices.append(Choice("k", _("Log it, and the promise is kept"), LOG_AND_KEEP))
        if is_call:
            choices.append(Choice("a", _("No answer: log it as such"), NO_ANSWER))
        choices.append(Choice("n", _("Log nothing"), None))
        title = {
            "whatsapp": _("To {name} by WhatsApp…"),
            "mail": _("To {name} by mail…"),
            "call": _("Calling {name}…"),
            "linkedin": _("To the LinkedIn page of {name}…"),
        }[taken.channel].format(name=ways.name)
        lead = "\n".join(_("Your promise: {text}").format(text=text) for text in ways.due)
        if ways.opener is not None and not taken.filled:
            lead = f"{ways.message}\n{lead}".strip()

        def answered(value: object) -> None:
            if value is not None:
                self._log(ways, taken, str(value))

        self.app.push_screen(Choose(title, choices, lead), answered)

    def _log(self, ways: Reach, taken: Way, how: str) -> None:
        from crm.services import reach

        spoken, keep = how != NO_ANSWER, how == LOG_AND_KEEP

        def told(logged: Logged | None) -> None:
            if logged is not None:
                lines = [deeds.logged(logged, self.crm.context.today, active())]
                lines += [deeds.kept(text, active()) for text in ways.due if keep]
                self.crm.say("\n".join(lines))

        self.write(lambda context: reach.sent(context, ways, taken, spoken=spoken, keep=keep), told)

    def snooze(self, person: int, name: str) -> None:
        """Ask until when somebody is not to be shown, and note it."""
        from crm.services import follow_ups
        from crm.tui.dialogs.choose import Choice, Choose
        from crm.tui.dialogs.write_line import WriteLine

        days = (
            ("1", _("Tomorrow"), "1d"),
            ("2", _("In three days"), "3d"),
            ("3", _("In a week"), "1w"),
            ("4", _("In two weeks"), "2w"),
            ("5", _("In a month"), "1m"),
            ("d", _("On a day…"), ""),
        )

        def told(done: object) -> None:
            if isinstance(done, follow_ups.Snoozed):
                lines = [deeds.snoozed(done, self.crm.context.today, active())]
                if done.longer:
                    lines.append(_("Put off so often: would a longer rhythm fit?"))
                self.crm.say("\n".join(lines))

        def deed(context: Context, day: str) -> Snoozed:
            return follow_ups.snooze(context, str(person), day)

        title = _("{name}, later").format(name=name)

        def chosen(day: object) -> None:
            if day == "":
                self.app.push_screen(
                    WriteLine(title, lead=_("Until when? friday, 14 Nov, 3w"), deed=deed), told
                )
            elif day is not None:
                self.write(lambda context: deed(context, str(day)), told)

        self.app.push_screen(Choose(title, [Choice(*each) for each in days]), chosen)

    def promise(self, person: int, name: str, *, mine: bool = True) -> None:
        """Ask what was promised to somebody, or by them, and note it."""
        from crm.services import follow_ups
        from crm.tui.dialogs.write_line import WriteLine

        def deed(context: Context, words: str) -> object:
            return follow_ups.promise(context, str(person), words, by=None, mine=mine)

        def told(done: object) -> None:
            if done is not None:
                self.crm.say(_("The promise is noted."))

        form = _("A promise to {name}") if mine else _("What {name} promised you")
        title = form.format(name=name)
        lead = _("What, and by when? send the link by friday")
        self.app.push_screen(WriteLine(title, lead=lead, deed=deed), told)
