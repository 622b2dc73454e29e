"""Small programs for those who work on the project: setting up, checking, locking."""
