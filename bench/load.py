"""Twenty officers at once: how long each waits for a page of the product's own web server.

`python -m bench.load` starts `manage.py serve` as it stands, with 100,000 operators, and sends it
real requests: log in, walk the list, search, filter, sort, open a card, look at «Сегодня», think
for a moment. `--users`, `--requests` and `--operators` make it small. The database is a throw-away
SQLite file, or that of DATABASE_URL, which is left filled.
"""

import argparse
import os
import random
import re
import resource
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median, quantiles
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from bench import Row

USERS, REQUESTS, OPERATORS, DOCUMENTS = 20, 30, 100_000, 3_000
THINKING = (0.5, 1.5)  # seconds between an answer and the next click
TARGET_SECONDS = 2.0  # of the 95th percentile
PASSWORD = "invented-for-the-bench-5481"  # noqa: S105
LOG_IN = "log in"  # all at once, and a password is slow to check on purpose: no target
LIST = "/operators/"
NAMES = ("ванов", "елкин", "петрова ан", "а 77", "лов сер", "8 900 005-43")
FINDINGS = re.compile(r'hx-get="(/operators/findings/[^"]+)"')
CARD = re.compile(r'href="(/employments/\d+/)"')
_ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Times:
    """Seconds that each kind of page took, and how often it failed, of all users together."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def whole(self) -> list[float]:
        """Those of all pages."""
        return [seconds for taken in self.taken.values() for seconds in taken]


class Officer(threading.Thread):
    """One person at one browser."""

    def __init__(self, number: int, address: str, *, requests: int, times: Times) -> None:
        super().__init__(daemon=True)
        self.address, self.requests, self.times = address, requests, times
        self.name = user_name(number)
        self.chance = random.Random(number)  # noqa: S311 - the same clicks each time
        self.cookies = CookieJar()
        self.browser: OpenerDirector = build_opener(HTTPCookieProcessor(self.cookies))
        self.asked = 0
        self.cards: list[str] = []

    def run(self) -> None:
        time.sleep(self.chance.uniform(0, THINKING[1]))
        self._log_in()
        while self.asked < self.requests:
            for page, address in self._a_round():
                if self.asked < self.requests:
                    self._look(page, address)
                    time.sleep(self.chance.uniform(*THINKING))

    def _a_round(self) -> Iterator[tuple[str, str]]:
        """What somebody does in a quarter of an hour, in an order of her own."""
        pages = [
            ("today", "/today/"),
            ("first page", LIST),
            ("next page", f"{LIST}?page={self.chance.randint(2, 40)}"),
            ("search", f"{LIST}?" + urlencode({"q": self.chance.choice(NAMES)})),
            ("by status", f"{LIST}?status={self.chance.choice(('ready', 'issued', 'signed'))}"),
            ("by site", f"{LIST}?site={self.chance.randint(1, 2)}"),
            ("without a pack", f"{LIST}?papers=pack"),
            ("not acquainted", f"{LIST}?papers=acquaintance"),
            ("to be signed today", f"{LIST}?today=overdue"),
            ("sorted by site", f"{LIST}?sort=site"),
            ("sorted by status", f"{LIST}?sort=-status"),
            ("sorted by first day", f"{LIST}?sort=-start_date"),
        ]
        self.chance.shuffle(pages)
        for page in pages:
            yield page
            if self.cards and self.chance.random() < 1 / 3:
                yield "card", self.chance.choice(self.cards)

    def _look(self, page: str, address: str) -> None:
        """Open a page, and whatever the browser then asks for by itself."""
        text = self._ask(page, address)
        if address.startswith(LIST):
            self.cards = CARD.findall(text) or self.cards
            for part in FINDINGS.findall(text):
                self._ask("findings of a page", unescape(part))

    def _log_in(self) -> None:
        self._ask("log-in form", "/login/")
        token = next((one.value for one in self.cookies if one.name == "csrftoken"), "") or ""
        form = {"login": self.name, "password": PASSWORD, "csrfmiddlewaretoken": token}
        self._ask(LOG_IN, "/login/", urlencode(form).encode())

    def _ask(self, page: str, address: str, data: bytes | None = None) -> str:
        started = time.perf_counter()
        self.asked += 1
        try:
            with self.browser.open(self.address + address, data, timeout=120) as answer:
                text = str(answer.read().decode())
            if answer.url.endswith("/login/") and page != "log-in form":
                raise URLError("not logged in")
        except (HTTPError, URLError, OSError) as error:
            self.times.failed[page] += 1
            print(f"{self.name}, {address[:80]}: {error}", file=sys.stderr)
            return ""
        self.times.taken[page].append(time.perf_counter() - started)
        return text


def user_name(number: int) -> str:
    return f"bench{number:02}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=USERS)
    parser.add_argument("--requests", type=int, default=REQUESTS, help="of each user")
    parser.add_argument("--operators", type=int, default=OPERATORS)
    asked = parser.parse_args()
    started, busy = time.perf_counter(), os.getloadavg()[0]
    times = measured(users=asked.users, requests=asked.requests, operators=asked.operators)
    print(f"{asked.users} users, {asked.operators:,} operators".replace(",", " "))
    print(f"{'':<24}{'asked':>6}{'median':>9}{'95th':>9}{'worst':>9}{'errors':>8}")
    for page in sorted(times.taken, key=lambda page: -_high(times.taken[page])):
        print(_line(page, times.taken[page], times.failed[page]))
    print(_line("all", times.whole, sum(times.failed.values())))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"whole {time.perf_counter() - started:.0f} s with filling; processor of the server "
        f"{used.ru_utime + used.ru_stime:.0f} s; load of the machine {busy:.1f} before, "
        f"{os.getloadavg()[0]:.1f} after"
    )
    sys.exit(1 if any(times.failed.values()) else 0)


def rows() -> Iterator[Row]:
    """The full measurement. Call it in a process where Django is not set up yet."""
    os.environ.pop("DATABASE_URL", None)
    times = measured(users=USERS, requests=REQUESTS, operators=OPERATORS)
    if times.failed:
        raise RuntimeError(f"pages failed: {dict(times.failed)}")
    for page, taken in [*times.taken.items(), ("all pages", times.whole)]:
        target = None if page == LOG_IN else TARGET_SECONDS
        yield {
            "measure": f"{USERS} users, {OPERATORS:,} operators: {page}, 95th percentile",
            "value": round(_high(taken), 3),
            "low": round(min(taken), 3),
            "high": round(max(taken), 3),
            "unit": "s",
            "target": target,
            "met": None if target is None else _high(taken) <= target,
            "against": f"median {median(taken):.3f} s",
        }


def _high(taken: list[float]) -> float:
    return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


def _line(page: str, taken: list[float], failed: int) -> str:
    times = f"{median(taken):>9.3f}{_high(taken):>9.3f}{max(taken):>9.3f}"
    return f"{page:<24}{len(taken):>6}{times}{failed:>8}"


def measured(*, users: int, requests: int, operators: int) -> Times:
    """Fill, serve, ask."""
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        _settle_in(Path(folder), users=users, operators=operators)
        with _served(Path(folder)) as address:
            officers = [
                Officer(number, address, requests=requests, times=times) for number in range(users)
            ]
            for officer in officers:
                officer.start()
            for officer in officers:
                officer.join()
    return times


def _settle_in(folder: Path, *, users: int, operators: int) -> None:
    """The product's own settings, filled, with so many officers."""
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "hr_docs.settings",
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "off",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "CACHE_URL": f"filecache://{folder / 'cache'}",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.filling import fill

    fill(operators=operators, documents=min(DOCUMENTS, operators // 4))
    call_command("collectstatic", interactive=False, verbosity=0)
    _enrol(users)
    connection.close()


def _enrol(users: int) -> None:
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import Group, User

    from hr_docs.access.roles import OFFICER

    role, password = Group.objects.get(name=OFFICER), make_password(PASSWORD)
    for number in range(users):
        user, _ = User.objects.update_or_create(
            username=user_name(number), defaults={"password": password}
        )
        user.groups.set([role])


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """`manage.py serve` on a free port, ended as by Ctrl-C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, str(_ROOT / "manage.py"), "serve", "--bind", bind]
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=_ROOT, stdout=log, stderr=log)
        try:
            _wait_for(f"http://{bind}/login/")
            yield f"http://{bind}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=120)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            build_opener().open(address, timeout=10).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the web server does not answer")


if __name__ == "__main__":
    main()
