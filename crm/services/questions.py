"""Questions that stay open between the user and people, and their answers."""

from crm.context import Context
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.who import who
from crm.store.reads import conversations as reads
from crm.store.reads.conversations import QuestionLine


def ask(context: Context, person: str, text: str, *, mine: bool = True) -> QuestionLine:
    """Note a question of the user to somebody, or with `mine` false one of theirs."""
    with change(context, "question-add") as made:
        contact = one(made, person)
        made.about(contact.name)
        words = understand.required(text, "question")
        number = keep_open(context, made, contact.id, words, mine=mine)
        return QuestionLine(
            number, contact.id, contact.name, mine, words, context.today, "", None
        )  # fmt: skip


def keep_open(
    context: Context,
    made: Change,
    contact_id: int,
    words: str,
    *,
    mine: bool = True,
    interaction_id: int | None = None,
) -> int:
    """Note an open question as part of a larger change, and give its number."""
    from crm.store.tables.conversations import Question

    row = Question(
        contact_id=contact_id, interaction_id=interaction_id, mine=mine, text=words,
        day=context.today,
    )  # fmt: skip
    made.write.add(row)
    return row.id


def answered(context: Context, question_id: int, text: str = "") -> QuestionLine:
    """Note that a question was answered today, and the answer as far as it is said."""
    from crm.store.tables.contacts import Contact
    from crm.store.tables.conversations import Question

    with change(context, "question-answered") as made:
        row = made.write.get(Question, question_id)
        contact = made.write.get(Contact, row.contact_id) if row else None
        if row is None or contact is None:
            raise NotFound("no-open-question", id=question_id)
        if row.answered_on is not None:
            raise WrongUsage("question-already-answered", id=question_id, on=row.answered_on)
        row.answer = understand.text(text, "text")
        row.answered_on = context.today
        made.about(contact.name)
        return QuestionLine(
            row.id, contact.id, contact.name, row.mine, row.text, row.day, row.answer,
            row.answered_on,
        )  # fmt: skip


def questions(
    context: Context, person: str | None, *, everything: bool = False
) -> list[QuestionLine]:
    """Give the open questions with one person or with all, on request the answered ones too."""
    with context.store.reading() as connection:
        contact_id = who(connection, person, context.today).id if person else None
        return reads.questions(connection, contact_id, answered=everything)
