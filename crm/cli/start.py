"""What `crm` alone says: the day's list, or on an empty network how to begin."""

from __future__ import annotations

from crm.cli.output import out
from crm.i18n import _


def welcome() -> None:
    """Print the three commands to begin with."""
    out(_("Your network is empty. Three commands to begin with:"))
    out()
    rows = (
        ("crm import Connections.csv", _("bring your LinkedIn contacts into the address book")),
        ("crm plant", _("choose the people you would be sorry to lose")),
        ('crm goal add "…" --rank primary', _("say what you are after")),
    )
    for command, purpose in rows:
        out(f"  {command.ljust(33)}{purpose}")
    out()
    out(
        _(
            "LinkedIn gives the file under Settings → Data privacy → Get a copy of your data →"
            " Connections."
        )
    )
    out(_("To look around first: crm demo remind. All commands: crm --help."))
