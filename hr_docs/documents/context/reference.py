"""The vocabulary as a page for those who edit masters: templates/word/PLACEHOLDERS.md."""

from collections.abc import Iterator

from hr_docs.documents.context.placeholder import Kind, Placeholder
from hr_docs.documents.context.vocabulary import GROUPS, Group

_INTRODUCTION = """\
# Подстановки в шаблонах Word

Страница построена по описанию подстановок в программе (`manage.py build_masters`), не правьте её.

- Значение печатает `{{ работник.фио.родительный }}`.
- Абзац по условию: отдельный абзац `{%p if договор.срочный %}`, затем текст, затем `{%p endif %}`.
- Часть абзаца по условию: `{% if работодатель.кпп %}, КПП {{ работодатель.кпп }}{% endif %}`.
- Список: `{%p for пункт in инструкция.обязанности %}`, `{{ пункт.текст }}`, `{%p endfor %}`;
  строки таблицы: `{%tr for акт in акты %}` … `{%tr endfor %}`.
- Дата по-другому: `{{ договор.дата|дата_цифрами }}` печатает 23.11.2026,
  `{{ договор.дата|дата_в_кавычках }}` — «23» ноября 2026 г.
- Сравнение: `{% if договор.место == 'г. Пенза' %}` … `{% else %}` … `{% endif %}`; слово, с которым
  сравнивают, берут в кавычки. Да/нет не сравнивают: `{% if not договор.срочный %}`.

Пустое значение печатать нельзя: программа остановит документ и назовёт подстановку. То, что бывает
не у всех, ставьте под условие. Место для записи от руки делают линией или клеткой таблицы.
"""


def reference_page() -> str:
    """Markdown: an introduction and a table for each group."""
    return "\n".join([_INTRODUCTION, *(_section(group) for group in GROUPS)])


def _section(group: Group) -> str:
    rows = (row for each in group.placeholders for row in _rows(each))
    head = "| подстановка | вид | пример | значение |\n|---|---|---|---|"
    return "\n".join([f"## {group.title}\n", head, *rows, ""])


def _rows(placeholder: Placeholder) -> Iterator[str]:
    is_list = placeholder.kind is Kind.LIST
    name = f"{placeholder.name}[]" if is_list else placeholder.name
    example = "" if is_list else _spelled(placeholder)
    yield f"| `{name}` | {placeholder.kind} | {example} | {placeholder.meaning} |"
    for item in placeholder.items:
        item_name = f"{name}.{item.name}"
        yield f"| `{item_name}` | {item.kind} | {_spelled(item)} | {item.meaning} |"


def _spelled(placeholder: Placeholder) -> str:
    if placeholder.kind is Kind.YES_NO:
        return "да" if placeholder.example else "нет"
    return str(placeholder.example)
