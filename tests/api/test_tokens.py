"""Who may use the API: OAuth 2.0 client credentials."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from customerview.api.clients import WrongClient, create, revoke


def test_a_client_gets_a_short_lived_token_and_uses_it(desk):
    client, secret = desk.client("agent", team="pip.case")
    answer = desk.ask_for_token(client.id, secret)
    told = answer.json()
    assert answer.status_code == 200 and told["token_type"] == "Bearer" and told["expires_in"] <= 3600
    assert answer["Cache-Control"] == "no-store"
    assert desk.get("actions", told["access_token"]).status_code == 200


def test_credentials_may_come_in_the_form(desk):
    client, secret = desk.client("agent")
    answer = desk.http.post("/oauth/token", {"grant_type": "client_credentials", "client_id": client.id, "client_secret": secret})
    assert answer.status_code == 400  # multipart is not what the protocol says
    sent = f"grant_type=client_credentials&client_id={client.id}&client_secret={secret}"
    assert desk.http.post("/oauth/token", sent, content_type="application/x-www-form-urlencoded").status_code == 200


@pytest.mark.parametrize(
    ("id", "secret"), [("", ""), ("nobody", "x"), ("a" * 5000, "x"), ("nobody", "x" * 3000), ("\x00", "x"), ("ŵ", "ŵ")]
)
def test_whoever_is_not_known_gets_none(desk, id, secret):
    answer = desk.ask_for_token(id, secret)
    assert answer.status_code in (401, 413)
    assert answer.status_code == 413 or answer.json()["error"] == "invalid_client"


def test_a_wrong_secret_is_refused(desk):
    client, _ = desk.client("agent")
    assert desk.ask_for_token(client.id, "not the secret").status_code == 401


def test_only_this_grant_and_these_scopes(desk):
    client, secret = desk.client("agent")
    assert desk.ask_for_token(client.id, secret, grant_type="password").json()["error"] == "unsupported_grant_type"
    assert desk.ask_for_token(client.id, secret, scope="everything").json()["error"] == "invalid_scope"


def test_a_token_does_only_what_it_was_given_for(desk):
    client, secret = desk.client("agent")
    for scope, good, bad in (("records", "actions", "facts"), ("feed", "facts", "actions")):
        token = desk.ask_for_token(client.id, secret, scope=scope).json()["access_token"]
        assert desk.get(good, token).status_code == 200
        refused = desk.get(bad, token)
        assert refused.status_code == 403 and "insufficient_scope" in refused["WWW-Authenticate"]


def test_a_revoked_client_is_refused_at_once(desk):
    client, secret = desk.client("agent")
    token = desk.ask_for_token(client.id, secret).json()["access_token"]
    with desk.database.connect("migrator", autocommit=True) as db:
        assert revoke(db, client.id)
    assert desk.get("actions", token).status_code == 401
    assert desk.ask_for_token(client.id, secret).status_code == 401


@pytest.mark.parametrize("token", ["", "nonsense", "a.b", ".", "x" * 5000, "\x00", "ŵ.ŵ"])
def test_a_made_up_token_is_refused(desk, token):
    answer = desk.get("actions", token)
    assert answer.status_code == 401 and answer["Content-Type"] == "application/problem+json"


def test_the_secret_is_kept_nowhere_and_the_web_cannot_make_clients(desk):
    client, secret = desk.client("agent")
    with desk.database.connect("web") as db:
        (kept,) = db.execute("SELECT secret_hash FROM api_client WHERE id = %s", (client.id,)).fetchone()
        assert kept.startswith("$argon2id$") and secret not in kept
        with pytest.raises(Exception, match="permission denied"):
            db.execute("UPDATE api_client SET role = 'operations_manager'")


@pytest.mark.parametrize("wrong", [{"role": "customer"}, {"role": "job"}, {"role": "king"}, {"role": "line_system"},
                                   {"role": "agent", "line": "NOWHERE"}, {"role": "agent", "team": "PIP!"}])  # fmt: skip
def test_a_client_that_cannot_be_is_not_made(desk, wrong):
    with desk.database.connect("migrator") as db, pytest.raises(WrongClient):
        create(db, "Wrong", **wrong)


def test_the_command_line_prints_id_and_secret(desk):
    command = [Path(sys.executable).with_name("customerview"), "client", "create", "A line's system", "--role", "line_system"]
    environment = desk.database.environment("migrator")
    told = subprocess.run([*command, "--line", "PIP", "--json"], env=environment, capture_output=True, text=True, check=True)
    made = json.loads(told.stdout)
    assert desk.ask_for_token(made["id"], made["secret"]).status_code == 200
    wrong = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert wrong.returncode == 1 and "--line" in wrong.stderr
