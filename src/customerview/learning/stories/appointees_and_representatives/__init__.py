"""What followed when nobody looked at who acts for a customer: the published points of appointees and representatives."""
