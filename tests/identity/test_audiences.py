"""Every route says for whom it is, and lets nobody else in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from customerview.identity import AUDIENCES, audience, audience_of
from customerview.identity.middleware import SignedIn


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, address)
        else:
            yield address, one


ALL = dict(routes(get_resolver()))


@pytest.mark.parametrize("address", sorted(ALL))
def test_every_route_states_its_audience(address):
    stated = audience_of(ALL[address].callback)
    assert stated, f"{address} states no audience: nobody can use it"
    assert set(stated) <= AUDIENCES.keys()


def test_the_pages_of_customers_and_of_colleagues_are_for_nobody_else():
    """By their address too: what stands under /account and /staff."""
    for address, route in ALL.items():
        if address.startswith("account/"):
            assert set(audience_of(route.callback)) <= {"customer", "representative"}, address
        if address.startswith("staff/"):
            assert audience_of(route.callback) == ("colleague",), address


def test_a_view_without_an_audience_is_refused():
    request = RequestFactory().get("/somewhere")
    request.resolver_match = None
    with pytest.raises(PermissionDenied):
        SignedIn(lambda r: HttpResponse()).process_view(request, lambda r: HttpResponse("secret"), (), {})


def test_an_audience_that_does_not_exist_is_a_mistake():
    with pytest.raises(ValueError, match="not everybody"):
        audience("everybody")
