"""Who somebody is and how they are reached, told by themselves and by others."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from customerview.instructions.personal_details.change_address import ChangeAddress
from customerview.instructions.personal_details.change_email import ChangeEmail
from customerview.instructions.personal_details.change_phone import ChangePhone
from customerview.instructions.personal_details.choose_language import ChooseLanguage
from customerview.instructions.personal_details.facts import (
    AddressChanged,
    AddressSafetySaid,
    CustomerRegistered,
    FormatChosen,
    LanguageChosen,
    NameChanged,
    ProtectedAddressRecorded,
    RouteFailed,
    RouteRecorded,
)
from customerview.instructions.personal_details.match_identity import MatchIdentity
from customerview.instructions.personal_details.register_customer import RegisterCustomer
from customerview.instructions.personal_details.say_what_suits import SayWhatSuits
from customerview.instructions.personal_details.say_whether_safe import SayWhetherSafe
from customerview.instructions.support_needs.facts import DigitalAccessRecorded, NeedRecorded
from customerview.instructions.support_needs.slices import usable_routes, why_not_usable
from customerview.kernel import job
from customerview.learning import given
from customerview.learning.expected import not_for_them, wrong
from customerview.learning.people import AGENT, CUSTOMER, representative, system

HOME = AddressChanged(role="home", lines=("1 Heol y Bont", "Flint"), postcode="QA1 1AA")
MOBILE = RouteRecorded(route="mobile", value="07700 900 982")


def test_a_service_line_opens_a_record_in_one_go():
    new = RegisterCustomer(
        given="Rhian", family="Morgan", born=date(1961, 3, 4), nino="qq 12 34 56 c", lines=("1 Heol y Bont",), postcode="qa11aa",
        mobile="07700 900 982", language="cy", format="large_print_18",
    )  # fmt: skip
    stream = uuid4()
    story = (
        given().when(new, by=system("PIP"), on=stream).then(CustomerRegistered, AddressChanged, RouteRecorded, LanguageChosen, FormatChosen)
    )
    person = story.ledger.load(stream).person
    assert (str(person.name), person.nino, person.source, person.addresses["home"].postcode) == (
        "Rhian Morgan",
        "QQ123456C",
        "PIP",
        "QA1 1AA",
    )
    assert (person.language, person.format) == ("cy", "large_print_18")


@pytest.mark.parametrize(("field", "value"), [("nino", "AB12"), ("postcode", "nowhere"), ("mobile", "12"), ("email", "a@b")])
def test_a_record_is_not_opened_with_a_number_that_cannot_be(field, value):
    new = RegisterCustomer(**{"given": "Ann", "family": "Lee", "born": date(1970, 1, 1), field: value})
    given().when(new, by=system("PIP"), on=uuid4()).then(wrong(field))


def test_a_customer_moves_to_scotland_and_scottish_working_days_count():
    move = ChangeAddress(line_1="2 High Street", town="Perth", postcode="PH1 5AA", since=date(2026, 2, 27))
    story = given(HOME).when(move, by=CUSTOMER).then(AddressChanged)
    person = story.record.person
    assert (person.nation, person.addresses["home"].since, person.address(on=date(2026, 2, 26)).lines) == (
        "scotland", date(2026, 2, 27), ("1 Heol y Bont", "Flint"),
    )  # fmt: skip


def test_only_staff_can_say_that_an_address_was_seen_in_evidence():
    move = ChangeAddress(line_1="2 High Street", town="Flint", postcode="QA1 1AB", since=date(2026, 3, 2), verified=True)
    assert given().when(move, by=CUSTOMER).record.person.addresses["home"].verified is None
    assert given().when(move, by=AGENT).record.person.addresses["home"].verified == date(2026, 3, 2)


def test_names_keep_the_days_they_were_true():
    story = given().at(date(2026, 5, 1)).and_given(NameChanged(given="Rhian", family="Pugh"))
    assert str(story.record.person.name_on(date(2026, 4, 1))) == "Rhian Morgan"
    assert str(story.record.person.name) == "Rhian Pugh"


def test_a_text_goes_to_the_mobile_a_letter_to_the_address_and_the_account_to_who_signed_in():
    assert usable_routes(given(HOME, MOBILE).record) == ["mobile", "text", "post", "in_person"]
    matched = given(HOME).when(MatchIdentity(subject="d" * 64), by=job("sign_in"))
    assert "journal" in usable_routes(matched.record)


def test_what_did_not_work_is_not_used_until_somebody_says_otherwise():
    story = given(HOME, MOBILE, RouteFailed(route="mobile", how="dead_line"), RouteFailed(route="post", how="returned"))
    assert usable_routes(story.record) == ["in_person"]
    story.when(ChangePhone(number="07700 900 983", preferred=True), by=CUSTOMER)
    story.when(ChangeAddress(line_1="3 High Street", town="Flint", postcode="QA1 1AB", since=date(2026, 3, 2)), by=CUSTOMER)
    assert usable_routes(story.record) == ["mobile", "text", "post", "in_person"]


def test_never_text_and_needs_rule_routes_out():
    story = given(HOME, MOBILE).when(SayWhatSuits(route="text", suits=False), by=CUSTOMER)
    assert "text" not in usable_routes(story.record)
    story.and_given(NeedRecorded(need="hearing"))
    assert usable_routes(story.record) == ["post", "in_person"]
    assert "hear" in why_not_usable("mobile", story.record).en


def test_somebody_who_cannot_use_online_services_is_not_written_to_there():
    story = given(RouteRecorded(route="email", value="r@example.com"), DigitalAccessRecorded(access="none"))
    assert usable_routes(story.record) == []


def test_what_is_not_safe_is_not_used_and_whoever_acts_for_them_does_not_learn_of_it():
    story = given(HOME, MOBILE).when(SayWhetherSafe(what="home", safe=False), by=CUSTOMER).then(AddressSafetySaid)
    story.when(SayWhetherSafe(what="mobile", safe=False), by=CUSTOMER)
    assert "post" not in usable_routes(story.record)
    assert "mobile" not in usable_routes(story.record) and "text" not in usable_routes(story.record)
    seen = story.record.seen_by(frozenset(), representative=True)
    assert seen.person.addresses["home"].safe and seen.person.routes["mobile"].safe


def test_a_safe_house_is_seen_by_no_one_without_the_role():
    story = given(ProtectedAddressRecorded(lines=("A refuge",), postcode="QA2 2AA"))
    assert story.record.seen_by(frozenset()).person.protected_address is None
    assert story.record.seen_by(frozenset({"safeguarding"}), representative=True).person.protected_address is None
    assert story.record.seen_by(frozenset({"safeguarding"})).person.protected_address.lines == ("A refuge",)


def test_nobody_changes_anything_for_a_customer_without_authority():
    given().when(ChangeEmail(email="x@example.com"), by=representative("stranger")).then(not_for_them())
    given().when(ChangeEmail(email="not an email"), by=CUSTOMER).then(wrong("email"))
    given().when(ChooseLanguage(language="fr"), by=CUSTOMER).then(wrong("language"))
