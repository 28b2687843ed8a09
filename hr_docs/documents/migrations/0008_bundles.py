"""Many documents in one file, and how many pages each has."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0007_signing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="pdf_pages",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Empty until they are counted",
                null=True,
                verbose_name="pages of the PDF",
            ),
        ),
        migrations.CreateModel(
            name="Bundle",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("print", "PDF to print"), ("zip", "ZIP")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("options", models.JSONField(default=dict, verbose_name="options")),
                ("documents", models.JSONField(verbose_name="documents")),
                ("employers", models.JSONField(verbose_name="employers")),
                ("people", models.PositiveIntegerField(verbose_name="people")),
                ("total", models.PositiveIntegerField(verbose_name="documents in all")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="documents done")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "being made"),
                            ("done", "ready"),
                            ("failed", "failed"),
                            ("expired", "deleted after its term"),
                        ],
                        default="waiting",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "token",
                    models.UUIDField(
                        blank=True, editable=False, null=True, verbose_name="who works on it"
                    ),
                ),
                (
                    "lease_until",
                    models.DateTimeField(blank=True, null=True, verbose_name="claimed until"),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished"),
                ),
                (
                    "file",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="name in the storage"
                    ),
                ),
                (
                    "size",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="size, bytes"
                    ),
                ),
                ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="pages")),
                (
                    "sheets",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="sheets of paper"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bundles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "bundle of documents",
                "verbose_name_plural": "bundles of documents",
                "ordering": ["-created_at"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["made_by", "-created_at"], name="bundle_of_maker")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "done"), _negated=True),
                            models.Q(("file", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bundle_done_has_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "running"), _negated=True),
                            models.Q(("lease_until__isnull", False), ("token__isnull", False)),
                            _connector="OR",
                        ),
                        name="bundle_running_is_claimed",
                    ),
                ],
            },
        ),
    ]
