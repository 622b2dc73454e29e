"""An award is paid from an earlier day: the days, why, what is owed for them, and which assessment dates moved."""

from __future__ import annotations

from customerview.instructions.letters_and_notifications.outcome_facts import AwardBackdated
from customerview.kernel import Words

from ..content import Details, Heading, Paragraph
from . import words as w
from .outcome_parts import in_own_words, what_comes_next, what_is_paid
from .spec import Said, Spec, Told

TITLE = Words("Your {benefit} from an earlier day", "Eich {benefit} o ddiwrnod cynharach")
OUTCOME = Words("We now pay your {benefit} from an earlier day.", "Rydym nawr yn talu eich {benefit} o ddiwrnod cynharach.")
DAYS = Words("Your claim now starts on {starts}. Before, it started on {before}.",
             "Mae eich hawliad nawr yn dechrau ar {starts}. O'r blaen, roedd yn dechrau ar {before}.")  # fmt: skip
WHY = Words("Why we did this", "Pam y gwnaed hyn")
MOVED = Words("The dates we use to work out your money", "Y dyddiadau a ddefnyddiwn i gyfrifo eich arian")
MOVED_TO = Words("It is now", "Nawr mae ar")
WAS = Words("It was", "Roedd ar")
NONE_MOVED = Words("These dates stay as they were.", "Mae'r dyddiadau hyn yn aros fel yr oeddent.")


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, AwardBackdated)
    moved: list[Said] = [
        ("moved_dates", Details(((told.say(WAS), told.day(one.before)), (told.say(MOVED_TO), told.day(one.now))))) for one in fact.moved
    ]  # fmt: skip
    return [
        ("outcome", Paragraph(told.say(OUTCOME, benefit=told.benefit()))),
        ("period", Paragraph(told.say(DAYS, starts=told.day(fact.starts), before=told.day(fact.before)))), *what_is_paid(told, fact),
        ("reason", Heading(told.say(WHY))), *in_own_words("reason", fact.reason), ("moved_dates", Heading(told.say(MOVED))),
        *(moved or [("moved_dates", Paragraph(told.say(NONE_MOVED)))]), *what_comes_next(told), *w.if_it_is_wrong(told),
    ]  # fmt: skip


SPEC = Spec(
    code="backdating", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, after=(AwardBackdated,),
    when=lambda fact, record: fact.award in record.awards.held,
)  # fmt: skip
