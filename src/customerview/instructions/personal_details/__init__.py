"""Personal details

Who somebody is, where they live, and by which ways they can be reached.
"""
