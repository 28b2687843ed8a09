"""The group whose members may override an error of the contract check."""

from django.db import migrations

LAWYERS = "юрист"
OVERRIDE = ("override_error", "May override an error of the contract check")


def seed(apps, schema_editor):
    # Permissions are made after all migrations; this one is needed now, and is found again then.
    codename, name = OVERRIDE
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="documents", model="findingdecision"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": name}
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=LAWYERS)
    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_contract_check"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
