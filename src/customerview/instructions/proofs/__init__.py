"""Proof of benefit.

A customer can show that they get a benefit: only what the purpose needs, frozen on the day it was issued.
"""
