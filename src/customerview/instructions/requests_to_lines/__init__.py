"""Requests to lines

What we ask of the system of a benefit that is not ours to change: sent once, answered by a day, and the customer is told.
"""
