"""Placeholders of the edition of the job description."""

from hr_docs.documents.context.placeholder import Placeholder, listing, number, text
from hr_docs.documents.context.wording import day
from job_descriptions.models import JobDescriptionEdition

_Section = JobDescriptionEdition.Section


def _section(name: str, code: str, meaning: str, example: str) -> Placeholder:
    """The paragraphs of a section as a list of `текст`."""
    return listing(
        f"инструкция.{name}",
        f"пункты раздела «{meaning}»",
        lambda source: source.employment.job_description.sections.get(code, ()),
        text("текст", example, "текст пункта", str),
    )


JOB_DESCRIPTION = (
    text("инструкция.номер", "ДИ-2", "номер должностной инструкции", "job_description.number"),
    number("инструкция.редакция", 1, "номер редакции", "job_description.edition"),
    text(
        "инструкция.дата",
        "12 января 2026 г.",
        "дата утверждения редакции",
        lambda s: day(s.employment.job_description.approved_on),
    ),
    text(
        "инструкция.должность",
        "Оператор контактного центра",
        "должность, для которой утверждена инструкция",
        "position.title",  # the edition's own: an employment with another is not issued
    ),
    text(
        "инструкция.уровень",
        "оператор",
        "уровень опыта, для которого утверждена инструкция",
        "tier.title",
    ),
    text(
        "инструкция.утвердил.должность",
        "Генеральный директор",
        "должность утвердившего",
        "job_description.approved_by_position",
    ),
    text(
        "инструкция.утвердил.имя",
        "И. С. Ким",
        "имя утвердившего, как печатается",
        "job_description.approved_by_name",
    ),
    _section(
        "общие_положения",
        _Section.GENERAL,
        "Общие положения",
        "Оператор относится к категории служащих и подчиняется руководителю смены.",
    ),
    _section(
        "требования",
        _Section.QUALIFICATION,
        "Квалификационные требования",
        "Среднее общее или среднее профессиональное образование.",
    ),
    _section(
        "обязанности",
        _Section.DUTIES,
        "Должностные обязанности",
        "Принимать входящие обращения по телефону, в чате и по электронной почте.",
    ),
    _section(
        "показатели",
        _Section.INDICATORS,
        "Показатели работы",
        "Оценка качества разговоров — не ниже 85 из 100.",
    ),
    _section(
        "права",
        _Section.RIGHTS,
        "Права",
        "Знакомиться с записями и оценками своих разговоров.",
    ),
    _section(
        "ответственность",
        _Section.LIABILITY,
        "Ответственность",
        "За неисполнение обязанностей по своей вине — дисциплинарная ответственность.",
    ),
    _section(
        "взаимодействие",
        _Section.INTERACTION,
        "Взаимодействие",
        "Со старшим оператором — по сложным обращениям.",
    ),
    _section(
        "пересмотр",
        _Section.REVISION,
        "Порядок пересмотра",
        "Инструкция пересматривается при изменении задач должности.",
    ),
)
