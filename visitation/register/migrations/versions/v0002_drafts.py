"""The drafts: answers of a meeting that has not decided yet."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "drafts",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("meeting_day", "model", "case_id")),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
