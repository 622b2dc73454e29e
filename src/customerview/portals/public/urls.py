"""The public pages."""

from django.conf import settings
from django.urls import path

from . import views

urlpatterns = [path("", views.start, name="start")]

if settings.MADE_UP:
    urlpatterns.append(path("demo", views.demo, name="demo"))
