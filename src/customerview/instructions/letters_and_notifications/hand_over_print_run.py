"""Hand a run of letters to the print provider, and read back what it says of them. A run is a stream of its own."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, field, records

from .sending_facts import PrintRunHandedOver, PrintRunReconciled


class HandOverPrintRun(Action, frozen=True, kw_only=True):
    """A file of letters is ready for the print provider."""

    about = records("Hand over a print run", may=("job",), opens_record=True)

    run: Annotated[str, field("Which run?", hidden=True, max_length=40)]
    letters: Annotated[int, field("How many letters?", kind="number", ge=0)]
    pages: Annotated[int, field("How many pages?", kind="number", ge=0)]
    sha256: Annotated[str, field("The digest of its manifest", hidden=True, max_length=64)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PrintRunHandedOver(run=self.run, letters=self.letters, pages=self.pages, sha256=self.sha256)]


class ReconcilePrintRun(Action, frozen=True, kw_only=True):
    """The print provider said what became of each letter of a run."""

    about = records("Reconcile a print run", may=("job",))

    run: Annotated[str, field("Which run?", hidden=True, max_length=40)]
    accepted: Annotated[int, field("How many were printed?", kind="number", ge=0)]
    refused: Annotated[int, field("How many were refused?", kind="number", ge=0)]
    missing: Annotated[int, field("Of how many was nothing said?", kind="number", ge=0)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PrintRunReconciled(run=self.run, accepted=self.accepted, refused=self.refused, missing=self.missing)]
