"""The scenarios: what somebody saved of a forecast under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "scenarios",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("model", "name")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("data", "saved")),
    )
