"""Placeholders of the contract: number, dates, term, probation, position, workplace."""

from decimal import Decimal

from employees.models import Employment
from employees.models.employment import WorkMode
from hr_docs.documents.context.cases import phrase_in_cases
from hr_docs.documents.context.placeholder import Read, choice, text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import day, in_sentence, in_text, money
from hr_docs.law.logic import add_months

CONTRACT_KIND = "employment_contract"

_Ground = Employment.FixedTermGround
_GROUNDS = {
    _Ground.ABSENT_EMPLOYEE: "отсутствующий работник",
    _Ground.TEMPORARY_WORK: "временная работа",
    _Ground.TEMPORARY_EXTENSION: "расширение услуг",
    _Ground.KNOWN_WORK: "определённая работа",
    _Ground.INTERNSHIP: "практика",
    _Ground.SMALL_BUSINESS: "малое предпринимательство",
    _Ground.PENSIONER: "пенсионер",
    _Ground.STUDENT: "студент",
    _Ground.SECONDARY_JOB: "совместительство",
}
_CONDITIONS = {"1": "оптимальные", "2": "допустимые", "4": "опасные"}
_HARMFUL = "вредные"


def _number(source: PackSource) -> str:
    return source.numbers.get(CONTRACT_KIND) or source.employment.number


def _is_short(source: PackSource) -> bool:
    """Whether the contract is for two months at most (гл. 45 ТК РФ)."""
    employment = source.employment
    end = employment.end_date
    return end is not None and end < add_months(employment.start_date, 2)


def has_workplace(source: PackSource) -> bool:
    """Whether the operator has a workplace under the employer's control."""
    return source.employment.work_mode != WorkMode.REMOTE


def _is_elsewhere(source: PackSource) -> bool:
    """Whether the site is a separate unit in another locality (ст. 57 ч. 2 ТК РФ)."""
    employer, locality = source.employment.employer, source.employment.site.locality
    return not (in_text(locality, employer.legal_address) or in_text(locality, employer.city))


def _is_mode(mode: WorkMode) -> Read:
    return lambda source: source.employment.work_mode == mode


def _conditions(source: PackSource) -> str:
    code = source.employment.site.conditions_class
    return _CONDITIONS.get(code, _HARMFUL) if code else ""


def _is_harmful(source: PackSource) -> bool:
    code = source.employment.site.conditions_class
    return bool(code) and Decimal(code) > 2  # 3.1 and above, ст. 14 426-ФЗ


CONTRACT = (
    text("договор.номер", "15-ТД/2026", "номер трудового договора", _number),
    text(
        "договор.дата",
        "23 ноября 2026 г.",
        "дата заключения",
        lambda s: day(s.contract_dated or s.dated),
    ),
    text("договор.место", "г. Пенза", "место заключения", "employer.city"),
    text(
        "договор.дата_начала",
        "24 ноября 2026 г.",
        "первый рабочий день",
        lambda s: day(s.employment.start_date),
    ),
    yes_no(
        "договор.по_совместительству",
        False,
        "работа по совместительству",
        lambda s: s.employment.kind == Employment.Kind.SECONDARY,
    ),
    yes_no(
        "договор.срочный",
        False,
        "договор заключён на срок",
        lambda s: s.employment.term == Employment.Term.FIXED,
    ),
    choice(
        "договор.срок.основание",
        "",
        "основание ст. 59 ТК РФ: " + ", ".join(_GROUNDS.values()),
        lambda s: _GROUNDS.get(s.employment.fixed_term_ground, ""),
        values=_GROUNDS.values(),
    ),
    text(
        "договор.срок.обстоятельства",
        "",
        "обстоятельства, после слов «в связи с»",
        lambda s: s.employment.fixed_term_reason.rstrip("."),
    ),
    text(
        "договор.срок.окончание",
        "",
        "последний день срока, если он известен",
        lambda s: day(s.employment.end_date),
    ),
    yes_no(
        "договор.до_двух_месяцев",
        False,
        "срочный договор не дольше двух месяцев: другой отпуск и срок предупреждения",
        _is_short,
    ),
    yes_no(
        "договор.испытание.есть",
        True,
        "установлено испытание",
        lambda s: s.employment.probation_until is not None,
    ),
    text(
        "договор.испытание.окончание",
        "23 февраля 2027 г.",
        "последний день испытания",
        lambda s: day(s.employment.probation_until),
    ),
    text(
        "договор.ставка.цифрами",
        "300,00",
        "часовая тарифная ставка до удержания НДФЛ, рублей",
        lambda s: f"{s.employment.hourly_rate:.2f}".replace(".", ","),
    ),
    text(
        "договор.ставка.прописью",
        "300 (триста) рублей 00 копеек",
        "часовая тарифная ставка цифрами и прописью",
        lambda s: money(s.employment.hourly_rate),
    ),
    yes_no(
        "договор.электронный_обмен",
        False,
        "стороны выбрали электронный документооборот",
        "has_electronic_exchange",
    ),
    yes_no(
        "договор.на_рабочем_месте",
        True,
        "вся работа — на рабочем месте у работодателя",
        _is_mode(WorkMode.ON_SITE),
    ),
    yes_no(
        "договор.стационарное_место",
        True,
        "есть рабочее место у работодателя (всегда, кроме постоянной дистанционной работы)",
        has_workplace,
    ),
    yes_no("договор.дистанционный", False, "дистанционна вся работа или её часть", "is_remote"),
    yes_no(
        "договор.дистанционный_постоянно",
        False,
        "дистанционная работа постоянно",
        _is_mode(WorkMode.REMOTE),
    ),
    yes_no(
        "договор.дистанционный_временно",
        False,
        "дистанционная работа на срок до шести месяцев",
        _is_mode(WorkMode.REMOTE_TEMPORARY),
    ),
    yes_no(
        "договор.чередование",
        False,
        "дистанционная работа чередуется с работой на рабочем месте",
        _is_mode(WorkMode.HYBRID),
    ),
)

