"""Whether a letter would reach only the customer: by the way it leaves, and in the online account, which somebody else may read.

Nothing that is held because somebody else might see it is shown where that somebody might look. Since an account is not safe, nothing that
is written appears in it, whichever way it goes; what stood there before stays, because its vanishing would be seen. The same holds for
whoever acts for the customer.
"""

from __future__ import annotations

from customerview.kernel import Record

from ..personal_details.slices import Address
from .sending_slice import NOT_ONLY_THEM, Sending

POST = ("print", "notify", "post")


def route_of(way: str) -> str:
    """The way of reaching somebody that a letter takes."""
    return {"email": "email", "portal": "journal"}.get(way, "post")


def address_of(one: Sending | None, record: Record) -> Address | None:
    """The address the customer chose for it, else theirs for letters; None for a letter to somebody else, which is addressed where
    it was written. One that they chose and that is no longer open to letters is not exchanged for another: it stays, and is settled."""
    if one is not None and one.recipient != "customer":
        return None
    if one is not None and one.to_role and not one.again:
        return record.person.addresses.get(one.to_role)
    return record.person.letters_go_to


def reaches_only_them(way: str, address: Address | None, record: Record) -> bool:
    """Whether what goes by a way would reach nobody but the customer: the way is safe, and so is the address."""
    route = record.person.routes.get(route_of(way))
    if route is not None and not route.safe:
        return False
    if way not in POST:
        return True
    if address is None:
        return all(one.safe for one in record.person.addresses.values())
    return address.role in record.person.open_addresses


def in_the_account(letter: str, released: int, record: Record) -> bool:
    """Whether a letter may be seen in the online account. `released` is the number of the fact that tells of it."""
    since = record.sendings.account_not_safe
    if since and released > since:
        return False
    one = record.sendings.letters.get(letter)
    if one is None:
        return True
    if one.state in ("held", "cancelled"):
        return one.why != NOT_ONLY_THEM
    # In the moments until it leaves, what would be held is kept back as if it were.
    return (
        one.state not in ("written", "released")
        or one.recipient != "customer"
        or reaches_only_them(one.way, address_of(one, record), record)
    )
