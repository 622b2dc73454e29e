"""The facts of notes at the head of the record, and of who has seen what before acting."""

from __future__ import annotations

from customerview.kernel import Fact, fact


@fact(600, line="A note was pinned to the head of the record.", lines="A note was pinned to the head of the record.",
      forget=("text",), from_representatives=True)  # fmt: skip
class NotePinned(Fact):
    """A note everybody should see before they speak or act."""

    text: str = ""


@fact(601, line="A note was taken from the head of the record.", lines="A note was taken from the head of the record.",
      forget=("why",), from_representatives=True)  # fmt: skip
class NoteUnpinned(Fact):
    """A pinned note no longer holds."""

    note: int
    why: str = ""


@fact(602, restricted="safeguarding", line="A restricted note was pinned.", forget=("text",), from_representatives=True)
class RestrictedNotePinned(Fact):
    """A note that only some roles may read, with a reason."""

    text: str = ""


@fact(603, line="What is new was acknowledged before acting.")
class KeyFactsAcknowledged(Fact):
    """This person saw what is new at the head of the record, up to a number."""

    upto: int
    shown: tuple[int, ...] = ()


@fact(604, line="The true state was on screen.", forget=("said",))
class StateShown(Fact):
    """What the screen said of the real state when a contact began, so that what was said can be compared with it."""

    contact: int
    said: str = ""


@fact(605, line="A note was sampled for quality: {score} of {of}.", forget=("finding",))
class NoteSampled(Fact):
    """A team leader scored the note of a contact against the standard."""

    contact: int
    score: int
    of: int = 5
    finding: str = ""


@fact(606, line="A need mentioned in the note was not recorded as a need, with a reason.", forget=("why",))
class NeedInNoteDeclined(Fact):
    """The note mentions a need that is not recorded as one, and why not."""

    contact: int
    why: str = ""
