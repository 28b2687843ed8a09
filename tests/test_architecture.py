"""The arrows between the rooms, and what may not stand in them."""

import re

from importlinter.cli import lint_imports

from tests.conftest import ROOT

TREES = ("hr_docs", "employees", "job_descriptions")
MASTER_WORDS = re.compile(r"Работник обязуется|заключили настоящий|трудового договора о следующем")


def test_imports_follow_the_arrows_between_the_rooms(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_no_text_of_a_contract_lives_in_python():
    sources = (path for tree in TREES for path in (ROOT / tree).rglob("*.py"))
    assert [p.name for p in sources if MASTER_WORDS.search(p.read_text(encoding="utf-8"))] == []


def test_the_top_level_holds_what_the_design_names():
    known = {
        "manage.py", "Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt",
        "requirements-scale.txt",
        "README.md", "CHANGELOG.md", "LICENSE", "hr_docs", "employees", "job_descriptions",
        "templates", "tests", "locale", "docs", "examples", "bench", "var", "out",
    }  # fmt: skip
    assert {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} <= known
