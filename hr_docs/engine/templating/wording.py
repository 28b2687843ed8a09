"""Russian words for what Jinja says of a tag."""

import re
from collections.abc import Callable, Mapping

from jinja2.exceptions import SecurityError

from hr_docs.engine.templating.dates import NoDateError

_TOKENS = {
    "end of statement block": "конец тега «%}»",
    "end of print statement": "конец тега «}}»",
    "end of template": "конец документа",
    "begin of statement block": "начало тега «{%»",
    "begin of print statement": "начало тега «{{»",
    "template data / text": "текст",
    "name": "имя",
    "integer": "число",
    "float": "число",
    "string": "строка в кавычках",
    "assign": "=",
    "in": "слово in",
}
_DASH = "вместо дефиса стоит тире {a}: наберите дефис"
_MESSAGES = (
    (r"expected token ':', got '}'", "лишняя фигурная скобка: теги пишут с двумя, {{{{ имя }}}}"),
    (
        r"expected token '.+', got '(?:и|или|не)'",
        "союзы в условиях пишут английскими словами: and, or, not",
    ),
    (
        r"expected token '(?P<a>.+)', got '='",
        "здесь ожидается {a}, а стоит =: сравнивают двумя знаками, ==",
    ),
    (r"unexpected char .(?P<a>[–—−]). at \d+", _DASH),
    (r"expected token '(?P<a>.+)', got '(?P<b>.+)'", "здесь ожидается {a}, а стоит {b}"),
    (r"unexpected char .(?P<a>.+). at \d+", "лишний знак {a}"),
    (r"unexpected '(?P<a>.+)', expected '(?P<b>.+)'", "стоит {a}, а ожидается {b}"),
    (r"unexpected '(?P<a>.+)'", "здесь ожидается имя или значение, а стоит {a}"),
    (r"expected name or number", "после точки ожидается имя"),
    (r"Expected an expression, got '(?P<a>.+)'", "здесь ожидается имя или значение, а стоит {a}"),
    (r"unexpected end of template, expected '(?P<a>.+)'\.", "не хватает знака {a}"),
    (
        r"Encountered unknown tag '(?P<a>elif|else)'.*following tags: 'endif'.*",
        "после {{% else %}} ветви {a} быть не может: else — последняя и одна, перед endif",
    ),
    (r"Encountered unknown tag '(?P<a>\w+)'.*", "неизвестный тег «{a}»"),
    (r"Unexpected end of template.*innermost block .* is '(?P<a>\w+)'.*", "блок {a} не закрыт"),
    (r"can't assign to '(?P<a>.+)'", "имени «{a}» нельзя дать значение"),
    (r"invalid character in identifier", "недопустимый знак в имени"),
    (r"Tag name expected", "после «{{%» нет названия тега"),
    (r"No (?:filter|test) named '(?P<a>\w+)'.*", "такого фильтра нет: {a}"),
)


def in_russian(message: str) -> str:
    """A message of Jinja's parser for a person who writes templates in Word."""
    for pattern, russian in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            words = {key: _TOKENS.get(word, word) for key, word in found.groupdict().items()}
            return russian.format(**words)
    return f"ошибка в записи ({message})"


_RUSSIAN_KEYWORDS = {
    "если": "if",
    "иначе": "else",
    "для": "for",
    "каждый": "for",
    "конец": "endif» или «endfor",
    "конецесли": "endif",
}
_LATIN_PREFIXES = {"р": "p", "тр": "tr", "тс": "tc", "г": "r"}


def unknown_keyword(word: str, body: str, near: str) -> str:
    """What is wrong with the first word of a statement; `near` is the keyword most like it."""
    if not word:
        dash = body.lstrip()[:1]
        return _DASH.format(a=dash) if dash and dash in "–—−" else "пустой тег"
    prefix = _LATIN_PREFIXES.get(word.lower())
    if prefix:
        return f"приставка «{word}» набрана не латиницей: нужна {prefix}"
    near = _RUSSIAN_KEYWORDS.get(word.lower(), near)
    return f"неизвестный тег «{word}»" + (f": может быть, «{near}»?" if near else "")


