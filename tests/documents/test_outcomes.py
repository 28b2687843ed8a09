"""What the check found is kept for the filters of long lists, and never outlives its reasons."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from employees.models import Employment
from employees.services import record_acquaintance, save_employment, save_operator, save_site
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.legal.checking import Law, assess
from hr_docs.documents.legal.decisions import confirm_warning
from hr_docs.documents.legal.reference import enter_figure, withdraw_figure
from hr_docs.documents.masters.versions import add_version, shipped_file
from hr_docs.documents.models import ContractAssessment, MasterVersion, WordMaster
from hr_docs.documents.outcomes import WITH_ERRORS, bring_up_to_date, renew_changed, with_outcome
from hr_docs.documents.outcomes.renewing import renew_all
from tests.factories import EmploymentFactory, make_employment, make_local_act

pytestmark = pytest.mark.django_db
LOW = {"hourly_rate": Decimal("140"), "has_minimum_wage_top_up": False}


@pytest.fixture
def underpaid(db: None) -> Employment:
    return make_employment(**LOW)


def kept(employment: Employment) -> ContractAssessment:
    return ContractAssessment.objects.get(employment=employment)


def errors() -> list[int]:
    found, left = with_outcome(Employment.objects.all(), WITH_ERRORS)
    assert left == 0
    return sorted(each.pk for each in found)


def test_an_error_is_kept_with_its_severity(underpaid: Employment):
    assert errors() == [underpaid.pk]
    assert (kept(underpaid).errors, kept(underpaid).worst) == (1, "error")


def test_what_is_up_to_date_is_not_checked_again(underpaid: Employment):
    errors()
    before = kept(underpaid).computed_at
    errors()
    assert kept(underpaid).computed_at == before


def _raise_rate(hired: Employment) -> None:
    hired.hourly_rate = Decimal("300")
    save_employment(employment=hired)


def _leave_the_agreed_site(hired: Employment) -> None:
    hired.site.address = "440000, г. Пенза, ул. Другая, д. 1"
    save_site(site=hired.site)


def _rename(hired: Employment) -> None:
    hired.operator.surname = "Сытина"
    save_operator(operator=hired.operator)


def _read_an_act(hired: Employment) -> None:
    act = make_local_act(employer=hired.employer)
    record_acquaintance(employment=hired, local_act=act, read_on=hired.contract_date)


def _sign(hired: Employment) -> None:
    Employment.objects.filter(pk=hired.pk).update(status=Employment.Status.SIGNED)


def _enter_a_figure(hired: Employment) -> None:
    author = User.objects.create(username="vera")
    enter_figure(amount=Decimal("30000"), since=date(2026, 1, 1), source="82-ФЗ", author=author)


@pytest.mark.parametrize(
    "change",
    [_raise_rate, _leave_the_agreed_site, _rename, _read_an_act, _sign, _enter_a_figure],
)
def test_it_is_checked_again_after_a_change(
    underpaid: Employment, change: Callable[[Employment], None]
):
    errors()
    before = kept(underpaid).computed_at
    change(underpaid)
    errors()
    assert kept(underpaid).computed_at > before


def test_a_mended_rate_leaves_the_filter(underpaid: Employment):
    assert errors() == [underpaid.pk]
    _raise_rate(underpaid)
    assert errors() == []


def test_another_employers_contracts_stay_as_they_are(underpaid: Employment):
    other = make_employment()
    errors()
    before = kept(other).computed_at
    make_local_act(employer=underpaid.employer)
    errors()
    assert kept(other).computed_at == before


def test_a_new_figure_of_the_law_finds_new_errors_and_its_withdrawal_takes_them_back(officer: User):
    hired = make_employment(hourly_rate=Decimal("170"), has_minimum_wage_top_up=False)
    assert errors() == []
    figure = enter_figure(
        amount=Decimal("29000"), since=date(2026, 1, 1), source="82-ФЗ", author=officer
    )
    assert errors() == [hired.pk]
    withdraw_figure(figure=figure, withdrawn_by=officer)
    assert errors() == []


def test_a_decision_counts_at_once(officer: User):
    hired = make_employment(shift_hours=Decimal("9"), shift_start=None, shift_end=None)
    bring_up_to_date(Employment.objects.all())
    before = kept(hired).warnings
    shown = next(j for j in assess(hired).findings if j.finding.rule == "TK104-SUMMED")
    confirm_warning(
        employment=hired, fingerprint=shown.fingerprint, user=officer, reason="По графику № 5"
    )
    bring_up_to_date(Employment.objects.all())
    assert kept(hired).warnings == before - 1


def test_the_background_gets_through_everything(underpaid: Employment):
    EmploymentFactory.create_batch(3, **LOW)
    renew_all.func()
    assert ContractAssessment.objects.count() == 4


def test_a_list_that_shows_something_else_renews_what_is_kept(underpaid: Employment):
    errors()
    ContractAssessment.objects.update(errors=0)
    rows = Employment.objects.with_records().select_related("assessment")
    shown = [(each, assess(each)) for each in rows]
    renew_changed(shown)
    assert kept(underpaid).errors == 1


def test_the_number_of_queries_does_not_grow(underpaid: Employment, django_assert_max_num_queries):
    EmploymentFactory.create_batch(20, employer=underpaid.employer, **LOW)
    with django_assert_max_num_queries(25):
        bring_up_to_date(Employment.objects.all())


def test_the_command_keeps_what_it_found(underpaid: Employment):
    with pytest.raises(SystemExit):
        call_command("check_contracts", "--all")
    assert kept(underpaid).errors == 1


def test_a_check_on_another_day_keeps_nothing(underpaid: Employment):
    with pytest.raises(SystemExit):
        call_command("check_contracts", "--all", "--on", "2026-12-14")
    assert not ContractAssessment.objects.exists()


def test_a_figure_entered_while_it_checks_is_checked_again(
    officer: User, monkeypatch: pytest.MonkeyPatch
):
    hired = make_employment(hourly_rate=Decimal("170"), has_minimum_wage_top_up=False)
    before = Law.in_force()
    with monkeypatch.context() as at_once:
        at_once.setattr(Law, "in_force", lambda: _entered_meanwhile(before, officer))
        assert errors() == []
    assert errors() == [hired.pk]


def _entered_meanwhile(before: Law, author: User) -> Law:
    enter_figure(amount=Decimal("29000"), since=date(2026, 1, 1), source="82-ФЗ", author=author)
    return before


def test_another_contract_with_other_words_is_checked_again(underpaid: Employment):
    errors()
    before = kept(underpaid).computed_at
    master = WordMaster.objects.get(kind=CONTRACT_KIND)
    add_version(master=master, content=shipped_file("job_description").read_bytes())
    MasterVersion.objects.update(uploaded_by=User.objects.create(username="lev"))
    errors()
    assert kept(underpaid).computed_at > before
