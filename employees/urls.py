"""Addresses of operators, employments and the employer's reference records.

The list of operators shows findings, which this app does not know: `hr_docs.urls` adds it.
"""

from django.urls import path

from employees.views.employers import employer, employer_add, employers
from employees.views.employment import employment
from employees.views.employment_add import employment_add
from employees.views.employment_again import employment_again
from employees.views.employment_edit import employment_edit
from employees.views.employment_history import employment_history
from employees.views.import_abandon import import_abandon
from employees.views.import_add import import_add
from employees.views.import_bad_rows import import_bad_rows
from employees.views.import_confirm import import_confirm
from employees.views.import_page import import_page
from employees.views.import_progress import import_progress
from employees.views.import_sample import import_sample
from employees.views.import_ticks import import_ticks
from employees.views.import_undo import import_undo
from employees.views.imports import imports
from employees.views.local_acts import local_act, local_act_add, local_acts
from employees.views.reference_delete import (
    employer_delete,
    local_act_delete,
    signatory_delete,
    site_delete,
)
from employees.views.signatories import signatories, signatory, signatory_add
from employees.views.similar import similar
from employees.views.sites import site, site_add, sites

app_name = "employees"
urlpatterns = [
    path("operators/add/", employment_add, name="employment_add"),
    path("operators/similar/", similar, name="similar"),
    path("operators/<int:pk>/employments/add/", employment_again, name="employment_again"),
    path("employments/<int:pk>/", employment, name="employment"),
    path("employments/<int:pk>/edit/", employment_edit, name="employment_edit"),
    path("employments/<int:pk>/history/", employment_history, name="employment_history"),
    path("imports/", imports, name="imports"),
    path("imports/add/", import_add, name="import_add"),
    path("imports/sample/", import_sample, name="import_sample"),
    path("imports/<int:pk>/", import_page, name="import"),
    path("imports/<int:pk>/progress/", import_progress, name="import_progress"),
    path("imports/<int:pk>/ticks/", import_ticks, name="import_ticks"),
    path("imports/<int:pk>/confirm/", import_confirm, name="import_confirm"),
    path("imports/<int:pk>/abandon/", import_abandon, name="import_abandon"),
    path("imports/<int:pk>/bad-rows/", import_bad_rows, name="import_bad_rows"),
    path("imports/<int:pk>/undo/", import_undo, name="import_undo"),
    path("employers/", employers, name="employers"),
    path("employers/add/", employer_add, name="employer_add"),
    path("employers/<int:pk>/", employer, name="employer"),
    path("employers/<int:pk>/delete/", employer_delete, name="employer_delete"),
    path("signatories/<int:pk>/delete/", signatory_delete, name="signatory_delete"),
    path("sites/<int:pk>/delete/", site_delete, name="site_delete"),
    path("local-acts/<int:pk>/delete/", local_act_delete, name="localact_delete"),
    path("signatories/", signatories, name="signatories"),
    path("signatories/add/", signatory_add, name="signatory_add"),
    path("signatories/<int:pk>/", signatory, name="signatory"),
    path("sites/", sites, name="sites"),
    path("sites/add/", site_add, name="site_add"),
    path("sites/<int:pk>/", site, name="site"),
    path("local-acts/", local_acts, name="local_acts"),
    path("local-acts/add/", local_act_add, name="local_act_add"),
    path("local-acts/<int:pk>/", local_act, name="local_act"),
]
