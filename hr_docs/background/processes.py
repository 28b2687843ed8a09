"""A family of processes: started together, watched, ended together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

TICK = 0.5  # seconds between two looks at the children
GRACE = 75.0  # seconds in which a child may finish what it holds
LONGEST_PAUSE = 30.0  # seconds before a child that keeps dying is started again
SOUND = 60.0  # a child that lived so many seconds has recovered
ENDING_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG


@dataclass
class Child:
    """One command that is to run; `begun` and `pause` are seconds of the monotonic clock."""

    command: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    begun: float = 0.0
    pause: float = 0.0

    def start(self) -> None:
        """Begin it in a session of its own: Ctrl-C is the parent's to answer."""
        self.begun = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own commands
            self.command,
            start_new_session=True,
            preexec_fn=_end_with_parent(),  # noqa: PLW1509 - the parent has no threads
        )

    @property
    def status(self) -> int | None:
        """The exit status of a child that has ended; None while it runs."""
        return self.process.poll() if self.process else None

    def restart_when_due(self) -> None:
        """Start it again: at once when it ended by itself or lived long, else after a pause."""
        lived = time.monotonic() - self.begun
        if self.status == 0 or lived > SOUND:
            self.pause = 0.0
        if lived >= self.pause:
            self.pause = min(LONGEST_PAUSE, self.pause * 2 or 1.0)
            self.start()

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the child and to whatever it has started."""
        if self.process and self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


@dataclass
class Family:
    """The children of this process until a signal ends it.

    With `restarts` a child that ends is started again; without, its end is the end of all. `tick`
    is called twice a second.
    """

    commands: Sequence[Sequence[str]]
    restarts: bool = True
    tick: Callable[[], None] = lambda: None
    _signals: list[int] = field(default_factory=list)

    def run(self) -> int:
        """Exit status: 0 ended by a signal, 1 a child ended by itself."""
        children = [Child(command) for command in self.commands]
        with self._noticed_signals():
            try:
                for child in children:
                    child.start()
                return self._watch(children)
            finally:
                self._end(children)

    def _watch(self, children: Sequence[Child]) -> int:
        while not self._signals:
            for child in children:
                if child.status is not None:
                    if not self.restarts:
                        return 1
                    child.restart_when_due()
            self.tick()
            time.sleep(TICK)
        return 0

    def _end(self, children: Sequence[Child]) -> None:
        """Ask, wait, and kill whoever is still there after the grace or at a second signal."""
        for child in children:
            if child.process and child.status is None:
                child.process.terminate()
        told, deadline = len(self._signals), time.monotonic() + GRACE
        while any(child.process and child.status is None for child in children):
            if time.monotonic() > deadline or len(self._signals) > told:
                for child in children:
                    child.tell(signal.SIGKILL)
            time.sleep(0.1)

    @contextmanager
    def _noticed_signals(self) -> Iterator[None]:
        def notice(number: int, _frame: FrameType | None) -> None:
            self._signals.append(number)

        before = {number: signal.signal(number, notice) for number in ENDING_SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _end_with_parent() -> Callable[[], None] | None:
    """What a child does first: ask Linux for a SIGTERM when its parent is killed."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_DEATH_SIGNAL, signal.SIGTERM)
