"""The forms in which we write to somebody, and by which way each can go."""

from __future__ import annotations

from customerview.kernel import Words, speak_as

FORMATS = {
    "standard": Words("standard print", "print safonol"),
    "large_print_16": Words("large print, 16 point", "print bras, 16 pwynt"),
    "large_print_18": Words("large print, 18 point", "print bras, 18 pwynt"),
    "large_print_24": Words("large print, 24 point", "print bras, 24 pwynt"),
    "cream": Words("print on cream", "print ar hufen"),
    "yellow": Words("print on yellow", "print ar felyn"),
    "blue": Words("print on blue", "print ar las"),
    "easy_read": Words("easy read", "hawdd ei ddeall"),
    "braille": Words("braille, contracted (grade 2)", "braille, byrrach (gradd 2)"),
    "braille_grade_1": Words("braille, uncontracted (grade 1)", "braille, llawn (gradd 1)"),
    "audio": Words("audio", "sain"),
    "html": Words("web page", "tudalen we"),
    "epub": Words("electronic book (EPUB)", "llyfr electronig (EPUB)"),
    "email": Words("plain text, for email", "testun plaen, ar gyfer e-bost"),
    "bsl_video": Words("video in British Sign Language", "fideo yn Iaith Arwyddion Prydain"),
}
"""Every form somebody can choose, for all we write or for one letter."""

COLOURS = ("cream", "yellow", "blue")
"""The colour of the paper when it is printed, and of the page on a screen."""
PRINTED = ("standard", "large_print_16", "large_print_18", "large_print_24", *COLOURS, "easy_read")
POSTED = (*PRINTED, "braille", "braille_grade_1", "audio")
"""What can be put into an envelope. A recording goes on a disc or stick that its maker sends."""
ON_SCREENS = ("html", "epub", "email")
BY_PEOPLE = ("bsl_video",)
"""No machine makes these: they are asked of somebody, with a day by which, and the words come in print meanwhile."""
USUAL = ("standard", *ON_SCREENS)
"""Nobody has to be asked after these; all others are chosen because of a need."""

COLOURED_PAPER = "coloured_paper"
"""How a colour was chosen before there were three to choose from: the colour stood in the detail."""
EARLIER = {COLOURED_PAPER: Words("print on coloured paper", "print ar bapur lliw")}

speak_as("format", lambda code, lang: (FORMATS | EARLIER)[str(code)].say(lang) if str(code) in FORMATS | EARLIER else str(code))


def colour_in(detail: str) -> str:
    """Which colour a detail names; cream when it names none of ours."""
    return next((colour for colour in COLOURS if colour in detail.lower()), "cream")


def by(way: str, form: str) -> str:
    """The form in which something goes by a way: what an envelope or an email cannot carry goes in plain print or plain text."""
    if way == "email":
        return "easy_read" if form == "easy_read" else "email"
    if way == "post":
        return form if form in POSTED else "standard"
    return "standard" if form in BY_PEOPLE else form
