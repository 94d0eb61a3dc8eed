"""History never changes: the database itself refuses to rewrite a line of it."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """
CREATE TRIGGER history_stays BEFORE UPDATE ON desk_history
BEGIN SELECT RAISE(ABORT, 'History is never changed.'); END;
"""
POSTGRESQL = """
CREATE FUNCTION history_stays() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'History is never changed.'; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER history_stays BEFORE UPDATE ON desk_history FOR EACH ROW EXECUTE FUNCTION history_stays();
"""
MAKE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
DROP = {
    "sqlite": "DROP TRIGGER history_stays;",
    "postgresql": "DROP TRIGGER history_stays ON desk_history; DROP FUNCTION history_stays();",
}


def make(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(MAKE[schema_editor.connection.vendor])


def drop(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(DROP[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_the_desk")]
    operations = [migrations.RunPython(make, drop)]
