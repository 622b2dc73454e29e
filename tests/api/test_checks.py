"""An organisation's own system checks a proof: the same answers as the page's, and nothing else is in its reach."""

from __future__ import annotations

from datetime import date

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.proofs.facts import ProofChecked
from customerview.instructions.proofs.issue_proof import provable
from customerview.kernel import Actor
from customerview.ledger import open_access, reading, writing
from customerview.perform import perform
from customerview.proofs import digest_of, new_code

BORN, OTHER = date(1950, 5, 1), date(1950, 5, 2)
AWARD = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=57960, frequency="four_weeks", starts=date(2024, 5, 2))


@pytest.fixture
def checker(desk) -> str:
    return desk.token("checker")


@pytest.fixture
def shared(desk):
    """A customer with a proof and a share code for it."""
    return Shared(desk)


class Shared:
    def __init__(self, desk) -> None:
        self.stream = desk.customer(AWARD)
        self.by = Actor(kind="customer", id=str(self.stream), roles=frozenset({"customer"}), acting_for=self.stream)
        self.secret, self.code = open_access(self.by), new_code()
        with reading(self.secret, catalogue(), self.by) as view:
            awards = tuple(choice.value for choice in provable(view.record(self.stream)))
        issued = self.do("issue_proof", awards=awards, purpose="council_tax").fact
        self.digest = digest_of(self.code, BORN)
        self.do("make_share_code", proof=issued.reference, digest=self.digest)

    def do(self, action: str, **values):
        done = perform(
            catalogue().actions[action](**values),
            on=self.stream,
            by=self.by,
            ledger=writing(self.secret, catalogue()),
            catalogue=catalogue(),
        )
        return done.facts[0]

    def checks(self) -> list[ProofChecked]:
        with reading(self.secret, catalogue(), self.by) as view:
            return [f.fact for f in view.timeline(self.stream, kinds=[ProofChecked.kind.code], limit=10)]


def ask(desk, token, code, born=BORN, **more):
    return desk.post("proofs/check", token, {"code": code, "born": str(born), "purpose": "Council tax"} | more)


def test_a_council_is_told_what_was_shared_and_the_customer_sees_that_it_asked(desk, checker, shared):
    answer = ask(desk, checker, f" {shared.code[:3]} {shared.code[3:]}".lower())
    told = answer.json()
    assert (answer.status_code, told["answer"]) == (200, "current"), told
    assert told["reference"] and told["proof"]["age_in_days"] == 0
    assert "579.60" in str(told["proof"]["table"]) and "Ann Example" in str(told["proof"]["details"])
    (seen,) = shared.checks()
    assert (seen.organisation, seen.purpose, seen.reference) == ("checker of a test", "Council tax", told["reference"])


def test_wrong_cancelled_and_another_birthday_are_answered_alike(desk, checker, shared):
    answers = [ask(desk, checker, new_code()).json(), ask(desk, checker, shared.code, OTHER).json()]
    shared.do("cancel_share_code", digest=shared.digest)
    answers.append(ask(desk, checker, shared.code).json())
    assert answers[0]["answer"] == "not_confirmed" and answers[0] == answers[1] == answers[2]
    assert "does not mean the proof is false" in answers[0]["words"]


def test_it_is_answered_in_welsh(desk, checker, shared):
    told = desk.post("proofs/check", checker, {"code": shared.code, "born": str(BORN), "purpose": "Treth"}, Accept_Language="cy").json()
    assert told["words"] == "Mae'r prawf hwn yn dal yn gyfredol."


def test_too_many_wrong_birthdays_lock_the_code_whoever_asks(desk, checker, shared):
    for _ in range(5):
        assert ask(desk, checker, shared.code, OTHER).status_code == 200
    locked = ask(desk, desk.token("checker"), shared.code)
    assert locked.status_code == 429 and locked["Retry-After"] and locked["Content-Type"] == "application/problem+json"


def test_what_cannot_be_is_said_at_once(desk, checker):
    answer = ask(desk, checker, "O0I1 AAAAA", date(2999, 1, 1), more="x")
    assert answer.status_code == 422
    assert {p["field"] for p in answer.json()["problems"]} >= {"more"}
    answer = ask(desk, checker, "O0I1 AAAAA", date(2199, 1, 1))
    assert {p["field"] for p in answer.json()["problems"]} == {"code", "born"}


def test_a_checker_reaches_no_record(desk, checker, shared):
    for path in (f"customers/{shared.stream}", f"customers/{shared.stream}/duties", "facts", "actions"):
        assert desk.get(path, checker).status_code == 403, path
    assert desk.post("customers/search", checker, {"nino": "QQ123456C"}, Reason="to look").status_code == 403
    assert desk.act(shared.stream, "report_death", checker, {"date_known": False, "source": "caller"}).status_code == 403
    assert desk.looks(shared.stream) == []
    client, secret = desk.client("checker")
    assert desk.ask_for_token(client.id, secret, scope="records").status_code == 400


def test_the_database_itself_lets_a_checker_look_at_nothing(desk, checker, shared):
    secret = checker.partition(".")[0]
    with reading(secret, catalogue()) as view:
        assert view.db.execute("SELECT count(*) FROM fact").fetchone() == (0,)
        with pytest.raises(Exception, match="Only a colleague or a client looks"):
            view.db.execute("SELECT record_look(%s, 1, now(), 'to look', '', false, '\\x00')", (shared.stream,))


def test_nobody_else_checks_by_the_api(desk, shared):
    for role in ("agent", "operations_manager"):
        assert ask(desk, desk.token(role), shared.code).status_code == 403


def test_revoked_it_is_refused_at_once(desk, shared):
    client, secret = desk.client("checker")
    token = desk.ask_for_token(client.id, secret).json()["access_token"]
    assert ask(desk, token, shared.code).status_code == 200
    with desk.database.connect("migrator", autocommit=True) as db:
        db.execute("UPDATE api_client SET revoked = now() WHERE id = %s", (client.id,))
    assert ask(desk, token, shared.code).status_code == 401
