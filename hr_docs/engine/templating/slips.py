"""Slips of those who know Word and not Jinja, told in their words.

Jinja's parser says where it stopped; what was meant shows in the spelling of the tag.
"""

import re

# Words of statements that are typed into {{ … }}.
_STATEMENT = re.compile(r"(if|elif|else|endif|for|endfor|set|endset)\b")
_TEXTS = re.compile(r"'[^']*'|\"[^\"]*\"")
_DOTTED = re.compile(r"[^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*)+")
_ENGLISH = r"and|or|not|in|is|if|elif|else|set|with"
_LOOP, _IN = re.compile(r"for\b"), re.compile(r"\bin\b")
_SLIPS = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"&&|&amp;&amp;", "вместо && пишут and"),
        (r"\|\|", "вместо || пишут or"),
        (r"<>|≠", "«не равно» пишут !="),
        (r"!(?!=)", "вместо ! пишут not"),
        (r"\b(?:AND|OR|NOT|IN|IS|IF|ELSE)\b", "and, or, not пишут строчными буквами"),
        (r"(?:^|\s)(?:не|нет)\s+\w", "вместо «не» пишут not перед именем"),
        (r"\|\s*\w+\s*:", "значение фильтра пишут в скобках: |default('—')"),
        (r"\|\s*\w+\s+''", "значение фильтра пишут в скобках: |default('—')"),
        (
            rf"\b(?!(?:{_ENGLISH})\b)[^\W\d][\w.]*\s+(?!(?:{_ENGLISH})\b)[^\W\d]",
            "имя пишут без пробелов, как на странице «Подстановки»",
        ),
    )
)


def statement_in_braces(body: str) -> str:
    """Why `{{ if … }}` is wrong; empty for what may stand in double braces."""
    found = _STATEMENT.match(body)
    if not found:
        return ""
    return f"слово {found[1]} пишут в теге {{% … %}}: {{% {body} %}}; в {{{{ … }}}} стоит имя поля"


def value_in_statement(body: str) -> str:
    """Why `{% работник.фамилия %}` is wrong; empty when it is no name of a field."""
    if not _DOTTED.fullmatch(body.strip()):
        return ""
    return f"имя поля печатают в двойных фигурных скобках: {{{{ {body.strip()} }}}}"


def glued_prefix(word: str, known: frozenset[str]) -> str:
    """Why `{%pif … %}` is wrong; empty when the word is no prefix with a keyword."""
    for prefix in ("tr", "tc", "p", "r"):
        keyword = word.removeprefix(prefix)
        if keyword != word and keyword in known:
            return f"после приставки {prefix} нужен пробел: {{%{prefix} {keyword}"
    return ""


def words_after(keyword: str, rest: str) -> str:
    """Why something after `else` or `endif` is wrong; empty when nothing stands there."""
    if not rest.strip():
        return ""
    if keyword == "else" and re.match(r"\s*if\b", rest):
        return "вместо «else if» пишут одним словом: elif"
    if keyword == "else" or keyword.startswith("end"):
        return f"после {keyword} больше ничего не пишут: уберите «{rest.strip()}»"
    return ""


def hint_for(body: str) -> str:
    """What was probably meant by an expression that cannot be read; empty when nobody knows."""
    bare = _TEXTS.sub("''", body)
    if _LOOP.match(bare):
        return "" if _IN.search(bare) else "цикл пишут так: for пункт in инструкция.обязанности"
    return next((hint for pattern, hint in _SLIPS if pattern.search(bare)), "")
