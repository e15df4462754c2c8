"""Days and spans of time as people say them: yesterday, on Friday, four months ago."""

from __future__ import annotations

from datetime import date

from crm.i18n import Translator

_DAYS_A_WEEK = 7
_WEEKS_UP_TO_DAYS = 56
_MONTH_DAYS = 30.44
_MONTHS_UP_TO = 11.5
_YEAR_DAYS = 365.25
_YEAR_UP_TO_DAYS = 1.5 * _YEAR_DAYS


def weekday(day: date, tr: Translator) -> str:
    """Give the name of the day of the week."""
    _ = tr.gettext
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip
    return names[day.weekday()]


def month(number: int, tr: Translator) -> str:
    """Give the name of a month, 1 to 12."""
    _ = tr.gettext
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[number - 1]


def full(day: date, tr: Translator) -> str:
    """Give "Monday 23 November 2026"."""
    return tr.gettext("{weekday} {day} {month} {year}").format(
        weekday=weekday(day, tr), day=day.day, month=month(day.month, tr), year=day.year
    )


def period(first: date, last: date, tr: Translator) -> str:
    """Give "Saturday 21 to Sunday 22 November 2026", with no month or year said twice."""
    _ = tr.gettext
    if first == last:
        return full(last, tr)
    if first.year != last.year:
        form = _(
            "{weekday} {day} {month} {year} to {last_weekday} {last_day} {last_month} {last_year}"
        )
    elif first.month != last.month:
        form = _("{weekday} {day} {month} to {last_weekday} {last_day} {last_month} {last_year}")
    else:
        form = _("{weekday} {day} to {last_weekday} {last_day} {last_month} {last_year}")
    return form.format(
        weekday=weekday(first, tr), day=first.day, month=month(first.month, tr), year=first.year,
        last_weekday=weekday(last, tr), last_day=last.day, last_month=month(last.month, tr),
        last_year=last.year,
    )  # fmt: skip


def plain(day: date, today: date, tr: Translator) -> str:
    """Give "14 November", with the year when it is another one."""
    _ = tr.gettext
    form = _("{day} {month}") if day.year == today.year else _("{day} {month} {year}")
    return form.format(day=day.day, month=month(day.month, tr), year=day.year)


def short(day: date, today: date, tr: Translator) -> str:
    """Give "14 Nov", with the year when it is another one; three letters tell all months apart."""
    words = f"{day.day:>2} {month(day.month, tr)[:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def count(number: int, tr: Translator) -> str:
    """Give a small number in words, a larger one in digits."""
    _ = tr.gettext
    words = (
        _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"),
        _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[number - 2] if 2 <= number <= len(words) + 1 else str(number)


def span(days: int, tr: Translator) -> str:
    """Give a span as one would say it: five days, three weeks, four months, two years."""
    if days < 2 * _DAYS_A_WEEK:
        form = tr.ngettext("{n} day", "{n} days", days)
        number = days
    elif days < _WEEKS_UP_TO_DAYS:
        number = round(days / _DAYS_A_WEEK)
        form = tr.ngettext("{n} week", "{n} weeks", number)
    elif days < _MONTHS_UP_TO * _MONTH_DAYS:
        number = round(days / _MONTH_DAYS)
        form = tr.ngettext("{n} month", "{n} months", number)
    elif days < _YEAR_UP_TO_DAYS:
        return tr.gettext("a year")
    else:
        number = max(2, round(days / _YEAR_DAYS))
        form = tr.ngettext("{n} year", "{n} years", number)
    return form.format(n=count(number, tr))


def ago(day: date, today: date, tr: Translator) -> str:
    """Give a day that was: today, yesterday, a week ago, four months ago."""
    _ = tr.gettext
    days = (today - day).days
    if days <= 0:
        return _("today") if days == 0 else coming(day, today, tr)
    if days == 1:
        return _("yesterday")
    if days == _DAYS_A_WEEK:
        return _("a week ago")
    return _("{span} ago").format(span=span(days, tr))


def coming(day: date, today: date, tr: Translator) -> str:
    """Give a day to come: today, tomorrow, on Friday, on 14 November."""
    if (day - today).days < 2:
        return named(day, today, tr)
    return tr.gettext("on {day}").format(day=named(day, today, tr))


def named(day: date, today: date, tr: Translator) -> str:
    """Give a day as it is called after "for" or "before": tomorrow, Friday, 14 November."""
    _ = tr.gettext
    days = (day - today).days
    if days < 0:
        return ago(day, today, tr)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days < _DAYS_A_WEEK:
        return _("{weekday}").format(weekday=weekday(day, tr))
    return _("{date}").format(date=plain(day, today, tr))


def partial(year: int | None, month_number: int | None, day: int | None, tr: Translator) -> str:
    """Give a date of which a part may be unknown: 14 March 1990, 14 March, March 1990, 1990."""
    _ = tr.gettext
    name = month(month_number, tr) if month_number else ""
    if day and year:
        return _("{day} {month} {year}").format(day=day, month=name, year=year)
    if day:
        return _("{day} {month}").format(day=day, month=name)
    if name and year:
        return _("{month} {year}").format(month=name, year=year)
    return name or str(year)
