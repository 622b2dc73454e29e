"""The portals: thin. Each reads a record, shows it, and performs an action. They share `layout` and never import one another."""
