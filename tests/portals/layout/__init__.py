"""What all portals share."""
