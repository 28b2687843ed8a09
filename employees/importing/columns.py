"""The columns of the spreadsheet, in the order of the sample."""

from dataclasses import replace

from employees.importing import cells, choices
from employees.importing.cells import Parser
from employees.importing.column import Column, Target, chosen
from employees.importing.sheet import Cell

_DAY = "15.03.2026"
_FLAG = "да"


def _name_part(cell: Cell) -> str:
    """A part of a name; a dash, «нет» or «б/о» say that the person has none."""
    return "" if cells.is_nothing(cell) else cells.text(cell)


def _operator(
    heading: str, name: str, parse: Parser = cells.text, *, example: str = "", hint: str = ""
) -> Column:
    return Column(heading, Target.OPERATOR, name, parse, hint=hint, example=example)


def _term(
    heading: str, name: str, parse: Parser = cells.text, *, example: str = "", hint: str = ""
) -> Column:
    return Column(heading, Target.EMPLOYMENT, name, parse, hint=hint, example=example)


def _reference(heading: str, name: str, *, example: str = "", hint: str = "") -> Column:
    return Column(heading, Target.REFERENCE, name, cells.text, hint=hint, example=example)


def _required(column: Column, *synonyms: str) -> Column:
    return replace(column, is_required=True, synonyms=(*column.synonyms, *synonyms))


def _also(column: Column, *synonyms: str) -> Column:
    return replace(column, synonyms=(*column.synonyms, *synonyms))


