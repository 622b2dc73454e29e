"""Organisations: sign up, see where that stands; and, signed in as its staff, its proofs, its people, its keys and its history."""
