"""The rules of the contract check, for a lawyer to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed_to_all
from hr_docs.documents.law_pages.rule_search import RuleSearch
from hr_docs.law import all_rules


@allowed_to_all
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule with its article, what mends it, and an example of it broken and kept."""
    search = RuleSearch(request.GET)
    topics = search.found_by_topic()
    context = {
        "search": search,
        "topics": topics,
        "found": sum(len(rules_of_topic) for _, rules_of_topic in topics),
        "total": len(all_rules()),
    }
    return render(request, "documents/rules.html", context)
