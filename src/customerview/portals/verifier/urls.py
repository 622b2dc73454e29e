"""Check a proof, under /check/. What is typed is sent in the body, never in an address."""

from django.urls import path

from . import scan, views

app_name = "verifier"
urlpatterns = [
    path("", views.check_a_proof, name="check"),
    path("scan/", scan.scan, name="scan"),
    path("scan/worker.js", scan.worker, name="scan_worker"),
]
