"""Organisations as they are found, signed in for, and sent proofs.

    found = find(view, name="Mill Town", postcode="QA1")         those a customer may send to; every one for a colleague
    works_for = organisations_of(subject, email)                 for whom somebody who signed in works, or is invited to
    actor = member(organisation, "S-1", may)                      who they are here
    with opened(access, actor, sending) as one:                 a proof in its inbox, in reach for a moment: one.do(action), one.issued()
    record = at_work(access, actor)                              their organisation's record; None when they may do nothing any more

What each table tells whom is in schema/: the database itself decides it.
"""

from .finding import MOST, Listed, find, find_one, page_ends
from .names import bare
from .received import Entries, Entry, NoCursor, Opened, TooMany, counts, entry, find_sent, inbox_page, moved, opened
from .staff import WorksFor, at_work, invited, member, organisations_of

__all__ = [
    "MOST", "Entries", "Entry", "Listed", "NoCursor", "Opened", "TooMany", "WorksFor", "at_work", "bare", "counts", "entry", "find", "find_one", "find_sent",
    "inbox_page", "invited", "member", "moved", "opened", "organisations_of", "page_ends",
]  # fmt: skip
