"""Reference pages of the employer: lists, forms behind services."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from employees.forms.reference import EmployerForm, LocalActForm, SignatoryForm, SiteForm
from employees.models import Employer
from employees.services import save_employer, save_signatory
from tests.factories import make_employer, make_local_act, make_signatory, make_site
from tests.forms import answers_of
from tests.reading import rows_of, text_of

KINDS = [
    ("employer", make_employer, EmployerForm, "short_name", "ООО «Новое имя»"),
    ("signatory", make_signatory, SignatoryForm, "surname", "Орлова"),
    ("site", make_site, SiteForm, "name", "Площадка в Казани"),
    ("local_act", make_local_act, LocalActForm, "title", "Положение о наставничестве"),
]
LISTS = {
    "employer": "employers",
    "signatory": "signatories",
    "site": "sites",
    "local_act": "local_acts",
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", LISTS)
def test_an_empty_list_says_what_it_is_for(desk: Client, kind: str):
    assert "пока нет." in text_of(desk.get(reverse(f"employees:{LISTS[kind]}")))


@pytest.mark.parametrize(("kind", "make", "form", "field", "value"), KINDS)
def test_a_record_is_listed_and_changed(desk: Client, kind, make, form, field, value):
    record: Model = make()
    answers = answers_of(form(instance=record, user=AnonymousUser())) | {field: value}
    answer = desk.post(reverse(f"employees:{kind}", args=[record.pk]), answers, follow=True)
    assert "Сохранено:" in text_of(answer)
    assert value in rows_of(answer)[0]


@pytest.mark.parametrize(("kind", "make", "form", "field", "value"), KINDS)
def test_a_record_is_added(desk: Client, kind, make, form, field, value):
    record: Model = make()
    answers = answers_of(form(instance=record, user=AnonymousUser())) | {field: value}
    record.delete()
    desk.post(reverse(f"employees:{kind}_add"), answers)
    assert getattr(type(record)._default_manager.get(), field) == value


REFUSED: list[tuple[str, Any, Any, dict[str, str], str]] = [
    ("employer", make_employer, EmployerForm, {"inn": "7707083894"}, "Контрольная цифра"),
    ("employer", make_employer, EmployerForm, {"full_name": ""}, "Обязательное поле"),
    ("signatory", make_signatory, SignatoryForm, {"authority": "order"}, "номер"),
    ("site", make_site, SiteForm, {"district_coefficient": "0,5"}, "оэффициент"),
    ("local_act", make_local_act, LocalActForm, {"approved_on": "завтра"}, "правильную дату"),
]


@pytest.mark.parametrize(("kind", "make", "form", "changes", "reason"), REFUSED)
def test_a_wrong_value_is_refused_in_words(desk: Client, kind, make, form, changes, reason):
    record = make()
    answers = answers_of(form(instance=record, user=AnonymousUser())) | changes
    answer = desk.post(reverse(f"employees:{kind}", args=[record.pk]), answers)
    assert "Не сохранено: исправьте отмеченное." in text_of(answer)
    assert reason in text_of(answer)


def test_a_suspicious_bank_account_is_stored_and_told(desk: Client):
    employer = save_employer(employer=make_employer())
    suspicious = {"bik": "044525225", "correspondent_account": "30101810400000000226"}
    answers = answers_of(EmployerForm(instance=employer, user=AnonymousUser())) | suspicious
    answers |= {"settlement_account": ""}
    answer = desk.post(reverse("employees:employer", args=[employer.pk]), answers, follow=True)
    assert Employer.objects.get().correspondent_account == "30101810400000000226"
    assert "счёт 30101810400000000226: последние три цифры" in text_of(answer)


def test_the_declension_of_an_employer_is_edited(desk: Client):
    employer = save_employer(employer=make_employer())
    table = {f"name-{case}_text": form["value"] for case, form in employer.name_forms.items()}
    answers = answers_of(EmployerForm(instance=employer, user=AnonymousUser())) | table
    answers |= {"name-of": employer.full_name, "name-gent_text": "ООО «Пример» (в лице главы)"}
    desk.post(reverse("employees:employer", args=[employer.pk]), answers)
    forms = Employer.objects.get().name_forms
    assert forms["gent"]["value"] == "ООО «Пример» (в лице главы)"
    assert [form["origin"] for form in forms.values()].count("edited") == 1


def test_a_signatory_has_two_declensions(desk: Client):
    signatory = save_signatory(signatory=make_signatory())
    page = desk.get(reverse("employees:signatory", args=[signatory.pk])).content.decode()
    assert 'name="name-gent_surname" id="id_name-gent_surname" value="Петровой"' in page
    assert 'value="Генерального директора"' in page


def test_the_lists_show_what_tells_records_apart(desk: Client):
    make_site(name="Пенза", region="Пензенская область")
    make_local_act(title="ПВТР", number="7")
    make_signatory(surname="Орлова")
    assert "Пензенская область" in rows_of(desk.get(reverse("employees:sites")))[0]
    assert "ПВТР 7 12.01.2026" in rows_of(desk.get(reverse("employees:local_acts")))[0]
    assert "без срока" in rows_of(desk.get(reverse("employees:signatories")))[0]


@pytest.mark.parametrize("kind", LISTS)
def test_a_record_that_does_not_exist_is_not_found(desk: Client, kind: str):
    assert desk.get(reverse(f"employees:{kind}", args=[404])).status_code == 404
