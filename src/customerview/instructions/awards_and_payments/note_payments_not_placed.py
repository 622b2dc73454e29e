"""Payments of a batch belong to no record here."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Record, Words, field, records

from .batch_facts import NOT_PLACED, PaymentsNotPlaced


class NotePaymentsNotPlaced(Action, frozen=True, kw_only=True):
    """Payments handed in name a customer or an award that is not known here."""

    about = records(Words("Note payments that belong to no record", "Nodi taliadau nad ydynt yn perthyn i unrhyw gofnod"), may=("job",))

    batch: Annotated[int, field("Which batch?", kind="number", hidden=True)]
    why: Annotated[str, field("Why?", kind="choice", choices=NOT_PLACED.items())]
    count: Annotated[int, field("How many?", kind="number", ge=1, hidden=True)]
    places: Annotated[tuple[int, ...], field("Which of its rows, the first of them", kind="choices", hidden=True)]

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [PaymentsNotPlaced(line=record.handed_in.line, batch=self.batch, why=self.why, count=self.count, places=self.places)]
