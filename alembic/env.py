"""Runs the revisions: on the connection that `crm.store.migrate` hands over, else on $CRM_DB."""

from alembic import context
from sqlalchemy import create_engine
from sqlmodel import SQLModel

import crm.store.tables.all  # noqa: F401


def include_name(name, type_, parent_names):
    """Leave out what SQLModel does not declare: the full-text tables and their shadows."""
    return not (type_ == "table" and name is not None and "_search" in name)


def run(connection):
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        include_name=include_name,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    import os

    with create_engine(f"sqlite:///{os.environ['CRM_DB']}").begin() as connection:
        run(connection)
