"""Invented operators by the thousand, no two alike: the sample's people under other names."""

import io

from openpyxl import Workbook

from tests import identifiers

Person = dict[str, object]

_SURNAMES = (
    "Абрамов", "Беляев", "Васильев", "Гаврилов", "Давыдов", "Ершов", "Жданов", "Зайцев",
    "Игнатьев", "Калинин", "Лазарев", "Макаров", "Назаров", "Осипов", "Панфилов", "Родионов",
    "Савельев", "Тимофеев", "Устинов", "Филатов", "Харитонов", "Царёв", "Чернов", "Шестаков",
    "Щербаков", "Юдин", "Яковлев", "Богданов", "Воронцов", "Громов", "Дементьев",
)  # fmt: skip
_NAMES = {
    "женский": (
        "Алина", "Вера", "Галина", "Дарья", "Евгения", "Жанна", "Зоя", "Ирина", "Ксения",
        "Людмила", "Марина", "Наталья", "Оксана", "Полина", "Раиса", "Светлана", "Юлия",
    ),
    "мужской": (
        "Антон", "Борис", "Виктор", "Григорий", "Дмитрий", "Егор", "Захар", "Иван", "Кирилл",
        "Леонид", "Максим", "Никита", "Олег", "Павел", "Роман", "Сергей", "Тимур",
    ),
}  # fmt: skip
_FATHERS = ("Андреев", "Борисов", "Викторов", "Денисов", "Иванов", "Максимов", "Олегов")
_PATRONYMIC_ENDINGS = {"женский": "на", "мужской": "ич"}


def people(count: int) -> list[Person]:
    """Rows of the import table by heading."""
    from employees.importing.sample import sample_rows  # needs Django to be set up

    sample = sample_rows()
    return [_renamed(sample[index % len(sample)], index) for index in range(count)]


def workbook(count: int) -> bytes:
    """The import table of so many people."""
    from employees.importing.columns import COLUMNS

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Операторы")
    sheet.append([column.heading for column in COLUMNS])
    for person in people(count):
        sheet.append([person.get(column.heading) for column in COLUMNS])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _renamed(person: Person, index: int) -> Person:
    sex = str(person["Пол"])
    names = _NAMES[sex]
    return {
        **person,
        "Табельный номер": f"{index + 1:05}",
        "Фамилия": _SURNAMES[index % len(_SURNAMES)] + ("а" if sex == "женский" else ""),
        "Имя": names[index % len(names)],
        "Отчество": _FATHERS[index % len(_FATHERS)] + _PATRONYMIC_ENDINGS[sex],
        "СНИЛС": identifiers.snils(index),
        "ИНН": identifiers.person_inn(index),
        "Номер документа": f"{index + 1:06}",
        "Адрес регистрации": f"440{index % 100:03}, г. Пенза, ул. Выдуманная, д. {index + 1}",
        "Телефон": f"+7 (900) {index // 10000:03}-{index // 100 % 100:02}-{index % 100:02}",
        "Эл. почта": f"operator{index + 1:05}@example.com",
    }
