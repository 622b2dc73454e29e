"""What stands at the head of the record, whatever else is shown: who to speak to, how, what to take care of, stays, death."""

from __future__ import annotations

from customerview.kernel import Record, Shown, Words, in_words

from ..change_of_circumstances.facts import STAYS
from ..personal_details.facts import LANGUAGES, ROUTES
from ..personal_details.formats import FORMATS
from ..support_needs.facts import TAKE_CARE

DEATHS = {
    "verified": Words("This person has died.", "Mae'r person hwn wedi marw."),
    "doubtful": Words("A death was reported and is in doubt. Take no step that cannot be undone.",
                      "Adroddwyd am farwolaeth ac mae amheuaeth. Peidiwch â chymryd cam na ellir ei ddadwneud."),
    "reported": Words("A death was reported and is not verified. Take no step that cannot be undone.",
                        "Adroddwyd am farwolaeth ac nid yw wedi'i gwirio. Peidiwch â chymryd cam na ellir ei ddadwneud."),
}  # fmt: skip


def key_facts(record: Record) -> list[Shown]:
    """The lines, each with the numbers of the facts it tells of."""
    return [*_death(record), *_people(record), *_how(record), *_stays(record), *_care(record), *_notes(record), *_post(record)]


def _death(record: Record) -> list[Shown]:
    death = record.death
    if not death.reported:
        return []
    words = DEATHS.get(death.status, DEATHS["reported"])
    return [Shown(heading="death", words=words, of=(max(death.report, death.verified),))]


def _people(record: Record) -> list[Shown]:
    return [
        Shown(heading="speak_to", of=(a.number,),
              words=Words(f"{a.name}: {a.words.en} since {in_words(a.starts)}.", f"{a.name}: {a.words.cy} ers {in_words(a.starts, 'cy')}."))
        for a in record.authority.held.values() if a.acts and (record.on is None or a.in_force(record.on))
    ]  # fmt: skip


def _how(record: Record) -> list[Shown]:
    person = record.person
    said = []
    if person.language != "en" or person.interpreter:
        said.append(Shown(heading="how", words=LANGUAGES.get(person.language, Words(person.language, person.language))))
    if person.format != "standard":
        said.append(Shown(heading="how", words=FORMATS.get(person.format, Words(person.format, person.format))))
    for route in person.routes.values():
        if not route.suits or not route.safe:
            named = ROUTES[route.route]
            said.append(Shown(heading="how", words=Words(f"Never: {named.en}.", f"Byth: {named.cy}."), of=(route.number,)))
    said += [Shown(heading="how", words=a.words, of=(a.number,)) for a in record.needs.adjustments.values()]
    return said


def _stays(record: Record) -> list[Shown]:
    stay = record.stays.now
    if stay is None:
        return []
    where = STAYS[stay.stay]
    until = [f" {word} {in_words(stay.until, lang)}" if stay.until else "" for word, lang in (("until", "en"), ("hyd", "cy"))]
    words = Words(f"{where.en.capitalize()} since {in_words(stay.since)}{until[0]}.",
                  f"{where.cy.capitalize()} ers {in_words(stay.since, 'cy')}{until[1]}.")  # fmt: skip
    return [Shown(heading="stay", words=words, of=(stay.number,))]


def _care(record: Record) -> list[Shown]:
    care = [Shown(heading="take_care", words=c.words, of=(c.number,)) for c in record.needs.take_care.values()]
    care += [Shown(heading="take_care", words=n.words, of=(n.number,)) for n in record.needs.held.values() if n.tier == "support"]
    # What is feared is restricted, and this line is read by everybody: it says what to do, never why.
    feared = [n.number for n in record.needs.held.values() if n.tier == "serious_harm"]
    return care + [Shown(heading="take_care", words=TAKE_CARE["call_support_lead"], of=(n,)) for n in feared[-1:]]


def _notes(record: Record) -> list[Shown]:
    return [Shown(heading="note", words=Words(n.text, n.text), of=(n.number,)) for n in record.notes.pinned.values()]


def _post(record: Record) -> list[Shown]:
    post = record.person.routes.get("post")
    if post is None or post.works:
        return []
    words = Words("Letters came back: do not act on silence.", "Daeth llythyrau yn ôl: peidiwch â gweithredu ar dawelwch.")
    return [Shown(heading="take_care", words=words, of=(post.number,))]
