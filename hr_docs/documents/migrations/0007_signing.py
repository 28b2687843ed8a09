"""Marks of signing, scans, and how many copies the operator keeps."""

import django.db.models.deletion
import hr_docs.documents.models.scan
from django.conf import settings
from django.db import migrations, models


COPIES = {"employment_contract": 1}  # ст. 67 ч. 1 ТК РФ


def seed(apps, schema_editor):
    master = apps.get_model("documents", "WordMaster")
    for kind, copies in COPIES.items():
        master.objects.filter(kind=kind).update(operator_copies=copies)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_runs"),
        ("employees", "0002_access"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="wordmaster",
            name="operator_copies",
            field=models.PositiveSmallIntegerField(
                default=0, verbose_name="copies for the operator"
            ),
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        max_length=120,
                        upload_to=hr_docs.documents.models.scan.scan_name,
                        verbose_name="file",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("pdf", "PDF"), ("jpeg", "JPEG"), ("png", "PNG")],
                        max_length=8,
                        verbose_name="kind of file",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=200, verbose_name="name of the uploaded file"),
                ),
                ("size", models.PositiveIntegerField(verbose_name="size, bytes")),
                ("pages", models.PositiveSmallIntegerField(verbose_name="pages")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="uploaded")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                ),
                (
                    "withdraw_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why withdrawn"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to="documents.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawn_scans",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
            ],
            options={
                "verbose_name": "scan",
                "verbose_name_plural": "scans",
                "ordering": ["-uploaded_at", "-id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("document", "sha256"),
                        name="scan_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdraw_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="scan_withdrawn_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SigningMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("handed_out", "handed out"),
                            ("signed", "signed on paper"),
                            ("copy_given", "copy given"),
                        ],
                        max_length=16,
                        verbose_name="step",
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why before the acquaintance"
                    ),
                ),
                ("entered_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone")),
                (
                    "undo_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why undone"),
                ),
                (
                    "acquaintance",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="employees.acquaintance",
                        verbose_name="acquaintance",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="documents.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signing_marks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_signing_marks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "mark of signing",
                "verbose_name_plural": "marks of signing",
                "ordering": ["entered_at", "id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("document", "step"),
                        name="signing_mark_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("undo_reason", ""),
                                ("undone_at__isnull", True),
                                ("undone_by__isnull", True),
                            ),
                            models.Q(
                                ("undone_at__isnull", False),
                                ("undone_by__isnull", False),
                                models.Q(("undo_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="signing_mark_undone_with_reason",
                    ),
                ],
            },
        ),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
