"""The papers of a pack say the same; planted contradictions are found, with their place."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from hr_docs.documents.context import example_people
from hr_docs.documents.errors import InconsistentPackError
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.legal.consistency import FilledPaper, contradictions
from hr_docs.documents.legal.numerals import mismatches, number_named
from hr_docs.documents.legal.references import dangling_references
from hr_docs.documents.legal.statements import read_day, read_sum
from hr_docs.documents.legal.word_text import Line, WordText
from hr_docs.documents.masters.versions import add_version, current_version
from hr_docs.documents.models import Document
from tests.documents.master_papers import KINDS, template_of
from tests.documents.word_changes import with_text

TITLES = {
    "employment_contract": "Трудовой договор",
    "job_description": "Должностная инструкция",
    "confidentiality_undertaking": "Обязательство о неразглашении",
}
PEOPLE = example_people()
SOMEBODY = next(iter(PEOPLE.values()))


def filled(facts):
    return [
        FilledPaper(TITLES[kind], facts, WordText.read(template_of(kind).render(facts)))
        for kind in KINDS
    ]


def problems_with(*sentences):
    """What is wrong with a contract of the first example person that says so under 5.3."""
    lines = (Line("5.2.", "Пункт.", "5.2"), *(Line("5.3.", s, "5.3") for s in sentences))
    return [str(one) for one in contradictions([paper_of(lines)])]


def paper_of(lines):
    return FilledPaper("Трудовой договор", SOMEBODY, WordText(tuple(lines)))


@pytest.mark.parametrize("who", PEOPLE)
def test_the_shipped_papers_are_consistent(who):
    assert contradictions(filled(PEOPLE[who])) == []


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Часовая тарифная ставка Работника — 400 (четыреста) рублей 00 копеек.", "ставка"),
        ("Ставка составляет 299,50 руб. за час.", "ставка"),
        ("Трудовой договор № 77-ТД/2025 от 23 ноября 2026 г.", "номер трудового договора"),
        ("По трудовому договору от 01.02.2025 Работник принят.", "дата трудового договора"),
        ("Обязанности — в должностной инструкции № ДИ-99.", "номер должностной инструкции"),
        ("Дата начала работы — 1 мая 2024 г.", "дата начала работы"),
        ("Дата рождения Работника — 01.01.1990", "дата рождения"),
        ("Работник принимается на должность «Кассир».", "должность"),
        ("и гражданка Сидорова Инна Львовна, именуемая далее «Работник»", "имя работника"),
        ("Я, Сидорова Инна Львовна, обязуюсь хранить тайну.", "имя работника"),
        ("Место работы — площадка, адрес: 101000, г. Москва, ул. Лесная, д. 1.", "адрес места"),
        ("Адрес регистрации: г. Самара, ул. Лесная, д. 1", "адрес работника"),
        ("ИНН 5800000016", "ИНН"),
        ("ОГРН 1265800000014", "ОГРН"),
        ("СНИЛС 001-001-999 99", "СНИЛС"),
    ],
)
def test_a_word_left_over_from_another_contract_is_found(sentence, what):
    (problem,) = problems_with(sentence)
    assert problem.startswith(f"Трудовой договор, пункт 5.3: {what}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Доплата за час ночной работы — 60 рублей.",
        "Стажёр может быть переведён на должность «Оператор» со ставкой по штатному расписанию.",
        "Непосредственный руководитель — Сидорова Инна Львовна.",
        "Коллективный договор № 10 от 12 января 2026 г.",
        "Положение о премировании № 3 от 12 января 2026 г.",
        "Работодатель оказывает услуги заказчику по адресу: г. Самара, ул. Лесная, д. 1.",
    ],
)
def test_what_may_differ_is_left_alone(sentence):
    assert problems_with(sentence) == []


@pytest.mark.parametrize(
    "name",
    [
        "Сирожиддинов Мухаммадюсуф Абдурахмонович угли",
        "Алиев Ильгар Вагиф оглы",
        "Де ла Крус Мария-Луиза Ивановна-Анна",
        "Кузнецова (Иванова) Анна Петровна",
        "Ли",
    ],
)
def test_an_unusual_name_contradicts_nothing(name):
    facts = SOMEBODY | {"работник": SOMEBODY["работник"] | {"фио": {"именительный": name}}}
    texts = (f"и гражданин {name}, именуемый далее «Работник»", f"Я, {name}, обязуюсь")
    lines = tuple(Line("1.", text, "1") for text in texts)
    assert contradictions([FilledPaper("Трудовой договор", facts, WordText(lines))]) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("350 (триста шестьдесят) рублей", 360),
        ("400 рублей (триста рублей 00 копеек)", 300),
        ("в течение 3 (двух) рабочих дней", 2),
        ("15 % (двадцать процентов)", 20),
        ("1 250 (одна тысяча двести) рублей", 1200),
    ],
)
def test_digits_that_are_not_the_words_are_found(text, named):
    (found,) = mismatches(text)
    assert found.named == named


@pytest.mark.parametrize(
    "text",
    [
        "350 (триста пятьдесят) рублей 00 копеек",
        "1 250 (Одна тысяча двести пятьдесят) рублей",
        "350,50 (триста пятьдесят) рублей 50 копеек",
        "2,5 (две целых пять десятых) часа",
        "0,5 (одна вторая) ставки",
        "25 (двадцать пятого) числа",
        "1/2 (одна вторая)",
        "в 2 (двух) экземплярах",
        "800 (восемьюстами) рублями",
        "12 (далее — срок)",
    ],
)
def test_digits_beside_the_same_words_are_left_alone(text):
    assert problems_with(text) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("три миллиона двести тысяч", 3_200_000),
        ("тысячу", 1000),
        ("ноль", 0),
        ("двадцать пятого", None),
        ("далее", None),
    ],
)
def test_numbers_are_read_from_words(words, number):
    assert number_named(words) == number


CLAUSES = {
    "Трудовой договор": frozenset({"1", "5", "5.2", "5.3"}),
    "Должностная инструкция": frozenset({"1", "1.1"}),
}


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("в порядке пункта 5.4 настоящего договора", ["5.4"]),
        ("по пунктам 5.2, 5.3 и 5.9 договора", ["5.9"]),
        ("согласно п. 7.1 трудового договора.", ["7.1"]),
        ("раздел 4 должностной инструкции", ["4"]),
        ("(пункт 6.6)", ["6.6"]),
        ("пункты 5.2-5.3 договора", []),
        ("в порядке пункта 5.2 настоящего договора", []),
        ("пункт 3 части первой статьи 77 Трудового кодекса", []),
        ("пункт 4.2 статьи 13 закона", []),
        ("пункт 9.9 договора № 15 с заказчиком", []),
        ("пункт 9.9 коллективного договора", []),
        ("пункт 9.9 договора о полной материальной ответственности", []),
        ("показатели раздела 4 могут влиять на премию", []),
    ],
)
def test_a_reference_leads_to_a_clause(line, numbers):
    found = dangling_references(line, "Трудовой договор", CLAUSES)
    assert [one.number for one in found] == numbers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 ноября 2026 г.", date(2026, 11, 30)),
        ("«30» ноября 2026", date(2026, 11, 30)),
        ("30.11.2026", date(2026, 11, 30)),
        ("31.02.2026", None),
        ("без даты", None),
    ],
)
def test_days_are_read(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("380 (триста восемьдесят) рублей 50 копеек", "380.50"),
        ("1 250,75 ₽", "1250.75"),
        ("300", "300"),
    ],
)
def test_sums_are_read(text, amount):
    assert read_sum(text) == Decimal(amount)


@pytest.mark.django_db
class TestIssuing:
    @pytest.fixture
    def careless(self, employment):
        """The job description still has another operator's contract in it."""
        version = current_version("job_description")
        content = with_text(
            bytes(version.content),
            "Лист ознакомления",
            "Лист ознакомления, трудовой договор № 5/2020-ТД",
        )
        user = User.objects.create_user("maker")
        add_version(master=version.master, content=content, uploaded_by=user)
        return employment

    def test_a_contradiction_stops_the_pack(self, careless):
        with pytest.raises(InconsistentPackError, match="номер трудового договора") as stopped:
            freeze_pack(employment=careless, versions=pack_versions())
        assert stopped.value.contradictions[0].paper == "Должностная инструкция"
        assert not Document.objects.exists()
