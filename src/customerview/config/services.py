"""What the whole service consists of, in the order it is started. Adding a part is one line here.

Each part is a `customerview` command that runs in a process of its own, given its ports and addresses in the environment.
"""

from __future__ import annotations

import os
from typing import NamedTuple
from uuid import UUID

from customerview.config.cluster import socket_folder
from customerview.config.home import home
from customerview.config.keys import notify_stand_in_key


class Service(NamedTuple):
    """A process that is kept running."""

    name: str
    command: tuple[str, ...]
    ready_at: str = ""
    """An address that answers 200 once the service can be used; without one, its health is told by another's."""


PREPARATIONS = [
    ("assets", "build"),
    ("db", "prepare"),
    ("population", "generate", "--customers", "{CUSTOMERS}", "--if-empty"),
]
"""What is done once before the services start, in this order. Each does nothing when there is nothing to do."""

SERVICES = [
    Service("signer", ("serve", "signer")),
    Service(
        "identity provider",
        ("serve", "identity-provider"),
        "http://localhost:{CUSTOMERVIEW_IDENTITY_PROVIDER_PORT}/.well-known/openid-configuration",
    ),
    Service("worker", ("serve", "worker")),
    Service("web", ("serve", "web"), "http://localhost:{PORT}/health"),
    Service("PIP stand-in", ("serve", "service-line", "PIP"), "http://localhost:{CUSTOMERVIEW_PIP_PORT}/state"),
    Service("Notify stand-in", ("serve", "notify-stand-in"), "http://localhost:{CUSTOMERVIEW_NOTIFY_PORT}/state"),
    Service("ESA stand-in", ("serve", "service-line", "ESA"), "http://localhost:{CUSTOMERVIEW_ESA_PORT}/state"),
    Service("stand-in of all other lines", ("serve", "service-line", "others"), "http://localhost:{CUSTOMERVIEW_OTHERS_PORT}/state"),
]


STAND_IN_TEMPLATES = ",".join(f"{name}={UUID(int=n)}" for n, name in enumerate(("email", "waiting_email", "waiting_text"), 1))
PORTS = 6
"""How many ports the service takes, from PORT on: the web, the identity provider, two stand-in lines, the stand-in for Notify, the other lines."""


def environment(port: int, customers: int) -> dict[str, str]:
    """The environment all parts share: ours, and where each finds the others."""
    own = {
        "PORT": str(port),
        "CUSTOMERS": str(customers),
        "CUSTOMERVIEW_HOME": str(home()),
        "CUSTOMERVIEW_BASE_URL": f"http://localhost:{port}",
        "CUSTOMERVIEW_IDENTITY_PROVIDER_PORT": str(port + 1),
        "CUSTOMERVIEW_ISSUER": f"http://localhost:{port + 1}",
        "CUSTOMERVIEW_PIP_PORT": str(port + 2),
        "CUSTOMERVIEW_ESA_PORT": str(port + 3),
        "CUSTOMERVIEW_NOTIFY_PORT": str(port + 4),
        "CUSTOMERVIEW_OTHERS_PORT": str(port + 5),
        "CUSTOMERVIEW_NOTIFY_URL": f"http://localhost:{port + 4}",
        "CUSTOMERVIEW_SECRET_NOTIFY_API_KEY": notify_stand_in_key(),
        "CUSTOMERVIEW_NOTIFY_TEMPLATES": STAND_IN_TEMPLATES,
        "CUSTOMERVIEW_SIGNER": str(socket_folder(home() / "signer") / "socket"),
        "CUSTOMERVIEW_MADE_UP": "1",
        "CUSTOMERVIEW_PERSONAS": str(home() / "personas.json"),
    }
    return own | {name: value for name, value in os.environ.items() if name not in own} | {"PYTHONUNBUFFERED": "1"}
