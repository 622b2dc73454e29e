"""Hold payments for a short time to keep a customer's money safe."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Asked, Fact, Problem, Record, Words, asks, field

from ..on_award import OnAward
from .facts import HOLD_GROUNDS, ProtectiveHoldPlaced


class PlaceProtectiveHold(OnAward, frozen=True, kw_only=True):
    """Payments are kept back from an account that may not be safe, and reach the customer another way meanwhile."""

    about = asks(
        Words("Hold payments to protect the customer", "Dal taliadau i ddiogelu'r cwsmer"), effect="takes_away", own_line_only=True,
        may=("case_manager", "decision_maker", "team_leader", "line_system", "job"),
    )  # fmt: skip

    ground: Annotated[str, field("What is the danger to their money?", kind="choice", choices=HOLD_GROUNDS.items())]
    safe_way: Annotated[str, field("How does their money reach them meanwhile?", kind="long_text", max_length=500)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = super().problems(record, asked)
        if self.ground not in HOLD_GROUNDS:
            wrong.append(Problem("ground", Words(
                "A hold protects the customer's money. It is never for something they did not do.",
                "Mae dal taliad yn diogelu arian y cwsmer. Nid yw byth oherwydd rhywbeth na wnaethant.",
            )))  # fmt: skip
        if self.award in record.suspensions.holds:
            wrong.append(Problem("award", Words("These payments are held already. Decide about that hold.",
                                                "Mae'r taliadau hyn eisoes yn cael eu dal. Penderfynwch am y dal hwnnw.")))  # fmt: skip
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        days = asked.of("suspend_only_after_safeguards").figure("protective_hold_wd")
        until = asked.calendar.add(asked.today, days)
        return [ProtectiveHoldPlaced(**self.of_award(record), ground=self.ground, until=until, safe_way=self.safe_way)]
