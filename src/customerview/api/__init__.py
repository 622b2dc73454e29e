"""The same actions and records as an API for other systems, and the feed of facts. Thin: everything is done by `perform`.

Nothing about any one action is written here: operations, schemas and checks come from the catalogue of declarations.
"""

from .clients import Client, WrongClient
from .clients import create as create_client
from .clients import proved as proved_client

__all__ = ["Client", "WrongClient", "create_client", "proved_client"]
