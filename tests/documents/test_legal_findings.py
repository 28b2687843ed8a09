"""Findings in the product: people with faults, decisions, what is frozen, what stops an issue."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied

from employees.models import Employment
from hr_docs.documents.errors import DecisionError, LegalObstacleError
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions, preview_pack
from hr_docs.documents.legal.checking import assess, assess_all, findings_for
from hr_docs.documents.legal.decisions import confirm_warning, override_error
from hr_docs.documents.legal.promises import EVERY_PROMISE, Promise, promises_in, promises_of
from hr_docs.documents.masters.versions import add_version, current_version
from hr_docs.documents.models import Document, NumberCounter
from hr_docs.documents.outcomes import WITH_ERRORS, with_outcome
from hr_docs.law import Severity
from tests.documents.faulty_people import FAULTY
from tests.documents.word_changes import with_text
from tests.factories import make_acquaintance, make_employment, make_local_act, make_site

pytestmark = pytest.mark.django_db
CONTRACT = "employment_contract"


@pytest.fixture
def lawyer(db) -> User:
    user = User.objects.create_user("lev", first_name="Лев", last_name="Юристов")
    permission = Permission.objects.get(codename="override_error")
    group, _ = Group.objects.get_or_create(name="юрист")
    group.permissions.add(permission)
    user.groups.add(group)
    return user


@pytest.fixture
def low_paid(db):
    return FAULTY["TK133-MROT-HOUR"]()


def rules_of(employment):
    return {finding.rule for finding in findings_for(employment)}


def the(assessment, rule):
    return next(judged for judged in assessment.findings if judged.finding.rule == rule)


def freeze(employment, **options):
    return freeze_pack(employment=employment, versions=pack_versions(), **options)


@pytest.mark.parametrize(("schedule", "is_found"), [("five_day", True), ("sliding", False)])
def test_a_first_day_on_a_day_off_is_found(schedule, is_found):
    hired = make_employment(start_date=date(2026, 12, 31), schedule=schedule)
    assert ("TK61-DAY-OFF" in rules_of(hired)) is is_found


def test_remote_work_in_another_country_is_found():
    hired = make_employment(remote=True, remote_locality="г. Алматы, Казахстан")
    assert "TK13-ABROAD" in rules_of(hired)


def test_a_short_week_that_nobody_has_agreed_is_found():
    hired = make_employment(weekly_hours=Decimal(30), shift_hours=Decimal(6))
    assert "TK92-NO-REASON" in rules_of(hired)


@pytest.mark.parametrize("rule", FAULTY)
def test_a_fault_is_found_and_stops_the_issue(rule):
    employment = FAULTY[rule]()
    with pytest.raises(LegalObstacleError, match=rule) as stopped:
        freeze(employment)
    assert rule in {judged.finding.rule for judged in stopped.value.findings}
    assert not Document.objects.exists()
    assert not NumberCounter.objects.exists()


def test_a_whole_employment_has_no_error_and_no_warning():
    employment = make_employment()
    make_local_act(employer=employment.employer)
    make_local_act(employer=employment.employer, kind="bonus", title="Положение о премировании")
    make_local_act(employer=employment.employer, kind="secrecy", title="Положение о тайне")
    make_local_act(employer=employment.employer, kind="secrecy_list", title="Перечень")
    found = findings_for(Employment.objects.with_records().get(pk=employment.pk))
    assert {f.rule for f in found if f.severity != Severity.ADVICE} == set()


def test_a_new_employment_that_is_only_being_filled_in_can_be_checked():
    blank = Employment(start_date=date(2026, 12, 1), hourly_rate=Decimal("120.00"))
    rules = rules_of(blank)
    assert "TK57-WORKPLACE" in rules
    assert "TK57-START" not in rules


def test_a_hundred_are_checked_in_a_few_queries(django_assert_max_num_queries):
    first = make_employment()
    shared = {
        name: getattr(first, name)
        for name in ("employer", "signatory", "site", "position", "tier", "job_description")
    }
    for _ in range(20):
        make_employment(**shared)
    current_version(CONTRACT)
    with django_assert_max_num_queries(8):
        assert len(list(assess_all(Employment.objects.with_records()))) == 21


def test_the_list_can_be_narrowed_to_those_with_errors(low_paid):
    make_employment(operator__surname="Петрова")
    found, left = with_outcome(Employment.objects.all(), WITH_ERRORS)
    assert ([each.pk for each in found], left) == ([low_paid.pk], 0)


class TestDecisions:
    def test_a_lawyer_overrides_an_error_and_the_pack_keeps_it(self, low_paid, lawyer):
        judged = the(assess(low_paid), "TK133-MROT-HOUR")
        override_error(
            employment=low_paid, fingerprint=judged.fingerprint, user=lawyer, reason="Суд"
        )
        rows = freeze(low_paid)[0].pack.findings
        row = next(row for row in rows if row["rule"] == "TK133-MROT-HOUR")
        assert row["decision"]["by"] == "Лев Юристов"
        assert (row["decision"]["kind"], row["decision"]["reason"]) == ("overridden", "Суд")

    def test_an_officer_may_not_override(self, low_paid, officer):
        judged = the(assess(low_paid), "TK133-MROT-HOUR")
        with pytest.raises(PermissionDenied):
            override_error(
                employment=low_paid, fingerprint=judged.fingerprint, user=officer, reason="Надо"
            )

    def test_a_decision_dies_when_the_facts_change(self, low_paid, lawyer):
        judged = the(assess(low_paid), "TK133-MROT-HOUR")
        override_error(
            employment=low_paid, fingerprint=judged.fingerprint, user=lawyer, reason="Суд"
        )
        assert assess(low_paid).errors == ()
        low_paid.hourly_rate = Decimal("110.00")
        low_paid.save()
        assert [judged.finding.rule for judged in assess(low_paid).errors] == ["TK133-MROT-HOUR"]

    def test_a_warning_waits_for_confirmation_only_where_it_is_asked_for(self):
        employment = make_employment()
        with pytest.raises(LegalObstacleError, match="TK68-LNA-EMPTY"):
            freeze(employment, confirmed_only=True)
        assert freeze(employment)

    def test_confirmed_warnings_let_the_pack_pass(self, officer):
        employment = make_employment()
        for judged in assess(employment).unconfirmed:
            confirm_warning(
                employment=employment,
                fingerprint=judged.fingerprint,
                user=officer,
                reason="Знакомим на бумаге",
            )
        assert freeze(employment, confirmed_only=True)

    def test_an_error_cannot_be_confirmed(self, low_paid, officer):
        judged = the(assess(low_paid), "TK133-MROT-HOUR")
        with pytest.raises(DecisionError, match="не предупреждение"):
            confirm_warning(
                employment=low_paid, fingerprint=judged.fingerprint, user=officer, reason="Да"
            )

    @pytest.mark.parametrize(
        ("fingerprint", "reason", "words"),
        [("", " ", "причину"), ("", "x" * 501, "причину"), ("other", "Да", "больше нет")],
    )
    def test_it_wants_a_reason_and_a_finding(self, officer, fingerprint, reason, words):
        employment = make_employment()
        judged = the(assess(employment), "TK68-LNA-EMPTY")
        with pytest.raises(DecisionError, match=words):
            confirm_warning(
                employment=employment,
                fingerprint=fingerprint or judged.fingerprint,
                user=officer,
                reason=reason,
            )

    def test_nobody_decides_twice(self, officer):
        employment = make_employment()
        judged = the(assess(employment), "TK68-LNA-EMPTY")
        decide = {"employment": employment, "fingerprint": judged.fingerprint, "user": officer}
        confirm_warning(**decide, reason="Раз")
        with pytest.raises(DecisionError, match="уже принято: Ольга"):
            confirm_warning(**decide, reason="Два")


class TestTexts:
    @pytest.fixture
    def fining(self, employment):
        """The contract in use fines for being late."""
        version = current_version(CONTRACT)
        content = with_text(
            bytes(version.content),
            "Договор прекращается по основаниям",
            "За опоздание Работник уплачивает штраф 500 рублей. Договор прекращается по основаниям",
        )
        user = User.objects.create_user("maker")
        add_version(master=version.master, content=content, uploaded_by=user)
        return employment

    def test_a_clause_against_the_law_stops_the_issue_with_its_place(self, fining):
        with pytest.raises(LegalObstacleError, match="TK192-FINE") as stopped:
            freeze(fining)
        judged = next(j for j in stopped.value.findings if j.finding.rule == "TK192-FINE")
        assert judged.place.startswith("Трудовой договор, пункт 1")
        assert judged.finding.quote == "За опоздание Работник уплачивает штраф 500 рублей."

    def test_a_preview_takes_no_number(self, fining):
        found = preview_pack(employment=fining).assessment.errors
        assert [judged.finding.rule for judged in found] == ["TK192-FINE"]
        assert not NumberCounter.objects.exists()

    def test_a_lawyer_may_override_it(self, fining, lawyer):
        judged = preview_pack(employment=fining).assessment.errors[0]
        override_error(
            employment=fining, fingerprint=judged.fingerprint, user=lawyer, reason="Спор"
        )
        assert freeze(fining)


class TestPromises:
    def test_the_shipped_contract_keeps_them_all(self):
        assert promises_of(current_version(CONTRACT)) == EVERY_PROMISE

    def test_a_contract_without_social_insurance_is_found_out(self, employment):
        version = current_version(CONTRACT)
        content = with_text(bytes(version.content), "страхован", "питан")
        user = User.objects.create_user("maker")
        changed = add_version(master=version.master, content=content, uploaded_by=user)
        assert Promise.SOCIAL_INSURANCE not in promises_of(changed)
        assert "TK57-OSS" in rules_of(employment)

    def test_words_of_other_contracts_count(self):
        text = "Заработная плата подлежит индексации. Обязательное социальное страхование."
        assert promises_in(text) == {Promise.INDEXATION, Promise.SOCIAL_INSURANCE}


class TestFacts:
    def test_the_sheet_of_the_contract_counts_until_it_is_signed(self):
        employment = make_employment()
        make_local_act(employer=employment.employer)
        assert "TK68-LNA-EMPTY" not in rules_of(employment)
        employment.status = Employment.Status.SIGNED
        assert "TK68-LNA-EMPTY" in rules_of(employment)

    def test_a_recorded_acquaintance_counts_for_ever(self):
        employment = make_employment(status="signed")
        act = make_local_act(employer=employment.employer)
        make_acquaintance(employment=employment, job_description=None, local_act=act)
        assert "TK68-LNA-EMPTY" not in rules_of(employment)

    def test_remote_work_elsewhere_has_the_region_of_its_locality(self):
        employment = make_employment(
            remote=True,
            remote_locality="г. Самара, Самарская область",
            site=make_site(district_coefficient=Decimal("1.15")),
        )
        found = {finding.rule: finding.message for finding in findings_for(employment)}
        assert "Самарская область" in found["TK133.1-UNKNOWN"]
        assert "TK148-UNKNOWN" in found
