"""Performance as a Django app: the counts are a table made by a migration."""

from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    name = "customerview.performance"
    label = "performance"
