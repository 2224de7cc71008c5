"""What alembic runs: the revisions, on the connection and in the transaction of whoever asked for them."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
