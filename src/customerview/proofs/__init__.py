"""Proof of benefit: what was issued, as a letter in the reader's language."""

from .letter import letter_of

__all__ = ["letter_of"]
