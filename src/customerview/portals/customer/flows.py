"""What customers can do here, page by page. The questions, limits and words are the actions' own."""

from __future__ import annotations

from typing import Any

from customerview.kernel import Record, Words
from customerview.portals.forms import Page, Steps

from .proof_journey import PROVE

NEW_ADDRESS = Words("What is the new address?", "Beth yw’r cyfeiriad newydd?")
CALLS = Words("When and how should we call?", "Pryd a sut y dylem ffonio?")
WE_HAVE_IT = Words(
    "Your record is changed. Every part of the department that pays you sees it.",
    "Mae eich cofnod wedi’i newid. Mae pob rhan o’r adran sy’n eich talu yn ei weld.",
)
NOT_MISSED = Words(
    "We will be in touch to agree what happens. It is not counted as missed, and nothing is taken from you because of it.",
    "Byddwn mewn cysylltiad i gytuno beth sy’n digwydd. Nid yw’n cael ei gyfrif fel un a gollwyd, ac ni chymerir dim oddi wrthych o’i herwydd.",
)
WE_ARRANGE = Words(
    "We arrange it before the day. If we cannot, we will ask you about another day.",
    "Rydym yn ei drefnu cyn y diwrnod. Os na allwn, byddwn yn gofyn i chi am ddiwrnod arall.",
)
BEFORE = "customer/before_a_message.html"
IT_COUNTS = Words(
    "What you say counts from today, however long we take. You can send us more, and what shows it, in a message.",
    "Mae’r hyn a ddywedwch yn cyfrif o heddiw ymlaen, faint bynnag o amser a gymerwn. Gallwch anfon mwy atom, a’r hyn sy’n ei ddangos, mewn neges.",
)
SAFE_WAY = Words("How can we reach you safely?", "Sut gallwn ni eich cyrraedd yn ddiogel?")


def _route(route: str, field: str) -> Any:
    def known(record: Record) -> dict[str, Any]:
        held = record.person.routes.get(route)
        return {field: held.value, "preferred": held.preferred} if held else {}

    return known


def _phone(record: Record) -> dict[str, Any]:
    held = record.person.routes.get("mobile")
    return {"route": "mobile", "number": held.value, "times": held.times, "preferred": held.preferred} if held else {}


FLOWS = {
    steps.name: steps
    for steps in (
        Steps(
            "change_address", Page(fields=("role",)), Page(fields=("line_1", "line_2", "town", "postcode"), title=NEW_ADDRESS), Page(fields=("since",)),
            back="details", after=WE_HAVE_IT,
        ),
        Steps(
            "change_phone", Page(fields=("route",)), Page(fields=("number",)), Page(fields=("times", "preferred"), title=CALLS), known=_phone,
            back="details", after=WE_HAVE_IT,
        ),
        Steps("change_email", Page(fields=("email",)), Page(fields=("preferred",)), known=_route("email", "email"), back="details", after=WE_HAVE_IT),
        Steps(
            "choose_language", Page(fields=("language",)), Page(fields=("interpreter",)), back="details", after=WE_HAVE_IT,
            known=lambda record: {"language": record.person.language, "interpreter": record.person.interpreter},
        ),
        Steps(
            "choose_format", Page(fields=("format",)), Page(fields=("detail",)), back="details", after=WE_HAVE_IT,
            known=lambda record: {"format": record.person.format, "detail": record.person.format_detail},
        ),
        Steps(
            "say_what_to_call_you", Page(fields=("name_used",)), back="details", after=WE_HAVE_IT,
            known=lambda record: {"name_used": record.person.name_used},
        ),
        Steps("say_what_suits", Page(fields=("route",)), Page(fields=("suits",)), back="support", after=WE_HAVE_IT),
        Steps("say_whether_safe", Page(fields=("what",)), Page(fields=("safe",)), back="details", private=True),
        Steps("tell_us_what_helps", Page(fields=("needs",)), Page(fields=("adjustments",)), Page(fields=("said",)), back="support", after=WE_HAVE_IT),
        Steps("answer_offer", Page(fields=("answer",)), given=("offer",), back="support"),
        Steps(
            "send_message_to_us", Page(fields=("topic",), before=BEFORE), Page(fields=("award",)), Page(fields=("text",)),
            given=("topic", "award"), back="messages", send=Words("Send message", "Anfon neges"),
        ),
        Steps(
            "say_you_disagree", Page(fields=("award",), before=BEFORE), Page(fields=("text",)), given=("award",), back="home",
            send=Words("Send it", "Ei anfon"), after=IT_COUNTS,
        ),
        Steps(
            "complain", Page(fields=("text",), before=BEFORE), Page(fields=("wanted",)), Page(fields=("award",)), given=("award",), back="home",
            send=Words("Send complaint", "Anfon y gŵyn"),
        ),
        Steps(
            "record_request", Page(fields=("request",)), Page(fields=("what",)), Page(fields=("award",)),
            Page(
                fields=("earlier_date", "reasons"), when=lambda raw: raw.get("request") == ["backdating"],
                title=Words("From when, and why?", "O bryd, a pham?"),
            ),
            back="home", send=Words("Ask for it", "Gofyn amdano"),
        ),
        PROVE,
        Steps(
            "chase_progress", Page(fields=("matter",)), Page(fields=("award",)), Page(fields=("said",)), back="messages",
            send=Words("Ask where it is", "Gofyn ble mae hi arni"),
        ),
        Steps(
            "say_cannot_make_it", Page(fields=("wish",)), Page(fields=("better",), when=lambda raw: raw.get("wish") == ["move"]), Page(fields=("said",)),
            given=("appointment",), back="appointments", send=Words("Tell us", "Dweud wrthym"), after=NOT_MISSED,
        ),
        Steps(
            "say_what_would_help", Page(fields=("adjustments",)), Page(fields=("said",)), given=("appointment",), back="appointments",
            send=Words("Tell us", "Dweud wrthym"), after=WE_ARRANGE,
        ),
        Steps("request_form", Page(fields=("form",)), Page(fields=("about_what",)), given=("letter",), back="letters", send=Words("Ask for it", "Gofyn amdano")),
        Steps("ask_after_form", Page(fields=("reached",)), Page(fields=("usable",)), given=("letter", "form"), back="letters", send=Words("Tell us", "Dweud wrthym")),
        Steps("promise_call_back", Page(fields=("reason",)), Page(fields=("at",)), back="messages", title=Words("Ask us to call you", "Gofyn i ni eich ffonio")),
        Steps(
            "record_consent", Page(fields=("name",)), Page(fields=("purpose",)), Page(fields=("topics",)), Page(fields=("lines",)),
            Page(fields=("ends",)), back="people", private=True,
        ),
        Steps("withdraw_consent", Page(fields=("authority",)), given=("authority",), back="people", private=True),
        Steps(
            "tell_us_in_private", Page(fields=("worry",)), Page(fields=("route", "safe_way"), title=SAFE_WAY), back="people", private=True,
            title=Words("Tell us something in private", "Dweud rhywbeth wrthym yn breifat"),
        ),
    )
}  # fmt: skip
