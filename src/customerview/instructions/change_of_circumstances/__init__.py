"""Change of circumstances

A change is recorded once and reaches everyone whose decisions rest on it, with proof that it arrived.
"""
