"""A database filled in bulk: operators by the hundred thousand, and papers of some of them."""

import uuid
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import timedelta
from itertools import cycle, islice
from typing import Any

BATCH = 2_000


def fill(*, operators: int, documents: int) -> None:
    """Bring the database of the settings to so many operators and documents, unless it has them.

    Django is set up.
    """
    from django.core.management import call_command
    from django.db import connection

    from employees.models import Employment
    from hr_docs.documents.models import Document

    call_command("migrate", verbosity=0)
    if Employment.objects.count() < operators:
        hire(operators)
    if not Document.objects.exists():
        issue(documents)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def hire(count: int) -> None:
    """The sample's employments over and over, under the names and numbers of other people."""
    from django.conf import settings
    from django.db.models import Q

    from bench.people import people
    from employees.demo import load_demo
    from employees.models import Employment, Operator

    examples = settings.BASE_DIR / "examples"
    load_demo(employer_file=examples / "employer.yaml", operators_file=examples / "operators.xlsx")
    ours = Q(operator__personnel_number__startswith="Т")
    hires = Employment.objects.select_related("operator")
    sample, there = list(hires.exclude(ours)), hires.filter(ours).count()
    statuses = cycle(Employment.Status.values)
    named = zip(people(count)[there:], cycle(sample), statuses, strict=False)
    for part in _parts(named):
        operators = [_renamed(model.operator, person) for person, model, _ in part]
        Operator.objects.bulk_create(operators)
        Employment.objects.bulk_create(
            _hired(model, operator, status)
            for operator, (_, model, status) in zip(operators, part, strict=True)
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


def issue(count: int) -> None:
    """The papers of the first operators, numbered as the register numbers them."""
    from employees.models import Employment
    from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
    from hr_docs.documents.models import Document, HiringPack

    first = next(_issuable(Employment))
    models = freeze_pack(employment=first, versions=pack_versions(None))
    hired = Employment.objects.exclude(pk=first.pk).order_by("pk")[: count // len(models)]
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
