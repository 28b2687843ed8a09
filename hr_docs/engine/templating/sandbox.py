"""The Jinja that masters may use: no Python behind it, no endless work, nothing left to chance.

All that a template does is paid from one allowance of characters for each rendered part: printed
text, each round of a loop with the text that it repeats, each call. What could build a huge value
in one step is measured before it is done, or left out; so is what would give different documents
for the same facts (`random`) or let raw XML through (`safe`).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from unicodedata import category

from jinja2 import ChainableUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_eval_context

from hr_docs.engine.templating.dates import in_digits, in_quotes

ALLOWANCE = 50_000_000
_CALL_COSTS = 5_000
_MAX_LENGTH = 1_000_000
_MAX_BITS = 4_000
_MAX_COUNT = 1_000
_MAX_DIGITS = 20

_FILTERS = (
    "abs batch capitalize count d default dictsort e escape first float format groupby int items "
    "join last length list lower map max min reject rejectattr replace reverse round select "
    "selectattr slice sort string sum title trim truncate unique upper wordcount"
)
_TEXT_METHODS = (
    "capitalize count endswith find format isalpha isdigit isupper islower lower lstrip "
    "removeprefix removesuffix rstrip split splitlines startswith strip title upper"
)
FILTERS = frozenset(_FILTERS.split())
TEXT_METHODS = frozenset(_TEXT_METHODS.split())
_WIDE = re.compile(r"\d{4,}|\*")


class Absent(ChainableUndefined):
    """An undefined value that goes along with everything: the gap has already been noted."""

    __slots__ = ()

    def _itself(self, *_: object, **__: object) -> "Absent":
        return self

    def _no(self, _: object = None) -> bool:
        return False

    def _zero(self) -> int:
        return 0

    def __float__(self) -> float:  # type: ignore[override]  # Jinja's own never return
        return 0.0

    # mypy: Jinja's own never return.
    __call__ = __add__ = __radd__ = __sub__ = __rsub__ = _itself  # type: ignore[assignment]
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _itself  # type: ignore[assignment]
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _itself  # type: ignore[assignment]
    __neg__ = __pos__ = __abs__ = __round__ = _itself  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _no  # type: ignore[assignment]
    __int__ = __index__ = _zero  # type: ignore[assignment]


class Noted(Absent):
    """An undefined value whose gap has been noted: nobody needs to hear of it again."""

    __slots__ = ()


class Allowance(Context):
    """A Jinja context that also keeps what is left to spend."""

    left: int = ALLOWANCE

    def spend(self, characters: int) -> None:
        """Raises SecurityError once more than the allowance was made."""
        self.left -= characters
        if self.left < 0:
            raise SecurityError("слишком много работы: проверьте циклы и вызовы")


class MasterEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for masters: a mapping's key wins over its methods, and values escape themselves."""

    context_class = Allowance
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Absent, cache_size=0)
        self.filters = {name: self.filters[name] for name in sorted(FILTERS)}
        for name, check in _CHECKS.items():
            self.filters[name] = _checked(self.filters[name], check)
        self.filters["default"] = self.filters["d"] = default
        self.filters["join"] = join
        self.filters["дата_цифрами"], self.filters["дата_в_кавычках"] = in_digits, in_quotes
        del self.globals["lipsum"]

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if obj is None:
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        allowed = not isinstance(obj, str) or attr in TEXT_METHODS
        return allowed and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        formatting = super().wrap_str_format(value)
        if formatting:
            _check_widths(value.__self__)
        return formatting

    def call(self, context: Allowance, obj: Any, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]  # MasterEnvironment makes no other context
        context.spend(_CALL_COSTS)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise SecurityError("возведение в степень не поддерживается")
        if operator == "*" and isinstance(left, _SIZED) | isinstance(right, _SIZED):
            raise SecurityError("умножать можно только числа")
        if operator == "%" and isinstance(left, str):
            _check_widths(left)
        result = super().call_binop(context, operator, left, right)
        check_size(result)
        return result


_SIZED = (str, bytes, list, tuple)
# Spaces of all kinds, soft hyphens, joiners, marks of direction: alone they print nothing.
_NOT_SEEN = "".join(
    chr(code) for code in range(0x10000) if chr(code).isspace() or category(chr(code)) == "Cf"
)


def is_blank(value: object) -> bool:
    """Whether a value says nothing: undefined, None, or text without a visible character."""
    if isinstance(value, str):
        return not value.strip(_NOT_SEEN)
    return value is None or isinstance(value, Undefined)


def default(value: Any, default_value: Any = "", boolean: Any = False) -> Any:
    """Jinja's `default`, for which an empty value is as good as an undefined one."""
    return default_value if is_blank(value) or (boolean and not value) else value


@pass_eval_context
def join(context: Any, value: Iterable[Any], d: str = "", attribute: Any = None) -> Any:
    """Jinja's `join`, for a text of bearable length."""
    items, length = [], 0
    for item in value:
        items.append(item)
        length += len(str(item)) + len(d)
        if length > _MAX_LENGTH:
            raise SecurityError("соединение даёт слишком длинный текст")
    return do_join(context, items, d, attribute)


def check_size(value: object) -> None:
    """Stop a value on its way to becoming endless."""
    if isinstance(value, int):
        too_big = value.bit_length() > _MAX_BITS
    else:
        too_big = isinstance(value, _SIZED) and len(value) > _MAX_LENGTH
    if too_big:
        raise SecurityError("получилось слишком большое значение")


def _check_widths(pattern: object, *_: object) -> None:
    if _WIDE.search(str(pattern)):
        raise SecurityError("задана слишком большая ширина поля")


def _check_replacement(text: object, old: object, new: object, *_: object) -> None:
    if str(text).count(str(old)) * len(str(new)) > _MAX_LENGTH:
        raise SecurityError("замена даёт слишком длинный текст")


def _check_count(_: object, count: object, *__: object) -> None:
    if isinstance(count, int) and count > _MAX_COUNT:
        raise SecurityError("слишком много частей")


def _check_digits(_: object, precision: object = 0, *__: object) -> None:
    if isinstance(precision, int) and abs(precision) > _MAX_DIGITS:
        raise SecurityError("слишком много знаков при округлении")


_CHECKS: dict[str, Callable[..., None]] = {
    "batch": _check_count,
    "slice": _check_count,
    "format": _check_widths,
    "replace": _check_replacement,
    "round": _check_digits,
}


def _checked(function: Callable[..., Any], check: Callable[..., None]) -> Callable[..., Any]:
    """A filter that looks at its arguments first, as the template gives them."""

    def checked(*args: Any, **kwargs: Any) -> Any:
        given = args[1:] if hasattr(function, "jinja_pass_arg") else args
        check(*given, *kwargs.values())
        return function(*args, **kwargs)

    if hasattr(function, "jinja_pass_arg"):
        checked.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]  # how Jinja marks a filter
    return checked
