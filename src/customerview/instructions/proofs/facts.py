"""The facts of proofs of benefit, and what each purpose needs to show."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from customerview.kernel import Fact, Words, fact, speak_as

from ..awards_and_payments.facts import Component

PARTS = {
    "amounts": Words("how much you get, and how often", "faint rydych yn ei gael, a pha mor aml"),
    "components": Words("the parts it is made up of, and their rates", "y rhannau y mae'n eu cynnwys, a'u cyfraddau"),
    "dates": Words("when it started, and when it ends", "pryd y dechreuodd, a phryd y daw i ben"),
    "address": Words("your address", "eich cyfeiriad"),
    "nino": Words("the end of your National Insurance number", "diwedd eich rhif Yswiriant Gwladol"),
}
"""What a proof can show beside the name, the benefit and that it is in payment."""


class Purpose(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants a proof for, and the parts it needs: never more than these. `chosen`: only those that are asked for."""

    words: Words
    parts: tuple[str, ...] = ()
    chosen: bool = False

    def shown(self, leave_out: Collection[str] = (), show: Collection[str] = ()) -> tuple[str, ...]:
        """The parts a proof shows: what the purpose needs less what is left out; where nobody can know, what was asked for."""
        return tuple(part for part in self.parts if (part in show if self.chosen else part not in leave_out))


PURPOSES = {
    "council_tax": Purpose(words=Words("Council tax reduction", "Gostyngiad treth gyngor"), parts=("amounts", "dates", "address")),
    "blue_badge": Purpose(words=Words("Blue Badge", "Bathodyn Glas"), parts=("components", "dates", "address")),
    "housing": Purpose(
        words=Words("Housing from a council or housing association", "Tai gan gyngor neu gymdeithas dai"),
        parts=("amounts", "dates", "address"),
    ),
    "landlord": Purpose(words=Words("A private landlord or letting agent", "Landlord preifat neu asiant gosod"), parts=("amounts",)),
    "travel": Purpose(words=Words("Travel pass or railcard", "Tocyn teithio neu gerdyn rheilffordd"), parts=("components", "dates")),
    "health_costs": Purpose(words=Words("Doctor, dentist, optician or hospital costs", "Costau meddyg, deintydd, optegydd neu ysbyty")),
    "school_meals": Purpose(words=Words("Free school meals", "Prydau ysgol am ddim")),
    "bank": Purpose(words=Words("A bank or building society", "Banc neu gymdeithas adeiladu"), parts=("amounts", "dates", "address")),
    "other": Purpose(words=Words("Something else", "Rhywbeth arall"), parts=tuple(PARTS), chosen=True),
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
    parts: tuple[str, ...] | None = None
    """The parts it shows; None in proofs of before this could be chosen, which show all that the purpose needs."""
    way: str = "screen"
    asked_together: str = ""
    """The reference of the first of several that were asked for at once, each on its own."""
    post_to: str = ""
    """The role of the address it was to be posted to, when they chose one."""

    @property
    def shows(self) -> tuple[str, ...]:
        return PURPOSES[self.purpose].parts if self.parts is None else self.parts


WAYS = {
    "screen": Words("On screen, to keep or print", "Ar y sgrin, i'w gadw neu ei argraffu"),
    "code": Words("A share code to give to an organisation", "Cod rhannu i'w roi i sefydliad"),
    "organisation": Words("Sent straight to an organisation that has signed up", "Wedi'i anfon yn syth at sefydliad sydd wedi cofrestru"),
    "wallet": Words("In a wallet app on your phone", "Mewn ap waled ar eich ffôn"),
    "email": Words("By email", "Drwy e-bost"),
    "post": Words("By post", "Drwy'r post"),
}
"""How somebody can have a proof. Whatever they choose, it is there on screen as well."""
speak_as("proof_way", lambda code, lang: WAYS[str(code)].say(lang) if str(code) in WAYS else str(code))


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


@fact(825,
      customer=Words("{organisation}, which we have verified, checked your proof {proof}, for “{purpose}”. Our answer: {answer:proof_answer}.",
                     "Gwiriodd {organisation}, sydd wedi'i ddilysu gennym, eich prawf {proof}, ar gyfer “{purpose}”. Ein hateb: {answer:proof_answer}."),
      line="Proof {proof} was checked by {organisation}, a verified organisation.", lines="A proof was checked by a verified organisation.",
      forget=("purpose",))  # fmt: skip
class ProofCheckedByVerified(ProofChecked, frozen=True, kw_only=True):
    """An organisation that we verified, signed in or by its own key, checked a proof: under its verified name. Only the purpose is as typed."""

    verified: str = ""
