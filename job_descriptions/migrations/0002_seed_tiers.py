from decimal import Decimal

from django.db import migrations

# Code, rank, title, rates in roubles an hour, months of experience. The lowest rate lies above the
# federal minimum wage of 2026 in its shortest month (27 093 ₽ / 120 h = 225.78 ₽, ст. 133 ТК РФ);
# where a regional minimum is higher, the contract's top-up clause covers the difference.
TIERS = (
    ("trainee", 1, "стажёр", "230.00", "270.00", 0),
    ("operator", 2, "оператор", "250.00", "330.00", 3),
    ("senior", 3, "старший оператор", "320.00", "420.00", 12),
    ("mentor", 4, "оператор-наставник", "400.00", "550.00", 24),
)


def seed_tiers(apps, schema_editor):
    tier = apps.get_model("job_descriptions", "ExperienceTier")
    for code, rank, title, rate_min, rate_max, months in TIERS:
        tier.objects.using(schema_editor.connection.alias).get_or_create(
            code=code,
            defaults={
                "rank": rank,
                "title": title,
                "rate_min": Decimal(rate_min),
                "rate_max": Decimal(rate_max),
                "minimum_experience_months": months,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("job_descriptions", "0001_initial")]

    operations = [migrations.RunPython(seed_tiers, migrations.RunPython.noop)]
