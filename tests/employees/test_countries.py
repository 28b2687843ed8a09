"""Countries as personnel departments write them."""

import pytest

from employees.countries import foreign_country_in


@pytest.mark.parametrize(
    ("locality", "country"),
    [
        ("г. Алматы, Казахстан", "Казахстан"),
        ("Республика Беларусь, г. Минск", "Беларусь"),
        ("Кыргызстан", "Киргизия"),
        ("г. Пенза, Пензенская область", ""),
        ("Российская Федерация, г. Москва", ""),
        ("с. Старая Куба", ""),
        ("г. Беларусьстрой", ""),
        ("", ""),
    ],
)
def test_a_locality_names_another_country(locality, country):
    assert foreign_country_in(locality) == country
