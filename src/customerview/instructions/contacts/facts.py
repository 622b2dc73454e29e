"""The facts of a contact, and what is asked and answered in it. The slice they fold into is in `slices.py`."""

from __future__ import annotations

from customerview.kernel import Fact, Words, fact, speak_as

CHANNELS = {
    "call_in": Words("a call to us", "galwad i ni"),
    "call_out": Words("a call from us", "galwad gennym ni"),
    "letter": Words("a letter", "llythyr"),
    "message": Words("a message", "neges"),
    "face_to_face": Words("a meeting", "cyfarfod"),
    "video": Words("a video call", "galwad fideo"),
    "visit": Words("a visit", "ymweliad"),
}
PARTIES = {
    "customer": Words("the customer", "y cwsmer"),
    "representative": Words("somebody who acts for the customer", "rhywun sy'n gweithredu dros y cwsmer"),
    "third_party": Words("somebody with no recorded authority", "rhywun heb awdurdod wedi'i gofnodi"),
    "colleague": Words("a colleague", "cydweithiwr"),
}
CHECKS = {
    "questions": Words("by questions", "drwy gwestiynau"),
    "known": Words("known from an earlier contact", "yn hysbys o gyswllt cynharach"),
    "signed_in": Words("signed in", "wedi mewngofnodi"),
    "documents": Words("by documents", "drwy ddogfennau"),
    "not_checked": Words("not checked", "heb ei wirio"),
}
OUTCOMES = {
    "reached": Words("spoke to them", "siaradwyd â nhw"),
    "no_answer": Words("no answer", "dim ateb"),
    "message_left": Words("left a message", "gadawyd neges"),
    "wrong_person": Words("somebody else answered", "atebodd rhywun arall"),
    "failed": Words("the route did not work", "ni weithiodd y llwybr"),
    "sent": Words("sent, no answer yet", "anfonwyd, dim ateb eto"),
}
QUESTIONS = {
    "suicide": Words("Suicide or self-harm: said, written or feared by anyone?", "Hunanladdiad neu hunan-niwed: a ddywedwyd, a ysgrifennwyd neu a ofnwyd gan unrhyw un?"),
    "danger": Words("Danger, abuse, neglect or exploitation?", "Perygl, camdriniaeth, esgeulustod neu gamfanteisio?"),
    "health": Words("Is health worse, or a new condition mentioned?", "A yw iechyd yn waeth, neu a soniwyd am gyflwr newydd?"),
    "death": Words("Was a death reported, or doubted?", "A adroddwyd am farwolaeth, neu a amheuwyd un?"),
    "disagrees": Words("Does the customer disagree with a decision?", "A yw'r cwsmer yn anghytuno â phenderfyniad?"),
    "dissatisfied": Words("Is the customer dissatisfied with us or a provider?", "A yw'r cwsmer yn anfodlon â ni neu ddarparwr?"),
    "change": Words("Was a change reported (address, household, health, stay, caring)?", "A adroddwyd am newid (cyfeiriad, cartref, iechyd, arhosiad, gofalu)?"),
    "somebody_else": Words("Did somebody else speak or write for the customer, or can the customer not manage alone?",
                           "A wnaeth rhywun arall siarad neu ysgrifennu dros y cwsmer, neu a yw'r cwsmer yn methu ymdopi ar ei ben ei hun?"),
    "evidence": Words("Was evidence offered or received?", "A gynigiwyd neu a dderbyniwyd tystiolaeth?"),
    "request": Words("Was something asked for, promised or chased?", "A ofynnwyd am rywbeth, a addawyd neu a holwyd am rywbeth?"),
    "help": Words("Was help needed, or can the customer not use a channel?", "A oedd angen help, neu a yw'r cwsmer yn methu defnyddio sianel?"),
    "fraud": Words("Was somebody accused of fraud?", "A gyhuddwyd rhywun o dwyll?"),
}  # fmt: skip
"""The recognition questions, in the order they are asked; the codes are stable."""

