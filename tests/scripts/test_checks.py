"""A check that cannot fail holds nothing: each of our own is shown something it must find."""

import grimp
import pytest

from scripts import check
from scripts.doors import Doors, matches, room


@pytest.mark.parametrize(
    ("module", "its_room"),
    [
        ("customerview.ledger.postgres", "customerview.ledger"),
        ("customerview.portals.customer.views", "customerview.portals.customer"),
        ("customerview.perform", "customerview.perform"),
    ],
)
def test_a_module_is_in_its_room(module, its_room):
    assert room(module) == its_room


def test_a_pattern_names_a_module_and_what_is_inside_it():
    assert matches("customerview.kernel.*", "customerview.kernel.words")
    assert matches("customerview.ledger.feed", "customerview.ledger.feed")
    assert not matches("customerview.ledger.feed", "customerview.ledger")
    assert not matches("customerview.ledger.feed", "customerview.ledger.bulk")


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("customerview.portals.customer.views", "customerview.ledger", True),
        ("customerview.portals.customer.views", "customerview.ledger.postgres", False),
        ("customerview.portals.customer.views", "customerview.portals.layout.errors", False),
        ("customerview.ledger.reading", "customerview.ledger.postgres", True),
        ("customerview.work.lists", "customerview.kernel.words", True),
    ],
)
def test_reaching_past_a_door_breaks_the_contract(importer, imported, kept):
    graph = grimp.ImportGraph()
    for module in ("customerview", importer, imported):
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported, line_number=7, line_contents="import")
    contract = Doors("doors", session_options={}, contract_options={"also_doors": ["customerview.kernel.*"]})
    assert contract.check(graph, verbose=False).kept is kept


def test_a_host_in_a_lock_is_found(tmp_path, monkeypatch):
    for name in check.LOCKS:
        (tmp_path / name).write_text("fine==1.0\n")
    monkeypatch.setattr(check, "TOP", tmp_path)
    assert check.hosts_in_locks() == []
    (tmp_path / "requirements.lock").write_text("--index-url https://mirror.example/simple\n")
    (tmp_path / "package-lock.json").write_text('{"resolved": "x"}\n')
    assert len(check.hosts_in_locks()) == 2


def test_a_module_that_does_not_say_what_it_is_for_is_found(tmp_path, monkeypatch):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "said.py").write_text('"""Says."""\n')
    (tmp_path / "src" / "silent.py").write_text("x = 1\n")
    monkeypatch.setattr(check, "TOP", tmp_path)
    assert check.modules_without_docstring() == ["src/silent.py"]
