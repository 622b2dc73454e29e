"""The instructions on sending: looked at again in the last second, and nothing that comes back is left lying."""

from __future__ import annotations

from customerview.kernel import Record, Recorded, Words, duty, guard, held, in_words, reason, refused

from ..directory import team
from ..journal_and_callbacks.teams import lead_line
from ..personal_details.formats import USUAL
from .act_on_returned_post import ActOnReturnedPost
from .addressee import TO_WHOEVER_ACTS, still_theirs
from .ask_after_form import AskAfterForm
from .cancel_letter import CancelLetter
from .facts import LetterWritten
from .release_letter_again import ReleaseLetterAgain
from .request_form import RecordFormReceipt, RecordFormSent
from .safe_ways import POST, address_of, reaches_only_them, route_of
from .send_letter import SendLetter
from .sending_facts import (
    FormAskedAfter,
    FormRequested,
    FormRequestReceived,
    FormSent,
    LetterCameBack,
    LetterCancelled,
    LetterHeld,
    LetterNotTaken,
    LetterReleasedAgain,
    LetterSent,
    PrintRunHandedOver,
    PrintRunReconciled,
    ReturnedPostActedOn,
)

SOURCE = "design of the platform: whatever leaves is asked again at the moment of sending"
REVIEWS = "documents and evidence instruction, from the published reviews of serious cases"
OPERATIONS = team("OPERATIONS")

# In the last second --------------------------------------------------------------------------------------------------


@guard(SendLetter, source=SOURCE)
def letter_only_where_safe(action, record, asked):
    """Nothing is posted to an address that is not safe, nor to a home somebody had to leave in secret; no way that is unsafe is used."""
    if _to_whoever_acts(action, record):
        return None
    route = record.person.routes.get(route_of(action.way))
    if action.way == "email" and not (route and route.value):
        return refused("We know no email address. Ask the customer for one, or agree another way.")
    address = address_of(record.sendings.letters.get(action.letter), record)
    if action.way in POST and address is None and all(one.safe for one in record.person.addresses.values()):
        return refused("We know no address for letters. Ask the customer for one, or agree another way.")
    if not reaches_only_them(action.way, address, record):
        return held("It is not certain that this would reach only the customer. Agree with them how to send it.")
    return None


@guard(SendLetter, source=REVIEWS, learned_from=("PC-1.1",))
def no_letter_where_one_came_back(action, record, asked):
    """Once post or email came back, nothing more goes there until the address was changed, or checked and confirmed."""
    route = record.person.routes.get(route_of(action.way))
    if route is None or route.works or _to_whoever_acts(action, record):
        return None
    return held("The last one sent there came back. Check the address with the customer, then send it.")


@guard(SendLetter, source=SOURCE)
def letter_to_the_address_of_today(action, record, asked):
    """A letter written to an address that has changed since does not go there. Somebody sends it to the new one, or writes it again."""
    one = record.sendings.letters.get(action.letter)
    address = address_of(one, record)
    if action.way not in POST or one is None or one.again or address is None or len(one.to) < 2:
        return None
    today = (*address.lines, address.postcode)
    return (
        None if one.to[-len(today) :] == today else held("The address changed after this letter was written. Send it to the new address.")
    )


@guard(SendLetter, source="conventions of the learning themes: safety from those close by; letters follow who acts")
def letter_to_who_acts_now(action, record, asked):
    """A letter to whoever acts leaves only while they act, and goes to their address of today. Otherwise somebody decides whom it is for."""
    one = record.sendings.letters.get(action.letter)
    if one is None or one.recipient != TO_WHOEVER_ACTS:
        return None
    now = still_theirs(one.to[0], record, asked.today) if one.to else None
    if now is None:
        return held("Whoever this is to may not act for the customer now. Cancel it, and write to whoever it is for.")
    if one.again or now.to == one.to:
        return None
    return held("The address of whoever acts changed after this letter was written. Send it to the new one.")


def _to_whoever_acts(action, record) -> bool:
    one = record.sendings.letters.get(action.letter)
    return one is not None and one.recipient == TO_WHOEVER_ACTS


def _who_settles(happened: Recorded, record: Record) -> str:
    """Who can say what becomes of a letter that was held: it depends on what stood in the way."""
    by_reason = {
        "outgoing_stops_at_death": team("BEREAVEMENT"),
        "letter_only_where_safe": team("SUPPORT"),
        "form_not_made_here": OPERATIONS,
    }
    return by_reason.get(happened.fact.why) or team(lead_line(record))


