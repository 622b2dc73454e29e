"""The instructions on what letters say: true, whole, plain and on time. How they leave and come back is in `sending_rules.py`."""

from __future__ import annotations

from datetime import date, timedelta

from customerview.kernel import Words, approval, duty, guard, needs, refused, team_of

from ..awards_and_payments.facts import AwardChanged, AwardEnded, PaymentChanged
from ..bereavement.facts import DeathReported, DeathVerified
from ..directory import BENEFITS, team
from .ask_for_letter import AskForLetter
from .comparing import differences
from .edit_letter import EditLetter
from .facts import LetterReleased, LetterWithdrawn, LetterWritten, PaymentChangeTold
from .kinds import LETTERS, PARTS
from .reading import contradictory, easy_texts, longest, reading_age, sentences, texts
from .release_letter import ReleaseLetter
from .tell_of_payment_change import TellOfPaymentChange
from .withdraw_letter import WithdrawLetter

SOURCE = "letters and notifications instruction"
TELLING_BEGINS = date(2026, 11, 24)
"""Changes recorded before this day were told by the lines themselves."""


@guard(ReleaseLetter, source=SOURCE, learned_from=("X-5.3", "X-13.7", "X-33.7", "X-38.4"), kind="check", overridden_by=())
def letter_facts_match_record(action, record, asked):
    """Every name, address, day, amount and event in a letter agrees with the record and with the rest of the letter, or it stays."""
    letter = record.letters.waiting[action.letter]
    if wrong := differences(letter, record, asked.today):
        return refused("This letter does not agree with the record. Put it right, or withdraw it.", missing=tuple(wrong))
    if pair := contradictory([*texts(letter.content), *easy_texts(letter.content)]):
        return refused("Two things in this letter contradict each other. Put one right.", missing=pair)
    return None


@guard(ReleaseLetter, source=SOURCE, learned_from=("X-8.7",))
def edited_letter_checked(action, record, asked):
    """A letter whose standard wording was edited leaves only when it passed the checks of facts, parts and plain words, and a
    second person signed it."""
    letter = record.letters.waiting[action.letter]
    if letter.edited:
        return approval("team_leader", "The standard wording was edited. A second person reads the letter and signs it.")
    return None


@guard(ReleaseLetter, source=SOURCE, learned_from=("X-35.3", "X-38.4"), kind="check", overridden_by=())
def letter_complete_and_clear(action, record, asked):
    """A letter has every part its kind needs (what was decided, why, from when, how much, what next, rights), in words that are read
    at the age set."""
    letter = record.letters.waiting[action.letter]
    lacking = [PARTS[part].en for part in LETTERS[letter.spec].needs if part not in letter.parts]
    if lacking:
        return refused("Parts of this letter are missing.", missing=tuple(lacking))
    said = texts(letter.content)
    if hard := longest(said, asked.figure("sentence_words")):
        return needs(EditLetter, "One sentence is too long. Make two of it.", missing=(hard,))
    names = [q.text for q in letter.quotes if q.text] + [w for b in BENEFITS.values() for w in b]
    if letter.language == "en" and reading_age(said, names) > asked.figure("reading_age"):
        hard = max(sentences(said), key=lambda s: reading_age([s], names))
        return needs(EditLetter, "The words are too hard. Use shorter words and sentences.", missing=(hard,))
    return None


def _who_asked(happened, record):
    """The team that asked for the letter; what the platform wrote by itself is the team's of the award."""
    waits = record.letters.waiting.get(happened.fact.letter)
    return team_of(waits.by if waits else "") or team(record.awards.line_of(happened.fact.about) or "OPERATIONS")


settle_waiting_letter = duty(
    Words("Release the letter, put it right or withdraw it: {spec:letter}.", "Rhyddhewch y llythyr, cywirwch ef neu tynnwch ef yn ôl: {spec:letter}."),
    rule="letter_complete_and_clear", kind="check", after=LetterWritten, until=(LetterReleased, LetterWithdrawn), per="letter",
    owner=_who_asked,
    within="settle_due_wd", by_doing=(ReleaseLetter, EditLetter, WithdrawLetter), source=SOURCE,
)  # fmt: skip

tell_customer_of_payment_change = duty(
    Words("Tell the customer that their payment changes: {award}.", "Dywedwch wrth y cwsmer fod eu taliad yn newid: {award}."),
    after=(AwardChanged, PaymentChanged), until=PaymentChangeTold, ends=(AwardEnded, DeathReported, DeathVerified), per="award",
    owner=lambda happened, record: team(happened.fact.line, "payments"), within="due_wd", by_doing=(AskForLetter, TellOfPaymentChange),
    promise=Words("We will tell you before your payment changes.", "Byddwn yn dweud wrthych cyn i'ch taliad newid."), harm=2,
    since=TELLING_BEGINS, source=SOURCE, learned_from=("UC-6.4",),
)  # fmt: skip


def _next_changed(happened, record):
    return happened.fact.next_payment if isinstance(happened.fact, AwardChanged) else happened.fact.due


def _comes_soon(happened, record):
    """Sooner than two working days can be counted on, weekends and holidays between."""
    day = _next_changed(happened, record)
    return day is not None and happened.day <= day <= happened.day + timedelta(weeks=1)


tell_before_first_changed_payment = duty(
    Words("Tell the customer before the changed payment is made: {award}.", "Dywedwch wrth y cwsmer cyn gwneud y taliad sydd wedi newid: {award}."),
    rule="tell_customer_of_payment_change", after=(AwardChanged, PaymentChanged), when=_comes_soon, until=PaymentChangeTold,
    ends=(AwardEnded, DeathReported, DeathVerified), per="award", owner=lambda happened, record: team(happened.fact.line, "payments"),
    within=lambda happened, record: max(happened.day, _next_changed(happened, record) - timedelta(days=1)),
    by_doing=(AskForLetter, TellOfPaymentChange), harm=2, since=TELLING_BEGINS, source=SOURCE, learned_from=("UC-6.4",),
)  # fmt: skip
