"""A document is taken apart into clauses, sentences and items of lists."""

import pytest

from hr_docs.law.text import LONGEST, paragraphs_of, passages_of


def passages(text):
    return [
        (paragraph.clause, passage.quote, passage.words)
        for paragraph in paragraphs_of(text)
        for passage in passages_of(paragraph)
    ]


def quotes(text):
    return [quote for _, quote, _ in passages(text)]


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("5.3. Работник обязан.", "5.3"),
        ("5.3.1 Работник обязан.", "5.3.1"),
        ("5. Оплата труда", "5"),
        ("п. 7.2. Работник обязан.", "7.2"),
        ("Раздел 4. Оплата", "4"),
        ("а) приходить", "а"),
        ("3) приходить", "3"),
        ("12.01.2026 года заключён договор", ""),
        ("28 календарных дней", ""),
        ("— приходить", ""),
    ],
)
def test_it_knows_the_number_a_clause_is_printed_with(line, clause):
    assert next(paragraphs_of(line)).clause == clause


def test_a_paragraph_without_a_number_stands_under_the_last_one():
    assert [p.clause for p in paragraphs_of("5.3. Первый.\nВторой.\nб) третий")] == [
        "5.3",
        "5.3",
        "5.3 б",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Договор заключён в г. Казань по ул. Мира.",
        "Премия 1000 руб. 50 коп. в месяц.",
        "По ст. 192 ТК РФ взыскания ограничены.",
        "В лице И. О. Ивановой.",
        "Ставка {{ договор.ставка }} рублей.",
    ],
)
def test_it_does_not_split_at_short_words(sentence):
    assert quotes(sentence) == [sentence]


def test_it_splits_sentences_and_parts_of_a_list():
    text = "Первое. «Второе!» Третье: а; б."
    assert quotes(text) == ["Первое.", "«Второе!»", "Третье: а", "б."]


def test_words_are_plain_and_quotes_are_not():
    assert passages("Учёт\N{NO-BREAK SPACE}—  Ё\N{SOFT HYPHEN}лка") == [
        ("", "Учёт\N{NO-BREAK SPACE}—  Ё\N{SOFT HYPHEN}лка", "учет - елка")
    ]


def test_items_of_a_list_are_read_with_the_words_that_introduce_it():
    text = "4.1. Работник обязан:\n- приходить вовремя;\n- отвечать\n4.2. Премия."
    assert [words for _, _, words in passages(text)] == [
        "работник обязан:",
        "работник обязан: приходить вовремя",
        "работник обязан: отвечать",
        "премия.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "4.1. Работник обязан:\n4.1.1. приходить;\n4.2. Премия.",
        "Работник обязан:\nприходить;\n5. Премия.",
    ],
)
def test_a_list_may_be_numbered_deeper_or_have_no_marks(text):
    assert [words for _, _, words in passages(text)][1:] == [
        "работник обязан: приходить",
        "премия.",
    ]


def test_a_list_inside_a_list_keeps_both_introductions():
    text = "Работник не вправе:\n- в смену:\n- спать"
    assert passages(text)[-1][2] == "работник не вправе: в смену: спать"


def test_tags_of_a_master_are_left_out_and_placeholders_stay():
    text = "{%p if договор.срочный %}\n1. Срок — {{ договор.срок }}{# примечание #}."
    assert quotes(text) == ["Срок — {{ договор.срок }} ."]


def test_an_endless_sentence_is_cut_between_words():
    assert all(len(quote) <= LONGEST for quote in quotes("слово " * 1000))
