"""The facts of who acts for a customer and who is close to them. The slices are in `slices.py`.

A link between two people is a fact in both streams under one id: `AuthorityRecorded` in the record of the person acted for and
`ActsFor` in the record of the one who acts; `PersonLinked` in both records.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as


class AuthorityType(msgspec.Struct, frozen=True, kw_only=True):
    """What one type of authority allows."""

    words: Words
    acts: bool
    """Claims, reports and decides in the customer's place."""
    paid: bool = False
    """May receive the customer's money."""
    alone: bool = False
    """The customer is spoken to through them; otherwise the customer may also act for themselves."""


AUTHORITY_TYPES = {
    "appointee": AuthorityType(words=Words("appointee", "penodai"), acts=True, paid=True, alone=True),
    "corporate_appointee": AuthorityType(
        words=Words("corporate acting body", "corff gweithredu corfforaethol"), acts=True, paid=True, alone=True
    ),
    "attorney": AuthorityType(words=Words("attorney", "atwrnai"), acts=True, paid=True),
    "deputy": AuthorityType(words=Words("deputy", "dirprwy"), acts=True, paid=True, alone=True),
    "consent": AuthorityType(words=Words("person you let us talk to", "person rydych yn gadael i ni siarad ag ef"), acts=False),
}

RELATIONS = {
    "partner": Words("partner", "partner"),
    "parent": Words("parent", "rhiant"),
    "child": Words("child", "plentyn"),
    "carer": Words("carer", "gofalwr"),
    "cared_for": Words("person they care for", "person y maent yn gofalu amdano"),
    "next_of_kin": Words("next of kin", "perthynas agosaf"),
    "landlord": Words("landlord", "landlord"),
    "other": Words("somebody close", "rhywun agos"),
}

speak_as("authority", lambda code, lang: AUTHORITY_TYPES[str(code)].words.say(lang) if str(code) in AUTHORITY_TYPES else str(code))
speak_as("relation", lambda code, lang: RELATIONS[str(code)].say(lang) if str(code) in RELATIONS else str(code))


@fact(200, customer=Words("{name} is recorded as your {type:authority} from {starts:date}.", "Cofnodwyd {name} fel eich {type:authority} o {starts:date}."),
      line="{name} is {type:authority} from {starts:date}.", lines="{name} is {type:authority} from {starts:date}.",
      forget=("name", "purpose", "reach_by", "paid_to", "address", "postcode", "email"))  # fmt: skip
class AuthorityRecorded(Fact):
    """Somebody may act for the customer, or be told things. `lines` empty: every line. `authority` is one id in both records."""

    authority: str
    type: str
    holder: str
    """The holder's stable id: their own customer id, or the code of an organisation."""
    starts: date
    lines: tuple[str, ...] = ()
    ends: date | None = None
    document: str = ""
    """What was seen: BF57, a power registered with the Office of the Public Guardian, a court order, the customer's own word."""
    topics: tuple[str, ...] = ()
    """For consent: what they may be told."""
    name: str = ""
    purpose: str = ""
    reach_by: str = ""
    all_lines: bool = False
    """Somebody said that it covers every line: none named is not the same as none asked about."""
    no_end: bool = False
    paid_to: str = ""
    """How the customer's money reaches them when it is paid to whoever acts."""
    address: tuple[str, ...] = ()
    postcode: str = ""
    email: str = ""
    language: str = ""
    format: str = ""


@fact(201, customer=Words("What {type:authority} covers was changed.", "Newidiwyd yr hyn y mae {type:authority} yn ei gwmpasu."),
      line="What the {type:authority} covers was changed.", lines="What the {type:authority} covers was changed.")  # fmt: skip
class AuthorityChanged(Fact):
    """The lines or the last day of an authority changed."""

    authority: str
    type: str
    lines: tuple[str, ...] = ()
    ends: date | None = None


@fact(202, customer=Words("Your {type:authority} no longer acts for you from {ended:date}.",
                          "Nid yw eich {type:authority} yn gweithredu ar eich rhan o {ended:date} ymlaen."),
      line="The {type:authority} ended on {ended:date}: {why}.", lines="The {type:authority} ended on {ended:date}.")  # fmt: skip
class AuthorityEnded(Fact):
    """An authority is over. `why`: withdrawn, resigned, died, revoked, expired, replaced or not_in_interest."""

    authority: str
    type: str
    ended: date
    why: str = ""


@fact(230, customer=Words("{name}, who works for the body that acts for you, opened your record for the first time.",
                          "Agorodd {name}, sy'n gweithio i'r corff sy'n gweithredu drosoch, eich cofnod am y tro cyntaf."),
      line="A member of the body that acts for the customer opened the record for the first time.", forget=("name",))  # fmt: skip
