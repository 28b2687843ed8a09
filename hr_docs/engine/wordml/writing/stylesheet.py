"""Style sheet of one document: a class for each distinct set of declarations, and page rules."""

from collections.abc import Mapping
from dataclasses import dataclass

# What holds for every document; parsed once for a process. It takes the place of a browser's own
# sheet, which would match each element against a hundred rules for markup that is never written.
# A selector asks for a tag or a class and nothing else: layouts keep styles by these two.
BASE = """
html{orphans:2;widows:2}
html,body,div,p,h1,h2,h3,h4,h5,h6{display:block}
head,title,meta{display:none}
p,h1,h2,h3,h4,h5,h6{margin-break:discard}
h1,h2,h3,h4,h5,h6{bookmark-label:attr(data-label)}
h1{bookmark-level:1}
h2{bookmark-level:2}
h3{bookmark-level:3}
h4{bookmark-level:4}
h5{bookmark-level:5}
h6{bookmark-level:6}
table{display:table;border-collapse:collapse;table-layout:fixed;text-indent:0}
colgroup{display:table-column-group}
col{display:table-column}
thead{display:table-header-group}
tbody{display:table-row-group}
tr{display:table-row}
td{display:table-cell;vertical-align:top;overflow-wrap:break-word;orphans:1;widows:1}
br::before{content:"\\A";white-space:pre-line}
img{overflow:hidden}
a{anchor:attr(id);link:attr(href)}
html{lang:attr(lang)}
.left-first{direction:rtl}
body{direction:ltr}
.long{overflow-wrap:break-word}
.line{display:block;text-align-last:justify}
.rest{display:block;text-indent:0}
.page{break-before:page}
.page,.start{margin-break:keep}
.column{break-before:column}
.note{float:footnote;text-indent:0;text-align:left}
.note::footnote-call,.note::footnote-marker{content:none;line-height:0;vertical-align:baseline}
.running{text-align:left}
@page{direction:ltr;@footnote{margin-top:0;padding-top:8pt;
background:linear-gradient(#000) no-repeat 0 4pt/144pt 0.5pt}}
"""


@dataclass(frozen=True, slots=True)
class Rules:
    """A document's style sheet: its @page rules, and by the name of a class what follows it.

    The latter is a block, or a pseudo-element and a block. Later classes win over earlier ones.
    """

    pages: tuple[str, ...]
    classes: Mapping[str, str]

    def text(self) -> str:
        """The sheet as CSS."""
        return "".join((*self.pages, *(f".{name}{rest}" for name, rest in self.classes.items())))


class StyleSheet:
    """Grows while the document is written; the same declarations always get the same class."""

    def __init__(self) -> None:
        self._classes: dict[str, str] = {}
        self._counters: dict[str, str] = {}
        self._replaced: dict[str, str] = {}
        self._rules: list[str] = []

    def class_of(self, declarations: str) -> str:
        """Name of the class with these declarations; empty for none."""
        if not declarations:
            return ""
        if declarations not in self._classes:
            self._classes[declarations] = f"c{len(self._classes)}"
        return self._classes[declarations]

    def attribute(self, declarations: str, *names: str) -> str:
        """The `class` attribute with a leading space; empty when there is nothing to say."""
        classes = " ".join(name for name in (self.class_of(declarations), *names) if name)
        return f' class="{classes}"' if classes else ""

    def counter_class(self, content: str) -> str:
        """Name of the class whose ::before shows generated content (page numbers)."""
        if content not in self._counters:
            self._counters[content] = f"n{len(self._counters)}"
        return self._counters[content]

    def replace_counter(self, content: str, other: str) -> None:
        """Let other content be shown where this one was asked for."""
        self._replaced[content] = other

    def add_rule(self, rule: str) -> None:
        """Add a rule as it is: @page and the like."""
        self._rules.append(rule)

    def rules(self) -> "Rules":
        """The sheet of this document, to be used after BASE."""
        classes = {name: f"{{{what}}}" for what, name in self._classes.items()}
        shown = {name: self._replaced.get(what, what) for what, name in self._counters.items()}
        counters = {name: f"::before{{content:{what}}}" for name, what in shown.items()}
        return Rules(tuple(self._rules), classes | counters)
