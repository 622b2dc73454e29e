"""An import contract: a room is entered by its door, the package itself, and nothing reaches past it to a module inside."""

from __future__ import annotations

from importlinter import Contract, ContractCheck, fields, output


class Doors(Contract):
    """Rooms are the packages of the first level, and each portal. `also_doors` names further modules that may be imported from outside."""

    type_name = "doors"
    also_doors = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph, verbose):
        past = sorted(
            (importer, imported)
            for importer in graph.modules
            if importer.startswith("customerview.")
            for imported in graph.find_modules_directly_imported_by(importer)
            if imported.startswith("customerview.") and room(importer) != room(imported) and not self.is_door(imported)
        )
        lines = {pair: graph.get_import_details(importer=pair[0], imported=pair[1])[0] for pair in past}
        return ContractCheck(kept=not past, metadata={"past": [(*pair, lines[pair]["line_number"]) for pair in past]})

    def is_door(self, module):
        return module == room(module) or any(matches(pattern, module) for pattern in self.also_doors)

    def render_broken_contract(self, check):
        for importer, imported, line in check.metadata["past"]:
            output.print_error(f"{importer} (line {line}) imports {imported}: import it from {room(imported)}, and name it there.")


def room(module: str) -> str:
    """The room that a module is in: `customerview.ledger`, `customerview.portals.customer`."""
    depth = 3 if module.startswith("customerview.portals.") else 2
    return ".".join(module.split(".")[:depth])


def matches(pattern: str, module: str) -> bool:
    """Whether a module, or a package around it, is one the pattern names; `*` stands for one step."""
    steps, parts = pattern.split("."), module.split(".")
    return len(parts) >= len(steps) and all(step in ("*", part) for step, part in zip(steps, parts, strict=False))
