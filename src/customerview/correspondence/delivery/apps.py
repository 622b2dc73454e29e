"""Delivery as a Django app: letters on their way are rows of a table."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "customerview.correspondence.delivery"
    label = "delivery"
