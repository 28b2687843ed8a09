"""The groups of the roles, with the permissions that the apps have by now."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from hr_docs.access.roles import give_rights

APPS = ("auth", "access", "employees", "job_descriptions", "documents")


def seed(apps, schema_editor):
    # Permissions are made after all migrations; the roles need them now.
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True  # what create_permissions takes for an app with models
        create_permissions(config, verbosity=0, apps=apps)
        config.models_module = None
        give_rights(apps, label)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_audit_log"),
        ("employees", "0002_access"),
        ("job_descriptions", "0002_seed_tiers"),
        ("documents", "0005_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
