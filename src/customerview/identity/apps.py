"""Identity as a Django app: it keeps the tries at being matched, so that nobody can try without end."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "customerview.identity"
    label = "identity"
