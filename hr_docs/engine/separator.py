"""A sheet that lies between the papers of two people: whose papers follow, and which."""

import hashlib
from collections.abc import Sequence
from html import escape
from itertools import product

from hr_docs.engine.pdf import html_to_pdf
from hr_docs.engine.wordml import FontFace, Html, fonts
from hr_docs.engine.wordml.writing.stylesheet import Rules

_FAMILY = fonts.SANS
_PAGES = ("@page{size:210mm 297mm;margin:25mm 20mm}",)
_CLASSES = {
    "all": f"{{font-family:{_FAMILY.css_name};font-size:12pt;line-height:1.4}}",
    "name": "{font-size:26pt;font-weight:bold;line-height:1.2;margin-bottom:4mm}",
    "below": "{font-size:14pt;margin-bottom:12mm}",
    "tick": "{border:0.75pt solid #000;width:7mm;height:7mm}",
    "gap": "{padding:1.5mm 0 1.5mm 5mm}",
    "place": "{padding:1.5mm 0}",
    "narrow": "{width:7mm}",
}


def separator_sheet(*, name: str, note: str, papers: Sequence[str]) -> bytes:
    """A PDF: the name in large letters, a line below it, the papers with a box to tick each.

    Equal input gives equal bytes. A list that is longer than a page goes on on the next.
    """
    rows = "".join(
        '<tr><td class="place"><div class="tick"></div></td>'
        f'<td class="gap">{escape(paper)}</td></tr>'
        for paper in papers
    )
    markup = (
        f'<html lang="ru"><head><title>{escape(name)}</title></head><body class="all">'
        f'<p class="name">{escape(name)}</p><p class="below">{escape(note)}</p>'
        f'<table><colgroup><col class="narrow"/><col/></colgroup><tbody>{rows}</tbody></table>'
        "</body></html>"
    )
    identifier = hashlib.sha256(markup.encode()).digest()[:16]
    html = Html(markup, Rules(_PAGES, _CLASSES), _faces(), ())
    return html_to_pdf(html, identifier=identifier, reuse=False)


def _faces() -> tuple[FontFace, ...]:
    return tuple(
        FontFace(_FAMILY.css_name, bold, italic, fonts.face(_FAMILY, bold=bold, italic=italic).path)
        for bold, italic in product((False, True), (False,))
    )
