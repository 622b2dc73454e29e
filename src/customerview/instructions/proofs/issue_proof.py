"""Issue a proof of benefit: which benefits, what for, what it shows, how it is had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import msgspec

from customerview.kernel import LONDON, Action, Asked, Choice, Fact, Problem, Record, Words, asks, field

from ..awards_and_payments.facts import AwardChanged, AwardEnded, AwardReported
from ..awards_and_payments.slices import Award
from ..directory import BENEFITS
from ..letters_and_notifications.request_form import requested
from ..letters_and_notifications.sending_facts import OF_PEOPLE
from ..personal_details.facts import ADDRESS_ROLES, LANGUAGES, AddressChanged, AddressEnded, NameChanged
from ..personal_details.formats import BY_PEOPLE, FORMATS, POSTED, by
from ..support_needs.slices import usable_routes
from .facts import PARTS, PURPOSES, WAYS, Line, ProofIssued
from .references import short_reference
from .sending import CHOOSE, ORGANISATION, sent

CHOOSE_BENEFITS = Words("Select benefits that you get now", "Dewiswch fudd-daliadau rydych yn eu cael nawr")
NOT_COVERED = Words(
    "You can only prove benefits that you act for", "Dim ond budd-daliadau rydych yn gweithredu drostynt y gallwch eu profi"
)
CHOOSE_PURPOSE = Words("Select what the proof is for", "Dewiswch beth yw pwrpas y prawf")
CHOOSE_WAY = Words("Select how you want to have it", "Dewiswch sut rydych am ei gael")

NOT_THIS_WAY = Words("We cannot send it this way. Select another way", "Ni allwn ei anfon fel hyn. Dewiswch ffordd arall")
THEIR_OWN = ("code", "wallet", "organisation")
"""Ways that only the customer, or who acts for them, can use: what is made is shown to nobody else."""
THEIR_OWN_CODE = Words("Only the customer can have it this way, in their account. Select another way",
                       "Dim ond y cwsmer all ei gael fel hyn, yn eu cyfrif. Dewiswch ffordd arall")  # fmt: skip
NOT_THIS_ADDRESS = Words("We cannot post it to this address. Select another", "Ni allwn ei bostio i'r cyfeiriad hwn. Dewiswch un arall")
NOT_POSTED = Words(
    "We cannot post this form. Select print, braille or audio", "Ni allwn bostio'r ffurf hon. Dewiswch brint, braille neu sain"
)
ONCE = Words("This changes this one proof only.", "Mae hyn yn newid y prawf hwn yn unig.")


def provable(record: Record) -> Sequence[Choice]:
    """The awards that are in payment: what can be proved today. Universal Credit is proved in its own account."""
    day = record.on or (record.at.astimezone(LONDON).date() if record.at else None)
    held = [a for a in record.awards.held.values() if a.benefit in BENEFITS and a.benefit != "UC"]
    return [Choice(a.award, BENEFITS[a.benefit]) for a in held if day and a.in_payment(day)]


def ways(record: Record) -> Sequence[Choice]:
    """The ways open to this customer: never one that is not safe, does not work or does not suit them."""
    open_ = {*usable_routes(record)} - (set() if record.person.open_addresses else {"post"})
    return [Choice(code, words) for code, words in WAYS.items() if code not in ("post", "email") or code in open_]


def post_to(record: Record) -> Sequence[Choice]:
    """The addresses it can be posted to, the one for letters first; each is shown as it would stand on the envelope."""
    return [
        Choice(role, ADDRESS_ROLES[role], Words(said := ", ".join((*a.lines, a.postcode)), said))
        for role, a in record.person.open_addresses.items()
    ]


class IssueProof(Action, frozen=True, kw_only=True):
    """Get a proof that you get a benefit. It shows only what the purpose needs."""

    about = asks(Words("Prove you get a benefit", "Profi eich bod yn cael budd-dal"), effect="gives",
                 may=("customer", "representative", "agent", "case_manager", "decision_maker", "team_leader"),
                 bears=(AwardReported, AwardChanged, AwardEnded, NameChanged, AddressChanged, AddressEnded))  # fmt: skip

    awards: Annotated[
        tuple[str, ...],
        field(Words("Which benefits do you want to prove?", "Pa fudd-daliadau ydych chi am eu profi?"), kind="choices", choices=provable,
              hint=Words("Select all that apply.", "Dewiswch bob un sy'n berthnasol."), min_length=1,
              missing=Words("Select at least one benefit", "Dewiswch o leiaf un budd-dal")),
    ]  # fmt: skip
    each: Annotated[
        str,
        field(Words("Do you want one proof or several?", "Ydych chi eisiau un prawf neu sawl un?"), kind="choice",
              choices=[("together", Words("One proof that shows all of them", "Un prawf sy'n dangos pob un ohonynt")),
                       ("each", Words("One proof for each benefit", "Un prawf ar gyfer pob budd-dal"))],
              missing=Words("Select one proof or several", "Dewiswch un prawf neu sawl un")),
    ] = "together"  # fmt: skip
    purpose: Annotated[
        str,
        field(Words("What is it for?", "Ar gyfer beth mae'r prawf?"), kind="choice", choices=[(c, p.words) for c, p in PURPOSES.items()],
              hint=Words("We show only what this needs.", "Byddwn yn dangos dim ond yr hyn sydd ei angen ar gyfer hyn."), missing=CHOOSE_PURPOSE),
    ]  # fmt: skip
    leave_out: Annotated[
        tuple[str, ...],
        field(Words("Do you want to leave anything out?", "Ydych chi eisiau gadael unrhyw beth allan?"), kind="choices", choices=PARTS.items(),
              hint=Words("If you select nothing, the proof shows all that this needs.", "Os na ddewiswch ddim, bydd y prawf yn dangos popeth sydd ei angen ar gyfer hyn.")),
    ] = ()  # fmt: skip
    show: Annotated[
        tuple[str, ...],
        field(Words("What does it need to show?", "Beth mae angen iddo ei ddangos?"), kind="choices", choices=PARTS.items(),
              hint=Words("It always shows your name and that you get the benefit. Select anything else it needs.",
                         "Mae bob amser yn dangos eich enw a'ch bod yn cael y budd-dal. Dewiswch unrhyw beth arall sydd ei angen.")),
    ] = ()  # fmt: skip
    way: Annotated[
        str, field(Words("How do you want to have it?", "Sut ydych chi am ei gael?"), kind="choice", choices=ways, missing=CHOOSE_WAY)
    ] = "screen"
    send_to: Annotated[str, field(Words("The organisation", "Y sefydliad"), hidden=True, pattern=rf"^({ORGANISATION})?$")] = ""
    send_to_name: Annotated[
        str, field(Words("Which organisation should have it?", "Pa sefydliad ddylai ei gael?"), hidden=True, max_length=100)
    ] = ""
    post_to: Annotated[str, field(Words("Where should we post it?", "I ble y dylem ei bostio?"), kind="choice", choices=post_to)] = ""
    format: Annotated[
        str, field(Words("How should this proof be written?", "Sut dylai'r prawf hwn gael ei ysgrifennu?"), kind="choice", choices=FORMATS.items(), hint=ONCE)
    ] = ""  # fmt: skip
    language: Annotated[
        str, field(Words("Which language should this proof be in?", "Ym mha iaith dylai'r prawf hwn fod?"), kind="choice", choices=LANGUAGES.items(), hint=ONCE)
    ] = ""  # fmt: skip

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        held = record.awards.held
        if not self.awards or not set(self.awards) <= {c.value for c in provable(record)}:
            wrong.append(Problem("awards", CHOOSE_BENEFITS))
        elif asked.by.kind == "representative" and any(
            record.authority.why_not(asked.by.holder, asked.today, held[award].line) is not None for award in self.awards
        ):
            wrong.append(Problem("awards", NOT_COVERED))
        if self.purpose not in PURPOSES:
            wrong.append(Problem("purpose", CHOOSE_PURPOSE))
        if self.way not in {c.value for c in ways(record)}:
            wrong.append(Problem("way", NOT_THIS_WAY if self.way in WAYS else CHOOSE_WAY))
        elif self.way in THEIR_OWN and asked.by.kind in ("colleague", "client"):
            wrong.append(Problem("way", THEIR_OWN_CODE))
        if self.way == "organisation" and not (self.send_to and self.send_to_name):
            wrong.append(Problem("send_to_name", CHOOSE))
        if self.way == "post" and self.post_to and self.post_to not in record.person.open_addresses:
            wrong.append(Problem("post_to", NOT_THIS_ADDRESS))
        if self.way == "post" and self.format and self.format not in (*POSTED, *BY_PEOPLE):
            wrong.append(Problem("format", NOT_POSTED))
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        """The proofs, and that they were sent to whom they are for; where their form is made by people, that these are asked for it. The proof itself is there at once, in print."""
        made: list[Fact] = list(proofs_of(self, record, asked.at))
        if self.way == "organisation":
            made += [sent(one.reference, self.send_to, self.send_to_name, record, asked) for one in made if isinstance(one, ProofIssued)]
        people = OF_PEOPLE[self.form(record)] if self.form(record) in BY_PEOPLE else ""
        return made + [
            requested(people, asked, letter=one.reference, about=f"proof of benefit {one.reference}")
            for one in made if people and isinstance(one, ProofIssued)
        ]  # fmt: skip

    def form(self, record: Record) -> str:
        """The form in which they want it: for this once, else the one we hold."""
        return self.format or record.person.format


def proofs_of(asking: IssueProof, record: Record, at: datetime) -> list[ProofIssued]:
    """The proof asked for, or one for each benefit, as they would be issued at a moment. Where one waits to be asked for, its preview."""
    groups = [(award,) for award in asking.awards] if asking.each == "each" else [asking.awards]
    made = [_proof_of(asking, record, at, awards, short_reference(record, at, of=n)) for n, awards in enumerate(groups)]
    return [msgspec.structs.replace(one, asked_together=made[0].reference) for one in made] if len(made) > 1 else made


def _proof_of(asking: IssueProof, record: Record, at: datetime, awards: tuple[str, ...], reference: str) -> ProofIssued:
    """All that a proof shows on its day. No address that is marked unsafe ever stands on one."""
    person, today = record.person, at.astimezone(LONDON).date()
    parts = PURPOSES[asking.purpose].shown(asking.leave_out, asking.show)
    fit, form = person.open_addresses, asking.form(record)
    address = fit.get("home") or fit.get("correspondence") if "address" in parts else None
    return ProofIssued(
        reference=reference, purpose=asking.purpose, issued=today, language=asking.language or person.language,
        format=form if form in BY_PEOPLE else by(asking.way, form), lines=tuple(line_shown(record.awards.held[a], parts, today) for a in awards),
        name=str(person.name or ""), address=(*address.lines, address.postcode) if address else (),
        nino=person.nino[-4:] if "nino" in parts else "", parts=parts, way=asking.way,
        post_to=asking.post_to if asking.way == "post" else "",
    )  # fmt: skip


def again_of(issued: ProofIssued) -> IssueProof:
    """Asking for the same proof anew: the same benefits, for the same, showing the same parts, had in the same way and form."""
    return IssueProof(
        awards=tuple(line.award for line in issued.lines), purpose=issued.purpose, way="screen" if issued.way == "organisation" else issued.way, format=issued.format, language=issued.language,
        post_to=issued.post_to,
        leave_out=tuple(part for part in PARTS if part not in issued.shows), show=issued.shows,
    )  # fmt: skip


def safely(issued: ProofIssued, record: Record) -> ProofIssued:
    """The proof as it may be shown now: without an address that was found not to be safe after it was issued."""
    person = record.person
    known = [*person.addresses.values(), *person.earlier_addresses, *([person.protected_address] if person.protected_address else [])]
    unsafe = {(*a.lines, a.postcode) for a in known if not a.safe or a is person.protected_address}
    return msgspec.structs.replace(issued, address=()) if issued.address in unsafe else issued


def line_shown(award: Award, parts: Sequence[str], day: date) -> Line:
    """What a proof with these parts shows of an award on a day."""
    now = award.at(day)
    return Line(
        award=award.award, benefit=award.benefit, amount=now.amount if "amounts" in parts else 0,
        frequency=now.frequency if "amounts" in parts else "", components=now.components if "components" in parts else (),
        starts=award.starts if "dates" in parts else None, ends=award.ends if "dates" in parts else None,
    )  # fmt: skip
