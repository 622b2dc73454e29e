"""The customer page: no page without a look; the same cost however long a history; nothing unseen is done."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import psycopg
import pytest
from django.utils import timezone

from customerview.instructions import catalogue
from customerview.instructions.personal_details.facts import RouteConfirmed
from customerview.instructions.support_needs.facts import SeriousHarmFeared
from customerview.ledger import look, open_access, reading

from .conftest import ESA, LEAD, LEE, RHIAN, SAM, colleague

ESA_TOO = colleague("decision_maker", id="10000013", team="esa.case", line="ESA")


def text(answer) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.fixture
def rhian(town):
    return town.rhian()


def looks(stream):
    secret = open_access(LEAD)
    look(secret, stream, LEAD, reason="a test counts looks", withheld=True)
    with reading(secret, catalogue()) as view:
        return [(seen["actor"], seen["reason"]) for seen in view.looks(stream)]


def test_without_a_reason_the_record_does_not_open(town, rhian):
    answer = town.client().get(f"/staff/customers/{rhian}")
    assert answer.status_code == 302 and answer.url.startswith(f"/staff/customers/{rhian}/open")
    assert looks(rhian) == []


def test_a_reason_too_short_to_tell_the_customer_anything_is_sent_back(town, rhian):
    answer = town.client().post(f"/staff/customers/{rhian}/open", {"reason": "checking", "why": "test"})
    assert answer.status_code == 422 and "the customer can read it" in text(answer)
    assert looks(rhian) == []


def test_the_look_is_written_with_its_reason_before_the_page(town, rhian):
    town.opened_by(town.client(), rhian, "a letter about rent for the ESA team")
    assert looks(rhian) == [(SAM.code, "To check something a colleague or another service asked: a letter about rent for the ESA team")]


@pytest.mark.parametrize("path", ["", "/timeline", "/can-do", "/looks", "/restricted", "/do/change_address", "/work/x"])
def test_no_page_about_a_customer_opens_without_a_look(town, rhian, path):
    assert town.client().get(f"/staff/customers/{rhian}{path}").status_code == 302


def test_a_customer_who_does_not_exist(town):
    """Nor does an attempt to look leave a row: else whoever can sign in could fill the log of looks."""
    nobody = uuid4()
    client = town.client()
    start = f"/staff/customers/{nobody}/contact/start"
    call = {"channel": "call_in", "party": "customer", "checked": "questions"}
    assert (
        client.post(f"/staff/customers/{nobody}/open", {"reason": "checking", "why": "checking a letter for a colleague"}).status_code
        == 404
    )
    assert client.post(start, hidden(client.get(start)) | call).status_code == 404
    assert client.post(f"/staff/customers/{nobody}/danger").status_code == 404
    with town.database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM look WHERE stream = %s", (nobody,)).fetchone()[0] == 0


def test_the_page_shows_the_whole_person(town, rhian):
    said = text(town.opened_by(town.client(), rhian).get(f"/staff/customers/{rhian}"))
    for words in (
        "Rhian Morgan", "QQ 12 34 56 C", "Gwen Morgan, appointee for PIP and ESA", "Never by text message", "Give no one the address.",
        "£579.60", "Suspended since", "Ask ESA to lift the suspension",
    ):  # fmt: skip
        assert words in said
    assert said.index("Before you speak") < said.index("Awards and payments") < said.index("What has happened")


def test_restricted_words_reach_no_page_without_the_role(town):
    stream = town.rhian(SeriousHarmFeared(need="self_harm", said="planted secret"))
    sam = town.opened_by(town.client(), stream)
    for path in ("", "/timeline", "/can-do", "/restricted", "?known=2026-11-24"):
        assert "planted secret" not in text(sam.get(f"/staff/customers/{stream}{path}"))
    lead = town.opened_by(town.client(LEAD), stream)
    assert "planted secret" not in text(lead.get(f"/staff/customers/{stream}/restricted"))
    assert lead.post(f"/staff/customers/{stream}/restricted", {"why": "short"}).status_code == 422
    lead.post(f"/staff/customers/{stream}/restricted", {"why": "deciding with the team how to keep her safe"})
    assert "planted secret" in text(lead.get(f"/staff/customers/{stream}/restricted"))


def test_as_at_another_day_shows_what_we_knew_then_and_nothing_to_do(town, rhian):
    client = town.opened_by(town.client(), rhian)
    day = (timezone.localdate() - timedelta(days=650)).isoformat()
    said = text(client.get(f"/staff/customers/{rhian}?known={day}"))
    assert "You are looking at this record as we knew it at the end of" in said
    assert "No line has told us of an award" in said and "Give no one the address." not in said
    assert "What you can do" not in said


def test_another_day_about_another_day_and_a_day_before_there_was_a_record(town):
    rhian = town.rhian()
    client = town.opened_by(town.client(), rhian)
    day = (timezone.localdate() - timedelta(days=1)).isoformat()
    both = client.get(f"/staff/customers/{rhian}?known={day}&on=2025-01-01")
    assert both.status_code == 200 and "about 1 January 2025" in text(both)
    before = client.get(f"/staff/customers/{rhian}?known=2001-01-01")
    assert "There was no record of this person yet" in text(before) and "Name not known" not in text(before).partition("</h1>")[2]


@pytest.mark.parametrize("query", ["known=2099-01-01", "known=drop", "on=31-02-2026", "before=99999999999999", "show=%27", "whose=x"])
def test_a_made_up_address_shows_the_page_of_today(town, rhian, query):
    client = town.opened_by(town.client(), rhian)
    assert client.get(f"/staff/customers/{rhian}?{query}").status_code == 200
    assert client.get(f"/staff/customers/{rhian}/timeline?{query}").status_code == 200


def test_the_page_costs_the_same_however_long_the_history(town, monkeypatch):
    sent = []
    execute, run = psycopg.Connection.execute, psycopg.Cursor.execute
    monkeypatch.setattr(psycopg.Connection, "execute", lambda c, q, *a, **k: sent.append(q) or execute(c, q, *a, **k))
    monkeypatch.setattr(psycopg.Cursor, "execute", lambda c, q, *a, **k: sent.append(q) or run(c, q, *a, **k))
    counted = {}
    for length in (20, 1_000, 10_000):
        start = timedelta(days=600)
        more = [(RouteConfirmed(route="phone"), start - timedelta(minutes=n)) for n in range(length - len(RHIAN()))]
        stream = town.tell(*RHIAN()[:-3], *more, *RHIAN()[-3:])
        client = town.opened_by(town.client(), stream)
        client.get(f"/staff/customers/{stream}")
        for path in ("", "/timeline", "/can-do"):
            sent.clear()
            assert client.get(f"/staff/customers/{stream}{path}").status_code == 200
            counted.setdefault(path, set()).add(len(sent))
    assert all(len(counts) == 1 for counts in counted.values()), counted
    assert max(max(counts) for counts in counted.values()) <= 20, counted


def hidden(answer) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(_\w+)" value="([^"]*)"', answer.content.decode()))


def test_two_colleagues_at_once_the_later_sees_what_happened_and_confirms(town, rhian):
    """Each opens the form; the first does it; the second is shown that before anything is done."""
    path = f"/staff/customers/{rhian}/do/review_suspension?award=ESA-1"
    first, second = (town.opened_by(town.client(actor), rhian) for actor in (ESA, ESA_TOO))
    forms = [hidden(c.get(path)) for c in (first, second)]
    assert (
        first.post(
            f"/staff/customers/{rhian}/do/record_bearing?award=ESA-1",
            {"what": "a letter"} | hidden(first.get(f"/staff/customers/{rhian}/do/record_bearing?award=ESA-1")),
        ).status_code
        == 302
    )
    stale = second.post(path, forms[1] | {"decision": "keep", "why": "still in doubt"})
    assert stale.status_code == 409 and "Something has changed" in text(stale)
    assert town.seen(rhian).suspensions.open["ESA-1"].reviewed is None
    read = second.post(path, hidden(stale) | {"decision": "keep", "why": "still in doubt"})
    assert "I have seen what is new: go on" in text(read)
    confirmed = second.post(path, hidden(read) | {"decision": "keep", "why": "still in doubt"})
    assert confirmed.status_code == 302, text(confirmed)
    assert town.seen(rhian).suspensions.open["ESA-1"].reviewed == timezone.localdate()


def test_a_double_click_does_nothing_twice(town, rhian):
    client = town.opened_by(town.client(ESA), rhian)
    path = f"/staff/customers/{rhian}/do/record_bearing?award=ESA-1"
    form = hidden(client.get(path)) | {"what": "a letter about where she lives"}
    before = town.seen(rhian).number
    assert [client.post(path, form).status_code for _ in range(2)] == [302, 302]
    assert town.seen(rhian).number == before + 1


def test_what_is_in_the_way_is_said_on_the_form_with_what_would_satisfy_it(town, rhian):
    client = town.opened_by(town.client(), rhian)
    path = f"/staff/customers/{rhian}/do/suspend_payment?award=PIP-1"
    answer = client.post(path, hidden(client.get(path)) | {"ground": "whereabouts", "doubt": "where she lives", "evidence": "two letters"})
    assert answer.status_code == 409 and "This cannot be done now" in text(answer)
    assert "where she lives" in answer.content.decode()
    assert f"/staff/customers/{rhian}/do/screen_needs" in answer.content.decode()


def test_a_form_whose_address_leaves_out_what_it_is_about_asks_or_finds_it(town, rhian):
    """Given two awards, one stopped, when a form's address names none: it asks which; where there is one it opens; where there is none it says so."""
    client = town.opened_by(town.client(), rhian)
    path = f"/staff/customers/{rhian}/do/"
    asked = client.get(f"{path}suspend_payment")
    assert "Which one?" in text(asked) and asked.content.decode().count("suspend_payment?award=") == 2
    assert client.get(f"{path}record_certificate").status_code == 200
    assert "is in the record yet" in text(client.get(f"{path}answer_message"))


