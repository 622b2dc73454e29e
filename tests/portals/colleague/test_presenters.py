"""What pages say of a record, asked of the presenters: no database, no browser."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported, PaymentMissed
from customerview.instructions.bereavement.facts import DeathDoubted, DeathReported, DeathVerified, NextOfKinRecorded
from customerview.instructions.contacts.facts import AllegationAnswered
from customerview.instructions.journal_and_callbacks.facts import MessageReceived
from customerview.instructions.personal_details.facts import (
    CustomerRegistered,
    NameUsedSaid,
    ProtectedAddressRecorded,
    RouteFailed,
)
from customerview.instructions.representatives.facts import AuthorityDisputed
from customerview.instructions.support_needs.facts import NeedRecorded, NeedsScreened, SeriousHarmFeared, TakeCareSaid
from customerview.kernel import Recorded, Words
from customerview.kernel.facts import FactShared
from customerview.perform import circumstances
from customerview.portals.colleague.before_you_speak import before_you_speak
from customerview.portals.colleague.doable import filled_in
from customerview.portals.colleague.identity_bar import identity_bar
from customerview.portals.colleague.money import money
from customerview.portals.colleague.naming import of_no_case
from customerview.portals.colleague.people import death_banner, support
from customerview.portals.colleague.timeline import entry, sentence_for, shared_at_once
from customerview.portals.colleague.what_you_can_do import everything, not_now, suggested
from customerview.work.owed_to import owed_to

from .conftest import ESA, RHIAN, SAM, TODAY, colleague

NOW = timezone.now()


def record_of(*facts):
    stream, history = uuid4(), []
    for n, told in enumerate(facts, start=1):
        fact = told[0] if isinstance(told, tuple) else told
        ago = told[1] if isinstance(told, tuple) else timedelta(minutes=30)
        history.append(Recorded(stream=stream, number=n, fact=fact, by="job:story", at=NOW - ago, effective=timezone.localdate(NOW - ago)))
    return catalogue().fold.of(stream, history)


def asked(record, by=SAM, ages=None):
    return circumstances(by, NOW, record, catalogue(), ages=ages)


def head(record, tiers=frozenset(), by=SAM):
    lines = before_you_speak(record.seen_by(tiers), asked(record, by), catalogue())
    return {heading: [line.text for line in some] for heading, some in lines}


def test_the_head_says_whom_to_speak_to_how_and_what_to_take_care_of_in_that_order():
    said = head(record_of(*RHIAN()))
    assert list(said)[:4] == ["Speak to", "How", "Take care", "What to watch for"]
    assert said["Speak to"][0] == "Gwen Morgan, appointee for PIP and ESA since 2 May 2024."
    assert said["How"][0] == "Welsh" and "Never by text message" in said["How"]
    assert "Landline phone call, after 11am only (preferred)" in said["How"]
    assert said["Take care"] == ["Give no one the address."]
    assert said["What to watch for"] == ["Needs things explained slowly, one at a time"]


def test_several_messages_alike_are_one_line_that_says_how_many():
    said = head(record_of(*RHIAN(), *[MessageReceived(topic="money", line="ESA", team="esa.case", text="When?")] * 3))["Promised and due"]
    alike = [line for line in said if line.startswith("Read the customer's message")]
    assert len(alike) == 1 and alike[0].endswith(", and 2 more like it")


def test_that_somebody_was_accused_is_said_to_those_who_look_into_it_only():
    record = record_of(*RHIAN(), AllegationAnswered(contact=1, question="fraud", answer=True, line="PIP"))
    assert not any("accused" in line for line in head(record)["Promised and due"])
    assert any(
        "accused" in line
        for line in head(record, by=colleague("compliance_officer", team="compliance", line="COMPLIANCE"))["Promised and due"]
    )


def test_needs_that_were_told_are_not_beside_words_that_nobody_asked():
    assert support(record_of(*RHIAN())).screened == "Nobody has gone through all their needs with them yet"
    assert support(record_of(*RHIAN()[:1])).screened == "Nobody has asked about needs yet"


def test_an_underlying_entitlement_says_that_nothing_is_paid_and_why():
    sp = AwardReported(award="SP-1", benefit="SP", line="SP", amount=92_300, frequency="four_weeks", starts=date(2020, 1, 6))
    ca = AwardReported(award="CA-1", benefit="CA", line="CA", amount=0, frequency="four_weeks", starts=date(2025, 1, 6))
    line = next(a for a in money(record_of(*RHIAN()[:1], sp, ca), NOW, {}).awards if a.award == "CA-1")
    assert (line.state, line.amount, line.frequency, line.next) == ("Nothing is paid", "nothing", "", "none")
    assert line.more == "Underlying entitlement. State Pension is paid instead, for only one of the two can be paid."


def test_a_way_that_a_need_rules_out_is_not_offered_as_how_to_reach_them():
    said = head(record_of(*RHIAN(), NeedRecorded(need="hearing", tier="adjustment")))["How"]
    assert not any(line.startswith(("Landline", "Mobile")) for line in said)
    assert any(line.startswith("Not a landline phone call: ") for line in said)


def test_a_list_of_work_names_the_customer_in_full_whatever_they_like_to_be_called():
    assert owed_to(record_of(*RHIAN(), NameUsedSaid(name_used="Rhi"))).name == "Rhian Morgan"


def test_no_sentence_shows_a_code():
    for fact, spoken in ((NeedsScreened(outcome="none_found"), "none found"), (NextOfKinRecorded(claim="next_of_kin"), "next of kin")):
        assert spoken in sentence_for(Recorded(stream=uuid4(), number=1, fact=fact, by="job:x", at=NOW, effective=TODAY), ESA)
    asked_about = Words("{matter:matter}", "{matter:matter}")
    assert asked_about.say("cy", matter="decision:ESA") == "penderfyniad (Lwfans Cyflogaeth a Chymorth)"


def test_a_disputed_standing_is_said_where_it_would_be_relied_on():
    said = head(record_of(*RHIAN(), AuthorityDisputed(authority="A1", source="partner")))
    assert "disputes" in said["Speak to"][0]


def test_letters_that_came_back_mean_do_not_act_on_silence():
    said = head(record_of(*RHIAN(), RouteFailed(route="post", how="returned")))
    assert "Letters came back: do not act on silence." in said["Take care"]


def test_take_care_says_what_to_do_and_never_why():
    record = record_of(*RHIAN(), SeriousHarmFeared(need="self_harm", said="planted secret"), TakeCareSaid(instruction="call_support_lead"))
    said = str(head(record))
    assert "Speak to the support lead before you act." in said
    assert "planted" not in said and "harm" not in said.lower() and "vulnerab" not in said.lower() and "at risk" not in said.lower()


def test_with_nothing_known_the_head_still_says_what_to_do():
    said = head(record_of(CustomerRegistered(source="PIP", given="Ann", family="Lee")))
    assert said["Speak to"] == ["Ann Lee"]
    assert said["How"] == ["No way of reaching them is known. Ask how they would like to be reached."]
    assert said["Promised and due"] == ["Nothing is promised or due."]


def test_what_is_due_is_a_sentence_with_its_day_and_team():
    said = head(record_of(*RHIAN()))["Promised and due"]
    assert any("Decide whether the suspension of Employment and Support Allowance" in s and "(ESA decision team)" in s for s in said)


def test_the_identity_bar():
    bar = identity_bar(record_of(*RHIAN()), TODAY)
    assert (bar.name, bar.nino, bar.place) == ("Rhian Morgan", "QQ 12 34 56 C", "Flintshire, England or Wales")
    assert bar.born.startswith("4 March 1961 (")


def test_a_protected_address_is_never_the_place():
    record = record_of(*RHIAN(), ProtectedAddressRecorded(lines=("9 Hidden Street", "Secretville"), postcode="QB1 1AA"))
    assert "Secretville" not in identity_bar(record.seen_by(frozenset()), TODAY).place
    assert identity_bar(record, TODAY).place == "Address protected"


def test_each_award_carries_its_source_and_age_and_a_silent_line_is_said():
    record = record_of(*RHIAN())
    said = money(record, NOW, {"PIP": timedelta(minutes=2)})
    pip, esa = said.awards
    assert (pip.amount, pip.frequency, pip.source) == ("£579.60", "every 4 weeks", "from PIP, 2 hours ago")
    assert esa.state.startswith("Suspended since") and esa.next == "none while suspended"
    assert said.silent.startswith("Employment and Support Allowance has not been heard from.") and "do not decide on it" in said.silent
    assert "Personal Independence" not in said.silent


def test_a_payment_not_made_is_said_in_words():
    missed = PaymentMissed(award="PIP-1", benefit="PIP", line="PIP", payment="P9", due=TODAY, amount=57960)
    (said,) = money(record_of(*RHIAN(), missed), NOW, {}).troubles
    assert "£579.60" in said and "was not made" in said


def test_three_states_of_a_death_are_three_sentences():
    reported = DeathReported(source="caller", died=TODAY - timedelta(days=2), line="PIP")
    states = [
        death_banner(record_of(*RHIAN(), *facts))
        for facts in ([reported], [reported, DeathDoubted(source="caller")], [reported, DeathVerified(died=TODAY - timedelta(days=2), source="registration")])
    ]  # fmt: skip
    assert [s.heading for s in states] == ["Death reported", "Death in doubt", "Death verified"]
    assert len({s.text for s in states}) == 3
    assert death_banner(record_of(*RHIAN())) is None


def test_what_is_due_is_offered_as_what_can_be_done():
    record = record_of(*RHIAN())
    done = suggested(record, asked(record, ESA), catalogue())
    assert "review_suspension" in [d.name for d in done]
    assert all(d.href.startswith(f"/staff/customers/{record.stream}/do/") for d in done)


def test_what_another_line_must_do_is_asked_of_it_and_what_waits_says_why():
    record = record_of(*RHIAN())
    here = {(d.name, d.about): d for some in everything(record, asked(record), catalogue()).values() for d in some}
    assert here["resume_payment", "ESA"].ask_line == "ESA"
    waits = here["suspend_payment", "PIP"]
    assert not waits.possible and waits.in_the_way[0].words
    assert any(w.button for w in waits.in_the_way)
    assert waits in not_now(record, asked(record), catalogue(), [])


def test_adverse_actions_are_not_even_offered_to_roles_that_may_not_take_them():
    from .conftest import colleague

    record = record_of(*RHIAN())
    names = {d.name for some in everything(record, asked(record, colleague("agent")), catalogue()).values() for d in some}
    assert "suspend_payment" not in names and "change_address" in names


def test_the_timeline_tells_other_lines_less():
    record = record_of(*RHIAN())
    asked_for = next(f for f, _ in RHIAN()[-1:])
    happened = Recorded(stream=record.stream, number=1, fact=asked_for, by="job:x", at=NOW, effective=TODAY)
    assert "Nobody knows where" in sentence_for(happened, ESA)
    assert "Nobody knows where" not in sentence_for(happened, SAM)


def test_every_kind_of_fact_can_be_said_and_every_filter_shows_something():
    """No chapter's facts are missing from the filters, and no sentence of the timeline has a gap it cannot fill."""
    import msgspec

    from customerview.portals.colleague.timeline import CHAPTERS, SHOWS, kinds_shown

    told = {c.name for c in catalogue().chapters if c.facts}
    assert told <= CHAPTERS.keys(), told - CHAPTERS.keys()
    assert all(kinds_shown(show, catalogue()) for show in SHOWS if show != "all")
    blank = {str: "x", int: 1, bool: True}
    for kind in catalogue().kinds.by_code.values():
        known = {f.name: blank.get(f.type, TODAY) for f in msgspec.structs.fields(kind) if f.required}
        happened = Recorded(stream=uuid4(), number=1, fact=kind(**known), by="job:x", at=NOW, effective=TODAY)
        for audience in ("customer", "line", "lines"):
            for language in ("en", "cy"):
                said = happened.say(audience, language)
                assert said is None or "{" not in said, kind


