"""A proof of benefit in easy read: what it is, what it shows, how to use it. Its own words, for each purpose and each benefit."""

from __future__ import annotations

import msgspec

from customerview.correspondence import Block, Code, EasyRead, Heading, Items, Paragraph
from customerview.instructions import BENEFITS, catalogue
from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.letters_and_notifications.easy_read import WHAT_IT_IS, how_to_reach_us, reviewed
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.kernel import Words, in_words, pounds

from .issuer import shown
from .levels import LEVELS

TITLE = Words("Proof that you get a benefit", "Prawf eich bod yn cael budd-dal")
ABOUT = Words("About this letter", "Am y llythyr hwn")
PROOF = (
    Words("This letter is a proof.", "Prawf yw’r llythyr hwn."),
    Words("It shows that you get a benefit.", "Mae’n dangos eich bod yn cael budd-dal."),
    Words("A benefit is money that we pay to you.", "Budd-dal yw arian rydym yn ei dalu i chi."),
)
FOR = {
    "council_tax": Words("You asked for it to pay less council tax.", "Gofynnoch amdano er mwyn talu llai o dreth gyngor."),
    "blue_badge": Words("You asked for it to get a Blue Badge for parking.", "Gofynnoch amdano er mwyn cael Bathodyn Glas ar gyfer parcio."),
    "housing": Words("You asked for it to show to your council or housing association.", "Gofynnoch amdano i’w ddangos i’ch cyngor neu gymdeithas dai."),
    "landlord": Words("You asked for it to show to the person you rent your home from.", "Gofynnoch amdano i’w ddangos i’r person rydych yn rhentu eich cartref ganddo."),
    "travel": Words("You asked for it to get a travel pass.", "Gofynnoch amdano er mwyn cael tocyn teithio."),
    "health_costs": Words("You asked for it to get help with health costs, like the dentist.", "Gofynnoch amdano er mwyn cael help gyda chostau iechyd, fel y deintydd."),
    "school_meals": Words("You asked for it to get free school meals.", "Gofynnoch amdano er mwyn cael prydau ysgol am ddim."),
    "bank": Words("You asked for it to show to your bank.", "Gofynnoch amdano i’w ddangos i’ch banc."),
    "other": Words("You asked for it to show to somebody.", "Gofynnoch amdano i’w ddangos i rywun."),
}  # fmt: skip
YOU = Words("About you", "Amdanoch chi")
NAME, ADDRESS = (
    Words("Your name is {name}.", "Eich enw yw {name}."),
    Words("Your address is {address}.", "Eich cyfeiriad yw {address}."),
)
NINO = Words("Your National Insurance number ends in {last}.", "Mae eich rhif Yswiriant Gwladol yn gorffen â {last}.")
GET = Words("You get this benefit.", "Rydych yn cael y budd-dal hwn.")
AMOUNT = Words("You get {amount} {often}.", "Rydych yn cael {amount} {often}.")
PARTS = Words("It has these parts:", "Mae ganddo’r rhannau hyn:")
STARTED = Words("It started on {starts:date}.", "Dechreuodd ar {starts:date}.")
ENDS, NO_END = (
    Words("It ends on {ends:date}.", "Daw i ben ar {ends:date}."),
    Words("It has no end date.", "Nid oes dyddiad gorffen."),
)
DAY = Words("When this letter is right", "Pryd mae’r llythyr hwn yn gywir")
RIGHT = (
    Words("This letter is right on {day}.", "Mae’r llythyr hwn yn gywir ar {day}."),
    Words("Your money can change after that day.", "Gall eich arian newid ar ôl y diwrnod hwnnw."),
    Words("You can get a new letter at any time.", "Gallwch gael llythyr newydd ar unrhyw adeg."),
)
USE = Words("How to use this letter", "Sut i ddefnyddio’r llythyr hwn")
GIVE = (
    Words("Give this letter to the people who asked for it.", "Rhowch y llythyr hwn i’r bobl a ofynnodd amdano."),
    Words("It does not show who you are.", "Nid yw’n dangos pwy ydych chi."),
    Words("They may ask you for something else to show that.", "Efallai y byddant yn gofyn am rywbeth arall i ddangos hynny."),
)
SCAN = Words(
    "They can scan this square at {where} to see that the letter is real.",
    "Gallant sganio’r sgwâr hwn yn {where} i weld bod y llythyr yn wir.",
)
WRONG = Words("If something is wrong", "Os oes rhywbeth yn anghywir")


def easy_read_of(issued: ProofIssued, lang: str, code: Code | None) -> EasyRead:
    """The proof in easy read: it shows what the proof shows, no more and no less."""
    checked = reviewed("proof", catalogue().figures, issued.issued)
    day = in_words(issued.issued, lang)
    you = [_say(lang, NAME, name=issued.name)]
    if issued.address:
        you.append(_say(lang, ADDRESS, address=", ".join(issued.address)))
    if issued.nino:
        you.append(_say(lang, NINO, last=issued.nino))
    return EasyRead(title=TITLE.say(lang), reviewed=checked, blocks=(
        Heading(ABOUT.say(lang)), *(_say(lang, one) for one in (*PROOF, FOR[issued.purpose])), Heading(YOU.say(lang)), *you,
        *(block for line in issued.lines for block in _benefit(line, lang)),
        Heading(DAY.say(lang)), *(_say(lang, one, day=day) for one in RIGHT),
        Heading(USE.say(lang)), *(_say(lang, one) for one in GIVE), *([msgspec.structs.replace(code, under=SCAN.say(lang, where=shown("/check/scan/")))] if code else []),
        Heading(WRONG.say(lang)), *map(Paragraph, how_to_reach_us(lang, checked)),
    ))  # fmt: skip


def _benefit(line: Line, lang: str) -> list[Block]:
    said = [
        Heading(BENEFITS[line.benefit].say(lang)),
        _say(lang, GET),
        *(_say(lang, one) for one in WHAT_IT_IS.get(line.benefit, ())),
    ]
    if line.amount:
        said.append(_say(lang, AMOUNT, amount=pounds(line.amount), often=FREQUENCIES[line.frequency].say(lang)))
    if line.components:
        said += [_say(lang, PARTS), Items(tuple(_part(one, lang) for one in line.components))]
    if line.starts:
        said += [_say(lang, STARTED, starts=line.starts), _say(lang, ENDS, ends=line.ends) if line.ends else _say(lang, NO_END)]
    return said


def _part(component, lang: str) -> str:
    level = f", {LEVELS[component.level].say(lang)}" if component.level in LEVELS else ""
    return COMPONENTS[component.code].say(lang) + level


def _say(lang: str, words: Words, **values) -> Paragraph:
    return Paragraph(words.say(lang, **values))
