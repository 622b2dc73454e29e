"""Check a proof, under /check/. What is typed is sent in the body, never in an address."""

from django.urls import path, re_path

from . import credential, scan, status, views

app_name = "verifier"
urlpatterns = [
    path("", views.check_a_proof, name="check"),
    path("credential/", credential.check, name="credential"),
    path("scan/", scan.scan, name="scan"),
    re_path(r"^status/(?P<place>20[2-9]\d-(?:0[1-9]|1[0-2]))$", status.status, name="status"),
    path("scan/worker.js", scan.worker, name="scan_worker"),
]
