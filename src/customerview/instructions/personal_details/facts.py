"""The facts of who somebody is, where they live and how they are reached. The slice they fold into is in `slices.py`."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact, speak_as

ROUTES = {
    "mobile": Words("mobile phone call", "galwad ffôn symudol"),
    "phone": Words("landline phone call", "galwad ffôn llinell dir"),
    "text": Words("text message", "neges destun"),
    "text_relay": Words("text relay call", "galwad cyfnewid testun"),
    "video_relay": Words("video relay call", "galwad cyfnewid fideo"),
    "email": Words("email", "e-bost"),
    "journal": Words("message in the online account", "neges yn y cyfrif ar-lein"),
    "post": Words("letter", "llythyr"),
    "in_person": Words("meeting in person", "cyfarfod wyneb yn wyneb"),
}
"""Every way of reaching somebody. A text goes to the mobile number, a letter to the address for letters."""

LANGUAGES = {"en": Words("English", "Saesneg"), "cy": Words("Welsh", "Cymraeg")}

ADDRESS_ROLES = {
    "home": Words("home address", "cyfeiriad cartref"),
    "correspondence": Words("address for letters", "cyfeiriad ar gyfer llythyrau"),
    "temporary": Words("temporary address", "cyfeiriad dros dro"),
    "care_home": Words("care home", "cartref gofal"),
    "hospital": Words("hospital", "ysbyty"),
}

ROUTE_FAILURES = {
    "returned": Words("The letter or email came back", "Daeth y llythyr neu'r e-bost yn ôl"),
    "wrong_number": Words("The number is wrong or belongs to somebody else", "Mae'r rhif yn anghywir neu'n perthyn i rywun arall"),
    "dead_line": Words("The line is dead", "Mae'r llinell wedi marw"),
    "told": Words("Somebody told us that it does not work", "Dywedodd rhywun wrthym nad yw'n gweithio"),
}

speak_as("route", lambda code, lang: ROUTES[str(code)].say(lang) if str(code) in ROUTES else str(code))
speak_as("language", lambda code, lang: LANGUAGES[str(code)].say(lang) if str(code) in LANGUAGES else str(code))
speak_as("address_role", lambda code, lang: ADDRESS_ROLES[str(code)].say(lang) if str(code) in ADDRESS_ROLES else str(code))


@fact(100, customer=Words("Your record was opened.", "Agorwyd eich cofnod."), line="The record was opened by {source:line}.",
      lines="The record was opened.", forget=("given", "family", "title", "born", "nino", "sex"))  # fmt: skip
class CustomerRegistered(Fact):
    """A customer became known to us: their name, date of birth and National Insurance number as first told."""

    source: str
    given: str = ""
    family: str = ""
    title: str = ""
    born: date | None = None
    nino: str = ""
    sex: str = ""


@fact(101, customer=Words("You told us your new name.", "Dywedoch wrthym eich enw newydd."), line="The customer's name changed.",
      lines="The customer's name changed.", forget=("given", "family", "title", "evidence"))  # fmt: skip
class NameChanged(Fact):
    """The customer has another name from the day this takes effect."""

    given: str = ""
    family: str = ""
    title: str = ""
    evidence: str = ""


@fact(102, customer=Words("You told us what to call you.", "Dywedoch wrthym beth i'ch galw."),
      line="The customer said what they like to be called.", lines="The customer said what they like to be called.",
      forget=("name_used",))  # fmt: skip
class NameUsedSaid(Fact):
    """What the customer likes to be called when spoken or written to."""

    name_used: str = ""


@fact(103, customer=Words("Your National Insurance number was added to your record.", "Ychwanegwyd eich rhif Yswiriant Gwladol at eich cofnod."),
      line="The National Insurance number was recorded.", lines="The National Insurance number was recorded.", forget=("nino",))  # fmt: skip
class NinoRecorded(Fact):
    """The National Insurance number became known after the record was opened."""

    nino: str = ""


@fact(110, customer=Words("Your {role:address_role} changed.", "Newidiodd eich {role:address_role}."),
      line="The {role:address_role} changed.", lines="The {role:address_role} changed.", forget=("lines", "postcode"))  # fmt: skip
class AddressChanged(Fact):
    """Where the customer lives or gets letters, from the day this takes effect. `verified`: seen in evidence, not only said."""

    role: str
    nation: str = "england_and_wales"
    source: str = "customer"
    verified: bool = False
    lines: tuple[str, ...] = ()
    postcode: str = ""


@fact(111, customer=Words("Your {role:address_role} was checked.", "Gwiriwyd eich {role:address_role}."),
      line="The {role:address_role} was verified.", lines="The {role:address_role} was verified.")  # fmt: skip
class AddressVerified(Fact):
    """Evidence of an address was seen."""

    role: str
    evidence: str = ""


@fact(112, customer=Words("Your {role:address_role} is no longer used.", "Nid yw eich {role:address_role} yn cael ei ddefnyddio mwyach."),
      line="The {role:address_role} is no longer used.", lines="The {role:address_role} is no longer used.")  # fmt: skip
class AddressEnded(Fact):
    """An address is no longer used in this role."""

    role: str


@fact(113, restricted="safeguarding", forget=("lines", "postcode"), from_representatives=True)
class ProtectedAddressRecorded(Fact):
    """Where somebody is safe and must not be found (a refuge, a witness's home). Shown to nobody without the role."""

    nation: str = "england_and_wales"
    lines: tuple[str, ...] = ()
    postcode: str = ""


@fact(114, line="Whether the {role:address_role} is safe for letters and visits was recorded.", from_representatives=True)
class AddressSafetySaid(Fact):
    """Whether what is sent to an address reaches only the customer. Not safe: no letter and no visit goes there."""

    role: str
    safe: bool


@fact(120, customer=Words("How we can reach you was updated: {route:route}.", "Diweddarwyd sut y gallwn eich cyrraedd: {route:route}."),
      line="A way to reach the customer was recorded: {route:route}.", lines="A way to reach the customer was recorded: {route:route}.",
      forget=("value", "times"))  # fmt: skip
class RouteRecorded(Fact):
    """A way to reach the customer: its number or address, when to use it, whether they prefer it."""

    route: str
    preferred: bool = False
    source: str = "customer"
    value: str = ""
    times: str = ""


@fact(121, customer=Words("We could not reach you by {route:route}.", "Ni allem eich cyrraedd drwy {route:route}."),
      line="{route:route}: did not work ({how:choice}).", lines="{route:route}: did not work.")  # fmt: skip
class RouteFailed(Fact):
    """A way to reach the customer was found not to work. `how`: returned, wrong_number, dead_line or told."""

    route: str
    how: str


@fact(122, customer=Words("You confirmed that we can reach you by {route:route}.", "Gwnaethoch gadarnhau y gallwn eich cyrraedd drwy {route:route}."),
      line="{route:route}: works.", lines="{route:route}: works.")  # fmt: skip
class RouteConfirmed(Fact):
    """A way to reach the customer was found to work."""

    route: str


@fact(123, customer=Words("We no longer reach you by {route:route}.", "Nid ydym yn eich cyrraedd drwy {route:route} mwyach."),
      line="{route:route}: no longer used.", lines="{route:route}: no longer used.")  # fmt: skip
class RouteEnded(Fact):
    """A way to reach the customer is no longer used."""

    route: str


@fact(124, line="Whether {route:route} is safe was recorded.", from_representatives=True)
class RouteSafetySaid(Fact):
    """Whether what goes by this way reaches only the customer. Not safe: it is not used."""

    route: str
    safe: bool


@fact(125, customer=Words("You told us whether {route:route} suits you.", "Dywedoch wrthym a yw {route:route} yn addas i chi."),
      line="{route:route}: whether it suits the customer was recorded.", lines="{route:route}: whether it suits the customer was recorded.")  # fmt: skip
class RouteSuitabilitySaid(Fact):
    """Whether a way of being reached suits the customer's needs. Not suited: "never text"."""

    route: str
    suits: bool


@fact(130, customer=Words("You chose {language:language} for everything we say and write to you.",
                          "Dewisoch {language:language} ar gyfer popeth a ddywedwn ac a ysgrifennwn atoch."),
      line="Language: {language:language}.", lines="Language: {language:language}.")  # fmt: skip
class LanguageChosen(Fact):
    """The language we speak and write; and the language of an interpreter when neither English nor Welsh will do (bsl, pl, …)."""

    language: str
    interpreter: str = ""


@fact(131, customer=Words("You chose how we write to you: {format:format}.", "Dewisoch sut yr ysgrifennwn atoch: {format:format}."),
      line="Letters: {format:format}.", lines="Letters: {format:format}.")  # fmt: skip
class FormatChosen(Fact):
    """The form of everything written to the customer, one of FORMATS. `detail`: what else they said of it."""

    format: str
    detail: str = ""


@fact(140, customer=Words("Your sign-in was matched to your record.", "Cafodd eich mewngofnodi ei gysylltu â'ch cofnod."),
      line="The customer's sign-in was matched to this record.")  # fmt: skip
class IdentityMatched(Fact):
    """A sign-in belongs to this person. `subject` is a digest of the provider's subject, never the subject itself."""

    subject: str
    provider: str = ""
    level: str = ""


@fact(141, customer=Words("A sign-in was parted from your record.", "Gwahanwyd mewngofnodi oddi wrth eich cofnod."),
      line="A sign-in was parted from this record.")  # fmt: skip
class IdentityUnmatched(Fact):
    """A sign-in was found not to belong to this person, or no longer to be used."""

    subject: str
