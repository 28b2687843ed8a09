"""The text of a document as clauses and sentences, with the words that introduce a list."""

import re
from collections.abc import Iterator
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

LABEL = re.compile(
    r"(?:(?:п\.|пункт|раздел|статья|§)\s*)?"
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,3})+|[0-9]{1,2}(?=\.))\.?\s+",
    re.IGNORECASE,
)
ITEM = re.compile(r"(?P<mark>[а-яa-z]\)|[0-9]{1,2}\)|[-–—•·*])\s*", re.IGNORECASE)
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
BREAK = re.compile(r"(?<=[.!?…])([»\")]*)\s+(?=[«\"(]*[А-ЯЁA-Z0-9{])")
SHORT_WORD = re.compile(
    r"(?:^|[\s(«,])(?:[А-ЯЁA-Z]|г|ул|им|пр|пер|обл|респ|д|кв|стр|корп|т|ст|ч|п|пп|см|тел|№)\.$"
)
"""What ends with a point inside a sentence, whatever follows."""
BEFORE_NUMBER = re.compile(r"(?:^|[\s(«,])(?:руб|коп|тыс|млн|ред|утв)\.$")
"""What ends with a point inside a sentence when a number follows."""
GOES_ON = re.compile(r"(?:\r\n|\n|\v|\x85|\u2028)[ \t]*(?=[а-яёa-z][^)])")
"""A break before what goes on in lower case, and not as a lettered item."""
UNFINISHED = re.compile(r"[\w»\")%]")
"""The last letter of what may go on after a break."""
LONGEST = 2000
"""Characters of the longest sentence that is searched whole."""
PLAIN = {"ё": "е", "\N{SOFT HYPHEN}": "", **dict.fromkeys("‐‑‒–—−", "-")}


class Paragraph(NamedTuple):  # quickly made and hashed: a run reads three hundred for a person
    """One paragraph: the printed number it stands under («5.3», «5.3 а»), its text without it.

    `intro` holds the words that introduce the list which the paragraph is an item of, in the form
    of `plain`: «работник обязан:».
    """

    clause: str
    body: str
    intro: str


class Passage(NamedTuple):
    """A sentence of a paragraph, or one part of a list inside it.

    `quote` is the passage as it stands. `words` is what rules search: the introduction and the
    passage in the form of `plain`; the passage's own words begin at `start`.
    """

    quote: str
    words: str
    start: int


def plain(text: str) -> str:
    """Lower case, е for ё, one kind of dash, single blanks."""
    text = text.lower()
    for letter, other in PLAIN.items():
        text = text.replace(letter, other)
    return " ".join(text.split())


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Take a document apart; each line of the text is one paragraph."""
    clause, intro = "", _NOTHING
    for printed in _mended(text).splitlines():
        line = (TAG.sub(" ", printed) if "{" in printed else printed).strip()
        if line:
            paragraph, clause, intro = _read(line, clause, intro)
            yield paragraph


def _mended(text: str) -> str:
    """The text with sentences whole that breaks inside them took apart."""
    pieces, begin = [], 0
    for found in GOES_ON.finditer(text):
        before = text[begin : found.start()].rstrip(" \t")
        if UNFINISHED.match(before[-1:]):
            pieces.append(before)
            begin = found.end()
    return " ".join([*pieces, text[begin:]])


@lru_cache(maxsize=8192)  # documents of one master repeat most lines, under the same numbers
def _read(line: str, clause: str, intro: "Intro") -> tuple[Paragraph, str, "Intro"]:
    """The paragraph of a line; the clause and the introduction are those above it, then below."""
    number, mark, body = _parts(line)
    clause = number or clause
    intro = intro.before(number, is_item=mark is not None)
    item = f"{clause} {mark}".strip() if mark and mark.isalnum() else clause
    return Paragraph(item, body, intro.words), clause, intro.after(body, clause)


def _parts(line: str) -> tuple[str, str | None, str]:
    """The number of a line, its mark as an item of a list, its text."""
    label = LABEL.match(line)
    text = line[label.end() :] if label else line
    item = ITEM.match(text)
    number, mark = label["number"] if label else "", item["mark"].rstrip(")") if item else None
    return number, mark, text[item.end() :] if item else text


def passages_of(paragraph: Paragraph) -> Iterator[Passage]:
    """The sentences of a paragraph and the parts of lists inside them."""
    for sentence in _sentences(paragraph.body):
        intro = paragraph.intro
        for piece in _pieces(sentence):
            words = plain(piece)
            full = f"{intro} {words}".strip()
            yield Passage(piece, full, len(full) - len(words))
            if ":" in words:
                intro = f"{paragraph.intro} {words.partition(':')[0]}:".strip()


class Intro(NamedTuple):
    """The words before a colon that the items of a list continue: «Работник обязан:».

    `clause` is the number they stand under. `open`: the paragraph before left the list unfinished,
    so that the next one belongs to it even without a mark.
    """

    words: str = ""
    clause: str = ""
    open: bool = False

    def before(self, number: str, *, is_item: bool) -> "Intro":
        """The introduction of a paragraph with that number, if it is an item of the list."""
        deeper = bool(number) and bool(self.clause) and number.startswith(f"{self.clause}.")
        belongs = is_item or deeper or (self.open and not number)
        return self if self.words and belongs else _NOTHING

    def after(self, body: str, clause: str) -> "Intro":
        """The introduction for the paragraph after `body`."""
        if body.endswith(":"):
            last = _sentences(body)[-1]
            return Intro(words=f"{self.words} {plain(last)}".strip(), clause=clause, open=True)
        is_open = body.endswith((";", ","))
        return self if is_open == self.open else Intro(self.words, self.clause, is_open)


_NOTHING = Intro()


def _pieces(sentence: str) -> list[str]:
    """The parts of a list inside one sentence: «обязан: приходить; отвечать».

    A part longer than any sentence is cut between words, so that no search takes long.
    """
    pieces = []
    for part in sentence.split(";"):
        piece = part.strip()
        pieces.extend(wrap(piece, LONGEST) if len(piece) > LONGEST else [piece] * bool(piece))
    return pieces


def _sentences(body: str) -> list[str]:
    """Split at the ends of sentences, not at «г.», «ст. 192» or «И. О. Фамилия»."""
    sentences, begin = [], 0
    for found in BREAK.finditer(body):
        before = body[begin : found.start()]
        number_follows = body[found.end()].isdigit() and BEFORE_NUMBER.search(before)
        if number_follows or SHORT_WORD.search(before):
            continue
        sentences.append(body[begin : found.end(1)])
        begin = found.end()
    return [*sentences, body[begin:]]
