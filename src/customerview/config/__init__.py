"""How an installation is put together: settings from the environment, the database, the processes, the command line."""
