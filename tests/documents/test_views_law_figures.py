"""The figures of the law, and the reasons behind the clauses of a document."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.models import EnteredFigure
from tests.factories import make_employment, make_every_local_act, make_site
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.usefixtures("figures_clerk")
FIGURES, ADD = reverse("documents:figures"), reverse("documents:figure_add")
NEXT_YEAR = {"amount": "29 000,00", "since": "2027-01-01", "source": "№ 500-ФЗ от 01.12.2026"}


def _add(desk: Client, **changes: str):
    return desk.post(ADD, NEXT_YEAR | changes, follow=True)


def test_a_figure_stands_with_its_source_and_confidence(desk: Client):
    (row,) = [row for row in rows_of(desk.get(FIGURES)) if row.startswith("Россия 27")]
    assert "82-ФЗ ст. 1" in row
    assert "kommersant.ru" in row
    assert row.endswith("достоверно")


def test_it_says_which_region_has_no_figure(desk: Client):
    make_site(region="Пензенская область")
    assert "соглашения может и не быть): Пензенская область" in text_of(desk.get(FIGURES))


def test_an_entered_figure_is_reckoned_with_at_once(desk: Client):
    rows = rows_of(_add(desk))
    assert any("№ 500-ФЗ от 01.12.2026" in row and "Ольга" in row for row in rows)
    hired = make_employment()
    card = desk.get(reverse("employees:employment", args=[hired.pk]), {"year": "2027"})
    assert "минимальный размер оплаты труда на 2027 год" not in text_of(card)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount": "-1"}, "больше нуля"),
        ({"source": ""}, "Обязательное поле"),
        ({"until": "2026-12-31"}, "раньше, чем начинается"),
    ],
)
def test_a_wrong_figure_is_refused_in_words(desk: Client, changes: Any, words: str):
    assert words in text_of(_add(desk, **changes))
    assert not EnteredFigure.objects.exists()


def test_a_withdrawn_figure_stays_on_record(desk: Client):
    _add(desk)
    figure = EnteredFigure.objects.get()
    address = reverse("documents:figure_withdraw", args=[figure.pk])
    assert "Величина отозвана." in text_of(desk.post(address, follow=True))
    (row, *_) = rows_of(desk.get(FIGURES))
    assert "отозвано: Ольга" in row


def test_the_page_needs_a_fixed_number_of_queries(desk: Client, django_assert_max_num_queries):
    for amount in range(29_000, 29_010):
        _add(desk, amount=str(amount))
    with django_assert_max_num_queries(13):
        desk.get(FIGURES)


def test_a_clause_is_explained_by_its_fact_and_its_article(desk: Client, officer):
    hired = make_employment(fixed_term=True, hourly_rate=Decimal("300"))
    make_every_local_act(hired.employer)
    (contract,) = freeze_pack(
        employment=hired, versions=pack_versions(["employment_contract"]), on=date(2026, 11, 30)
    )
    text = text_of(desk.get(reverse("documents:reasons", args=[contract.pk])))
    assert "договор заключён на срок: да договор.срочный" in text
    assert "ТК РФ ст. 57 ч. 2, 58, 59" in text
