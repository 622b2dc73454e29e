"""Stories of debts, deductions and refunds."""
