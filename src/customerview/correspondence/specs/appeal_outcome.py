"""What a tribunal decided is paid now: the outcome, why, how much, from when, and what can still be done."""

from __future__ import annotations

from customerview.instructions.letters_and_notifications.outcome_facts import AppealPutIntoEffect
from customerview.kernel import Words
from customerview.kernel.owed import months_after

from ..content import Heading, Paragraph
from . import words as w
from .outcome_parts import in_own_words, what_comes_next, what_is_paid
from .spec import Said, Spec, Told

TITLE = Words("Your {benefit} after your appeal", "Eich {benefit} ar ôl eich apêl")
OUTCOME = {
    "agreed": Words("The tribunal looked at your appeal on {decided}. It agreed with you.",
                    "Edrychodd y tribiwnlys ar eich apêl ar {decided}. Cytunodd â chi."),
    "agreed_in_part": Words("The tribunal looked at your appeal on {decided}. It agreed with you in part.",
                            "Edrychodd y tribiwnlys ar eich apêl ar {decided}. Cytunodd â chi yn rhannol."),
}  # fmt: skip
DONE = Words("We have done what it decided.", "Rydym wedi gwneud yr hyn a benderfynodd.")
WHY = Words("Why the tribunal decided this", "Pam y penderfynodd y tribiwnlys hyn")
AMOUNT = Words("Ring us if we do not pay you what the tribunal decided. We will look at it again.",
               "Ffoniwch ni os nad ydym yn talu'r hyn a benderfynodd y tribiwnlys. Byddwn yn edrych arno eto.")  # fmt: skip
FULL_REASONS = Words("You can ask the tribunal for its full reasons. Ask by {day}. It can then tell you if you can go further.",
                     "Gallwch ofyn i'r tribiwnlys am ei resymau llawn. Gofynnwch erbyn {day}. Yna gall ddweud wrthych a allwch fynd ymhellach.")  # fmt: skip
TOO_LATE = Words("The time to ask the tribunal for its full reasons is over. If you need them, tell it why you are late.",
                 "Mae'r amser i ofyn i'r tribiwnlys am ei resymau llawn ar ben. Os oes eu hangen arnoch, dywedwch wrtho pam rydych yn hwyr.")  # fmt: skip


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, AppealPutIntoEffect)
    last = months_after(fact.decided, told.figure("tribunal_reasons_months"))
    further = told.say(FULL_REASONS, day=told.day(last)) if last >= told.today else told.say(TOO_LATE)
    return [
        ("outcome", Paragraph(told.say(OUTCOME[fact.outcome], decided=told.day(fact.decided)))), ("outcome", Paragraph(told.say(DONE))),
        *what_is_paid(told, fact), ("reason", Heading(told.say(WHY))), *in_own_words("reason", fact.reasons), *what_comes_next(told),
        ("rights", Heading(told.say(w.WRONG))), ("rights", Paragraph(told.say(AMOUNT))), ("rights", Paragraph(further)),
    ]  # fmt: skip


SPEC = Spec(
    code="appeal_outcome", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, after=(AppealPutIntoEffect,),
    when=lambda fact, record: fact.award in record.awards.held,
)  # fmt: skip
