"""The events: a hash chain over salted digests, which grows, can be forgotten, and is never changed otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FORGETS = (
    "NEW.seq = OLD.seq AND NEW.version = OLD.version AND NEW.kind = OLD.kind AND NEW.at = OLD.at AND NEW.previous = OLD.previous"
    " AND NEW.hash = OLD.hash AND NEW.case_digest = OLD.case_digest AND NEW.data_digest = OLD.data_digest"
    " AND OLD.salt <> '' AND NEW.salt = '' AND substr(NEW.case_id, 1, 6) = 'glemt-'"
)
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER events_no_update BEFORE UPDATE ON events WHEN NOT ({FORGETS}) OR EXISTS (SELECT 1 FROM events"
        " WHERE seq <> OLD.seq AND case_id = NEW.case_id AND version = NEW.version)"
        " BEGIN SELECT RAISE(ABORT, 'registret kan kun udvides'); END",
        "CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'registret kan kun udvides'); END",
        "CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events"
        " WHERE seq = NEW.seq OR (case_id = NEW.case_id AND version = NEW.version))"
        " BEGIN SELECT RAISE(ABORT, 'registret kan kun udvides'); END",
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RAISE EXCEPTION 'registret kan kun udvides'; END $$",
        f"CREATE TRIGGER events_no_update BEFORE UPDATE ON events FOR EACH ROW WHEN (NOT ({FORGETS}))"
        " EXECUTE FUNCTION events_append_only()",
        "CREATE TRIGGER events_no_delete BEFORE DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION events_append_only()",
    ],
}


def upgrade() -> None:
    """Makes the table and what guards it."""
    texts = ("kind", "data", "at", "previous", "hash", "salt", "case_digest", "data_digest")
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.UniqueConstraint("case_id", "version", name="events_case_version"),
    )
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
