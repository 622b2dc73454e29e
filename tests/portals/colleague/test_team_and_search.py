"""Work that changes hands, what has gone up, who is away; finding people; what an instruction's page says."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from customerview.instructions.contacts.facts import ContactStarted
from customerview.instructions.journal_and_callbacks.facts import MessageReceived
from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered

from .conftest import ESA, LEE, SAM, colleague
from .test_customer_page import hidden, looks, text

PIP_TOO = colleague(id="10000031")
LEADER_OF_ESA = colleague("team_leader", id="10000032", team="esa.case", line="ESA")


@pytest.fixture
def waiting(town):
    """Rhian wrote to the PIP team a month ago, and nobody has answered."""
    return town.rhian(
        (MessageReceived(topic="letter", line="PIP", team="pip.case", text="What does this letter mean?"), timedelta(days=30))
    )


def answer_duty(town, stream):
    return next(o for o in town.seen(stream).duties.open.values() if o.duty == "answer_journal_message")


def act(client, stream, name, duty, **typed):
    path = f"/staff/customers/{stream}/do/{name}?duty={duty}"
    return client.post(path, hidden(client.get(path)) | typed)


def test_late_work_stands_first_with_whom_since_when_and_why(town, waiting):
    said = text(town.client(LEE).get("/staff/team"))
    assert "What is late" in said and "for Rhian Morgan" in said and "With nobody yet (PIP case team), since" in said
    assert "working days late" in said and "Why" in said
    assert "Late work that has reached you" not in said  # it stands in the list already, piece by piece
    manager = colleague("operations_manager", id="10000009", team="operations", line="OPERATIONS")
    assert "Late work that has reached you (operations manager)" in text(town.client(manager).get("/staff/team"))


def test_work_is_taken_by_a_colleague_and_leaves_the_others_lists(town, waiting):
    duty = answer_duty(town, waiting).id
    sam = town.opened_by(town.client(), waiting)
    assert act(sam, waiting, "allocate_duty", duty, person=SAM.id).status_code == 302
    assert f"{waiting}" in sam.get("/staff/").content.decode()
    assert answer_duty(town, waiting).person == SAM.id
    other = town.client(PIP_TOO).get("/staff/").content.decode()
    assert not (str(waiting) in other and duty in other)


def test_offered_work_stays_mine_until_it_is_accepted(town, waiting):
    duty = answer_duty(town, waiting).id
    sam, esa = town.opened_by(town.client(), waiting), town.opened_by(town.client(ESA), waiting)
    assert act(sam, waiting, "offer_duty", duty, to="esa.case").status_code == 302
    assert answer_duty(town, waiting).owner == "pip.case"
    assert "Offered to you: it stays theirs until you accept" in text(esa.get("/staff/team"))
    page = text(esa.get(f"/staff/customers/{waiting}/work/{duty}"))
    assert "Accept work from another team" in page and "Decline work from another team" in page
    assert act(esa, waiting, "accept_duty", duty).status_code == 302
    assert answer_duty(town, waiting).owner == "esa.case"


def test_declined_work_stays_where_it_was(town, waiting):
    duty = answer_duty(town, waiting).id
    sam, esa = town.opened_by(town.client(), waiting), town.opened_by(town.client(ESA), waiting)
    act(sam, waiting, "offer_duty", duty, to="esa.case")
    assert act(esa, waiting, "decline_duty", duty, why="it is about PIP").status_code == 302
    owed = answer_duty(town, waiting)
    assert (owed.owner, owed.offered_to) == ("pip.case", "")


def test_the_work_of_somebody_away_goes_back_to_the_team(town, waiting):
    duty = answer_duty(town, waiting).id
    act(town.opened_by(town.client(PIP_TOO), waiting), waiting, "allocate_duty", duty, person=PIP_TOO.id)
    lee = town.client(LEE)
    assert PIP_TOO.id in text(lee.get("/staff/team/away"))
    assert lee.post("/staff/team/away", {}).status_code == 422
    assert lee.post("/staff/team/away", {"who": PIP_TOO.id, "to": ""}).status_code == 302
    assert answer_duty(town, waiting).person == ""
    assert "given back to the team" in text(lee.get("/staff/team"))
    assert town.client().get("/staff/team/away").status_code == 403


def test_one_click_from_the_list_writes_the_look_and_opens_the_form(town, waiting):
    first = next(o for o in town.seen(waiting).duties.open.values() if o.rule == "first_look_at_everything_inbound")
    answer = town.client().post("/staff/work/open", {"stream": str(waiting), "duty": first.id, "how": "do"})
    assert "/do/take_first_look?message=" in answer.url
    assert any(reason.startswith("Work: Read the customer's message") for _, reason in looks(waiting))


def test_what_must_come_first_is_said_where_the_work_is(town, waiting):
    answer = town.client().post(
        "/staff/work/open", {"stream": str(waiting), "duty": answer_duty(town, waiting).id, "how": "do"}, follow=True
    )
    assert "Not yet" in text(answer) and "do/take_first_look" in answer.content.decode()


def test_work_that_is_gone_is_said_to_be(town, waiting):
    answer = town.client().post("/staff/work/open", {"stream": str(waiting), "duty": "answer_journal_message-999"})
    assert answer.status_code == 302 and answer.url.startswith("/staff/")
    client = town.opened_by(town.client(), waiting)
    assert "This has been done" in text(client.get(f"/staff/customers/{waiting}/work/no-such-duty"))
    assert town.client().post("/staff/work/open", {"stream": "x", "duty": "y"}).status_code == 302


# Finding people ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def carys(town, made_up):
    """Somebody whose name nobody else here has."""
    return town.tell(
        CustomerRegistered(source="PIP", given="Carys", family="Llewelyn", born=date(1972, 5, 9), nino="QQ765432A"),
        AddressChanged(role="home", lines=("1 Top Road", "Bangor"), postcode="QB9 9ZZ"),
    )


def find(client, **asked):
    return client.post("/staff/find", hidden(client.get("/staff/find")) | asked)


def test_found_by_number_and_the_look_is_written(town, carys):
    said = find(town.client(), nino="qq 76 54 32 a")
    assert f"/staff/customers/{carys}/contact/start" in said.content.decode() and "Everything agrees" in text(said)
    assert (SAM.code, "Search by National Insurance number") in looks(carys)


def test_found_with_day_and_month_swapped_and_a_name_misspelt(town, carys):
    said = find(town.client(), name="Caris Llewellyn", **{"born-day": "5", "born-month": "9", "born-year": "1972"}, postcode="QB9 9ZZ")
    assert str(carys) in said.content.decode() and "Nearly: " in text(said)


def test_nothing_personal_is_in_an_address(town, carys):
    said = find(town.client(), nino="QQ765432A").content.decode()
    assert str(carys) in said and not re.search(r'(?:href|action)="[^"]*(?:QQ|765432|Carys|1972)', said)


@pytest.mark.parametrize("asked", [{}, {"name": "Morgan"}, {"nino": "rubbish"}, {"name": "x" * 5000}, {"born-day": "99"}])
def test_too_little_or_unreadable_is_sent_back(town, asked):
    assert find(town.client(), **asked).status_code == 422


def test_nobody_found_says_what_to_try(town, made_up):
    assert "Nobody was found" in text(find(town.client(), nino="QQ 99 99 99 A"))


# Instructions -----------------------------------------------------------------------------------------------------------


def test_an_instruction_says_what_it_rests_on_and_how_often_it_stopped_something(town, waiting):
    client = town.opened_by(town.client(), waiting)
    path = f"/staff/customers/{waiting}/do/suspend_payment?award=PIP-1"
    client.post(path, hidden(client.get(path)) | {"ground": "whereabouts", "doubt": "where she lives", "evidence": "two letters"})
    said = text(client.get("/staff/instructions/suspend_only_after_safeguards"))
    assert "Nobody's money stops until we know their needs" in said and "UC-5.3" in said and "Before: Suspend payments" in said
    table = said.split("By month")[1]
    month = table.split()
    assert any(month[i : i + 2] == ["1", "1"] for i in range(len(month))), table
    assert "{" not in said


def test_every_instruction_has_a_page_without_gaps(town):
    client = town.client()
    rules = re.findall(r'href="/staff/instructions/([\w-]+)"', client.get("/staff/instructions").content.decode())
    assert len(rules) > 20
    for rule in rules:
        answer = client.get(f"/staff/instructions/{rule}")
        assert answer.status_code == 200 and "{" not in text(answer), rule
    assert client.get("/staff/instructions/no-such-rule").status_code == 404


def test_no_page_calls_anybody_vulnerable_or_at_risk(town, waiting):
    client = town.opened_by(town.client(), waiting)
    for path in ("/staff/", "/staff/team?show=all", f"/staff/customers/{waiting}", f"/staff/customers/{waiting}/can-do"):
        said = text(client.get(path)).lower()
        assert "vulnerab" not in said and "at risk" not in said, path


def test_a_contact_of_another_can_be_found_from_everything_one_can_do(town):
    stream = town.rhian(ContactStarted(channel="call_in", party="customer", checked="questions", line="PIP"))
    said = text(town.opened_by(town.client(), stream).get(f"/staff/customers/{stream}/can-do"))
    assert "Pick up this contact" in said
