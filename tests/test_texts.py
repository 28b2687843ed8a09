"""One line of visible text out of what people paste."""

import pytest

from hr_docs.texts import one_line


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        ("  г. Пенза,\n\tул. Мира ", "г. Пенза, ул. Мира"),
        ("ООО\u00a0«Ромашка»", "ООО «Ромашка»"),
        ("Ива\u00adно\u200bва\ufeff", "Иванова"),
        ("Андреи\u0306", "Андрей"),
        ("Семе\u0308н", "Семён"),
        ("а\x00б\x07в\x1fг", "абв г"),
        ("\u202eабв\u202c", "абв"),
        ("О’Коннор — «Ли» & Ко", "О’Коннор — «Ли» & Ко"),
    ],
)
def test_it_keeps_what_can_be_seen(pasted, stored):
    assert one_line(pasted) == stored
