"""Processes that lay out PDFs; they know nothing of Django and hold no document but their own."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from types import TracebackType
from typing import Self

from hr_docs.engine import docx_to_pdf

DOCUMENTS_PER_CHILD = 500  # on average; then the children are replaced, so that no leak can grow


class PdfWorkers:
    """Lays out PDFs in `count` processes, or in this one when `count` is 1.

    A child that dies (killed, out of memory) takes the whole pool with it; its documents are laid
    out once more in a new pool, and only a second death fails them (`BrokenProcessPool`).

    Children are replaced with their whole pool, which ends when it has done what it began:
    `max_tasks_per_child` of Python 3.11 lets them all go with work left, for ever.
    """

    def __init__(self, count: int) -> None:
        self._count, self._begun = count, 0
        self._pool = self._new_pool() if count > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def lay_out(self, docx: bytes) -> Callable[[], bytes]:
        """Begin the work; call what is returned for the PDF. It raises the engine's errors."""
        if self._pool is None:
            return lambda: docx_to_pdf(docx)
        if self._begun == self._count * DOCUMENTS_PER_CHILD:
            self._replace(self._pool)
        self._begun += 1
        try:
            pool, future = self._pool, self._pool.submit(docx_to_pdf, docx)
        except BrokenProcessPool:
            pool = self._replace(self._pool)
            future = pool.submit(docx_to_pdf, docx)
        return lambda: self._result(docx, pool, future)

    def _result(self, docx: bytes, pool: ProcessPoolExecutor, future: "Future[bytes]") -> bytes:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._replace(pool).submit(docx_to_pdf, docx).result()

    def _replace(self, spent: ProcessPoolExecutor) -> ProcessPoolExecutor:
        """Return a pool that works: a new one, unless somebody replaced the spent one already."""
        if self._pool is None or self._pool is spent:
            spent.shutdown(wait=False)
            self._pool, self._begun = self._new_pool(), 0
        return self._pool

    def _new_pool(self) -> ProcessPoolExecutor:
        # spawn: a forked child would share the parent's database connection.
        return ProcessPoolExecutor(self._count, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C is the parent's to answer; a child whose parent was killed would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
