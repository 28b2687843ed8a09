"""The check as a whole: order, objects, law in force, the place found in the text."""

import datetime as dt
from decimal import Decimal

import pytest

from hr_docs.law import ContractFacts, Severity, all_rules, check_contract, load_reference
from hr_docs.law.rule import ERROR, REGISTRY, Topic
from tests.law.contracts import ON, on_site

CONSENT = {"text": "Работник даёт согласие на обработку персональных данных."}


def finding(found, rule):
    return next(one for one in found if one.rule == rule)


def test_findings_come_in_order_of_severity_then_of_the_rules(check):
    numbers = {rule.id: number for number, rule in enumerate(all_rules())}
    found = check({"contract": {}, "employee": {}, "pay": {"type": "hourly"}})
    keys = [(list(Severity).index(one.severity), numbers[one.rule]) for one in found]
    assert keys == sorted(keys)
    assert {one.severity for one in found} == {Severity.ERROR, Severity.WARNING}


def test_nothing_is_found_where_no_object_exists(check):
    assert check({}) == []


@pytest.mark.parametrize("on", ["2026-11-23", None, dt.datetime(2026, 11, 23, tzinfo=dt.UTC)])
def test_the_day_of_the_check_is_a_date(on):
    with pytest.raises(TypeError, match="the day of the check is a date, not"):
        check_contract(ContractFacts.from_mapping({}), on)


def test_only_the_rules_about_an_object_that_exists_run(check):
    assert {one.field.partition(".")[0] for one in check({"employer": {}})} == {"employer"}


def test_a_finding_tells_what_where_why_and_how_to_mend_it(check):
    facts = on_site()
    facts["contract"]["probation_end"] = dt.date(2027, 2, 24)
    (found,) = [one for one in check(facts) if one.severity == Severity.ERROR]
    assert (found.rule, found.field, found.basis) == (
        "TK70-MAX3",
        "contract.probation_end",
        "ТК РФ ст. 70 ч. 5",
    )
    assert found.message == "Испытание до 24.02.2027: три месяца кончаются 23.02.2027."
    assert (found.mend, found.verified) == (
        "Закончите испытание не позже трёх месяцев со дня начала работы.",
        False,
    )


def test_a_message_names_the_lowest_lawful_rate(check):
    facts = {"pay": {"type": "hourly", "rate_hour": 150}, "contract": {"start_date": ON}}
    message = finding(check(facts), "TK133-MROT-HOUR").message
    assert "150 ₽" in message
    assert "164,87 ₽" in message


@pytest.mark.parametrize(
    ("facts", "rule", "message"),
    [
        (
            {
                "order": {"rate_hour": 240, "position": "оператор", "start_date": ON},
                "pay": {"rate_hour": 260},
                "contract": {"position": "старший оператор", "start_date": dt.date(2026, 12, 1)},
            },
            "TK68-ORDER-MATCH",
            "В приказе о приёме не то, что в договоре: ставка 240 ₽, а не 260 ₽, должность "
            "«оператор», а не «старший оператор», дата начала 23.11.2026, а не 01.12.2026.",
        ),
        (
            {"contract": {"term": "fixed", "fixed_reason": "probation"}},
            "TK59-REASON-LIST",
            "Такой причины срочности нет в ст. 59: «испытание».",
        ),
        (
            {"time": {"min_rest_between_shifts_hours": 0.5}},
            "TK103-TWO-SHIFTS",
            "Отдых между сменами 0,5 ч: это две смены подряд.",
        ),
        (
            {"employer": {"type": "org", "signatory": {"fio": "Ким И. С."}}},
            "TK57-SIGNATORY",
            "Договор подписывает Ким И. С. — на каком основании, не указано.",
        ),
    ],
)
def test_a_message_has_the_values_in_words(facts, rule, message, check):
    assert finding(check(facts), rule).message == message


def test_no_days_of_payment_are_one_mistake(fires):
    facts = {"pay": {"days": [], "advance_day": 25, "final_day": 10}}
    assert fires("TK136-TWICE", facts)
    assert not fires("DATA-PAY-DAYS", facts)


def test_a_finding_in_the_text_has_its_clause_and_sentence(check):
    text = "5. Ответственность\n5.3. Работник отвечает. За опоздание — штраф 500 рублей."
    found = finding(check({"text": text}), "TK192-FINE")
    assert (found.field, found.clause, found.quote) == (
        "text",
        "5.3",
        "За опоздание — штраф 500 рублей.",
    )


