"""Addresses of the register."""

from django.urls import path

from hr_docs.documents.views import form_findings, master_uploads, master_versions, masters
from hr_docs.documents.views.acquaintance import acquaintance
from hr_docs.documents.views.bundle import (
    bundle,
    bundle_file,
    bundle_progress,
    bundle_repeat,
)
from hr_docs.documents.views.calendar_years import year_add, year_withdraw
from hr_docs.documents.views.decide import confirm, override
from hr_docs.documents.views.desk import desk
from hr_docs.documents.views.document import document
from hr_docs.documents.views.employments_export import employments_export
from hr_docs.documents.views.figures import figure_add, figure_withdraw, figures
from hr_docs.documents.views.file import file, preview
from hr_docs.documents.views.issue import issue
from hr_docs.documents.views.list_findings import list_findings
from hr_docs.documents.views.mark import mark
from hr_docs.documents.views.mark_undo import mark_undo
from hr_docs.documents.views.mask_example import mask_example
from hr_docs.documents.views.masks import mask, mask_add, masks
from hr_docs.documents.views.pack_check import pack_check
from hr_docs.documents.views.placeholders import placeholders
from hr_docs.documents.views.printing import print_papers
from hr_docs.documents.views.reasons import reasons
from hr_docs.documents.views.register import register
from hr_docs.documents.views.register_export import register_export
from hr_docs.documents.views.rules import rules
from hr_docs.documents.views.run import run, run_progress
from hr_docs.documents.views.run_add import run_add
from hr_docs.documents.views.run_cancel import run_cancel, run_repeat
from hr_docs.documents.views.run_preview import run_preview
from hr_docs.documents.views.run_start import run_start
from hr_docs.documents.views.runs import run_documents, runs
from hr_docs.documents.views.scan import scan_add, scan_file, scan_withdraw
from hr_docs.documents.views.sign_many import sign_many
from hr_docs.documents.views.today import today
from hr_docs.documents.views.verify import verify
from hr_docs.documents.views.void import void
from hr_docs.documents.views.zip import zip_papers

app_name = "documents"
urlpatterns = [
    path("today/", today, name="today"),
    path("documents/", register, name="register"),
    path("documents/export/", register_export, name="register_export"),
    path("documents/verify/", verify, name="verify"),
    path("documents/<uuid:pk>/", document, name="document"),
    path("documents/<uuid:pk>/void/", void, name="void"),
    path("documents/<uuid:pk>/preview/", preview, name="preview"),
    path("documents/<uuid:pk>/word/", file, {"file_format": "docx"}, name="word"),
    path("documents/<uuid:pk>/pdf/", file, {"file_format": "pdf"}, name="pdf"),
    path("employments/<int:pk>/issue/", issue, name="issue"),
    path("operators/findings/", list_findings, name="list_findings"),
    path("operators/export/", employments_export, name="employments_export"),
    path("operators/add/findings/", form_findings.of_new, name="findings_of_new"),
    path(
        "operators/<int:pk>/employments/add/findings/",
        form_findings.of_another,
        name="findings_of_another",
    ),
    path(
        "employments/<int:pk>/edit/findings/",
        form_findings.of_changed,
        name="findings_of_changed",
    ),
    path("employments/<int:pk>/check/", pack_check, name="pack_check"),
    path("employments/<int:pk>/findings/confirm/", confirm, name="confirm"),
    path("employments/<int:pk>/findings/override/", override, name="override"),
    path("documents/<uuid:pk>/reasons/", reasons, name="reasons"),
    path("documents/print/", print_papers, name="print"),
    path("documents/zip/", zip_papers, name="zip"),
    path("documents/bundles/<uuid:pk>/", bundle, name="bundle"),
    path("documents/bundles/<uuid:pk>/progress/", bundle_progress, name="bundle_progress"),
    path("documents/bundles/<uuid:pk>/file/", bundle_file, name="bundle_file"),
    path("documents/bundles/<uuid:pk>/repeat/", bundle_repeat, name="bundle_repeat"),
    path("documents/sign/", sign_many, name="sign_many"),
    path("desk/", desk, name="desk"),
    path("documents/<uuid:pk>/mark/", mark, name="mark"),
    path("documents/marks/<int:pk>/undo/", mark_undo, name="mark_undo"),
    path("documents/<uuid:pk>/scans/add/", scan_add, name="scan_add"),
    path("documents/scans/<int:pk>/", scan_file, name="scan_file"),
    path("documents/scans/<int:pk>/withdraw/", scan_withdraw, name="scan_withdraw"),
    path("employments/<int:pk>/acquaintance/", acquaintance, name="acquaintance"),
    path("figures/", figures, name="figures"),
    path("figures/add/", figure_add, name="figure_add"),
    path("figures/<int:pk>/withdraw/", figure_withdraw, name="figure_withdraw"),
    path("figures/years/add/", year_add, name="year_add"),
    path("figures/years/<int:pk>/withdraw/", year_withdraw, name="year_withdraw"),
    path("number-masks/", masks, name="masks"),
    path("number-masks/add/", mask_add, name="mask_add"),
    path("number-masks/example/", mask_example, name="mask_example"),
    path("number-masks/<int:pk>/", mask, name="mask"),
    path("rules/", rules, name="rules"),
    path("masters/", masters.masters, name="masters"),
    path("masters/add/", masters.master_add, name="master_add"),
    path("masters/placeholders/", placeholders, name="placeholders"),
    path("masters/kinds/<slug:kind>/", masters.master, name="master"),
    path("masters/kinds/<slug:kind>/edit/", masters.master_edit, name="master_edit"),
    path("masters/kinds/<slug:kind>/upload/", master_uploads.upload, name="master_take_upload"),
    path(
        "masters/kinds/<slug:kind>/compare/<int:old>/<int:new>/",
        master_versions.compare,
        name="master_compare",
    ),
    path("masters/uploads/<int:pk>/", master_uploads.uploaded, name="master_upload"),
    path("masters/uploads/<int:pk>/accept/", master_uploads.accept, name="master_accept"),
    path("masters/uploads/<int:pk>/discard/", master_uploads.discard, name="master_discard"),
    path(
        "masters/uploads/<int:pk>/preview/",
        master_versions.upload_preview,
        name="master_upload_preview",
    ),
    path("masters/versions/<int:pk>/", master_versions.version, name="master_version"),
    path("masters/versions/<int:pk>/word/", master_versions.version_word, name="master_word"),
    path(
        "masters/versions/<int:pk>/preview/",
        master_versions.version_preview,
        name="master_preview",
    ),
    path("masters/versions/<int:pk>/restore/", master_versions.restore, name="master_restore"),
    path("runs/", runs, name="runs"),
    path("runs/add/", run_add, name="run_add"),
    path("runs/add/preview/", run_preview, name="run_preview"),
    path("runs/start/", run_start, name="run_start"),
    path("runs/<int:pk>/", run, name="run"),
    path("runs/<int:pk>/progress/", run_progress, name="run_progress"),
    path("runs/<int:pk>/cancel/", run_cancel, name="run_cancel"),
    path("runs/<int:pk>/repeat/", run_repeat, name="run_repeat"),
    path("runs/<int:pk>/documents/", run_documents, name="run_documents"),
]
