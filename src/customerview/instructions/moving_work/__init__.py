"""Moving work

How open work changes hands: it stays with its owner until the next team accepts it.
"""
