"""Mirrors the rooms of src/customerview, plus journeys/ (a real browser) and replay/ (the published cases)."""
