"""Templates' pages: download, edit, upload, look at the report and the pages, make current."""

import io
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from employees.models import Employment
from hr_docs.access.models import AuditEntry
from hr_docs.documents.context import example_people
from hr_docs.documents.forms import IssueForm
from hr_docs.documents.issuing.packs import issue_pack
from hr_docs.documents.lists import missing_papers
from hr_docs.documents.masters.versions import current_version, shipped_file
from hr_docs.documents.models import MasterUpload, MasterVersion, WordMaster
from hr_docs.documents.runs.form import RunForm
from tests.documents.word_changes import with_text, with_xml
from tests.factories import make_employment, make_every_local_act
from tests.reading import rows_of, text_of

KIND = "confidentiality_undertaking"
MASTERS = reverse("documents:masters")
PAGE = reverse("documents:master", args=[KIND])
TAKE = reverse("documents:master_take_upload", args=[KIND])

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def lawyer(db) -> Client:
    user = User.objects.create_user("vera", password="papers", first_name="Вера")
    codes = ["view_masterversion", "add_masterversion"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(scope="module")
def mended() -> bytes:
    """The shipped file with one word changed."""
    return with_text(shipped_file(KIND).read_bytes(), "не распространяется", "не относится")


def upload(client: Client, content: bytes, name: str = "договор.docx", address: str = TAKE):
    data = {"file": SimpleUploadedFile(name, content), "note": "раздел 2"}
    return client.post(address, data, follow=True)


def test_the_list_names_each_kind_with_its_current_version(lawyer: Client):
    rows = rows_of(lawyer.get(MASTERS))
    assert [row.split()[0] for row in rows] == ["1", "2", "3"]
    assert "Трудовой договор 1" in rows[2]
    assert "поставляется с программой" in rows[2]


def test_the_list_needs_a_fixed_number_of_queries(lawyer: Client, django_assert_max_num_queries):
    lawyer.get(MASTERS)
    with django_assert_max_num_queries(9):
        lawyer.get(MASTERS)


def test_the_word_file_is_downloaded_as_it_is(lawyer: Client):
    version = current_version(KIND)
    answer = lawyer.get(reverse("documents:master_word", args=[version.pk]))
    assert answer.content == shipped_file(KIND).read_bytes()
    assert "docx" in answer["Content-Disposition"]
    assert AuditEntry.objects.get(action="downloaded").details == {"version": 1}


def test_an_uploaded_file_waits_until_it_is_made_current(lawyer: Client, mended: bytes):
    page = upload(lawyer, mended)
    assert "Замечаний нет: шаблон заполнен" in text_of(page)
    assert b"<ins>" in page.content
    waiting = MasterUpload.objects.get()
    assert current_version(KIND).number == 1
    accept = reverse("documents:master_accept", args=[waiting.pk])
    answer = lawyer.post(accept, {"seen": "1"}, follow=True)
    assert "Действует версия 2." in text_of(answer)
    version = current_version(KIND)
    assert (version.number, version.note, bytes(version.content)) == (2, "раздел 2", mended)
    assert not MasterUpload.objects.exists()


def test_a_file_with_errors_is_refused_with_the_whole_report(lawyer: Client, mended: bytes):
    broken = with_text(mended, "не относится", "{{ работник.фио.родительнй }} {{ договор }}")
    answer = upload(lawyer, broken)
    assert answer.status_code == 422
    text = text_of(answer)
    assert "такого поля нет: «работник.фио.родительнй»" in text
    assert "группа полей" in text
    assert "абзац" in text
    assert not MasterUpload.objects.exists()
    assert AuditEntry.objects.get(action="uploaded").details["refused"] is True


def test_warnings_are_accepted_by_a_tick(lawyer: Client, mended: bytes):
    odd = with_xml(mended, "Times New Roman", "Neue Haas Grotesk", part="styles.xml")
    assert "предупреждение" in text_of(upload(lawyer, odd))
    accept = reverse("documents:master_accept", args=[MasterUpload.objects.get().pk])
    answer = lawyer.post(accept, {"seen": "1"}, follow=True)
    assert "отметьте, что согласны" in text_of(answer)
    lawyer.post(accept, {"seen": "1", "warnings_accepted": "on"})
    assert len(current_version(KIND).report) == 1


def test_a_version_that_came_between_is_not_undone(lawyer: Client, mended: bytes):
    upload(lawyer, mended)
    accept = reverse("documents:master_accept", args=[MasterUpload.objects.get().pk])
    assert "действующей стала другая версия" in text_of(lawyer.post(accept, {}, follow=True))
    assert current_version(KIND).number == 1


def test_an_older_version_comes_back_under_a_new_number(lawyer: Client, mended: bytes):
    first = current_version(KIND)
    upload(lawyer, mended)
    lawyer.post(
        reverse("documents:master_accept", args=[MasterUpload.objects.get().pk]), {"seen": "1"}
    )
    lawyer.post(reverse("documents:master_restore", args=[first.pk]))
    newest = current_version(KIND)
    assert (newest.number, newest.sha256) == (3, first.sha256)
    assert newest.note == "Возвращена версия 1"
    assert MasterVersion.objects.get(number=2).note == "раздел 2"


def test_two_versions_are_compared(lawyer: Client, mended: bytes):
    upload(lawyer, mended)
    lawyer.post(
        reverse("documents:master_accept", args=[MasterUpload.objects.get().pk]), {"seen": "1"}
    )
    page = lawyer.get(reverse("documents:master_compare", args=[KIND, 1, 2]))
    assert "<del>распространяется</del>" in page.content.decode()
    assert "без изменений" in text_of(page)
    nothing = lawyer.get(reverse("documents:master_compare", args=[KIND, 1, 9]))
    assert nothing.status_code == 404


@pytest.mark.parametrize("person", ["0", "11", "99", "x"])
def test_the_pages_are_filled_with_an_invented_person(lawyer: Client, person: str):
    address = reverse("documents:master_preview", args=[current_version(KIND).pk])
    answer = lawyer.get(address, {"person": person})
    assert answer.content.startswith(b"%PDF")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def _bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)
    return file.getvalue()


