"""The day that a fact names: "trail race on Sunday" is a trail race, and that Sunday."""

from datetime import date

from crm.domain.second_person import language_of


def dated(text: str, code: str, learned_on: date) -> tuple[str, date | None]:
    """Give a fact without its day, and the day, counted from when it was learned.

    A fact that names no day, or one of every week, is given as it is.
    """
    language = language_of(code)
    words = text.lower().replace(",", " ").replace(".", " ").split()
    if len(text) > _MOST_CHARACTERS or language.day_words.isdisjoint(words):
        return text, None
    from crm.domain.grammar.days import days
    from crm.domain.grammar.tokens import Line
    from crm.domain.invalid import Invalid

    try:
        line = Line(text)
        for spoken in days(line):
            start, end = spoken.start, spoken.end
            named = {line.key(i) for i in range(start, end)}
            folded = {_plain(word) for word in language.day_words}
            if named.isdisjoint(folded) or line.key(start - 1) in language.habits:
                continue
            if line.key(end) == "'s":
                continue
            while start > 0 and line.key(start - 1) in language.day_links:
                start -= 1
            before = text[: line.tokens[start].start].rstrip(" ,")
            after = text[line.tokens[end - 1].end :]
            if any(char.isdigit() for char in after[:9]):
                after = ""
            return f"{before}{after}".strip(), spoken.day(learned_on, past=False)
    except Invalid:
        pass
    return text, None


def _plain(word: str) -> str:
    from crm.domain.text import fold

    return fold(word)


_MOST_CHARACTERS = 300
