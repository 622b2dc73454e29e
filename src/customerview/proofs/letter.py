"""The words of a proof of benefit. Amounts, dates and names come from the fact that froze them, never from anywhere else."""

from __future__ import annotations

from customerview.correspondence import Block, Code, Details, Heading, Items, Letter, Paragraph, Table, in_the_frame
from customerview.instructions import BENEFITS
from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.proofs.facts import Line, ProofIssued
from customerview.kernel import Words, in_words, pounds

from .easy_read import easy_read_of
from .issuer import shown
from .levels import LEVELS
from .scanning import scanned

TITLE = Words("Proof of benefit", "Prawf o fudd-dal")
STATEMENT = Words(
    "We confirm that {name} was entitled to the benefits below on {issued:date}.",
    "Rydym yn cadarnhau bod gan {name} hawl i'r budd-daliadau isod ar {issued:date}.",
)
PURPOSE = Words("This proof was asked for to show: {purpose:purpose}. It shows only what that needs.",
                "Gofynnwyd am y prawf hwn i ddangos: {purpose:purpose}. Mae'n dangos dim ond yr hyn sydd ei angen ar gyfer hynny.")  # fmt: skip
FROZEN = Words(
    "Amounts are those of {issued:date}. They can change later, and a payment can be more or less than usual.",
    "Mae'r symiau fel yr oeddent ar {issued:date}. Gallant newid yn ddiweddarach, a gall taliad fod yn fwy neu'n llai na'r arfer.",
)
DETAILS = Words("Details", "Manylion")
NAME, NINO = Words("Name", "Enw"), Words("National Insurance number", "Rhif Yswiriant Gwladol")
ENDS_IN = Words("ends in {last}", "yn gorffen â {last}")
ADDRESS = Words("Address", "Cyfeiriad")
BENEFIT, AMOUNT, PARTS = Words("Benefit", "Budd-dal"), Words("Amount", "Swm"), Words("Made up of", "Yn cynnwys")
FROM, UNTIL, ONGOING = Words("From", "O"), Words("Until", "Hyd at"), Words("no end date", "dim dyddiad gorffen")
CAPTION = Words("Benefits on {issued:date}", "Budd-daliadau ar {issued:date}")
IS, IS_NOT = (
    Words("This letter shows what was paid by us on the day it was issued.", "Mae'r llythyr hwn yn dangos beth a dalwyd gennym ar y diwrnod y'i cyhoeddwyd."),
    Words("It does not prove who the person carrying it is.", "Nid yw'n profi pwy yw'r person sy'n ei gario."),
)  # fmt: skip
ABOUT = Words("About this proof", "Ynglŷn â'r prawf hwn")
CODE = Words(
    "A square code that holds what this proof shows, signed by us.",
    "Cod sgwâr sy'n dal yr hyn y mae'r prawf hwn yn ei ddangos, wedi'i lofnodi gennym ni.",
)
SCAN = Words("An organisation can scan this code at {where} to see that we signed this proof and that nobody changed it.",
             "Gall sefydliad sganio'r cod hwn yn {where} i weld ein bod wedi llofnodi'r prawf hwn ac nad oes neb wedi'i newid.")  # fmt: skip


def letter_of(issued: ProofIssued, sender: str, language: str = "", *, signed: bool = True) -> Letter:
    """The letter of a proof, in its own language (after Welsh comes English) or in one that is asked for. `sender` is the operator's name.

    Not `signed`: what is not issued yet.
    """
    lang = language or issued.language
    said = {"name": issued.name, "issued": issued.issued, "purpose": issued.purpose}
    code = Code(scanned(issued), CODE.say(lang), SCAN.say(lang, where=shown("/check/scan/"))) if signed else None
    return Letter(
        title=TITLE.say(lang), sender=sender, then=None if language or lang == "en" else letter_of(issued, sender, "en", signed=False),
        to=(issued.name, *(issued.address if issued.way != "post" else ())), blocks=(
            Paragraph(STATEMENT.say(lang, **said)),
            Paragraph(PURPOSE.say(lang, **said)),
            Heading(DETAILS.say(lang)),
            _details(issued, lang),
            _table(issued, lang),
            Paragraph(FROZEN.say(lang, **said)),
            Heading(ABOUT.say(lang)),
            Items((IS.say(lang), IS_NOT.say(lang))),
            *([code] if code else []),
        ),
        easy=easy_read_of(issued, lang, code),
        **in_the_frame(lang, issued.reference, issued.issued),
    )  # fmt: skip


def _details(issued: ProofIssued, lang: str) -> Block:
    rows = [(NAME.say(lang), issued.name)]
    if issued.address:
        rows.append((ADDRESS.say(lang), ", ".join(issued.address)))
    if issued.nino:
        rows.append((NINO.say(lang), ENDS_IN.say(lang, last=issued.nino)))
    return Details(tuple(rows))


def _table(issued: ProofIssued, lang: str) -> Block:
    """One row a benefit; only the columns that some benefit fills."""
    columns = [(BENEFIT, [BENEFITS[line.benefit].say(lang) for line in issued.lines])]
    if any(line.amount for line in issued.lines):
        columns.append((AMOUNT, [f"{pounds(line.amount)} {FREQUENCIES[line.frequency].say(lang)}" for line in issued.lines]))
    if any(line.components for line in issued.lines):
        columns.append((PARTS, [_parts(line, lang) for line in issued.lines]))
    if any(line.starts for line in issued.lines):
        columns.append((FROM, [in_words(line.starts, lang) if line.starts else "" for line in issued.lines]))
        columns.append((UNTIL, [in_words(line.ends, lang) if line.ends else ONGOING.say(lang) for line in issued.lines]))
    rows = tuple(zip(*(cells for _, cells in columns), strict=True))
    return Table(CAPTION.say(lang, issued=issued.issued), tuple(head.say(lang) for head, _ in columns), rows)


def _parts(line: Line, lang: str) -> str:
    said = [f"{COMPONENTS[c.code].say(lang)}{': ' + LEVELS[c.level].say(lang) if c.level in LEVELS else ''}" for c in line.components]
    return "; ".join(said)
