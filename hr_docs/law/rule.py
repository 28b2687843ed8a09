"""A rule of the contract check, what it finds, and how rules are registered."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NotRequired, Required, TypedDict, Unpack

from hr_docs.law.case import Case

FactCheck = Callable[[Case], str | None]
"""Says what is wrong, in Russian with the person's values; None where nothing is."""


class Severity(StrEnum):
    """What a finding does: an error stops the issue, a warning asks, an advice only tells."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found in one contract.

    `field` is the dotted fact to look at, or `text`; then `quote` is the sentence found and
    `clause` the number of its clause («5.3»), where the text prints numbers. `verified` tells
    whether somebody saw the rule's article in a source.
    """

    rule: str
    severity: Severity
    basis: str
    message: str
    field: str
    mend: str
    verified: bool
    quote: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a rule looks for in a sentence of the document.

    `stems`: letters of which at least one stands in every match; they make the search fast.
    `pattern` finds the violation in a sentence in lower case, with е for ё and single blanks.
    `innocent` is first blanked out («штрафы не применяются»); a sentence with `unless` is let
    pass whole; `test` looks at the match and the case, when a number or a date decides.
    `labour_only`: contracts under civil law may say so.
    """

    stems: tuple[str, ...]
    pattern: "re.Pattern[str]"
    innocent: "re.Pattern[str] | None" = None
    unless: "re.Pattern[str] | None" = None
    test: "Callable[[re.Match[str], Case], bool] | None" = None
    labour_only: bool = True

    def suspects(self, words: str) -> bool:
        """Whether the violation may stand in `words`, whatever the case is."""
        return any(stem in words for stem in self.stems) and any(self._matches(words))

    def finds(self, words: str, start: int, case: Case) -> bool:
        """Whether the violation stands in `words`, and not already in their introduction alone."""
        return self._stands_in(words, case) and not self._stands_in(words[:start], case)

    def _stands_in(self, words: str, case: Case) -> bool:
        return any(self.test is None or self.test(match, case) for match in self._matches(words))

    def _matches(self, words: str) -> "Iterator[re.Match[str]]":
        if self.unless is not None and self.unless.search(words):
            return iter(())
        if self.innocent is not None:
            words = self.innocent.sub(" ", words)
        return self.pattern.finditer(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: what it forbids or demands, by which article, since when, and how it is checked.

    `condition` says in Russian what the rule looks for, `mend` what puts it right. `sources` are
    keys of `Reference.sources` where the article was seen; none: from knowledge. `about` names the
    objects of which at least one must exist for the rule to run. `since` and `until` (both days
    included) bound the law: on the day of signing where `at_signing`, else up to the day of the
    check. A rule has a check of facts, a search in the text (with its message), or both.
    """

    id: str
    topic: str
    severity: Severity
    basis: str
    field: str
    condition: str
    mend: str
    sources: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    at_signing: bool = False
    check: FactCheck | None = None
    search: Search | None = None
    message: str = ""

    @property
    def verified(self) -> bool:
        """Whether somebody saw the article in a source."""
        return bool(self.sources)

    def in_force(self, signed: dt.date, on: dt.date) -> bool:
        """Whether the law behind the rule governs a contract of that day, checked on the other."""
        day = signed if self.at_signing else max(signed, on)
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)

    def finding(self, message: str) -> Finding:
        """What the rule found in the facts."""
        return Finding(
            rule=self.id,
            severity=self.severity,
            basis=self.basis,
            message=message,
            field=self.field,
            mend=self.mend,
            verified=self.verified,
        )

    def finding_in_text(self, quote: str, clause: str) -> Finding:
        """What the rule found in a sentence of the document."""
        return Finding(
            rule=self.id,
            severity=self.severity,
            basis=self.basis,
            message=self.message,
            field="text",
            mend=self.mend,
            verified=self.verified,
            quote=quote,
            clause=clause,
        )


class Options(TypedDict, total=False):
    """The named parts of a rule that has a check of facts."""

    condition: Required[str]
    mend: Required[str]
    sources: NotRequired[tuple[str, ...]]
    about: NotRequired[tuple[str, ...]]
    since: NotRequired[dt.date]
    until: NotRequired[dt.date]
    at_signing: NotRequired[bool]


class TextOptions(Options, total=False):
    """The named parts of a rule that searches the text."""

    message: Required[str]
    search: Required[Search]
    check: NotRequired[FactCheck]
    field: NotRequired[str]


REGISTRY: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of rules under one Russian title."""

    title: str

    def __call__(
        self, id: str, severity: Severity, basis: str, field: str, **options: Unpack[Options]
    ) -> Callable[[FactCheck], FactCheck]:
        """Register the decorated check of facts; by default it is about the object of `field`."""

        def register(check: FactCheck) -> FactCheck:
            about = options.pop("about", (field.partition(".")[0],))
            self._add(id, severity, basis, field=field, about=about, check=check, **options)
            return check

        return register

    def text(self, id: str, severity: Severity, basis: str, **options: Unpack[TextOptions]) -> None:
        """Register a search in the text of the document.

        With `check` and its `field`, facts that say the same are looked at too.
        """
        field = options.pop("field", "text")
        about = options.pop("about", tuple(dict.fromkeys(("text", field.partition(".")[0]))))
        self._add(id, severity, basis, field=field, about=about, **options)

    def _add(self, id: str, severity: Severity, basis: str, **parts: object) -> None:
        if id in REGISTRY:
            raise ValueError(f"two rules are called {id}")
        REGISTRY[id] = Rule(id=id, topic=self.title, severity=severity, basis=basis, **parts)  # type: ignore[arg-type]  # the typed callers above
