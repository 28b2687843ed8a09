"""The findings and the wage of a year on the operator's card."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import Employment
from hr_docs.documents.legal.checking import Law
from tests.factories import make_employment
from tests.reading import text_of

LOW = {"hourly_rate": Decimal("140"), "has_minimum_wage_top_up": False}


def _card(desk: Client, employment: Employment, **asked: str):
    return desk.get(reverse("employees:employment", args=[employment.pk]), asked)


def test_a_finding_stands_with_its_article_its_field_and_its_mend(desk: Client):
    employment = make_employment(**LOW)
    answer = _card(desk, employment)
    text = text_of(answer)
    assert (
        "ошибка Ставка 140 ₽ в час даёт за среднюю норму меньше 27\xa0093 ₽"
        in answer.content.decode().replace("</span> <strong>", " ")
        or "Ставка 140" in text
    )
    assert "Часовая ставка, руб. · ТК РФ ст. 133 ч. 3" in text
    edit = reverse("employees:employment_edit", args=[employment.pk])
    assert f'href="{edit}#id_hourly_rate"' in answer.content.decode()
    assert f'href="{reverse("documents:rules")}#TK133-MROT-HOUR"' in answer.content.decode()


def test_a_finding_about_another_record_leads_to_its_form(desk: Client):
    employment = make_employment(signatory__valid_until="2026-01-31")
    page = _card(desk, employment).content.decode()
    assert (
        f'{reverse("employees:signatory", args=[employment.signatory_id])}#id_valid_until"' in page
    )


def test_errors_are_counted_in_the_heading(desk: Client):
    assert re.search(r"Замечания 1 ошибка", text_of(_card(desk, make_employment(**LOW))))
    assert "ошибка" not in text_of(_card(desk, make_employment()))


def _chart(answer) -> ElementTree.Element:
    (drawing,) = re.findall(r'(?s)<svg class="chart".*?</svg>', answer.content.decode())
    return ElementTree.fromstring(drawing)  # noqa: S314 - our own page


def test_the_chart_has_a_column_for_each_month(desk: Client):
    chart = _chart(_card(desk, make_employment(**LOW)))
    columns = [mark for mark in chart.iter("rect") if "bar" in mark.get("class", "")]
    assert [mark.get("class") for mark in columns] == ["bar short"] * 12


def test_the_chart_tells_a_screen_reader_its_figures(desk: Client):
    chart = _chart(_card(desk, make_employment(**LOW)))
    words = chart.findtext("desc", "").replace("\xa0", " ")
    assert "2026" in chart.findtext("title", "")
    assert "Январь: 16 800 ₽, минимум 27 093 ₽, не хватает 10 293 ₽." in words
    named = chart.get("aria-labelledby", "").split()
    assert [each.tag for each in chart if each.get("id") in named] == ["title", "desc"]


def test_the_table_gives_the_lowest_rate_of_each_month_with_its_formula(desk: Client):
    text = text_of(_card(desk, make_employment())).replace("\xa0", " ")
    assert "Январь 120 36 000 ₽ 27 093 ₽ нет 225,78 ₽ 27 093 ₽ ÷ 120 ч" in text
    assert "Июль 184 55 200 ₽ 27 093 ₽ нет 147,25 ₽" in text
    assert "82-ФЗ ст. 1" in text


def test_another_year_may_be_asked_for(desk: Client):
    text = text_of(_card(desk, make_employment(), year="2027"))
    assert "Пока неизвестно: минимальный размер оплаты труда на 2027 год" in text


@pytest.mark.parametrize("year", ["1900", "x", "²"])
def test_a_year_that_is_not_offered_is_the_first_one(desk: Client, year: str):
    assert "2026" in _chart(_card(desk, make_employment(), year=year)).findtext("title", "")


def test_it_needs_a_fixed_number_of_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
):
    employment = make_employment(**LOW)
    Law.in_force()  # the first look takes in the shipped master
    with django_assert_max_num_queries(17):
        _card(desk, employment)
