"""Contacts.

One conversation or letter, with its start, its notes, its recognition questions and its end.
"""
