"""The same actions and records as an API for other systems, and the feed of facts. Thin: everything is done by `perform`.

Nothing about any one action is written here: operations, schemas and checks come from the catalogue of declarations.
"""

from .clients import Client, WrongClient
from .clients import create as create_client
from .clients import proved as proved_client


def openapi_text() -> str:
    """The OpenAPI document, as it is kept in docs/reference/openapi.json."""
    from .openapi import as_text  # imported when it is asked for: it needs the web framework

    return as_text()


__all__ = ["Client", "WrongClient", "create_client", "openapi_text", "proved_client"]