POSITION = (
    *phrase_in_cases(
        "должность.название",
        "должность",
        ("position.title", "position.title_forms"),
        (
            "Оператор контактного центра",
            "оператора контактного центра",
            "оператору контактного центра",
            "оператора контактного центра",
            "оператором контактного центра",
            "операторе контактного центра",
        ),
        spelled=in_sentence,
    ),
    *phrase_in_cases(
        "должность.подразделение",
        "подразделение",
        ("position.department", "position.department_forms"),
        (
            "Отдел обслуживания клиентов",
            "отдела обслуживания клиентов",
            "отделу обслуживания клиентов",
            "отдел обслуживания клиентов",
            "отделом обслуживания клиентов",
            "отделе обслуживания клиентов",
        ),
        spelled=in_sentence,
    ),
    text(
        "должность.руководитель",
        "Руководитель смены",
        "кому подчиняется, если указано",
        "position.reports_to",
    ),
    text("уровень.название", "оператор", "уровень опыта", "tier.title"),
)

WORKPLACE = (
    text("место.название", "Контактный центр на Московской", "место работы", "site.name"),
    text(
        "место.адрес",
        "440000, Пензенская область, г. Пенза, ул. Московская, д. 29",
        "адрес места работы",
        "site.address",
    ),
    text("место.населённый_пункт", "г. Пенза", "населённый пункт", "site.locality"),
    yes_no(
        "место.другая_местность",
        False,
        "место работы — в другой местности, чем работодатель: обособленное подразделение",
        _is_elsewhere,
    ),
    text("место.регион", "Пензенская область", "субъект Российской Федерации", "site.region"),
    yes_no(
        "место.север",
        False,
        "район Крайнего Севера или приравненная местность",
        lambda s: bool(s.employment.site.north),
    ),
    yes_no(
        "место.условия_труда.оценены",
        True,
        "специальная оценка условий труда проведена",
        lambda s: bool(s.employment.site.conditions_class),
    ),
    yes_no("место.условия_труда.вредные", False, "класс условий труда 3.1 и выше", _is_harmful),
    text(
        "место.условия_труда.класс",
        "2",
        "класс условий труда; пусто, пока оценки нет",
        "site.conditions_class",
    ),
    choice(
        "место.условия_труда.название",
        "допустимые",
        "оптимальные, допустимые, вредные, опасные",
        _conditions,
        values=(*_CONDITIONS.values(), _HARMFUL),
    ),
    text(
        "место.условия_труда.карта.номер",
        "15А",
        "номер карты специальной оценки",
        "site.conditions_card_number",
    ),
    text(
        "место.условия_труда.карта.дата",
        "2 февраля 2026 г.",
        "дата карты, если указана",
        lambda s: day(s.employment.site.conditions_card_date),
    ),
)
