"""Addresses of the register."""

from django.urls import path

from hr_docs.documents.views import form_findings
from hr_docs.documents.views.decide import confirm, override
from hr_docs.documents.views.document import document
from hr_docs.documents.views.employments_export import employments_export
from hr_docs.documents.views.figures import figure_add, figure_withdraw, figures
from hr_docs.documents.views.file import file, preview
from hr_docs.documents.views.issue import issue
from hr_docs.documents.views.pack_check import pack_check
from hr_docs.documents.views.reasons import reasons
from hr_docs.documents.views.register import register
from hr_docs.documents.views.register_export import register_export
from hr_docs.documents.views.rules import rules
from hr_docs.documents.views.verify import verify
from hr_docs.documents.views.void import void

app_name = "documents"
urlpatterns = [
    path("documents/", register, name="register"),
    path("documents/export/", register_export, name="register_export"),
    path("documents/verify/", verify, name="verify"),
    path("documents/<uuid:pk>/", document, name="document"),
    path("documents/<uuid:pk>/void/", void, name="void"),
    path("documents/<uuid:pk>/preview/", preview, name="preview"),
    path("documents/<uuid:pk>/word/", file, {"file_format": "docx"}, name="word"),
    path("documents/<uuid:pk>/pdf/", file, {"file_format": "pdf"}, name="pdf"),
    path("employments/<int:pk>/issue/", issue, name="issue"),
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
    path("figures/", figures, name="figures"),
    path("figures/add/", figure_add, name="figure_add"),
    path("figures/<int:pk>/withdraw/", figure_withdraw, name="figure_withdraw"),
    path("rules/", rules, name="rules"),
]
