"""The contract check in the browser: a low rate, live, from the form to the confirmed warning."""

import re
from decimal import Decimal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from employees.models import Employment
from hr_docs.documents.models import FindingDecision

pytestmark = pytest.mark.browser


@pytest.fixture
def underpaid(employment: Employment) -> Employment:
    """A rate that is enough on the year's average, without the clause on a top-up."""
    Employment.objects.filter(pk=employment.pk).update(
        hourly_rate=Decimal("170"), has_minimum_wage_top_up=False
    )
    return employment


def test_a_low_rate_shows_its_error_at_once_and_a_better_one_takes_it_away(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("link", name="Изменить", exact=True).click()
    summary, hint = page.locator("#findings-summary"), page.locator("#wage-hint")
    expect(summary).not_to_contain_text("ошибка")
    page.get_by_label("Доплата до минимальной зарплаты").uncheck()
    page.get_by_label("Часовая ставка, руб.").fill("140")
    expect(summary).to_contain_text("1 ошибка")
    expect(hint).to_contain_text("Ниже минимальной зарплаты: январь")
    expect(page.locator("#form-findings")).to_contain_text("ТК РФ ст. 133 ч. 3")
    page.get_by_label("Часовая ставка, руб.").fill("300")
    expect(hint).to_contain_text("Не ниже минимальной зарплаты ни в одном месяце.")
    expect(summary).not_to_contain_text("ошибка")
    assert Employment.objects.get().hourly_rate == Decimal("300")


def test_a_finding_stands_beside_its_field_and_goes_with_its_cause(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("link", name="Изменить", exact=True).click()
    rate, note = page.get_by_label("Часовая ставка, руб."), page.locator(".field-finding.is-error")
    page.get_by_label("Доплата до минимальной зарплаты").uncheck()
    rate.fill("140")
    expect(note).to_contain_text("Ставка 140 ₽ в час")
    assert note.evaluate("note => note.parentElement.id") == "div_id_hourly_rate"
    expect(rate).to_have_accessible_description(re.compile("Ставка 140 ₽ в час"))
    expect(note.get_by_role("link")).to_have_attribute(
        "href", f"{reverse('documents:rules')}#TK133-MROT-HOUR"
    )
    page.locator(".wage-months > summary").click()
    expect(page.locator("#wage-year svg.chart")).to_be_visible()
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    rate.fill("300")
    expect(note).to_have_count(0)
    expect(rate).to_have_accessible_description("")
    expect(page.locator("#wage-year")).to_contain_text("36 000 ₽")


def test_what_is_announced_is_put_into_the_region_that_announces(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("link", name="Изменить", exact=True).click()
    summary = page.locator("#findings-summary")
    expect(summary).to_have_role("status")
    summary.evaluate("region => { region.dataset.same = 'yes'; }")
    page.get_by_label("Доплата до минимальной зарплаты").uncheck()
    page.get_by_label("Часовая ставка, руб.").fill("140")
    expect(summary).to_contain_text("Ставка 140 ₽ в час")
    expect(summary).to_have_attribute("data-same", "yes")


def test_a_warning_waits_until_somebody_confirms_it(underpaid: Employment, desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("button", name="Выпустить пакет").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Проверка перед выпуском")
    page.get_by_text("Подтвердить предупреждение…").click()
    page.get_by_label("Причина: сохраняется с вашим именем").fill("Доплата по положению")
    page.get_by_role("button", name="Подтвердить").click()
    expect(page.get_by_text("Предупреждение подтверждено: Ольга")).to_be_visible()
    page.get_by_role("link", name="К карточке").click()
    page.get_by_role("button", name="Выпустить пакет").click()
    expect(page.get_by_text("Выпущено 3 документа.")).to_be_visible(timeout=60_000)
    assert FindingDecision.objects.get().reason == "Доплата по положению"


def test_another_year_takes_the_place_of_the_first(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    expect(page.locator("#wages svg.chart")).to_be_visible()
    page.get_by_role("navigation", name="Год").get_by_role("link", name="2027").click()
    expect(page.locator("#wages")).to_contain_text("Пока неизвестно")
    expect(page.locator("#wages svg.chart")).to_have_count(0)
