"""What layout keeps from one document to the next never changes a byte of the PDF."""

import random

import pytest

from hr_docs.documents.context import example_people
from hr_docs.documents.masters.versions import shipped_file
from hr_docs.engine import WordTemplate, docx_to_pdf

KINDS = ("job_description", "confidentiality_undertaking", "employment_contract")


@pytest.fixture(scope="module")
def papers() -> list[bytes]:
    """Every paper of every example person, in an order of no meaning."""
    templates = [WordTemplate(shipped_file(kind)) for kind in KINDS]
    papers = [t.render(facts) for t in templates for facts in example_people().values()]
    random.Random(26).shuffle(papers)  # noqa: S311  (an order, not a secret)
    return papers


@pytest.mark.pdf
def test_it_gives_the_same_bytes_with_and_without_reuse(papers):
    laid_out = [docx_to_pdf(paper) for paper in papers]
    assert laid_out == [docx_to_pdf(paper, reuse=False) for paper in papers]
    assert laid_out == [docx_to_pdf(paper) for paper in papers]
