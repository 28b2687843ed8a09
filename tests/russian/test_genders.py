"""The gender that a name suggests."""

import pytest

from hr_docs.russian import guess_gender


@pytest.mark.parametrize(
    ("parts", "gender"),
    [
        ({"patronymic": "Ильич"}, "m"),
        ({"patronymic": "Ильинична"}, "f"),
        ({"patronymic": "Ильдар оглы"}, "m"),
        ({"patronymic": "МАРАТ КЫЗЫ"}, "f"),
        ({"patronymic": "Асан уулу", "name": "Айгуль"}, "m"),
        ({"name": "Никита"}, "m"),
        ({"name": "Айгуль"}, "f"),
        ({"name": "Абдул-Азиз"}, "m"),
        ({"name": "Анна-Мария"}, "f"),
        ({"name": "Шохрух"}, "m"),
        ({"name": "Саша"}, None),
        ({"name": "Саша", "surname": "Иванова"}, "f"),
        ({"name": "Саша", "surname": "Вышинский"}, "m"),
        ({"name": "Анна", "surname": "Иванов"}, None),
        ({"name": "Анна", "surname": "Шевчук"}, "f"),
        ({"name": "John"}, None),
        ({}, None),
    ],
)
def test_a_name_suggests_a_gender(parts, gender):
    assert guess_gender(**parts) == gender
