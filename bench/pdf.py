"""DOCX → PDF: ours against LibreOffice on the same files and the same machine."""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bench.contract import build
from hr_docs.engine.pdf import docx_to_pdf
from hr_docs.engine.wordml import docx_to_html

_REPEATS = 5
_BATCH = 30
_SOFFICE = "soffice"
_MISSING = "soffice not installed"

Row = dict[str, object]


def rows() -> list[Row]:
    """Rows of the benchmark table; ratios say how many times faster ours is."""
    contract = build()
    docx_to_pdf(contract)  # fonts are loaded once per process
    ours = _median(lambda: docx_to_pdf(contract))
    return [
        _row("contract, .docx → PDF, warm", ours * 1000, "ms", target=None, against=""),
        _one_call(contract, ours),
        _batch(contract),
        _share(contract),
        _memory(contract),
    ]


def _row(measure: str, value: float, unit: str, *, target: float | None, against: str) -> Row:
    is_ratio = unit == "×"
    met = None if target is None else (value >= target if is_ratio else value <= target)
    return {
        "measure": measure,
        "value": round(value, 2),
        "unit": unit,
        "target": target,
        "met": met,
        "against": against,
    }


def _unmeasured(measure: str, target: float) -> Row:
    return {
        "measure": measure, "value": None, "unit": "×", "target": target, "met": None,
        "against": _MISSING,
    }  # fmt: skip


def _median(work: Callable[[], object], repeats: int = _REPEATS) -> float:
    return statistics.median(_seconds(work) for _ in range(repeats))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _one_call(contract: bytes, ours: float) -> Row:
    measure, target = "one contract, .docx → PDF, warm process", 4.0
    if not shutil.which(_SOFFICE):
        return _unmeasured(measure, target)
    with _folder_of(contract, 1) as folder:
        theirs = _median(lambda: _libreoffice(Path(folder)), 3)
    against = f"soffice --convert-to pdf, one call ({theirs:.2f} s)"
    return _row(measure, theirs / ours, "×", target=target, against=against)


def _batch(contract: bytes) -> Row:
    measure, target = f"{_BATCH} contracts, .docx → PDF, 2 processes, warm", 1.0
    if not shutil.which(_SOFFICE):
        return _unmeasured(measure, target)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(_size, [contract] * 4))
        ours = _median(lambda: list(pool.map(_size, [contract] * _BATCH)), 3)
    with _folder_of(contract, _BATCH) as folder:
        theirs = _median(lambda: _libreoffice(Path(folder)), 3)
    against = f"soffice, one batch call ({_BATCH / theirs:.1f}/s against our {_BATCH / ours:.1f}/s)"
    return _row(measure, theirs / ours, "×", target=target, against=against)


def _size(docx: bytes) -> int:
    return len(docx_to_pdf(docx))


def _share(contract: bytes) -> Row:
    html = _median(lambda: docx_to_html(contract))
    whole = _median(lambda: docx_to_pdf(contract))
    return _row(
        "converter's share of the time", html / whole * 100, "%", target=12.0,
        against="whole docx → PDF",
    )  # fmt: skip


def _memory(contract: bytes) -> Row:
    """Growth of the resident set from the 20th to the 220th document of one process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        growth = pool.submit(_growth, contract).result()
    return _row("memory grown over 200 documents", growth, "MB", target=20.0, against="after 20")


def _growth(docx: bytes) -> float:
    for _ in range(20):
        docx_to_pdf(docx)
    before = _resident()
    for _ in range(200):
        docx_to_pdf(docx)
    return _resident() - before


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _folder_of(contract: bytes, count: int) -> "tempfile.TemporaryDirectory[str]":
    folder = tempfile.TemporaryDirectory()
    for number in range(count):
        (Path(folder.name) / f"{number:02}.docx").write_bytes(contract)
    return folder


def _libreoffice(folder: Path) -> None:
    files = sorted(str(path) for path in folder.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [_SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True)
