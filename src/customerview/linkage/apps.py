"""Linkage as a Django app: its index of people is made by a migration."""

from django.apps import AppConfig


class LinkageConfig(AppConfig):
    name = "customerview.linkage"
    label = "linkage"
