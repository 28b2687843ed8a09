"""Paragraphs: their boxes, borders, shading and the space between them."""

import pytest

from tests.engine.test_pdf import places
from tests.engine.test_wordml_abuse import html_of
from tests.engine.test_wordml_objects import declarations
from tests.engine.wordml_files import paragraph

SHADED = '<w:shd w:val="clear" w:fill="F0F0F0"/>'
SPACED = '<w:spacing w:before="200" w:after="100"/>'
LINE = 13.8  # points: Times New Roman of 12 pt


def boxed(space: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{lines}</w:pBdr>{space}"


def test_the_space_between_paragraphs_of_one_shading_is_shaded():
    html = html_of(paragraph("раз", SHADED + SPACED) + paragraph("два", SHADED + SPACED))
    assert "padding-bottom:5pt" in declarations(html, "p")
    assert "padding-top:5pt" in html.css


@pytest.mark.parametrize(
    "other", ["", '<w:ind w:left="400"/>' + SHADED, SHADED.replace("F0", "FF")]
)
def test_paragraphs_of_other_shading_or_indent_stand_apart(other):
    html = html_of(paragraph("раз", SHADED + SPACED) + paragraph("два", other + SPACED))
    assert "padding" not in "".join(html.rules.classes.values())


@pytest.mark.pdf
@pytest.mark.parametrize("properties", [SPACED, SHADED + SPACED, boxed(SPACED)])
def test_of_two_spaces_the_larger_counts_in_one_box_too(properties):
    found = places(body=paragraph("раз", properties) + paragraph("два", properties))
    assert found["раз"][1] - found["два"][1] == pytest.approx(LINE + 10, abs=0.1)
