"""Records and notes.

Staff see what matters before they act, and write down what the next person will need.
"""
