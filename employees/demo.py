"""The demo data: one invented employer with everything a hire needs, and the sample operators.

Loading it again finds what is there by its natural key and leaves it alone.
"""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from employees.importing import ImportReport, import_operators
from employees.models import Employer, LocalAct, Signatory, Site
from employees.services import save_employer, save_local_act, save_signatory, save_site
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position
from job_descriptions.services import adopt_standard_edition, save_position

Record = dict[str, Any]


def load_demo(*, employer_file: Path, operators_file: Path) -> ImportReport:
    """Record the employer of a YAML file, then import the operators of a workbook."""
    records = yaml.safe_load(employer_file.read_text(encoding="utf-8"))
    with transaction.atomic():
        employer = _ensure_employer(records["employer"])
        _ensure_parts(employer, records)
        position = _ensure_position(records["position"])
        _ensure_job_descriptions(position, records["job_descriptions"])
    return import_operators(path=operators_file)


def _ensure_employer(record: Record) -> Employer:
    stored = Employer.objects.filter(inn=record["inn"]).first()
    return stored or save_employer(employer=Employer(**record))


def _ensure_parts(employer: Employer, records: Record) -> None:
    for record in records["signatories"]:
        if not employer.signatories.filter(
            surname=record["surname"], position=record["position"]
        ).exists():
            save_signatory(signatory=Signatory(employer=employer, **record))
    for record in records["sites"]:
        if not employer.sites.filter(name=record["name"]).exists():
            save_site(site=Site(employer=employer, **record))
    for record in records["local_acts"]:
        if not employer.local_acts.filter(kind=record["kind"], number=record["number"]).exists():
            approved_on = records["local_acts_approved_on"]
            save_local_act(local_act=LocalAct(employer=employer, approved_on=approved_on, **record))


def _ensure_position(record: Record) -> Position:
    stored = Position.objects.filter(title=record["title"], department=record["department"]).first()
    return stored or save_position(position=Position(**record))


def _ensure_job_descriptions(position: Position, record: Record) -> None:
    for code, number in record["numbers"].items():
        tier = ExperienceTier.objects.get(code=code)
        if JobDescriptionEdition.objects.filter(position=position, tier=tier).exists():
            continue
        adopt_standard_edition(
            position=position,
            tier=tier,
            number=number,
            approved_on=record["approved_on"],
            approved_by_position=record["approved_by_position"],
            approved_by_name=record["approved_by_name"],
        )
