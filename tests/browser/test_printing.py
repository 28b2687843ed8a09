"""The print dialogue: order, copies, sides, separators, one page again; what the PDF then is."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from employees.services import save_operator
from hr_docs.documents.issuing.packs import issue_pack
from hr_docs.documents.models import Document
from tests.documents.runs import SHARED
from tests.factories import make_employment

pytestmark = pytest.mark.browser
CONTRACT, DUTIES, SECRECY = "ТРУДОВОЙ ДОГОВОР №", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ №", "ОБЯЗАТЕЛЬСТВО"


@pytest.fixture
def people(desk_page: Page, employment: Employment) -> list[Employment]:
    """Two, with their packs."""
    shared = {name: getattr(employment, name) for name in SHARED}
    other = make_employment(**shared, operator__surname="Белова")
    save_operator(operator=other.operator)
    found = [other, employment]
    for each in found:
        issue_pack(employment=each, issued_by=User.objects.get())
    return found


@pytest.fixture
def dialogue(desk_page: Page, people: list[Employment]) -> Page:
    """«Печать документов» of both."""
    desk_page.reload()
    desk_page.get_by_label("Выбрать все на странице").check()
    desk_page.get_by_role("button", name="Печать").click()
    expect(desk_page.get_by_role("heading", name="Сколько бумаги")).to_be_visible()
    return desk_page


def _pages(page: Page) -> list[str]:
    """Prepare the PDF, wait for the frame that shows it, read its pages."""
    page.get_by_role("button", name="Подготовить PDF").click()
    frame = page.locator("#print-frame")
    expect(frame).to_be_visible(timeout=30_000)
    pdf = page.request.get(urljoin(page.url, frame.get_attribute("src")))
    reader = PdfReader(io.BytesIO(pdf.body()))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def _sheets(page: Page) -> int:
    """What the page says of the paper, before and after."""
    found = re.search(r"(\d+) лист", page.locator("#plan, #bundle").inner_text())
    assert found
    return int(found[1])


@contextmanager
def _counted_anew(page: Page) -> Iterator[None]:
    """What is done inside makes the page count the paper again; ends when the new sum stands."""
    page.locator("#plan").evaluate("plan => plan.dataset.old = ''")
    yield
    expect(page.locator("#plan:not([data-old])")).to_be_visible()


def _starts(pages: list[str], heading: str) -> list[int]:
    """On which pages, from 0, such a paper begins."""
    return [number for number, text in enumerate(pages) if heading in text[:400]]


def _copies(page: Page, count: int) -> None:
    """So many of each paper; every change counts the paper anew."""
    for field in page.get_by_role("spinbutton").all():
        if field.input_value() != str(count):
            with _counted_anew(page):
                field.fill(str(count))
                field.blur()


def test_two_copies_by_people_begin_on_sheets_of_their_own(dialogue: Page):
    _copies(dialogue, 2)
    counted = _sheets(dialogue)
    pages = _pages(dialogue)
    assert _sheets(dialogue) == counted == -(-len(pages) // 2)
    contracts = _starts(pages, CONTRACT)
    assert len(contracts) == 4
    assert all(number % 2 == 0 for number in contracts)
    firsts = _starts(pages, DUTIES)
    order = ["Белов" in pages[number] for number in contracts]
    assert order == [True, True, False, False]
    assert min(contracts[:2]) < firsts[-1]  # the second person's pack begins after the first's


def test_a_separator_names_each_person_and_takes_a_sheet(dialogue: Page):
    _copies(dialogue, 1)
    without = _sheets(dialogue)
    with _counted_anew(dialogue):
        dialogue.get_by_label("Лист-разделитель перед каждым человеком").check()
    expect(dialogue.locator("#plan")).to_contain_text(f"{without + 2} лист")
    pages = _pages(dialogue)
    assert _sheets(dialogue) == without + 2
    separators = [text for text in pages if "Белова Анна Петровна" in text[:200]]
    assert "Белова" in pages[0]
    assert "Трудовой договор" in pages[0]
    assert separators


def test_by_kinds_the_same_papers_lie_together(dialogue: Page):
    _copies(dialogue, 1)
    with _counted_anew(dialogue):
        dialogue.get_by_label("Порядок").select_option("kinds")
    pages = _pages(dialogue)
    duties, contracts = _starts(pages, DUTIES), _starts(pages, CONTRACT)
    assert (len(duties), len(contracts)) == (2, 2)
    assert max(duties) < min(contracts)


def test_on_one_side_there_are_no_empty_pages(dialogue: Page):
    _copies(dialogue, 1)
    with _counted_anew(dialogue):
        dialogue.get_by_label("На обеих сторонах листа").uncheck()
    counted = _sheets(dialogue)
    pages = _pages(dialogue)
    assert counted == len(pages) == sum(each.pdf_pages or 0 for each in Document.objects.all())
    assert all(pages)


def test_only_the_third_page_is_printed_again(
    desk_page: Page, people: list[Employment], live_server: LiveServer
):
    page = desk_page
    contract = people[1].documents.get(master__kind="employment_contract")
    page.goto(live_server.url + reverse("documents:document", args=[contract.pk]))
    preview = urljoin(page.url, page.locator(".viewer iframe").first.get_attribute("src"))
    whole = PdfReader(io.BytesIO(page.request.get(preview).body()))
    page.get_by_role("main").get_by_role("link", name="Печать").click()
    _copies(page, 1)
    with _counted_anew(page):
        page.get_by_label("Только эти страницы").fill("3")
        page.get_by_label("Только эти страницы").blur()
    assert _sheets(page) == 1
    assert _pages(page) == [" ".join(whole.pages[2].extract_text().split())]


def test_nothing_to_print_is_said_in_words(dialogue: Page):
    _copies(dialogue, 0)
    dialogue.get_by_role("button", name="Подготовить PDF").click()
    expect(dialogue.get_by_text("Ни одного экземпляра: печатать нечего.")).to_be_visible()


def test_the_button_opens_the_dialogue_of_the_browser_and_the_link_the_pdf(dialogue: Page):
    page = dialogue
    _pages(page)
    page.evaluate(
        "document.getElementById('print-frame').contentWindow.print = () => { window.asked = true }"
    )
    page.get_by_role("button", name="Печать").click()
    assert page.evaluate("window.asked")
    link = page.get_by_role("link", name="Открыть в новой вкладке")
    address = urljoin(page.url, link.get_attribute("href"))
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
