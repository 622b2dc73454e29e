"""A realistic made-up population, from a hundred to twenty million customers, and a dozen whose stories are written by hand.

Nobody in it is or could be a real person: National Insurance numbers begin with Q, postcodes with Q, V or X, telephone numbers
are those kept for drama. Their histories come from the same actions as everything else, through the real `perform`.
"""
