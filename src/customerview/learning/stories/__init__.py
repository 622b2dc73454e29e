"""The stories of published points, a folder for each theme."""
