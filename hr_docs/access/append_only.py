"""Triggers that keep the rows of the audit log as they were written, whoever asks."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "access_auditentry"
REFUSAL = "the audit log is append-only"

_SQLITE = {
    "audit_no_update": f"""CREATE TRIGGER audit_no_update BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    "audit_no_delete": f"""CREATE TRIGGER audit_no_delete BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
}
_POSTGRESQL = {
    "audit_no_change": f"""CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    "audit_no_truncate": f"""CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
}
_FUNCTION = f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"""


def guard(connection: BaseDatabaseWrapper) -> None:
    """Refuse every UPDATE and DELETE of the log, and its TRUNCATE."""
    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_postgresql:
            cursor.execute(_FUNCTION)
        for statement in (_POSTGRESQL if is_postgresql else _SQLITE).values():
            cursor.execute(statement)


def unguard(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to undo the migration, to empty a test's database, in `retention`."""
    is_postgresql = connection.vendor == "postgresql"
    on = f" ON {TABLE}" if is_postgresql else ""
    with connection.cursor() as cursor:
        for name in _POSTGRESQL if is_postgresql else _SQLITE:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
