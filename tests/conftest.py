"""Fixtures for the whole suite."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference files beside the checkout; tests that measure on them are skipped without them."""
    if not SHARED.is_dir():
        pytest.skip("no reference files beside the checkout")
    return SHARED
