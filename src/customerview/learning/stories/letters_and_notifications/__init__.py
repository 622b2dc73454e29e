"""Points about letters: what they said, left out, or told too late."""
