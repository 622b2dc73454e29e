"""Why whoever acts for a customer opens the record: kept with the look, in the words of one list, so that it is read in two languages."""

from __future__ import annotations

from customerview.kernel import Words

SIGNED_IN = Words("Signed in to act for the customer", "Wedi mewngofnodi i weithredu dros y cwsmer")
WHY_OPENED = {
    "payments": Words("To look at payments", "I edrych ar daliadau"),
    "letters": Words("To read a letter or a message, or answer one", "I ddarllen llythyr neu neges, neu ateb un"),
    "change": Words("To tell about a change", "I roi gwybod am newid"),
    "proof": Words("To get a proof of benefit", "I gael prawf o fudd-dal"),
    "help": Words("To ask for something or for help", "I ofyn am rywbeth neu am help"),
    "review": Words("To see that all is well", "I weld bod popeth yn iawn"),
}


def said(reason: str, lang: str) -> str:
    """The reason in a language, when it is one of these; else as it was written."""
    return next((words.say(lang) for words in (SIGNED_IN, *WHY_OPENED.values()) if words.en == reason), reason)
