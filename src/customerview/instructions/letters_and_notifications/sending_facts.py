"""The facts of a letter leaving and coming back: sent, held, posted, delivered, returned; and of forms that people make."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact, speak_as

from ..personal_details.formats import EARLIER, FORMATS

WAYS = {
    "print": Words("post", "post"),
    "notify": Words("post", "post"),
    "email": Words("email", "e-bost"),
    "portal": Words("your online account", "eich cyfrif ar-lein"),
}
"""How a letter leaves: by our print provider or by GOV.UK Notify's, which are both post to whoever gets it; by email; in the account."""

HELD = {
    "outgoing_stops_at_death": Words("a death was reported", "adroddwyd am farwolaeth"),
    "letter_only_where_safe": Words(
        "it is not certain that it would reach only the customer", "nid yw'n sicr y byddai'n cyrraedd y cwsmer yn unig"
    ),
    "no_letter_where_one_came_back": Words("the last one sent there came back", "daeth yr un diwethaf a anfonwyd yno yn ôl"),
    "letter_to_the_address_of_today": Words(
        "the address changed after it was written", "newidiodd y cyfeiriad ar ôl iddo gael ei ysgrifennu"
    ),
    "letter_to_who_acts_now": Words(
        "whoever it is to may not act for the customer now, or moved",
        "efallai nad yw'r sawl y mae ato yn gweithredu dros y cwsmer nawr, neu symudodd",
    ),
    "nobody_can_be_told": Words(
        "it is in the account, and there is no way left to tell the customer so",
        "mae yn y cyfrif, ac nid oes ffordd ar ôl i ddweud hynny wrth y cwsmer",
    ),
    "form_not_made_here": Words("this form of it is not made here", "nid yw'r ffurf hon ohono yn cael ei gwneud yma"),
}
"""Why a letter did not leave: the rule that stood in the way, in words for colleagues."""

CAME_BACK = {
    "returned": Words("the post brought it back", "daeth y post ag ef yn ôl"),
    "bounced": Words("the email address does not exist or is full", "nid yw'r cyfeiriad e-bost yn bodoli neu mae'n llawn"),
}
NOT_TAKEN = {
    "refused": Words("the printer would not take it", "gwrthododd yr argraffydd ef"),
    "address": Words("the address was not accepted", "ni dderbyniwyd y cyfeiriad"),
    "technical": Words("a technical fault", "nam technegol"),
    "missing": Words("the printer says nothing of it", "nid yw'r argraffydd yn dweud dim amdano"),
}
MADE_BY_PEOPLE = {
    "bsl_video": Words("a video in British Sign Language", "fideo yn Iaith Arwyddion Prydain"),
    "audio_recording": Words("a recording read by a person", "recordiad wedi'i ddarllen gan berson"),
    "braille_transcription": Words("braille made by a transcriber", "braille wedi'i wneud gan drawsgrifiwr"),
    "easy_read_written": Words("easy read, written for this letter", "hawdd ei ddeall, wedi'i ysgrifennu ar gyfer y llythyr hwn"),
    "translation": Words("a translation", "cyfieithiad"),
}
"""Forms that no program makes well: a supplier makes them, confirms that it was asked, and has a day by which."""
OF_PEOPLE = {"bsl_video": "bsl_video", "easy_read": "easy_read_written"}
"""What is asked of people where a letter is not made here in the form that somebody reads."""

speak_as("way", lambda code, lang: WAYS[str(code)].say(lang) if str(code) in WAYS else str(code))
speak_as("held", lambda code, lang: HELD[str(code)].say(lang) if str(code) in HELD else str(code).replace("_", " "))
speak_as("came_back", lambda code, lang: CAME_BACK[str(code)].say(lang) if str(code) in CAME_BACK else str(code))
speak_as("not_taken", lambda code, lang: NOT_TAKEN[str(code)].say(lang) if str(code) in NOT_TAKEN else str(code))
speak_as(
    "any_form",
    lambda code, lang: (
        (FORMATS | EARLIER | MADE_BY_PEOPLE)[str(code)].say(lang) if str(code) in FORMATS | EARLIER | MADE_BY_PEOPLE else str(code)
    ),
)
speak_as("made_by_people", lambda code, lang: MADE_BY_PEOPLE[str(code)].say(lang) if str(code) in MADE_BY_PEOPLE else str(code))


@fact(770,
      customer=Words("We sent you a letter by {way:way}: {title}.", "Anfonom lythyr atoch drwy {way:way}: {title}."),
      line="A letter was sent by {way:way}: {title}.", lines="A letter was sent by {way:way}.", forget=("title", "to"))  # fmt: skip
class LetterSent(Fact):
    """A letter left, after death, danger, returned post and the address were looked at again. `address` is the number of the fact
    that told the address, `to` what was written on it, `run` the print run or the message that carried it."""

    letter: str
    way: str
    form: str
    language: str
    run: str = ""
    role: str = ""
    address: int = 0
    expected: date | None = None
    latest: date | None = None
    title: str = ""
    to: tuple[str, ...] = ()


@fact(771, customer=Words("We have not sent you a letter yet. We are checking where it should go.",
                          "Nid ydym wedi anfon llythyr atoch eto. Rydym yn gwirio i ble y dylai fynd."),
      line="A letter was not sent: {why:held}.", lines="A letter was not sent.")  # fmt: skip
