"""Remote work (ТК РФ гл. 49.1)."""

import datetime as dt
import re

from hr_docs.law.case import Case
from hr_docs.law.logic import above, below, earlier, later, term_end
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of, gap
from hr_docs.law.wording import as_day, as_money, counted

rule = Topic("Дистанционная работа")

NO_PLACE = re.compile(
    r"усмотрени|самостоятельн|по\s+(своему\s+)?выбору\s+работник|люб(ом|ое|ая)\s+мест|где\s+угодно"
)
WHOLE_COUNTRY = re.compile(
    r"(в\s+пределах|на\s+территории|вся|по\s+всей)\s.*(рф|росси)|^(рф|россия|российская федерация)$"
)
LOCALITY = re.compile(
    r"\b(г|гор|город|с|село|пос|посел\w+|дер|деревня|ст-ца|обл|область|край|кра[яе]|респ\w*|район|"
    r"округ|ул|област\w+|адрес\w*|москв\w+|санкт-петербург\w*|севастопол\w+)\b"
)


@rule(
    "TK312.1-CLAUSE",
    ERROR,
    "ТК РФ ст. 312.1",
    "remote.clause",
    condition="формат дистанционный, а условия о дистанционной работе и её виде нет",
    mend="Укажите, что функция выполняется дистанционно: постоянно, временно или с чередованием.",
    sources=("S25",),
    about=("contract",),
)
def remote_clause_missing(case: Case) -> str | None:
    if not case.is_remote or case.remote.clause:
        return None
    return "Работа дистанционная, а условия об этом в договоре нет."


@rule(
    "TK312.1-TEMP6",
    ERROR,
    "ТК РФ ст. 312.1 ч. 2",
    "remote.date_to",
    condition="временная дистанционная работа без срока или дольше шести месяцев подряд",
    mend="Укажите срок не дольше шести месяцев; дольше — постоянная работа или чередование.",
    sources=("S25",),
    about=("contract",),
)
def temporary_remote_too_long(case: Case) -> str | None:
    if case.contract.format != "remote_temporary":
        return None
    begin, end = case.remote.date_from, case.remote.date_to
    last = term_end(begin, case.limits.remote_temporary_months)
    if begin is None or end is None:
        return "Не указаны даты, с какой и по какую работа временно дистанционная."
    if not later(end, last):
        return None
    return f"Дистанционно до {as_day(end)}: шесть месяцев кончаются {as_day(last)}."


@rule(
    "TK312.1-DATES",
    ERROR,
    "ТК РФ ст. 312.1 ч. 2",
    "remote.date_to",
    condition="дистанционная работа кончается раньше, чем начинается",
    mend="Исправьте даты дистанционной работы.",
)
def remote_dates_reversed(case: Case) -> str | None:
    begin, end = case.remote.date_from, case.remote.date_to
    if not earlier(end, begin):
        return None
    return f"Дистанционная работа кончается {as_day(end)}, раньше начала {as_day(begin)}."


@rule(
    "TK312.1-HYBRID",
    WARNING,
    "ТК РФ ст. 312.1 ч. 2, 312.4",
    "remote.alternation",
    condition="чередование без порядка дней и адреса рабочего места",
    mend="Опишите чередование удалённых и офисных дней и адрес рабочего места.",
    sources=("S25",),
    about=("contract",),
)
def alternation_missing(case: Case) -> str | None:
    if case.contract.format != "remote_hybrid":
        return None
    if case.remote.alternation is None:
        return "Не описано, как чередуются удалённые и офисные дни."
    if case.contract.office_address is None:
        return "Не указан адрес рабочего места для офисных дней."
    return None


@rule(
    "TK57-REMOTE-PLACE",
    WARNING,
    "ТК РФ ст. 57 ч. 2, 312.1; Роструд 09.04.2024 № ПГ/05642-6-1, 12.09.2023 № ПГ/18818-6-1",
    "contract.workplace",
    condition="у дистанционного работника место работы названо без местности",
    mend="Назовите местность: от неё зависят районный коэффициент и гарантии.",
    sources=("S77",),
)
def locality_missing(case: Case) -> str | None:
    place = case.contract.workplace
    if not case.is_remote or place is None:
        return None
    words = place.casefold()
    vague = NO_PLACE.search(words) or (WHOLE_COUNTRY.search(words) and not LOCALITY.search(words))
    return f"Место дистанционной работы — «{place}», местность не названа." if vague else None


@rule(
    "TK312.3-INTERACTION",
    WARNING,
    "ТК РФ ст. 312.3",
    "remote.interaction",
    condition="не указаны каналы связи, порядок отчёта и подтверждения получения",
    mend="Укажите каналы, порядок заданий и отчётов или локальный акт, где это есть.",
    about=("contract",),
)
def interaction_missing(case: Case) -> str | None:
    if not case.is_remote or case.remote.interaction is not None:
        return None
    return "Не указано, как стороны обмениваются заданиями и отчётами."


@rule(
    "TK312.4-REGIME",
    WARNING,
    "ТК РФ ст. 312.4",
    "time.schedule_text",
    condition="дистанционная работа без режима",
    mend="Опишите режим или назовите график: без него работник сам выбирает часы.",
    about=("contract",),
)
def remote_regime_missing(case: Case) -> str | None:
    if not case.is_remote or case.time.schedule_text or case.time.schedule_doc:
        return None
    return "Режим дистанционной работы не установлен ни договором, ни графиком."


