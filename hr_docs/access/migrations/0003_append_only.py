"""The log says whose employer's record an entry is about, and cannot be changed any more."""

from django.db import migrations, models

from hr_docs.access import append_only


def guard(apps, schema_editor):
    append_only.guard(schema_editor.connection)


def unguard(apps, schema_editor):
    append_only.unguard(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("access", "0002_roles")]

    operations = [
        migrations.AddField(
            model_name="auditentry",
            name="employer_pk",
            field=models.BigIntegerField(
                blank=True,
                db_index=True,
                help_text="Empty for what belongs to no employer or to several",
                null=True,
                verbose_name="employer",
            ),
        ),
        migrations.RunPython(guard, unguard),
    ]
