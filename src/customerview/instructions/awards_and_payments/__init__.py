"""Awards and payments

What service lines report of awards and of payments that did not go as expected. A payment made as expected is a source row.
"""
