"""Rules that never speak here, because the product keeps nothing of what they ask about.

They are listed honestly: a lawyer who reads the rules must not take silence for approval.
"""

_ORDER = "приказ о приёме и заявления ведутся вне программы"
_ROSTER = "график смен хранится вне программы; о праздниках в нём напоминает TK113-ROSTER-HOLIDAYS"
_OVERTIME = "плана сверхурочной работы в карточке нет"
_SIGNATURES = "вида электронной подписи в карточке нет"
_CONSENTS = "согласия на обработку персональных данных ведутся вне программы"
_CHANGES = "изменения договора здесь ещё не оформляются"
_CIVIL = "договоры ГПХ здесь не оформляются"
_SERVICES = "договоры с заказчиками здесь не оформляются"

SILENT: dict[str, str] = {
    "TK65-EXTRA-DOCS": _ORDER,
    "TK68-ORDER-MATCH": _ORDER,
    "EFS1-REMIND": _ORDER,
    "TK70-ORDER-ONLY": _ORDER,
    "TK268-MINOR-WEEKEND": _ROSTER,
    "TK259-WEEKEND-BAN": _ROSTER,
    "TK99-LIMIT": _OVERTIME,
    "TK99-BAN": _OVERTIME,
    "TK99-CONSENT": _OVERTIME,
    "TK131-CURRENCY": "ставка хранится только в рублях; текст читает TK131-CURRENCY-TEXT",
    "TK133-MROT-SALARY": "оклада в карточке нет: операторам платят по часам",
    "TK135-BONUS20": "размер снижения премии стоит в положении о премировании",
    "TK13-ABROAD": "страны дистанционной работы в карточке нет, только местность в России",
    "TK312.3-SIGN-CONTRACT": _SIGNATURES,
    "TK22.1-PAPER-ONLY": _SIGNATURES,
    "FZ98-NOT-SECRET": "состава перечня сведений в карточке нет; текст читает FZ98-WAGE-SILENCE",
    "TK244-LIABILITY": "договора о полной ответственности нет; текст читает TK243-FULL-LIABILITY",
    "FZ152-CONTENT": _CONSENTS,
    "FZ152-PURPOSES": _CONSENTS,
    "FZ152-BIOMETRY": _CONSENTS,
    "TK72-ADDENDUM": _CHANGES,
    "TK74-NOTICE": _CHANGES,
    "TK74-REASON": _CHANGES,
    "TK351.8-MENTOR": "поручение наставничества не оформляется: наставник — уровень должности",
    "TK198-APPRENTICE": "ученические договоры здесь не оформляются",
    "TK19.1-REQUAL": _CIVIL,
    "TK19.1-REQUAL-ONE": _CIVIL,
    "FZ422-2YEARS": _CIVIL,
    "FZ422-ACT-DETAIL": _CIVIL,
    "FZ422-STATUS": _CIVIL,
    "B2B-PD-ORDER": _SERVICES,
    "B2B-ADS-CONSENT": _SERVICES,
    "B2B-CALL-LABEL": _SERVICES,
    "B2B-NOPOACH": _SERVICES,
    "TK56.1-AGENCY": _SERVICES,
    "B2B-ACT-SILENCE": _SERVICES,
}
"""The rule → why it is silent, as the list of rules prints it after «правило молчит:»."""
