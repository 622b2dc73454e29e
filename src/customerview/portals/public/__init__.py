"""The public pages: where one starts, and, in a demonstration, whom one can sign in as. No account is needed for any."""
