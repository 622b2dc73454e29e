"""Which door leads where. A portal that is not built yet is left out, not faked."""

from importlib.util import find_spec

from django.urls import include, path

from customerview.config.health import health
from customerview.identity import audience

DOORS = [
    ("", "customerview.portals.layout.urls"),
    ("", "customerview.portals.public.urls"),
    ("account/", "customerview.portals.customer.urls"),
    ("staff/", "customerview.portals.colleague.urls"),
    ("organisations/", "customerview.portals.compensator.urls"),
    ("check/", "customerview.portals.verifier.urls"),
    ("sign-in/", "customerview.identity.urls"),
    ("", "customerview.api.urls"),
]


def is_built(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns = [
    path("health", audience("public")(health), name="health"),
    *(path(prefix, include(module)) for prefix, module in DOORS if is_built(module)),
]

handler400 = "customerview.portals.layout.errors.bad_request"
handler403 = "customerview.portals.layout.errors.forbidden"
handler404 = "customerview.portals.layout.errors.not_found"
handler500 = "customerview.portals.layout.errors.fault"
