"""Placeholders of local acts and of the secrecy regime."""

from employees.models import LocalAct
from hr_docs.documents.context.placeholder import Placeholder, Read, listing, text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import day, quantity

_Kind = LocalAct.Kind


def _of_kind(source: PackSource, kind: str) -> LocalAct | None:
    """The newest act of a kind that is approved by the day of the papers."""
    acts = [
        act
        for act in source.employment.employer.local_acts.all()
        if act.kind == kind and act.approved_on <= source.dated
    ]
    return max(acts, key=lambda act: act.approved_on, default=None)


def _act(name: str, kind: str, title: str, meaning: str) -> tuple[Placeholder, ...]:
    """Title, number and date of the employer's act of a kind."""

    def field(attribute: str) -> Read:
        return lambda source: getattr(_of_kind(source, kind), attribute, "")

    return (
        text(f"локальный_акт.{name}.название", title, f"{meaning}: название", field("title")),
        text(f"локальный_акт.{name}.номер", "7", f"{meaning}: номер, если есть", field("number")),
        text(
            f"локальный_акт.{name}.дата",
            "12 января 2026 г.",
            f"{meaning}: дата утверждения",
            lambda s: day(getattr(_of_kind(s, kind), "approved_on", None)),
        ),
    )


ACTS = (
    listing(
        "акты",
        "локальные акты, с которыми знакомят до подписания договора",
        lambda source: source.employment.acts_to_read(source.dated),
        text(
            "название",
            "Правила внутреннего трудового распорядка",
            "название акта",
            lambda act: act.title,
        ),
        text("номер", "1", "номер, если есть", lambda act: act.number),
        text("дата", "12 января 2026 г.", "дата утверждения", lambda act: day(act.approved_on)),
        text("редакция", "2", "редакция, если есть", lambda act: act.edition),
    ),
    *_act("об_оплате_труда", _Kind.PAY, "Положение об оплате труда", "положение об оплате труда"),
    *_act("о_премировании", _Kind.BONUS, "Положение о премировании", "положение о премировании"),
    *_act(
        "о_персональных_данных",
        _Kind.PERSONAL_DATA,
        "Положение о персональных данных",
        "положение о персональных данных",
    ),
    *_act(
        "о_коммерческой_тайне",
        _Kind.SECRECY,
        "Положение о коммерческой тайне",
        "положение о коммерческой тайне",
    ),
    *_act(
        "перечень_тайны",
        _Kind.SECRECY_LIST,
        "Перечень сведений, составляющих коммерческую тайну",
        "перечень сведений, составляющих коммерческую тайну",
    ),
    *_act(
        "о_записи_разговоров",
        _Kind.RECORDING,
        "Положение о записи разговоров",
        "положение о записи разговоров",
    ),
)

SECRECY = (
    yes_no(
        "тайна.режим",
        True,
        "приказом введён режим коммерческой тайны",
        "employer.has_secrecy_regime",
    ),
    text("тайна.приказ.номер", "12-КТ", "номер приказа", "employer.secrecy_order_number"),
    text(
        "тайна.приказ.дата",
        "12 января 2026 г.",
        "дата приказа",
        lambda s: day(s.employment.employer.secrecy_order_date),
    ),
    text(
        "тайна.срок_после_увольнения",
        "3 (три) года",
        "наименьший срок хранения тайны после увольнения",
        lambda s: quantity(s.employment.employer.secrecy_after_dismissal_years, "год"),
    ),
)
