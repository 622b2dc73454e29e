"""The facts of proofs of benefit, and what each purpose needs to show."""

from __future__ import annotations

from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

from ..awards_and_payments.facts import Component


class Purpose(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants a proof for, and the least it has to show beside name, benefit and that it is in payment."""

    words: Words
    amounts: bool = False
    components: bool = False
    dates: bool = False
    address: bool = False
    nino: bool = False


PURPOSES = {
    "council_tax": Purpose(words=Words("Council tax reduction", "Gostyngiad treth gyngor"), amounts=True, dates=True, address=True),
    "blue_badge": Purpose(words=Words("Blue Badge", "Bathodyn Glas"), components=True, dates=True, address=True),
    "housing": Purpose(words=Words("Housing or a landlord", "Tai neu landlord"), amounts=True),
    "travel": Purpose(words=Words("Travel pass or railcard", "Tocyn teithio neu gerdyn rheilffordd"), components=True, dates=True),
    "health_costs": Purpose(words=Words("Help with health costs", "Help gyda chostau iechyd")),
    "school_meals": Purpose(words=Words("Free school meals", "Prydau ysgol am ddim")),
    "bank": Purpose(words=Words("A bank or building society", "Banc neu gymdeithas adeiladu"), amounts=True, dates=True, address=True),
    "other": Purpose(words=Words("Something else", "Rhywbeth arall"), amounts=True, components=True, dates=True, address=True, nino=True),
}
speak_as("purpose", lambda code, lang: PURPOSES[str(code)].words.say(lang) if str(code) in PURPOSES else str(code))


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One award as a proof shows it; what the purpose does not need is left out. Money in whole pence."""

    award: str
    benefit: str
    amount: int = 0
    frequency: str = ""
    components: tuple[Component, ...] = ()
    starts: date | None = None
    ends: date | None = None


@fact(700,
      customer=Words("You got a proof of benefit, {reference}, for: {purpose:purpose}.",
                     "Cawsoch brawf o fudd-dal, {reference}, ar gyfer: {purpose:purpose}."),
      line="A proof of benefit was issued for: {purpose:purpose}.", lines="A proof of benefit was issued.",
      forget=("name", "address", "nino"))  # fmt: skip
class ProofIssued(Fact):
    """A proof was issued. All it shows is frozen here, so that it reads the same on any later day."""

    reference: str
    purpose: str
    issued: date
    language: str
    format: str
    lines: tuple[Line, ...]
    name: str = ""
    address: tuple[str, ...] = ()
    nino: str = ""


ANSWERS = {
    "current": Words("still current", "yn dal yn gyfredol"),
    "no_longer_current": Words("no longer current", "nid yw bellach yn gyfredol"),
    "cannot_check_now": Words("we could not check then", "ni allem wirio bryd hynny"),
    "not_confirmed": Words("not confirmed: the code had ended", "heb ei gadarnhau: roedd y cod wedi dod i ben"),
}
speak_as("proof_answer", lambda code, lang: ANSWERS[str(code)].say(lang) if str(code) in ANSWERS else str(code))


@fact(701,
      customer=Words("You made a share code for your proof {proof}. It works until the end of {expires:date}.",
                     "Gwnaethoch god rhannu ar gyfer eich prawf {proof}. Mae'n gweithio tan ddiwedd {expires:date}."),
      line="The customer made a share code for proof {proof}.", lines="The customer made a share code.")  # fmt: skip
class ShareCodeMade(Fact):
    """A share code was made for a proof. `digest` is of the code and the date of birth, with a secret: the code itself is kept nowhere."""

    proof: str
    digest: str
    expires: date


@fact(702,
      customer=Words("You cancelled a share code for your proof {proof}.", "Gwnaethoch ganslo cod rhannu ar gyfer eich prawf {proof}."),
      line="The customer cancelled a share code for proof {proof}.", lines="The customer cancelled a share code.")  # fmt: skip
class ShareCodeCancelled(Fact):
    """A share code no longer works."""

    proof: str
    digest: str


@fact(703,
      customer=Words("Somebody who gave the name “{organisation}” checked your proof {proof}, for “{purpose}”. Our answer: {answer:proof_answer}.",
                     "Gwiriodd rhywun a roddodd yr enw “{organisation}” eich prawf {proof}, ar gyfer “{purpose}”. Ein hateb: {answer:proof_answer}."),
      line="Proof {proof} was checked by a share code.", lines="A proof was checked by a share code.",
      forget=("organisation", "purpose"))  # fmt: skip
class ProofChecked(Fact):
    """Somebody with the share code and the date of birth checked a proof. The organisation and purpose are as they typed them."""

    proof: str
    digest: str
    reference: str
    answer: str
    organisation: str = ""
    purpose: str = ""
