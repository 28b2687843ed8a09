"""Invented numbers with valid checksums, one for each index."""

_INN_11 = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12 = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_ACCOUNT = (7, 1, 3)


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def personal_inn(index: int) -> str:
    """Twelve digits of a person of Moscow."""
    body = f"77{index:08}"
    body += str(_weighted(body, _INN_11) % 11 % 10)
    return body + str(_weighted(body, _INN_12) % 11 % 10)


def company_inn(index: int) -> str:
    """Ten digits of an organisation of Moscow."""
    body = f"7700{index:05}"
    return body + str(_weighted(body, _INN_10) % 11 % 10)


def ogrn(index: int) -> str:
    """Thirteen digits of an organisation registered in 2020."""
    body = f"12077{index:07}"
    return body + str(int(body) % 11 % 10)


def snils(index: int) -> str:
    """«112-233-445 95»; indexes below 998 000 000 give numbers that carry a checksum."""
    body = f"{index + 2_000_000:09}"
    check = _weighted(body, (9, 8, 7, 6, 5, 4, 3, 2, 1)) % 101 % 100
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {check:02}"


def settlement_account(index: int, *, bik: str, prefix: str = "40817810") -> str:
    """Twenty digits whose ninth is the check digit over the bank's BIK."""
    for digit in range(10):
        account = f"{prefix}{digit}{index:011}"
        key = bik[-3:] + account
        if _weighted(key, (_ACCOUNT * 8)[: len(key)]) % 10 == 0:
            return account
    raise AssertionError("one of the ten digits fits")
