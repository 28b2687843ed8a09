"""Addresses of positions, tiers and job descriptions."""

from django.urls import path

from job_descriptions.views.editions import edition, edition_add, edition_next, editions
from job_descriptions.views.position_delete import position_delete
from job_descriptions.views.positions import position, position_add, positions
from job_descriptions.views.tiers import tier, tier_add, tiers

app_name = "job_descriptions"
urlpatterns = [
    path("positions/<int:pk>/delete/", position_delete, name="position_delete"),
    path("positions/", positions, name="positions"),
    path("positions/add/", position_add, name="position_add"),
    path("positions/<int:pk>/", position, name="position"),
    path("tiers/", tiers, name="tiers"),
    path("tiers/add/", tier_add, name="tier_add"),
    path("tiers/<int:pk>/", tier, name="tier"),
    path("job-descriptions/", editions, name="editions"),
    path("job-descriptions/add/", edition_add, name="edition_add"),
    path("job-descriptions/<int:pk>/", edition, name="edition"),
    path("job-descriptions/<int:pk>/next/", edition_next, name="edition_next"),
]
