"""The application as `customerview serve web` runs it: each of the server's processes ends when the server is killed."""

from customerview.config.processes import die_with_parent
from customerview.config.wsgi import application

die_with_parent()

__all__ = ["application"]
