"""Invented identifiers with valid checksums, each made from a seed number.

The same seed gives the same identifier. None is meant to belong to anybody; a real person may
still have the number by chance.
"""

from stdnum.ru import inn as stdnum_inn
from stdnum.ru import ogrn as stdnum_ogrn

from employees.identifiers import ogrnip_key, snils_key

MOSCOW_BIC = "044525225"
_WEIGHTS = (7, 1, 3) * 8


def organisation_inn(seed: int) -> str:
    """An ИНН of 10 digits, region 77."""
    number = f"7701{_spread(seed, 5)}"
    return number + str(stdnum_inn.calc_company_check_digit(number))


def person_inn(seed: int) -> str:
    """An ИНН of 12 digits, region 77."""
    number = f"7701{_spread(seed, 6)}"
    return number + str(stdnum_inn.calc_personal_check_digits(number))


def kpp(seed: int) -> str:
    """A КПП by the place of the organisation."""
    return f"770101{seed % 1000:03}"


def ogrn(seed: int) -> str:
    """An ОГРН of 2019, region 77."""
    number = f"119770{_spread(seed, 6)}"
    return number + str(stdnum_ogrn.calc_check_digit(number + "0"))


def ogrnip(seed: int) -> str:
    """An ОГРНИП of 2019, region 77."""
    number = f"319770{_spread(seed, 8)}"
    return number + ogrnip_key(number)


def snils(seed: int) -> str:
    """A СНИЛС as it is stored: 112-233-445 95."""
    number = f"1{_spread(seed, 8)}"
    return f"{number[:3]}-{number[3:6]}-{number[6:]} {snils_key(number)}"


def settlement_account(seed: int, bic: str = MOSCOW_BIC) -> str:
    """An account of a company in roubles whose key fits `bic`."""
    return _with_key("40702810", seed, bic[-3:])


def salary_account(seed: int, bic: str = MOSCOW_BIC) -> str:
    """An account of a person in roubles whose key fits `bic`."""
    return _with_key("40817810", seed, bic[-3:])


def correspondent_account(bic: str = MOSCOW_BIC) -> str:
    """The correspondent account of the bank with `bic`."""
    prefix, end = f"0{bic[4:6]}", f"0000000000{bic[-3:]}"[-11:]
    return next(account for key in range(10) if _fits(prefix + (account := f"30101810{key}{end}")))


def _with_key(balance_and_currency: str, seed: int, prefix: str) -> str:
    end = f"0000{_spread(seed, 7)}"
    return next(
        account
        for key in range(10)
        if _fits(prefix + (account := f"{balance_and_currency}{key}{end}"))
    )


def _fits(digits: str) -> bool:
    return sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False)) % 10 == 0


def _spread(seed: int, length: int) -> str:
    """Digits that do not look like the seed; different seeds below 10**length never collide."""
    return f"{(seed * 7_368_787 + 3_141_593) % 10**length:0{length}}"
