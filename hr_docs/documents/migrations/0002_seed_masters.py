"""The kinds of document that the product knows from the start."""

from django.db import migrations

KINDS = [
    # kind, title, place in the order of signing, mask
    ("job_description", "Должностная инструкция", 1, "{n:03}/{yyyy}-ДИ"),
    ("confidentiality_undertaking", "Обязательство о неразглашении", 2, "{n:03}/{yyyy}-НР"),
    ("employment_contract", "Трудовой договор", 3, "{n:03}/{yyyy}-ТД"),
]


def seed(apps, schema_editor):
    master = apps.get_model("documents", "WordMaster")
    for kind, title, signing_order, number_mask in KINDS:
        master.objects.get_or_create(
            kind=kind,
            defaults={"title": title, "signing_order": signing_order, "number_mask": number_mask},
        )


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
