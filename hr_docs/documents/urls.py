"""Addresses of the register."""

from django.urls import path

from hr_docs.documents.views import form_findings
from hr_docs.documents.views.acquaintance import acquaintance
from hr_docs.documents.views.bundle import (
    bundle,
    bundle_file,
    bundle_progress,
    bundle_repeat,
)
from hr_docs.documents.views.decide import confirm, override
from hr_docs.documents.views.desk import desk
from hr_docs.documents.views.document import document
from hr_docs.documents.views.figures import figure_add, figure_withdraw, figures
from hr_docs.documents.views.file import file, preview
from hr_docs.documents.views.issue import issue
from hr_docs.documents.views.mark import mark
from hr_docs.documents.views.mark_undo import mark_undo
from hr_docs.documents.views.pack_check import pack_check
from hr_docs.documents.views.printing import print_papers
from hr_docs.documents.views.reasons import reasons
from hr_docs.documents.views.register import register
from hr_docs.documents.views.rules import rules
from hr_docs.documents.views.scan import scan_add, scan_file, scan_withdraw
from hr_docs.documents.views.sign_many import sign_many
from hr_docs.documents.views.verify import verify
from hr_docs.documents.views.void import void
from hr_docs.documents.views.zip import zip_papers

app_name = "documents"
urlpatterns = [
    path("documents/", register, name="register"),
    path("documents/verify/", verify, name="verify"),
    path("documents/<uuid:pk>/", document, name="document"),
    path("documents/<uuid:pk>/void/", void, name="void"),
    path("documents/<uuid:pk>/preview/", preview, name="preview"),
    path("documents/<uuid:pk>/word/", file, {"file_format": "docx"}, name="word"),
    path("documents/<uuid:pk>/pdf/", file, {"file_format": "pdf"}, name="pdf"),
    path("employments/<int:pk>/issue/", issue, name="issue"),
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
    path("rules/", rules, name="rules"),
]
