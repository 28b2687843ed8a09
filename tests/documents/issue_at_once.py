"""A program: PROCESSES processes issue the packs of the given employments at the same moment.

usage: issue_at_once.py PROCESSES EMPLOYMENT_ID …
Each process issues every `PROCESSES`-th employment. It prints what went wrong, and exits with 1.
"""

import multiprocessing
import sys
from multiprocessing.synchronize import Barrier

import django

django.setup()

from django.db import connections  # noqa: E402

from employees.models import Employment  # noqa: E402
from hr_docs.documents.issuing.packs import ensure_file, freeze_pack, pack_versions  # noqa: E402


def issue(ids: list[int], barrier: Barrier) -> None:
    barrier.wait()
    for employment in Employment.objects.filter(pk__in=ids):
        for document in freeze_pack(employment=employment, versions=pack_versions()):
            ensure_file(document, "docx")


def main(count: int, ids: list[int]) -> int:
    pack_versions()
    connections.close_all()
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(count)
    processes = [
        context.Process(target=issue, args=(ids[index::count], barrier)) for index in range(count)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return int(any(process.exitcode for process in processes))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), [int(argument) for argument in sys.argv[2:]]))
