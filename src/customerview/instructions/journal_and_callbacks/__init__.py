"""Journal and call backs.

Every message, promise, chase and follow-up has one owner and a date, and silence is noticed.
"""
