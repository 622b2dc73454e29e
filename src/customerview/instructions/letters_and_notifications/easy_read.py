"""What easy read letters share: what each benefit is, how to reach us, and whether people have checked a letter's words."""

from __future__ import annotations

from datetime import date

from customerview.kernel import Figures, Words

OWNER = "easy_read"

WHAT_IT_IS = {
    "PIP": (Words("People call it PIP.", "Mae pobl yn ei alw’n PIP."),
            Words("It is for people with a long illness or a disability.", "Mae ar gyfer pobl â salwch hir neu anabledd.")),
    "DLA": (Words("People call it DLA.", "Mae pobl yn ei alw’n DLA."),
            Words("It is for people who need help because of a disability.", "Mae ar gyfer pobl sydd angen help oherwydd anabledd.")),
    "AA": (Words("It is for older people who need help to look after themselves.", "Mae ar gyfer pobl hŷn sydd angen help i ofalu amdanynt eu hunain."),),
    "SP": (Words("It is money for people who have reached pension age.", "Mae’n arian i bobl sydd wedi cyrraedd oed pensiwn."),),
    "PC": (Words("It is extra money for people who get a pension.", "Mae’n arian ychwanegol i bobl sy’n cael pensiwn."),),
    "CA": (Words("It is for people who look after somebody.", "Mae ar gyfer pobl sy’n gofalu am rywun."),),
    "ESA": (Words("People call it ESA.", "Mae pobl yn ei alw’n ESA."),
            Words("It is for people who are too ill to work.", "Mae ar gyfer pobl sy’n rhy sâl i weithio.")),
    "JSA": (Words("People call it JSA.", "Mae pobl yn ei alw’n JSA."),
            Words("It is for people who are looking for a job.", "Mae ar gyfer pobl sy’n chwilio am waith.")),
    "IS": (Words("It is for people who have little money.", "Mae ar gyfer pobl heb lawer o arian."),),
    "UC": (Words("It helps to pay for what you need to live.", "Mae’n helpu i dalu am yr hyn sydd ei angen arnoch i fyw."),),
}  # fmt: skip
PHONE = Words("0808 157 0100", "0808 157 0101")
"""Free to call; the Welsh line is answered in Welsh."""
RING = (
    Words("Ring us on {phone}.", "Ffoniwch ni ar {phone}."),
    Words("The call is free.", "Mae’r alwad am ddim."),
    Words("You can ask somebody to help you.", "Gallwch ofyn i rywun eich helpu."),
    Words("Tell us if this letter is hard to read.", "Dywedwch wrthym os yw’r llythyr hwn yn anodd ei ddarllen."),
)
NOT_CHECKED = Words(
    "People with learning disabilities have not checked these words yet.",
    "Nid yw pobl ag anableddau dysgu wedi gwirio’r geiriau hyn eto.",
)


def how_to_reach_us(lang: str, checked: bool) -> list[str]:
    """A sentence each; and, while nobody has checked the words, that."""
    return [one.say(lang, phone=PHONE.say(lang)) for one in (*RING, *(() if checked else (NOT_CHECKED,)))]


def reviewed(letter: str, figures: Figures, on: date) -> bool:
    """Whether people with learning disabilities have checked this letter's words. Nobody has while no figure says so, with who did."""
    name = f"{letter}_reviewed"
    return figures.has(OWNER, name) and bool(figures.get(OWNER, name, on))
