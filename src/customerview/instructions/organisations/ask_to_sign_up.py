"""Ask to sign up as an organisation that relies on proofs."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .facts import DOES, KINDS, OrganisationAsked


class AskToSignUp(Action, frozen=True, kw_only=True):
    """An organisation asks to sign up. Somebody looks into who it is before it may do anything."""

    about = records(Words("Sign up your organisation", "Cofrestru eich sefydliad"), may=("organisation",), opens_record=True)

    name: Annotated[str, field(Words("What is your organisation called?", "Beth yw enw eich sefydliad?"), max_length=100,
                               hint=Words("Customers see this name when you check their proof or open one they sent you.",
                                           "Mae cwsmeriaid yn gweld yr enw hwn pan fyddwch yn gwirio eu prawf neu'n agor un a anfonwyd atoch."),
                               missing=Words("Enter the name of your organisation", "Rhowch enw eich sefydliad"), autocomplete="organization")]  # fmt: skip
    kind_of: Annotated[str, field(Words("What kind of organisation is it?", "Pa fath o sefydliad ydyw?"), kind="choice", choices=KINDS.items(),
                                  missing=Words("Select what kind of organisation it is", "Dewiswch pa fath o sefydliad ydyw"))]  # fmt: skip
    does: Annotated[tuple[str, ...], field(Words("What do you need to do?", "Beth sydd angen i chi ei wneud?"), kind="choices", choices=DOES.items(), min_length=1,
                                           missing=Words("Select what you need to do", "Dewiswch beth sydd angen i chi ei wneud"))]  # fmt: skip
    postcode: Annotated[str, field(Words("What is the postcode of your main office?", "Beth yw cod post eich prif swyddfa?"), kind="postcode", max_length=10,
                                   hint=Words("People who want to send you a proof can find you by it.", "Gall pobl sydd am anfon prawf atoch ddod o hyd i chi drwyddo."),
                                   autocomplete="postal-code")] = ""  # fmt: skip
    contact: Annotated[str, field(Words("Whom may we ask there?", "Pwy allwn ni ei holi yno?"), max_length=100,
                                  hint=Words("A name, of somebody who knows why you need proofs. They are the first who can sign in, and they invite others.",
                                             "Enw rhywun sy'n gwybod pam mae angen profion arnoch. Nhw yw'r cyntaf a all fewngofnodi, a nhw sy'n gwahodd eraill."),
                                  missing=Words("Enter the name of somebody we may ask", "Rhowch enw rhywun y gallwn ei holi"), autocomplete="name")]  # fmt: skip
    email: Annotated[str, field(Words("Their work email address", "Eu cyfeiriad e-bost gwaith"), kind="email", max_length=200,
                                missing=Words("Enter an email address, like name@example.com", "Rhowch gyfeiriad e-bost, fel enw@example.com"), autocomplete="email")]  # fmt: skip
    why: Annotated[str, field(Words("Why do you need proofs of benefit?", "Pam mae angen profion o fudd-dal arnoch?"), kind="long_text",
                              max_length=500, missing=Words("Enter why you need proofs", "Rhowch pam mae angen profion arnoch"))]  # fmt: skip

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [
            OrganisationAsked(
                name=self.name,
                kind_of=self.kind_of,
                why=self.why,
                contact=self.contact,
                email=self.email,
                does=self.does,
                postcode=self.postcode,
            )
        ]
