"""Ask to sign up as an organisation that relies on proofs."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import KINDS, OrganisationAsked


class AskToSignUp(Action, frozen=True, kw_only=True):
    """An organisation asks to sign up. Somebody looks into who it is before it may do anything."""

    about = records(Words("Sign up your organisation", "Cofrestru eich sefydliad"), may=("organisation",), opens_record=True)

    name: Annotated[str, field(Words("What is your organisation called?", "Beth yw enw eich sefydliad?"), max_length=100,
                               hint=Words("Customers see this name when you check their proof.", "Mae cwsmeriaid yn gweld yr enw hwn pan fyddwch yn gwirio eu prawf."),
                               missing=Words("Enter the name of your organisation", "Rhowch enw eich sefydliad"), autocomplete="organization")]  # fmt: skip
    kind_of: Annotated[str, field(Words("What kind of organisation is it?", "Pa fath o sefydliad ydyw?"), kind="choice", choices=KINDS.items(),
                                  missing=Words("Select what kind of organisation it is", "Dewiswch pa fath o sefydliad ydyw"))]  # fmt: skip
    contact: Annotated[str, field(Words("Whom may we ask there?", "Pwy allwn ni ei holi yno?"), max_length=100,
                                  hint=Words("A name, of somebody who knows why you need proofs.", "Enw rhywun sy'n gwybod pam mae angen profion arnoch."),
                                  missing=Words("Enter the name of somebody we may ask", "Rhowch enw rhywun y gallwn ei holi"), autocomplete="name")]  # fmt: skip
    email: Annotated[str, field(Words("Their work email address", "Eu cyfeiriad e-bost gwaith"), kind="email", max_length=200,
                                missing=Words("Enter an email address, like name@example.com", "Rhowch gyfeiriad e-bost, fel enw@example.com"), autocomplete="email")]  # fmt: skip
    why: Annotated[str, field(Words("Why do you need to check proofs of benefit?", "Pam mae angen i chi wirio profion o fudd-dal?"), kind="long_text",
                              max_length=500, missing=Words("Enter why you need to check proofs", "Rhowch pam mae angen i chi wirio profion"))]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [OrganisationAsked(name=self.name, kind_of=self.kind_of, why=self.why, contact=self.contact, email=self.email)]
