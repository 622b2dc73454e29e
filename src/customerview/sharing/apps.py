"""Sharing as a Django app: subscriptions and deliveries are tables."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "customerview.sharing"
    label = "sharing"
