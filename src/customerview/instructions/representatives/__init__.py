"""People who act for a customer

Appointees, corporate acting bodies, attorneys, deputies and consent: who may do what, for how long, and who doubts it.
"""
