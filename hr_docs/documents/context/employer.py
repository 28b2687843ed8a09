"""Placeholders of the employer and of the one who signs for it."""

from employees.models import Employer, Employment, Signatory
from hr_docs.documents.context.cases import person_in_cases, phrase_in_cases
from hr_docs.documents.context.placeholder import Read, choice, text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import capitalised, day, in_sentence, name_of
from hr_docs.russian import initials, initials_first

_AUTHORITIES = {
    Signatory.Authority.CHARTER: "устав",
    Signatory.Authority.POWER_OF_ATTORNEY: "доверенность",
    Signatory.Authority.ORDER: "приказ",
    Signatory.Authority.REGISTRATION: "регистрация",
}


def _signs_for_himself(employment: Employment) -> bool:
    return employment.signatory.authority == Signatory.Authority.REGISTRATION


def _called(source: PackSource) -> str:
    """Обществ*о* is called «именуемое», a sole trader by his or her own gender."""
    employment = source.employment
    if employment.employer.kind != Employer.Kind.IP:
        return "именуемое"
    is_woman = _signs_for_himself(employment) and employment.signatory.gender == "f"
    return "именуемая" if is_woman else "именуемый"


def _by_gender(masculine: str, feminine: str) -> Read:
    return lambda s: feminine if s.employment.signatory.gender == "f" else masculine


EMPLOYER = (
    *phrase_in_cases(
        "работодатель.наименование.полное",
        "полное наименование с организационно-правовой формой",
        ("employer.full_name", "employer.name_forms"),
        (
            "Общество с ограниченной ответственностью «Голос»",
            "Общества с ограниченной ответственностью «Голос»",
            "Обществу с ограниченной ответственностью «Голос»",
            "Общество с ограниченной ответственностью «Голос»",
            "Обществом с ограниченной ответственностью «Голос»",
            "Обществе с ограниченной ответственностью «Голос»",
        ),
    ),
    text(
        "работодатель.наименование.краткое",
        "ООО «Голос»",
        "краткое наименование",
        "employer.short_name",
    ),
    text(
        "работодатель.именуемый",
        "именуемое",
        "согласование: общество — именуемое, предприниматель — именуемый, именуемая",
        _called,
    ),
    yes_no(
        "работодатель.ип",
        False,
        "работодатель — индивидуальный предприниматель",
        lambda s: s.employment.employer.kind == Employer.Kind.IP,
    ),
    text("работодатель.инн", "7707083893", "ИНН", "employer.inn"),
    text("работодатель.кпп", "770701001", "КПП; у предпринимателя нет", "employer.kpp"),
    text("работодатель.огрн", "1027700132195", "ОГРН или ОГРНИП", "employer.ogrn"),
    text(
        "работодатель.адрес",
        "440000, Пензенская область, г. Пенза, ул. Московская, д. 29",
        "адрес юридического лица или регистрации предпринимателя",
        "employer.legal_address",
    ),
    text(
        "работодатель.почтовый_адрес",
        "",
        "почтовый адрес, если он другой",
        "employer.postal_address",
    ),
    text("работодатель.телефон", "+7 8412 00-00-00", "телефон, если указан", "employer.phone"),
    text(
        "работодатель.почта", "hr@example.com", "электронная почта, если указана", "employer.email"
    ),
    text("работодатель.банк.название", "ПАО Сбербанк", "банк работодателя", "employer.bank_name"),
    text("работодатель.банк.бик", "044525225", "БИК", "employer.bik"),
    text(
        "работодатель.банк.счёт",
        "40702810500000000001",
        "расчётный счёт, если указан",
        "employer.settlement_account",
    ),
    text(
        "работодатель.банк.корсчёт",
        "30101810400000000225",
        "корреспондентский счёт",
        "employer.correspondent_account",
    ),
)

SIGNATORY = (
    yes_no(
        "представитель.есть",
        True,
        "за работодателя подписывает представитель (нет — предприниматель подписывает сам)",
        lambda s: not _signs_for_himself(s.employment),
    ),
    *person_in_cases(
        "представитель.фио",
        "фамилия, имя, отчество подписывающего",
        "signatory",
        (
            "Ким Ирина Сергеевна",
            "Ким Ирины Сергеевны",
            "Ким Ирине Сергеевне",
            "Ким Ирину Сергеевну",
            "Ким Ириной Сергеевной",
            "Ким Ирине Сергеевне",
        ),
    ),
    text(
        "представитель.фио.кратко",
        "Ким И. С.",
        "фамилия и инициалы подписывающего",
        lambda s: initials(name_of(s.employment.signatory)),
    ),
    text(
        "представитель.фио.подпись",
        "И. С. Ким",
        "инициалы и фамилия у подписи",
        lambda s: initials_first(name_of(s.employment.signatory)),
    ),
    *phrase_in_cases(
        "представитель.должность",
        "должность подписывающего",
        ("signatory.position", "signatory.position_forms"),
        (
            "Генеральный директор",
            "генерального директора",
            "генеральному директору",
            "генерального директора",
            "генеральным директором",
            "генеральном директоре",
        ),
        spelled=in_sentence,
    ),
    text(
        "представитель.должность.с_заглавной",
        "Генеральный директор",
        "должность для подписи, с заглавной буквы",
        lambda s: capitalised(s.employment.signatory.position),
    ),
    text(
        "представитель.действующего",
        "действующей",
        "согласование: действующего, действующей",
        _by_gender("действующего", "действующей"),
    ),
    text(
        "представитель.принял",
        "приняла",
        "согласование: принял, приняла",
        _by_gender("принял", "приняла"),
    ),
    choice(
        "представитель.основание",
        "доверенность",
        "чем подтверждены полномочия: устав, доверенность, приказ, регистрация",
        lambda s: _AUTHORITIES[s.employment.signatory.authority],
        values=_AUTHORITIES.values(),
    ),
    text(
        "представитель.документ.номер",
        "4",
        "номер доверенности или приказа; у устава нет",
        "signatory.authority_number",
    ),
    text(
        "представитель.документ.дата",
        "12 января 2026 г.",
        "дата доверенности или приказа; у устава нет",
        lambda s: day(s.employment.signatory.authority_date),
    ),
)
