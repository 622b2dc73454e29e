"""Appointments: one diary, by ways people can use."""
