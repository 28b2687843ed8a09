"""What the master of the contract promises to everybody, by its own words.

The records say what was agreed; whether the contract also prints it depends on the Word file that
is in use. A lawyer who deletes the clause on social insurance must hear of it at the next hire.
"""

import re
from enum import Enum
from functools import lru_cache

from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.errors import IssueError
from hr_docs.documents.legal.word_text import WordText
from hr_docs.documents.masters.versions import current_version
from hr_docs.documents.models import MasterVersion
from hr_docs.law.text import plain


class Promise(Enum):
    """A term that the law demands in the contract; the value finds its words."""

    SOCIAL_INSURANCE = re.compile(r"социальн\w+ страхован")
    INDEXATION = re.compile(r"индекс(?:ир|ац)")
    TOP_UP = re.compile(r"минимальн\w+ (?:размер\w* оплаты труда|заработн\w+ плат)")
    DISTRICT_COEFFICIENT = re.compile(r"районн\w+ коэффициент")
    NIGHT_PAY = re.compile(r"ночн\w+ (?:врем|час|смен)|час\w* ночно")
    HOLIDAY_REWARD = re.compile(r"вознагражден")
    HARMFUL_CONDITIONS = re.compile(r"вредн\w+ (?:и \(или\) опасн\w+ )?услови")
    SECONDARY_JOB = re.compile(r"совместительств")
    REMOTE_WORK = re.compile(r"дистанционн")
    ACQUAINTANCE = re.compile(r"ознаком|прочитал")


Promises = frozenset[Promise]
EVERY_PROMISE: Promises = frozenset(Promise)


def promises_in(text: str) -> Promises:
    """What a contract or its master promises."""
    words = plain(text)
    return frozenset(promise for promise in Promise if promise.value.search(words))


def promises_of(version: MasterVersion) -> Promises:
    """What one version of the master promises; read once for each file."""
    return _promises_of(version.sha256)


@lru_cache(maxsize=16)
def _promises_of(sha256: str) -> Promises:
    version = MasterVersion.objects.filter(sha256=sha256).earliest("pk")
    return promises_in(WordText.read(bytes(version.content)).printed)


def current_promises() -> Promises:
    """What the contract in use promises; everything while there is none."""
    try:
        return promises_of(current_version(CONTRACT_KIND))
    except IssueError:
        return EVERY_PROMISE
