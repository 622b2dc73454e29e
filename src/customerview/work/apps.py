"""The work room as a Django app, so that its tables are made by migrations."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "customerview.work"
    label = "work"