def test_what_one_sentence_stands_in_the_way_of_is_said_once():
    record = record_of(*RHIAN(), DeathReported(source="family"), DeathVerified(source="registration", died=TODAY))
    held = not_now(record, asked(record, ESA), catalogue(), [])
    said = [way.words for one in held for way in one.in_the_way if not one.ask_line]
    assert said and len(said) == len(set(said))
    assert any(("; " in one.title and "Send a message" in one.title) or "send a message" in one.title for one in held)


def test_nothing_is_offered_about_nobody_and_words_to_the_customer_are_quoted():
    record = record_of(*RHIAN(), DeathReported(source="family"))
    officer = colleague("bereavement_officer", team="bereavement", line="BEREAVEMENT")
    titles = [one.title for some in everything(record, asked(record, officer), catalogue()).values() for one in some]
    assert "Verify standing" not in titles  # nobody has come forward
    assert "“Tell us what helps you”" in titles and "Change an address" in titles


def test_who_has_died_is_reached_by_nobody_and_their_awards_are_not_called_paid():
    record = record_of(*RHIAN(), DeathReported(source="family"), DeathVerified(source="registration", died=TODAY))
    assert "How" not in head(record)
    assert {a.state for a in money(record, NOW, {}).awards if a.award.startswith("PIP")} == {"End not reported"}


