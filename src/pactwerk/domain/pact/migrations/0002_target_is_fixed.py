"""An agreed target cannot be changed, by no program and no administrator's query: a revision is a new row.

Rows still go when their goal goes. A later migration that rebuilds the table on SQLite must install the trigger again.
"""

from django.db import migrations

REFUSAL = "an agreed target is never overwritten; revise it by a new one"
ON = {
    "sqlite": (
        "CREATE TRIGGER IF NOT EXISTS pact_target_fixed BEFORE UPDATE ON pact_target "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION pact_target_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        "CREATE OR REPLACE TRIGGER pact_target_fixed BEFORE UPDATE ON pact_target "
        "FOR EACH ROW EXECUTE FUNCTION pact_target_refuse()",
    ),
}
OFF = {
    "sqlite": ("DROP TRIGGER IF EXISTS pact_target_fixed",),
    "postgresql": ("DROP TRIGGER IF EXISTS pact_target_fixed ON pact_target",),
}


def fix(apps, schema_editor):
    run(schema_editor.connection, ON)


def loosen(apps, schema_editor):
    run(schema_editor.connection, OFF)


def run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("pact", "0001_initial")]

    operations = [migrations.RunPython(fix, loosen)]
