"""The vocabulary of the templates, for those who edit them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed
from hr_docs.documents.masters.placeholder_search import PlaceholderSearch


@allowed("documents.view_masterversion")
def placeholders(request: HttpRequest) -> HttpResponse:
    """Every placeholder with its type, an example and its meaning."""
    search = PlaceholderSearch(request.GET)
    groups = search.found_by_group()
    context = {
        "search": search,
        "groups": groups,
        "found": sum(len(entries) for _title, entries in groups),
    }
    return render(request, "documents/placeholders.html", context)
