"""Letters and notifications

What is sent is true, whole, plain and on time; it goes where it is safe, and what comes back is acted on.
"""
