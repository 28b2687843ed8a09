"""Identifiers: what is accepted, how it is stored, and why the rest is refused."""

import logging

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from employees import identifiers as ids
from tests import identifiers as invented

KINDS = (
    "organisation_inn", "person_inn", "kpp", "ogrn", "ogrnip", "bic", "account",
    "correspondent_account", "snils", "department_code", "other_document", "phone",
)  # fmt: skip
SEEDS = st.integers(0, 10_000_000)


def normalise(kind, text):
    """The stored form of an identifier, by the name of its kind."""
    if kind == "account":
        return ids.normalise_settlement_account(text, bic=invented.MOSCOW_BIC)
    if kind.endswith("_inn"):
        return ids.normalise_inn(text, owner=kind.removesuffix("_inn"))
    return getattr(ids, f"normalise_{kind}")(text)


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        ("organisation_inn", "7707083893", "7707083893"),
        ("organisation_inn", " 7707\u00a0083\u202f893 ", "7707083893"),
        ("organisation_inn", "7707083893.0", "7707083893"),
        ("organisation_inn", "7707083893,00", "7707083893"),
        ("person_inn", "500100732259", "500100732259"),
        ("kpp", "773601001", "773601001"),
        ("kpp", "7736az001", "7736AZ001"),
        ("ogrn", "1027700132195", "1027700132195"),
        ("ogrnip", "304500116000157", "304500116000157"),
        ("ogrnip", "304463210700212", "304463210700212"),  # remainder 12 by 13
        ("bic", "044525225", "044525225"),
        ("account", "40702810938000000001", "40702810938000000001"),
        ("correspondent_account", "30101 810 4 0000 0000225", "30101810400000000225"),
        ("snils", "11223344595", "112-233-445 95"),
        ("snils", "112–233–445 95", "112-233-445 95"),
        ("snils", "001-001-998 99", "001-001-998 99"),
        ("department_code", "770001", "770-001"),
        ("department_code", "770—001", "770-001"),
        ("other_document", " aa  1234567 ", "AA 1234567"),
        ("other_document", "82 № 1234567", "82 № 1234567"),
    ],
)
def test_a_right_identifier_is_stored_in_one_spelling(kind, text, stored):
    assert normalise(kind, text) == stored


@given(st.sampled_from(KINDS), st.text(max_size=30))
def test_any_text_is_either_stored_or_refused(kind, text):
    try:
        stored = normalise(kind, text)
    except ids.IdentifierError:
        return
    assert normalise(kind, stored) == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("+7 (912) 345-67-89", "+7 (912) 345-67-89"),
        ("8 912 345 67 89", "+7 (912) 345-67-89"),
        ("9123456789", "+7 (912) 345-67-89"),
        ("79123456789.0", "+7 (912) 345-67-89"),
        ("8(912)345.67.89", "+7 (912) 345-67-89"),
        ("+998 90 123-45-67", "+998901234567"),
        ("8 (495) 123-45-67, доб. 12", "+7 (495) 123-45-67, доб. 12"),
        ("8 (495) 123-45-67 добавочный 1205", "+7 (495) 123-45-67, доб. 1205"),
        ("84951234567 # 7", "+7 (495) 123-45-67, доб. 7"),
    ],
)
def test_a_phone_is_stored_in_one_spelling(text, stored):
    assert ids.normalise_phone(text) == stored


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("organisation_inn", "7707083894", "последней должна быть 3"),
        (
            "organisation_inn",
            "770708389",
            "должно быть 10 цифр, а здесь 9; если число взято из Exc",
        ),
        ("organisation_inn", "500100732259", "должно быть 10 цифр, а здесь 12"),
        ("organisation_inn", "0000000000", "из одних нулей"),
        ("organisation_inn", "", "не указано"),
        ("organisation_inn", " - ", "не указано"),
        ("organisation_inn", "77О7083893", "есть знак «О»"),
        ("organisation_inn", "٧٧٠٧٠٨٣٨٩٣", "допустимы только цифры"),
        ("organisation_inn", "7,70708E+09", "Excel округлил"),
        ("person_inn", "500100732258", "последними должны быть 59"),
        ("kpp", "77360100", "должно быть 9 цифр, а здесь 8"),
        ("kpp", "7736АБ001", "латинские буквы"),
        ("kpp", "000000000", "из одних нулей"),
        ("ogrn", "1027700132196", "последней должна быть 5"),
        ("ogrn", "3027700132195", "начинается с цифры 1 или 5"),
        ("ogrnip", "304500116000158", "последней должна быть 7"),
        ("ogrnip", "104500116000157", "начинается с цифры 3"),
        ("bic", "44525225", "проверьте нули в начале"),
        ("bic", "944525225", "начинается с цифры 0, 1 или 2"),
        ("account", "40702810938000000002", "не подходит к БИК"),
        ("correspondent_account", "40702810938000000001", "цифр 301"),
        ("snils", "112-233-445 94", "последними должны быть 95"),
        ("snils", "000-000-000 00", "из одних нулей"),
        ("department_code", "77000", "должно быть 6 цифр"),
        ("other_document", "12", "от 3 до 40"),
        ("other_document", "AB<1>", "только буквы"),
        ("other_document", "ABC", "нет цифр"),
        ("phone", "345-67-89", "вместе с кодом города"),
        ("phone", "99123456789", "вместе с кодом города"),
        ("phone", "+99 890", "от 8 до 15"),
        ("phone", "звонить Анне", "есть знак"),
        ("phone", "84951234567 доб. два", "добавочный"),
        ("phone", "84951234567 доб.", "добавочный"),
    ],
)
def test_a_wrong_identifier_is_refused_with_the_reason(kind, text, reason):
    with pytest.raises(ids.IdentifierError) as refusal:
        normalise(kind, text)
    assert reason in refusal.value.reason


