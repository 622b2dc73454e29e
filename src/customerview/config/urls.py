"""Which door leads where. A portal adds itself by one line."""

from django.urls import include, path

from customerview.config.health import health
from customerview.identity import audience

DOORS = [
    ("", "customerview.portals.layout.urls"),
    ("", "customerview.portals.public.urls"),
    ("account/", "customerview.portals.customer.urls"),
    ("staff/", "customerview.portals.colleague.urls"),
    ("check/", "customerview.portals.verifier.urls"),
    ("organisations/", "customerview.portals.organisation.urls"),
    (".well-known/", "customerview.portals.verifier.well_known"),
    ("sign-in/", "customerview.identity.urls"),
    ("", "customerview.api.urls"),
]


urlpatterns = [
    path("health", audience("public")(health), name="health"),
    *(path(prefix, include(module)) for prefix, module in DOORS),
]

handler400 = "customerview.portals.layout.errors.bad_request"
handler403 = "customerview.portals.layout.errors.forbidden"
handler404 = "customerview.portals.layout.errors.not_found"
handler500 = "customerview.portals.layout.errors.fault"
