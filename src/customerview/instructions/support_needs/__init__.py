"""Support needs and reasonable adjustments

What each customer needs from us, what was agreed, and what to take care of. It travels with everything that is done.
"""
