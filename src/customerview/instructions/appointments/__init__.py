"""Appointments

One diary for every appointment: by a way the customer can use, with what they need there on the day; a missed one begins a conversation.
"""
