"""Somebody signs out at the provider: their sessions here end at once, and by nothing but a token that says so."""

from __future__ import annotations

import time
from uuid import uuid4

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from customerview.config.keys import COLLEAGUES, CUSTOMERS, signing_key
from tests.identity.test_signing_in import choose, give_number

pytestmark = pytest.mark.journey
EVENT = {"http://schemas.openid.net/event/backchannel-logout": {}}
RHIAN = "urn:fdc:gov.uk:2022:test-customer"


@pytest.fixture
def signed_in(page, people):
    """Rhian, in her account."""
    people.register()
    page.goto("/account/")
    choose(page, "Rhian Morgan")
    if "/match" in page.url:
        give_number(page, "QQ123456C")
    page.wait_for_url("**/account/")
    return page


def is_in(page) -> bool:
    page.goto("/account/")
    return page.url.endswith("/account/")


def in_reach(people) -> int:
    """How many customers' sessions the database would let read anything."""
    with people.database.connect("migrator") as db:
        return db.execute("SELECT count(*) FROM access WHERE kind = 'customer'").fetchone()[0]


@pytest.fixture
def tell(service, identity_provider):
    """tell(…): what we answer to a logout token that says this, signed as the provider signs."""

    def tell(key=None, typ="logout+jwt", **changes) -> int:
        key, now = key or signing_key("identity_provider"), int(time.time())
        claims = {"iss": identity_provider.issuer, "aud": CUSTOMERS, "iat": now, "exp": now + 120, "jti": str(uuid4()), "sub": RHIAN,
                  "events": EVENT} | changes  # fmt: skip
        token = jwt.encode({"alg": "ES256", "kid": key.kid, "typ": typ}, {k: v for k, v in claims.items() if v is not None}, key)
        return httpx.post(f"{service.url}/sign-in/ended", data={"logout_token": token}, trust_env=False).status_code

    return tell


def test_signing_out_at_the_provider_signs_out_here_and_shuts_what_was_in_reach(signed_in, people, identity_provider):
    assert in_reach(people) == 1
    signed_in.goto(f"{identity_provider.issuer}/session/end")
    signed_in.get_by_role("button", name="Sign out").click()
    signed_in.get_by_role("heading", name="You have signed out").wait_for()
    assert in_reach(people) == 0
    assert people.asked("SELECT count(*) FROM signed_in_at")[0][0] == 0
    assert not is_in(signed_in)


def test_one_session_ends_when_it_is_named_and_else_all_of_a_person(signed_in, browser, service, people, tell):
    elsewhere = browser.new_context(base_url=service.url).new_page()
    elsewhere.goto("/account/")
    choose(elsewhere, "Rhian Morgan")
    elsewhere.wait_for_url("**/account/")
    assert tell(sid="no-session-of-hers") == 200
    assert is_in(signed_in) and is_in(elsewhere)
    assert tell(sub="somebody-else") == 200
    assert is_in(signed_in)
    assert tell() == 200
    assert not is_in(signed_in) and not is_in(elsewhere)
    elsewhere.context.close()


def test_a_hostile_token_ends_nothing(signed_in, tell, service):
    stranger = ECKey.generate_key("P-256", {"kid": "stranger", "use": "sig"}, private=True)
    pretending = ECKey.import_key(stranger.as_dict(private=True) | {"kid": signing_key("identity_provider").kid})
    hostile = [
        {"key": stranger}, {"key": pretending}, {"iss": "https://else.example"}, {"aud": "another"}, {"aud": None}, {"exp": 1}, {"exp": None},
        {"iat": 99_999_999_999}, {"iat": int(time.time()) - 400}, {"iat": None}, {"nonce": "n"}, {"events": None}, {"events": {}},
        {"events": "http://schemas.openid.net/event/backchannel-logout"}, {"jti": None}, {"sub": None}, {"sub": ["a"]}, {"typ": "at+jwt"},
    ]  # fmt: skip
    assert {str(change): tell(**change) for change in hostile} == {str(change): 400 for change in hostile}
    for bad in ("", "no.such.thing", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.", "x" * 50_000):
        assert httpx.post(f"{service.url}/sign-in/ended", data={"logout_token": bad}, trust_env=False).status_code == 400
    assert httpx.get(f"{service.url}/sign-in/ended", trust_env=False).status_code == 405
    assert tell(aud=COLLEAGUES) == 200  # for another client of ours: nothing of hers
    assert is_in(signed_in)
    token = {"jti": "told-once", "sub": "nobody-here"}
    assert [tell(**token), tell(**token)] == [200, 400]


def test_whoever_works_for_an_organisation_is_signed_out_too(page, service, own_town, tell):
    from customerview.config.keys import ORGANISATIONS

    page.goto("/organisations/desk/")
    choose(page, "Pat Example")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name=own_town.known().name).wait_for()
    assert tell(sub="test-council-1") == 200  # said for another client: hers stays
    assert page.goto("/organisations/desk/").url.endswith("/desk/")
    assert tell(sub="test-council-1", aud=ORGANISATIONS) == 200
    page.goto("/organisations/desk/")
    assert "/organisations/desk" not in page.url


@pytest.fixture
def own_town(database):
    from tests.portals.organisation.test_organisation import Town

    town = Town(database)
    town.verify()
    return town
