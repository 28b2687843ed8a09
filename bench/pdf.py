"""DOCX → PDF: ours against LibreOffice and WeasyPrint on the same files and the same machine."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from bench import REPETITIONS, Row, row, seconds
from bench.__main__ import printed
from bench.contract import contracts
from hr_docs.engine.pdf import _font_face, docx_to_pdf, html_to_pdf
from hr_docs.engine.wordml import Html, docx_to_html

_BATCH, _MANY = 30, 200
_SOFFICE = "soffice"
_MISSING = "soffice not installed"


def rows() -> Iterator[Row]:
    """Rows of the benchmark table; ratios say how many times faster ours is."""
    papers = contracts(_BATCH)
    contract = papers[0]
    for paper in papers:  # fonts are loaded and most paragraphs met once per process
        docx_to_pdf(paper)
    ours = [seconds(lambda: docx_to_pdf(contract)) for _ in range(REPETITIONS)]
    yield row("contract, .docx → PDF, warm", [one * 1000 for one in ours], "ms")
    yield _one_call(contract, ours)
    yield _batch(papers)
    yield _share(contract)
    yield _against_weasyprint(docx_to_html(contract))
    yield _memory(papers)


def _unmeasured(measure: str, target: float) -> Row:
    return {
        "measure": measure, "value": None, "unit": "×", "target": target, "met": None,
        "against": _MISSING,
    }  # fmt: skip


def _one_call(contract: bytes, ours: list[float]) -> Row:
    measure, target = "one contract, .docx → PDF, warm process", 4.0
    if not shutil.which(_SOFFICE):
        return _unmeasured(measure, target)
    with _folder_of([contract]) as folder:
        theirs = [seconds(lambda: _libreoffice(Path(folder))) for _ in ours]
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    against = f"soffice --convert-to pdf, one call ({median(theirs):.2f} s)"
    return row(measure, ratios, "×", target=target, against=against)


def _batch(papers: list[bytes]) -> Row:
    measure, target = f"{_BATCH} contracts, .docx → PDF, 2 processes, warm", 1.0
    if not shutil.which(_SOFFICE):
        return _unmeasured(measure, target)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(_size, papers * 2))
        ours = [seconds(lambda: list(pool.map(_size, papers))) for _ in range(REPETITIONS)]
    with _folder_of(papers) as folder:
        theirs = [seconds(lambda: _libreoffice(Path(folder))) for _ in ours]
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    rates = f"{_BATCH / median(theirs):.1f}/s against our {_BATCH / median(ours):.1f}/s"
    return row(measure, ratios, "×", target=target, against=f"soffice, one batch call ({rates})")


def _size(docx: bytes) -> int:
    return len(docx_to_pdf(docx))


def _share(contract: bytes) -> Row:
    shares = [
        seconds(lambda: docx_to_html(contract), 5) / seconds(lambda: docx_to_pdf(contract), 5) * 100
        for _ in range(REPETITIONS)
    ]
    measure, against = "converter's share of the time", "whole docx → PDF"
    return row(measure, shares, "%", target=12.0, against=against)


def _against_weasyprint(html: Html) -> Row:
    """Our layout and drawing of converted markup against WeasyPrint's of the same."""
    fonts = FontConfiguration()
    faces = "".join(map(_font_face, html.faces))
    weasyprint.CSS(string=faces, font_config=fonts)
    css = [weasyprint.CSS(string=one, font_config=fonts) for one in (html.base_css, html.css)]

    def theirs() -> object:
        page = weasyprint.HTML(string=html.markup)
        return page.write_pdf(stylesheets=css, font_config=fonts, pdf_tags=True)

    def ours() -> object:
        return html_to_pdf(html, identifier=bytes(16))

    ours(), theirs()
    ratios = [seconds(ours, 3) / seconds(theirs) for _ in range(REPETITIONS)]
    measure = "text pages of a contract, HTML → PDF"
    against = "WeasyPrint itself on the same HTML"
    return row(measure, ratios, "of its time", target=1.15, against=against)


def _memory(papers: list[bytes]) -> Row:
    """Growth of the resident set from the 20th to the 220th document of one process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        measure = f"memory grown over {_MANY} documents"
        growth = pool.submit(_growth, papers).result()
    return row(measure, [growth], "MB", target=20.0, against=f"after {_BATCH}")


def _growth(papers: list[bytes]) -> float:
    for paper in papers:
        docx_to_pdf(paper)
    before = _resident()
    for paper in islice(cycle(papers), _MANY):
        docx_to_pdf(paper)
    return _resident() - before


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _folder_of(papers: list[bytes]) -> "tempfile.TemporaryDirectory[str]":
    folder = tempfile.TemporaryDirectory()
    for number, paper in enumerate(papers):
        (Path(folder.name) / f"{number:02}.docx").write_bytes(paper)
    return folder


def _libreoffice(folder: Path) -> None:
    files = sorted(str(path) for path in folder.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [_SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True)


if __name__ == "__main__":
    for measured in rows():
        print(printed(measured), flush=True)
