"""What a reader is told once though several rules are broken: the graver one speaks alone.

`check_contract` names every rule that a contract breaks. A wage below the region's minimum breaks
those about the federal one and about the short month too, but to mend it there is one thing to do.
"""

from collections.abc import Iterable

from hr_docs.law.rule import Finding

SAID_BY: dict[str, frozenset[str]] = {
    "TK133-MROT-HOUR": frozenset({"TK133.1-REGION"}),
    "TK133-MROT-SHORT-MONTH": frozenset(
        {"TK133-MROT-HOUR", "TK133.1-REGION", "TK133.1-SHORT-MONTH"}
    ),
    "TK133.1-SHORT-MONTH": frozenset({"TK133.1-REGION"}),
    "TK59-REASON-LIST": frozenset({"TK327.1-FIXED"}),
    "TK115-LEAVE": frozenset({"TK93-PART"}),
    "TK61-DATE-ORDER": frozenset({"TK67-3DAYS"}),
}
"""The rule → those of which any says the same and asks for at least as much."""


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another one of them says already."""
    found = list(findings)
    rules = {finding.rule for finding in found}
    return [each for each in found if rules.isdisjoint(SAID_BY.get(each.rule, ()))]
