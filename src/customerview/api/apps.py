"""The API as a Django app: it keeps the clients that may use it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "customerview.api"
    label = "api"
