"""A page without a mouse: Tab until something has the focus; every stop on the way can be seen."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

FARTHEST = 120  # presses of Tab to anything on a page
#: Of the element that has the focus: whether it can be seen that it has it, and what covers it; of
#: the stop before it: whether its mark went with the focus, for a mark that stays tells nothing.
SEEN = """() => {
  const marked = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const element = document.activeElement, before = window.stopBefore;
  window.stopBefore = element;
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(
    (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
    (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
  );
  const related = top && (element.contains(top) || top.contains(element) ||
                          [...(element.labels ?? [])].some((label) => label.contains(top)));
  return {
    name: element.outerHTML.slice(0, 160),
    // Within a date Tab walks from part to part, and the browser marks the part.
    marked: element.type === 'date' || marked(element),
    left: !before || before === element || !before.isConnected || !marked(before),
    covered: !related,
  };
}"""
ON_NOTHING = "[null, document.body].includes(document.activeElement)"


def reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; every stop on the way can be seen."""
    expect(target).to_be_visible()
    expect(target).to_be_enabled()
    for _ in range(FARTHEST):
        if target.evaluate("element => element === document.activeElement"):
            _look(page)
            return
        page.keyboard.press("Tab")
        if not page.evaluate(ON_NOTHING):  # out of the page and in again
            _look(page)
    at = page.evaluate("document.activeElement.outerHTML.slice(0, 160)")
    pytest.fail(f"{FARTHEST} × Tab do not come to {target}; the focus is on {at}")


def _look(page: Page) -> None:
    seen = page.evaluate(SEEN)
    assert seen["marked"], f"no focus to be seen: {seen['name']}"
    assert seen["left"], f"the mark stays where the focus was, before {seen['name']}"
    assert not seen["covered"], f"the focus is covered: {seen['name']}"


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to the target and press the key there."""
    reach(page, target)
    page.keyboard.press(key)


def skip_to_the_content(page: Page) -> None:
    """The first Tab of a page that a link opened offers it."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()
    page.keyboard.press("Enter")
    expect_answer(page, page.get_by_role("main"))


def open_section(page: Page, name: str) -> None:
    """A link of the side bar, then past the side bar again."""
    sections = page.get_by_role("navigation", name="Разделы")
    reach(page, sections.get_by_role("link", name=name, exact=True))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    skip_to_the_content(page)


def put(page: Page, field: Locator, file: Path) -> None:
    """Hand a file to the field that has the focus: the system's dialogue is no page of ours."""
    reach(page, field)
    field.set_input_files(file)


def type_day(page: Page, field: Locator, day: date) -> None:
    """Month first: the order of the parts is that of the browser's own language."""
    reach(page, field)
    page.keyboard.type(f"{day:%m%d%Y}")
    expect(field).to_have_value(day.isoformat())


def expect_answer(page: Page, target: Locator) -> None:
    """What was sent or awaited is answered: the focus is on the answer and can be seen."""
    expect(target).to_be_focused()
    _look(page)
