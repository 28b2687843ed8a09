"""Entering the production calendar of a year in the browser."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from hr_docs.access.models import AuditEntry
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.documents.models import EnteredYear
from tests.factories import make_employment
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.usefixtures("figures_clerk")
ADD, FIGURES = reverse("documents:year_add"), reverse("documents:figures")
YEAR = {
    "year": "2027",
    "working_days": "248",
    "norm_hours": "1981",
    "days_off": "22.02.2027, 10.05 14.06\n2027-11-05; 31.12",
    "working_saturdays": "20.02",
    "short_days": "30.04, 11.06, 03.11",
    "source": "ПП РФ от 01.10.2026 № 1500",
}


def _add(desk: Client, **changes: str):
    return desk.post(ADD, YEAR | changes, follow=True)


def test_a_year_is_entered_and_reckoned_with_at_once(desk: Client):
    text = text_of(_add(desk))
    assert "ПП РФ от 01.10.2026 № 1500" in text
    year = reference_in_force().calendar.year(2027)
    assert year
    assert (sum(year.days_by_month), year.author) == (248, "Ольга")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"working_days": "247"}, "рабочих дней 248, а указано 247: лишних 1"),
        ({"working_days": "250"}, "рабочих дней 248, а указано 250: не хватает 2"),
        ({"norm_hours": "1980"}, "норма 1981 ч, а указано 1980 ч: разница 1 ч"),
        ({"days_off": "08.01"}, "08.01.2027 — и так выходной или праздник"),
        ({"working_saturdays": "21.02"}, "21.02.2027 — не суббота"),
        ({"short_days": "12.06"}, "12.06.2027 — не рабочий день"),
        ({"short_days": "11.06.2026"}, "Другой год: 11.06.2026"),
        ({"short_days": "31.02"}, "Такого дня нет: 31.02"),
        ({"days_off": "январь"}, "«январь» — не день"),
        ({"year": "1999"}, "больше либо равно 2020"),
        ({"source": ""}, "Обязательное поле"),
    ],
)
def test_a_year_that_cannot_be_is_refused_in_words(
    desk: Client, changes: dict[str, str], words: str
):
    assert words in text_of(_add(desk, **changes))
    assert not EnteredYear.objects.exists()


def test_entering_it_again_withdraws_the_one_before(desk: Client):
    for source in ("ПП № 1", "ПП № 2"):
        _add(desk, source=source)
    assert [each.source for each in EnteredYear.objects.in_use()] == ["ПП № 2"]
    assert EnteredYear.objects.count() == 2


def test_a_withdrawn_year_counts_no_more_and_stays_on_record(desk: Client):
    _add(desk)
    entered = EnteredYear.objects.get()
    answer = desk.post(reverse("documents:year_withdraw", args=[entered.pk]), follow=True)
    assert "Календарь отозван." in text_of(answer)
    entry = AuditEntry.objects.get(subject_kind="documents.enteredyear", action="changed")
    assert (entry.username, entry.details) == ("olga", {"status": "withdrawn"})
    assert any("отозвано: Ольга" in row for row in rows_of(answer))
    year = reference_in_force().calendar.year(2027)
    assert year
    assert year.working_days is None


def test_the_form_begins_with_what_is_known(desk: Client):
    page = desk.get(ADD, {"year": "2026"}).content.decode()
    assert "09.01, 09.03, 11.05, 31.12" in page
    assert 'value="1972"' in page


def test_a_contract_of_a_year_without_a_calendar_leads_there(desk: Client):
    hired = make_employment(start_date=date(2027, 1, 11))
    card = desk.get(reverse("employees:employment", args=[hired.pk]))
    assert "Нет производственного календаря на 2027 год" in text_of(card)
    assert f'href="{ADD}"' in card.content.decode()


def test_nobody_else_may_enter_a_calendar(desk: Client, officer):
    officer.groups.clear()
    officer.user_permissions.clear()
    assert desk.get(ADD).status_code == 403
    assert desk.get(FIGURES).status_code == 403
