"""Intake as a Django app: payments made as expected are rows of a table."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "customerview.intake"
    label = "intake"
