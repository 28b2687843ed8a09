"""What a form does while it is filled in: masks of numbers, the guard of what is not saved."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from employees.models import Employment, Operator

pytestmark = pytest.mark.browser
#: field, typed, how it stands in the field
TYPED = [
    ("phone", "89001234567", "+7 (900) 123-45-67"),
    ("phone", "+998901234567", "+998901234567"),
    ("snils", "11223344595", "112-233-445 95"),
    ("snils", "112-233-445 95", "112-233-445 95"),
    ("identity_series", "45 10", "4510"),
    ("identity_number", "1234567", "123456"),
    ("identity_department_code", "770001", "770-001"),
    ("bik", "044 525 225", "044525225"),
    ("bank_account", "40817.810.0.0000.00000019", "40817810000000000001"),
]


@pytest.fixture
def card(desk_page: Page) -> Page:
    """The form of the operator on the list."""
    desk_page.get_by_role("link", name="Иванова Анна Петровна").click()
    desk_page.get_by_role("link", name="Изменить", exact=True).click()
    expect(desk_page.locator("#id_surname")).to_be_visible()
    return desk_page


def test_numbers_take_their_shape_while_they_are_typed(card: Page):
    shaped = []
    for name, typed, _ in TYPED:
        field = card.locator(f"#id_{name}")
        field.fill("")
        field.press_sequentially(typed)
        shaped.append((name, typed, field.input_value()))
    assert shaped == TYPED


def test_a_pasted_number_takes_its_shape_when_the_field_is_left(card: Page):
    card.locator("#id_snils").fill("11223344595")
    card.keyboard.press("Tab")
    expect(card.locator("#id_snils")).to_have_value("112-233-445 95")


def test_a_digit_put_into_the_middle_keeps_its_place(card: Page):
    field = card.locator("#id_snils")
    field.fill("112-233-445 9")
    for _ in range(9):
        card.keyboard.press("ArrowLeft")
    card.keyboard.press("7")
    assert field.input_value() == "112-7233-445 9"


def test_a_foreign_passport_keeps_its_letters(card: Page):
    card.locator("#id_identity_document").select_option("foreign_passport")
    card.locator("#id_identity_number").fill("")
    card.locator("#id_identity_number").press_sequentially("AB1234567")
    expect(card.locator("#id_identity_number")).to_have_value("AB1234567")


def test_saving_does_not_ask(card: Page, employment: Employment):
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    card.on("dialog", note)
    card.locator("#id_phone").fill("")
    card.locator("#id_phone").press_sequentially("89001234567")
    card.get_by_role("button", name="Сохранить").click()
    expect(card.get_by_text("Сохранено.")).to_be_visible()
    assert asked == []
    assert Operator.objects.get().phone == "+7 (900) 123-45-67"


def test_a_form_that_came_back_with_errors_is_guarded_without_more_typing(card: Page):
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    card.locator("#id_surname").fill("")
    card.get_by_role("button", name="Сохранить").click()
    expect(card.locator("#form-errors")).to_be_focused()
    card.on("dialog", stay)
    card.locator("#id_name").click()  # a browser asks only whoever has touched the page
    card.get_by_role("link", name="Документы", exact=True).click()
    card.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(card.locator("#form-errors")).to_be_visible()