_PERSON = (
    _required(
        _operator(
            "Табельный номер",
            "personnel_number",
            example="0001",
            hint="По нему строка находит уже внесённого оператора",
        ),
        "таб. номер",
        "таб. №",
        "табельный №",
        "номер",
        "таб. n",
        "табельный",
        "табельный номер сотрудника",
    ),
    _required(_operator("Фамилия", "surname", _name_part, example="Иванова")),
    _required(_operator("Имя", "name", _name_part, example="Анна", hint="Прочерк, если имени нет")),
    _operator("Отчество", "patronymic", _name_part, example="Петровна", hint="Пусто, если нет"),
    _required(chosen("Пол", Target.OPERATOR, "gender", choices.GENDERS)),
    _required(
        _operator("Дата рождения", "birth_date", cells.day, example=_DAY),
        "родился",
        "дата рожд.",
        "д. р.",
    ),
    replace(
        chosen("Гражданство", Target.OPERATOR, "citizenship", choices.CITIZENSHIPS),
        hint="Страна; пусто — Россия",
        example="Россия",
    ),
    _also(_operator("СНИЛС", "snils", cells.digits(11), example="112-233-445 95"), "снилс №"),
    _also(_operator("ИНН", "inn", cells.digits(12), example="500100732259"), "инн работника"),
)
_IDENTITY = (
    chosen(
        "Вид документа",
        Target.OPERATOR,
        "identity_document",
        choices.IDENTITY_DOCUMENTS,
        "документ",
        "документ, удостоверяющий личность",
    ),
    _also(
        _operator("Серия документа", "identity_series", cells.digits(0), example="4510"),
        "серия паспорта",
        "паспорт серия",
        "серия",
    ),
    _required(
        _operator("Номер документа", "identity_number", cells.digits(0), example="123456"),
        "номер паспорта",
        "паспорт номер",
    ),
    _required(
        _operator("Кем выдан", "identity_issued_by"), "кем выдан паспорт", "паспорт кем выдан"
    ),
    _required(
        _operator("Дата выдачи", "identity_issued_on", cells.day, example=_DAY),
        "дата выдачи паспорта",
        "когда выдан",
        "паспорт когда выдан",
        "паспорт дата выдачи",
    ),
    _also(
        _operator("Код подразделения", "identity_department_code", example="770-001"),
        "код подразделения паспорта",
        "паспорт код подразделения",
    ),
    _operator(
        "Документ действует до",
        "identity_valid_until",
        cells.day,
        example=_DAY,
        hint="Если у документа есть срок",
    ),
)
_CONTACTS = (
    _required(
        _operator("Адрес регистрации", "registration_address"),
        "адрес",
        "адрес по прописке",
        "адрес прописки",
        "адрес по паспорту",
        "прописка",
    ),
    _also(
        _operator("Адрес проживания", "residence_address", hint="Если отличается от регистрации"),
        "фактический адрес",
    ),
    _also(
        _operator("Телефон", "phone", cells.phone, example="+7 900 000-00-00"),
        "тел.",
        "моб. телефон",
        "моб. тел.",
        "мобильный телефон",
        "мобильный",
        "контактный телефон",
        "номер телефона",
    ),
    _also(
        _operator("Эл. почта", "email", example="ivanova@example.com"),
        "электронная почта",
        "e-mail",
        "email",
        "почта",
    ),
    _operator("Банк", "bank_name"),
    _operator("БИК", "bik", cells.digits(9), example="044525225"),
    _also(
        _operator("Номер счёта", "bank_account", cells.digits(20), hint="20 цифр, формат «Текст»"),
        "счёт",
        "р/с",
        "расчётный счёт",
        "лицевой счёт",
    ),
)
_PERMIT = (
    chosen("Статус в РФ", Target.OPERATOR, "foreign_status", choices.FOREIGN_STATUSES),
    chosen("Разрешение", Target.OPERATOR, "permit", choices.PERMITS, "вид разрешения"),
    _operator("Разрешение: серия", "permit_series", example="77"),
    _operator("Разрешение: номер", "permit_number", example="2600123456"),
    _operator("Разрешение: кем выдано", "permit_issued_by"),
    _operator("Разрешение: дата выдачи", "permit_issued_on", cells.day, example=_DAY),
    _operator("Разрешение: действует до", "permit_valid_until", cells.day, example=_DAY),
    _operator("Разрешение: регион", "permit_region", example="Москва"),
    _operator("Разрешение: профессия", "permit_profession", hint="Если названа в патенте"),
    _also(_operator("Полис ДМС", "insurance_policy", hint="Страховщик, номер, срок"), "дмс"),
)
_PLACE = (
    _also(
        _reference("Работодатель (ИНН)", "employer", hint="Если работодателей несколько"),
        "инн работодателя",
        "работодатель",
    ),
    _also(
        _reference("Место работы", "site", hint="Название площадки; если их несколько"),
        "площадка",
        "объект",
    ),
    _reference("Должность", "position", example="Оператор контакт-центра"),
    _also(
        _reference("Подразделение", "department", hint="Если должность есть в нескольких"), "отдел"
    ),
    _required(_reference("Уровень", "tier", example="оператор"), "уровень опыта"),
    _reference("Представитель", "signatory", hint="ФИО подписанта; пусто — подписант по умолчанию"),
)
_CONTRACT = (
    _required(
        _term("Дата договора", "contract_date", cells.day, example=_DAY),
        "дата трудового договора",
        "дата тд",
    ),
    _required(
        _term("Дата начала работы", "start_date", cells.day, example=_DAY),
        "начало работы",
        "дата приёма",
        "дата приёма на работу",
        "первый рабочий день",
    ),
    chosen("Вид работы", Target.EMPLOYMENT, "kind", choices.KINDS),
    chosen("Срок договора", Target.EMPLOYMENT, "term", choices.TERMS, "срок"),
    _also(_term("Дата окончания", "end_date", cells.day, example=_DAY), "договор до"),
    chosen(
        "Основание срочности",
        Target.EMPLOYMENT,
        "fixed_term_ground",
        choices.FIXED_TERM_GROUNDS,
    ),
    _term(
        "Причина срочности",
        "fixed_term_reason",
        hint="Как печатается после «в связи с»: временным расширением объёма услуг по договору № 5",
    ),
    _also(_term("Испытание до", "probation_until", cells.day, example=_DAY), "испытательный срок"),
)
_REMOTE = (
    chosen("Режим работы", Target.EMPLOYMENT, "work_mode", choices.WORK_MODES, "формат работы"),
    _term(
        "Местность дистанционной работы",
        "remote_locality",
        example="г. Пенза, Пензенская область",
    ),
    _term("Дистанционно с", "remote_from", cells.day, example=_DAY),
    _term("Дистанционно по", "remote_until", cells.day, example=_DAY),
    _term(
        "Порядок чередования",
        "alternation",
        example="понедельник и вторник — на рабочем месте, остальные дни — дистанционно",
    ),
    chosen("Оборудование", Target.EMPLOYMENT, "equipment", choices.EQUIPMENT),
    _term("Компенсация в день, ₽", "compensation_per_day", cells.decimal, example="35"),
    _term("Возмещение расходов в месяц, ₽", "expenses_limit", cells.decimal, example="1000"),
    _term("Средства связи", "interaction_system", example="корпоративная почта и телефония"),
    _term("Время ответа, мин", "response_minutes", cells.whole, example="30"),
)
_TIME = (
    chosen("График", Target.EMPLOYMENT, "schedule", choices.SCHEDULES, "график работы"),
    _term("Часов в неделю", "weekly_hours", cells.decimal, example="40"),
    _term("Часов в смене", "shift_hours", cells.decimal, example="8"),
    _term("Начало смены", "shift_start", cells.clock, example="09:00"),
    _term("Окончание смены", "shift_end", cells.clock, example="18:00"),
    _term("Перерыв, мин", "break_minutes", cells.whole, example="60"),
    _term("Неполное время", "is_part_time", cells.flag, example=_FLAG),
    _term("Суммированный учёт", "has_summed_accounting", cells.flag, example=_FLAG),
    chosen("Учётный период", Target.EMPLOYMENT, "accounting_period", choices.ACCOUNTING_PERIODS),
    _term("Ночная работа", "has_night_work", cells.flag, example=_FLAG),
)
_PAY = (
    _required(
        _term("Часовая ставка, ₽", "hourly_rate", cells.decimal, example="230,50"),
        "часовая ставка",
        "ставка",
        "ставка в час",
        "ставка руб./час",
        "ставка, ₽/час",
    ),
    _term("Доплата за ночь, %", "night_percent", cells.whole, example="20"),
    chosen("За праздники", Target.EMPLOYMENT, "holiday_reward", choices.HOLIDAY_REWARDS),
    _term("За праздничный день, ₽", "holiday_reward_amount", cells.decimal, example="500"),
    _term("Премия", "has_bonus", cells.flag, example=_FLAG),
    _term("Доплата до МРОТ", "has_minimum_wage_top_up", cells.flag, example=_FLAG),
    _also(_term("Отпуск, дней", "leave_days", cells.whole, example="28"), "отпуск"),
    _term("Дополнительный отпуск, дней", "extra_leave_days", cells.whole, example="0"),
    _term("Электронные документы", "has_electronic_exchange", cells.flag, example="нет"),
    _term("Медосмотр", "medical_examination_on", cells.day, hint="Дата; для лиц до 18 лет"),
    _term("Согласие родителя", "has_parental_consent", cells.flag, hint="Для лиц до 15 лет"),
)
_GUARANTEES = (
    _term("Младший ребёнок родился", "youngest_child_born", cells.day, example=_DAY),
    chosen("Воспитание ребёнка", Target.EMPLOYMENT, "child_care", choices.CHILD_CARE),
    _term("Трое и больше детей", "has_three_children", cells.flag, example=_FLAG),
    _term("Ребёнок-инвалид", "has_disabled_child", cells.flag, example=_FLAG),
    _term("Беременность", "is_pregnant", cells.flag, hint="да, если есть справка", example=_FLAG),
    _term("Уход за больным членом семьи", "cares_for_relative", cells.flag, example=_FLAG),
    chosen(
        "Группа инвалидности",
        Target.EMPLOYMENT,
        "disability_group",
        choices.DISABILITY_GROUPS,
        "инвалидность",
    ),
    _term("Смена по медзаключению, ч", "shift_limit_hours", cells.decimal, example="7"),
    _term("Пенсионер", "is_pensioner", cells.flag, example=_FLAG),
    chosen("Учёба", Target.EMPLOYMENT, "education", choices.EDUCATION, "обучение"),
    chosen(
        "Без испытания как",
        Target.EMPLOYMENT,
        "probation_exemption",
        choices.PROBATION_EXEMPTIONS,
    ),
    _term("Первая работа", "is_first_job", cells.flag, hint="да, если СНИЛС ещё нет"),
    _term("Согласие на ночную работу", "night_consent_on", cells.day, example=_DAY),
    _term("Ознакомлен с графиком", "schedule_read_on", cells.day, example=_DAY),
    _term("Допущен к работе", "admitted_on", cells.day, hint="Если раньше даты договора"),
    _term(
        "Письменное соглашение об испытании до допуска",
        "has_prior_probation_agreement",
        cells.flag,
        example=_FLAG,
    ),
    _term("Уведомление МВД", "migration_notified_on", cells.day, hint="О приёме иностранца"),
    _term("Документы на компенсацию", "has_compensation_papers", cells.flag, example=_FLAG),
)

COLUMNS: tuple[Column, ...] = (
    *_PERSON,
    *_IDENTITY,
    *_CONTACTS,
    *_PERMIT,
    *_PLACE,
    *_CONTRACT,
    *_REMOTE,
    *_TIME,
    *_PAY,
    *_GUARANTEES,
)
"""Every column that the import understands."""

HEADING_OF = {(column.target, column.field): column.heading for column in COLUMNS}
"""The heading under which the user finds a field."""
