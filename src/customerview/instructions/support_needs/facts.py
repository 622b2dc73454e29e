"""The facts of support needs, adjustments, what to take care of, and digital access. The slice is in `slices.py`.

Three tiers: adjustment, support, serious harm. The third is a kind of its own, restricted, so that no page tells it to
whoever acts for the customer: `SeriousHarmFeared`.
"""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

TIERS = {
    "adjustment": Words("We do something differently", "Rydym yn gwneud rhywbeth yn wahanol"),
    "support": Words("They need help to use the service", "Mae angen help arnynt i ddefnyddio'r gwasanaeth"),
    "serious_harm": Words("Serious harm is feared", "Ofnir niwed difrifol"),
}


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of need: what it is called, and the routes that are of no use to somebody who has it."""

    words: Words
    tier: str = "adjustment"
    rules_out: tuple[str, ...] = ()


_CALLS = ("mobile", "phone")
NEEDS = {
    "hearing": Need(
        words=Words("Cannot hear well enough for a phone call", "Ddim yn clywed yn ddigon da ar gyfer galwad ffôn"), rules_out=_CALLS
    ),
    "speech": Need(words=Words("Cannot speak easily on the phone", "Ddim yn gallu siarad yn hawdd ar y ffôn"), rules_out=_CALLS),
    "calls_distress": Need(words=Words("Phone calls cause distress", "Mae galwadau ffôn yn peri gofid"), rules_out=_CALLS),
    "sight": Need(words=Words("Cannot see standard print", "Ddim yn gallu gweld print safonol"), rules_out=("text",)),
    "reading": Need(
        words=Words("Finds reading or writing hard", "Yn cael darllen neu ysgrifennu'n anodd"), rules_out=("text", "journal", "email")
    ),
    "numbers": Need(words=Words("Finds numbers and dates hard", "Yn cael rhifau a dyddiadau'n anodd")),
    "understanding": Need(
        words=Words("Needs things explained slowly, one at a time", "Angen i bethau gael eu hegluro'n araf, un ar y tro")
    ),
    "memory": Need(words=Words("Forgets appointments and deadlines", "Yn anghofio apwyntiadau a therfynau amser"), tier="support"),
    "cognition": Need(words=Words("Dementia or a brain injury", "Dementia neu anaf i'r ymennydd"), tier="support"),
    "learning": Need(words=Words("A learning disability", "Anabledd dysgu"), tier="support"),
    "autism": Need(words=Words("Autism", "Awtistiaeth")),
    "mental_health": Need(words=Words("Mental ill health", "Salwch meddwl"), tier="support"),
    "mobility": Need(words=Words("Cannot easily leave home", "Ddim yn gallu gadael y cartref yn hawdd")),
    "english": Need(words=Words("English or Welsh is not their first language", "Nid Saesneg na Chymraeg yw eu hiaith gyntaf")),
    "digital": Need(
        words=Words("Cannot use online services", "Ddim yn gallu defnyddio gwasanaethau ar-lein"), rules_out=("journal", "email")
    ),
    "no_phone": Need(words=Words("Has no phone", "Heb ffôn"), rules_out=("mobile", "phone", "text", "text_relay")),
    "no_address": Need(words=Words("Has no fixed address", "Heb gyfeiriad sefydlog"), tier="support", rules_out=("post",)),
    "managing_money": Need(words=Words("Needs help to manage money", "Angen help i reoli arian"), tier="support"),
    "bereaved": Need(words=Words("Recently bereaved", "Wedi cael profedigaeth yn ddiweddar"), tier="support"),
    "leaving_care": Need(words=Words("Leaving care", "Yn gadael gofal"), tier="support"),
    "leaving_prison": Need(words=Words("Leaving prison", "Yn gadael y carchar"), tier="support"),
    "destitution": Need(words=Words("May go without food, heat or a home", "Gall fod heb fwyd, gwres neu gartref"), tier="support"),
    "addiction": Need(words=Words("Addiction", "Dibyniaeth"), tier="support"),
    "terminal_illness": Need(words=Words("Terminal illness", "Salwch terfynol"), tier="support"),
    "other": Need(words=Words("Something else, told in own words", "Rhywbeth arall, mewn geiriau personol")),
    "harm": Need(words=Words("Abuse, neglect or exploitation", "Camdriniaeth, esgeulustod neu gamfanteisio"), tier="serious_harm"),
    "self_harm": Need(words=Words("Suicide or self-harm", "Hunanladdiad neu hunan-niweidio"), tier="serious_harm"),
}
"""Kinds of need as prompts for support, with the tier they usually have. Codes are stable."""

ADJUSTMENTS = {
    "longer_call": Words("Allow more time on calls and at appointments", "Caniatáu mwy o amser ar alwadau ac mewn apwyntiadau"),
    "one_question": Words("Ask one question at a time", "Gofyn un cwestiwn ar y tro"),
    "three_way_call": Words("A call together with somebody trusted", "Galwad gyda rhywun dibynadwy"),
    "reminder": Words("Remind before appointments and deadlines", "Atgoffa cyn apwyntiadau a therfynau amser"),
    "home_visit": Words("Visit at home", "Ymweld â'r cartref"),
    "sign_language": Words("British Sign Language interpreter", "Dehonglydd Iaith Arwyddion Prydain"),
    "interpreter": Words("Interpreter", "Dehonglydd"),
    "email": Words("Write by email", "Ysgrifennu drwy e-bost"),
    "more_time": Words("Give more time to answer", "Rhoi mwy o amser i ateb"),
    "form_filling": Words("Help to fill in forms", "Help i lenwi ffurflenni"),
    "same_person": Words("The same person each time", "Yr un person bob tro"),
    "quiet_place": Words("A quiet place to talk", "Lle tawel i siarad"),
}

TAKE_CARE = {
    "give_no_address": Words("Give no one the address.", "Peidiwch â rhoi'r cyfeiriad i neb."),
    "confirm_to_no_one": Words(
        "Confirm to no one that we know this person.", "Peidiwch â chadarnhau i neb ein bod yn adnabod y person hwn."
    ),
    "speak_alone": Words("Speak to them alone.", "Siaradwch â nhw ar eu pen eu hunain."),
    "not_by_silence": Words("Do not act on silence.", "Peidiwch â gweithredu ar sail tawelwch."),
    "leave_no_message": Words("Leave no message and do not say who is calling.", "Peidiwch â gadael neges na dweud pwy sy'n galw."),
    "visit_in_pairs": Words("Visit in pairs.", "Ymwelwch mewn parau."),
    "do_not_visit": Words("Do not visit without speaking to the support lead.", "Peidiwch ag ymweld heb siarad â'r arweinydd cymorth."),
    "call_support_lead": Words("Speak to the support lead before you act.", "Siaradwch â'r arweinydd cymorth cyn gweithredu."),
    "ask_before_large_sum": Words(
        "Ask how it should be paid before a large sum is sent.", "Gofynnwch sut y dylid ei dalu cyn anfon swm mawr."
    ),
    "other": Words("{what}", "{what}"),
}

DIGITAL_ACCESS = {
    "alone": Words("Uses online services alone", "Yn defnyddio gwasanaethau ar-lein ar eu pen eu hunain"),
    "with_help": Words("Uses online services with help", "Yn defnyddio gwasanaethau ar-lein gyda help"),
    "none": Words("Cannot use online services", "Ddim yn gallu defnyddio gwasanaethau ar-lein"),
}

SUPPORTS = {
    "form_help": Words("help to fill in forms", "help i lenwi ffurflenni"),
    "visit": Words("a visit at home", "ymweliad gartref"),
    "budgeting": Words("help with money", "help gydag arian"),
    "advocate": Words("an independent advocate", "eiriolwr annibynnol"),
    "local_help": Words("local support services", "gwasanaethau cymorth lleol"),
    "health_services": Words("health services", "gwasanaethau iechyd"),
    "digital_help": Words("help to use online services", "help i ddefnyddio gwasanaethau ar-lein"),
    "representative": Words("somebody to act for them", "rhywun i weithredu ar eu rhan"),
}

speak_as("need", lambda code, lang: NEEDS[str(code)].words.say(lang) if str(code) in NEEDS else str(code))
speak_as("adjustment", lambda code, lang: ADJUSTMENTS[str(code)].say(lang) if str(code) in ADJUSTMENTS else str(code))
speak_as("support", lambda code, lang: SUPPORTS[str(code)].say(lang) if str(code) in SUPPORTS else str(code))


@fact(150, customer=Words("We asked what help you need from us.", "Gofynnwyd pa help sydd ei angen arnoch gennym ni."),
      line="Needs were screened: {outcome:choice}.", lines="Needs were screened.")  # fmt: skip
class NeedsScreened(Fact):
    """Somebody asked, by a usable route or from what is known, what this customer needs. `outcome`: none_found or found."""

    outcome: str
    how: str = "asked"
    """asked (the customer), asked_representative, or from_record."""


@fact(151, customer=Words("We recorded what you need: {need:need}.", "Cofnodwyd yr hyn sydd ei angen arnoch: {need:need}."),
      line="Need: {need:need}.", lines="Need: {need:need}.", forget=("said",))  # fmt: skip
class NeedRecorded(Fact):
    """A need of the tiers adjustment or support was learned. `said`: in the customer's own words."""

    need: str
    tier: str = "adjustment"
    source: str = "customer"
    review: date | None = None
    said: str = ""


