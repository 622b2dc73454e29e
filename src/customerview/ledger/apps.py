"""The ledger as a Django app, so that its tables are made by migrations."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "customerview.ledger"
    label = "ledger"
