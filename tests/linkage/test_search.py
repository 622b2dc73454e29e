"""Finding people: by number, by name, birthday and postcode; twins, slips, earlier names; and who may look at all."""

from __future__ import annotations

from datetime import date

from customerview.instructions import catalogue
from customerview.kernel import Actor
from customerview.ledger import open_access, reading
from customerview.linkage import search

BORN = date(1961, 3, 4)


def first(found):
    return found[0].stream if found else None


def test_by_number_whatever_its_last_letter(people):
    rhian = people.register()
    people.register("Ann", "Other", nino="QQ123457C", born=date(1990, 1, 1))
    found = people.find(nino="QQ123456")
    assert [f.stream for f in found] == [rhian]
    assert (found[0].name, found[0].matches_on, found[0].exact) == ("Rhian Morgan", ("nino",), True)
    assert first(people.find(nino="QQ123456D")) == rhian


def test_twins_are_told_apart_by_given_name(people):
    rhian, sian = people.register(), people.register("Siân", nino="QQ123458A")
    assert first(people.find(name="Sian Morgan", born=BORN, postcode="QA1 1AA")) == sian
    found = people.find(name="Rhian Morgan", born=BORN, postcode="QA1 1AA")
    assert found[0].stream == rhian and found[0].exact
    assert found[1].stream == sian and not found[1].exact


def test_a_slip_in_the_name_the_day_or_the_number_is_a_near_miss(people):
    rhian = people.register()
    for asked in (
        {"name": "Rhian Mogran", "born": BORN}, {"name": "Rhian Morgan", "born": date(1961, 4, 3)},
        {"name": "Rhian Morgan", "born": date(1951, 3, 4)}, {"name": "Morgan Rhian", "born": BORN}, {"name": "Morgan Rhian", "postcode": "QA1 1AA"}, {"nino": "QQ123465", "born": BORN},
        {"name": "R Morgan", "born": BORN, "postcode": "QA1 1AA"}, {"name": "Morgan", "postcode": "QA1 1AA"},
    ):  # fmt: skip
        found = people.find(**asked)
        assert first(found) == rhian, asked
        assert "name" not in asked or not found[0].exact or asked["name"] == "Morgan", asked


def test_somebody_else_is_nobodys_near_miss(people):
    people.register()
    assert people.find(name="Gareth Jones", born=date(1970, 1, 1)) == []
    assert people.find(name="Gareth Morgan", born=date(1970, 1, 1)) == []
    assert people.find(nino="QQ999999") == []
    assert people.find() == []


def test_by_an_earlier_name_and_with_or_without_a_particle(people):
    berg = people.register("Anna", "van der Berg", nino="QQ200001A")
    rhys = people.register("Dafydd", "ap Rhys", nino="QQ200002A")
    people.do(
        "change_name",
        rhys,
        given="Dafydd",
        family="Prys",
        since=date(2024, 5, 1),
        by=Actor(kind="colleague", id="1", roles=frozenset({"agent"})),
    )
    assert first(people.find(name="Anna Berg", born=BORN)) == berg
    assert first(people.find(name="Dafydd Rhys", born=BORN)) == rhys
    assert first(people.find(name="Dafydd Prys", born=BORN)) == rhys
    assert len([f for f in people.find(name="Dafydd ap Rhys", born=BORN) if f.stream == rhys]) == 1


def test_an_address_that_must_not_be_found_finds_nobody(people):
    rhian = people.register()
    assert first(people.find(name="Morgan", postcode="QA1 1AA")) == rhian
    people.do("record_protected_address", rhian, by=Actor(kind="colleague", id="1", roles=frozenset({"support_lead"}), tiers=frozenset({"safeguarding"})),
              lines=("2 Safe Street",), postcode="QB2 2BB")  # fmt: skip
    for postcode in ("QA1 1AA", "QB2 2BB"):
        assert people.find(name="Morgan", postcode=postcode) == []
    assert people.find(nino="QQ123456")[0].postcode == ""


def test_customers_and_strangers_find_nobody(people):
    rhian = people.register()
    people.register("Ann", nino="QQ123459A")
    me = Actor(kind="customer", id=str(rhian), roles=frozenset({"customer"}), acting_for=rhian)
    for secret in (open_access(me), "", "guess"):
        with reading(secret, catalogue()) as view:
            assert [f.stream for f in search(view, name="Morgan", born=BORN, postcode="QA1 1AA")] in ([rhian], [])
            assert search(view, nino="QQ123459") == []


def test_each_look_up_goes_by_its_index(people):
    """With row security in force: it must not keep a condition from the index."""
    with people.database.connect("worker") as db:
        db.execute(
            "INSERT INTO person_index SELECT gen_random_uuid(), 1, true, 'QQ' || lpad(n::text, 6, '0'), date '1930-01-01' + n, 'g' || n, 'f' || n,"
            " 'f' || n, 'QA' || n || ' 1AA', 'x', '' FROM generate_series(1, 20000) n"
        )
    with people.database.connect("migrator", autocommit=True) as db:
        db.execute("ANALYZE person_index")
    with reading(open_access(Actor(kind="colleague", id="1", roles=frozenset({"agent"}))), catalogue()) as view:
        for where, values in (
            ("nino = ANY(%s::text[])", (["QQ000456"],)), ("born = ANY(%s::date[]) AND family = %s", ([BORN], "f7")),
            ("postcode = %s AND family >= %s AND family < %s", ("QA1 1AA", "mo", "mp")), ("born = %s::date AND given = %s", (BORN, "g7")),
        ):  # fmt: skip
            plan = "\n".join(row[0] for row in view.execute(f"EXPLAIN SELECT stream FROM person_index WHERE {where}", values))
            assert "Index" in plan and "Seq Scan" not in plan, plan


def test_made_again_from_the_facts_it_is_the_same(people):
    from django.db import connection

    from customerview.ledger.rebuild import rebuild

    people.register()
    people.register("Anna", "van der Berg", nino="QQ200001A")

    def held():
        return connection.connection.execute("SELECT * FROM person_index ORDER BY stream, nth").fetchall()

    with people.database.using("worker"):
        connection.ensure_connection()
        before = held()
        assert len(before) == 2
        with connection.connection.transaction():
            rebuild(connection.connection, catalogue(), ("customerview.linkage.index.project",))
        assert held() == before
