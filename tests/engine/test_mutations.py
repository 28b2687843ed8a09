"""Files broken at random: a result or the engine's own error, whatever was broken.

`python -m bench.mutations` does the same with as many as wanted.
"""

from contextlib import suppress
from pathlib import Path

import pytest

from hr_docs.engine import EngineError, WordTemplate, conversion_report, docx_to_pdf
from tests.engine.mutations import mutated

MASTER = Path(__file__).parents[2] / "templates" / "word" / "employment_contract.docx"


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_template_is_rendered_or_refused(seed: int):
    with suppress(EngineError):
        WordTemplate(mutated(MASTER.read_bytes(), seed)).render({})


@pytest.mark.pdf
@pytest.mark.parametrize("seed", range(1000, 1030))
def test_a_broken_file_is_converted_or_refused(seed: int):
    docx = mutated(MASTER.read_bytes(), seed)
    with suppress(EngineError):
        assert docx_to_pdf(docx).startswith(b"%PDF")
        conversion_report(docx)
