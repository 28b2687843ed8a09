"""Clauses on probation that give the employer more than the law does (ТК РФ ст. 70, 71)."""

import re

from hr_docs.law.case import Case
from hr_docs.law.rule import ERROR, Search, Topic
from hr_docs.law.rules.patterns import NUMBER, any_of, gap, near, number_of

rule = Topic("Текст: испытание")

TEST = r"испыта\w*"

rule.text(
    "TK70-EXTEND",
    ERROR,
    "ТК РФ ст. 70 ч. 1, 5, 7",
    condition="испытание можно продлить или назначить снова",
    message="Испытание разрешено продлить: срок, о котором договорились, не продлевают.",
    mend="Уберите продление; в срок не засчитываются только дни фактического отсутствия.",
    search=Search(
        stems=("испыта",),
        pattern=any_of(
            rf"{TEST}{gap(8)}(?:продл|увелич|пролонгир)\w*",
            rf"(?:продл|увелич|пролонгир)\w*{gap(4)}{TEST}",
            rf"(?:повторн\w+|нов\w+|дополнительн\w+)\W+{TEST}",
        ),
        unless=any_of(
            rf"не{gap(2)}(?:продл|увелич|пролонгир|допуска|может|могут|вправе|устан)",
            r"запрещ",
            r"отсутствова|нетрудоспособност",
        ),
    ),
)

rule.text(
    "TK71-NOTICE",
    ERROR,
    "ТК РФ ст. 71 ч. 1",
    condition="на испытании увольняют без предупреждения или без причин",
    message="На испытании работника увольняют без предупреждения за три дня или без причин.",
    mend="Напишите: «предупреждает письменно не позднее чем за три дня с указанием причин».",
    search=Search(
        stems=("испыта",),
        pattern=any_of(
            rf"(?=.*\b{TEST})(?=.*\b(?:уволи|увольн|расторг|расторж|прекра)\w*).*"
            r"\b(?:без\W+(?:\w+\W+)?(?:предупрежд|уведомл|объясн|указани\w+\W+причин)"
            r"|в\W+любой\W+(?:день|момент)|в\W+любое\W+время|в\W+тот\W+же\W+день|"
            r"(?:за|в\W+течение)\W+(?:один|1|два|2)\W+(?:\w+\W+)?(?:день|дня))",
            near(TEST, r"одним\W+днем", 8),
        ),
        unless=any_of(rf"не{gap(2)}(?:допуска|может|могут|вправе)", r"работник\W+вправе"),
    ),
)


def _probation_is_long(found: re.Match[str], case: Case) -> bool:
    if found["long"]:
        return True
    count, months = number_of(found["count"] or found["months"]), case.limits.probation_months
    return count > months if (found["unit"] or "месяц").startswith("месяц") else count > months * 31


rule.text(
    "TK70-TEXT",
    ERROR,
    "ТК РФ ст. 70 ч. 5",
    condition="испытание в тексте дольше трёх месяцев",
    message="Испытание дольше трёх месяцев.",
    mend="Сократите испытание до трёх месяцев.",
    search=Search(
        stems=("испыта",),
        pattern=any_of(
            rf"испыта\w*(?:\W+\w+){{0,6}}?\W+(?P<count>{NUMBER})\W*(?:\(\w+\)\W*)?"
            rf"(?:календарн\w+\W+)?(?P<unit>месяц|дн|ден)",
            r"испыта\w*(?:\W+\w+){0,4}?\W+(?P<long>полгода|полугоди\w+)",
            r"(?P<months>[0-9]{1,2}|четырех|пяти|шести|девяти|двенадцати)\W?-?месячн\w+\W+"
            r"(?:\w+\W+)?испыта",
        ),
        unless=any_of(r"предупрежд", r"уведомл", r"руководител\w+\W+организац"),
        test=_probation_is_long,
    ),
)
