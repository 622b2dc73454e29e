"""Organisations as a Django app: its tables are made by migrations."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "customerview.organisations"
    label = "organisations"
