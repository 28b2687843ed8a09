from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0010_assessments"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="document",
            name="document_newest",
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                fields=[
                    "-created_at",
                    "-sequence",
                    "id",
                    "employer",
                    "master",
                    "year",
                    "status",
                    "dated",
                    "number",
                    "employment",
                ],
                name="document_register",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["employment", "id"], name="document_by_employment"),
        ),
    ]
