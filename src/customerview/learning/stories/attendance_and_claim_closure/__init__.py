"""Appointments nobody could keep, and missed ones nobody asked about: published points of attendance."""
