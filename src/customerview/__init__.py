"""Customer View: one record of each person, and every operational instruction asked before an action and after a fact."""
