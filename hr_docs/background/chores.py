"""What is done again and again beside the workers: looking after work that a queue has lost."""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, close_old_connections

logger = logging.getLogger(__name__)
Chore = Callable[[], object]
HOURLY = 3600.0
_EVERY: dict[Chore, float] = {}


def chore(*, every: float) -> Callable[[Chore], Chore]:
    """Call the function at the start of `manage.py work` and then after so many seconds.

    Its module must be imported when Django is ready. It must be safe to call at any time, by
    several machines at once.
    """

    def registered(function: Chore) -> Chore:
        _EVERY[function] = every
        return function

    return registered


class Rounds:
    """Calls each chore when it is due."""

    def __init__(self) -> None:
        self._due: dict[Chore, float] = {}

    def make(self) -> None:
        """Call what is due; a database that does not answer is asked again the next time."""
        now = time.monotonic()
        for function, every in _EVERY.items():
            if self._due.get(function, now) <= now:
                self._due[function] = now + every
                self._call(function)

    def _call(self, function: Chore) -> None:
        close_old_connections()
        try:
            function()
        except (DatabaseError, InterfaceError, OSError) as error:
            logger.error("%s: %s", function.__qualname__, type(error).__name__)
        finally:
            close_old_connections()
