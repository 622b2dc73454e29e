"""The public pages."""

from django.conf import settings
from django.urls import path

from . import about, performance, prove, views

urlpatterns = [
    path("", views.start, name="start"),
    path("prove-benefit", prove.start, name="prove_start"),
    path("performance/proof-of-benefit", performance.proof_of_benefit, name="proof_performance"),
    path("help", about.about_help, name="about_help"),
    path("privacy", about.about_privacy, name="about_privacy"),
    path("cookies", about.about_cookies, name="about_cookies"),
    path("accessibility", about.about_accessibility, name="about_accessibility"),
]

if settings.MADE_UP:
    urlpatterns.append(path("demo", views.demo, name="demo"))
