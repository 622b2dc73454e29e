"""The portals, and the layout they share."""
