"""The migrations of intake."""
