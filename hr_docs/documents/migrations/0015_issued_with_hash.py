from django.db import migrations, models


def issue_prepared(apps, schema_editor):
    """What was being prepared is in force already; its files are made when they are asked for."""
    documents = apps.get_model("documents", "Document").objects
    documents.filter(status="preparing").update(status="issued")


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0014_leases"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="document", name="document_issued_has_file"),
        migrations.RunPython(issue_prepared, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="document", name="document_one_current"),
        migrations.AlterField(
            model_name="document",
            name="status",
            field=models.CharField(
                choices=[
                    ("issued", "issued"),
                    ("superseded", "superseded"),
                    ("voided", "voided"),
                ],
                default="issued",
                max_length=16,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "issued")),
                fields=("employment", "master"),
                name="document_one_current",
            ),
        ),
    ]
