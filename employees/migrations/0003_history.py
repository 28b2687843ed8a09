import django.core.validators
import django.db.models.deletion
import simple_history.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from hr_docs.access.history import begin_history


def begin(apps, schema_editor):
    begin_history(
        apps, "employees", ("Employer", "Employment", "LocalAct", "Operator", "Signatory", "Site")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("employees", "0002_access"),
        ("job_descriptions", "0003_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalEmployer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ooo", "limited liability company (ООО)"),
                            ("ao", "joint-stock company (АО)"),
                            ("pao", "public joint-stock company (ПАО)"),
                            ("ip", "sole trader (ИП)"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "full_name",
                    models.CharField(
                        help_text="With the legal form: Общество с ограниченной ответственностью «Ромашка»",
                        max_length=300,
                        verbose_name="full name",
                    ),
                ),
                (
                    "name_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the name"
                    ),
                ),
                ("short_name", models.CharField(max_length=200, verbose_name="short name")),
                ("inn", models.CharField(db_index=True, max_length=12, verbose_name="INN")),
                ("kpp", models.CharField(blank=True, max_length=9, verbose_name="KPP")),
                (
                    "ogrn",
                    models.CharField(db_index=True, max_length=15, verbose_name="OGRN or OGRNIP"),
                ),
                ("legal_address", models.CharField(max_length=500, verbose_name="legal address")),
                (
                    "postal_address",
                    models.CharField(blank=True, max_length=500, verbose_name="postal address"),
                ),
                (
                    "city",
                    models.CharField(
                        help_text="As the contract prints it: г. Москва",
                        max_length=100,
                        verbose_name="place of signing",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=32, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("bank_name", models.CharField(blank=True, max_length=200, verbose_name="bank")),
                ("bik", models.CharField(blank=True, max_length=9, verbose_name="BIK")),
                (
                    "settlement_account",
                    models.CharField(blank=True, max_length=20, verbose_name="settlement account"),
                ),
                (
                    "correspondent_account",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="correspondent account"
                    ),
                ),
                (
                    "advance_day",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="pay day for the first half of the month",
                    ),
                ),
                (
                    "final_day",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="pay day for the second half of the month",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default="Europe/Moscow", max_length=50, verbose_name="time zone"
                    ),
                ),
                (
                    "headcount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="headcount"),
                ),
                (
                    "is_small_business",
                    models.BooleanField(default=False, verbose_name="small or medium business"),
                ),
                (
                    "regional_wage_refused",
                    models.BooleanField(
                        default=False, verbose_name="refused the regional minimum wage agreement"
                    ),
                ),
                (
                    "secrecy_order_number",
                    models.CharField(
                        blank=True,
                        max_length=50,
                        verbose_name="order on the secrecy regime, number",
                    ),
                ),
                (
                    "secrecy_order_date",
                    models.DateField(
                        blank=True, null=True, verbose_name="order on the secrecy regime, date"
                    ),
                ),
                (
                    "secrecy_after_dismissal_years",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="years of secrecy after dismissal, at least"
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
                "verbose_name": "historical employer",
                "verbose_name_plural": "historical employers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEmployment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("ready", "ready to be issued"),
                            ("issued", "papers issued"),
                            ("signed", "signed"),
                            ("ended", "ended"),
                        ],
                        default="draft",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "number",
                    models.CharField(blank=True, max_length=50, verbose_name="contract number"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("main", "main job"), ("secondary", "secondary job")],
                        default="main",
                        max_length=16,
                        verbose_name="kind of job",
                    ),
                ),
                ("contract_date", models.DateField(verbose_name="contract date")),
                ("start_date", models.DateField(verbose_name="first working day")),
                (
                    "term",
                    models.CharField(
                        choices=[("indefinite", "open-ended"), ("fixed", "fixed-term")],
                        default="indefinite",
                        max_length=16,
                        verbose_name="term",
                    ),
                ),
                (
                    "end_date",
                    models.DateField(blank=True, null=True, verbose_name="last day of the term"),
                ),
                (
                    "fixed_term_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("absent_employee", "duties of an absent employee"),
                            ("temporary_work", "temporary work of up to two months"),
                            ("temporary_extension", "temporary extension of services"),
                            ("known_work", "work known beforehand to be limited"),
                            ("internship", "work of a trainee's practice"),
                            ("small_business", "small business, by agreement"),
                            ("pensioner", "pensioner, by agreement"),
                            ("student", "full-time student, by agreement"),
                            ("secondary_job", "secondary job, by agreement"),
                        ],
                        max_length=32,
                        verbose_name="ground of the fixed term",
                    ),
                ),
                (
                    "fixed_term_reason",
                    models.CharField(
                        blank=True,
                        help_text="As the contract prints them after «в связи с»",
                        max_length=500,
                        verbose_name="circumstances of the fixed term",
                    ),
                ),
                (
                    "probation_until",
                    models.DateField(blank=True, null=True, verbose_name="probation until"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ru", "Russian")],
                        default="ru",
                        max_length=8,
                        verbose_name="language of the contract",
                    ),
                ),
                (
                    "work_mode",
                    models.CharField(
                        choices=[
                            ("on_site", "on site"),
                            ("remote", "remote, permanent"),
                            ("remote_temporary", "remote, temporary"),
                            ("hybrid", "alternating"),
                        ],
                        default="on_site",
                        max_length=20,
                        verbose_name="work mode",
                    ),
                ),
                (
                    "remote_locality",
                    models.CharField(
                        blank=True,
                        help_text="As printed: г. Пенза, Пензенская область",
                        max_length=300,
                        verbose_name="locality of remote work",
                    ),
                ),
                (
                    "remote_from",
                    models.DateField(blank=True, null=True, verbose_name="remote from"),
                ),
                (
                    "remote_until",
                    models.DateField(blank=True, null=True, verbose_name="remote until"),
                ),
                (
                    "alternation",
                    models.CharField(
                        blank=True,
                        help_text="As printed: понедельник и вторник — на рабочем месте, остальные — дистанционно",
                        max_length=300,
                        verbose_name="rule of alternation",
                    ),
                ),
                (
                    "equipment",
                    models.CharField(
                        choices=[
                            ("employer", "the employer's"),
                            ("own", "the operator's own"),
                            ("rented", "rented by the operator"),
                        ],
                        default="employer",
                        max_length=16,
                        verbose_name="equipment",
                    ),
                ),
                (
                    "compensation_per_day",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="compensation a day, roubles",
                    ),
                ),
                (
                    "expenses_limit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="reimbursed expenses a month, roubles at most",
                    ),
                ),
                (
                    "interaction_system",
                    models.CharField(
                        blank=True,
                        help_text="As printed: корпоративная почта и система телефонии",
                        max_length=200,
                        verbose_name="means of interaction",
                    ),
                ),
                (
                    "response_minutes",
                    models.PositiveSmallIntegerField(
                        default=30, verbose_name="time to answer within a shift, minutes"
                    ),
                ),
                (
                    "schedule",
                    models.CharField(
                        choices=[
                            ("five_day", "five-day week"),
                            ("shifts_2_2", "shifts, two days on and two off"),
                            ("sliding", "sliding days off by a roster"),
                        ],
                        default="five_day",
                        max_length=16,
                        verbose_name="schedule",
                    ),
                ),
                (
                    "weekly_hours",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("40"),
                        max_digits=4,
                        verbose_name="hours a week",
                    ),
                ),
                (
                    "shift_hours",
                    models.DecimalField(
                        decimal_places=1,
                        default=Decimal("8"),
                        max_digits=4,
                        verbose_name="hours a shift",
                    ),
                ),
                (
                    "shift_start",
                    models.TimeField(blank=True, null=True, verbose_name="start of work"),
                ),
                ("shift_end", models.TimeField(blank=True, null=True, verbose_name="end of work")),
                (
                    "break_minutes",
                    models.PositiveSmallIntegerField(default=60, verbose_name="break, minutes"),
                ),
                ("is_part_time", models.BooleanField(default=False, verbose_name="part time")),
                (
                    "has_summed_accounting",
                    models.BooleanField(default=False, verbose_name="summed accounting of hours"),
                ),
                (
                    "accounting_period",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("half_year", "half-year"),
                            ("year", "year"),
                        ],
                        max_length=16,
                        verbose_name="accounting period",
                    ),
                ),
                ("has_night_work", models.BooleanField(default=False, verbose_name="night work")),
                (
                    "hourly_rate",
                    models.DecimalField(
                        decimal_places=2, max_digits=8, verbose_name="hourly rate, roubles"
                    ),
                ),
                (
                    "night_percent",
                    models.PositiveSmallIntegerField(
                        default=20, verbose_name="extra for night work, %"
                    ),
                ),
                (
                    "holiday_reward",
                    models.CharField(
                        choices=[
                            ("local_act", "by the regulations on pay"),
                            ("amount", "a sum for each holiday"),
                        ],
                        default="local_act",
                        max_length=16,
                        verbose_name="reward for holidays not worked",
                    ),
                ),
                (
                    "holiday_reward_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="reward for a holiday, roubles",
                    ),
                ),
                ("has_bonus", models.BooleanField(default=True, verbose_name="bonus")),
                (
                    "has_minimum_wage_top_up",
                    models.BooleanField(default=True, verbose_name="top-up to the minimum wage"),
                ),
                (
                    "leave_days",
                    models.PositiveSmallIntegerField(
                        default=28, verbose_name="annual leave, calendar days"
                    ),
                ),
                (
                    "extra_leave_days",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="additional leave, calendar days"
                    ),
                ),
                (
                    "has_electronic_exchange",
                    models.BooleanField(default=False, verbose_name="electronic documents"),
                ),
                (
                    "medical_examination_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="medical examination (under 18)"
                    ),
                ),
                (
                    "has_parental_consent",
                    models.BooleanField(default=False, verbose_name="written consent of a parent"),
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
                    "employer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.employer",
                        verbose_name="employer",
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
                    "job_description",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="job_descriptions.jobdescriptionedition",
                        verbose_name="job description",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.operator",
                        verbose_name="operator",
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
                    "signatory",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.signatory",
                        verbose_name="signatory",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For permanent remote work: the unit that the operator belongs to",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.site",
                        verbose_name="site",
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
                "verbose_name": "historical employment",
                "verbose_name_plural": "historical employments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLocalAct",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("internal_rules", "internal work rules"),
                            ("pay", "regulations on pay"),
                            ("bonus", "regulations on bonuses"),
                            ("personal_data", "regulations on personal data"),
                            ("secrecy", "regulations on commercial secrecy"),
                            ("secrecy_list", "list of secret information"),
                            ("recording", "regulations on recording of calls"),
                            ("remote_work", "regulations on remote work"),
                            ("safety", "labour safety instruction"),
                            ("collective_agreement", "collective agreement"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=32,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("number", models.CharField(blank=True, max_length=50, verbose_name="number")),
                ("approved_on", models.DateField(verbose_name="approved on")),
                ("edition", models.CharField(blank=True, max_length=50, verbose_name="edition")),
                (
                    "read_before_signing",
                    models.BooleanField(
                        default=True, verbose_name="a newcomer reads it before signing"
                    ),
                ),
                (
                    "remote_only",
                    models.BooleanField(default=False, verbose_name="only for remote work"),
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
                    "employer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.employer",
                        verbose_name="employer",
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
                "verbose_name": "historical local act",
                "verbose_name_plural": "historical local acts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOperator",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("surname", models.CharField(max_length=100, verbose_name="surname")),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="first name")),
                (
                    "patronymic",
                    models.CharField(blank=True, max_length=100, verbose_name="patronymic"),
                ),
                (
                    "gender",
                    models.CharField(
                        choices=[("f", "female"), ("m", "male")],
                        max_length=1,
                        verbose_name="gender",
                    ),
                ),
                (
                    "name_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the name"
                    ),
                ),
                (
                    "personnel_number",
                    models.CharField(db_index=True, max_length=20, verbose_name="personnel number"),
                ),
                ("birth_date", models.DateField(verbose_name="date of birth")),
                (
                    "citizenship",
                    models.CharField(
                        default="RU",
                        help_text="Two letters by ISO 3166-1: RU, BY, UZ; XX for a stateless person",
                        max_length=2,
                        verbose_name="citizenship",
                    ),
                ),
                (
                    "identity_document",
                    models.CharField(
                        choices=[
                            ("rf_passport", "passport of a citizen of Russia"),
                            ("foreign_passport", "passport of a foreign citizen"),
                            ("residence_permit", "residence permit of a stateless person"),
                            ("temporary_identity", "temporary identity card"),
                            ("refugee", "refugee certificate"),
                        ],
                        default="rf_passport",
                        max_length=32,
                        verbose_name="identity document",
                    ),
                ),
                (
                    "identity_series",
                    models.CharField(blank=True, max_length=10, verbose_name="series"),
                ),
                ("identity_number", models.CharField(max_length=20, verbose_name="number")),
                ("identity_issued_by", models.CharField(max_length=300, verbose_name="issued by")),
                ("identity_issued_on", models.DateField(verbose_name="issued on")),
                (
                    "identity_department_code",
                    models.CharField(blank=True, max_length=7, verbose_name="department code"),
                ),
                (
                    "identity_valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                ("snils", models.CharField(blank=True, max_length=14, verbose_name="SNILS")),
                ("inn", models.CharField(blank=True, max_length=12, verbose_name="INN")),
                (
                    "registration_address",
                    models.CharField(max_length=500, verbose_name="registered address"),
                ),
                (
                    "residence_address",
                    models.CharField(
                        blank=True,
                        help_text="Where it differs from the registered one",
                        max_length=500,
                        verbose_name="address of residence",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=32, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("bank_name", models.CharField(blank=True, max_length=200, verbose_name="bank")),
                ("bik", models.CharField(blank=True, max_length=9, verbose_name="BIK")),
                (
                    "bank_account",
                    models.CharField(blank=True, max_length=20, verbose_name="bank account"),
                ),
                (
                    "foreign_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("temporary_stay", "temporary stay"),
                            ("temporary_residence", "temporary residence"),
                            ("permanent_residence", "permanent residence"),
                        ],
                        max_length=32,
                        verbose_name="status in Russia",
                    ),
                ),
                (
                    "permit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patent", "patent"),
                            ("work_permit", "work permit"),
                            ("temporary_residence", "temporary residence permit"),
                            ("residence_permit", "residence permit"),
                        ],
                        max_length=32,
                        verbose_name="permit",
                    ),
                ),
                (
                    "permit_series",
                    models.CharField(blank=True, max_length=10, verbose_name="permit, series"),
                ),
                (
                    "permit_number",
                    models.CharField(blank=True, max_length=20, verbose_name="permit, number"),
                ),
                (
                    "permit_issued_by",
                    models.CharField(blank=True, max_length=300, verbose_name="permit, issued by"),
                ),
                (
                    "permit_issued_on",
                    models.DateField(blank=True, null=True, verbose_name="permit, issued on"),
                ),
                (
                    "permit_valid_until",
                    models.DateField(blank=True, null=True, verbose_name="permit, valid until"),
                ),
                (
                    "permit_region",
                    models.CharField(blank=True, max_length=100, verbose_name="permit, region"),
                ),
                (
                    "permit_profession",
                    models.CharField(
                        blank=True,
                        help_text="Where the patent names one",
                        max_length=200,
                        verbose_name="permit, profession",
                    ),
                ),
                (
                    "insurance_policy",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="medical insurance: insurer, number, term",
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
                "verbose_name": "historical operator",
                "verbose_name_plural": "historical operators",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSignatory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("surname", models.CharField(max_length=100, verbose_name="surname")),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="first name")),
                (
                    "patronymic",
                    models.CharField(blank=True, max_length=100, verbose_name="patronymic"),
                ),
                (
                    "gender",
                    models.CharField(
                        choices=[("f", "female"), ("m", "male")],
                        max_length=1,
                        verbose_name="gender",
                    ),
                ),
                (
                    "name_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the name"
                    ),
                ),
                ("position", models.CharField(max_length=200, verbose_name="position")),
                (
                    "position_forms",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="declension of the position"
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("charter", "charter"),
                            ("power_of_attorney", "power of attorney"),
                            ("order", "order"),
                            ("registration", "state registration of the sole trader"),
                        ],
                        max_length=32,
                        verbose_name="authority",
                    ),
                ),
                (
                    "authority_number",
                    models.CharField(
                        blank=True, max_length=50, verbose_name="number of the authority"
                    ),
                ),
                (
                    "authority_date",
                    models.DateField(blank=True, null=True, verbose_name="date of the authority"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                ("is_default", models.BooleanField(default=False, verbose_name="signs by default")),
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
                    "employer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.employer",
                        verbose_name="employer",
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
                "verbose_name": "historical signatory",
                "verbose_name_plural": "historical signatories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSite",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("address", models.CharField(max_length=500, verbose_name="address")),
                (
                    "locality",
                    models.CharField(
                        help_text="As printed: г. Пенза", max_length=200, verbose_name="locality"
                    ),
                ),
                (
                    "region",
                    models.CharField(
                        help_text="Decides the regional minimum wage",
                        max_length=100,
                        verbose_name="region",
                    ),
                ),
                (
                    "district_coefficient",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=4,
                        verbose_name="district coefficient",
                    ),
                ),
                (
                    "north",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("far_north", "Far North"),
                            ("equated", "equated to the Far North"),
                        ],
                        max_length=16,
                        verbose_name="northern area",
                    ),
                ),
                ("is_rural", models.BooleanField(default=False, verbose_name="rural area")),
                (
                    "conditions_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "1, optimal"),
                            ("2", "2, acceptable"),
                            ("3.1", "3.1, harmful"),
                            ("3.2", "3.2, harmful"),
                            ("3.3", "3.3, harmful"),
                            ("3.4", "3.4, harmful"),
                            ("4", "4, dangerous"),
                        ],
                        max_length=4,
                        verbose_name="class of working conditions",
                    ),
                ),
                (
                    "conditions_card_number",
                    models.CharField(
                        blank=True, max_length=50, verbose_name="assessment card, number"
                    ),
                ),
                (
                    "conditions_card_date",
                    models.DateField(blank=True, null=True, verbose_name="assessment card, date"),
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
                    "employer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="employees.employer",
                        verbose_name="employer",
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
                "verbose_name": "historical site",
                "verbose_name_plural": "historical sites",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