class LetterHeld(Fact):
    """A letter did not leave, or was taken out before it left. `why` is the rule that stood in the way."""

    letter: str
    why: str


@fact(772, line="A letter that was held was released again.", lines="A letter that was held was released again.")
class LetterReleasedAgain(Fact):
    """A letter may leave after all, to the address of today."""

    letter: str


@fact(773, customer=Words("A letter that had not been sent was cancelled.", "Canslwyd llythyr nad oedd wedi'i anfon."),
      line="A letter was cancelled before it was sent.", lines="A letter was cancelled before it was sent.", forget=("why",))  # fmt: skip
class LetterCancelled(Fact):
    """A letter will not be sent."""

    letter: str
    why: str = ""


@fact(774, customer=Words("Your letter was posted on {day:date}.", "Postiwyd eich llythyr ar {day:date}."),
      line="A letter was posted on {day:date}.", lines="A letter was posted.")  # fmt: skip
class LetterPosted(Fact):
    """The printer says on which day it was posted."""

    letter: str
    day: date


@fact(775, customer=Words("Your letter was delivered on {day:date}.", "Danfonwyd eich llythyr ar {day:date}."),
      line="A letter was delivered on {day:date}.", lines="A letter was delivered.")  # fmt: skip
class LetterDelivered(Fact):
    """It is known to have arrived: an email was accepted, a letter in the account was opened."""

    letter: str
    day: date


@fact(776, customer=Words("A letter we sent you came back to us.", "Daeth llythyr a anfonom atoch yn ôl atom."),
      line="A letter came back: {why:came_back}.", lines="A letter came back.")  # fmt: skip
class LetterCameBack(Fact):
    """What was sent did not reach the customer."""

    letter: str
    way: str
    why: str


@fact(
    777,
    line="A letter could not be delivered by the provider: {why:not_taken}.",
    lines="A letter could not be delivered by the provider.",
)
class LetterNotTaken(Fact):
    """Whoever was to print or carry it did not. It is still ours to send."""

    letter: str
    why: str


@fact(778, customer=Words("We looked into the letter that came back.", "Fe edrychom i'r llythyr a ddaeth yn ôl."),
      line="What followed from the returned letter was recorded.", lines="Returned post was acted on.", forget=("found",))  # fmt: skip
class ReturnedPostActedOn(Fact):
    """Addresses were compared, the customer was reached another way, the address corrected, and the letter sent again or not."""

    letter: str
    reached: bool
    corrected: bool
    found: str = ""


@fact(779, customer=Words("You told us whether what we sent reached you and could be used.",
                          "Dywedoch wrthym a gyrhaeddodd yr hyn a anfonom ac a oedd modd ei ddefnyddio."),
      line="Asked whether the letter in another form ({form:any_form}) reached them: {reached:yes_no}; could be used: {usable:yes_no}.",
      lines="Asked after a letter in another form.")  # fmt: skip
class FormAskedAfter(Fact):
    """The customer was asked whether braille, audio, large print or another form reached them and could be used."""

    letter: str
    form: str
    reached: bool
    usable: bool


@fact(780, customer=Words("You asked for {form:made_by_people}. It is due by {due:date}.",
                          "Gofynnoch am {form:made_by_people}. Mae i fod i gyrraedd erbyn {due:date}."),
      line="Asked for: {form:made_by_people}, due by {due:date}.", lines="A form made by people was asked for.", forget=("about",))  # fmt: skip
class FormRequested(Fact):
    """A form that people make was asked for, of a letter or of what `about` says."""

    form: str
    due: date
    letter: str = ""
    about: str = ""


@fact(781, customer=Words("We have asked for it to be made.", "Rydym wedi gofyn iddo gael ei wneud."),
      line="The supplier confirmed the request, {reference}.", lines="The supplier confirmed the request.")  # fmt: skip
class FormRequestReceived(Fact):
    """The supplier confirmed that it was asked."""

    request: int
    reference: str = ""


@fact(782, customer=Words("{form:made_by_people}: we sent it to you.", "{form:made_by_people}: fe'i hanfonwyd atoch."),
      line="{form:made_by_people}: sent to the customer.", lines="A form made by people was sent.")  # fmt: skip
class FormSent(Fact):
    """What people made was sent to the customer."""

    request: int
    form: str
    letter: str = ""


@fact(783, line="A print run of {letters} letters was handed over.", lines="A print run was handed over.")
class PrintRunHandedOver(Fact):
    """A file of letters is with the print provider: how many, how many pages, and the digest of its manifest. In the run's own stream."""

    run: str
    letters: int
    pages: int
    sha256: str


@fact(784, line="The print provider's account of a run: {accepted} accepted, {refused} refused, {missing} not mentioned.",
      lines="A print run was reconciled.")  # fmt: skip
class PrintRunReconciled(Fact):
    """The print provider said what became of each letter of a run."""

    run: str
    accepted: int
    refused: int
    missing: int


@fact(785, customer=Words("We told you by {route:route} that a letter waits in your account.",
                          "Dywedom wrthych drwy {route:route} fod llythyr yn aros yn eich cyfrif."),
      line="The customer was told by {route:route} that a letter waits in the account.",
      lines="The customer was told that a letter waits in the account.")  # fmt: skip
class WaitingLetterTold(Fact):
    """The customer was told that something waits, and nothing of what it says."""

    letter: str
    route: str
