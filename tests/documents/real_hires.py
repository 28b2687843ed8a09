"""Hires as call centres really make them: with one mistake each, and tricky but lawful.

A maker gives the employment as it is recorded, or as the form describes it before it is saved;
`clause` is a sentence that somebody has added to the contract.
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from employees.models import Employment
from tests.documents.faulty_people import PATENT
from tests.factories import make_employment, make_every_local_act

Records = dict[str, Any]
MINOR: Records = {
    "operator__birth_date": date(2009, 6, 14),
    "operator__identity_issued_on": date(2023, 7, 5),
    "weekly_hours": Decimal("35"),
    "shift_hours": Decimal("7"),
    "shift_end": time(17),
    "leave_days": 31,
    "medical_examination_on": date(2026, 11, 20),
    "education": "finished",
}
PUPIL: Records = MINOR | {
    "operator__birth_date": date(2011, 3, 1),
    "operator__identity_issued_on": date(2025, 3, 10),
    "weekly_hours": Decimal("12"),
    "shift_hours": Decimal("2.5"),
    "is_part_time": True,
    "education": "pupil",
}
NIGHTS: Records = {
    "schedule": "shifts_2_2",
    "shift_hours": Decimal("11"),
    "shift_start": time(20),
    "shift_end": time(8),
    "has_summed_accounting": True,
    "accounting_period": "quarter",
    "has_night_work": True,
    "schedule_read_on": date(2026, 11, 30),
}
MOSCOW: Records = {"site__region": "Москва", "site__locality": "г. Москва"}
STAY: Records = {
    **PATENT,
    "operator__permit_profession": "оператор связи",
    "migration_notified_on": date(2026, 12, 1),
}
TWO_MONTHS: Records = {
    "term": "fixed",
    "end_date": date(2027, 1, 31),
    "fixed_term_ground": "temporary_work",
    "fixed_term_reason": "приёмом обращений зимней акции",
}
EXTENSION: Records = {
    "term": "fixed",
    "fixed_term_ground": "temporary_extension",
    "fixed_term_reason": "временным расширением объёма услуг",
}


@dataclass(frozen=True)
class Hire:
    """One hire: its records, what the form says beyond them, and an added clause."""

    records: dict[str, Any]
    unsaved: dict[str, Any]
    clause: str

    def make(self) -> Employment:
        employment = make_employment(**self.records)
        make_every_local_act(employment.employer)
        employment = Employment.objects.with_records().get(pk=employment.pk)
        for name, value in self.unsaved.items():
            setattr(employment, name, value)
        return employment


def hire(clause: str = "", unsaved: dict[str, Any] | None = None, **records: Any) -> Hire:
    return Hire(records, unsaved or {}, clause)


Mistake = tuple[str, str, Hire]
MISTAKES: dict[str, Mistake] = {
    "ставка ниже федерального минимума": (
        "TK133-MROT-HOUR",
        "error",
        hire(hourly_rate=Decimal("140"), has_minimum_wage_top_up=False),
    ),
    "ставка ниже московского минимума": (
        "TK133.1-REGION",
        "error",
        hire(hourly_rate=Decimal("230"), has_minimum_wage_top_up=False, **MOSCOW),
    ),
    "в январе ставка не даёт московского минимума": (
        "TK133.1-SHORT-MONTH",
        "warning",
        hire(hourly_rate=Decimal("300"), has_minimum_wage_top_up=False, **MOSCOW),
    ),
    "в январе ставка не даёт минимума": (
        "TK133-MROT-SHORT-MONTH",
        "warning",
        hire(hourly_rate=Decimal("225.77"), has_minimum_wage_top_up=False),
    ),
    "испытание полгода": ("TK70-MAX3", "error", hire(probation_until=date(2027, 5, 31))),
    "испытание беременной": (
        "TK70-EXEMPT",
        "error",
        hire(probation_until=date(2027, 2, 28), is_pregnant=True),
    ),
    "испытание матери годовалого": (
        "TK70-EXEMPT",
        "error",
        hire(probation_until=date(2027, 2, 28), youngest_child_born=date(2025, 11, 1)),
    ),
    "испытание выпускника": (
        "TK70-EXEMPT",
        "error",
        hire(probation_until=date(2027, 2, 28), probation_exemption="graduate"),
    ),
    "испытание несовершеннолетнего": (
        "TK70-EXEMPT",
        "error",
        hire(probation_until=date(2027, 2, 28), **MINOR),
    ),
    "испытание при договоре на два месяца": (
        "TK70-LT2M",
        "error",
        hire(probation_until=date(2026, 12, 14), **TWO_MONTHS),
    ),
    "испытание месяц при договоре на четыре": (
        "TK70-MAX2W",
        "error",
        hire(probation_until=date(2026, 12, 31), end_date=date(2027, 3, 31), **EXTENSION),
    ),
    "испытание после допуска к работе": (
        "TK70-ADMITTED",
        "error",
        hire(admitted_on=date(2026, 11, 27), probation_until=date(2027, 2, 28)),
    ),
    "срочный без основания": (
        "TK57-TERM-REASON",
        "error",
        hire(unsaved={"term": "fixed", "end_date": date(2027, 5, 31)}),
    ),
    "расширение услуг на два года": (
        "TK59-EXPANSION-1Y",
        "error",
        hire(end_date=date(2028, 11, 30), **EXTENSION),
    ),
    "малый бизнес с двумястами работниками": (
        "TK59-SME-HEADCOUNT",
        "error",
        hire(
            term="fixed",
            end_date=date(2027, 11, 30),
            fixed_term_ground="small_business",
            employer__is_small_business=True,
            employer__headcount=200,
        ),
    ),
    "студент не отмечен студентом": (
        "TK59-GROUND-FACT",
        "warning",
        hire(term="fixed", end_date=date(2027, 6, 30), fixed_term_ground="student"),
    ),
    "ночные смены несовершеннолетнего": (
        "TK96-NIGHT-BAN",
        "error",
        hire(**MINOR | {"has_night_work": True}),
    ),
    "ночные смены матери двухлетнего без согласия": (
        "TK96-NIGHT-CONSENT",
        "error",
        hire(youngest_child_born=date(2024, 6, 1), **NIGHTS),
    ),
    "беременная на графике два через два": (
        "TK113-ROSTER-HOLIDAYS",
        "warning",
        hire(shifts=True, is_pregnant=True, schedule_read_on=date(2026, 11, 30)),
    ),
    "сорок часов в семнадцать лет": (
        "TK92-MINOR",
        "error",
        hire(**MINOR | {"weekly_hours": Decimal("40")}),
    ),
    "школьник без согласия родителя": ("TK63-AGE14-CONSENT", "error", hire(**PUPIL)),
    "школьнику пятнадцати лет двадцать часов": (
        "TK92-MINOR",
        "error",
        hire(**PUPIL | {"weekly_hours": Decimal("20"), "has_parental_consent": True}),
    ),
    "сорок часов инвалиду второй группы": (
        "TK92-DISABLED",
        "error",
        hire(disability_group=2, leave_days=30),
    ),
    "смена инвалида длиннее заключения": (
        "TK94-DISABLED-SHIFT",
        "error",
        hire(disability_group=3, leave_days=30, shift_limit_hours=Decimal("6")),
    ),
    "между выплатами двадцать дней": (
        "TK136-GAP",
        "error",
        hire(employer__advance_day=25, employer__final_day=5),
    ),
    "своё оборудование без компенсации": (
        "TK312.6-OWN-EQUIPMENT",
        "error",
        hire(remote=True, unsaved={"compensation_per_day": None}),
    ),
    "компенсация сто рублей без документов": (
        "NK217-35",
        "warning",
        hire(remote=True, compensation_per_day=Decimal("100")),
    ),
    "временно дистанционно девять месяцев": (
        "TK312.1-TEMP6",
        "error",
        hire(remote_temporary=True, remote_until=date(2027, 8, 31)),
    ),
    "чередование без порядка дней": (
        "TK312.1-HYBRID",
        "warning",
        hire(hybrid=True, unsaved={"alternation": ""}),
    ),
    "патент другого региона": (
        "FZ115-PATENT-REGION",
        "error",
        hire(**STAY | {"operator__permit_region": "Самарская область"}),
    ),
    "патент на другую профессию": (
        "FZ115-PATENT-PROFESSION",
        "error",
        hire(**STAY | {"operator__permit_profession": "подсобный рабочий"}),
    ),
    "патент кончился": (
        "FZ115-PERMIT-EXPIRED",
        "error",
        hire(**STAY | {"operator__permit_valid_until": date(2026, 11, 25)}),
    ),
    "договор через две недели после начала работы": (
        "TK67-3DAYS",
        "error",
        hire(contract_date=date(2026, 12, 14)),
    ),
    "договор на другой день после начала работы": (
        "TK61-DATE-ORDER",
        "warning",
        hire(contract_date=date(2026, 12, 2)),
    ),
    "доверенность кончилась": (
        "GK186-POA-EXPIRED",
        "error",
        hire(
            signatory__authority="power_of_attorney",
            signatory__authority_number="7",
            signatory__authority_date=date(2025, 11, 1),
            signatory__valid_from=date(2025, 11, 1),
            signatory__valid_until=date(2026, 10, 31),
        ),
    ),
    "совместителю тридцать часов": (
        "TK282-SECONDARY",
        "error",
        hire(kind="secondary", weekly_hours=Decimal("30"), is_part_time=True),
    ),
    "отпуск четырнадцать дней": ("TK115-LEAVE", "error", hire(leave_days=14)),
    "отпуск урезан за неполное время": (
        "TK93-PART",
        "error",
        hire(leave_days=14, is_part_time=True, weekly_hours=Decimal("20"), shift_hours=Decimal(4)),
    ),
    "двенадцатичасовые смены без суммированного учёта": (
        "TK104-SUMMED",
        "warning",
        hire(
            schedule="shifts_2_2",
            shift_hours=Decimal("11"),
            shift_end=time(21),
            schedule_read_on=date(2026, 11, 30),
        ),
    ),
    "нет СНИЛС, а работа не первая": ("TK65-SNILS-EMPTY", "warning", hire(operator__snils="")),
    "паспорт не заменён в двадцать лет": (
        "DATA-PASSPORT-EXPIRED",
        "warning",
        hire(operator__birth_date=date(2006, 1, 10), operator__identity_issued_on=date(2020, 2, 1)),
    ),
    "неделя 45 часов в тексте": (
        "TK91-40",
        "error",
        hire("Работнику устанавливается 45-часовая рабочая неделя."),
    ),
    "запрет конкурентов": (
        "TK9-NONCOMPETE",
        "error",
        hire("После увольнения Работник не вправе работать у конкурентов в течение года."),
    ),
    "штраф за опоздание": (
        "TK192-FINE",
        "error",
        hire("За опоздание Работник уплачивает штраф 500 рублей."),
    ),
    "всегда на связи": (
        "TK91-ALWAYS-ON",
        "error",
        hire("Работник обязан быть на связи в любое время, включая выходные."),
    ),
    "выплата за уход раньше года": (
        "TK192-FINE",
        "error",
        hire("При увольнении раньше года Работник выплачивает Работодателю 50 000 рублей."),
    ),
    "оплата в долларах": (
        "TK131-CURRENCY-TEXT",
        "error",
        hire("Ставка Работника составляет 4 доллара США в час."),
    ),
    "зарплата не позднее десятого числа": (
        "TK136-RANGE",
        "error",
        hire("Заработная плата выплачивается не позднее 10-го числа."),
    ),
    "согласие внутри договора": (
        "FZ152-SEPARATE",
        "error",
        hire("Работник даёт согласие на обработку своих персональных данных."),
    ),
    "испытание можно продлить": (
        "TK70-EXTEND",
        "error",
        hire("Испытательный срок может быть продлён Работодателем."),
    ),
    "на испытании платят меньше": (
        "TK22-PROBATION-PAY",
        "error",
        hire("На период испытания Работнику выплачивается 80 % часовой ставки."),
    ),
    "отпуск через год": (
        "TK122-FIRST-LEAVE",
        "error",
        hire("Отпуск предоставляется после одного года работы."),
    ),
    "свой телефон бесплатно": (
        "TK188-OWN-TOOLS",
        "error",
        hire("Работник использует личный телефон без компенсации."),
    ),
    "банк менять нельзя": (
        "TK136-BANK",
        "error",
        hire("Работник не вправе менять банк для зачисления заработка."),
    ),
    "обучение за счёт работника": (
        "TK249-TRAINING",
        "warning",
        hire("При увольнении Работник возмещает полную стоимость обучения."),
    ),
}
"""What HR did wrong → the one rule that says so, its severity, the hire."""

LAWFUL: dict[str, Hire] = {
    "ставка ниже минимума с доплатой до него": hire(hourly_rate=Decimal("150")),
    "суммированный учёт за год": hire(
        shifts=True, accounting_period="year", schedule_read_on=date(2026, 11, 30)
    ),
    "ровно два месяца без испытания": hire(**TWO_MONTHS),
    "испытание до последнего дня третьего месяца": hire(probation_until=date(2027, 2, 28)),
    "договор на третий рабочий день после допуска": hire(
        admitted_on=date(2026, 11, 25), contract_date=date(2026, 11, 30)
    ),
    "допуск раньше договора с соглашением об испытании": hire(
        admitted_on=date(2026, 11, 27),
        has_prior_probation_agreement=True,
        probation_until=date(2027, 2, 28),
    ),
    "семнадцать лет, всё по закону": hire(**MINOR),
    "школьник с согласием родителя": hire(**PUPIL | {"has_parental_consent": True}),
    "школьник на летние каникулы": hire(
        **MINOR
        | EXTENSION
        | {
            "operator__birth_date": date(2010, 12, 1),
            "operator__identity_issued_on": date(2024, 12, 10),
            "education": "pupil",
            "contract_date": date(2027, 5, 31),
            "start_date": date(2027, 6, 1),
            "end_date": date(2027, 8, 31),
        }
    ),
    "инвалид третьей группы на сорок часов с испытанием": hire(
        disability_group=3, leave_days=30, probation_until=date(2027, 2, 28)
    ),
    "инвалид второй группы на тридцать пять часов": hire(
        disability_group=2,
        leave_days=30,
        weekly_hours=Decimal("35"),
        shift_hours=Decimal("7"),
        hourly_rate=Decimal("320"),
    ),
    "ночные смены матери двухлетнего с согласия": hire(
        youngest_child_born=date(2024, 6, 1), night_consent_on=date(2026, 11, 30), **NIGHTS
    ),
    "испытание отца годовалого": hire(
        operator__gender="m",
        operator__surname="Иванов",
        operator__name="Пётр",
        operator__patronymic="Ильич",
        youngest_child_born=date(2025, 11, 1),
        probation_until=date(2027, 2, 28),
    ),
    "гражданин Казахстана без патента": hire(
        operator__citizenship="KZ",
        operator__identity_document="foreign_passport",
        operator__identity_series="",
        operator__foreign_status="temporary_stay",
        operator__insurance_policy="№ 5",
    ),
    "патент на ту же профессию другими словами": hire(
        **STAY | {"operator__permit_region": "Пензенская обл."}
    ),
    "дистанционно из другого города": hire(
        remote=True, remote_locality="г. Самара, Самарская область"
    ),
    "совместитель на двадцать часов": hire(
        kind="secondary",
        weekly_hours=Decimal("20"),
        shift_hours=Decimal("4"),
        is_part_time=True,
    ),
    "выплаты 15-го и 30-го": hire(employer__advance_day=30, employer__final_day=15),
    "пенсионер на срок по соглашению": hire(
        operator__birth_date=date(1961, 4, 1),
        operator__identity_issued_on=date(2006, 5, 12),
        term="fixed",
        end_date=date(2027, 11, 30),
        fixed_term_ground="pensioner",
        is_pensioner=True,
    ),
    "первая работа без СНИЛС": hire(operator__snils="", is_first_job=True),
    "паспорт заменяют: девяносто дней ещё не прошли": hire(
        operator__birth_date=date(2006, 10, 1), operator__identity_issued_on=date(2020, 11, 1)
    ),
    "договор начинается в будущем году": hire(start_date=date(2027, 1, 11)),
    "в тексте запреты для самого работодателя": hire(
        "Штрафы и неустойки не применяются; сверхурочная работа — с письменного согласия на каждый "
        "случай и оплачивается не менее чем в полуторном размере за первые два часа; испытание не "
        "продлевается; ненормированный рабочий день не устанавливается."
    ),
    "в тексте порядок увольнения и отпуска": hire(
        "При неудовлетворительном результате испытания Работодатель предупреждает письменно за три "
        "дня с указанием причин; право на отпуск возникает по истечении шести месяцев работы; "
        "о замене банка Работник сообщает за 15 календарных дней."
    ),
}
"""Tricky, and lawful: no error, whatever else is said."""