def test_a_role_that_may_not_do_it_is_told_so(town, rhian):
    client = town.opened_by(town.client(colleague("agent")), rhian)
    assert client.get(f"/staff/customers/{rhian}/do/suspend_payment?award=PIP-1").status_code == 403


def test_only_the_roles_named_go_past_a_guard_with_a_reason_and_it_is_reviewed(town, rhian):
    boss = colleague("operations_manager", "decision_maker", id="10000009")
    client = town.opened_by(town.client(boss), rhian)
    path = f"/staff/customers/{rhian}/do/suspend_payment?award=PIP-1"
    asked = {"ground": "whereabouts", "doubt": "where she lives", "evidence": "two letters"}
    refused = client.post(path, hidden(client.get(path)) | asked)
    assert "Go past this instruction" in text(refused)
    rules = re.findall(r'name="_override" value="([^"]+)"', refused.content.decode())
    done = client.post(
        path, hidden(refused) | asked | {"_override": rules, "_override_reason": "the bank asked us to, in writing", "_key": "past"}
    )
    assert done.status_code == 302, text(done)
    assert town.seen(rhian).duties.of("review_override")


def test_a_team_leader_sees_the_menu_of_their_team(town, rhian):
    said = text(town.client(LEE).get("/staff/team"))
    assert "PIP case team" in said and "Somebody is away" in said


