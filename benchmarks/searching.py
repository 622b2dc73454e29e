"""Finding a person among all there are, beside one bare look-up by National Insurance number."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.house import House, worker
from benchmarks.timing import Measure, beside
from customerview.instructions import catalogue
from customerview.ledger import View
from customerview.linkage import search as find


def search(house: House) -> list[Measure]:
    """By number; by name, date of birth and postcode as they are; and with a slip in each."""
    with worker() as db:
        view = View(db, catalogue())
        people = []
        for stream in house.streams[:300]:
            person = view.record(stream).person
            home = person.addresses.get("home")
            people.append((person.nino, f"{person.name.given} {person.name.family}".strip(), person.born, home.postcode if home else ""))
        people = [p for p in people if p[0] and p[1] and p[3]]

        def by_number(turn: int) -> None:
            number, *_ = people[turn % len(people)]
            assert find(view, nino=number)

        def by_name(turn: int) -> None:
            _, name, born, postcode = people[turn % len(people)]
            assert find(view, name=name, born=born, postcode=postcode)

        def with_slips(turn: int) -> bool:
            _, name, born, postcode = people[turn % len(people)]
            return bool(find(view, name=name[:-2] + name[-1:], born=born + timedelta(days=1), postcode=postcode))

        def bare(turn: int) -> None:
            db.execute(
                "SELECT stream, given, family, born FROM person_index WHERE nino = %s", (people[turn % len(people)][0][:8],)
            ).fetchall()

        floor = "one bare look-up by number"
        found = sum(with_slips(turn) for turn in range(len(people)))
        return [
            beside("Search by National Insurance number", by_number, floor, bare),
            beside("Search by name, date of birth and postcode", by_name, floor, bare),
            beside("The same with a slip in name and date", with_slips, floor, bare),
            Measure("Found in spite of both slips", 100 * found / len(people), 0, "% of people"),
        ]
