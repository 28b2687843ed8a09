"""A complete contract of each work mode, without a fault, as a lawyer would wish it."""

import copy
import datetime as dt

ON = dt.date(2026, 11, 23)

ON_SITE = {
    "employer": {
        "type": "org",
        "name": "Общество с ограниченной ответственностью «Голос»",
        "inn": "7707083893",
        "headcount": 140,
        "is_sme": False,
        "regional_refusal": False,
        "signatory": {"fio": "Ли Анна Борисовна", "authority_doc": "Устав"},
    },
    "employee": {
        "fio": "Петрова Мария Олеговна",
        "sex": "f",
        "birth_date": dt.date(1999, 2, 28),
        "citizenship": "RU",
        "inn": "500100732259",
        "snils": "112-233-445 95",
        "first_job": False,
        "pregnant": False,
        "iddoc": {
            "kind": "rf_passport",
            "number": "4512 345678",
            "issued_by": "МВД по Республике Татарстан",
            "issued_date": dt.date(2019, 6, 4),
        },
    },
    "contract": {
        "date": dt.date(2026, 11, 23),
        "place": "г. Казань",
        "start_date": dt.date(2026, 11, 24),
        "term": "indefinite",
        "kind": "main",
        "format": "onsite",
        "workplace": "ООО «Голос», г. Казань, ул. Мира, 5",
        "region": "Республика Татарстан",
        "region_coef_required": 1,
        "position": "оператор контактного центра",
        "work_conditions": "2",
        "social_insurance_clause": True,
        "lna_ack_date": dt.date(2026, 11, 20),
        "probation_end": dt.date(2027, 2, 23),
    },
    "pay": {
        "type": "hourly",
        "rate_hour": 230,
        "probation_rate_hour": 230,
        "tier_rate_hour": 230,
        "mrot_topup_clause": True,
        "regional_coef": 1,
        "currency": "RUB",
        "days": [10, 25],
        "advance_day": 25,
        "final_day": 10,
        "night_percent": 20,
        "overtime_coef_1": 1.5,
        "overtime_coef_2": 2,
        "overtime_base": "full_pay",
        "weekend_coef": 2,
        "holiday_reward": "Положение об оплате труда, п. 4",
        "indexation_clause": True,
        "bonus_mentioned": True,
        "bonus_regulation": "Положение о премировании от 01.09.2025",
    },
    "time": {
        "mode": "shift",
        "hours_week": 40,
        "shift_hours": 11,
        "break_minutes": 60,
        "weekly_rest_hours": 48,
        "min_rest_between_shifts_hours": 12,
        "accounting": "summed",
        "period_months": 3,
        "schedule_doc": "График № 12",
        "schedule_from": dt.date(2026, 11, 24),
        "schedule_ack_date": dt.date(2026, 11, 23),
        "night_hours": True,
        "overtime_two_days": 4,
        "overtime_year": 120,
    },
    "leave": {"annual_days": 28},
    "nda": {
        "trade_secret": True,
        "list_doc": "Перечень № 1",
        "access_order": "Положение № 2",
        "persons_log": "Журнал учёта",
        "stamp": True,
        "items": ["client_base", "scripts"],
        "post_term": "regime",
        "call_recording": True,
        "recording_ack": True,
    },
    "sign": {"medium": "paper", "doc_kind": "contract"},
    "text": "\n".join(
        (
            "5. Оплата труда",
            "5.1. Работнику устанавливается часовая тарифная ставка 230 рублей.",
            "5.2. Заработная плата выплачивается 25-го числа текущего месяца и 10-го числа "
            "следующего.",
            "6.1. Ежегодный основной оплачиваемый отпуск — 28 календарных дней.",
            "7.1. Штрафы, неустойки и иные денежные взыскания не применяются.",
        )
    ),
}

REMOTE = {
    "clause": True,
    "equipment": "own",
    "comp_amount": 35,
    "comp_per_day": 35,
    "comp_order": "за каждый день, вместе с заработной платой",
    "interaction": "рабочая почта, подтверждение в течение дня",
    "silence_days": 2,
    "country": "RU",
    "abroad_free": False,
}


def on_site():
    """Works in the office."""
    return copy.deepcopy(ON_SITE)


def remote():
    """Works from home for good: no special assessment, his own equipment."""
    facts = on_site()
    facts["contract"].update(format="remote_permanent", workplace="г. Казань", work_conditions=None)
    facts["remote"] = dict(REMOTE)
    return facts


def remote_temporary():
    """Works from home for half a year."""
    facts = on_site()
    facts["contract"]["format"] = "remote_temporary"
    dates = {"date_from": dt.date(2026, 12, 1), "date_to": dt.date(2027, 5, 31)}
    facts["remote"] = {**REMOTE, **dates}
    return facts


def hybrid():
    """Alternates the office and his home."""
    facts = on_site()
    facts["contract"].update(format="remote_hybrid", office_address="г. Казань, ул. Мира, 5")
    facts["remote"] = {**REMOTE, "alternation": "пн, ср — офис; вт, чт, пт — дистанционно"}
    return facts


WORK_MODES = (on_site, remote, remote_temporary, hybrid)
