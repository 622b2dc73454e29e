"""Signing in.

Whose sign-in it is: matched to one record for good, or kept for a person to look at when it matches none or several.
"""
