"""Contracts as a run makes them: the product's own master of seven pages, filled."""

import os
from itertools import cycle, islice
from pathlib import Path

import django

from hr_docs.engine import WordTemplate

MASTER = Path(__file__).parent.parent / "templates" / "word" / "employment_contract.docx"


def contracts(count: int) -> list[bytes]:
    """Word files of the people that masters are checked with, each under a number of its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from hr_docs.documents.context import example_people  # needs Django to be set up

    template = WordTemplate(MASTER.read_bytes())
    people = islice(cycle(example_people().values()), count)
    return [
        template.render({**facts, "документ": {**facts["документ"], "номер": f"{number:03}/2026"}})
        for number, facts in enumerate(people, start=1)
    ]
