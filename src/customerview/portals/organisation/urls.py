"""Organisations, under /organisations/. The code an organisation is known by is sent in the body, never in an address."""

from django.urls import path

from . import views

app_name = "organisation"
urlpatterns = [
    path("", views.sign_up, name="sign_up"),
    path("status", views.status, name="status"),
]
