"""A broken entry of the reference files is refused by file and name."""

import shutil

import pytest

from hr_docs.law import ReferenceDataError
from hr_docs.law.reference import HERE, read_reference

GOOD = "federal:\n  - {from: 2026-01-01, amount: 1, basis: a, source: [S01], confidence: high}\n"
ENTRY = "{amount: 1, basis: a, source: [S01], confidence: high}"


@pytest.fixture
def folder(tmp_path):
    """The files that ship, to be broken."""
    for path in HERE.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def problem_with(folder, file, text):
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceDataError) as refused:
        read_reference(folder)
    assert refused.value.file == file
    return str(refused.value)


def test_the_files_that_ship_are_sound(folder):
    assert read_reference(folder).figures


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("federal:\n  - [", "строка 2: это не YAML"),
        ("- 1", "нужны именованные записи"),
        ("federal: [5]", "federal, запись 1: нужны поля"),
        (f"federal: [{ENTRY.replace('amount: 1, ', '')}]", "нет поля amount"),
        (f"federal: [{ENTRY.replace('1', '-1', 1)}]", "число больше нуля"),
        (f"federal: [{ENTRY.replace('amount: 1', 'amount: true')}]", "число больше нуля"),
        (f"federal: [{ENTRY.replace('basis: a', 'basis: 5')}]", "поле basis: нужен тип str"),
        (f"federal: [{ENTRY.replace('basis: a, ', '')}]", "нет поля basis"),
        (f"federal: [{ENTRY.replace('S01', 'S99')}]", "'S99' нет в sources.yaml"),
        (f"federal: [{ENTRY.replace('high', 'sure')}]", "одно из high, medium, low"),
        (f"federal: [{ENTRY.replace('high', 'high, x: 1')}]", "лишние поля: x"),
        (f"regional: [{ENTRY}]", "regional, запись 1: нет поля region"),
        (
            f"federal: [{ENTRY.replace('{', '{from: 2026-02-01, to: 2026-01-01, ')}]",
            "дата to раньше даты from",
        ),
        (f"federal: [{ENTRY}, {ENTRY}]", "срок пересекается"),
    ],
)
def test_a_broken_wage_is_refused(folder, text, problem):
    assert problem in problem_with(folder, "minimum_wage.yaml", text)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("week_normal_hours:", "week_usual_hours:", "week_usual_hours: такого предела не знает"),
        (
            "leave_days: {value",
            "leave_days: {from: 2024-01-01, value",
            "нет значения на 0001-01-01",
        ),
        ("leave_days: {value", "leave_days: {to: 2024-01-01, value", "нет значения на 2024-01-02"),
    ],
)
def test_a_limit_must_be_known_and_always_hold(folder, old, new, problem):
    text = (folder / "limits.yaml").read_text(encoding="utf-8").replace(old, new)
    assert problem in problem_with(folder, "limits.yaml", text)


def test_a_limit_may_not_be_left_out(folder):
    lines = (folder / "limits.yaml").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("leave_days:"))
    assert "leave_days: нет записи" in problem_with(folder, "limits.yaml", text)


def test_a_limit_may_have_a_history(folder):
    path = folder / "limits.yaml"
    old = "  - {value: 2, to: 2024-12-31, unit: д, basis: a, source: [knowledge], confidence: low}"
    new = (
        "  - {value: 3, from: 2025-01-01, unit: д, basis: a, source: [knowledge], confidence: low}"
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("written_form_work_days:")]
    text = "\n".join([*kept, "written_form_work_days:", old, new])
    path.write_text(text, encoding="utf-8")
    history = read_reference(folder).history("written_form_work_days")
    assert [figure.amount for figure in history] == [2, 3]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"11-04"]', '"11-31"]', "holidays: нужны дни вида 01-31"),
        ("  2026:", "  '2026':", "год 2026: год пишется числом"),
        ("2026-01-09, ", "", "дней получается 248"),
        ("short_days: [2026-04-30", "short_days: [2026-04-29, 2026-04-30", "часов получается 1971"),
        ("working_saturdays: []", "working_saturdays: [1]", "нужны даты вида"),
    ],
)
def test_a_calendar_must_add_up(folder, old, new, problem):
    text = (folder / "calendar.yaml").read_text(encoding="utf-8").replace(old, new)
    assert problem in problem_with(folder, "calendar.yaml", text)


def test_a_statement_needs_its_words(folder):
    text = "terms: {notice: {basis: a, source: [S01], confidence: low}}"
    assert "terms.notice: нет поля text" in problem_with(folder, "statements.yaml", text)


def test_a_source_has_a_kind(folder):
    text = (folder / "sources.yaml").read_text(encoding="utf-8").replace("kind: own", "kind: my")
    assert "knowledge: поле kind: одно из act" in problem_with(folder, "sources.yaml", text)


def test_a_file_without_a_group_has_no_such_figures(folder):
    (folder / "minimum_wage.yaml").write_text(GOOD, encoding="utf-8")
    assert [f.region for f in read_reference(folder).history("minimum_wage")] == [None]