def _with_macros() -> bytes:
    file = io.BytesIO(shipped_file(KIND).read_bytes())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    return file.getvalue()


def _linked() -> bytes:
    content = shipped_file(KIND).read_bytes()
    link = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/>'
    )
    return with_xml(content, "</Relationships>", f"{link}</Relationships>", part=".rels")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (_bomb, "а.docx", "архивную бомбу"),
        (_with_macros, "а.docx", "в файле есть макросы"),
        (_linked, "а.docx", "присоединён шаблон Word"),
        (lambda: b"%PDF-1.7", "а.docx", "нужен документ Word"),
        (lambda: b"", "а.docx", "пуст"),
        (lambda: b"PK\x03\x04", "а.docm", "не файл .docx"),
        (lambda: b"\0" * (33 * 2**20), "а.docx", "больше"),
    ],
)
def test_a_hostile_file_is_refused_in_words(lawyer: Client, content, name: str, words: str):
    answer = upload(lawyer, content(), name)
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert not MasterUpload.objects.exists()


def test_the_same_file_again_is_no_new_version(lawyer: Client):
    current_version(KIND)
    answer = upload(lawyer, shipped_file(KIND).read_bytes())
    assert "Этот файл уже действует: это версия 1." in text_of(answer)


FIXED_TERM = "Цой: 17 лет, срочный договор, сокращённое время"
NEW = {
    "title": "Памятка",
    "signing_order": "4",
    "number_mask": "{n}/{yyyy}-П",
    "operator_copies": "0",
}


def add_kind(client: Client, content: bytes, **changes: str):
    data = {**NEW, "in_hiring_pack": "on", **changes, "file": SimpleUploadedFile("п.docx", content)}
    return client.post(reverse("documents:master_add"), data, follow=True)


def test_a_further_kind_is_a_title_a_place_and_a_file(lawyer: Client):
    content = shipped_file("confidentiality_undertaking").read_bytes()
    assert "Вид документа добавлен" in text_of(add_kind(lawyer, content))
    kind = WordMaster.objects.get(kind="pamyatka")
    assert kind not in WordMaster.objects.in_pack()
    waiting = MasterUpload.objects.get()
    lawyer.post(reverse("documents:master_accept", args=[waiting.pk]), {"seen": ""})
    assert kind in WordMaster.objects.in_pack()
    assert current_version("pamyatka").number == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number_mask": "{n}"}, "год"),
        ({"title": "Должностная инструкция"}, "Вид документа «Должностная инструкция» уже есть"),
    ],
)
def test_a_kind_that_makes_no_sense_is_not_added(lawyer: Client, changes, words: str):
    content = shipped_file("confidentiality_undertaking").read_bytes()
    assert words in text_of(add_kind(lawyer, content, **changes))
    assert WordMaster.objects.count() == 3


def test_a_kind_with_a_broken_file_is_not_added(lawyer: Client):
    assert "нужен документ Word" in text_of(add_kind(lawyer, b"%PDF"))
    assert WordMaster.objects.count() == 3


def test_a_first_file_that_is_taken_back_takes_its_kind_along(lawyer: Client):
    add_kind(lawyer, shipped_file("confidentiality_undertaking").read_bytes())
    lawyer.post(reverse("documents:master_discard", args=[MasterUpload.objects.get().pk]))
    assert WordMaster.objects.count() == 3


def test_a_kind_is_renamed(lawyer: Client):
    address = reverse("documents:master_edit", args=[KIND])
    changes = {"title": "Расписка", "signing_order": "2", "number_mask": "{n}/{yy}"}
    lawyer.post(address, {**changes, "operator_copies": "1"})
    kind = WordMaster.objects.get(kind=KIND)
    assert (kind.title, kind.number_mask, kind.in_hiring_pack) == ("Расписка", "{n}/{yy}", False)
    assert kind.operator_copies == 1
    (entry,) = AuditEntry.objects.filter(subject_kind="documents.wordmaster")
    assert "title" in entry.details["fields"]


