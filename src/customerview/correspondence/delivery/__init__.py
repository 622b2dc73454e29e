"""How letters leave and come back: the print provider, GOV.UK Notify, the online account.

A reader of the feed (`collect`) takes each released letter to its way. Whatever leaves is asked about again in that moment
(`leaving`): death, danger, returned post, a new address. What may not leave is held, with a duty to whoever can settle it.
"""

from .loop import deliver_letters
from .notices import RETURNED, told
from .notify import emails_leave

__all__ = ["RETURNED", "deliver_letters", "emails_leave", "told"]
