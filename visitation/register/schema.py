"""The tables of the register as they are today; migrations/ tells how older registers become so.

Its database lets the events grow and be forgotten, and refuses every other change of them."""

import sqlalchemy as sa
from sqlalchemy import event as hooks

from visitation.register.events import OPAQUE

NEWEST = "0003"  # the last revision under migrations/versions
REFUSED = "registret kan kun udvides"
METADATA = sa.MetaData()

EVENTS = sa.Table(  # columns in the order of events.Event
    "events",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("case_id", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("salt", sa.Text, nullable=False),
    sa.Column("case_digest", sa.Text, nullable=False),
    sa.Column("data_digest", sa.Text, nullable=False),
    sa.UniqueConstraint("case_id", "version", name="events_case_version"),
)
DRAFTS = sa.Table(
    "drafts",
    METADATA,
    sa.Column("meeting_day", sa.Text, primary_key=True),
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("case_id", sa.Text, primary_key=True),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
SCENARIOS = sa.Table(
    "scenarios",
    METADATA,
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("saved", sa.Text, nullable=False),
)
CONTENT = (EVENTS, DRAFTS, SCENARIOS)  # what a register holds, and a copy of it
REVISION = sa.Table(  # as alembic makes it
    "alembic_version",
    METADATA,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

# The one change: salt and case go, and what stands under the seal stays.
FORGETS = " AND ".join(
    [f"NEW.{name} = OLD.{name}" for name in ("seq", "version", "kind", "at", "previous", "hash", "case_digest", "data_digest")]
    + ["OLD.salt <> ''", "NEW.salt = ''", f"substr(NEW.case_id, 1, {len(OPAQUE)}) = '{OPAQUE}'"]
)
# INSERT OR REPLACE and UPDATE OR REPLACE of SQLite delete without firing a DELETE trigger, hence the two EXISTS.
APPEND_ONLY = {
    "sqlite": [
        f"CREATE TRIGGER events_no_update BEFORE UPDATE ON events WHEN NOT ({FORGETS}) OR EXISTS (SELECT 1 FROM events"
        " WHERE seq <> OLD.seq AND case_id = NEW.case_id AND version = NEW.version)"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        f"CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        "CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events"
        " WHERE seq = NEW.seq OR (case_id = NEW.case_id AND version = NEW.version))"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    ],
    "postgresql": [
        f"CREATE OR REPLACE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        f"CREATE TRIGGER events_no_update BEFORE UPDATE ON events FOR EACH ROW WHEN (NOT ({FORGETS}))"
        " EXECUTE FUNCTION events_append_only()",
        "CREATE TRIGGER events_no_delete BEFORE DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION events_append_only()",
    ],
}
for _dialect, _statements in APPEND_ONLY.items():
    for _statement in _statements:
        hooks.listen(EVENTS, "after_create", sa.DDL(_statement).execute_if(dialect=_dialect))
