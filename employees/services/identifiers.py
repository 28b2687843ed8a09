"""The identifiers of a record brought to their stored spelling, field by field."""

from collections.abc import Callable, Iterator
from functools import partial

from django.db.models import Model

from employees.identifiers import (
    IdentifierError,
    account_warning,
    correspondent_account_warning,
    normalise_bic,
    normalise_correspondent_account,
    normalise_department_code,
    normalise_inn,
    normalise_kpp,
    normalise_ogrn,
    normalise_ogrnip,
    normalise_other_document,
    normalise_phone,
    normalise_settlement_account,
    normalise_snils,
)
from employees.models import Employer, Operator
from employees.rules import Problem

_REMEDY = "Сверьте с документом."
_REMEDIES = {"phone": "Оставьте один номер: +7 900 000-00-00."}


def normalise_operator(operator: Operator) -> list[Problem]:
    """Normalise every identifier that is filled in; the ones that cannot be right stay as typed."""
    return [
        *_normalise(operator, "snils", normalise_snils),
        *_normalise(operator, "inn", partial(normalise_inn, owner="person")),
        *_normalise(operator, "identity_department_code", normalise_department_code),
        *_normalise(operator, "phone", normalise_phone),
        *_normalise_document(operator),
        *_normalise_bank(operator, "bank_account"),
    ]


def normalise_employer(employer: Employer) -> list[Problem]:
    """Normalise every identifier that is filled in; the kind decides about ИНН and ОГРН."""
    is_trader = employer.kind == Employer.Kind.IP
    inn = partial(normalise_inn, owner="person" if is_trader else "organisation")
    return [
        *_normalise(employer, "inn", inn),
        *_normalise(employer, "kpp", normalise_kpp),
        *_normalise(employer, "ogrn", normalise_ogrnip if is_trader else normalise_ogrn),
        *_normalise(employer, "phone", normalise_phone),
        *_normalise(employer, "correspondent_account", normalise_correspondent_account),
        *_normalise_bank(employer, "settlement_account"),
    ]


def doubts_about_employer(employer: Employer) -> list[str]:
    """What looks wrong in normalised bank details and may be right all the same."""
    checks = {
        "settlement_account": account_warning,
        "correspondent_account": correspondent_account_warning,
    }
    return [
        f"БИК {employer.bik}, счёт {account}: {words}. {_REMEDY}"
        for field, warning in checks.items()
        if employer.bik and (account := getattr(employer, field))
        if (words := warning(account, bic=employer.bik))
    ]


def _normalise(record: Model, field: str, normalise: Callable[[str], str]) -> Iterator[Problem]:
    typed: str = getattr(record, field)
    if not typed.strip():
        setattr(record, field, "")
        return
    try:
        setattr(record, field, normalise(typed))
    except IdentifierError as error:
        reason = error.reason[0].upper() + error.reason[1:]
        yield Problem(field, f"{reason.rstrip('.')}.", _REMEDIES.get(field, _REMEDY))


def _normalise_bank(record: Operator | Employer, account: str) -> Iterator[Problem]:
    """БИК first: the account's key is computed over it. Without БИК the account is left alone."""
    problems = list(_normalise(record, "bik", normalise_bic))
    yield from problems
    if record.bik and not problems:
        bic = partial(normalise_settlement_account, bic=record.bik)
        yield from _normalise(record, account, bic)


def _normalise_document(operator: Operator) -> Iterator[Problem]:
    """A Russian passport keeps digits only; of other documents only the blanks are tidied."""
    if operator.identity_document == Operator.IdentityDocument.RF_PASSPORT:
        operator.identity_series = _without_blanks(operator.identity_series)
        operator.identity_number = _without_blanks(operator.identity_number)
        return
    operator.identity_series = " ".join(operator.identity_series.split()).upper()
    yield from _normalise(operator, "identity_number", normalise_other_document)


def _without_blanks(text: str) -> str:
    return "".join(text.split()).lstrip("№")
