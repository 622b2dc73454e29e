"""Set Django up, for commands: with the database login that their work needs, and only when they run, so that help is instant."""

from __future__ import annotations

import os


def set_up_django(login: str | None = None) -> None:
    """Call it before importing what needs settings or the database."""
    if login:
        os.environ["CUSTOMERVIEW_LOGIN"] = login
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customerview.config.settings")
    import django

    django.setup()