settle_held_letter = duty(
    "A letter was not sent: {why:held}. Send it after all, or cancel it.",
    after=LetterHeld, until=(LetterSent, LetterCancelled, LetterReleasedAgain), per="letter", owner=_who_settles, within="due_wd",
    by_doing=(ReleaseLetterAgain, CancelLetter), source=SOURCE,
)  # fmt: skip

mend_letter_not_taken = duty(
    "A letter did not leave: {why:not_taken}. Put it right and send it, or cancel it.",
    after=LetterNotTaken, until=(LetterSent, LetterCancelled, LetterReleasedAgain), per="letter", owner=OPERATIONS, within="due_wd",
    by_doing=(ReleaseLetterAgain, CancelLetter), source=SOURCE,
)  # fmt: skip

# What comes back -----------------------------------------------------------------------------------------------------

act_on_returned_post = duty(
    "A letter came back. Compare addresses across services, reach the customer another way, put the address right, send it again.",
    after=LetterCameBack, until=ReturnedPostActedOn, per="letter", owner=lambda happened, record: team(lead_line(record)),
    within="due_wd", harm=2, by_doing=(ActOnReturnedPost, ReleaseLetterAgain), source=REVIEWS, learned_from=("PC-1.1",),
)  # fmt: skip


@guard(every=lambda about: about.effect == "takes_away", rule="act_on_returned_post", source=REVIEWS, learned_from=("PC-1.1",))
def no_adverse_step_on_returned_letter(action, record, asked):
    """No adverse step rests on a letter that came back: until that was acted on, whoever takes one says what it rests on instead."""
    back = record.sendings.returned_and_open
    if not back:
        return None
    return reason(f"A letter to this customer came back on {in_words(back[0].came_back)}. Say what this rests on, other than that letter.")


# Print runs ----------------------------------------------------------------------------------------------------------

reconcile_print_run = duty(
    "The print provider has not said what became of every letter of run {run}. Ask for its reconciliation file.",
    after=PrintRunHandedOver, until=PrintRunReconciled, counts=lambda owed, happened, record: happened.fact.missing == 0, per="run",
    owner=OPERATIONS, within="due_wd", source=SOURCE,
)  # fmt: skip

# Other forms ---------------------------------------------------------------------------------------------------------


def _to_be_asked_after(happened: Recorded, record: Record) -> bool:
    """A form other than the usual ones, which this customer has not yet said they can use."""
    return happened.fact.form not in USUAL and not record.sendings.good_forms.get(happened.fact.form, False)


ask_after_other_form = duty(
    "Ask the customer whether their letter as {form:any_form} reached them, and whether they could use it.",
    rule="other_forms_reach_and_serve", after=(LetterSent, FormSent), when=_to_be_asked_after, until=FormAskedAfter,
    per=lambda happened: happened.fact.form, owner=lambda happened, record: team(lead_line(record)), begins_in="ask_after_wd",
    within="ask_due_wd", by_doing=(AskAfterForm,), source="alternative formats are tracked to delivery and asked about afterwards",
    promise=Words("Ask you whether the form we sent was of use", "Gofyn i chi a oedd y ffurf a anfonom o ddefnydd"),
)  # fmt: skip

send_in_a_form_they_can_use = duty(
    "The customer could not use their letter as {form:any_form}, or it did not reach them. Send it in a form they can use.",
    rule="other_forms_reach_and_serve", after=FormAskedAfter, when=lambda happened, record: not happened.fact.usable,
    until=(LetterWritten, FormRequested), owner=lambda happened, record: team(lead_line(record)), within="again_due_wd",
    source="alternative formats are tracked to delivery and asked about afterwards",
)  # fmt: skip


def _request(happened: Recorded) -> str:
    """The number of the request, which the request itself is."""
    return str(getattr(happened.fact, "request", happened.number))


supplier_confirms_form = duty(
    "Ask the supplier for {form:made_by_people}, and record that it confirmed.",
    rule="forms_made_by_people", after=FormRequested, until=(FormRequestReceived, FormSent), per=_request, owner=OPERATIONS,
    within="receipt_due_wd", by_doing=(RecordFormReceipt,), source="alternative formats are tracked to delivery and asked about afterwards",
)  # fmt: skip

form_made_and_sent = duty(
    "{form:made_by_people}: see that it is made and sent.",
    rule="forms_made_by_people", after=FormRequested, until=FormSent, per=_request, owner=OPERATIONS,
    within=lambda happened, record: happened.fact.due, by_doing=(RecordFormSent,),
    source="alternative formats are tracked to delivery and asked about afterwards",
    promise=Words("Send you what you asked for: {form:made_by_people}", "Anfon yr hyn y gofynnoch amdano: {form:made_by_people}"),
)  # fmt: skip
