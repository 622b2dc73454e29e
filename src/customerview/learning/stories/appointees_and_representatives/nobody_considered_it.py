"""Signs that somebody could not manage, and nobody decided; nobody asked a council."""

from __future__ import annotations

from customerview.instructions.representatives.ask_body import AskBodyToAct, RecordBodysAnswer
from customerview.instructions.representatives.need_facts import CorporateBodyAnswered
from customerview.learning.people import AGENT, CASE_MANAGER, DECISION_MAKER, VISITING_OFFICER, staff
from customerview.learning.points import point

from ..records_and_notes.what_is_given import contact
from .what_is_given import award, decided, sign

ESA_AGENT = staff("agent", line="ESA")


@point("ESA-1.2")
def what_was_asked_for_was_not_done(given):
    """A visiting officer sees that she cannot manage her money; the decision is somebody's, with a day."""
    given(award("ESA")).when(sign("managing"), by=VISITING_OFFICER).owes("consider_appointee", by=10, owner="esa.appointees").later(
        11
    ).late("consider_appointee")


@point("X-12.2")
def signs_and_nothing_done(given):
    """Two lines see signs; it is one duty for the person, and everybody who speaks to her sees that it is open."""
    story = given(award("PIP"), award("UC")).when(sign("process"), by=AGENT).when(sign("silence"), by=CASE_MANAGER)
    story.owes("consider_appointee", by=10, owner="pip.appointees").shown("consider_appointee", saying="not decided yet")


@point("X-21.1")
def the_guidance_was_not_followed(given):
    """A report doubts her capacity: the decision maker decides, or has her visited and then decides."""
    story = given(award("ESA")).when(sign("capacity"), by=DECISION_MAKER).owes("consider_appointee", by=10)
    story.when(decided("visit_first"), by=DECISION_MAKER).owes("decide_after_visit", by=10).later(11).late("decide_after_visit")


@point("X-21.5")
def nobody_weighed_it_and_nobody_was_asked(given):
    """Universal Credit sees a sign; somebody is needed, nobody is known, and a body has to be asked."""
    story = given(award("UC")).when(sign("written_for"), by=AGENT).owes("consider_appointee", by=10, owner="uc.appointees")
    story.when(decided("needed", known=False), by=DECISION_MAKER).owes("approach_corporate_appointee", by=5, owner="uc.appointees")


@point("X-38.5")
def nobody_worked_it_out(given):
    """In a call somebody else speaks for her: the answer to the question at its end opens the decision."""
    story = given(award("UC"))
    contact(story, AGENT, party="third_party", yes=("somebody_else",))
    story.owes("consider_appointee", by=10, owner="uc.appointees").shown("consider_appointee", saying="not decided yet")


@point("ESA-2.1")
def nobody_asked_the_council(given):
    """No relative is suitable: the council is asked; when it refuses, somebody else is."""
    story = given(award("ESA")).when(decided("needed", known=False), by=DECISION_MAKER)
    story.owes("approach_corporate_appointee", by=5, owner="esa.appointees").when(AskBodyToAct(body="Brynfor Council"), by=CASE_MANAGER)
    story.owes("approach_corporate_appointee").later(2).when(
        RecordBodysAnswer(body="Brynfor Council", answer="refuses"), by=CASE_MANAGER
    ).then(CorporateBodyAnswered).owes("approach_corporate_appointee", by=5).when(AskBodyToAct(body="Llanfair Law Centre"), by=CASE_MANAGER)
    story.when(RecordBodysAnswer(body="Llanfair Law Centre", answer="accepts"), by=CASE_MANAGER).owes("body_set_up", by=5)
