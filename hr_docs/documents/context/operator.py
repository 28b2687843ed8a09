"""Placeholders of the operator: name, identity, addresses, status of a foreign citizen."""

from collections.abc import Callable

from employees.countries import COUNTRIES, EAEU, STATELESS
from employees.models import Operator
from hr_docs.documents.context.cases import person_in_cases
from hr_docs.documents.context.placeholder import Placeholder, choice, text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import day, name_of
from hr_docs.russian import initials, initials_first

_IDENTITY_DOCUMENTS = {
    Operator.IdentityDocument.RF_PASSPORT: "паспорт гражданина Российской Федерации",
    Operator.IdentityDocument.FOREIGN_PASSPORT: "паспорт иностранного гражданина",
    Operator.IdentityDocument.RESIDENCE_PERMIT: "вид на жительство лица без гражданства",
    Operator.IdentityDocument.TEMPORARY_IDENTITY: "временное удостоверение личности",
    Operator.IdentityDocument.REFUGEE: "удостоверение беженца",
}
_PERMITS = {
    Operator.Permit.PATENT: "патент",
    Operator.Permit.WORK_PERMIT: "разрешение на работу",
    Operator.Permit.TEMPORARY_RESIDENCE: "разрешение на временное проживание",
    Operator.Permit.RESIDENCE_PERMIT: "вид на жительство",
}
_NEUTER = {  # «удостоверение … выдано», «разрешение … выдано»
    Operator.IdentityDocument.TEMPORARY_IDENTITY,
    Operator.IdentityDocument.REFUGEE,
    Operator.Permit.WORK_PERMIT,
    Operator.Permit.TEMPORARY_RESIDENCE,
}
_FULL_AGE = 18


def is_minor(source: PackSource) -> bool:
    """Whether the operator is under 18 on the day of the papers or on the first working day."""
    first = min(source.dated, source.employment.start_date)
    return source.employment.operator.age(first) < _FULL_AGE


def _is_eaeu(source: PackSource) -> bool:
    return source.employment.operator.citizenship in EAEU


def _needs_permit(source: PackSource) -> bool:
    """A permit is printed where one is recorded, and demanded where the law asks for it."""
    operator = source.employment.operator
    if operator.permit:
        return True
    is_exempt = operator.identity_document == Operator.IdentityDocument.REFUGEE
    return operator.is_foreign and not _is_eaeu(source) and not is_exempt


def _needs_insurance(source: PackSource) -> bool:
    operator = source.employment.operator
    is_staying = operator.foreign_status == Operator.ForeignStatus.TEMPORARY_STAY
    return operator.is_foreign and (
        bool(operator.insurance_policy) or (is_staying and not _is_eaeu(source))
    )


def _given(field: str) -> Callable[[PackSource], str]:
    """«выдан», or «выдано» for documents of neuter gender."""
    return lambda source: (
        "выдано" if getattr(source.employment.operator, field) in _NEUTER else "выдан"
    )


def _dated(field: str) -> Callable[[PackSource], str]:
    return lambda source: day(getattr(source.employment.operator, field))


def _agreeing(name: str, masculine: str, feminine: str) -> Placeholder:
    """A word that agrees with the operator's gender; the example is of a woman."""
    return text(
        f"работник.{name}",
        feminine,
        f"согласование по полу: {masculine}, {feminine}",
        lambda s: feminine if s.employment.operator.gender == "f" else masculine,
    )


NAME = (
    *person_in_cases(
        "работник.фио",
        "фамилия, имя, отчество работника",
        "operator",
        (
            "Орлова Анна Петровна",
            "Орловой Анны Петровны",
            "Орловой Анне Петровне",
            "Орлову Анну Петровну",
            "Орловой Анной Петровной",
            "Орловой Анне Петровне",
        ),
    ),
    text(
        "работник.фио.кратко",
        "Орлова А. П.",
        "фамилия и инициалы работника",
        lambda s: initials(name_of(s.employment.operator)),
    ),
    text(
        "работник.фио.подпись",
        "А. П. Орлова",
        "инициалы и фамилия у подписи",
        lambda s: initials_first(name_of(s.employment.operator)),
    ),
    text("работник.фамилия", "Орлова", "фамилия", "operator.surname"),
    text("работник.имя", "Анна", "имя; бывает, что его нет", "operator.name"),
    text("работник.отчество", "Петровна", "отчество; бывает, что его нет", "operator.patronymic"),
    text("работник.табельный_номер", "0001", "табельный номер", "operator.personnel_number"),
    _agreeing("гражданин", "гражданин", "гражданка"),
    _agreeing("именуемый", "именуемый", "именуемая"),
    _agreeing("принимаемый", "принимаемый", "принимаемая"),
    _agreeing("ознакомлен", "ознакомлен", "ознакомлена"),
    _agreeing("предупреждён", "предупреждён", "предупреждена"),
    _agreeing("получил", "получил", "получила"),
    _agreeing("дал", "дал", "дала"),
    _agreeing("обязан", "обязан", "обязана"),
)

