"""A contact: it opens the record, keeps what is typed, lists what was done, asks every question, and ends with a summary."""

from __future__ import annotations

import re

import pytest

from customerview.instructions.contacts.facts import QUESTIONS

from .conftest import SAM, colleague
from .test_customer_page import hidden, looks, text

KIM = colleague(id="10000021")
CALL = {"channel": "call_in", "party": "representative", "checked": "questions", "who": "Gwen Morgan"}


@pytest.fixture
def rhian(town):
    return town.rhian()


def called(town, stream, actor=SAM):
    """Somebody rang; the contact is open in this client."""
    client = town.client(actor)
    path = f"/staff/customers/{stream}/contact/start"
    answer = client.post(path, hidden(client.get(path)) | CALL)
    assert answer.status_code == 302, text(answer)
    return client


NOTES = {"reported": "She cannot pay her rent on Friday", "agreed": "We look at it today", "follows": "ESA rings her by five"}


def noted(client, stream):
    form = hidden(client.get(f"/staff/customers/{stream}/contact"))
    assert client.post(f"/staff/customers/{stream}/contact/notes", form | NOTES).status_code == 302


def answered(client, stream, **yes):
    path = f"/staff/customers/{stream}/contact/questions"
    return client.post(path, hidden(client.get(path)) | {q: "yes" if q in yes else "no" for q in QUESTIONS})


def test_the_start_shows_nothing_of_the_record_and_opens_it_with_its_reason(town, rhian):
    client = town.client()
    assert "Rhian" not in text(client.get(f"/staff/customers/{rhian}/contact/start")) and looks(rhian) == []
    client = called(town, rhian)
    assert looks(rhian) == [(SAM.code, "A call to us, with somebody who acts for the customer, checked by questions")]
    said = text(client.get(f"/staff/customers/{rhian}"))
    assert "Call in progress" in said and "End call" in said


def test_every_page_carries_it(town, rhian):
    client = called(town, rhian)
    for path in ("/staff/", "/staff/team", "/staff/find", "/staff/instructions", f"/staff/customers/{rhian}/timeline"):
        assert "Call in progress" in text(client.get(path)), path


def test_a_start_without_answers_says_all_that_is_missing_at_once_and_opens_nothing(town, rhian):
    client = town.client()
    path = f"/staff/customers/{rhian}/contact/start"
    answer = client.post(path, hidden(client.get(path)))
    assert (
        answer.status_code == 422
        and len(re.findall(r'href="#', answer.content.decode().split("govuk-error-summary__list")[1].split("</ul>")[0])) == 3
    )
    assert looks(rhian) == []


def test_notes_are_kept_as_typed_by_the_page_itself_and_by_its_button(town, rhian):
    client = called(town, rhian)
    notes, page = f"/staff/customers/{rhian}/contact/notes", f"/staff/customers/{rhian}/contact"
    form = hidden(client.get(page))
    for words in ("She cannot pay", "She cannot pay her rent on Friday"):
        assert client.post(notes, form | {"reported": words}, headers={"Accept": "application/json"}).json() == {"saved": True}
    before = town.seen(rhian).number
    assert client.post(notes, form | {"reported": "She cannot pay her rent on Friday"}, headers={"Accept": "application/json"}).json() == {
        "saved": True
    }
    assert town.seen(rhian).number == before, "nothing new was said, so nothing was written"
    assert (
        client.post(
            notes, hidden(client.get(page)) | {"reported": "She cannot pay her rent on Friday", "follows": "ESA rings her"}
        ).status_code
        == 302
    )
    said = client.get(page).content.decode()
    assert "She cannot pay her rent on Friday" in said and "ESA rings her" in said


def test_what_is_done_in_a_contact_is_listed_under_it(town, rhian):
    client = called(town, rhian)
    path = f"/staff/customers/{rhian}/do/choose_format"
    done = client.post(path, hidden(client.get(path)) | {"format": "braille"})
    assert done.status_code == 302 and done.url.endswith("/contact")
    assert "Letters: braille" in text(client.get(f"/staff/customers/{rhian}/contact")).split("Done in this contact")[1]


def test_it_ends_only_after_every_question_and_a_yes_starts_what_it_starts(town, rhian):
    client = called(town, rhian)
    page = f"/staff/customers/{rhian}/contact/end"
    assert client.get(page).url.endswith("/contact/questions")
    blank = client.get(f"/staff/customers/{rhian}/contact/questions").content.decode()
    assert blank.count('type="radio"') == 2 * len(QUESTIONS) and " checked" not in blank
    path = f"/staff/customers/{rhian}/contact/questions"
    missing = client.post(path, hidden(client.get(path)) | {"suicide": "no"})
    assert missing.status_code == 422 and text(missing).count("Answer yes or no: it cannot be left out.") >= 2 * (len(QUESTIONS) - 1)
    assert answered(client, rhian, health=True).status_code == 302
    assert town.seen(rhian).duties.of("act_on_reported_health")
    unnoted = client.post(page, hidden(client.get(page)) | {"summary": "You told us you are worse."})
    assert unnoted.status_code == 409 and "Write in the note" in text(unnoted)
    noted(client, rhian)
    ending = client.get(page)
    assert "Health is worse" in text(ending) and "do/record_need" in ending.content.decode()
    done = client.post(page, hidden(ending) | {"summary": "You told us you cannot pay your rent. ESA will ring you today."})
    assert done.status_code == 302 and done.url == "/staff/"
    assert town.seen(rhian).contacts.open == {}
    assert "Call in progress" not in text(client.get("/staff/"))


def test_when_it_has_ended_the_record_is_closed_again(town, rhian):
    client = called(town, rhian)
    answered(client, rhian)
    noted(client, rhian)
    page = f"/staff/customers/{rhian}/contact/end"
    client.post(page, hidden(client.get(page)) | {"summary": "You asked us something."})
    assert client.get(f"/staff/customers/{rhian}").status_code == 302


def test_danger_to_somebody_is_recorded_the_moment_it_is_heard(town, rhian):
    client = called(town, rhian)
    at_once = re.search(r'href="([^"]+question=danger[^"]*)"', client.get(f"/staff/customers/{rhian}/contact").content.decode())[1].replace(
        "&amp;", "&"
    )
    form = client.get(at_once)
    assert client.post(at_once, hidden(form) | {"question": "danger", "answer": "yes", "detail": "she said so"}).status_code == 302
    assert town.seen(rhian).duties.of("safeguarding_concern_referred")
    assert "Somebody may be in danger" in text(client.get(f"/staff/customers/{rhian}/contact"))


def test_another_colleague_picks_it_up(town, rhian):
    called(town, rhian)
    kim = town.opened_by(town.client(KIM), rhian)
    page = f"/staff/customers/{rhian}/contact"
    assert "Pick up this contact" in text(kim.get(page))
    kim.post(page, hidden(kim.get(page)))
    (contact,) = town.seen(rhian).contacts.open.values()
    assert contact.by == KIM.code
    assert "Call in progress" in text(kim.get("/staff/"))


def test_without_a_contact_there_is_no_contact_page(town, rhian):
    client = town.opened_by(town.client(), rhian)
    assert client.get(f"/staff/customers/{rhian}/contact").status_code == 404
