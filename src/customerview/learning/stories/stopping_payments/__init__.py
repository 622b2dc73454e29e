"""Money that stopped without safeguards, or stayed stopped: the published points of stopping payments."""
