"""How long the pages of the long lists take: 100,000 operators, 30,000 documents.

`python -m bench.lists` measures on the database of DATABASE_URL and leaves it filled, for
PostgreSQL or for a look in a browser; within `python -m bench` it is a throw-away SQLite file.
"""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import Row, seconds

OPERATORS = 100_000
DOCUMENTS = 30_000  # with their facts, 70 KB each: about 2 GB in SQLite
REPETITIONS = 5
TARGET_SECONDS = 0.5
LIST, REGISTER = "/operators/", "/documents/"
PAGES = {
    "the first page": LIST,
    "page 1,900 of 2,000": f"{LIST}?page=1900",
    "a part in the middle of a name": f"{LIST}?q=ванов",
    "a phone": f"{LIST}?q=8+900+005-43",
    "a status": f"{LIST}?status=signed",
    "a tier, sorted by first day": f"{LIST}?tier=2&sort=-start_date",
    "sorted by position": f"{LIST}?sort=position",
    "sorted by site, deep": f"{LIST}?sort=-site&page=1500",
    "sorted by status": f"{LIST}?sort=status",
    "sorted by personnel number": f"{LIST}?sort=personnel_number&page=700",
    "without a pack": f"{LIST}?papers=pack",
    "the register": REGISTER,
    "the register, deep": f"{REGISTER}?page=550",
    "the register, a part of a name": f"{REGISTER}?q=ванов",
    "the register of a kind and a year": f"{REGISTER}?kind=1&year=2026&sort=number",
    "the register by operator": f"{REGISTER}?sort=operator&page=300",
}


def rows() -> list[Row]:
    """Call it in a process where Django is not set up yet."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return list(measured())


def measured() -> Iterator[Row]:
    """Median and 95th percentile of each page, rendered whole for a logged-in user."""
    client = _prepared()
    for name, address in PAGES.items():
        client.get(address)
        times = [seconds(partial(_get, client, address)) for _ in range(REPETITIONS)]
        yield {
            "measure": f"list of {OPERATORS:,}: {name}",
            "value": round(median(times), 3),
            "low": round(min(times), 3),
            "high": round(quantiles(times, n=20)[-1], 3),
            "unit": "s",
            "target": TARGET_SECONDS,
            "met": median(times) <= TARGET_SECONDS,
            "against": "",
        }


def _get(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")


def _prepared() -> Any:
    """A browser at a database with the operators and their documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.test import Client

    from bench.filling import fill

    fill(operators=OPERATORS, documents=DOCUMENTS)
    user, _ = User.objects.get_or_create(username="bench", is_superuser=True, is_staff=True)
    client = Client()
    client.force_login(user)
    return client


if __name__ == "__main__":
    for line in measured():
        print(f"{line['measure']:<60} {line['value']:>7} s, 95th {line['high']} s")
