"""The ledger: append, read, read as known, feed, verify, projections. Knows the kernel and no chapter by name."""
