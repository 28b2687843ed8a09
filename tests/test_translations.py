"""The Russian interface is complete: every text of the code, translated, compiled."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

CATALOGUE = settings.BASE_DIR / "locale" / "ru" / "LC_MESSAGES" / "django.po"
SOURCES = ("hr_docs", "employees", "job_descriptions", "templates")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_every_text_is_translated(catalogue: polib.POFile):
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []


def test_no_translation_is_a_guess(catalogue: polib.POFile):
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


def test_the_compiled_catalogue_is_up_to_date(catalogue: polib.POFile):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert _texts(compiled) == _texts(catalogue)


def _texts(entries):
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr or tuple(entry.msgstr_plural.values())
        for entry in entries
    }


def test_every_text_of_the_code_is_in_the_catalogue(catalogue: polib.POFile, tmp_path: Path):
    """To bring it up to date: manage.py makemessages -l ru --no-location --no-wrap, translate,
    manage.py compilemessages."""
    if shutil.which("xgettext") is None:
        pytest.skip("gettext is not installed")
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    found = {(entry.msgctxt, entry.msgid) for entry in _extracted(tmp_path)}
    assert sorted(found - known) == []


def _extracted(folder: Path) -> polib.POFile:
    for source in SOURCES:
        shutil.copytree(
            settings.BASE_DIR / source,
            folder / source,
            ignore=shutil.ignore_patterns("*.docx", "static", "__pycache__", "migrations"),
        )
    (folder / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "ru", "--verbosity", "0"],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
        check=True,
    )
    return polib.pofile(str(folder / "locale" / "ru" / "LC_MESSAGES" / "django.po"))