class StaffOfBodyNamed(Fact):
    """Who of the body that acts opens this record: what the ledger calls them, and their name."""

    staff: str
    name: str = ""


@fact(229, customer=Words("What was missing about your {type:authority} was filled in.", "Llenwyd yr hyn a oedd ar goll am eich {type:authority}."),
      line="What was missing about the {type:authority} was filled in.", lines="What was missing about the {type:authority} was filled in.",
      forget=("reach_by", "paid_to", "address", "postcode", "email"))  # fmt: skip
class AuthorityCompleted(Fact):
    """What had been left open about an authority is known now. Blank: as it was."""

    authority: str
    type: str
    document: str = ""
    reach_by: str = ""
    all_lines: bool = False
    no_end: bool = False
    paid_to: str = ""
    address: tuple[str, ...] = ()
    postcode: str = ""
    email: str = ""
    language: str = ""
    format: str = ""


@fact(203, line="Who acts for the customer is disputed.", forget=("what",), from_representatives=True)
class AuthorityDisputed(Fact):
    """Somebody says that an authority should not be, or is not used in the customer's interest."""

    authority: str
    source: str = "customer"
    what: str = ""
    suspected: bool = False
    """Harm by whoever acts is suspected: they act no more until it is settled."""


@fact(
    204,
    line="The dispute about who acts for the customer was settled: {outcome:choice}.",
    forget=("why",),
    from_representatives=True,
)
class AuthorityDisputeSettled(Fact):
    """A named person decided the dispute: stands, changed or ended."""

    authority: str
    outcome: str
    why: str = ""
    rests_on: tuple[str, ...] = ()
    """What was looked at: evidence, a visit, the customer alone."""


@fact(206, customer=Words("You told us something in private. Nobody who acts for you can see this.",
                          "Dywedoch rywbeth wrthym yn breifat. Ni all neb sy'n gweithredu ar eich rhan weld hyn."),
      line="The customer asked to be spoken to in private.", from_representatives=True, forget=("safe_way",))  # fmt: skip
class ToldInPrivate(Fact):
    """The customer is worried about somebody who acts for them. What they are worried about is `PrivateWorry`."""

    route: str = ""
    safe_way: str = ""


@fact(207, restricted="safeguarding", from_representatives=True, forget=("worry",))
class PrivateWorry(Fact):
    """What the customer told us in private. `told` is the number of the ToldInPrivate it belongs to."""

    told: int
    worry: str = ""


@fact(208, customer=Words("We spoke to you in private about what worried you.", "Fe siaradom â chi yn breifat am yr hyn a oedd yn eich poeni."),
      line="The customer was spoken to in private.", from_representatives=True)  # fmt: skip
class PrivateWorryAnswered(Fact):
    """Somebody spoke to the customer alone and said what will be done. `told` names what it answers."""

    told: int


@fact(209, restricted="safeguarding", from_representatives=True, forget=("done",))
class PrivateWorryOutcome(Fact):
    """What was done about a private worry."""

    told: int
    done: str = ""


@fact(210, customer=Words("You act for somebody as their {type:authority}.", "Rydych yn gweithredu dros rywun fel eu {type:authority}."),
      line="Acts for another customer as {type:authority}.", lines="Acts for another customer as {type:authority}.")  # fmt: skip
class ActsFor(Fact):
    """This person acts for another. `authority` is the id of the same link in the other person's record."""

    authority: str
    type: str
    person: UUID
    lines: tuple[str, ...] = ()


@fact(211, customer=Words("You no longer act for somebody as their {type:authority}.", "Nid ydych bellach yn gweithredu dros rywun fel eu {type:authority}."),
      line="No longer acts for another customer.", lines="No longer acts for another customer.")  # fmt: skip
class ActsForEnded(Fact):
    """This person no longer acts for another."""

    authority: str
    type: str


@fact(220, customer=Words("Somebody was recorded as your {relation:relation}.", "Cofnodwyd rhywun fel eich {relation:relation}."),
      line="{relation:relation} recorded.", lines="{relation:relation} recorded.", forget=("name", "reach_by"))  # fmt: skip
class PersonLinked(Fact):
    """Somebody close to the customer. `link` is one id in both records when the other is a customer too (`person`)."""

    link: str
    relation: str
    person: UUID | None = None
    source: str = "customer"
    name: str = ""
    reach_by: str = ""


@fact(221, customer=Words("Somebody is no longer recorded as your {relation:relation}.", "Nid yw rhywun bellach wedi'i gofnodi fel eich {relation:relation}."),
      line="No longer {relation:relation}.", lines="No longer {relation:relation}.")  # fmt: skip
class PersonUnlinked(Fact):
    """A link no longer holds."""

    link: str
    relation: str
