"""The colleague portal: find a customer, speak with them, see the whole person, do what is owed. English only: it is for staff.

Every page about a customer is behind a look: `opening.py`. What a page says is made by presenters (identity_bar,
before_you_speak, money, timeline, what_you_can_do), which are pure; views read, present and perform.
"""
