"""All forms at once, and the flag «проверьте»."""

import pytest

from hr_docs.russian import OBLIQUE, PersonName, propose_person, propose_phrase


def doubts_about(surname, name, patronymic, gender):
    return propose_person(surname=surname, name=name, patronymic=patronymic, gender=gender).doubts


def test_it_proposes_five_forms_of_a_name():
    proposal = propose_person(surname="Ким", name="Пётр", patronymic="Ильич", gender="m")
    assert tuple(proposal.forms) == OBLIQUE
    assert proposal.forms["ablt"] == PersonName("Кимом", "Петром", "Ильичом")


@pytest.mark.parametrize(
    "person",
    [
        ("Иванова", "Анна", "Петровна", "f"),
        ("Черных", "Павел", "Игоревич", "m"),
        ("Шевченко", "Тарас", "Григорьевич", "m"),
        ("Мкртчян", "Армен", "Гагикович", "m"),
        ("Ткач", "Ольга", "Андреевна", "f"),
        ("Соболь", "Нинель", "Андреевна", "f"),
        ("Ахмедов", "Рустам", "Ильдар оглы", "m"),
        ("Королев", "Семен", "Петрович", "m"),
        ("Тер-Петросян", "Давид", "", "m"),
        ("Бараташвили", "Кетеван", "", "f"),
        ("Иванова", "Анна", "Саввична", "f"),
        ("Турсунова", "Айпери", "", "f"),
        ("Нгуен", "Тхи Хонг Ньунг", "", "f"),
        ("Каримов", "Жамшид", "Шухрат ўғли", "m"),
    ],
)
def test_an_ordinary_name_is_not_flagged(person):
    assert doubts_about(*person) == ()


@pytest.mark.parametrize(
    "surname",
    [
        "Заяц",
        "Стрелец",
        "Кравец",
        "Починок",
        "Лев",
        "Мартин",
        "Болгарин",
        "Боров",
        "Ма",
        "Журавель",
        "Хейфец",
    ],
)
def test_a_surname_of_contested_norm_is_flagged(surname):
    assert doubts_about(surname, "Олег", "Ильич", "m") == (
        f"фамилия «{surname}»: норма допускает и другие формы, спросите работника",
    )


@pytest.mark.parametrize("name", ["Ия", "Лия", "Айгуль", "Алия"])
def test_a_first_name_of_contested_norm_is_flagged(name):
    assert doubts_about("Громова", name, "Сергеевна", "f") == (
        f"имя «{name}»: норма допускает и другие формы, спросите работника",
    )


def test_a_name_that_the_dictionary_declines_otherwise_is_flagged():
    assert doubts_about("Долина", "Анна", "Петровна", "f") == (
        "фамилия «Долина»: словарь склоняет иначе",
    )


def test_latin_letters_are_flagged():
    assert doubts_about("Cмирнов", "Олег", "", "m") == (
        "фамилия «Cмирнов»: не все буквы русские, не склоняется",
    )


def test_a_gender_that_contradicts_the_name_is_flagged():
    assert doubts_about("Иванова", "Анна", "Петровна", "m") == ("пол не похож на имя и отчество",)


def test_it_proposes_five_forms_of_a_phrase():
    proposal = propose_phrase("старший оператор")
    assert proposal.forms["accs"] == "старшего оператора"
    assert not proposal.flagged


def test_a_title_that_is_not_in_the_dictionary_is_flagged():
    assert propose_phrase("телемаркетолог").doubts == ("главного слова нет в словаре",)
