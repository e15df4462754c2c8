"""How conversations went, in words that scold nobody."""

from __future__ import annotations

from crm.i18n import Translator


def band(code: str, tr: Translator) -> str:
    """Give how conversations went, as a whole."""
    _ = tr.gettext
    return {
        "told": _("you told a lot"),
        "shared": _("give and take"),
        "listened": _("you listened closely"),
    }[code]


def summary(conversations: int, code: str, score: float, tr: Translator) -> str:
    """Give how many conversations were recorded in a year, and how they went."""
    form = tr.ngettext(
        "{n} conversation in twelve months: {band} ({score} of 100)",
        "{n} conversations in twelve months: {band} ({score} of 100)",
        conversations,
    )
    return form.format(n=conversations, band=band(code, tr), score=round(score))


def trend(code: str, tr: Translator) -> str:
    """Give how the last three months stand against the three before."""
    _ = tr.gettext
    return {
        "more": _("in the last three months you listened more than before"),
        "steady": _("in the last three months much as before"),
        "less": _("in the last three months you told more than before"),
    }[code]
