"""Sets of facts that change together, for the invented people."""

from collections.abc import Mapping

from hr_docs.documents.context.placeholder import Fact

Changes = Mapping[str, Fact]
_CASES = ("именительный", "родительный", "дательный", "винительный", "творительный", "предложный")


def declined(name: str, *forms: str) -> dict[str, Fact]:
    """A name or phrase in six cases, or in one form for all of them."""
    return {
        f"{name}.{case}": form
        for case, form in zip(_CASES, forms if len(forms) > 1 else forms * 6, strict=True)
    }


MAN: Changes = {
    "работник.гражданин": "гражданин",
    "работник.именуемый": "именуемый",
    "работник.принимаемый": "принимаемый",
    "работник.ознакомлен": "ознакомлен",
    "работник.предупреждён": "предупреждён",
    "работник.получил": "получил",
    "работник.дал": "дал",
    "работник.обязан": "обязан",
}
NO_PROBATION: Changes = {
    "договор.испытание.есть": False,
    "договор.испытание.окончание": "",
}
REMOTE: Changes = {
    "договор.на_рабочем_месте": False,
    "договор.дистанционный": True,
    "дистанционно.каналы_связи": "корпоративная почта и система задач",
}