def test_a_second_person_sees_what_was_proposed_and_agrees(town, rhian):
    """Asked by one, agreed to by another: the guards are asked again."""
    from customerview.instructions.contacts.facts import ContactAttempted
    from customerview.instructions.stopping_payments.facts import ConferenceHeld, HoldingsSearched
    from customerview.instructions.support_needs.facts import NeedsScreened

    day = timedelta(days=1)
    stream = town.rhian(
        (NeedsScreened(outcome="found"), 4 * day),
        (ContactAttempted(route="phone", outcome="no_answer", usable=True, line="PIP"), 3 * day),
        (ContactAttempted(route="mobile", outcome="no_answer", usable=True, line="PIP"), 2 * day),
        (
            ConferenceHeld(award="PIP-1", benefit="PIP", line="PIP", step="suspend", outcome="supports", lead="support", considered="all"),
            day,
        ),
        (HoldingsSearched(award="PIP-1", benefit="PIP", line="PIP", answered=False), timedelta(hours=1)),
    )
    sam = town.opened_by(town.client(), stream)
    path = f"/staff/customers/{stream}/do/suspend_payment?award=PIP-1"
    asked = {"ground": "whereabouts", "doubt": "where she lives", "evidence": "two letters came back"}
    refused = sam.post(path, hidden(sam.get(path)) | asked | {"_acknowledged": "1"})
    assert "Ask a second person to agree" in text(refused), text(refused)
    assert sam.post(path, hidden(refused) | asked | {"_propose": "1"}).status_code == 302
    lee = town.client(LEE)
    assert "Agree to suspend payment" in text(lee.get("/staff/agree"))
    (number,) = town.seen(stream).proposals.open
    town.opened_by(lee, stream)
    agree = f"/staff/customers/{stream}/do/approve_proposal?proposal={number}"
    assert "two letters came back" in text(lee.get(agree))
    done = lee.post(agree, hidden(lee.get(agree)) | {"_acknowledged": "1"})
    assert done.status_code == 302, text(done)
    assert town.seen(stream).suspensions.open["PIP-1"].stage == "asked"


def test_a_wrong_entry_is_put_right_from_the_timeline(town, rhian):
    client = town.opened_by(town.client(), rhian)
    page = client.get(f"/staff/customers/{rhian}/timeline").content.decode()
    put_right = re.findall(r'href="([^"]+/correct/10)"', page)[0]
    wrong = re.findall(r'href="([^"]+/do/correct_fact\?corrects=10)"', client.get(put_right).content.decode())[0]
    assert "What to take care of was recorded." in text(client.get(wrong))
    assert client.post(wrong, hidden(client.get(wrong)) | {"why": "it was said about somebody else"}).status_code == 302
    assert town.seen(rhian).needs.take_care == {}
    assert "Taken out, it was wrong: What to take care of" in text(client.get(f"/staff/customers/{rhian}/timeline"))
