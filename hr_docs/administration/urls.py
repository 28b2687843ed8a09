"""Addresses of users and of the audit log."""

from django.urls import path

from hr_docs.administration.views.audit_log import audit_export, audit_log
from hr_docs.administration.views.user_security import (
    user_password,
    user_second_factor,
    user_unlock,
)
from hr_docs.administration.views.users import user, user_add, users

app_name = "administration"
urlpatterns = [
    path("users/", users, name="users"),
    path("users/add/", user_add, name="user_add"),
    path("users/<int:pk>/", user, name="user"),
    path("users/<int:pk>/password/", user_password, name="user_password"),
    path("users/<int:pk>/second-factor/", user_second_factor, name="user_second_factor"),
    path("users/<int:pk>/unlock/", user_unlock, name="user_unlock"),
    path("audit/", audit_log, name="audit_log"),
    path("audit/export/", audit_export, name="audit_export"),
]
