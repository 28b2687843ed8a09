"""What papers say about a hire, and the facts that it must agree with.

Each statement is anchored to words that can only speak of this hire («часовая тарифная ставка
Работника — …»): a sum or a date elsewhere in a paper may be another one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hr_docs.law.text import plain

Value = str | date | Decimal
Read = Callable[[str], Value | None]

_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_WRITTEN_DAY = re.compile(rf"[«\"]?(\d{{1,2}})[»\"]? ({'|'.join(_MONTHS)}) (\d{{4}})")
_DIGITAL_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONEY = re.compile(r"(\d[\d ]*)(?:,(\d{1,2}))?(?: ?\([^)]*\))? ?(?:руб\w*\.?|₽)?(?: (\d{2}) коп)?")

DAY = rf"(?P<value>{_WRITTEN_DAY.pattern}|{_DIGITAL_DAY.pattern})"
SUM = r"(?P<value>\d[\d ]*(?:,\d{1,2})?(?: ?\([^)]*\))? ?(?:руб\w*|₽)(?: \d{2} коп)?)"
NUMBER = r"№ ?(?P<value>[^\s,;()«»]+)"
_ANY_NUMBER = r"№ ?[^\s,;()«»]+"
_GAP = r"(?:[ :,-]|работник\w*|стороны|в размере|составля\w+|устанавлива\w+|равн\w+)*"
_PATRONYMIC = r"(?:вич|вича|вичу|вичем|виче|(?:вн|чн)(?:а|ы|е|у|ой|ою))"
_TURKIC = r"(?: (?:оглы|оглу|угли|углы|улы|уулу|кызы|кизи|гызы))?"
NAME = rf"(?P<value>[а-я-]+ [а-я-]+ [а-я]+{_PATRONYMIC}{_TURKIC})\b(?!-)"
SIGNED_NAME = r"(?P<value>[а-я-]+(?: \([а-я-]+\))?(?: [а-я -]+?)?)"  # «Кузнецова (Иванова) Анна»


def read_day(text: str) -> date | None:
    """«30 ноября 2026 г.» or «30.11.2026»; None for what is no day of the calendar."""
    written, digital = _WRITTEN_DAY.search(text), _DIGITAL_DAY.search(text)
    try:
        if written:
            return date(int(written[3]), _MONTHS.index(written[2]) + 1, int(written[1]))
        return date(int(digital[3]), int(digital[2]), int(digital[1])) if digital else None
    except ValueError:
        return None


def read_sum(text: str) -> Decimal | None:
    """«350 (триста пятьдесят) рублей 50 копеек» or «350,50 ₽»: 350.50."""
    found = _MONEY.search(text)
    if found is None:
        return None
    roubles = found[1].replace(" ", "")
    return Decimal(f"{roubles}.{found[3] or found[2] or '0'}")


def read_words(text: str) -> str:
    """Words without the marks around them."""
    return text.strip(' .,;:«»"')


def read_digits(text: str) -> str:
    """Digits alone."""
    return re.sub(r"\D", "", text)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a paper may say.

    `what` names it in Russian. `pattern` finds its `value` in a line in the form of `plain`; `stem`
    stands in every match. The value must be that of one of the `facts`: dotted names of a fact or
    of a group, of which any member will do. `from_start`: the line may go on after the value.
    """

    what: str
    stem: str
    pattern: "re.Pattern[str]"
    facts: tuple[str, ...]
    read: Read = read_words
    from_start: bool = False

    def may_stand_in(self, line: str) -> bool:
        """Whether a plain line makes the statement at all, whatever it says."""
        return self.stem in line and self.pattern.search(line) is not None

    def contradictions(self, line: str, facts: Mapping[str, Any]) -> Iterator[str]:
        """The values in a plain line that no fact bears out."""
        if self.stem not in line:
            return
        for found in self.pattern.finditer(line):
            if not self._agrees(found["value"], facts):
                yield found["value"]

    def known(self, facts: Mapping[str, Any]) -> str:
        """What the facts say, as printed; empty when they say nothing."""
        return next((text for name in self.facts for text in _texts(facts, name)), "")

    def _agrees(self, value: str, facts: Mapping[str, Any]) -> bool:
        said = self.read(value)
        known = [self.read(plain(text)) for name in self.facts for text in _texts(facts, name)]
        if self.from_start:
            return any(isinstance(one, str) and str(said).startswith(one) for one in known)
        return said is None or said in known


