"""A decision was looked at again: what came of it, what was found on each point, and the right to appeal with its last day."""

from __future__ import annotations

from customerview.instructions.letters_and_notifications.outcome_facts import DecisionLookedAtAgain
from customerview.kernel import Words
from customerview.kernel.owed import months_after

from ..content import Details, Heading, Items, Paragraph
from .outcome_parts import what_comes_next, what_is_paid
from .spec import Said, Spec, Told

TITLE = Words("We looked again at your {benefit}", "Rydym wedi edrych eto ar eich {benefit}")
ASKED = Words("You asked us to look again at what we decided on {decided}.",
              "Gofynnoch i ni edrych eto ar yr hyn a benderfynwyd gennym ar {decided}.")  # fmt: skip
OUTCOME = {
    "changed": Words("We have changed our decision.", "Rydym wedi newid ein penderfyniad."),
    "not_changed": Words("We have not changed our decision.", "Nid ydym wedi newid ein penderfyniad."),
}
NAME = Words("This letter is your mandatory reconsideration notice. Keep it. You need it if you appeal.",
             "Y llythyr hwn yw eich hysbysiad ailystyriaeth orfodol. Cadwch ef. Bydd ei angen arnoch os byddwch yn apelio.")  # fmt: skip
WHY = Words("What you told us, and what we found", "Yr hyn a ddywedoch wrthym, a'r hyn a ganfuwyd gennym")
POINT, FOUND, RESTS_ON = Words("You told us", "Dywedoch wrthym"), Words("We found", "Canfuom"), Words("We looked at", "Edrychom ar")
STILL = Words("If you still think it is wrong", "Os ydych yn dal i feddwl ei fod yn anghywir")
APPEAL = Words("You can appeal. A judge and other people who do not work for us will look at it. They are called a tribunal.",
               "Gallwch apelio. Bydd barnwr a phobl eraill nad ydynt yn gweithio i ni yn edrych arno. Tribiwnlys yw'r enw arnynt.")  # fmt: skip
BY = Words("The tribunal must get your appeal by {day}.", "Rhaid i'r tribiwnlys gael eich apêl erbyn {day}.")
HOW = (
    Words("You can appeal online or by post.", "Gallwch apelio ar-lein neu drwy'r post."),
    Words("Send this letter, or a copy of it, with your appeal.", "Anfonwch y llythyr hwn, neu gopi ohono, gyda'ch apêl."),
    Words("Ring us if you need the form, or help to fill it in.", "Ffoniwch ni os oes angen y ffurflen arnoch, neu help i'w llenwi."),
    Words("An advice centre can help you. It is free.", "Gall canolfan gynghori eich helpu. Mae am ddim."),
)
LATE = Words("If you are late, tell the tribunal why. It may still look at your appeal.",
             "Os ydych yn hwyr, dywedwch wrth y tribiwnlys pam. Efallai y bydd yn dal i edrych ar eich apêl.")  # fmt: skip


def says(told: Told) -> list[Said]:
    fact = told.fact
    assert isinstance(fact, DecisionLookedAtAgain)
    last = months_after(told.today, told.figure("appeal_months"))
    found: list[Said] = []
    for one in fact.findings:
        rows = ((told.say(POINT), one.point), (told.say(FOUND), one.found), (told.say(RESTS_ON), one.rests_on))
        found.append(("reason", Details(tuple((label, " ".join(said.split())) for label, said in rows if said.strip()))))
    return [
        ("outcome", Paragraph(told.say(ASKED, decided=told.day(fact.decided)))), ("outcome", Paragraph(told.say(OUTCOME[fact.outcome]))),
        *what_is_paid(told, fact), ("", Paragraph(told.say(NAME))), ("reason", Heading(told.say(WHY))), *found, *what_comes_next(told),
        ("rights", Heading(told.say(STILL))), ("rights", Paragraph(told.say(APPEAL))), ("rights", Paragraph(told.say(BY, day=told.day(last)))),
        ("rights", Items(tuple(told.say(one) for one in HOW))), ("rights", Paragraph(told.say(LATE))),
    ]  # fmt: skip


SPEC = Spec(
    code="reconsideration", title=lambda told: told.say(TITLE, benefit=told.benefit()), says=says, after=(DecisionLookedAtAgain,),
    when=lambda fact, record: fact.award in record.awards.held,
)  # fmt: skip
