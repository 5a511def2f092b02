"""Lines of the audit log cannot be changed or removed, by no program and no administrator's query."""

from django.db import migrations

from pactwerk.foundation.operations import append_only


def protect(apps, schema_editor):
    append_only.protect(schema_editor.connection)


def unprotect(apps, schema_editor):
    append_only.unprotect(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("operations", "0001_initial")]

    operations = [migrations.RunPython(protect, unprotect)]
