"""The room as a whole: what it loads when, and what it never writes to a log."""

import logging
import subprocess
import sys

from hr_docs.russian import decline_person, guess_gender


def test_the_dictionary_is_not_loaded_before_it_is_needed():
    program = (
        "import hr_docs.russian as r; from hr_docs.russian.dictionary import analyzer;"
        "r.decline_person(surname='Иванов', name='Иван', patronymic='', gender='m', case='gent');"
        "assert analyzer.cache_info().currsize == 0; r.decline_phrase('оператор', 'gent');"
        "assert analyzer.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_no_name_gets_into_a_log(caplog):
    caplog.set_level(logging.DEBUG)
    parts = {"surname": "Необычайных", "name": "Фрументий", "patronymic": "Ъ"}
    decline_person(**parts, gender="m", case="gent")
    guess_gender(**parts)
    assert not any(part in caplog.text for part in parts.values())