def test_a_kind_is_put_before_the_contract(lawyer: Client):
    add_kind(lawyer, shipped_file(KIND).read_bytes(), signing_order="3")
    kinds = list(WordMaster.objects.values_list("kind", flat=True))
    assert kinds == ["job_description", KIND, "pamyatka", "employment_contract"]


def test_the_copy_of_the_contract_cannot_be_denied(lawyer: Client):
    address = reverse("documents:master_edit", args=["employment_contract"])
    changes = {"title": "Договор", "signing_order": "3", "number_mask": "{n}/{yy}"}
    answer = lawyer.post(address, {**changes, "operator_copies": "0"})
    assert "ст. 67 ТК РФ" in text_of(answer)


def test_a_kind_that_is_not_for_everybody_may_print_what_some_have(lawyer: Client):
    content = with_text(
        shipped_file(KIND).read_bytes(), "не распространяется", "до {{ договор.срок.окончание }}"
    )
    assert "остановит такой документ" in text_of(add_kind(lawyer, content))
    assert "этот документ не получит" in text_of(add_kind(lawyer, content, in_hiring_pack=""))


def test_the_pages_are_first_filled_with_somebody_whom_they_fit(lawyer: Client):
    text = "до {{ договор.срок.окончание }}"
    content = with_text(shipped_file(KIND).read_bytes(), "не распространяется", text)
    page = add_kind(lawyer, content, in_hiring_pack="")
    assert page.context["person"] == list(example_people()).index(FIXED_TERM)
    other = lawyer.get(page.request["PATH_INFO"], {"person": "0"})
    assert other.context["person"] == 0


def test_without_the_permission_there_is_no_page(desk: Client, officer: User):
    officer.groups.clear()
    assert desk.get(MASTERS).status_code == 403
    assert upload(desk, b"").status_code == 403


PLACEHOLDERS = reverse("documents:placeholders")


def test_the_vocabulary_is_found_by_name_meaning_or_example(lawyer: Client):
    text = text_of(lawyer.get(PLACEHOLDERS, {"q": "фамилия"}))
    assert "{{ работник.фамилия }}" in text
    assert "Орлова" in text
    assert "работник.дмс" not in text


def test_the_vocabulary_can_be_searched_from_its_page(lawyer: Client):
    assert 'name="q"' in lawyer.get(PLACEHOLDERS).content.decode()


def test_every_placeholder_can_be_copied(lawyer: Client):
    content = lawyer.get(PLACEHOLDERS).content.decode()
    assert 'data-copy="{%p if договор.срочный %}"' in content
    assert 'data-copy="{%p for пункт in инструкция.обязанности %}"' in content
    assert 'data-copy="{{ пункт.текст }}"' in content


def test_a_further_kind_is_issued_with_the_pack(lawyer: Client):
    hired = make_employment()
    make_every_local_act(hired.employer)
    add_kind(lawyer, shipped_file("confidentiality_undertaking").read_bytes())
    lawyer.post(reverse("documents:master_accept", args=[MasterUpload.objects.get().pk]))
    issued = issue_pack(employment=hired)
    assert [document.master.kind for document in issued][-1] == "pamyatka"
    assert issued[-1].number == "1/2026-П"


def accept(client: Client):
    client.post(reverse("documents:master_accept", args=[MasterUpload.objects.get().pk]))


def offered(field: Any) -> set[str]:
    return {master.kind for master in field.queryset.all()}


def of_every_pack(officer: User) -> set[str]:
    form = RunForm.of(Employment.objects.all(), user=officer)
    return {master.kind for master in form.initial["kinds"]}


def test_a_kind_that_waits_for_its_file_is_offered_nowhere(lawyer: Client, officer: User):
    add_kind(lawyer, shipped_file("confidentiality_undertaking").read_bytes())
    assert "pamyatka" not in offered(RunForm.base_fields["kinds"])
    assert "pamyatka" not in offered(IssueForm.base_fields["kinds"])
    assert "pamyatka" not in of_every_pack(officer)
    assert not [value for value, _ in missing_papers.choices() if "pamyatka" in value]
    accept(lawyer)
    assert "pamyatka" in of_every_pack(officer)
    assert [value for value, _ in missing_papers.choices() if "pamyatka" in value]


def test_a_kind_outside_the_pack_is_issued_when_it_is_chosen(
    lawyer: Client, officer: User, desk: Client
):
    hired = make_employment()
    make_every_local_act(hired.employer)
    content = shipped_file("confidentiality_undertaking").read_bytes()
    add_kind(lawyer, content, in_hiring_pack="")
    accept(lawyer)
    assert "pamyatka" in offered(RunForm.base_fields["kinds"])
    assert "pamyatka" not in of_every_pack(officer)
    desk.post(reverse("documents:issue", args=[hired.pk]), {"kinds": ["pamyatka"]})
    assert [document.master.kind for document in hired.documents.all()] == ["pamyatka"]


def test_a_file_of_another_kind_is_not_taken(lawyer: Client):
    answer = upload(lawyer, shipped_file("employment_contract").read_bytes())
    assert answer.status_code == 422
    assert "это похоже на другой вид документа, «Трудовой договор»" in text_of(answer)
    assert not MasterUpload.objects.exists()
