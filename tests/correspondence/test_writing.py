"""Letters that write themselves: what chapters decide is followed from the feed, once each, in the customer's language and form."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace

from customerview.correspondence.writing import take
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.ask_for_letter import AskForLetter
from customerview.instructions.letters_and_notifications.edit_letter import EditLetter
from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten, PaymentChangeTold
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.outcome_facts import Finding, MovedDate
from customerview.instructions.letters_and_notifications.reading import texts
from customerview.instructions.letters_and_notifications.release_letter import ReleaseLetter
from customerview.instructions.letters_and_notifications.report_appeal_outcome import ReportAppealOutcome
from customerview.instructions.letters_and_notifications.report_backdating import ReportBackdating
from customerview.instructions.letters_and_notifications.report_reconsideration import ReportReconsideration
from customerview.instructions.personal_details.facts import (
    AddressChanged,
    AddressSafetySaid,
    CustomerRegistered,
    FormatChosen,
    LanguageChosen,
)
from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.kernel import LONDON, Actor, Recorded, in_words
from customerview.kernel.owed import months_after
from customerview.learning.stage import Happened
from customerview.ledger import writing
from customerview.ledger.bulk import load_streams
from customerview.perform import Invalid, NotAllowed, Refused, perform

MANAGER = Actor(kind="colleague", id="1", roles=frozenset({"case_manager"}), teams=("pip.case",), line="PIP")
LEADER = Actor(kind="colleague", id="2", roles=frozenset({"team_leader"}), teams=("pip.case",), line="PIP")
PIP = {"award": "PIP-1", "benefit": "PIP", "line": "PIP"}
SINCE = date(2026, 11, 2)


class House:
    """One customer with PIP, known for long, and what happens to them now."""

    def __init__(self, database) -> None:
        self.database, self.stream = database, uuid4()
        begun = [
            CustomerRegistered(source="PIP", given="Siân", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C"),
            AddressChanged(role="home", lines=("1 Heol y Tŷ", "Llanfair"), postcode="VL1 2AB"),
            AwardReported(**PIP, amount=29_480, frequency="four_weeks", starts=date(2025, 4, 7)),
        ]
        at = datetime.now(UTC) - timedelta(days=40)
        history = [
            Recorded(stream=self.stream, number=n, fact=f, by="job:test", at=at, effective=at.date()) for n, f in enumerate(begun, 1)
        ]
        with database.connect("worker") as db:
            load_streams(db, catalogue(), [(history, catalogue().fold.of(self.stream, history))])

    def does(self, action, by=MANAGER, **more):
        with self.database.using("worker"):
            return perform(action, on=self.stream, by=by, ledger=writing(None, catalogue()), catalogue=catalogue(), **more)

    def happens(self, *facts):
        self.does(Happened(happened=facts), Actor(kind="job", id="history", roles=frozenset({"job"})))
        return self

    def write(self) -> list[LetterWritten]:
        with self.database.using("worker"):
            while take():
                pass
        return self.of(LetterWritten)

    def of(self, kind) -> list:
        with self.database.using("worker"), writing(None, catalogue()).transaction() as unit:
            return [h.fact for h in unit.facts(self.stream, 1, None) if isinstance(h.fact, kind)]


@pytest.fixture
def house(own_database):
    return House(own_database)


def said(letter: LetterWritten) -> str:
    return " ".join(texts(letter.content))


def test_a_suspension_is_told_by_letter_once_in_welsh_and_large_print(house):
    house.happens(
        LanguageChosen(language="cy"),
        FormatChosen(format="large_print_18"),
        PaymentSuspended(**PIP, ground="whereabouts", since=SINCE),
    )
    (letter,) = house.write()
    assert (letter.spec, letter.language, letter.form, letter.way, letter.role) == (
        "suspension",
        "cy",
        "large_print_18",
        "post",
        "home",
    )
    assert "2 Tachwedd 2026" in said(letter) and "Nid ydym yn gwybod ble rydych yn byw nawr." in said(letter)
    assert json.loads(letter.content)["to"] == ["Siân Morgan", "1 Heol y Tŷ", "Llanfair", "VL1 2AB"]
    assert [r.letter for r in house.of(LetterReleased)] == [letter.letter] and house.of(PaymentChangeTold)
    assert len(house.write()) == 1, "however often the feed is followed"


SYSTEM = Actor(kind="client", id="pip-system", roles=frozenset({"line_system"}), line="PIP")
TODAY = datetime.now(LONDON).date()
POINT = Finding(point="You need help to wash.", found="You need help to wash your hair.", rests_on="The letter from your doctor.")


def test_a_reconsideration_answers_each_point_and_says_the_last_day_to_appeal(house):
    """Whatever a line reports of it is what the customer reads: outcome, each finding, the sum as the record has it, and the day."""
    again = {"award": "PIP-1", "decided": date(2026, 10, 1), "outcome": "not_changed"}
    with pytest.raises(Invalid, match="each point"):
        house.does(ReportReconsideration(**again), SYSTEM)
    with pytest.raises(NotAllowed):
        house.does(ReportReconsideration(**again, findings=(POINT,)), replace(SYSTEM, line="UC"))
    house.does(ReportReconsideration(**again, findings=(POINT,)), SYSTEM)
    (letter,) = house.write()
    assert letter.spec == "reconsideration" and house.of(LetterReleased)[0].spec == "reconsideration"
    told = said(letter)
    for words in ("on 1 October 2026", "We have not changed our decision", f"We found: {POINT.found}", "£294.80 every 4 weeks",
                  f"must get your appeal by {in_words(months_after(TODAY, 1))}"):  # fmt: skip
        assert words in told
    assert set(letter.parts) >= set(LETTERS["reconsideration"].needs)


def test_a_reason_that_names_a_sum_the_record_does_not_hold_keeps_the_letter_with_a_person(house):
    """X-5.3 from the line's report on: what a person typed is compared with the record before it leaves."""
    wrong = ReportAppealOutcome(
        award="PIP-1", decided=TODAY, outcome="agreed", reasons="You get £194.60 now.", arrears=12_00, arrears_on=TODAY
    )
    house.does(wrong, SYSTEM)
    (letter,) = house.write()
    assert "We owe you £12.00" in said(letter) and not house.of(LetterReleased)
    with pytest.raises(Refused, match="does not agree with the record"):
        house.does(ReleaseLetter(letter=letter.letter))


