import django.core.validators
import django.db.models.deletion
import simple_history.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from hr_docs.access.history import begin_history


def begin(apps, schema_editor):
    begin_history(apps, "job_descriptions", ("ExperienceTier", "JobDescriptionEdition", "Position"))


class Migration(migrations.Migration):
    dependencies = [
        ("job_descriptions", "0002_seed_tiers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalExperienceTier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=32, verbose_name="code")),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        db_index=True, help_text="1 is the lowest", verbose_name="rank"
                    ),
                ),
                ("title", models.CharField(db_index=True, max_length=100, verbose_name="tier")),
                (
                    "rate_min",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=8,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="lowest hourly rate",
                    ),
                ),
                (
                    "rate_max",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="highest hourly rate",
                    ),
                ),
                (
                    "minimum_experience_months",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="minimum experience, months"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical experience tier",
                "verbose_name_plural": "historical experience tiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalJobDescriptionEdition",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=50, verbose_name="number")),
                ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="edition")),
                ("approved_on", models.DateField(verbose_name="approved on")),
                (
                    "approved_by_position",
                    models.CharField(max_length=200, verbose_name="approved by, position"),
                ),
                (
                    "approved_by_name",
                    models.CharField(
                        help_text="As it is printed: А. П. Иванова",
                        max_length=200,
                        verbose_name="approved by, name",
                    ),
                ),
                ("sections", models.JSONField(verbose_name="sections")),
                (
                    "superseded_on",
                    models.DateField(blank=True, null=True, verbose_name="superseded on"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="job_descriptions.position",
                        verbose_name="position",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="job_descriptions.experiencetier",
                        verbose_name="tier",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical job description edition",
                "verbose_name_plural": "historical job description editions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPosition",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="position")),
                (
                    "title_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the position"
                    ),
                ),
                ("department", models.CharField(max_length=200, verbose_name="department")),
                (
                    "department_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the department"
                    ),
                ),
                (
                    "reports_to",
                    models.CharField(
                        blank=True,
                        help_text="Position of the immediate superior, nominative",
                        max_length=200,
                        verbose_name="reports to",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical position",
                "verbose_name_plural": "historical positions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
