"""The inside of a paragraph (ECMA-376 §17.3.2, §17.3.3): runs, links, fields, tracked changes."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from hr_docs.engine.wordml.content import (
    Bookmark,
    Break,
    Inline,
    LinkEnd,
    LinkStart,
    NoteReference,
    PageNumber,
    Tab,
    Text,
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
from hr_docs.engine.wordml.reading.fields import OpenField
from hr_docs.engine.wordml.reading.notes import note_of
from hr_docs.engine.wordml.reading.story import Story
from hr_docs.engine.wordml.symbols import SIGN_FAMILY, is_symbolic, readable, symbol

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_SPACE = " \t\r\n"
_SLIGHTLY = 0.1


class InlineReader:
    """Collects what the runs of one paragraph show, in order."""

    def __init__(self, story: Story, base: RunProperties) -> None:
        """`base` is the paragraph style's character formatting."""
        self.content: list[Inline] = []
        self._story = story
        self._base = base

    def read(self, parent: Element) -> None:
        """Read every child that text can stand in; deletions and comments are passed over."""
        for element in elements(parent):
            read = self._BESIDE_RUNS.get(element.tag)
            if read is not None:
                read(self, element)

    def run_properties(self, element: Element | None) -> RunProperties:
        """Effective formatting of a run with this w:rPr."""
        return self._story.source.run_properties(element, self._base)

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

    def _add_text(self, text: str, run: RunProperties) -> None:
        if not text:
            return
        if is_symbolic(text, run.font):
            text = readable(text, run.font)
            run = replace(run, font=SIGN_FAMILY, ascii_font=SIGN_FAMILY)
        last = self.content[-1] if self.content else None
        if isinstance(last, Text) and last.run == run:
            self.content[-1] = Text(last.text + text, run)
        else:
            self.content.append(Text(text, run))

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

    # Complex fields

    @property
    def _is_visible(self) -> bool:
        return all(one.is_visible for one in self._story.fields)

    def _field_mark(self, element: Element, run: RunProperties) -> None:
        kind, open_fields = attribute(element, "fldCharType"), self._story.fields
        if kind == "begin":
            open_fields.append(OpenField(element, run, child(element, "ffData")))
        elif kind == "separate" and open_fields:
            self._begin_result(open_fields[-1])
        elif kind == "end" and open_fields:
            self._end_field(open_fields.pop())

    def _begin_result(self, field: OpenField) -> None:
        field.in_result = True
        if not all(one.is_visible for one in self._story.fields[:-1]):
            return
        found, target = fields.computed(field.code, field.run), fields.link(field.code)
        if found is not None:
            field.replaced = True
            self._show(found)
        elif target is not None:
            field.is_link = True
            self.content.append(target)
        elif "PAGEREF" in field.code:
            self._begin_reference(field)

    def _begin_reference(self, field: OpenField) -> None:
        known = self._story.source.bookmarks
        field.reference = fields.page_reference(field.code, field.run, known)
        if field.reference is not None:
            self.content.append(field.reference)

    def _end_reference(self, reference: PageNumber) -> None:
        """Put the page that the PDF will have in place of the stored one, if that is a number."""
        place = next((n for n, one in enumerate(self.content) if one is reference), None)
        if place is None:  # it began in another paragraph
            return
        result = self.content[place + 1 :]
        texts = [one for one in result if isinstance(one, Text)]
        stored = "".join(one.text for one in texts).strip()
        if stored and not stored.isdecimal():
            del self.content[place]
            return
        run = texts[0].run if texts else reference.run
        others = (one for one in result if not isinstance(one, Text))
        self.content[place:] = [replace(reference, run=run, stored=stored), *others]

    def _end_field(self, field: OpenField) -> None:
        if field.is_link:
            self.content.append(LinkEnd())
        if not self._is_visible or field.replaced:
            return
        if field.reference is not None:
            self._end_reference(field.reference)
            return
        found = fields.without_result(field)
        formula = fields.equation(field.code)
        if formula:
            found = _equation_frame(formula, self._story)
        if found is None and not field.in_result:
            found = fields.computed(field.code, field.run) or fields.page_reference(
                field.code, field.run, self._story.source.bookmarks
            )
        if found is not None:
            self._show(found)

    def _instruction(self, element: Element, _run: RunProperties) -> None:
        if self._story.fields and not self._story.fields[-1].in_result:
            self._story.fields[-1].code += element.text or ""

    def _show(self, found: Inline) -> None:
        if isinstance(found, Text):
            self._add_text(found.text, found.run)
        else:
            self.content.append(found)

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
        w("fldChar"): _field_mark,
        w("instrText"): _instruction,
        f"{{{MC_NS}}}AlternateContent": _alternate,
    }


_FIELD_MARKS = frozenset({w("fldChar"), w("instrText")})


def equation(element: Element, story: Story) -> Unsupported:
    """A frame with the letters of an m:oMath or m:oMathPara (§22.1)."""
    text = "".join(one.text or "" for one in element.iter(f"{{{M_NS}}}t"))
    return _equation_frame(text, story)


def _equation_frame(text: str, story: Story) -> Unsupported:
    story.warn(f"формула «{text[:40]}»")
    return Unsupported(f"формула: {text}", 0.0, 0.0)
