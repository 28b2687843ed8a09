"""One part of a Word file (body, header, notes, properties), compiled once and rendered often."""

from collections.abc import Callable, Mapping
from traceback import walk_tb

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from lxml import etree

from hr_docs.engine.errors import TemplateError
from hr_docs.engine.templating.finishing import finish
from hr_docs.engine.templating.names import Names
from hr_docs.engine.templating.positions import LINE_BREAK, Surveyor
from hr_docs.engine.templating.printing import Gaps, Printer, Recording
from hr_docs.engine.templating.sandbox import MasterEnvironment
from hr_docs.engine.templating.strictness import Rewriter
from hr_docs.engine.templating.tags import FIRST_MARK, MARKS, Tag
from hr_docs.engine.templating.wording import computing_failure, in_russian

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What an expression of a template may raise while it is computed.
_COMPUTING = (
    JinjaError,
    etree.LxmlError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


class CompiledPart:
    """`source` is the part's XML as docxtpl has patched it, with the marks of `tags` in it.

    `body` tells that this is the document's body, whose drawings get new ids.
    """

    def __init__(
        self,
        name: str,
        source: str,
        *,
        tags: list[Tag],
        body: bool,
        namespaces: Mapping[str | None, str],
        resolve_listing: Callable[[str], str],
    ) -> None:
        self.name = name
        self._namespaces = {prefix: uri for prefix, uri in namespaces.items() if prefix}
        # Line numbers count tags: each mark, inside its tag, becomes a line break.
        self._lines = [tags[ord(mark) - FIRST_MARK] for mark in MARKS.findall(source)]
        source = MARKS.sub("\n", source.replace("\n", LINE_BREAK))
        environment = MasterEnvironment()
        environment.context_class = Recording
        printer = Printer(resolve_listing)
        environment.filters.update(printer.filters())
        names = Names(environment.globals)
        tree = self._parse(environment, source)
        Rewriter(names, printer.sites, self._tag_at).rewrite(tree.body)
        tree.set_environment(environment)
        Surveyor(printer.sites, self._tag_at, drawings=body).survey(tree)
        self._template = self._compile(environment, tree)
        self.placeholders = frozenset(names.paths)

    def render(self, facts: Mapping[str, object], gaps: Gaps) -> bytes:
        """The part as a file; worthless when `gaps` has grown."""
        context = self._template.new_context(dict(facts))
        assert isinstance(context, Recording)  # noqa: S101 — the environment makes no other
        context.gaps = gaps
        try:
            xml = "".join(self._template.root_render_func(context))
            return b"" if gaps else (_DECLARATION + finish(xml, self._namespaces)).encode()
        except _COMPUTING as error:
            self._note_failure(error, gaps)
            return b""

    def _parse(self, environment: MasterEnvironment, source: str) -> nodes.Template:
        try:
            return environment.parse(source)
        except TemplateSyntaxError as error:
            raise self._error(in_russian(error.message or ""), error.lineno) from error
        except RecursionError as error:
            raise TemplateError("теги вложены слишком глубоко") from error

    def _compile(self, environment: MasterEnvironment, tree: nodes.Template) -> Template:
        try:
            code = environment.compile(tree, self.name, self.name)
        except TemplateSyntaxError as error:
            raise self._error(in_russian(error.message or ""), error.lineno) from error
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise TemplateError("теги вложены слишком глубоко") from error
        return Template.from_code(environment, code, environment.globals)

    def _tag_at(self, line: int) -> Tag | None:
        return self._lines[line - 1] if 0 < line <= len(self._lines) else None

    def _error(self, cause: str, line: int) -> TemplateError:
        tag = self._tag_at(line) or (self._lines[-1] if self._lines else None)
        return TemplateError(f"{tag.shown} — {cause}" if tag else cause, tag.place if tag else None)

    def _note_failure(self, error: Exception, gaps: Gaps) -> None:
        """An expression could not be computed: a value is wanting, or the template is wrong."""
        line = self._failed_line(error)
        tag = self._tag_at(line)
        place = tag.place if tag else None
        if not isinstance(error, SecurityError):
            gaps.missing.update((gap, None) for gap in gaps.blank if gap.place == place)
        if not gaps:
            raise self._error(computing_failure(error), line) from error

    def _failed_line(self, error: Exception) -> int:
        lines = [
            self._template.get_corresponding_lineno(line)
            for frame, line in walk_tb(error.__traceback__)
            if frame.f_code.co_filename == self.name
        ]
        return lines[-1] if lines else 0
