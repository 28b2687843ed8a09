"""A Word file that uses every tag docxtpl knows, in every part that docxtpl renders."""

import io
from decimal import Decimal

from docx import Document
from docx.shared import Cm

from tests.engine.word import changed, table, with_part

FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>Сноска: {{ работник.фио }}</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

PARAGRAPHS = (
    "{{ работник.фио }} & {{ ставка }} руб.; {{ часы }} ч.",
    "{# примечание для юриста #}Текст после примечания",
    "{#p целый абзац примечания #}",
    "{%p if дистанционно %}",
    "Работа дистанционная: {{ работник.адрес }}",
    "{%p elif гибридно %}",
    "Работа гибридная",
    "{%p else %}",
    "Работа в офисе",
    "{%p endif %}",
    "{%p for пункт in пункты %}",
    "{{ loop.index }}) {{ пункт.текст }};",
    "{%p endfor %}",
    "Строкой: {% for п in пункты %}{{ п.текст }}{% if not loop.last %}, {% endif %}{% endfor %}.",
    "До {%r if дистанционно %}внутри{%r endif %} после",
    "Оформлено: {{r оформлено }} — и дальше",
    "{{p абзацы }}",
    "слитно",
    "{%- if дистанционно -%}",
    " с предыдущим",
    "{%- endif -%}",
    " и следующим",
    "{% set краткое = работник.фио %}Кратко: {{ краткое|upper }}",
    "Скобки: {_{ не тег }_} {_% тоже %_}",
    "{% raw %}{{ как есть }}{% endraw %}",
    "{% macro знак(х) %}[{{ х }}]{% endmacro %}{{ знак(ставка) }}",
    "{{ ставка if дистанционно else часы }} {{ пусто|default('—', true) }} {{ пусто or 'нет' }}",
    "Строки: {{ строки }}",
    "Абзацы: {{ новые_абзацы }}",
    "Страницы: {{ страницы }}",
    "{{- ставка -}}   ",
)

ROWS = (
    ("№", "Обязанность", "Срок"),
    ("{%tr for о in обязанности %}", "", ""),
    ("{{ loop.index }}", "{{ о.текст }}", "{% cellbg о.цвет %}{{ о.срок }}"),
    ("{%tr endfor %}", "", ""),
    ("{%tr if дистанционно %}", "", ""),
    ("дистанционно", "да", "да"),
    ("{%tr endif %}", "", ""),
    ("{% colspan широко %}{{ работник.фио }}", "", "x"),
)
COLUMNS = (
    ("Месяц", "{%tc for м in месяцы %}", "{{ м }}", "{%tc endfor %}"),
    ("Часы", "{%tc for м in месяцы %}", "{% vm %}{{ м }}", "{%tc endfor %}"),
)
MERGED = (
    ("{%tr for о in обязанности %}", ""),
    ("{% vm %}Общее", "{{ о.текст }}"),
    ("{%tr endfor %}", ""),
)
ACROSS = (("{%tc for м in месяцы %}", "{% hm %}Год", "{%tc endfor %}"), ("а", "б", "в"))

FACTS: dict[str, object] = {
    "работник": {"фио": 'Иванов <О\'Коннор> & «Ко» "Плюс"', "адрес": "г. Орёл"},
    "ставка": Decimal("350.50"),
    "часы": 40,
    "дистанционно": True,
    "гибридно": False,
    "пункты": [{"текст": "первый"}, {"текст": "второй & последний"}],
    "пусто": None,
    "строки": "первая\nвторая\tс табуляцией",
    "новые_абзацы": "раз\aдва\aтри",
    "страницы": "до\fпосле",
    "обязанности": [
        {"текст": "отвечать", "цвет": "FFEEDD", "срок": "сразу"},
        {"текст": "помогать", "цвет": "DDEEFF", "срок": "в день"},
    ],
    "широко": 2,
    "месяцы": ["янв", "фев", "мар", "апр"],
}


def every_tag() -> bytes:
    document = Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    split = document.add_paragraph()
    for piece in ("Разрезано: {", "{ работ", "ник.", "адрес }", "}!"):
        split.add_run(piece).bold = piece == "ник."
    styled = document.add_paragraph(style="List Number")
    styled.add_run("С оформлением: {{ строки }}, {{ новые_абзацы }}").italic = True
    for rows in (ROWS, COLUMNS, MERGED, ACROSS):
        table(document, *rows)
        document.add_paragraph()
    document.add_picture(io.BytesIO(PIXEL), width=Cm(1))
    document.add_picture(io.BytesIO(PIXEL), width=Cm(2))
    section = document.sections[0]
    section.header.paragraphs[0].text = "Договор {{ номер }}"
    section.footer.paragraphs[0].text = "{% if дистанционно %}Дистанционно{% endif %} {{ ставка }}"
    document.core_properties.title = "Договор {{ номер }}"
    document.core_properties.author = "{{ работник.адрес }}"
    file = io.BytesIO()
    document.save(file)
    return _with_footnotes(file.getvalue())


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c63f80f0001010100b138f6140000000049454e44ae426082"
)


def _with_footnotes(file: bytes) -> bytes:
    file = with_part(file, "word/footnotes.xml", FOOTNOTES.encode())
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES_TYPE}"/></Types>'
    file = changed(file, "[Content_Types].xml", "</Types>", override)
    link = f'<Relationship Id="rId99" Type="{FOOTNOTES_LINK}" Target="footnotes.xml"/>'
    rels = "word/_rels/document.xml.rels"
    return changed(file, rels, "</Relationships>", f"{link}</Relationships>")
