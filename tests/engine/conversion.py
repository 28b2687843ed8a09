"""Word files converted for tests, and what is read back of them."""

import re

from hr_docs.engine.wordml import Html, conversion_report, docx_to_html
from tests.engine.wordml_files import WordFile, paragraph


def html_of(body: str, **parts: object) -> Html:
    return docx_to_html(WordFile(body=body, **parts).build())  # type: ignore[arg-type]


def shown(body: str) -> str:
    """Text of the body without tags."""
    return re.sub(r"<[^>]+>", "", html_of(body).markup.partition("<body>")[2])


def told(body: str, **parts: object) -> list[str]:
    docx = WordFile(body=body, **parts).build()  # type: ignore[arg-type]
    return [warning.what for warning in conversion_report(docx)]


def widths_of(html: Html) -> list[float]:
    """Widths of the columns of the first table."""
    names = re.findall(r'<col class="(\w+)"', html.markup.partition("</colgroup>")[0])
    rules = {name: rest for name, rest in html.rules.classes.items() if name in names}
    return [float(re.findall(r"width:([\d.]+)pt", rules[name])[0]) for name in names]


def stamp(words_: str, x: int, y: int, *, from_: str = "page", behind: int = 0) -> str:
    """A run with a box placed from the corner of its page or margins; points."""
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:positionH relativeFrom="{from_}">'
        f"<wp:posOffset>{x * 12700}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="{from_}"><wp:posOffset>{y * 12700}</wp:posOffset>'
        '</wp:positionV><wp:extent cx="1270000" cy="508000"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="b"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
        f"<w:txbxContent>{paragraph(words_)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


PAPER = 841.9
ASCENT = 10.7  # of Times New Roman of 12 pt


def watermark(shape: str = "", fill: str = '<v:fill opacity=".5"/>') -> str:
    centred = (
        "position:absolute;margin-left:0;margin-top:0;width:400pt;height:120pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin"
    )
    style = "font-family:&quot;Calibri&quot;;font-size:1pt;font-weight:bold"
    return (
        f'<w:r><w:pict><v:shape type="#_x0000_t136" style="{centred}" fillcolor="silver" '
        f'stroked="f" {shape}>{fill}<v:textpath style="{style}" string="ОБРАЗЕЦ"/></v:shape>'
        "</w:pict></w:r>"
    )
