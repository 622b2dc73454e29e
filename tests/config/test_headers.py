"""What every answer carries, and what settings deny unless told otherwise."""

import pytest
from django.conf import settings


@pytest.fixture
def answer(client):
    return client.get("/no-such-page")


def test_only_our_own_files_may_be_loaded_and_nothing_inline(answer):
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ],
)
def test_every_answer_carries(answer, name, value):
    assert answer[name] == value


def test_another_hosts_name_is_refused(client):
    assert client.get("/no-such-page", headers={"Host": "elsewhere.example"}).status_code == 400


def test_errors_show_nothing_of_what_is_inside():
    assert settings.DEBUG is False


def test_the_secret_is_this_installations_own():
    from customerview.config.home import secret

    assert secret("signing_key") == settings.SECRET_KEY
    assert len(settings.SECRET_KEY) >= 64


def test_cookies_are_out_of_reach_of_scripts():
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
