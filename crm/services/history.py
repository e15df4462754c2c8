"""What was done, and taking it back."""

from crm.context import Context
from crm.errors import NotFound
from crm.store import journal, search
from crm.store.connection import plain_transaction
from crm.store.journal import TakenBack
from crm.store.reads import history as reads
from crm.store.reads.history import ChangeLine


def history(context: Context, limit: int) -> list[ChangeLine]:
    """Give the latest changes, newest first; -1 for all."""
    with context.store.reading() as connection:
        return reads.history(connection, limit)


def undo(context: Context) -> TakenBack:
    """Take back the last change of any kind; raises NotFound when there is none left."""
    if not context.store.exists():
        raise NotFound("nothing-to-undo")
    with plain_transaction(context.store) as connection:
        taken = journal.take_back(connection)
        if taken is None:
            raise NotFound("nothing-to-undo")
        search.index_contacts(connection, taken.contact_ids)
        search.index_interactions(connection, taken.interaction_ids)
    return taken
