"""Composition of addresses; nothing else."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from employees import urls as employees
from hr_docs.documents.views.employments import employments
from hr_docs.health import health

operators = [path("operators/", employments, name="employments"), *employees.urlpatterns]
urlpatterns = [
    path("", include("hr_docs.access.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include((operators, employees.app_name))),
    path("", include("job_descriptions.urls")),
    path("", include("hr_docs.documents.urls")),
    path("", include("hr_docs.administration.urls")),
    path("healthz", health, name="health"),
    path("admin/", admin.site.urls),
]
