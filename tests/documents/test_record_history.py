"""The page of a reference record tells who changed it, what and when."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hr_docs.access.history import BEGUN
from hr_docs.documents.models import NumberMask, WordMaster
from tests.access.people import browser_of, make_user
from tests.factories import make_employment, make_local_act
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.django_db
#: page, what is changed, how the line of the history reads
CHANGES = {
    "employees:employer": ("city", "г. Тверь", "Место заключения договора"),
    "employees:signatory": ("position", "Директор", "Должность"),
    "employees:site": ("address", "г. Тверь, ул. Новая, д. 1", "Адрес"),
    "employees:local_act": ("number", "77-П", "Номер"),
    "job_descriptions:position": ("department", "Отдел качества", "Подразделение"),
    "job_descriptions:tier": ("title", "оператор 2-й линии", "Уровень"),
    "documents:mask": ("mask", "{n}/{yy}", "Маска"),
}


@pytest.fixture
def records() -> dict[str, Model]:
    hired = make_employment()
    mask = NumberMask.objects.create(
        employer=hired.employer, master=WordMaster.objects.all()[0], mask="{n:03}"
    )
    kept = (hired.employer, hired.signatory, hired.site, make_local_act(employer=hired.employer))
    return dict(zip(CHANGES, (*kept, hired.position, hired.tier, mask), strict=True))


def _page(client: Client, name: str, record: Model, **asked):
    return client.get(reverse(name, args=[record.pk]), asked)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told_with_before_and_after(
    desk: Client, officer: User, records: dict[str, Model], name: str
):
    field, value, label = CHANGES[name]
    record = records[name]
    before = getattr(record, field)
    setattr(record, field, value)
    record._history_user = officer  # type: ignore[attr-defined]  # as in a request of hers
    record.save()
    answer = _page(desk, name, record)
    assert f"{label} {before or '—'} {value}" in rows_of(answer)
    assert "· Ольга" in text_of(answer)


def test_a_new_record_has_no_history(desk: Client):
    assert "История" not in text_of(desk.get(reverse("employees:site_add")))


def test_who_may_only_read_the_record_reads_its_history(records: dict[str, Model]):
    watcher = browser_of(make_user("vera", "наблюдатель"))
    assert "История 1" in text_of(_page(watcher, "employees:site", records["employees:site"]))


def test_a_long_history_is_read_page_by_page_in_few_queries(
    desk: Client,
    records: dict[str, Model],
    django_assert_max_num_queries: DjangoAssertNumQueries,
):
    site = records["employees:site"]
    for number in range(30):
        site.name = f"площадка {number}"  # type: ignore[attr-defined]
        site.save()
    with django_assert_max_num_queries(25):
        first = _page(desk, "employees:site", site)
    assert text_of(first).count("Название площадка") == 25
    second = _page(desk, "employees:site", site, page=2)
    assert text_of(second).count("Название") == 5 + 1  # the form's own label
    assert '<details class="record-history" id="history" open>' in second.content.decode()


def test_masks_from_before_the_history_get_a_beginning(records: dict[str, Model]):
    mask = NumberMask.objects.get()
    mask.history.all().delete()
    import_module("hr_docs.documents.migrations.0013_mask_history").begin(apps, None)
    begun = mask.history.get()
    assert (begun.mask, begun.history_change_reason) == ("{n:03}", BEGUN)
