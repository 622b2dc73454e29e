"""Check a proof, under /check/. What is typed is sent in the body, never in an address."""

from django.urls import path

from . import views

app_name = "verifier"
urlpatterns = [path("", views.check_a_proof, name="check")]
