"""Rhian Morgan: her money is stopped and should have been looked at again, a call was promised and not made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from customerview.instructions.awards_and_payments.facts import Component
from customerview.kernel import LONDON

from .. import cast
from .telling import Role, Story, Telling

RHIAN = Role(sub="customer-rhian", kind="customer", name="Rhian Morgan", label="Her ESA is stopped; Welsh, large print", born=date(1961, 3, 4),
             look_at=("Money stopped stands first: why, how to restart it, urgent help, how to challenge it.",
                      "What was promised, and that we are late.", "Change the language, the address or how letters look.",
                      "Her next appointment: what will be there, and a way to move it without losing anything.",
                      "Prove you get PIP, and open the PDF in large print."))  # fmt: skip
GWEN = Role(sub="representative-gwen", kind="representative", name="Gwen Morgan", label="Acts for Rhian Morgan (appointee)", born=date(1985, 11, 30),
            look_at=("She acts for Rhian, and for nobody else. She does not see what is kept from whoever acts.",))  # fmt: skip


def tell(told: Telling) -> None:
    esa, pip = cast.line_system("ESA"), cast.line_system("PIP")
    agent, pip_agent = cast.colleague("ESA", "agent", 1), cast.colleague("PIP", "agent", 2)
    rhian = told.opened(
        0, "PIP", RHIAN.born or told.today, "Rhian", "Morgan", known=930, lines=("7 Heol y Capel", "Llanfair"), postcode="VL1 2AB",
        nation="england_and_wales", mobile="07700 900461", phone="01632 960461", language="cy", format="large_print_18",
    )  # fmt: skip
    gwen = told.opened(
        1, "CA", GWEN.born or told.today, "Gwen", "Morgan", known=930, lines=("7 Heol y Capel", "Llanfair"), postcode="VL1 2AB",
        nation="england_and_wales", mobile="07700 900462", language="cy",
    )  # fmt: skip
    told.happens(rhian, 929, cast.colleague("PIP", "case_manager", 1), "record_authority", authority="appointee-rhian", type="appointee",
                 holder=str(gwen), name="Gwen Morgan", lines=("PIP", "ESA"), starts=date(2024, 5, 2), document="BF57", no_end=True,
                 paid_to="To Rhian's own account", address_line="7 Heol y Capel, Llanfair", postcode="VL1 2AB", language="cy")  # fmt: skip
    told.happens(gwen, 929, pip, "record_acts_for", authority="appointee-rhian", type="appointee", person=rhian, lines=("PIP", "ESA"))
    told.happens(rhian, 900, agent, "change_phone", route="phone", number="01632 960461", times="After 11am only", preferred=True)
    told.happens(rhian, 900, agent, "say_what_suits", route="text", suits=False)
    told.happens(rhian, 880, agent, "record_need", need="understanding", source="told", said="One thing at a time, please")
    told.happens(rhian, 880, agent, "agree_adjustment", adjustment="one_question")
    told.happens(rhian, 880, agent, "say_take_care", instruction="give_no_address")
    told.happens(rhian, 880, agent, "pin_note", text="Needs questions one at a time.")
    living, moving = (
        Component(code="daily_living", level="enhanced", pence=11_460),
        Component(code="mobility", level="standard", pence=3_030),
    )
    told.awarded(rhian, "PIP", 57_960, "four_weeks", (living, moving), days_ago=800)
    esa_award = told.awarded(rhian, "ESA", 29_180, "fortnight", (Component(code="support", pence=5_035),), days_ago=790, next_in=None)
    told.happens(
        rhian, 21, esa, "report_suspension", award=esa_award, since=told.day(21), ground="whereabouts", doubt="Where she lives now"
    )
    told.happens(rhian, 21, agent, "record_route_failed", route="post", how="returned")
    sent = told.happens(rhian, 5, cast.customer(rhian), "send_message_to_us", topic="money", award=esa_award,
                        text="Ni allaf dalu fy rhent ddydd Gwener. Pryd ddaw fy arian?")  # fmt: skip
    told.happens(rhian, 5, agent, "take_first_look", message=sent[0].number, heard=("none",), money=True, asks=True)
    promised = told.working_day(3)
    told.happens(rhian, told.at(told.working_day(4)), pip_agent, "promise_call_back", reason="Gwen wants to go through the PIP letter",
                 at=datetime.combine(promised, time(10), LONDON) + timedelta())  # fmt: skip
    told.happens(rhian, told.at(told.working_day(2)), pip_agent, "acknowledge_key_facts")
    told.happens(rhian, told.at(told.working_day(2)), pip_agent, "book_appointment", how="phone", minutes=40, purpose="review", award="PIP-1", agreed=True,
                 at=datetime.combine(told.working_day(-6), time(11, 30), LONDON), with_whom="Gwen Morgan", also=("longer_call",), bring=("letter",))  # fmt: skip
    told.happens(rhian, 180, cast.colleague("PIP", "case_manager", 1), "review_appointee", authority="appointee-rhian", suitable=True, needed=True,
                 outcome="goes_on", said="Paid into Rhian's own account. Gwen and Rhian were both spoken to.")  # fmt: skip
    told.signs_in_as(rhian, RHIAN)
    told.signs_in_as(gwen, GWEN)


STORY = Story(
    slug="rhian-morgan", headline="Money stopped and not looked at again; a call promised and not made", tell=tell, sign_in_as=(RHIAN, GWEN)
)