speak_as("channel", lambda code, lang: CHANNELS[str(code)].say(lang) if str(code) in CHANNELS else str(code))
speak_as("party", lambda code, lang: PARTIES[str(code)].say(lang) if str(code) in PARTIES else str(code))
speak_as("attempt", lambda code, lang: OUTCOMES[str(code)].say(lang) if str(code) in OUTCOMES else str(code))
speak_as("question", lambda code, lang: QUESTIONS[str(code)].say(lang) if str(code) in QUESTIONS else str(code))


@fact(500, customer=Words("A contact with us began: {channel:channel}.", "Dechreuodd cyswllt â ni: {channel:channel}."),
      line="Contact began: {channel:channel}, with {party:party}.", lines="Contact began: {channel:channel}, with {party:party}.",
      forget=("who",))  # fmt: skip
class ContactStarted(Fact):
    """A contact began: by which channel, with whom, and how it was checked that they are who they say."""

    channel: str
    party: str
    checked: str
    line: str
    who: str = ""


@fact(501, line="The contact was noted.", lines="The contact was noted.", forget=("reported", "agreed", "follows", "note"))
class ContactNoted(Fact):
    """What was said in a contact so far: reported, agreed, what comes next. Each noting replaces the one before."""

    contact: int
    reported: str = ""
    agreed: str = ""
    follows: str = ""
    note: str = ""


@fact(502, line="Asked: {question:question} {answer:yes_no}.", forget=("detail",), from_representatives=True)
class RecognitionAnswered(Fact):
    """One recognition question was answered. A yes starts what it starts at once."""

    contact: int
    question: str
    answer: bool
    line: str
    detail: str = ""


@fact(507, line="Asked: {question:question} {answer:yes_no}.", forget=("detail",), restricted="safeguarding", from_representatives=True)
class DangerAnswered(RecognitionAnswered):
    """A question about danger to somebody was answered: read by the safeguarding role."""


@fact(508, line="Asked: {question:question} {answer:yes_no}.", forget=("detail",), restricted="counter_fraud", from_representatives=True)
class AllegationAnswered(RecognitionAnswered):
    """Whether somebody was accused of fraud: read by the counter-fraud role."""


RESTRICTED_ANSWERS = {"suicide": DangerAnswered, "danger": DangerAnswered, "fraud": AllegationAnswered}
ANSWERED = (RecognitionAnswered, DangerAnswered, AllegationAnswered)


def answered(*, contact: int, question: str, answer: bool, line: str, detail: str = "") -> RecognitionAnswered:
    """The answer to a question, as the kind that only those may read who should. Older answers are of the first kind."""
    kind = RESTRICTED_ANSWERS.get(question, RecognitionAnswered)
    return kind(contact=contact, question=question, answer=answer, line=line, detail=detail)


@fact(503, line="The contact was picked up by another colleague.")
class ContactPickedUp(Fact):
    """Another colleague goes on with a contact."""

    contact: int


@fact(504, customer=Words("Your contact with us ended.", "Daeth eich cyswllt â ni i ben."), line="Contact ended.",
      lines="Contact ended.", forget=("summary",))  # fmt: skip
class ContactEnded(Fact):
    """A contact ended. The summary is in the customer's words, and they can read it."""

    contact: int
    summary: str = ""


@fact(505, customer=Words("We tried to reach you: {route:route}.", "Fe geision ni eich cyrraedd: {route:route}."),
      line="Tried to reach the customer: {route:route}, {outcome:attempt}.",
      lines="Tried to reach the customer: {route:route}, {outcome:attempt}.", forget=("about",))  # fmt: skip
class ContactAttempted(Fact):
    """Somebody tried to reach the customer. On a route that they cannot use it is no attempt: `usable` says which it was."""

    route: str
    outcome: str
    usable: bool
    line: str
    about: str = ""


@fact(506, line="Acted on: {question:question}", forget=("what",), from_representatives=True)
class RecognitionActedOn(Fact):
    """What a yes to a recognition question started was done, or why nothing was needed."""

    contact: int
    question: str
    what: str = ""


speak_as("yes_no", lambda value, lang: {"en": ("No", "Yes"), "cy": ("Na", "Ie")}[lang][bool(value)])
