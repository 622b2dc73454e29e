"""Why something was not done. Each is named for its reader and says what to do next."""

from __future__ import annotations

from customerview.kernel import Outcome, Problem, Recorded, Words


class NotDone(Exception):
    """Base of the reasons why an action was not done; `words` says it to the person."""

    def __init__(self, sentence: Words) -> None:
        super().__init__(sentence.en)
        self.words = sentence


class NotAllowed(NotDone):
    """This person may not do this, or not here (403)."""


class NotThere(NotDone):
    """There is no such record (404)."""


class Invalid(NotDone):
    """A field is wrong; each problem says where it can be mended (422)."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].words)
        self.problems = problems


class Refused(NotDone):
    """It may not happen now; each outcome says what would satisfy it (409)."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        super().__init__(outcomes[0].words)
        self.outcomes = outcomes


class NewerFacts(NotDone):
    """Something that bears on it happened after the page was made; the person confirms having seen it (409)."""

    def __init__(self, news: list[Recorded], number: int) -> None:
        super().__init__(Words("Something has changed since you opened this. Check it, then confirm.",
                               "Mae rhywbeth wedi newid ers i chi agor hwn. Gwiriwch, yna cadarnhewch."))  # fmt: skip
        self.news, self.number = news, number


class KeyUsedTwice(NotDone):
    """The same idempotency key came with another body (422)."""


class Busy(NotDone):
    """Others kept changing the record; nothing was done, try again (503)."""
