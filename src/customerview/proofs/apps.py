"""Proofs as a Django app: the codes that open one are kept in a table made by a migration."""

from django.apps import AppConfig


class ProofsConfig(AppConfig):
    name = "customerview.proofs"
    label = "proofs"