def test_backdating_is_told_when_the_award_itself_begins_on_that_day_with_the_dates_that_moved(house):
    earlier = ReportBackdating(
        award="PIP-1", starts=date(2025, 3, 7), before=date(2025, 4, 7), reason="You were ill.", arrears=1_000, arrears_on=TODAY,
        moved=(MovedDate(before=date(2025, 4, 7), now=date(2025, 3, 7)),),
    )  # fmt: skip
    with pytest.raises(Invalid, match="begins on 7 April 2025"):
        house.does(earlier, SYSTEM)
    house.happens(LanguageChosen(language="cy"), AwardReported(**PIP, amount=29_480, frequency="four_weeks", starts=date(2025, 3, 7)))
    house.does(earlier, SYSTEM)
    letter = next(one for one in house.write() if one.spec == "backdating")
    assert "7 Mawrth 2025" in said(letter) and "Nawr mae ar: 7 Mawrth 2025" in said(letter) and "moved_dates" in letter.parts
    assert letter.letter in [r.letter for r in house.of(LetterReleased)]


def test_what_happened_long_ago_is_written_to_nobody(house):
    assert house.write() == []


def test_no_letter_goes_to_an_address_that_is_not_safe(house):
    house.happens(AddressSafetySaid(role="home", safe=False), PaymentSuspended(**PIP, ground="identity", since=SINCE))
    (letter,) = house.write()
    assert "Heol" not in letter.content and letter.role == "" and letter.way != "post"


def test_words_of_ones_own_are_held_when_the_record_says_otherwise_and_leave_when_put_right(house):
    house.does(AskForLetter(letter="message_answer", said="You get £300.00 every 4 weeks.\n\nWe will ring you."))
    (letter,) = house.write()
    assert house.of(LetterReleased) == []
    with pytest.raises(Refused) as refusal:
        house.does(ReleaseLetter(letter=letter.letter))
    assert "£300.00 stands nowhere in the record." in refusal.value.outcomes[0].missing
    place = next(n for n, text in enumerate(texts(letter.content)) if "£300" in text)
    house.does(EditLetter(letter=letter.letter, paragraph=f"{letter.letter}:{place}", text="You get £294.80 every 4 weeks."))
    with pytest.raises(Refused) as refusal:
        house.does(ReleaseLetter(letter=letter.letter))
    assert [(o.kind, o.satisfied_by) for o in refusal.value.outcomes] == [("approval", "team_leader")]
    house.does(ReleaseLetter(letter=letter.letter), propose=True)
    waits = [p for p in house.of(object) if type(p).__name__ == "ActionProposed"]
    assert waits
    with house.database.using("worker"), writing(None, catalogue()).transaction() as unit:
        (proposal,) = unit.load(house.stream).proposals.open
    house.does(catalogue().actions["approve_proposal"](proposal=proposal), LEADER)
    assert [r.letter for r in house.of(LetterReleased)] == [letter.letter]


def test_next_of_kin_are_written_to_after_a_death(house):
    house.happens(DeathReported(source="family", died=date(2026, 11, 20), reporter="A neighbour"))
    house.does(catalogue().actions["write_to_next_of_kin"](letter="first"), Actor(
        kind="colleague", id="3", roles=frozenset({"bereavement_officer"}), teams=("bereavement",), line="BEREAVEMENT"))  # fmt: skip
    (letter,) = house.write()
    assert (letter.spec, letter.recipient) == ("bereavement", "next_of_kin")
    assert json.loads(letter.content)["to"][0] == "Next of kin of Siân Morgan"
    assert house.of(LetterReleased), "a letter to next of kin goes out after a death"


def test_a_colleague_asks_for_a_letter_and_it_is_written_from_the_record(house):
    house.does(AskForLetter(letter="award_notice", award="PIP-1"))
    (letter,) = house.write()
    assert letter.asked and "£294.80 every 4 weeks" in said(letter) and house.of(LetterReleased)


def test_nobody_writes_to_somebody_who_was_reported_dead(house):
    house.happens(
        DeathReported(source="family", died=date(2026, 11, 20), reporter="A neighbour"),
        PaymentSuspended(**PIP, ground="identity", since=SINCE),
    )
    assert house.write() == []


def test_a_letter_that_is_held_is_the_work_of_the_team_that_asked_for_it(house):
    house.does(AskForLetter(letter="message_answer", said="You get £300.00."))
    house.write()
    with house.database.using("worker"), writing(None, catalogue()).transaction() as unit:
        (owed,) = unit.load(house.stream).duties.of("settle_waiting_letter")
    assert owed.owner == "pip.case"
