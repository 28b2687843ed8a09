"""Reading a page as its user does: the words of an HTML answer."""

import re
from html import unescape
from typing import Protocol


class Answer(Protocol):
    """An HTTP answer with its body."""

    @property
    def content(self) -> bytes: ...


def text_of(answer: Answer) -> str:
    """The words between the tags, with single spaces."""
    body = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", answer.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def rows_of(answer: Answer) -> list[str]:
    """The words of each row of the page's tables, the headings left out."""
    body = "".join(re.findall(r"(?s)<tbody>(.*?)</tbody>", answer.content.decode()))
    rows = re.findall(r"(?s)<tr>(.*?)</tr>", body)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in rows]
