"""Alembic's entrance: runs the migrations on the connection, and in the transaction, it is given.

Other programs' tables in the same database, DBOS's among them, are none of its business.
"""

from alembic import context

from memory.sql.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=lambda name, kind, _: kind != "table" or name in metadata.tables,
    transactional_ddl=True,
)
context.run_migrations()
