"""Names with initials."""

import pytest

from hr_docs.russian import PersonName, initials, initials_first


@pytest.mark.parametrize(
    ("parts", "surname_first", "surname_last"),
    [
        (("Иванова", "Анна", "Петровна"), "Иванова А. П.", "А. П. Иванова"),
        (("Иванова", "Анна-Мария", "Петровна"), "Иванова А.-М. П.", "А.-М. П. Иванова"),
        (("Смит", "Джон", ""), "Смит Д.", "Д. Смит"),
        (("Ли", "", ""), "Ли", "Ли"),
        (("Ахмедов", "Рустам", "Ильдар оглы"), "Ахмедов Р. И. оглы", "Р. И. оглы Ахмедов"),
        (("Мамедов", "Рауф", "Али-оглы"), "Мамедов Р. А.-оглы", "Р. А.-оглы Мамедов"),
        (("Нгуен", "Ван Туан", ""), "Нгуен В. Т.", "В. Т. Нгуен"),
        (("Римская-Корсакова", "Ия", "Львовна"), "Римская-Корсакова И. Л.",
         "И. Л. Римская-Корсакова"),
    ],
)  # fmt: skip
def test_initials(parts, surname_first, surname_last):
    person = PersonName(*parts)
    assert initials(person) == surname_first.replace(" ", "\u00a0")
    assert initials_first(person) == surname_last.replace(" ", "\u00a0")
