"""After a death, to the next of kin or executor: few, careful words. Nothing is asked of them today."""

from __future__ import annotations

import re

from customerview.instructions.bereavement.facts import NextOfKinWrittenTo
from customerview.kernel import Words

from ..content import Heading, Items, Paragraph
from .spec import Said, Spec, Told

TITLE = Words("After the death of {name}", "Ar ôl marwolaeth {name}")
KIN = Words("Next of kin of {name}", "Perthynas agosaf {name}")
SORRY = Words("We are very sorry that {name} has died.", "Mae'n ddrwg iawn gennym fod {name} wedi marw.")
SORRY_TOLD = Words(
    "We were told that {name} has died. We are very sorry.", "Dywedwyd wrthym fod {name} wedi marw. Mae'n ddrwg iawn gennym."
)
IF_WRONG = Words("If this is not so, please ring us now.", "Os nad yw hyn yn wir, ffoniwch ni nawr.")
ONCE = Words("You only need to tell us once. We have told each part of our service.",
             "Dim ond unwaith y mae angen i chi ddweud wrthym. Rydym wedi dweud wrth bob rhan o'n gwasanaeth.")  # fmt: skip
NEXT = Words("What happens now", "Beth sy'n digwydd nawr")
WE_WILL = (
    Words("We will work out if any money is owed.", "Byddwn yn cyfrifo a oes unrhyw arian yn ddyledus."),
    Words("If we owe money, we will tell you who we can pay.", "Os oes arnom arian, byddwn yn dweud wrthych pwy y gallwn ei dalu."),
    Words("You do not need to pay back or send us a thing now.", "Nid oes angen i chi ad-dalu nac anfon dim atom nawr."),
)
HELP = Words("Help for you", "Help i chi")
MAY_GET = Words("You may be able to get help with the cost of a funeral. You may get money if your husband, wife or partner has died. Ring us and we will help you ask.",
                "Efallai y gallwch gael help gyda chost angladd. Efallai y cewch arian os yw eich gŵr, eich gwraig neu eich partner wedi marw."
                " Ffoniwch ni a byddwn yn eich helpu i ofyn.")  # fmt: skip
ACTS = Words("If you are not the person who deals with this, please give them this letter.",
             "Os nad chi yw'r person sy'n delio â hyn, rhowch y llythyr hwn iddynt.")  # fmt: skip
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)


def to(told: Told) -> tuple[str, ...]:
    """The person by name where an address of theirs is known; else whoever is next of kin, at the last address."""
    name = str(told.record.person.name or "")
    kin = told.record.death.kin.get(getattr(told.fact, "person", 0))
    if kin is not None and POSTCODE.search(kin.reach):
        return (kin.name, *(line.strip() for line in kin.reach.split(",")))
    address = told.record.person.letters_go_to
    return (told.say(KIN, name=name), *((*address.lines, address.postcode) if address else ()))


def says(told: Told) -> list[Said]:
    name = told.name()
    sorry = SORRY if told.record.death.status == "verified" else SORRY_TOLD
    return [
        ("outcome", Paragraph(told.say(sorry, name=name))),
        *([] if sorry is SORRY else [("", Paragraph(told.say(IF_WRONG)))]),
        ("", Paragraph(told.say(ONCE))), ("next", Heading(told.say(NEXT))), ("next", Items(tuple(told.say(one) for one in WE_WILL))),
        ("next", Heading(told.say(HELP))), ("next", Paragraph(told.say(MAY_GET))), ("", Paragraph(told.say(ACTS))),
    ]  # fmt: skip


SPEC = Spec(
    code="bereavement", title=lambda told: told.say(TITLE, name=str(told.record.person.name or "")), says=says, to=to, greets=False,
    after=(NextOfKinWrittenTo,), when=lambda fact, record: record.death.reported, about=lambda fact: "",
)  # fmt: skip
