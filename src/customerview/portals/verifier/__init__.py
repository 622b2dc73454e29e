"""Check a proof: for anybody, with no account. Says what was shared with them, and nothing else."""
