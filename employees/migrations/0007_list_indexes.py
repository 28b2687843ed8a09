from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("employees", "0006_guarantees"),
        ("job_descriptions", "0003_history"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["status", "operator"], name="employment_by_status"),
        ),
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["work_mode", "operator"], name="employment_by_work_mode"),
        ),
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["start_date", "operator"], name="employment_by_start"),
        ),
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["contract_date", "operator"], name="employment_by_contract"),
        ),
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["site", "operator"], name="employment_by_site"),
        ),
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["tier", "operator"], name="employment_by_tier"),
        ),
    ]
