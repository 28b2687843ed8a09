"""The list of rules narrowed down: by words, topic, severity, whether its article was seen."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hr_docs.documents.law_pages.severities import SEVERITIES
from hr_docs.documents.law_pages.silence import SILENT
from hr_docs.law import Rule, all_rules

ANY = ("", _("any"))
VERIFIED = {"yes": _("verified"), "no": _("not verified")}
SPEAKING = {"yes": _("is checked"), "no": pgettext_lazy("rule", "silent")}
SPOKEN = {"мрот": "минимальн"}  # rules write the law's own words
RulesByTopic = list[tuple[str, list[Rule]]]


def topics() -> list[tuple[str, str]]:
    """Topics as choices, in the order in which the rules are written."""
    return [("", str(_("any"))), *((topic, topic) for topic, _rules in _by_topic(all_rules()))]


class RuleSearch(forms.Form):
    """What the reader asks for; an answer that makes no sense asks for nothing."""

    q = forms.CharField(
        label=_("Words, rule or article"),
        required=False,
        widget=forms.SearchInput(attrs={"autocomplete": "off"}),
    )
    topic = forms.ChoiceField(label=_("Topic"), choices=topics, required=False)
    severity = forms.ChoiceField(
        label=_("Severity"), choices=[ANY, *SEVERITIES.items()], required=False
    )
    verified = forms.ChoiceField(
        label=_("Article"), choices=[ANY, *VERIFIED.items()], required=False
    )

    spoken = forms.ChoiceField(
        label=_("In this product"), choices=[ANY, *SPEAKING.items()], required=False
    )

    def found(self) -> list[Rule]:
        """The rules that match everything asked, in the order in which they are written."""
        self.is_valid()
        return [rule for rule in all_rules() if self._matches(rule)]

    def found_by_topic(self) -> RulesByTopic:
        """The same, under the title of their topic."""
        return list(_by_topic(self.found()))

    def _matches(self, rule: Rule) -> bool:
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        answers = {
            "topic": rule.topic,
            "severity": rule.severity.value,
            "verified": "yes" if rule.verified else "no",
            "spoken": "no" if rule.id in SILENT else "yes",
        }
        words = [SPOKEN.get(word, word) for word in _folded(asked.pop("q", "")).split()]
        return all(answers[name] == value for name, value in asked.items()) and all(
            word in _words_of(rule) for word in words
        )


def _by_topic(rules: "list[Rule] | tuple[Rule, ...]") -> Iterator[tuple[str, list[Rule]]]:
    for topic, group in groupby(
        sorted(rules, key=lambda rule: _topic_order()[rule.topic]), key=lambda rule: rule.topic
    ):
        yield topic, list(group)


@cache
def _topic_order() -> dict[str, int]:
    """Topics in order of their first rule: a topic may be written in several modules."""
    return {
        topic: number for number, topic in enumerate(dict.fromkeys(r.topic for r in all_rules()))
    }


@cache
def _words_of(rule: Rule) -> str:
    said = (rule.id, rule.basis, rule.topic, rule.condition, rule.mend, rule.message, rule.field)
    return _folded(" ".join(said))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")
