"""The inside of a paragraph (ECMA-376 §17.3.2, §17.3.3): runs, links, fields, tracked changes."""

from collections.abc import Callable
from typing import ClassVar

from hr_docs.engine.wordml.content import (
    Bookmark,
    Break,
    LinkEnd,
    LinkStart,
    NoteReference,
    Tab,
    Unsupported,
)
from hr_docs.engine.wordml.measuring import fitted
from hr_docs.engine.wordml.ooxml import (
    M_NS,
    MC_NS,
    R_NS,
    Element,
    attribute,
    child,
    elements,
    is_on,
    local_name,
    w,
)
from hr_docs.engine.wordml.properties import (
    RunProperties,
)
from hr_docs.engine.wordml.reading import fields
from hr_docs.engine.wordml.reading.alternates import chosen_alternate
from hr_docs.engine.wordml.reading.drawings import read_drawing
from hr_docs.engine.wordml.reading.field_results import FieldReader, equation_frame
from hr_docs.engine.wordml.reading.notes import note_of
from hr_docs.engine.wordml.reading.story import Story
from hr_docs.engine.wordml.symbols import symbol

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_SPACE = " \t\r\n"
_SLIGHTLY = 0.1


class InlineReader(FieldReader):
    """Collects what the runs of one paragraph show, in order."""

    def read(self, parent: Element) -> None:
        """Read every child that text can stand in; deletions and comments are passed over."""
        for element in elements(parent):
            read = self._BESIDE_RUNS.get(element.tag)
            if read is not None:
                read(self, element)

    # Beside runs

    def _run(self, element: Element) -> None:
        run = self.run_properties(child(element, "rPr"))
        if run.hidden:
            return
        if run.scale is not None and abs(run.scale - 1) > _SLIGHTLY:
            self._story.warn(f"масштаб знаков {run.scale:.0%}: буквы другой формы, длина та же")
        for what in run.unshown or ():
            self._story.warn(what)
        if run.fit:
            letters = "".join(one.text or "" for one in element.iter(w("t")))
            run = fitted(letters, run, self._story.source.fonts)
        for part in elements(element):
            read = self._IN_RUNS.get(part.tag)
            if read is None:
                continue
            if self._is_visible or part.tag in _FIELD_MARKS:
                read(self, part, run)

    def _hyperlink(self, element: Element) -> None:
        target = self._target(element)
        if target:
            self.content.append(LinkStart(target))
        self.read(element)
        if target:
            self.content.append(LinkEnd())

    def _target(self, element: Element) -> str | None:
        relationship = self._story.relationship(element.get(f"{{{R_NS}}}id"))
        anchor = attribute(element, "anchor")
        if relationship is not None and relationship.external:
            return fields.address(relationship.target, anchor)
        return f"#{anchor}" if anchor else None

    def _simple_field(self, element: Element) -> None:
        code = attribute(element, "instr") or ""
        first = element.find(f".//{w('r')}/{w('rPr')}")
        found = fields.computed(code, self.run_properties(first))
        if found is not None:
            self._show(found)
            return
        reference = (
            fields.page_reference(code, self.run_properties(first), self._story.source.bookmarks)
            if "PAGEREF" in code
            else None
        )
        target = fields.link(code) or reference
        if target:
            self.content.append(target)
        self.read(element)
        if reference is not None:
            self._end_reference(reference)
        elif target:
            self.content.append(LinkEnd())

    def _structured(self, element: Element) -> None:
        found = child(element, "sdtContent")
        if found is not None:
            self.read(found)

    def _bookmark(self, element: Element) -> None:
        name = attribute(element, "name")
        if name and name != "_GoBack":
            self.content.append(Bookmark(name))

    def _ruby(self, element: Element, run: RunProperties) -> None:
        """Signs over a word (w:ruby, §17.3.3.25) stand after it in brackets."""
        base, above = child(element, "rubyBase"), child(element, "rt")
        if base is not None:
            self.read(base)
        signs = "".join(one.text or "" for one in above.iter(w("t"))) if above is not None else ""
        if signs:
            self._story.warn(f"надстрочное пояснение «{signs[:40]}» показано в скобках")
            self._add_text(f"({signs})", run)

    def _equation(self, element: Element) -> None:
        self._show(equation(element, self._story))

    def _other_document(self, _element: Element) -> None:
        self._unsupported("вложенный документ")

    def _unsupported(self, what: str) -> None:
        self._story.warn(what)
        self._show(Unsupported(what, 0.0, 0.0))

    def _alternate_runs(self, element: Element) -> None:
        found = chosen_alternate(element)
        if found is not None:
            self.read(found)

    # In runs

    def _text(self, element: Element, run: RunProperties) -> None:
        text = element.text or ""
        if element.get(_PRESERVE) != "preserve":
            text = text.strip(_XML_SPACE)
        spaced = text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
        self._add_text(spaced, run)

    def _symbol(self, element: Element, run: RunProperties) -> None:
        font, code = attribute(element, "font"), attribute(element, "char") or ""
        try:
            found = symbol(int(code, 16), font)
        except ValueError:
            found = None
        if found is None:
            self._story.warn(f"знак {code} шрифта {font}")
        self._add_text(found or "•", run)

    def _tab(self, _element: Element, run: RunProperties) -> None:
        self.content.append(Tab(run))

    def _aligned_tab(self, element: Element, run: RunProperties) -> None:
        aligned = attribute(element, "alignment") or "left"
        self.content.append(Tab(run, aligned, attribute(element, "leader") or "none"))

    def _break(self, element: Element, _run: RunProperties) -> None:
        kind = attribute(element, "type")
        ends_page = kind in {"page", "column"} and self._story.is_body
        self.content.append(Break(kind if kind and ends_page else "line"))

    def _no_break_hyphen(self, _element: Element, run: RunProperties) -> None:
        self._add_text("\u2011", run)

    def _soft_hyphen(self, _element: Element, run: RunProperties) -> None:
        self._add_text("\u00ad", run)

    def _page_number(self, _element: Element, run: RunProperties) -> None:
        found = fields.computed("PAGE", run)
        if found is not None:
            self.content.append(found)

    def _ink(self, _element: Element, _run: RunProperties) -> None:
        self._unsupported("рукописный ввод")

    def _drawing(self, element: Element, _run: RunProperties) -> None:
        self.content.extend(read_drawing(element, self._story))

    def _alternate(self, element: Element, run: RunProperties) -> None:
        found = chosen_alternate(element)
        for part in elements(found) if found is not None else ():
            read = self._IN_RUNS.get(part.tag)
            if read is not None:
                read(self, part, run)

    def _note(self, element: Element, run: RunProperties) -> None:
        kind = "endnote" if local_name(element).startswith("endnote") else "footnote"
        custom = is_on(attribute(element, "customMarkFollows"))
        note = note_of(self._story, kind, attribute(element, "id") or "", custom_mark=custom)
        if note is not None:
            self.content.append(NoteReference(note, run))

    def _note_label(self, _element: Element, run: RunProperties) -> None:
        self._add_text(self._story.note_label, run)

    _BESIDE_RUNS: ClassVar[dict[str, Callable[["InlineReader", Element], None]]] = {
        w("r"): _run,
        w("hyperlink"): _hyperlink,
        w("fldSimple"): _simple_field,
        w("sdt"): _structured,
        w("bookmarkStart"): _bookmark,
        w("subDoc"): _other_document,
        f"{{{M_NS}}}oMath": _equation,
        f"{{{M_NS}}}oMathPara": _equation,
        f"{{{MC_NS}}}AlternateContent": _alternate_runs,
        w("ins"): read,
        w("moveTo"): read,
        w("smartTag"): read,
        w("customXml"): read,
        w("dir"): read,
        w("bdo"): read,
        w("sdtContent"): read,
    }
    _IN_RUNS: ClassVar[dict[str, Callable[["InlineReader", Element, RunProperties], None]]] = {
        w("t"): _text,
        w("tab"): _tab,
        w("ptab"): _aligned_tab,
        w("br"): _break,
        w("cr"): _break,
        w("sym"): _symbol,
        w("noBreakHyphen"): _no_break_hyphen,
        w("softHyphen"): _soft_hyphen,
        w("pgNum"): _page_number,
        w("drawing"): _drawing,
        w("pict"): _drawing,
        w("object"): _drawing,
        w("contentPart"): _ink,
        w("ruby"): _ruby,
        w("footnoteReference"): _note,
        w("endnoteReference"): _note,
        w("footnoteRef"): _note_label,
        w("endnoteRef"): _note_label,
        w("fldChar"): FieldReader._field_mark,
        w("instrText"): FieldReader._instruction,
        f"{{{MC_NS}}}AlternateContent": _alternate,
    }


_FIELD_MARKS = frozenset({w("fldChar"), w("instrText")})


def equation(element: Element, story: Story) -> Unsupported:
    """A frame with the letters of an m:oMath or m:oMathPara (§22.1)."""
    text = "".join(one.text or "" for one in element.iter(f"{{{M_NS}}}t"))
    return equation_frame(text, story)