def test_a_violation_is_found_in_an_item_whose_list_says_who(check):
    text = "6. За нарушение Работник:\nа) лишается премии;\nб) уплачивает штраф;\nв) опаздывает."
    found = [one for one in check({"text": text}) if one.rule == "TK192-FINE"]
    assert [(one.clause, one.quote) for one in found] == [("6 б", "уплачивает штраф")]


def test_a_list_of_what_is_forbidden_is_innocent(check):
    text = "7. Работодатель не вправе:\n- взыскивать штрафы;\n- удерживать зарплату за опоздания."
    assert check({"text": text}) == []


def test_what_the_introduction_already_says_is_found_once(check):
    text = "8. За следующие нарушения взыскивается штраф 500 рублей:\n- опоздание;\n- грубость."
    assert [one.rule for one in check({"text": text})] == ["TK192-FINE"]


@pytest.mark.parametrize("used", ["gph", "b2b"])
def test_a_penalty_in_a_civil_contract_is_lawful(used, fires):
    text = "За каждый день просрочки начисляется неустойка 1000 рублей."
    assert not fires("TK192-FINE", {used: {"used": True}, "text": text})
    assert fires("TK192-FINE", {used: {"used": False}, "text": text})


def test_consent_may_not_stand_in_any_contract(fires):
    assert fires("FZ152-SEPARATE", {**CONSENT, "gph": {"used": True}})


def test_consent_may_stand_in_a_form_of_consent(fires):
    assert not fires("FZ152-SEPARATE", {**CONSENT, "consent": {"kind": "pd"}})


@pytest.mark.parametrize(
    ("signed", "on", "expected"),
    [
        (dt.date(2025, 8, 31), ON, False),
        (dt.date(2025, 9, 1), ON, True),
        (None, dt.date(2025, 8, 31), False),
        (None, ON, True),
    ],
)
def test_a_rule_about_signing_follows_the_date_of_the_contract(signed, on, expected, fires):
    assert fires("FZ152-SEPARATE", {**CONSENT, "contract": {"date": signed}}, on) is expected


@pytest.mark.parametrize(
    ("signed", "on", "expected"),
    [
        (dt.date(2024, 3, 1), dt.date(2025, 8, 31), False),
        (dt.date(2024, 3, 1), dt.date(2025, 9, 1), True),
        (dt.date(2025, 9, 1), dt.date(2025, 8, 1), True),
    ],
)
def test_a_rule_about_the_employment_follows_the_later_date(signed, on, expected, fires):
    facts = {"pay": {"bonus_cut_percent_of_wage": 50}, "contract": {"date": signed}}
    assert fires("TK135-BONUS20", facts, on) is expected


def test_a_contract_of_next_year_is_warned_about_until_the_figure_is_entered(fires):
    facts = {"contract": {"start_date": dt.date(2027, 1, 11)}}
    entered = load_reference().with_figure(
        amount=Decimal(30000), since=dt.date(2027, 1, 1), source="500-ФЗ", author="Ли А. Б."
    )
    assert fires("TK133-YEAR-CHANGE", facts)
    assert not fires("TK133-YEAR-CHANGE", facts, reference=entered)


def test_an_entered_figure_is_what_the_rate_is_measured_by(fires):
    entered = load_reference().with_figure(
        amount=Decimal(30000), since=dt.date(2027, 1, 1), source="500-ФЗ", author="Ли А. Б."
    )

    def below(rate):
        pay = {"type": "hourly", "rate_hour": rate}
        facts = {"contract": {"start_date": dt.date(2027, 1, 11)}, "pay": pay}
        return fires("TK133-MROT-HOUR", facts, reference=entered)

    assert below(182.55)
    assert not below(182.56)


def test_an_entered_limit_is_what_overtime_is_measured_by(fires):
    entered = load_reference().with_figure(
        name="overtime_year_hours",
        amount=Decimal(240),
        since=dt.date(2027, 1, 1),
        source="закон о 240 часах",
        author="Ли А. Б.",
    )
    facts = {"time": {"overtime_year": 200}}
    assert fires("TK99-LIMIT", facts, dt.date(2026, 12, 31), entered)
    assert not fires("TK99-LIMIT", facts, dt.date(2027, 1, 1), entered)


def test_two_rules_may_not_share_an_id():
    rule = Topic("Проверка")
    with pytest.raises(ValueError, match="TK91-40"):
        rule("TK91-40", ERROR, "ст. 1", "time.mode", condition="x", mend="y")(lambda _: None)
    assert REGISTRY["TK91-40"].topic == "Рабочее время"


def test_a_deduction_from_pay_is_found_as_such_alone(check):
    found = check({"text": "Из зарплаты удерживается 10 % за низкие показатели качества."})
    assert [one.rule for one in found] == ["TK137-DEDUCT"]