def test_what_was_shared_with_several_at_once_is_one_entry():
    told = [
        DeathReported(source="family"),
        *(FactShared(share="death_reported_once", of=1, recipient=line) for line in ("PIP", "ESA", "DEBT")),
    ]
    stream = uuid4()
    facts = [Recorded(stream=stream, number=n, fact=f, by="job:story", at=NOW, effective=TODAY) for n, f in enumerate(told, 1)][::-1]
    said = [e.sentence for e in shared_at_once(facts, [entry(f, SAM) for f in facts])]
    assert said[0] == "Shared with Debt Management, Employment and Support Allowance and Personal Independence Payment." and len(said) == 2


def test_a_choice_among_people_is_filled_in_as_its_number_so_that_who_was_verified_is_found():
    record = record_of(*RHIAN(), DeathReported(source="family"), NextOfKinRecorded(claim="executor", name="Ruth"))
    officer = colleague("bereavement_officer", team="bereavement", line="BEREAVEMENT")
    made = filled_in(catalogue().actions["verify_standing"], {}, record, asked(record, officer))
    assert made.person in record.death.kin


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Suspend {benefit:benefit} as asked.", "Suspend the benefit as asked."),
        ("Do what you were asked, or answer with reasons: {what:asked_of_line}.", "Do what you were asked, or answer with reasons."),
        ("{recipient:line}: stop payments, and end the award.", "Stop payments, and end the award."),
        ("The {type:authority}'s papers came ({why:reason}).", "The authority's papers came."),
    ],
)
def test_of_many_cases_an_instruction_says_what_holds_for_all_of_them(words, said):
    assert of_no_case(words) == said
