"""Tags in text that Word does not show: hidden by itself, or through a style (§17.3.2.41)."""

from collections.abc import Iterator

from lxml import etree

from hr_docs.engine.errors import TemplateError
from hr_docs.engine.faults import Fault
from hr_docs.engine.package import WordPackage
from hr_docs.engine.safety import parse_xml
from hr_docs.engine.templating.checks import ReadPart
from hr_docs.engine.templating.paragraphs import P, Paragraph, W
from hr_docs.engine.wordml.reading.formatting import Formatting
from hr_docs.engine.wordml.reading.styles import Styles

_PROPERTIES, _OWN_STYLE = f"{{{W}}}rPr", f"{{{W}}}rPr/{{{W}}}rStyle"
_PARAGRAPH_STYLE = f"{{{W}}}pPr/{{{W}}}pStyle"
_VAL = f"{{{W}}}val"
_BY_ITSELF = " (шрифт → скрытый)"


def hidden_faults(package: WordPackage, part: ReadPart) -> Iterator[Fault]:
    """Paragraphs with a tag in hidden text."""
    hiding = _Hiding(package)
    for paragraph in part.paragraphs:
        if paragraph.element.tag != P:
            continue
        hidden = {run: hiding.reason(run, paragraph) for run in paragraph.runs}
        text = "".join(run.text or "" for run, reason in hidden.items() if reason)
        if "{" in text or "}" in text:
            reason = next(filter(None, hidden.values()))
            message = f"тег в скрытом тексте{reason}: в документе его значения не будет видно"
            yield Fault("tag-hidden", "error", paragraph.place, message)


class _Hiding:
    """What the styles of a package hide."""

    def __init__(self, package: WordPackage) -> None:
        name = next(iter(package.related("styles")), None)
        try:
            root = parse_xml(package[name], name) if name else None
        except TemplateError:
            root = None  # dangers() has named the broken part
        self._styles = Styles(root, Formatting())

    def reason(self, text: etree._Element, paragraph: Paragraph) -> str:
        """How the text is hidden, as the end of «скрытый текст…»; empty when it is shown."""
        run = text.getparent()
        own = run.find(_PROPERTIES) if run is not None else None
        direct = own.find(f"{{{W}}}vanish") if own is not None else None
        if direct is not None:
            return _BY_ITSELF if direct.get(_VAL, "1") not in {"0", "false", "off"} else ""
        named = (run.find(_OWN_STYLE) if run is not None else None, self._style_of(paragraph))
        for style in named:
            identifier = style.get(_VAL) if style is not None else None
            hidden = self._styles.run(identifier).hidden if identifier else None
            if hidden is not None:
                return f" (его скрывает стиль «{self._name(identifier)}»)" if hidden else ""
        default = self._styles.default("paragraph")
        return " (его скрывает обычный стиль)" if self._styles.run(default).hidden else ""

    @staticmethod
    def _style_of(paragraph: Paragraph) -> etree._Element | None:
        return paragraph.element.find(_PARAGRAPH_STYLE)

    def _name(self, identifier: str | None) -> str:
        style = self._styles.get(identifier)
        name = style.element.find(f"{{{W}}}name") if style is not None else None
        return name.get(_VAL, "") if name is not None else identifier or ""
