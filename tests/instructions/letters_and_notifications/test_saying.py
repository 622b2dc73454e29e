"""Reading letters and comparing them with the record, without a database."""

from __future__ import annotations

import json
from datetime import date

import pytest

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardChanged, AwardReported
from customerview.instructions.letters_and_notifications.comparing import differences
from customerview.instructions.letters_and_notifications.facts import (
    LetterReleased,
    LetterWithdrawn,
    LetterWritten,
    PaymentChangeTold,
    Quote,
)
from customerview.instructions.letters_and_notifications.kinds import LETTERS, PARTS
from customerview.instructions.letters_and_notifications.letters_slice import KEPT
from customerview.instructions.letters_and_notifications.reading import contradictory, named
from customerview.instructions.letters_and_notifications.withdraw_letter import WithdrawLetter
from customerview.instructions.personal_details.facts import AddressChanged, AddressSafetySaid, CustomerRegistered, NameChanged

from ..played import Played, colleague

PIP = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=29_480, frequency="four_weeks", starts=date(2025, 4, 7))
WHO = CustomerRegistered(source="PIP", given="Siân", family="Morgan", born=date(1961, 3, 4), nino="QQ123456C")
TODAY = date(2026, 11, 30)
SAM = colleague("case_manager")


def letter(text: str = "", number: int = 1, **more) -> LetterWritten:
    content = json.dumps({"blocks": [{"type": "paragraph", "text": text}]})
    return LetterWritten(
        letter=f"L{number}", spec="message_answer", language="en", form="standard", way="post", about="PIP-1", content=content, **more
    )


def said_wrongly(*facts, **of) -> str:
    record = Played(catalogue(), TODAY).given(WHO, PIP, *facts).record
    return " ".join(differences(record.letters.waiting["L1"], record, TODAY))


@pytest.mark.parametrize(("text", "wrong"), [
    ("You get £294.80 from 7 April 2025.", ""), ("Cewch £294.80 o 7 Ebrill 2025.", ""), ("You get £300.", "£300.00 stands nowhere"),
    ("You get £1,294.80.", "£1,294.80 stands nowhere"), ("It starts on 8 April 2025.", "8 April 2025 is no day"), ("It starts on 08/04/2025.", "8 April 2025"),
    ("It starts on 31 June 2025.", "31 June 2025 is not a real day"), ("Mae'n dechrau ar 8 Mai 2025.", "8 May 2025"),
    ("Your number is QQ 12 34 56 C.", ""), ("Your number is QQ 65 43 21 A.", "National Insurance number"), ("Dear Mrs Morgan,", ""),
    ("Annwyl Siân Morgan,", ""), ("Dear Mr Evans,", "Nobody called Evans"), ("Today is 30 November 2026.", ""),
])  # fmt: skip
def test_what_a_text_names_is_in_the_record(text, wrong):
    found = said_wrongly(letter(text))
    assert (wrong in found) if wrong else not found, found


def test_what_was_quoted_and_has_changed_since_is_found():
    quotes = (
        Quote(what="name", text="Siân Morgan"),
        Quote(what="amount", of="PIP-1", pence=29_480, starts=PIP.starts),
        Quote(what="address", of="home", text="1 Mill Lane, QA1 1AA"),
    )
    home = AddressChanged(role="home", lines=("1 Mill Lane",), postcode="QA1 1AA")
    written = letter("Hello.", quotes=quotes)
    assert said_wrongly(home, written) == ""
    assert "the record says Siân Price" in said_wrongly(home, written, NameChanged(given="Siân", family="Price"))
    assert "no longer their home address" in said_wrongly(home, written, AddressChanged(role="home", lines=("2",), postcode="QA1 1AB"))
    assert "not safe" in said_wrongly(home, written, AddressSafetySaid(role="home", safe=False))
    other = AwardReported(award="PIP-1", benefit="PIP", line="PIP", amount=10_000, frequency="week", starts=PIP.starts)
    assert "the record says £100.00" in said_wrongly(home, written, other)


def test_two_sentences_that_cannot_both_be_are_found_in_both_languages():
    assert contradictory(["You are paid from 7 April 2025.", "You are not paid from 7 April 2025."])
    assert contradictory(["Telir chi o 7 Ebrill 2025. Ni delir chi o 7 Ebrill 2025."])
    assert contradictory(["You are paid from 7 April 2025. You are not paid from 8 April 2025."]) is None
    assert contradictory(["Your home changed on 7 April 2025. You are not paid from 7 April 2025."]) is None


def test_nothing_is_read_into_plain_text():
    assert named(["Ring 0808 157 0100 on Tuesday, room 12."]) == (set(), set(), set(), set(), set())


def test_a_letter_that_waits_is_somebodys_until_it_is_released_or_withdrawn():
    story = Played(catalogue(), TODAY).given(WHO, PIP, letter("Hello."))
    assert "settle_waiting_letter" in {o.duty for o in story.record.duties.open.values()}
    story.when(WithdrawLetter(letter="L1", why="Told by phone"), by=SAM)
    assert not story.record.duties.of("settle_waiting_letter") and not story.record.letters.waiting
    story.given(letter("Hello.", 2), LetterReleased(letter="L2"))
    assert not story.record.duties.of("settle_waiting_letter")


def test_what_waits_is_bounded():
    story = Played(catalogue(), TODAY).given(*(letter("Hello.", n) for n in range(3 * KEPT)))
    assert len(story.record.letters.waiting) == KEPT
    assert isinstance(LetterWithdrawn(letter="L1").spec, str)


def test_a_changed_payment_that_comes_soon_is_told_the_day_before_it_and_any_within_two_days():
    changed = AwardChanged(award="PIP-1", benefit="PIP", line="PIP", amount=30_000, frequency="four_weeks", next_payment=date(2026, 12, 2))
    story = Played(catalogue(), TODAY).given(WHO, PIP, changed)
    due = {o.duty: o.due for o in story.record.duties.of("tell_customer_of_payment_change")}
    assert due == {"tell_customer_of_payment_change": date(2026, 12, 2), "tell_before_first_changed_payment": date(2026, 12, 1)}
    story.given(PaymentChangeTold(award="PIP-1", route="post"))
    assert not story.record.duties.of("tell_customer_of_payment_change")


def test_every_part_a_letter_needs_has_a_name():
    assert {part for kind in LETTERS.values() for part in kind.needs} <= PARTS.keys()