def test_an_account_with_the_bank_of_russia_is_warned_about_and_not_refused():
    account = "40105810000000010001"
    assert ids.normalise_settlement_account(account, bic="044525000") == account
    assert "контрольный ключ" in str(ids.account_warning(account, bic="044525000"))


@pytest.mark.parametrize(
    ("account", "bic"),
    [("30101810400000000225", "044525225"), ("30101810800000000746", "049805746")],
)
def test_a_right_correspondent_account_gives_no_warning(account, bic):
    assert ids.correspondent_account_warning(account, bic=bic) is None


@pytest.mark.parametrize(
    ("account", "warning"),
    [("30101810400000000226", "последние три цифры"), ("30101810500000000225", "ключ")],
)
def test_a_suspicious_correspondent_account_gives_a_warning(account, warning):
    assert warning in str(ids.correspondent_account_warning(account, bic="044525225"))


def test_an_account_with_a_commercial_bank_gives_no_warning():
    assert ids.account_warning("40602810700000000025", bic="049805746") is None
    ids.normalise_settlement_account("40602810700000000025", bic="049805746")


@given(SEEDS)
def test_invented_identifiers_are_right(seed):
    bic = invented.MOSCOW_BIC
    ids.normalise_inn(invented.organisation_inn(seed), owner="organisation")
    ids.normalise_inn(invented.person_inn(seed), owner="person")
    ids.normalise_kpp(invented.kpp(seed))
    ids.normalise_ogrn(invented.ogrn(seed))
    ids.normalise_ogrnip(invented.ogrnip(seed))
    ids.normalise_settlement_account(invented.settlement_account(seed), bic=bic)
    ids.normalise_settlement_account(invented.salary_account(seed), bic=bic)
    assert ids.normalise_snils(invented.snils(seed)) == invented.snils(seed)


def test_the_invented_correspondent_account_is_right():
    account = ids.normalise_correspondent_account(invented.correspondent_account())
    assert ids.correspondent_account_warning(account, bic=invented.MOSCOW_BIC) is None


@given(SEEDS, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_of_a_snils_is_noticed(seed, place, shift):
    assume(not invented.snils(seed).endswith("00"))  # remainders 0 and 100 share this key
    digits = [int(char) for char in invented.snils(seed) if char.isdigit()]
    digits[place] = (digits[place] + shift) % 10
    changed = "".join(map(str, digits))
    if int(changed[:9]) > 1_001_998:
        with pytest.raises(ids.IdentifierError):
            ids.normalise_snils(changed)


def test_a_refusal_neither_repeats_nor_logs_the_number(caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ids.IdentifierError) as refusal:
        ids.normalise_snils("112-233-445 94")
    assert "112" not in refusal.value.reason
    assert caplog.records == []