_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def computing_failure(error: Exception) -> str:
    """Why an expression could not be computed."""
    if isinstance(error, SecurityError):
        own = _CYRILLIC.search(str(error))
        return str(error) if own else "обращаться к служебным именам нельзя"
    if isinstance(error, NoDateError):
        return str(error)
    if isinstance(error, RecursionError):
        return "макрос без конца вызывает сам себя"
    if isinstance(error, OverflowError):
        return "получилось слишком большое значение"
    if isinstance(error, ZeroDivisionError):
        return "деление на ноль"
    return f"не вычисляется: значения так не сочетаются ({error})"


_Params = Mapping[str, object]

# docxtpl-lint's rules: our code, and the message from the tag and the rule's parameters.
LINT: dict[str, tuple[str, Callable[[str, _Params], str]]] = {
    "DTL001": ("tag-open", lambda tag, p: f"тег {tag} не закрыт: не хватает {p['close']}"),
    "DTL002": (
        "tag-split",
        lambda tag, _: (
            f"тег {tag} разорван между абзацами или ячейками: наберите его в одном абзаце"
        ),
    ),
    "DTL003": (
        "tag-deleted",
        lambda tag, _: f"тег {tag} стоит в удалённом тексте: примите или отклоните исправления",
    ),
    "DTL101": (
        "block-open",
        lambda tag, p: f"{tag} — блок не закрыт: не хватает тега end{p['kw']}",
    ),
    "DTL102": ("block-stray", lambda tag, _: f"{tag} — лишний тег: открывающего тега для него нет"),
    "DTL103": ("tag-syntax", lambda tag, p: f"{tag} — {in_russian(str(p['msg']))}"),
    "DTL106": (
        "name-out-of-loop",
        lambda tag, p: f"{tag} — имя {p['name']} есть только внутри цикла, а стоит вне его",
    ),
    "DTL201": (
        "tag-percent",
        lambda tag, _: (
            f"{tag} — внутри тега с приставкой нельзя писать «%» и «}}»: "
            "вычислите значение отдельным тегом set"
        ),
    ),
    "DTL202": (
        "tag-space",
        lambda tag, p: f"{tag} — пишите приставку без пробела: {{%{p['prefix']} … %}}",
    ),
    "DTL203": (
        "tag-outside-table",
        lambda tag, p: f"{tag} — тег с приставкой {p['prefix']} может стоять только в таблице",
    ),
    "DTL204": (
        "block-prefix",
        lambda tag, p: (
            f"{tag} закрывает тег {p['open_raw']}, но приставки у них разные: поставьте одинаковые"
        ),
    ),
    "DTL205": (
        "block-tables",
        lambda tag, p: f"{tag} и {p['open_raw']} стоят в разных таблицах: перенесите в одну",
    ),
    "DTL206": (
        "block-one-row",
        lambda tag, p: (
            f"{tag} и {p['open_raw']} стоят в одной строке таблицы: дайте каждому свою строку"
        ),
    ),
    "DTL207": (
        "block-rows",
        lambda tag, p: f"{tag} и {p['open_raw']} стоят в разных строках таблицы: перенесите в одну",
    ),
    "DTL208": ("tag-outside-table", lambda tag, _: f"{tag} — тег может стоять только в таблице"),
    "DTL209": (
        "text-lost",
        lambda tag, p: (
            f"рядом с тегом {tag} стоит текст «{p['rest']}», он пропал бы из документа: "
            "перенесите его"
        ),
    ),
    "DTL210": (
        "block-one-paragraph",
        lambda tag, p: (
            f"{tag} и {p['open_raw']} стоят в одном абзаце: дайте каждому свой абзац "
            "или уберите приставку p"
        ),
    ),
}
