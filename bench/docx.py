"""Contract → .docx: the compiled template against docxtpl used as its README shows."""

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import django
from docx import Document
from docxtpl import DocxTemplate

from bench import REPETITIONS, Row, row, seconds
from bench.__main__ import printed
from hr_docs.engine import WordTemplate

MASTER = Path(__file__).parent.parent / "templates" / "word" / "employment_contract.docx"
_CLAUSES = (
    "{n}.1. Работодатель обязуется предоставить {{{{ работник.фио.дательный }}}} работу по "
    "обусловленной трудовой функции в должности «{{{{ договор.должность }}}}», обеспечить условия "
    "труда, предусмотренные трудовым законодательством, коллективным договором, соглашениями, "
    "локальными нормативными актами и настоящим договором, своевременно и в полном размере "
    "выплачивать заработную плату.",
    "{n}.2. Работнику устанавливается часовая тарифная ставка {{{{ договор.ставка }}}} рублей за "
    "один час работы. Заработная плата выплачивается {{{{ договор.аванс }}}} и "
    "{{{{ договор.расчёт }}}} числа каждого месяца перечислением на счёт {{{{ работник.счёт }}}}.",
    "{{%p if договор.дистанционный %}}",
    "{n}.3. Работник выполняет трудовую функцию дистанционно по адресу "
    "{{{{ работник.адрес.фактический }}}}, используя оборудование {{{{ договор.оборудование }}}}.",
    "{{%p endif %}}",
    "{n}.4. Стороны обязуются соблюдать условия раздела {n} в течение всего срока действия "
    "договора; изменение условий, определённых сторонами, допускается только по соглашению сторон, "
    "заключаемому в письменной форме, за исключением случаев, установленных законом.",
)
FACTS: dict[str, object] = {
    "работник": {
        "фио": {"дательный": "Ивановой Анне Петровне", "именительный": "Иванова Анна Петровна"},
        "счёт": "40817810099910004312",
        "адрес": {"фактический": "г. Орёл, ул. 8 Марта, д. 25, кв. 7"},
    },
    "договор": {
        "номер": "15-ТД/2026",
        "должность": "оператор call-центра",
        "ставка": 350,
        "аванс": 25,
        "расчёт": 10,
        "дистанционный": True,
        "оборудование": "работодателя",
    },
    "работодатель": {"название": "ООО «Ромашка & Ко»", "инн": "7701234567"},
    "обязанности": [{"текст": f"обязанность {number}"} for number in range(1, 21)],
}


def contract() -> bytes:
    """A contract of six to seven pages: 17 sections, a list, a table, header and footer."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Трудовой договор № {{ договор.номер }}"
    document.sections[0].footer.paragraphs[0].text = "{{ работодатель.название }}"
    for number in range(1, 18):
        document.add_heading(f"{number}. Раздел", 2)
        for clause in _CLAUSES:
            document.add_paragraph(clause.format(n=number))
    for text in (
        "{%p for о in обязанности %}",
        "{{ loop.index }}) {{ о.текст }};",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    signatures = document.add_table(rows=1, cols=2).rows[0].cells
    signatures[0].text = "{{ работодатель.название }}\nИНН {{ работодатель.инн }}"
    signatures[1].text = "{{ работник.фио.именительный }}"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rows() -> Iterator[Row]:
    yield from _compared("contract → .docx, warm", contract(), FACTS)
    if MASTER.is_file():
        yield from _compared("employment contract master → .docx, warm", *_master())
    source = contract()
    opened = [seconds(lambda: WordTemplate(source)) * 1000 for _ in range(REPETITIONS)]
    yield row("opening a template", opened, "ms")


def _master() -> tuple[bytes, Mapping[str, object]]:
    """The product's own contract, for the first of the people that masters are checked with."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from hr_docs.documents.context import example_people  # needs Django to be set up

    return MASTER.read_bytes(), next(iter(example_people().values()))


def _compared(measure: str, source: bytes, facts: Mapping[str, object]) -> Iterator[Row]:
    template = WordTemplate(source)
    ours, theirs = [], []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.docx"
        path.write_bytes(source)
        for _ in range(REPETITIONS):
            ours.append(seconds(lambda: template.render(facts), 100))
            theirs.append(seconds(lambda: _with_docxtpl(path, facts), 3))
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    times = f"{median(ours) * 1000:.2f} ms against {median(theirs) * 1000:.1f} ms"
    readme = f"docxtpl: DocxTemplate(path), render(autoescape=True), save; {times}"
    yield row(measure, ratios, "×", target=25, against=readme)


def _with_docxtpl(path: Path, facts: Mapping[str, object]) -> None:
    document = DocxTemplate(path)
    document.render(dict(facts), autoescape=True)
    document.save(io.BytesIO())


if __name__ == "__main__":
    for measured in rows():
        print(printed(measured))
