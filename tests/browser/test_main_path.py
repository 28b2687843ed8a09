"""The way of a hire through the browser."""

import io
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from employees.models import Employment, Operator
from tests.factories import make_employment

pytestmark = pytest.mark.browser


def test_log_in_find_issue_and_read_the_contract(desk_page: Page, employment: Employment):
    page = desk_page
    page.get_by_label("ФИО, табельный №, телефон").fill("иванова петровна")
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("button", name="Выпустить пакет").click()
    expect(page.get_by_text("Выпущено 3 документа.")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Трудовой договор № ").click()
    frame = page.locator("iframe")
    expect(frame).to_be_visible()
    pdf = page.request.get(urljoin(page.url, frame.get_attribute("src")))
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf.body())).pages)
    assert f"ТРУДОВОЙ ДОГОВОР № 001/{employment.contract_date:%Y}-ТД" in " ".join(text.split())


def test_the_frame_shows_the_pdf_and_not_an_error(desk_page: Page, employment: Employment):
    page = desk_page
    page.goto(f"{page.url.rstrip('/').rpartition('/')[0]}/employments/{employment.pk}/")
    page.get_by_role("button", name="Выпустить пакет").click()
    page.get_by_role("link", name="Обязательство").click()
    page.wait_for_timeout(2_000)  # the viewer is an extension: it reports no state of its own
    assert any(frame.url.startswith("chrome-extension://") for frame in page.frames)


def test_a_download_has_a_russian_name(desk_page: Page, employment: Employment):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("button", name="Выпустить пакет").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word, № 001").last.click()
    assert (
        download.value.suggested_filename
        == "Трудовой договор 001-2026-ТД Иванова Анна Петровна.docx"
    )


def test_the_list_follows_the_typing_and_the_address_keeps_it(desk_page: Page):
    page = desk_page
    page.get_by_label("ФИО, табельный №, телефон").press_sequentially("нетак", delay=20)
    expect(page.get_by_text("По этим условиям ничего не найдено.")).to_be_visible()
    expect(page.locator("#count")).to_have_text("0")
    page.reload()
    expect(page.get_by_label("ФИО, табельный №, телефон")).to_have_value("нетак")
    page.get_by_role("link", name="Сбросить отбор").click()
    expect(page.get_by_role("link", name="Иванова Анна Петровна")).to_be_visible()


def test_the_declension_follows_the_name(desk_page: Page, employment: Employment):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("link", name="Изменить").click()
    page.locator("#id_surname").fill("Ёлкина")
    page.keyboard.press("Tab")
    page.locator("#id_surname").fill("Белова")
    page.keyboard.press("Tab")
    genitive = page.get_by_label("Родительный (кого? чего?), Фамилия")
    expect(genitive).to_have_value("Беловой")
    genitive.fill("Белóвой")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Белóвой Анны Петровны")).to_be_visible()
    assert Operator.objects.get().name_forms["gent"]["origin"] == "edited"


def test_parts_of_the_form_follow_the_answers(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Добавить оператора").click()
    locality = page.get_by_label("Местность дистанционной работы")
    expect(locality).to_be_hidden()
    page.get_by_label("Режим работы").select_option("remote")
    expect(locality).to_be_visible()
    expect(page.get_by_label("Порядок чередования")).to_be_hidden()
    expect(page.get_by_label("Разрешение", exact=True)).to_be_hidden()
    page.get_by_label("Гражданство").select_option("UZ")
    expect(page.get_by_label("Разрешение", exact=True)).to_be_visible()


def test_a_stray_click_asks_before_typed_data_is_lost(desk_page: Page):
    page = desk_page
    page.get_by_role("link", name="Добавить оператора").click()
    page.locator("#id_surname").press_sequentially("Бел")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="Документы", exact=True).click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(page.locator("#id_surname")).to_have_value("Бел")


def test_issuing_again_asks_first(desk_page: Page, employment: Employment):
    page = desk_page
    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("button", name="Выпустить пакет").click()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Выпустить заново").click()
    assert employment.documents.count() == 3
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Выпустить заново").click()
    expect(page.get_by_text("Заменённые и аннулированные (3)")).to_be_visible(timeout=60_000)


def test_the_main_path_needs_only_a_keyboard(desk_page: Page):
    page = desk_page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):  # the side bar is skipped; filters, selection and export are not
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Иванова Анна Петровна":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Иванова Анна Петровна")


def test_it_works_without_scripts(browser, live_server, desk_page: Page):
    context = browser.new_context(
        java_script_enabled=False, storage_state=desk_page.context.storage_state()
    )
    make_employment(operator__surname="Белова")
    page = context.new_page()
    page.goto(f"{live_server.url}/operators/")
    page.get_by_label("ФИО, табельный №, телефон").fill("иванова")
    page.get_by_role("button", name="Найти").click()
    expect(page.get_by_role("link", name="Иванова Анна Петровна")).to_be_visible()
    page.goto(f"{live_server.url}/operators/add/")
    expect(page.get_by_label("Местность дистанционной работы")).to_be_visible()
    context.close()