IDENTITY = (
    text("работник.дата_рождения", "3 февраля 1998 г.", "дата рождения", _dated("birth_date")),
    choice(
        "работник.документ.вид",
        "паспорт гражданина Российской Федерации",
        "вид документа, удостоверяющего личность",
        lambda s: _IDENTITY_DOCUMENTS[s.employment.operator.identity_document],
        values=_IDENTITY_DOCUMENTS.values(),
    ),
    text(
        "работник.документ.серия",
        "5618",
        "серия; бывает не у всех документов",
        "operator.identity_series",
    ),
    text("работник.документ.номер", "123456", "номер", "operator.identity_number"),
    text(
        "работник.документ.выдан",
        "выдан",
        "согласование: выдан, выдано",
        _given("identity_document"),
    ),
    text(
        "работник.документ.кем_выдан",
        "УМВД России по Пензенской области",
        "кем выдан, как в документе",
        "operator.identity_issued_by",
    ),
    text(
        "работник.документ.дата_выдачи",
        "12 марта 2018 г.",
        "когда выдан",
        _dated("identity_issued_on"),
    ),
    text(
        "работник.документ.код_подразделения",
        "580-001",
        "код подразделения, если есть",
        "operator.identity_department_code",
    ),
    text(
        "работник.документ.действует_до",
        "",
        "срок действия, если он есть у документа",
        _dated("identity_valid_until"),
    ),
    text("работник.снилс", "112-233-445 95", "СНИЛС, если указан", "operator.snils"),
    text("работник.инн", "500100732259", "ИНН, если указан", "operator.inn"),
    text(
        "работник.адрес.регистрации",
        "440008, Пензенская область, г. Пенза, ул. Пушкина, д. 7, кв. 12",
        "адрес регистрации",
        "operator.registration_address",
    ),
    text(
        "работник.адрес.проживания",
        "",
        "адрес проживания, если он другой",
        "operator.residence_address",
    ),
    text("работник.телефон", "+7 900 000-00-00", "телефон, если указан", "operator.phone"),
    text(
        "работник.почта",
        "orlova@example.com",
        "электронная почта, если указана",
        "operator.email",
    ),
    text("работник.банк.название", "ПАО Сбербанк", "банк работника", "operator.bank_name"),
    text("работник.банк.бик", "044525225", "БИК банка работника", "operator.bik"),
    text(
        "работник.банк.счёт",
        "40817810100000000001",
        "счёт для заработной платы, если указан",
        "operator.bank_account",
    ),
)

STATUS = (
    yes_no(
        "работник.несовершеннолетний",
        False,
        "на дату договора или начала работы нет 18 лет",
        is_minor,
    ),
    text(
        "работник.медосмотр",
        "",
        "дата предварительного медицинского осмотра, обязательного до 18 лет",
        lambda s: day(s.employment.medical_examination_on),
    ),
    yes_no(
        "работник.согласие_родителя",
        False,
        "получено письменное согласие родителя или попечителя (до 16 лет)",
        "has_parental_consent",
    ),
    yes_no(
        "работник.иностранец", False, "нет гражданства Российской Федерации", "operator.is_foreign"
    ),
    yes_no(
        "работник.без_гражданства",
        False,
        "лицо без гражданства",
        lambda s: s.employment.operator.citizenship == STATELESS,
    ),
    yes_no(
        "работник.гражданин_еаэс",
        False,
        "гражданин Армении, Беларуси, Казахстана или Киргизии",
        _is_eaeu,
    ),
    text(
        "работник.гражданство",
        "Россия",
        "государство гражданства",
        lambda s: COUNTRIES.get(s.employment.operator.citizenship, ""),
    ),
    yes_no(
        "работник.разрешение.есть",
        False,
        "нужен патент, разрешение на работу, РВП или вид на жительство",
        _needs_permit,
    ),
    choice(
        "работник.разрешение.вид",
        "",
        "патент, разрешение на работу, разрешение на временное проживание, вид на жительство",
        lambda s: _PERMITS.get(s.employment.operator.permit, ""),
        values=_PERMITS.values(),
    ),
    text("работник.разрешение.серия", "", "серия, если есть", "operator.permit_series"),
    text("работник.разрешение.номер", "", "номер", "operator.permit_number"),
    text("работник.разрешение.выдан", "выдан", "согласование: выдан, выдано", _given("permit")),
    text("работник.разрешение.кем_выдан", "", "кем выдан", "operator.permit_issued_by"),
    text("работник.разрешение.дата_выдачи", "", "когда выдан", _dated("permit_issued_on")),
    text(
        "работник.разрешение.действует_до",
        "",
        "срок действия, если он есть",
        _dated("permit_valid_until"),
    ),
    text("работник.разрешение.регион", "", "территория действия патента", "operator.permit_region"),
    text(
        "работник.разрешение.профессия",
        "",
        "профессия, если её называет патент",
        "operator.permit_profession",
    ),
    yes_no(
        "работник.нужен_дмс",
        False,
        "временно пребывающему нужен полис медицинского страхования",
        _needs_insurance,
    ),
    text("работник.дмс", "", "страховщик, номер и срок полиса", "operator.insurance_policy"),
)
