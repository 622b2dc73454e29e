"""How an installation is put together."""
