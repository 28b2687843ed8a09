"""What a finding says of a person, told only to who may see personal data.

Others read what the rule looks for: that there is something to mend, not that somebody is ill.
"""

from hr_docs.law import Rule, all_rules

_ABOUT_THE_PERSON = ("employee.", "foreign.", "consent.")
_BY_GUARANTEE = frozenset(
    {
        "TK59-GROUND-FACT",
        "TK70-EXEMPT",
        "TK70-CHILD3",
        "TK92-DISABLED",
        "TK92-DISABLED-PAY",
        "TK92-HOURS-EMPTY",
        "TK92-MINOR",
        "TK94-DISABLED-SHIFT",
        "TK94-SHIFT",
        "TK96-NIGHT-BAN",
        "TK99-BAN",
        "TK113-ROSTER-HOLIDAYS",
        "TK115-LEAVE",
        "TK259-WEEKEND-BAN",
        "TK268-MINOR-WEEKEND",
        "TK282-SECONDARY",
    }
)
"""Rules about the terms whose message names the circumstance that the law protects."""


def told(rule_id: str, message: str, *, to_all: bool) -> str:
    """The message, or (unless `to_all`) the neutral words of a rule that speaks of the person."""
    rule = _rules().get(rule_id)
    if to_all or rule is None or not _is_personal(rule):
        return message
    words = rule.condition
    return f"{words[:1].upper()}{words[1:]}."


def _rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in all_rules()}


def _is_personal(rule: Rule) -> bool:
    return rule.id in _BY_GUARANTEE or rule.field.startswith(_ABOUT_THE_PERSON)
