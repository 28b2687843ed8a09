"""Every address of the product, found where Django finds it."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

OUTSIDE = {"admin"}  # Django's own, for superusers: tested by itself
NOWHERE = {"int": 2_000_000_000, "uuid": UUID(int=0), "slug": "nowhere", "str": "nowhere"}
Pattern = URLPattern | URLResolver


def names(
    patterns: list[Pattern] | None = None, space: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """«employees:employment» and the like, with their patterns."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern
        elif pattern.namespace not in OUTSIDE:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)


def address_of(name: str, pattern: URLPattern) -> str:
    """An address of that name; of a record that there is not, where it asks for one."""
    asked = pattern.pattern.converters
    kinds = {
        each: type(converter).__name__.removesuffix("Converter").lower()
        for each, converter in asked.items()
    }
    return reverse(name, kwargs={each: NOWHERE[kind] for each, kind in kinds.items()})