@rule(
    "TK312.5-LESS-PAY",
    ERROR,
    "ТК РФ ст. 312.5",
    "pay.rate_hour",
    condition="ставка дистанционного работника ниже ставки той же должности и уровня",
    mend="Платите столько же: дистанционная работа не основание снижать зарплату.",
)
def remote_paid_less(case: Case) -> str | None:
    pay = case.pay
    if not case.is_remote or not below(pay.rate_hour, pay.tier_rate_hour):
        return None
    return f"Дистанционно {as_money(pay.rate_hour)} в час, в офисе {as_money(pay.tier_rate_hour)}."


@rule(
    "TK312.6-OWN-EQUIPMENT",
    ERROR,
    "ТК РФ ст. 312.6",
    "remote.comp_amount",
    condition="своё или арендованное оборудование, а размер и порядок компенсации не установлены",
    mend="Укажите размер, порядок и срок компенсации и возмещения расходов.",
    sources=("S24",),
)
def compensation_missing(case: Case) -> str | None:
    remote = case.remote
    if remote.equipment not in ("own", "rented", "mixed"):
        return None
    if not above(remote.comp_amount, 0):
        return "Работник использует своё оборудование, а размер компенсации не установлен."
    if remote.comp_order is None:
        return "Порядок и срок компенсации за оборудование работника не указаны."
    return None


@rule(
    "TK312.6-EQUIPMENT-EMPTY",
    WARNING,
    "ТК РФ ст. 312.6",
    "remote.equipment",
    condition="не указано, чьё оборудование",
    mend="Укажите, чьё оборудование и программы использует работник.",
    about=("contract",),
)
def equipment_unknown(case: Case) -> str | None:
    if not case.is_remote or case.remote.equipment is not None:
        return None
    return "Не указано, чьим оборудованием пользуется дистанционный работник."


@rule(
    "NK217-35",
    WARNING,
    "НК РФ ст. 217 п. 1, ст. 422 п. 1",
    "remote.comp_per_day",
    condition="компенсация больше 35 ₽ в день без подтверждающих документов",
    mend="Соберите документы либо удержите НДФЛ и взносы с превышения: предел налоговый.",
    sources=("S23", "S24"),
    since=dt.date(2024, 1, 1),
)
def compensation_taxed(case: Case) -> str | None:
    amount, limit = case.remote.comp_per_day, case.limits.compensation_untaxed_a_day
    if case.remote.comp_documents or not above(amount, limit):
        return None
    free = as_money(limit)
    return f"Компенсация {as_money(amount)} в день, а без документов от налога свободны {free}."


def silence_too_short(case: Case) -> str | None:
    days = case.remote.silence_days
    if not below(days, case.limits.silence_work_days):
        return None
    return (
        f"Уволить можно уже за {counted(days, 'день', 'дня', 'дней')} без связи: это меньше двух."
    )


rule.text(
    "TK312.8-SILENCE",
    ERROR,
    "ТК РФ ст. 312.8 ч. 1",
    condition="увольнение за невыход на связь раньше «более двух рабочих дней подряд»",
    mend="Пишите «более двух рабочих дней подряд» или больший срок.",
    sources=("S26",),
    field="remote.silence_days",
    check=silence_too_short,
    message="Увольняют за молчание короче «более двух рабочих дней подряд».",
    search=Search(
        stems=("связ", "взаимодейств", "отвеч", "ответ", "звон"),
        pattern=any_of(
            r"не\W+(?:отве[тч]|выш|вых)\w*(?:\W+\w+){0,3}?\W+(?:связ|запрос|звон|сообщени|письм)\w*"
            r"(?:\W+\w+){0,4}?\W+(?:суток|сутки|(?:1|одного)\W+(?:рабочего\W+)?дня|[0-9]+\W+час|часа)\b.*"
            r"\b(?:увольн|увол|расторг|прекра)",
            r"(?:увол|увольн|расторг|расторж|прекра)\w*.*\b(?:не\W+(?:выход|выш|отве[тч]|взаимодейств|"
            r"выполня)\w*|невыход\w*|отсутстви\w+)(?:\W+\w+){0,5}?\W+(?:связ|взаимодейств|запрос|звон)"
            r"\w*(?:\W+\w+){0,6}?\W+(?:одного|1|суток|сутки|[0-9]+\W+час|часа|дня\b)",
        ),
        unless=any_of(
            r"двух|2\W+(?:рабочих\W+)?дн|трех|3\W+(?:рабочих\W+)?дн|пяти|десяти",
            rf"не{gap(2)}(?:влеч|явля|допуска|вправе)",
        ),
    ),
)


@rule(
    "TK13-ABROAD",
    WARNING,
    "ТК РФ ст. 13, 312.2; письма Минтруда 2015–2017",
    "remote.country",
    condition="место дистанционной работы за рубежом или выезд без согласования",
    mend="Согласуйте с юристом: Минтруд считал такие договоры невозможными; есть риск по "
    "персональным данным и налогам.",
    sources=("S60",),
)
def work_abroad(case: Case) -> str | None:
    country = case.remote.country
    if country is not None and country.upper() not in ("RU", "РФ", "РОССИЯ"):
        return f"Дистанционная работа в другом государстве: {country}."
    if case.remote.abroad_free:
        return "Выезд за границу с работой разрешён без согласования."
    return None


@rule(
    "TK312.7-SAFETY",
    ADVICE,
    "ТК РФ ст. 312.7",
    "remote.safety_ack",
    condition="оборудование выдано, а ознакомления с охраной труда при работе с ним нет",
    mend="Ознакомьте с требованиями охраны труда при работе с выданным оборудованием.",
)
def safety_unread(case: Case) -> str | None:
    if case.remote.equipment not in ("employer", "mixed") or case.remote.safety_ack:
        return None
    return "Не отмечено ознакомление с охраной труда при работе с выданным оборудованием."
