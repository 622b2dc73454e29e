"""Organisations that rely on proofs.

A council, landlord or advice body signs up, is looked into by one person and agreed to by another, and then its own system checks
proofs with a key of its own. Each organisation is a stream of its own; all it may do ends at once when we say so.
"""
