"""Bereavement

A death is told once, to anyone, and is then everybody's: nothing more is sent, every line acts, what is owed is paid rightly.
"""
