"""The facts of digital credentials: one was issued for a proof, one was withdrawn."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Fact, Words, fact, speak_as

from .facts import Line

ENDINGS = {
    "cancelled": Words("you cancelled it", "rydych wedi ei ganslo"),
    "no_longer_current": Words("what it shows is no longer so", "nid yw’r hyn y mae’n ei ddangos yn wir bellach"),
}
speak_as("credential_ending", lambda code, lang: ENDINGS[str(code)].say(lang) if str(code) in ENDINGS else str(code))


@fact(704,
      customer=Words("You got a digital credential, {credential}, of your proof {proof}. It works until the end of {expires:date}.",
                     "Cawsoch gymhwyster digidol, {credential}, o’ch prawf {proof}. Mae’n gweithio tan ddiwedd {expires:date}."),
      line="The customer got a digital credential of proof {proof}.", lines="The customer got a digital credential.")  # fmt: skip
class CredentialIssued(Fact):
    """A digital credential of a proof was issued. `place` and `index` are where the published status list says whether it still holds."""

    proof: str
    credential: str
    kind_of: str
    place: str
    index: int
    expires: date
    lines: tuple[Line, ...]
    parts: tuple[str, ...]


@fact(705,
      customer=Words("Your digital credential {credential} of proof {proof} stopped working: {why:credential_ending}.",
                     "Mae eich cymhwyster digidol {credential} o brawf {proof} wedi peidio â gweithio: {why:credential_ending}."),
      line="A digital credential of proof {proof} was withdrawn.", lines="A digital credential was withdrawn.")  # fmt: skip
class CredentialWithdrawn(Fact):
    """A digital credential no longer holds; the status list says so from now on."""

    proof: str
    credential: str
    place: str
    index: int
    why: str
