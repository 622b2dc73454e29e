"""Stopping payments

Only after safeguards, for a stated doubt, and no longer than the doubt lasts; and a needed suspension is decided, not forgotten.
"""
