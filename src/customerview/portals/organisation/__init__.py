"""Organisations that rely on proofs: sign up, see where that stands, and make a key for one's own system."""
