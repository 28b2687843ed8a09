"""Addresses of operators, employments and the employer's reference records."""

from django.urls import path

from employees.views.employments import employments

app_name = "employees"
urlpatterns = [
    path("operators/", employments, name="employments"),
]
