"""Complex fields on the way through a paragraph (ECMA-376 §17.16.18): code, result, end."""

from dataclasses import replace

from hr_docs.engine.wordml.content import Inline, LinkEnd, PageNumber, Text, Unsupported
from hr_docs.engine.wordml.ooxml import Element, attribute, child
from hr_docs.engine.wordml.properties import RunProperties
from hr_docs.engine.wordml.reading import fields
from hr_docs.engine.wordml.reading.fields import OpenField
from hr_docs.engine.wordml.reading.story import Story
from hr_docs.engine.wordml.symbols import SIGN_FAMILY, is_symbolic, readable


class FieldReader:
    """Collects text and what fields show; knows which fields are open."""

    def __init__(self, story: Story, base: RunProperties) -> None:
        """`base` is the paragraph style's character formatting."""
        self.content: list[Inline] = []
        self._story = story
        self._base = base

    def run_properties(self, element: Element | None) -> RunProperties:
        """Effective formatting of a run with this w:rPr."""
        return self._story.source.run_properties(element, self._base)

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

    @property
    def _is_visible(self) -> bool:
        fields = self._story.fields
        return not fields or all(one.is_visible for one in fields)

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
            found = equation_frame(formula, self._story)
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


def equation_frame(text: str, story: Story) -> Unsupported:
    """A frame with the letters of a formula."""
    story.warn(f"формула «{text[:40]}»")
    return Unsupported(f"формула: {text}", 0.0, 0.0)
