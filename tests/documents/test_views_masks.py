"""Number masks: the list with the next numbers, the form with its live example."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employees.models import Employer, EmployerLimit
from hr_docs.documents.issuing.packs import issue_pack
from hr_docs.documents.models import NumberCounter, NumberMask, WordMaster
from tests.factories import make_employer
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(officer: User) -> Client:
    rights = Permission.objects.filter(codename__endswith="_numbermask")
    officer.user_permissions.set(rights)
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def employer(db) -> Employer:
    return make_employer(short_name="ООО «Пример»")


@pytest.fixture
def contract(db) -> WordMaster:
    return WordMaster.objects.get(kind="employment_contract")


def add(desk: Client, employer: Employer, contract: WordMaster, mask: str):
    answers = {"employer": employer.pk, "master": contract.pk, "mask": mask}
    return desk.post(reverse("documents:mask_add"), answers, follow=True)


def test_it_lists_every_kind_with_the_next_number(desk: Client, employer, contract):
    NumberMask.objects.create(employer=employer, master=contract, mask="{n:03}/{yyyy}-К")
    year = timezone.localdate().year
    NumberCounter.objects.create(employer=employer, master=contract, year=year, last=7)
    rows = rows_of(desk.get(reverse("documents:masks")))
    assert len(rows) == WordMaster.objects.count()
    assert any(f"008/{year}-К" in row for row in rows)
    assert any("из шаблона" in row for row in rows)


def test_a_mask_is_added_and_changed(desk: Client, employer, contract):
    assert "Сохранено:" in text_of(add(desk, employer, contract, "{n}/{yy}"))
    mask = NumberMask.objects.get()
    desk.post(reverse("documents:mask", args=[mask.pk]), {"mask": "{n:04}-{yyyy}"})
    mask.refresh_from_db()
    assert (mask.mask, mask.employer) == ("{n:04}-{yyyy}", employer)


@pytest.mark.parametrize(
    ("mask", "reason"),
    [
        ("{n}", "год"),
        ("{yyyy}", "порядковый номер"),
        ("{n}/{yyyy}/{x}", "В фигурных скобках"),
        ("", "Обязательное поле"),
    ],
)
def test_a_wrong_mask_is_refused_in_words(desk: Client, employer, contract, mask, reason):
    assert reason in text_of(add(desk, employer, contract, mask))
    assert not NumberMask.objects.exists()


def test_a_second_mask_of_a_kind_is_refused(desk: Client, employer, contract):
    add(desk, employer, contract, "{n}/{yy}")
    add(desk, employer, contract, "{n}-{yy}")
    assert NumberMask.objects.get().mask == "{n}/{yy}"


def test_a_mask_whose_next_number_is_given_is_refused(desk: Client, contract, employment):
    issue_pack(employment=employment)
    NumberCounter.objects.update(last=0)
    given = employment.documents.get(master=contract)
    mask = contract.number_mask
    page = text_of(add(desk, employment.employer, contract, mask))
    assert f"{given.number}: он уже присвоен" in page


def example(desk: Client, employer: Employer, contract: WordMaster, mask: str) -> str:
    answers: dict[str, str | int] = {
        "employer": employer.pk,
        "master": contract.pk,
        "mask": mask,
    }
    return text_of(desk.get(reverse("documents:mask_example"), answers))


def test_the_example_is_the_next_number(desk: Client, employer, contract):
    assert "получит номер 001/20" in example(desk, employer, contract, "{n:03}/{yyyy}")


def test_the_example_says_what_is_wrong(desk: Client, employer, contract):
    assert "порядковый номер" in example(desk, employer, contract, "{yyyy}")
    assert "Следующий номер появится" in example(desk, employer, contract, "")


def test_a_limited_user_gives_masks_to_his_employers_only(
    desk: Client, officer: User, employer, contract
):
    EmployerLimit.objects.create(user=officer)
    add(desk, employer, contract, "{n}/{yy}")
    assert not NumberMask.objects.exists()
    assert rows_of(desk.get(reverse("documents:masks"))) == []
    assert "получит" not in example(desk, employer, contract, "{n}/{yy}")


def test_the_list_asks_a_fixed_number_of_times(
    desk: Client, employer, django_assert_max_num_queries
):
    for _ in range(5):
        make_employer()
    with django_assert_max_num_queries(9):
        desk.get(reverse("documents:masks"))
