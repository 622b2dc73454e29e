"""A stand-in for GOV.UK Notify: the part of its public API that the platform uses, as a program of its own.

It imports nothing of the platform. It checks the token of each request, refuses what Notify refuses, keeps what it takes, lets
time pass over it and calls back. It can be told to be down, to lose its answer, to repeat itself, and to bring letters back. The
addresses at which the real one simulates a failure fail here too. For demonstrations and tests only: it listens on this machine
alone, sends nothing to anybody, and its people are made up.

    python -m notify_stand_in SETTINGS.json
"""
