"""`check_contracts`: what in the contracts is against the law, risky, or worth a thought."""

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser

from employees.models import Employment
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand
from hr_docs.documents.arguments import day, year
from hr_docs.documents.legal.assessment import Assessment, JudgedFinding
from hr_docs.documents.legal.checking import Law, assess_all
from hr_docs.documents.legal.wages import wage_row, wage_year
from hr_docs.documents.outcomes import current_stamps, keep
from hr_docs.law import Rule, all_rules

Checked = list[tuple[Employment, Assessment]]


class Command(ProductCommand):
    """Check contracts. Exit status: 0 no errors, 1 errors nobody overrode, 2 unusable input."""

    help = "Проверить трудовые договоры по правилам трудового права."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--operator", nargs="+", metavar="НОМЕР", help="табельные номера")
        what.add_argument(
            "--all", action="store_true", help="все, кто работает (так и без параметров)"
        )
        what.add_argument("--list-rules", action="store_true", help="перечень правил")
        parser.add_argument("--on", type=day, help="дата договоров: 2026-12-01 или 01.12.2026")
        parser.add_argument(
            "--year", type=year, help="год сравнения ставки с минимальной зарплатой"
        )
        parser.add_argument("--json", action="store_true", help="отчёт одним объектом JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list_rules"]:
            self._list_rules(as_json=options["json"])
            return
        now = current_stamps()
        law = Law.in_force()
        checked = list(assess_all(self._chosen(options["operator"]), on=options["on"], law=law))
        if options["on"] is None:
            keep(checked, now=now)
        if options["json"]:
            rows = [_contract_row(*pair, law=law, year=options["year"]) for pair in checked]
            self.stdout.write(json.dumps({"contracts": rows}, ensure_ascii=False))
        else:
            self._report(checked)
        if any(assessment.errors for _, assessment in checked):
            raise SystemExit(1)

    def _chosen(self, numbers: list[str] | None) -> list[Employment]:
        employments = Employment.objects.sharing_records().exclude(status=Employment.Status.ENDED)
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

    def _report(self, checked: Checked) -> None:
        for employment, assessment in checked:
            self.stdout.write(str(employment.operator))
            for judged in assessment.findings:
                self.stdout.write(f"  {_line(judged)}")
            if not assessment.findings:
                self.stdout.write("  замечаний нет")

    def _list_rules(self, *, as_json: bool) -> None:
        rows = [_rule_row(rule) for rule in all_rules()]
        if as_json:
            self.stdout.write(json.dumps({"rules": rows}, ensure_ascii=False))
            return
        for row in rows:
            self.stdout.write(_rule_line(row))


def _line(judged: JudgedFinding) -> str:
    finding, decision = judged.finding, judged.decision
    line = f"{finding.severity}: {finding.message} [{finding.rule}]"
    if decision is None:
        return line
    return f"{line} — {decision.get_kind_display()}: {decision.user}, {decision.reason}"


def _contract_row(
    employment: Employment, assessment: Assessment, *, law: Law, year: int | None
) -> dict[str, Any]:
    wage = wage_year(employment, year=year, law=law)
    return {
        "operator": employment.operator.personnel_number,
        "name": employment.operator.full_name,
        "findings": assessment.rows(),
        "wage_by_month": wage_row(wage, law.reference) if wage else None,
    }


def _rule_row(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "topic": rule.topic,
        "severity": str(rule.severity),
        "basis": rule.basis,
        "since": rule.since.isoformat() if rule.since else None,
        "until": rule.until.isoformat() if rule.until else None,
        "verified": rule.verified,
        "condition": rule.condition,
        "mend": rule.mend,
    }


def _rule_line(row: dict[str, Any]) -> str:
    """«TK135-BONUS20  error  ТК РФ ст. 135 …; с 2025-09-01; проверено — снижение премии …»."""
    force = [
        f"с {row['since']}" if row["since"] else "",
        f"по {row['until']}" if row["until"] else "",
    ]
    seen = "проверено" if row["verified"] else "не проверено"
    about = "; ".join(filter(None, [row["basis"], *force, seen]))
    return f"{row['rule']}  {row['severity']}  {about} — {row['condition']}"
