"""Whole paths through the real service, in a real browser."""
