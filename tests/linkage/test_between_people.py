"""A link between two people stands in both records under one id, said once, however often the feed is followed."""

from __future__ import annotations

from datetime import date

from customerview.instructions import catalogue
from customerview.instructions.representatives.facts import ActsFor, ActsForEnded, PersonLinked, PersonUnlinked
from customerview.kernel import Actor, job
from customerview.ledger import writing
from customerview.linkage.between_people import take
from customerview.perform import perform

MANAGER = Actor(kind="colleague", id="1", roles=frozenset({"case_manager"}), teams=("pip.case",), line="PIP")


def act(people, name, stream, by=MANAGER, /, **fields):
    action = catalogue().actions[name](**fields)
    with people.database.using("worker"):
        perform(action, on=stream, by=by, ledger=writing(None, catalogue()), catalogue=catalogue())


KNOWN = {"document": "BF57", "no_end": True, "reach_by": "01632 960001", "paid_to": "to their account"}


def follow(people) -> int:
    with people.database.using("worker"):
        taken = 0
        while take():
            taken += 1
    return taken


def facts(people, stream):
    with people.database.using("worker"), writing(None, catalogue()).transaction() as unit:
        return unit.facts(stream, 1, None)


def test_who_acts_for_somebody_has_it_in_their_own_record_until_it_ends(people):
    rhian, gwen = people.register(), people.register(given="Gwen", born=date(1988, 2, 1), nino="QQ123457C")
    act(people, "record_authority", rhian, authority="A-1", type="appointee", holder=str(gwen), name="Gwen Morgan",
              starts=date(2026, 1, 5), lines=("PIP",), **KNOWN)  # fmt: skip
    assert follow(people) == 1
    (acts,) = [h for h in facts(people, gwen) if isinstance(h.fact, ActsFor)]
    assert acts.fact == ActsFor(authority="A-1", type="appointee", person=rhian, lines=("PIP",))
    assert (acts.by, acts.cause) == ("job:between_people", f"{rhian}:{facts(people, rhian)[-1].number}")
    act(people, "change_authority", rhian, authority="A-1", lines=("PIP", "ESA"))
    follow(people)
    act(people, "end_authority", rhian, authority="A-1", ended=date(2026, 2, 1), why="resigned")
    follow(people)
    assert isinstance(facts(people, gwen)[-1].fact, ActsForEnded)
    assert follow(people) == 0


def test_partners_are_linked_in_both_records_once_and_carers_from_each_side(people):
    one, two = people.register(), people.register(given="Ray", nino="QQ123458C")
    act(people, "link_person", one, job("story"), link="L-1", relation="partner", person=two)
    act(people, "link_person", one, job("story"), link="L-2", relation="carer", person=two)
    follow(people)
    linked = [h.fact for h in facts(people, two) if isinstance(h.fact, PersonLinked)]
    assert [(f.link, f.relation, f.person) for f in linked] == [("L-1", "partner", one), ("L-2", "cared_for", one)]
    assert len([h for h in facts(people, one) if isinstance(h.fact, PersonLinked)]) == 2
    act(people, "unlink_person", one, job("story"), link="L-1")
    follow(people)
    assert isinstance(facts(people, two)[-1].fact, PersonUnlinked)


def test_an_organisation_a_stranger_or_a_consent_is_told_nobody(people):
    rhian = people.register()
    act(people, "record_authority", rhian, authority="A-1", type="corporate_appointee", holder="flintshire-council", all_lines=True,
              name="Flintshire Council", starts=date(2026, 1, 5), **KNOWN)  # fmt: skip
    act(people, "record_authority", rhian, authority="A-2", type="attorney", holder="00000000-0000-4000-8000-00000000abcd", all_lines=True,
              name="Somebody", starts=date(2026, 1, 5), **KNOWN)  # fmt: skip
    assert follow(people) == 2
    assert len(facts(people, rhian)) == len([h for h in facts(people, rhian) if not h.by.startswith("job:between")])


def reviews(people, stream) -> list[str]:
    with people.database.using("worker"), writing(None, catalogue()).transaction() as unit:
        return [owed.owner for owed in unit.load(stream).duties.of("review_appointee") if owed.duty == "review_appointee"]


def test_an_appointee_s_death_is_work_for_everyone_they_act_for_once_until_it_is_settled_or_was_not_so(people):
    gwen = people.register(given="Gwen", born=date(1988, 2, 1), nino="QQ123459C")
    acted_for = [people.register(given=name, nino=nino) for name, nino in (("Rhian", "QQ123460C"), ("Owain", "QQ123461C"))]
    for number, person in enumerate(acted_for):
        act(people, "report_award", person, Actor(kind="client", id="x", roles=frozenset({"line_system"}), line="PIP"), award="PIP-1", benefit="PIP",
            amount=100, frequency="week", starts=date(2024, 1, 1))  # fmt: skip
        act(
            people,
            "record_authority",
            person,
            authority=f"D-{number}",
            type="appointee",
            holder=str(gwen),
            name="Gwen",
            starts=date(2026, 1, 5),
            all_lines=True,
            **KNOWN,
        )
    follow(people)
    act(people, "report_death", gwen, source="caller", date_known=False)
    follow(people)
    assert [reviews(people, person) for person in acted_for] == [["pip.appointees"], ["pip.appointees"]]
    assert follow(people) == 0
    act(people, "report_death", gwen, source="letter", date_known=False)
    follow(people)
    assert [len(reviews(people, person)) for person in acted_for] == [1, 1], "told again is owed once"

    act(
        people,
        "review_appointee",
        acted_for[0],
        authority="D-0",
        suitable=False,
        needed=True,
        outcome="successor",
        successor="Her sister Ann",
        said="Her sister is appointed from Monday",
    )
    assert reviews(people, acted_for[0]) == []
    act(people, "record_alive", gwen, how="Spoke to her", source="spoke")
    follow(people)
    assert reviews(people, acted_for[1]) == [], "she is alive: nothing to settle"


def test_somebody_who_acts_for_nobody_tells_nobody(people):
    alone = people.register(given="Ann", nino="QQ123462C")
    act(people, "report_death", alone, source="caller", date_known=False)
    before = len(facts(people, alone))
    follow(people)
    assert len(facts(people, alone)) == before
