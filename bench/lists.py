"""How long the pages of the long lists take: 100,000 operators, 30,000 documents.

`python -m bench.lists` measures on the database of DATABASE_URL and leaves it filled, for
PostgreSQL or for a look in a browser; within `python -m bench` it is a throw-away SQLite file.
"""

import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import Row, seconds

OPERATORS = 100_000
DOCUMENTS = 30_000  # with their facts, 70 KB each: about 2 GB in SQLite
REPETITIONS = 5
TARGET_SECONDS = 0.5
BATCH = 2_000
LIST, REGISTER = "/operators/", "/documents/"
PAGES = {
    "the first page": LIST,
    "page 1,900 of 2,000": f"{LIST}?page=1900",
    "a part in the middle of a name": f"{LIST}?q=ванов",
    "a phone": f"{LIST}?q=8+900+005-43",
    "a status": f"{LIST}?status=signed",
    "a tier, sorted by first day": f"{LIST}?tier=2&sort=-start_date",
    "sorted by position": f"{LIST}?sort=position",
    "sorted by site, deep": f"{LIST}?sort=-site&page=1500",
    "sorted by status": f"{LIST}?sort=status",
    "sorted by personnel number": f"{LIST}?sort=personnel_number&page=700",
    "without a pack": f"{LIST}?papers=pack",
    "the register": REGISTER,
    "the register, deep": f"{REGISTER}?page=550",
    "the register, a part of a name": f"{REGISTER}?q=ванов",
    "the register of a kind and a year": f"{REGISTER}?kind=1&year=2026&sort=number",
    "the register by operator": f"{REGISTER}?sort=operator&page=300",
}


def rows() -> list[Row]:
    """Call it in a process where Django is not set up yet."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return list(measured())


def measured() -> Iterator[Row]:
    """Median and 95th percentile of each page, rendered whole for a logged-in user."""
    client = _prepared()
    for name, address in PAGES.items():
        client.get(address)
        times = [seconds(partial(_get, client, address)) for _ in range(REPETITIONS)]
        yield {
            "measure": f"list of {OPERATORS:,}: {name}",
            "value": round(median(times), 3),
            "low": round(min(times), 3),
            "high": round(quantiles(times, n=20)[-1], 3),
            "unit": "s",
            "target": TARGET_SECONDS,
            "met": median(times) <= TARGET_SECONDS,
            "against": "",
        }


def _get(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")


def _prepared() -> Any:
    """A browser at a database with the operators and their documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from employees.models import Employment
    from hr_docs.documents.models import Document

    call_command("migrate", verbosity=0)
    if Employment.objects.count() < OPERATORS:
        _hire()
    if not Document.objects.exists():
        _issue()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    user, _ = User.objects.get_or_create(username="bench", is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(user)
    return client


def _hire() -> None:
    """The sample's employments over and over, under the names and numbers of other people."""
    from django.conf import settings

    from bench.people import people
    from employees.demo import load_demo
    from employees.models import Employment, Operator

    examples = settings.BASE_DIR / "examples"
    load_demo(employer_file=examples / "employer.yaml", operators_file=examples / "operators.xlsx")
    sample = list(Employment.objects.select_related("operator"))
    statuses = cycle(Employment.Status.values)
    named = zip(people(OPERATORS), cycle(sample), statuses, strict=False)
    for part in _parts(named):
        operators = [_renamed(model.operator, person) for person, model, _ in part]
        Operator.objects.bulk_create(operators)
        hires = zip(operators, part, strict=True)
        Employment.objects.bulk_create(
            _hired(model, operator, status) for operator, (_, model, status) in hires
        )


def _renamed(model: Any, person: dict[str, Any]) -> Any:
    from employees.models.operator import search_key

    operator = copy(model)
    operator._state, operator.pk = copy(model._state), None
    operator.personnel_number = f"Т{person['Табельный номер']}"
    operator.surname, operator.name = person["Фамилия"], person["Имя"]
    operator.patronymic, operator.phone = person["Отчество"], person["Телефон"]
    operator.snils, operator.inn = person["СНИЛС"], person["ИНН"]
    operator.identity_number = f"9{person['Номер документа']}"
    digits = "".join(filter(str.isdigit, operator.phone))
    operator.search_key = search_key(f"{operator.full_name} {operator.personnel_number} {digits}")
    return operator


def _hired(model: Any, operator: Any, status: str) -> Any:
    employment = copy(model)
    employment._state, employment.pk = copy(model._state), None
    employment.operator, employment.status = operator, status
    moved = timedelta(days=operator.pk % 1500)
    employment.start_date, employment.contract_date = (
        model.start_date - moved,
        model.contract_date - moved,
    )
    employment.probation_until = employment.end_date = None
    employment.term, employment.fixed_term_ground = "indefinite", ""
    return employment


def _issue() -> None:
    """The papers of the first operators, numbered as the register numbers them."""
    from employees.models import Employment
    from hr_docs.documents.issuing import freeze_pack, pack_versions
    from hr_docs.documents.models import Document, HiringPack

    first = next(_issuable(Employment))
    models = freeze_pack(employment=first, versions=pack_versions(None))
    hired = Employment.objects.exclude(pk=first.pk).order_by("pk")[: DOCUMENTS // len(models)]
    for part in _parts(enumerate(hired.iterator(), start=2)):
        packs = HiringPack.objects.bulk_create(
            HiringPack(employment=each, dated=each.contract_date) for _, each in part
        )
        Document.objects.bulk_create(
            _issued(model, pack, number)
            for pack, (number, _) in zip(packs, part, strict=True)
            for model in models
        )


def _issuable(employments: Any) -> Iterator[Any]:
    from hr_docs.documents.legal.checking import assess_all

    sample = employments.objects.with_records().order_by("pk")[:20]
    for employment, found in assess_all(sample):
        if not found.errors:
            yield employment


def _issued(model: Any, pack: Any, number: int) -> Any:
    document = copy(model)
    document._state, document.pk = copy(model._state), uuid.uuid4()
    document.pack, document.employment = pack, pack.employment
    document.employer_id = pack.employment.employer_id
    document.dated, document.sequence = pack.dated, number
    document.year = pack.dated.year
    document.number = f"{number:03}/{document.year}"
    document.docx_sha256 = document.pdf_sha256 = f"{document.pk.int:064x}"
    document.status = ("issued", "issued", "superseded")[number % 3]
    return document


def _parts(items: Iterable[Any]) -> Iterator[list[Any]]:
    items = iter(items)
    while part := list(islice(items, BATCH)):
        yield part


if __name__ == "__main__":
    for line in measured():
        print(f"{line['measure']:<60} {line['value']:>7} s, 95th {line['high']} s")
