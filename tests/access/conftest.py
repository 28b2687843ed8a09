"""Nothing is left in the cache of one test for the next."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Used codes are remembered there."""
    cache.clear()
    yield
    cache.clear()
