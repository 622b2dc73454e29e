"""Follow up a message the customer has not opened."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, field, records

from ..personal_details.facts import ROUTES
from ..roles import STAFF
from ..support_needs.facts import DigitalAccessRecorded
from .facts import UnreadFollowedUp

OTHER_WAYS = [(route, words) for route, words in ROUTES.items() if route != "journal"]


class FollowUpUnread(Action, frozen=True, kw_only=True):
    """Somebody reached the customer another way, and found out whether they can use the online account."""

    about = records(Words("Record how an unread message was followed up", "Cofnodi sut y dilynwyd neges heb ei darllen"), may=STAFF)

    message: Annotated[int, field("Which message?", kind="number", hidden=True, ge=1)]
    route: Annotated[str, field("By which way did you reach them?", kind="choice", choices=OTHER_WAYS)]
    can_use: Annotated[bool, field("Can they use the online account?", kind="yes_no")]
    found: Annotated[str, field("What did they say?", kind="long_text", max_length=1000)] = ""

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        wrong = []
        if self.message not in record.messages.unopened:
            wrong.append(
                Problem(
                    "message", Words("This message was opened or followed up already.", "Cafodd y neges hon ei hagor neu ei dilyn eisoes.")
                )
            )
        if self.route == "journal":
            wrong.append(
                Problem("route", Words("Reach them by another way than the account.", "Cyrhaeddwch nhw mewn ffordd arall na'r cyfrif."))
            )
        return wrong

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        followed: list[Fact] = [UnreadFollowedUp(message=self.message, route=self.route, can_use=self.can_use, found=self.found)]
        return followed if self.can_use else [*followed, DigitalAccessRecorded(access="none", source=asked.by.kind)]
