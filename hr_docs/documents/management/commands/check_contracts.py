"""`check_contracts`: what in the contracts is against the law, risky, or worth a thought."""

import json
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser

from employees.models import Employment
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand
from hr_docs.documents.arguments import day
from hr_docs.documents.legal.facts import contract_facts
from hr_docs.law import Finding, Severity, all_rules, check_contract


class Command(ProductCommand):
    """Check contracts. Exit status: 0 no errors, 1 findings of severity error, 2 unusable input."""

    help = "Проверить трудовые договоры по правилам трудового права."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--operator", nargs="+", metavar="НОМЕР", help="табельные номера")
        what.add_argument("--all", action="store_true", help="все, с кем отношения не прекращены")
        what.add_argument("--list-rules", action="store_true", help="перечень правил")
        parser.add_argument("--on", type=day, help="дата договоров: 2026-12-01 или 01.12.2026")
        parser.add_argument("--json", action="store_true", help="отчёт одним объектом JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list_rules"]:
            self._list_rules(as_json=options["json"])
            return
        checked = [
            (employment, _findings(employment, options["on"]))
            for employment in self._chosen(options["operator"])
        ]
        self._report(checked, as_json=options["json"])
        if any(f.severity == Severity.ERROR for _, findings in checked for f in findings):
            raise SystemExit(1)

    def _chosen(self, numbers: list[str] | None) -> list[Employment]:
        employments = Employment.objects.with_records().exclude(status=Employment.Status.ENDED)
        if numbers:
            employments = employments.filter(operator__personnel_number__in=numbers)
        chosen = list(employments.order_by("operator__personnel_number"))
        unknown = set(numbers or ()) - {e.operator.personnel_number for e in chosen}
        if unknown:
            raise CommandError(
                f"Нет операторов с табельным номером: {', '.join(sorted(unknown))}.",
                returncode=UNUSABLE_INPUT,
            )
        return chosen

    def _report(self, checked: list[tuple[Employment, list[Finding]]], *, as_json: bool) -> None:
        if as_json:
            contracts = [_contract_row(employment, findings) for employment, findings in checked]
            self.stdout.write(json.dumps({"contracts": contracts}, ensure_ascii=False))
            return
        for employment, findings in checked:
            self.stdout.write(str(employment.operator))
            for finding in findings:
                self.stdout.write(f"  {finding.severity}: {finding.message} [{finding.rule}]")
            if not findings:
                self.stdout.write("  замечаний нет")

    def _list_rules(self, *, as_json: bool) -> None:
        rows = [
            {"rule": rule.id, "severity": str(rule.severity), "basis": rule.basis}
            for rule in all_rules()
        ]
        if as_json:
            self.stdout.write(json.dumps({"rules": rows}, ensure_ascii=False))
            return
        for row in rows:
            self.stdout.write("{rule}  {severity}  {basis}".format(**row))


def _findings(employment: Employment, on: date | None) -> list[Finding]:
    dated = on or employment.contract_date
    return check_contract(contract_facts(employment, dated), dated)


def _contract_row(employment: Employment, findings: list[Finding]) -> dict[str, Any]:
    return {
        "operator": employment.operator.personnel_number,
        "name": employment.operator.full_name,
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "basis": finding.basis,
                "message": finding.message,
                "field": finding.field,
            }
            for finding in findings
        ],
    }
