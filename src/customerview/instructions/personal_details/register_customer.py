"""Open the record of a customer who was not known before."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records
from customerview.kernel.values import NotAValue, nino, postcode

from .facts import LANGUAGES, AddressChanged, CustomerRegistered, FormatChosen, LanguageChosen, RouteRecorded
from .formats import FORMATS
from .values import EMAIL, NATIONS, PHONE, POSTCODE, is_email, is_phone, nation_of_postcode


class RegisterCustomer(Action, frozen=True, kw_only=True):
    """A customer becomes known to us, with their name, date of birth and how to reach them."""

    about = records(Words("Open a customer's record", "Agor cofnod cwsmer"), opens_record=True,
                    may=("line_system", "job", "case_manager", "operations_manager"))  # fmt: skip

    given: Annotated[str, field("First names", max_length=100, min_length=1)]
    family: Annotated[str, field("Family name", max_length=100, min_length=1)]
    title: Annotated[str, field("Title", max_length=30)] = ""
    born: Annotated[date, field("Date of birth", kind="date")]
    nino: Annotated[str, field("National Insurance number", kind="nino", max_length=13)] = ""
    sex: Annotated[str, field("Sex", kind="choice", choices=[("female", "Female"), ("male", "Male")])] = ""
    source: Annotated[str, field("Which service line told us?", hidden=True, max_length=20)] = ""
    lines: Annotated[tuple[str, ...], field("Home address", kind="long_text", max_length=6)] = ()
    postcode: Annotated[str, field("Postcode", kind="postcode", max_length=10)] = ""
    nation: Annotated[str, field("Nation", kind="choice", choices=NATIONS.items())] = ""
    since: Annotated[date | None, field("Living there since", kind="date")] = None
    mobile: Annotated[str, field("Mobile phone number", kind="phone", max_length=30)] = ""
    phone: Annotated[str, field("Landline phone number", kind="phone", max_length=30)] = ""
    email: Annotated[str, field("Email address", kind="email", max_length=254)] = ""
    language: Annotated[str, field("Language", kind="choice", choices=LANGUAGES.items())] = "en"
    interpreter: Annotated[str, field("Language of an interpreter, when one is needed", max_length=20)] = ""
    format: Annotated[str, field("Format of letters", kind="choice", choices=FORMATS.items())] = "standard"

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.born > asked.today:
            wrong.append(Problem("born", Words("A date of birth is in the past.", "Mae dyddiad geni yn y gorffennol.")))
        for name, value, shape, sentence in (
            ("mobile", self.mobile, is_phone, PHONE), ("phone", self.phone, is_phone, PHONE), ("email", self.email, is_email, EMAIL),
        ):  # fmt: skip
            if value and not shape(value):
                wrong.append(Problem(name, sentence))
        for name, value, parse in (("nino", self.nino, _nino), ("postcode", self.postcode, postcode)):
            try:
                if value:
                    parse(value)
            except NotAValue as error:
                wrong.append(Problem(name, POSTCODE if name == "postcode" else Words(str(error), _NINO_CY)))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        source = self.source or asked.by.line or "OPERATIONS"
        found: list[Fact] = [
            CustomerRegistered(
                source=source, given=self.given, family=self.family, title=self.title, born=self.born,
                nino=_nino(self.nino) if self.nino else "", sex=self.sex,
            )
        ]  # fmt: skip
        if self.lines or self.postcode:
            where = postcode(self.postcode) if self.postcode else ""
            nation = self.nation or nation_of_postcode(where)
            found.append(AddressChanged(role="home", nation=nation, source=source, lines=self.lines, postcode=where))
        for route in ("mobile", "phone", "email"):
            if value := getattr(self, route):
                found.append(RouteRecorded(route=route, value=value, source=source))
        if self.language != "en" or self.interpreter:
            found.append(LanguageChosen(language=self.language, interpreter=self.interpreter))
        if self.format != "standard":
            found.append(FormatChosen(format=self.format))
        return found

    def takes_effect(self, asked: Asked) -> date:
        return self.since if self.since and self.since <= asked.today else asked.today


_NINO_CY = "Mae gan rif Yswiriant Gwladol 2 lythyren, 6 rhif ac fel arfer llythyren olaf, fel QQ 12 34 56 C."


def _nino(text: str) -> str:
    # The service line issued or checked the number; where invented people are allowed is for linkage to say.
    return nino(text, allow_fictitious=True)
