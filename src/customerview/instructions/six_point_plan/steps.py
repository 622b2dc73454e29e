"""The steps of the plan, in the order they are shown: what to do, what to say, what to ask. Any may be done first."""

from __future__ import annotations

import msgspec

from customerview.kernel import Words


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step, in few words. `say` is read out; `ask` are questions; `do` is for the colleague alone."""

    title: Words
    do: Words
    say: tuple[Words, ...] = ()
    ask: tuple[Words, ...] = ()


STEPS = {
    "take_it_seriously": Step(
        title=Words("Take it seriously", "Ei gymryd o ddifrif"),
        do=Words("Stay with them. Let them talk. Do not hang up, and do not put them on hold.",
                 "Arhoswch gyda nhw. Gadewch iddynt siarad. Peidiwch â rhoi'r ffôn i lawr, a pheidiwch â'u rhoi i aros."),
        say=(Words("Thank you for telling me. I am going to stay with you.", "Diolch am ddweud wrthyf. Rwy'n mynd i aros gyda chi."),),
        ask=(Words("Are you thinking of ending your life, or of hurting yourself?", "A ydych chi'n meddwl am roi diwedd ar eich bywyd, neu am eich brifo'ch hun?"),),
    ),
    "bring_a_colleague_in": Step(
        title=Words("Bring a colleague in", "Dod â chydweithiwr i mewn"),
        do=Words("Raise your hand, or call across. Your colleague opens this customer, chooses Danger to life, and joins. They ring 999, find numbers and tell the team leader.",
                 "Codwch eich llaw, neu galwch ar draws. Mae eich cydweithiwr yn agor y cwsmer hwn, yn dewis Perygl i fywyd, ac yn ymuno. Maent yn ffonio 999, yn dod o hyd i rifau ac yn dweud wrth arweinydd y tîm."),
        say=(Words("A colleague is helping me, so that I can keep listening to you.", "Mae cydweithiwr yn fy helpu, er mwyn i mi allu dal i wrando arnoch."),),
    ),
    "find_out": Step(
        title=Words("Find out", "Dod i wybod"),
        do=Words("Write down their words. Where they are now comes first.", "Ysgrifennwch eu geiriau. Lle maent nawr sy'n dod gyntaf."),
        ask=(
            Words("Where are you now?", "Ble rydych chi nawr?"),
            Words("Is somebody with you?", "A oes rhywun gyda chi?"),
            Words("What have you thought of doing, and when?", "Beth ydych chi wedi meddwl ei wneud, a phryd?"),
            Words("Have you taken or done anything already?", "A ydych chi wedi cymryd neu wneud unrhyw beth yn barod?"),
        ),
    ),
    "get_emergency_help": Step(
        title=Words("Get emergency help", "Cael cymorth brys"),
        do=Words("If life may be in danger now, ring 999, or have your colleague ring. You do not need consent. If you are not sure, ring.",
                 "Os gall bywyd fod mewn perygl nawr, ffoniwch 999, neu gofynnwch i'ch cydweithiwr ffonio. Nid oes angen caniatâd arnoch. Os nad ydych yn siŵr, ffoniwch."),
        say=(Words("I am worried about you, so help is being sent to you.", "Rwy'n poeni amdanoch, felly mae cymorth yn cael ei anfon atoch."),),
    ),
    "offer_support": Step(
        title=Words("Offer support", "Cynnig cefnogaeth"),
        do=Words("Offer somebody to talk to today. Give the numbers on this page.", "Cynigiwch rywun i siarad ag ef heddiw. Rhowch y rhifau ar y dudalen hon."),
        ask=(Words("Who could be with you today? Who helps you already?", "Pwy allai fod gyda chi heddiw? Pwy sy'n eich helpu yn barod?"),),
    ),
}  # fmt: skip
"""The sixth point is to hand on: how it ended, who follows up and by when. The plan ends with it."""
HAND_ON = "hand_on"
