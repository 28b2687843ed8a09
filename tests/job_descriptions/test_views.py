"""Reference pages of positions, tiers and job descriptions."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from job_descriptions.forms import EditionForm, PositionForm, TierForm
from job_descriptions.models import JobDescriptionEdition, Position
from job_descriptions.services import save_position
from tests.factories import make_edition, make_position, make_tier
from tests.forms import answers_of
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


def _next(edition: JobDescriptionEdition, **changes: str) -> dict[str, str]:
    """Answers for the edition that follows."""
    form = EditionForm(initial=EditionForm.following(edition))
    return answers_of(form) | {"approved_on": "2026-06-01"} | changes


def test_a_position_is_saved_with_its_declension(desk: Client):
    position = make_position(title="Специалист", department="Отдел продаж")
    answers = answers_of(PositionForm(instance=position)) | {"title": "Ведущий специалист"}
    answer = desk.post(reverse("job_descriptions:position", args=[position.pk]), answers)
    assert answer.headers["Location"] == reverse("job_descriptions:positions")
    forms = Position.objects.get().title_forms
    assert forms["gent"]["value"] == "Ведущего специалиста"


def test_an_edited_form_of_a_department_is_kept(desk: Client):
    position = save_position(position=make_position())
    answers = answers_of(PositionForm(instance=position)) | {
        f"department-{case}_text": form["value"] for case, form in position.department_forms.items()
    }
    answers |= {"department-of": position.department, "department-gent_text": "Отдела клиентов"}
    desk.post(reverse("job_descriptions:position", args=[position.pk]), answers)
    assert Position.objects.get().department_forms["gent"]["value"] == "Отдела клиентов"


def test_a_position_needs_its_department(desk: Client):
    answer = desk.post(reverse("job_descriptions:position_add"), {"title": "Оператор"})
    assert "Подразделение : Обязательное поле." in text_of(answer)


def test_the_tiers_stand_from_the_lowest(desk: Client):
    rows = rows_of(desk.get(reverse("job_descriptions:tiers")))
    assert [row.split()[0] for row in rows] == ["1", "2", "3", "4"]


def test_a_range_of_rates_upside_down_is_refused(desk: Client):
    tier = make_tier()
    answers = answers_of(TierForm(instance=tier)) | {"rate_min": "500", "rate_max": "400"}
    answer = desk.post(reverse("job_descriptions:tier", args=[tier.pk]), answers)
    assert "Наибольшая ставка меньше наименьшей" in text_of(answer)


def test_an_edition_is_shown_with_its_text(desk: Client):
    edition = make_edition()
    text = text_of(desk.get(reverse("job_descriptions:edition", args=[edition.pk])))
    assert "3. Должностные обязанности Принимать входящие обращения." in text
    assert "действует" in text


def test_the_next_edition_starts_from_the_text_before(desk: Client):
    edition = make_edition()
    page = desk.get(reverse("job_descriptions:edition_next", args=[edition.pk]))
    assert "Принимать входящие обращения.\nФиксировать обращения полно." in page.content.decode()


def test_approving_the_next_edition_supersedes_the_one_before(desk: Client):
    edition = make_edition()
    answers = _next(edition, text_duties="Отвечать на обращения.\n\nЗаписывать их.")
    desk.post(reverse("job_descriptions:edition_next", args=[edition.pk]), answers)
    edition.refresh_from_db()
    following = JobDescriptionEdition.objects.get(superseded_on=None)
    assert edition.superseded_on == date(2026, 6, 1)
    assert following.edition == 2
    assert following.sections["duties"] == ["Отвечать на обращения.", "Записывать их."]


def test_an_empty_section_is_refused(desk: Client):
    edition = make_edition()
    address = reverse("job_descriptions:edition_next", args=[edition.pk])
    answer = desk.post(address, _next(edition, text_duties=""))
    assert "Пустые разделы: Должностные обязанности" in text_of(answer)


def test_the_standard_text_of_a_tier_is_adopted(desk: Client):
    position, tier = make_position(), make_tier()
    answers = {
        "position": position.pk,
        "tier": tier.pk,
        "number": "ДИ-9",
        "approved_on": "2026-03-02",
        "approved_by_position": "Генеральный директор",
        "approved_by_name": "М. С. Орлова",
        "is_standard": "on",
    }
    desk.post(reverse("job_descriptions:edition_add"), answers)
    adopted = JobDescriptionEdition.objects.get()
    assert "«Оператор контакт-центра»" in adopted.sections["general"][0]
