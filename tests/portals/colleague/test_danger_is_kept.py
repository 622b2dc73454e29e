"""That somebody may be in danger, or was accused, is read by those who must act and by the role. Everybody else is kept from doing harm."""

from __future__ import annotations

import pytest

from customerview.api.shown import duties_shown
from customerview.instructions.contacts.facts import ContactStarted, answered
from customerview.instructions.six_point_plan.facts import PlanStarted

from .conftest import ESA, LEAD, RHIAN, SAM, colleague

SAID = (
    "may take their life",
    "six point plan",
    "may be in danger",
    "accused of fraud",
    "safeguarding_concern",
    "start_six_point_plan",
    "allegation",
)
GENERAL = "Ask the safeguarding lead before you act."
PAGES = ("", "/can-do", "/contact", "/do/pin_note", "/looks")


@pytest.fixture
def rhian(town):
    """She rang the PIP case team: all three were heard, and a plan was begun on another day."""
    asked = [answered(contact=17, question=q, answer=True, line="PIP") for q in ("suicide", "danger", "fraud")]
    return town.tell(*RHIAN(), ContactStarted(channel="call_in", party="customer", checked="questions", line="PIP"), *asked, PlanStarted(line="PIP"),
                     by="colleague:10000001@pip.case")  # fmt: skip


@pytest.mark.parametrize(
    "actor", [ESA, colleague("operations_manager", id="10000009", team="operations", line="OPERATIONS")], ids=["line", "manager"]
)
def test_others_are_told_to_ask_before_they_act_and_no_more(town, rhian, actor):
    client = town.opened_by(town.client(actor), rhian)
    pages = {page: client.get(f"/staff/customers/{rhian}{page}").content.decode() for page in PAGES}
    assert {
        (page, word) for page, text in pages.items() for word in SAID if word.lower() in text.replace("Danger to life", "").lower()
    } == set()
    assert pages[""].count(GENERAL) == 1
    secret = next(o for o in town.seen(rhian).duties.of("safeguarding_concern_referred"))
    assert "may be in danger" not in client.get(f"/staff/customers/{rhian}/work/{secret.id}").content.decode()


def test_the_team_that_owes_it_and_the_role_read_what_it_is(town, rhian):
    for actor in (SAM, LEAD):
        page = town.opened_by(town.client(actor), rhian).get(f"/staff/customers/{rhian}").content.decode()
        assert "Somebody may take their life" in page and "Somebody may be in danger" in page
        assert GENERAL not in page
    assert "accused of fraud" not in page


def test_opening_it_from_the_list_tells_whoever_reads_the_looks_nothing(town, rhian):
    client = town.client(SAM)
    secret = next(o for o in town.seen(rhian).duties.of("start_six_point_plan"))
    assert client.post("/staff/work/open", {"stream": str(rhian), "duty": secret.id}).status_code == 302
    looks = client.get(f"/staff/customers/{rhian}/looks").content.decode()
    assert "Work: to do what we owe this customer." in looks and "take their life" not in looks


def test_the_api_tells_the_same(town, rhian):
    record = town.seen(rhian)
    told = {d.words: d for d in duties_shown(record, ESA, record.at)}
    assert GENERAL in told and not told[GENERAL].duty and not told[GENERAL].id and not told[GENERAL].by_doing
    assert not [words for words in told if any(word in words for word in SAID)]
    assert any("take their life" in d.words for d in duties_shown(record, LEAD, record.at))
