"""Organisations as they are found, signed in for, and sent proofs.

    found = find(view, name="Mill Town", postcode="QA1")         those a customer may send to; every one for a colleague
    works_for = organisations_of(subject, email)                 for whom somebody who signed in works, or is invited to
    actor = member(organisation, "S-1", may)                      who they are here
    record = at_work(access, actor)                              their organisation's record; None when they may do nothing any more

What each table tells whom is in schema/: the database itself decides it.
"""

from .finding import MOST, Listed, find, listed, page_ends
from .names import bare
from .staff import WorksFor, at_work, invited, member, organisations_of

__all__ = [
    "MOST",
    "Listed",
    "WorksFor",
    "at_work",
    "bare",
    "find",
    "invited",
    "listed",
    "member",
    "organisations_of",
    "page_ends",
]