def _texts(facts: Mapping[str, Any], name: str) -> Iterator[str]:
    """The text of a fact, or all texts of a group."""
    found: Any = facts
    for step in name.split("."):
        found = found.get(step, {}) if isinstance(found, Mapping) else {}
    if isinstance(found, Mapping):
        for step in found:
            yield from _texts(found, step)
    elif found not in ("", None):
        yield str(found)


def _statement(what: str, stem: str, pattern: str, *facts: str, **options: Any) -> Statement:
    return Statement(what, stem, re.compile(pattern), facts, **options)


STATEMENTS = (
    _statement("ставка", "ставк", rf"ставк\w+{_GAP}{SUM}", "договор.ставка", read=read_sum),
    _statement(
        "номер трудового договора",
        "трудов",
        rf"трудов\w+ договор\w*(?: от [^№]{{1,25}})? ?{NUMBER}",
        "договор.номер",
    ),
    _statement(
        "дата трудового договора",
        "трудов",
        rf"трудов\w+ договор\w*(?: ?{_ANY_NUMBER})? от {DAY}",
        "договор.дата",
        read=read_day,
    ),
    _statement(
        "номер должностной инструкции",
        "должностн",
        rf"должностн\w+ инструкци\w+(?: от [^№]{{1,25}})? ?{NUMBER}",
        "инструкция.номер",
    ),
    _statement(
        "дата должностной инструкции",
        "должностн",
        rf"должностн\w+ инструкци\w+(?: ?{_ANY_NUMBER})? от {DAY}",
        "инструкция.дата",
        read=read_day,
    ),
    _statement(
        "дата начала работы",
        "работ",
        rf"(?:дат\w+ начала работы|начало работы|приступ\w+ к работе){_GAP}(?:с )?{DAY}",
        "договор.дата_начала",
        read=read_day,
    ),
    _statement(
        "дата рождения",
        "рожд",
        rf"дат\w+ рождения{_GAP}{DAY}",
        "работник.дата_рождения",
        read=read_day,
    ),
    _statement(
        "должность",
        "должност",
        r"(?:приним\w+ (?:на работу )?(?:на|по)|работник\w* по) должност\w+ «(?P<value>[^»]+)»",
        "должность.название",
        "инструкция.должность",
    ),
    _statement(
        "имя работника",
        "граждан",
        rf"граждан(?:ин|ка|ином|кой|ину|ке|ина|ки|ку) {NAME}",
        "работник.фио",
        "представитель.фио",
    ),
    _statement("имя работника", "я, ", rf"^я, {SIGNED_NAME}(?:,| \()", "работник.фио"),
    _statement(
        "адрес места работы",
        "место работы",
        r"место работы.{0,160}? адрес:? (?P<value>.+)$",
        "место.адрес",
        from_start=True,
    ),
    _statement(
        "адрес работника",
        "адрес ",
        r"адрес (?:регистрации|проживания):? (?P<value>.+)$",
        "работник.адрес",
        "работодатель.адрес",
        from_start=True,
    ),
    _statement(
        "ИНН",
        "инн",
        r"\bинн(?: работодателя| работника)?[ :№-]*(?P<value>\d{10}(?:\d\d)?)\b",
        "работодатель.инн",
        "работник.инн",
    ),
    _statement(
        "ОГРН",
        "огрн",
        r"\bогрн(?:ип)?[ :№-]*(?P<value>\d{13}(?:\d\d)?)\b",
        "работодатель.огрн",
    ),
    _statement(
        "СНИЛС",
        "снилс",
        r"\bснилс(?: работника)?[ :№-]*(?P<value>\d{3}-?\d{3}-?\d{3}[ -]?\d\d)\b",
        "работник.снилс",
        read=read_digits,
    ),
)
