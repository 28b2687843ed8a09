"""Numbers that identify persons, employers and banks: checked and brought to one spelling.

Each `normalise_…` takes what was typed or read from a spreadsheet and returns the stored form, or
raises IdentifierError with a reason in Russian. Blanks, no-break spaces, dashes and the «.0» that
Excel adds are accepted. Zeros that Excel dropped are named in the reason and never put back: the
person who typed the number has the paper. Values are personal data: nothing here logs them, and a
reason never repeats them.
"""

import re
from typing import Literal

from stdnum.exceptions import InvalidChecksum
from stdnum.ru import inn, ogrn

InnOwner = Literal["organisation", "person"]

_BLANKS_AND_DASHES = re.compile(r"[\s\u00ad\u200b\ufeff‐‑‒–—−-]+")
_EXCEL_DECIMALS = re.compile(r"([0-9])[.,]0+$")
_EXCEL_EXPONENT = re.compile(r"[0-9][.,]?[0-9]*[eEеЕ]\+?[0-9]+")

# СНИЛС up to this number were issued without a checksum (постановление Правления ПФ № 192п).
_LAST_SNILS_WITHOUT_CHECKSUM = 1_001_998
_ACCOUNT_WEIGHTS = (7, 1, 3) * 8


class IdentifierError(ValueError):
    """A number that cannot be right; `reason` says why, in Russian, without repeating it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def normalise_inn(text: str, *, owner: InnOwner) -> str:
    """ИНН: 10 digits of an organisation, 12 of a person or sole trader.

    Приказ ФНС России от 26.06.2025 № ЕД-7-14/559@.
    """
    number = _digits(text, 10 if owner == "organisation" else 12)
    try:
        return str(inn.validate(number))
    except InvalidChecksum:
        expected = (
            inn.calc_company_check_digit(number)
            if owner == "organisation"
            else inn.calc_personal_check_digits(number)
        )
        raise _wrong_checksum(str(expected)) from None


def normalise_kpp(text: str) -> str:
    """КПП: four digits, two digits or Latin capitals, three digits (приказ ФНС ММВ-7-6/435@)."""
    code = _without_separators(text).upper()
    if re.fullmatch(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}", code):
        _refuse_zeros(code)
        return code
    if re.fullmatch(r"[0-9]+", code):
        raise IdentifierError(_length_reason(code, 9))
    raise IdentifierError(
        "КПП состоит из 9 знаков: цифры, на пятом и шестом месте ещё латинские буквы"
    )


def normalise_ogrn(text: str) -> str:
    """ОГРН of an organisation: 13 digits, the first is 1 or 5 (приказ Минфина № 165н)."""
    number = _digits(text, 13)
    if number[0] not in "15":
        raise IdentifierError("ОГРН начинается с цифры 1 или 5")
    try:
        return str(ogrn.validate(number))
    except InvalidChecksum:
        raise _wrong_checksum(ogrn.calc_check_digit(number)) from None


def normalise_ogrnip(text: str) -> str:
    """ОГРНИП of a sole trader: 15 digits, the first is 3."""
    number = _digits(text, 15)
    if number[0] != "3":
        raise IdentifierError("ОГРНИП начинается с цифры 3")
    expected = ogrnip_key(number[:-1])
    if number[-1] != expected:
        raise _wrong_checksum(expected)
    return number


def ogrnip_key(number: str) -> str:
    """The check digit of the first 14 digits of an ОГРНИП: the last digit of the remainder by 13.

    python-stdnum compares with the whole remainder and so refuses a right number when it is 10–12.
    """
    return str(int(number) % 13 % 10)


def normalise_bic(text: str) -> str:
    """БИК: 9 digits, the first is 0, 1 or 2 (положение Банка России № 732-П)."""
    number = _digits(text, 9)
    if number[0] not in "012":
        raise IdentifierError("БИК начинается с цифры 0, 1 или 2")
    return number


def normalise_settlement_account(text: str, *, bic: str) -> str:
    """A bank account of 20 digits whose key fits the normalised `bic`.

    Порядок расчета контрольного ключа, утв. Банком России 08.09.1997 № 515.
    An account kept by the Bank of Russia itself (БИК ends in 000–002) is not refused for its key:
    see `account_warning`.
    """
    number = _digits(text, 20)
    if not _is_of_central_bank(bic) and not _key_fits(bic[-3:] + number):
        raise IdentifierError("счёт не подходит к БИК: не сходится контрольный ключ")
    return number


def normalise_correspondent_account(text: str) -> str:
    """A correspondent account: 20 digits that begin with 301."""
    number = _digits(text, 20)
    if not number.startswith("301"):
        raise IdentifierError("корреспондентский счёт начинается с цифр 301")
    return number


def correspondent_account_warning(account: str, *, bic: str) -> str | None:
    """What makes a correspondent account (normalised) suspicious beside a БИК; None if nothing."""
    if account[-3:] != bic[-3:]:
        return "последние три цифры корреспондентского счёта и БИК различаются"
    return _central_bank_key_warning(account, bic)


def account_warning(account: str, *, bic: str) -> str | None:
    """What makes a settlement account with the Bank of Russia suspicious; None if nothing."""
    return _central_bank_key_warning(account, bic) if _is_of_central_bank(bic) else None


def normalise_snils(text: str) -> str:
    """СНИЛС as «112-233-445 95»."""
    digits = _digits(text, 11)
    number, key = digits[:9], digits[9:]
    expected = snils_key(number)
    if int(number) > _LAST_SNILS_WITHOUT_CHECKSUM and key != expected:
        raise _wrong_checksum(expected)
    return f"{number[:3]}-{number[3:6]}-{number[6:]} {key}"


def snils_key(number: str) -> str:
    """The two check digits of the nine digits of a СНИЛС."""
    total = sum(int(digit) * weight for digit, weight in zip(number, range(9, 0, -1), strict=True))
    return f"{total % 101 % 100:02}"


def normalise_other_document(text: str) -> str:
    """Series and number of any other identity document: letters of any alphabet and digits.

    Foreign passports, residence permits, certificates: their spelling has no common rule, so only
    blanks are tidied and letters made capital.
    """
    number = " ".join(text.split()).upper()
    if not 3 <= len(number) <= 40:
        raise IdentifierError("номер документа — от 3 до 40 знаков")
    if not re.fullmatch(r"[0-9A-ZА-ЯЁ№/ .-]+", number):
        raise IdentifierError("в номере документа — только буквы, цифры, пробел, «№», «/» и «-»")
    if not re.search(r"[0-9]", number):
        raise IdentifierError("в номере документа нет цифр")
    return number


def normalise_department_code(text: str) -> str:
    """The code of the department that issued a passport, as «770-001»."""
    digits = _digits(text, 6)
    return f"{digits[:3]}-{digits[3:]}"


def normalise_phone(text: str) -> str:
    """A number of country 7 as «+7 (912) 345-67-89»; any other as «+998901234567».

    An extension stays: «+7 (495) 123-45-67, доб. 12». A Russian number may begin with +7, 7, 8 or
    with its area code; a foreign one needs its «+».
    """
    main, extension = _split_extension(text)
    number = _phone_digits(main)
    return number + (f", доб. {extension}" if extension else "")


def _phone_digits(text: str) -> str:
    is_foreign = text.lstrip().startswith("+") and not text.lstrip(" +").startswith("7")
    digits = _only_digits(re.sub(r"[()+.]", " ", _EXCEL_DECIMALS.sub(r"\1", text.strip())))
    if is_foreign:
        if not 8 <= len(digits) <= 15:
            raise IdentifierError("в международном номере от 8 до 15 цифр")
        return f"+{digits}"
    national = digits[1:] if len(digits) == 11 and digits[0] in "78" else digits
    if len(national) != 10:
        raise IdentifierError(
            "в российском номере 10 цифр после +7 (вместе с кодом города), "
            "иностранный начинается с «+» и кода страны"
        )
    return f"+7 ({national[:3]}) {national[3:6]}-{national[6:8]}-{national[8:]}"


def _split_extension(text: str) -> tuple[str, str]:
    main, mark, extension = re.sub(r"доб(?:авочный)?\.?|ext\.?", "#", text.lower()).partition("#")
    extension = extension.strip(" :.,")
    if mark and not re.fullmatch(r"[0-9]{1,6}", extension):
        raise IdentifierError("добавочный номер — от 1 до 6 цифр")
    return main.rstrip(" ,;"), extension


def _digits(text: str, length: int) -> str:
    """Exactly `length` digits, not all of them zeros."""
    digits = _only_digits(text)
    if len(digits) != length:
        raise IdentifierError(_length_reason(digits, length))
    _refuse_zeros(digits)
    return digits


def _only_digits(text: str) -> str:
    number = _without_separators(text)
    if _EXCEL_EXPONENT.fullmatch(number):
        raise IdentifierError("Excel округлил число; сделайте ячейку текстовой и введите заново")
    if not number:
        raise IdentifierError("значение не указано")
    if stranger := re.search(r"[^0-9]", number):
        raise IdentifierError(f"допустимы только цифры, а здесь есть знак «{stranger.group()}»")
    return number


def _without_separators(text: str) -> str:
    return _EXCEL_DECIMALS.sub(r"\1", _BLANKS_AND_DASHES.sub("", text))


def _length_reason(digits: str, length: int) -> str:
    reason = f"должно быть {length} цифр, а здесь {len(digits)}"
    if length - 3 <= len(digits) < length:
        reason += "; если число взято из Excel, проверьте нули в начале"
    return reason


def _refuse_zeros(code: str) -> None:
    if not code.strip("0"):
        raise IdentifierError("номер из одних нулей")


def _wrong_checksum(expected: str) -> IdentifierError:
    mismatch = (
        "контрольная цифра не сходится: последней должна быть"
        if len(expected) == 1
        else "контрольные цифры не сходятся: последними должны быть"
    )
    return IdentifierError(f"{mismatch} {expected}; проверьте все цифры")


def _key_fits(digits: str) -> bool:
    weighted = zip(digits, _ACCOUNT_WEIGHTS, strict=False)
    return sum(int(digit) * weight for digit, weight in weighted) % 10 == 0


def _is_of_central_bank(bic: str) -> bool:
    return bic[-3:] in ("000", "001", "002")


def _central_bank_key_warning(account: str, bic: str) -> str | None:
    # «0» and the fifth and sixth digits of the БИК stand for its settlement centre (порядок ЦБ
    # № 515, п. 2). Accounts opened before a centre was merged keep their key: a warning only.
    if _key_fits(f"0{bic[4:6]}{account}"):
        return None
    return "контрольный ключ счёта не сходится с БИК, проверьте реквизиты"