@fact(152, restricted="safeguarding", from_representatives=True, forget=("said",))
class SeriousHarmFeared(Fact):
    """Serious harm is feared: abuse, neglect, self-harm. It marks the record; why is shown only with the role."""

    need: str
    source: str = "customer"
    review: date | None = None
    said: str = ""


@fact(153, customer=Words("We no longer hold this as a need of yours: {need:need}.", "Nid ydym bellach yn dal hwn fel angen sydd gennych: {need:need}."),
      line="No longer a need: {need:need}.", lines="No longer a need: {need:need}.", forget=("why",))  # fmt: skip
class NeedEnded(Fact):
    """A need of the tiers adjustment or support is over."""

    need: str
    why: str = ""


@fact(154, restricted="safeguarding", from_representatives=True, forget=("why",))
class SeriousHarmPast(Fact):
    """Serious harm is no longer feared, by a named person's judgement."""

    need: str
    why: str = ""


@fact(155, customer=Words("We agreed to do this for you: {adjustment:adjustment}.", "Fe gytunom i wneud hyn i chi: {adjustment:adjustment}."),
      line="Adjustment agreed: {adjustment:adjustment}.", lines="Adjustment agreed: {adjustment:adjustment}.", forget=("detail",))  # fmt: skip
class AdjustmentAgreed(Fact):
    """A reasonable adjustment was agreed. It applies to every line and provider."""

    adjustment: str
    review: date | None = None
    detail: str = ""


