"""What appointments are for, what to bring, why they are moved, cancelled or missed: codes that are stable, and their words."""

from __future__ import annotations

from customerview.kernel import Words, speak_as

PURPOSES = {
    "claim": Words("a claim", "hawliad"),
    "review": Words("a review of an award", "adolygu dyfarniad"),
    "evidence": Words("documents or other evidence", "dogfennau neu dystiolaeth arall"),
    "identity": Words("proving who they are", "profi pwy ydynt"),
    "form": Words("help to fill in a form", "help i lenwi ffurflen"),
    "work": Words("looking for work", "chwilio am waith"),
    "needs": Words("what help is needed", "pa help sydd ei angen"),
    "health_assessment": Words("a health assessment", "asesiad iechyd"),
    "other": Words("something else", "rhywbeth arall"),
}
TO_THEM = {
    "claim": Words("to talk about your claim", "i drafod eich hawliad"),
    "review": Words("to look at your award again", "i edrych ar eich dyfarniad eto"),
    "evidence": Words("to look at your documents", "i edrych ar eich dogfennau"),
    "identity": Words("to show us who you are", "i ddangos i ni pwy ydych"),
    "form": Words("to help you fill in a form", "i'ch helpu i lenwi ffurflen"),
    "work": Words("to talk about looking for work", "i drafod chwilio am waith"),
    "needs": Words("to talk about the help you need", "i drafod yr help sydd ei angen arnoch"),
    "health_assessment": Words("your health assessment", "eich asesiad iechyd"),
    "other": Words("to talk with you", "i siarad â chi"),
}
"""What it is for, said to the customer."""

BRING = {
    "photo_id": Words("something with your photo on it, such as a passport", "rhywbeth â'ch llun arno, fel pasbort"),
    "letter": Words("the letter about this appointment", "y llythyr am yr apwyntiad hwn"),
    "bank": Words("a bank statement", "cyfriflen banc"),
    "rent": Words("a letter or agreement about your rent", "llythyr neu gytundeb am eich rhent"),
    "medicines": Words("a list of the medicines you take", "rhestr o'r meddyginiaethau rydych yn eu cymryd"),
    "fit_note": Words("your fit note", "eich nodyn ffitrwydd"),
    "aids": Words("your glasses or hearing aids", "eich sbectol neu'ch cymhorthion clyw"),
}

WISHES = {
    "customer": Words("the customer", "y cwsmer"),
    "us": Words("us", "ni"),
    "provider": Words("the assessment provider", "y darparwr asesiadau"),
}
"""At whose wish an appointment is moved or cancelled."""

REASONS = {
    "ill": Words("illness", "salwch"),
    "hospital": Words("a stay in hospital", "arhosiad yn yr ysbyty"),
    "custody": Words("time in custody", "amser yn y ddalfa"),
    "caring": Words("caring for somebody", "gofalu am rywun"),
    "travel": Words("could not get there", "methu cyrraedd yno"),
    "work": Words("work or training", "gwaith neu hyfforddiant"),
    "staff": Words("no colleague to meet them", "dim cydweithiwr i gyfarfod â nhw"),
    "adjustment": Words("something they need could not be there", "nid oedd modd darparu rhywbeth sydd ei angen arnynt"),
    "not_told": Words("not told in a way they can use", "heb gael gwybod mewn ffordd y gallant ei defnyddio"),
    "forgot": Words("forgotten", "wedi'i anghofio"),
    "not_needed": Words("no longer needed", "nid oes ei angen mwyach"),
    "death": Words("a death", "marwolaeth"),
    "other": Words("another reason", "rheswm arall"),
}
WHY_MOVED = {code: REASONS[code] for code in REASONS if code not in ("forgot", "not_needed", "death")}
WHY_CANCELLED = {code: REASONS[code] for code in REASONS if code != "forgot"}
WHY_MISSED = {code: REASONS[code] for code in REASONS if code not in ("staff", "not_needed", "death")}

MISSED_OUTCOMES = {
    "good_reason": Words("Spoke to them: there was a good reason", "Siaradwyd â nhw: roedd rheswm da"),
    "reason": Words("Spoke to them: this is what they said", "Siaradwyd â nhw: dyma a ddywedon nhw"),
    "no_answer": Words("They could not be reached", "Ni ellid eu cyrraedd"),
}

TO_ARRANGE = ("longer_call", "three_way_call", "sign_language", "interpreter", "form_filling", "same_person", "quiet_place")
"""Adjustments that somebody has to arrange before the day; the others are a way of behaving, or were done by the booking itself."""
NOT_ON_THE_DAY = ("email", "more_time", "reminder")
"""Adjustments that are not about what happens at an appointment."""
OWN_WORDS = "own_words"
"""Something the customer said in their own words would help: it has to be arranged like the rest."""


def _said(table: dict[str, Words]):
    return lambda code, lang: table[str(code)].say(lang) if str(code) in table else str(code)


speak_as("meet_about", _said(PURPOSES))
speak_as("wish", _said(WISHES))
speak_as("why_not_met", _said(REASONS | {"": Words("not known", "ddim yn hysbys")}))
