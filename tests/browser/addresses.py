"""Every page of the product with records on it: the list that the walks share.

A key is the name of an address; after « | » what makes this page of it another one.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from employees.models import Employment, SpreadsheetImport
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.storing import take_upload
from hr_docs.documents.bundles import order_bundle
from hr_docs.documents.bundles.options import PrintOptions
from hr_docs.documents.issuing.packs import issue_pack, void_document
from hr_docs.documents.legal.reference import enter_figure
from hr_docs.documents.masters.versions import current_version
from hr_docs.documents.models import (
    Document,
    MasterUpload,
    MasterVersion,
    NumberMask,
    Run,
    SigningMark,
)
from hr_docs.documents.scans import add_scan
from tests.documents.test_scans import picture
from tests.documents.word_changes import with_text
from tests.employees.conftest import good_row
from tests.factories import make_employment, make_local_act

KIND = "confidentiality_undertaking"
LISTS = """
employees:employments employees:employment_add employees:imports employees:import_add
employees:employers employees:employer_add employees:signatories employees:signatory_add
employees:sites employees:site_add employees:local_acts employees:local_act_add
job_descriptions:positions job_descriptions:position_add job_descriptions:tiers
job_descriptions:tier_add job_descriptions:editions job_descriptions:edition_add
documents:today documents:register documents:verify documents:desk documents:figures
documents:figure_add documents:year_add documents:masks documents:mask_add documents:masters
documents:master_add documents:runs
administration:users administration:user_add administration:audit_log
mfa_index account_change_password account_reauthenticate account_inactive account_logout
"""
#: Addresses that show nothing of their own: fragments of a page, files, and what is only sent to.
NO_PAGES = {
    *("home", "set_language", "health"),
    *("employees:similar", "employees:import_progress", "documents:list_findings"),
    *("documents:findings_of_new", "documents:findings_of_another"),
    *("documents:findings_of_changed", "documents:bundle_progress", "documents:mask_example"),
    *("documents:run_preview", "documents:run_progress"),
    *("employees:import_sample", "employees:import_bad_rows", "documents:register_export"),
    *("documents:preview", "documents:word", "documents:pdf", "documents:employments_export"),
    *("documents:bundle_file", "documents:scan_file", "documents:master_upload_preview"),
    *("documents:master_word", "documents:master_preview", "administration:audit_export"),
    "mfa_download_recovery_codes",
    *("employees:import_ticks", "employees:import_confirm", "employees:import_abandon"),
    *("employees:employer_delete", "employees:signatory_delete", "employees:site_delete"),
    *("employees:localact_delete", "job_descriptions:position_delete", "documents:issue"),
    *("documents:confirm", "documents:override", "documents:bundle_repeat", "documents:scan_add"),
    *("documents:figure_withdraw", "documents:year_withdraw", "documents:master_take_upload"),
    *("documents:master_accept", "documents:master_discard", "documents:master_restore"),
    *("documents:run_start", "documents:run_cancel", "documents:run_repeat"),
    *("administration:user_second_factor", "administration:user_unlock"),
}
#: Steps that need something to have gone before: tests of their own look at them.
STEPS = {
    *("account_login", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp"),
    *("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
    "administration:user_password",
}


def every_page(employment: Employment, officer: User) -> dict[str, str]:
    """Fill the database around a whole hire; the pages of everything by name."""
    enter_figure(amount=Decimal("29000"), since=date(2027, 1, 1), source="№ 1-ФЗ", author=officer)
    contract = issue_pack(employment=employment, issued_by=officer)[-1]
    issue_pack(employment=employment, issued_by=officer)
    void_document(document=_in_force(), reason="Опечатка", voided_by=officer)
    foreigner = make_employment(
        remote=True, operator__citizenship="UZ", employer=employment.employer
    )
    return {
        **{name: reverse(name) for name in LISTS.split()},
        "employees:employments | nothing found": reverse("employees:employments") + "?q=нет",
        # Searched, for they are long: axe needs a minute for the eight thousand nodes of the rules.
        "documents:rules": reverse("documents:rules") + "?q=70",
        "documents:placeholders": reverse("documents:placeholders") + "?q=фио",
        "missing": "/nowhere/",
        **_people(employment, foreigner),
        **_reference(employment, officer),
        **_imports(employment, officer),
        **_documents(contract),
        **_signing(officer),
        **_masters(officer),
        **_runs(employment, officer),
    }


def _in_force() -> Document:
    return Document.objects.filter(status="issued")[0]


def _people(employment: Employment, foreigner: Employment) -> dict[str, str]:
    pages: dict[str, list[object]] = {
        "employees:employment": [employment.pk],
        "employees:employment | foreigner": [foreigner.pk],
        "employees:employment_edit": [employment.pk],
        "employees:employment_edit | foreigner": [foreigner.pk],
        "employees:employment_again": [employment.operator_id],
        "employees:employment_history": [employment.pk],
        "documents:pack_check": [employment.pk],
        "documents:pack_check | foreigner": [foreigner.pk],
    }
    return _addresses(pages)


def _reference(employment: Employment, officer: User) -> dict[str, str]:
    mask = NumberMask.objects.create(
        employer=employment.employer, master=_in_force().master, mask="{n:03}/{yyyy}"
    )
    act = make_local_act(
        employer=employment.employer, kind="other", title="Положение о наставниках"
    )
    site = employment.site
    assert site is not None
    site.name = "площадка «Пенза-2»"
    site.save()
    pages: dict[str, list[object]] = {
        "employees:employer": [employment.employer_id],
        "employees:signatory": [employment.signatory_id],
        "employees:site": [site.pk],
        "employees:local_act": [act.pk],
        "job_descriptions:position": [employment.position_id],
        "job_descriptions:tier": [employment.tier_id],
        "job_descriptions:edition": [employment.job_description_id],
        "job_descriptions:edition_next": [employment.job_description_id],
        "documents:mask": [mask.pk],
        "administration:user": [officer.pk],
    }
    return _addresses(pages)


def _imports(employment: Employment, officer: User) -> dict[str, str]:
    """An import that waits for its choice, with a bad row; one that is written."""
    rows = [good_row(801), good_row(802, **{"Дата рождения": "вчера"})]
    book = Workbook()
    for cells in (list(rows[0]), *(list(row.values()) for row in rows)):
        book.active.append(cells)
    content = io.BytesIO()
    book.save(content)
    file = SimpleUploadedFile("группа.xlsx", content.getvalue())
    waiting = take_upload(file=file, user=officer, form_key=SpreadsheetImport().form_key)
    check_import(waiting.pk)
    written = SpreadsheetImport.objects.create(
        name="прежняя.xlsx",
        size=1,
        sha256="0" * 64,
        user=officer,
        confirmed_by=officer,
        status="written",
        choice="all",
        written_at=waiting.uploaded_at,
    )
    pages: dict[str, list[object]] = {
        "employees:import": [waiting.pk],
        "employees:import | written": [written.pk],
        "employees:import_undo": [written.pk],
    }
    return _addresses(pages)


def _documents(superseded: Document) -> dict[str, str]:
    voided, current = Document.objects.get(status="voided"), _in_force()
    pages: dict[str, list[object]] = {
        "documents:document": [current.pk],
        "documents:document | superseded": [superseded.pk],
        "documents:document | voided": [voided.pk],
        "documents:reasons": [current.pk],
        "documents:void": [current.pk],
    }
    return _addresses(pages)


def _signing(officer: User) -> dict[str, str]:
    """Pages of one paper that was handed out and scanned, of printing and of the ZIP."""
    paper = _in_force()
    mark = SigningMark.objects.create(
        document=paper, step="handed_out", on=paper.dated, entered_by=officer
    )
    file = SimpleUploadedFile("скан.png", picture("PNG"))
    scan = add_scan(document=paper, file=file, uploaded_by=officer)
    rows, options = Document.objects.filter(pk=paper.pk), PrintOptions(separators=True)
    bundle = order_bundle(documents=rows, options=options, made_by=officer)
    chosen = f"?chosen={paper.employment_id}"
    pages: dict[str, list[object]] = {
        "documents:mark": [paper.pk],
        "documents:mark_undo": [mark.pk],
        "documents:scan_withdraw": [scan.pk],
        "documents:acquaintance": [paper.employment_id],
        "documents:bundle": [bundle.pk],
    }
    return _addresses(pages) | {
        "documents:sign_many": reverse("documents:sign_many") + chosen,
        "documents:sign_many | nobody": reverse("documents:sign_many"),
        "documents:print": reverse("documents:print") + chosen,
        "documents:print | one": reverse("documents:print") + f"?document={paper.pk}",
        "documents:zip": reverse("documents:zip") + chosen,
    }


def _masters(officer: User) -> dict[str, str]:
    """A second version of a shipped template, and a third one that waits."""
    first = current_version(KIND)
    content = with_text(bytes(first.content), "не распространяется", "не относится")
    file = {"content": content, "sha256": hashlib.sha256(content).hexdigest(), "note": "раздел 2"}
    second = MasterVersion.objects.create(
        master=first.master, number=2, uploaded_by=officer, **file
    )
    upload = MasterUpload.objects.create(master=first.master, uploaded_by=officer, **file)
    pages: dict[str, list[object]] = {
        "documents:master": [KIND],
        "documents:master_edit": [KIND],
        "documents:master_compare": [KIND, first.number, second.number],
        "documents:master_version": [second.pk],
        "documents:master_upload": [upload.pk],
    }
    return _addresses(pages)


def _runs(employment: Employment, officer: User) -> dict[str, str]:
    run = Run.objects.create(started_by=officer)
    run.employers.add(employment.employer)
    query = {"chosen": employment.pk}
    return _addresses({"documents:run": [run.pk], "documents:run_documents": [run.pk]}) | {
        "documents:run_add": reverse("documents:run_add", query=query)
    }


def _addresses(pages: Mapping[str, Sequence[object]]) -> dict[str, str]:
    return {
        name: reverse(name.partition(" | ")[0], args=arguments) for name, arguments in pages.items()
    }