@fact(156, customer=Words("We no longer do this for you: {adjustment:adjustment}.", "Nid ydym yn gwneud hyn i chi mwyach: {adjustment:adjustment}."),
      line="Adjustment ended: {adjustment:adjustment}.", lines="Adjustment ended: {adjustment:adjustment}.", forget=("why",))  # fmt: skip
class AdjustmentEnded(Fact):
    """An adjustment is no longer needed, by the customer's own word."""

    adjustment: str
    why: str = ""


@fact(
    160, line="What to take care of was recorded.", lines="What to take care of was recorded.", forget=("what",), from_representatives=True
)
class TakeCareSaid(Fact):
    """What everybody has to do or leave undone, never why. Codes of TAKE_CARE, or "other" with the words in `what`."""

    instruction: str
    review: date | None = None
    what: str = ""


@fact(161, restricted="safeguarding", from_representatives=True, forget=("why",))
class TakeCareReason(Fact):
    """Why care must be taken: for those with the role. `said` is the number of the instruction."""

    said: int
    why: str = ""


@fact(162, line="Something to take care of was ended.", lines="Something to take care of was ended.", from_representatives=True)
class TakeCareEnded(Fact):
    """An instruction to take care no longer holds. `said` is its number."""

    said: int


@fact(165, customer=Words("You told us whether you can use online services.", "Dywedoch wrthym a allwch ddefnyddio gwasanaethau ar-lein."),
      line="Digital access: {access:choice}.", lines="Digital access: {access:choice}.")  # fmt: skip
class DigitalAccessRecorded(Fact):
    """Whether the customer can use online services: alone, with_help or none."""

    access: str
    source: str = "customer"


@fact(170, customer=Words("We offered you {support:support}.", "Cynigiwyd {support:support} i chi."),
      line="Offered: {support:support}.", lines="Offered: {support:support}.", forget=("detail",))  # fmt: skip
class SupportOffered(Fact):
    """Support was offered. The offer is called by this fact's number."""

    support: str
    route: str = ""
    detail: str = ""


@fact(171, customer=Words("You answered our offer of support.", "Ateboch ein cynnig o gymorth."),
      line="The offer of support was answered: {answer:choice}.", lines="The offer of support was answered: {answer:choice}.")  # fmt: skip
class SupportAnswered(Fact):
    """What the customer said to an offer: accepted, declined or later."""

    offer: int
    answer: str
