"""Where a letter is, said to whoever it is to and to colleagues: sent, where, when, and what came back."""

from __future__ import annotations

from customerview.kernel import Words, in_words

from ..personal_details.facts import ADDRESS_ROLES
from .sending_facts import CAME_BACK, HELD, NOT_TAKEN, WAYS
from .sending_slice import Sending

NOT_YET = Words("We have not sent it yet.", "Nid ydym wedi'i anfon eto.")
CHECKING = Words(
    "We have not sent it yet. We are checking where it should go.",
    "Nid ydym wedi'i anfon eto. Rydym yn gwirio i ble y dylai fynd.",
)
IN_THE_ACCOUNT = Words("It is here in your account.", "Mae yma yn eich cyfrif.")
BY_EMAIL = Words("We sent it to your email address on {since:date}.", "Fe'i hanfonwyd i'ch cyfeiriad e-bost ar {since:date}.")
BY_POST = Words("We are posting it. It should reach you between {expected:day} and {latest:day}.",
                "Rydym yn ei bostio. Dylai eich cyrraedd rhwng {expected:day} a {latest:day}.")  # fmt: skip
POSTED = Words("It was posted. It should reach you by {latest:day}.", "Cafodd ei bostio. Dylai eich cyrraedd erbyn {latest:day}.")
ARRIVED = Words("It reached your email address on {since:date}.", "Cyrhaeddodd eich cyfeiriad e-bost ar {since:date}.")
YOU_HAVE_IT = Words("It was posted, and you told us that it reached you.", "Cafodd ei bostio, a dywedoch wrthym ei fod wedi eich cyrraedd.")
BACK = Words("It came back to us on {since:date}. Check that the address we have for you is right.",
             "Daeth yn ôl atom ar {since:date}. Gwiriwch fod y cyfeiriad sydd gennym ar eich cyfer yn gywir.")  # fmt: skip
AGAIN = Words(
    "Something went wrong and it did not leave. We are putting that right.",
    "Aeth rhywbeth o'i le ac ni adawodd. Rydym yn cywiro hynny.",
)
NOT_SENT = Words("It was not sent.", "Ni chafodd ei anfon.")


def to_the_customer(one: Sending) -> Words:
    """Where it is, in plain words. Of why it was held nothing is said here: whoever acts for the customer reads it too."""
    gone = IN_THE_ACCOUNT if one.way == "portal" else BY_EMAIL if one.way == "email" else BY_POST if one.expected else BY_EMAIL
    said = {
        "written": NOT_YET, "released": NOT_YET, "held": CHECKING, "sent": gone, "posted": POSTED if one.latest else gone,
        "delivered": ARRIVED if one.way == "email" else YOU_HAVE_IT if one.way in ("print", "notify") else IN_THE_ACCOUNT, "came_back": BACK, "not_taken": AGAIN, "cancelled": NOT_SENT,
    }[one.state]  # fmt: skip
    values = {"since": one.since, "expected": one.expected, "latest": one.latest}
    return Words(*(said.say(lang, **values) for lang in ("en", "cy")))


def to_a_colleague(one: Sending) -> str:
    """What was sent, where, when, and what came back, in a line."""
    when, way = in_words(one.since), WAYS.get(one.way, Words(one.way, one.way)).en
    where = f", to the {ADDRESS_ROLES[one.role].en}" if one.role in ADDRESS_ROLES else ""
    due = f", expected {in_words(one.expected)} to {in_words(one.latest)}" if one.expected and one.latest else ""
    match one.state:
        case "held":
            return f"not sent: {HELD[one.why].en if one.why in HELD else one.why.replace('_', ' ')} ({when})"
        case "sent":
            return f"sent by {way}{where} on {when}{due}"
        case "posted":
            return f"posted{where}, told on {when}{due}"
        case "delivered":
            return f"arrived by {way} on {when}"
        case "came_back":
            done = "acted on" if one.acted_on else "to be acted on"
            return f"came back on {when}: {CAME_BACK[one.why].en if one.why in CAME_BACK else one.why}, {done}"
        case "not_taken":
            return f"did not leave: {NOT_TAKEN[one.why].en if one.why in NOT_TAKEN else one.why} ({when})"
        case "cancelled":
            return f"cancelled on {when}"
    return f"waits to be sent since {when}"
