"""One made-up life: how a customer came to be known, what they are paid, what they need, and how they and we were in touch.

Some of it goes as it should and some does not: messages left unanswered, calls that were promised and never made, letters that
came back. Those with the most needs are in touch the most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import NAMESPACE_OID, UUID, uuid5

from customerview.instructions import catalogue
from customerview.instructions.support_needs.facts import ADJUSTMENTS, NEEDS
from customerview.kernel import LONDON, Action, Record

from . import appointments, cast, clock, identifiers, paying, places, sayings
from .people import Person
from .playing import Life, Step, Strand, do, play
from .stories import brynfor_council

CALM = 0.55
"""How often in a year most people and the department are in touch."""
FORGOTTEN, FORGOTTEN_LATELY = 0.004, 0.15
"""The share of what should have been answered or done that never was: few that are old, more of the last weeks."""
LATELY_DAYS = 35


def life_of(p: Person, seed: int, until: datetime) -> Life:
    """The whole life of a customer, up to a moment. The same seed and moment give the same facts."""
    chance = Random(f"{seed} life {p.place}")
    today = until.astimezone(LONDON).date()
    strands: list[Strand] = [_becoming_known(chance, p)]
    strands += [paying.award(chance, p, benefit, today) for benefit in p.benefits]
    strands.append(_in_touch(chance, p, today))
    if p.appointee:
        strands.append(_reviewed(Random(f"{seed} reviewed {p.place}"), p, today))
    if chance.random() < appointments.COMING:
        strands.append(appointments.coming(chance, p, today))
    return play(catalogue(), p.stream, strands, until)


def shared(kind: str, one: UUID, other: UUID) -> str:
    """The id of a link between two people: the same from both sides."""
    return f"{kind}-{uuid5(NAMESPACE_OID, ':'.join(sorted((str(one), str(other))))).hex[:12]}"


def _becoming_known(chance: Random, p: Person) -> Strand:
    line = p.benefits[0] if p.benefits else "UC"
    system, at = cast.line_system(line), datetime.combine(p.known_since, time(3), UTC)  # before any line reports an award
    address = p.address
    yield Step(at, system, do("register_customer",
        given=p.given, family=p.family, born=p.born, nino=p.nino, sex=p.sex, source=line, lines=(*address.lines, address.town),
        postcode=address.postcode, nation=address.nation, mobile=p.mobile, phone=p.landline, email=p.email, language=p.language,
    ))  # fmt: skip
    yield from _people_close(p, system, at)
    day = p.known_since + timedelta(days=chance.randint(1, 300))
    someone = cast.somebody(chance, line)
    if p.needs or chance.random() < 0.3:
        at = clock.working(chance, day)
        yield from (Step(at, someone, do("record_need", need=need, tier=NEEDS[need].tier, source="told")) for need in p.needs)
        yield Step(at, someone, do("screen_needs", outcome="found" if p.needs else "none_found", how="asked"))
        if p.needs and chance.random() < 0.5:
            yield Step(at, someone, do("agree_adjustment", adjustment=chance.choice(tuple(ADJUSTMENTS))))
    if "digital" in p.needs:
        yield Step(at, someone, do("record_digital_access", access="none"))
    if p.format != "standard":
        yield Step(max(at, clock.working(chance, day)), someone, do("choose_format", format=p.format))


def _people_close(p: Person, system: object, at: datetime) -> Iterator[Step]:
    """Who acts for them and for whom they act; partner, carer, cared-for: each under one id in both records."""
    if p.appointee:
        council = brynfor_council.acts_for(p.place) if p.corporate else None
        holder = str(p.appointee_is) if p.appointee_is else council or f"person-{p.place}"
        name = brynfor_council.NAME if council else p.appointee
        authority = shared("appointee", p.stream, p.appointee_is) if p.appointee_is else f"appointee-{p.place}"
        yield Step(at, system, do("record_authority",  # type: ignore[arg-type]
            authority=authority, type="corporate_appointee" if p.corporate else "appointee", holder=holder, name=name,
            starts=p.known_since, document="BF57", all_lines=True, no_end=True, paid_to="To an account in the customer's name",
            address_line=", ".join((*(("Civic Centre",) if p.corporate else p.address.lines), p.address.town)), postcode=p.address.postcode,
        ))  # fmt: skip
    if p.acts_for:
        acts = do("record_acts_for", authority=shared("appointee", p.stream, p.acts_for), type="appointee", person=p.acts_for)
        yield Step(at, system, acts)  # type: ignore[arg-type]
    for relation, other in (("partner", p.partner), ("cared_for", p.cares_for), ("carer", p.cared_for_by)):
        if other:
            kind = "partner" if relation == "partner" else "care"
            yield Step(at, system, do("link_person", link=shared(kind, p.stream, other), relation=relation, person=other))  # type: ignore[arg-type]


def _reviewed(chance: Random, p: Person, today: date) -> Strand:
    """The arrangement is looked at about once a year; now and then nobody got round to it."""
    day, line = p.known_since + timedelta(days=330 + chance.randrange(20)), p.benefits[0] if p.benefits else "UC"
    while day < today:
        if chance.random() > 0.06:
            said = "Looked at how the money is paid, and spoke to both."
            yield Step(clock.working(chance, day), cast.somebody(chance, line, "case_manager", "appointees"), _goes_on(said))
        day += timedelta(days=325 + chance.randrange(20))


def _goes_on(said: str) -> Callable[[Record], Action | None]:
    def review(record: Record) -> Action | None:
        held = next((a for a in record.authority.held.values() if a.acts), None)
        return do("review_appointee", authority=held.authority, suitable=True, needed=True, outcome="goes_on", said=said) if held else None

    return review


def _in_touch(chance: Random, p: Person, today: date) -> Strand:
    """Everything that is said, asked, promised and changed, one after another."""
    days = max(1, (today - p.known_since).days - 1)
    count = p.busy or _times(chance, CALM * days / 365 * (2.2 if p.needs else 1))
    for day in sorted(p.known_since + timedelta(days=1 + chance.randrange(days)) for _ in range(count)):
        forgotten = chance.random() < (FORGOTTEN_LATELY if (today - day).days < LATELY_DAYS else FORGOTTEN)
        yield from chance.choices(WAYS, SHARES)[0](chance, p, day, forgotten)


def _times(chance: Random, mean: float) -> int:
    """How many of something that happens by chance, so many times on average."""
    count, waited = 0, chance.expovariate(1)
    while waited < mean:
        count, waited = count + 1, waited + chance.expovariate(1)
    return count


def _message(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    """A message, looked at within hours, answered within days; a few never are."""
    at, (topic, text) = clock.evening(chance, day), sayings.message(chance, p.language)
    sent = yield Step(at, cast.customer(p.stream), do("send_message_to_us", topic=topic, text=text))
    if sent is None:
        return
    number, line = sent.facts[0].number, p.benefits[0] if p.benefits else "UC"
    someone = cast.somebody(chance, line)
    if not forgotten or chance.random() < 0.8:
        look = do("take_first_look", message=number, heard=("none",), money=topic == "money", asks=True)
        yield Step(at + timedelta(minutes=chance.randint(5, 170)), someone, look)
    if not forgotten:
        yield Step(clock.after(chance, at, 2.5), someone, do("answer_message", message=number, text=sayings.answer(chance, p.language)))


def _call(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    """A call to us: noted, its questions answered, ended with a summary; sometimes a call back is promised."""
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    agent = cast.somebody(chance, line, "agent")
    party = "representative" if p.appointee else "customer"
    begun = yield Step(at, agent, do("start_contact", channel="call_in", party=party, checked="questions", who=p.appointee))
    if begun is None:
        return
    contact, said = begun.facts[0].number, sayings.call(chance)
    heard = dict.fromkeys(QUESTIONS, False) | ({chance.choice(ORDINARY): True} if chance.random() < 0.12 else {})
    note = do("note_contact", contact=contact, reported=said.reported, agreed=said.agreed, follows=said.follows)
    yield Step(at + timedelta(minutes=4), agent, note)
    yield Step(at + timedelta(minutes=9), agent, do("answer_recognition_questions", contact=contact, **heard))
    for name in (n for n, yes in heard.items() if yes):
        acted = do(
            "act_on_recognition",
            contact=contact,
            question=name,
            what="Recorded on the claim and passed to the team that looks after it.",
        )
        yield Step(at + timedelta(minutes=10), agent, acted)
    yield Step(at + timedelta(minutes=11), agent, do("end_contact", contact=contact, summary=said.summary))


QUESTIONS = (
    "suicide", "danger", "health", "death", "disagrees", "dissatisfied", "change", "somebody_else", "evidence", "request", "help", "fraud",
)  # fmt: skip
ORDINARY = ("health", "change", "evidence")
"""What is heard in an ordinary call now and then. Danger is in the stories written by hand."""


def _call_back(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    agent = cast.somebody(chance, line, "agent")
    promised = yield Step(at, agent, do("promise_call_back", reason=sayings.reason(chance)))
    if promised is None or forgotten:
        return
    number, later = promised.facts[0].number, clock.after(chance, at, 0.8)
    if chance.random() < 0.25:
        yield Step(
            later,
            agent,
            do("record_call_back_attempt", callback=number, route="mobile" if p.mobile else "phone", message_left=True),
        )
        later = clock.after(chance, later, 1)
    yield Step(later, agent, do("record_call_back", callback=number, said="Explained, and they were content."))


def _request(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    request, what = sayings.request(chance)
    asked = yield Step(at, cast.customer(p.stream), do("record_request", request=request, what=what))
    if asked is None or forgotten:
        return
    done = do("answer_request", asked=asked.facts[0].number, done=chance.random() < 0.8, said="Done, and they were told by letter.")
    yield Step(clock.after(chance, at, 3), cast.somebody(chance, line), done)


def _chase(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    matter = chance.choice(("decision", "payment", "claim", "assessment"))
    chased = yield Step(at, cast.somebody(chance, line, "agent"), do("chase_progress", matter=matter, said="When will it be settled?"))
    if chased is None or forgotten:
        return
    told = do("answer_chase", matter=chased.facts[0].fact.matter, told="Told where it is and when to expect an answer.")
    yield Step(clock.after(chance, at, 1.5), cast.somebody(chance, line, "decision_maker", "decisions"), told)


def _move(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    new = places.address(chance)
    moved = do("change_address", line_1=new.lines[0], town=new.town, postcode=new.postcode, since=day, nation=new.nation)
    yield Step(clock.evening(chance, day), cast.customer(p.stream), moved)


def _new_number(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    changed = do("change_phone", route="mobile", number=identifiers.mobile(chance))
    yield Step(clock.evening(chance, day), cast.customer(p.stream), changed)


def _letter_back(chance: Random, p: Person, day: date, forgotten: bool = False) -> Strand:
    """A letter came back; most often somebody found out where they are."""
    at, line = clock.working(chance, day), chance.choice(p.benefits or ["UC"])
    someone = cast.somebody(chance, line)
    yield Step(at, someone, do("record_route_failed", route="post", how="returned"))
    if not forgotten:
        later = clock.after(chance, at, 3)
        yield Step(
            later,
            someone,
            do("record_contact_attempt", route="mobile" if p.mobile else "phone", outcome="reached", reason="A letter came back"),
        )
        yield from _move(chance, p, later.date() + timedelta(days=1))


WAYS = (_message, _call, _call_back, _request, _chase, _move, _new_number, _letter_back, appointments.appointment)
SHARES = (44, 20, 12, 8, 6, 4, 4, 2, 10)
