"""A scan of the signed paper stands beside the pages that were issued."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from hr_docs.documents.issuing.packs import issue_pack
from hr_docs.documents.models import Scan
from tests.documents.test_scans import SVG, picture

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(desk_page: Page, employment: Employment, live_server: LiveServer) -> Page:
    """The page of an issued contract."""
    contract = issue_pack(employment=employment, issued_by=User.objects.get())[-1]
    desk_page.goto(live_server.url + reverse("documents:document", args=[contract.pk]))
    return desk_page


def test_a_scan_is_shown_beside_the_pages(paper: Page, tmp_path: Path):
    file = tmp_path / "Договор подписан.png"
    file.write_bytes(picture("PNG"))
    paper.get_by_label("PDF, JPEG или PNG").set_input_files(file)
    paper.get_by_role("button", name="Приложить скан").click()
    scan = paper.get_by_role("img", name="Скан: Договор подписан.png")
    expect(scan).to_be_visible()
    assert scan.evaluate("image => image.complete && image.naturalWidth > 0")
    issued = paper.get_by_title("Страницы документа")
    left, right = issued.bounding_box(), scan.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 5
    assert Scan.objects.get().name == "Договор подписан.png"


def test_a_hostile_scan_is_refused_in_words(paper: Page, tmp_path: Path):
    file = tmp_path / "скан.png"
    file.write_bytes(SVG)
    paper.get_by_label("PDF, JPEG или PNG").set_input_files(file)
    paper.get_by_role("button", name="Приложить скан").click()
    expect(paper.get_by_text("это текст с разметкой (SVG или HTML)")).to_be_visible()
    assert not Scan.objects.exists()
